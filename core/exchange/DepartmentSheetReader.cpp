// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/OfficeZone.h"
#include "domain/PersonalText.h"
#include "domain/Text.h"
#include "exchange/DepartmentSheetColumns.h"
#include "exchange/DepartmentSheetFile.h"
#include "spreadsheet/SheetReader.h"
#include "spreadsheet/TableFile.h"
#include "spreadsheet/Workbook.h"
#include "storage/CaseFile.h"
#include "storage/DepartmentSheetRepository.h"
#include "storage/DispatchRepository.h"
#include "storage/SafeFile.h"
#include "storage/TicketRepository.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QHash>
#include <QRegularExpression>

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

// The columns of a sheet, as they stand now.
using Columns = std::array<int, sheetHeadings.size()>;

QString headingOf(SheetField field)
{
    return QString::fromUtf16(sheetHeadings[static_cast<size_t>(field)]);
}

// A time as people write it: 2026-11-23 9:05, 2026/11/23, 2026.11.23, 2026年11月23日9时5分; without the year it is none.
std::optional<WallTime> wallTime(const QString &typed)
{
    static const QRegularExpression form(u"^(\\d{4}) ?[-/.年] ?(\\d{1,2}) ?[-/.月] ?(\\d{1,2}) ?[日号]?"
                                         "(?:[ T]?(\\d{1,2}) ?[:：时点] ?(?:(\\d{1,2}) ?分?)?(?:[:：]\\d{1,2})?)?$"_s);
    const auto match = form.match(halfWidth(typed).simplified());
    if (!match.hasMatch())
        return std::nullopt;
    const WallTime read{.date = QDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()),
                        .time = QTime(match.captured(4).toInt(), match.captured(5).toInt()),
                        .hasTime = match.hasCaptured(4)};
    return read.date.isValid() && read.time.isValid() ? std::optional(read) : std::nullopt;
}

// Reads the cells of one row and remembers what is wrong with them.
class RowCells
{
public:
    RowCells(const SheetReader &rows, const Columns &columns, const OfficeZone &zone)
        : m_rows(rows)
        , m_columns(columns)
        , m_zone(zone)
    {
    }

    [[nodiscard]] const SheetCell &cell(SheetField field) const
    {
        static const SheetCell none;
        const int column = m_columns[static_cast<size_t>(field)];
        return column < 0 ? none : m_rows.cell(column);
    }
    [[nodiscard]] QString text(SheetField field)
    {
        const CleanText clean = cleanText(cell(field).text);
        return clean.text.trimmed();
    }
    std::optional<QDateTime> time(SheetField field, QTime withoutTime = QTime(0, 0))
    {
        const SheetCell &from = cell(field);
        if (from.kind == SheetCell::Kind::Date || from.kind == SheetCell::Kind::DateTime) {
            const bool day = from.kind == SheetCell::Kind::Date || from.moment.time() == QTime(0, 0);
            return m_zone.toUtcTime(from.moment.date(), day ? withoutTime : from.moment.time());
        }
        const QString typed = text(field);
        if (typed.isEmpty())
            return std::nullopt;
        const auto read = wallTime(typed);
        if (!read) {
            fault(field, Text::tr("“%1” is no date. Write it as 2026-11-23 or 2026-11-23 09:30.").arg(typed));
            return std::nullopt;
        }
        return m_zone.toUtcTime(read->date, read->hasTime ? read->time : withoutTime);
    }
    void fault(SheetField field, const QString &why) { m_faults.append(headingOf(field) + u"："_s + why); }
    [[nodiscard]] QString faults() const { return m_faults.join(u' '); }

private:
    const SheetReader &m_rows;
    const Columns &m_columns;
    const OfficeZone &m_zone;
    QStringList m_faults;
};

