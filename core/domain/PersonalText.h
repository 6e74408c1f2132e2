// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace huiyin {

struct Ticket;

// How a citizen's data are shown until somebody asks for them by name: in lists, in the detail and on paper. What is
// published is masked more strictly.

// 张三 → 张*, 张小三 → 张*三, 欧阳小三 → 欧阳**; 肖先生 and 王女士 say no more than the surname and stay, 张小三先生 → 张*三先生.
QString maskedName(const QString &name);

// Under which names somebody may stand in a text whose field of the name is this: the field itself, and of 王建国、李红（业主）
// and 王建国先生 the names in it. Without those that tell nothing of anybody: 市民, 匿名, a single character.
QStringList namesIn(const QString &field);

// Surnames of two characters of which more than a few thousand people are called.
const QStringList &compoundSurnames();

// 13800001234 → 138****1234; of a line of the fixed network the area code and the last two digits stay.
QString maskedPhone(const QString &phone);

// Down to the street or the community: 铁东区平东小区5号楼 → 铁东区平东小区****.
QString maskedAddress(const QString &address);

// Running text, with the telephone and identity numbers and number plates in it masked.
QString maskedText(const QString &text);

// Somebody whose data are known from the fields of a ticket or a call.
struct Citizen
{
    QString name{};
    QString address{};
};
Citizen citizenOf(const Ticket &ticket);

// The same, with what is known of somebody masked too, wherever it stands.
QString maskedText(const QString &text, const Citizen &citizen);

// Running text with each such number replaced by stars of a fixed length, and with what may be a number of the fixed network without its area code.
QString withoutNumbers(const QString &text);

// Full-width digits, letters and points, long dashes and wide spaces as what they stand for; every character keeps its place.
QString asPlain(const QString &text);

} // namespace huiyin
