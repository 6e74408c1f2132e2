// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/BulletinPage.h"

#include "bulletin/BulletinOutline.h"
#include "bulletin/BulletinPreview.h"
#include "bulletin/BulletinText.h"
#include "bulletin/MaterialPanel.h"
#include "bulletin/PickedCases.h"
#include "controls/ActionButton.h"
#include "controls/NoticeBar.h"
#include "controls/Panel.h"
#include "exchange/BulletinBook.h"
#include "exchange/BulletinDocx.h"
#include "paper/BulletinHtml.h"
#include "paper/BulletinPages.h"
#include "paper/BulletinWord.h"
#include "paper/ChartExport.h"
#include "paper/PaperFonts.h"
#include "paper/PdfFile.h"
#include "shell/ClipboardGuard.h"
#include "shell/FileSaver.h"
#include "shell/Icon.h"
#include "shell/Leaving.h"
#include "shell/Settings.h"
#include "statistics/FigureOpener.h"
#include "statistics/FigureTable.h"
#include "statistics/PrintPreview.h"
#include "statistics/QuestionBar.h"
#include "storage/TicketRepository.h"

#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

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

QString suffixOf(BulletinPage::Format format)
{
    switch (format) {
    case BulletinPage::Format::Word:
        return u"docx"_s;
    case BulletinPage::Format::Workbook:
        return u"xlsx"_s;
    case BulletinPage::Format::Text:
        return u"txt"_s;
    case BulletinPage::Format::Html:
        return u"html"_s;
    case BulletinPage::Format::Pdf:
        break;
    }
    return u"pdf"_s;
}

} // namespace

struct BulletinPage::Composed
{
    BulletinDocument document;
    std::array<QList<TwoLineGroup::Entry>, 3> cases; // problems, suggestions, solved
};

BulletinPage::BulletinPage(const PageContext &context, QWidget *parent)
    : FigurePage(context, u"bulletin"_s, 250, parent)
    , m_layout(new QComboBox(topBar()))
    , m_outline(new BulletinOutline(this))
    , m_preview(new BulletinPreview(this))
    , m_figures(new FigureTable(this))
    , m_material(new MaterialPanel(session(), this))
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
    const auto all = layouts();
    for (const LayoutInfo &layout : all) {
        // 月度通报（…）: what is in brackets stands in the tip.
        m_layout->addItem(layout.title.section(u'（', 0, 0), layout.name);
        m_layout->setItemData(m_layout->count() - 1, layout.title, Qt::ToolTipRole);
    }
    const int kept = m_layout->findData(settings().value(QLatin1StringView(layoutKey)).toString());
    m_layoutChosen = kept >= 0;
    m_layout->setCurrentIndex(std::max(0, kept));
    m_layout->setToolTip(m_layout->currentData(Qt::ToolTipRole).toString());
    connect(m_layout, &QComboBox::activated, this, [this] {
        m_layoutChosen = true;
        settings().setValue(QLatin1StringView(layoutKey), m_layout->currentData());
        m_layout->setToolTip(m_layout->currentData(Qt::ToolTipRole).toString());
        reload();
    });

    auto *layout = new QHBoxLayout(topBar());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_layout);
    layout->addWidget(questionBar());
    layout->addStretch();
    setTabChain(QList<QWidget *>{m_layout} + questionBar()->fields());
}

