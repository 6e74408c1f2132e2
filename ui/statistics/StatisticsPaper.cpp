// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/StatisticsPaper.h"

#include "paper/ChartExport.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>

#include <vector>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

BulletinSpan plain(const QString &text)
{
    return {.text = text, .figure = std::nullopt};
}

BulletinSpan number(qint64 value, Measure measure, qint64 row = 0)
{
    return {.text = QString::number(value), .figure = FigureKey{.measure = measure, .row = row}};
}

BulletinSpan rate(Ratio ratio, Measure measure)
{
    return {.text = percent(ratio), .figure = FigureKey{.measure = measure}};
}

BulletinSpan days(const DurationFigure &figure, Measure measure, qint64 row = 0)
{
    return {.text = figure.printed(), .figure = FigureKey{.measure = measure, .row = row}};
}

QString base(Ratio ratio)
{
    return u"（%1/%2）"_s.arg(ratio.numerator).arg(ratio.denominator);
}

BulletinParagraph headline(const Statistics &f)
{
    return {{plain(f.question.period.label() + u"，来电"_s),
             number(f.calls, Measure::Calls),
             plain(u"个，受理"_s),
             number(f.accepted, Measure::Accepted),
             plain(u"件，办结"_s),
             number(f.closed, Measure::Closed),
             plain(u"件，在办"_s),
             number(f.open, Measure::Open),
             plain(u"件，办结率"_s),
             rate(f.closureRate, Measure::Closed),
             plain(base(f.closureRate) + u"；直接解答率"_s),
             rate(f.directAnswerRate, Measure::AnsweredDirectly),
             plain(base(f.directAnswerRate) + u"；转办"_s),
             number(f.dispatched.total, Measure::Dispatched),
             plain(u"件，办结"_s),
             number(f.dispatched.closed, Measure::DispatchedClosed),
             plain(u"件，按时办结率"_s),
             rate(f.dispatched.onTimeRate, Measure::DispatchedOnTime),
             plain(base(f.dispatched.onTimeRate) + u"；回访满意率"_s),
             rate(f.followUp.satisfactionRate, Measure::FollowUpSatisfied),
             plain(base(f.followUp.satisfactionRate) + u"，解决率"_s),
             rate(f.followUp.solvedRate, Measure::FollowUpSolved),
             plain(base(f.followUp.solvedRate) + u"，回访率"_s),
             rate(f.followUp.followUpRate, Measure::FollowUpTried),
             plain(base(f.followUp.followUpRate) + u"；重办率"_s),
             rate(f.dispatched.redoRate, Measure::DispatchedRedone),
             plain(base(f.dispatched.redoRate) + u"，退单率"_s),
             rate(f.dispatched.returnRate, Measure::SentReturned),
             plain(base(f.dispatched.returnRate) + u"，延期率"_s),
             rate(f.dispatched.extensionRate, Measure::DispatchedExtended),
             plain(base(f.dispatched.extensionRate) + u"；平均处理时长"_s),
             days(f.handling.mean, Measure::Closed),
             plain(u"天、"_s),
             days(f.handling.workingMean, Measure::Closed),
             plain(u"个工作日。"_s)}};
}

void addCategoryRows(BulletinTable &table, const QList<CategoryFigures> &rows, int depth)
{
    for (const CategoryFigures &row : rows) {
        table.rows.append({plain(QString(depth, u'　') + row.name),
                           number(row.count, Measure::ByCategory, row.id ? row.id->value() : 0),
                           plain(percent(row.share))});
        addCategoryRows(table, row.children, depth + 1);
    }
}

void addChannelRows(BulletinTable &table, const QList<ChannelFigures> &rows, int depth)
{
    for (const ChannelFigures &row : rows) {
        const qint64 id = row.id.value();
        table.rows.append({plain(QString(depth, u'　') + row.name), number(row.received, Measure::ByChannel, id),
                           number(row.closed, Measure::ByChannelClosed, id),
                           number(row.open, Measure::ByChannelOpen, id), plain(percent(row.closureRate))});
        addChannelRows(table, row.children, depth + 1);
    }
}

BulletinTable departmentTable(const Statistics &figures)
{
    BulletinTable table{.title = u"承办单位办理情况"_s,
                        .header = {u"单位"_s, u"件数"_s, u"办结"_s, u"在办"_s, u"办结率"_s, u"按时办结率"_s,
                                   u"满意率"_s, u"重办率"_s, u"平均工作日"_s}};
    for (const DepartmentFigures &row : figures.byDepartment) {
        const qint64 id = row.id.value();
        table.rows.append({plain(row.name), number(row.dispatched, Measure::ByDepartment, id),
                           number(row.closed, Measure::ByDepartmentClosed, id),
                           number(row.open, Measure::ByDepartmentOpen, id), plain(percent(row.closureRate)),
                           plain(percent(row.onTimeRate)), plain(percent(row.followUp.satisfactionRate)),
                           plain(percent(row.redoRate)), days(row.handling.workingMean, Measure::ByDepartmentLed, id)});
    }
    return table;
}

