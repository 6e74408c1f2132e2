// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/DepartmentSheet.h"
#include "domain/Dispatch.h"
#include "domain/FollowUp.h"
#include "domain/Reminder.h"
#include "domain/Ticket.h"

#include <QList>

#include <optional>

namespace huiyin {

// A file that is put to a ticket.
struct AttachRequest
{
    TicketId ticket{0};
    QString name{}; // as it came
    QByteArray content{};
    QString note{};
};

// Times that are not given are now. Departments have no program: what they did is entered afterwards, with its time.

struct DispatchRequest
{
    TicketId ticket{0};
    DepartmentId lead{0};
    QList<DepartmentId> coHandlers{};
    QString instruction{};            // 交办意见
    std::optional<QDateTime> dueAt{}; // instead of what the rules say
};

struct ReturnRequest
{
    DispatchId dispatch{0};
    QString ground{};
    std::optional<QDateTime> at{};
};

struct ExtensionRequest
{
    DispatchId dispatch{0};
    QDateTime dueAt{}; // the new one
    QString reason{};
    std::optional<QDateTime> at{};
};

// 暂停计时. The time stands still from `at` to the end of `lastDay`, or until it is let run earlier.
struct SuspensionRequest
{
    DispatchId dispatch{0};
    QDate lastDay{}; // of the office's calendar
    QString ground{};
    std::optional<QDateTime> at{};
};

struct ReplyRequest
{
    DispatchId dispatch{0};
    QString text{};
    ClaimedResult result = ClaimedResult::Solved;
    QString subUnit{}; // the unit below the department that did the work
    std::optional<QDateTime> at{};
};

// What a department has in hand, as a sheet to be filled in there.
struct SheetRequest
{
    DepartmentId department{0};
    bool withCitizen = false; // name, telephone and address of those who asked for no confidentiality
};

// What a row of a sheet that came back says; all of it is entered, or nothing.
struct SheetRowRequest
{
    DepartmentSheetId sheet{0};
    DispatchId dispatch{0};
    QByteArray digest{}; // of what it was filled with
    std::optional<QDateTime> signedAt{};
    std::optional<ReturnRequest> askedReturn{};
    std::optional<ExtensionRequest> askedExtension{};
    std::optional<ReplyRequest> reply{};
};

struct ReminderRequest
{
    DispatchId dispatch{0};
    ReminderLevel level = ReminderLevel::Reminder;
    QString text{}; // of a card: its ground
};

struct FollowUpRequest
{
    TicketId ticket{0};
    FollowUpMethod method = FollowUpMethod::Phone;
    bool reached = false;
    std::optional<bool> solved{};
    std::optional<Satisfaction> satisfaction{};
    QString comment{};
    NextStep nextStep = NextStep::None; // Close and Redo are carried out with it
    QString redoGround{};               // what the department is to do over, when the next step is Redo
};

struct MergeRequest
{
    QList<TicketId> tickets{};
    TicketId into{0};
    QString ground{};
};

// What may be put right in a ticket after it was accepted.
struct CorrectionRequest
{
    TicketId ticket{0};
    qint64 version = 0; // of the ticket as it was read
    std::optional<RequestTypeId> requestType{};
    std::optional<CategoryId> category{};
    std::optional<TopicId> topic{};
    std::optional<AreaId> area{};
    QString address{};
    QString title{};
    QString content{};
    QString requester{};
    QString phone{};
    RequesterKind requesterKind = RequesterKind::Citizen;
    Confidentiality confidentiality = Confidentiality::Open;

    bool operator==(const CorrectionRequest &) const = default;
};

} // namespace huiyin
