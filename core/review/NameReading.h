// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/NameWords.h"

#include <QString>
#include <QStringView>

namespace huiyin {

// Where a name stands: what is in front of it.
enum class NamePlace {
    Field,     // 姓名：
    Person,    // 反映人
    Group,     // 居民
    Row,       // 王建国、, 王建国和
    Living,    // 家住…的
    Area,      // 铁东区
    Told,      // 责令, 回访: to whom something is done
    Link,      // 与, 向
    Beginning, // of a clause
    Inside     // of whatever
};

// A name as it may be read, with the weight of what speaks for it.
struct NameReading
{
    static constexpr int certain = 6;
    static constexpr int doubtful = 4; // with less it is none

    qsizetype length = 0; // 0: no name
    int weight = 0;
    NameEnding ending = NameEnding::None;
    bool isWord = false; // it begins as a word does: 黄金凤

    bool operator==(const NameReading &) const = default;
};

// 自 有 其 家: characters of given names, but hardly their last ones, and words behind names.
bool isJoiningInNames(QChar sign);

// The best reading of a name that begins at `start`.
NameReading nameReadingAt(const QString &text, qsizetype start, NamePlace place);

// The lengths of names of other peoples that begin there, or 0: 艾力·买买提, and those of one part that are made of what
// such names are (扎西次仁), with what somebody does behind them.
qsizetype dottedNameAt(const QString &text, qsizetype start);
qsizetype partNameAt(QStringView rest);

// Of a name in front of 先生 that begins as a word does (黄金凤, 于海涛) or is one (方圆): whether it is rather a name. 温州王先生
// comes from a place, and of 由王强先生 the first character is no surname.
bool isRatherAName(QStringView name, bool endsInSurname);

// How much of a text that begins with a known name of two characters is the name of another: 3 of 李红军反映, where 李红 is
// known; 0: none.
qsizetype longerNameAt(const QString &text, qsizetype start, qsizetype length);

} // namespace huiyin
