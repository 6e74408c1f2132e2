// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/TableSource.h"

#include "exchange/ImportContext.h"
#include "exchange/RowSource.h"
#include "exchange/SheetGlance.h"
#include "spreadsheet/TableFile.h"
#include "spreadsheet/Workbook.h"
#include "storage/SafeFile.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

const QString notesSheet = u"说明"_s;

bool isHidden(const QFileInfo &file)
{
    return file.fileName().startsWith(u'.') || file.fileName().startsWith(u'~');
}

bool isWorkbookName(const QFileInfo &file)
{
    const QString suffix = file.suffix().toLower();
    return suffix == u"xlsx" || suffix == u"xlsm";
}

bool isVisible(const SheetInfo &sheet)
{
    return sheet.visibility == SheetInfo::Visibility::Visible;
}

// A workbook to read, or none for a text file. Throws FileError with what to do about anything else.
std::shared_ptr<Workbook> openWorkbook(const QFileInfo &file)
{
    const TableFile kind = tellTableFile(file.filePath());
    if (kind == TableFile::Workbook)
        return std::make_shared<Workbook>(file.filePath());
    const QString why = whatToDo(kind);
    if (!why.isEmpty())
        throw FileError(why);
    if (isWorkbookName(file)) {
        throw FileError(Text::tr("The file is named as a spreadsheet and is none. Open it in the spreadsheet program, "
                                 "save it as “Excel workbook (*.xlsx)” and import that."));
    }
    return nullptr;
}

// The headings are in the first row that holds anything.
QStringList headingsOf(const TableSource &source, const Progress &progress)
{
    const auto rows = openRows(source, progress);
    QStringList headings;
    while (headings.isEmpty() && rows->next()) {
        for (int i = 0; i < rows->fieldCount() && !rows->isBlank(); ++i)
            headings.append(cleanHeading(rows->field(i)));
    }
    return headings;
}

class Finder
{
public:
    explicit Finder(ImportContext &context)
        : m_context(context)
    {
    }

    TableSources sources{};

    void addFolder(const QString &path)
    {
        const QFileInfoList entries = QDir(path).entryInfoList(QDir::Files, QDir::Name);
        const QStringList others{u"xls"_s, u"xlsb"_s, u"et"_s, u"ods"_s, u"txt"_s, u"tsv"_s};
        for (const QFileInfo &file : entries) {
            const QString suffix = file.suffix().toLower();
            if (isHidden(file))
                continue;
            if (isWorkbookName(file)) {
                addWorkbook(file);
            } else if (suffix == u"csv" || others.contains(suffix)) {
                const Table *table = suffix == u"csv" ? tableByName(file.completeBaseName()) : nullptr;
                if (table) {
                    add(*table, {.file = file});
                } else {
                    m_context.notice(Text::tr("%1 was passed over: it is neither an .xlsx file nor a CSV file with the "
                                              "name of a table.")
                                         .arg(file.fileName()));
                }
            }
        }
        if (sources.empty() && !m_refused) {
            m_context.error({.file = QFileInfo(path).fileName(),
                             .message = Text::tr("The folder holds no table: neither an .xlsx file with a sheet named "
                                                 "as one, nor a CSV file such as tickets.csv or 工单.csv.")});
        }
    }

    void addFile(const QFileInfo &file)
    {
        if (!file.exists())
            return refuse(file, Text::tr("There is no such file."));
        try {
            if (const auto workbook = openWorkbook(file)) {
                addSheets(file, workbook);
                if (sources.empty() && !m_refused) {
                    refuse(file, Text::tr("None of its sheets bears the name of a table, such as 工单 or tickets, and "
                                          "none has the headings of one."));
                }
                return;
            }
            const TableSource source{.file = file};
            const Table *table = tableByName(file.completeBaseName());
            if (!table)
                table = tableByHeadings(headingsOf(source, m_context.progress()));
            if (table)
                add(*table, source);
            else
                refuse(file,
                       Text::tr("Neither the name of the file nor its headings tell which table it holds. Give it "
                                "the name of one, such as tickets.csv or 工单.csv."));
        } catch (const FileError &error) {
            refuse(file, error.message());
        }
    }

private:
    void refuse(const QFileInfo &file, const QString &message)
    {
        m_refused = true;
        m_context.error({.file = file.fileName(), .message = message});
    }

    void addWorkbook(const QFileInfo &file)
    {
        try {
            addSheets(file, openWorkbook(file));
        } catch (const FileError &error) {
            refuse(file, error.message());
        }
    }

    void addSheets(const QFileInfo &file, const std::shared_ptr<Workbook> &workbook)
    {
        const QList<SheetInfo> &sheets = workbook->sheets();
        const auto holdsRows = [](const SheetInfo &sheet) {
            return isVisible(sheet) && cleanHeading(sheet.name) != notesSheet;
        };
        const bool isOnly = std::ranges::count_if(sheets, holdsRows) == 1;
        for (qsizetype i = 0; i < sheets.size(); ++i) {
            const TableSource source{.file = file, .workbook = workbook, .sheet = i};
            if (cleanHeading(sheets[i].name) == notesSheet)
                continue;
            const Table *table = tableByName(cleanHeading(sheets[i].name));
            if (!isVisible(sheets[i])) {
                // Lists to choose from lie on hidden sheets; a table should not, and nobody would see what came in.
                if (table)
                    m_context.notice(Text::tr("%1 was passed over: the sheet is hidden.").arg(source.name()));
                continue;
            }
            QStringList headings;
            if (!table) {
                headings = headingsOf(source, m_context.progress());
                table = tableByHeadings(headings);
            }
            if (!table && isOnly)
                table = tableByName(file.completeBaseName());
            if (table)
                add(*table, source);
            else if (!headings.isEmpty())
                m_context.notice(
                    Text::tr("%1 was passed over: the sheet has neither the name nor the headings of a table.")
                        .arg(source.name()));
        }
    }

