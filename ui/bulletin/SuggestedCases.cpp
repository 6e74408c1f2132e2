// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/SuggestedCases.h"

#include "bulletin/PickedCases.h"
#include "storage/TicketRepository.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {
constexpr qint64 freshFor = 600'000; // ms: as the hot spots beside them
constexpr Marks pickedMarks = Mark::PickedProblem | Mark::PickedSuggestion | Mark::PickedSolved;
} // namespace

QList<TwoLineGroup> pickedCaseGroups(CaseFile &file, const Question &question, const QList<Department> &departments)
{
    const std::array lists{std::pair(Mark::PickedProblem, SuggestedCases::tr("Problems that stand out")),
                           std::pair(Mark::PickedSuggestion, SuggestedCases::tr("Opinions and suggestions")),
                           std::pair(Mark::PickedSolved, SuggestedCases::tr("Matters solved well"))};
    const TicketRepository tickets(file.database());
    QList<TwoLineGroup> groups;
    for (const auto &[mark, title] : lists) {
        TwoLineGroup group{.title = title};
        const auto picked = pickedCases(file, question, mark);
        for (const PickedCase &entry : picked) {
            const auto rows = tickets.rows({entry.ticket});
            QStringList remark{rows.isEmpty() ? QString() : rows.first().number, nameOf(departments, entry.department),
                               entry.result};
            remark.removeAll(QString());
            group.entries.append({.key = entry.ticket.value(), .title = entry.title, .remark = remark.join(u" · "_s)});
        }
        if (!group.entries.isEmpty())
            groups.append(group);
    }
    return groups;
}

SuggestedCases::SuggestedCases(CaseSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&m_session, &CaseSession::changed, this, [this](const Changes &changes) {
        if (changes.everything || changes.codeTables) // another import, other tables: what was found is of another file
            m_question.reset();
        const bool concerns = m_found && std::ranges::any_of(m_found->cases, [&changes](const SuggestedCase &one) {
                                  return changes.tickets.contains(one.ticket);
                              });
        if (concerns)
            readMarks();
    });
}

void SuggestedCases::look(const Question &question)
{
    const bool isFresh = m_question == question && (!m_found || m_age.elapsed() < freshFor);
    if (isFresh)
        return;
    m_pending.cancel();
    m_marks.cancel();
    m_question = question;
    m_found.reset();
    m_failed = false;
    Q_EMIT changed();
    m_pending = m_session.read(
        this,
        [question, tables = m_session.codeTables(), now = m_session.clock().now()](
            CaseFile &file, const Progress &progress) { return suggestCases(file, question, tables, now, progress); },
        [this, question](const CaseSuggestions &found) {
            if (m_question != question)
                return;
            m_found = found;
            m_age.start();
            Q_EMIT changed();
        },
        OnFailure([this](const std::exception_ptr &) {
            m_question.reset(); // the next time it is tried again
            m_failed = true;
            Q_EMIT changed();
        }));
}

// What was picked meanwhile is told; to look for others because of it would let the list jump under the hand.
void SuggestedCases::readMarks()
{
    QList<TicketId> tickets;
    for (const SuggestedCase &one : std::as_const(m_found->cases)) {
        if (!tickets.contains(one.ticket))
            tickets.append(one.ticket);
    }
    m_marks.cancel();
    m_marks = m_session.read(
        this, [tickets](CaseFile &file) { return TicketRepository(file.database()).rows(tickets); },
        [this](const QList<TicketRow> &rows) {
            if (!m_found)
                return;
            bool isOther = false;
            for (SuggestedCase &one : m_found->cases) {
                const auto row = std::ranges::find(rows, one.ticket, &TicketRow::id);
                const Marks picked = row == rows.end() ? Marks() : row->marks & pickedMarks;
                isOther = isOther || one.picked != picked;
                one.picked = picked;
            }
            if (isOther)
                Q_EMIT changed();
        });
}

void SuggestedCases::setTold(const QList<TicketId> &tickets)
{
    if (m_told == tickets)
        return;
    m_told = tickets;
    if (m_found)
        Q_EMIT changed();
}

QString SuggestedCases::remarkOf(const SuggestedCase &one) const
{
    QStringList remark;
    if (m_told.contains(one.ticket))
        remark.append(tr("in the text"));
    else if (one.picked)
        remark.append(tr("picked"));
    else if (one.wasTold)
        remark.append(tr("told in an earlier issue"));
    remark.append(reasonOf(one));
    return remark.join(u" · "_s);
}

QList<TwoLineGroup> SuggestedCases::groups() const
{
    using Kind = SuggestedCase::Kind;
    const std::array kinds{std::pair(Kind::Overdue, tr("Long overdue")),
                           std::pair(Kind::Shared, tr("With several departments")),
                           std::pair(Kind::Repeated, tr("Told again and again")),
                           std::pair(Kind::Praised, tr("Thanked for when followed up")),
                           std::pair(Kind::Proposal, tr("Suggestions of citizens"))};
    QList<TwoLineGroup> groups;
    for (const auto &[kind, title] : kinds) {
        TwoLineGroup group{.title = title};
        for (const SuggestedCase &one : m_found ? m_found->cases : QList<SuggestedCase>()) {
            if (one.kind != kind)
                continue;
            const QString remark = remarkOf(one);
            group.entries.append({.key = one.ticket.value(),
                                  .title = one.title,
                                  .remark = remark,
                                  .toolTip = one.title + u'\n' + remark + u'\n' + one.number});
        }
        if (!group.entries.isEmpty())
            groups.append(group);
    }
    return groups;
}

} // namespace huiyin
