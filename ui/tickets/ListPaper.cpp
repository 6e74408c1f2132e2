// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/ListPaper.h"

#include "domain/PersonalText.h"
#include "paper/PaperTable.h"
#include "paper/PaperText.h"
#include "tickets/DutyNames.h"

namespace huiyin {

using namespace Qt::StringLiterals;

namespace {

QList<PaperPiece> centred(const QString &text, const TextStyle &style, qreal width, qreal pitch)
{
    QList<PaperPiece> pieces;
    for (const BrokenLine &broken : breakLines({{.text = text}}, style, width)) {
        PaperPiece piece{.height = pitch};
        piece.lines.append(broken.line);
        piece.lines.last().baseline.ry() += baselineIn(pitch, style.pixels);
        pieces.append(piece);
    }
    return pieces;
}

} // namespace

PaperSheet listSheet(const QList<TicketRow> &rows, const QList<TicketField> &columns, const TicketText &text,
                     const QString &narrowed, const PaperContext &context)
{
    constexpr auto format = SheetPages::Format::Landscape;
    constexpr qreal titlePixels = 24;
    constexpr qreal remarkPixels = 14;
    const QSizeF size = SheetPages::textSize(format);
    PaperSheet sheet{.foot = ticketPaperFoot(context)};
    sheet.head = centred(context.office.name + u"工单清单"_s,
                         {.role = FontRole::XiaoBiaoSong, .pixels = titlePixels, .alignment = Qt::AlignHCenter},
                         size.width(), 38);
    QString remark = u"共%1件"_s.arg(rows.size());
    if (!narrowed.isEmpty())
        remark = narrowed + u"；"_s + remark;
    sheet.head += centred(remark, {.pixels = remarkPixels, .alignment = Qt::AlignHCenter}, size.width(), 24);
    sheet.head.last().height += 6;
    qreal headHeight = 0;
    for (const PaperPiece &piece : std::as_const(sheet.head))
        headHeight += piece.height;

    BulletinTable table;
    for (const TicketField column : columns)
        table.header.append(TicketText::heading(column));
    for (const TicketRow &row : rows) {
        QList<BulletinSpan> cells;
        for (const TicketField column : columns)
            cells.append({.text = text.cell(row, column)});
        table.rows.append(cells);
    }
    sheet.flow = tablePieces(table, size.width(), size.height() - headHeight);
    return sheet;
}

QString filterInWords(const TicketFilter &filter, const CodeTables &tables, const OfficeZone &zone)
{
    QStringList words;
    const auto add = [&words](const QString &label, const QString &value) {
        if (!value.isEmpty())
            words.append(label + value);
    };
    const auto day = [&zone](const QDateTime &at) { return zone.toLocal(at).toString(u"yyyy-MM-dd"_s); };
    if (filter.receivedFrom)
        words.append(day(*filter.receivedFrom) + u"起"_s);
    if (filter.receivedBefore)
        words.append(u"至"_s + day(filter.receivedBefore->addMSecs(-1)));
    if (filter.openOnly)
        words.append(u"未办结"_s);
    if (filter.state)
        add(u"状态："_s, chineseName(*filter.state));
    if (filter.duty)
        words.append(dutyName(*filter.duty));
    add(u"渠道："_s, nameOf(tables.channels, filter.channel));
    add(u"类型："_s, nameOf(tables.requestTypes, filter.requestType));
    add(u"类别："_s, pathOf(tables.categories, filter.category));
    add(u"专题："_s, nameOf(tables.topics, filter.topic));
    add(u"区域："_s, pathOf(tables.areas, filter.area));
    add(u"承办单位："_s, nameOf(tables.departments, filter.department));
    for (const auto &entry : codeTable<Mark>()) {
        if (filter.marks.testFlag(entry.value))
            words.append(QString::fromUtf16(entry.chinese));
    }
    if (!filter.text.isEmpty())
        words.append(u"含“"_s + maskedText(filter.text) + u"”"_s);
    if (filter.among)
        words.append(u"选定的工单"_s);
    return words.join(u"，"_s);
}

} // namespace huiyin
