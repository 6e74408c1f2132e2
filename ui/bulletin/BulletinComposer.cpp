// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/BulletinComposer.h"

#include "bulletin/BulletinEditor.h"
#include "bulletin/BulletinOutline.h"
#include "bulletin/BulletinPreview.h"
#include "bulletin/ChecksPanel.h"
#include "bulletin/IssueFields.h"
#include "bulletin/MaterialPanel.h"
#include "bulletin/RestatementPanel.h"
#include "controls/ActionButton.h"
#include "controls/EntryDialog.h"
#include "controls/NoticeBar.h"
#include "controls/Tag.h"
#include "paper/BulletinPages.h"
#include "shell/Icon.h"
#include "statistics/FigureName.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int sideWidth = 244;
constexpr int checksWidth = 286;
constexpr int saveRest = 2'000; // ms after the last key
constexpr int checkRest = 700;
constexpr int recomposeRest = 1'500;

std::optional<TextMark> markOf(const DocumentPlace &place, TextMark::Tone tone, const QString &message)
{
    if (place.part != DocumentPlace::Part::Block && place.part != DocumentPlace::Part::Title)
        return std::nullopt;
    return TextMark{.block = place.part == DocumentPlace::Part::Title ? -1 : place.block,
                    .row = static_cast<int>(place.row),
                    .column = static_cast<int>(place.column),
                    .start = static_cast<int>(place.start),
                    .length = static_cast<int>(place.length),
                    .tone = tone,
                    .message = message};
}

QString textOf(const FigurePrinter &printer, const BulletinSpan &span)
{
    return printer(span).value_or(QString());
}

} // namespace

struct BulletinComposer::Shown
{
    std::optional<BulletinDraft> draft{};
    KnownCitizens citizens{};
    QList<TwoLineGroup> cases{};
    QStringList diverged{};
    qsizetype changedFigures = 0;
};

