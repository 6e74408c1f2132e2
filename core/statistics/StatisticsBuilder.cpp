// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/StatisticsBuilder.h"

#include "statistics/FigurePass.h"
#include "statistics/FigureScan.h"
#include "statistics/HandlingTimes.h"
#include "storage/CalendarRepository.h"
#include "storage/CaseFile.h"
#include "storage/CodeTableRepository.h"
#include "storage/Transaction.h"

#include <algorithm>
#include <array>
#include <map>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

class CountingSink final : public FigureSink
{
public:
    CountingSink(const FigureScan &scan, WorkingTime workingTime)
        : m_stride(static_cast<size_t>(scan.largestTypeId()) + 1)
        , m_handling(std::move(workingTime), scan.categories(), scan.largestId())
    {
        const auto rows = static_cast<size_t>(scan.largestId()) + 1;
        m_rows = rows;
        for (size_t i = 0; i < m_counts.size(); ++i) {
            const auto measure = static_cast<Measure>(i);
            if (!hasSub(measure))
                m_counts[i].resize(rows);
            else if (rows * m_stride <= mostTogether)
                m_counts[i].resize(rows * m_stride);
        }
    }

    // What a damaged file names and no list has is in no row.
    void add(Measure measure, qint64 /*id*/, qint64 row, qint64 sub) override
    {
        if (static_cast<size_t>(row) >= m_rows || static_cast<size_t>(sub) >= m_stride)
            return;
        auto &counts = m_counts[static_cast<size_t>(measure)];
        const size_t place = index(measure, row, sub);
        ++(counts.empty() ? m_wide[{measure, place}] : counts[place]);
    }

    void handled(const HandledTicket &ticket) override { m_handling.add(ticket); }
    void findMedians() { m_handling.findMedians(); }

    [[nodiscard]] qint64 count(Measure measure, qint64 row = 0, qint64 sub = 0) const
    {
        const auto &counts = m_counts[static_cast<size_t>(measure)];
        const size_t place = index(measure, row, sub);
        if (!counts.empty())
            return counts[place];
        const auto found = m_wide.find({measure, place});
        return found == m_wide.end() ? 0 : found->second;
    }

    [[nodiscard]] const HandlingTimes &handling() const { return m_handling; }

private:
    static bool hasSub(Measure measure)
    {
        return measure == Measure::ByTopicAndType || measure == Measure::ByChannelAndType;
    }
    [[nodiscard]] size_t index(Measure measure, qint64 row, qint64 sub) const
    {
        return hasSub(measure) ? static_cast<size_t>(row) * m_stride + static_cast<size_t>(sub)
                               : static_cast<size_t>(row);
    }
    static constexpr size_t mostTogether = 1'000'000;

    size_t m_rows = 0;
    size_t m_stride;
    std::array<std::vector<qint64>, static_cast<size_t>(Measure::Count_)> m_counts;
    std::map<std::pair<Measure, size_t>, qint64> m_wide; // where rows times columns would be too many to lie together
    HandlingTimes m_handling;
};

// What a row's place in a printed list depends on.
template <class T>
void sortForPrint(QList<T> &rows, qint64 T::*count)
{
    const auto group = [](const T &row) { return isOther(row.name) ? 2 : row.name == uncategorised() ? 1 : 0; };
    // Stable: ties keep the office's own order, in which the rows come.
    std::stable_sort(rows.begin(), rows.end(), [&](const T &a, const T &b) {
        return std::pair(group(a), -(a.*count)) < std::pair(group(b), -(b.*count));
    });
}

QList<TypeFigures> typeFigures(const CodeTables &tables, const CountingSink &counts, Measure measure, qint64 row,
                               qint64 base, bool listEmpty)
{
    QList<TypeFigures> figures;
    const auto countOf = [&](qint64 type) {
        return measure == Measure::ByRequestType ? counts.count(measure, type) : counts.count(measure, row, type);
    };
    for (const RequestType &type : tables.requestTypes) {
        const qint64 count = countOf(type.id->value());
        if (count > 0 || (listEmpty && !type.retired))
            figures.append({.id = type.id, .name = type.name, .count = count, .share = {count, base}});
    }
    if (const qint64 count = countOf(0); count > 0)
        figures.append({.id = std::nullopt, .name = uncategorised(), .count = count, .share = {count, base}});
    sortForPrint(figures, &TypeFigures::count);
    return figures;
}

