// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/EditorText.h"

#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// A column whose cells, but for the last row that may be a total, are numbers.
bool isNumeric(const BulletinTable &table, qsizetype column)
{
    bool any = false;
    for (const QList<BulletinSpan> &row : table.rows) {
        const QString text = row.value(column).text;
        if (text.isEmpty() || text == u"—")
            continue;
        if (!text.front().isDigit())
            return false;
        any = true;
    }
    return any;
}

qsizetype columnsOf(const BulletinTable &table)
{
    qsizetype columns = std::max<qsizetype>(1, table.header.size());
    for (const QList<BulletinSpan> &row : table.rows)
        columns = std::max(columns, row.size());
    return columns;
}

BulletinSpan cellSpan(const QTextTableCell &cell)
{
    const QList<PlacedSpan> spans = placedSpans(cell.firstCursorPosition().block());
    if (spans.isEmpty())
        return {};
    if (spans.size() == 1)
        return spans.first().span;
    // A cell is one span: a figure with words beside it is an overtyped one.
    BulletinSpan whole;
    for (const PlacedSpan &placed : spans) {
        whole.text += placed.span.text;
        if (placed.number != 0 && !whole.overtyped) {
            whole.figure = placed.span.figure;
            whole.form = placed.span.form;
            whole.overtyped = true;
        }
    }
    return whole;
}

} // namespace

EditorText::EditorText(QTextDocument *document)
    : m_document(document)
{
    QObject::connect(document, &QTextDocument::contentsChange, &m_watch, [this] { m_read.reset(); });
}

int EditorText::Place::position() const
{
    return block.isValid() ? block.position() : table->firstPosition();
}

QTextBlock EditorText::titleBlock() const
{
    return m_document->firstBlock();
}

int EditorText::keep(const BulletinBlock &block)
{
    m_parts.insert(++m_lastPart, {block});
    return m_lastPart;
}

const BulletinBlock *EditorText::cameAs(int part) const
{
    const auto found = m_parts.constFind(part);
    return found == m_parts.cend() ? nullptr : &found->last();
}

void EditorText::comesAs(int part, const BulletinBlock &now)
{
    const auto found = m_parts.find(part);
    if (found != m_parts.end() && found->last() != now)
        found->append(now);
}

QTextCharFormat EditorText::formatOf(const BulletinSpan &span)
{
    QTextCharFormat format;
    if (!span.figure && span.form.isEmpty() && !span.overtyped)
        return format;
    format.setProperty(SpanProperty, ++m_lastSpan);
    if (span.figure)
        format.setProperty(FigureProperty, figureCode(*span.figure));
    format.setProperty(FormProperty, span.form);
    if (!span.overtyped)
        format.setProperty(PrintedProperty, inEditor(span.text));
    return format;
}

void EditorText::insertSpans(QTextCursor &cursor, const QList<BulletinSpan> &spans)
{
    for (const BulletinSpan &span : spans)
        cursor.insertText(inEditor(span.text), formatOf(span));
}

void EditorText::begin(QTextCursor &cursor, const QTextBlockFormat &format, bool &isFresh)
{
    if (isFresh) {
        cursor.setBlockFormat(format);
        cursor.setBlockCharFormat({});
    } else {
        cursor.insertBlock(format, {});
    }
    isFresh = false;
}

void EditorText::put(QTextCursor &cursor, const BulletinBlock &block, bool &isFresh)
{
    if (const auto *table = std::get_if<BulletinTable>(&block)) {
        putTable(cursor, *table, isFresh);
        return;
    }
    const int part = keep(block);
    if (const auto *heading = std::get_if<BulletinHeading>(&block)) {
        begin(cursor, paragraphFormat(m_document, EditorKind::Heading, heading->level, part), isFresh);
        cursor.insertText(inEditor(heading->text), {});
    } else if (const auto *paragraph = std::get_if<BulletinParagraph>(&block)) {
        begin(cursor, paragraphFormat(m_document, EditorKind::Text, 0, part), isFresh);
        insertSpans(cursor, paragraph->spans);
    } else {
        begin(cursor, paragraphFormat(m_document, EditorKind::Chart, 0, part), isFresh);
        QTextCharFormat format;
        format.setObjectType(chartObject);
        format.setProperty(PartProperty, part);
        cursor.insertText(QString(QChar(QChar::ObjectReplacementCharacter)), format);
    }
}

