// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/BulletinRows.h"

#include "bulletin/BulletinFacts.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// 住建 → 住建问题; what ends in 问题 stays.
QString issueName(const QString &name)
{
    return name.endsWith(u"问题") ? name : QString(name + u"问题");
}

// 咨询 → 咨询类; what ends in 类 stays.
QString className(const QString &name)
{
    return name.endsWith(u"类") ? name : QString(name + u"类");
}

// In the office's own order; what the table doesn't have comes last.
template <class T, class IdType>
qsizetype placeOf(const QList<T> &list, std::optional<IdType> id)
{
    return std::ranges::find(list, id, &T::id) - list.begin();
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
    channel.dispatched -= child.dispatched;
    less(channel.closureRate, child.closureRate);
    less(channel.onTimeRate, child.onTimeRate);
    less(channel.timelyReplyRate, child.timelyReplyRate);
    less(channel.satisfactionRate, child.satisfactionRate);
    for (TypeFigures &type : channel.byRequestType) {
        const auto same = std::ranges::find(child.byRequestType, type.id, &TypeFigures::id);
        if (same != child.byRequestType.end())
            type.count -= same->count;
        type.share = {.numerator = type.count, .denominator = channel.received};
    }
    std::ranges::stable_sort(channel.byRequestType, std::greater(), &TypeFigures::count);
}

// Appends the channel, without the boards that count elsewhere, and after it those.
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

WordingScope departmentWords(const DepartmentFigures &row)
{
    const auto key = [&row](Measure measure) { return FigureKey{.measure = measure, .row = row.id.value()}; };
    const FollowUpFigures &followUp = row.followUp;
    const qint64 satisfied = followUp.satisfactionRate.numerator;
    WordingScope words{
        {u"name"_s, word(row.name)},
        {u"group"_s, word(row.group)},
        {u"dispatched"_s, word(row.dispatched, key(Measure::ByDepartment))},
        {u"closed"_s, word(row.closed, key(Measure::ByDepartmentClosed))},
        {u"open"_s, word(row.open, key(Measure::ByDepartmentOpen))},
        {u"closure_rate"_s, word(row.closureRate, key(Measure::ByDepartmentClosed))},
        {u"on_time_rate"_s, word(row.onTimeRate, key(Measure::ByDepartmentOnTime))},
        {u"returned"_s, word(row.returned, key(Measure::ByDepartmentReturned))},
        {u"redone"_s, word(row.redone, key(Measure::ByDepartmentRedone))},
        {u"extended"_s, word(row.extended, key(Measure::ByDepartmentExtended))},
        {u"return_rate"_s, word(row.returnRate, key(Measure::ByDepartmentReturned))},
        {u"redo_rate"_s, word(row.redoRate, key(Measure::ByDepartmentRedone))},
        {u"extension_rate"_s, word(row.extensionRate, key(Measure::ByDepartmentExtended))},
        {u"reached"_s, word(followUp.reached, key(Measure::ByDepartmentFollowUpReached))},
        {u"rated"_s, word(followUp.rated, key(Measure::ByDepartmentFollowUpRated))},
        {u"follow_up_due"_s, word(followUp.due, key(Measure::ByDepartmentFollowUpDue))},
        {u"tried"_s, word(followUp.tried, key(Measure::ByDepartmentFollowUpTried))},
        {u"satisfied"_s, word(satisfied, key(Measure::ByDepartmentFollowUpSatisfied))},
        {u"dissatisfied"_s, word(followUp.rated - satisfied, key(Measure::ByDepartmentFollowUpDissatisfied))},
        {u"solved"_s, word(followUp.solvedRate.numerator, key(Measure::ByDepartmentFollowUpSolved))},
        {u"follow_up_rate"_s, word(followUp.followUpRate, key(Measure::ByDepartmentFollowUpTried))},
        {u"reached_rate"_s, word(followUp.reachedRate, key(Measure::ByDepartmentFollowUpReached))},
        {u"satisfaction_rate"_s, word(followUp.satisfactionRate, key(Measure::ByDepartmentFollowUpSatisfied))},
        {u"solved_rate"_s, word(followUp.solvedRate, key(Measure::ByDepartmentFollowUpSolved))}};
    words.insert(timelinessWords(row.onTimeRate, row.closedLate, row.openLate, row.open,
                                 {.onTime = key(Measure::ByDepartmentOnTime),
                                  .due = key(Measure::ByDepartmentOnTimeBase),
                                  .overdue = key(Measure::ByDepartmentOverdue),
                                  .closedLate = key(Measure::ByDepartmentClosedLate),
                                  .openLate = key(Measure::ByDepartmentOpenLate)}));
    words.insert(u"count"_s, word(row.dispatched, key(Measure::ByDepartment)));
    words.insert(u"sent"_s, word(row.returnRate.denominator, key(Measure::ByDepartmentSent)));
    words.insert(u"led"_s, word(row.handling.mean.count, key(Measure::ByDepartmentLed)));
    words.insert(handlingWords(row.handling, key(Measure::ByDepartmentLed), key(Measure::ByDepartmentEnterpriseLed)));
    return words;
}

