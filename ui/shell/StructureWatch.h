// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/CaseSession.h"
#include "storage/StructureCheck.h"

#include <optional>

namespace huiyin {

// Has the structure of the open case file gone through in a reading thread: after the program, or the computer, came to a
// sudden end while it was open here, and once a week. Keeps both in the settings of this computer. Goes with its session.
class StructureWatch : public QObject
{
    Q_OBJECT

public:
    static constexpr int daysBetween = 7;

    explicit StructureWatch(CaseSession &session);
    ~StructureWatch() override; // the file is closed as it should be

    void begin();                                                          // soon; the session is open for writing
    [[nodiscard]] QString damageText() const;                              // for the user; "": none was found
    [[nodiscard]] bool wasChecked() const { return m_report.has_value(); } // since it was opened

Q_SIGNALS:
    void changed();

private:
    struct Found;

    void look();

    CaseSession &m_session;
    QString m_fileKey;
    std::optional<StructureReport> m_report;
    PendingRead m_pending;
};

} // namespace huiyin
