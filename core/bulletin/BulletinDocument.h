// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/ChartData.h"
#include "statistics/Figure.h"
#include "statistics/Statistics.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>
#include <variant>

namespace huiyin {

// A bulletin as it is composed, before it becomes text, a page or a file: blocks in their order, all text final.

// A stretch of text; a printed figure knows what it counts, so that a click can show the tickets behind it, and how it
// was printed, so that it can be printed anew.
struct BulletinSpan
{
    QString text{};
    std::optional<FigureKey> figure{};
    QString form{};         // the placeholder that it was printed by: accepted, closure_rate:2; "" when there is none
    bool overtyped = false; // the editor has put another text in place of the figure

    bool operator==(const BulletinSpan &) const = default;
};

// 一、黑体 · （一）楷体 · 1. 仿宋 (GB/T 9704)
struct BulletinHeading
{
    int level = 1;
    QString text{};
    QString origin{};
    bool onNewPage = false; // an annex begins a page of its own

    bool operator==(const BulletinHeading &) const = default;
};

struct BulletinParagraph
{
    QList<BulletinSpan> spans{};
    QString origin{};

    [[nodiscard]] QString text() const;
    bool operator==(const BulletinParagraph &) const = default;
};

struct BulletinTable
{
    QString title{};
    QStringList header{};
    QList<QList<BulletinSpan>> rows{}; // a span a cell
    int columnGroups = 1;              // 2: the rows are folded into two groups of columns side by side
    bool hasTotal = false;             // the last row is a total and stays below both groups
    QString origin{};
    bool onNewPage = false; // an annex begins a page of its own
    // Of each row, a cell each: what it tells of, the same whenever the bulletin is composed anew, whatever it is called
    // and wherever it stands then. Empty: the table was kept before rows had any.
    QList<QStringList> cellKeys{};

    // The table as it is printed: the left group is filled down first, an odd count leaves the last cells blank.
    [[nodiscard]] QStringList foldedHeader() const;
    [[nodiscard]] QList<QList<BulletinSpan>> foldedRows() const;
    bool operator==(const BulletinTable &) const = default;
};

struct BulletinChart
{
    enum class Kind { Categories, Departments, RequestTypes, Channels, Days, Months };

    Kind kind = Kind::Categories;
    QString title{};
    ChartData bars{}; // with all bars; what is too many for a page is folded there
    LineData line{};  // of Kind::Days
    QString origin{};

    [[nodiscard]] bool isLine() const { return kind == Kind::Days; }
    bool operator==(const BulletinChart &) const = default;
};

// A chart of figures as they are; without a title it has its usual one.
BulletinChart chartOf(BulletinChart::Kind kind, const QString &title, const Statistics &figures, PercentStyle style);

// Every block knows by its `origin` which section of the layout it came from, the same whenever the bulletin is composed
// anew: "3", "3/2", "4/ticket 17". "" is the editor's own.
using BulletinBlock = std::variant<BulletinHeading, BulletinParagraph, BulletinTable, BulletinChart>;

// Does a block begin a page? A heading does if what stands below it has to.
bool beginsPage(const QList<BulletinBlock> &blocks, qsizetype index);

QString originOf(const BulletinBlock &block);
void setOrigin(BulletinBlock &block, const QString &origin);

struct BulletinDocument
{
    QString masthead{};  // 刊名, red: 市长公开电话办理情况
    QString issueLine{}; // 第2期（总第86期）, "" when it has no number
    QString office{};    // 编印单位
    QDate date{};        // 印发日期
    QString title{};     // 2月份12345市民服务热线办理情况
    QList<BulletinBlock> blocks{};
    Statistics figures{}; // that it was composed from; a document that was kept and read again has none
    PercentStyle percentStyle{};
    // 版记, a line each, at the foot of the last page; a tab parts what stands left and right:
    // 抄送：市委办公室。 · 四平市市长公开电话办公室→2020年3月2日印发
    QStringList imprint{};
};

// The two sides of a line of the imprint; the right one is "" where there is no tab.
std::pair<QString, QString> sidesOf(const QString &imprintLine);

} // namespace huiyin
