// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/ListExport.h"

#include "domain/FormulaGuard.h"
#include "domain/Progress.h"
#include "exchange/CsvWriter.h"
#include "shell/FileSaver.h"
#include "shell/Messages.h"
#include "spreadsheet/WorkbookWriter.h"
#include "storage/CaseFile.h"
#include "storage/OfficeRepository.h"
#include "storage/StorageError.h"
#include "storage/TicketRepository.h"
#include "tickets/CallListModel.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::ListExport)
};

constexpr qsizetype block = 500; // rows read at once

QList<TicketRow> rowsOf(CaseFile &file, const QList<TicketId> &ids)
{
    return TicketRepository(file.database()).rows(ids);
}

QList<CallRow> rowsOf(CaseFile &file, const QList<CallId> &ids)
{
    return callRows(file, ids);
}

template <class IdType, class Field>
QString tabbed(CaseFile &file, const TicketText &text, const IdList<IdType> &ids, const QList<Field> &columns)
{
    QString result;
    for (qsizetype from = 0; from < ids.size(); from += block) {
        const auto rows = rowsOf(file, ids.mid(from, block));
        for (const auto &row : rows) {
            QStringList cells;
            for (const Field column : columns) {
                QString cell = text.cell(row, column);
                for (const QChar part : {u'\t', u'\n', u'\r'}) // they would begin another cell
                    cell.replace(part, u' ');
                if (needsGuard(cell))
                    cell.prepend(u'\'');
                cells.append(cell);
            }
            result += cells.join(u'\t');
            result += u'\n';
        }
    }
    return result;
}

// What a column tells is a time, and not words about one, which hold for today alone.
bool isTime(TicketField column)
{
    return column == TicketField::Received;
}

bool isTime(CallField column)
{
    return column == CallField::Started;
}

const QDateTime &timeOf(const TicketRow &row)
{
    return row.receivedAt;
}

const QDateTime &timeOf(const CallRow &row)
{
    return row.call.startedAt;
}

// Cell by cell, from the left, cell(row, column); `endRow` after each row.
template <class IdType, class Field, class Cell>
void eachCell(CaseFile &file, const IdList<IdType> &ids, const QList<Field> &columns, Progress &progress, Cell cell,
              const std::function<void()> &endRow)
{
    for (qsizetype from = 0; from < ids.size(); from += block) {
        stopIfCancelled(progress);
        progress.report(from, ids.size(), QString());
        const auto rows = rowsOf(file, ids.mid(from, block));
        for (const auto &row : rows) {
            for (const Field column : columns)
                cell(row, column);
            endRow();
        }
    }
}

template <class IdType, class Field>
void writeCsv(CaseFile &file, const TicketText &text, const IdList<IdType> &ids, const QList<Field> &columns,
              const QString &path, bool overwrite, Progress &progress)
{
    CsvWriter writer(path, overwrite);
    for (const Field column : columns)
        writer.cell(TicketText::heading(column));
    writer.endRow();
    eachCell(
        file, ids, columns, progress, [&](const auto &row, Field column) { writer.cell(text.cell(row, column)); },
        [&writer] { writer.endRow(); });
    writer.commit();
}

template <class IdType, class Field>
void writeWorkbook(CaseFile &file, const TicketText &text, const IdList<IdType> &ids, const QList<Field> &columns,
                   const QString &path, bool overwrite, Progress &progress)
{
    const QString name = QFileInfo(path).completeBaseName();
    refuseTooManyRows(name, ids.size());
    const Office office = OfficeRepository(file.database()).load().value_or(Office{});
    WorkbookWriter book(path, overwrite, {.title = name, .company = office.name});
    // As the window shows them, cut where a cell is too small; the whole is in an export of the tables. Times are dates
    // of the spreadsheet, which sort; all else is text, also when somebody edits it there.
    SheetLayout layout{.name = name,
                       .columns = {},
                       .frozenColumns = 1,
                       .longText = SheetLayout::LongText::Cut,
                       .footerLeft = office.name,
                       .footerRight = name};
    for (const Field column : columns)
        layout.columns.append({.heading = TicketText::heading(column),
                               .kind = isTime(column) ? SheetColumn::Kind::DateTime : SheetColumn::Kind::Digits});
    SheetWriter &sheet = book.addSheet(layout);
    eachCell(
        file, ids, columns, progress,
        [&](const auto &row, Field column) {
            if (!isTime(column)) {
                sheet.text(text.cell(row, column));
                return;
            }
            const QDateTime wall = text.zone().toLocal(timeOf(row));
            sheet.moment(wall.addMSecs(-wall.time().msec()));
        },
        [&sheet] { sheet.endRow(); });
    book.commit();
}

template <class IdType, class Field>
void write(CaseFile &file, const TicketText &text, const IdList<IdType> &ids, const QList<Field> &columns,
           const QString &path, bool overwrite, Progress &progress)
{
    if (path.endsWith(u".xlsx", Qt::CaseInsensitive))
        writeWorkbook(file, text, ids, columns, path, overwrite, progress);
    else
        writeCsv(file, text, ids, columns, path, overwrite, progress);
}

} // namespace

QString tabbedRows(CaseFile &file, const TicketText &text, const TicketIds &ids, const QList<TicketField> &columns)
{
    return tabbed(file, text, ids, columns);
}

QString tabbedRows(CaseFile &file, const TicketText &text, const CallIds &ids, const QList<CallField> &columns)
{
    return tabbed(file, text, ids, columns);
}

void writeTable(CaseFile &file, const TicketText &text, const TicketIds &ids, const QList<TicketField> &columns,
                const QString &path, bool overwrite, Progress &progress)
{
    write(file, text, ids, columns, path, overwrite, progress);
}

void writeTable(CaseFile &file, const TicketText &text, const CallIds &ids, const QList<CallField> &columns,
                const QString &path, bool overwrite, Progress &progress)
{
    write(file, text, ids, columns, path, overwrite, progress);
}

void askForTable(QWidget *parent, Messages &messages, const QString &title, const QString &kind, QDate today,
                 std::function<void(const QString &path, bool overwrite)> write)
{
    askForPlace(parent, title, kind + u'-' + today.toString(u"yyyyMMdd"_s), {u"csv"_s, u"xlsx"_s}, messages,
                std::move(write))
        ->setObjectName(u"tickets.exportDialog"_s);
}

void tellWritten(Messages &messages, const QString &path)
{
    messages.show({.level = Message::Level::Information,
                   .what = Text::tr("The list has been written."),
                   .state = QDir::toNativeSeparators(path)});
}

QList<int> columnsInSight(const QHeaderView *header)
{
    QList<int> columns;
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        if (!header->isSectionHidden(column))
            columns.append(column);
    }
    return columns;
}

} // namespace huiyin
