// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Seals.h"
#include "storage/ChainEnd.h"

#include <QObject>

#include <optional>

namespace huiyin {

class CaseSession;
class WorkQueue;
struct Workplace;

// Whether the records of the open file are those that were written: where its chains ended when this computer saw them
// last, and the seals of the auditor who works. Of the window's thread; what is static belongs to the thread of the file.
class ChainWatch : public QObject
{
    Q_OBJECT

public:
    // Session and queue outlive it; the queue is the one that writes.
    ChainWatch(CaseSession &session, WorkQueue &writer, QObject *parent = nullptr);

    static ChainVerdict verdictOf(CaseFile &file);
    // Settings are no place for citizens' data; these are three numbers and three checksums.
    static void keepEnd(CaseFile &file);
    // An auditor has logged in. Trouble with his seals keeps nobody from working.
    static std::optional<SealReport> beginSeals(Workplace &workplace, const Clock &clock, const User &user,
                                                const Password &password);
    // Somebody else works now, or nobody: what was done under the auditor's eyes is sealed.
    static void endSeals(Workplace &workplace);

    // Whether the file goes on from where it was when it was last open on this computer.
    [[nodiscard]] ChainVerdict verdict() const { return m_verdict; }
    void accept(); // it is meant to be so, as after a backup was put back: from now on this end counts
    // What became of the seals of the auditor who works; nullopt: who works is none.
    [[nodiscard]] std::optional<SealReport> sealReport() const { return m_sealReport; }
    void sealAnew(); // he has looked into what was changed

    // Of the session
    void opened(ChainVerdict verdict) { m_verdict = verdict; }
    void sealed(const std::optional<SealReport> &report) { m_sealReport = report; }
    void left() { m_sealReport.reset(); } // nobody works
    void closing();                       // the last jobs for the thread of the file

private:
    CaseSession &m_session;
    WorkQueue &m_writer;
    ChainVerdict m_verdict = ChainVerdict::Sound;
    std::optional<SealReport> m_sealReport;
};

} // namespace huiyin
