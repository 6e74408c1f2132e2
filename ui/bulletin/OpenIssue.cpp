// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/OpenIssue.h"

#include "bulletin/MaterialPanel.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int saveRest = 2'000; // ms after the last key
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
{
    m_saveSoon.setSingleShot(true);
    m_recomposeSoon.setSingleShot(true);
    connect(&m_saveSoon, &QTimer::timeout, this, [this] {
        if (m_dirty)
            save(true);
    });
    connect(&m_recomposeSoon, &QTimer::timeout, this, &OpenIssue::recompose);
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
    return m_isShown && !m_publishing && maySave();
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
    if (!isPublished())
        draft.document = m_written();
    return draft;
}

std::optional<BulletinDocument> OpenIssue::goingOut() const
{
    if (!m_draft)
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
    m_publishing = false;
    m_dirty = false;
    if (m_saving) // perhaps of this very issue: its last words are to be in what is read
        m_waiting = id;
    else
        read(id);
}

void OpenIssue::read(BulletinId id)
{
    const int opening = m_opening;
    m_reading = m_session.read(
        this,
        [id, departments = m_session.codeTables().departments](CaseFile &file, const Progress &progress) {
            Read read{.draft = bulletinOf(file, id)};
            if (!read.draft)
                return read;
            if (read.draft->record.state == BulletinState::Draft) {
                const Recomposed now = huiyin::recomposed(file, *read.draft, progress);
                read.draft = now.draft;
                read.diverged = now.diverged;
                read.changedFigures = now.changedFigures;
                read.cases = pickedCaseGroups(file, now.draft.composed.figures.question, departments);
            }
            read.citizens = citizensOfCases(file, casesIn(read.draft->document));
            return read;
        },
        [this, opening](const Read &read) {
            if (opening == m_opening)
                show(read);
        },
        [this] { Q_EMIT gone(); });
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
    m_draft = read.draft;
    learn(read.citizens, casesIn(m_draft->document));
    m_isShown = true;
    m_dirty = false;
    ++m_edits;
    Q_EMIT opened(read.cases);
    if (isPublished()) {
        restate();
        return;
    }
    if (read.changedFigures > 0) {
        m_dirty = true;
        m_saveSoon.start(saveRest);
        Q_EMIT stateChanged();
    }
    if (read.changedFigures > 0 || !read.diverged.isEmpty())
        Q_EMIT recomposed(read.changedFigures, read.diverged);
}

void OpenIssue::close()
{
    m_isShown = false;
    m_publishing = false;
    m_saveSoon.stop();
    m_recomposeSoon.stop();
    m_reading.cancel();
    m_waiting.reset();
    if (m_dirty && maySave()) {
        if (m_saving)
            m_left = current(); // follows the save that is under way
        else
            saveLeft(current());
        m_dirty = false;
    }
    ++m_opening;
}

// ---- Writing

void OpenIssue::textEdited()
{
    if (!mayWrite())
        return;
    ++m_edits;
    m_dirty = true;
    m_saveSoon.start(saveRest);
    Q_EMIT stateChanged();
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
    m_dirty = true;
    m_recomposeSoon.start(fieldsRest);
    m_saveSoon.start(saveRest);
    Q_EMIT stateChanged();
}

void OpenIssue::decide(const std::function<void(BulletinDecisions &)> &decision)
{
    if (!mayWrite())
        return;
    decision(m_draft->decisions);
    m_dirty = true;
    m_saveSoon.start(saveRest);
    Q_EMIT stateChanged();
}

void OpenIssue::refuse(const Refusal &refusal)
{
    m_publishing = false;
    m_discarding = false;
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
    if (m_publishing) { // it goes out as it stands, or is refused
        m_recomposeSoon.start(recomposeRest);
        return;
    }
    const int edits = m_edits;
    m_reading.cancel();
    m_reading = m_session.read(
        this,
        [draft = current(), told = m_told](CaseFile &file, const Progress &progress) {
            Recomposing answer{.now = huiyin::recomposed(file, draft, progress), .told = told};
            const QList<TicketId> cases = casesIn(answer.now.draft.document);
            for (const TicketId ticket : cases) {
                if (!answer.told.contains(ticket))
                    answer.told.append(ticket);
            }
            answer.citizens = citizensOfCases(file, answer.told);
            return answer;
        },
        [this, edits](const Recomposing &answer) {
            if (!m_draft)
                return;
            if (edits != m_edits) { // something was written meanwhile
                m_recomposeSoon.start(recomposeRest);
                return;
            }
            const BulletinDocument &now = answer.now.draft.document;
            const BulletinDocument &composed = answer.now.draft.composed;
            learn(answer.citizens, answer.told);
            if (isSameText(now, m_written()) && isSameText(composed, m_draft->composed)) {
                m_draft->composed = composed;
                return;
            }
            m_draft->document = now;
            m_draft->composed = answer.now.draft.composed;
            ++m_edits;
            m_dirty = true;
            m_saveSoon.start(saveRest);
            Q_EMIT recomposed(answer.now.changedFigures, answer.now.diverged);
            Q_EMIT stateChanged();
        });
}

// ---- Publication

void OpenIssue::publish()
{
    if (!mayPublish())
        return;
    m_publishing = true;
    Q_EMIT stateChanged();
    if (!m_saving) // else the save that is under way goes on from its end
        save(false);
}

void OpenIssue::publishSaved()
{
    const BulletinId id = *m_draft->record.id;
    const qint64 version = m_draft->record.version;
    m_session.command(
        this, [id, version](CaseBook &book) { return publishBulletin(book, id, version); },
        [this](const SavedBulletin &saved) {
            if (m_isShown && isOpen(saved.id))
                open(saved.id);
        },
        [this](const Refusal &refusal) {
            m_publishing = false;
            Q_EMIT refused(refusal.reason, false);
            Q_EMIT stateChanged();
            if (refusal.kind == Refusal::Kind::Outdated)
                recompose(); // its figures aren't those of now
        },
        [this] {
            m_publishing = false;
            Q_EMIT stateChanged();
        });
}

void OpenIssue::discard()
{
    if (!maySave())
        return;
    m_saveSoon.stop();
    m_discarding = m_saving; // it has another version when that has come to its end
    if (m_saving)
        return;
    m_session.command(
        this,
        [id = *m_draft->record.id, version = m_draft->record.version](CaseBook &book) {
            return discardBulletin(book, id, version);
        },
        [this](const Changes &) {
            m_dirty = false;
            m_isShown = false;
            m_draft.reset();
            Q_EMIT gone();
        },
        [this](const Refusal &refusal) { refuse(refusal); });
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
