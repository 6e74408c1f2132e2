// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/WorkbookWriter.h"

#include "spreadsheet/SheetFormats.h"
#include "storage/SafeFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <cstdlib>
#include <xlsxwriter.h>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spreadsheet)
};

FileError cantWrite(const QString &path, const QString &why)
{
    return FileError(Text::tr("“%1” could not be written: %2").arg(QDir::toNativeSeparators(path), why));
}

} // namespace

// Where the bytes go until they are whole. libxlsxwriter 1.1.5 and later write into memory; before, it opens a file by its
// name, which on Windows isn't one that Qt would give it. There the newer one comes from vcpkg.
#if LXW_VERSION_ID >= 115
class WorkbookWriter::Target
{
public:
    Target(const QString &path, bool overwrite)
        : m_file(path, overwrite)
    {
    }
    ~Target() { std::free(const_cast<char *>(m_bytes)); }
    Target(const Target &) = delete;
    Target &operator=(const Target &) = delete;

    lxw_workbook *open()
    {
        lxw_workbook_options options{};
        options.output_buffer = &m_bytes;
        options.output_buffer_size = &m_size;
        return workbook_new_opt(nullptr, &options);
    }
    void finish()
    {
        m_file.write(QByteArray::fromRawData(m_bytes, static_cast<qsizetype>(m_size)));
        m_file.commit();
    }

private:
    SafeFile m_file;
    const char *m_bytes = nullptr;
    size_t m_size = 0;
};
#else
class WorkbookWriter::Target
{
public:
    Target(const QString &path, bool overwrite)
        : m_path(path)
        , m_partial(path + u".partial-" + QUuid::createUuid().toString(QUuid::Id128))
        , m_overwrite(overwrite)
    {
        if (QFileInfo::exists(path) && !overwrite) {
            throw FileError(
                Text::tr("There is already a file “%1”. It was left as it is.").arg(QDir::toNativeSeparators(path)));
        }
        QFile file(m_partial);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
            throw cantWrite(path, file.errorString());
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner); // citizens' data is nobody else's
    }
    ~Target()
    {
        if (!m_partial.isEmpty())
            QFile::remove(m_partial);
    }
    Target(const Target &) = delete;
    Target &operator=(const Target &) = delete;

    lxw_workbook *open() { return workbook_new(QFile::encodeName(m_partial).constData()); }
    void finish()
    {
        syncToDisk(m_partial);
        if (!replaceFile(m_partial, m_path, m_overwrite))
            throw cantWrite(m_path, Text::tr("it could not be given its name."));
        m_partial.clear();
    }

private:
    QString m_path;
    QString m_partial;
    bool m_overwrite;
};
#endif

WorkbookWriter::WorkbookWriter(const QString &path, bool overwrite, const WorkbookProperties &properties)
    : m_path(path)
    , m_target(std::make_unique<Target>(path, overwrite))
    , m_book(m_target->open())
{
    if (!m_book)
        throw cantWrite(path, Text::tr("there is not enough memory."));
    QByteArray title = escapedCellText(properties.title).left(255).toUtf8();
    QByteArray author = escapedCellText(properties.author).left(255).toUtf8();
    QByteArray company = escapedCellText(properties.company).left(255).toUtf8();
    lxw_doc_properties documentProperties{};
    documentProperties.title = title.data();
    documentProperties.author = author.data();
    documentProperties.company = company.data();
    documentProperties.created = properties.created.isValid() ? properties.created.toSecsSinceEpoch() : 0;
    try {
        check(workbook_set_properties(m_book, &documentProperties));
        m_formats = std::make_unique<Formats>(m_book);
    } catch (...) {
        lxw_workbook_free(m_book);
        throw;
    }
}

WorkbookWriter::~WorkbookWriter()
{
    if (m_book)
        lxw_workbook_free(m_book);
}

void WorkbookWriter::check(int error) const
{
    switch (error) {
    case LXW_NO_ERROR:
        return;
    case LXW_ERROR_MEMORY_MALLOC_FAILED:
        throw cantWrite(m_path, Text::tr("there is not enough memory."));
    case LXW_ERROR_CREATING_XLSX_FILE:
    case LXW_ERROR_CREATING_TMPFILE:
    case LXW_ERROR_READING_TMPFILE:
    case LXW_ERROR_ZIP_FILE_OPERATION:
    case LXW_ERROR_ZIP_FILE_ADD:
    case LXW_ERROR_ZIP_CLOSE:
        throw cantWrite(m_path, Text::tr("the disk may be full, or the folder for temporary files."));
    default: // a fault of the program: the technical words help whoever mends it
        throw cantWrite(m_path, QString::fromUtf8(lxw_strerror(static_cast<lxw_error>(error))));
    }
}

lxw_worksheet *WorkbookWriter::newSheet(const QString &name)
{
    lxw_worksheet *sheet = workbook_add_worksheet(m_book, name.toUtf8().constData());
    if (!sheet)
        throw cantWrite(m_path, Text::tr("a sheet can't be named “%1”.").arg(name));
    return sheet;
}

SheetWriter &WorkbookWriter::addSheet(const SheetLayout &layout)
{
    SheetLayout named = layout;
    named.name = safeSheetName(layout.name, m_names);
    lxw_worksheet *sheet = newSheet(named.name);
    m_sheets.push_back(std::unique_ptr<SheetWriter>(new SheetWriter(*this, sheet, named)));
    return *m_sheets.back();
}

void WorkbookWriter::addNotes(const QString &name, const QList<std::pair<QString, QString>> &lines)
{
    lxw_worksheet *sheet = newSheet(safeSheetName(name, m_names));
    lxw_row_t row = 0;
    for (const auto &[label, text] : lines) {
        check(worksheet_write_string(sheet, row, 0, escapedCellText(label).toUtf8().constData(), m_formats->label));
        check(worksheet_write_string(sheet, row, 1, escapedCellText(text.left(mostCellText / 8)).toUtf8().constData(),
                                     m_formats->note));
        ++row;
    }
    check(worksheet_set_column(sheet, 0, 0, 16, nullptr));
    check(worksheet_set_column(sheet, 1, 1, 80, nullptr));
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    worksheet_set_paper(sheet, Formats::a4);
    worksheet_fit_to_pages(sheet, 1, 0);
}

// Choices lie in the cells of a hidden sheet: written into the rule itself, they could hold neither commas nor more than
// 255 characters together.
QString WorkbookWriter::rangeOf(const QStringList &choices)
{
    if (!m_choices) {
        m_choicesName = safeSheetName(u"选项"_s, m_names);
        m_choices = newSheet(m_choicesName);
        worksheet_hide(m_choices);
    }
    qsizetype column = m_lists.indexOf(choices);
    if (column < 0) {
        column = m_lists.size();
        m_lists.append(choices);
        lxw_row_t row = 0;
        for (const QString &choice : choices) {
            check(worksheet_write_string(m_choices, row++, static_cast<lxw_col_t>(column),
                                         escapedCellText(choice).toUtf8().constData(), nullptr));
        }
    }
    const QString letters = columnLetters(static_cast<int>(column));
    return u"='%1'!$%2$1:$%2$%3"_s.arg(QString(m_choicesName).replace(u"'"_s, u"''"_s), letters,
                                       QString::number(choices.size()));
}

void WorkbookWriter::commit()
{
    int number = 0;
    for (const auto &sheet : m_sheets)
        sheet->finish(++number);
    lxw_workbook *book = std::exchange(m_book, nullptr);
    check(workbook_close(book)); // frees it whatever comes
    m_target->finish();
}

} // namespace huiyin
