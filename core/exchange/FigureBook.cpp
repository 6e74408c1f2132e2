// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/FigureBook.h"

#include "spreadsheet/WorkbookWriter.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

using Kind = SheetColumn::Kind;

SheetColumn column(const QString &heading, Kind kind = Kind::WholeNumber)
{
    return {.heading = heading, .kind = kind};
}

// One workbook being filled with the figures of one period.
class FigureBook
{
public:
    FigureBook(WorkbookWriter &book, const Statistics &figures, const QString &footerLeft, const QString &footerRight)
        : m_book(book)
        , m_figures(figures)
        , m_footerLeft(footerLeft)
        , m_footerRight(footerRight)
    {
    }

    void write()
    {
        writeTotals();
        writeRates();
        writeChannels();
        writeTypes();
        writeTopics();
        writeCategories();
        writeDepartments();
        writeDays();
        writeChanges();
    }

private:
    SheetWriter &sheet(const QString &name, const QList<SheetColumn> &columns)
    {
        return m_book.addSheet({.name = name,
                                .columns = columns,
                                .frozenColumns = 1,
                                .footerLeft = m_footerLeft,
                                .footerRight = m_footerRight});
    }

    static void rate(SheetWriter &sheet, Ratio ratio) { sheet.fraction(ratio.numerator, ratio.denominator); }

    // In days, calendar's or of office hours.
    static void duration(SheetWriter &sheet, const DurationFigure &value)
    {
        sheet.fraction(value.seconds, value.isMean      ? value.count * value.daySeconds
                                      : value.count > 0 ? value.daySeconds
                                                        : 0);
    }

    static QList<SheetColumn> handlingColumns()
    {
        return {column(u"平均时长（天）"_s, Kind::Decimal), column(u"中位时长（天）"_s, Kind::Decimal),
                column(u"平均时长（工作日）"_s, Kind::Decimal), column(u"中位时长（工作日）"_s, Kind::Decimal)};
    }

    static void handling(SheetWriter &sheet, const HandlingFigures &figures)
    {
        duration(sheet, figures.mean);
        duration(sheet, figures.median);
        duration(sheet, figures.workingMean);
        duration(sheet, figures.workingMedian);
    }

    void writeTotals()
    {
        SheetWriter &totals = sheet(u"总体"_s, {column(u"指标"_s, Kind::Text), column(u"数量"_s)});
        const auto line = [&totals](const QString &name, qint64 count) {
            totals.text(name);
            totals.number(count);
            totals.endRow();
        };
        line(u"来电"_s, m_figures.calls);
        for (const OutcomeFigures &row : m_figures.callsByOutcome)
            line(u"来电 · "_s + chineseName(row.outcome), row.count);
        for (const TopicCount &row : m_figures.callsByTopic)
            line(u"来电 · 专题 "_s + row.name, row.count);
        line(u"受理（件）"_s, m_figures.accepted);
        line(u"受理（件次，含重复来电）"_s, m_figures.requests);
        line(u"办结"_s, m_figures.closed);
        line(u"在办"_s, m_figures.open);
        line(u"转办"_s, m_figures.dispatched.total);
        line(u"转办 · 办结"_s, m_figures.dispatched.closed);
        line(u"转办 · 在办"_s, m_figures.dispatched.open);
        line(u"转办 · 退单"_s, m_figures.dispatched.returned);
        line(u"转办 · 重办"_s, m_figures.dispatched.redone);
        line(u"转办 · 延期"_s, m_figures.dispatched.extended);
        line(u"应回访"_s, m_figures.followUp.due);
        line(u"已回访"_s, m_figures.followUp.tried);
        line(u"回访接通"_s, m_figures.followUp.reached);
        line(u"参与评价"_s, m_figures.followUp.rated);
        line(u"类别占比基数"_s, m_figures.categoryBase);
    }

