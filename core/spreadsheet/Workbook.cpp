// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/Workbook.h"

#include "spreadsheet/PartXml.h"
#include "storage/SafeFile.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spreadsheet)
};

FileError noWorkbook()
{
    return FileError(
        Text::tr("The file is no spreadsheet in the form .xlsx. Open it in WPS or Excel, save it as “Excel "
                 "workbook (*.xlsx)” and import that."));
}

// Bytes of the parts that tell of others and are kept whole; some kilobytes in a workbook of any office.
constexpr qint64 largestDirectory = qint64{16} * 1024 * 1024;
constexpr size_t mostLooks = 100'000; // Excel itself stops at 65,490

QString folderOf(const QString &part)
{
    return part.left(part.lastIndexOf(u'/') + 1);
}

// Of a part, where a relationship from it leads: targets stand under its folder or, with a slash, under the top.
QString targetOf(const QString &part, QString target)
{
    target.replace(u'\\', u'/');
    return QDir::cleanPath(target.startsWith(u'/') ? target : QString(u'/' + folderOf(part) + target)).sliced(1);
}

SheetInfo::Visibility visibilityOf(const QString &state)
{
    using enum SheetInfo::Visibility;
    return state == u"hidden" ? Hidden : state == u"veryHidden" ? VeryHidden : Visible;
}

} // namespace

Workbook::Workbook(const QString &path, const WorkbookLimits &limits)
    : m_limits(limits)
    , m_package(path, limits.package)
{
    if (!m_package.contains(u"_rels/.rels"_s))
        throw noWorkbook();
    QString workbook;
    const Relations top = relationsOf({});
    for (const Relation &relation : top) {
        if (relation.kind == u"officeDocument" && !relation.external)
            workbook = targetOf({}, relation.target);
    }
    if (workbook.isEmpty() || !m_package.contains(workbook))
        throw noWorkbook();
    if (workbook.endsWith(u".bin", Qt::CaseInsensitive)) {
        throw FileError(Text::tr("This is a binary workbook (.xlsb). Open it in Excel, save it as “Excel workbook "
                                 "(*.xlsx)” and import that."));
    }
    readSheets(workbook);
}

Workbook::Relations Workbook::relationsOf(const QString &part)
{
    const QString folder = folderOf(part);
    const QString name = folder + u"_rels/" + part.sliced(folder.size()) + u".rels";
    Relations relations;
    if (!m_package.contains(name))
        return relations;
    PartXml xml(m_package, name);
    if (m_package.sizeOf(name) > largestDirectory)
        xml.fail(Text::tr("it is larger than it can be"));
    while (xml.next()) {
        if (!xml.isStart() || xml.name() != u"Relationship")
            continue;
        const QString type = xml.attribute(u"Type");
        relations.insert(xml.attribute(u"Id"),
                         {.target = xml.attribute(u"Target"),
                          .kind = type.sliced(type.lastIndexOf(u'/') + 1),
                          .external = xml.attribute(u"TargetMode").compare(u"External", Qt::CaseInsensitive) == 0});
    }
    return relations;
}

void Workbook::readSheets(const QString &part)
{
    const Relations relations = relationsOf(part);
    for (const Relation &relation : relations) {
        if (relation.external)
            continue;
        const QString target = targetOf(part, relation.target);
        if (relation.kind == u"sharedStrings" && m_package.contains(target))
            m_stringsPart = target;
        else if (relation.kind == u"styles" && m_package.contains(target))
            readStyles(target);
    }
    PartXml xml(m_package, part);
    if (m_package.sizeOf(part) > largestDirectory)
        xml.fail(Text::tr("it is larger than it can be"));
    if (!xml.next() || xml.name() != u"workbook")
        throw noWorkbook();
    while (xml.next()) {
        if (!xml.isStart())
            continue;
        if (xml.name() == u"workbookPr" && xml.isTrue(u"date1904"))
            m_dayCount = DayCount::Since1904;
        if (xml.name() != u"sheet")
            continue;
        const QString name = xml.attribute(u"name");
        const auto relation = relations.constFind(xml.relation());
        if (relation == relations.constEnd())
            xml.fail(Text::tr("the sheet “%1” is missing").arg(name));
        if (relation->external)
            xml.fail(Text::tr("the sheet “%1” lies outside the file").arg(name));
        if (relation->kind != u"worksheet")
            continue;
        const QString target = targetOf(part, relation->target);
        if (!m_package.contains(target))
            xml.fail(Text::tr("the sheet “%1” is missing").arg(name));
        // Else a small file could have one part read any number of times.
        if (std::ranges::any_of(m_sheets, [&target](const SheetInfo &sheet) { return sheet.part == target; }))
            xml.fail(Text::tr("the sheet “%1” lies where another does").arg(name));
        m_sheets.append({.name = name,
                         .visibility = visibilityOf(xml.attribute(u"state")),
                         .part = target,
                         .bytes = m_package.sizeOf(target)});
    }
}

void Workbook::readStyles(const QString &part)
{
    PartXml xml(m_package, part);
    QHash<int, NumberLook> written;
    bool inCellFormats = false;
    while (xml.next()) {
        if (xml.name() == u"cellXfs")
            inCellFormats = xml.isStart();
        if (!xml.isStart())
            continue;
        if (m_looks.size() > mostLooks || written.size() > static_cast<qsizetype>(mostLooks))
            xml.fail(Text::tr("it has too many formats"));
        if (xml.name() == u"numFmt") {
            written.insert(xml.attribute(u"numFmtId").toInt(), lookOf(xml.attribute(u"formatCode")));
        } else if (inCellFormats && xml.name() == u"xf") {
            const int format = xml.attribute(u"numFmtId").toInt();
            m_looks.push_back(written.contains(format) ? written.value(format) : lookOfBuiltIn(format));
        }
    }
}

void Workbook::needStrings(const Progress &progress)
{
    if (m_hasStrings)
        return;
    m_strings.clear();
    if (!m_stringsPart.isEmpty())
        m_strings.read(m_package, m_stringsPart, m_limits.cellText, progress);
    m_hasStrings = true;
}

std::optional<qsizetype> Workbook::sheetOf(const QString &name) const
{
    const auto found = std::ranges::find_if(
        m_sheets, [&name](const SheetInfo &sheet) { return sheet.name.compare(name, Qt::CaseInsensitive) == 0; });
    return found == m_sheets.end() ? std::nullopt : std::optional(found - m_sheets.begin());
}

NumberLook Workbook::lookOfStyle(qsizetype style) const
{
    const auto place = static_cast<size_t>(style);
    return style < 0 || place >= m_looks.size() ? NumberLook::Number : m_looks[place];
}

} // namespace huiyin
