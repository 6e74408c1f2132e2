// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/HotSpots.h"

#include "domain/CodeTree.h"
#include "statistics/PlaceClusters.h"
#include "statistics/Significance.h"
#include "storage/CaseFile.h"
#include "storage/MatterSource.h"
#include "storage/Transaction.h"

#include <algorithm>
#include <array>
#include <map>

namespace huiyin {

namespace {

constexpr qint64 everywhere = 0;
constexpr qsizetype mostSubjects = 10;

// The counts of one category (and those below it) in one area: now, in the previous period, last year.
using Counts = std::array<qint64, 3>;

struct Pair
{
    qint64 category = 0;
    qint64 area = everywhere;

    auto operator<=>(const Pair &) const = default; // NOLINT(modernize-use-nullptr): a mistake of clang-tidy 14
};

class Growth
{
public:
    Growth(const CodeTables &tables, const MatterSource &source, const std::array<ReceiptSpan, 3> &spans)
        : m_categories(tables.categories)
        , m_areas(tables.areas)
        , m_source(source)
        , m_spans(spans)
    {
        for (size_t time = 0; time < spans.size(); ++time) {
            source.eachGroup(spans[time].from, spans[time].before, [this, time](const MatterSource::Group &group) {
                m_all[time] += group.tickets;
                for (const qint64 category : m_categories.chain(group.category)) {
                    m_counts[{category, everywhere}][time] += group.tickets;
                    for (const qint64 area : m_areas.chain(group.area))
                        m_counts[{category, area}][time] += group.tickets;
                }
            });
        }
    }

    [[nodiscard]] qint64 counted(size_t time) const { return m_all[time]; }
    [[nodiscard]] bool isReference(size_t time) const
    {
        return m_all[time] > 0
               && static_cast<double>(m_all[time]) >= HotSpots::leastReference * static_cast<double>(m_all[0]);
    }

    void find(HotSpots &result) const
    {
        std::vector<GrowingSubject> grown;
        std::vector<double> probabilities;
        for (const auto &[pair, counts] : m_counts) {
            if ((!isReference(1) && !isReference(2)) || counts[0] + counts[1] + counts[2] < HotSpots::leastGrown)
                continue;
            ++result.subjectsTested;
            GrowingSubject subject = tested(pair, counts);
            probabilities.push_back(subject.probability);
            if (subject.tickets >= HotSpots::leastGrown && hasGrown(subject))
                grown.push_back(std::move(subject));
        }
        const double limit = falseDiscoveryLimit(probabilities, result.subjectsTested, HotSpots::falseDiscoveryRate);
        std::erase_if(grown, [limit](const GrowingSubject &subject) { return subject.probability > limit; });
        // Where all of a parent's tickets are one child's, the child tells more.
        const auto depth = [this](const GrowingSubject &subject) {
            return m_categories.chain(subject.category.value()).size()
                   + (subject.area ? m_areas.chain(subject.area->value()).size() : 0);
        };
        std::ranges::stable_sort(grown, [&depth](const GrowingSubject &a, const GrowingSubject &b) {
            return a.probability != b.probability ? a.probability < b.probability : depth(a) > depth(b);
        });
        for (GrowingSubject &subject : grown) {
            if (result.subjects.size() == mostSubjects)
                break;
            const bool known = std::ranges::any_of(
                result.subjects, [&](const GrowingSubject &other) { return tellTheSame(subject, other); });
            if (known)
                continue;
            subject.behind = ticketsOf(subject);
            result.subjects.append(std::move(subject));
        }
    }

private:
    [[nodiscard]] GrowingSubject tested(const Pair &pair, const Counts &counts) const
    {
        GrowingSubject subject{.category = CategoryId(pair.category),
                               .area = pair.area == everywhere ? std::nullopt : std::optional(AreaId(pair.area)),
                               .tickets = counts[0],
                               .probability = 0};
        const std::array<std::optional<GrowingSubject::Reference> *, 2> references{&subject.previous,
                                                                                   &subject.lastYear};
        for (size_t i = 0; i < references.size(); ++i) {
            const qint64 then = m_all[i + 1];
            if (!isReference(i + 1))
                continue;
            const double part = static_cast<double>(m_all[0]) / static_cast<double>(m_all[0] + then);
            *references[i] =
                GrowingSubject::Reference{.tickets = counts[i + 1],
                                          .expected = static_cast<double>(counts[i + 1]) * static_cast<double>(m_all[0])
                                                      / static_cast<double>(then),
                                          .probability = binomialTail(counts[0], counts[0] + counts[i + 1], part)};
            subject.probability = std::max(subject.probability, (*references[i])->probability);
        }
        return subject;
    }

