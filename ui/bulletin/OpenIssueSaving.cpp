// SPDX-License-Identifier: GPL-3.0-or-later
// How the words of an open issue come into the case file: one save after the other, also behind the back of who left it.
#include "bulletin/OpenIssue.h"
#include "shell/Messages.h"

#include <utility>

namespace huiyin {

namespace {

constexpr int retryRest = 5'000; // ms

} // namespace

void OpenIssue::save(bool automatically)
{
    if (!maySave())
        return;
    if (m_saving) { // one after the other: each knows the version that the one before it left
        m_saveSoon.start(200);
        return;
    }
    m_saveSoon.stop();
    m_saving = true;
    m_dirty = false; // whatever is written from here on makes it so again
    const BulletinDraft draft = current();
    const BulletinId id = *draft.record.id;
    Q_EMIT stateChanged();
    m_session.command(
        this, [draft, automatically](CaseBook &book) { return saveBulletin(book, draft, automatically); },
        [this, id](const SavedBulletin &saved) {
            m_saving = false;
            if (followLeft(id, saved.version))
                return;
            if (isOpen(id)) {
                m_draft->record.version = saved.version;
                m_draft->record.savedAt = m_session.clock().now();
            }
            Q_EMIT stateChanged();
            goOn();
            readWaiting();
        },
        [this, draft, id](const Refusal &refusal) {
            m_saving = false;
            const bool isFollowed = followLeft(id, draft.record.version);
            if (isFollowed || !isOpen(id)) {
                Q_EMIT failed(refusal.reason);
                if (!isFollowed)
                    readWaiting();
                return;
            }
            m_dirty = true;
            refuse(refusal);
        },
        OnFailure([this, draft, id](const std::exception_ptr &error) {
            m_saving = false;
            Q_EMIT failed(Messages::messageOf(error).what);
            if (followLeft(id, draft.record.version))
                return;
            if (!m_isShown || !isOpen(id)) { // it was left meanwhile: it is tried again all the same
                saveLeftLater(draft);
                readWaiting();
                return;
            }
            m_dirty = true;
            m_publishing = false;
            m_discarding = false;
            m_saveSoon.start(retryRest); // until the disk, or whoever holds the file, lets it
            Q_EMIT stateChanged();
        }));
}

void OpenIssue::saveNow()
{
    if (m_dirty)
        save(true);
}

// What waits for a save that has come to its end.
void OpenIssue::goOn()
{
    if (m_discarding) {
        discard();
    } else if (m_publishing && m_dirty) {
        save(false);
    } else if (m_publishing) {
        publishSaved();
    } else if (!m_dirty) {
        Q_EMIT savedAsIs();
    }
}

// What was written last in an issue that was left while it was being saved.
bool OpenIssue::followLeft(BulletinId id, qint64 version)
{
    if (!m_left || m_left->record.id != id)
        return false;
    BulletinDraft left = *std::exchange(m_left, std::nullopt);
    left.record.version = version;
    saveLeft(left);
    return true;
}

void OpenIssue::saveLeft(const BulletinDraft &draft)
{
    m_saving = true;
    m_session.command(
        this, [draft](CaseBook &book) { return saveBulletin(book, draft, true); },
        [this](const SavedBulletin &) {
            m_saving = false;
            Q_EMIT stateChanged();
            if (!m_dirty)
                Q_EMIT savedAsIs();
            readWaiting();
        },
        [this](const Refusal &refusal) {
            m_saving = false;
            Q_EMIT failed(refusal.reason);
            readWaiting();
        },
        OnFailure([this, draft](const std::exception_ptr &error) {
            m_saving = false;
            Q_EMIT failed(Messages::messageOf(error).what);
            saveLeftLater(draft);
            readWaiting();
        }));
}

void OpenIssue::saveLeftLater(const BulletinDraft &draft)
{
    m_unsaved = draft;
    QTimer::singleShot(retryRest, this, [this] {
        if (!m_unsaved)
            return;
        if (m_saving)
            saveLeftLater(*m_unsaved);
        else
            saveLeft(*std::exchange(m_unsaved, std::nullopt));
    });
}

} // namespace huiyin