struct BulletinComposer::Checked
{
    DocumentReview review{};
    QList<DocumentPersonalPlace> places{};
};

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

    const auto timer = [this](QTimer &one, int rest, auto go) {
        one.setSingleShot(true);
        one.setInterval(rest);
        connect(&one, &QTimer::timeout, this, go);
    };
    timer(m_saveSoon, saveRest, [this] { save(true); });
    timer(m_checkSoon, checkRest, [this] { check(); });
    timer(m_recomposeSoon, recomposeRest, [this] { recompose(); });
    connect(&context.session, &CaseSession::changed, this, [this](const Changes &changes) {
        const bool figures = changes.everything || changes.codeTables || changes.office || !changes.tickets.isEmpty()
                             || !changes.calls.isEmpty();
        if (m_draft && figures)
            m_recomposeSoon.start();
    });
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
    m_editor->setFigureNames([this](FigureKey figure) {
        return figureName(figure, m_context.session.codeTables(), m_draft ? m_draft->record.period : Period{});
    });
    connect(m_editor, &BulletinEditor::edited, this, &BulletinComposer::edited);
    connect(m_editor, &BulletinEditor::figureRequested, this,
            [this](FigureKey figure) { Q_EMIT figureRequested(question(), figure); });
    connect(m_editor, &BulletinEditor::blockReached, m_outline, &BulletinOutline::markBlock);
    connect(m_editor, &BulletinEditor::markClicked, this, [this](int index) {
        const TextMark &mark = m_editor->marks().mark(index);
        m_checks->showPlace({.part = mark.block < 0 ? DocumentPlace::Part::Title : DocumentPlace::Part::Block,
                             .block = mark.block,
                             .row = mark.row,
                             .column = mark.column,
                             .start = mark.start,
                             .length = mark.length});
    });
    connect(m_outline, &BulletinOutline::blockRequested, this, [this](qsizetype block) {
        if (m_middle->currentWidget() == m_preview)
            m_preview->showBlock(block);
        else
            m_editor->showBlock(block);
    });
    connect(m_preview, &BulletinPreview::blockReached, m_outline, &BulletinOutline::markBlock);
    connect(m_preview, &BulletinPreview::figureRequested, this, [this](FigureKey figure) {
        if (!m_draft)
            return;
        const QString name = figureName(figure, m_context.session.codeTables(), m_draft->record.period);
        m_context.session.read(
            this, [id = *m_draft->record.id, figure](CaseFile &file) { return frozenTickets(file, id, figure); },
            [this, name](const QList<TicketId> &tickets) {
                Q_EMIT ticketsRequested({.among = tickets}, tr("%1 as published").arg(name));
            });
    });
    connect(m_material, &MaterialPanel::ticketRequested, this, &BulletinComposer::ticketRequested);
    connect(m_material, &MaterialPanel::ticketsRequested, this, &BulletinComposer::ticketsRequested);
    connect(m_fields, &IssueFields::valuesChanged, this, &BulletinComposer::fieldsChanged);

    connect(m_checks, &ChecksPanel::placeRequested, this, [this](const DocumentPlace &place) {
        const auto wanted = markOf(place, TextMark::Tone::Error, {});
        if (!wanted)
            return;
        for (qsizetype i = 0; i < m_editor->marks().count(); ++i) {
            const TextMark &mark = m_editor->marks().mark(i);
            if (mark.block == wanted->block && mark.row == wanted->row && mark.column == wanted->column
                && mark.start == wanted->start) {
                m_editor->showMark(i);
                return;
            }
        }
        m_editor->showBlock(wanted->block);
    });
    connect(m_checks, &ChecksPanel::putBackRequested, this, [this](const DocumentPlace &place) {
        const auto wanted = markOf(place, TextMark::Tone::Error, {});
        for (qsizetype i = 0; wanted && i < m_editor->marks().count(); ++i) {
            const TextMark &mark = m_editor->marks().mark(i);
            if (mark.block == wanted->block && mark.row == wanted->row && mark.column == wanted->column
                && mark.start == wanted->start) {
                m_editor->putBack(m_editor->marks().place(i).selectionStart());
                return;
            }
        }
    });
    connect(m_checks, &ChecksPanel::explainRequested, this, &BulletinComposer::explain);
    connect(m_checks, &ChecksPanel::explanationWithdrawn, this, [this](const QString &fingerprint) {
        m_draft->decisions.withdraw(fingerprint);
        decided();
    });
    connect(m_checks, &ChecksPanel::maskDecided, this, [this](const MaskDecision &decision) {
        m_draft->decisions.decide(decision);
        decided();
    });
    connect(m_restatement, &RestatementPanel::figureRequested, this, [this](const RestatedFigure &figure) {
        if (countsCalls(figure.figure.measure))
            return;
        QList<TicketId> tickets;
        for (const qint64 id : figure.added + figure.gone)
            tickets.append(TicketId(id));
        Q_EMIT ticketsRequested({.among = tickets}, tr("%1: what came and went")
                                                        .arg(figureName(figure.figure, m_context.session.codeTables(),
                                                                        m_draft->record.period)));
    });
    connect(m_restatement, &RestatementPanel::noteRequested, this, [this] {
        m_context.session.read(
            this,
            [draft = *m_draft, restatement = m_restatement->restatement(), today = m_context.session.today()](
                CaseFile &file) { return correctionNote(file, draft, restatement, today); },
            [this](const BulletinDocument &note) { Q_EMIT noteRequested(note); });
    });
}

bool BulletinComposer::mayWrite() const
{
    return m_draft && m_draft->record.state == BulletinState::Draft && !m_outdated
           && m_context.session.may(Command::ComposeBulletin);
}

Question BulletinComposer::question() const
{
    const Bulletin &record = m_draft->record;
    const Question &asked = m_draft->composed.figures.question;
    return {.period = record.period,
            .cutOff = record.cutOff,
            .excludedTopics = record.excludedTopics.value_or(asked.excludedTopics)};
}

// ---- Opening