QList<ChannelFigures> channelFigures(const CodeTables &tables, const CountingSink &counts,
                                     std::optional<ChannelId> parent)
{
    QList<ChannelFigures> figures;
    for (const Channel &channel : tables.channels) {
        if (channel.parent != parent)
            continue;
        const qint64 id = channel.id->value();
        const qint64 received = counts.count(Measure::ByChannel, id);
        const bool listed = !parent && !channel.retired; // the outer list names every valid one
        if (received == 0 && !listed)
            continue;
        const qint64 closed = counts.count(Measure::ByChannelClosed, id);
        figures.append(
            {.id = *channel.id,
             .name = channel.name,
             .unitWord = channel.unitWord,
             .inTotal = channel.inTotal,
             .isPhone = channel.isPhone,
             .received = received,
             .closed = closed,
             .open = counts.count(Measure::ByChannelOpen, id),
             .closureRate = {closed, received},
             .onTimeRate = {counts.count(Measure::ByChannelOnTime, id), counts.count(Measure::ByChannelOnTimeBase, id)},
             .timelyReplyRate = {counts.count(Measure::ByChannelTimely, id), received},
             .byRequestType = typeFigures(tables, counts, Measure::ByChannelAndType, id, received, false),
             .children = channelFigures(tables, counts, channel.id),
             .dispatched = counts.count(Measure::ByChannelDispatched, id),
             .satisfactionRate = {counts.count(Measure::ByChannelFollowUpSatisfied, id),
                                  counts.count(Measure::ByChannelFollowUpRated, id)}});
    }
    sortForPrint(figures, &ChannelFigures::received);
    return figures;
}

QList<CategoryFigures> categoryFigures(const CodeTables &tables, const CountingSink &counts,
                                       std::optional<CategoryId> parent, qint64 base)
{
    QList<CategoryFigures> figures;
    for (const Category &category : tables.categories) {
        if (category.parent != parent)
            continue;
        const qint64 count = counts.count(Measure::ByCategory, category.id->value());
        if (count > 0) {
            figures.append({.id = category.id,
                            .name = category.name,
                            .count = count,
                            .share = {count, base},
                            .handling = counts.handling().ofCategory(category.id->value()),
                            .children = categoryFigures(tables, counts, category.id, count)});
        }
    }
    if (const qint64 count = counts.count(Measure::ByCategory, 0); !parent && count > 0)
        figures.append({.id = std::nullopt,
                        .name = uncategorised(),
                        .count = count,
                        .share = {count, base},
                        .handling = counts.handling().ofCategory(0),
                        .children = {}});
    sortForPrint(figures, &CategoryFigures::count);
    return figures;
}

QList<TopicFigures> topicFigures(const CodeTables &tables, const CountingSink &counts)
{
    QList<TopicFigures> figures;
    for (const Topic &topic : tables.topics) {
        const qint64 id = topic.id->value();
        const qint64 accepted = counts.count(Measure::ByTopic, id);
        if (accepted > 0) {
            figures.append(
                {.id = *topic.id,
                 .name = topic.name,
                 .accepted = accepted,
                 .closed = counts.count(Measure::ByTopicClosed, id),
                 .byRequestType = typeFigures(tables, counts, Measure::ByTopicAndType, id, accepted, false)});
        }
    }
    sortForPrint(figures, &TopicFigures::accepted);
    return figures;
}

FollowUpFigures followUpFigures(qint64 due, qint64 tried, qint64 reached, qint64 rated, qint64 satisfied, qint64 solved)
{
    return {.due = due,
            .tried = tried,
            .reached = reached,
            .rated = rated,
            .followUpRate = {tried, due},
            .reachedRate = {reached, due},
            .satisfactionRate = {satisfied, rated},
            .solvedRate = {solved, reached}};
}

