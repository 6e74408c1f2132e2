// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CodeTables.h"

#include <algorithm>
#include <vector>

namespace huiyin {

// The entries of a code table with those above each, looked up by id. Areas, categories and channels are trees.
class CodeTree
{
public:
    template <class T>
    explicit CodeTree(const QList<T> &list)
    {
        qint64 largest = 0;
        for (const T &entry : list)
            largest = std::max(largest, entry.id->value());
        m_chains.resize(static_cast<size_t>(largest) + 1);
        for (const T &entry : list) {
            auto &chain = m_chains[static_cast<size_t>(entry.id->value())];
            const T *node = &entry;
            // Bounded by the list's length, so that a damaged tree can't hang the program.
            for (qsizetype depth = 0; node && depth < list.size(); ++depth) {
                chain.push_back(node->id->value());
                node = findById(list, node->parent);
            }
        }
    }

    [[nodiscard]] qint64 largestId() const { return std::ssize(m_chains) - 1; }
    // The entry itself, its parent … the one at the top; empty for an id that there is not.
    [[nodiscard]] const std::vector<qint64> &chain(qint64 id) const
    {
        static const std::vector<qint64> none;
        return id > 0 && id <= largestId() ? m_chains[static_cast<size_t>(id)] : none;
    }
    [[nodiscard]] qint64 top(qint64 id) const { return chain(id).empty() ? 0 : chain(id).back(); }
    // Whether an entry is another one or below it.
    [[nodiscard]] bool isBelow(qint64 id, qint64 above) const { return std::ranges::count(chain(id), above) > 0; }
    // It and all below it.
    [[nodiscard]] QList<qint64> below(qint64 above) const
    {
        QList<qint64> ids;
        for (qint64 id = 1; id <= largestId(); ++id) {
            if (isBelow(id, above))
                ids.append(id);
        }
        return ids;
    }

private:
    std::vector<std::vector<qint64>> m_chains;
};

} // namespace huiyin
