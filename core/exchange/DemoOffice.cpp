// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/DemoOffice.h"

#include "casework/CaseBook.h"
#include "casework/Recorder.h"
#include "exchange/SampleOffice.h"
#include "exchange/SampleWriter.h"
#include "storage/CalendarRepository.h"
#include "storage/CaseFile.h"
#include "storage/CodeTableRepository.h"
#include "storage/KnowledgeRepository.h"
#include "storage/StorageError.h"
#include "storage/Transaction.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <numeric>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// Builds one sample office from its specification: first every ticket's place in the figures (channel, type, category,
// topic, department, how it ends), each table dealt out to the last one; then times and texts.
class DemoBuilder
{
public:
    DemoBuilder(Database &database, const QJsonObject &specification, const QDateTime &at)
        : m_database(database)
        , m_specification(specification)
        , m_period(samplePeriod(specification))
        , m_office(SampleOffice::write(database, specification, at))
        , m_texts(SampleTexts::shipped())
        , m_random(20'200'209) // any fixed number: the office is the same every time
        , m_at(at)
    {
    }

    void build(Progress &progress)
    {
        m_texts.leaveOut(stringList(m_specification[u"unfitting"]));
        dealChannels();
        dealTopics();
        dealCategories();
        dealDepartments();
        dealFates();
        dealFollowUps();
        dealPickedCases();
        dealTimes();
        dealOutbreaks();
        write(progress);
    }

private:
    struct Place
    {
        ChannelId channel{0};
        bool inTotal = true;
        bool byPhone = false;
        qsizetype channelIndex = 0;
        QString type{};
        bool typeFixed = false;
        std::optional<TopicId> topic{};
        qsizetype category = -1; // index into m_office.categories
        QString subject{};
        const SampleTexts::Matter *matter = nullptr;
        qsizetype department = -1; // index into m_office.departments
        Fate fate = Fate::AnsweredDirectly;
        bool tried = false;
        bool reached = false;
        std::optional<Satisfaction> satisfaction{};
        Marks marks{};
        QDateTime receivedAt{};
        qsizetype outbreak = -1; // index into the specification's outbreaks
    };
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

    [[nodiscard]] SampleCase sampleOf(const Place &place)
    {
        const SampleOffice::DepartmentPlan *department =
            place.department < 0 ? nullptr : &m_office.departments[place.department];
        QStringList paths = m_office.areaPaths;
        if (department && !department->area.isEmpty())
            paths = paths.filter(department->area);
        QString path = m_random.pick(paths);
        const QJsonObject outbreak =
            place.outbreak < 0 ? QJsonObject() : list(u"outbreaks"_s)[place.outbreak].toObject();
        if (place.outbreak >= 0)
            path = outbreak[u"area"].toString();

        SampleCase sample;
        sample.ticket.receivedAt = place.receivedAt;
        sample.ticket.channel = place.channel;
        sample.ticket.requestType = m_office.types.value(place.type, m_office.types.value(u"其他"_s, RequestTypeId(1)));
        sample.ticket.category = m_office.categories[place.category].id;
        sample.ticket.topic = place.topic;
        sample.ticket.area = m_office.areas.value(path, AreaId(0));
        sample.ticket.marks = place.marks;
        if (place.fate != Fate::ClosedLate && m_random.chance(25))
            sample.ticket.urgency = Urgency::Urgent;
        if (!place.byPhone)
            sample.ticket.channelReference = u"W%1"_s.arg(++m_reference, 6, 10, QChar(u'0'));
        sample.byPhone = place.byPhone;
        sample.fate = place.fate;
        sample.matter = place.matter;
        sample.setting = m_texts.setting(m_random, path.section(u'/', 0, 0), OfficeZone().day(place.receivedAt));
        if (place.outbreak >= 0) {
            sample.setting.community = outbreak[u"community"].toString();
            if (sample.setting.building.isEmpty())
                sample.setting.building = u"%1号楼"_s.arg(1 + sample.setting.days);
        }
        if (place.subject == u"enterprise" || place.matter->content.contains(u"{enterprise}")) {
            sample.setting.enterprise = m_texts.enterprise(m_random);
            sample.ticket.requesterKind =
                place.subject == u"enterprise" ? RequesterKind::Enterprise : RequesterKind::Citizen;
        }
        if (place.type == u"举报" && m_random.chance(300))
            sample.ticket.confidentiality = Confidentiality::Hidden;
        if (department) {
            sample.department = department->id;
            sample.departmentName = department->name;
            sample.setting.department = department->name;
        }
        sample.tried = place.tried;
        sample.reached = place.reached;
        sample.satisfaction = place.satisfaction;
        return sample;
    }

