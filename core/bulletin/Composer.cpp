// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/Composer.h"

#include "bulletin/Layout.h"
#include "bulletin/PickedCases.h"
#include "bulletin/Wording.h"
#include "statistics/StatisticsBuilder.h"
#include "storage/CaseFile.h"
#include "storage/CodeTableRepository.h"
#include "storage/Transaction.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

using Scopes = QList<const WordingScope *>;

constexpr std::array<QStringView, 10> ordinals = {u"一", u"二", u"三", u"四", u"五", u"六", u"七", u"八", u"九", u"十"};

// 住建 → 住建问题; what ends in 问题 stays.
QString issueName(const QString &name)
{
    return name.endsWith(u"问题") ? name : QString(name + u"问题");
}

// 增长8.0%, 下降8.0%, 持平; "" when there is nothing to compare with.
QString changeWords(const CountChange &change, PercentStyle style)
{
    if (change.reference == 0)
        return {};
    if (change.difference == 0)
        return u"持平"_s;
    const Ratio size{std::llabs(change.difference), change.reference};
    return (change.difference > 0 ? u"增长"_s : u"下降"_s) + percent(size, style);
}

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const auto &entry : array)
        list.append(entry.toString());
    return list;
}

// Composes one bulletin from one layout.
class Composer
{
public:
    Composer(CaseFile &file, const BulletinRequest &request)
        : m_file(file)
        , m_request(request)
        , m_layout(loadLayout(request.layout))
        , m_tables(CodeTableRepository(file.database()).load())
        , m_wording({.decimals = m_layout[u"decimals"].toInt(1), .dropZeros = m_layout[u"drop_zeros"].toBool()})
    {
    }

    BulletinDocument compose()
    {
        m_figures = buildStatistics(m_file, question());
        fillGlobalScope();
        BulletinDocument document{.masthead = plain(m_layout[u"masthead"].toString()),
                                  .issueLine = issueLine(),
                                  .office = m_file.office().name,
                                  .date = m_request.date,
                                  .title = plain(m_layout[u"title"].toString()),
                                  .percentStyle = m_wording.style()};
        const QJsonArray sections = m_layout[u"sections"].toArray();
        for (const auto &section : sections)
            addSection(document.blocks, section.toObject());
        document.figures = m_figures;
        return document;
    }

private:
    [[nodiscard]] Question question() const
    {
        Question question{.period = m_request.period, .cutOff = m_request.cutOff};
        if (m_request.excludedTopics) {
            question.excludedTopics = *m_request.excludedTopics;
        } else {
            const QStringList names = strings(m_layout[u"exclude_topics"]);
            for (const Topic &topic : m_tables.topics) {
                if (names.contains(topic.name))
                    question.excludedTopics.append(*topic.id);
            }
        }
        return question;
    }

    void fillGlobalScope()
    {
        const Period &period = m_request.period;
        const bool oneMonth = period.from.year() == period.to.year() && period.from.month() == period.to.month();
        const bool quarter = period.kind == Period::Kind::Quarter;
        const QString quarterText = period.label().mid(5); // 第三季度
        m_global = {
            {u"period"_s, word(period.label())},
            {u"year"_s, word(QString::number(period.from.year()))},
            {u"month"_s, word(period.monthLabel())},
            {u"month_part"_s, word(oneMonth ? QString(period.monthLabel() + u"份") : period.label())},
            {u"month_short"_s, word(oneMonth ? u"%1月份"_s.arg(period.from.month()) : period.label())},
            {u"quarter_title"_s, word(period.label())},
            {u"this_period"_s, word(quarter ? QString(u"今年" + quarterText) : period.label())},
            {u"this_period_short"_s,
             word(quarter ? u"今年%1季度"_s.arg((period.from.month() - 1) / 3 + 1) : period.label())},
            {u"cut_off_day"_s, word(chineseDate(m_file.zone().day(m_figures.cutOff.addMSecs(-1))))},
            {u"office"_s, word(m_file.office().name)},
            {u"hotline"_s, word(m_file.office().hotline.isEmpty() ? u"12345热线"_s : m_file.office().hotline)},
            {u"per_day"_s, word(quotient(m_figures.accepted, period.dayCount(), 0))},
        };
        addCounts();
        addConditions();
    }

