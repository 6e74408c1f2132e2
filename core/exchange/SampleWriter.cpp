// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/SampleWriter.h"

#include "storage/CallRepository.h"
#include "storage/DispatchRepository.h"
#include "storage/FollowUpRepository.h"
#include "storage/NumberSeries.h"
#include "storage/TicketRepository.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

const QStringList &operators()
{
    static const QStringList names{u"话务员01"_s, u"话务员02"_s, u"话务员03"_s, u"话务员04"_s,
                                   u"话务员05"_s, u"话务员06"_s, u"话务员07"_s, u"话务员08"_s};
    return names;
}

QString contentOf(const SampleCase &sample)
{
    constexpr qsizetype leastBrief = 12;
    QString text = sample.matter->content;
    if (const qsizetype end = text.indexOf(u'。') + 1; sample.brief && end >= leastBrief)
        text.truncate(end);
    return SampleTexts::fill(text + sample.details, sample.setting);
}

} // namespace

SampleWriter::SampleWriter(Database &database, const SampleTexts &texts, const Deadlines &deadlines,
                           const QDateTime &end)
    : m_database(database)
    , m_texts(texts)
    , m_deadlines(deadlines)
    , m_end(end)
{
}

QTime SampleWriter::timeOfDay(Random &random, bool beforeEvening)
{
    static const QList<qint64> hours{6,  3,  2,   2,  3,  8,  20, 45, 95, 110, 100, 75,
                                     55, 80, 100, 95, 80, 60, 40, 30, 22, 16,  11,  8};
    auto hour = random.weighted(hours);
    if (beforeEvening && hour > 19)
        hour -= 11;
    // From ten past the hour to twenty to: nothing slips over midnight.
    return {static_cast<int>(hour), static_cast<int>(random.between(10, 39)), static_cast<int>(random.below(60))};
}

QDateTime SampleWriter::workTime(Random &random, const QDateTime &from, const QDateTime &to) const
{
    const qint64 seconds = qMax<qint64>(1, from.secsTo(to));
    QDateTime at = from.addSecs(random.below(seconds));
    for (int i = 0; i < 12; ++i) {
        const int hour = m_deadlines.zone().toLocal(at).time().hour();
        if (hour >= 8 && hour < 18)
            break;
        at = from.addSecs(random.below(seconds));
    }
    return at;
}

QString SampleWriter::nextNumber(QHash<QDate, qint64> &series, const QDateTime &at, const QString &infix)
{
    const QDate day = m_deadlines.zone().day(at);
    return u"%1-%2%3"_s.arg(day.toString(u"yyyyMMdd"_s), infix).arg(++series[day], 4, 10, QChar(u'0'));
}