void EditorText::putTable(QTextCursor &cursor, const BulletinTable &table, bool &isFresh)
{
    const int part = keep(table);
    begin(cursor, paragraphFormat(m_document, EditorKind::TableTitle), isFresh);
    cursor.insertText(inEditor(table.title), {});

    const int headers = table.header.isEmpty() ? 0 : 1;
    const auto columns = static_cast<int>(columnsOf(table));
    const int rows = std::max(1, static_cast<int>(table.rows.size()) + headers);
    QTextTableFormat format;
    format.setProperty(PartProperty, part);
    format.setHeaderRowCount(headers);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    format.setBorderCollapse(true);
    format.setBorder(1);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderBrush(QColor(0x7c, 0x87, 0x94)); // to be seen on white and on black
    format.setCellPadding(3);
    if (table.columnGroups > 1)
        format.setTopMargin(18); // room for a remark
    format.setBottomMargin(editorPitch * 0.4);
    QTextTable *shown = cursor.insertTable(rows, columns, format);
    for (int column = 0; column < columns; ++column) {
        const bool numeric = isNumeric(table, column);
        for (int row = 0; row < rows; ++row) {
            QTextTableCell cell = shown->cellAt(row, column);
            QTextCursor inside = cell.firstCursorPosition();
            QTextBlockFormat block =
                paragraphFormat(m_document, row < headers ? EditorKind::HeaderCell : EditorKind::Cell);
            if (row >= headers && !numeric)
                block.setAlignment(Qt::AlignLeft);
            inside.setBlockFormat(block);
            inside.setBlockCharFormat({});
            if (row < headers)
                inside.insertText(inEditor(table.header.value(column)), QTextCharFormat());
            else if (row - headers < table.rows.size())
                insertSpans(inside, {table.rows[row - headers].value(column)});
            if (row < headers) {
                QTextTableCellFormat ground;
                ground.setBackground(QColor(0x80, 0x90, 0xa0, 34));
                cell.setFormat(ground);
            }
        }
    }
    // Qt has left an empty paragraph behind it.
    cursor = QTextCursor(m_document);
    cursor.setPosition(shown->lastPosition() + 1);
    cursor.setBlockFormat(paragraphFormat(m_document, EditorKind::Text));
    isFresh = true;
}

void EditorText::write(const BulletinDocument &document)
{
    m_read.reset();
    m_head = document;
    m_head.blocks.clear();
    m_parts.clear();
    m_document->setUndoRedoEnabled(false);
    m_document->clear();
    QTextCursor cursor(m_document);
    cursor.beginEditBlock();
    cursor.setBlockFormat(paragraphFormat(m_document, EditorKind::Title));
    cursor.insertText(inEditor(document.title), {});
    bool isFresh = false;
    for (const BulletinBlock &block : document.blocks)
        put(cursor, block, isFresh);
    // There is always a line to write in.
    if (document.blocks.isEmpty() || kindOf(cursor.block()) == EditorKind::Chart)
        begin(cursor, paragraphFormat(m_document, EditorKind::Text), isFresh);
    cursor.endEditBlock();
    m_document->setUndoRedoEnabled(true);
}

bool EditorText::isLeftOut(const QTextBlock &block) const
{
    if (block.length() > 1)
        return false;
    const BulletinBlock *part = cameAs(partOf(block));
    if (!part)
        return true;
    // One that came empty is given back; one that was emptied is gone.
    if (const auto *heading = std::get_if<BulletinHeading>(part))
        return kindOf(block) != EditorKind::Heading || !inEditor(heading->text).isEmpty();
    if (const auto *paragraph = std::get_if<BulletinParagraph>(part))
        return kindOf(block) != EditorKind::Text || !joinedSpans(paragraph->spans).isEmpty();
    return true;
}