    void addCounts()
    {
        const auto count = [this](const QString &name, qint64 value, Measure measure) {
            m_global.insert(name, word(value, FigureKey{.measure = measure}));
        };
        const auto rate = [this](const QString &name, Ratio value, Measure measure) {
            m_global.insert(name, word(value, FigureKey{.measure = measure}));
        };
        count(u"calls"_s, m_figures.calls, Measure::Calls);
        count(u"accepted"_s, m_figures.accepted, Measure::Accepted);
        count(u"closed"_s, m_figures.closed, Measure::Closed);
        count(u"open"_s, m_figures.open, Measure::Open);
        count(u"base"_s, m_figures.categoryBase, Measure::CategoryBase);
        count(u"direct"_s, m_figures.directAnswerRate.numerator, Measure::AnsweredDirectly);
        count(u"dispatched"_s, m_figures.dispatched.total, Measure::Dispatched);
        count(u"dispatched_closed"_s, m_figures.dispatched.closed, Measure::DispatchedClosed);
        count(u"dispatched_open"_s, m_figures.dispatched.open, Measure::DispatchedOpen);
        count(u"tried"_s, m_figures.followUp.tried, Measure::FollowUpTried);
        count(u"reached"_s, m_figures.followUp.reached, Measure::FollowUpReached);
        count(u"rated"_s, m_figures.followUp.rated, Measure::FollowUpRated);
        m_global.insert(u"requests"_s, word(m_figures.requests));
        rate(u"closure_rate"_s, m_figures.closureRate, Measure::Closed);
        rate(u"direct_rate"_s, m_figures.directAnswerRate, Measure::AnsweredDirectly);
        rate(u"dispatched_rate"_s, m_figures.dispatched.closureRate, Measure::DispatchedClosed);
        rate(u"on_time_rate"_s, m_figures.dispatched.onTimeRate, Measure::DispatchedOnTime);
        rate(u"satisfaction_rate"_s, m_figures.followUp.satisfactionRate, Measure::FollowUpSatisfied);
        rate(u"solved_rate"_s, m_figures.followUp.solvedRate, Measure::FollowUpSolved);
        m_global.insert(u"mean_days"_s, word(m_figures.meanHandlingTime.printed()));
        m_global.insert(u"enterprise_mean_days"_s, word(m_figures.enterpriseMeanHandlingTime.printed()));

        qint64 carvedOut = 0;
        for (const TopicCount &topic : m_figures.callsByTopic) {
            if (m_figures.question.excludedTopics.contains(topic.id))
                carvedOut += topic.count;
        }
        m_global.insert(u"other_calls"_s, word(m_figures.calls - carvedOut));
        for (const TopicFigures &topic : m_figures.byTopic) {
            if (m_figures.question.excludedTopics.contains(topic.id))
                m_carvedTopics.append(topic);
        }
        m_acceptedPrevious = changeWords(m_figures.previousPeriod->accepted, m_wording.style());
        m_acceptedLastYear = changeWords(m_figures.samePeriodLastYear->accepted, m_wording.style());
        m_global.insert(u"accepted_previous"_s, word(m_acceptedPrevious));
        m_global.insert(u"accepted_last_year"_s, word(m_acceptedLastYear));
    }

    void addConditions()
    {
        const QList<std::pair<QString, bool>> facts{
            {u"calls"_s, m_figures.calls > 0},
            {u"open"_s, m_figures.open > 0},
            {u"topics"_s, !m_carvedTopics.isEmpty()},
            {u"dispatched"_s, m_figures.dispatched.total > 0},
            {u"on_time"_s, m_figures.dispatched.onTimeRate.denominator > 0},
            {u"rated"_s, m_figures.followUp.rated > 0},
            {u"handled"_s, m_figures.closed > 0},
            {u"enterprise"_s, m_figures.enterpriseMeanHandlingTime.count > 0},
            {u"previous"_s, !m_acceptedPrevious.isEmpty()},
            {u"last_year"_s, !m_acceptedLastYear.isEmpty()},
            {u"year"_s, m_request.period.kind == Period::Kind::Year},
        };
        for (const auto &[name, holds] : facts)
            m_conditions.insert(name, holds);
    }

