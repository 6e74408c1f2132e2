// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/ChartFurniture.h"

#include <QBarSet>
#include <QCoreApplication>
#include <QCursor>
#include <QFontMetricsF>
#include <QGraphicsSceneHoverEvent>
#include <QGraphicsSceneMouseEvent>
#include <QGuiApplication>
#include <QLocale>
#include <QPen>
#include <QTextLayout>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <utility>

namespace huiyin {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Chart)
};

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

constexpr qreal labelGap = 8; // between a label and its bar
constexpr qreal valueGap = 6; // between a bar and its value
constexpr qreal noteGap = 10; // between the value and its share
constexpr qreal indent = 14;  // of a bar of level 1

QStringList wrapped(const QString &text, const QFont &font, qreal width)
{
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines.append(text.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
}

struct TitleText
{
    QString text;
    QPointF position;
    bool isTitle = false;
};

struct TitleBlock
{
    QList<TitleText> texts;
    qreal height = 0; // with the gap below
};

int titlePixels(const ChartLook &look)
{
    return look.pixelSize + (look.forPaper ? 2 : 1);
}

// On the screen title left and subtitle right as long as both fit, on paper one below the other in the middle.
TitleBlock titleBlock(const ChartLook &look, qreal width, const QString &title, const QString &subtitle)
{
    TitleBlock block;
    if (!look.showTitle || (title.isEmpty() && subtitle.isEmpty()))
        return block;
    const QFont titleFont = chartFont(look, titlePixels(look), true);
    const QFont subtitleFont = chartFont(look, look.pixelSize - 1);
    const QFontMetricsF titleMetrics(titleFont), subtitleMetrics(subtitleFont);
    const qreal room = qMax(40.0, width - 2 * look.padding);
    const auto place = [&](const QString &text, const QFontMetricsF &metrics, bool isTitle) {
        const qreal free = room - metrics.horizontalAdvance(text);
        block.texts.append(
            {text, {look.padding + (look.forPaper ? free / 2 : 0), look.padding + block.height}, isTitle});
        block.height += metrics.height();
    };
    const qreal both = titleMetrics.horizontalAdvance(title) + 24 + subtitleMetrics.horizontalAdvance(subtitle);
    if (!title.isEmpty()) {
        for (const QString &line : wrapped(title, titleFont, room))
            place(line, titleMetrics, true);
    }
    if (!subtitle.isEmpty()) {
        if (!look.forPaper && both <= room) {
            block.texts.append({subtitle,
                                {look.padding + room - subtitleMetrics.horizontalAdvance(subtitle),
                                 look.padding + titleMetrics.ascent() - subtitleMetrics.ascent()}});
        } else {
            block.height += 2;
            for (const QString &line : wrapped(subtitle, subtitleFont, room))
                place(line, subtitleMetrics, false);
        }
    }
    block.height += look.pixelSize * 0.8;
    return block;
}

} // namespace