QList<EditorText::Place> EditorText::places() const
{
    QList<Place> places;
    QTextBlock title; // of the table that comes
    for (auto at = m_document->rootFrame()->begin(); !at.atEnd(); ++at) {
        if (QTextFrame *frame = at.currentFrame()) {
            if (auto *table = qobject_cast<QTextTable *>(frame))
                places.append({.block = title, .table = table});
            title = {};
            continue;
        }
        const QTextBlock block = at.currentBlock();
        if (block == m_document->firstBlock())
            continue;
        // The words above a table that is gone are a paragraph.
        if (title.isValid() && !isLeftOut(title))
            places.append({.block = title});
        title = {};
        if (kindOf(block) == EditorKind::TableTitle)
            title = block;
        else if (!isLeftOut(block))
            places.append({.block = block});
    }
    if (title.isValid() && !isLeftOut(title))
        places.append({.block = title});
    return places;
}

qsizetype EditorText::placeAt(int position) const
{
    const auto all = places();
    qsizetype found = -1;
    for (qsizetype i = 0; i < all.size() && all[i].position() <= position; ++i)
        found = i;
    return found;
}

BulletinBlock EditorText::blockOf(const Place &place) const
{
    if (place.table)
        return readTable(place);
    const QList<BulletinBlock> came = m_parts.value(partOf(place.block));
    const QString origin = came.isEmpty() ? QString() : originOf(came.last());
    const EditorKind kind = kindOf(place.block);
    if (kind == EditorKind::Chart) {
        // The character knows which chart it is: it may have been moved into another paragraph.
        for (auto at = place.block.begin(); !at.atEnd(); ++at) {
            if (const BulletinChart *one = chart(at.fragment().charFormat().intProperty(PartProperty)))
                return *one;
        }
    }
    BulletinBlock read;
    if (kind == EditorKind::Heading) {
        BulletinHeading heading{
            .level = levelOf(place.block), .text = outOfEditor(place.block.text()), .origin = origin};
        if (const auto *last = came.isEmpty() ? nullptr : std::get_if<BulletinHeading>(&came.last()))
            heading.onNewPage = last->onNewPage; // an annex stays one
        read = heading;
    } else {
        BulletinParagraph paragraph{.origin = origin};
        const auto spans = placedSpans(place.block);
        for (const PlacedSpan &placed : spans)
            paragraph.spans.append(placed.span);
        read = paragraph;
    }
    for (qsizetype i = came.size() - 1; i >= 0; --i) {
        if (isSame(read, came[i]))
            return came[i];
    }
    return read;
}

BulletinTable EditorText::readTable(const Place &place) const
{
    const BulletinTable *came = table(place.table);
    BulletinTable read = came ? *came : BulletinTable{};
    const QString title = place.block.isValid() ? outOfEditor(place.block.text()) : QString();
    if (title != outOfEditor(inEditor(read.title)))
        read.title = title;
    const qsizetype headers = read.header.isEmpty() ? 0 : 1;
    for (qsizetype row = 0; row < read.rows.size(); ++row) {
        QList<BulletinSpan> &cells = read.rows[row];
        for (qsizetype column = 0; column < place.table->columns(); ++column) {
            const BulletinSpan cell =
                cellSpan(place.table->cellAt(static_cast<int>(row + headers), static_cast<int>(column)));
            if (column >= cells.size()) {
                if (cell.text.isEmpty())
                    continue;
                cells.resize(column + 1);
            }
            if (joinedSpans({cell}) != joinedSpans({cells[column]}))
                cells[column] = cell;
        }
    }
    return read;
}

BulletinDocument EditorText::read() const
{
    if (!m_read)
        m_read = readNow();
    return *m_read;
}

BulletinDocument EditorText::readNow() const
{
    BulletinDocument document = m_head;
    const QString title = outOfEditor(titleBlock().text());
    if (title != outOfEditor(inEditor(document.title)))
        document.title = title;
    const auto all = places();
    for (const Place &place : all)
        document.blocks.append(blockOf(place));
    return document;
}