    // "topics,!calls": all must hold.
    [[nodiscard]] bool holds(const QJsonObject &part) const
    {
        const QStringList names = part[u"when"].toString().split(u',', Qt::SkipEmptyParts);
        return std::ranges::all_of(names, [this](const QString &name) {
            const bool negated = name.startsWith(u'!');
            const QString key = negated ? name.sliced(1) : name;
            if (!m_conditions.contains(key))
                throw LayoutError(u"when: "_s + name);
            return m_conditions.value(key) != negated;
        });
    }

    [[nodiscard]] QList<BulletinSpan> expand(const QString &sentence, const Scopes &scopes = {}) const
    {
        return m_wording.expand(sentence, scopes + Scopes{&m_global});
    }

    [[nodiscard]] QString plain(const QString &sentence, const Scopes &scopes = {}) const
    {
        return BulletinParagraph{expand(sentence, scopes)}.text();
    }

    [[nodiscard]] QString issueLine() const
    {
        if (!m_request.issue)
            return {};
        WordingScope scope{{u"issue"_s, word(QString::number(*m_request.issue))}};
        QString line = m_layout[u"issue_line"].toString(u"第{issue}期（总第{running}期）"_s);
        if (m_request.runningIssue)
            scope.insert(u"running"_s, word(QString::number(*m_request.runningIssue)));
        else
            line = line.section(u"（"_s, 0, 0);
        return plain(line, {&scope});
    }

    void addSection(QList<BulletinBlock> &blocks, const QJsonObject &section)
    {
        if (!holds(section))
            return;
        if (section.contains(u"paragraph")) {
            const BulletinParagraph paragraph = paragraphOf(section[u"paragraph"].toArray());
            if (!paragraph.spans.isEmpty())
                blocks.append(paragraph);
        } else if (section.contains(u"cases")) {
            addCases(blocks, section);
        } else if (section.contains(u"table")) {
            addTable(blocks, section);
        } else if (section.contains(u"chart")) {
            addChart(blocks, section);
        } else if (section.contains(u"heading")) {
            blocks.append(BulletinHeading{.level = 1, .text = plain(section[u"heading"].toString())});
        } else {
            throw LayoutError(u"section: "_s + section.keys().join(u", "_s));
        }
    }

    [[nodiscard]] BulletinParagraph paragraphOf(const QJsonArray &parts) const
    {
        BulletinParagraph paragraph;
        for (const auto &value : parts) {
            const QJsonObject part = value.toObject();
            if (holds(part))
                paragraph.spans += part.contains(u"each") ? listOf(part) : expand(part[u"text"].toString());
        }
        return paragraph;
    }

    // "prefix item separator item … suffix"; nothing at all when there is no item.
    [[nodiscard]] QList<BulletinSpan> join(const QJsonObject &part, const QList<QList<BulletinSpan>> &items,
                                           const Scopes &scopes) const
    {
        QList<BulletinSpan> spans;
        if (items.isEmpty())
            return spans;
        const QString separator = part[u"separator"].toString(u"；"_s);
        const QString last = part[u"last_separator"].toString(separator);
        spans += expand(part[u"prefix"].toString(), scopes);
        for (qsizetype i = 0; i < items.size(); ++i) {
            if (i > 0)
                spans += expand(i + 1 == items.size() ? last : separator, scopes);
            spans += items[i];
        }
        spans += expand(part[u"suffix"].toString(), scopes);
        return spans;
    }

    [[nodiscard]] QList<BulletinSpan> listOf(const QJsonObject &part) const
    {
        const QString each = part[u"each"].toString();
        if (each == u"channels")
            return channelList(part);
        if (each == u"categories")
            return categoryList(part, m_figures.byCategory, {});
        if (each == u"topics")
            return topicList(part);
        if (each == u"types")
            return typeList(part, m_figures.byRequestType, Measure::ByRequestType, 0, {});
        throw LayoutError(u"each: "_s + each);
    }

