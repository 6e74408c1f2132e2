// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/DepartmentSheet.h"

#include <QList>

#include <optional>

namespace huiyin {

class Database;

// Reads and writes what is known of departments' sheets. Never begins a transaction: the command that calls it does.
class DepartmentSheetRepository
{
public:
    explicit DepartmentSheetRepository(Database &database)
        : m_database(database)
    {
    }

    // The next number of a day of the office's calendar.
    [[nodiscard]] QString nextNumber(QDate day) const;
    DepartmentSheetId insert(const DepartmentSheet &sheet) const;
    void markTaken(DepartmentSheetId sheet, const DepartmentSheetRow &row) const;

    // With all rows. nullopt: it was never made here.
    [[nodiscard]] std::optional<DepartmentSheet> byId(DepartmentSheetId id) const;
    // Of its check codes; empty: it was never made here.
    [[nodiscard]] QByteArray keyOf(DepartmentSheetId id) const;
    // That a dispatch stands on, the newest first.
    [[nodiscard]] QList<DepartmentSheetId> with(DispatchId dispatch) const;

private:
    Database &m_database;
};

} // namespace huiyin
