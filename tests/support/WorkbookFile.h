// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <array>
#include <optional>

// Containers and workbooks made byte by byte, such as no library would make them.
namespace huiyin::test {

inline quint32 crc32(const QByteArray &bytes)
{
    // A fuzzer makes a thousand containers a second.
    static constexpr auto ofByte = [] {
        std::array<quint32, 256> table{};
        for (quint32 byte = 0; byte < table.size(); ++byte) {
            quint32 crc = byte;
            for (int bit = 0; bit < 8; ++bit)
                crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320U : 0U);
            table.at(byte) = crc;
        }
        return table;
    }();
    quint32 crc = 0xFFFFFFFF;
    for (const char c : bytes)
        crc = (crc >> 8) ^ ofByte[(crc ^ static_cast<uchar>(c)) & 0xFF];
    return ~crc;
}

// Deflated as a zip wants it: without the frame that Qt and zlib put around.
inline QByteArray deflated(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return QByteArrayLiteral("\x03\x00"); // Qt has no frame for nothing
    const QByteArray framed = qCompress(bytes, 9);
    return framed.sliced(6, framed.size() - 10);
}

// One part, and what the container says of it in place of the truth.
struct ZipPart
{
    QByteArray name{};
    QByteArray bytes{};
    bool packed = true;
    std::optional<quint32> saysSize{};
    std::optional<quint32> saysCrc{};
    quint16 flags = 0x0800;      // names in UTF-8
    std::optional<quint32> at{}; // the offset of another part's bytes
};

inline QByteArray zipOf(const QList<ZipPart> &parts)
{
    const auto two = [](QByteArray &to, quint32 value) {
        to += static_cast<char>(value & 0xFF);
        to += static_cast<char>((value >> 8) & 0xFF);
    };
    const auto four = [&two](QByteArray &to, quint32 value) {
        two(to, value & 0xFFFF);
        two(to, value >> 16);
    };
    QByteArray zip;
    QByteArray directory;
    for (const ZipPart &part : parts) {
        const QByteArray data = part.packed ? deflated(part.bytes) : part.bytes;
        const quint32 method = part.packed ? 8 : 0;
        QByteArray common; // to both headers
        two(common, 20);
        two(common, part.flags);
        two(common, method);
        four(common, 0x00210000); // 1980-01-01
        four(common, part.saysCrc.value_or(crc32(part.bytes)));
        four(common, static_cast<quint32>(data.size()));
        four(common, part.saysSize.value_or(static_cast<quint32>(part.bytes.size())));
        two(common, static_cast<quint32>(part.name.size()));
        two(common, 0);
        const quint32 offset = part.at.value_or(static_cast<quint32>(zip.size()));
        if (!part.at)
            zip += "PK\x03\x04" + common + part.name + data;
        directory += "PK\x01\x02";
        two(directory, 20);
        directory += common;
        two(directory, 0);
        two(directory, 0);
        two(directory, 0);
        four(directory, 0);
        four(directory, offset);
        directory += part.name;
    }
    QByteArray end = "PK\x05\x06";
    four(end, 0);
    two(end, static_cast<quint32>(parts.size()));
    two(end, static_cast<quint32>(parts.size()));
    four(end, static_cast<quint32>(directory.size()));
    four(end, static_cast<quint32>(zip.size()));
    two(end, 0);
    return zip + directory + end;
}

// A workbook of one or more sheets whose parts a test may write itself; what it doesn't write is as Excel writes it.
struct WorkbookFile
{
    struct Sheet
    {
        QByteArray name = "Sheet1";
        QByteArray data{}; // within <sheetData>
        QByteArray state{};
        QByteArray after{};              // behind <sheetData>
        std::optional<QByteArray> xml{}; // the whole part
    };

    QList<Sheet> sheets{};
    QByteArray strings{};    // <si> elements
    QByteArray formats{};    // <numFmt> elements
    QByteArray styles{};     // <xf> elements of <cellXfs> behind the first
    QByteArray properties{}; // of <workbookPr>
    QByteArray targetPrefix{};
    QList<ZipPart> more{};

    [[nodiscard]] static QByteArray sheetPart(const Sheet &sheet)
    {
        if (sheet.xml)
            return *sheet.xml;
        return head() + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
               + sheet.data + "</sheetData>" + sheet.after + "</worksheet>";
    }

    [[nodiscard]] QList<ZipPart> parts() const
    {
        const QByteArray relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const QByteArray package = "http://schemas.openxmlformats.org/package/2006/relationships";
        const QByteArray main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        QByteArray list;
        QByteArray targets;
        QList<ZipPart> all;
        for (int i = 0; i < sheets.size(); ++i) {
            const QByteArray number = QByteArray::number(i + 1);
            list += "<sheet name=\"" + sheets[i].name + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\""
                    + (sheets[i].state.isEmpty() ? QByteArray() : " state=\"" + sheets[i].state + "\"") + "/>";
            targets += "<Relationship Id=\"rId" + number + "\" Type=\"" + relations + "/worksheet\" Target=\""
                       + targetPrefix + "worksheets/sheet" + number + ".xml\"/>";
            all.append({.name = "xl/worksheets/sheet" + number + ".xml", .bytes = sheetPart(sheets[i])});
        }
        targets += "<Relationship Id=\"rId98\" Type=\"" + relations + "/styles\" Target=\"styles.xml\"/>"
                   + "<Relationship Id=\"rId99\" Type=\"" + relations
                   + "/sharedStrings\" Target=\"sharedStrings.xml\"/>";
        all.prepend(
            {.name = "[Content_Types].xml",
             .bytes = head() + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"});
        all.append({.name = "_rels/.rels",
                    .bytes = head() + "<Relationships xmlns=\"" + package + "\"><Relationship Id=\"rId1\" Type=\""
                             + relations + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"});
        all.append({.name = "xl/workbook.xml",
                    .bytes = head() + "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + relations + "\"><workbookPr "
                             + properties + "/><sheets>" + list + "</sheets></workbook>"});
        all.append({.name = "xl/_rels/workbook.xml.rels",
                    .bytes = head() + "<Relationships xmlns=\"" + package + "\">" + targets + "</Relationships>"});
        all.append(
            {.name = "xl/styles.xml",
             .bytes = head() + "<styleSheet xmlns=\"" + main + "\"><numFmts>" + formats
                      + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
                      + styles + "</cellXfs></styleSheet>"});
        all.append(
            {.name = "xl/sharedStrings.xml", .bytes = head() + "<sst xmlns=\"" + main + "\">" + strings + "</sst>"});
        all += more;
        return all;
    }

    [[nodiscard]] QByteArray bytes() const { return zipOf(parts()); }

    static QByteArray head() { return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"; }
};

} // namespace huiyin::test
