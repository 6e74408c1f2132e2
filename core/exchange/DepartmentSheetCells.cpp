// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/DepartmentSheetCells.h"

#include "domain/OfficeZone.h"
#include "domain/Sentences.h"
#include "domain/Text.h"
#include "spreadsheet/SheetReader.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DepartmentSheet)
};

constexpr int longestQuoted = 30; // signs
constexpr auto firstToFill = static_cast<size_t>(SheetField::SignedAt);

// A heading without what people write around it.
QString bareHeading(const QString &heading)
{
    QString bare = halfWidth(forceClean(heading)); // without spaces too
    if (const qsizetype bracket = bare.indexOf(u'('); bracket > 0)
        bare.truncate(bracket);
    const auto isMark = [](QChar c) { return c == u'*' || c == u':' || c == u'★'; };
    while (!bare.isEmpty() && isMark(bare.front()))
        bare.remove(0, 1);
    while (!bare.isEmpty() && isMark(bare.back()))
        bare.chop(1);
    return bare;
}

} // namespace

std::optional<ReturnedColumns> columnsIn(const SheetReader &row)
{
    ReturnedColumns columns;
    columns.places.fill(-1);
    std::array<bool, sheetHeadings.size()> twice{};
    for (int i = 0; i < row.cellCount(); ++i) {
        const auto heading = std::ranges::find(sheetHeadings, bareHeading(row.cell(i).text),
                                               [](const char16_t *one) { return QString::fromUtf16(one); });
        if (heading == sheetHeadings.end())
            continue;
        const auto field = static_cast<size_t>(heading - sheetHeadings.begin());
        twice[field] = columns.places[field] >= 0;
        if (!twice[field])
            columns.places[field] = i;
    }
    if (columns.places[static_cast<size_t>(SheetField::Number)] < 0
        || columns.places[static_cast<size_t>(SheetField::Code)] < 0)
        return std::nullopt;
    for (size_t field = firstToFill; field < sheetHeadings.size(); ++field) {
        if (columns.places[field] < 0 || twice[field])
            columns.lost.append(QString::fromUtf16(sheetHeadings[field]));
    }
    return columns;
}

const SheetCell &ReturnedCells::cell(SheetField field) const
{
    static const SheetCell none;
    const int column = m_columns.places[static_cast<size_t>(field)];
    return column < 0 ? none : m_row.cell(column);
}

bool ReturnedCells::hasValue(SheetField field)
{
    const SheetCell &one = cell(field);
    if (one.kind == SheetCell::Kind::Error) {
        fault(field, Text::tr("The cell holds “%1”, an error of the spreadsheet, as when a text begins with - or =. "
                              "Write it anew, with a ' before it.")
                         .arg(one.text));
        return false;
    }
    if (one.kind == SheetCell::Kind::Uncounted) {
        fault(field, Text::tr("The cell holds a formula without its result. Open the sheet in the spreadsheet program, "
                              "save it and take it in again."));
        return false;
    }
    return true;
}

QString ReturnedCells::text(SheetField field)
{
    return hasValue(field) ? cleanText(cell(field).text).text.trimmed() : QString();
}

std::optional<ReturnedCells::Time> ReturnedCells::time(SheetField field, QTime ofDay)
{
    const QString written = text(field);
    if (written.isEmpty())
        return std::nullopt;
    const auto read = parseWallTime(written);
    if (!read) {
        fault(field, Text::tr("“%1” is no date. Write it as 2026-11-23 or 2026-11-23 09:30.").arg(quoted(written)));
        return std::nullopt;
    }
    // A day that was typed into a cell for a time is midnight to the spreadsheet.
    const bool isDay = !read->hasTime || (cell(field).kind == SheetCell::Kind::DateTime && read->time == QTime(0, 0));
    return Time{.at = m_zone.toUtcTime(read->date, isDay ? ofDay : read->time), .isDay = isDay};
}

bool ReturnedCells::isFilled() const
{
    for (size_t field = firstToFill; field < sheetHeadings.size(); ++field) {
        const SheetCell &one = cell(static_cast<SheetField>(field));
        if (one.kind != SheetCell::Kind::Empty && !(one.kind == SheetCell::Kind::Text && one.text.trimmed().isEmpty()))
            return true;
    }
    return false;
}

