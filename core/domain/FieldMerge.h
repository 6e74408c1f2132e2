// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMap>
#include <QString>

#include <functional>
#include <optional>

namespace huiyin {

// Two people have changed one thing: what it was when the second began (base), what the first has saved meanwhile
// (theirs), and what the second wants to save (mine). Nothing of either is overwritten unless somebody says so.
enum class MergeSide { Theirs, Mine };

struct FieldDifference
{
    QString field{};
    bool changedByThem = false;
    bool changedByMe = false;

    // Where one side alone has changed something, its word stands; where both have, somebody must choose.
    [[nodiscard]] std::optional<MergeSide> proposed() const
    {
        if (changedByThem == changedByMe)
            return std::nullopt;
        return changedByThem ? MergeSide::Theirs : MergeSide::Mine;
    }

    bool operator==(const FieldDifference &) const = default;
};

// A field of T as it is compared and taken over.
template <class T>
struct MergeField
{
    QString name{};                                   // of the member
    std::function<bool(const T &, const T &)> same{}; // as far as it would be stored
    std::function<void(T &, const T &)> take{};       // of the second into the first
};

template <class T, class M>
MergeField<T> mergeField(const QString &name, M T::*member)
{
    return {.name = name,
            .same = [member](const T &a, const T &b) { return a.*member == b.*member; },
            .take = [member](T &into, const T &from) { into.*member = from.*member; }};
}

// Of a text that is tidied before it is stored: two that come to the same are the same.
template <class T, class Tidy>
MergeField<T> mergeField(const QString &name, QString T::*member, Tidy tidy)
{
    return {.name = name,
            .same = [member, tidy](const T &a, const T &b) { return tidy(a.*member) == tidy(b.*member); },
            .take = [member](T &into, const T &from) { into.*member = from.*member; }};
}

// The fields in which theirs and mine differ, in the order of `fields`.
template <class T>
QList<FieldDifference> differences(const QList<MergeField<T>> &fields, const T &base, const T &theirs, const T &mine)
{
    QList<FieldDifference> found;
    for (const MergeField<T> &field : fields) {
        if (!field.same(theirs, mine)) {
            found.append({.field = field.name,
                          .changedByThem = !field.same(base, theirs),
                          .changedByMe = !field.same(base, mine)});
        }
    }
    return found;
}

// Theirs, with mine where that was chosen.
template <class T>
T merged(const QList<MergeField<T>> &fields, const T &theirs, const T &mine, const QMap<QString, MergeSide> &chosen)
{
    T result = theirs;
    for (const MergeField<T> &field : fields) {
        if (chosen.value(field.name, MergeSide::Theirs) == MergeSide::Mine)
            field.take(result, mine);
    }
    return result;
}

// What of a text is not in another: the part between what both begin and what both end with, in UTF-16 units, never
// half a character.
struct TextSpan
{
    qsizetype start = 0;
    qsizetype length = 0;

    bool operator==(const TextSpan &) const = default;
};
TextSpan changedSpan(const QString &before, const QString &after);

} // namespace huiyin
