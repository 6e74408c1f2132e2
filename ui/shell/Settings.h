// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QStringList>

class QHeaderView;
class QSplitter;

namespace huiyin {

// How this person likes the window: sizes, columns, recent files, appearance. Never a citizen's data, no searches.
class Settings : public QSettings
{
public:
    Settings();
};

inline Settings settings()
{
    return {};
}

// Remembers the columns (widths, order, hidden) or the division under a key such as "tickets.table"; restores now and
// keeps each change.
void rememberColumns(QHeaderView *header, const QString &key);
// While they are those of a view, they are not kept as the user's own.
void lendColumns(QHeaderView *header, bool lent);
void keepColumns(QHeaderView *header, const QString &key); // now
void rememberSplitter(QSplitter *splitter, const QString &key);

// The case files opened last, newest first; those that are gone are left out.
QStringList recentFiles();
void addRecentFile(const QString &path);
void removeRecentFile(const QString &path);

} // namespace huiyin