    [[nodiscard]] QList<BulletinSpan> typeList(const QJsonObject &part, QList<TypeFigures> types, Measure measure,
                                               qint64 row, const Scopes &scopes) const
    {
        types.removeIf([](const TypeFigures &type) { return type.count == 0; });
        if (part[u"order"].toString() == u"catalogue") {
            std::ranges::stable_sort(types, {}, [this](const TypeFigures &type) {
                return type.id ? placeOf(m_tables.requestTypes, *type.id) : m_tables.requestTypes.size();
            });
        }
        QList<QList<BulletinSpan>> items;
        for (const TypeFigures &type : std::as_const(types)) {
            const qint64 id = type.id ? type.id->value() : 0;
            const FigureKey key = measure == Measure::ByRequestType
                                      ? FigureKey{.measure = measure, .row = id}
                                      : FigureKey{.measure = measure, .row = row, .sub = id};
            const WordingScope scope{
                {u"name"_s, word(type.name)}, {u"count"_s, word(type.count, key)}, {u"share"_s, word(type.share, key)}};
            items.append(expand(part[u"item"].toString(), Scopes{&scope} + scopes));
        }
        return join(part, items, scopes);
    }

    template <class T, class IdType>
    [[nodiscard]] static qsizetype placeOf(const QList<T> &list, IdType id)
    {
        const auto found = std::ranges::find(list, std::optional(id), &T::id);
        return found - list.begin();
    }

    [[nodiscard]] QList<BulletinSpan> topicList(const QJsonObject &part) const
    {
        QList<QList<BulletinSpan>> items;
        for (const TopicFigures &topic : m_carvedTopics) {
            const qint64 id = topic.id.value();
            const auto calls = std::ranges::find(m_figures.callsByTopic, topic.id, &TopicCount::id);
            WordingScope scope{
                {u"name"_s, word(topic.name)},
                {u"topic"_s, word(topic.name)},
                {u"calls"_s, word(calls == m_figures.callsByTopic.end() ? 0 : calls->count,
                                  FigureKey{.measure = Measure::CallsByTopic, .row = id})},
                {u"accepted"_s, word(topic.accepted, FigureKey{.measure = Measure::ByTopic, .row = id})},
                {u"closed"_s, word(topic.closed, FigureKey{.measure = Measure::ByTopicClosed, .row = id})}};
            if (part.contains(u"types")) {
                scope.insert(u"types"_s, word(typeList(part[u"types"].toObject(), topic.byRequestType,
                                                       Measure::ByTopicAndType, id, {&scope})));
            }
            items.append(expand(part[u"item"].toString(), {&scope}));
        }
        return join(part, items, {});
    }

    [[nodiscard]] QList<BulletinSpan> categoryList(const QJsonObject &part, const QList<CategoryFigures> &rows,
                                                   const Scopes &scopes) const
    {
        QList<QList<BulletinSpan>> items;
        const qsizetype limit = part[u"limit"].toInt(static_cast<int>(rows.size()));
        for (qsizetype i = 0; i < qMin(limit, rows.size()); ++i) {
            const CategoryFigures &row = rows[i];
            const FigureKey key{.measure = Measure::ByCategory, .row = row.id ? row.id->value() : 0};
            WordingScope scope{{u"name"_s, word(row.name)},
                               {u"issue_name"_s, word(issueName(row.name))},
                               {u"count"_s, word(row.count, key)},
                               {u"share"_s, word(row.share, key)},
                               {u"ordinal"_s, word(ordinals.at(static_cast<size_t>(i) % ordinals.size()).toString())},
                               // 占水电气问题17.7%: the parent's name without its commas
                               {u"parent_plain"_s, word(QString(row.name).remove(u'、'))},
                               {u"children"_s, word(QList<BulletinSpan>())}};
            if (part.contains(u"children") && !row.children.isEmpty()) {
                const WordingScope parent{{u"parent_plain"_s, scope.value(u"parent_plain"_s)}};
                scope.insert(u"children"_s, word(childCategories(part[u"children"].toObject(), row.children, parent)));
            }
            items.append(expand(part[u"item"].toString(), Scopes{&scope} + scopes));
        }
        return join(part, items, scopes);
    }

