// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SheetProfileRepository.h"

#include "storage/Database.h"

using namespace Qt::StringLiterals;

namespace huiyin {

QList<KeptSheetProfile> SheetProfileRepository::all() const
{
    return m_database.all(u"SELECT id, name, definition, changed_at, changed_by FROM sheet_profile ORDER BY name"_s,
                          [](const Row &row) {
                              return KeptSheetProfile{.id = row.get<qint64>(0),
                                                      .name = row.get<QString>(1),
                                                      .definition = row.get<QString>(2).toUtf8(),
                                                      .changedAt = row.get<QDateTime>(3),
                                                      .changedBy = row.get<QString>(4)};
                          });
}

qint64 SheetProfileRepository::keep(const KeptSheetProfile &profile) const
{
    m_database.exec(u"INSERT INTO sheet_profile(name, definition, changed_at, changed_by) VALUES(?, ?, ?, ?) "
                    "ON CONFLICT(name) DO UPDATE SET definition = excluded.definition, "
                    "changed_at = excluded.changed_at, changed_by = excluded.changed_by"_s,
                    profile.name, QString::fromUtf8(profile.definition), profile.changedAt, profile.changedBy);
    return m_database.value<qint64>(u"SELECT id FROM sheet_profile WHERE name = ?"_s, profile.name).value_or(0);
}

bool SheetProfileRepository::remove(qint64 id) const
{
    return m_database.exec(u"DELETE FROM sheet_profile WHERE id = ?"_s, id) == 1;
}

} // namespace huiyin