void SampleWriter::addDispatch(const SampleCase &sample, Ticket &ticket, Dispatch &dispatch, QList<FollowUp> &followUps,
                               Random &random) const
{
    const bool pressing = ticket.urgency != Urgency::Normal;
    dispatch.department = *sample.department;
    dispatch.dispatchedAt = ticket.receivedAt.addSecs(pressing ? random.between(120, 900) : random.between(300, 5400));
    dispatch.dispatchedBy = u"派单员01"_s;
    dispatch.dueAt = ticket.dueAt;
    dispatch.originalDueAt = ticket.dueAt;
    dispatch.dueRule = ticket.dueRule;
    if (sample.fate == Fate::Open) {
        const QDateTime signedAt = dispatch.dispatchedAt.addSecs(random.between(600, 14'400));
        if (random.chance(700) && signedAt < m_end)
            dispatch.signedAt = signedAt;
        return;
    }
    dispatch.signedAt = dispatch.dispatchedAt.addSecs(random.between(60, pressing ? 300 : 7200));
    const QDateTime latest = m_end.addSecs(-qint64{4} * 3600);
    const QDateTime due = ticket.dueAt.value_or(latest);
    const bool late = sample.fate == Fate::ClosedLate;
    const QDateTime from = late ? due.addSecs(1800) : dispatch.dispatchedAt.addSecs(900);
    const QDateTime to = qMin(late ? due.addDays(4) : due, latest);
    dispatch.repliedAt = from < to ? workTime(random, from, to) : (late ? from : qMin(from, due));
    dispatch.signedAt = qMin(*dispatch.signedAt, *dispatch.repliedAt);
    dispatch.reply = SampleTexts::fill(sample.matter->reply, sample.setting);
    const bool unhappy = sample.satisfaction && *sample.satisfaction >= Satisfaction::Dissatisfied;
    dispatch.claimedResult = random.chance(unhappy ? 300 : 850) ? ClaimedResult::Solved : ClaimedResult::Explained;
    if (ticket.marks.testFlag(Mark::PickedSolved))
        dispatch.claimedResult = ClaimedResult::Solved;
    else if (ticket.marks & (Mark::PickedProblem | Mark::PickedSuggestion))
        dispatch.claimedResult = ClaimedResult::Explained;
    dispatch.closedAt = dispatch.repliedAt->addSecs(random.between(300, 3600));
    ticket.resolution = dispatch.claimedResult == ClaimedResult::Solved ? Resolution::Handled : Resolution::Explained;
    QDateTime at = *dispatch.closedAt;
    if (sample.tried) {
        at = at.addSecs(random.between(600, 3600));
        const QString by = u"回访员01"_s;
        if (!sample.reached || random.chance(150)) {
            followUps.append({.ticket = TicketId(0),
                              .at = at,
                              .by = by,
                              .reached = false,
                              .comment = m_texts.comment(random, u"unreached"_s)});
            at = at.addSecs(1800);
        }
        if (sample.reached) {
            FollowUp reached{
                .ticket = TicketId(0), .at = at, .by = by, .reached = true, .satisfaction = sample.satisfaction};
            if (sample.satisfaction) {
                reached.solved = !unhappy || random.chance(250);
                reached.comment = m_texts.comment(random, QString(code(*sample.satisfaction)));
            }
            followUps.append(reached);
        }
    }
    ticket.closedAt = at.addSecs(120);
    ticket.closedBy = sample.tried ? u"回访员01"_s : u"派单员01"_s;
}

TicketId SampleWriter::write(const SampleCase &sample, Random &random)
{
    Ticket ticket = sample.ticket;
    ticket.number = nextNumber(m_ticketNumbers, ticket.receivedAt, QString());
    ticket.receivedBy = random.pick(operators());
    ticket.title = SampleTexts::fill(sample.matter->title, sample.setting);
    ticket.content = contentOf(sample);
    ticket.requester = sample.setting.requester;
    ticket.phone = ticket.confidentiality == Confidentiality::Anonymous ? QString() : sample.setting.phone;
    ticket.address = sample.setting.address();
    const auto due = m_deadlines.due(deadlineCaseOf(ticket), ticket.receivedAt);
    if (due) {
        ticket.dueAt = due->at;
        ticket.dueRule = due->rule;
        ticket.dueProvisional = due->provisional;
    }

    std::optional<Dispatch> dispatch;
    QList<FollowUp> followUps;
    if (sample.department) {
        dispatch.emplace();
        addDispatch(sample, ticket, *dispatch, followUps, random);
        ticket.state = ticket.closedAt ? TicketState::Closed : TicketState::InProgress;
        if (dispatch->closedAt)
            ticket.answer = dispatch->reply;
    } else if (sample.fate == Fate::Open) {
        ticket.state = TicketState::Accepted;
    } else if (sample.fate == Fate::Merged) {
        ticket.state = TicketState::Closed;
        ticket.resolution = Resolution::Merged;
        ticket.ground = u"与已受理工单为同一事项，合并办理"_s;
        ticket.closedAt = ticket.receivedAt.addSecs(random.between(60, 1800));
        ticket.closedBy = ticket.receivedBy;
    } else {
        ticket.state = TicketState::Closed;
        ticket.resolution = Resolution::AnsweredDirectly;
        ticket.answer = SampleTexts::fill(sample.matter->answer, sample.setting);
        ticket.closedAt = ticket.receivedAt.addSecs(random.between(60, 540));
        ticket.closedBy = ticket.receivedBy;
    }

    const TicketId id = TicketRepository(m_database).insert(ticket);
    if (sample.byPhone) {
        const QDateTime startedAt = ticket.receivedAt.addSecs(-random.between(40, 280));
        writeCall({.startedAt = startedAt,
                   .phone = ticket.phone,
                   .caller = ticket.requester,
                   .callOperator = ticket.receivedBy,
                   .outcome = CallOutcome::Ticket,
                   .topic = ticket.topic,
                   .ticket = id},
                  random);
    }
    if (dispatch) {
        dispatch->ticket = id;
        (void)DispatchRepository(m_database).insert(*dispatch);
    }
    for (FollowUp &followUp : followUps) {
        followUp.ticket = id;
        (void)FollowUpRepository(m_database).insert(followUp);
    }
    return id;
}

void SampleWriter::writeCall(Call call, Random &random)
{
    call.reference = nextNumber(m_callNumbers, call.startedAt, u"C"_s);
    call.answeredAt = call.startedAt.addSecs(random.between(2, 35));
    call.endedAt = call.answeredAt->addSecs(random.between(25, 420));
    if (call.callOperator.isEmpty())
        call.callOperator = random.pick(operators());
    (void)CallRepository(m_database).insert(call);
}

void SampleWriter::finish()
{
    for (auto day = m_ticketNumbers.cbegin(); day != m_ticketNumbers.cend(); ++day)
        setLastNumber(m_database, u"ticket"_s, day.key().toString(u"yyyyMMdd"_s), day.value());
    for (auto day = m_callNumbers.cbegin(); day != m_callNumbers.cend(); ++day)
        setLastNumber(m_database, u"call"_s, day.key().toString(u"yyyyMMdd"_s), day.value());
}

} // namespace huiyin
