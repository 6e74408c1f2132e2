// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/TableShape.h"
#include "storage/TreePage.h"

#include <bitset>
#include <functional>
#include <unordered_map>
#include <vector>

namespace huiyin {

class DamagedPages;
class Progress;

// Which page of a damaged file belongs to which table: by the interior pages that are left and the roots in the list of
// tables; where those are lost, by what the rows look like. Keeps a few bytes for each page.
class PageOwners
{
public:
    static constexpr size_t mostShapes = 256;
    using Shapes = std::bitset<mostShapes>; // by their places in the list of shapes

    // What hangs together: from a root, or from a page whose parent is lost.
    struct Tree
    {
        Shapes shapes{}; // whose it may be
        bool isKnown = false;
        quint32 pages = 0;
    };

    // All of them outlive it. Throws StorageError, Cancelled.
    PageOwners(const DamagedPages &pages, const std::vector<TableShape> &shapes, const Progress &progress);

    [[nodiscard]] TreePage::Kind kind(quint32 page) const { return m_kinds.at(page); }
    [[nodiscard]] quint32 topOf(quint32 page) const; // the page itself when it has no parent; 0: it runs in a circle
    [[nodiscard]] const std::unordered_map<quint32, Tree> &trees() const { return m_trees; }
    void decide(quint32 top, size_t shape);
    // The only one that it can be; nullptr: several, or none.
    [[nodiscard]] const TableShape *ownerOf(quint32 page) const;

    // Every row of a page that can be had; what can't is told by `lost` with its number.
    void eachRow(quint32 page, const std::function<void(StoredRow &)> &visit,
                 const std::function<void(qint64)> &lost = {}) const;
    [[nodiscard]] quint32 lostPages() const { return m_lost; } // that are zeros, or can't be read

private:
    void findTrees(const Progress &progress);
    void findRoots(quint32 page, const QByteArray &bytes, const TreePage &tree);
    void compare(const Progress &progress);

    const DamagedPages &m_pages;
    const std::vector<TableShape> &m_shapes;
    std::vector<TreePage::Kind> m_kinds;
    std::vector<quint32> m_parents;
    std::unordered_map<quint32, size_t> m_roots; // shapes by the pages of their roots
    std::unordered_map<quint32, Tree> m_trees;   // by their tops
    quint32 m_lost = 0;
};

} // namespace huiyin
