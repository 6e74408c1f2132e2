// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/FigurePanel.h"

#include "paper/ChartExport.h"
#include "paper/ChartFactory.h"
#include "shell/ClipboardGuard.h"
#include "shell/FileSaver.h"
#include "shell/Icon.h"
#include "statistics/ChartTheme.h"

#include <QChartView>
#include <QContextMenuEvent>
#include <QImage>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int pictureWidth = 720; // of an exported chart, in pixels of 1/96 inch
constexpr int tallestTable = 420;

// A chart inside a page that scrolls: the wheel is the page's.
class PanelChartView final : public QChartView
{
public:
    explicit PanelChartView(QWidget *parent)
        : QChartView(parent)
    {
        setRenderHint(QPainter::Antialiasing);
        setFrameShape(QFrame::NoFrame);
        setStyleSheet(u"QChartView { background: transparent }"_s); // not its tool tips
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setFocusPolicy(Qt::NoFocus); // the table is the keyboard's way
        viewport()->setFocusPolicy(Qt::NoFocus);
        setRubberBand(QChartView::NoRubberBand);
        setContextMenuPolicy(Qt::NoContextMenu);
    }

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

} // namespace

FigurePanel::FigurePanel(const QString &name, const QString &title, FileSaver &saver, QWidget *parent)
    : Panel(title, parent)
    , m_saver(saver)
    , m_fileTitle(title)
    , m_stack(new QStackedWidget(this))
    , m_chartSide(new QWidget(m_stack))
    , m_view(new PanelChartView(m_chartSide))
    , m_more(new QPushButton(m_chartSide))
    , m_table(new FigureTable(m_stack))
    , m_switch(new QToolButton(this))
{
    setObjectName(u"statistics." + name);
    m_view->setObjectName(u"statistics." + name + u"Chart");
    m_table->setObjectName(u"statistics." + name + u"Table");
    m_switch->setObjectName(u"statistics." + name + u"Switch");
    m_more->setObjectName(u"statistics." + name + u"More");
    m_view->setAccessibleName(title);
    m_table->setAccessibleName(tr("%1, as a table").arg(title));
    m_more->setAutoDefault(false);
    setLook(m_more, "link");
    m_switch->setCheckable(true);
    m_switch->setIcon(themedIcon(u"table"_s, ColourRole::TextSoft, ColourRole::AccentText));
    m_switch->setIconSize(QSize(16, 16));
    m_switch->setToolTip(tr("Show as a table"));
    m_switch->setAccessibleName(tr("%1: show as a table").arg(title));
    m_switch->setFocusPolicy(Qt::TabFocus);
    auto *menuButton = new QToolButton(this);
    menuButton->setObjectName(u"statistics." + name + u"Menu");
    menuButton->setIcon(themedIcon(u"ellipsis"_s));
    menuButton->setIconSize(QSize(16, 16));
    menuButton->setToolTip(tr("Copy or save this chart"));
    menuButton->setAccessibleName(tr("%1: copy or save").arg(title));
    menuButton->setFocusPolicy(Qt::TabFocus);
    addTrailing(m_switch);
    addTrailing(menuButton);

    auto *chartLayout = new QVBoxLayout(m_chartSide);
    chartLayout->setContentsMargins(0, 0, 0, 0);
    chartLayout->setSpacing(4);
    chartLayout->addWidget(m_view);
    chartLayout->addWidget(m_more, 0, Qt::AlignLeft);
    chartLayout->addStretch();
    m_more->hide();
    m_stack->addWidget(m_chartSide);
    m_stack->addWidget(m_table);
    body()->addWidget(m_stack);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);

    connect(m_switch, &QToolButton::toggled, this, [this](bool table) {
        m_stack->setCurrentIndex(table ? 1 : 0);
        fitHeight();
        if (table)
            m_table->setFocus();
    });
    connect(menuButton, &QToolButton::clicked, this,
            [this, menuButton] { showMenu(menuButton->mapToGlobal(QPoint(0, menuButton->height()))); });
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_all = !m_all;
        rebuild();
    });
    connect(m_table, &FigureTable::figureRequested, this, &FigurePanel::figureRequested);
    connect(m_table, &FigureTable::columnsChosen, this, &FigurePanel::fitHeight);
    connect(m_table, &QTreeView::expanded, this, &FigurePanel::fitHeight);
    connect(&Theme::instance(), &Theme::changed, this, &FigurePanel::rebuild);
}

FigurePanel::~FigurePanel() = default;

void FigurePanel::showChart(const ChartData &chart, qsizetype most)
{
    m_data = chart;
    m_most = most;
    rebuild();
}

void FigurePanel::showChart(const LineData &chart)
{
    m_data = chart;
    rebuild();
}

