// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/DemoOffice.h"

#include "casework/CaseBook.h"
#include "casework/Recorder.h"
#include "exchange/DemoDeal.h"
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

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// Builds one sample office from its specification: first every ticket's place in the figures is dealt out, then comes what
// it says.
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
        m_deal = dealDemo(m_database, m_specification, m_office, m_texts, m_random);
        write(progress);
    }

private:
    using Place = DemoPlace;

    [[nodiscard]] QJsonArray list(const QString &name) const { return m_specification[name].toArray(); }

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
        for (const Place &place : m_deal.places) {
            ids.append(writer.write(sampleOf(place), m_random));
            ownCalls += place.byPhone;
            if (ids.size() % 500 == 0)
                progress.report(ids.size(), m_deal.places.size(), QString());
            stopIfCancelled(progress);
        }
        for (const auto &[topic, count] : m_deal.extraCalls)
            topicCalls += count;
        m_deal.extraCalls.append({std::nullopt, m_specification[u"calls"].toInteger() - ownCalls - topicCalls});
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
        for (const auto &[topic, count] : m_deal.extraCalls) {
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
        const auto after = std::ranges::upper_bound(m_deal.places, call.startedAt, {}, &Place::receivedAt);
        const qsizetype before = after - m_deal.places.begin();
        for (int tries = 0; before > 0 && tries < 60; ++tries) {
            const qsizetype i = m_random.below(before);
            if (m_deal.places[i].byPhone && m_deal.places[i].topic == call.topic) {
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
    DemoDeal m_deal;
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
