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

// Names in running text.
//   Certain: after 市民, 反映人, 业主 … and in front of 先生, 女士, 反映 …; after 联系人：, 经办人：, 姓名：, all that stand in a
//   row; in front of 先生, 女士 … at the beginning of a clause.
//   Doubtful: after such a word alone, and those that stand in a row with a name (村民张三、李四和王五反映); after 受理人：, 承办人：, 接线员： (an official, as a rule); at the beginning of a clause
//   in front of 反映, 来电, 投诉, 咨询, 求助, 称 (李红军反映，…), and at that of a cell in front of 受理, 办理, unless it ends as a
//   place, an office, a thing or a group does (区县市镇乡村局委办中心 … 车费款 … 户员), or is a common word.
//   None: what tells no more than a surname: 李某, 李某某, 王女士, 老李, 小王; what is masked: 王*国.
QList<FoundName> namesByContext(const QString &text);

} // namespace huiyin
