// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

namespace huiyin {

class CaseSession;
class NoticeBar;

// What whoever works is told of the file above the pages: that it is open for reading only, that its records are not as
// they were, that others can read it. One notice at a time, the most urgent.
class FileNotices : public QObject
{
    Q_OBJECT

public:
    // `bar` outlives it.
    explicit FileNotices(NoticeBar *bar, QObject *parent = nullptr);

    void begin(CaseSession &session); // somebody works now
    void show();                      // what still holds

Q_SIGNALS:
    void writingRequested(); // the file is to be opened for writing
    void usersRequested();   // the list of users is to be shown

private:
    void showRoles();

    NoticeBar *m_bar;
    QPointer<CaseSession> m_session;
};

} // namespace huiyin
