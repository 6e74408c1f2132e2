// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/MonthWording.h"

#include "bulletin/BulletinFacts.h"
#include "bulletin/BulletinRows.h"
#include "statistics/StatisticsBuilder.h"
#include "storage/BulletinRepository.h"
#include "storage/CaseFile.h"

#include <QSet>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// Of an issue: what it counted and which tickets these were.
struct FrozenMonth
{
    QList<qint64> accepted;
    QList<qint64> closed;
};

std::optional<FrozenMonth> frozenMonth(const BulletinRepository &bulletins, BulletinId id)
{
    const auto figures = bulletins.figures(id);
    const auto items = [&figures](Measure measure) {
        const auto found = std::ranges::find(figures, figureCode({.measure = measure}), &FrozenFigure::figure);
        return found == figures.end() ? std::nullopt : std::optional(found->items);
    };
    const auto accepted = items(Measure::Accepted);
    const auto closed = items(Measure::Closed);
    if (!accepted || !closed)
        return std::nullopt;
    return FrozenMonth{.accepted = *accepted, .closed = *closed};
}

// Ids that are in one list alone; both ascend.
QList<qint64> without(const QList<qint64> &all, const QList<qint64> &taken)
{
    QList<qint64> left;
    std::ranges::set_difference(all, taken, std::back_inserter(left));
    return left;
}

qint64 common(const QList<qint64> &a, const QList<qint64> &b)
{
    QList<qint64> both;
    std::ranges::set_intersection(a, b, std::back_inserter(both));
    return both.size();
}

QString quarterOf(const Period &month, bool oneYear)
{
    const QString label = Period::quarter(month.from.year(), (month.from.month() - 1) / 3 + 1).label();
    return oneYear ? label.section(u'年', 1) : label;
}

void addIssueWords(WordingScope &words, const MonthIssue *issue, const OfficeZone &zone)
{
    const auto add = [&words](const QString &name, qint64 count) { words.insert(name, word(count)); };
    const MonthIssue said = issue ? *issue : MonthIssue();
    add(u"issues"_s, issue ? 1 : 0);
    add(u"issue_differs"_s, said.differs() ? 1 : 0);
    add(u"issue_added"_s, said.added);
    add(u"issue_added_closed"_s, said.addedClosed);
    add(u"issue_gone"_s, said.gone);
    add(u"issue_closed_since"_s, said.closedSince);
    add(u"issue_closed_gone"_s, said.closedGone);
    if (issue) {
        add(u"issue_accepted"_s, said.accepted);
        add(u"issue_closed"_s, said.closed);
        words.insert(u"issue_cut_off"_s, word(chineseDate(zone.day(said.cutOff.addMSecs(-1)))));
        return;
    }
    for (const QString &name : {u"issue_accepted"_s, u"issue_closed"_s, u"issue_cut_off"_s})
        words.insert(name, word(u"—"_s));
}

} // namespace

QList<MonthIssue> monthIssues(CaseFile &file, const Statistics &figures, const Progress &progress)
{
    const BulletinRepository bulletins(file.database());
    const QList<Bulletin> all = bulletins.list();
    QList<std::pair<MonthIssue, FrozenMonth>> found;
    QList<FigureKey> keys;
    for (qsizetype i = 0; i < figures.byMonth.size(); ++i) {
        const Period &month = figures.byMonth[i].month;
        // The last word that went out on it; extra issues are on something else.
        const Bulletin *last = nullptr;
        for (const Bulletin &one : all) {
            const bool isOfMonth = one.state == BulletinState::Published && !one.isExtra && one.period == month
                                   && month.kind == Period::Kind::Month;
            if (isOfMonth && (!last || one.publishedAt > last->publishedAt))
                last = &one;
        }
        const auto frozen = last ? frozenMonth(bulletins, *last->id) : std::nullopt;
        if (!frozen)
            continue;
        const QuestionSpan span = spanOf({.period = month, .cutOff = last->cutOff}, file.zone());
        found.append({{.month = month,
                       .cutOff = QDateTime::fromMSecsSinceEpoch(span.cutOff, Qt::UTC),
                       .accepted = frozen->accepted.size(),
                       .closed = frozen->closed.size()},
                      *frozen});
        keys += {FigureKey{.measure = Measure::AcceptedByMonth, .row = i},
                 FigureKey{.measure = Measure::ClosedByMonth, .row = i}};
    }
    if (found.isEmpty())
        return {};
    const auto now = idsBehind(file, figures.question, keys, progress);
    QList<MonthIssue> issues;
    for (qsizetype i = 0; i < found.size(); ++i) {
        auto &[issue, then] = found[i];
        const QList<qint64> accepted = now[keys[2 * i]];
        const QList<qint64> closed = now[keys[2 * i + 1]];
        const QList<qint64> added = without(accepted, then.accepted);
        issue.added = added.size();
        issue.gone = without(then.accepted, accepted).size();
        issue.addedClosed = common(added, closed);
        issue.closedSince = without(closed, then.closed).size() - issue.addedClosed;
        issue.closedGone = without(then.closed, closed).size();
        issues.append(issue);
    }
    return issues;
}

