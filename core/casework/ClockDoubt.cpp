// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/ClockDoubt.h"

#include "casework/CaseBook.h"
#include "casework/Recorder.h"
#include "domain/Sentences.h"
#include "storage/CaseFile.h"
#include "storage/ClockRepository.h"
#include "storage/Transaction.h"
#include "storage/UserRepository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ClockDoubt)
};

QString minuteOf(const QDateTime &at, const OfficeZone &zone)
{
    return zone.toLocal(at).toString(u"yyyy-MM-dd HH:mm"_s);
}

} // namespace

std::optional<ClockDoubt> clockDoubt(Database &database, const QDateTime &now)
{
    const ClockRepository clock(database);
    const auto newest = clock.newest();
    if (!newest)
        return std::nullopt;
    const auto doubted = [&](ClockDoubt::Kind kind) {
        return ClockDoubt{
            .kind = kind, .clock = now, .newest = *newest, .record = clock.recordAt(*newest).value_or(TimedRecord{})};
    };
    if (now < newest->addSecs(-clockTolerance))
        return doubted(ClockDoubt::Kind::Behind);
    if (now <= newest->addSecs(longestPause))
        return std::nullopt;
    const auto first = clock.firstEvent();
    if (!first || qAbs(first->secsTo(*newest)) < shortestUse)
        return std::nullopt;
    return doubted(ClockDoubt::Kind::FarAhead);
}

QString sentenceOf(const ClockDoubt &doubt, const OfficeZone &zone)
{
    return joinedSentences(
        {Text::tr("This computer's clock says %1.").arg(minuteOf(doubt.clock, zone)), newestRecordText(doubt, zone)});
}

QString newestRecordText(const ClockDoubt &doubt, const OfficeZone &zone)
{
    const QString newest = minuteOf(doubt.newest, zone);
    const auto &[user, ticket] = doubt.record;
    if (!ticket.isEmpty())
        return Text::tr("The newest record of the case file is of %1: ticket %2, by %3.").arg(newest, ticket, user);
    if (!user.isEmpty())
        return Text::tr("The newest record of the case file is of %1, by %2.").arg(newest, user);
    return Text::tr("The newest record of the case file is of %1.").arg(newest);
}

bool stampsTimes(Command command)
{
    using enum Command;
    switch (command) {
    case RegisterCall:
    case Accept:
    case AnswerDirectly:
    case NotAccept:
    case Merge:
    case Unmerge:
    case Dispatch:
    case AddCoHandlers:
    case Sign:
    case NoteFirstContact:
    case AskReturn:
    case GrantReturn:
    case RefuseReturn:
    case AskExtension:
    case GrantExtension:
    case RefuseExtension:
    case Suspend:
    case Resume:
    case Reply:
    case AcceptReply:
    case SendBackReply:
    case Remind:
    case Supervise:
    case GiveYellowCard:
    case GiveRedCard:
    case FollowUp:
    case Redo:
    case Explain:
    case Close:
    case Reopen:
    case Archive:
    case MakeVoid:
    case ChangeUrgency:
    case MarkDifficult:
    case MarkLeader:
    case MarkExcluded:
    case PickCase:
    case NominateCase:
    case CastBallot:
    case HoldBallot:
    case Correct:
    case Attach:
    case RemoveAttachment:
    case GiveSheet:
    case TakeSheet:
    case MoveDueTimes:
    case PublishBulletin:
        return true;
    case ImportTables: // asks by itself: one that only checks stores nothing
    case SaveDraft:
    case DiscardDraft:
    case RevealCitizen: // its record is chained to those before it: a wrong time in it is told by them
    case ReadCases:
    case ExportTables:
    case ComposeBulletin:
    case BackUp:
    case Restore:
    case ManageKnowledge:
    case KeepViews:
    case KeepOfficeViews:
    case SetUp:
    case ConfirmClock:
    case AcceptChain:
    case ManageUsers:
        break;
    }
    return false;
}

std::optional<Refusal> CaseBook::checkClock()
{
    Database &database = m_file.database();
    const QDateTime now = m_clock.now();
    if (const auto doubt = clockDoubt(database, now)) {
        return Refusal{.reason = joinedSentences(
                           {sentenceOf(*doubt, m_file.zone()),
                            tr("Nothing was done. Put the clock right, or have a supervisor or an administrator "
                               "confirm it; what is typed stays.")}),
                       .kind = Refusal::Kind::Clock};
    }
    // A file that is taken up again after a long time: the triggers don't follow so far.
    const ClockRepository clock(database);
    if (const auto newest = clock.newest(); newest && now > newest->addSecs(longestPause)) {
        Transaction transaction(database);
        clock.setNewest(now);
        transaction.commit();
    }
    return std::nullopt;
}

Outcome<Changes> CaseBook::confirmClock()
{
    Database &database = m_file.database();
    // Where one works alone there is nobody else to ask.
    const QList<User> users = UserRepository(database).all();
    const bool alone = std::ranges::count_if(users, [](const User &user) { return !user.retired; }) <= 1;
    if (!alone || m_user.isEmpty()) {
        if (auto refusal = checkRight(Command::ConfirmClock))
            return *refusal;
    }
    Transaction transaction(database);
    const QDateTime now = m_clock.now();
    const auto doubt = clockDoubt(database, now);
    if (!doubt)
        return Refusal{tr("The clock agrees with the records of the case file; there is nothing to confirm.")};
    const OfficeZone &zone = m_file.zone();
    Recorder(database, now, m_user)
        .record(u"clock"_s, 1, QString::fromLatin1(ruleOf(Command::ConfirmClock).action),
                {{u"clock"_s, zone.isoText(doubt->clock)}, {u"newest"_s, zone.isoText(doubt->newest)}});
    ClockRepository(database).setNewest(now);
    transaction.commit();
    return Changes{};
}

} // namespace huiyin
