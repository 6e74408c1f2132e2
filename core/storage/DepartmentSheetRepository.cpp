// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/DepartmentSheetRepository.h"

#include "storage/Database.h"

using namespace Qt::StringLiterals;

namespace huiyin {

QString DepartmentSheetRepository::nextNumber(QDate day) const
{
    const QString prefix = day.toString(u"yyyyMMdd"_s) + u'-';
    const auto last = m_database
                          .value<qint64>(u"SELECT max(CAST(substr(number, 10) AS INTEGER)) FROM department_sheet "
                                         "WHERE number >= ? AND number < ?"_s,
                                         prefix, QString(prefix + u':'))
                          .value_or(0);
    return u"%1%2"_s.arg(prefix).arg(last + 1, 2, 10, QChar(u'0'));
}

DepartmentSheetId DepartmentSheetRepository::insert(const DepartmentSheet &sheet) const
{
    const DepartmentSheetId id(m_database.insert(
        u"INSERT INTO department_sheet(number, department, made_at, made_by, key) VALUES(?, ?, ?, ?, ?)"_s,
        sheet.number, sheet.department, sheet.madeAt, sheet.madeBy, sheet.key));
    for (const DepartmentSheetRow &row : sheet.rows) {
        m_database.exec(u"INSERT INTO department_sheet_row(sheet, dispatch, standing) VALUES(?, ?, ?)"_s, id,
                        row.dispatch, row.standing);
    }
    return id;
}

void DepartmentSheetRepository::markTaken(DepartmentSheetId sheet, const DepartmentSheetRow &row) const
{
    m_database.exec(
        u"UPDATE department_sheet_row SET standing = ?, taken_at = ?, taken_by = ?, taken = ? WHERE sheet = ? AND "
        "dispatch = ?"_s,
        row.standing, row.takenAt, row.takenBy, row.taken, sheet, row.dispatch);
}

std::optional<DepartmentSheet> DepartmentSheetRepository::byId(DepartmentSheetId id) const
{
    auto sheet = m_database.first(
        u"SELECT id, number, department, made_at, made_by, key FROM department_sheet WHERE id = ?"_s,
        [](const Row &row) {
            return DepartmentSheet{.id = row.get<DepartmentSheetId>(0),
                                   .number = row.get<QString>(1),
                                   .department = row.get<DepartmentId>(2),
                                   .madeAt = row.get<QDateTime>(3),
                                   .madeBy = row.get<QString>(4),
                                   .key = row.get<QByteArray>(5)};
        },
        id);
    if (!sheet)
        return std::nullopt;
    sheet->rows = m_database.all(
        u"SELECT dispatch, standing, taken_at, taken_by, taken FROM department_sheet_row WHERE sheet = ? ORDER BY "
        "dispatch"_s,
        [](const Row &row) {
            return DepartmentSheetRow{.dispatch = row.get<DispatchId>(0),
                                      .standing = row.get<QString>(1),
                                      .takenAt = row.get<std::optional<QDateTime>>(2),
                                      .takenBy = row.get<QString>(3),
                                      .taken = row.get<QByteArray>(4)};
        },
        id);
    return sheet;
}

QByteArray DepartmentSheetRepository::keyOf(DepartmentSheetId id) const
{
    return m_database.value<QByteArray>(u"SELECT key FROM department_sheet WHERE id = ?"_s, id).value_or(QByteArray());
}

QList<DepartmentSheetId> DepartmentSheetRepository::with(DispatchId dispatch) const
{
    return m_database.all(
        u"SELECT sheet FROM department_sheet_row WHERE dispatch = ? ORDER BY sheet DESC"_s,
        [](const Row &row) { return row.get<DepartmentSheetId>(0); }, dispatch);
}

} // namespace huiyin
