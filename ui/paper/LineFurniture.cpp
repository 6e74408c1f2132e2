// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/LineFurniture.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPen>

#include <algorithm>
#include <cmath>

namespace huiyin {

using namespace Qt::StringLiterals;

namespace {

// A document is Chinese whatever the language of the window.
bool inChinese(const ChartLook &look)
{
    return look.forPaper || QLocale().language() == QLocale::Chinese;
}

// 9日, 2月9日; 9, Feb 9
QString dayText(QDate day, bool withMonth, bool chinese)
{
    if (!chinese)
        return QLocale().toString(day, withMonth ? u"MMM d"_s : u"d"_s);
    const QString text = QString::number(day.day()) + u"日"_s;
    return withMonth ? QString(QString::number(day.month()) + u"月"_s + text) : text;
}

QString yearText(QDate day, bool chinese)
{
    return chinese ? QString(QString::number(day.year()) + u"年"_s) : QString::number(day.year());
}

// 2月, 2020年2月; Feb, Feb 2020
QString monthText(QDate day, bool withYear, bool chinese)
{
    if (!chinese)
        return QLocale().toString(day, withYear ? u"MMM yyyy"_s : u"MMM"_s);
    const QString text = QString::number(day.month()) + u"月"_s;
    return withYear ? QString(yearText(day, true) + text) : text;
}

} // namespace

LineFurniture::LineFurniture(QChart *chart, const ChartLook &look, const LineData &data, qint64 step, qint64 top)
    : ChartFurniture(chart, look, data.title, data.subtitle)
    , m_data(data)
    , m_step(step)
    , m_top(top)
{
    layOut();
}

QPointF LineFurniture::point(const QRectF &plot, qsizetype day, qint64 value) const
{
    const qsizetype last = m_data.days.size() - 1;
    const qreal x = last > 0 ? static_cast<qreal>(day) / static_cast<qreal>(last) : 0.5;
    return {plot.left() + x * plot.width(),
            plot.bottom() - static_cast<qreal>(value) / static_cast<qreal>(m_top) * plot.height()};
}

void LineFurniture::layOutPlot(const QRectF &free)
{
    const QFont small = font(look().pixelSize - 1);
    const QFontMetricsF metrics(small);
    const qreal left = metrics.horizontalAdvance(QString::number(m_top)) + 6;
    // The first and the last day's label are centred below the ends of the line.
    qreal right = metrics.horizontalAdvance(u"12月31日"_s) / 2;
    if (m_data.reference) {
        right = qMax(right,
                     8 + qMax(metrics.horizontalAdvance(m_data.name), metrics.horizontalAdvance(m_data.referenceName)));
    }
    m_plot = free.adjusted(left, metrics.height() + 2, -right, -metrics.height() - 7);
    if (m_plot.width() < 10 || m_plot.height() < 10)
        m_plot.setSize({qMax(10.0, m_plot.width()), qMax(10.0, m_plot.height())});
    chart()->setPlotArea(m_plot);
    for (qint64 tick = 0; tick <= m_top; tick += m_step) {
        const QString text = QString::number(tick);
        const qreal y = point(m_plot, 0, tick).y();
        addRule(QLineF(m_plot.left(), y, m_plot.right(), y), tick == 0 ? look().muted : look().grid);
        addText(text, small, look().weakText)
            ->setPos(m_plot.left() - 6 - metrics.horizontalAdvance(text), y - metrics.height() / 2);
    }
    placeDays(m_plot, free);
    if (m_data.reference)
        placeNames(m_plot);
    placePeak(m_plot);
}

// Labels at round days: as many as stand apart, by days, else by months, else by years.
void LineFurniture::placeDays(const QRectF &plot, const QRectF &free)
{
    struct Label
    {
        QString text;
        qreal x;
    };
    const QFont small = font(look().pixelSize - 1);
    const QFontMetricsF metrics(small);
    const QList<QDate> &days = m_data.days;
    const bool chinese = inChinese(look());
    const auto labelsFor = [&](int dayStep, int monthStep) {
        QList<Label> labels;
        int month = 0, year = 0;
        for (qsizetype i = 0; i < days.size(); ++i) {
            const QDate day = days[i];
            if (dayStep > 0 ? i % dayStep != 0 : day.day() != 1 || (day.month() - 1) % monthStep != 0)
                continue;
            const bool sameYear = day.year() == year;
            const QString text = dayStep > 0      ? dayText(day, day.month() != month, chinese)
                                 : monthStep < 12 ? monthText(day, !sameYear, chinese)
                                                  : yearText(day, chinese);
            month = day.month();
            year = day.year();
            labels.append({text, point(plot, i, 0).x()});
        }
        return labels;
    };
    const auto apart = [&](const QList<Label> &labels) {
        qreal reached = -1e9;
        for (const Label &label : labels) {
            const qreal half = metrics.horizontalAdvance(label.text) / 2;
            if (label.x - half < reached + 10)
                return false;
            reached = label.x + half;
        }
        return true;
    };
    QList<Label> labels;
    const std::pair<int, int> steps[] = {{1, 0}, {2, 0}, {5, 0}, {7, 0}, {10, 0}, {15, 0},
                                         {0, 1}, {0, 2}, {0, 3}, {0, 6}, {0, 12}};
    for (const auto &[dayStep, monthStep] : steps) {
        // Beyond two months a day of the month says less than the month does.
        if (dayStep > 0 && days.size() > 62)
            continue;
        labels = labelsFor(dayStep, monthStep);
        if (apart(labels))
            break;
    }
    for (const Label &label : labels) {
        const qreal width = metrics.horizontalAdvance(label.text);
        const qreal x = qBound(free.left(), label.x - width / 2, qMax(free.left(), free.right() - width));
        addText(label.text, small, look().weakText)->setPos(x, plot.bottom() + 7);
    }
}

// The lines' names at their ends, in place of a legend.
void LineFurniture::placeNames(const QRectF &plot)
{
    if (m_data.values.isEmpty())
        return;
    const QFont small = font(look().pixelSize - 1);
    const QFontMetricsF metrics(small);
    const qreal own = point(plot, 0, m_data.values.last()).y();
    qreal other = m_data.reference->isEmpty() ? own : point(plot, 0, m_data.reference->last()).y();
    const qreal apart = metrics.height();
    if (std::abs(own - other) < apart)
        other = own + (other >= own ? apart : -apart);
    if (other > plot.bottom() && own - apart >= plot.top())
        other = own - apart;
    addText(m_data.name, small, look().accent)->setPos(plot.right() + 8, own - metrics.height() / 2);
    addText(m_data.referenceName, small, look().weakText)->setPos(plot.right() + 8, other - metrics.height() / 2);
}

void LineFurniture::placePeak(const QRectF &plot)
{
    const auto peak = std::max_element(m_data.values.cbegin(), m_data.values.cend());
    if (peak == m_data.values.cend() || *peak == 0)
        return;
    const QPointF at = point(plot, peak - m_data.values.cbegin(), *peak);
    auto *dot = new QGraphicsEllipseItem(QRectF(at - QPointF(3, 3), QSizeF(6, 6)), this);
    dot->setBrush(look().accent);
    dot->setPen(Qt::NoPen);
    dot->setAcceptedMouseButtons(Qt::NoButton);
    const QFont small = font(look().pixelSize - 1);
    const QFontMetricsF metrics(small);
    const QString text = QString::number(*peak);
    addText(text, small, look().text)
        ->setPos(at.x() - metrics.horizontalAdvance(text) / 2, at.y() - 4 - metrics.height());
}

std::optional<ChartFurniture::Hit> LineFurniture::hitAt(QPointF position) const
{
    if (m_data.days.isEmpty() || position.y() < m_plot.top() - 12 || position.y() > m_plot.bottom() + 20
        || position.x() < m_plot.left() - 12 || position.x() > m_plot.right() + 12) {
        return std::nullopt;
    }
    const qreal spacing =
        m_data.days.size() > 1 ? m_plot.width() / static_cast<qreal>(m_data.days.size() - 1) : m_plot.width();
    const qsizetype day =
        qBound(qsizetype(0), qsizetype(std::lround((position.x() - m_plot.left()) / spacing)), m_data.days.size() - 1);
    const qreal x = point(m_plot, day, 0).x();
    const qreal width = qBound(2.0, spacing, 24.0);
    const QDate date = m_data.days[day];
    QString tip = (inChinese(look()) ? chineseDate(date) : QLocale().toString(date, QLocale::LongFormat)) + u"  "_s
                  + QString::number(m_data.values.value(day));
    if (m_data.reference && day < m_data.reference->size())
        tip += u"  "_s + m_data.referenceName + u' ' + QString::number(m_data.reference->at(day));
    Hit hit{.mark = QRectF(x - width / 2, m_plot.top(), width, m_plot.height()), .tip = tip, .figure = std::nullopt};
    if (m_data.measure)
        hit.figure = FigureKey{.measure = *m_data.measure, .row = day};
    return hit;
}

} // namespace huiyin
