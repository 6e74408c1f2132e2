// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/StatisticsPage.h"

#include "controls/ActionButton.h"
#include "controls/EmptyState.h"
#include "controls/NoticeBar.h"
#include "controls/PeriodPicker.h"
#include "domain/ItemList.h"
#include "exchange/FigureBook.h"
#include "paper/BulletinPages.h"
#include "paper/PdfFile.h"
#include "shell/FileSaver.h"
#include "shell/Icon.h"
#include "statistics/ChartData.h"
#include "statistics/FigureName.h"
#include "statistics/FigureOpener.h"
#include "statistics/FigurePanel.h"
#include "statistics/FigureTables.h"
#include "statistics/PrintPreview.h"
#include "statistics/QuestionBar.h"
#include "statistics/StatisticsBuilder.h"
#include "statistics/StatisticsPaper.h"
#include "statistics/StatisticsReport.h"
#include "statistics/StatisticsTiles.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qsizetype firstDepartments = 8;

QString suffixOf(StatisticsPage::Format format)
{
    switch (format) {
    case StatisticsPage::Format::Png:
        return u"png"_s;
    case StatisticsPage::Format::Svg:
        return u"svg"_s;
    case StatisticsPage::Format::Csv:
        return u"csv"_s;
    case StatisticsPage::Format::Xlsx:
        return u"xlsx"_s;
    case StatisticsPage::Format::Pdf:
        break;
    }
    return u"pdf"_s;
}

} // namespace

StatisticsPage::StatisticsPage(const PageContext &context, QWidget *parent)
    : FigurePage(context, u"statistics"_s, 400, parent)
    , m_stack(new QStackedWidget(this))
    , m_content(new QWidget)
    , m_tiles(new StatisticsTiles(m_content))
{
    auto *noticeRow = new QVBoxLayout;
    noticeRow->setContentsMargins(16, 12, 16, 0);
    noticeRow->addWidget(notice());
    auto *noticeWidget = new QWidget(this);
    noticeWidget->setLayout(noticeRow);
    noticeWidget->hide();
    connect(notice(), &NoticeBar::visibilityChanged, noticeWidget, &QWidget::setVisible);

    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"statistics.scroll"_s);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // a bar that comes and goes would move the panels
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false);
    scroll->setWidget(m_content);
    m_stack->addWidget(scroll);
    auto *empty = new EmptyState(u"chart-column"_s, tr("Nothing was received in this period"),
                                 tr("Choose another period above, or take calls and write tickets first."), m_stack);
    empty->setObjectName(u"statistics.empty"_s);
    m_stack->addWidget(empty);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(noticeWidget);
    layout->addWidget(m_stack, 1);

    buildTopBar();
    connect(m_tiles, &StatisticsTiles::figureRequested, this, &StatisticsPage::openFigure);
    buildPanels();

    lookUpPeriod();
}

void StatisticsPage::buildTopBar()
{
    auto *exportButton = new ActionButton(tr("E&xport"), {}, ActionButton::Look::Plain, topBar());
    exportButton->setObjectName(u"statistics.export"_s);
    exportButton->setAccessibleName(tr("Export or print the figures"));
    exportButton->setIcon(themedIcon(u"download"_s));
    auto *menu = new QMenu(exportButton);
    const auto add = [&](const QString &name, const QString &icon, const QString &text, const QKeySequence &key,
                         auto act) {
        QAction *action = addPageAction(name, icon, text, key);
        connect(action, &QAction::triggered, this, act);
        menu->addAction(action);
    };
    add(u"print"_s, u"printer"_s, tr("&Print…"), QKeySequence::Print, [this] { print(); });
    add(u"exportPdf"_s, {}, tr("Save as P&DF…"), {}, [this] { chooseExport(Format::Pdf); });
    add(u"exportPng"_s, {}, tr("Charts as P&NG…"), {}, [this] { chooseExport(Format::Png); });
    add(u"exportSvg"_s, {}, tr("Charts as &SVG…"), {}, [this] { chooseExport(Format::Svg); });
    add(u"exportCsv"_s, {}, tr("Figures as &CSV…"), {}, [this] { chooseExport(Format::Csv); });
    add(u"exportXlsx"_s, {}, tr("Figures for &Excel…"), {}, [this] { chooseExport(Format::Xlsx); });
    exportButton->setMenu(menu);

    auto *layout = new QHBoxLayout(topBar());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(questionBar());
    layout->addWidget(exportButton);
    layout->addStretch();
}

FigurePanel *StatisticsPage::addPanel(const QString &name, const QString &title)
{
    auto *panel = new FigurePanel(name, title, *saver(), m_content);
    connect(panel, &FigurePanel::figureRequested, this, &StatisticsPage::openFigure);
    return panel;
}