const BulletinRow *rowOf(const QList<BulletinRow> &rows, const BulletinRow &wanted)
{
    const auto found = std::ranges::find_if(
        rows, [&wanted](const BulletinRow &row) { return row.id == wanted.id && row.inTotal == wanted.inTotal; });
    return found == rows.end() ? nullptr : &*found;
}

} // namespace

void addShares(QList<BulletinRow> &rows)
{
    qint64 all = 0;
    for (const BulletinRow &row : std::as_const(rows))
        all += row.words.value(u"count"_s).count.value_or(0);
    for (BulletinRow &row : rows) {
        const WordingValue count = row.words.value(u"count"_s);
        row.words.insert(u"share"_s, word(Ratio{.numerator = *count.count, .denominator = all}, count.figure));
    }
}

WordingScope channelWords(const ChannelFigures &row)
{
    const auto key = [&row](Measure measure) { return FigureKey{.measure = measure, .row = row.id.value()}; };
    const Ratio satisfaction = row.satisfactionRate;
    return {{u"name"_s, word(row.name)},
            {u"unit"_s, word(row.unitWord)},
            {u"count"_s, word(row.received, key(Measure::ByChannel))},
            {u"received"_s, word(row.received, key(Measure::ByChannel))},
            {u"closed"_s, word(row.closed, key(Measure::ByChannelClosed))},
            {u"open"_s, word(row.open, key(Measure::ByChannelOpen))},
            {u"dispatched"_s, word(row.dispatched, key(Measure::ByChannelDispatched))},
            {u"on_time"_s, word(row.onTimeRate.numerator, key(Measure::ByChannelOnTime))},
            {u"due"_s, word(row.onTimeRate.denominator, key(Measure::ByChannelOnTimeBase))},
            {u"overdue"_s, word(row.onTimeRate.denominator - row.onTimeRate.numerator, key(Measure::ByChannelOverdue))},
            {u"rated"_s, word(satisfaction.denominator, key(Measure::ByChannelFollowUpRated))},
            {u"satisfied"_s, word(satisfaction.numerator, key(Measure::ByChannelFollowUpSatisfied))},
            {u"dissatisfied"_s,
             word(satisfaction.denominator - satisfaction.numerator, key(Measure::ByChannelFollowUpDissatisfied))},
            {u"satisfaction_rate"_s, word(satisfaction, key(Measure::ByChannelFollowUpSatisfied))},
            {u"closure_rate"_s, word(row.closureRate, key(Measure::ByChannelClosed))},
            {u"on_time_rate"_s, word(row.onTimeRate, key(Measure::ByChannelOnTime))},
            {u"timely"_s, word(row.timelyReplyRate.numerator, key(Measure::ByChannelTimely))},
            {u"timely_rate"_s, word(row.timelyReplyRate, key(Measure::ByChannelTimely))}};
}

QList<BulletinRow> departmentRows(const Statistics &figures, const CodeTables &tables)
{
    QList<BulletinRow> rows;
    for (const DepartmentFigures &row : figures.byDepartment) {
        if (row.dispatched > 0)
            rows.append({.id = row.id.value(),
                         .name = row.name,
                         .group = row.group,
                         .place = placeOf(tables.departments, std::optional(row.id)),
                         .words = departmentWords(row)});
    }
    addShares(rows);
    return rows;
}

QList<ChannelFigures> partedChannels(const Statistics &figures)
{
    QList<ChannelFigures> all;
    for (const ChannelFigures &channel : figures.byChannel)
        appendParted(all, channel);
    return all;
}

