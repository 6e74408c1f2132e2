// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Code.h"
#include "paper/FormTable.h"
#include "tickets/TicketPaper.h"

#include <functional>
#include <optional>

namespace huiyin {

// What the forms about a ticket share. Their words are Chinese.

namespace form {
constexpr qreal signingHeight = 32;
constexpr qreal leastWritingHeight = 96; // four lines by hand
constexpr qreal stampHeight = 76;        // half of a round stamp of 42 mm; it may reach over the frame
constexpr qreal remarkPixels = 14;
} // namespace form

// Who asks, where, and what about.
QList<FormRow> matterRows(const WholeTicket &facts, const CitizenOnPaper &citizen, const PaperContext &context);

// 2020-02-17 17:00前（一般5个工作日）；原时限 …; 无 when there is none.
QString deadlineOnPaper(const Dispatch &dispatch, const PaperContext &context);
// How late it was at a time: 已超期2个工作日, hours before the next of them; "" when it wasn't.
QString lateOnPaper(const QDateTime &due, const QDateTime &at, const PaperContext &context);
// 2020年2月10日; blanks to fill in without one.
QString chineseDay(const std::optional<QDateTime> &at, const PaperContext &context);
// The department in full, with its part in the matter.
QString departmentOnPaper(const Dispatch &dispatch, const PaperContext &context);
// Who gave a command about the dispatch, and when, the last time.
const HistoryEvent *lastEventOf(const WholeTicket &facts, const Dispatch &dispatch, const QString &action);

QString box(bool ticked, const QString &text); // ☑ 满意
// All values of an enumeration as boxes, the chosen one ticked.
template <class E>
QString boxes(std::optional<E> chosen, const QString &gap)
{
    QStringList all;
    for (const auto &entry : codeTable<E>())
        all.append(box(chosen == entry.value, QString::fromUtf16(entry.chinese)));
    return all.join(gap);
}

// A sheet of one form in which the room that its last page leaves becomes room to write in. `rows` gets the height of
// that row; it is asked again with more of it.
PaperSheet sheetWithRoom(PaperSheet sheet, const std::function<QList<FormRow>(qreal writingHeight)> &rows);

} // namespace huiyin
