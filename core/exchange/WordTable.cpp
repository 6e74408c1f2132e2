// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/WordTable.h"

#include "bulletin/PrintedCell.h"
#include "bulletin/TableColumns.h"
#include "domain/Text.h"
#include "exchange/WordXml.h"

#include <algorithm>
#include <array>

namespace huiyin {

using namespace Qt::StringLiterals;

namespace {

// 小四, 五号, at which headings and words may wrap, and smaller, in half-points.
constexpr std::array<int, 6> sizes{24, 22, 21, 20, 18, 16};
constexpr qsizetype firstWrapping = 2;
constexpr int thickLine = 12; // eighths of a point
constexpr int thinLine = 6;
constexpr int sideTwips = 80; // between a cell's rule and its text
constexpr int roomTwips = 30;
constexpr int shortest = 200;    // by wordWidth(): what stands in the middle of its column
constexpr int wholeTwips = 7600; // a table not higher stays on one page: 60 % of it

struct Column
{
    int body = 0;    // the widest cell, by wordWidth()
    int heading = 0; // its heading in one line
    int broken = 0;  // the wider line of its heading in two
    bool isNumeric = true;
    int twips = 0;
};

class WordTable
{
public:
    WordTable(WordXml &xml, const BulletinTable &table)
        : m_xml(xml)
        , m_header(table.foldedHeader())
        , m_rows(table.foldedRows())
        , m_groupSize(qMax<qsizetype>(1, table.header.size()))
        , m_hasTotal(table.hasTotal)
    {
        qsizetype count = m_header.size();
        for (const auto &row : m_rows)
            count = qMax(count, row.size());
        m_columns.resize(count);
        measure();
        chooseSize();
    }

    void write()
    {
        if (m_columns.isEmpty())
            return;
        m_xml.open("w:tbl");
        writeProperties();
        m_xml.open("w:tblGrid");
        for (const Column &column : std::as_const(m_columns))
            m_xml.leaf("w:gridCol", {{"w:w", QString::number(column.twips)}});
        m_xml.close();
        if (!m_header.isEmpty())
            writeHeader();
        const qsizetype rowTwips = m_size * 10 * 4 / 3 + 80;
        const bool isSmall = (m_rows.size() + 1) * rowTwips <= wholeTwips;
        for (qsizetype r = 0; r < m_rows.size(); ++r) {
            // Neither the first row, nor the last, nor a total stands alone on a page.
            const bool keeps = r + 1 < m_rows.size() && (isSmall || r == 0 || r + 2 == m_rows.size());
            writeRow(m_rows[r], keeps, m_hasTotal && r + 1 == m_rows.size());
        }
        m_xml.close();
    }

private:
    void measure()
    {
        for (qsizetype i = 0; i < m_header.size(); ++i) {
            m_columns[i].heading = wordWidth(m_header[i]);
            for (const QString &line : headingLines(m_header[i]))
                m_columns[i].broken = qMax(m_columns[i].broken, wordWidth(line));
        }
        for (qsizetype r = 0; r < m_rows.size(); ++r) {
            for (qsizetype i = 0; i < m_rows[r].size(); ++i) {
                const QString &text = m_rows[r][i].text;
                if (text.isEmpty())
                    continue;
                Column &column = m_columns[i];
                column.body = qMax(column.body, wordWidth(text));
                const bool isTotal = m_hasTotal && r + 1 == m_rows.size();
                column.isNumeric = column.isNumeric && (isTotal || isPrintedNumber(text));
            }
        }
        // Folded groups are of one shape.
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            for (qsizetype k = i % m_groupSize; k < m_columns.size(); k += m_groupSize)
                m_columns[i].body = qMax(m_columns[i].body, m_columns[k].body);
        }
    }

    // A character is as wide as its size: so many half-points, of ten twips each.
    [[nodiscard]] int twipsOf(int width) const { return width * m_size / 10 + 2 * sideTwips + roomTwips; }

    [[nodiscard]] ColumnPlan plan() const
    {
        constexpr int leastWidth = 400; // of words in a line
        QList<ColumnWish> needs;
        for (const Column &column : m_columns) {
            const int words = column.isNumeric ? column.body : qMin(column.body, leastWidth);
            needs.append(ColumnWish{.whole = double(twipsOf(qMax(column.body, column.heading))),
                                    .body = double(twipsOf(qMax(column.body, column.broken))),
                                    .least = double(twipsOf(qMax(words, column.broken)))});
        }
        return planColumns(needs, textTwips);
    }

