// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/CaseSuggestions.h"

#include "bulletin/CaseParagraph.h"
#include "bulletin/CaseWords.h"
#include "bulletin/ToldCase.h"
#include "domain/PersonalText.h"
#include "storage/BulletinRepository.h"
#include "storage/CaseFile.h"
#include "storage/CaseSource.h"
#include "storage/StorageError.h"
#include "storage/TicketRepository.h"
#include "storage/Transaction.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <vector>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CaseSuggestions)
};

constexpr qint64 day = 86'400'000; // ms
// Tickets that are read one by one, to tell whether they are what their dates say.
constexpr qsizetype mostLookedAt = 100;
constexpr qsizetype mostWords = 40; // characters of what a citizen said

// Keeps the best of many, by a rank that is greater the better it is.
template <class T, class Rank>
class Best
{
public:
    Best(qsizetype most, Rank rank)
        : m_most(static_cast<size_t>(most))
        , m_rank(rank)
    {
    }

    void add(const T &one)
    {
        if (m_kept.size() == m_most && !isBetter(one, m_kept.front()))
            return;
        if (m_kept.size() == m_most) {
            std::ranges::pop_heap(m_kept, [this](const T &a, const T &b) { return isBetter(a, b); });
            m_kept.pop_back();
        }
        m_kept.push_back(one);
        std::ranges::push_heap(m_kept, [this](const T &a, const T &b) { return isBetter(a, b); });
    }

    [[nodiscard]] std::vector<T> sorted() const
    {
        std::vector<T> all = m_kept;
        std::ranges::sort(all, [this](const T &a, const T &b) { return isBetter(a, b); });
        return all;
    }

private:
    [[nodiscard]] bool isBetter(const T &a, const T &b) const { return m_rank(a) > m_rank(b); }

    size_t m_most;
    Rank m_rank;
    std::vector<T> m_kept; // a heap with the worst in front
};

// How warm somebody's words are.
int warmthOf(const QString &comment)
{
    static const std::array words{u"感谢"_s, u"谢谢"_s, u"感激"_s, u"表扬"_s, u"点赞"_s, u"锦旗"_s, u"及时"_s,
                                  u"迅速"_s, u"很快"_s, u"负责"_s, u"耐心"_s, u"热情"_s, u"认真"_s, u"满意"_s};
    return static_cast<int>(std::ranges::count_if(words, [&](const QString &word) { return comment.contains(word); }));
}

class Suggesting
{
public:
    Suggesting(CaseFile &file, const CodeTables &tables, const CaseSource::Span &span, const Progress &progress)
        : m_file(file)
        , m_tables(tables)
        , m_progress(progress)
        , m_source(file.database(), progress, span)
        , m_asOf(QDateTime::fromMSecsSinceEpoch(span.asOf, Qt::UTC))
    {
    }

    [[nodiscard]] QList<SuggestedCase> all()
    {
        overdue();
        shared();
        repeated();
        praised();
        proposals();
        describe();
        return m_found;
    }

private:
    using Kind = SuggestedCase::Kind;

    [[nodiscard]] std::optional<ToldCase> lookAt(TicketId ticket)
    {
        stopIfCancelled(m_progress);
        return toldCase(m_file, ticket, m_asOf);
    }

    void overdue()
    {
        using Late = CaseSource::Late;
        Best<Late, std::tuple<bool, qint64, qint64> (*)(const Late &)> late(
            mostLookedAt, [](const Late &one) { return std::tuple(one.isOpen, one.late, -one.ticket.value()); });
        m_source.eachLate((CaseSuggestions::leastDays - 1) * day, [&late](const Late &one) { late.add(one); });
        QList<SuggestedCase> found;
        QSet<qint64> seen; // a ticket comes once for each round of its dispatches
        for (const Late &one : late.sorted()) {
            if (seen.contains(one.ticket.value()))
                continue;
            seen.insert(one.ticket.value());
            const auto told = lookAt(one.ticket);
            const auto days = told ? daysOverdue(*told, m_file.zone()) : std::nullopt;
            if (!days || *days < CaseSuggestions::leastDays)
                continue;
            found.append({.kind = Kind::Overdue,
                          .ticket = one.ticket,
                          .count = *days,
                          .isOpen = !told->isClosed && !replyOf(*told)});
        }
        std::ranges::stable_sort(found, [](const SuggestedCase &a, const SuggestedCase &b) {
            return std::tuple(a.isOpen, a.count) > std::tuple(b.isOpen, b.count);
        });
        m_found += found.first(std::min(found.size(), CaseSuggestions::most));
    }

