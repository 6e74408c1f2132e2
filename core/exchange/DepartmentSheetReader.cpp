// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/SheetTrial.h"
#include "domain/ItemList.h"
#include "domain/OfficeZone.h"
#include "domain/PersonalText.h"
#include "domain/Sentences.h"
#include "domain/Text.h"
#include "exchange/DepartmentSheetCells.h"
#include "exchange/DepartmentSheetFile.h"
#include "spreadsheet/SheetReader.h"
#include "spreadsheet/TableFile.h"
#include "spreadsheet/Workbook.h"
#include "storage/CaseFile.h"
#include "storage/DepartmentSheetRepository.h"
#include "storage/DispatchRepository.h"
#include "storage/SafeFile.h"
#include "storage/StorageError.h"
#include "storage/TicketRepository.h"

#include <QCoreApplication>
#include <QDir>
#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DepartmentSheet)
};

constexpr qint64 rowsBeforeHeading = 20;
constexpr qsizetype mostRows = 20'000; // no department has as much in hand
constexpr qsizetype rowsBetweenProgress = 50;
constexpr int longestNumber = 40; // that is shown

class SheetComparer
{
public:
    explicit SheetComparer(CaseFile &file)
        : m_file(file)
        , m_sheets(file.database())
        , m_dispatches(file.database())
        , m_tickets(file.database())
    {
    }

    void take(ReturnedCells &cells, const QString &place)
    {
        ReturnedRow row{.place = place, .number = cells.text(SheetField::Number).simplified()};
        const QString code = plainCheckCode(cells.text(SheetField::Code));
        if (row.number.isEmpty() && code.isEmpty() && !cells.isFilled())
            return;
        find(row, code);
        if (row.now.id)
            compare(row, cells);
        else
            row.number = shortened(row.number.left(qsizetype{longestNumber} * 4), longestNumber);
        m_codes.append(code);
        m_result.rows.append(row);
    }
    void lose(const QStringList &columns)
    {
        for (const QString &column : columns) {
            if (!m_result.lostColumns.contains(column))
                m_result.lostColumns.append(column);
        }
    }
    [[nodiscard]] qsizetype count() const { return m_result.rows.size(); }

    ReturnedSheet finish()
    {
        chooseSheet();
        for (qsizetype i = 0; i < m_result.rows.size(); ++i) {
            if (!m_result.rows[i].now.id)
                explain(m_result.rows[i], m_codes[i]);
        }
        findTwice();
        findMissing();
        return m_result;
    }

private:
    // By its ticket's number and the code that only one sheet gives for it.
    void find(ReturnedRow &row, const QString &code)
    {
        const auto ticket = m_tickets.idOf(row.number);
        if (!ticket) {
            row.verdict = SheetVerdict::Unknown;
            return;
        }
        row.verdict = SheetVerdict::Tampered;
        const QList<Dispatch> dispatches = m_dispatches.ofTicket(*ticket);
        for (const Dispatch &dispatch : dispatches) {
            for (const DepartmentSheetId id : m_sheets.with(*dispatch.id)) {
                if (plainCheckCode(checkCode(keyOf(id), row.number, dispatch)) != code)
                    continue;
                row.now = dispatch;
                row.request.sheet = id;
                row.request.dispatch = *dispatch.id;
                const auto stored = m_tickets.byId(*ticket);
                row.citizen = citizenOf(*stored);
                row.title = maskedText(stored->title, row.citizen);
                return;
            }
        }
    }