    [[nodiscard]] QList<BulletinSpan> childCategories(const QJsonObject &part, const QList<CategoryFigures> &rows,
                                                      const WordingScope &parent) const
    {
        QList<QList<BulletinSpan>> items;
        for (const CategoryFigures &row : rows) {
            const FigureKey key{.measure = Measure::ByCategory, .row = row.id->value()};
            const WordingScope scope{{u"name"_s, word(row.name)},
                                     {u"issue_name"_s, word(issueName(row.name))},
                                     {u"count"_s, word(row.count, key)},
                                     {u"share"_s, word(row.share, key)}};
            items.append(expand(part[u"item"].toString(), {&scope, &parent}));
        }
        return join(part, items, {&parent});
    }

    [[nodiscard]] WordingScope channelScope(const ChannelFigures &row) const
    {
        const auto key = [&row](Measure measure) { return FigureKey{.measure = measure, .row = row.id.value()}; };
        return {{u"name"_s, word(row.name)},
                {u"unit"_s, word(row.unitWord)},
                {u"received"_s, word(row.received, key(Measure::ByChannel))},
                {u"closed"_s, word(row.closed, key(Measure::ByChannelClosed))},
                {u"open"_s, word(row.open, key(Measure::ByChannelOpen))},
                {u"closure_rate"_s, word(row.closureRate, key(Measure::ByChannelClosed))},
                {u"on_time_rate"_s, word(row.onTimeRate, key(Measure::ByChannelOnTime))},
                {u"timely"_s, word(row.timelyReplyRate.numerator, key(Measure::ByChannelTimely))},
                {u"timely_rate"_s, word(row.timelyReplyRate, key(Measure::ByChannelTimely))}};
    }

    // How far a channel's matters are, from the layout's own words for all, for one and for part.
    [[nodiscard]] QList<BulletinSpan> statusOf(const QJsonObject &status, const WordingScope &scope, qint64 received,
                                               qint64 open, qsizetype names) const
    {
        QString words = status[u"part"].toString();
        if (open == 0) {
            words = status[u"all"].toString();
            if (names == 1 && status.contains(u"all_single"))
                words = status[u"all_single"].toString();
            if (received == 1 && status.contains(u"all_one"))
                words = status[u"all_one"].toString();
        }
        return expand(words, {&scope});
    }

    [[nodiscard]] QList<BulletinSpan> channelList(const QJsonObject &part) const
    {
        QList<ChannelFigures> channels;
        const QString filter = part[u"filter"].toString();
        const QStringList names = strings(part[u"names"]);
        for (const ChannelFigures &channel : m_figures.byChannel) {
            const bool wanted =
                names.isEmpty() ? (filter == u"written") != channel.inTotal : names.contains(channel.name);
            if (wanted && channel.received > 0)
                channels.append(channel);
        }
        if (part[u"order"].toString() == u"catalogue") {
            std::ranges::stable_sort(channels, {},
                                     [this](const ChannelFigures &c) { return placeOf(m_tables.channels, c.id); });
        }
        QList<QList<BulletinSpan>> items;
        const QJsonArray groups = part[u"groups"].toArray();
        for (const auto &group : groups) {
            const QList<BulletinSpan> item = channelGroup(part, group.toObject(), channels);
            if (!item.isEmpty())
                items.append(item);
        }
        for (const ChannelFigures &channel : std::as_const(channels))
            items.append(channelItem(part, channel, items.isEmpty()));
        return join(part, items, {});
    }