void BulletinComposer::open(BulletinId id)
{
    close();
    m_draft.reset();
    m_outdated = false;
    m_notice->clear();
    const int opening = ++m_opening;
    m_reading = m_context.session.read(
        this,
        [id, departments = m_context.session.codeTables().departments](CaseFile &file, const Progress &progress) {
            Shown shown{.draft = bulletinOf(file, id)};
            if (!shown.draft)
                return shown;
            if (shown.draft->record.state == BulletinState::Draft) {
                const Recomposed now = recomposed(file, *shown.draft, progress);
                shown.draft = now.draft;
                shown.diverged = now.diverged;
                shown.changedFigures = now.changedFigures;
                shown.cases = pickedCaseGroups(file, now.draft.composed.figures.question, departments);
            }
            shown.citizens = citizensOfCases(file, casesIn(shown.draft->document));
            return shown;
        },
        [this, opening](const Shown &answer) {
            if (opening == m_opening)
                show(answer);
        },
        [this] { Q_EMIT backRequested(); });
}

void BulletinComposer::show(const Shown &answer)
{
    if (!answer.draft) {
        m_notice->showNotice(Tone::Warn, tr("This bulletin is not there any more."));
        Q_EMIT backRequested();
        return;
    }
    m_draft = answer.draft;
    m_citizens = answer.citizens;
    m_dirty = false;
    ++m_edits;
    const bool isPublished = m_draft->record.state == BulletinState::Published;
    m_fields->setValues({.issue = m_draft->record.issue,
                         .runningIssue = m_draft->record.runningIssue,
                         .isExtra = m_draft->record.isExtra,
                         .date = m_draft->record.date});
    m_fields->setVisible(!isPublished);
    m_discard->setVisible(!isPublished && mayWrite());
    m_publish->setVisible(!isPublished);
    m_publish->setEnabled(mayWrite() && m_context.session.may(Command::PublishBulletin));
    m_material->setVisible(!isPublished);
    m_middle->setCurrentWidget(isPublished ? static_cast<QWidget *>(m_preview) : m_editor);
    m_beside->setCurrentWidget(isPublished ? static_cast<QWidget *>(m_restatement) : m_checks);
    m_outline->setDocument(m_draft->document);
    m_checks->setReadOnly(!mayWrite());
    m_fields->setEnabled(mayWrite());
    m_editor->setReadOnly(!mayWrite());
    if (isPublished) {
        m_preview->setPages(std::make_shared<const BulletinPages>(m_draft->document));
        showRestatement();
    } else {
        m_editor->setPrinter(
            [printer = printerOf(m_draft->composed)](const BulletinSpan &span) { return textOf(printer, span); });
        m_editor->setDocument(m_draft->document);
        m_material->setCases(answer.cases);
        m_material->lookForHotSpots(question());
        check();
        if (answer.changedFigures > 0) {
            m_notice->showNotice(Tone::Info, tr("%n figure(s) have changed since the draft was saved; the text has the "
                                                "new ones.",
                                                nullptr, static_cast<int>(answer.changedFigures)));
            m_dirty = true;
            m_saveSoon.start();
        }
        tellDiverged(answer.diverged);
    }
    showHead();
    Q_EMIT shown();
}

void BulletinComposer::showHead()
{
    if (!m_draft)
        return;
    const Bulletin &record = m_draft->record;
    const QString name = m_draft->document.masthead.isEmpty() ? record.title : m_draft->document.masthead;
    m_title->setText(record.period.label() + u"　" + name);
    m_title->setToolTip(m_draft->document.issueLine);
    const bool isPublished = record.state == BulletinState::Published;
    const qsizetype open = m_checks->stoppingCount();
    QString state = displayName(record.state);
    if (!m_draft->document.issueLine.isEmpty())
        state = m_draft->document.issueLine + u" · " + state;
    if (!isPublished && open > 0)
        state += u" · " + tr("%n to check", nullptr, static_cast<int>(open));
    m_state->setText(state);
    m_state->setTone(isPublished ? Tone::Ok : open > 0 ? Tone::Warn : Tone::Neutral);
    if (isPublished)
        m_savedAt->clear();
    else if (m_dirty || m_saving)
        m_savedAt->setText(tr("not saved yet"));
    else
        m_savedAt->setText(
            tr("saved %1").arg(m_context.session.zone().toLocal(record.savedAt).time().toString(u"H:mm"_s)));
}

