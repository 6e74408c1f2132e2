// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QLocalServer;

namespace huiyin {

// One window a case file: whoever opens the file again from the command line or the file manager brings the window
// forward that has it open already.
class FileInstance : public QObject
{
    Q_OBJECT

public:
    explicit FileInstance(QObject *parent = nullptr);

    // Another window of this user has the file open and was asked to come forward.
    static bool activateOther(const QString &path);

    // This window has the file open from now on, or none ("").
    void claim(const QString &path);

Q_SIGNALS:
    void activationRequested();

private:
    QLocalServer *m_server = nullptr;
};

} // namespace huiyin