QFont chartFont(const ChartLook &look, int pixels, bool bold)
{
    QFont font = QGuiApplication::font();
    if (!look.families.isEmpty())
        font.setFamilies(look.families);
    font.setPixelSize(qMax(6, pixels));
    font.setBold(bold);
    if (look.forPaper)
        font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

qreal titleHeight(const ChartLook &look, qreal width, const QString &title, const QString &subtitle)
{
    return titleBlock(look, width, title, subtitle).height;
}

ChartFurniture::ChartFurniture(QChart *chart, ChartLook look, QString title, QString subtitle)
    : QGraphicsObject(chart)
    , m_chart(chart)
    , m_look(std::move(look))
    , m_title(std::move(title))
    , m_subtitle(std::move(subtitle))
    , m_ground(new QGraphicsRectItem(chart))
    , m_mark(new QGraphicsRectItem(chart))
{
    setZValue(1000);
    m_ground->setZValue(-2);
    m_ground->setPen(Qt::NoPen);
    m_ground->setBrush(m_look.ground);
    m_ground->setAcceptedMouseButtons(Qt::NoButton);
    // Below everything that the chart draws.
    m_mark->setZValue(-1);
    m_mark->setAcceptedMouseButtons(Qt::NoButton);
    m_mark->setPen(Qt::NoPen);
    QColor marked = m_look.accentSoft;
    marked.setAlphaF(0.45F);
    m_mark->setBrush(marked);
    m_mark->setVisible(false);
    if (m_look.forPaper) {
        setAcceptedMouseButtons(Qt::NoButton);
    } else {
        setAcceptHoverEvents(true);
        setAcceptedMouseButtons(Qt::LeftButton);
    }
    connect(chart, &QGraphicsWidget::geometryChanged, this, &ChartFurniture::layOut);
}

QRectF ChartFurniture::boundingRect() const
{
    return {QPointF(0, 0), m_chart->size()};
}

void ChartFurniture::paint([[maybe_unused]] QPainter *painter, [[maybe_unused]] const QStyleOptionGraphicsItem *option,
                           [[maybe_unused]] QWidget *widget)
{
    // Its children are painted; itself it only takes the pointer.
}

const ChartFurniture *ChartFurniture::of(const QChart &chart)
{
    for (const QGraphicsItem *item : chart.childItems()) {
        const QGraphicsObject *object = item->toGraphicsObject();
        if (const auto *furniture = qobject_cast<const ChartFurniture *>(object))
            return furniture;
    }
    return nullptr;
}

QFont ChartFurniture::font(int pixels, bool bold) const
{
    return chartFont(m_look, pixels, bold);
}

QGraphicsSimpleTextItem *ChartFurniture::addText(const QString &text, const QFont &font, const QColor &colour)
{
    auto *item = new QGraphicsSimpleTextItem(text, this);
    item->setFont(font);
    item->setBrush(colour);
    item->setAcceptedMouseButtons(Qt::NoButton);
    return item;
}

// Qt's own axis and grid lines come with ticks that mean nothing here, and stay behind when the plot area is moved.
void ChartFurniture::addRule(const QLineF &line, const QColor &colour)
{
    auto *item = new QGraphicsLineItem(line, m_ground);
    item->setPen(QPen(colour, 1));
    item->setAcceptedMouseButtons(Qt::NoButton);
}

void ChartFurniture::layOut()
{
    const QSizeF size = m_chart->size();
    if (m_layingOut || size.isEmpty())
        return;
    m_layingOut = true; // setting the plot area may report a geometry again
    prepareGeometryChange();
    qDeleteAll(childItems());
    qDeleteAll(m_ground->childItems());
    m_mark->setVisible(false);
    m_ground->setRect(boundingRect());
    const qreal top = layOutTitle();
    const qreal margin = m_look.padding;
    layOutPlot(QRectF(margin, top, size.width() - 2 * margin, size.height() - top - margin));
    m_layingOut = false;
}

qreal ChartFurniture::layOutTitle()
{
    const TitleBlock block = titleBlock(m_look, m_chart->size().width(), m_title, m_subtitle);
    for (const TitleText &text : block.texts) {
        const int pixels = text.isTitle ? titlePixels(m_look) : m_look.pixelSize - 1;
        addText(text.text, font(pixels, text.isTitle), text.isTitle ? m_look.text : m_look.weakText)
            ->setPos(text.position);
    }
    return m_look.padding + block.height;
}

void ChartFurniture::hoverMoveEvent(QGraphicsSceneHoverEvent *event)
{
    const std::optional<Hit> hit = hitAt(event->pos());
    m_mark->setVisible(hit.has_value());
    if (hit)
        m_mark->setRect(hit->mark);
    setToolTip(hit ? hit->tip : QString());
    if (hit && hit->figure)
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
}

void ChartFurniture::hoverLeaveEvent([[maybe_unused]] QGraphicsSceneHoverEvent *event)
{
    m_mark->setVisible(false);
    unsetCursor();
}

void ChartFurniture::mousePressEvent(QGraphicsSceneMouseEvent *event)
{
    const std::optional<Hit> hit = hitAt(event->pos());
    event->setAccepted(hit && hit->figure);
}

void ChartFurniture::mouseReleaseEvent(QGraphicsSceneMouseEvent *event)
{
    // Released elsewhere: not meant.
    const std::optional<Hit> pressed = hitAt(event->buttonDownPos(Qt::LeftButton));
    const std::optional<Hit> released = hitAt(event->pos());
    if (!pressed || !released || !released->figure || pressed->figure != released->figure)
        return;
    if (ChartPointer *pointer = ChartPointer::of(*m_chart))
        Q_EMIT pointer->clicked(*released->figure);
}

BarFurniture::BarFurniture(QChart *chart, const ChartLook &look, const ChartData &data, Sets sets, QValueAxis *axis)
    : ChartFurniture(chart, look, data.title, data.subtitle)
    , m_data(data)
    , m_sets(sets)
    , m_axis(axis)
{
    layOut();
}

BarFurniture::Labels BarFurniture::wrapLabels(const ChartData &data, const QFont &font, qreal chartWidth)
{
    const QFontMetricsF metrics(font);
    const qreal most = qMax(60.0, chartWidth * 0.42);
    Labels labels;
    qsizetype lineCount = 1;
    for (const ChartBar &bar : data.bars) {
        const qreal offset = bar.level * indent;
        QStringList lines{bar.label};
        if (metrics.horizontalAdvance(bar.label) > most - offset)
            lines = wrapped(bar.label, font, most - offset);
        for (const QString &line : lines)
            labels.width = qMax(labels.width, metrics.horizontalAdvance(line) + offset);
        lineCount = qMax(lineCount, lines.size());
        labels.lines.append(lines);
    }
    labels.width = std::ceil(labels.width);
    const auto count = static_cast<qreal>(lineCount);
    labels.rowHeight = qMax(font.pixelSize() * 25.0 / 13, count * metrics.height() + font.pixelSize() * 0.4);
    return labels;
}

void BarFurniture::layOutPlot(const QRectF &free)
{
    if (m_data.bars.isEmpty()) {
        // Nothing to draw is said, not shown as a blank.
        auto *text = addText(look().forPaper ? u"（本期没有数据）"_s : Text::tr("(nothing in this period)"),
                             font(look().pixelSize), look().weakText);
        text->setPos(free.center() - text->boundingRect().center());
        chart()->setPlotArea(free);
        m_rowHeight = 0;
        return;
    }
    const auto rows = static_cast<qreal>(m_data.bars.size());
    const qreal chartWidth = chart()->size().width();
    // Too little height for all the bars: smaller type rather than text over text.
    int pixels = look().pixelSize;
    Labels labels = wrapLabels(m_data, font(pixels), chartWidth);
    while (pixels > 7 && labels.rowHeight * 0.8 * rows > free.height())
        labels = wrapLabels(m_data, font(--pixels), chartWidth);
    m_rowHeight = qMin(free.height() / rows, labels.rowHeight * 1.3);
    m_top = free.top();

    const QFont labelFont = font(pixels), noteFont = font(pixels);
    const QFontMetricsF metrics(labelFont);
    const qreal left = free.left() + labels.width + labelGap;
    qint64 largest = 1;
    for (const ChartBar &bar : m_data.bars)
        largest = qMax(largest, bar.total.value_or(bar.value));

    // The scale at which the bar that reaches farthest still has room for its value.
    const auto behind = [&](const ChartBar &bar) {
        const qreal note = bar.note.isEmpty() ? 0 : noteGap + metrics.horizontalAdvance(bar.note);
        return valueGap + metrics.horizontalAdvance(bar.valueText()) + note;
    };
    qreal width = free.right() - left;
    for (const ChartBar &bar : m_data.bars) {
        const auto length = static_cast<qreal>(bar.total.value_or(bar.value)) / static_cast<qreal>(largest);
        if (length > 0)
            width = qMin(width, (free.right() - left - behind(bar)) / length);
    }
    width = qMax(width, 20.0);
    const qreal scale = width / static_cast<qreal>(largest);
    m_axis->setRange(0, static_cast<qreal>(largest));
    chart()->setPlotArea(QRectF(left, free.top(), width, m_rowHeight * rows));

    addRule(QLineF(left, m_top, left, m_top + m_rowHeight * rows), look().muted);
    for (qsizetype i = 0; i < m_data.bars.size(); ++i) {
        const ChartBar &bar = m_data.bars[i];
        const qreal middle = m_top + (static_cast<qreal>(i) + 0.5) * m_rowHeight;
        const QStringList &lines = labels.lines[i];
        qreal y = middle - static_cast<qreal>(lines.size()) * metrics.height() / 2;
        for (const QString &line : lines) {
            addText(line, labelFont, look().text)->setPos(left - labelGap - metrics.horizontalAdvance(line), y);
            y += metrics.height();
        }
        const qreal end = left + static_cast<qreal>(bar.total.value_or(bar.value)) * scale;
        const qreal lineTop = middle - metrics.height() / 2;
        addText(bar.valueText(), labelFont, look().text)->setPos(end + valueGap, lineTop);
        if (!bar.note.isEmpty()) {
            addText(bar.note, noteFont, look().weakText)
                ->setPos(end + valueGap + metrics.horizontalAdvance(bar.valueText()) + noteGap, lineTop);
        }

        // A count that isn't nothing stays visible.
        const auto index = static_cast<int>(m_data.bars.size() - 1 - i);
        QBarSet *set = bar.muted ? m_sets.muted : bar.level > 0 ? m_sets.part : m_sets.value;
        const qreal shown = bar.value == 0 ? 0 : qMax(static_cast<qreal>(bar.value), 1.5 / scale);
        if (!qFuzzyCompare(set->at(index) + 1, shown + 1))
            set->replace(index, shown);
    }
}

std::optional<ChartFurniture::Hit> BarFurniture::hitAt(QPointF position) const
{
    if (m_rowHeight <= 0 || position.y() < m_top)
        return std::nullopt;
    const auto row = static_cast<qsizetype>((position.y() - m_top) / m_rowHeight);
    if (row >= m_data.bars.size())
        return std::nullopt;
    const ChartBar &bar = m_data.bars[row];
    const qreal margin = look().padding / 2.0;
    return Hit{.mark = QRectF(margin, m_top + static_cast<qreal>(row) * m_rowHeight,
                              chart()->size().width() - 2 * margin, m_rowHeight),
               .tip = bar.label + u"  "_s + bar.valueText() + (bar.note.isEmpty() ? QString() : u"  "_s + bar.note),
               .figure = bar.figure};
}

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