    // Several channels in one sentence, with their sum; they are taken out of the list.
    [[nodiscard]] QList<BulletinSpan> channelGroup(const QJsonObject &part, const QJsonObject &group,
                                                   QList<ChannelFigures> &channels) const
    {
        const QStringList names = strings(group[u"names"]);
        QStringList quoted;
        ChannelFigures sum;
        for (const QString &name : names) {
            const auto found = std::ranges::find(channels, name, &ChannelFigures::name);
            if (found == channels.end())
                continue;
            quoted.append(u'《' + name + u'》');
            sum.unitWord = found->unitWord;
            sum.received += found->received;
            sum.closed += found->closed;
            sum.open += found->open;
            sum.id = found->id;
            channels.erase(found);
        }
        if (quoted.isEmpty())
            return {};
        WordingScope scope = channelScope(sum);
        if (quoted.size() > 1) { // the sum of several rows has no one list behind it
            scope.insert(u"received"_s, word(sum.received));
            scope.insert(u"closed"_s, word(sum.closed));
            scope.insert(u"open"_s, word(sum.open));
        }
        scope.insert(u"names"_s, word(quoted.join(u'、')));
        scope.insert(u"together"_s, word(quoted.size() > 1 ? u"共"_s : QString()));
        scope.insert(u"status"_s,
                     word(statusOf(part[u"status"].toObject(), scope, sum.received, sum.open, quoted.size())));
        return expand(group[u"item"].toString(), {&scope});
    }

    [[nodiscard]] QList<BulletinSpan> channelItem(const QJsonObject &part, const ChannelFigures &channel,
                                                  bool first) const
    {
        WordingScope scope = channelScope(channel);
        if (part.contains(u"status")) {
            scope.insert(u"status"_s,
                         word(statusOf(part[u"status"].toObject(), scope, channel.received, channel.open, 1)));
        }
        if (part.contains(u"types")) {
            scope.insert(u"types"_s, word(typeList(part[u"types"].toObject(), channel.byRequestType,
                                                   Measure::ByChannelAndType, channel.id.value(), {&scope})));
        }
        QList<QList<BulletinSpan>> children;
        QList<ChannelFigures> boards = channel.children;
        std::ranges::stable_sort(boards, {},
                                 [this](const ChannelFigures &c) { return placeOf(m_tables.channels, c.id); });
        const QJsonObject child = part[u"children"].toObject();
        if (!child.isEmpty()) {
            for (const ChannelFigures &board : std::as_const(boards)) {
                const WordingScope boardScope = channelScope(board);
                children.append(expand(child[u"item"].toString(), {&boardScope}));
            }
        }
        scope.insert(u"children"_s, word(join(child, children, {})));
        const bool special = first && part.contains(u"first");
        return expand(part[special ? u"first"_s : u"item"_s].toString(), {&scope});
    }

    void addCases(QList<BulletinBlock> &blocks, const QJsonObject &section)
    {
        const QString list = section[u"cases"].toString();
        const Mark mark = list == u"problem"      ? Mark::PickedProblem
                          : list == u"suggestion" ? Mark::PickedSuggestion
                                                  : Mark::PickedSolved;
        const QList<PickedCase> cases = pickedCases(m_file, m_figures.question, mark);
        if (cases.isEmpty())
            return;
        if (section.contains(u"heading"))
            blocks.append(BulletinHeading{.level = 1, .text = plain(section[u"heading"].toString())});
        if (section.contains(u"lead"))
            blocks.append(BulletinHeading{.level = 2, .text = plain(section[u"lead"].toString())});
        int number = 0;
        for (const PickedCase &entry : cases) {
            const QString department =
                entry.department ? nameOf(m_tables.departments, entry.department) : m_file.office().name;
            const WordingScope scope{{u"n"_s, word(QString::number(++number))},
                                     {u"title"_s, word(entry.title)},
                                     {u"department"_s, word(department)},
                                     {u"result"_s, word(entry.result)}};
            blocks.append(BulletinParagraph{expand(section[u"item"].toString(), {&scope})});
            if (section.contains(u"detail"))
                blocks.append(BulletinParagraph{expand(section[u"detail"].toString(), {&scope})});
        }
    }

