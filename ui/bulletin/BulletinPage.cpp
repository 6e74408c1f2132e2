// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/BulletinPage.h"

#include "bulletin/BestCasesDialog.h"
#include "bulletin/BulletinComposer.h"
#include "bulletin/BulletinOutline.h"
#include "bulletin/BulletinPreview.h"
#include "bulletin/IssueFields.h"
#include "bulletin/IssuesPanel.h"
#include "bulletin/MaterialPanel.h"
#include "bulletin/OfficeLayouts.h"
#include "controls/ActionButton.h"
#include "controls/NoticeBar.h"
#include "controls/Panel.h"
#include "paper/BulletinPages.h"
#include "paper/PaperFonts.h"
#include "shell/FileSaver.h"
#include "shell/Icon.h"
#include "shell/Settings.h"
#include "statistics/FigureOpener.h"
#include "statistics/FigureTable.h"
#include "statistics/QuestionBar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr auto layoutKey = "bulletin/layout";
constexpr int sideWidth = 244;
constexpr int factsWidth = 276;

// The layout that goes with a period when nobody has chosen one.
QString usualLayout(Period::Kind kind)
{
    switch (kind) {
    case Period::Kind::Quarter:
        return u"xiangtan-quarterly"_s;
    case Period::Kind::Year:
        return u"annual"_s;
    case Period::Kind::Month:
    case Period::Kind::Free:
        break;
    }
    return u"siping-monthly"_s;
}

} // namespace

struct BulletinPage::Composed
{
    BulletinDocument document; // masked, as it would go out
    QList<Bulletin> issues;
    QList<LayoutInfo> layouts;
    QList<TwoLineGroup> cases;
};

BulletinPage::BulletinPage(const PageContext &context, QWidget *parent)
    : FigurePage(context, u"bulletin"_s, 250, parent)
    , m_issues(new IssuesPanel(this))
    , m_layout(new QComboBox(topBar()))
    , m_outline(new BulletinOutline(this))
    , m_preview(new BulletinPreview(this))
    , m_figures(new FigureTable(this))
    , m_material(new MaterialPanel(session(), u"bulletin."_s, this))
    , m_issue(new IssueFields(u"bulletin."_s, session().today(), this))
    , m_composer(new BulletinComposer(context, this))
    , m_export(new BulletinExport(
          session(), saver(), notice(), [this] { return leaving(); }, this))
    , m_stack(new QStackedWidget(this))
    , m_questionSide(new QWidget(topBar()))
{
    m_outline->setObjectName(u"bulletin.outline"_s);
    m_outline->setAccessibleName(tr("Outline"));
    m_preview->setObjectName(u"bulletin.preview"_s);
    m_preview->setAccessibleName(tr("Preview of the bulletin"));
    m_figures->setObjectName(u"bulletin.figures"_s);
    m_figures->setAccessibleName(tr("Figures"));

    buildTopBar();
    buildActions();
    buildPanels();
    connectComposer();

    const auto openFigure = [this](FigureKey figure) {
        if (m_document)
            opener()->open(m_document->figures.question, figure);
    };
    connect(m_preview, &BulletinPreview::figureRequested, this, openFigure);
    connect(m_figures, &FigureTable::figureRequested, this, openFigure);
    connect(m_preview, &BulletinPreview::blockReached, m_outline, &BulletinOutline::markBlock);
    connect(m_outline, &BulletinOutline::blockRequested, m_preview, &BulletinPreview::showBlock);
    connect(m_material, &MaterialPanel::ticketRequested, this, &Page::ticketRequested);
    connect(m_material, &MaterialPanel::ticketsRequested, this, &Page::ticketsRequested);
    loadPaperFontsSoon();
    lookUpPeriod();
}

BulletinPage::~BulletinPage() = default;

