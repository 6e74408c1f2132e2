// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/PageOwners.h"

#include "domain/Progress.h"
#include "storage/DamagedPages.h"
#include "storage/StorageError.h"
#include "storage/TableList.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr quint32 often = 2048; // pages between two looks at whether to go on

bool isTableKind(TreePage::Kind kind)
{
    return kind == TreePage::Kind::TableLeaf || kind == TreePage::Kind::TableInterior;
}

bool isIndexKind(TreePage::Kind kind)
{
    return kind == TreePage::Kind::IndexLeaf || kind == TreePage::Kind::IndexInterior;
}

} // namespace

PageOwners::PageOwners(const DamagedPages &pages, const std::vector<TableShape> &shapes, const Progress &progress)
    : m_pages(pages)
    , m_shapes(shapes)
    , m_kinds(size_t{pages.count()} + 1, TreePage::Kind::Other)
    , m_parents(size_t{pages.count()} + 1, 0)
{
    Q_ASSERT(shapes.size() <= mostShapes);
    findTrees(progress);
    compare(progress);
}

void PageOwners::findTrees(const Progress &progress)
{
    for (quint32 number = 1; number <= m_pages.count(); ++number) {
        if (number % often == 0)
            stopIfCancelled(progress);
        if (m_pages.isFree(number))
            continue;
        const QByteArray bytes = m_pages.page(number);
        if (bytes.count('\0') == bytes.size())
            ++m_lost;
        const auto tree = TreePage::read(bytes, number, m_pages.usable());
        if (!tree)
            continue;
        // What points to where no page can be, or twice to one, is none.
        std::vector<quint32> children = tree->children;
        std::ranges::sort(children);
        if (std::ranges::adjacent_find(children) != children.end() || std::ranges::any_of(children, [&](quint32 child) {
                return child < 2 || child > m_pages.count() || child == number || m_pages.isFree(child);
            })) {
            continue;
        }
        m_kinds.at(number) = tree->kind;
        for (const quint32 child : children) {
            if (m_parents.at(child) == 0)
                m_parents.at(child) = number;
        }
        if (tree->kind == TreePage::Kind::TableLeaf)
            findRoots(number, bytes, *tree);
    }
    // A table's page has a table's pages below it.
    for (quint32 number = 1; number <= m_pages.count(); ++number) {
        quint32 &parent = m_parents.at(number);
        if (parent != 0 && kind(number) != TreePage::Kind::Other
            && isTableKind(kind(number)) != isTableKind(kind(parent))) {
            parent = 0;
        }
    }
}

void PageOwners::findRoots(quint32 page, const QByteArray &bytes, const TreePage &tree)
{
    const QList<TableListEntry> list = tableListOn(bytes, tree, m_pages.usable(), [this](quint32 number) {
        return m_pages.isFree(number) ? QByteArray() : m_pages.page(number);
    });
    for (const TableListEntry &entry : list) {
        const auto shape = std::ranges::find(m_shapes, entry.name, &TableShape::name);
        if (shape != m_shapes.end() && entry.root > 1 && entry.root <= m_pages.count())
            m_roots.try_emplace(entry.root, static_cast<size_t>(shape - m_shapes.begin()));
    }
    if (!list.isEmpty())
        m_roots.try_emplace(page, m_shapes.size() - 1);
}

quint32 PageOwners::topOf(quint32 page) const
{
    constexpr int deepest = 24; // no tree of SQLite's goes deeper
    for (int level = 0; level < deepest; ++level) {
        const quint32 parent = m_parents.at(page);
        if (parent == 0 || m_roots.contains(page))
            return page;
        page = parent;
    }
    return 0;
}

void PageOwners::compare(const Progress &progress)
{
    Shapes byRows;
    for (size_t i = 0; i < m_shapes.size(); ++i)
        byRows.set(i, m_shapes[i].isTree);
    Shapes byKeys = ~byRows;
    for (size_t i = m_shapes.size(); i < mostShapes; ++i)
        byKeys.reset(i);
    for (quint32 number = 1; number <= m_pages.count(); ++number) {
        if (number % often == 0)
            stopIfCancelled(progress);
        const bool isTable = isTableKind(kind(number));
        if (!isTable && !isIndexKind(kind(number)))
            continue;
        const quint32 top = topOf(number);
        const auto [entry, isNew] = m_trees.try_emplace(top);
        Tree &tree = entry->second;
        if (isNew) {
            const auto root = m_roots.find(top);
            tree.isKnown = root != m_roots.end() && m_shapes[root->second].isTree == isTable;
            if (tree.isKnown)
                tree.shapes.set(root->second);
            else
                tree.shapes = isTable ? byRows : byKeys;
        }
        ++tree.pages;
        if (tree.isKnown)
            continue;
        eachRow(number, [&](StoredRow &row) {
            Shapes left = tree.shapes;
            for (size_t i = 0; i < m_shapes.size(); ++i) {
                if (left.test(i) && !m_shapes[i].fits(row))
                    left.reset(i);
            }
            if (left.any()) // else it is a damaged row, by which the others aren't judged
                tree.shapes = left;
        });
    }
    // Where rows look alike, a root at the place that this program's scripts give it tells.
    Shapes taken;
    for (const auto &[page, shape] : m_roots)
        taken.set(shape);
    for (auto &[top, tree] : m_trees) {
        if (tree.shapes.count() < 2)
            continue;
        for (size_t i = 0; i < m_shapes.size(); ++i) {
            if (tree.shapes.test(i) && m_shapes[i].root == top && !taken.test(i)) {
                tree.shapes = Shapes().set(i);
                break;
            }
        }
    }
}

void PageOwners::decide(quint32 top, size_t shape)
{
    m_trees.at(top).shapes = Shapes().set(shape);
}

const TableShape *PageOwners::ownerOf(quint32 page) const
{
    const auto tree = m_trees.find(topOf(page));
    if (tree == m_trees.end() || tree->second.shapes.count() != 1)
        return nullptr;
    for (size_t i = 0; i < m_shapes.size(); ++i) {
        if (tree->second.shapes.test(i))
            return &m_shapes[i];
    }
    return nullptr;
}

void PageOwners::eachRow(quint32 page, const std::function<void(StoredRow &)> &visit,
                         const std::function<void(qint64)> &lost) const
{
    const QByteArray bytes = m_pages.page(page);
    const auto tree = TreePage::read(bytes, page, m_pages.usable());
    if (!tree || tree->kind == TreePage::Kind::TableInterior)
        return;
    // A page of a tree is nobody's second page.
    const auto pageOf = [this](quint32 number) {
        const bool may =
            number > 1 && number <= m_pages.count() && !m_pages.isFree(number) && kind(number) == TreePage::Kind::Other;
        return may ? m_pages.page(number) : QByteArray();
    };
    for (const int cell : tree->cells) {
        if (auto row = rowAt(bytes, tree->kind, cell, m_pages.usable(), pageOf))
            visit(*row);
        else if (lost && tree->kind == TreePage::Kind::TableLeaf)
            lost(rowIdAt(bytes, tree->kind, cell, m_pages.usable()).value_or(0));
    }
}

} // namespace huiyin
