// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/OpenIssue.h"

#include "bulletin/MaterialPanel.h"
#include "shell/Messages.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int saveRest = 2'000; // ms after the last key
constexpr int recomposeRest = 1'500;
constexpr int fieldsRest = 400; // of the numbers in the head
constexpr int retryRest = 5'000;

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
    connect(&m_saveSoon, &QTimer::timeout, this, [this] { save(true); });
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

bool OpenIssue::mayWrite() const
{
    return m_draft && !isPublished() && !m_outdated && m_session.may(Command::ComposeBulletin);
}

bool OpenIssue::mayPublish() const
{
    return mayWrite() && !m_publishing && m_session.may(Command::PublishBulletin);
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

void OpenIssue::show(const Read &read)
{
    if (!read.draft) {
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
    m_saveSoon.stop();
    m_recomposeSoon.stop();
    m_reading.cancel();
    if (m_draft && m_dirty)
        save(true);
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

void OpenIssue::save(bool automatically, const std::function<void(BulletinId, qint64)> &then)
{
    if (!mayWrite())
        return;
    if (m_saving) { // one after the other: each knows the version that the one before it left
        m_saveSoon.start(200);
        if (then) {
            connect(
                this, &OpenIssue::savedAsIs, this,
                [this, then, id = *m_draft->record.id] {
                    if (m_draft && m_draft->record.id == id)
                        then(id, m_draft->record.version);
                },
                Qt::SingleShotConnection);
        }
        return;
    }
    m_saveSoon.stop();
    m_saving = true;
    m_dirty = false; // whatever is written from here on makes it so again
    const BulletinDraft draft = current();
    Q_EMIT stateChanged();
    m_session.command(
        this, [draft, automatically](CaseBook &book) { return saveBulletin(book, draft, automatically); },
        [this, id = draft.record.id, then](const SavedBulletin &saved) {
            m_saving = false;
            if (m_draft && m_draft->record.id == id) {
                m_draft->record.version = saved.version;
                m_draft->record.savedAt = m_session.clock().now();
            }
            Q_EMIT stateChanged();
            if (then)
                then(saved.id, saved.version);
            if (!m_dirty)
                Q_EMIT savedAsIs();
        },
        [this](const Refusal &refusal) {
            m_saving = false;
            m_dirty = true;
            refuse(refusal);
        },
        OnFailure([this](const std::exception_ptr &error) {
            m_saving = false;
            m_dirty = true;
            m_publishing = false;
            m_saveSoon.start(retryRest); // until the disk, or whoever holds the file, lets it
            Q_EMIT failed(Messages::messageOf(error).what);
            Q_EMIT stateChanged();
        }));
}

void OpenIssue::refuse(const Refusal &refusal)
{
    m_publishing = false;
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
    const int edits = m_edits;
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
            learn(answer.citizens, answer.told);
            if (now.blocks == m_written().blocks && now.issueLine == m_draft->document.issueLine
                && now.date == m_draft->document.date)
                return;
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
    save(false, [this](BulletinId id, qint64 version) { publishSaved(id, version); });
}

void OpenIssue::publishSaved(BulletinId id, qint64 version)
{
    m_session.command(
        this, [id, version](CaseBook &book) { return publishBulletin(book, id, version); },
        [this](const SavedBulletin &saved) {
            if (m_isShown && m_draft && m_draft->record.id == saved.id)
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
    if (!mayWrite())
        return;
    m_saveSoon.stop();
    m_session.command(
        this,
        [id = *m_draft->record.id, version = m_draft->record.version](CaseBook &book) {
            return discardBulletin(book, id, version);
        },
        [this](const Changes &) {
            m_dirty = false;
            m_draft.reset();
            Q_EMIT gone();
        },
        [this](const Refusal &refusal) { refuse(refusal); });
}

void OpenIssue::restate()
{
    m_reading = m_session.read(
        this,
        [draft = *m_draft](CaseFile &file, const Progress &progress) { return restatementOf(file, draft, progress); },
        [this](const Restatement &restatement) {
            if (m_draft)
                Q_EMIT restated(restatement);
        });
}

} // namespace huiyin
