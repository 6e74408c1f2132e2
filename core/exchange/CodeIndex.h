// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CodeTables.h"
#include "exchange/Tables.h"
#include "storage/CodeTableRepository.h"

#include <QHash>
#include <QList>
#include <QMultiHash>
#include <QSet>
#include <QString>

#include <algorithm>
#include <limits>
#include <numeric>
#include <type_traits>
#include <vector>

namespace huiyin {

// A tree is named by the path of its nodes: 水、电、气/停水.
template <class Entry>
inline constexpr bool isTree = std::is_same_v<Entry, Category> || std::is_same_v<Entry, Area>;

template <class Entry>
using EntryId = typename decltype(Entry::id)::value_type;

// A name or a path as it is looked up. Full-width ／ parts levels too; "" when a level of the path is empty.
template <class Entry>
QString entryKey(const QString &name)
{
    if constexpr (isTree<Entry>) {
        QString text = name;
        QStringList levels = text.replace(u'／', u'/').split(u'/');
        for (QString &level : levels) {
            level = level.simplified();
            if (level.isEmpty())
                return {};
        }
        return levels.join(u'/');
    } else {
        return name.simplified();
    }
}

// The entries of one code table while an import runs: found by name, added and replaced through the repository.
template <class Entry>
class CodeIndex
{
public:
    using IdType = EntryId<Entry>;

    enum class Match {
        Found,
        None,
        Several, // a short name or an alias that more than one department bears
        InError, // its own row was refused; whoever names it has been told enough
    };
    struct Lookup
    {
        Match match = Match::None;
        qsizetype index = -1;
    };

    CodeIndex(TableKind kind, const CodeTableRepository &repository, const QList<Entry> &entries)
        : m_kind(kind)
        , m_repository(repository)
        , m_stored(entries.size())
    {
        QHash<IdType, const Entry *> byId;
        for (const Entry &entry : entries)
            byId.insert(*entry.id, &entry);
        for (const Entry &entry : entries)
            append(entry, entryKey<Entry>(nameIn(byId, entry)));
    }

    [[nodiscard]] TableKind kind() const { return m_kind; }
    [[nodiscard]] const QList<Entry> &entries() const { return m_entries; }
    [[nodiscard]] const Entry &entry(qsizetype index) const { return m_entries[index]; }
    [[nodiscard]] qsizetype indexOf(std::optional<IdType> id) const { return id ? m_byId.value(*id, -1) : -1; }
    [[nodiscard]] bool isStored(qsizetype index) const { return index < m_stored; } // before this import

    // By the name itself only, as a row of the table names it.
    [[nodiscard]] qsizetype indexOfKey(const QString &key) const { return m_byKey.value(key, -1); }

    // By the name, and for a department by its short name and its aliases too.
    [[nodiscard]] Lookup find(const QString &key) const
    {
        if (const qsizetype index = indexOfKey(key); index >= 0)
            return {.match = Match::Found, .index = index};
        const QList<qsizetype> others = m_byOther.values(key);
        if (others.size() == 1)
            return {.match = Match::Found, .index = others.first()};
        if (others.size() > 1)
            return {.match = Match::Several};
        if (m_allInError || m_inError.contains(key))
            return {.match = Match::InError};
        return {};
    }

    // A row of another table has it.
    void markUsed(qsizetype index) { m_rows[static_cast<size_t>(index)].used = true; }
    // It was there before this import, and no row has a word for it.
    [[nodiscard]] bool isUntold(qsizetype index) const
    {
        const Rows &rows = m_rows[static_cast<size_t>(index)];
        return isStored(index) && !rows.used && rows.place() == noRow;
    }

    void markInError(const QString &key) { m_inError.insert(key); }
    void markAllInError() { m_allInError = true; }

    // Adds an entry at the end of the table.
    qsizetype add(Entry entry, const QString &key)
    {
        entry.id = m_repository.save(entry);
        append(entry, key);
        return m_entries.size() - 1;
    }

    // The node with this path, with the nodes above it; those that are missing are added and counted.
    qsizetype addPath(const QString &key, qint64 &added, qint64 row = noRow)
    {
        std::optional<IdType> parent;
        qsizetype index = -1;
        qsizetype end = 0;
        while (end >= 0) {
            end = key.indexOf(u'/', end);
            const QString path = end < 0 ? key : key.first(end);
            if (end >= 0)
                ++end;
            index = indexOfKey(path);
            if (index < 0) {
                index = add(Entry{.parent = parent, .name = path.sliced(path.lastIndexOf(u'/') + 1)}, path);
                ++added;
            }
            if (end >= 0)
                m_rows[static_cast<size_t>(index)].passedThrough(row);
            parent = entry(index).id;
        }
        return index;
    }