QList<DepartmentFigures> departmentFigures(const CodeTables &tables, const CountingSink &counts)
{
    QList<DepartmentFigures> figures;
    for (const Department &department : tables.departments) {
        const qint64 id = department.id->value();
        const qint64 dispatched = counts.count(Measure::ByDepartment, id);
        const qint64 returned = counts.count(Measure::ByDepartmentReturned, id);
        // One that only took over a redo has tickets that were closed, and their follow-ups.
        if (dispatched == 0 && returned == 0 && counts.count(Measure::ByDepartmentLed, id) == 0)
            continue;
        const auto count = [&counts, id](Measure measure) { return counts.count(measure, id); };
        const qint64 closed = count(Measure::ByDepartmentClosed);
        const qint64 redone = count(Measure::ByDepartmentRedone);
        const qint64 extended = count(Measure::ByDepartmentExtended);
        figures.append({.id = *department.id,
                        .name = department.name,
                        .group = department.group,
                        .dispatched = dispatched,
                        .closed = closed,
                        .open = count(Measure::ByDepartmentOpen),
                        .closureRate = {closed, dispatched},
                        .onTimeRate = {count(Measure::ByDepartmentOnTime), count(Measure::ByDepartmentOnTimeBase)},
                        .returned = returned,
                        .redone = redone,
                        .extended = extended,
                        .redoRate = {redone, dispatched},
                        .returnRate = {returned, count(Measure::ByDepartmentSent)},
                        .extensionRate = {extended, dispatched},
                        .followUp = followUpFigures(
                            count(Measure::ByDepartmentFollowUpDue), count(Measure::ByDepartmentFollowUpTried),
                            count(Measure::ByDepartmentFollowUpReached), count(Measure::ByDepartmentFollowUpRated),
                            count(Measure::ByDepartmentFollowUpSatisfied), count(Measure::ByDepartmentFollowUpSolved)),
                        .handling = counts.handling().ofDepartment(id),
                        .closedLate = count(Measure::ByDepartmentClosedLate),
                        .openLate = count(Measure::ByDepartmentOpenLate)});
    }
    sortForPrint(figures, &DepartmentFigures::dispatched);
    return figures;
}

void callFigures(Statistics &figures, const CodeTables &tables, const CountingSink &counts)
{
    figures.calls = counts.count(Measure::Calls);
    figures.validCalls = counts.count(Measure::CallsValid);
    for (const auto &entry : codeTable<CallOutcome>()) {
        if (const qint64 count = counts.count(Measure::CallsByOutcome, static_cast<qint64>(entry.value)); count > 0)
            figures.callsByOutcome.append({.outcome = entry.value, .count = count});
    }
    std::ranges::stable_sort(figures.callsByOutcome, std::ranges::greater(), &OutcomeFigures::count);
    for (const Topic &topic : tables.topics) {
        if (const qint64 count = counts.count(Measure::CallsByTopic, topic.id->value()); count > 0)
            figures.callsByTopic.append({.id = *topic.id, .name = topic.name, .count = count});
    }
    sortForPrint(figures.callsByTopic, &TopicCount::count);
}

void ticketFigures(Statistics &figures, const CodeTables &tables, const CountingSink &counts)
{
    const auto count = [&counts](Measure measure) { return counts.count(measure); };
    figures.accepted = count(Measure::Accepted);
    figures.closed = count(Measure::Closed);
    figures.open = count(Measure::Open);
    figures.requests = figures.accepted + count(Measure::Merged);
    figures.closureRate = {figures.closed, figures.accepted};
    figures.directAnswerRate = {count(Measure::AnsweredDirectly), figures.accepted};
    figures.byChannel = channelFigures(tables, counts, std::nullopt);
    figures.byRequestType = typeFigures(tables, counts, Measure::ByRequestType, 0, figures.accepted, true);
    figures.byTopic = topicFigures(tables, counts);
    figures.categoryBase = count(Measure::CategoryBase);
    for (const TopicId topic : figures.question.excludedTopics)
        figures.excludedTopics.append(nameOf(tables.topics, std::optional(topic)));
    figures.byCategory = categoryFigures(tables, counts, std::nullopt, figures.categoryBase);
    figures.byDepartment = departmentFigures(tables, counts);
    figures.dispatched = {.total = count(Measure::Dispatched),
                          .closed = count(Measure::DispatchedClosed),
                          .open = count(Measure::DispatchedOpen),
                          .closureRate = {count(Measure::DispatchedClosed), count(Measure::Dispatched)},
                          .onTimeRate = {count(Measure::DispatchedOnTime), count(Measure::DispatchedOnTimeBase)},
                          .returned = count(Measure::SentReturned),
                          .redone = count(Measure::DispatchedRedone),
                          .extended = count(Measure::DispatchedExtended),
                          .redoRate = {count(Measure::DispatchedRedone), count(Measure::Dispatched)},
                          .returnRate = {count(Measure::SentReturned), count(Measure::Sent)},
                          .extensionRate = {count(Measure::DispatchedExtended), count(Measure::Dispatched)},
                          .handling = counts.handling().ofDispatched(),
                          .closedLate = count(Measure::DispatchedClosedLate),
                          .openLate = count(Measure::DispatchedOpenLate)};
    figures.followUp = followUpFigures(count(Measure::FollowUpDue), count(Measure::FollowUpTried),
                                       count(Measure::FollowUpReached), count(Measure::FollowUpRated),
                                       count(Measure::FollowUpSatisfied), count(Measure::FollowUpSolved));
    figures.handling = counts.handling().all();
}

