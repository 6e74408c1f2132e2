// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace huiyin {

// The words of a ticket as a bulletin can print them. Nothing is put into other words: what is no part of the matter goes,
// whole clauses and whole sentences only.

// Chinese stops for half-width ones, one line, and no telephone or identity number: the clause that gives it goes, or the
// brackets around it.
QString cleanedText(const QString &text);

// Each with its stop; what has none at the end gets one.
QStringList sentencesOf(const QString &cleaned);

// The first sentences that have room in `most` characters, at least one; and the last, when it is what is asked for
// (要求…，请求…，希望…，建议…), in place of one before it.
QString shortened(const QStringList &sentences, qsizetype most);

// What a department wrote, without its salutation, its heading, thanks, signature and whom to call; 我局 is the department
// and 您 the citizen. `withoutRating`: that the citizen is content is left out too, for the office has asked him itself.
QStringList replySentences(const QString &reply, const QString &department, bool withoutRating);

// What a title tells of, for 解决…问题: 咨询停水原因 → 停水原因, 关于垃圾清运的问题。 → 垃圾清运,
// 楼上漏水请求协调 → 楼上漏水.
QString matterOf(const QString &title);

} // namespace huiyin
