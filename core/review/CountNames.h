// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/ReviewLine.h"

namespace huiyin {

// What the words at a count say that it is, in a list of parts.

// 咨询类, without what opens the list: 其中咨询类, 居前三位的是咨询类.
QString partName(const Mention &mention);

// 水电气 of 属于“水、电、气”问题: what two names of one thing have in common.
QString barePart(QString name);

// 其他: the last of a list that names all parts.
bool isRest(const QString &name);

// 咨询, 求助类, 投诉件
bool isRequestType(const QString &name);

// May it be one of a list of parts? 办结 is a state of all of them, and 较上月增加 is no part either. 户籍办理 and 公交线路增加
// may be a part or not, 已整改 and 退单 too.
enum class Standing { None, Unsure, Sure };
Standing standingOf(const ReviewLine &line, qsizetype index);

// The most decimals that `finest` or one of the counts in 万 has: 1.2万件 and 3000件 make 1.5万件.
Decimal finestOf(const ReviewLine &line, const QList<qsizetype> &counts, Decimal finest);

// The strongest sign between two mentions, as in Mention::parted.
int partedBetween(const ReviewLine &line, qsizetype from, qsizetype to);

} // namespace huiyin
