// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/DocumentText.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

using Part = DocumentPlace::Part;

// Goes through a document's texts in their order.
class Texts
{
public:
    explicit Texts(const BulletinDocument &document)
    {
        add({.part = Part::Masthead}, document.masthead);
        add({.part = Part::IssueLine}, document.issueLine);
        add({.part = Part::Title}, document.title);
        for (qsizetype i = 0; i < document.blocks.size(); ++i)
            std::visit([&](const auto &block) { addBlock(i, block); }, document.blocks[i]);
    }

    QList<DocumentText> texts{};

private:
    void add(DocumentPlace place, const QString &text, const QString &heading = {})
    {
        if (text.isEmpty())
            return;
        place.length = text.size();
        texts.append({.place = place, .text = text, .heading = heading});
    }

    void addBlock(qsizetype i, const BulletinHeading &heading) { add({.block = i}, heading.text); }
    void addBlock(qsizetype i, const BulletinParagraph &paragraph) { add({.block = i}, paragraph.text()); }
    void addBlock(qsizetype i, const BulletinTable &table)
    {
        add({.block = i}, table.title);
        for (qsizetype column = 0; column < table.header.size(); ++column)
            add({.block = i, .column = column}, table.header[column]);
        for (qsizetype row = 0; row < table.rows.size(); ++row) {
            for (qsizetype column = 0; column < table.rows[row].size(); ++column)
                add({.block = i, .row = row, .column = column}, table.rows[row][column].text,
                    table.header.value(column));
        }
    }
    void addBlock(qsizetype i, const BulletinChart &chart)
    {
        add({.block = i}, chart.title);
        for (qsizetype bar = 0; bar < chart.bars.bars.size(); ++bar)
            add({.block = i, .row = bar}, chart.bars.bars[bar].label);
    }
};

// Builds the lines.
class Lines
{
public:
    explicit Lines(const BulletinDocument &document)
    {
        add({.part = Part::Masthead}, document.masthead);
        add({.part = Part::IssueLine}, document.issueLine);
        add({.part = Part::Title}, document.title);
        for (qsizetype i = 0; i < document.blocks.size(); ++i)
            std::visit([&](const auto &block) { addBlock(i, block); }, document.blocks[i]);
    }

    DocumentLines result{};

private:
    void add(const DocumentPlace &place, const QString &text)
    {
        if (text.isEmpty())
            return;
        result.text.lines.append(text);
        result.lines.append({.place = place});
    }

    void addBlock(qsizetype i, const BulletinHeading &heading) { add({.block = i}, heading.text); }
    void addBlock(qsizetype i, const BulletinParagraph &paragraph) { add({.block = i}, paragraph.text()); }
    void addBlock(qsizetype i, const BulletinChart &chart) { add({.block = i}, chart.title); }
    void addBlock(qsizetype i, const BulletinTable &table)
    {
        add({.block = i}, table.title);
        ReviewTable lines;
        if (!table.header.isEmpty())
            lines.rows.append(addRow({.block = i}, table.header));
        for (qsizetype n = 0; n < table.rows.size(); ++n) {
            QStringList cells;
            for (const BulletinSpan &cell : table.rows[n])
                cells.append(cell.text);
            lines.rows.append(addRow({.block = i, .row = n}, cells));
        }
        if (!lines.rows.isEmpty())
            result.text.tables.append(lines);
    }

    ReviewRow addRow(const DocumentPlace &place, const QStringList &cells)
    {
        ReviewRow row{.line = static_cast<int>(result.lines.size()), .cells = cells};
        DocumentLines::Line line{.place = place};
        QString text;
        for (const QString &cell : cells) {
            if (!line.cells.isEmpty())
                text += u'\t';
            line.cells.append(text.size());
            row.columns.append(static_cast<int>(text.size()));
            text += cell;
        }
        result.text.lines.append(text);
        result.lines.append(line);
        return row;
    }
};

QString ownText(const BulletinHeading &heading, const DocumentPlace &)
{
    return heading.text;
}
QString ownText(const BulletinParagraph &paragraph, const DocumentPlace &)
{
    return paragraph.text();
}
QString ownText(const BulletinTable &table, const DocumentPlace &place)
{
    if (place.column < 0)
        return table.title;
    return place.row < 0 ? table.header.value(place.column) : table.rows.value(place.row).value(place.column).text;
}
QString ownText(const BulletinChart &chart, const DocumentPlace &place)
{
    return place.row < 0 ? chart.title : chart.bars.bars.value(place.row).label;
}

} // namespace

QList<DocumentText> textsOf(const BulletinDocument &document)
{
    return Texts(document).texts;
}

QString textAt(const BulletinDocument &document, const DocumentPlace &place)
{
    switch (place.part) {
    case Part::Masthead:
        return document.masthead;
    case Part::IssueLine:
        return document.issueLine;
    case Part::Title:
        return document.title;
    case Part::Block:
        break;
    }
    if (place.block < 0 || place.block >= document.blocks.size())
        return {};
    return std::visit([&](const auto &block) { return ownText(block, place); }, document.blocks[place.block]);
}

DocumentLines reviewTextOf(const BulletinDocument &document)
{
    return Lines(document).result;
}

DocumentPlace DocumentLines::placeOf(int line, int column, int length) const
{
    const Line &own = lines[line - 1];
    DocumentPlace place = own.place;
    place.start = column - 1;
    place.length = length;
    if (!own.cells.isEmpty()) {
        const auto cell = std::ranges::upper_bound(own.cells, place.start) - 1;
        place.column = cell - own.cells.begin();
        place.start -= *cell;
    }
    return place;
}

int DocumentLines::lineOf(qsizetype block) const
{
    const auto line = std::ranges::find_if(lines, [block](const Line &one) { return one.place.block == block; });
    return line == lines.cend() ? 1 : static_cast<int>(line - lines.cbegin()) + 1;
}

} // namespace huiyin
