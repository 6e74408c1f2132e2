// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/TreePage.h"

#include <QSet>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace huiyin {

namespace {

int bigEndian16(const QByteArray &bytes, qsizetype offset)
{
    if (offset < 0 || offset + 2 > bytes.size())
        return 0;
    return qFromBigEndian<quint16>(bytes.constData() + offset);
}

// SQLite's numbers of one to nine bytes; steps over it. nullopt: it goes beyond `end`.
std::optional<quint64> variable(const QByteArray &bytes, qsizetype &at, qsizetype end)
{
    constexpr int longest = 9;
    quint64 value = 0;
    for (int i = 0; i < longest; ++i) {
        if (at >= end)
            return std::nullopt;
        const auto byte = static_cast<quint8>(bytes.at(at++));
        if (i == longest - 1)
            return value << 8U | byte;
        value = value << 7U | (byte & 0x7FU);
        if (byte < 0x80)
            return value;
    }
    return std::nullopt;
}

qint64 signedNumber(const char *bytes, int size)
{
    quint64 value = static_cast<quint8>(bytes[0]) >= 0x80 ? ~quint64{0} : 0;
    for (int i = 0; i < size; ++i)
        value = value << 8U | static_cast<quint8>(bytes[i]);
    return static_cast<qint64>(value);
}

// The values of a record; false when it contradicts itself.
bool takeApart(StoredRow &row)
{
    const QByteArray &payload = row.payload;
    qsizetype at = 0;
    const auto headerSize = variable(payload, at, payload.size());
    if (!headerSize || *headerSize > static_cast<quint64>(payload.size()) || *headerSize < static_cast<quint64>(at))
        return false;
    const auto bodyAt = static_cast<qsizetype>(*headerSize);
    qsizetype body = bodyAt;
    while (at < bodyAt) {
        const auto type = variable(payload, at, bodyAt);
        constexpr quint64 most = quint64{1} << 32U;
        if (!type || *type > most)
            return false;
        static constexpr std::array<int, 10> sizes{0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
        StoredValue value;
        qsizetype size = 0;
        if (*type < sizes.size())
            size = sizes.at(*type);
        else if (*type < 12)
            return false; // kept for SQLite itself
        else
            size = static_cast<qsizetype>((*type - 12) / 2);
        if (body + size > payload.size())
            return false;
        const char *bytes = payload.constData() + body;
        if (*type == 7) {
            value = {.kind = StoredValue::Kind::Real, .bytes = QByteArrayView(bytes, size)};
        } else if (*type == 8 || *type == 9) {
            value = {.kind = StoredValue::Kind::Integer, .integer = *type == 9 ? 1 : 0};
        } else if (*type > 0 && *type < 7) {
            value = {.kind = StoredValue::Kind::Integer, .integer = signedNumber(bytes, static_cast<int>(size))};
        } else if (*type >= 12) {
            value = {.kind = *type % 2 == 0 ? StoredValue::Kind::Blob : StoredValue::Kind::Text,
                     .bytes = QByteArrayView(bytes, size)};
        }
        row.values.push_back(value);
        body += size;
    }
    return body == payload.size() && !row.values.empty();
}

// How many of `size` bytes lie in the page itself.
qint64 localSize(qint64 size, TreePage::Kind kind, int usable)
{
    const qint64 most = kind == TreePage::Kind::TableLeaf ? usable - 35 : (usable - 12) * 64 / 255 - 23;
    if (size <= most)
        return size;
    const qint64 least = (usable - 12) * 32 / 255 - 23;
    const qint64 wanted = least + (size - least) % (usable - 4);
    return wanted <= most ? wanted : least;
}

} // namespace

quint32 bigEndian32(const QByteArray &bytes, qsizetype offset)
{
    if (offset < 0 || offset + 4 > bytes.size())
        return 0;
    return qFromBigEndian<quint32>(bytes.constData() + offset);
}

std::optional<TreePage> TreePage::read(const QByteArray &page, quint32 number, int usable)
{
    if (page.size() < usable)
        return std::nullopt;
    constexpr int fileHeader = 100;
    const int header = number == 1 ? fileHeader : 0;
    TreePage tree;
    switch (page.at(header)) {
    case 2:
        tree.kind = Kind::IndexInterior;
        break;
    case 5:
        tree.kind = Kind::TableInterior;
        break;
    case 10:
        tree.kind = Kind::IndexLeaf;
        break;
    case 13:
        tree.kind = Kind::TableLeaf;
        break;
    default:
        return std::nullopt;
    }
    const int headerSize = tree.isInterior() ? 12 : 8;
    const int cells = bigEndian16(page, header + 3);
    int content = bigEndian16(page, header + 5);
    constexpr int wholePage = 65536;
    if (content == 0)
        content = wholePage;
    constexpr int smallestCell = 4;
    const int pointersEnd = header + headerSize + 2 * cells;
    if (pointersEnd > usable || content > usable || (cells > 0 && content < pointersEnd)
        || (tree.isInterior() && cells == 0)) {
        return std::nullopt;
    }
    for (int i = 0; i < cells; ++i) {
        const int cell = bigEndian16(page, header + headerSize + 2 * i);
        if (cell < pointersEnd || cell > usable - smallestCell)
            return std::nullopt;
        tree.cells.push_back(cell);
        if (tree.isInterior())
            tree.children.push_back(bigEndian32(page, cell));
    }
    std::vector<int> places = tree.cells;
    std::ranges::sort(places);
    if (std::ranges::adjacent_find(places) != places.end())
        return std::nullopt;
    if (tree.isInterior())
        tree.children.push_back(bigEndian32(page, header + 8));
    if (tree.kind == Kind::TableLeaf || tree.kind == Kind::TableInterior) {
        std::optional<qint64> before;
        for (const int cell : tree.cells) {
            const auto rowId = rowIdAt(page, tree.kind, cell, usable);
            if (!rowId || (before && *rowId <= *before))
                return std::nullopt;
            before = rowId;
        }
    }
    return tree;
}

std::optional<qint64> rowIdAt(const QByteArray &page, TreePage::Kind kind, int offset, int usable)
{
    qsizetype at = offset;
    const qsizetype end = std::min<qsizetype>(page.size(), usable);
    if (kind == TreePage::Kind::TableInterior)
        at += 4;
    else if (kind != TreePage::Kind::TableLeaf || !variable(page, at, end))
        return std::nullopt;
    const auto rowId = variable(page, at, end);
    return rowId ? std::optional(static_cast<qint64>(*rowId)) : std::nullopt;
}

std::optional<StoredRow> rowAt(const QByteArray &page, TreePage::Kind kind, int offset, int usable,
                               const std::function<QByteArray(quint32)> &pageOf)
{
    if (kind == TreePage::Kind::Other || kind == TreePage::Kind::TableInterior)
        return std::nullopt;
    const qsizetype end = std::min<qsizetype>(page.size(), usable);
    qsizetype at = kind == TreePage::Kind::IndexInterior ? offset + 4 : offset;
    const auto size = variable(page, at, end);
    constexpr quint64 most = 0x7FFFFFFF; // bytes
    if (!size || *size == 0 || *size > most)
        return std::nullopt;
    StoredRow row;
    if (kind == TreePage::Kind::TableLeaf) {
        const auto rowId = variable(page, at, end);
        if (!rowId)
            return std::nullopt;
        row.rowId = static_cast<qint64>(*rowId);
    }
    auto left = static_cast<qint64>(*size);
    const qint64 local = localSize(left, kind, usable);
    if (local < 0 || at + local > end)
        return std::nullopt;
    row.payload = page.mid(at, local);
    left -= local;
    quint32 next = left > 0 ? bigEndian32(page, at + local) : 0;
    if (left > 0 && at + local + 4 > end)
        return std::nullopt;
    QSet<quint32> seen; // a chain that runs in a circle would fill the memory with what a row says that it has
    while (left > 0) {
        const QByteArray more = next == 0 || seen.contains(next) ? QByteArray() : pageOf(next);
        seen.insert(next);
        if (more.size() < usable)
            return std::nullopt;
        const qint64 taken = std::min<qint64>(left, usable - 4);
        row.payload += more.mid(4, taken);
        left -= taken;
        next = bigEndian32(more, 0);
    }
    if (next != 0 || !takeApart(row))
        return std::nullopt;
    return row;
}

} // namespace huiyin