const BulletinChart *EditorText::chart(int part) const
{
    const BulletinBlock *came = cameAs(part);
    return came ? std::get_if<BulletinChart>(came) : nullptr;
}

const BulletinTable *EditorText::table(const QTextTable *table) const
{
    const BulletinBlock *came = cameAs(table->format().intProperty(PartProperty));
    return came ? std::get_if<BulletinTable>(came) : nullptr;
}

int EditorText::insertAfter(qsizetype place, const QList<BulletinBlock> &blocks, QTextCursor *kept)
{
    const auto all = places();
    QTextCursor cursor(m_document);
    cursor.beginEditBlock();
    bool isFresh = false;
    const bool behindTable = place >= 0 && all[place].table;
    if (behindTable) {
        // There is a paragraph already; when it is in use, there comes another one before it.
        cursor.setPosition(all[place].table->lastPosition() + 1);
        if (!isLeftOut(cursor.block())) {
            const QTextBlockFormat own = cursor.blockFormat();
            cursor.insertBlock(own, {});
            cursor.movePosition(QTextCursor::PreviousBlock);
        }
        isFresh = true;
    } else {
        const QTextBlock before = place < 0 ? titleBlock() : all[place].block;
        cursor.setPosition(before.position() + before.length() - 1);
    }
    const int anchor = kept ? kept->anchor() : 0;
    const bool holds = kept && !behindTable;
    const int from = cursor.position();
    if (holds)
        kept->setKeepPositionOnInsert(true);
    for (const BulletinBlock &block : blocks)
        put(cursor, block, isFresh);
    const int end = isFresh ? cursor.position() - 1 : cursor.position();
    // The empty paragraph behind a table goes where an ordinary one follows.
    if (isFresh && cursor.block().length() == 1) {
        const QTextBlock next = cursor.block().next();
        if (next.isValid() && !QTextCursor(next).currentTable()) {
            const QTextBlockFormat own = next.blockFormat();
            cursor.deleteChar();
            cursor.setBlockFormat(own);
        }
    }
    if (holds) {
        kept->setKeepPositionOnInsert(false);
        if (anchor == from) {
            const int position = kept->position();
            kept->setPosition(anchor);
            kept->setPosition(position, QTextCursor::KeepAnchor);
        }
    }
    cursor.endEditBlock();
    return end;
}

void EditorText::remove(const Place &place)
{
    QTextCursor cursor(m_document);
    cursor.beginEditBlock();
    QTextBlock block = place.block;
    if (place.table) {
        // Else what follows would become one with the title.
        QTextCursor behind(m_document);
        behind.setPosition(place.table->lastPosition() + 1);
        const QTextBlockFormat own = behind.blockFormat();
        behind.insertBlock(own, {});
        const int title = block.isValid() ? block.position() : place.table->firstPosition() - 1;
        place.table->removeRows(0, place.table->rows());
        block = m_document->findBlock(title);
        if (kindOf(block) != EditorKind::TableTitle) {
            cursor.endEditBlock();
            return;
        }
    }
    cursor.setPosition(block.position());
    cursor.setPosition(block.position() + block.length() - 1, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    const QTextBlock next = block.next();
    const QTextBlock previous = block.previous();
    if (next.isValid() && !QTextCursor(next).currentTable()) {
        const QTextBlockFormat own = next.blockFormat();
        cursor.deleteChar();
        cursor.setBlockFormat(own);
    } else if (!next.isValid() && previous.isValid() && !QTextCursor(previous).currentTable()
               && previous != titleBlock() && kindOf(previous) != EditorKind::Chart) {
        const QTextBlockFormat own = previous.blockFormat();
        cursor.deletePreviousChar();
        cursor.setBlockFormat(own);
    } else {
        cursor.setBlockFormat(paragraphFormat(m_document, EditorKind::Text));
    }
    cursor.endEditBlock();
}

} // namespace huiyin
