// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of strangers: CSV, containers, sheets, an import as a whole, sheets of other programs, what departments send back.
#include "FuzzTarget.h"

#include "exchange/CsvReader.h"
#include "exchange/DepartmentSheetFile.h"
#include "exchange/Import.h"
#include "exchange/SheetGlance.h"
#include "exchange/TableSource.h"
#include "exchange/TextDecoder.h"
#include "spreadsheet/SheetReader.h"
#include "spreadsheet/TableFile.h"
#include "spreadsheet/Workbook.h"
#include "support/HandlingOffice.h"
#include "support/WorkbookFile.h"

#include <QBuffer>

#include <array>

using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace huiyin::fuzz {

namespace {

struct Record
{
    qint64 line = 0;
    QStringList fields{};
    int fault = -1;
    qint64 faultLine = 0;
    int faultColumn = 0;

    bool operator==(const Record &) const = default;
};

// A text in memory: read from a file in parts of a few bytes it would take its time for calls of the system.
TextDecoder decoderOf(const QByteArray &input, qint64 partSize)
{
    auto device = std::make_unique<QBuffer>();
    device->setData(input);
    return {std::move(device), Progress(), partSize};
}

QList<Record> recordsOf(const QByteArray &input, qint64 partSize)
{
    TextDecoder decoder = decoderOf(input, partSize);
    CsvReader reader(decoder);
    QList<Record> records;
    while (reader.next()) {
        Record record{.line = reader.line()};
        promise(reader.fieldCount() > 0 && reader.fieldCount() <= CsvReader::mostColumns,
                "a record has 1 to 256 fields");
        for (int i = 0; i < reader.fieldCount(); ++i)
            record.fields.append(reader.field(i).toString());
        (void)reader.isBlank();
        if (const auto &fault = reader.fault()) {
            promise(fault->column >= 0 && fault->column <= reader.fieldCount(), "a fault stands in a column");
            promise(fault->line >= record.line, "a fault stands in its record");
            record.fault = static_cast<int>(fault->kind);
            record.faultLine = fault->line;
            record.faultColumn = fault->column;
        }
        promise(records.isEmpty() || record.line > records.last().line, "each record starts on a later line");
        records.append(record);
    }
    return records;
}

class CsvTarget final : public FuzzTarget
{
    void read(const QByteArray &input) override
    {
        const qint64 whole = input.size() + 1;
        constexpr qint64 small = 7; // bytes: records, quotes and characters lie across the ends of parts
        const QList<Record> records = recordsOf(input, whole);
        // Bytes that are no text may lie in a record that has another fault already.
        QString text;
        TextDecoder decoder = decoderOf(input, whole);
        while (decoder.read(text)) {
        }
        if (!text.contains(QChar(QChar::ReplacementCharacter)))
            promise(recordsOf(input, small) == records, "it doesn't matter in which parts a file is read");
    }
};

void readSheets(const QString &path)
{
    Workbook workbook(path);
    for (qsizetype sheet = 0; sheet < workbook.sheets().size(); ++sheet) {
        SheetReader reader(workbook, sheet);
        qint64 before = 0;
        while (reader.next()) {
            promise(reader.row() > before && reader.row() <= mostSheetRows, "rows come in their order");
            promise(reader.cellCount() <= 256, "no more cells than may be");
            before = reader.row();
            for (int i = 0; i <= reader.cellCount(); ++i)
                promise(reader.cell(i).kind != SheetCell::Kind::Empty || reader.cell(i).text.isEmpty(),
                        "an empty cell has no text");
            (void)reader.isBlank();
        }
    }
}

class ContainerTarget final : public FuzzTarget
{
    void read(const QByteArray &input) override
    {
        const QString path = put(u"book.xlsx"_s, input);
        (void)tellTableFile(path);
        readSheets(path);
    }
};

// The parts of a workbook one after the other, parted by the sign for it; what is missing or empty is as usual.
QByteArray workbookOf(const QByteArray &input)
{
    static constexpr std::array names{"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml",
                                      "xl/workbook.xml", "xl/_rels/workbook.xml.rels"};
    static const QList<ZipPart> usual = [] {
        WorkbookFile file;
        file.sheets.append(WorkbookFile::Sheet{.name = "Sheet1"});
        file.strings = "<si><t>工单编号</t></si><si><t>受理时间</t></si>";
        file.formats = "<numFmt numFmtId=\"164\" formatCode=\"yyyy-mm-dd\"/>";
        file.styles = "<xf numFmtId=\"164\"/><xf numFmtId=\"22\"/>";
        QList<ZipPart> parts = file.parts();
        for (ZipPart &part : parts) {
            part.packed = false;
            part.saysCrc = crc32(part.bytes);
        }
        return parts;
    }();
    QList<ZipPart> parts = usual;
    const QList<QByteArray> given = input.split('\x1e');
    for (ZipPart &part : parts) {
        for (size_t i = 0; i < names.size(); ++i) {
            const QByteArray bytes = given.value(static_cast<qsizetype>(i));
            if (part.name == names.at(i) && !bytes.isEmpty()) {
                part.bytes = bytes;
                part.saysCrc = crc32(bytes);
            }
        }
    }
    return zipOf(parts);
}

class SheetTarget final : public FuzzTarget
{
    void read(const QByteArray &input) override { readSheets(put(u"book.xlsx"_s, workbookOf(input))); }
};

// The first byte says what is imported how; the rest is the table, as CSV or as the parts of a workbook.
class ImportTarget final : public FuzzTarget
{
public:
    ImportTarget() { m_office.dispatched(); }

private:
    void read(const QByteArray &input) override
    {
        static constexpr std::array names{"channels",    "request_types", "categories", "topics",     "areas",
                                          "departments", "tickets",       "calls",      "dispatches", "follow_ups"};
        if (input.isEmpty())
            return;
        const auto how = static_cast<uchar>(input.front());
        const QString name = QString::fromLatin1(names.at(how % names.size()));
        const QByteArray rest = input.sliced(1);
        const bool isSheet = how >= 200;
        const QString file = isSheet ? put(name + u".xlsx"_s, workbookOf(rest)) : put(name + u".csv"_s, rest);
        Progress quiet;
        const ImportReport report = importTables(
            *m_office.book, file, {.createMissing = how % 4 < 2, .update = how % 2 == 1, .checkOnly = true}, quiet);
        promise(!report.stored, "a check stores nothing");
        for (const ImportIssue &issue : report.errors)
            promise(!issue.message.isEmpty() && !issue.text().isEmpty(), "an error says what it is");
        promise(TicketRepository(m_office.file->database()).count({}) == 1, "a check leaves the file as it was");
    }

    HandlingOffice m_office;
};

class ForeignTarget final : public FuzzTarget
{
    void read(const QByteArray &input) override
    {
        const bool isSheet = input.startsWith('<');
        const QString file = isSheet ? put(u"register.xlsx"_s, workbookOf(input)) : put(u"register.csv"_s, input);
        for (const QString &sheet : sheetNames(file)) {
            const SheetGlance glance = glanceAt(file, sheet, Progress());
            const SheetProfile profile = guessProfile(glance);
            const auto kept = sheetProfileFromJson(toJson(profile));
            promise(kept == profile, "a profile comes back as it was kept");
            (void)fitOf(profile, glance);
            if (!faultsOf(profile).isEmpty())
                continue;
            Progress quiet;
            const ImportReport report = importTables(
                *m_office.book, file,
                {.createMissing = true, .checkOnly = true, .foreign = ForeignSheet{.profile = profile, .sheet = sheet}},
                quiet);
            promise(!report.stored, "a check stores nothing");
        }
    }

    HandlingOffice m_office;
};

// What a department sends back; {1}, {2} stand for the check codes of the two tickets that it was given.
class DepartmentTarget final : public FuzzTarget
{
public:
    DepartmentTarget()
    {
        for (int i = 0; i < 2; ++i)
            m_tickets.append(m_office.dispatched());
        const auto given = m_office.book->giveSheet({.department = m_office.water});
        if (!given)
            qFatal("%s", qUtf8Printable(given.error().reason));
        const QString file = path(u"given.xlsx"_s);
        writeDepartmentSheet(*given, file, true, m_office.file->office(), m_office.tables());
        Workbook book(file);
        SheetReader reader(book, 0);
        while (reader.next()) {
            for (const TicketId ticket : m_tickets) {
                if (reader.cell(0).text == m_office.ticket(ticket).number)
                    m_codes.append(reader.cell(1).text.toUtf8());
            }
        }
        promise(m_codes.size() == 2, "a department's sheet tells its check codes");
    }

private:
    void read(const QByteArray &input) override
    {
        QByteArray sheet = input;
        sheet.replace("{1}", m_codes[0]).replace("{2}", m_codes[1]);
        const QString file = put(u"back.xlsx"_s, workbookOf(sheet));
        ReturnedSheet back = readDepartmentSheet(*m_office.file, file);
        (void)tryRows(back, *m_office.book);
        for (const ReturnedRow &row : back.rows) {
            promise(!row.place.isEmpty(), "a row has a place");
            promise(row.now.id || !row.possible, "what belongs to nothing can't be entered");
        }
        for (const TicketId ticket : m_tickets)
            promise(stateOf(m_office.lead(ticket)) == DispatchState::Sent, "a trial changes nothing");
    }

    HandlingOffice m_office;
    QList<TicketId> m_tickets;
    QList<QByteArray> m_codes;
};

} // namespace

QList<TargetEntry> tableTargets()
{
    return {{"csv", make<CsvTarget>},         {"container", make<ContainerTarget>},
            {"sheet", make<SheetTarget>},     {"import", make<ImportTarget>},
            {"foreign", make<ForeignTarget>}, {"department", make<DepartmentTarget>}};
}

} // namespace huiyin::fuzz