// The totals that a change against a reference period needs.
struct Totals
{
    qint64 calls = 0;
    qint64 accepted = 0;
    qint64 closed = 0;
};

Totals totalsOf(const FigureSource &source, const FigureScan &scan, const QuestionSpan &span)
{
    Totals totals;
    source.eachTicket(span.from, span.before(),
                      [&](const TicketFacts &ticket, const QList<DispatchFacts> &, const QList<FollowUpFacts> &) {
                          if (!ticket.counts || !scan.inTotal(ticket.channel))
                              return;
                          ++totals.accepted;
                          totals.closed += ticket.closedAt < span.cutOff ? 1 : 0;
                      });
    source.eachCall(span.from, span.before(), [&totals](const CallFigureFacts &) { ++totals.calls; });
    return totals;
}

ChangeFigures changeFigures(const FigureSource &source, const FigureScan &scan, const OfficeZone &zone,
                            const Statistics &figures, const Period &reference)
{
    const QuestionSpan span = referenceSpan(figures.question, reference, zone);
    const Totals totals = totalsOf(source, scan, span);
    const auto change = [](qint64 now, qint64 before) {
        return CountChange{.reference = before, .difference = now - before};
    };
    return {.period = reference,
            .cutOff = QDateTime::fromMSecsSinceEpoch(span.cutOff, Qt::UTC),
            .calls = change(figures.calls, totals.calls),
            .accepted = change(figures.accepted, totals.accepted),
            .closed = change(figures.closed, totals.closed),
            .closureRateReference = {totals.closed, totals.accepted}};
}

} // namespace

QString uncategorised()
{
    return u"未分类"_s;
}

QString monthName(const Period &month, bool oneYear)
{
    return oneYear ? u"%1月"_s.arg(month.from.month()) : month.monthLabel();
}

bool isOther(QStringView name)
{
    if (name.endsWith(u"问题"))
        name.chop(2);
    return name.endsWith(u"其他") || name.endsWith(u"其它");
}

Statistics buildStatistics(CaseFile &file, const Question &question, const Progress &progress)
{
    const ReadTransaction oneState(file.database());
    const CodeTables tables = CodeTableRepository(file.database()).load();
    const FigureScan scan(tables, question, file.zone());
    const FigureSource source(file.database(), progress);
    const QDate lastDay = file.zone().toLocal(scan.span().cutOff).date();
    CountingSink counts(scan, WorkingTime(CalendarRepository(file.database()).load(), file.zone(), question.period.from,
                                          std::max(question.period.to, lastDay)));
    FigurePass pass{.tickets = true, .merged = true, .calls = true};
    if (question.withCaseload)
        pass.carriedOver = pass.supervised = pass.notAccepted = true;
    pass.go(source, scan, counts);
    counts.findMedians();

    Statistics figures;
    figures.question = question;
    figures.zone = file.zone();
    figures.cutOff = QDateTime::fromMSecsSinceEpoch(scan.span().cutOff, Qt::UTC);
    callFigures(figures, tables, counts);
    ticketFigures(figures, tables, counts);
    if (question.withCaseload) {
        figures.caseload = CaseloadFigures{.carriedOver = counts.count(Measure::CarriedOver),
                                           .carriedOverClosed = counts.count(Measure::CarriedOverClosed),
                                           .supervised = counts.count(Measure::Supervised),
                                           .supervisedClosed = counts.count(Measure::SupervisedClosed),
                                           .notAccepted = counts.count(Measure::NotAccepted)};
    }
    for (qint64 day = 0; day < scan.dayCount(); ++day) {
        figures.byDay.append({.day = question.period.from.addDays(day),
                              .calls = counts.count(Measure::CallsByDay, day),
                              .accepted = counts.count(Measure::AcceptedByDay, day)});
    }
    for (qsizetype month = 0; month < scan.months().size(); ++month) {
        figures.byMonth.append({.month = scan.months()[month],
                                .accepted = counts.count(Measure::AcceptedByMonth, month),
                                .closed = counts.count(Measure::ClosedByMonth, month),
                                .open = counts.count(Measure::OpenByMonth, month)});
    }
    if (question.withChange) {
        figures.previousPeriod = changeFigures(source, scan, file.zone(), figures, question.period.previous());
        figures.samePeriodLastYear = changeFigures(source, scan, file.zone(), figures, question.period.lastYear());
    }
    return figures;
}

} // namespace huiyin
