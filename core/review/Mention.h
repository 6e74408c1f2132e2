// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/Printed.h"

#include <QList>
#include <QString>

namespace huiyin {

// A number in a sentence of a bulletin, with what the words around it say that it counts.
struct Mention
{
    enum class Kind {
        Count,      // 件 件次 宗 条 封 起 例, 个 and 通 of calls, 个 次 of cases, 人 of those called back
        Percentage, // %
        Points      // 个百分点
    };
    enum class Role {
        Item,         // of a class: 住建问题765件
        Received,     // 受理 接到 收到 转办 交办 承办 共, what a closure rate may be of
        Closed,       // 办结
        ClosedOnTime, // 按时办结
        Direct,       // 直接办结, 当场答复
        Open,         // 在办, 正在办理, 未办结
        Overdue,      // 超期 逾期
        CarriedOver,  // 结转
        FollowedUp,   // 回访
        Satisfied,    // 满意
        Dissatisfied, // 不满意
        Solved,       // 解决
        Replied,      // 回复
        Together,     // 合计, of what was said before
        Mean,         // 日均
        Base,         // 占总量8640件的11.99%: what the share behind it is of
        Share,        // 占…%
        Rate,         // 办结率…%
        Grown,        // 增加 上升
        Shrunk,       // 减少 下降
        Before        // 去年同期, 上月
    };
    enum class Way { None, Up, Down };

    Kind kind = Kind::Count;
    Role role = Role::Item;
    qsizetype start = 0; // in the line, the number and its unit
    qsizetype length = 0;
    PrintedCount count{};     // of a Count
    Decimal decimal{};        // as printed: of a percentage, of points, of a mean
    QString text{};           // 6610件, 99.4%
    QString label{};          // the words before it, back to the last sign or number
    qsizetype labelStart = 0; // in the line; between its end and the number there may be blanks
    QString behind{};         // the words after it, up to the next sign or number
    bool ofCalls = false;     // 个, 通: another population than 件
    QString subject{}; // 城市管理（620件）, 停水问题，共58件: what it counts, where its label doesn't say so
    QString within{};            // 涉企诉求中，政策咨询188件: 涉企诉求
    bool opensParts = false;     // 其中, 包括, 属于 stands between it and the number before
    bool opensWhole = false;     // 按渠道分, 从类型看: what follows are parts of all
    bool respectively = false;   // A、B分别为1210件、980件: of several that are named before it
    bool bracketed = false;      // 城市管理（620件）: by itself, or before all else, in a bracket
    int parted = 0;              // from the number before: by 、 1, ， 2, ； 3, 。 4; 0: by no sign
    int depth = 0;               // brackets around it
    int sentence = 0;            // which of the line, from 0
    int segment = 0;             // which between semicolons, counted over the line
    Way reached = Way::None;     // 增至, 降到 before it: it is no change, but what came of it
    qsizetype reachedLength = 0; // of these words, up to the number

    [[nodiscard]] qsizetype end() const { return start + length; }
    [[nodiscard]] bool isCount(bool calls = false) const { return kind == Kind::Count && ofCalls == calls; }
    // The brackets around the list that it stands in: A县（634件）、B区（560件） stand in none.
    [[nodiscard]] int level() const { return bracketed && depth > 0 ? depth - 1 : depth; }
    // What it counts, as far as the words say.
    [[nodiscard]] const QString &name() const { return subject.isEmpty() ? label : subject; }
    [[nodiscard]] bool isChange() const { return role == Role::Grown || role == Role::Shrunk; }
};

// The counts and percentages of one line. Dates, money, addresses, ordinals and numbers without a unit of cases are none.
QList<Mention> mentionsIn(const QString &line);

// What the words before a count, and those behind it, say of it.
Mention::Role roleOfCount(const QString &label, const QString &behind);

} // namespace huiyin
