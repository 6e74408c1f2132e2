// SPDX-License-Identifier: GPL-3.0-or-later
// One day of the office from the first ring to the last call back, by the people whose work it is.
#include "casework/Worklist.h"
#include "statistics/StatisticsBuilder.h"
#include "storage/ExplanationRepository.h"
#include "storage/FileCheck.h"
#include "storage/ReminderRepository.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

// The same file in four pairs of hands.
struct Day
{
    Day()
        : operators(*office.file, office.clock, u"话务员03"_s, Role::Operator)
        , dispatcher(*office.file, office.clock, u"派单员01"_s, Role::Dispatcher)
        , caller(*office.file, office.clock, u"回访员02"_s, Role::FollowUp)
        , chief(*office.file, office.clock, u"主任"_s, Role::Supervisor)
    {
        const auto all = office.tables().requestTypes;
        consultation = all.at(0).id;
        complaint = all.at(2).id;
    }

    // A call that takes three minutes, with what is written down of it.
    IntakeRequest call(const QString &phone, std::optional<RequestTypeId> type, const QString &title,
                       const QString &content)
    {
        const QDateTime started = office.clock.now();
        office.clock.advance(180);
        return {.call = CallFacts{.startedAt = started, .endedAt = office.clock.now(), .phone = phone},
                .channel = office.phone(),
                .requestType = type,
                .title = title,
                .content = content,
                .requester = u"佟先生"_s,
                .phone = phone};
    }
    void repeat(const QString &phone, TicketId of)
    {
        const QDateTime started = office.clock.now();
        office.clock.advance(60);
        HandlingOffice::must(
            operators.registerCall({.facts = {.startedAt = started, .endedAt = office.clock.now(), .phone = phone},
                                    .outcome = CallOutcome::Repeat,
                                    .repeatOf = of}));
    }
    TicketId saved(const Outcome<SavedTicket> &outcome)
    {
        if (!outcome)
            qFatal("%s", qUtf8Printable(outcome.error().reason));
        return outcome->id;
    }
    DispatchId lead(TicketId ticket) { return *office.lead(ticket).id; }
    void replyAndAccept(TicketId ticket, ClaimedResult result = ClaimedResult::Solved)
    {
        office.clock.advance(600);
        HandlingOffice::must(
            dispatcher.reply({.dispatch = lead(ticket), .text = u"已到现场处理。"_s, .result = result}));
        HandlingOffice::must(dispatcher.acceptReply(lead(ticket)));
    }
    void must(const Outcome<Changes> &outcome) { HandlingOffice::must(outcome); }
    Worklist worklist()
    {
        return worklistOf(*office.file, Deadlines::of(*office.file).moments(office.clock.now()), {});
    }
    Statistics figures()
    {
        return buildStatistics(*office.file, {.period = Period::days(QDate(2020, 2, 10), QDate(2020, 2, 10)),
                                              .cutOff = at("2020-02-11 00:00"),
                                              .excludedTopics = {},
                                              .withChange = false});
    }

    HandlingOffice office{"2020-02-10 08:30"};
    CaseBook operators;
    CaseBook dispatcher;
    CaseBook caller;
    CaseBook chief;
    std::optional<RequestTypeId> consultation;
    std::optional<RequestTypeId> complaint;
};

} // namespace

