// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Code.h"
#include "domain/Id.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace huiyin {

// The lists that views can be saved of.
enum class ViewList { Tickets, Calls };

// 视图: a list as somebody wants to see it again and again, for himself or for the whole office.
struct SavedView
{
    std::optional<SavedViewId> id{};
    ViewList list = ViewList::Tickets;
    QString name{};
    QString owner{};         // the user whose it is alone; "": the whole office's
    QByteArray definition{}; // what narrows the list, its order, its columns (casework/ListViews)
    QDateTime updatedAt{};
    QString updatedBy{};
    qint64 version = 0; // counts up with each change; 0: not in the file yet

    bool operator==(const SavedView &) const = default;
};

} // namespace huiyin
