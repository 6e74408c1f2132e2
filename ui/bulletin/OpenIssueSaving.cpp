// SPDX-License-Identifier: GPL-3.0-or-later
// How an open issue is saved, and what comes of it then: it goes out, or is discarded.
#include "bulletin/OpenIssue.h"
#include "shell/Messages.h"

namespace huiyin {

void OpenIssue::save(bool automatically)
{
    if (!maySave())
        return;
    m_saveSoon.stop();
    m_unsavedSince.invalidate();
    m_dirty = false; // whatever is written from here on makes it so again
    m_saves->put(current(), automatically);
    Q_EMIT stateChanged();
}

void OpenIssue::saveNow()
{
    if (m_dirty)
        save(true);
}

void OpenIssue::saveEnded(BulletinId id)
{
    Q_EMIT stateChanged();
    if (isOpen(id) && !m_saves->has(id))
        goOn();
    if (m_waiting == id && !m_saves->isSaving(id))
        readWaiting();
    if (isSaved())
        Q_EMIT savedAsIs();
}

// What waits for the saves of this issue to come to their end.
void OpenIssue::goOn()
{
    if (m_ending == Ending::Discard)
        discardSaved();
    else if (m_ending == Ending::Publish && m_dirty)
        save(false);
    else if (m_ending == Ending::Publish)
        publishSaved();
}

void OpenIssue::publish()
{
    if (!mayPublish())
        return;
    if (m_reading.isRunning()) { // it goes out as it was read, without figures that come in meanwhile
        m_reading.cancel();
        m_recomposeSoon.start();
    }
    m_ending = Ending::Publish;
    save(false);
}

void OpenIssue::publishSaved()
{
    const BulletinId id = *m_draft->record.id;
    const qint64 version = m_draft->record.version;
    const auto over = [this, id] {
        if (isOpen(id))
            m_ending = Ending::None;
        Q_EMIT stateChanged();
    };
    m_session.command(
        this, [id, version](CaseBook &book) { return publishBulletin(book, id, version); },
        [this](const SavedBulletin &saved) {
            if (m_isShown && isOpen(saved.id))
                open(saved.id);
        },
        [this, id, over](const Refusal &refusal) {
            over();
            Q_EMIT refused(refusal.reason, false);
            if (refusal.kind == Refusal::Kind::Outdated && isOpen(id))
                recompose(); // its figures aren't those of now
        },
        OnFailure(over));
}

void OpenIssue::discard()
{
    if (!mayWrite())
        return;
    m_saveSoon.stop();
    m_ending = Ending::Discard;
    Q_EMIT stateChanged();
    if (!m_saves->has(*m_draft->record.id)) // else it has another version when that has come to its end
        discardSaved();
}

void OpenIssue::discardSaved()
{
    const BulletinId id = *m_draft->record.id;
    const auto over = [this, id] {
        if (!isOpen(id))
            return;
        m_ending = Ending::None;
        if (m_dirty)
            saveSoon();
    };
    m_session.command(
        this, [id, version = m_draft->record.version](CaseBook &book) { return discardBulletin(book, id, version); },
        [this, id](const Changes &) {
            if (!isOpen(id))
                return;
            m_dirty = false;
            m_isShown = false;
            m_ending = Ending::None;
            m_draft.reset();
            Q_EMIT gone();
        },
        [this, id, over](const Refusal &refusal) {
            over();
            if (isOpen(id))
                refuse(refusal);
        },
        OnFailure([this, over](const std::exception_ptr &error) {
            over();
            Q_EMIT failed(Messages::messageOf(error).what);
            Q_EMIT stateChanged();
        }));
}

} // namespace huiyin
