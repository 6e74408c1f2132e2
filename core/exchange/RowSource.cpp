// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/RowSource.h"

#include "exchange/CsvReader.h"
#include "exchange/ForeignRows.h"
#include "exchange/TableSource.h"
#include "exchange/TextDecoder.h"
#include "spreadsheet/SheetReader.h"

#include <QCoreApplication>

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

class CsvRows final : public RowSource
{
public:
    CsvRows(const QString &path, const Progress &progress)
        : m_decoder(path, progress)
        , m_reader(m_decoder)
    {
    }

    bool next() override { return m_reader.next(); }
    [[nodiscard]] qint64 line() const override { return m_reader.line(); }
    [[nodiscard]] int fieldCount() const override { return m_reader.fieldCount(); }
    [[nodiscard]] QStringView field(int column) const override { return m_reader.field(column); }
    [[nodiscard]] bool isBlank() const override { return m_reader.isBlank(); }
    [[nodiscard]] qint64 bytesRead() const override { return m_decoder.bytesRead(); }
    [[nodiscard]] std::optional<RowFault> fault() const override
    {
        const auto &fault = m_reader.fault();
        if (!fault)
            return std::nullopt;
        return RowFault{.message = messageOf(*fault), .line = fault->line, .column = fault->column};
    }

private:
    [[nodiscard]] QString messageOf(const CsvFault &fault) const
    {
        switch (fault.kind) {
        case CsvFault::Kind::UnclosedQuote:
            return Text::tr("A quotation mark opens here that nothing closes.");
        case CsvFault::Kind::TextAfterQuote:
            return Text::tr("After a closing quotation mark there is more text. A quotation mark within a text is "
                            "written twice.");
        case CsvFault::Kind::FieldTooLong:
            return Text::tr("The text is longer than 1 MB.");
        case CsvFault::Kind::TooManyColumns:
            return Text::tr("The row has more than %1 columns.").arg(CsvReader::mostColumns);
        case CsvFault::Kind::Undecodable:
            return m_decoder.encoding() == TextDecoder::Encoding::Utf8
                       ? Text::tr("There are bytes that are no text in UTF-8. The file is damaged there.")
                       : Text::tr("There are bytes that are no text, neither in UTF-8 nor in GB18030. The file is "
                                  "damaged there.");
        }
        Q_UNREACHABLE();
    }

    TextDecoder m_decoder;
    CsvReader m_reader;
};

class SheetRows final : public RowSource
{
public:
    SheetRows(std::shared_ptr<Workbook> workbook, qsizetype sheet, const Progress &progress)
        : m_workbook(std::move(workbook))
        , m_reader(*m_workbook, sheet, progress)
    {
    }

    bool next() override { return m_reader.next(); }
    [[nodiscard]] qint64 line() const override { return m_reader.row(); }
    [[nodiscard]] int fieldCount() const override { return m_reader.cellCount(); }
    [[nodiscard]] QStringView field(int column) const override
    {
        const SheetCell &cell = m_reader.cell(column);
        return cell.kind == SheetCell::Kind::Error ? QStringView() : QStringView(cell.text);
    }
    [[nodiscard]] bool isBlank() const override { return m_reader.isBlank(); }
    [[nodiscard]] qint64 bytesRead() const override { return m_reader.bytesRead(); }
    [[nodiscard]] QString fieldFault(int column) const override
    {
        const SheetCell &cell = m_reader.cell(column);
        if (cell.kind == SheetCell::Kind::Error) {
            return Text::tr("The spreadsheet shows the error %1 here. Write what it should be, and save the file.")
                .arg(cell.text);
        }
        if (cell.kind == SheetCell::Kind::Uncounted) {
            return Text::tr("The cell holds a formula without its result. Open the file in the spreadsheet program, "
                            "save it and import it again.");
        }
        return {};
    }

private:
    std::shared_ptr<Workbook> m_workbook;
    SheetReader m_reader;
};

} // namespace

std::unique_ptr<RowSource> openFile(const TableSource &source, const Progress &progress)
{
    if (source.workbook)
        return std::make_unique<SheetRows>(source.workbook, source.sheet, progress);
    return std::make_unique<CsvRows>(source.file.filePath(), progress);
}

std::unique_ptr<RowSource> openRows(const TableSource &source, const Progress &progress)
{
    auto rows = openFile(source, progress);
    if (!source.profile)
        return rows;
    return std::make_unique<ForeignRows>(std::move(rows), *source.profile, source.kind);
}

} // namespace huiyin
