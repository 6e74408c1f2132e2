// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/RowChoice.h"

#include "bulletin/Composer.h"
#include "domain/Json.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

qint64 countOf(const BulletinRow &row, const QString &name)
{
    return row.words.value(name).count.value_or(0);
}

// What has no base comes after what has one; a/b against c/d without dividing.
std::strong_ordering compared(const WordingValue &a, const WordingValue &b)
{
    if (a.count && b.count)
        return *a.count <=> *b.count;
    const Ratio left = a.ratio.value_or(Ratio());
    const Ratio right = b.ratio.value_or(Ratio());
    return left.numerator * right.denominator <=> right.numerator * left.denominator;
}

bool isUndefined(const WordingValue &value)
{
    return !value.count && (!value.ratio || value.ratio->denominator == 0);
}

void sortBy(QList<BulletinRow> &rows, const QString &name, bool ascending)
{
    for (const BulletinRow &row : std::as_const(rows)) {
        const auto found = row.words.constFind(name);
        if (found == row.words.cend() || !(found->count || found->ratio) || !found->missing.isEmpty())
            throw LayoutError(u"by: "_s + name);
    }
    std::ranges::stable_sort(rows, [&](const BulletinRow &a, const BulletinRow &b) {
        const WordingValue left = a.words.value(name);
        const WordingValue right = b.words.value(name);
        if (isUndefined(left) || isUndefined(right))
            return !isUndefined(left) && isUndefined(right);
        const auto order = compared(left, right);
        return ascending ? order < 0 : order > 0;
    });
}

// 0: where it stands, 1: near the end, 2: 未分类, 3: 其他.
int lateness(const BulletinRow &row, const QStringList &last)
{
    return isOther(row.name) ? 3 : row.name == uncategorised() ? 2 : last.contains(row.name) ? 1 : 0;
}

void sortRows(const QJsonObject &block, QList<BulletinRow> &rows)
{
    if (block[u"order"].toString() == u"catalogue")
        std::ranges::stable_sort(rows, {}, &BulletinRow::place);
    if (block[u"order"].toString() == u"grade")
        std::ranges::stable_sort(rows, {}, &BulletinRow::grade);
    if (block.contains(u"by"))
        sortBy(rows, block[u"by"].toString(), block[u"ascending"].toBool());
    const QStringList last = stringList(block[u"last"]);
    if (block[u"order"].toString() != u"grade")
        std::ranges::stable_sort(rows, {}, [&last](const BulletinRow &row) { return lateness(row, last); });
    QStringList groups = stringList(block[u"group_order"]);
    if (!groups.isEmpty() || block.contains(u"subtotal")) {
        if (block.contains(u"subtotal")) { // what is summed up stands together
            for (const BulletinRow &row : std::as_const(rows)) {
                if (!groups.contains(row.group))
                    groups.append(row.group);
            }
        }
        std::ranges::stable_sort(rows, {}, [&groups](const BulletinRow &row) {
            const qsizetype at = groups.indexOf(row.group);
            return at < 0 ? groups.size() : at;
        });
    }
}

QString namesOf(const QStringList &names)
{
    return names.size() < 2 ? names.join(QString())
                            : QString(names.first(names.size() - 1).join(u'、') + u'和' + names.last());
}

} // namespace

RowChoice chosenRows(const QJsonObject &block, QList<BulletinRow> rows)
{
    sortRows(block, rows);
    if (const QString only = block[u"only"].toString(); !only.isEmpty()) {
        rows.removeIf([&only](const BulletinRow &row) {
            if (!row.words.contains(only))
                throw LayoutError(u"only: "_s + only);
            return countOf(row, only) == 0;
        });
    }
    const qsizetype limit = block[u"limit"].toInt(static_cast<int>(rows.size()));
    const qint64 least = block[u"least"].toInteger();
    RowChoice choice;
    QList<BulletinRow> small;
    for (const BulletinRow &row : std::as_const(rows)) {
        const bool isSmall = least > 0 && (countOf(row, u"count"_s) < least || isOther(row.name));
        (isSmall ? small : choice.listed).append(row);
    }
    const bool merges =
        small.size() > 1 && std::ranges::any_of(small, [](const BulletinRow &row) { return !isOther(row.name); });
    if (!merges) {
        choice.listed = rows;
        small.clear();
    }
    if (choice.listed.size() > limit) {
        choice.others = choice.listed.sliced(limit);
        choice.listed.resize(limit);
    }
    choice.others += small;
    if (block.contains(u"rest") && choice.others.size() == 1)
        choice.listed.append(choice.others.takeFirst());
    return choice;
}

std::optional<BulletinRow> othersTogether(const QJsonObject &block, const RowChoice &choice,
                                          const BulletinRowSource &source)
{
    if (choice.others.isEmpty())
        return std::nullopt;
    BulletinRow row = source.together(choice.others);
    QStringList names;
    for (const BulletinRow &other : choice.others) {
        if (!isOther(other.name))
            names.append(other.name);
    }
    if (names.isEmpty())
        names.append(choice.others.first().name);
    names = names.first(qMin<qsizetype>(names.size(), qMax(1, block[u"rest_names"].toInt(3))));
    QStringList plain = names;
    for (QString &name : plain) {
        if (name.endsWith(u"问题"))
            name.chop(2);
    }
    row.words.insert(u"names"_s, word(namesOf(names)));
    row.words.insert(u"plain_names"_s, word(namesOf(plain)));
    row.words.insert(u"kinds"_s, word(choice.others.size()));
    return row;
}

void balanceShares(QList<BulletinRow *> rows, const BlockStyle &style)
{
    if (style.balance == Balance::None)
        return;
    QList<Ratio> shares;
    for (const BulletinRow *row : std::as_const(rows)) {
        const auto share = row->words.value(u"share"_s).ratio;
        if (!share || share->denominator == 0)
            return;
        shares.append(*share);
    }
    const QList<qint64> units = balancedUnits(shares, style);
    for (qsizetype i = 0; i < rows.size(); ++i)
        rows[i]->words[u"share"_s].shareUnits = units[i];
}

} // namespace huiyin
