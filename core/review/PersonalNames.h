// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace huiyin {

// A name of a person that the words around it give away.
struct FoundName
{
    qsizetype start = 0; // UTF-16 units
    qsizetype length = 0;
    bool certain = true;

    bool operator==(const FoundName &) const = default;
};

// How many characters of a name are its surname: two of 欧阳, one of 王, 0 when none is known.
qsizetype surnameLength(QStringView name);

// A word that a name may be, too: 文明, 高兴.
bool isCommonWord(QStringView text);

// 公司 of 宏达商贸有限公司: what something is that is no person; "" of a person.
QString organisationIn(const QString &name);

// Names in running text: after 市民, 反映人, 业主 … or in front of 先生, 女士, 反映 … Both: certain. One: doubtful.
QList<FoundName> namesByContext(const QString &text);

} // namespace huiyin
