// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendar/WorkCalendar.h"
#include "domain/CitizenOnPaper.h"
#include "domain/CodeTables.h"
#include "domain/Office.h"
#include "domain/OfficeZone.h"
#include "paper/SheetPages.h"
#include "tickets/TicketText.h"
#include "tickets/WholeTicket.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace huiyin {

// What the papers of tickets say besides their tickets. Values, so that a reading thread can lay them out. The words of
// papers are Chinese in every language of the window.
struct PaperContext
{
    Office office{};
    CodeTables tables{};
    WorkCalendar calendar{};
    QDateTime printedAt{};
    QString printedBy{};
    bool withCitizen = false; // else the citizen's data are masked
};

// 承办单: what a department gets and fills in.
PaperSheet dispatchSheet(const WholeTicket &facts, const Dispatch &dispatch, const PaperContext &context);
// Of the dispatches that the departments still have in hand.
bool hasOpenSheet(const Dispatch &dispatch);
QList<PaperSheet> openDispatchSheets(const WholeTicket &facts, const PaperContext &context);

// 催办通知单, 督办通知单, 黄牌, 红牌: what a department is told about a dispatch, with a receipt to tear off.
PaperSheet noticeSheet(const WholeTicket &facts, const Dispatch &dispatch, const Reminder &reminder,
                       const PaperContext &context);
// The last one that was sent about each dispatch that the departments still have in hand; when they have none, about
// each that wasn't returned.
QList<Reminder> lastNotices(const WholeTicket &facts);
QList<PaperSheet> noticeSheets(const WholeTicket &facts, const PaperContext &context);

// 退单审批单, 延期审批单: what a department asked for last, and the ruling; what isn't ruled on is left to be ticked.
struct Asked
{
    enum class What { Return, Extension };
    enum class Ruling { None, Granted, Refused, Lapsed }; // lapsed: it replied before anybody ruled

    What what = What::Return;
    Dispatch dispatch{};
    QDateTime askedAt{};
    Ruling ruling = Ruling::None;
    std::optional<QDateTime> ruledAt{};
};
QList<Asked> askedOf(const WholeTicket &facts);
QList<PaperSheet> rulingSheets(const WholeTicket &facts, const PaperContext &context);

// 回访单: what was noted at the last try and those before it, or blank for a visit or a letter.
PaperSheet notedFollowUpSheet(const WholeTicket &facts, const PaperContext &context);
PaperSheet blankFollowUpSheet(const WholeTicket &facts, const PaperContext &context);

// 一单一报: the explanations that were filed, or, where one is asked for, a form for it.
bool wantsExplanation(const WholeTicket &facts); // and has none yet
QList<PaperSheet> explanationSheets(const WholeTicket &facts, const PaperContext &context);

// 办理单: a ticket with all that was done about it and when.
PaperSheet ticketSheet(const WholeTicket &facts, const PaperContext &context);

// A command of the history in the words of a paper; "" when it has none.
QString chineseEvent(const QString &action);

// Parts of all
QList<PaperPiece> ticketPaperHead(const PaperContext &context, const QString &title, const QString &number);
QString ticketPaperFoot(const PaperContext &context);
QString paperTime(const PaperContext &context, const std::optional<QDateTime> &at); // 2020-02-10 09:00
QString chineseLate(const DueStand &stand);                                         // 超期2日

} // namespace huiyin
