// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Seals.h"
#include "shell/PendingRead.h"
#include "storage/ChainCheck.h"
#include "storage/ChainEnd.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace huiyin {

class CaseSession;
class WorkQueue;
struct Workplace;

// Whether the records of the open file are those that were written: where its chains ended when this computer saw them
// last, the seals of the auditor who works, and both chains gone through whole in the background, after an auditor's
// login and once a week. Of the window's thread; what is static belongs to the thread of the file.
class ChainWatch : public QObject
{
    Q_OBJECT

public:
    // Session and queue outlive it; the queue is the one that writes.
    ChainWatch(CaseSession &session, WorkQueue &writer, QObject *parent = nullptr);

    // What this computer knows of the file, and how the file stands to it.
    struct Known
    {
        QString file{};                      // its key among the settings
        std::optional<ChainEnd> seen{};      // nullopt: never seen here
        std::optional<ChainCheck> checked{}; // when both chains were last gone through, and all was well
        ChainVerdict verdict = ChainVerdict::Sound;
    };
    static Known knownOf(CaseFile &file);
    // Settings are no place for citizens' data; these are three numbers and three checksums.
    static void keepEnd(CaseFile &file);
    // An auditor has logged in. Trouble with his seals keeps nobody from working.
    static std::optional<SealReport> beginSeals(Workplace &workplace, const Clock &clock, const User &user,
                                                const Password &password);
    // He has changed his password: his seals go on with the new one, or begin with it.
    static std::optional<SealReport> goOnWith(Workplace &workplace, const Clock &clock, const User &user,
                                              const Password &password);
    // Somebody else works now, or nobody: what was done under the auditor's eyes is sealed.
    static void endSeals(Workplace &workplace);

    // Whether the file goes on from where it was when it was last open on this computer.
    [[nodiscard]] ChainVerdict verdict() const { return m_known.verdict; }
    // Whether who works may say that it is meant so; nullopt: not known yet, or the verdict is sound.
    [[nodiscard]] std::optional<bool> mayAccept() const { return m_mayAccept; }
    void accept(); // it is meant to be so, as after a backup was put back: from now on this end counts
    // What became of the seals of the auditor who works; nullopt: who works is none.
    [[nodiscard]] std::optional<SealReport> sealReport() const { return m_sealReport; }
    void sealAnew(); // he has looked into what was changed

    // What going through both chains came to; nullopt: it was never done on this computer.
    [[nodiscard]] const std::optional<ChainCheck> &check() const { return m_known.checked; }
    [[nodiscard]] bool isChecking() const;                           // or about to
    [[nodiscard]] bool isForAuditor() const { return m_forAuditor; } // it is done for the auditor who works
    // Since somebody works, though he may still be asked for a new password, and has seen nothing of the file yet.
    [[nodiscard]] bool wasChecked() const { return m_wasChecked; }
    // Who works has looked at what it came to: it need not be told any more, until they are gone through again.
    void setSeen();
    [[nodiscard]] bool isSeen() const { return m_seen; }
    [[nodiscard]] QString failure() const { return m_failure; } // why they could not be gone through; "" mostly

    // Of the session
    void opened(const Known &known) { m_known = known; }
    void entered(const std::optional<SealReport> &report, bool auditor); // somebody works now, or with other rights
    void sealed(const std::optional<SealReport> &report) { m_sealReport = report; }
    void left();    // nobody works
    void closing(); // the last jobs for the thread of the file

Q_SIGNALS:
    void changed(); // any of it, but for what entered() and left() were told
    void refused(const QString &reason);

private:
    void askWhoAccepts();
    void checkSoon();
    void checkNow();
    void checked(const ChainCheck &check);

    CaseSession &m_session;
    WorkQueue &m_writer;
    Known m_known;
    std::optional<bool> m_mayAccept;
    std::optional<SealReport> m_sealReport;
    bool m_forAuditor = false;
    bool m_wasChecked = false;
    bool m_seen = false;
    QString m_failure;
    PendingRead m_asking;
    PendingRead m_checking;
    QTimer m_soon;   // after a login: the pages read first
    QTimer m_hourly; // a window may stay open for weeks
};

} // namespace huiyin
