// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/DemoDeal.h"

#include "domain/OfficeZone.h"
#include "storage/CodeTableRepository.h"

#include <QJsonArray>

#include <algorithm>
#include <numeric>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

class Dealer
{
public:
    Dealer(Database &database, const QJsonObject &specification, const SampleOffice &office, const SampleTexts &texts,
           Random &random)
        : m_database(database)
        , m_specification(specification)
        , m_period(samplePeriod(specification))
        , m_office(office)
        , m_texts(texts)
        , m_random(random)
    {
    }

    DemoDeal deal()
    {
        dealChannels();
        dealTopics();
        dealCategories();
        dealDepartments();
        dealFates();
        dealFollowUps();
        dealPickedCases();
        dealTimes();
        dealOutbreaks();
        return {.places = m_places, .extraCalls = m_extraCalls};
    }

private:
    using Place = DemoPlace;

    [[nodiscard]] QJsonArray list(const QString &name) const { return m_specification[name].toArray(); }

    void dealChannels()
    {
        const auto channels = list(u"channels"_s);
        for (qsizetype c = 0; c < channels.size(); ++c) {
            const SampleOffice::ChannelPlan &plan = m_office.channels[c];
            QStringList types;
            const QJsonObject fixed = channels[c][u"by_request_type"_s].toObject();
            for (auto type = fixed.begin(); type != fixed.end(); ++type)
                types += QStringList(type.value().toInteger(), type.key());
            for (qint64 i = 0; i < plan.count; ++i) {
                m_places.append({.channel = plan.id,
                                 .inTotal = plan.inTotal,
                                 .byPhone = plan.isPhone,
                                 .channelIndex = c,
                                 .type = types.value(i),
                                 .typeFixed = i < types.size()});
            }
        }
    }

    // The places that count into the total and have neither topic nor category yet, in random order.
    QList<qsizetype> freePlaces()
    {
        QList<qsizetype> free;
        for (qsizetype i = 0; i < m_places.size(); ++i) {
            if (m_places[i].inTotal && m_places[i].category < 0)
                free.append(i);
        }
        m_random.shuffle(free);
        return free;
    }

    void dealTopics()
    {
        const CodeTableRepository tables(m_database);
        const auto topics = list(u"topics"_s);
        for (const auto &entry : topics) {
            Topic topic{.name = entry[u"name"].toString(),
                        .from = QDate::fromString(entry[u"from"].toString(), Qt::ISODate)};
            const TopicId id = tables.save(topic);
            QList<qsizetype> free = freePlaces();
            const QJsonObject types = entry[u"by_request_type"].toObject();
            qint64 ownCalls = 0;
            for (auto type = types.begin(); type != types.end(); ++type) {
                for (qint64 i = 0; i < type.value().toInteger(); ++i) {
                    Place &place = m_places[free.takeLast()];
                    place.topic = id;
                    place.type = type.key();
                    place.typeFixed = true;
                    place.category = m_office.categoryNamed(entry[u"category"].toString());
                    choose(place, entry[u"subjects"][type.key()].toString());
                    ownCalls += place.byPhone;
                }
            }
            m_extraCalls.append({std::optional(id), entry[u"calls"].toInteger() - ownCalls});
        }
    }

    void dealCategories()
    {
        QList<qsizetype> free = freePlaces();
        for (qsizetype category = 0; category < m_office.categories.size(); ++category) {
            for (qint64 i = 0; i < m_office.categories[category].count; ++i) {
                Place &place = m_places[free.takeLast()];
                place.category = category;
                choose(place, subjectFor(place, m_office.categories[category].subjects));
            }
        }
        // Written channels that don't count: any subject.
        for (Place &place : m_places) {
            if (place.category >= 0)
                continue;
            const QStringList &subjects = m_office.channels[place.channelIndex].subjects;
            if (subjects.isEmpty()) {
                place.category = m_random.below(m_office.categories.size());
                choose(place, subjectFor(place, m_office.categories[place.category].subjects));
            } else {
                choose(place, subjectFor(place, subjects));
                place.category = m_office.categoryOf(place.subject);
            }
        }
    }

    // A subject of the list that has a matter of the place's type, if any has.
    QString subjectFor(const Place &place, const QStringList &subjects)
    {
        QStringList fitting;
        for (const QString &subject : subjects) {
            const auto &matters = m_texts.matters(subject);
            if (!place.typeFixed
                || std::ranges::any_of(matters, [&](const SampleTexts::Matter &m) { return m.type == place.type; }))
                fitting.append(subject);
        }
        return m_random.pick(fitting.isEmpty() ? subjects : fitting);
    }

