// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/ListWording.h"

#include "bulletin/Composer.h"
#include "bulletin/GradeRule.h"
#include "bulletin/HeadingNumbers.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace huiyin {

WordingScope listSummary(const RowChoice &choice)
{
    const auto countOf = [](const QList<BulletinRow> &rows) {
        qint64 sum = 0;
        for (const BulletinRow &row : rows)
            sum += row.words.value(u"count"_s).count.value_or(0);
        return sum;
    };
    const qint64 listed = countOf(choice.listed);
    WordingScope summary{{u"items"_s, word(choice.listed.size())},
                         {u"listed"_s, word(listed)},
                         {u"all"_s, word(listed + countOf(choice.others))}};
    Ratio share;
    for (const BulletinRow &row : choice.listed) {
        const Ratio own = row.words.value(u"share"_s).ratio.value_or(Ratio());
        share = {.numerator = share.numerator + own.numerator, .denominator = own.denominator};
    }
    summary.insert(u"listed_share"_s, word(share));
    return summary;
}

QList<BulletinSpan> ListWording::expand(const Frame &frame, const QString &sentence, const WordingScopes &scopes) const
{
    return frame.wording.expand(sentence, scopes + frame.outer + WordingScopes{&m_source.all().facts.words});
}

// "prefix item separator item … suffix"; nothing at all when there is no item.
QList<BulletinSpan> ListWording::join(const Frame &frame, const QList<QList<BulletinSpan>> &items,
                                      const WordingScopes &scopes) const
{
    QList<BulletinSpan> spans;
    if (items.isEmpty())
        return spans;
    const QString separator = frame.part[u"separator"].toString(u"；"_s);
    const QString last = frame.part[u"last_separator"].toString(separator);
    spans += expand(frame, frame.part[u"prefix"].toString(), scopes);
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (i > 0)
            spans += expand(frame, i + 1 == items.size() ? last : separator, scopes);
        spans += items[i];
    }
    spans += expand(frame, frame.part[u"suffix"].toString(), scopes);
    return spans;
}

QList<BulletinSpan> ListWording::list(const QJsonObject &part) const
{
    const Frame frame{.part = part, .wording = Wording(styleOf(part, m_above)), .outer = {}};
    const WordingScope own{{u"unit"_s, word(frame.wording.block().unit)}};
    const Frame withUnit{.part = part, .wording = frame.wording, .outer = {&own}};
    const QString each = part[u"each"].toString();
    if (each == u"channels")
        return channelList(withUnit);
    QList<BulletinRow> rows = m_source.rows(each, part);
    if (each == u"departments")
        gradeRows(rows, part, m_source.all().grade, m_source.all().rates, frame.wording);
    return rowList(withUnit, rows);
}

// A list within an item: sub-categories, the types of a topic.
QList<BulletinSpan> ListWording::nested(const Frame &frame, const QJsonObject &part, const QList<BulletinRow> &rows,
                                        const WordingScopes &scopes) const
{
    return rowList(
        {.part = part, .wording = Wording(styleOf(part, frame.wording.block())), .outer = scopes + frame.outer}, rows);
}

std::optional<BulletinRow> ListWording::balanced(const Frame &frame, RowChoice &choice) const
{
    std::optional<BulletinRow> rest;
    if (frame.part.contains(u"rest"))
        rest = othersTogether(frame.part, choice, m_source);
    QList<BulletinRow *> printed;
    for (BulletinRow &row : choice.listed)
        printed.append(&row);
    if (rest)
        printed.append(&*rest);
    balanceShares(printed, frame.wording.block());
    return rest;
}

QList<BulletinSpan> ListWording::rowList(const Frame &frame, const QList<BulletinRow> &rows) const
{
    RowChoice choice = chosenRows(frame.part, rows);
    const std::optional<BulletinRow> rest = balanced(frame, choice);
    QList<QList<BulletinSpan>> items;
    for (qsizetype i = 0; i < choice.listed.size(); ++i)
        items.append(rowItem(frame, choice.listed[i], i));
    if (rest)
        items.append(expand(frame, frame.part[u"rest"].toString(), {&rest->words}));
    const WordingScope summary = listSummary(choice);
    return join(frame, items, {&summary});
}

QList<BulletinSpan> ListWording::rowItem(const Frame &frame, const BulletinRow &row, qsizetype place) const
{
    WordingScope scope = row.words;
    scope.insert(u"ordinal"_s, word(chineseNumber(place + 1)));
    scope.insert(u"n"_s, word(QString::number(place + 1)));
    scope.insert(u"children"_s, word(QList<BulletinSpan>()));
    // What stands below may speak of what it is below of.
    for (const QString &list : {u"children"_s, u"types"_s}) {
        if (frame.part.contains(list) && !row.children.isEmpty())
            scope.insert(list, word(nested(frame, frame.part[list].toObject(), row.children, {&scope})));
    }
    scope.insert(u"also"_s, word(also(frame, scope)));
    return expand(frame, frame.part[u"item"].toString(), {&scope});
}

// What is said of some rows only: ，超期{overdue}件 of those that have any.
QList<BulletinSpan> ListWording::also(const Frame &frame, const WordingScope &row) const
{
    QList<BulletinSpan> spans;
    const QJsonArray parts = frame.part[u"also"].toArray();
    for (const auto &part : parts) {
        if (m_source.all().facts.holds(part[u"when"_s].toString(), &row))
            spans += expand(frame, part[u"text"_s].toString(), {&row});
    }
    return spans;
}

} // namespace huiyin