    void replace(qsizetype index, const Entry &entry)
    {
        m_repository.save(entry);
        for (const QString &name : otherNames(m_entries[index]))
            m_byOther.remove(name, index);
        m_entries[index] = entry;
        for (const QString &name : otherNames(entry))
            m_byOther.insert(name, index);
    }

    // Whether the entry would come to lie below itself under this parent.
    [[nodiscard]] bool isBelow(std::optional<IdType> parent, qsizetype index) const
    {
        for (qsizetype depth = 0; parent && depth <= m_entries.size(); ++depth) {
            const qsizetype above = indexOf(parent);
            if (above == index)
                return true;
            parent = above < 0 ? std::nullopt : m_entries[above].parent;
        }
        return false;
    }

    // Where the entry has its own row in the imported table.
    void setRow(qsizetype index, qint64 row)
    {
        Rows &rows = m_rows[static_cast<size_t>(index)];
        rows.own = std::min(rows.own, row);
    }

    [[nodiscard]] bool hasRow(qsizetype index) const { return m_rows[static_cast<size_t>(index)].own != noRow; }

    // The order of the imported rows becomes the order of the table: for all of them in a case file that nobody has
    // used yet, else for the new ones, after those that were there.
    void order(bool all)
    {
        std::vector<qsizetype> places(static_cast<size_t>(m_entries.size()));
        std::iota(places.begin(), places.end(), qsizetype{0});
        const auto begin = all ? places.begin() : places.begin() + m_stored;
        std::stable_sort(begin, places.end(), [this](qsizetype a, qsizetype b) {
            return m_rows[static_cast<size_t>(a)].place() < m_rows[static_cast<size_t>(b)].place();
        });
        if (std::is_sorted(places.begin(), places.end()))
            return;
        QList<IdType> ids;
        for (const qsizetype index : places)
            ids.append(*m_entries[index].id);
        m_repository.reorder(ids);
    }

private:
    static constexpr qint64 noRow = std::numeric_limits<qint64>::max();

    struct Rows
    {
        qint64 own = noRow;
        qint64 firstBelow = noRow; // of a node below it; counts only while it has no row of its own
        bool used = false;
        void passedThrough(qint64 row) { firstBelow = std::min(firstBelow, row); }
        [[nodiscard]] qint64 place() const { return own != noRow ? own : firstBelow; }
    };

    // The name, or the path in a tree, which is bounded in case the tree is damaged.
    static QString nameIn(const QHash<IdType, const Entry *> &byId, const Entry &entry)
    {
        QString name = entry.name;
        if constexpr (isTree<Entry>) {
            const Entry *above = entry.parent ? byId.value(*entry.parent) : nullptr;
            for (qsizetype depth = 0; above && depth < byId.size(); ++depth) {
                name = above->name + u'/' + name;
                above = above->parent ? byId.value(*above->parent) : nullptr;
            }
        }
        return name;
    }

    static QStringList otherNames(const Entry &entry)
    {
        if constexpr (std::is_same_v<Entry, Department>) {
            QStringList names = entry.aliases;
            names.append(entry.shortName);
            for (QString &name : names)
                name = name.simplified();
            names.removeAll(QString());
            names.removeDuplicates();
            return names;
        } else {
            return {};
        }
    }

    void append(const Entry &entry, const QString &key)
    {
        const qsizetype index = m_entries.size();
        m_entries.append(entry);
        m_rows.emplace_back();
        m_byId.insert(*entry.id, index);
        m_byKey.insert(key, index);
        for (const QString &name : otherNames(entry))
            m_byOther.insert(name, index);
    }

    TableKind m_kind;
    const CodeTableRepository &m_repository;
    qsizetype m_stored;
    QList<Entry> m_entries;
    std::vector<Rows> m_rows; // beside m_entries
    QHash<IdType, qsizetype> m_byId;
    QHash<QString, qsizetype> m_byKey;
    QMultiHash<QString, qsizetype> m_byOther;
    QSet<QString> m_inError;
    bool m_allInError = false;
};

} // namespace huiyin
