// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"
#include "bulletin/BulletinRowSource.h"
#include "bulletin/RowChoice.h"

#include "storage/CallRepository.h"

#include <QJsonObject>

#include <optional>

namespace huiyin {

// The tables of a bulletin: units, channels, categories, types, topics, the telephone, and two of them side by side.
// What it is given outlives it.
class TableWording
{
public:
    // `traffic`: of the call centre, where a table asks for it.
    TableWording(const BlockStyle &above, const BulletinRowSource &source, const QList<CallTraffic> &traffic)
        : m_above(above)
        , m_source(source)
        , m_traffic(traffic)
        , m_plain(source.all().facts.plainWords())
    {
    }

    // nullopt: there is nothing to stand in it. Throws LayoutError for what no layout may hold.
    [[nodiscard]] std::optional<BulletinTable> table(const QJsonObject &section) const;

private:
    [[nodiscard]] std::optional<BulletinTable> beside(const QJsonObject &section) const;
    [[nodiscard]] std::optional<BulletinTable> plain(const QJsonObject &section) const;
    [[nodiscard]] RowChoice choose(const QJsonObject &section, const Wording &wording) const;
    void addRows(BulletinTable &table, const QJsonObject &section, const Wording &wording,
                 const QList<BulletinRow> &rows) const;
    [[nodiscard]] QList<BulletinSpan> row(const QJsonObject &section, const Wording &wording,
                                          const WordingScope &words) const;
    [[nodiscard]] WordingScope callTotal() const;
    [[nodiscard]] WordingScope summed(const WordingScope &words, const QString &name) const;
    [[nodiscard]] static WordingScope unitOf(const Wording &wording);
    [[nodiscard]] QString titleOf(const QJsonObject &section, const Wording &wording) const;
    [[nodiscard]] QString restName(const QJsonObject &section, const Wording &wording, const WordingScope &rest) const;

    BlockStyle m_above;
    const BulletinRowSource &m_source;
    const QList<CallTraffic> &m_traffic;
    WordingScope m_plain; // what a cell may have from the office
};

// The rows 接听 and 呼出 of the call centre.
QList<BulletinRow> callRows(const QList<CallTraffic> &traffic);

} // namespace huiyin