void FigurePanel::showTable(const FigureTableData &table)
{
    m_table->setTable(table);
    fitHeight();
}

ChartData FigurePanel::shownBars() const
{
    ChartData bars = std::get<ChartData>(m_data);
    if (!m_all && bars.bars.size() > m_most)
        bars.bars.resize(m_most);
    return bars;
}

void FigurePanel::rebuild()
{
    const ChartLook look = panelChartLook();
    std::unique_ptr<QChart> chart;
    if (const auto *bars = std::get_if<ChartData>(&m_data)) {
        chart = makeBarChart(shownBars(), look);
        const auto all = static_cast<int>(bars->bars.size());
        m_more->setVisible(all > m_most);
        m_more->setText(m_all ? tr("Show only the first %n", nullptr, static_cast<int>(m_most))
                              : tr("Show all %n", nullptr, all));
    } else {
        chart = makeLineChart(std::get<LineData>(m_data), look);
    }
    if (ChartPointer *pointer = ChartPointer::of(*chart))
        connect(pointer, &ChartPointer::clicked, this, &FigurePanel::figureRequested);
    const std::unique_ptr<QChart> old(m_view->chart());
    m_view->setChart(chart.release());
    fitHeight();
}

void FigurePanel::fitHeight()
{
    const ChartLook look = panelChartLook();
    const int width = std::max(200, m_view->width());
    const int chartHeight = std::holds_alternative<ChartData>(m_data)
                                ? recommendedHeight(shownBars(), look, width)
                                : recommendedHeight(std::get<LineData>(m_data), look);
    if (m_view->minimumHeight() != chartHeight)
        m_view->setFixedHeight(chartHeight);
    const bool table = m_stack->currentIndex() == 1;
    const int more = m_more->isHidden() ? 0 : m_more->sizeHint().height() + 4;
    int height = chartHeight + more;
    if (table) {
        const int rest = m_table->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff ? 0 : 12;
        height = std::max(160, std::min(tallestTable, m_table->fullHeight() + rest));
    }
    if (m_stack->minimumHeight() != height)
        m_stack->setFixedHeight(height);
}

void FigurePanel::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    fitHeight();
}

QByteArray FigurePanel::png() const
{
    const ChartLook look = ChartLook::paper();
    if (std::holds_alternative<LineData>(m_data)) {
        const auto &line = std::get<LineData>(m_data);
        return renderPng(makeLineChart(line, look), {pictureWidth, recommendedHeight(line, look) + 60}, 192);
    }
    const ChartData bars = shownBars();
    return renderPng(makeBarChart(bars, look), {pictureWidth, recommendedHeight(bars, look, pictureWidth)}, 192);
}

QByteArray FigurePanel::svg() const
{
    const ChartLook look = ChartLook::paper();
    if (std::holds_alternative<LineData>(m_data)) {
        const auto &line = std::get<LineData>(m_data);
        return renderSvg(makeLineChart(line, look), {pictureWidth, recommendedHeight(line, look) + 60});
    }
    const ChartData bars = shownBars();
    return renderSvg(makeBarChart(bars, look), {pictureWidth, recommendedHeight(bars, look, pictureWidth)});
}

void FigurePanel::contextMenuEvent(QContextMenuEvent *event)
{
    showMenu(event->globalPos());
}

void FigurePanel::showMenu(const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(menu);
    menu->popup(place);
}

void FigurePanel::fillMenu(QMenu *menu)
{
    connect(menu->addAction(themedIcon(u"image"_s), tr("Copy as a picture")), &QAction::triggered, this, [this] {
        // Both forms: a program takes the one that it can show.
        auto *copy = new QMimeData;
        copy->setImageData(QImage::fromData(png(), "PNG"));
        copy->setData(u"image/svg+xml"_s, svg());
        copyLasting(copy);
    });
    connect(menu->addAction(themedIcon(u"copy"_s), tr("Copy the table")), &QAction::triggered, this,
            [this] { copyLasting(toTsv(m_table->shownTable())); });
    if (m_table->hasChoice())
        m_table->fillColumnMenu(menu->addMenu(tr("Columns of the table")));
    menu->addSeparator();
    const QString name = fileNameOf(m_fileTitle);
    connect(menu->addAction(tr("Save as PNG…")), &QAction::triggered, this,
            [this, name] { m_saver.choose(tr("Save the chart"), name, u"png"_s, [this] { return png(); }); });
    connect(menu->addAction(tr("Save as SVG…")), &QAction::triggered, this,
            [this, name] { m_saver.choose(tr("Save the chart"), name, u"svg"_s, [this] { return svg(); }); });
}

} // namespace huiyin