    void write(Progress &progress)
    {
        const CalendarRepository calendar(m_database);
        const Deadlines deadlines(calendar.load(), calendar.rules(), OfficeZone());
        SampleWriter writer(m_database, m_texts, deadlines, OfficeZone().toUtcTime(m_period.to.addDays(1)));
        QList<TicketId> ids;
        qint64 ownCalls = 0;
        qint64 topicCalls = 0;
        for (const Place &place : m_places) {
            ids.append(writer.write(sampleOf(place), m_random));
            ownCalls += place.byPhone;
            if (ids.size() % 500 == 0)
                progress.report(ids.size(), m_places.size(), QString());
            stopIfCancelled(progress);
        }
        for (const auto &[topic, count] : m_extraCalls)
            topicCalls += count;
        m_extraCalls.append({std::nullopt, m_specification[u"calls"].toInteger() - ownCalls - topicCalls});
        writeExtraCalls(writer, ids);
        writer.finish();
        writeKnowledge();
        Recorder(m_database, m_at, builtInUser())
            .record(u"office"_s, 1, u"sample_office"_s, {{u"tickets"_s, ids.size()}});
    }

    // Answers that stand; those for which the office has no department are another office's.
    void writeKnowledge()
    {
        const CodeTables tables = CodeTableRepository(m_database).load();
        const auto firstNamed = [](const QStringList &names, const auto &list) {
            for (const QString &name : names) {
                const auto found = std::ranges::find_if(list, [&](const auto &entry) { return entry.name == name; });
                if (found != list.end())
                    return found->id;
            }
            return std::decay_t<decltype(list.first().id)>();
        };
        const QDate today = OfficeZone().day(m_at);
        QFile file(u":/huiyin/demo/knowledge.json"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the articles of the sample offices are missing from the program");
        const QJsonArray articles = QJsonDocument::fromJson(file.readAll()).array();
        for (const auto &entry : articles) {
            KnowledgeArticle article{.question = entry[u"question"_s].toString(),
                                     .answer = entry[u"answer"_s].toString(),
                                     .keywords = entry[u"keywords"_s].toString(),
                                     .ground = entry[u"ground"_s].toString(),
                                     .category = firstNamed(stringList(entry[u"categories"_s]), tables.categories),
                                     .department = firstNamed(stringList(entry[u"departments"_s]), tables.departments),
                                     .updatedAt = m_at,
                                     .updatedBy = builtInUser()};
            if (const QJsonValue days = entry[u"valid_days"_s]; days.isDouble())
                article.validTo = today.addDays(days.toInt());
            if (article.department)
                KnowledgeRepository(m_database).insert(article);
        }
    }

    // Calls that did not become a ticket of their own.
    void writeExtraCalls(SampleWriter &writer, const QList<TicketId> &ids)
    {
        QList<Call> calls;
        const OfficeZone zone;
        for (const auto &[topic, count] : m_extraCalls) {
            for (qint64 i = 0; i < count; ++i) {
                const QDate day = m_period.from.addDays(m_random.below(m_period.dayCount()));
                static const QList<qint64> weights{66, 0, 18, 8, 8};
                Call call{.startedAt = zone.toUtcTime(day, SampleWriter::timeOfDay(m_random, false)),
                          .outcome = static_cast<CallOutcome>(m_random.weighted(weights)),
                          .topic = topic};
                const auto setting = m_texts.setting(m_random, QString(), day);
                call.phone = setting.phone;
                call.caller = call.outcome == CallOutcome::Invalid ? QString() : setting.requester;
                call.note = m_texts.callNote(m_random, QString(code(call.outcome)));
                calls.append(call);
            }
        }
        std::ranges::stable_sort(calls, {}, &Call::startedAt);
        for (Call &call : calls) {
            if (call.outcome == CallOutcome::Repeat)
                makeRepeat(call, ids);
            writer.writeCall(call, m_random);
        }
    }

    // The caller asks after a ticket received before the call, on the same topic.
    void makeRepeat(Call &call, const QList<TicketId> &ids)
    {
        const auto after = std::ranges::upper_bound(m_places, call.startedAt, {}, &Place::receivedAt);
        const qsizetype before = after - m_places.begin();
        for (int tries = 0; before > 0 && tries < 60; ++tries) {
            const qsizetype i = m_random.below(before);
            if (m_places[i].byPhone && m_places[i].topic == call.topic) {
                call.ticket = ids[i];
                return;
            }
        }
        call.outcome = CallOutcome::Answered;
        call.note = m_texts.callNote(m_random, u"answered"_s);
    }

    Database &m_database;
    QJsonObject m_specification;
    Period m_period;
    SampleOffice m_office;
    SampleTexts m_texts;
    Random m_random;
    QDateTime m_at;
    QList<Place> m_places;
    QList<std::pair<std::optional<TopicId>, qint64>> m_extraCalls;
    qint64 m_reference = 0;
};

} // namespace

QList<DemoInfo> demoOffices()
{
    QList<DemoInfo> offices;
    for (const QString &name : {u"siping-2020-02"_s, u"siping-2023-12"_s, u"xiangtan-county-2016-q3"_s}) {
        const QJsonObject specification = sampleSpecification(name);
        offices.append(
            {.name = name, .office = specification[u"office"].toString(), .period = samplePeriod(specification)});
    }
    return offices;
}

void createDemo(const QString &path, const QString &name, const Clock &clock, Progress &progress)
{
    const QJsonObject specification = sampleSpecification(name);
    const Office office{.name = specification[u"office"].toString(), .hotline = specification[u"hotline"].toString()};
    CaseFile::create(path, office, [&](Database &database) {
        Transaction transaction(database);
        DemoBuilder(database, specification, clock.now()).build(progress);
        transaction.commit();
    });
}

} // namespace huiyin
