// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of channels: several in one sentence, how far their matters are, their boards and types.
#include "bulletin/ListWording.h"

#include "bulletin/Composer.h"
#include "bulletin/HeadingNumbers.h"
#include "domain/Json.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

qint64 countOf(const WordingScope &words, const QString &name)
{
    return words.value(name).count.value_or(0);
}

} // namespace

// How far a channel's matters are, from the layout's own words for all, for one and for part.
QList<BulletinSpan> ListWording::statusOf(const Frame &frame, const WordingScope &scope, qsizetype names) const
{
    const QJsonObject status = frame.part[u"status"].toObject();
    QString words = status[u"part"].toString();
    if (countOf(scope, u"open"_s) == 0) {
        words = status[u"all"].toString();
        if (names == 1 && status.contains(u"all_single"))
            words = status[u"all_single"].toString();
        if (countOf(scope, u"received"_s) == 1 && status.contains(u"all_one"))
            words = status[u"all_one"].toString();
    }
    return expand(frame, words, {&scope});
}

QList<BulletinSpan> ListWording::channelList(const Frame &frame) const
{
    // Named ones are meant whether they count into the total or not.
    QJsonObject wanted = frame.part;
    if (wanted.contains(u"names"))
        wanted.remove(u"filter"_s);
    else if (wanted[u"filter"].toString() != u"written")
        wanted.insert(u"filter"_s, u"in_total"_s);
    RowChoice choice = chosenRows(frame.part, m_source.rows(u"channels"_s, wanted));
    const std::optional<BulletinRow> rest = balanced(frame, choice);
    const WordingScope summary = listSummary(choice);
    QList<QList<BulletinSpan>> items;
    const QJsonArray groups = frame.part[u"groups"].toArray();
    for (const auto &group : groups) {
        const QList<BulletinSpan> item = channelGroup(frame, group.toObject(), choice.listed);
        if (!item.isEmpty())
            items.append(item);
    }
    for (const BulletinRow &row : std::as_const(choice.listed))
        items.append(channelItem(frame, row, items.size()));
    if (rest)
        items.append(expand(frame, frame.part[u"rest"].toString(), {&rest->words}));
    return join(frame, items, {&summary});
}

// Several channels in one sentence, with their sum; they are taken out of the list.
QList<BulletinSpan> ListWording::channelGroup(const Frame &frame, const QJsonObject &group,
                                              QList<BulletinRow> &rows) const
{
    const QStringList names = stringList(group[u"names"]);
    QStringList quoted;
    QList<BulletinRow> members;
    for (const QString &name : names) {
        const auto found = std::ranges::find(rows, name, &BulletinRow::name);
        if (found == rows.end())
            continue;
        quoted.append(u'《' + name + u'》');
        members.append(*found);
        rows.erase(found);
    }
    if (quoted.isEmpty())
        return {};
    // The sum of several rows has no one list behind it.
    WordingScope scope = members.size() > 1 ? m_source.together(members).words : members.first().words;
    scope.insert(u"names"_s, word(quoted.join(u'、')));
    scope.insert(u"together"_s, word(quoted.size() > 1 ? u"共"_s : QString()));
    scope.insert(u"status"_s, word(statusOf(frame, scope, quoted.size())));
    return expand(frame, group[u"item"].toString(), {&scope});
}

QList<BulletinSpan> ListWording::channelItem(const Frame &frame, const BulletinRow &row, qsizetype place) const
{
    const QJsonObject &part = frame.part;
    const CodeTables &tables = m_source.all().tables;
    const auto channels = partedChannels(m_source.all().figures);
    const auto channel = std::ranges::find_if(
        channels, [&row](const ChannelFigures &one) { return one.id.value() == row.id && one.inTotal == row.inTotal; });
    WordingScope scope = row.words;
    scope.insert(u"ordinal"_s, word(chineseNumber(place + 1)));
    scope.insert(u"n"_s, word(QString::number(place + 1)));
    if (part.contains(u"status"))
        scope.insert(u"status"_s, word(statusOf(frame, scope, 1)));
    if (part.contains(u"types"))
        scope.insert(u"types"_s, word(nested(frame, part[u"types"].toObject(), row.children, {&scope})));
    QList<QList<BulletinSpan>> children;
    const QJsonObject child = part[u"children"].toObject();
    if (!child.isEmpty()) {
        QList<ChannelFigures> boards = channel->children;
        std::ranges::stable_sort(boards, {}, [&tables](const ChannelFigures &board) {
            return std::ranges::find(tables.channels, std::optional(board.id), &Channel::id) - tables.channels.begin();
        });
        for (const ChannelFigures &board : std::as_const(boards)) {
            WordingScope boardWords = channelWords(board);
            boardWords.insert(ratesOf(m_source.all().rates, {&boardWords}));
            children.append(expand(frame, child[u"item"].toString(), {&boardWords}));
        }
    }
    const Frame below{.part = child, .wording = frame.wording, .outer = frame.outer};
    scope.insert(u"children"_s, word(join(below, children, {})));
    scope.insert(u"also"_s, word(also(frame, scope)));
    const bool special = place == 0 && part.contains(u"first");
    return expand(frame, part[special ? u"first"_s : u"item"_s].toString(), {&scope});
}

} // namespace huiyin