    void compare(ReturnedRow &row, ReturnedCells &cells)
    {
        const DepartmentSheet &sheet = known(row.request.sheet);
        cells.setCitizen(row.citizen);
        const DepartmentSheetRow &given =
            *std::ranges::find(sheet.rows, row.request.dispatch, &DepartmentSheetRow::dispatch);
        row.request.digest = readFilled(cells, row.now, m_file.zone(), row.request);
        const bool says = !row.request.digest.isEmpty();
        if (const QString faults = cells.faults(); !faults.isEmpty()) {
            row.verdict = SheetVerdict::Faulty;
            row.isLegible = false;
            row.why = faults;
            return;
        }
        const QString subUnit = cells.text(SheetField::SubUnit).simplified();
        if (!row.request.reply && !subUnit.isEmpty() && subUnit != row.now.subUnit)
            row.why = Text::tr("Who does the work is entered with a reply, and there is none.");
        if (!says && (!row.request.signedAt || row.now.signedAt)) {
            row.verdict = SheetVerdict::Nothing;
            if (row.request.signedAt)
                compareSigning(row, given);
            return;
        }
        row.possible = isPossible(row);
        const QString state = displayName(stateOf(row.now));
        if (says && row.request.digest == given.taken) {
            row.verdict = SheetVerdict::SameAgain;
            row.possible = false;
            row.why = Text::tr("Entered on %1 already, word for word.").arg(m_file.zone().text(*given.takenAt));
        } else if (says && !given.taken.isEmpty()) {
            row.verdict = SheetVerdict::FilledAgain;
            row.why = row.possible
                          ? Text::tr("Filled in once before and entered on %1; now it says something else.")
                                .arg(m_file.zone().text(*given.takenAt))
                          : Text::tr("Filled in once before and entered on %1; now it says something else, but "
                                     "the ticket is “%2”.")
                                .arg(m_file.zone().text(*given.takenAt), state);
        } else if (given.standing != standingOf(row.now)) {
            row.verdict = SheetVerdict::Outdated;
            row.why = Text::tr("Out of date: since the sheet was made on %1 the matter has moved on; it is “%2” now.")
                          .arg(m_file.zone().text(sheet.madeAt), state);
        } else {
            row.verdict = SheetVerdict::New;
            if (!row.possible) {
                row.verdict = SheetVerdict::Outdated;
                row.why = Text::tr("Not possible: the ticket is “%1”.").arg(state);
            }
        }
    }

    // Of a row that says nothing but when it was signed for, and it is. That may have stood there when the sheet was made.
    void compareSigning(ReturnedRow &row, const DepartmentSheetRow &given)
    {
        constexpr qint64 minute = 60; // times are told to it
        const bool isSame = qAbs(row.now.signedAt->secsTo(*row.request.signedAt)) < minute;
        const QString signedAt = m_file.zone().text(*row.now.signedAt);
        if (!isSame) {
            row.verdict = SheetVerdict::Outdated;
            row.why = Text::tr("It is signed for already, on %1.").arg(signedAt);
        } else if (given.takenAt && given.taken.isEmpty()) {
            row.verdict = SheetVerdict::SameAgain;
            row.why =
                Text::tr("Signed for on %1; entered on %2 already.").arg(signedAt, m_file.zone().text(*given.takenAt));
        }
    }

    // As the table of commands says of the dispatch; the command asks further.
    [[nodiscard]] static bool isPossible(const ReturnedRow &row)
    {
        const DispatchState state = stateOf(row.now);
        const auto allows = [state](Command command) { return ruleOf(command).allows(state); };
        if (row.request.reply)
            return allows(Command::Reply);
        if (row.request.askedReturn)
            return allows(Command::AskReturn);
        if (row.request.askedExtension) // signed for by that
            return allows(Command::AskExtension) || allows(Command::Sign);
        return allows(Command::Sign);
    }

    QByteArray keyOf(DepartmentSheetId id)
    {
        auto found = m_keys.find(id.value());
        if (found == m_keys.end())
            found = m_keys.insert(id.value(), m_sheets.keyOf(id));
        return *found;
    }

    const DepartmentSheet &known(DepartmentSheetId id)
    {
        auto found = m_known.find(id.value());
        if (found == m_known.end())
            found = m_known.insert(id.value(), *m_sheets.byId(id));
        return *found;
    }

    // Rows of several sheets may have been copied together: that of most counts.
    void chooseSheet()
    {
        QHash<qint64, int> rows;
        qint64 most = 0;
        for (const ReturnedRow &row : std::as_const(m_result.rows)) {
            if (!row.now.id)
                continue;
            const qint64 id = row.request.sheet.value();
            if (++rows[id] > rows.value(most))
                most = id;
        }
        if (most == 0)
            return;
        const DepartmentSheet &sheet = known(DepartmentSheetId(most));
        m_result.number = sheet.number;
        m_result.department = sheet.department;
        m_result.madeAt = sheet.madeAt;
        m_main = sheet;
    }