    void choose(Place &place, const QString &subject)
    {
        place.subject = subject;
        place.matter = &m_texts.pick(m_random, subject, place.typeFixed ? place.type : QString());
        if (!place.typeFixed)
            place.type = place.matter->type;
    }

    void dealDepartments()
    {
        QList<qsizetype> order;
        for (qsizetype i = 0; i < m_places.size(); ++i) {
            if (m_places[i].inTotal)
                order.append(i);
        }
        m_random.shuffle(order);
        QList<qsizetype> departments(m_office.departments.size());
        std::iota(departments.begin(), departments.end(), 0);
        // Those with a field of their own choose first; a district government takes whatever comes.
        std::ranges::stable_sort(departments, {}, [this](qsizetype d) { return m_office.departments[d].takesAll(); });
        for (const qsizetype d : departments) {
            const SampleOffice::DepartmentPlan &department = m_office.departments[d];
            qint64 needed = department.dispatched;
            // A consultation is rather answered than dispatched: first the others, then whatever is left.
            for (const bool consultationsToo : {false, true}) {
                for (auto at = order.begin(); at != order.end() && needed > 0; ++at) {
                    if (*at < 0)
                        continue;
                    Place &place = m_places[*at];
                    if (!consultationsToo && place.type == u"咨询")
                        continue;
                    if (!department.takesAll() && !giveSubject(place, department.subjects))
                        continue;
                    place.department = d;
                    *at = -1;
                    --needed;
                }
            }
            if (needed > 0)
                throw std::logic_error("sample office: too few tickets for " + department.name.toStdString());
        }
        for (Place &place : m_places) {
            if (!place.inTotal)
                place.department = m_random.below(m_office.departments.size());
        }
    }

    // Makes the place one of these subjects, if its category has one of them.
    bool giveSubject(Place &place, const QStringList &subjects)
    {
        if (place.topic)
            return false;
        if (subjects.contains(place.subject))
            return true;
        QStringList common;
        for (const QString &subject : m_office.categories[place.category].subjects) {
            if (subjects.contains(subject))
                common.append(subject);
        }
        if (common.isEmpty())
            return false;
        const bool fixed = place.typeFixed;
        choose(place, subjectFor(place, common));
        place.typeFixed = fixed;
        return true;
    }

    void dealFates()
    {
        QList<qint64> open(m_office.departments.size());
        for (qsizetype d = 0; d < m_office.departments.size(); ++d)
            open[d] = m_office.departments[d].dispatched - m_office.departments[d].closed;
        QList<qint64> channelOpen;
        QList<qint64> channelLate;
        for (const SampleOffice::ChannelPlan &channel : m_office.channels) {
            channelOpen.append(channel.open);
            channelLate.append(channel.late);
        }
        qint64 late = m_specification[u"late"].toInteger();
        for (Place &place : m_places) {
            if (place.department < 0)
                continue;
            qint64 &stillOpen = place.inTotal ? open[place.department] : channelOpen[place.channelIndex];
            qint64 &channelStillLate = channelLate[place.channelIndex];
            const bool mayBeLate = channelStillLate != 0 && (!place.inTotal ? channelStillLate > 0 : late > 0);
            if (stillOpen > 0) {
                place.fate = Fate::Open;
                --stillOpen;
            } else if (mayBeLate) {
                place.fate = Fate::ClosedLate;
                if (channelStillLate > 0)
                    --channelStillLate;
                if (place.inTotal)
                    --late;
            } else {
                place.fate = Fate::ClosedOnTime;
            }
        }
    }

    void dealFollowUps()
    {
        QList<qsizetype> closed;
        for (qsizetype i = 0; i < m_places.size(); ++i) {
            const Place &place = m_places[i];
            if (place.inTotal && place.department >= 0 && place.fate != Fate::Open)
                closed.append(i);
        }
        m_random.shuffle(closed);
        const QJsonObject plan = m_specification[u"follow_up"].toObject();
        for (qsizetype n = 0; n < closed.size(); ++n) {
            Place &place = m_places[closed[n]];
            place.tried = n < plan[u"tried"].toInteger();
            place.reached = n < plan[u"reached"].toInteger();
            if (n < plan[u"satisfied"].toInteger()) {
                static const QList<qint64> weights{45, 42, 13};
                place.satisfaction = static_cast<Satisfaction>(m_random.weighted(weights));
            } else if (n < plan[u"rated"].toInteger()) {
                place.satisfaction = m_random.chance(800) ? Satisfaction::Dissatisfied : Satisfaction::VeryDissatisfied;
            }
        }
    }

