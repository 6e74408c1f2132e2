// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/NameWords.h"

#include <QList>
#include <QString>

namespace huiyin {

// A name of a person that the words around it give away.
struct FoundName
{
    qsizetype start = 0; // UTF-16 units
    qsizetype length = 0;
    bool certain = true;
    bool spreads = true;   // it is looked for in the whole document; false: what tells it here is too little for that
    bool official = false; // 市长王建国: said in public; what else tells no more than a name of him is nobody's

    bool operator==(const FoundName &) const = default;
};

// A word that a name may be, too: 文明, 高兴, 高峰.
bool isCommonWord(QStringView text);

// 公司 of 宏达商贸有限公司: what something is that is no person; "" of a person.
QString organisationIn(const QString &name);

// Names in running text. What stands in front of a name (反映人：, 其子, 居民), what stands behind it (来电, 先生, （电话, a comma), and
// the characters and words that it is made of are weighed together:
//   Certain: behind what a form calls a name (反映人：, 姓名为) or one person (当事人, 其子, 房东) with an end that is one; behind a
//   group (居民, 业主) in front of what only somebody does; in front of 先生 and of （电话 …, ，男，; where somebody lives:
//   501室的王建国反映.
//   Doubtful: behind a group with nothing but a sign behind it; in a row with a name; behind 受理人：, 承办人： (an official, as
//   a rule); at the beginning of a clause, behind an area or 责令, 与, 告知 in front of what only somebody does; in front of 医生;
//   a couple (王建国李秀英夫妇); what is a word, too.
//   None: an ordinary word (居民陆续来电, 业主曾两次); a place or an office; what tells no more than a surname: 李某, 王女士, 老李; what is
//   masked: 王*国.
QList<FoundName> namesByContext(const QString &text);

} // namespace huiyin
