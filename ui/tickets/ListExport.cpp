// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/ListExport.h"

#include "domain/Progress.h"
#include "exchange/CsvWriter.h"
#include "shell/FileSaver.h"
#include "shell/Messages.h"
#include "storage/CaseFile.h"
#include "storage/StorageError.h"
#include "storage/TicketRepository.h"
#include "tickets/CallListModel.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
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
                cells.append(cell.replace(u'\t', u' ').replace(u'\n', u' '));
            }
            result += cells.join(u'\t');
            result += u'\n';
        }
    }
    return result;
}

template <class IdType, class Field>
void write(CaseFile &file, const TicketText &text, const IdList<IdType> &ids, const QList<Field> &columns,
           const QString &path, bool overwrite, Progress &progress)
{
    CsvWriter writer(path, overwrite);
    for (const Field column : columns)
        writer.cell(TicketText::heading(column));
    writer.endRow();
    for (qsizetype from = 0; from < ids.size(); from += block) {
        stopIfCancelled(progress);
        progress.report(from, ids.size(), QString());
        const auto rows = rowsOf(file, ids.mid(from, block));
        for (const auto &row : rows) {
            for (const Field column : columns)
                writer.cell(text.cell(row, column));
            writer.endRow();
        }
    }
    writer.commit();
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

void writeCsv(CaseFile &file, const TicketText &text, const TicketIds &ids, const QList<TicketField> &columns,
              const QString &path, bool overwrite, Progress &progress)
{
    write(file, text, ids, columns, path, overwrite, progress);
}

void writeCsv(CaseFile &file, const TicketText &text, const CallIds &ids, const QList<CallField> &columns,
              const QString &path, bool overwrite, Progress &progress)
{
    write(file, text, ids, columns, path, overwrite, progress);
}

void askForCsv(QWidget *parent, Messages &messages, const QString &title, const QString &kind, QDate today,
               std::function<void(const QString &path, bool overwrite)> write)
{
    askForPlace(parent, title, kind + u'-' + today.toString(u"yyyyMMdd"_s), u"csv"_s, messages, std::move(write))
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