void StatisticsPage::buildPanels()
{
    m_categories = addPanel(u"category"_s, tr("Shares of the categories"));
    m_departments = addPanel(u"department"_s, tr("Closure by department"));
    m_types = addPanel(u"type"_s, tr("Request types"));
    m_channels = addPanel(u"channel"_s, tr("Channels"));
    m_topics = addPanel(u"topic"_s, tr("Topics"));
    m_days = addPanel(u"day"_s, tr("Accepted by day"));

    m_unfold = new QToolButton(m_categories);
    m_unfold->setObjectName(u"statistics.unfold"_s);
    m_unfold->setIcon(themedIcon(u"layers"_s, ColourRole::TextSoft, ColourRole::AccentText));
    m_unfold->setIconSize(QSize(16, 16));
    m_unfold->setToolTip(tr("Show sub-categories"));
    m_unfold->setAccessibleName(tr("Show sub-categories"));
    m_unfold->setFocusPolicy(Qt::TabFocus);
    m_unfold->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_unfold);
    m_unfold->setMenu(menu);
    m_categories->addTrailing(m_unfold);
    m_unfold->hide(); // until there is something to unfold
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        connect(menu->addAction(tr("Unfold all")), &QAction::triggered, this, [this] {
            for (const CategoryFigures &row : std::as_const(m_figures->byCategory)) {
                if (row.id && !row.children.isEmpty())
                    m_unfolded.insert(*row.id);
            }
            showCategories();
        });
        connect(menu->addAction(tr("Fold all")), &QAction::triggered, this, [this] {
            m_unfolded.clear();
            showCategories();
        });
        menu->addSeparator();
        for (const CategoryFigures &row : std::as_const(m_figures->byCategory)) {
            if (!row.id || row.children.isEmpty())
                continue;
            QAction *action = menu->addAction(QString(row.name).replace(u'&', u"&&"_s));
            action->setCheckable(true);
            action->setChecked(m_unfolded.contains(*row.id));
            connect(action, &QAction::toggled, this, [this, id = *row.id](bool on) {
                if (on)
                    m_unfolded.insert(id);
                else
                    m_unfolded.remove(id);
                showCategories();
            });
        }
    });

    auto *left = new QVBoxLayout;
    left->setSpacing(12);
    left->addWidget(m_categories);
    left->addWidget(m_types);
    left->addWidget(m_topics);
    left->addStretch();
    auto *right = new QVBoxLayout;
    right->setSpacing(12);
    right->addWidget(m_departments);
    right->addWidget(m_days);
    right->addWidget(m_channels);
    right->addStretch();
    auto *columns = new QHBoxLayout;
    columns->setSpacing(12);
    columns->addLayout(left, 7);
    columns->addLayout(right, 6);
    auto *layout = pageLayout(new QVBoxLayout(m_content));
    layout->setContentsMargins(16, 12, 4, 12); // the scroll bar takes the rest
    layout->addWidget(m_tiles);
    layout->addLayout(columns);
    layout->addStretch();
}

QString StatisticsPage::failure() const
{
    return tr("The figures could not be counted.");
}

void StatisticsPage::reload()
{
    m_pendingPrevious.cancel();
    m_pendingLastYear.cancel();
    Question question{.period = questionBar()->period(), .cutOff = questionBar()->cutOff()};
    ask(
        [question, topics = questionBar()->chosenTopics()](CaseFile &file, const Progress &progress) mutable {
            question.excludedTopics = topics ? *topics : topicsIn(file, question.period);
            return buildStatistics(file, question, progress);
        },
        [this](const Statistics &figures) {
            m_previous.reset();
            m_lastYear.reset();
            showAll(figures);
            askReferences();
        });
}

// The periods to compare with come a little later: the rates and the line of the trend need all of their figures.
void StatisticsPage::askReferences()
{
    const int asked = token();
    const auto compare = [this, asked](const std::optional<ChangeFigures> &change,
                                       std::optional<Statistics> StatisticsPage::*place) {
        if (!change || (change->accepted.reference == 0 && change->calls.reference == 0))
            return PendingRead();
        const Question question{.period = change->period,
                                .cutOff = change->cutOff,
                                .excludedTopics = m_figures->question.excludedTopics,
                                .withChange = false};
        return session().read(
            this,
            [question](CaseFile &file, const Progress &progress) { return buildStatistics(file, question, progress); },
            [this, asked, place](const Statistics &figures) {
                if (asked != token())
                    return;
                this->*place = figures;
                m_tiles->showFigures(*m_figures, m_previous, m_lastYear);
                showTrend();
            });
    };
    m_pendingPrevious = compare(m_figures->previousPeriod, &StatisticsPage::m_previous);
    m_pendingLastYear = compare(m_figures->samePeriodLastYear, &StatisticsPage::m_lastYear);
}

