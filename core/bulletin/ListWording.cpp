// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/ListWording.h"

#include "bulletin/Composer.h"
#include "domain/Json.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr std::array<QStringView, 10> ordinals = {u"一", u"二", u"三", u"四", u"五", u"六", u"七", u"八", u"九", u"十"};

// 住建 → 住建问题; what ends in 问题 stays.
QString issueName(const QString &name)
{
    return name.endsWith(u"问题") ? name : QString(name + u"问题");
}

template <class T, class IdType>
qsizetype placeOf(const QList<T> &list, IdType id)
{
    const auto found = std::ranges::find(list, std::optional(id), &T::id);
    return found - list.begin();
}

// 咨询 → 咨询类; what ends in 类 stays.
QString className(const QString &name)
{
    return name.endsWith(u"类") ? name : QString(name + u"类");
}

// What is left of a channel's figures without one of its children.
void takeOut(ChannelFigures &channel, const ChannelFigures &child)
{
    const auto less = [](Ratio &from, Ratio part) {
        from.numerator -= part.numerator;
        from.denominator -= part.denominator;
    };
    channel.received -= child.received;
    channel.closed -= child.closed;
    channel.open -= child.open;
    less(channel.closureRate, child.closureRate);
    less(channel.onTimeRate, child.onTimeRate);
    less(channel.timelyReplyRate, child.timelyReplyRate);
    for (TypeFigures &type : channel.byRequestType) {
        const auto same = std::ranges::find(child.byRequestType, type.id, &TypeFigures::id);
        if (same != child.byRequestType.end())
            type.count -= same->count;
    }
}

// For the total each channel goes by its own flag: a board that counts elsewhere than the channel above it stands for
// itself. Appends the channel, without those, and after it what was parted from it.
void appendParted(QList<ChannelFigures> &list, ChannelFigures channel)
{
    QList<ChannelFigures> parted;
    for (qsizetype i = 0; i < channel.children.size();) {
        QList<ChannelFigures> parts;
        appendParted(parts, channel.children[i]);
        for (qsizetype j = 1; j < parts.size(); ++j) // what lies deeper and counts elsewhere than the child
            takeOut(channel, parts[j]);
        parted += parts.sliced(1);
        channel.children[i] = parts.first();
        if (parts.first().inTotal == channel.inTotal) {
            ++i;
            continue;
        }
        takeOut(channel, parts.first());
        parted.append(parts.first());
        channel.children.removeAt(i);
    }
    list.append(channel);
    list += parted;
}

} // namespace

QList<BulletinSpan> ListWording::expand(const QString &sentence, const Scopes &scopes) const
{
    return m_wording.expand(sentence, scopes + Scopes{&m_facts.words});
}

// "prefix item separator item … suffix"; nothing at all when there is no item.
QList<BulletinSpan> ListWording::join(const QJsonObject &part, const QList<QList<BulletinSpan>> &items,
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

QList<BulletinSpan> ListWording::list(const QJsonObject &part) const
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

QList<BulletinSpan> ListWording::typeList(const QJsonObject &part, QList<TypeFigures> types, Measure measure,
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
        const FigureKey key = measure == Measure::ByRequestType ? FigureKey{.measure = measure, .row = id}
                                                                : FigureKey{.measure = measure, .row = row, .sub = id};
        const WordingScope scope{{u"name"_s, word(type.name)},
                                 {u"class_name"_s, word(className(type.name))},
                                 {u"count"_s, word(type.count, key)},
                                 {u"share"_s, word(type.share, key)}};
        items.append(expand(part[u"item"].toString(), Scopes{&scope} + scopes));
    }
    return join(part, items, scopes);
}

QList<BulletinSpan> ListWording::topicList(const QJsonObject &part) const
{
    QList<QList<BulletinSpan>> items;
    for (const TopicFigures &topic : m_facts.carvedTopics) {
        const qint64 id = topic.id.value();
        const auto calls = std::ranges::find(m_figures.callsByTopic, topic.id, &TopicCount::id);
        WordingScope scope{{u"name"_s, word(topic.name)},
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

QList<BulletinSpan> ListWording::categoryList(const QJsonObject &part, const QList<CategoryFigures> &rows,
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

QList<BulletinSpan> ListWording::childCategories(const QJsonObject &part, const QList<CategoryFigures> &rows,
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

WordingScope ListWording::channelScope(const ChannelFigures &row) const
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
QList<BulletinSpan> ListWording::statusOf(const QJsonObject &status, const WordingScope &scope, qint64 received,
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

QList<BulletinSpan> ListWording::channelList(const QJsonObject &part) const
{
    QList<ChannelFigures> channels;
    const QString filter = part[u"filter"].toString();
    const QStringList names = stringList(part[u"names"]);
    QList<ChannelFigures> all;
    for (const ChannelFigures &channel : m_figures.byChannel)
        appendParted(all, channel);
    for (const ChannelFigures &channel : std::as_const(all)) {
        const bool wanted = names.isEmpty() ? (filter == u"written") != channel.inTotal : names.contains(channel.name);
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
QList<BulletinSpan> ListWording::channelGroup(const QJsonObject &part, const QJsonObject &group,
                                              QList<ChannelFigures> &channels) const
{
    const QStringList names = stringList(group[u"names"]);
    QStringList quoted;
    ChannelFigures sum;
    for (const QString &name : names) {
        const auto found = std::ranges::find(channels, name, &ChannelFigures::name);
        if (found == channels.end())
            continue;
        quoted.append(u'《' + name + u'》');
        sum.unitWord = sum.unitWord.isEmpty() || sum.unitWord == found->unitWord ? found->unitWord : u"件"_s;
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
    scope.insert(u"status"_s, word(statusOf(part[u"status"].toObject(), scope, sum.received, sum.open, quoted.size())));
    return expand(group[u"item"].toString(), {&scope});
}

QList<BulletinSpan> ListWording::channelItem(const QJsonObject &part, const ChannelFigures &channel, bool first) const
{
    WordingScope scope = channelScope(channel);
    if (part.contains(u"status")) {
        scope.insert(u"status"_s, word(statusOf(part[u"status"].toObject(), scope, channel.received, channel.open, 1)));
    }
    if (part.contains(u"types")) {
        scope.insert(u"types"_s, word(typeList(part[u"types"].toObject(), channel.byRequestType,
                                               Measure::ByChannelAndType, channel.id.value(), {&scope})));
    }
    QList<QList<BulletinSpan>> children;
    QList<ChannelFigures> boards = channel.children;
    std::ranges::stable_sort(boards, {}, [this](const ChannelFigures &c) { return placeOf(m_tables.channels, c.id); });
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

} // namespace huiyin
