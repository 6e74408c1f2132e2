// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/DraftSaves.h"

#include "shell/Messages.h"

#include <algorithm>

namespace huiyin {

namespace {

constexpr int retryRest = 5'000; // ms

} // namespace

DraftSaves::DraftSaves(CaseSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryRest);
    connect(&m_retry, &QTimer::timeout, this, &DraftSaves::next);
}

bool DraftSaves::has(BulletinId id) const
{
    return isSaving(id)
           || std::ranges::any_of(m_waiting, [id](const Waiting &one) { return one.draft.record.id == id; });
}

std::optional<BulletinDraft> DraftSaves::take(BulletinId id)
{
    const auto waiting =
        std::ranges::find_if(m_waiting, [id](const Waiting &one) { return one.draft.record.id == id; });
    if (waiting == m_waiting.end())
        return std::nullopt;
    BulletinDraft draft = waiting->draft;
    m_waiting.erase(waiting);
    return draft;
}

void DraftSaves::put(const BulletinDraft &draft, bool automatically)
{
    (void)take(*draft.record.id);
    m_waiting.append({.draft = draft, .automatically = automatically});
    if (!m_running)
        next();
}

void DraftSaves::next()
{
    if (m_running || m_waiting.isEmpty())
        return;
    m_retry.stop();
    const Waiting now = m_waiting.takeFirst();
    const BulletinId id = *now.draft.record.id;
    m_running = id;
    m_session.command(
        this, [now](CaseBook &book) { return saveBulletin(book, now.draft, now.automatically); },
        [this, id](const SavedBulletin &saved) {
            m_running.reset();
            for (Waiting &one : m_waiting) {
                if (one.draft.record.id == id)
                    one.draft.record.version = saved.version;
            }
            Q_EMIT this->saved(saved);
            end(id);
        },
        [this, now, id](const Refusal &refusal) {
            m_running.reset();
            (void)take(id); // it goes on from the same version
            Q_EMIT refused(now.draft, refusal);
            end(id);
        },
        OnFailure([this, now, id](const std::exception_ptr &error) {
            m_running.reset();
            const bool isNewer =
                std::ranges::any_of(m_waiting, [id](const Waiting &one) { return one.draft.record.id == id; });
            if (!isNewer)
                m_waiting.prepend(now);
            m_retry.start();
            Q_EMIT failed(id, Messages::messageOf(error).what);
            Q_EMIT ended(id);
        }));
}

void DraftSaves::end(BulletinId id)
{
    if (!m_retry.isActive())
        next();
    Q_EMIT ended(id);
}

} // namespace huiyin