void ReturnedCells::fault(SheetField field, const QString &why)
{
    if (!m_faults.contains(field))
        m_faults.insert(field, why);
}

// What somebody wrote may be anything, in the wrong column too.
QString ReturnedCells::quoted(const QString &text) const
{
    return shortened(maskedText(text.left(qsizetype{longestQuoted} * 4), m_citizen), longestQuoted);
}

QString ReturnedCells::faults() const
{
    QStringList all;
    for (auto one = m_faults.begin(); one != m_faults.end(); ++one)
        all.append(headingOf(one.key()) + u"："_s + one.value());
    return joinedSentences(all);
}

namespace {

// A day alone can't be before what happened on it, nor a minute before its seconds.
std::optional<QDateTime> notBefore(const std::optional<ReturnedCells::Time> &time, const QDateTime &earliest,
                                   const OfficeZone &zone)
{
    if (!time)
        return std::nullopt;
    constexpr qint64 minute = 60;
    const qint64 early = time->at.secsTo(earliest);
    const bool isMinute = early < minute && zone.toLocal(time->at).time().second() == 0;
    const bool meant = time->isDay ? zone.day(time->at) == zone.day(earliest) : isMinute;
    return time->at < earliest && meant ? earliest : time->at;
}

} // namespace

QByteArray readFilled(ReturnedCells &cells, const Dispatch &dispatch, const OfficeZone &zone, SheetRowRequest &request)
{
    const QTime dueTime = dispatch.dueAt ? zone.toLocal(*dispatch.dueAt).time() : QTime(17, 0);
    const QString result = cells.text(SheetField::Result);
    const QString reply = cells.text(SheetField::Reply);
    const QString subUnit = cells.text(SheetField::SubUnit).simplified();
    const QString returnGround = cells.text(SheetField::ReturnGround);
    const QString reason = cells.text(SheetField::ExtensionReason);
    const auto repliedAt = cells.time(SheetField::RepliedAt);
    const auto until = cells.time(SheetField::ExtensionDueAt, dueTime);
    request.signedAt = notBefore(cells.time(SheetField::SignedAt), dispatch.dispatchedAt, zone);

    if (!result.isEmpty() || !reply.isEmpty()) {
        const auto claimed = fromCodeOrName<ClaimedResult>(result);
        if (!claimed) {
            cells.fault(SheetField::Result,
                        result.isEmpty()
                            ? Text::tr("It has to be chosen with a reply.")
                            : Text::tr("“%1” is none of the results to choose from.").arg(cells.quoted(result)));
        }
        if (reply.isEmpty())
            cells.fault(SheetField::Reply, Text::tr("With a result there has to be a reply."));
        const QDateTime earliest = qMax(lastRulingOf(dispatch), request.signedAt.value_or(dispatch.dispatchedAt));
        request.reply = ReplyRequest{.dispatch = *dispatch.id,
                                     .text = reply,
                                     .result = claimed.value_or(ClaimedResult::Solved),
                                     .subUnit = subUnit.isEmpty() ? dispatch.subUnit : subUnit,
                                     .at = notBefore(repliedAt, earliest, zone)};
    } else if (repliedAt && returnGround.isEmpty()) {
        cells.fault(SheetField::RepliedAt, Text::tr("There is a time of a reply, and no reply."));
    }
    if (!returnGround.isEmpty()) {
        if (request.reply || until)
            cells.fault(SheetField::ReturnGround,
                        Text::tr("It is returned, and handled or extended too: only one can be."));
        request.askedReturn = ReturnRequest{
            .dispatch = *dispatch.id, .ground = returnGround, .at = notBefore(repliedAt, lastRulingOf(dispatch), zone)};
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
            ExtensionRequest{.dispatch = *dispatch.id, .dueAt = until ? until->at : QDateTime(), .reason = reason};
    }
    if (!request.reply && !request.askedReturn && !request.askedExtension)
        return {};
    QCryptographicHash digest(QCryptographicHash::Sha256);
    for (const QString &part : {result, reply, subUnit, returnGround, reason}) {
        digest.addData(part.toUtf8());
        digest.addData(QByteArrayView("\0", 1));
    }
    for (const auto &time : {repliedAt, until})
        digest.addData(QByteArray(QByteArray::number(time ? time->at.toMSecsSinceEpoch() : 0) + ' '));
    return digest.result();
}

} // namespace huiyin