    // A rate beside the two counts that it is made of.
    void writeRates()
    {
        SheetWriter &rates = sheet(u"比率"_s, {column(u"指标"_s, Kind::Text), column(u"比率"_s, Kind::Percent),
                                               column(u"分子"_s), column(u"分母"_s)});
        const auto line = [&rates](const QString &name, Ratio ratio) {
            rates.text(name);
            rate(rates, ratio);
            rates.number(ratio.numerator);
            rates.number(ratio.denominator);
            rates.endRow();
        };
        line(u"办结率"_s, m_figures.closureRate);
        line(u"直接解答率"_s, m_figures.directAnswerRate);
        line(u"转办办结率"_s, m_figures.dispatched.closureRate);
        line(u"按时办结率"_s, m_figures.dispatched.onTimeRate);
        line(u"退单率"_s, m_figures.dispatched.returnRate);
        line(u"重办率"_s, m_figures.dispatched.redoRate);
        line(u"延期率"_s, m_figures.dispatched.extensionRate);
        line(u"回访率"_s, m_figures.followUp.followUpRate);
        line(u"回访接通率"_s, m_figures.followUp.reachedRate);
        line(u"满意率"_s, m_figures.followUp.satisfactionRate);
        line(u"解决率"_s, m_figures.followUp.solvedRate);

        SheetWriter &times = sheet(
            u"处理时长"_s, {column(u"范围"_s, Kind::Text), column(u"平均（天）"_s, Kind::Decimal),
                            column(u"中位数（天）"_s, Kind::Decimal), column(u"平均（工作日）"_s, Kind::Decimal),
                            column(u"中位数（工作日）"_s, Kind::Decimal), column(u"企业平均（天）"_s, Kind::Decimal),
                            column(u"企业平均（工作日）"_s, Kind::Decimal)});
        const auto timesOf = [&times](const QString &name, const HandlingFigures &figures) {
            times.text(name);
            handling(times, figures);
            duration(times, figures.enterpriseMean);
            duration(times, figures.workingEnterpriseMean);
            times.endRow();
        };
        timesOf(u"全部"_s, m_figures.handling);
        timesOf(u"转办"_s, m_figures.dispatched.handling);
    }

    void writeChannels()
    {
        SheetWriter &channels = sheet(
            u"来源渠道"_s, {column(u"来源渠道"_s, Kind::Text), column(u"收到"_s), column(u"办结"_s), column(u"在办"_s),
                            column(u"办结率"_s, Kind::Percent), column(u"按时办结率"_s, Kind::Percent),
                            column(u"及时回复率"_s, Kind::Percent), column(u"计入总数"_s, Kind::Text)});
        addChannels(channels, m_figures.byChannel, QString());
    }

    static void addChannels(SheetWriter &channels, const QList<ChannelFigures> &rows, const QString &above)
    {
        for (const ChannelFigures &row : rows) {
            const QString path = above + row.name;
            channels.text(path);
            channels.number(row.received);
            channels.number(row.closed);
            channels.number(row.open);
            rate(channels, row.closureRate);
            rate(channels, row.onTimeRate);
            rate(channels, row.timelyReplyRate);
            channels.text(row.inTotal ? u"是"_s : u"否"_s);
            channels.endRow();
            addChannels(channels, row.children, path + u'/');
        }
    }

    void writeTypes()
    {
        SheetWriter &types = sheet(
            u"诉求类型"_s, {column(u"诉求类型"_s, Kind::Text), column(u"件数"_s), column(u"占比"_s, Kind::Percent)});
        for (const TypeFigures &row : m_figures.byRequestType) {
            types.text(row.name);
            types.number(row.count);
            rate(types, row.share);
            types.endRow();
        }
    }

    void writeTopics()
    {
        if (m_figures.byTopic.isEmpty())
            return;
        SheetWriter &topics = sheet(u"专题"_s, {column(u"专题"_s, Kind::Text), column(u"诉求类型"_s, Kind::Text),
                                                column(u"受理"_s), column(u"办结"_s)});
        for (const TopicFigures &row : m_figures.byTopic) {
            topics.text(row.name);
            topics.text(u"合计"_s);
            topics.number(row.accepted);
            topics.number(row.closed);
            topics.endRow();
            for (const TypeFigures &type : row.byRequestType) {
                topics.text(row.name);
                topics.text(type.name);
                topics.number(type.count);
                topics.endRow();
            }
        }
    }

    void writeCategories()
    {
        SheetWriter &categories =
            sheet(u"诉求类别"_s, QList<SheetColumn>{column(u"诉求类别"_s, Kind::Text), column(u"件数"_s),
                                                    column(u"占比"_s, Kind::Percent), column(u"占比基数"_s, Kind::Text)}
                                     + handlingColumns());
        addCategories(categories, m_figures.byCategory, QString(), QString());
    }

    static void addCategories(SheetWriter &categories, const QList<CategoryFigures> &rows, const QString &above,
                              const QString &parent)
    {
        for (const CategoryFigures &row : rows) {
            const QString path = above + row.name;
            categories.text(path);
            categories.number(row.count);
            rate(categories, row.share);
            categories.text(parent.isEmpty() ? u"全部"_s : parent);
            handling(categories, row.handling);
            categories.endRow();
            addCategories(categories, row.children, path + u'/', row.name);
        }
    }