QList<BulletinChart> chartsOf(const Statistics &figures)
{
    using Kind = BulletinChart::Kind;
    QList<Kind> kinds{Kind::Categories};
    if (!figures.byDepartment.isEmpty())
        kinds.append(Kind::Departments);
    kinds += {Kind::RequestTypes, Kind::Channels, Kind::Days};
    QList<BulletinChart> charts;
    for (const Kind kind : std::as_const(kinds))
        charts.append(chartOf(kind, {}, figures, {}));
    return charts;
}

constexpr qreal pictureWidth = 760; // pixels of 1/96 inch
constexpr qreal edge = 24;

class ChartStack
{
public:
    explicit ChartStack(const Statistics &figures)
    {
        const auto charts = chartsOf(figures);
        for (const BulletinChart &chart : charts)
            m_pictures.push_back(paperChart(chart, {}, pictureWidth - 2 * edge, 2000).draw());
    }

    [[nodiscard]] QSizeF size() const
    {
        qreal height = edge;
        for (const ChartPicture &picture : m_pictures)
            height += picture.size().height() + edge;
        return {pictureWidth, height};
    }

    void paint(QPainter *painter) const
    {
        painter->fillRect(QRectF(QPointF(0, 0), size()), Qt::white);
        qreal y = edge;
        for (const ChartPicture &picture : m_pictures) {
            picture.paint(painter, QRectF(QPointF(edge, y), picture.size()));
            y += picture.size().height() + edge;
        }
    }

private:
    std::vector<ChartPicture> m_pictures;
};

} // namespace

BulletinDocument statisticsDocument(const Statistics &figures, const Office &office, QDate date)
{
    BulletinDocument document{.title = figures.question.period.label() + u"热线统计"_s, .figures = figures};
    const QString without =
        figures.excludedTopics.isEmpty() ? QString() : QString(u"，不含专题："_s + figures.excludedTopics.join(u'、'));
    document.blocks.append(headline(figures));

    BulletinTable categories{.title = u"诉求类别（以%1件为基数%2）"_s.arg(figures.categoryBase).arg(without),
                             .header = {u"类别"_s, u"件数"_s, u"占比"_s}};
    addCategoryRows(categories, figures.byCategory, 0);
    BulletinTable types{.title = u"诉求类型"_s, .header = {u"类型"_s, u"件数"_s, u"占比"_s}};
    for (const TypeFigures &row : figures.byRequestType)
        types.rows.append({plain(row.name), number(row.count, Measure::ByRequestType, row.id ? row.id->value() : 0),
                           plain(percent(row.share))});
    BulletinTable channels{.title = u"来源渠道"_s, .header = {u"渠道"_s, u"收到"_s, u"办结"_s, u"在办"_s, u"办结率"_s}};
    addChannelRows(channels, figures.byChannel, 0);

    const auto charts = chartsOf(figures);
    for (const BulletinChart &chart : charts) {
        document.blocks.append(chart);
        if (chart.kind == BulletinChart::Kind::Categories && !categories.rows.isEmpty())
            document.blocks.append(categories);
        else if (chart.kind == BulletinChart::Kind::Departments)
            document.blocks.append(departmentTable(figures));
        else if (chart.kind == BulletinChart::Kind::RequestTypes)
            document.blocks.append(types);
        else if (chart.kind == BulletinChart::Kind::Channels)
            document.blocks.append(channels);
    }
    document.blocks.append(BulletinParagraph{{plain(office.name + u"　" + chineseDate(date))}});
    return document;
}

QByteArray chartsAsPng(const Statistics &figures)
{
    const ChartStack stack(figures);
    constexpr qreal scale = 2;
    QImage image((stack.size() * scale).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    {
        QPainter painter(&image);
        painter.scale(scale, scale);
        stack.paint(&painter);
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

QByteArray chartsAsSvg(const Statistics &figures)
{
    const ChartStack stack(figures);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(stack.size().toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), stack.size()));
    generator.setResolution(96);
    generator.setTitle(figures.question.period.label());
    {
        QPainter painter(&generator);
        stack.paint(&painter);
    }
    return buffer.data();
}

} // namespace huiyin