    void addTable(QList<BulletinBlock> &blocks, const QJsonObject &section)
    {
        if (section[u"table"].toString() != u"departments")
            throw LayoutError(u"table: "_s + section[u"table"].toString());
        const QJsonArray columns = section[u"columns"].toArray();
        BulletinTable table{.title = plain(section[u"title"].toString()),
                            .columnGroups = section[u"groups"].toInt(1),
                            .hasTotal = section[u"total"].toBool()};
        for (const auto &column : columns)
            table.header.append(column[u"title"_s].toString());
        const auto addRow = [&](const WordingScope &scope) {
            QList<BulletinSpan> row;
            for (const auto &column : columns) {
                const QList<BulletinSpan> spans = expand(column[u"value"_s].toString(), {&scope});
                row.append(spans.isEmpty() ? BulletinSpan{} : spans.first());
            }
            table.rows.append(row);
        };
        for (const DepartmentFigures &row : m_figures.byDepartment) {
            if (row.dispatched > 0)
                addRow(departmentScope(row));
        }
        if (table.rows.isEmpty())
            return;
        if (table.hasTotal) {
            addRow({{u"name"_s, word(u"合计"_s)},
                    {u"dispatched"_s, word(sumOf(&DepartmentFigures::dispatched))},
                    {u"closed"_s, word(sumOf(&DepartmentFigures::closed))},
                    {u"open"_s, word(sumOf(&DepartmentFigures::open))},
                    {u"closure_rate"_s,
                     word(Ratio{sumOf(&DepartmentFigures::closed), sumOf(&DepartmentFigures::dispatched)})},
                    {u"on_time_rate"_s, word(onTimeOfAll())}});
        }
        blocks.append(table);
    }

    [[nodiscard]] qint64 sumOf(qint64 DepartmentFigures::*figure) const
    {
        qint64 sum = 0;
        for (const DepartmentFigures &row : m_figures.byDepartment)
            sum += row.*figure;
        return sum;
    }

    [[nodiscard]] Ratio onTimeOfAll() const
    {
        Ratio sum;
        for (const DepartmentFigures &row : m_figures.byDepartment) {
            sum.numerator += row.onTimeRate.numerator;
            sum.denominator += row.onTimeRate.denominator;
        }
        return sum;
    }

    [[nodiscard]] static WordingScope departmentScope(const DepartmentFigures &row)
    {
        const auto key = [&row](Measure measure) { return FigureKey{.measure = measure, .row = row.id.value()}; };
        return {{u"name"_s, word(row.name)},
                {u"dispatched"_s, word(row.dispatched, key(Measure::ByDepartment))},
                {u"closed"_s, word(row.closed, key(Measure::ByDepartmentClosed))},
                {u"open"_s, word(row.open, key(Measure::ByDepartmentOpen))},
                {u"closure_rate"_s, word(row.closureRate, key(Measure::ByDepartmentClosed))},
                {u"on_time_rate"_s, word(row.onTimeRate, key(Measure::ByDepartmentOnTime))}};
    }

    void addChart(QList<BulletinBlock> &blocks, const QJsonObject &section)
    {
        static const QHash<QString, BulletinChart::Kind> kinds{{u"categories"_s, BulletinChart::Kind::Categories},
                                                               {u"departments"_s, BulletinChart::Kind::Departments},
                                                               {u"types"_s, BulletinChart::Kind::RequestTypes},
                                                               {u"channels"_s, BulletinChart::Kind::Channels},
                                                               {u"days"_s, BulletinChart::Kind::Days}};
        const auto kind = kinds.constFind(section[u"chart"].toString());
        if (kind == kinds.cend())
            throw LayoutError(u"chart: "_s + section[u"chart"].toString());
        const bool empty =
            *kind == BulletinChart::Kind::Departments ? m_figures.dispatched.total == 0 : m_figures.accepted == 0;
        if (!empty)
            blocks.append(BulletinChart{.kind = *kind, .title = plain(section[u"title"].toString())});
    }

    CaseFile &m_file;
    BulletinRequest m_request;
    QJsonObject m_layout;
    CodeTables m_tables;
    Wording m_wording;
    Statistics m_figures;
    WordingScope m_global;
    QHash<QString, bool> m_conditions;
    QList<TopicFigures> m_carvedTopics;
    QString m_acceptedPrevious;
    QString m_acceptedLastYear;
};

} // namespace

BulletinDocument composeBulletin(CaseFile &file, const BulletinRequest &request)
{
    const ReadTransaction oneState(file.database());
    return Composer(file, request).compose();
}

} // namespace huiyin