// What the department wrote, and its digest; "" when it wrote nothing but that it signed.
QByteArray readFilled(RowCells &cells, const Dispatch &dispatch, const OfficeZone &zone, SheetRowRequest &request)
{
    const QTime dueTime = dispatch.dueAt ? zone.toLocal(*dispatch.dueAt).time() : QTime(17, 0);
    const QString result = cells.text(SheetField::Result);
    const QString reply = cells.text(SheetField::Reply);
    const QString subUnit = cells.text(SheetField::SubUnit).simplified();
    const QString returnGround = cells.text(SheetField::ReturnGround);
    const QString reason = cells.text(SheetField::ExtensionReason);
    const auto repliedAt = cells.time(SheetField::RepliedAt);
    const auto until = cells.time(SheetField::ExtensionDueAt, dueTime);
    request.signedAt = cells.time(SheetField::SignedAt);
    // A day without a time can't be before what happened on it.
    const auto notBefore = [&](const std::optional<QDateTime> &at, const QDateTime &earliest) {
        return at && *at < earliest && zone.day(*at) == zone.day(earliest) ? std::optional(earliest) : at;
    };
    request.signedAt = notBefore(request.signedAt, dispatch.dispatchedAt);

    if (!result.isEmpty() || !reply.isEmpty()) {
        const auto claimed = fromCodeOrName<ClaimedResult>(result);
        if (!claimed) {
            cells.fault(SheetField::Result, result.isEmpty()
                                                ? Text::tr("It has to be chosen with a reply.")
                                                : Text::tr("“%1” is none of the results to choose from.").arg(result));
        }
        if (reply.isEmpty())
            cells.fault(SheetField::Reply, Text::tr("With a result there has to be a reply."));
        request.reply = ReplyRequest{
            .dispatch = *dispatch.id,
            .text = reply,
            .result = claimed.value_or(ClaimedResult::Solved),
            .subUnit = subUnit.isEmpty() ? dispatch.subUnit : subUnit,
            .at = notBefore(repliedAt, qMax(lastRulingOf(dispatch), request.signedAt.value_or(dispatch.dispatchedAt)))};
    } else if (repliedAt && returnGround.isEmpty()) {
        cells.fault(SheetField::RepliedAt, Text::tr("There is a time of a reply, and no reply."));
    }
    if (!returnGround.isEmpty()) {
        if (request.reply || until)
            cells.fault(SheetField::ReturnGround,
                        Text::tr("It is returned, and handled or extended too: only one can be."));
        request.askedReturn = ReturnRequest{
            .dispatch = *dispatch.id, .ground = returnGround, .at = notBefore(repliedAt, lastRulingOf(dispatch))};
    }
    if (until || !reason.isEmpty()) {
        if (request.reply)
            cells.fault(SheetField::ExtensionDueAt,
                        Text::tr("It is handled, and longer time is asked for: only one can be."));
        if (!until)
            cells.fault(SheetField::ExtensionDueAt, Text::tr("Until when is missing."));
        if (reason.isEmpty())
            cells.fault(SheetField::ExtensionReason, Text::tr("Why is missing."));
        request.askedExtension =
            ExtensionRequest{.dispatch = *dispatch.id, .dueAt = until.value_or(QDateTime()), .reason = reason};
    }
    if (!request.reply && !request.askedReturn && !request.askedExtension)
        return {};
    QCryptographicHash digest(QCryptographicHash::Sha256);
    for (const QString &part : {result, reply, subUnit, returnGround, reason}) {
        digest.addData(part.toUtf8());
        digest.addData(QByteArrayView("\0", 1));
    }
    for (const auto &at : {repliedAt, until})
        digest.addData(QByteArray(QByteArray::number(at ? at->toMSecsSinceEpoch() : 0) + ' '));
    return digest.result();
}

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

    void take(RowCells &cells, qint64 line)
    {
        ReturnedRow row{.line = line, .number = cells.text(SheetField::Number).simplified()};
        const QString code = plainCheckCode(cells.text(SheetField::Code));
        if (row.number.isEmpty() && code.isEmpty())
            return;
        find(row, code);
        if (row.now.id)
            compare(row, cells);
        m_codes.append(code);
        m_result.rows.append(row);
    }

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
                const DepartmentSheet &sheet = known(id);
                if (plainCheckCode(checkCode(sheet.key, row.number, dispatch)) != code)
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

    void compare(ReturnedRow &row, RowCells &cells)
    {
        const DepartmentSheet &sheet = known(row.request.sheet);
        const DepartmentSheetRow &given =
            *std::ranges::find(sheet.rows, row.request.dispatch, &DepartmentSheetRow::dispatch);
        row.request.digest = readFilled(cells, row.now, m_file.zone(), row.request);
        const bool says = !row.request.digest.isEmpty();
        if (const QString faults = cells.faults(); !faults.isEmpty()) {
            row.verdict = SheetVerdict::Faulty;
            row.why = faults;
            return;
        }
        if (!says && (!row.request.signedAt || row.now.signedAt)) {
            row.verdict = SheetVerdict::Nothing;
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

    // As the table of commands says of the dispatch; the command asks further.
    [[nodiscard]] static bool isPossible(const ReturnedRow &row)
    {
        const DispatchState state = stateOf(row.now);
        const auto allows = [state](Command command) { return ruleOf(command).allows(state); };
        if (row.request.reply)
            return allows(Command::Reply);
        if (row.request.askedReturn)
            return allows(Command::AskReturn);
        if (row.request.askedExtension) // signed for first
            return allows(Command::AskExtension) || (row.request.signedAt && allows(Command::Sign));
        return allows(Command::Sign);
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
        m_main = &sheet;
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

    QString numberOfCode(const QString &code)
    {
        if (!m_main || code.isEmpty())
            return {};
        for (const DepartmentSheetRow &given : m_main->rows) {
            const auto dispatch = m_dispatches.byId(given.dispatch);
            const auto ticket = dispatch ? m_tickets.byId(dispatch->ticket) : std::nullopt;
            if (ticket && plainCheckCode(checkCode(m_main->key, ticket->number, *dispatch)) == code)
                return ticket->number;
        }
        return {};
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
                lines.append(QString::number(m_result.rows[i].line));
            for (const qsizetype i : same) {
                ReturnedRow &row = m_result.rows[i];
                // One of rows that say the same is as good as another.
                const bool equal = std::ranges::all_of(same, [&](qsizetype other) {
                    return m_result.rows[other].request.digest == m_result.rows[same.first()].request.digest;
                });
                if (equal && i == same.first())
                    continue;
                row.verdict = SheetVerdict::Twice;
                row.possible = false;
                row.why =
                    equal ? Text::tr("Stands in the sheet more than once, word for word (rows %1).")
                                .arg(lines.join(u", "_s))
                          : Text::tr(
                                "Stands in the sheet more than once with different words (rows %1). Leave one of them.")
                                .arg(lines.join(u", "_s));
            }
        }
    }

    void findMissing()
    {
        if (!m_main)
            return;
        for (const DepartmentSheetRow &given : m_main->rows) {
            const bool here = std::ranges::any_of(m_result.rows,
                                                  [&](const ReturnedRow &row) { return row.now.id == given.dispatch; });
            const auto dispatch = here ? std::nullopt : m_dispatches.byId(given.dispatch);
            if (!dispatch || given.standing != standingOf(*dispatch) || !given.taken.isEmpty())
                continue;
            if (const auto ticket = m_tickets.byId(dispatch->ticket))
                m_result.missing.append(ticket->number);
        }
    }

    CaseFile &m_file;
    DepartmentSheetRepository m_sheets;
    DispatchRepository m_dispatches;
    TicketRepository m_tickets;
    QHash<qint64, DepartmentSheet> m_known;
    const DepartmentSheet *m_main = nullptr;
    QStringList m_codes; // of the rows
    ReturnedSheet m_result;
};

// The columns by the headings of this row; nullopt: it is no heading of ours.
std::optional<Columns> columnsIn(const SheetReader &row)
{
    Columns columns;
    columns.fill(-1);
    for (int i = 0; i < row.cellCount(); ++i) {
        const QString heading = row.cell(i).text.simplified().remove(u' ');
        for (size_t field = 0; field < sheetHeadings.size(); ++field) {
            if (columns[field] < 0 && heading == QStringView(sheetHeadings[field]))
                columns[field] = i;
        }
    }
    if (columns[static_cast<size_t>(SheetField::Number)] < 0 || columns[static_cast<size_t>(SheetField::Code)] < 0)
        return std::nullopt;
    return columns;
}

} // namespace