    void add(const Table &table, const TableSource &source)
    {
        const auto [place, isNew] = sources.emplace(table.kind, source);
        if (isNew)
            return;
        m_refused = true;
        m_context.startFile(source);
        m_context.error(
            {.file = source.fileName(),
             .sheet = source.sheetName(),
             .message = Text::tr("The same table is here twice; the other is %1.").arg(place->second.name())});
    }

    ImportContext &m_context;
    bool m_refused = false;
};

} // namespace

QString TableSource::sheetName() const
{
    return workbook ? workbook->sheets()[sheet].name : QString();
}

QString TableSource::name() const
{
    return workbook ? QString(fileName() + u'!' + sheetName()) : fileName();
}

qint64 TableSource::bytes() const
{
    return workbook ? workbook->sheets()[sheet].bytes : file.size();
}

TableSources findTables(ImportContext &context, const QString &path)
{
    const QFileInfo info(path);
    Finder finder(context);
    if (info.isDir())
        finder.addFolder(path);
    else
        finder.addFile(info);
    return finder.sources;
}

QStringList sheetNames(const QString &path)
{
    const auto workbook = openWorkbook(QFileInfo(path));
    if (!workbook)
        return {QString()};
    QStringList names;
    for (const SheetInfo &sheet : workbook->sheets()) {
        if (isVisible(sheet))
            names.append(sheet.name);
    }
    return names;
}

TableSource sheetSource(const QString &path, const QString &sheet)
{
    TableSource source{.file = QFileInfo(path)};
    if (!source.file.exists())
        throw FileError(Text::tr("There is no such file."));
    source.workbook = openWorkbook(source.file);
    if (!source.workbook)
        return source;
    const QList<SheetInfo> &sheets = source.workbook->sheets();
    const auto found = std::ranges::find_if(
        sheets, [&sheet](const SheetInfo &info) { return sheet.isEmpty() ? isVisible(info) : info.name == sheet; });
    if (found == sheets.end())
        throw FileError(Text::tr("None of the sheets is named “%1”.").arg(sheet));
    source.sheet = found - sheets.begin();
    return source;
}

namespace {

// The first sheet that has the columns of the profile; the first of all when none has.
QString fittingSheet(const QString &path, const SheetProfile &profile, const Progress &progress)
{
    const QStringList names = sheetNames(path);
    for (const QString &name : names) {
        if (names.size() > 1 && fitOf(profile, glanceAt(path, name, progress)) == 1)
            return name;
    }
    return names.value(0);
}

} // namespace

TableSources foreignTables(ImportContext &context, const QString &path, const ForeignSheet &foreign)
{
    TableSources sources;
    const QString file = QFileInfo(path).fileName();
    const QStringList faults = faultsOf(foreign.profile);
    for (const QString &fault : faults)
        context.error({.file = file, .sheet = foreign.sheet, .message = fault});
    if (!faults.isEmpty())
        return {};
    try {
        const auto profile = std::make_shared<const SheetProfile>(foreign.profile);
        const QString sheet =
            foreign.sheet.isEmpty() ? fittingSheet(path, *profile, context.progress()) : foreign.sheet;
        TableSource source = sheetSource(path, sheet); // its texts are read once, for all tables
        source.profile = profile;
        for (const TableMatch &match : profile->tables) {
            source.kind = match.kind;
            sources.emplace(match.kind, source);
        }
    } catch (const FileError &error) {
        context.error({.file = file, .sheet = foreign.sheet, .message = error.message()});
        return {};
    }
    return sources;
}

TableSource tableSource(const QString &path, const Table &table)
{
    TableSource source{.file = QFileInfo(path)};
    source.workbook = openWorkbook(source.file);
    if (!source.workbook)
        return source;
    const QList<SheetInfo> &sheets = source.workbook->sheets();
    const auto bearsName = [&table](const SheetInfo &sheet) {
        const QString name = cleanHeading(sheet.name);
        return isVisible(sheet)
               && (name == QStringView(table.chinese) || name.compare(table.nameText(), Qt::CaseInsensitive) == 0);
    };
    auto found = std::ranges::find_if(sheets, bearsName);
    if (found == sheets.end() && std::ranges::count_if(sheets, isVisible) == 1)
        found = std::ranges::find_if(sheets, isVisible);
    if (found == sheets.end()) {
        throw FileError(Text::tr("None of the sheets is named “%1”.").arg(QString::fromUtf16(table.chinese)));
    }
    source.sheet = found - sheets.begin();
    return source;
}

} // namespace huiyin