QList<BulletinRow> channelRows(const Statistics &figures, const CodeTables &tables)
{
    QList<BulletinRow> rows;
    const auto channels = partedChannels(figures);
    for (const ChannelFigures &channel : channels) {
        if (channel.received > 0)
            rows.append(
                {.id = channel.id.value(),
                 .name = channel.name,
                 .place = placeOf(tables.channels, std::optional(channel.id)),
                 .inTotal = channel.inTotal,
                 .words = channelWords(channel),
                 .children = typeRows(channel.byRequestType, tables, Measure::ByChannelAndType, channel.id.value())});
    }
    return rows;
}

QList<BulletinRow> categoryRows(const QList<CategoryFigures> &rows, const CodeTables &tables, const QString &parent)
{
    QList<BulletinRow> list;
    for (const CategoryFigures &row : rows) {
        const qint64 id = row.id ? row.id->value() : 0;
        const FigureKey key{.measure = Measure::ByCategory, .row = id};
        const qint64 closed = row.handling.mean.count;
        const FigureKey closedKey{.measure = Measure::ByCategoryClosed, .row = id};
        WordingScope words{{u"name"_s, word(row.name)},
                           {u"issue_name"_s, word(issueName(row.name))},
                           // 占水电气问题17.7%: the parent's name without its commas
                           {u"parent_plain"_s, word(QString(parent.isEmpty() ? row.name : parent).remove(u'、'))},
                           {u"count"_s, word(row.count, key)},
                           {u"closed"_s, word(closed, closedKey)},
                           {u"open"_s, word(row.count - closed)},
                           {u"closure_rate"_s, word(Ratio{.numerator = closed, .denominator = row.count}, closedKey)},
                           {u"share"_s, word(row.share, key)}};
        words.insert(
            handlingWords(row.handling, closedKey, {.measure = Measure::ByCategoryEnterpriseClosed, .row = id}));
        list.append({.id = id,
                     .name = row.name,
                     .place = placeOf(tables.categories, row.id),
                     .words = words,
                     .children = categoryRows(row.children, tables, row.name)});
    }
    return list;
}

QList<BulletinRow> typeRows(const QList<TypeFigures> &rows, const CodeTables &tables, Measure measure, qint64 row)
{
    QList<BulletinRow> list;
    for (const TypeFigures &type : rows) {
        if (type.count == 0)
            continue;
        const qint64 id = type.id ? type.id->value() : 0;
        const FigureKey key = measure == Measure::ByRequestType ? FigureKey{.measure = measure, .row = id}
                                                                : FigureKey{.measure = measure, .row = row, .sub = id};
        list.append({.id = id,
                     .name = type.name,
                     .place = placeOf(tables.requestTypes, type.id),
                     .words = {{u"name"_s, word(type.name)},
                               {u"class_name"_s, word(className(type.name))},
                               {u"count"_s, word(type.count, key)},
                               {u"share"_s, word(type.share, key)}}});
    }
    return list;
}

QList<BulletinRow> topicRows(const QList<TopicFigures> &rows, const Statistics &figures, const CodeTables &tables)
{
    QList<BulletinRow> list;
    for (const TopicFigures &topic : rows) {
        const qint64 id = topic.id.value();
        const auto calls = std::ranges::find(figures.callsByTopic, topic.id, &TopicCount::id);
        const FigureKey key{.measure = Measure::ByTopic, .row = id};
        const FigureKey closedKey{.measure = Measure::ByTopicClosed, .row = id};
        const Ratio share{.numerator = topic.accepted, .denominator = figures.accepted};
        const Ratio closureRate{.numerator = topic.closed, .denominator = topic.accepted};
        list.append({.id = id,
                     .name = topic.name,
                     .place = placeOf(tables.topics, std::optional(topic.id)),
                     .words = {{u"name"_s, word(topic.name)},
                               {u"topic"_s, word(topic.name)},
                               {u"calls"_s, word(calls == figures.callsByTopic.end() ? 0 : calls->count,
                                                 FigureKey{.measure = Measure::CallsByTopic, .row = id})},
                               {u"count"_s, word(topic.accepted, key)},
                               {u"accepted"_s, word(topic.accepted, key)},
                               {u"closed"_s, word(topic.closed, closedKey)},
                               {u"closure_rate"_s, word(closureRate, closedKey)},
                               {u"share"_s, word(share, key)}},
                     .children = typeRows(topic.byRequestType, tables, Measure::ByTopicAndType, id)});
    }
    return list;
}

