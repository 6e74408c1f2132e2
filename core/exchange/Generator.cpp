// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/DemoOffice.h"

#include "casework/Recorder.h"
#include "exchange/SampleOffice.h"
#include "exchange/SampleWriter.h"
#include "storage/BulkWriting.h"
#include "storage/CalendarRepository.h"
#include "storage/CaseFile.h"
#include "storage/KeptFigures.h"
#include "storage/SearchIndex.h"
#include "storage/StorageError.h"
#include "storage/Transaction.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// Makes up the life of an office day by day; memory doesn't grow with the number of tickets.
class Generator
{
public:
    Generator(Database &database, const GenerateOptions &options, const QDateTime &at)
        : m_database(database)
        , m_options(options)
        , m_texts(SampleTexts::shipped())
        , m_random(options.seed)
        , m_office(SampleOffice::write(database, sampleSpecification(u"siping-2023-12"_s), at))
        , m_firstDay(options.lastDay.addYears(-options.years).addDays(1))
        , m_remembered(std::clamp<qint64>(options.tickets / (qint64{12} * options.years), 2 * persistent, 20'000))
    {
        for (const SampleOffice::DepartmentPlan &department : m_office.departments)
            m_departmentWeights.append(department.dispatched);
        for (const SampleOffice::ChannelPlan &channel : m_office.channels)
            m_channelWeights.append(channel.count);
        for (const SampleOffice::CategoryPlan &category : m_office.categories)
            m_categoryWeights.append(category.count);
    }

    void run(Progress &progress)
    {
        const CalendarRepository calendar(m_database);
        const Deadlines deadlines(calendar.load(), calendar.rules(), OfficeZone());
        const QDateTime end = OfficeZone().toUtcTime(m_options.lastDay.addDays(1));
        SampleWriter writer(m_database, m_texts, deadlines, end);
        const qint64 days = m_firstDay.daysTo(m_options.lastDay) + 1;
        qint64 weightSum = 0;
        for (qint64 d = 0; d < days; ++d)
            weightSum += dayWeight(m_firstDay.addDays(d));

        qint64 written = 0;
        qint64 weightSoFar = 0;
        constexpr qint64 rowsInOneTransaction = 20'000;
        auto transaction = std::make_unique<Transaction>(m_database);
        qint64 sinceCommit = 0;
        for (qint64 d = 0; d < days; ++d) {
            const QDate day = m_firstDay.addDays(d);
            weightSoFar += dayWeight(day);
            const qint64 target =
                static_cast<qint64>(double(m_options.tickets) * double(weightSoFar) / double(weightSum));
            const qint64 today = (d + 1 == days ? m_options.tickets : target) - written;
            writeDay(writer, day, today);
            written += today;
            sinceCommit += today;
            if (sinceCommit >= rowsInOneTransaction) {
                transaction->commit();
                transaction = std::make_unique<Transaction>(m_database);
                sinceCommit = 0;
            }
            progress.report(written, m_options.tickets, QString());
            stopIfCancelled(progress);
        }
        writer.finish();
        Recorder(m_database, end, u"generate"_s).record(u"office"_s, 1, u"generated"_s, {{u"tickets"_s, written}});
        transaction->commit();
    }

private:
    // Fewer at the week's end, more in winter: frozen pipes and cold rooms.
    [[nodiscard]] static qint64 dayWeight(QDate day)
    {
        static constexpr std::array<qint64, 12> months = {118, 104, 98, 94, 92, 96, 104, 102, 94, 100, 116, 122};
        return months[static_cast<size_t>(day.month() - 1)] * (day.dayOfWeek() <= 5 ? 100 : 62);
    }

    void writeDay(SampleWriter &writer, QDate day, qint64 count)
    {
        renewOutbreak(day);
        QList<QTime> times;
        times.reserve(count);
        for (qint64 i = 0; i < count; ++i)
            times.append(SampleWriter::timeOfDay(m_random, false));
        std::ranges::sort(times);
        for (const QTime time : std::as_const(times)) {
            const SampleCase one = sample(OfficeZone().toUtcTime(day, time), day);
            const TicketId id = writer.write(one, m_random);
            remember(one, id, day);
            if (m_random.chance(210))
                writeOtherCall(writer, OfficeZone().toUtcTime(day, time));
        }
    }

    // Now and then many people call about one thing in one place for a day or three.
    void renewOutbreak(QDate day)
    {
        if (m_outbreakUntil.isValid() && day <= m_outbreakUntil)
            return;
        m_outbreakUntil = {};
        if (!m_random.chance(90))
            return;
        static const QStringList subjects{u"water_outage"_s, u"power"_s,       u"heating"_s, u"gas"_s,
                                          u"traffic"_s,      u"environment"_s, u"telecom"_s};
        m_outbreakUntil = day.addDays(m_random.below(3));
        m_outbreakSubject = m_random.pick(subjects);
        m_outbreakArea = m_random.pick(m_office.areaPaths);
        m_outbreakMatter = &m_texts.pick(m_random, m_outbreakSubject);
        m_outbreakSetting = m_texts.setting(m_random, m_outbreakArea.section(u'/', 0, 0), day);
        m_outbreakRoot.reset();
    }

    SampleCase sample(const QDateTime &receivedAt, QDate day)
    {
        const bool outbreak = m_outbreakUntil.isValid() && m_random.chance(90);
        const SampleOffice::ChannelPlan &channel = m_office.channels[m_random.weighted(m_channelWeights)];
        const qsizetype department = m_random.chance(140) ? m_random.weighted(m_departmentWeights) : -1;
        const SampleOffice::DepartmentPlan *plan = department < 0 ? nullptr : &m_office.departments[department];
        qsizetype category = m_random.weighted(m_categoryWeights);
        QString subject = m_random.pick(m_office.categories[category].subjects);
        if (outbreak) {
            subject = m_outbreakSubject;
            category = m_office.categoryOf(subject);
        } else if (plan && !plan->takesAll()) {
            subject = m_random.pick(plan->subjects);
            category = m_office.categoryOf(subject);
        }
        QStringList paths = m_office.areaPaths;
        if (plan && !plan->area.isEmpty())
            paths = paths.filter(plan->area);
        const QString area = outbreak ? m_outbreakArea : m_random.pick(paths);

        SampleCase sample;
        sample.matter = outbreak ? m_outbreakMatter : &m_texts.pick(m_random, subject);
        sample.setting = m_texts.setting(m_random, area.section(u'/', 0, 0), day);
        if (outbreak) {
            sample.setting.community = m_outbreakSetting.community;
            sample.setting.road = m_outbreakSetting.road;
        }
        Ticket &ticket = sample.ticket;
        const Known *before = sameCallerAgain(sample.setting);
        tellMore(sample);
        ticket.receivedAt = receivedAt;
        ticket.channel = channel.id;
        ticket.requestType = m_office.types.value(sample.matter->type, RequestTypeId(1));
        ticket.category = m_office.categories[category].id;
        ticket.area = m_office.areas.value(area, AreaId(0));
        if (m_random.chance(30))
            ticket.urgency = m_random.chance(100) ? Urgency::Critical : Urgency::Urgent;
        sample.byPhone = channel.isPhone;
        if (subject == u"enterprise" || sample.matter->content.contains(u"{enterprise}")) {
            sample.setting.enterprise = m_texts.enterprise(m_random);
            if (subject == u"enterprise")
                ticket.requesterKind = RequesterKind::Enterprise;
        }
        if (outbreak && m_outbreakRoot && m_random.chance(300)) {
            sample.fate = Fate::Merged;
            ticket.mergedInto = m_outbreakRoot;
            return sample;
        }
        if (!outbreak && before && isStillHot(*before, day) && m_random.chance(300)) {
            // The caller asks about the same matter again.
            ticket.repeatOf = before->ticket;
            ticket.category = before->category;
            ticket.area = before->area;
            sample.matter = before->matter;
            sample.setting = before->setting;
            ticket.requestType = m_office.types.value(sample.matter->type, RequestTypeId(1));
        }
        if (plan) {
            sample.department = plan->id;
            sample.departmentName = plan->name;
            sample.setting.department = plan->name;
            const bool recent = day.daysTo(m_options.lastDay) < 12;
            sample.fate = m_random.chance(recent ? 450 : 4)  ? Fate::Open
                          : m_random.chance(recent ? 0 : 70) ? Fate::ClosedLate
                                                             : Fate::ClosedOnTime;
            sample.tried = m_random.chance(940);
            sample.reached = sample.tried && m_random.chance(870);
            if (sample.reached && m_random.chance(930)) {
                static const QList<qint64> weights{420, 430, 110, 30, 10};
                sample.satisfaction = static_cast<Satisfaction>(m_random.weighted(weights));
            }
        }
        return sample;
    }

    // A caller whom the office knows, with what was told last.
    struct Known
    {
        SampleTexts::Setting setting{};
        const SampleTexts::Matter *matter = nullptr;
        std::optional<CategoryId> category{};
        std::optional<AreaId> area{};
        TicketId ticket{0};
        QDate day{};
    };

    // One in six callers has called before, most of them lately; and some never give up.
    const Known *sameCallerAgain(SampleTexts::Setting &setting)
    {
        const Known *before = nullptr;
        if (m_known.size() >= persistent && m_random.chance(4))
            before = &m_known[m_random.below(persistent)];
        else if (m_known.size() >= 100 && m_random.chance(160))
            before = &m_random.pick(m_known);
        if (before) {
            setting.requester = before->setting.requester;
            setting.phone = before->setting.phone;
            setting.woman = before->setting.woman;
        }
        return before;
    }

    static constexpr qsizetype persistent = 40;

    static bool isStillHot(const Known &known, QDate day) { return known.day.daysTo(day) <= 45; }

    void remember(const SampleCase &one, TicketId id, QDate day)
    {
        if (one.matter == m_outbreakMatter && !m_outbreakRoot && one.fate != Fate::Merged
            && one.setting.community == m_outbreakSetting.community)
            m_outbreakRoot = id;
        if (one.fate == Fate::Merged)
            return;
        const Known known{.setting = one.setting,
                          .matter = one.matter,
                          .category = one.ticket.category,
                          .area = one.ticket.area,
                          .ticket = id,
                          .day = day};
        if (m_known.size() < m_remembered)
            m_known.append(known);
        else if (m_random.chance(500))
            m_known[m_random.between(persistent, m_remembered - 1)] = known;
    }

    // Callers tell a matter in a sentence or in twenty.
    void tellMore(SampleCase &sample)
    {
        const qint64 length = m_random.below(100);
        sample.brief = length < 16;
        if (length >= 95)
            sample.details = m_texts.details(m_random, m_random.between(4, 16));
        else if (length >= 70)
            sample.details = m_texts.details(m_random, m_random.between(1, 2));
    }

    void writeOtherCall(SampleWriter &writer, const QDateTime &at)
    {
        static const QList<qint64> weights{66, 0, 12, 10, 12};
        SampleTexts::Setting setting = m_texts.setting(m_random, QString(), m_options.lastDay);
        const Known *before = sameCallerAgain(setting);
        Call call{.startedAt = at.addSecs(m_random.below(240)), .phone = setting.phone};
        call.outcome = static_cast<CallOutcome>(m_random.weighted(weights));
        if (call.outcome == CallOutcome::Repeat) {
            if (!before && m_known.isEmpty())
                return;
            const Known &again = before ? *before : m_random.pick(m_known);
            call.ticket = again.ticket;
            call.phone = again.setting.phone;
            setting.requester = again.setting.requester;
        }
        if (call.outcome != CallOutcome::Invalid)
            call.caller = setting.requester;
        call.note = m_texts.callNote(m_random, QString(code(call.outcome)));
        writer.writeCall(call, m_random);
    }

    Database &m_database;
    GenerateOptions m_options;
    SampleTexts m_texts;
    Random m_random;
    SampleOffice m_office;
    QDate m_firstDay;
    qsizetype m_remembered; // callers: those of a month or two
    QList<qint64> m_departmentWeights;
    QList<qint64> m_channelWeights;
    QList<qint64> m_categoryWeights;
    QList<Known> m_known; // the first ones are never forgotten
    QDate m_outbreakUntil;
    QString m_outbreakSubject;
    QString m_outbreakArea;
    const SampleTexts::Matter *m_outbreakMatter = nullptr;
    SampleTexts::Setting m_outbreakSetting;
    std::optional<TicketId> m_outbreakRoot; // that the others may be merged into
};

} // namespace

void generateCaseFile(const QString &path, const GenerateOptions &options, const Clock &clock, Progress &progress)
{
    CaseFile::create(path, {.name = u"试验市12345市长公开电话办公室"_s, .hotline = u"12345市长热线"_s},
                     [&](Database &database) {
                         const BulkWriting bulk(database);
                         Generator generator(database, options, clock.now());
                         NewFileWriting unjournalled(database);
                         generator.run(progress);
                         SearchIndex(database).tidy();
                         unjournalled.finish();
                         KeptFigures(database).keepAll(progress);
                     });
}

} // namespace huiyin