void BulletinPage::buildTopBar()
{
    m_layout->setObjectName(u"bulletin.layout"_s);
    m_layout->setAccessibleName(tr("Layout of the bulletin"));
    m_layout->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_layout->setMaximumWidth(220);
    showLayouts(layouts());
    m_keptLayout = settings().value(QLatin1StringView(layoutKey)).toString();
    const int kept = m_layout->findData(m_keptLayout);
    m_layoutChosen = kept >= 0;
    m_layout->setCurrentIndex(std::max(0, kept));
    m_layout->setToolTip(m_layout->currentData(Qt::ToolTipRole).toString());
    connect(m_layout, &QComboBox::activated, this, [this] {
        m_layoutChosen = true;
        settings().setValue(QLatin1StringView(layoutKey), m_layout->currentData());
        m_layout->setToolTip(m_layout->currentData(Qt::ToolTipRole).toString());
        reload();
    });

    auto *question = new QHBoxLayout(m_questionSide);
    question->setContentsMargins(0, 0, 0, 0);
    question->setSpacing(8);
    question->addWidget(m_layout);
    question->addWidget(questionBar());
    question->addStretch();
    auto *layout = new QHBoxLayout(topBar());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_questionSide, 1);
    layout->addWidget(m_composer->bar(), 1);
    setTabChain(QList<QWidget *>{m_layout} + questionBar()->fields());
}

