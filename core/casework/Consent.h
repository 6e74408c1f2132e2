// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Passwords.h"
#include "domain/Clock.h"
#include "domain/User.h"

#include <QList>
#include <QString>

#include <optional>

namespace huiyin {

class CaseFile;

// 两人确认: what one person alone shall not do where several work. Somebody else who works here agrees with a password of
// his own, and the record names both and the reason. An office where nobody else has a password gives the reason only:
// nobody could prove to have agreed.

// How citizens' data leave the file unmasked.
enum class UnmaskedUse {
    DispatchSheets, // to the departments that handle the matters: what an office does every day
    WholeTickets,   // tickets with their history on paper
    Attachments,    // of one ticket, saved
    Tables,         // all of the file, or of a period, for other programs
    Copy            // of the case file: the more of them, the safer the office
};
constexpr qsizetype mostWithoutConsent = 20; // tickets; more of them are a list of citizens

// Whether it takes a reason and a second person. The right is asked apart, by the table of Command.cpp. `tickets`: 0 where
// nobody counts them.
bool needsConsent(UnmaskedUse use, qsizetype tickets = 0);

// What was entered: why, and who else agrees.
struct Consent
{
    QString reason{};
    QString second{}; // login or name
    Password password{};
};

// What has to be entered.
struct ConsentNeed
{
    bool reason = false;
    bool second = false;
    QList<User> seconds{}; // who may agree; empty though one is needed: nobody can yet

    [[nodiscard]] bool isNone() const { return !reason && !second; }
};

// Who may agree to what `self` does: any other of the supervisors, administrators and auditors who has a password; where
// there is none, anybody else who has.
QList<User> possibleSeconds(const QList<User> &users, const QString &self);

// For data that leave. Two people with passwords are enough; who agrees must have chosen the password himself.
ConsentNeed consentToLeave(UnmaskedUse use, qsizetype tickets, const QList<User> &users, const QString &self);

// For a backup that takes the case file's place: what was saved since is put aside by it.
ConsentNeed consentToRestore(const QList<User> &users, const QString &self);

// Whether what was entered is what is needed; counts a wrong password as a login does. The field of a refusal is one of
// “reason”, “second” and “password”. nullopt: it is; and `second` is then the one who agreed.
std::optional<Refusal> checkConsent(CaseFile &file, const Clock &clock, const ConsentNeed &need, const Consent &consent,
                                    std::optional<User> &second);

// The details of an access record with the reason and the second person in them, and back.
struct ConsentNote
{
    QString what{};
    QString reason{};
    QString second{}; // the name

    [[nodiscard]] QString text() const;
    static ConsentNote of(const QString &text);
};

} // namespace huiyin