WordingScope sumOf(const QList<BulletinRow> &rows)
{
    WordingScope sum;
    QStringList unknown; // what one of them can't tell, they can't tell together
    for (const BulletinRow &row : rows) {
        for (auto it = row.words.cbegin(); it != row.words.cend(); ++it) {
            WordingValue &value = sum[it.key()];
            const bool isShare = it.key() == u"share" || it.key().startsWith(u"share_");
            // A row that wasn't there before has no base of its own then; that of the others is the same whole.
            const auto add = [isShare](Ratio a, Ratio b) {
                return Ratio{.numerator = a.numerator + b.numerator,
                             .denominator =
                                 isShare ? qMax(a.denominator, b.denominator) : a.denominator + b.denominator};
            };
            if (!it->missing.isEmpty())
                value.missing = it->missing;
            if (it->count)
                value.count = value.count.value_or(0) + *it->count;
            else if (it->ratio)
                value.ratio = add(value.ratio.value_or(Ratio()), *it->ratio);
            else if (it->change && !it->change->ofRate)
                value.change = WordingChange{
                    .now = {.numerator = (value.change ? value.change->now.numerator : 0) + it->change->now.numerator,
                            .denominator = 1},
                    .before = {.numerator =
                                   (value.change ? value.change->before.numerator : 0) + it->change->before.numerator,
                               .denominator = 1}};
            else if (it->change)
                value.change =
                    WordingChange{.now = add(value.change.value_or(WordingChange()).now, it->change->now),
                                  .before = add(value.change.value_or(WordingChange()).before, it->change->before),
                                  .ofRate = true};
            else if (it.key() == u"unit")
                value.text = value.text.isEmpty() || value.text == it->text ? it->text : u"件"_s;
            else if (it->figure)
                value.text = u"—"_s; // a mean of means says nothing
            else if (it->text == u"—")
                unknown.append(it.key());
        }
    }
    for (const QString &key : std::as_const(unknown))
        sum.insert(key, word(u"—"_s));
    return sum;
}

WordingScope departmentTotal(const QList<BulletinRow> &rows, const Statistics &figures)
{
    WordingScope total = sumOf(rows);
    const QStringList ofTheLead{u"reached"_s,      u"rated"_s,        u"follow_up_due"_s,    u"tried"_s,
                                u"satisfied"_s,    u"dissatisfied"_s, u"solved"_s,           u"follow_up_rate"_s,
                                u"reached_rate"_s, u"solved_rate"_s,  u"satisfaction_rate"_s};
    const WordingScope office = officeWords(figures);
    for (const QString &name : ofTheLead)
        total.insert(name, office.value(name));
    total.insert(u"led"_s, word(figures.dispatched.handling.mean.count, FigureKey{.measure = Measure::Led}));
    total.insert(
        handlingWords(figures.dispatched.handling, {.measure = Measure::Led}, {.measure = Measure::EnterpriseLed}));
    return total;
}

void addChanges(WordingScope &words, const WordingScope &before, const QString &suffix)
{
    WordingScope changes;
    for (auto it = words.cbegin(); it != words.cend(); ++it) {
        const WordingValue then = before.value(it.key());
        if (it->count) {
            changes.insert(it.key() + suffix,
                           word(WordingChange{.now = {.numerator = *it->count, .denominator = 1},
                                              .before = {.numerator = then.count.value_or(0), .denominator = 1}},
                                it->figure));
        } else if (it->ratio) {
            WordingValue value = word(
                WordingChange{.now = *it->ratio, .before = then.ratio.value_or(Ratio()), .ofRate = true}, it->figure);
            value.missing = it->missing;
            changes.insert(it.key() + suffix, value);
        }
    }
    words.insert(changes);
}

void addChanges(QList<BulletinRow> &rows, const QList<BulletinRow> &before, const QString &suffix)
{
    for (BulletinRow &row : rows) {
        const BulletinRow *then = rowOf(before, row);
        addChanges(row.words, then ? then->words : WordingScope(), suffix);
        addChanges(row.children, then ? then->children : QList<BulletinRow>(), suffix);
    }
}

} // namespace huiyin