QList<BulletinRow> monthRows(const Statistics &figures, const QList<MonthIssue> &issues)
{
    const Period &period = figures.question.period;
    const bool oneYear = period.from.year() == period.to.year();
    const auto quarter = [&](qsizetype i) { return quarterOf(figures.byMonth[i].month, oneYear); };
    // Quarters are told apart where there is something to tell.
    QSet<QString> quarters;
    for (qsizetype i = 0; i < figures.byMonth.size(); ++i) {
        if (figures.byMonth[i].accepted > 0)
            quarters.insert(quarter(i));
    }
    QList<BulletinRow> rows;
    for (qsizetype i = 0; i < figures.byMonth.size(); ++i) {
        const MonthFigures &month = figures.byMonth[i];
        const auto key = [i](Measure measure) { return FigureKey{.measure = measure, .row = i}; };
        const QString name = monthName(month.month, oneYear);
        WordingScope words{{u"name"_s, word(name)},
                           {u"count"_s, word(month.accepted, key(Measure::AcceptedByMonth))},
                           {u"accepted"_s, word(month.accepted, key(Measure::AcceptedByMonth))},
                           {u"closed"_s, word(month.closed, key(Measure::ClosedByMonth))},
                           {u"open"_s, word(month.open, key(Measure::OpenByMonth))},
                           {u"closure_rate"_s, word(Ratio{.numerator = month.closed, .denominator = month.accepted},
                                                    key(Measure::ClosedByMonth))}};
        const auto issue = std::ranges::find(issues, month.month, &MonthIssue::month);
        addIssueWords(words, issue == issues.end() ? nullptr : &*issue, figures.zone);
        rows.append({.id = i + 1,
                     .name = name,
                     .group = quarters.size() > 1 ? quarter(i) : QString(),
                     .place = i,
                     .words = words});
    }
    return rows;
}

WordingScope monthTotal(const QList<BulletinRow> &rows, const Statistics &figures)
{
    WordingScope total = sumOf(rows);
    if (total.value(u"accepted"_s).count != figures.accepted)
        return total; // of some of its months
    total[u"accepted"_s].figure = FigureKey{.measure = Measure::Accepted};
    total[u"closed"_s].figure = FigureKey{.measure = Measure::Closed};
    total[u"open"_s].figure = FigureKey{.measure = Measure::Open};
    total[u"closure_rate"_s].figure = FigureKey{.measure = Measure::Closed};
    return total;
}

void addIssueConditions(BulletinFacts &facts, const Statistics &figures)
{
    const QList<MonthIssue> &issues = facts.monthIssues;
    facts.conditions.insert(u"issues"_s, !issues.isEmpty());
    facts.conditions.insert(u"issues_all"_s, !issues.isEmpty() && issues.size() == figures.byMonth.size());
    facts.conditions.insert(u"issues_differ"_s, std::ranges::any_of(issues, &MonthIssue::differs));
}

} // namespace huiyin