    void explain(ReturnedRow &row, const QString &code)
    {
        const QString owner = numberOfCode(code);
        if (!owner.isEmpty()) {
            row.verdict = SheetVerdict::Tampered;
            row.why =
                Text::tr("The check code belongs to %1: the number was changed, or rows were mixed up.").arg(owner);
        } else if (row.verdict == SheetVerdict::Unknown) {
            row.why = row.number.isEmpty() ? Text::tr("The row has no ticket number.")
                                           : Text::tr("No ticket of this case file has the number %1.").arg(row.number);
        } else {
            row.why = code.isEmpty() ? Text::tr("The check code is missing.")
                                     : Text::tr("The check code doesn't fit the number: one of them was changed.");
        }
    }

    // Of the sheet that most rows belong to.
    QString numberOfCode(const QString &code)
    {
        if (!m_main || code.isEmpty())
            return {};
        if (m_numbers.isEmpty()) {
            for (const DepartmentSheetRow &given : m_main->rows) {
                const auto dispatch = m_dispatches.byId(given.dispatch);
                const auto ticket = dispatch ? m_tickets.byId(dispatch->ticket) : std::nullopt;
                if (ticket)
                    m_numbers.insert(plainCheckCode(checkCode(m_main->key, ticket->number, *dispatch)), ticket->number);
            }
        }
        return m_numbers.value(code);
    }

    void findTwice()
    {
        QHash<qint64, QList<qsizetype>> places;
        for (qsizetype i = 0; i < m_result.rows.size(); ++i) {
            const ReturnedRow &row = m_result.rows[i];
            if (row.now.id && row.verdict != SheetVerdict::Nothing)
                places[row.now.id->value()].append(i);
        }
        for (const QList<qsizetype> &same : std::as_const(places)) {
            if (same.size() < 2)
                continue;
            QStringList lines;
            for (const qsizetype i : same)
                lines.append(m_result.rows[i].place);
            // One of rows that say the same is as good as another.
            const bool equal = std::ranges::all_of(same, [&](qsizetype other) {
                return m_result.rows[other].request.digest == m_result.rows[same.first()].request.digest
                       && m_result.rows[other].request.signedAt == m_result.rows[same.first()].request.signedAt;
            });
            for (const qsizetype i : same) {
                ReturnedRow &row = m_result.rows[i];
                if (equal && i == same.first())
                    continue;
                row.verdict = SheetVerdict::Twice;
                row.possible = false;
                row.why =
                    equal ? Text::tr("Stands in the sheet more than once, word for word (rows %1).")
                                .arg(joinedItems(lines))
                          : Text::tr(
                                "Stands in the sheet more than once with different words (rows %1). Leave one of them.")
                                .arg(joinedItems(lines));
            }
        }
    }

    void findMissing()
    {
        if (!m_main)
            return;
        QSet<qint64> all;
        QSet<QString> changed; // numbers of those whose row is there, though it can't be entered
        for (qsizetype i = 0; i < m_result.rows.size(); ++i) {
            const ReturnedRow &row = m_result.rows[i];
            if (row.now.id) {
                all.insert(row.now.id->value());
                continue;
            }
            // A code tells whose row it is, whatever number stands beside it.
            const QString owner = numberOfCode(m_codes[i]);
            changed.insert(owner.isEmpty() ? row.number : owner);
        }
        for (const DepartmentSheetRow &given : m_main->rows) {
            const bool here = all.contains(given.dispatch.value());
            const auto dispatch = here ? std::nullopt : m_dispatches.byId(given.dispatch);
            if (!dispatch || given.standing != standingOf(*dispatch) || !given.taken.isEmpty())
                continue;
            const auto ticket = m_tickets.byId(dispatch->ticket);
            if (ticket && !changed.contains(ticket->number))
                m_result.missing.append(ticket->number);
        }
    }

