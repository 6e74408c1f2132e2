// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/OpenIssue.h"

#include "bulletin/MaterialPanel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int saveRest = 1'000;          // ms after the last key
constexpr qint64 longestUnsaved = 2'000; // ms of writing without a pause
constexpr int recomposeRest = 1'500;
constexpr int fieldsRest = 400; // of the numbers in the head

// What is printed of them is the same.
bool isSameText(const BulletinDocument &a, const BulletinDocument &b)
{
    return a.blocks == b.blocks && a.title == b.title && a.masthead == b.masthead && a.issueLine == b.issueLine
           && a.office == b.office && a.date == b.date && a.imprint == b.imprint;
}

bool changesFigures(const Changes &changes)
{
    return changes.everything || changes.codeTables || changes.office || !changes.tickets.isEmpty()
           || !changes.calls.isEmpty();
}

} // namespace

struct OpenIssue::Read
{
    std::optional<BulletinDraft> draft{};
    KnownCitizens citizens{};
    QList<TwoLineGroup> cases{};
    QStringList diverged{};
    qsizetype changedFigures = 0;
    bool isUnsaved = false; // what was left of it and not saved yet
    bool isLost = false;    // that, where another has changed it since
};

struct OpenIssue::Recomposing
{
    Recomposed now{};
    QList<TicketId> told{}; // whose citizens these are
    KnownCitizens citizens{};
};