void StatisticsPage::showAll(const Statistics &figures)
{
    m_figures = figures;
    questionBar()->showTopics(figures.question.excludedTopics);
    setActionsEnabled();
    m_tiles->showFigures(*m_figures, m_previous, m_lastYear);
    showCategories();

    m_departments->setVisible(!figures.byDepartment.isEmpty());
    m_departments->setTrailingText(
        tr("dispatched %1 · closed %2 · %n department(s)", nullptr, static_cast<int>(figures.byDepartment.size()))
            .arg(figures.dispatched.total)
            .arg(figures.dispatched.closed));
    m_departments->showChart(departmentChart(figures, {}), firstDepartments);
    m_departments->showTable(departmentTable(figures));

    m_types->setTrailingText(tr("of %1 accepted").arg(figures.accepted));
    m_types->showChart(requestTypeChart(figures, {}));
    m_types->showTable(requestTypeTable(figures));

    m_channels->setTrailingText(tr("closed / received"));
    m_channels->showChart(channelChart(figures, {}));
    m_channels->showTable(channelTable(figures));

    m_topics->setVisible(!figures.byTopic.isEmpty());
    ChartData topics{.title = u"专题受理办结情况"_s, .subtitle = u"办结/受理，单位：件"_s};
    for (const TopicFigures &row : figures.byTopic) {
        topics.bars.append({.label = row.name,
                            .value = row.closed,
                            .total = row.accepted,
                            .note = percent({row.closed, row.accepted}),
                            .figure = FigureKey{.measure = Measure::ByTopic, .row = row.id.value()}});
    }
    m_topics->setTrailingText(tr("closed / accepted"));
    m_topics->showChart(topics);
    m_topics->showTable(topicTable(figures));
    showTrend();

    m_stack->setCurrentIndex(figures.accepted == 0 && figures.calls == 0 && figures.byCategory.isEmpty() ? 1 : 0);
    Q_EMIT figuresShown();
}

void StatisticsPage::showCategories()
{
    if (!m_figures)
        return;
    const Statistics &figures = *m_figures;
    m_unfold->setVisible(std::ranges::any_of(
        figures.byCategory, [](const CategoryFigures &row) { return row.id && !row.children.isEmpty(); }));
    const QString without =
        figures.excludedTopics.isEmpty()
            ? QString()
            : QString(u" · " + tr("without %1", "a topic").arg(joinedItems(figures.excludedTopics)));
    m_categories->setTrailingText(tr("of %1 tickets").arg(figures.categoryBase) + without);
    m_categories->showChart(categoryChart(figures, {}, m_unfolded.values()));
    m_categories->showTable(categoryTable(figures));
}

// Last year's days if there are any, else those of the period before.
const Statistics *StatisticsPage::trendReference() const
{
    const auto usable = [](const std::optional<Statistics> &reference) { return reference && reference->accepted > 0; };
    return usable(m_lastYear) ? &*m_lastYear : usable(m_previous) ? &*m_previous : nullptr;
}

QString StatisticsPage::trendReferenceName() const
{
    return trendReference() == (m_lastYear ? &*m_lastYear : nullptr) ? tr("Last year") : tr("Period before");
}

void StatisticsPage::showTrend()
{
    const Statistics *reference = trendReference();
    LineData line = dayChart(*m_figures, reference);
    // Days to come are not days without a ticket: the line ends today.
    const auto future = std::ranges::upper_bound(line.days, session().today());
    if (future != line.days.begin())
        line.values.resize(std::min(line.values.size(), qsizetype(future - line.days.begin())));
    line.name = tr("This period");
    line.referenceName = trendReferenceName();
    m_days->setTrailingText(reference ? tr("against %1").arg(displayLabel(reference->question.period))
                                      : tr("tickets a day"));
    m_days->showChart(line);
    m_days->showTable(dayTable(*m_figures, reference, trendReferenceName()));
}

void StatisticsPage::openFigure(FigureKey figure)
{
    if (m_figures)
        opener()->open(m_figures->question, figure);
}

// ---- Export

QByteArray StatisticsPage::bytesOf(Format format) const
{
    if (!m_figures)
        return {};
    switch (format) {
    case Format::Pdf:
        return pdfOf(statisticsDocument(*m_figures, session().office(), session().today()));
    case Format::Png:
        return chartsAsPng(*m_figures);
    case Format::Svg:
        return chartsAsSvg(*m_figures);
    case Format::Csv:
    case Format::Xlsx: // has a file of its own: exportTo()
        break;
    }
    return QByteArrayLiteral("\xEF\xBB\xBF")
           + toCsv(*m_figures, session().zone()).toUtf8(); // the mark is for spreadsheets
}

void StatisticsPage::exportTo(const QString &path, Format format)
{
    if (format != Format::Xlsx) {
        saver()->write(path, bytesOf(format));
    } else if (m_figures) {
        saver()->writeWith(path, [path, figures = *m_figures, office = session().office(), zone = session().zone(),
                                  today = session().today()](bool overwrite) {
            writeFigureBook(path, overwrite, figures, office, zone, today);
        });
    }
}

void StatisticsPage::chooseExport(Format format)
{
    if (!m_figures)
        return;
    saver()->choosePlace(tr("Save the figures"),
                         fileNameOf(tr("Statistics %1").arg(displayLabel(m_figures->question.period))),
                         suffixOf(format), [this, format](const QString &path) { exportTo(path, format); });
}

void StatisticsPage::print()
{
    if (!m_figures)
        return;
    const auto pages =
        std::make_shared<const BulletinPages>(statisticsDocument(*m_figures, session().office(), session().today()));
    showPrintPreview(session(), this,
                     {.pages = pages, .title = tr("Statistics %1").arg(displayLabel(m_figures->question.period))});
}

} // namespace huiyin