void BulletinPage::buildActions()
{
    const auto add = [this](const QString &name, const QString &icon, const QString &text, const QKeySequence &key,
                            auto act) {
        connect(addPageAction(name, icon, text, key), &QAction::triggered, this, act);
    };
    add(u"printAction"_s, u"printer"_s, tr("&Print…"), QKeySequence::Print, [this] { print(); });
    add(u"exportPdf"_s, {}, tr("Save as P&DF…"), {}, [this] { chooseExport(Format::Pdf); });
    add(u"exportWord"_s, {}, tr("Save as a Wo&rd document…"), {}, [this] { chooseExport(Format::Word); });
    add(u"exportText"_s, {}, tr("Save as te&xt…"), {}, [this] { chooseExport(Format::Text); });
    add(u"exportHtml"_s, {}, tr("Save as a &web page…"), {}, [this] { chooseExport(Format::Html); });
    add(u"exportWorkbook"_s, {}, tr("Save its &tables and charts as an Excel workbook…"), {},
        [this] { chooseExport(Format::Workbook); });
    add(u"copyText"_s, u"copy"_s, tr("&Copy the text"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
        [this] { copyText(); });
}

// Number and date stand in the head of the document.
Panel *BulletinPage::makeIssuePanel()
{
    auto *panel = new Panel(tr("Issue"), this);
    const auto number = [this, panel](const char *name, const QString &accessible) {
        auto *spin = new QSpinBox(panel);
        spin->setObjectName(QLatin1StringView(name));
        spin->setAccessibleName(accessible);
        spin->setRange(0, 99'999);
        spin->setSpecialValueText(tr("none", "no number of the issue"));
        spin->setAlignment(Qt::AlignRight);
        connect(spin, &QSpinBox::valueChanged, this, &BulletinPage::reloadSoon);
        return spin;
    };
    m_issue = number("bulletin.issue", tr("Number in the year"));
    m_runningIssue = number("bulletin.runningIssue", tr("Running number"));
    m_date = new QDateEdit(session().today(), panel);
    m_date->setObjectName(u"bulletin.date"_s);
    m_date->setAccessibleName(tr("Date of the issue"));
    m_date->setDisplayFormat(u"yyyy-MM-dd"_s);
    m_date->setCalendarPopup(true);
    connect(m_date, &QDateEdit::dateChanged, this, &BulletinPage::reloadSoon);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto addRow = [&](const QString &text, QWidget *field) {
        auto *label = textLabel(text, "soft", panel);
        label->setTextFormat(Qt::AutoText);
        label->setBuddy(field);
        grid->addWidget(label, row, 0);
        field->setMinimumWidth(field->fontMetrics().horizontalAdvance(u"2026-12-30"_s) + 48);
        grid->addWidget(field, row, 1);
        ++row;
    };
    addRow(tr("&Number"), m_issue);
    addRow(tr("Runnin&g no."), m_runningIssue);
    addRow(tr("&Date"), m_date);
    panel->body()->addLayout(grid);

    QStringList standIns;
    const auto faces = facesInUse();
    for (const FaceInUse &face : faces) {
        if (!face.official)
            standIns.append(tr("%1: %2", "a typeface and the one in its place").arg(face.wanted, face.family));
    }
    if (!standIns.isEmpty()) {
        auto *hint = textLabel(tr("%n official typeface(s) replaced", nullptr, static_cast<int>(standIns.size())),
                               "small", panel);
        hint->setObjectName(u"bulletin.fonts"_s);
        hint->setToolTip(tr("Not installed on this computer; in their place stand:") + u'\n' + standIns.join(u'\n'));
        panel->body()->addSpacing(4);
        panel->body()->addWidget(hint);
    }
    return panel;
}

void BulletinPage::buildPanels()
{
    auto *outline = new Panel(tr("Outline"), this);
    outline->body()->addWidget(m_outline);
    outline->body()->setContentsMargins(7, 0, 7, 7);
    auto *left = new QVBoxLayout;
    left->setSpacing(12);
    left->addWidget(outline, 1);
    left->addWidget(makeIssuePanel());
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
    auto *exportButton = new ActionButton(tr("E&xport"), {}, ActionButton::Look::Primary, this);
    exportButton->setObjectName(u"bulletin.export"_s);
    exportButton->setIcon(themedIcon(u"download"_s, ColourRole::OnAccent));
    auto *menu = new QMenu(exportButton);
    menu->addActions(menuActions().mid(1));
    exportButton->setEnabled(false);
    printButton->setEnabled(false);
    connect(printAction, &QAction::changed, this, [printAction, printButton, exportButton] {
        printButton->setEnabled(printAction->isEnabled());
        exportButton->setEnabled(printAction->isEnabled());
    });
    connect(exportButton, &QPushButton::clicked, this, [menu, exportButton] {
        menu->popup(exportButton->mapToGlobal(QPoint(0, -menu->sizeHint().height() - 4)));
    });
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
    auto *rightSide = new QWidget(this);
    rightSide->setFixedWidth(factsWidth);
    rightSide->setLayout(right);

    auto *across = new QHBoxLayout;
    across->setSpacing(12);
    across->addWidget(leftSide);
    across->addWidget(m_preview, 1);
    across->addWidget(rightSide);
    auto *layout = pageLayout(new QVBoxLayout(this));
    layout->addWidget(notice());
    layout->addLayout(across, 1);
    m_preview->setMinimumWidth(220);
    setTabChain(QList<QWidget *>{m_outline, m_issue, m_runningIssue, m_date, m_preview, m_figures}
                + m_material->tabChain() + QList<QWidget *>{printButton, exportButton});
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
    const auto positive = [](int value) { return value > 0 ? std::optional(value) : std::nullopt; };
    return {.layout = m_layout->currentData().toString(),
            .period = questionBar()->period(),
            .cutOff = questionBar()->cutOff(),
            .excludedTopics = questionBar()->chosenTopics(),
            .issue = positive(m_issue->value()),
            .runningIssue = positive(m_runningIssue->value()),
            .date = m_date->date()};
}

void BulletinPage::reload()
{
    if (!questionBar()->isReady())
        return;
    ask(
        [request = request(), departments = session().codeTables().departments](CaseFile &file,
                                                                                const Progress &progress) {
            Composed composed{.document = composeBulletin(file, request, progress), .cases = {}};
            const TicketRepository tickets(file.database());
            const std::array marks{Mark::PickedProblem, Mark::PickedSuggestion, Mark::PickedSolved};
            for (size_t i = 0; i < marks.size(); ++i) {
                const auto picked = pickedCases(file, composed.document.figures.question, marks[i]);
                for (const PickedCase &entry : picked) {
                    const auto rows = tickets.rows({entry.ticket});
                    QStringList remark{rows.isEmpty() ? QString() : rows.first().number,
                                       nameOf(departments, entry.department), entry.result};
                    remark.removeAll(QString());
                    composed.cases[i].append(
                        {.key = entry.ticket.value(), .title = entry.title, .remark = remark.join(u" · "_s)});
                }
            }
            return composed;
        },
        [this](const Composed &composed) { showBulletin(composed); });
}

void BulletinPage::showBulletin(const Composed &composed)
{
    m_document = composed.document;
    m_pages = std::make_shared<const BulletinPages>(*m_document);
    m_preview->setPages(m_pages);
    m_outline->setDocument(*m_document);
    questionBar()->showTopics(m_document->figures.question.excludedTopics);
    showFigures();

    const std::array titles{tr("Problems that stand out"), tr("Opinions and suggestions"), tr("Matters solved well")};
    QList<TwoLineGroup> groups;
    for (size_t i = 0; i < titles.size(); ++i) {
        if (!composed.cases[i].isEmpty())
            groups.append({.title = titles[i], .entries = composed.cases[i]});
    }
    m_material->setCases(groups);
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

// ---- Print and export

QString BulletinPage::documentName() const
{
    return fileNameOf(m_document->masthead + u' ' + m_document->figures.question.period.label());
}

void BulletinPage::leave(const QString &how, std::function<void()> go)
{
    const QString details = u"bulletin %1 %2"_s.arg(m_document->figures.question.period.label(), how);
    recordLeaving(session(), this, Command::ComposeBulletin, details, std::move(go),
                  [this](const QString &reason) { notice()->showNotice(Tone::Warn, reason); });
}

void BulletinPage::print()
{
    if (!m_pages)
        return;
    leave(u"print"_s, [this] {
        if (m_pages)
            showPrintPreview(session(), this, {.pages = m_pages, .title = documentName()});
    });
}

void BulletinPage::copyText()
{
    if (!m_document)
        return;
    leave(u"copy"_s, [this] {
        if (!m_document)
            return;
        copyLasting(toText(*m_document));
        notice()->showNotice(Tone::Ok, tr("The text of the bulletin has been copied."));
    });
}

QByteArray BulletinPage::bytesOf(Format format) const
{
    if (!m_document)
        return {};
    switch (format) {
    case Format::Pdf:
        return pdfOf(*m_document);
    case Format::Text:
        return toText(*m_document).toUtf8();
    case Format::Html:
    case Format::Word: // these two write themselves
    case Format::Workbook:
        break;
    }
    return htmlWithCharts(*m_document).toUtf8();
}

void BulletinPage::exportTo(const QString &path, Format format)
{
    if (!m_document)
        return;
    leave(suffixOf(format), [this, path, format] {
        if (!m_document)
            return;
        if (format == Format::Word) {
            saver()->writeWith(path, [path, document = *m_document, pictures = wordPictures(*m_document)](
                                         bool overwrite) { writeBulletinDocx(path, overwrite, document, pictures); });
        } else if (format == Format::Workbook) {
            saver()->writeWith(
                path, [path, document = *m_document](bool overwrite) { writeBulletinBook(path, overwrite, document); });
        } else {
            saver()->write(path, bytesOf(format));
        }
    });
}

void BulletinPage::chooseExport(Format format)
{
    if (!m_document)
        return;
    saver()->choosePlace(tr("Save the bulletin"), documentName(), suffixOf(format),
                         [this, format](const QString &path) { exportTo(path, format); });
}

} // namespace huiyin
