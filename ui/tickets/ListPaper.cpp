// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/ListPaper.h"

#include "paper/PaperTable.h"
#include "paper/PaperText.h"
#include "storage/CallRepository.h"
#include "storage/CaseFile.h"
#include "storage/StorageError.h"
#include "storage/TicketRepository.h"

#include <algorithm>

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

QString headingOf(TicketField column)
{
    switch (column) {
    case TicketField::Number:
        return u"工单编号"_s;
    case TicketField::Urgency:
        return u"紧急程度"_s;
    case TicketField::Type:
        return u"诉求类型"_s;
    case TicketField::Category:
        return u"诉求类别"_s;
    case TicketField::Title:
        return u"标题"_s;
    case TicketField::Department:
        return u"主办单位"_s;
    case TicketField::State:
        return u"状态"_s;
    case TicketField::Deadline:
        return u"时限"_s;
    case TicketField::Received:
        return u"受理时间"_s;
    }
    return {};
}

QString stateOf(const TicketRow &row)
{
    // How it was closed says more than that it was.
    if (row.state == TicketState::Closed && row.resolution && *row.resolution != Resolution::Handled
        && *row.resolution != Resolution::Explained)
        return chineseName(*row.resolution);
    return chineseName(row.state);
}

QString deadlineOf(const DueStand &stand, const OfficeZone &zone)
{
    switch (stand.kind) {
    case DueStand::Kind::None:
        return {};
    case DueStand::Kind::Late:
        return chineseLate(stand);
    case DueStand::Kind::Replied:
        return u"已反馈"_s;
    case DueStand::Kind::OnTime:
        return u"按时"_s;
    case DueStand::Kind::Today: // a paper is read on other days too
    case DueStand::Kind::Soon:
    case DueStand::Kind::Later:
        return zone.toLocal(stand.due).toString(u"yyyy-MM-dd HH:mm"_s);
    }
    return {};
}

QString cellOf(const ListedTicket &listed, TicketField column, const TicketText &text, const PaperContext &context)
{
    const TicketRow &row = listed.row;
    switch (column) {
    case TicketField::Number:
        return row.number;
    case TicketField::Urgency:
        return row.urgency == Urgency::Normal ? QString() : chineseName(row.urgency);
    case TicketField::Type:
        return nameOf(context.tables.requestTypes, row.requestType);
    case TicketField::Category:
        return text.topCategory(row.category);
    case TicketField::Title:
        return CitizenOnPaper(listed.ticket, listed.calls, context.tables, context.withCitizen).text(row.title);
    case TicketField::Department:
        return text.department(row.lead);
    case TicketField::State:
        return stateOf(row);
    case TicketField::Deadline:
        return deadlineOf(text.dueStand(row), text.zone());
    case TicketField::Received:
        return paperTime(context, row.receivedAt);
    }
    return {};
}

} // namespace

QList<ListedTicket> readListed(CaseFile &file, const QList<TicketId> &ids, const Progress &progress)
{
    const TicketRepository tickets(file.database());
    const CallRepository calls(file.database());
    QList<ListedTicket> listed;
    const QList<TicketRow> rows = tickets.rows(ids);
    for (const TicketRow &row : rows) {
        stopIfCancelled(progress);
        if (const auto ticket = tickets.byId(row.id))
            listed.append({.row = row, .ticket = *ticket, .calls = calls.ofTicket(row.id)});
    }
    return listed;
}

PaperSheet listSheet(const QList<ListedTicket> &rows, const QList<TicketField> &columns, const TicketText &text,
                     const ListHead &listHead, const PaperContext &context)
{
    constexpr auto format = SheetPages::Format::Landscape;
    constexpr qreal titlePixels = 24;
    constexpr qreal remarkPixels = 14;
    const QSizeF size = SheetPages::textSize(format);
    PaperSheet sheet{.foot = ticketPaperFoot(context)};
    sheet.head = centred(context.office.name + u"工单清单"_s,
                         {.role = FontRole::XiaoBiaoSong, .pixels = titlePixels, .alignment = Qt::AlignHCenter},
                         size.width(), 38);
    QString remark = (listHead.isChosen ? u"其中选定%1件"_s : u"共%1件"_s).arg(rows.size());
    if (!listHead.narrowed.isEmpty())
        remark = listHead.narrowed + u"；"_s + remark;
    else if (listHead.isChosen)
        remark = u"选定%1件"_s.arg(rows.size());
    sheet.head += centred(remark, {.pixels = remarkPixels, .alignment = Qt::AlignHCenter}, size.width(), 24);
    sheet.head.last().height += 6;
    qreal headHeight = 0;
    for (const PaperPiece &piece : std::as_const(sheet.head))
        headHeight += piece.height;

    BulletinTable table;
    table.rows.resize(rows.size());
    table.header.append(u"序号"_s);
    for (qsizetype i = 0; i < rows.size(); ++i)
        table.rows[i].append({.text = QString::number(i + 1)});
    for (const TicketField column : columns) {
        QStringList cells;
        for (const ListedTicket &row : rows)
            cells.append(cellOf(row, column, text, context));
        // Where nothing stands the others get the room.
        if (std::ranges::all_of(cells, &QString::isEmpty) && !rows.isEmpty())
            continue;
        table.header.append(headingOf(column));
        for (qsizetype i = 0; i < cells.size(); ++i)
            table.rows[i].append({.text = cells[i]});
    }
    sheet.flow = tablePieces(table, size.width(), size.height() - headHeight, TableDensity::Dense);
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
        words.append(chineseName(*filter.duty));
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
        words.append(u"含检索词"_s);
    if (filter.among)
        words.append(u"选定的工单"_s);
    return words.join(u"，"_s);
}

} // namespace huiyin
