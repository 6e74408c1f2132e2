// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Dispatch.h"
#include "domain/Id.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace huiyin {

// One dispatch on a department's sheet.
struct DepartmentSheetRow
{
    DispatchId dispatch{0};
    QString standing{};                 // standingOf() when the sheet was made
    std::optional<QDateTime> takenAt{}; // when what it was filled with was entered last
    QString takenBy{};
    QByteArray taken{}; // the digest of what that was; empty: nothing yet

    bool operator==(const DepartmentSheetRow &) const = default;
};

// 交换表: what a department without a program has in hand, given out as a spreadsheet by stick, mail or chat, to come
// back filled in. The file remembers each, to tell one that comes back from one that was changed on the way.
struct DepartmentSheet
{
    std::optional<DepartmentSheetId> id{};
    QString number{}; // 20261123-01: the day and the how manyeth of it
    DepartmentId department{0};
    QDateTime madeAt{};
    QString madeBy{};
    QByteArray key{}; // 32 random bytes
    QList<DepartmentSheetRow> rows{};
};

// How a dispatch stands as far as it matters to who fills in a sheet: its round and what the department and the office
// have done about it. That it was signed for makes no difference. Compared, never shown.
QString standingOf(const Dispatch &dispatch);

// Eight signs beside the ticket's number, K7Q2-9FXM, that only the sheet's key gives: a number that was changed, or a row
// that was mixed up, doesn't fit its code any more.
QString checkCode(const QByteArray &sheetKey, const QString &ticketNumber, const Dispatch &dispatch);
// As it was typed or copied: without spaces and dashes, in capitals.
QString plainCheckCode(const QString &code);

} // namespace huiyin
