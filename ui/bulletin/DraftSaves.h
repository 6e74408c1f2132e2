// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/Drafting.h"
#include "shell/CaseSession.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <optional>

namespace huiyin {

// How the words of drafts come into the case file: one save after the other, each on the version that the one before it
// left, also behind the back of who went on to another issue. What the disk, or whoever holds the file, doesn't let in
// is tried again until it goes.
class DraftSaves : public QObject
{
    Q_OBJECT

public:
    explicit DraftSaves(CaseSession &session, QObject *parent = nullptr);

    // Saves it; what waits of the same issue is older and goes.
    void put(const BulletinDraft &draft, bool automatically);
    [[nodiscard]] bool isIdle() const { return !m_running && m_waiting.isEmpty(); }
    [[nodiscard]] bool isSaving(BulletinId id) const { return m_running == id; }
    [[nodiscard]] bool has(BulletinId id) const; // saving it, or something of it waits
    // What waits of an issue that is opened again; it waits no longer.
    [[nodiscard]] std::optional<BulletinDraft> take(BulletinId id);

Q_SIGNALS:
    void saved(const huiyin::SavedBulletin &saved);
    void refused(const huiyin::BulletinDraft &draft, const huiyin::Refusal &refusal); // it isn't tried again
    void failed(huiyin::BulletinId id, const QString &message);                       // it is
    void ended(huiyin::BulletinId id); // of a save, whatever came of it; after the signal that tells what

private:
    struct Waiting
    {
        BulletinDraft draft{};
        bool automatically = true;
    };

    void next();
    void end(BulletinId id);

    CaseSession &m_session;
    std::optional<BulletinId> m_running;
    QList<Waiting> m_waiting;
    QTimer m_retry;
};

} // namespace huiyin