    void chooseSize()
    {
        const auto planAt = [this](qsizetype i) {
            m_size = sizes[static_cast<std::size_t>(i)];
            return plan();
        };
        m_size =
            sizes[static_cast<std::size_t>(fittingSize(static_cast<qsizetype>(sizes.size()), firstWrapping, planAt))];
        const QList<double> widths = plan().widths;
        int left = textTwips;
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            const int twips = static_cast<int>(widths[i]);
            m_columns[i].twips = i + 1 < m_columns.size() ? twips : qMax(left, twips / 2);
            left -= twips;
        }
    }

    void writeProperties()
    {
        const auto rule = [this](const char *name, int size) {
            m_xml.leaf(name, {{"w:val", u"single"_s},
                              {"w:sz", QString::number(size)},
                              {"w:space", u"0"_s},
                              {"w:color", u"000000"_s}});
        };
        m_xml.open("w:tblPr");
        m_xml.leaf("w:tblW", {{"w:w", QString::number(textTwips)}, {"w:type", u"dxa"_s}});
        m_xml.value("w:jc", u"center"_s);
        m_xml.open("w:tblBorders");
        for (const char *edge : {"w:top", "w:left", "w:bottom", "w:right"})
            rule(edge, thickLine);
        for (const char *inner : {"w:insideH", "w:insideV"})
            rule(inner, thinLine);
        m_xml.close();
        m_xml.leaf("w:tblLayout", {{"w:type", u"fixed"_s}});
        m_xml.open("w:tblCellMar"); // LibreOffice doesn't take it from the style
        for (const char *edge : {"w:left", "w:right"})
            m_xml.leaf(edge, {{"w:w", QString::number(sideTwips)}, {"w:type", u"dxa"_s}});
        m_xml.close();
        m_xml.close();
    }

    void openCell(qsizetype index)
    {
        m_xml.open("w:tc");
        m_xml.open("w:tcPr");
        m_xml.leaf("w:tcW", {{"w:w", QString::number(m_columns[index].twips)}, {"w:type", u"dxa"_s}});
        if (index > 0 && index % m_groupSize == 0) {
            m_xml.open("w:tcBorders");
            m_xml.leaf("w:left", {{"w:val", u"single"_s},
                                  {"w:sz", QString::number(thickLine)},
                                  {"w:space", u"0"_s},
                                  {"w:color", u"000000"_s}});
            m_xml.close();
        }
        m_xml.value("w:vAlign", u"center"_s);
        m_xml.close();
    }

    void writeText(const QString &text, bool isHeavy)
    {
        if (!text.isEmpty()) {
            m_xml.open("w:r");
            m_xml.open("w:rPr");
            if (isHeavy) {
                m_xml.leaf("w:rFonts", {{"w:ascii", u"黑体"_s}, {"w:eastAsia", u"黑体"_s}, {"w:hAnsi", u"黑体"_s}});
            }
            m_xml.value("w:sz", QString::number(m_size));
            m_xml.value("w:szCs", QString::number(m_size));
            m_xml.close();
            m_xml.words(text);
            m_xml.close();
        }
        m_xml.close(); // the paragraph
        m_xml.close(); // the cell
    }

    void writeHeader()
    {
        m_xml.open("w:tr");
        m_xml.open("w:trPr");
        m_xml.leaf("w:cantSplit");
        m_xml.leaf("w:tblHeader");
        m_xml.close();
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            openCell(i);
            m_xml.openParagraph("TableHead");
            const QString heading = m_header.value(i);
            const bool fits = twipsOf(m_columns[i].heading) <= m_columns[i].twips;
            writeText(fits ? heading : headingLines(heading).join(u'\n'), false);
        }
        m_xml.close();
    }

    void writeRow(const QList<BulletinSpan> &row, bool keepsWithNext, bool isTotal)
    {
        m_xml.open("w:tr");
        m_xml.open("w:trPr");
        m_xml.leaf("w:cantSplit");
        m_xml.close();
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            const QString text = row.value(i).text;
            openCell(i);
            m_xml.open("w:p");
            m_xml.open("w:pPr");
            m_xml.value("w:pStyle", u"TableText"_s);
            if (keepsWithNext)
                m_xml.leaf("w:keepNext");
            const bool isMark = m_columns[i].body <= shortest; // a grade: A
            if (isTotal ? !isPrintedNumber(text) : isMark && !m_columns[i].isNumeric) {
                m_xml.value("w:jc", u"center"_s);
            } else if (m_columns[i].isNumeric) {
                // A column of short numbers stands in its middle, flush right.
                const int room = m_columns[i].twips - twipsOf(m_columns[i].body);
                if (room > 1)
                    m_xml.leaf("w:ind", {{"w:right", QString::number(room / 2)}});
                m_xml.value("w:jc", u"right"_s);
            }
            m_xml.close();
            writeText(text, isTotal);
        }
        m_xml.close();
    }

    WordXml &m_xml;
    QStringList m_header;
    QList<QList<BulletinSpan>> m_rows;
    qsizetype m_groupSize;
    bool m_hasTotal;
    QList<Column> m_columns;
    int m_size = 0;
};

