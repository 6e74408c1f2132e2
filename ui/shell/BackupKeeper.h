// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backup/BackupFolder.h"
#include "backup/Drill.h"
#include "shell/CaseSession.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace huiyin {

// How it stands with the backups of the case file that is open.
struct BackupStand
{
    bool isOn = false; // backups are made by themselves
    bool isRunning = false;
    std::optional<QDateTime> last{}; // when the newest that counts was made
    QString problem{};               // why the last attempt failed; "": it didn't
    QString mediumProblem{};         // why the newest is not on the other medium, though that is there
    bool isBackup = false;           // the file itself lies under the name of a backup
    bool hasKey = false;             // there is a passphrase for copies on another medium
    bool hasMedium = false;          // another medium was chosen
    bool mediumIsThere = false;
    std::optional<QDateTime> onMedium{}; // of when the newest copy there is
    QString drillProblem{};              // what the last drill found; "": nothing
    std::optional<QDateTime> drilled{};  // when there was one last

    static constexpr int patience = 7; // days without the other medium
    [[nodiscard]] bool isMediumDue(const QDateTime &now) const
    {
        return !hasMedium || !onMedium || onMedium->daysTo(now) >= patience;
    }
};

// Keeps the backups of the open case file: made in the background when something was changed and half an hour has gone
// by, and when the file is closed; then encrypted to the other medium when that is there, and once a month restored for
// trial. Where they lie belongs to this computer (settings), the key to the file. Goes with its session.
class BackupKeeper : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::minutes between{30};

    explicit BackupKeeper(CaseSession &session);
    ~BackupKeeper() override;
    static BackupKeeper *of(const CaseSession &session); // nullptr: none keeps it

    // Reads how it stands; the session is open. Samples and other files among the temporary ones are left alone until a
    // folder is chosen, and what is open for reading only always.
    void start();

    [[nodiscard]] const BackupStand &stand() const { return m_stand; }
    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] QString medium() const { return m_medium; } // "": none was chosen
    // Those that were chosen before, the latest first: what was verified there still counts until there is a newer one.
    [[nodiscard]] QStringList earlierFolders() const { return m_earlier; }
    void setFolder(const QString &folder);
    void setMedium(const QString &folder);
    [[nodiscard]] QString fileKey() const { return m_fileKey; }

    void consider(); // whether one is due; asked each minute
    // Whatever the time; `done` is told whether it worked, after the user was told why not. One after another.
    void backUp(BackupReason reason, std::function<void(bool)> done = {});
    void drill(std::function<void()> done = {}); // by hand, of a backup that is made now when something has changed
    // Before the file is closed: a last backup when something was changed, behind a small dialog that lets go without
    // one. `go` is called at once when there is nothing to do; `stay` when the user would rather look after it.
    void finish(QWidget *window, std::function<void()> go, std::function<void()> stay);
    [[nodiscard]] bool isDue() const { return m_isStarted && m_stand.isOn && (m_changed || m_stand.isRunning); }

Q_SIGNALS:
    void changed();
    void drillFailed(const QString &problem); // once, and loudly

private:
    struct Job;
    struct Done;
    struct Found;

    void take(const Found &found);
    void run(BackupReason reason, bool wantsBackup, bool wantsDrill);
    void ended(const Done &done);
    void tellDrill(const DrillReport &report);
    [[nodiscard]] QString key(QLatin1StringView name) const;
    static Done carryOut(const Job &job, const Progress &progress);

    CaseSession &m_session;
    QString m_path;
    FilePlace m_place; // of the file that is open
    QString m_fileKey;
    QString m_folder;
    QString m_medium;
    QStringList m_earlier;
    BackupStand m_stand;
    bool m_isStarted = false;
    bool m_changed = false; // since the last backup began
    qint64 m_lastNumber = 0;
    std::optional<QDateTime> m_tried; // when one was begun last
    std::shared_ptr<TaskProgress> m_progress;
    bool m_byHand = false;
    QList<std::function<void(bool)>> m_waiting; // for the end of what runs
    QTimer m_minute;
};

} // namespace huiyin