    static bool hasGrown(const GrowingSubject &subject)
    {
        const auto grown = [&subject](const std::optional<GrowingSubject::Reference> &reference) {
            return !reference || static_cast<double>(subject.tickets) >= HotSpots::leastGrowth * reference->expected;
        };
        return grown(subject.previous) && grown(subject.lastYear);
    }

    // 停水 in 铁东区, 停水 everywhere and 水电气 in 铁东区 may be one and the same growth: what is found later is news only if
    // what it has beside the other has grown too.
    [[nodiscard]] bool tellTheSame(const GrowingSubject &subject, const GrowingSubject &told) const
    {
        const qint64 category = deeper(m_categories, subject.category.value(), told.category.value());
        const qint64 area = deeper(m_areas, areaOf(subject), areaOf(told));
        if (category < 0 || area < 0)
            return false;
        const auto shared = m_counts.find({category, area});
        const Counts both = shared == m_counts.end() ? Counts{} : shared->second;
        const auto left = static_cast<double>(subject.tickets - both[0]);
        const auto isNews = [&](const std::optional<GrowingSubject::Reference> &reference, size_t time) {
            if (!reference)
                return true;
            const double expected = static_cast<double>(reference->tickets - both[time]) * static_cast<double>(m_all[0])
                                    / static_cast<double>(m_all[time]);
            return left >= HotSpots::leastGrowth * expected;
        };
        return left < HotSpots::leastGrown || !isNews(subject.previous, 1) || !isNews(subject.lastYear, 2);
    }

    static qint64 areaOf(const GrowingSubject &subject) { return subject.area ? subject.area->value() : everywhere; }

    // Which of two entries lies below the other or is it; -1: neither.
    static qint64 deeper(const CodeTree &tree, qint64 one, qint64 other)
    {
        if (one == other || other == everywhere || tree.isBelow(one, other))
            return one;
        return one == everywhere || tree.isBelow(other, one) ? other : -1;
    }

    [[nodiscard]] QList<TicketId> ticketsOf(const GrowingSubject &subject) const
    {
        return m_source.tickets(m_categories.below(subject.category.value()),
                                subject.area ? m_areas.below(subject.area->value()) : QList<qint64>(), m_spans[0].from,
                                m_spans[0].before);
    }

    CodeTree m_categories;
    CodeTree m_areas;
    const MatterSource &m_source;
    const std::array<ReceiptSpan, 3> &m_spans;
    Counts m_all{};
    std::map<Pair, Counts> m_counts;
};

ReceiptSpan receivedIn(const QuestionSpan &span)
{
    return {.from = span.from, .before = span.before()};
}

} // namespace

HotSpots findHotSpots(CaseFile &file, const Question &question, const CodeTables &tables, const Progress &progress)
{
    HotSpots result{.question = question};
    const ReadTransaction oneState(file.database());
    const MatterSource source(file.database(), progress, question.excludedTopics);
    const OfficeZone &zone = file.zone();
    const std::array<ReceiptSpan, 3> spans{receivedIn(spanOf(question, zone)),
                                           receivedIn(referenceSpan(question, question.period.previous(), zone)),
                                           receivedIn(referenceSpan(question, question.period.lastYear(), zone))};
    const Growth growth(tables, source, spans);
    const qint64 now = growth.counted(0);
    result.hasPrevious = growth.isReference(1);
    result.hasLastYear = growth.isReference(2);
    growth.find(result);
    if (now > HotSpots::mostForClusters)
        result.clustersLeftOut = true;
    else
        findClusters(file, tables, source, spans[0], now, result, progress);
    return result;
}

} // namespace huiyin
