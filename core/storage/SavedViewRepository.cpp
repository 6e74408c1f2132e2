// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SavedViewRepository.h"

#include "storage/Database.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

const auto columns = u"id, list, name, owner, definition, updated_at, updated_by, version"_s;

SavedView toView(const Row &row)
{
    return {.id = row.get<SavedViewId>(0),
            .list = row.get<ViewList>(1),
            .name = row.get<QString>(2),
            .owner = row.get<QString>(3),
            .definition = row.get<QString>(4).toUtf8(),
            .updatedAt = row.get<QDateTime>(5),
            .updatedBy = row.get<QString>(6),
            .version = row.get<qint64>(7)};
}

} // namespace

QList<SavedView> SavedViewRepository::of(ViewList list, const QString &user) const
{
    return m_database.all(u"SELECT "_s + columns
                              + u" FROM saved_view WHERE list = ? AND owner IN ('', ?) ORDER BY name, owner",
                          toView, list, user);
}

std::optional<SavedView> SavedViewRepository::byId(SavedViewId id) const
{
    return m_database.first(u"SELECT "_s + columns + u" FROM saved_view WHERE id = ?", toView, id);
}

SavedViewId SavedViewRepository::insert(const SavedView &view) const
{
    return SavedViewId(m_database.insert(
        u"INSERT INTO saved_view(list, name, owner, definition, updated_at, updated_by) "
        "VALUES(?, ?, ?, ?, ?, ?)"_s,
        view.list, view.name, view.owner, QString::fromUtf8(view.definition), view.updatedAt, view.updatedBy));
}

bool SavedViewRepository::update(const SavedView &view) const
{
    return m_database.exec(u"UPDATE saved_view SET name = ?, owner = ?, definition = ?, updated_at = ?, "
                           "updated_by = ?, version = version + 1 WHERE id = ? AND version = ?"_s,
                           view.name, view.owner, QString::fromUtf8(view.definition), view.updatedAt, view.updatedBy,
                           view.id, view.version)
           == 1;
}

void SavedViewRepository::remove(SavedViewId id) const
{
    m_database.exec(u"DELETE FROM saved_view WHERE id = ?"_s, id);
}

void SavedViewRepository::giveTo(const QString &owner, const QString &next) const
{
    m_database.exec(u"UPDATE saved_view SET owner = ? WHERE owner = ?"_s, next, owner);
}

} // namespace huiyin
