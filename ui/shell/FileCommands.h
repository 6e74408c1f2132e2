// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "shell/CaseSession.h"

#include <QObject>

#include <functional>
#include <memory>

namespace huiyin {

inline constexpr QLatin1StringView caseFileSuffix("huiyin");

// What the menu does with case files before one is open, and to copy it: a new office, a sample, one to be chosen, a
// backup. Asks for names; work that takes a while goes on in the background.
class FileCommands : public QObject
{
    Q_OBJECT

public:
    FileCommands(const Clock &clock, Messages &messages, QWidget *window);
    ~FileCommands() override;

    void newOffice();
    void openSample(const QString &name); // made afresh in the folder for temporary files
    void chooseFile();
    void saveElsewhere(CaseSession &session); // what is open, when the file has gone from its place
    // Into a new file, with a list of what is missing beside it. `leave` closes the damaged one, then calls `go`; `user`
    // rescues, "" while nobody has logged in.
    using Leave = std::function<void(const std::function<void()> &go)>;
    void rescueFile(const QString &damaged, const QString &user, const Leave &leave);
    void chooseDamaged(const QString &present); // to be rescued; `present`: offered, where one is open
    void copyHere(const QString &farFile);      // of a network drive, where nothing is written; asks where to
    void copyTo(const QString &farFile, const QString &target); // verified, then opened
    void backUpCopy(CaseSession &session);                      // with the right to, and leaves a record

Q_SIGNALS:
    void fileChosen(const QString &path);
    void damagedChosen(const QString &path);
    void backedUp(const QString &time);

private:
    template <class Fn, class Done>
    void runInBackground(const QString &title, Fn fn, Done done);

    void writeCopy(CaseSession &session, const QString &target);
    void offerToOpen(const Message &message, const QString &path);

    const Clock &m_clock;
    Messages &m_messages;
    QWidget *m_window;
    std::weak_ptr<TaskProgress> m_background;
};

} // namespace huiyin
