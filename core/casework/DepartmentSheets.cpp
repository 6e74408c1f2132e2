// SPDX-License-Identifier: GPL-3.0-or-later
// The commands around the sheets that departments without a program fill in.
#include "casework/CaseBook.h"
#include "casework/Recorder.h"
#include "casework/SheetTrial.h"
#include "storage/AccessRepository.h"
#include "storage/CallRepository.h"
#include "storage/CaseFile.h"
#include "storage/DepartmentSheetRepository.h"
#include "storage/DispatchRepository.h"
#include "storage/OpenTickets.h"
#include "storage/TicketRepository.h"
#include "storage/Transaction.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

QByteArray newKey()
{
    std::array<quint32, 8> words{}; // 32 bytes
    QRandomGenerator::system()->fillRange(words.data(), std::ssize(words));
    return {reinterpret_cast<const char *>(words.data()), static_cast<qsizetype>(sizeof words)};
}

} // namespace

Outcome<GivenSheet> CaseBook::giveSheet(const SheetRequest &request)
{
    if (auto refusal = checkRight(Command::GiveSheet))
        return *refusal;
    if (request.withCitizen) {
        if (auto refusal = checkRight(Command::RevealCitizen))
            return *refusal;
    }
    const Department *department = findById(tables().departments, std::optional(request.department));
    if (!department)
        return Refusal{tr("Choose a department of the office's list."), u"department"_s};
    Database &database = m_file.database();
    Transaction transaction(database);
    const DispatchRepository dispatches(database);
    GivenSheet given{.withCitizen = request.withCitizen};
    // What is due first comes first.
    eachOpenTicket(database, [&](const OpenTicket &ticket) {
        for (const Dispatch &open : ticket.dispatches) {
            if (open.department != request.department || !isAtDepartment(open))
                continue;
            const auto dispatch = dispatches.byId(*open.id);
            given.rows.append({.ticket = *TicketRepository(database).byId(ticket.id),
                               .calls = CallRepository(database).ofTicket(ticket.id),
                               .dispatch = *dispatch});
            given.sheet.rows.append({.dispatch = *open.id, .standing = standingOf(*dispatch)});
        }
    });
    if (given.rows.isEmpty())
        return Refusal{tr("%1 has nothing in hand.").arg(department->name), u"department"_s};

    const QDateTime now = m_clock.now();
    const DepartmentSheetRepository repository(database);
    given.sheet.number = repository.nextNumber(m_file.zone().day(now));
    given.sheet.department = request.department;
    given.sheet.madeAt = now;
    given.sheet.madeBy = m_user;
    given.sheet.key = newKey();
    given.sheet.id = repository.insert(given.sheet);
    const AccessRepository records(database);
    const QString what = u"department sheet "_s + given.sheet.number;
    if (!request.withCitizen) {
        records.append({.at = now, .user = m_user, .action = u"export"_s, .details = what + u", masked"_s});
    } else {
        for (const GivenSheet::Row &row : std::as_const(given.rows))
            records.append(
                {.at = now, .user = m_user, .action = u"export"_s, .ticket = *row.ticket.id, .details = what});
    }
    Recorder(database, now, m_user)
        .record(u"department_sheet"_s, given.sheet.id->value(), u"sheet_given"_s,
                {{u"number"_s, given.sheet.number},
                 {u"department"_s, department->name},
                 {u"rows"_s, given.rows.size()},
                 {u"with_citizen"_s, request.withCitizen}});
    transaction.commit();
    return given;
}

Outcome<Changes> CaseBook::takeSheetRow(const SheetRowRequest &request)
{
    Database &database = m_file.database();
    const auto dispatch = DispatchRepository(database).byId(request.dispatch);
    if (auto refusal = checkRight(Command::TakeSheet, dispatch ? std::optional(dispatch->ticket) : std::nullopt))
        return *refusal;
    const DepartmentSheetRepository repository(database);
    const auto sheet = repository.byId(request.sheet);
    const auto known = sheet ? std::ranges::find(sheet->rows, request.dispatch, &DepartmentSheetRow::dispatch)
                             : QList<DepartmentSheetRow>::const_iterator();
    if (!dispatch || !sheet || known == sheet->rows.cend())
        return Refusal{tr("The row doesn't belong to a sheet of this case file.")};

    Transaction transaction(database);
    // Whoever asks for more time has it, signed for or not.
    if (!dispatch->signedAt && (request.signedAt || request.askedExtension)) {
        const auto outcome = sign(request.dispatch, request.signedAt);
        if (!outcome)
            return outcome.error();
    }
    if (request.askedReturn) {
        const auto outcome = askReturn(*request.askedReturn);
        if (!outcome)
            return outcome.error();
    }
    if (request.askedExtension) {
        const auto outcome = askExtension(*request.askedExtension);
        if (!outcome)
            return outcome.error();
    }
    if (request.reply) {
        const auto outcome = reply(*request.reply);
        if (!outcome)
            return outcome.error();
    }
    const QDateTime now = m_clock.now();
    repository.markTaken(request.sheet, {.dispatch = request.dispatch,
                                         .standing = standingOf(*DispatchRepository(database).byId(request.dispatch)),
                                         .takenAt = now,
                                         .takenBy = m_user,
                                         .taken = request.digest});
    Recorder(database, now, m_user)
        .record(u"ticket"_s, dispatch->ticket.value(), u"sheet_taken"_s, {{u"sheet"_s, sheet->number}});
    transaction.commit();
    return Changes{.tickets = {dispatch->ticket}};
}

Outcome<QStringList> trySheetRows(CaseBook &book, const QList<SheetRowRequest> &requests)
{
    if (auto refusal = book.checkRight(Command::TakeSheet))
        return *refusal;
    QStringList reasons;
    for (const SheetRowRequest &request : requests) {
        Transaction trial(book.file().database()); // is never committed
        const auto outcome = book.takeSheetRow(request);
        reasons.append(outcome ? QString() : outcome.error().reason);
        trial.forgetAfterwards();
    }
    return reasons;
}

} // namespace huiyin