void BulletinComposer::close()
{
    m_saveSoon.stop();
    m_checkSoon.stop();
    m_recomposeSoon.stop();
    m_reading.cancel();
    m_checking.cancel();
    if (m_draft && m_dirty)
        save(true);
    ++m_opening;
}

bool BulletinComposer::isSaved() const
{
    return !m_dirty && !m_saving;
}

std::optional<BulletinDocument> BulletinComposer::goingOut() const
{
    if (!m_draft)
        return std::nullopt;
    if (m_draft->record.state == BulletinState::Published)
        return m_draft->document;
    return published(current().document, m_citizens, m_draft->decisions.masks);
}

// ---- Writing

BulletinDraft BulletinComposer::current() const
{
    BulletinDraft draft = *m_draft;
    if (draft.record.state == BulletinState::Draft)
        draft.document = m_editor->document();
    return draft;
}

void BulletinComposer::edited()
{
    if (!mayWrite())
        return;
    ++m_edits;
    m_dirty = true;
    m_saveSoon.start();
    m_checkSoon.start();
    showHead();
}

void BulletinComposer::decided()
{
    m_dirty = true;
    m_saveSoon.start();
    check();
}

// What the bulletin is composed from has changed: its head is composed anew.
void BulletinComposer::fieldsChanged()
{
    if (!mayWrite())
        return;
    const IssueFields::Values values = m_fields->values();
    m_draft->record.issue = values.issue;
    m_draft->record.runningIssue = values.runningIssue;
    m_draft->record.isExtra = values.isExtra;
    if (values.date.isValid())
        m_draft->record.date = values.date;
    m_dirty = true;
    m_recomposeSoon.start(400);
    m_saveSoon.start();
    showHead();
}