OpenIssue::OpenIssue(CaseSession &session, std::function<BulletinDocument()> written, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_written(std::move(written))
    , m_saves(new DraftSaves(session, this))
{
    m_saveSoon.setSingleShot(true);
    m_recomposeSoon.setSingleShot(true);
    connect(&m_saveSoon, &QTimer::timeout, this, [this] {
        if (m_dirty)
            save(true);
    });
    connect(&m_recomposeSoon, &QTimer::timeout, this, &OpenIssue::recompose);
    connect(m_saves, &DraftSaves::saved, this, [this](const SavedBulletin &saved) {
        if (isOpen(saved.id)) {
            m_draft->record.version = saved.version;
            m_draft->record.savedAt = m_session.clock().now();
        }
    });
    connect(m_saves, &DraftSaves::refused, this, [this](const BulletinDraft &draft, const Refusal &refusal) {
        m_refusal = refusal.reason;
        if (!isOpen(*draft.record.id) || !m_isShown) {
            Q_EMIT failed(refusal.reason);
            return;
        }
        m_dirty = true;
        refuse(refusal);
    });
    connect(m_saves, &DraftSaves::failed, this, [this](BulletinId id, const QString &message) {
        if (isOpen(id))
            m_ending = Ending::None;
        m_refusal = message;
        Q_EMIT failed(message);
    });
    connect(m_saves, &DraftSaves::ended, this, &OpenIssue::saveEnded);
    connect(&session, &CaseSession::changed, this, [this](const Changes &changes) {
        if (m_isShown && changesFigures(changes))
            m_recomposeSoon.start(recomposeRest);
    });
}

bool OpenIssue::isPublished() const
{
    return m_draft && m_draft->record.state == BulletinState::Published;
}

bool OpenIssue::maySave() const
{
    return m_draft && !isPublished() && !m_outdated && m_session.may(Command::ComposeBulletin);
}

bool OpenIssue::mayWrite() const
{
    return m_isShown && m_ending == Ending::None && maySave();
}

bool OpenIssue::mayPublish() const
{
    return mayWrite() && m_session.may(Command::PublishBulletin);
}

Question OpenIssue::question() const
{
    const Bulletin &record = m_draft->record;
    const Question &asked = m_draft->composed.figures.question;
    return {.period = record.period,
            .cutOff = record.cutOff,
            .excludedTopics = record.excludedTopics.value_or(asked.excludedTopics)};
}

BulletinDraft OpenIssue::current() const
{
    BulletinDraft draft = *m_draft;
    if (!isPublished()) {
        draft.document = m_written();
        draft.decisions.remember(m_told);
    }
    return draft;
}

bool OpenIssue::knowsCitizens() const
{
    return !m_draft || isPublished()
           || std::ranges::all_of(casesIn(m_written()), [this](TicketId ticket) { return m_told.contains(ticket); });
}

std::optional<BulletinDocument> OpenIssue::goingOut() const
{
    if (!m_draft || !knowsCitizens())
        return std::nullopt;
    if (isPublished())
        return m_draft->document;
    return published(m_written(), m_citizens, m_draft->decisions.masks);
}

void OpenIssue::learn(const KnownCitizens &citizens, const QList<TicketId> &told)
{
    m_citizens = citizens;
    m_told = told;
}

// ---- Opening

void OpenIssue::open(BulletinId id)
{
    close();
    m_draft.reset();
    m_outdated = false;
    m_refusal.clear();
    if (m_saves->isSaving(id)) // its last words are to be in what is read
        m_waiting = id;
    else
        read(id);
}

void OpenIssue::read(BulletinId id)
{
    const int opening = m_opening;
    m_unsaved = m_saves->take(id);
    m_reading = m_session.read(
        this,
        [id, unsaved = m_unsaved, departments = m_session.codeTables().departments](CaseFile &file,
                                                                                    const Progress &progress) {
            Read read{.draft = bulletinOf(file, id)};
            if (!read.draft)
                return read;
            read.isUnsaved = unsaved && unsaved->record.version == read.draft->record.version;
            read.isLost = unsaved && !read.isUnsaved;
            if (read.isUnsaved)
                read.draft = unsaved;
            if (read.draft->record.state == BulletinState::Draft) {
                const Recomposed now = huiyin::recomposed(file, *read.draft, progress);
                read.draft = now.draft;
                read.diverged = now.diverged;
                read.changedFigures = now.changedFigures;
                read.cases = pickedCaseGroups(file, now.draft.composed.figures.question, departments);
            }
            read.citizens = citizensOfCases(file, toldIn(*read.draft));
            return read;
        },
        [this, opening](const Read &read) {
            if (opening == m_opening)
                show(read);
        },
        [this] {
            keepUnsaved();
            Q_EMIT gone();
        });
}

// It isn't read after all: it is tried again to save what was left of it.
void OpenIssue::keepUnsaved()
{
    if (m_unsaved)
        m_saves->put(*std::exchange(m_unsaved, std::nullopt), true);
}

void OpenIssue::readWaiting()
{
    if (m_waiting)
        read(*std::exchange(m_waiting, std::nullopt));
}

void OpenIssue::show(const Read &read)
{
    if (!read.draft) {
        Q_EMIT missing();
        Q_EMIT gone();
        return;
    }
    m_unsaved.reset();
    m_draft = read.draft;
    learn(read.citizens, toldIn(*m_draft));
    m_isShown = true;
    m_dirty = false;
    ++m_edits;
    Q_EMIT opened(read.cases);
    if (isPublished()) {
        restate();
        return;
    }
    if (read.isLost)
        Q_EMIT failed(
            tr("Another has changed this bulletin. What was written here last could not be saved, and is gone."));
    if (read.changedFigures > 0 || read.isUnsaved)
        touched();
    if (read.changedFigures > 0 || !read.diverged.isEmpty())
        Q_EMIT recomposed(read.changedFigures, read.diverged);
}

void OpenIssue::close()
{
    m_reading.cancel();
    keepUnsaved();
    if (m_dirty && maySave())
        m_saves->put(current(), true);
    m_isShown = false;
    m_ending = Ending::None;
    m_dirty = false;
    m_saveSoon.stop();
    m_unsavedSince.invalidate();
    m_recomposeSoon.stop();
    m_waiting.reset();
    ++m_opening;
}

// ---- Writing

void OpenIssue::touched()
{
    if (maySave()) { // a reader's figures are printed anew as well, and nothing is saved
        m_dirty = true;
        saveSoon();
    }
    Q_EMIT stateChanged();
}

// After a pause, or while somebody writes on and on.
void OpenIssue::saveSoon()
{
    if (!m_unsavedSince.isValid())
        m_unsavedSince.start();
    const qint64 left = std::max<qint64>(longestUnsaved - m_unsavedSince.elapsed(), 0);
    m_saveSoon.start(std::min(saveRest, static_cast<int>(left)));
}

void OpenIssue::textEdited()
{
    if (!mayWrite())
        return;
    ++m_edits;
    touched();
}

void OpenIssue::setFields(const IssueFields::Values &values)
{
    if (!mayWrite())
        return;
    m_draft->record.issue = values.issue;
    m_draft->record.runningIssue = values.runningIssue;
    m_draft->record.isExtra = values.isExtra;
    if (values.date.isValid())
        m_draft->record.date = values.date;
    m_recomposeSoon.start(fieldsRest);
    touched();
}

bool OpenIssue::decide(const std::function<void(BulletinDecisions &)> &decision)
{
    if (!mayWrite())
        return false;
    decision(m_draft->decisions);
    touched();
    return true;
}

void OpenIssue::refuse(const Refusal &refusal)
{
    m_ending = Ending::None;
    const bool outdated = refusal.kind == Refusal::Kind::Outdated;
    m_outdated = m_outdated || outdated;
    Q_EMIT refused(refusal.reason, outdated);
    Q_EMIT stateChanged();
}

// The case file has changed, or what the bulletin is composed from.
void OpenIssue::recompose()
{
    if (!m_draft)
        return;
    if (isPublished()) {
        restate();
        return;
    }
    if (m_ending != Ending::None) { // it goes out as it stands, or is refused
        m_recomposeSoon.start(recomposeRest);
        return;
    }
    const BulletinDraft sent = current();
    m_reading.cancel();
    m_reading = m_session.read(
        this,
        [draft = sent, told = m_told](CaseFile &file, const Progress &progress) {
            Recomposing answer{.now = huiyin::recomposed(file, draft, progress), .told = told};
            const QList<TicketId> cases = casesIn(answer.now.draft.document);
            for (const TicketId ticket : cases) {
                if (!answer.told.contains(ticket))
                    answer.told.append(ticket);
            }
            answer.citizens = citizensOfCases(file, answer.told);
            return answer;
        },
        [this, id = *sent.record.id, sent = sent.document](const Recomposing &answer) {
            if (!isOpen(id))
                return;
            const BulletinDocument written = m_written();
            if (m_ending != Ending::None || !isSameText(written, sent)) { // something was written meanwhile
                m_recomposeSoon.start(recomposeRest);
                return;
            }
            const BulletinDocument &now = answer.now.draft.document;
            const BulletinDocument &composed = answer.now.draft.composed;
            learn(answer.citizens, answer.told);
            if (isSameText(now, written) && isSameText(composed, m_draft->composed)) {
                m_draft->composed = composed;
                return;
            }
            m_draft->document = now;
            m_draft->composed = answer.now.draft.composed;
            ++m_edits;
            Q_EMIT recomposed(answer.now.changedFigures, answer.now.diverged);
            touched();
        });
}

void OpenIssue::restate()
{
    m_reading.cancel();
    m_reading = m_session.read(
        this,
        [draft = *m_draft](CaseFile &file, const Progress &progress) { return restatementOf(file, draft, progress); },
        [this, id = *m_draft->record.id](const Restatement &restatement) {
            if (isOpen(id))
                Q_EMIT restated(restatement);
        });
}

} // namespace huiyin