    CaseFile &m_file;
    DepartmentSheetRepository m_sheets;
    DispatchRepository m_dispatches;
    TicketRepository m_tickets;
    QHash<qint64, QByteArray> m_keys;
    QHash<qint64, DepartmentSheet> m_known;
    std::optional<DepartmentSheet> m_main;
    QHash<QString, QString> m_numbers; // of its tickets, by their check codes
    QStringList m_codes;               // of the rows
    ReturnedSheet m_result;
};

// Of one sheet; false: it has none of ours in it.
bool takeRows(SheetReader &rows, const QString &sheet, SheetComparer &comparer, const OfficeZone &zone,
              const Progress &progress)
{
    std::optional<ReturnedColumns> columns;
    while (!columns && rows.next() && rows.row() <= rowsBeforeHeading)
        columns = columnsIn(rows);
    if (!columns)
        return false;
    comparer.lose(columns->lost);
    while (rows.next()) {
        if (rows.isBlank())
            continue;
        if (comparer.count() == mostRows)
            throw FileError(Text::tr("The file has more rows than a department's sheet can have."));
        if (comparer.count() % rowsBetweenProgress == 0)
            stopIfCancelled(progress);
        ReturnedCells cells(rows, *columns, zone);
        const QString line = QString::number(rows.row());
        comparer.take(cells, sheet.isEmpty() ? line : QString(sheet + u'!' + line));
    }
    return true;
}

} // namespace

ReturnedSheet readDepartmentSheet(CaseFile &file, const QString &path, const Progress &progress)
{
    const QString name = QDir::toNativeSeparators(path);
    const TableFile kind = tellTableFile(path);
    if (const QString what = whatToDo(kind); !what.isEmpty())
        throw FileError(Text::tr("“%1” can't be taken in. %2").arg(name, what));
    if (kind != TableFile::Workbook) {
        throw FileError(Text::tr("“%1” is no spreadsheet. Open it in the spreadsheet program, save it as “Excel "
                                 "workbook (*.xlsx)” and take that in.")
                            .arg(name));
    }
    Workbook book(path);
    QList<qsizetype> visible;
    for (qsizetype i = 0; i < book.sheets().size(); ++i) {
        if (book.sheets()[i].visibility == SheetInfo::Visibility::Visible)
            visible.append(i);
    }
    SheetComparer comparer(file);
    int ours = 0;
    // Somebody may have copied the sheet, or put those of several departments into one file.
    for (const qsizetype i : std::as_const(visible)) {
        SheetReader rows(book, i, progress);
        ours += takeRows(rows, ours == 0 ? QString() : book.sheets()[i].name, comparer, file.zone(), progress) ? 1 : 0;
    }
    if (ours == 0) {
        throw FileError(
            Text::tr("“%1” is no department's sheet: no sheet in it has the columns 工单编号 and 校验码.").arg(name));
    }
    return comparer.finish();
}

std::optional<Refusal> tryRows(ReturnedSheet &sheet, CaseBook &book)
{
    return tryRows(sheet, book, 0, sheet.rows.size());
}

std::optional<Refusal> tryRows(ReturnedSheet &sheet, CaseBook &book, qsizetype from, qsizetype count)
{
    QList<qsizetype> asked;
    QList<SheetRowRequest> requests;
    const qsizetype end = std::min(sheet.rows.size(), from + count);
    for (qsizetype i = from; i < end; ++i) {
        if (!sheet.rows[i].possible)
            continue;
        asked.append(i);
        requests.append(sheet.rows[i].request);
    }
    if (asked.isEmpty())
        return std::nullopt;
    const auto reasons = trySheetRows(book, requests);
    if (!reasons)
        return reasons.error();
    for (qsizetype i = 0; i < asked.size(); ++i) {
        const QString &reason = (*reasons)[i];
        if (reason.isEmpty())
            continue;
        ReturnedRow &row = sheet.rows[asked[i]];
        row.possible = false;
        if (row.verdict == SheetVerdict::New)
            row.verdict = SheetVerdict::Faulty;
        row.why = joinedSentences({row.why, reason});
    }
    return std::nullopt;
}

} // namespace huiyin