void BulletinPage::buildActions()
{
    const auto add = [this](const QString &name, const QString &icon, const QString &text, const QKeySequence &key,
                            auto act) {
        connect(addPageAction(name, icon, text, key), &QAction::triggered, this, act);
    };
    add(u"printAction"_s, u"printer"_s, tr("&Print…"), QKeySequence::Print, [this] { m_export->print(); });
    add(u"exportPdf"_s, {}, tr("Save as P&DF…"), {}, [this] { m_export->chooseFile(Format::Pdf); });
    add(u"exportWord"_s, {}, tr("Save as a Wo&rd document…"), {}, [this] { m_export->chooseFile(Format::Word); });
    add(u"exportText"_s, {}, tr("Save as te&xt…"), {}, [this] { m_export->chooseFile(Format::Text); });
    add(u"exportHtml"_s, {}, tr("Save as a &web page…"), {}, [this] { m_export->chooseFile(Format::Html); });
    add(u"exportWorkbook"_s, {}, tr("Save its tables and charts as an Excel wor&kbook…"), {},
        [this] { m_export->chooseFile(Format::Workbook); });
    add(u"beginDraft"_s, u"file-plus"_s, tr("&Begin a draft"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N),
        [this] { beginDraft(); });
    add(u"copyText"_s, u"copy"_s, tr("&Copy the text"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
        [this] { m_export->copyText(); });
}

void BulletinPage::openBestCases()
{
    auto *dialog = new BestCasesDialog(session(), questionBar()->period().to.year(), this);
    connect(dialog, &BestCasesDialog::ticketRequested, this, &Page::ticketRequested);
    connect(dialog, &BestCasesDialog::noticeRequested, this, [this](int year) {
        m_layoutChosen = true;
        m_layout->setCurrentIndex(std::max(0, m_layout->findData(u"best-cases"_s)));
        m_layout->setToolTip(m_layout->currentData(Qt::ToolTipRole).toString());
        questionBar()->setPeriod(Period::year(year));
    });
    dialog->open();
}

// Those that ship with the program, and the office's own.
void BulletinPage::showLayouts(const QList<LayoutInfo> &all)
{
    QString current = m_layout->currentData().toString();
    // One of the office's own that was chosen before is known only now.
    if (!m_layoutChosen && current != m_keptLayout
        && std::ranges::find(all, m_keptLayout, &LayoutInfo::name) != all.end()) {
        current = m_keptLayout;
        m_layoutChosen = true;
        reloadSoon();
    }
    m_layout->clear();
    for (const LayoutInfo &layout : all) {
        // 月度通报（…）: what is in brackets stands in the tip.
        m_layout->addItem(layout.title.section(u'（', 0, 0), layout.name);
        m_layout->setItemData(m_layout->count() - 1, layout.title, Qt::ToolTipRole);
    }
    m_layout->setCurrentIndex(std::max(0, m_layout->findData(current)));
    m_layout->setToolTip(m_layout->currentData(Qt::ToolTipRole).toString());
}

void BulletinPage::buildPanels()
{
    auto *outline = new Panel(tr("Outline"), this);
    outline->body()->addWidget(m_outline);
    outline->body()->setContentsMargins(7, 0, 7, 7);
    auto *left = new QVBoxLayout;
    left->setSpacing(12);
    left->addWidget(m_issues, 3);
    connect(m_issues, &IssuesPanel::issueRequested, this, &BulletinPage::openIssue);
    connect(m_issues, &IssuesPanel::bestCasesRequested, this, &BulletinPage::openBestCases);
    left->addWidget(outline, 4);
    left->addWidget(m_issue);
    connect(m_issue, &IssueFields::valuesChanged, this, &BulletinPage::reloadSoon);
    auto *leftSide = new QWidget(this);
    leftSide->setFixedWidth(sideWidth);
    left->setContentsMargins(0, 0, 0, 0);
    leftSide->setLayout(left);

    auto *figures = new Panel(tr("Figures"), this);
    figures->setFlush(true);
    figures->body()->addWidget(m_figures);
    m_figures->setHeaderHidden(true);
    m_figures->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    QAction *printAction = menuActions().first();
    auto *printButton = new ActionButton(tr("Print"), {}, ActionButton::Look::Plain, this);
    printButton->setObjectName(u"bulletin.print"_s);
    printButton->setIcon(themedIcon(u"printer"_s));
    printButton->showKey(QKeySequence::Print);
    printButton->setToolTip(tr("See how it will be printed, and print it (Ctrl+P)"));
    connect(printButton, &QPushButton::clicked, printAction, &QAction::trigger);
    auto *exportButton = new ActionButton(tr("E&xport"), {}, ActionButton::Look::Plain, this);
    exportButton->setObjectName(u"bulletin.export"_s);
    exportButton->setIcon(themedIcon(u"download"_s));
    auto *draftButton = new ActionButton(tr("Begin a draft"), {}, ActionButton::Look::Primary, this);
    draftButton->setObjectName(u"bulletin.draft"_s);
    draftButton->setIcon(themedIcon(u"file-plus"_s, ColourRole::OnAccent));
    draftButton->setToolTip(tr("Keep this bulletin as a draft, to be written, checked and published (Ctrl+Shift+N)"));
    connect(draftButton, &QPushButton::clicked, this, &BulletinPage::beginDraft);
    auto *menu = new QMenu(exportButton);
    const auto actions = menuActions();
    for (QAction *action : actions) {
        if (action->objectName().contains(u"export") || action->objectName().contains(u"copyText"))
            menu->addAction(action);
    }
    const auto popUp = [menu](QWidget *button) {
        menu->popup(button->mapToGlobal(QPoint(0, -menu->sizeHint().height() - 4)));
    };
    connect(m_composer, &BulletinComposer::exportRequested, this, popUp);
    exportButton->setEnabled(false);
    printButton->setEnabled(false);
    draftButton->setEnabled(false);
    connect(printAction, &QAction::changed, this, [this, printAction, printButton, exportButton, draftButton] {
        printButton->setEnabled(printAction->isEnabled());
        exportButton->setEnabled(printAction->isEnabled());
        draftButton->setEnabled(printAction->isEnabled() && session().may(Command::ComposeBulletin));
    });
    connect(exportButton, &QPushButton::clicked, this, [popUp, exportButton] { popUp(exportButton); });
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(printButton, 1);
    buttons->addWidget(exportButton, 1);

    auto *right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(12);
    right->addWidget(figures);
    right->addWidget(m_material, 1);
    right->addLayout(buttons);
    right->addWidget(draftButton);
    auto *rightSide = new QWidget(this);
    rightSide->setFixedWidth(factsWidth);
    rightSide->setLayout(right);

    auto *across = new QHBoxLayout;
    across->setSpacing(12);
    across->addWidget(leftSide);
    across->addWidget(m_preview, 1);
    across->addWidget(rightSide);
    auto *previewed = new QWidget(this);
    auto *previewLayout = new QVBoxLayout(previewed);
    previewLayout->setContentsMargins(0, 0, 0, 0);
    previewLayout->setSpacing(12);
    previewLayout->addLayout(across, 1);
    m_stack->addWidget(previewed);
    m_stack->addWidget(m_composer);
    auto *layout = pageLayout(new QVBoxLayout(this));
    layout->addWidget(notice());
    layout->addWidget(m_stack, 1);
    m_preview->setMinimumWidth(220);
    setTabChain(m_issues->tabChain() + QList<QWidget *>{m_outline} + m_issue->tabChain()
                + QList<QWidget *>{m_preview, m_figures} + m_material->tabChain()
                + QList<QWidget *>{printButton, exportButton, draftButton});
}

void BulletinPage::questionChanged()
{
    suitLayout();
    reload();
}

QString BulletinPage::failure() const
{
    return tr("The bulletin could not be composed.");
}

void BulletinPage::suitLayout()
{
    if (m_layoutChosen)
        return;
    const int index = m_layout->findData(usualLayout(questionBar()->period().kind));
    m_layout->setCurrentIndex(std::max(0, index));
    m_layout->setToolTip(m_layout->currentData(Qt::ToolTipRole).toString());
}

BulletinRequest BulletinPage::request() const
{
    m_issue->setToday(session().today());
    const IssueFields::Values issue = m_issue->values();
    return {.layout = m_layout->currentData().toString(),
            .period = questionBar()->period(),
            .cutOff = questionBar()->cutOff(),
            .excludedTopics = questionBar()->chosenTopics(),
            .issue = issue.issue,
            .runningIssue = issue.runningIssue,
            .isExtra = issue.isExtra,
            .date = issue.date};
}

void BulletinPage::reload()
{
    // What lies behind the composer is composed when one comes back to it.
    if (!questionBar()->isReady() || isComposing())
        return;
    ask(
        [request = request(), departments = session().codeTables().departments](CaseFile &file,
                                                                                const Progress &progress) {
            Composed composed{.document = composeBulletin(file, request, progress),
                              .issues = bulletinsOf(file),
                              .layouts = layoutsOf(file),
                              .cases = {}};
            composed.document = published(composed.document, citizensOfCases(file, casesIn(composed.document)));
            composed.cases = pickedCaseGroups(file, composed.document.figures.question, departments);
            return composed;
        },
        [this](const Composed &composed) { showBulletin(composed); });
}

void BulletinPage::showBulletin(const Composed &composed)
{
    m_document = composed.document;
    m_issues->setIssues(composed.issues, session().zone());
    showLayouts(composed.layouts);
    m_pages = std::make_shared<const BulletinPages>(*m_document);
    m_preview->setPages(m_pages);
    m_outline->setDocument(*m_document);
    questionBar()->showTopics(m_document->figures.question.excludedTopics);
    showFigures();

    m_material->setCases(composed.cases);
    m_material->lookForCases(m_document->figures.question);
    m_material->lookForHotSpots(m_document->figures.question);
    setActionsEnabled();
    Q_EMIT bulletinShown();
}

void BulletinPage::showFigures()
{
    const Statistics &f = m_document->figures;
    const PercentStyle style = m_document->percentStyle;
    const auto row = [](const QString &name, const QString &value, Measure measure) {
        return FigureRow{.name = name, .cells = {{.text = value, .figure = FigureKey{.measure = measure}}}};
    };
    const auto count = [&row](const QString &name, qint64 value, Measure measure) {
        return row(name, QString::number(value), measure);
    };
    FigureTableData table{.header = {tr("Figure"), tr("Value")}};
    table.rows = {count(tr("Calls"), f.calls, Measure::Calls),
                  count(tr("Accepted"), f.accepted, Measure::Accepted),
                  count(tr("Closed"), f.closed, Measure::Closed),
                  count(tr("Open"), f.open, Measure::Open),
                  row(tr("Closure rate"), percent(f.closureRate, style), Measure::Closed),
                  count(tr("Dispatched"), f.dispatched.total, Measure::Dispatched),
                  row(tr("On-time closure rate"), percent(f.dispatched.onTimeRate, style), Measure::DispatchedOnTime),
                  count(tr("Base of the category shares"), f.categoryBase, Measure::CategoryBase)};
    m_figures->setTable(table);
    m_figures->setFixedHeight(m_figures->fullHeight());
}

// What is printed and exported: the issue that is open, or what is previewed.
std::optional<BulletinExport::Leaving> BulletinPage::leaving() const
{
    if (isComposing() && !m_composer->knowsCitizens()) {
        notice()->showNotice(Tone::Info,
                             tr("The citizens of a case that was just put in are being looked up. Try again "
                                "in a moment."));
        return std::nullopt;
    }
    const auto document = isComposing() ? m_composer->goingOut() : m_document;
    if (!document)
        return std::nullopt;
    const QString called = isComposing() ? document->title : document->figures.question.period.label();
    return BulletinExport::Leaving{.document = *document,
                                   .name = fileNameOf(document->masthead + u' ' + called),
                                   .record = u"bulletin "_s + called,
                                   .pages = isComposing() ? nullptr : m_pages};
}

void BulletinPage::exportTo(const QString &path, Format format)
{
    m_export->writeTo(path, format);
}

// ---- Issues

} // namespace huiyin