ReturnedSheet readDepartmentSheet(CaseFile &file, const QString &path)
{
    const QString name = QDir::toNativeSeparators(path);
    if (const QString what = whatToDo(tellTableFile(path)); !what.isEmpty())
        throw FileError(Text::tr("“%1” can't be taken in. %2").arg(name, what));
    Workbook book(path);
    for (qsizetype i = 0; i < book.sheets().size(); ++i) {
        if (book.sheets()[i].visibility != SheetInfo::Visibility::Visible)
            continue;
        SheetReader rows(book, i);
        std::optional<Columns> columns;
        while (!columns && rows.next() && rows.row() <= rowsBeforeHeading)
            columns = columnsIn(rows);
        if (!columns)
            continue;
        SheetComparer comparer(file);
        qsizetype count = 0;
        while (rows.next()) {
            if (rows.isBlank())
                continue;
            if (++count > mostRows)
                throw FileError(Text::tr("“%1” has more rows than a department's sheet can have.").arg(name));
            RowCells cells(rows, *columns, file.zone());
            comparer.take(cells, rows.row());
        }
        return comparer.finish();
    }
    throw FileError(
        Text::tr("“%1” is no department's sheet: no sheet in it has the columns 工单编号 and 校验码.").arg(name));
}

} // namespace huiyin