    void dealPickedCases()
    {
        const QJsonObject picked = m_specification[u"picked"].toObject();
        struct Kind
        {
            QString key;
            QString subject;
            Mark mark;
        };
        for (const Kind &kind : {Kind{u"problem"_s, u"picked_problem"_s, Mark::PickedProblem},
                                 Kind{u"suggestion"_s, u"picked_suggestion"_s, Mark::PickedSuggestion},
                                 Kind{u"solved"_s, u"picked_solved"_s, Mark::PickedSolved}}) {
            const auto &matters = m_texts.matters(kind.subject);
            const qint64 wanted = qMin<qint64>(picked[kind.key].toInteger(), matters.size());
            for (qint64 n = 0; n < wanted; ++n)
                pickCase(matters[n], kind.mark);
        }
    }

    void pickCase(const SampleTexts::Matter &matter, Mark mark)
    {
        const auto fits = [&](const Place &place) {
            if (!place.inTotal || place.topic || place.marks || place.department < 0
                || (place.typeFixed && place.type != matter.type))
                return false;
            if (mark == Mark::PickedSolved
                && (place.fate != Fate::ClosedOnTime
                    || (place.satisfaction && *place.satisfaction > Satisfaction::Satisfied)))
                return false;
            const SampleOffice::DepartmentPlan &department = m_office.departments[place.department];
            return (department.takesAll() || department.subjects.contains(matter.subject))
                   && m_office.categories[place.category].subjects.contains(matter.subject);
        };
        const qsizetype start = m_random.below(m_places.size());
        for (qsizetype i = 0; i < m_places.size(); ++i) {
            Place &place = m_places[(start + i) % m_places.size()];
            if (!fits(place))
                continue;
            place.matter = &matter;
            place.subject = matter.subject;
            place.type = matter.type;
            place.marks = mark;
            return;
        }
    }

    void dealTimes()
    {
        QList<qint64> weights;
        QList<QDate> days;
        for (QDate day = m_period.from; day <= m_period.to; day = day.addDays(1)) {
            days.append(day);
            weights.append(day.dayOfWeek() <= 5 ? 100 : 62);
        }
        const OfficeZone zone;
        for (Place &place : m_places) {
            // Open ones came late, late ones early: there must be room for what is said of them before the period ends.
            QDate day;
            do {
                day = days[m_random.weighted(weights)];
            } while ((place.fate == Fate::Open && day.daysTo(m_period.to) > 9)
                     || (place.fate == Fate::ClosedLate && m_period.from.daysTo(day) > days.size() - 14)
                     || (place.fate == Fate::ClosedOnTime && day.daysTo(m_period.to) < 1));
            place.receivedAt = zone.toUtcTime(day, SampleWriter::timeOfDay(m_random, place.department >= 0));
        }
        std::ranges::stable_sort(m_places, {}, &Place::receivedAt);
    }

    // Some days on which many call about one thing at one place. No figure changes: the callers are those who would
    // have called about something else of the same category.
    void dealOutbreaks()
    {
        const auto outbreaks = list(u"outbreaks"_s);
        for (qsizetype o = 0; o < outbreaks.size(); ++o) {
            const auto &matters = m_texts.matters(outbreaks[o][u"subject"].toString());
            const auto matter =
                std::ranges::find(matters, outbreaks[o][u"title"].toString(), &SampleTexts::Matter::title);
            const QDate from = QDate::fromString(outbreaks[o][u"from"].toString(), Qt::ISODate);
            qint64 left = matter == matters.end() ? 0 : outbreaks[o][u"count"].toInteger();
            for (Place &place : m_places) {
                const qint64 day = from.daysTo(OfficeZone().day(place.receivedAt));
                const bool fits = day >= 0 && day < outbreaks[o][u"days"].toInteger() && place.byPhone && place.inTotal
                                  && place.department < 0 && !place.topic && !place.marks && place.outbreak < 0
                                  && (!place.typeFixed || place.type == matter->type)
                                  && m_office.categories[place.category].subjects.contains(matter->subject);
                if (!fits || left == 0)
                    continue;
                place.matter = &*matter;
                place.subject = matter->subject;
                place.type = matter->type;
                place.outbreak = o;
                --left;
            }
        }
    }

    Database &m_database;
    const QJsonObject &m_specification;
    Period m_period;
    const SampleOffice &m_office;
    const SampleTexts &m_texts;
    Random &m_random;
    QList<Place> m_places;
    QList<std::pair<std::optional<TopicId>, qint64>> m_extraCalls;
};

} // namespace

DemoDeal dealDemo(Database &database, const QJsonObject &specification, const SampleOffice &office,
                  const SampleTexts &texts, Random &random)
{
    return Dealer(database, specification, office, texts, random).deal();
}

} // namespace huiyin
