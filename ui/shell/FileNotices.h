// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/Tag.h"
#include "shell/PendingRead.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>
#include <optional>

namespace huiyin {

class CaseSession;
class NoticeBar;

// What whoever works is told of the file above the pages: that it is open for reading only, that its records are not as
// they were, that others can read it. One notice at a time, the most urgent, with what is to be remarked beside it.
class FileNotices : public QObject
{
    Q_OBJECT

public:
    // `bar` outlives it.
    explicit FileNotices(NoticeBar *bar, QObject *parent = nullptr);

    void begin(CaseSession &session); // somebody works now
    void goOn();                      // who works is back at the screen: what still holds
    // Places in the file can't be read any more; "": none is known of. Told before nearly everything else, with the ways
    // out of it to whom may restore.
    void tellDamage(const QString &text);
    // What is amiss with the backups, with one thing to do about it; "": nothing. Told after what is amiss with the file.
    void tellBackups(Tone tone, const QString &text, const QString &action = {}, const std::function<void()> &act = {});

Q_SIGNALS:
    void writingRequested();   // the file is to be opened for writing
    void rescueRequested();    // what is open is to be saved elsewhere
    void restoringRequested(); // of a backup, as the file is damaged
    void salvageRequested();   // what can be read of the damaged file is to be brought into a new one
    void openingRequested();   // what stands at the file's place is to be opened
    void usersRequested();     // the list of users is to be shown
    void recordsRequested();   // the access records are to be shown, with what going through all of them came to

private:
    struct Notice
    {
        Tone tone = Tone::Info;
        QString text{};
        QString action{}; // what it offers; "": nothing
        std::function<void()> act{};
        QString second{}; // the other thing that it offers; "": nothing
        std::function<void()> actSecond{};
    };

    void show();
    [[nodiscard]] std::optional<Notice> mostUrgent();
    [[nodiscard]] std::optional<Notice> ofSeals();
    [[nodiscard]] Notice ofOthers();
    [[nodiscard]] Notice ofPlace();
    [[nodiscard]] Notice ofDamage();
    void offerWaysOut(Notice &notice);
    [[nodiscard]] QString chainText() const;
    void hearOfRecords(); // what going through them came to, for the auditor
    void chainsChanged();
    void askRoles();
    void tellRoles(const QString &ids, const QString &key);

    NoticeBar *m_bar;
    QPointer<CaseSession> m_session;
    QStringList m_remarks; // told once: beside the notice, or alone
    QString m_sound;       // of the check of all records, by the auditor who works, until he has looked at it
    std::optional<Notice> m_roles;
    std::optional<Notice> m_backups;
    QString m_damage;
    QString m_trouble;        // with what the last notice offered
    QString m_failure;        // of going through the records: told once
    PendingRead m_asking;     // whether roles are to be parted
    bool m_isShowing = false; // the bar is being filled here
    bool m_showsTrouble = false;
    bool m_dismissed = false; // by whoever works
};

} // namespace huiyin
