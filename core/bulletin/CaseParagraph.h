// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"
#include "bulletin/ToldCase.h"
#include "domain/CodeTables.h"
#include "statistics/Question.h"

namespace huiyin {

struct Office;

// How a bulletin tells of a case. By the list that it is picked for, else by what became of it.
enum class CaseForm {
    Solved, // 供水公司解决单元停水问题。2月4日，市民打电话反映，…。市长公开电话办公室交办供水公司调查处理。经…。反映人表示满意。
    Handled,    // closed, but nobody says that it is solved: 供水公司办理…问题。
    Answered,   // by the office itself: 市长公开电话办公室解答…问题。
    Problem,    // still open, or picked as a problem: 单元停水问题。…目前仍在办理，已超期9天。
    Suggestion, // 建议增设广告栏。…
};
// The office's own names: 建议, 意见建议 …
bool isProposal(const QString &requestType);
CaseForm formOf(const ToldCase &told, const CodeTables &tables);

// The case in the trade's form, one paragraph: what it is about, what was told when and how, to whom it was given, what
// came of it, and what the citizen said when he was asked. All of it stands in the ticket; what the ticket doesn't know is
// left out. Names are as in the ticket, for they are masked when the bulletin goes out; numbers by which somebody could be
// called or identified are not taken over. Replies are shortened by whole sentences.
BulletinParagraph caseParagraph(const ToldCase &told, const CodeTables &tables, const Office &office,
                                const OfficeZone &zone);

// The paragraphs of some cases, in their order; those that are not there any more are left out. `asOf`: as they stood then.
QList<BulletinParagraph> caseParagraphs(CaseFile &file, const QList<TicketId> &tickets, const CodeTables &tables,
                                        const QDateTime &asOf);

// The moment as of which a period's cases are told: its cut-off, or now, when that is still to come.
QDateTime toldAsOf(const Question &question, const OfficeZone &zone, const QDateTime &now);

} // namespace huiyin
