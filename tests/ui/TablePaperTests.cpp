// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of a bulletin on its pages: what never breaks, and what never stands alone.
#include "paper/BulletinPages.h"
#include "paper/PaperTable.h"
#include "paper/PaperText.h"
#include "support/Print.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <memory>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

constexpr qreal paperWidth = 588; // of the text, in pixels of 1/96 inch

BulletinTable tableOf(const QStringList &header, const QList<QStringList> &rows, bool hasTotal = false)
{
    BulletinTable table{.title = u"承办单位考核分档"_s, .header = header, .hasTotal = hasTotal};
    for (const QStringList &row : rows) {
        QList<BulletinSpan> cells;
        for (const QString &cell : row)
            cells.append({.text = cell});
        table.rows.append(cells);
    }
    return table;
}

QStringList linesOf(const QList<PaperPiece> &pieces)
{
    QStringList lines;
    for (const PaperPiece &piece : pieces) {
        for (const PaperLine &line : piece.lines)
            lines.append(line.text);
    }
    return lines;
}

// Where the rules of the last row stand, from left to right.
QList<qreal> edgesOf(const QList<PaperPiece> &pieces)
{
    QList<qreal> edges;
    for (const PaperRule &rule : pieces.last().rules) {
        if (rule.line.dx() == 0)
            edges.append(rule.line.x1());
    }
    return edges;
}

// The pages of a table below so many lines of text.
BulletinPages pagesBelow(int lines, const BulletinTable &table)
{
    const auto document = std::make_unique<BulletinDocument>();
    if (lines > 0)
        document->blocks.append(BulletinParagraph{.spans = {{.text = QString(28 * lines - 4, u'国')}}});
    document->blocks.append(table);
    return BulletinPages(*document);
}

} // namespace

TEST_CASE("numbers of a table never break, its headings between words, and sentences get the room", "[paper][page]")
{
    const QString reason = u"按时办结率90.12%，低于A档的98%；满意率83.40%，低于A档的90%；回访率71.25%，低于A档的80%"_s;
    QList<QStringList> rows;
    for (int i = 0; i < 20; ++i) {
        rows.append({u"第%1街道办事处"_s.arg(i), QString::number(10'000 + i), u"638/7"_s, u"100.00%"_s, u"99.99%"_s,
                     u"88.25%"_s, u"B"_s, i % 2 == 0 ? reason : QString()});
    }
    const QStringList header{u"单位"_s,   u"交办总量"_s, u"办结/在办"_s, u"按时办结率"_s,
                             u"满意率"_s, u"回访率"_s,   u"分档"_s,      u"说明"_s};
    const QList<PaperPiece> pieces = tablePieces(tableOf(header, rows), paperWidth, 850);
    const QStringList lines = linesOf(pieces);
    for (const QStringList &row : rows) {
        for (qsizetype column = 1; column < 7; ++column)
            CHECK(lines.contains(row[column]));
    }
    CHECK(lines.contains(u"按时"_s));
    CHECK(lines.contains(u"办结率"_s));
    const QList<qreal> edges = edgesOf(pieces);
    REQUIRE(edges.size() == 9);
    CHECK(edges.last() == Approx(paperWidth));
    const qreal room = edges[8] - edges[7];
    for (int column = 0; column < 7; ++column)
        CHECK(edges[column + 1] - edges[column] < room);
    // What is left by the numbers; the reason takes a few lines, not a tower of them.
    CHECK(std::ranges::max(pieces, {}, &PaperPiece::height).height < 130);
}

TEST_CASE("the numbers of a large office stay whole in every column", "[paper][page]")
{
    QList<QStringList> rows;
    for (int i = 0; i < 12; ++i) {
        rows.append({u"12345热线"_s, u"43651"_s, u"38765"_s, u"10895"_s, u"1089"_s, u"100.00%"_s, u"100.00%"_s,
                     u"12345"_s, u"100.00%"_s});
    }
    const QStringList header{u"来源渠道"_s, u"派遣"_s,       u"按时"_s,     u"超时"_s,    u"未办结"_s,
                             u"结案率"_s,   u"按时结案率"_s, u"不满意数"_s, u"不满意率"_s};
    const QList<PaperPiece> pieces = tablePieces(tableOf(header, rows), paperWidth, 850);
    const QStringList lines = linesOf(pieces);
    CHECK(lines.count(u"43651"_s) == 12);
    CHECK(lines.count(u"100.00%"_s) == 36);
    for (const PaperPiece &piece : pieces) {
        for (const PaperLine &line : piece.lines)
            CHECK(line.baseline.x()
                      + textWidth(line.text, {.role = FontRole::Song, .pixels = 1.0 * line.font.pixelSize()})
                  <= paperWidth);
    }
}

TEST_CASE("neither a total nor a last row stands alone on a page, nor a first row below its heading", "[paper][page]")
{
    const bool hasTotal = GENERATE(true, false);
    const int above = GENERATE(range(0, 21, 2));
    const int count = GENERATE(27, 28, 29, 30, 31);
    QList<QStringList> rows;
    for (int i = 1; i <= count; ++i)
        rows.append({u"第%1单位"_s.arg(i), QString::number(i)});
    if (hasTotal)
        rows.append({u"合计"_s, u"9999"_s});
    const BulletinPages pages = pagesBelow(above, tableOf({u"单位"_s, u"件数"_s}, rows, hasTotal));
    CAPTURE(above, count, hasTotal, pages.count());
    int whole = 0;
    for (int page = 0; page < pages.count(); ++page) {
        const QStringList lines = pages.linesOf(page);
        const auto here = std::ranges::count_if(lines, [](const QString &line) {
            return line == u"合计" || (line.startsWith(u'第') && line.endsWith(u"单位"));
        });
        CHECK(here != 1);
        if (here > 0)
            CHECK(lines.count(u"件数"_s) == 1);
        whole += static_cast<int>(here);
    }
    CHECK(whole == rows.size());
}
