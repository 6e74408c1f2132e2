// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/TableFile.h"

#include "spreadsheet/ZipPackage.h"
#include "storage/SafeFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spreadsheet)
};

// The names of the streams in an OLE compound file stand in its directory, a chain of sectors of 128-byte entries. Excel
// puts an .xlsx with a password into the stream EncryptedPackage of such a file.
class CompoundFile
{
public:
    explicit CompoundFile(QFile &file)
        : m_file(file)
        , m_header(read(0, headerSize))
    {
    }

    [[nodiscard]] bool hasStream(QStringView name)
    {
        const int shift = m_header.size() == headerSize ? qFromLittleEndian<quint16>(m_header.constData() + 30) : 0;
        if (shift != 9 && shift != 12)
            return false;
        m_sector = qint64{1} << shift;
        quint32 sector = number(m_header, 48);
        for (int visited = 0; sector < firstReserved && visited < mostSectors; ++visited) {
            const QByteArray entries = read((qint64{sector} + 1) * m_sector, m_sector);
            for (qsizetype at = 0; at + entrySize <= entries.size(); at += entrySize) {
                const qsizetype bytes = qFromLittleEndian<quint16>(entries.constData() + at + 64);
                if (bytes == 2 * name.size() + 2 && nameAt(entries, at, name.size()) == name)
                    return true;
            }
            sector = next(sector);
        }
        return false;
    }

private:
    static constexpr qsizetype headerSize = 512;
    static constexpr qsizetype entrySize = 128;
    static constexpr int mostSectors = 1024;
    static constexpr quint32 firstReserved = 0xFFFFFFFA;

    QByteArray read(qint64 position, qint64 size) { return m_file.seek(position) ? m_file.read(size) : QByteArray(); }
    static quint32 number(const QByteArray &bytes, qsizetype at)
    {
        return at + 4 <= bytes.size() ? qFromLittleEndian<quint32>(bytes.constData() + at) : firstReserved;
    }
    static QString nameAt(const QByteArray &bytes, qsizetype at, qsizetype length)
    {
        QString name;
        for (qsizetype i = 0; i < length; ++i)
            name += QChar(qFromLittleEndian<quint16>(bytes.constData() + at + 2 * i));
        return name;
    }
    // From the table of sectors; the first 109 sectors of that table stand in the header, enough for 7 MB and more.
    quint32 next(quint32 sector)
    {
        const qint64 numbers = m_sector / 4;
        const qint64 block = qint64{sector} / numbers;
        if (block >= 109)
            return firstReserved;
        const quint32 table = number(m_header, 76 + 4 * block);
        if (table >= firstReserved)
            return firstReserved;
        return number(read((qint64{table} + 1) * m_sector + 4 * (qint64{sector} % numbers), 4), 0);
    }

    QFile &m_file;
    QByteArray m_header;
    qint64 m_sector = 512;
};

TableFile tellContainer(const QString &path)
{
    ZipPackage package(path);
    if (package.contains(u"xl/workbook.bin"_s))
        return TableFile::BinaryWorkbook;
    if (package.contains(u"mimetype"_s)
        && package.open(u"mimetype"_s)->readWhole(256).startsWith("application/vnd.oasis.opendocument.spreadsheet"))
        return TableFile::OpenDocument;
    const bool office = package.contains(u"_rels/.rels"_s) && package.contains(u"[Content_Types].xml"_s)
                        && !package.contains(u"word/document.xml"_s) && !package.contains(u"ppt/presentation.xml"_s);
    return office ? TableFile::Workbook : TableFile::OtherContainer;
}

} // namespace

TableFile tellTableFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw FileError(Text::tr("“%1” can't be read: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
    QByteArray start = file.peek(1024);
    if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06"))
        return tellContainer(path);
    if (start.startsWith("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
        return CompoundFile(file).hasStream(u"EncryptedPackage") ? TableFile::LockedWorkbook : TableFile::OldWorkbook;
    if (start.startsWith("\xEF\xBB\xBF"))
        start = start.sliced(3);
    start = start.trimmed().toLower();
    if (start.startsWith("<?xml") && start.contains("urn:schemas-microsoft-com:office:spreadsheet"))
        return TableFile::XmlTable;
    const bool webPage =
        std::ranges::any_of(std::array{"<html", "<!doctype", "<table", "<?xml", "<meta", "<head", "<style"},
                            [&start](const char *signature) { return start.startsWith(signature); });
    return webPage ? TableFile::WebPage : TableFile::Text;
}

QString whatToDo(TableFile kind)
{
    switch (kind) {
    case TableFile::Workbook:
    case TableFile::Text:
        return {};
    case TableFile::OldWorkbook:
        return Text::tr(
            "This is a spreadsheet in an old form (.xls or .et). Open it in WPS or Excel, save it as “Excel "
            "workbook (*.xlsx)” and import that.");
    case TableFile::LockedWorkbook:
        return Text::tr("This spreadsheet is protected by a password. Open it in WPS or Excel with the password, take "
                        "the password off under “File › Info” (WPS: “Document encryption”), save it and import it "
                        "again.");
    case TableFile::BinaryWorkbook:
        return Text::tr("This is a binary workbook (.xlsb). Open it in Excel, save it as “Excel workbook "
                        "(*.xlsx)” and import that.");
    case TableFile::OpenDocument:
        return Text::tr("This is an OpenDocument spreadsheet (.ods). Open it in WPS, LibreOffice or Excel, save it as "
                        "“Excel workbook (*.xlsx)” and import that.");
    case TableFile::OtherContainer:
        return Text::tr(
            "This is a compressed folder or a document, and no spreadsheet. Unpack it, or save the table in "
            "it as “Excel workbook (*.xlsx)”, and import that.");
    case TableFile::WebPage:
        return Text::tr(
            "This is a web page under the name of a table, as some web systems give them out. Open it in WPS "
            "or Excel, save it as “Excel workbook (*.xlsx)” and import that.");
    case TableFile::XmlTable:
        return Text::tr("This is an XML table of Excel 2003. Open it in WPS or Excel, save it as “Excel workbook "
                        "(*.xlsx)” and import that.");
    }
    Q_UNREACHABLE();
}

} // namespace huiyin