void BulletinComposer::save(bool automatically, std::function<void()> then)
{
    if (!mayWrite()) {
        return;
    }
    if (m_saving) { // one after the other: each knows the version that the one before it left
        m_saveSoon.start(200);
        if (then)
            connect(this, &BulletinComposer::savedAsIs, this, then, Qt::SingleShotConnection);
        return;
    }
    m_saveSoon.stop();
    m_saving = true;
    const int edits = m_edits;
    m_dirty = false;
    const BulletinDraft draft = current();
    showHead();
    m_context.session.command(
        this, [draft, automatically](CaseBook &book) { return saveBulletin(book, draft, automatically); },
        [this, edits, id = draft.record.id, then](const SavedBulletin &saved) {
            m_saving = false;
            if (m_draft && m_draft->record.id == id) {
                m_draft->record.version = saved.version;
                m_draft->record.savedAt = m_context.session.clock().now();
                if (m_edits != edits)
                    m_dirty = true;
            }
            showHead();
            if (then)
                then();
            if (!m_dirty)
                Q_EMIT savedAsIs();
        },
        [this](const Refusal &refusal) {
            m_saving = false;
            m_dirty = true;
            refused(refusal);
        },
        OnFailure([this](const std::exception_ptr &error) {
            m_saving = false;
            m_dirty = true;
            m_publish->setEnabled(mayWrite() && m_context.session.may(Command::PublishBulletin));
            m_saveSoon.start(5'000); // tried again until the disk, or whoever holds the file, lets it
            m_notice->showNotice(Tone::Bad, Messages::messageOf(error).what);
            showHead();
        }));
}

void BulletinComposer::refused(const Refusal &refusal)
{
    if (refusal.kind == Refusal::Kind::Outdated) {
        m_outdated = true;
        m_editor->setReadOnly(true);
        m_publish->setEnabled(false);
        m_notice->showNotice(Tone::Bad, refusal.reason, tr("Read it again"), [this] {
            m_dirty = false;
            open(*m_draft->record.id);
        });
    } else {
        m_notice->showNotice(Tone::Bad, refusal.reason);
        m_publish->setEnabled(mayWrite() && m_context.session.may(Command::PublishBulletin));
    }
    showHead();
}

// The case file has changed, or what the bulletin is composed from.
void BulletinComposer::recompose()
{
    if (!m_draft)
        return;
    if (m_draft->record.state == BulletinState::Published) {
        showRestatement();
        return;
    }
    const int edits = m_edits;
    m_reading = m_context.session.read(
        this,
        [draft = current()](CaseFile &file, const Progress &progress) {
            Shown answer;
            const Recomposed now = recomposed(file, draft, progress);
            answer.draft = now.draft;
            answer.diverged = now.diverged;
            answer.changedFigures = now.changedFigures;
            answer.citizens = citizensOfCases(file, casesIn(now.draft.document));
            return answer;
        },
        [this, edits](const Shown &now) {
            if (!m_draft)
                return;
            if (edits != m_edits) { // something was written meanwhile
                m_recomposeSoon.start();
                return;
            }
            const BulletinDraft &draft = *now.draft;
            if (draft.document.blocks == m_editor->document().blocks
                && draft.document.issueLine == m_draft->document.issueLine
                && draft.document.date == m_draft->document.date)
                return;
            m_draft->document = draft.document;
            m_draft->composed = draft.composed;
            m_citizens = now.citizens;
            m_editor->setPrinter(
                [printer = printerOf(draft.composed)](const BulletinSpan &span) { return textOf(printer, span); });
            m_editor->refresh(draft.document);
            m_outline->setDocument(draft.document);
            if (now.changedFigures > 0)
                m_notice->showNotice(Tone::Info, tr("%n figure(s) of the text have changed with the case file.",
                                                    nullptr, static_cast<int>(now.changedFigures)));
            tellDiverged(now.diverged);
            ++m_edits;
            m_dirty = true;
            m_saveSoon.start();
            check();
            showHead();
        });
}

// What the editor has changed keeps its words; that the layout would write other ones by now is for him to know.
void BulletinComposer::tellDiverged(const QStringList &origins)
{
    if (origins.isEmpty())
        return;
    m_notice->showNotice(Tone::Info,
                         tr("%n part(s) that you changed would be written otherwise now: other rows, or another order. "
                            "Their figures are those of now.",
                            nullptr, static_cast<int>(origins.size())),
                         tr("Show it"), [this, origin = origins.first()] {
                             const QList<BulletinBlock> blocks = m_editor->document().blocks;
                             const auto found = std::ranges::find(blocks, origin, originOf);
                             if (found != blocks.end())
                                 m_editor->showBlock(found - blocks.begin());
                         });
}

// ---- Checks

void BulletinComposer::check()
{
    m_checkSoon.stop();
    if (!m_draft || m_draft->record.state == BulletinState::Published)
        return;
    m_checking.cancel();
    const int edits = m_edits;
    m_checking = m_context.session.read(
        this,
        [draft = current(), citizens = m_citizens](CaseFile &) {
            return Checked{.review = reviewDocument(draft.document, printerOf(draft.composed)),
                           .places = forEditor(personalPlacesOf(draft.document, citizens, draft.decisions.masks))};
        },
        [this, edits](const Checked &answer) {
            if (edits == m_edits)
                showChecks(answer);
        });
}

void BulletinComposer::showChecks(const Checked &answer)
{
    QList<TextMark> marks;
    const auto add = [&marks](const DocumentPlace &place, TextMark::Tone tone, const QString &message) {
        if (const auto mark = markOf(place, tone, message))
            marks.append(*mark);
    };
    for (const DocumentFinding &finding : answer.review.findings) {
        if (!m_draft->decisions.of(finding))
            add(finding.place, finding.finding.doubtful ? TextMark::Tone::Doubtful : TextMark::Tone::Error,
                finding.finding.message);
    }
    for (const DocumentPersonalPlace &place : answer.places) {
        const MaskDecision *decision = m_draft->decisions.on(place.place);
        if (!decision || decision->choice == MaskDecision::Choice::Mask)
            add(place.at, TextMark::Tone::Privacy,
                place.place.certain || decision ? tr("Masked as %1 when it goes out").arg(place.place.replacement)
                                                : tr("May be a citizen's: decide it"));
    }
    m_editor->setMarks(marks);
    m_checks->setContent({.review = answer.review, .places = answer.places, .decisions = m_draft->decisions});
    m_outline->setDocument(m_editor->document());
    showHead();
    Q_EMIT checked();
}

void BulletinComposer::explain(const DocumentFinding &finding)
{
    auto *dialog = new EntryDialog(u"bulletin.explain"_s, tr("Explain a finding"), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->addRemark(finding.finding.message);
    auto *reason = new QPlainTextEdit(dialog);
    reason->setObjectName(u"bulletin.explainReason"_s);
    reason->setTabChangesFocus(true);
    dialog->addField(u"reason"_s, tr("&Why it may stand"), reason);
    connect(dialog, &EntryDialog::submitted, this, [this, dialog, reason, finding] {
        const QString text = reason->toPlainText().trimmed();
        if (text.isEmpty()) {
            dialog->showRefusal({tr("Say why it may stand as it is."), u"reason"_s});
            return;
        }
        m_draft->decisions.explain({.fingerprint = finding.fingerprint,
                                    .text = finding.finding.text,
                                    .reason = text,
                                    .by = m_context.session.user(),
                                    .at = m_context.session.clock().now()});
        dialog->accept();
        decided();
    });
    dialog->open();
}

// ---- Publication

void BulletinComposer::publish()
{
    if (!mayWrite())
        return;
    const QString name = m_draft->document.masthead + m_draft->document.issueLine;
    m_context.messages.ask(
        this,
        {.message = {.level = Message::Level::Warning,
                     .what = tr("Publish %1?").arg(name),
                     .state = tr("Its text, its figures and the tickets behind them are frozen. Later corrections of "
                                 "tickets are told beside it and don't change it.")},
         .answers = {tr("Publish"), tr("Cancel")}},
        [this](int answer) {
            if (answer != 0)
                return;
            m_publish->setEnabled(false);
            save(false, [this] {
                m_context.session.command(
                    this,
                    [id = *m_draft->record.id, version = m_draft->record.version](CaseBook &book) {
                        return publishBulletin(book, id, version);
                    },
                    [this](const SavedBulletin &saved) { open(saved.id); },
                    [this](const Refusal &refusal) {
                        m_publish->setEnabled(true);
                        m_notice->showNotice(Tone::Bad, refusal.reason);
                        if (refusal.kind == Refusal::Kind::Outdated)
                            recompose();
                    },
                    [this] { m_publish->setEnabled(true); });
            });
        });
}

void BulletinComposer::discard()
{
    if (!mayWrite())
        return;
    m_context.messages.ask(this,
                           {.message = {.level = Message::Level::Warning,
                                        .what = tr("Discard this draft?"),
                                        .state = tr("What was written in it is gone then. Tickets and figures stay as "
                                                    "they are.")},
                            .answers = {tr("Discard"), tr("Cancel")},
                            .destructive = true},
                           [this](int answer) {
                               if (answer != 0 || !m_draft)
                                   return;
                               m_saveSoon.stop();
                               m_context.session.command(
                                   this,
                                   [id = *m_draft->record.id, version = m_draft->record.version](CaseBook &book) {
                                       return discardBulletin(book, id, version);
                                   },
                                   [this](const Changes &) {
                                       m_dirty = false;
                                       m_draft.reset();
                                       Q_EMIT backRequested();
                                   },
                                   [this](const Refusal &refusal) { refused(refusal); });
                           });
}

void BulletinComposer::showRestatement()
{
    m_reading = m_context.session.read(
        this,
        [draft = *m_draft](CaseFile &file, const Progress &progress) { return restatementOf(file, draft, progress); },
        [this](const Restatement &restatement) {
            if (!m_draft)
                return;
            const Bulletin &record = m_draft->record;
            const QDateTime at = m_context.session.zone().toLocal(record.publishedAt);
            m_restatement->setRestatement(
                tr("Published %1 by %2").arg(at.toString(u"yyyy-MM-dd H:mm"_s), record.publishedBy), restatement,
                [this](FigureKey figure) {
                    return figureName(figure, m_context.session.codeTables(), m_draft->record.period);
                });
            Q_EMIT checked();
        });
}

} // namespace huiyin