    void shared()
    {
        struct Shared
        {
            TicketId ticket{0};
            int departments = 0;
        };
        Best<Shared, std::tuple<int, qint64> (*)(const Shared &)> best(
            CaseSuggestions::most, [](const Shared &one) { return std::tuple(one.departments, one.ticket.value()); });
        m_source.eachShared(CaseSuggestions::leastDepartments, [&best](TicketId ticket, int departments) {
            best.add({ticket, departments});
        });
        for (const Shared &one : best.sorted())
            m_found.append({.kind = Kind::Shared, .ticket = one.ticket, .count = one.departments});
    }

    // What every ticket of a chain was told of first. A chain that runs in a circle, as only a damaged file has it, ends.
    [[nodiscard]] QHash<qint64, qint64> firstTold(QHash<qint64, qint64> earlier) const
    {
        QSet<qint64> asked;
        for (;;) {
            stopIfCancelled(m_progress);
            QList<TicketId> unknown;
            for (const qint64 ticket : std::as_const(earlier)) {
                if (!earlier.contains(ticket) && !asked.contains(ticket)) {
                    asked.insert(ticket);
                    unknown.append(TicketId(ticket));
                }
            }
            if (unknown.isEmpty())
                break;
            earlier.insert(m_source.earlierOf(unknown));
        }
        QHash<qint64, qint64> first;
        for (auto one = earlier.cbegin(); one != earlier.cend(); ++one) {
            qint64 ticket = one.value();
            QSet<qint64> passed{one.key()};
            while (earlier.contains(ticket) && !passed.contains(ticket)) {
                passed.insert(ticket);
                ticket = earlier.value(ticket);
            }
            first.insert(one.key(), ticket);
        }
        return first;
    }

    void repeated()
    {
        struct Matter
        {
            qint64 ticket = 0; // that stands for it
            qint64 times = 0;
            qint64 nameless = 0;
            QSet<QString> phones{};

            [[nodiscard]] qint64 people() const { return phones.size() + nameless; }
        };
        std::vector<CaseSource::Telling> tellings;
        QHash<qint64, qint64> earlier;
        m_source.eachTelling([&](const CaseSource::Telling &telling) {
            tellings.push_back(telling);
            if (telling.ticket != 0)
                earlier.insert(telling.ticket, telling.earlier);
            else // only where it leads to is asked
                earlier.insert(-static_cast<qint64>(tellings.size()), telling.earlier);
        });
        const QHash<qint64, qint64> first = firstTold(earlier);
        std::map<qint64, Matter> matters;
        const auto tell = [](Matter &matter, const QString &phone) {
            ++matter.times;
            if (phone.isEmpty())
                ++matter.nameless;
            else
                matter.phones.insert(phone);
        };
        QList<TicketId> tickets;
        for (size_t i = 0; i < tellings.size(); ++i) {
            const qint64 key = tellings[i].ticket != 0 ? tellings[i].ticket : -static_cast<qint64>(i + 1);
            tell(matters[first.value(key)], tellings[i].phone);
        }
        for (const auto &[ticket, matter] : matters)
            tickets.append(TicketId(ticket));
        for (const CaseSource::Telling &telling : tellings) {
            if (telling.ticket != 0)
                tickets.append(TicketId(telling.ticket));
        }
        // The first telling counts when it was in the period, and then its ticket stands for the matter.
        const QHash<qint64, QString> own = m_source.phonesOf(tickets);
        for (auto &[ticket, matter] : matters) {
            if (const auto phone = own.constFind(ticket); phone != own.cend()) {
                tell(matter, *phone);
                matter.ticket = ticket;
            }
        }
        for (const CaseSource::Telling &telling : tellings) {
            Matter &matter = matters[first.value(telling.ticket)];
            if (telling.ticket != 0 && own.contains(telling.ticket) && !own.contains(first.value(telling.ticket)))
                matter.ticket = std::max(matter.ticket, telling.ticket);
        }
        Best<Matter, std::tuple<qint64, qint64, qint64> (*)(const Matter &)> best(
            CaseSuggestions::most, [](const Matter &one) { return std::tuple(one.times, one.people(), one.ticket); });
        for (const auto &[ticket, matter] : matters) {
            if (matter.ticket != 0 && matter.times >= CaseSuggestions::leastTold)
                best.add(matter);
        }
        for (const Matter &one : best.sorted()) {
            m_found.append(
                {.kind = Kind::Repeated, .ticket = TicketId(one.ticket), .count = one.times, .people = one.people()});
        }
    }

