// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QtGlobal>

#include <functional>
#include <optional>
#include <vector>

namespace huiyin {

// A page of one of the trees of an SQLite file, read byte by byte by the published form of the file: whatever stands in
// it, nothing is read beyond it.
struct TreePage
{
    enum class Kind : quint8 {
        Other, // of no tree, or not readable
        TableLeaf,
        TableInterior,
        IndexLeaf,
        IndexInterior,
    };

    Kind kind = Kind::Other;
    std::vector<int> cells{};        // where each begins, in the order of their keys
    std::vector<quint32> children{}; // of an interior page, in order: one more than cells

    [[nodiscard]] bool isInterior() const { return kind == Kind::TableInterior || kind == Kind::IndexInterior; }

    // `number`: from 1, which has the header of the file in front. `usable`: bytes of a page without the reserved ones.
    // nullopt: it is no page of a tree, or contradicts itself.
    static std::optional<TreePage> read(const QByteArray &page, quint32 number, int usable);
};

// One value of a row as it is stored; `bytes` of texts and blobs lie in the row's payload.
struct StoredValue
{
    enum class Kind : quint8 { Null, Integer, Real, Text, Blob };
    Kind kind = Kind::Null;
    qint64 integer = 0;
    QByteArrayView bytes{};
};

// A row, or an entry of an index.
struct StoredRow
{
    StoredRow() = default;
    StoredRow(StoredRow &&) noexcept = default;
    StoredRow &operator=(StoredRow &&) noexcept = default;
    StoredRow(const StoredRow &) = delete; // its values point into its payload
    StoredRow &operator=(const StoredRow &) = delete;

    qint64 rowId = 0; // of a table's
    QByteArray payload{};
    std::vector<StoredValue> values{};
};

// The number of the row that a cell of a table's leaf, or the key of a table's interior page, is of.
std::optional<qint64> rowIdAt(const QByteArray &page, TreePage::Kind kind, int offset, int usable);

// The row of a cell with what it has on overflow pages. `pageOf` gives a page of that number that may be one; empty:
// none. nullopt: it can't be had whole.
std::optional<StoredRow> rowAt(const QByteArray &page, TreePage::Kind kind, int offset, int usable,
                               const std::function<QByteArray(quint32)> &pageOf);

quint32 bigEndian32(const QByteArray &bytes, qsizetype offset); // 0 beyond its end

} // namespace huiyin
