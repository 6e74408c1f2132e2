// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/Printed.h"
#include "review/ReviewText.h"

#include <optional>

namespace huiyin {

// What a column of a table counts, by its heading and its cells.
struct TableColumn
{
    enum class Kind {
        Name,
        Received,    // 受理 承办 交办 件数; this and those up to Count count tickets
        Due,         // 应办结
        Returned,    // 退单
        CarriedOver, // 结转
        Direct,      // 直接答复
        Closed,
        ClosedOnTime,
        ClosedLate,
        Open,
        OverdueOpen,
        Across, // 合计: of the counts beside it
        Count,  // of something else
        Rate,   // 办结率, 满意率
        Share,  // 占比
        Change, // 环比, 同比
        Other   // 序号, 得分
    };

    Kind kind = Kind::Other;
    QString heading{}; // without spaces and units

    [[nodiscard]] bool isCounted() const { return kind >= Kind::Received && kind <= Kind::Count; }
};

struct TableCell
{
    int line = 0;    // of the text, from 0
    int column = -1; // -1: the row ends before it
    QString text{};
    std::optional<qint64> count{};
    std::optional<Decimal> percentage{}; // with its sign
    bool isNone = false;                 // a dash, 无, or left blank
};

// One row, or one group of columns of a folded row.
struct TableRecord
{
    enum class Kind {
        Row,
        Heading,  // 县直部门, and no number
        Part,     // 其中：物业: counted in the row above
        Subtotal, // 小计, 部门合计
        Total,    // 合计, 总计
        Whole,    // 全县, above or below its parts
        Aside     // 平均, 去年同期, 累计: in no sum
    };

    Kind kind = Kind::Row;
    QString name{};
    QList<TableCell> cells{}; // one a column, whatever the row has

    [[nodiscard]] std::optional<qint64> count(qsizetype column) const; // nullopt: none there
};

// A table as its checks read it. Groups of columns with the same headings are one, below each other.
struct TableRecords
{
    QList<TableColumn> columns{};
    QList<TableRecord> records{}; // none: what it tells isn't known

    [[nodiscard]] qsizetype column(TableColumn::Kind kind) const; // the first of the kind, or -1
    [[nodiscard]] bool has(TableColumn::Kind kind) const { return column(kind) >= 0; }
};

// More than one where tables stand side by side: 渠道 件数 占比 类型 件数 占比.
QList<TableRecords> tableRecordsOf(const ReviewTable &table);

} // namespace huiyin