    void writeDepartments()
    {
        SheetWriter &departments = sheet(
            u"承办单位"_s,
            QList<SheetColumn>{
                column(u"承办单位"_s, Kind::Text), column(u"分组"_s, Kind::Text), column(u"件数"_s), column(u"办结"_s),
                column(u"在办"_s), column(u"办结率"_s, Kind::Percent), column(u"按时办结率"_s, Kind::Percent),
                column(u"退单"_s), column(u"退单率"_s, Kind::Percent), column(u"重办"_s),
                column(u"重办率"_s, Kind::Percent), column(u"延期"_s), column(u"延期率"_s, Kind::Percent),
                column(u"应回访"_s), column(u"回访率"_s, Kind::Percent), column(u"回访接通率"_s, Kind::Percent),
                column(u"参与评价"_s), column(u"满意率"_s, Kind::Percent), column(u"解决率"_s, Kind::Percent)}
                + handlingColumns());
        for (const DepartmentFigures &row : m_figures.byDepartment) {
            departments.text(row.name);
            departments.text(row.group);
            departments.number(row.dispatched);
            departments.number(row.closed);
            departments.number(row.open);
            rate(departments, row.closureRate);
            rate(departments, row.onTimeRate);
            departments.number(row.returned);
            rate(departments, row.returnRate);
            departments.number(row.redone);
            rate(departments, row.redoRate);
            departments.number(row.extended);
            rate(departments, row.extensionRate);
            departments.number(row.followUp.due);
            rate(departments, row.followUp.followUpRate);
            rate(departments, row.followUp.reachedRate);
            departments.number(row.followUp.rated);
            rate(departments, row.followUp.satisfactionRate);
            rate(departments, row.followUp.solvedRate);
            handling(departments, row.handling);
            departments.endRow();
        }
    }

    void writeDays()
    {
        SheetWriter &days = sheet(u"按日"_s, {column(u"日期"_s, Kind::Date), column(u"来电"_s), column(u"受理"_s)});
        for (const DayFigures &row : m_figures.byDay) {
            days.day(row.day);
            days.number(row.calls);
            days.number(row.accepted);
            days.endRow();
        }
    }

    void writeChanges()
    {
        if (!m_figures.previousPeriod && !m_figures.samePeriodLastYear)
            return;
        SheetWriter &changes =
            sheet(u"同比环比"_s,
                  {column(u"指标"_s, Kind::Text), column(u"比较"_s, Kind::Text), column(u"比较时段"_s, Kind::Text),
                   column(u"本期"_s), column(u"比较期"_s), column(u"增减"_s), column(u"增幅"_s, Kind::Percent)});
        const auto compare = [&](const QString &word, const std::optional<ChangeFigures> &reference) {
            if (!reference)
                return;
            const auto line = [&](const QString &name, const CountChange &change) {
                changes.text(name);
                changes.text(word);
                changes.text(reference->period.label());
                changes.number(change.reference + change.difference);
                changes.number(change.reference);
                changes.number(change.difference);
                rate(changes, change.rate());
                changes.endRow();
            };
            line(u"来电"_s, reference->calls);
            line(u"受理"_s, reference->accepted);
            line(u"办结"_s, reference->closed);
        };
        compare(u"环比"_s, m_figures.previousPeriod);
        compare(u"同比"_s, m_figures.samePeriodLastYear);
    }

    WorkbookWriter &m_book;
    const Statistics &m_figures;
    QString m_footerLeft;
    QString m_footerRight;
};

} // namespace

void writeFigureBook(const QString &path, bool overwrite, const Statistics &figures, const Office &office,
                     const OfficeZone &zone, QDate today)
{
    const QString title = u"统计 "_s + figures.question.period.label();
    WorkbookWriter book(path, overwrite, {.title = title, .company = office.name});
    const QString topics = figures.excludedTopics.isEmpty() ? u"无"_s : figures.excludedTopics.join(u"、"_s);
    book.addNotes(u"说明"_s, {{u"单位"_s, office.name},
                              {u"统计期间"_s, figures.question.period.label()},
                              {u"截止时间"_s, zone.text(figures.cutOff)},
                              {u"类别占比不计专题"_s, topics},
                              {u"导出日期"_s, today.toString(Qt::ISODate)}});
    FigureBook(book, figures, office.name + u"　" + title, today.toString(Qt::ISODate)).write();
    book.commit();
}

} // namespace huiyin
