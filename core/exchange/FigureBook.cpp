// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/FigureBook.h"

#include "spreadsheet/WorkbookWriter.h"
#include "statistics/StatisticsReport.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

enum : int { Section, Name, Figure, Value, Printed };

// Of the counts; a rate is two of them with a / between, which stays a text.
std::optional<qint64> countIn(const QString &cell)
{
    bool ok = false;
    const qint64 count = cell.toLongLong(&ok);
    return ok ? std::optional(count) : std::nullopt;
}

} // namespace

void writeFigureBook(const QString &path, bool overwrite, const Statistics &figures, const Office &office,
                     const OfficeZone &zone, QDate today)
{
    const QString title = u"统计 "_s + figures.question.period.label();
    WorkbookWriter book(path, overwrite, {.title = title, .company = office.name});
    book.addNotes(u"说明"_s, {{u"单位"_s, office.name},
                              {u"统计期间"_s, figures.question.period.label()},
                              {u"截止时间"_s, zone.text(figures.cutOff)},
                              {u"不计专题"_s, figures.excludedTopics.join(u"、"_s)},
                              {u"导出日期"_s, today.toString(Qt::ISODate)}});
    const QList<QStringList> rows = figureRows(figures, zone);
    SheetLayout layout{
        .name = title, .columns = {}, .footerLeft = office.name, .footerRight = today.toString(Qt::ISODate)};
    for (int column = 0; column < rows.first().size(); ++column) {
        layout.columns.append({.heading = rows.first()[column],
                               .kind = column == Value ? SheetColumn::Kind::WholeNumber : SheetColumn::Kind::Digits});
    }
    SheetWriter &sheet = book.addSheet(layout);
    for (const QStringList &row : rows.sliced(1)) {
        for (int column = Section; column <= Printed; ++column) {
            const auto count = column == Value ? countIn(row[column]) : std::nullopt;
            if (count)
                sheet.number(*count);
            else
                sheet.text(row[column]);
        }
        sheet.endRow();
    }
    book.commit();
}

} // namespace huiyin
