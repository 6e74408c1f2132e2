// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/CitizenOnPaper.h"
#include "domain/FileName.h"
#include "domain/OfficeZone.h"
#include "exchange/DepartmentSheetColumns.h"
#include "exchange/DepartmentSheetFile.h"
#include "spreadsheet/WorkbookWriter.h"
#include "storage/CaseFile.h"
#include "storage/OpenTickets.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

QList<SheetColumn> columns()
{
    using Kind = SheetColumn::Kind;
    const auto shown = [](SheetField field, Kind kind, int width) {
        return SheetColumn{.heading = headingOf(field), .kind = kind, .width = width};
    };
    const auto toFill = [](SheetField field, Kind kind, int width, const QStringList &choices = {}) {
        return SheetColumn{
            .heading = headingOf(field), .kind = kind, .width = width, .unlocked = true, .choices = choices};
    };
    QStringList results;
    for (const auto &entry : codeTable<ClaimedResult>())
        results.append(QString::fromUtf16(entry.chinese));
    return {shown(SheetField::Number, Kind::Digits, 15),
            shown(SheetField::Code, Kind::Text, 11),
            shown(SheetField::Role, Kind::Text, 10),
            shown(SheetField::Urgency, Kind::Text, 10),
            shown(SheetField::Title, Kind::LongText, 24),
            shown(SheetField::Content, Kind::LongText, 48),
            shown(SheetField::Requester, Kind::Text, 0),
            shown(SheetField::Phone, Kind::Digits, 13),
            shown(SheetField::Place, Kind::LongText, 24),
            shown(SheetField::DispatchedAt, Kind::DateTime, 17),
            shown(SheetField::DueAt, Kind::DateTime, 17),
            shown(SheetField::Instruction, Kind::LongText, 24),
            toFill(SheetField::SignedAt, Kind::DateTime, 17),
            toFill(SheetField::Result, Kind::Text, 11, results),
            toFill(SheetField::Reply, Kind::LongText, 48),
            toFill(SheetField::RepliedAt, Kind::DateTime, 17),
            toFill(SheetField::SubUnit, Kind::Text, 16),
            toFill(SheetField::ReturnGround, Kind::LongText, 24),
            toFill(SheetField::ExtensionDueAt, Kind::Date, 12),
            toFill(SheetField::ExtensionReason, Kind::LongText, 24)};
}

QString roleOf(const Dispatch &dispatch)
{
    const QString role = chineseName(dispatch.role);
    return dispatch.round == 1 ? role : QString(role + u"（第%1轮）"_s.arg(dispatch.round));
}

// What the office asks, and why the last reply or wish was not taken.
QString instructionOf(const Dispatch &dispatch, const CitizenOnPaper &citizen)
{
    QStringList lines;
    if (!dispatch.instruction.isEmpty())
        lines.append(citizen.text(dispatch.instruction));
    if (dispatch.reviewedAt && !dispatch.review.isEmpty())
        lines.append(u"上次反馈被退回："_s + citizen.text(dispatch.review));
    else if (!dispatch.ruling.isEmpty())
        lines.append(u"申请未获同意："_s + citizen.text(dispatch.ruling));
    return lines.join(u'\n');
}

// The wall clock of the office, as spreadsheets know no zones.
QDateTime wall(const OfficeZone &zone, const std::optional<QDateTime> &at)
{
    return at ? zone.toLocal(*at) : QDateTime();
}

QList<std::pair<QString, QString>> notes(const GivenSheet &given, const Office &office, const QString &department,
                                         const OfficeZone &zone)
{
    return {
        {u"交换表编号"_s, given.sheet.number},
        {u"交办单位"_s, office.name},
        {u"承办单位"_s, department},
        {u"制表"_s, QString(zone.text(given.sheet.madeAt) + u'　' + given.sheet.madeBy)},
        {u"件数"_s, QString::number(given.rows.size())},
        {u"怎样填写"_s,
         u"在“待办”表中填写右侧各栏，存盘后把本文件交回；其余各栏已锁定，请勿改动，尤其不要改动工单编号和校验码。"_s},
        {u"办理完毕"_s, u"选“办理结果”，写“反馈内容”；“反馈时间”填完成的时间，不填则以交办单位录入的时间为准。"_s},
        {u"不属本单位职责"_s, u"写“退单理由”，其他各栏不填。"_s},
        {u"需要延期"_s, u"填“申请延期至”和“延期理由”，须在承办时限之前提出。"_s},
        {u"尚未办理"_s, u"不填即可，也可先填“签收时间”。"_s},
    };
}

} // namespace

QHash<DepartmentId, int> dispatchesAtDepartments(CaseFile &file, const Progress &progress)
{
    QHash<DepartmentId, int> counts;
    eachOpenTicket(
        file.database(),
        [&counts](const OpenTicket &ticket) {
            for (const Dispatch &dispatch : ticket.dispatches) {
                if (isAtDepartment(dispatch))
                    ++counts[dispatch.department];
            }
        },
        progress);
    return counts;
}

QString departmentSheetFileName(const GivenSheet &given, const CodeTables &tables)
{
    const QString department = nameOf(tables.departments, std::optional(given.sheet.department));
    return safeFileName(u"%1-待办-%2.xlsx"_s.arg(department, given.sheet.number));
}

void writeDepartmentSheet(const GivenSheet &given, const QString &path, bool overwrite, const Office &office,
                          const CodeTables &tables)
{
    const OfficeZone zone(office.zone);
    const QString department = nameOf(tables.departments, std::optional(given.sheet.department));
    const QString title = u"%1 待办事项"_s.arg(department);
    WorkbookWriter book(path, overwrite,
                        {.title = title,
                         .author = given.sheet.madeBy,
                         .company = office.name,
                         .created = zone.toLocal(given.sheet.madeAt)});
    SheetWriter &sheet = book.addSheet({.name = u"待办"_s,
                                        .columns = columns(),
                                        .isProtected = true,
                                        .frozenColumns = 1,
                                        .longText = SheetLayout::LongText::Cut,
                                        .footerLeft = office.name,
                                        .footerRight = u"交换表 "_s + given.sheet.number});
    for (const GivenSheet::Row &row : given.rows) {
        const Ticket &ticket = row.ticket;
        const CitizenOnPaper citizen(ticket, row.calls, tables, given.withCitizen);
        sheet.text(ticket.number);
        sheet.text(checkCode(given.sheet.key, ticket.number, row.dispatch));
        sheet.text(roleOf(row.dispatch));
        sheet.text(chineseName(ticket.urgency));
        sheet.text(citizen.text(ticket.title));
        sheet.text(citizen.text(ticket.content));
        sheet.text(citizen.requester());
        sheet.text(citizen.phone());
        sheet.text(citizen.place());
        sheet.moment(wall(zone, row.dispatch.dispatchedAt));
        sheet.moment(wall(zone, row.dispatch.dueAt));
        sheet.text(instructionOf(row.dispatch, citizen));
        sheet.moment(wall(zone, row.dispatch.signedAt));
        sheet.endRow();
    }
    book.addNotes(u"说明"_s, notes(given, office, department, zone));
    book.commit();
}

} // namespace huiyin