TEST_CASE("a clerk's day: ten calls, eight tickets, and the figures add up", "[casework][day]")
{
    Day day;
    HandlingOffice &office = day.office;

    // Four are answered in the call.
    for (int i = 0; i < 4; ++i) {
        IntakeRequest question = day.call(u"1380000100%1"_s.arg(i), day.consultation, u"咨询社保转移"_s,
                                          u"反映人来电咨询社保关系如何转移。"_s);
        question.answer = u"携身份证到政务大厅社保窗口办理。"_s;
        (void)day.saved(day.operators.answerDirectly(question));
    }
    // Two are written down by the operator and dispatched later; two go out at once by the dispatcher's own hand.
    const TicketId water =
        day.saved(day.operators.accept(day.call(u"13800002001"_s, day.complaint, u"单元停水"_s, u"停水两天。"_s)));
    const TicketId noise =
        day.saved(day.operators.accept(day.call(u"13800002002"_s, day.complaint, u"夜间施工"_s, u"工地夜间施工。"_s)));
    const TicketId road = day.saved(day.dispatcher.dispatch(
        day.call(u"13800002003"_s, day.complaint, u"路面塌陷"_s, u"路面塌陷，车辆难行。"_s),
        {.lead = office.housing, .coHandlers = {office.police}, .instruction = u"请先设警示"_s}));
    IntakeRequest urgent = day.call(u"13800002004"_s, day.complaint, u"水管爆裂"_s, u"主管道爆裂，积水严重。"_s);
    urgent.urgency = Urgency::Critical; // two hours
    const TicketId burst = day.saved(day.dispatcher.dispatch(urgent, {.lead = office.water}));
    // Two callers ask about what is on its way already.
    day.repeat(u"13800002005"_s, water);
    day.repeat(u"13800002006"_s, road);

    CHECK(day.worklist().count(Duty::Dispatch) == 2);
    CHECK(day.worklist().count(Duty::Sign) == 2); // tickets, however many departments
    // An operator dispatches nothing.
    CHECK_FALSE(day.operators.dispatch({.ticket = water, .lead = office.water}));

    // One is returned and goes to another department.
    day.must(day.dispatcher.dispatch({.ticket = water, .lead = office.housing}));
    office.clock.advance(600);
    day.must(day.dispatcher.askReturn({.dispatch = day.lead(water), .ground = u"属供水公司职责"_s}));
    CHECK(day.worklist().count(Duty::ReturnAsked) == 1);
    day.must(day.dispatcher.grantReturn(day.lead(water)));
    CHECK(day.worklist().count(Duty::Dispatch) == 2);
    day.must(day.dispatcher.dispatch({.ticket = water, .lead = office.water}));

    // One asks for more time, which the chief grants.
    day.must(day.dispatcher.dispatch({.ticket = noise, .lead = office.housing}));
    day.must(day.dispatcher.sign(day.lead(noise)));
    const auto before = office.lead(noise).dueAt;
    day.must(day.dispatcher.askExtension(
        {.dispatch = day.lead(noise), .dueAt = before->addDays(2), .reason = u"需联合执法"_s}));
    CHECK_FALSE(day.dispatcher.grantExtension(day.lead(noise)));
    day.must(day.chief.grantExtension(day.lead(noise)));
    CHECK(office.lead(noise).dueAt == before->addDays(2));

    // One is overdue: reminded, then a red card, which only the chief gives.
    office.clock.set(at("2020-02-10 13:30"));
    CHECK(day.worklist().count(Duty::Red) == 1);
    CHECK(day.worklist().pressing == QList{burst});
    day.must(day.caller.remind({.dispatch = day.lead(burst), .text = u"请立即处理"_s}));
    CHECK_FALSE(
        day.dispatcher.remind({.dispatch = day.lead(burst), .level = ReminderLevel::RedCard, .text = u"超期"_s}));
    day.must(day.chief.remind({.dispatch = day.lead(burst), .level = ReminderLevel::RedCard, .text = u"超期"_s}));
    CHECK(ReminderRepository(office.file->database()).ofTicket(burst).size() == 2);

    // Replies come, and are accepted.
    for (const TicketId ticket : {water, noise, road, burst})
        day.replyAndAccept(ticket);
    CHECK(day.worklist().count(Duty::FollowUp) == 4);
    CHECK(day.worklist().count(Duty::Red) == 0);

    // Calls back: one is content, one was not at home first, one gets it done over, one gets a written explanation.
    office.clock.advance(600);
    day.must(day.caller.followUp({.ticket = road,
                                  .reached = true,
                                  .solved = true,
                                  .satisfaction = Satisfaction::VerySatisfied,
                                  .nextStep = NextStep::Close}));
    day.must(day.caller.followUp({.ticket = burst}));
    office.clock.advance(600);
    day.must(day.caller.followUp({.ticket = burst,
                                  .reached = true,
                                  .solved = true,
                                  .satisfaction = Satisfaction::Satisfied,
                                  .nextStep = NextStep::Close}));
    day.must(day.caller.followUp({.ticket = water,
                                  .reached = true,
                                  .solved = false,
                                  .satisfaction = Satisfaction::Dissatisfied,
                                  .nextStep = NextStep::Redo,
                                  .redoGround = u"仍未恢复供水"_s}));
    CHECK(office.lead(water).round == 2);
    day.replyAndAccept(water);
    office.clock.advance(600);
    day.must(day.caller.followUp({.ticket = water,
                                  .reached = true,
                                  .solved = true,
                                  .satisfaction = Satisfaction::BasicallySatisfied,
                                  .nextStep = NextStep::Close}));
    day.must(day.caller.followUp({.ticket = noise,
                                  .reached = true,
                                  .solved = false,
                                  .satisfaction = Satisfaction::Dissatisfied,
                                  .nextStep = NextStep::Explain}));
    CHECK_FALSE(day.caller.close(noise)); // the explanation is owed
    day.must(day.caller.explain(noise, u"该工地持有夜间施工许可，已要求降噪。"_s));
    office.clock.advance(60);
    day.must(day.caller.close(noise));

    // The evening: nothing is left, and the figures add up.
    const Worklist evening = day.worklist();
    CHECK(evening.open == 0);
    const Statistics figures = day.figures();
    CHECK(figures.calls == 10);
    CHECK(figures.accepted == 8);
    CHECK(figures.closed == 8);
    CHECK(figures.directAnswerRate == Ratio{4, 8});
    CHECK(figures.dispatched.total == 4);
    CHECK(figures.dispatched.closed == 4);
    CHECK(figures.dispatched.onTimeRate == Ratio{3, 4}); // the burst pipe came late
    CHECK(figures.followUp.due == 4);
    CHECK(figures.followUp.reached == 4);
    CHECK(figures.followUp.satisfactionRate == Ratio{3, 4});
    CHECK(figures.followUp.solvedRate == Ratio{3, 4});
    qint64 returned = 0;
    qint64 redone = 0;
    qint64 extended = 0;
    for (const auto &row : figures.byDepartment) {
        returned += row.returned;
        redone += row.redone;
        extended += row.extended;
    }
    CHECK(returned == 1);
    CHECK(redone == 1);
    CHECK(extended == 1);
    Progress quiet;
    CHECK(checkFile(*office.file, quiet).isEmpty());
}