// Of the widest face that stands for the official ones, in which all of these are 50.
int narrowWidth(QChar sign)
{
    constexpr int digit = 64;
    constexpr int thinSign = 42;
    constexpr int wideSign = 96;
    if (QStringView(u".,:;/-()|' ").contains(sign))
        return thinSign;
    return QStringView(u"%+=@MW").contains(sign) ? wideSign : digit;
}

} // namespace

int wordWidth(const QString &text)
{
    constexpr int full = 100;
    int width = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype units = text[i].isHighSurrogate() && i + 1 < text.size() ? 2 : 1;
        width += displayWidth(QStringView(text).mid(i, units)) > 1 ? full : narrowWidth(text[i]);
        i += units - 1;
    }
    return width;
}

void writeWordTable(WordXml &xml, const BulletinTable &table)
{
    WordTable(xml, table).write();
}

void writeWordColophon(WordXml &xml, const QStringList &lines)
{
    const auto rule = [&xml](const char *name, int size) {
        xml.leaf(
            name,
            {{"w:val", u"single"_s}, {"w:sz", QString::number(size)}, {"w:space", u"0"_s}, {"w:color", u"000000"_s}});
    };
    const QString width = QString::number(textTwips);
    xml.open("w:tbl");
    xml.open("w:tblPr");
    // A table as wide as the text floats in LibreOffice only when its left edge is told from the page.
    xml.leaf("w:tblpPr", {{"w:leftFromText", u"0"_s},
                          {"w:rightFromText", u"0"_s},
                          {"w:vertAnchor", u"margin"_s},
                          {"w:horzAnchor", u"page"_s},
                          {"w:tblpX", QString::number(leftTwips)},
                          {"w:tblpYSpec", u"bottom"_s}});
    xml.leaf("w:tblW", {{"w:w", width}, {"w:type", u"dxa"_s}});
    xml.open("w:tblBorders");
    rule("w:top", 8); // 0.35 mm
    rule("w:bottom", 8);
    rule("w:insideH", 6); // 0.25 mm
    xml.close();
    xml.leaf("w:tblLayout", {{"w:type", u"fixed"_s}});
    xml.open("w:tblCellMar");
    xml.leaf("w:left", {{"w:w", u"0"_s}, {"w:type", u"dxa"_s}});
    xml.leaf("w:right", {{"w:w", u"0"_s}, {"w:type", u"dxa"_s}});
    xml.close();
    xml.close();
    xml.open("w:tblGrid");
    xml.leaf("w:gridCol", {{"w:w", width}});
    xml.close();
    for (const QString &line : lines) {
        const auto [left, right] = sidesOf(line);
        xml.open("w:tr");
        xml.open("w:trPr");
        xml.leaf("w:cantSplit");
        xml.close();
        xml.open("w:tc");
        xml.open("w:tcPr");
        xml.leaf("w:tcW", {{"w:w", width}, {"w:type", u"dxa"_s}});
        xml.close();
        xml.open("w:p");
        xml.open("w:pPr");
        xml.value("w:pStyle", u"Colophon"_s);
        // What does not fit goes on below the first character after 抄送：
        constexpr qsizetype longestLead = 4;
        const qsizetype lead = left.indexOf(u'：') + 1;
        if (lead > 0 && lead <= longestLead) {
            const auto hundredths = [](qsizetype characters) { return QString::number(characters * 100); };
            const auto twips = [](qsizetype characters) { return QString::number(characters * 280); }; // 四号
            xml.leaf("w:ind", {{"w:leftChars", hundredths(lead + 1)},
                               {"w:left", twips(lead + 1)},
                               {"w:rightChars", hundredths(1)},
                               {"w:right", twips(1)},
                               {"w:hangingChars", hundredths(lead)},
                               {"w:hanging", twips(lead)}});
        }
        xml.close();
        xml.run(right.isEmpty() ? left : QString(left + u'\t' + right));
        xml.close();
        xml.close();
        xml.close();
    }
    xml.close();
}

} // namespace huiyin