    void praised()
    {
        using Praise = CaseSource::Praise;
        Best<Praise, std::tuple<bool, int, qsizetype, qint64> (*)(const Praise &)> best(
            mostLookedAt, [](const Praise &one) {
                return std::tuple(one.satisfaction == Satisfaction::VerySatisfied, warmthOf(one.comment),
                                  std::min(one.comment.size(), mostWords), one.ticket.value());
            });
        m_source.eachPraise([&best](const Praise &one) { best.add(one); });
        QSet<qint64> seen;
        for (const Praise &one : best.sorted()) {
            if (static_cast<qsizetype>(seen.size()) == CaseSuggestions::most)
                break;
            if (seen.contains(one.ticket.value()))
                continue;
            const auto told = lookAt(one.ticket);
            const bool isLast = told && told->reached && told->reached->comment == one.comment;
            if (!isLast || !isSolved(*told))
                continue;
            seen.insert(one.ticket.value());
            m_found.append({.kind = Kind::Praised,
                            .ticket = one.ticket,
                            .satisfaction = one.satisfaction,
                            .words = maskedText(cleanedText(one.comment), citizenOf(told->ticket))});
        }
    }

    void proposals()
    {
        QList<RequestTypeId> types;
        for (const RequestType &type : m_tables.requestTypes) {
            if (isProposal(type.name))
                types.append(*type.id);
        }
        struct Proposal
        {
            TicketId ticket{0};
            qint64 length = 0;
        };
        Best<Proposal, std::tuple<qint64, qint64> (*)(const Proposal &)> best(
            CaseSuggestions::most, [](const Proposal &one) { return std::tuple(one.length, one.ticket.value()); });
        if (!types.isEmpty())
            m_source.eachOfTypes(types, [&best](TicketId ticket, qint64 length) { best.add({ticket, length}); });
        for (const Proposal &one : best.sorted())
            m_found.append({.kind = Kind::Proposal, .ticket = one.ticket});
    }

    // Their titles, and whether somebody has picked or told them already.
    void describe()
    {
        QList<TicketId> tickets;
        for (const SuggestedCase &one : std::as_const(m_found)) {
            if (!tickets.contains(one.ticket))
                tickets.append(one.ticket);
        }
        const QList<TicketRow> rows = TicketRepository(m_file.database()).rows(tickets);
        const BulletinRepository bulletins(m_file.database());
        for (const TicketRow &row : rows) {
            const bool wasTold = !bulletins.toldIn(row.id).isEmpty();
            for (SuggestedCase &one : m_found) {
                if (one.ticket != row.id)
                    continue;
                one.number = row.number;
                one.title = maskedText(row.title, row.citizen);
                one.picked = row.marks & (Mark::PickedProblem | Mark::PickedSuggestion | Mark::PickedSolved);
                one.wasTold = wasTold;
            }
        }
    }

    CaseFile &m_file;
    const CodeTables &m_tables;
    const Progress &m_progress;
    CaseSource m_source;
    QDateTime m_asOf;
    QList<SuggestedCase> m_found;
};

} // namespace

CaseSuggestions suggestCases(CaseFile &file, const Question &question, const CodeTables &tables, const QDateTime &now,
                             const Progress &progress)
{
    const QuestionSpan span = spanOf(question, file.zone());
    const ReadTransaction oneState(file.database());
    CaseSuggestions result{.question = question, .asOf = toldAsOf(question, file.zone(), now)};
    result.cases =
        Suggesting(file, tables, {.from = span.from, .before = span.before(), .asOf = result.asOf.toMSecsSinceEpoch()},
                   progress)
            .all();
    return result;
}

QString reasonOf(const SuggestedCase &suggested)
{
    const auto count = static_cast<int>(suggested.count);
    switch (suggested.kind) {
    case SuggestedCase::Kind::Overdue:
        return suggested.isOpen ? Text::tr("%n day(s) overdue", nullptr, count)
                                : Text::tr("done %n day(s) late", nullptr, count);
    case SuggestedCase::Kind::Shared:
        return Text::tr("%n departments together", nullptr, count);
    case SuggestedCase::Kind::Repeated:
        return Text::tr("one matter told %n times, by %1", nullptr, count)
            .arg(Text::tr("%n people", "telephone numbers", static_cast<int>(suggested.people)));
    case SuggestedCase::Kind::Praised:
        return Text::tr("%1: %2", "satisfaction and what the citizen said")
            .arg(displayName(suggested.satisfaction), suggested.words.size() > mostWords
                                                          ? QString(suggested.words.first(mostWords) + u'…')
                                                          : suggested.words);
    case SuggestedCase::Kind::Proposal:
        return Text::tr("A suggestion");
    }
    return {};
}

} // namespace huiyin
