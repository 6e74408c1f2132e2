// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/BulletinComposer.h"

#include "bulletin/BulletinEditor.h"
#include "bulletin/BulletinOutline.h"
#include "bulletin/BulletinPreview.h"
#include "bulletin/CheckMarks.h"
#include "bulletin/MaterialPanel.h"
#include "bulletin/MaterialPlacing.h"
#include "bulletin/OpenIssue.h"
#include "bulletin/RestatementPanel.h"
#include "controls/ActionButton.h"
#include "controls/NoticeBar.h"
#include "controls/Tag.h"
#include "domain/Sentences.h"
#include "paper/BulletinPages.h"
#include "shell/Icon.h"
#include "statistics/FigureName.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int sideWidth = 244;
constexpr int checksWidth = 286;
constexpr int checkRest = 700; // ms after the last key

} // namespace

BulletinComposer::BulletinComposer(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_bar(new QWidget(this))
    , m_title(textLabel(QString(), "strong", m_bar))
    , m_state(new Tag(QString(), Tone::Neutral, m_bar))
    , m_savedAt(textLabel(QString(), "weak", m_bar))
    , m_notice(new NoticeBar(this))
    , m_outline(new BulletinOutline(this))
    , m_material(new MaterialPanel(context.session, u"bulletin.draft"_s, this))
    , m_editor(new BulletinEditor(this))
    , m_preview(new BulletinPreview(this))
    , m_middle(new QStackedWidget(this))
    , m_checks(new ChecksPanel(this))
    , m_restatement(new RestatementPanel(this))
    , m_beside(new QStackedWidget(this))
    , m_fields(new IssueFields(u"bulletin.draft"_s, context.session.today(), this))
    , m_issue(new OpenIssue(
          context.session, [this] { return m_editor->document(); }, this))
    , m_placing(new MaterialPlacing(context.session, m_editor, m_issue, this))
{
    setObjectName(u"bulletin.composer"_s);
    m_editor->setObjectName(u"bulletin.editor"_s);
    m_editor->setAccessibleName(tr("Text of the bulletin"));
    m_preview->setObjectName(u"bulletin.frozen"_s);
    m_preview->setAccessibleName(tr("The bulletin as it was published"));
    m_outline->setObjectName(u"bulletin.draftOutline"_s);
    m_outline->setAccessibleName(tr("Outline"));
    m_notice->setObjectName(u"bulletin.draftNotice"_s);
    buildBar();
    buildPanels();
    connectEditor();
    connectMaterial();
    connectIssue();

    m_checkSoon.setSingleShot(true);
    m_checkSoon.setInterval(checkRest);
    connect(&m_checkSoon, &QTimer::timeout, this, &BulletinComposer::check);
}

BulletinComposer::~BulletinComposer() = default;

void BulletinComposer::buildBar()
{
    auto *back = new ActionButton(tr("All issues"), {}, ActionButton::Look::Plain, m_bar);
    back->setObjectName(u"bulletin.back"_s);
    back->setIcon(themedIcon(u"chevron-left"_s));
    connect(back, &QPushButton::clicked, this, &BulletinComposer::backRequested);
    m_title->setObjectName(u"bulletin.draftTitle"_s);
    m_state->setObjectName(u"bulletin.draftState"_s);
    m_savedAt->setObjectName(u"bulletin.savedAt"_s);
    auto *layout = new QHBoxLayout(m_bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(back);
    layout->addWidget(m_title);
    layout->addWidget(m_state);
    layout->addWidget(m_savedAt);
    layout->addStretch();
    m_bar->hide();
}

void BulletinComposer::buildPanels()
{
    auto *outline = new Panel(tr("Outline"), this);
    outline->body()->addWidget(m_outline);
    outline->body()->setContentsMargins(7, 0, 7, 7);
    auto *left = new QVBoxLayout;
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(12);
    left->addWidget(outline, 5);
    left->addWidget(m_material, 6);
    auto *leftSide = new QWidget(this);
    leftSide->setFixedWidth(sideWidth);
    leftSide->setLayout(left);

    m_middle->addWidget(m_editor);
    m_middle->addWidget(m_preview);
    m_middle->setMinimumWidth(220);

    m_discard = new ActionButton(tr("Discard"), {}, ActionButton::Look::Plain, this);
    m_discard->setObjectName(u"bulletin.discard"_s);
    m_discard->setIcon(themedIcon(u"trash-2"_s));
    auto *print = new ActionButton(tr("Preview"), {}, ActionButton::Look::Plain, this);
    print->setObjectName(u"bulletin.draftPrint"_s);
    print->setIcon(themedIcon(u"printer"_s));
    print->setToolTip(tr("See how it will be printed, with what is masked, and print it (Ctrl+P)"));
    auto *exported = new ActionButton(tr("Export"), {}, ActionButton::Look::Plain, this);
    exported->setObjectName(u"bulletin.draftExport"_s);
    exported->setIcon(themedIcon(u"download"_s));
    m_publish = new ActionButton(tr("Publish"), {}, ActionButton::Look::Primary, this);
    m_publish->setObjectName(u"bulletin.publish"_s);
    m_publish->setIcon(themedIcon(u"lock"_s, ColourRole::OnAccent));
    connect(m_discard, &QPushButton::clicked, this, &BulletinComposer::discard);
    connect(print, &QPushButton::clicked, this, &BulletinComposer::printRequested);
    connect(exported, &QPushButton::clicked, this, [this, exported] { Q_EMIT exportRequested(exported); });
    connect(m_publish, &QPushButton::clicked, this, &BulletinComposer::publish);
    auto *upper = new QHBoxLayout;
    upper->setSpacing(8);
    upper->addWidget(print, 1);
    upper->addWidget(exported, 1);
    auto *lower = new QHBoxLayout;
    lower->setSpacing(8);
    lower->addWidget(m_discard, 1);
    lower->addWidget(m_publish, 1);

    m_beside->addWidget(m_checks);
    m_beside->addWidget(m_restatement);
    auto *right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(12);
    right->addWidget(m_beside, 1);
    right->addWidget(m_fields);
    right->addLayout(upper);
    right->addLayout(lower);
    auto *rightSide = new QWidget(this);
    rightSide->setFixedWidth(checksWidth);
    rightSide->setLayout(right);

    auto *across = new QHBoxLayout;
    across->setSpacing(12);
    across->addWidget(leftSide);
    across->addWidget(m_middle, 1);
    across->addWidget(rightSide);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_notice);
    layout->addLayout(across, 1);
    setTabChain(QList<QWidget *>{m_outline} + m_material->tabChain() + QList<QWidget *>{m_editor, m_preview}
                + m_checks->tabChain() + m_restatement->tabChain() + m_fields->tabChain()
                + QList<QWidget *>{print, exported, m_discard, m_publish});
}

void BulletinComposer::connectEditor()
{
    m_editor->setFigureNames([this](FigureKey figure) { return nameOf(figure); });
    connect(m_editor, &BulletinEditor::edited, this, [this] {
        m_issue->textEdited();
        m_checkSoon.start();
    });
    connect(m_editor, &BulletinEditor::figureRequested, this, [this](FigureKey figure) {
        if (m_issue->isOpen()) // while another is read this one stands there still
            Q_EMIT figureRequested(m_issue->question(), figure);
    });
    connect(m_editor, &BulletinEditor::blockReached, m_outline, &BulletinOutline::markBlock);
    connect(m_editor, &BulletinEditor::markClicked, this,
            [this](int index) { m_checks->showPlace(CheckMarks::placeOf(m_editor->marks().mark(index))); });
    connect(m_outline, &BulletinOutline::blockRequested, this, [this](qsizetype block) {
        if (m_issue->isPublished())
            m_preview->showBlock(block);
        else
            m_editor->showBlock(block);
    });
    connect(m_preview, &BulletinPreview::blockReached, m_outline, &BulletinOutline::markBlock);
    connect(m_preview, &BulletinPreview::figureRequested, this, &BulletinComposer::openFrozen);
    connect(m_fields, &IssueFields::valuesChanged, this, [this] { m_issue->setFields(m_fields->values()); });

    connect(m_checks, &ChecksPanel::placeRequested, this, [this](const DocumentPlace &place) {
        if (const auto mark = CheckMarks::find(m_editor->marks(), place))
            m_editor->showMark(*mark);
        else
            m_editor->showBlock(place.block);
    });
    connect(m_checks, &ChecksPanel::putBackRequested, this, [this](const DocumentPlace &place) {
        if (const auto mark = CheckMarks::find(m_editor->marks(), place))
            m_editor->putBack(m_editor->marks().place(*mark).selectionStart());
    });
    connect(m_checks, &ChecksPanel::explainRequested, this, &BulletinComposer::explain);
    const auto decide = [this](const std::function<void(BulletinDecisions &)> &decision) {
        m_issue->decide(decision);
        check();
    };
    connect(m_checks, &ChecksPanel::explanationWithdrawn, this, [decide](const QString &fingerprint) {
        decide([&fingerprint](BulletinDecisions &decisions) { decisions.withdraw(fingerprint); });
    });
    connect(m_checks, &ChecksPanel::maskDecided, this, [decide](const MaskDecision &decision) {
        decide([&decision](BulletinDecisions &decisions) { decisions.decide(decision); });
    });
    connect(m_checks, &ChecksPanel::maskUndecided, this, [decide](const QString &text, PersonalPlace::Kind kind) {
        decide([&](BulletinDecisions &decisions) { decisions.undecide(text, kind); });
    });
    connect(m_restatement, &RestatementPanel::figureRequested, this, &BulletinComposer::openRestated);
    connect(m_restatement, &RestatementPanel::noteRequested, this, [this] {
        if (!m_issue->isPublished())
            return;
        m_context.session.read(
            this,
            [draft = m_issue->draft(), restatement = m_restatement->restatement(), today = m_context.session.today()](
                CaseFile &file) { return correctionNote(file, draft, restatement, today); },
            [this](const BulletinDocument &note) { Q_EMIT noteRequested(note); });
    });
}

void BulletinComposer::connectIssue()
{
    connect(m_issue, &OpenIssue::opened, this, &BulletinComposer::show);
    connect(m_issue, &OpenIssue::missing, this, &BulletinComposer::missing);
    connect(m_issue, &OpenIssue::gone, this, &BulletinComposer::backRequested);
    connect(m_issue, &OpenIssue::stateChanged, this, &BulletinComposer::showState);
    connect(m_issue, &OpenIssue::savedAsIs, this, &BulletinComposer::savedAsIs);
    connect(m_issue, &OpenIssue::recomposed, this, &BulletinComposer::showRecomposed);
    connect(m_issue, &OpenIssue::restated, this, &BulletinComposer::showRestatement);
    connect(m_issue, &OpenIssue::failed, this, [this](const QString &message) {
        m_notice->showNotice(Tone::Bad, message);
        Q_EMIT failed(message);
    });
    connect(m_issue, &OpenIssue::refused, this, [this](const QString &reason, bool outdated) {
        Q_EMIT failed(reason);
        if (!outdated) {
            m_notice->showNotice(Tone::Bad, reason);
            return;
        }
        m_notice->showNotice(Tone::Bad, reason, tr("Read it again"), [this] {
            if (m_issue->isOpen())
                open(*m_issue->draft().record.id);
        });
    });
}

QString BulletinComposer::nameOf(FigureKey figure) const
{
    return figureName(figure, m_context.session.codeTables(),
                      m_issue->isOpen() ? m_issue->draft().record.period : Period{});
}

// ---- What is open

void BulletinComposer::open(BulletinId id)
{
    m_checking.cancel();
    m_notice->clear();
    m_editor->setReadOnly(true); // until it stands there
    m_savedAt->setText(tr("opening…"));
    m_issue->open(id);
}

void BulletinComposer::close()
{
    m_checkSoon.stop();
    m_checking.cancel();
    m_issue->close();
}

void BulletinComposer::show(const QList<TwoLineGroup> &cases)
{
    const BulletinDraft &draft = m_issue->draft();
    const bool isPublished = m_issue->isPublished();
    const bool mayWrite = m_issue->mayWrite();
    m_fields->setValues({.issue = draft.record.issue,
                         .runningIssue = draft.record.runningIssue,
                         .isExtra = draft.record.isExtra,
                         .date = draft.record.date});
    m_fields->setVisible(!isPublished);
    m_publish->setVisible(!isPublished);
    m_material->setVisible(!isPublished);
    m_middle->setCurrentWidget(isPublished ? static_cast<QWidget *>(m_preview) : m_editor);
    m_beside->setCurrentWidget(isPublished ? static_cast<QWidget *>(m_restatement) : m_checks);
    m_outline->setDocument(draft.document);
    if (isPublished) {
        m_preview->setPages(std::make_shared<const BulletinPages>(draft.document));
        m_restatement->setCounting(publishedBy());
    } else {
        setPrinter();
        m_editor->setDocument(draft.document);
        m_material->setCases(cases);
        m_material->setPuts(mayWrite);
        m_material->setTold(casesIn(draft.document));
        m_material->lookForCases(m_issue->question());
        m_material->lookForHotSpots(m_issue->question());
        check();
    }
    showState();
    Q_EMIT shown();
}

void BulletinComposer::setPrinter()
{
    m_editor->setPrinter([printer = printerOf(m_issue->draft().composed)](const BulletinSpan &span) {
        return printer(span).value_or(QString());
    });
}

// The bar above it: whose issue, how far it has come, whether it is saved.
void BulletinComposer::showState()
{
    if (!m_issue->isOpen())
        return;
    const BulletinDraft &draft = m_issue->draft();
    const bool isPublished = m_issue->isPublished();
    const QString name = draft.document.masthead.isEmpty() ? draft.record.title : draft.document.masthead;
    m_title->setText(draft.record.period.label() + u"　" + name);
    m_title->setToolTip(draft.document.issueLine);
    const qsizetype open = isPublished ? 0 : m_checks->stoppingCount();
    QString state = displayName(draft.record.state);
    if (!draft.document.issueLine.isEmpty())
        state = draft.document.issueLine + u" · " + state;
    if (open > 0)
        state += u" · " + tr("%n to check", nullptr, static_cast<int>(open));
    m_state->setText(state);
    m_state->setTone(isPublished ? Tone::Ok : open > 0 ? Tone::Warn : Tone::Neutral);
    m_publish->setEnabled(m_issue->mayPublish());
    // While it is published or when another has changed it, nothing more is written that would not be kept.
    const bool mayWrite = m_issue->mayWrite();
    if (m_editor->isReadOnly() == mayWrite)
        m_editor->setReadOnly(!mayWrite);
    m_fields->setEnabled(mayWrite);
    m_checks->setReadOnly(!mayWrite);
    m_discard->setVisible(mayWrite);
    if (isPublished)
        m_savedAt->clear();
    else if (!m_issue->isSaved())
        m_savedAt->setText(tr("not saved yet"));
    else
        m_savedAt->setText(
            tr("saved %1").arg(m_context.session.zone().toLocal(draft.record.savedAt).time().toString(u"H:mm"_s)));
}

// The figures of the text are those of now. What the editor has changed keeps its words; that the layout would write other
// ones by now is for him to know.
void BulletinComposer::showRecomposed(qsizetype changedFigures, const QStringList &diverged)
{
    setPrinter();
    m_editor->refresh(m_issue->draft().document);
    m_outline->setDocument(m_issue->draft().document);
    check();
    const QString changed =
        tr("%n figure(s) of the text have changed with the case file.", nullptr, static_cast<int>(changedFigures));
    if (diverged.isEmpty()) {
        if (changedFigures > 0)
            m_notice->showNotice(Tone::Info, changed);
        return;
    }
    const QString parts =
        tr("%n part(s) that you changed would be written otherwise now. What is printed there no more, "
           "and sums of the rest, keep their old figures: read them.",
           nullptr, static_cast<int>(diverged.size()));
    m_notice->showNotice(Tone::Info, changedFigures > 0 ? joinedSentences({changed, parts}) : parts, tr("Show it"),
                         [this, origin = diverged.first()] {
                             const QList<BulletinBlock> blocks = m_editor->document().blocks;
                             const auto found = std::ranges::find(blocks, origin, originOf);
                             if (found != blocks.end())
                                 m_editor->showBlock(found - blocks.begin());
                         });
}

// ---- Publication

void BulletinComposer::publish()
{
    if (!m_issue->mayPublish())
        return;
    const BulletinDocument &document = m_issue->draft().document;
    m_context.messages.ask(
        this,
        {.message = {.level = Message::Level::Warning,
                     .what = tr("Publish %1?").arg(document.masthead + document.issueLine),
                     .state = tr("Its text, its figures and the tickets behind them are frozen. Later corrections of "
                                 "tickets are told beside it and don't change it.")},
         .answers = {tr("Publish"), tr("Cancel")}},
        [this](int answer) {
            if (answer == 0)
                m_issue->publish();
        });
}

void BulletinComposer::discard()
{
    if (!m_issue->mayWrite())
        return;
    m_context.messages.ask(this,
                           {.message = {.level = Message::Level::Warning,
                                        .what = tr("Discard this draft?"),
                                        .state = tr("What was written in it is gone then. Tickets and figures stay as "
                                                    "they are.")},
                            .answers = {tr("Discard"), tr("Cancel")},
                            .destructive = true},
                           [this](int answer) {
                               if (answer == 0)
                                   m_issue->discard();
                           });
}

void BulletinComposer::openFrozen(FigureKey figure)
{
    if (!m_issue->isPublished())
        return;
    m_context.session.read(
        this, [id = *m_issue->draft().record.id, figure](CaseFile &file) { return frozenTickets(file, id, figure); },
        [this, name = nameOf(figure)](const QList<TicketId> &tickets) {
            Q_EMIT ticketsRequested({.among = tickets}, tr("%1 as published").arg(name));
        });
}

void BulletinComposer::openRestated(const RestatedFigure &figure)
{
    m_context.session.read(
        this, [figure](CaseFile &file) { return restatedTickets(file, figure); },
        [this, name = nameOf(figure.figure)](const QList<TicketId> &tickets) {
            if (tickets.isEmpty()) // a figure of calls alone
                m_notice->showNotice(Tone::Info, tr("The calls that came and went have led to no ticket."));
            else
                Q_EMIT ticketsRequested({.among = tickets}, tr("%1: what came and went").arg(name));
        });
}

QString BulletinComposer::publishedBy() const
{
    const Bulletin &record = m_issue->draft().record;
    const QDateTime at = m_context.session.zone().toLocal(record.publishedAt);
    return tr("Published %1 by %2").arg(at.toString(u"yyyy-MM-dd H:mm"_s), record.publishedBy);
}

void BulletinComposer::showRestatement(const Restatement &restatement)
{
    m_restatement->setRestatement(publishedBy(), restatement, [this](FigureKey figure) { return nameOf(figure); });
    Q_EMIT checked();
}

} // namespace huiyin
