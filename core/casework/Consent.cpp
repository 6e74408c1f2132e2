// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/Consent.h"

#include "casework/Login.h"
#include "domain/ItemList.h"
#include "domain/PersonalText.h"
#include "domain/Text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Consent)
};

constexpr qsizetype longestReason = 200;

struct UseRule
{
    UnmaskedUse use;
    qsizetype free; // so many tickets take no consent
};

constexpr qsizetype all = std::numeric_limits<qsizetype>::max();
constexpr qsizetype notEvenNone = -1;

constexpr UseRule table[] = {
    {UnmaskedUse::DispatchSheets, all}, {UnmaskedUse::WholeTickets, mostWithoutConsent},
    {UnmaskedUse::Attachments, all},    {UnmaskedUse::Tables, notEvenNone},
    {UnmaskedUse::Copy, all},
};

bool isOther(const User &user, const QString &self)
{
    return !user.retired && !user.passwordHash.isEmpty() && user.name != self;
}

// A reason, and a second person where there is one who could have agreed.
ConsentNeed fullConsent(const QList<User> &users, const QString &self)
{
    const bool isGuarded = std::ranges::any_of(users, [&self](const User &user) {
        return !user.retired && user.name == self && !user.passwordHash.isEmpty();
    });
    const QList<User> seconds = possibleSeconds(users, self);
    return {.reason = true, .second = isGuarded && !seconds.isEmpty(), .seconds = seconds};
}

// The lines of a note begin so.
const auto reasonMark = u"reason: "_s;
const auto secondMark = u"second: "_s;

} // namespace

bool needsConsent(UnmaskedUse use, qsizetype tickets)
{
    return tickets > std::ranges::find(table, use, &UseRule::use)->free;
}

QList<User> possibleSeconds(const QList<User> &users, const QString &self)
{
    QList<User> chiefs;
    QList<User> others;
    for (const User &user : users) {
        if (isOther(user, self))
            (administrators(user.roles) ? chiefs : others).append(user);
    }
    return chiefs.isEmpty() ? others : chiefs;
}

ConsentNeed consentToLeave(UnmaskedUse use, qsizetype tickets, const QList<User> &users, const QString &self)
{
    return needsConsent(use, tickets) ? fullConsent(users, self) : ConsentNeed{};
}

ConsentNeed consentToRestore(const QList<User> &users, const QString &self)
{
    return fullConsent(users, self);
}

std::optional<Refusal> checkConsent(CaseFile &file, const Clock &clock, const ConsentNeed &need, const Consent &consent,
                                    std::optional<User> &second)
{
    const QString reason = consent.reason.simplified();
    if (need.reason && reason.isEmpty())
        return Refusal{Text::tr("Say why: the record keeps the reason."), u"reason"_s};
    if (reason.size() > longestReason)
        return Refusal{Text::tr("The reason takes at most %1 signs.").arg(longestReason), u"reason"_s};
    if (!need.second)
        return std::nullopt;
    const QString name = consent.second.trimmed();
    if (name.isEmpty())
        return Refusal{Text::tr("Somebody else has to agree, and enters a name and a password here."), u"second"_s};
    const auto found = std::ranges::find_if(
        need.seconds, [&name](const User &user) { return user.login == name || user.name == name; });
    if (found == need.seconds.end()) {
        QStringList names;
        for (const User &user : need.seconds)
            names.append(user.name);
        return Refusal{Text::tr("“%1” can't agree to this. Who can: %2.").arg(name, joinedItems(names)), u"second"_s};
    }
    const Outcome<User> agreed = agree(file, clock, found->login, consent.password);
    if (!agreed)
        return agreed.error();
    second = *agreed;
    return std::nullopt;
}

QString ConsentNote::text() const
{
    QStringList lines{what};
    // A record of who has seen citizens' data holds none itself.
    if (const QString why = maskedText(forceClean(reason).simplified()); !why.isEmpty())
        lines.append(reasonMark + why);
    if (!second.isEmpty())
        lines.append(secondMark + second);
    return lines.join(u'\n');
}

ConsentNote ConsentNote::of(const QString &text)
{
    const QStringList lines = text.split(u'\n');
    ConsentNote note{.what = lines.first()};
    for (const QString &line : lines.mid(1)) {
        if (line.startsWith(reasonMark))
            note.reason = line.mid(reasonMark.size());
        else if (line.startsWith(secondMark))
            note.second = line.mid(secondMark.size());
    }
    return note;
}

} // namespace huiyin
