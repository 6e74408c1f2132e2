// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are damaged, dangerous, or something else than their name says: refused, each with its reason.
#include "spreadsheet/SheetReader.h"
#include "spreadsheet/TableFile.h"
#include "storage/SafeFile.h"
#include "support/ExchangeFixture.h"
#include "support/WorkbookFile.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <catch2/catch.hpp>
#include <cstdio>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

WorkbookFile ordinary()
{
    WorkbookFile file;
    file.sheets = {{.name = "工单"}};
    for (int row = 0; row < 60; ++row)
        file.sheets[0].data += "<row><c t=\"s\"><v>" + QByteArray::number(row) + "</v></c><c><v>"
                               + QByteArray::number(row * row) + "</v></c></row>";
    for (int text = 0; text < 60; ++text)
        file.strings += "<si><t>第" + QByteArray::number(text) + "号事项</t></si>";
    return file;
}

// Goes through everything; "" when it was sound, else the sentence for the user.
QString refusal(const QString &path, const WorkbookLimits &limits = {})
{
    try {
        Workbook workbook(path, limits);
        for (qsizetype sheet = 0; sheet < workbook.sheets().size(); ++sheet) {
            SheetReader reader(workbook, sheet);
            while (reader.next()) {
            }
        }
    } catch (const FileError &error) {
        CHECK(!error.message().isEmpty());
        return error.message();
    }
    return {};
}

QString refusal(const QByteArray &bytes, const WorkbookLimits &limits = {})
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"book.xlsx"_s);
    writeFile(path, bytes);
    return refusal(path, limits);
}

QString refusal(const WorkbookFile &file)
{
    return refusal(file.bytes());
}

QString refusalOfRows(const QByteArray &data)
{
    WorkbookFile file;
    file.sheets = {{.data = data}};
    return refusal(file);
}

QByteArray namedPart(const WorkbookFile &file, const QByteArray &name, const std::function<void(ZipPart &)> &change)
{
    QList<ZipPart> parts = file.parts();
    for (ZipPart &part : parts) {
        if (part.name == name)
            change(part);
    }
    return zipOf(parts);
}

// In MB, the most that this process has ever had; 0 where the system doesn't tell.
qint64 mostMemory()
{
#ifdef Q_OS_LINUX
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
#else
    return 0;
#endif
}

// An OLE compound file with one directory sector that names these streams.
QByteArray compoundFile(const QList<QByteArray> &streams)
{
    QByteArray file("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    file.resize(512, '\0');
    file[30] = 9; // sectors of 512 bytes
    file[48] = 1; // the directory is the second; the table of sectors is the first
    file[76] = 0;
    QByteArray table(512, '\xFF');
    table.replace(4, 4, "\xFE\xFF\xFF\xFF"); // the directory ends after one sector
    QByteArray directory;
    for (const QByteArray &stream : streams) {
        QByteArray entry(128, '\0');
        for (qsizetype i = 0; i < stream.size(); ++i)
            entry[2 * i] = stream[i];
        entry[64] = static_cast<char>(2 * stream.size() + 2);
        directory += entry;
    }
    directory.resize(512, '\0');
    return file + table + directory;
}

} // namespace

TEST_CASE("an ordinary workbook is sound, packed or not", "[spreadsheet][refusal]")
{
    CHECK(refusal(ordinary()) == QString());
    QList<ZipPart> parts = ordinary().parts();
    for (ZipPart &part : parts)
        part.packed = false;
    CHECK(refusal(zipOf(parts)) == QString());
}

TEST_CASE("a file cut short anywhere is refused", "[spreadsheet][refusal]")
{
    const QByteArray whole = ordinary().bytes();
    for (int twentieth = 0; twentieth < 20; ++twentieth) {
        INFO(twentieth);
        CHECK(refusal(whole.first(whole.size() * twentieth / 20)) != QString());
    }
    CHECK(refusal(whole.chopped(1)) != QString());
}

TEST_CASE("a bit that has turned is noticed, or makes no difference to what is read", "[spreadsheet][refusal]")
{
    const QByteArray whole = ordinary().bytes();
    int noticed = 0;
    QRandomGenerator random(1);
    for (int i = 0; i < 400; ++i) {
        QByteArray turned = whole;
        const auto place = random.bounded(static_cast<quint32>(whole.size()));
        turned[place] = static_cast<char>(turned[place] ^ (1 << random.bounded(8)));
        noticed += refusal(turned).isEmpty() ? 0 : 1;
    }
    // What is left lies in dates and attributes of the container that nobody reads.
    CHECK(noticed > 300);
}

TEST_CASE("no part may be larger or smaller than it says, or other than its check sum", "[spreadsheet][refusal]")
{
    const QByteArray sheet = "xl/worksheets/sheet1.xml";
    const auto size = static_cast<quint32>(WorkbookFile::sheetPart(ordinary().sheets[0]).size());
    CHECK(refusal(namedPart(ordinary(), sheet, [&](ZipPart &part) { part.saysSize = size - 100; })) != QString());
    CHECK(refusal(namedPart(ordinary(), sheet, [&](ZipPart &part) { part.saysSize = size + 100; })) != QString());
    CHECK(refusal(namedPart(ordinary(), sheet, [&](ZipPart &part) { part.saysSize = 0xFFFFFFF0; })) != QString());
    CHECK(refusal(namedPart(ordinary(), sheet, [&](ZipPart &part) { part.saysCrc = 1; })) != QString());
    CHECK(refusal(namedPart(ordinary(), "xl/sharedStrings.xml", [&](ZipPart &part) { part.saysCrc = 1; }))
          != QString());
    // The check sum counts though the rows end long before the part does.
    CHECK(refusal(namedPart(ordinary(), sheet,
                            [&](ZipPart &part) {
                                part.bytes += QByteArray(100'000, ' ');
                                part.saysCrc = 7;
                            }))
          != QString());
}

TEST_CASE("a bomb is refused before it unpacks", "[spreadsheet][refusal]")
{
    const qint64 before = mostMemory();
    SECTION("one part that swells a thousandfold")
    {
        WorkbookFile file = ordinary();
        file.sheets[0].data = QByteArray(50'000'000, ' ');
        CHECK(refusal(file).contains(u"unpacks to more"_s));
    }
    SECTION("texts that swell")
    {
        WorkbookFile file = ordinary();
        for (int i = 0; i < 20; ++i)
            file.strings += file.strings.left(2'000'000);
        CHECK(refusal(file).contains(u"unpacks to more"_s));
    }
    SECTION("a size that it does not even hide")
    {
        CHECK(refusal(namedPart(ordinary(), "xl/styles.xml", [](ZipPart &part) {
                  part.saysSize = 400'000'000;
              })).contains(u"unpacks to more"_s));
    }
    SECTION("ten thousand parts")
    {
        WorkbookFile file = ordinary();
        for (int i = 0; i < 10'000; ++i)
            file.more.append(ZipPart{.name = "xl/media/" + QByteArray::number(i), .packed = false});
        CHECK(refusal(file).contains(u"parts"_s));
    }
    SECTION("parts that share their bytes")
    {
        WorkbookFile file = ordinary();
        const QByteArray kernel(60'000, 'x');
        file.more.append(ZipPart{.name = "a", .bytes = kernel, .packed = false});
        for (int i = 0; i < 500; ++i)
            file.more.append(ZipPart{.name = "a" + QByteArray::number(i), .bytes = kernel, .packed = false, .at = 0U});
        CHECK(refusal(file).contains(u"overlap"_s));
    }
    CHECK(mostMemory() < std::max<qint64>(before, 200) + 300);
}

TEST_CASE("a text, a tag or a nesting without end is stopped while it is read", "[spreadsheet][refusal]")
{
    QByteArray noise; // that can't be packed to a hundredth
    QRandomGenerator random(3);
    for (int i = 0; i < 12'000'000; ++i)
        noise += static_cast<char>('a' + random.bounded(26));
    CHECK(refusalOfRows("<row><c t=\"inlineStr\"><is><t>" + noise + "</t></is></c></row>").contains(u"too long"_s));
    CHECK(refusalOfRows("<row a=\"" + noise + "\"/>").contains(u"too long"_s));
    CHECK(refusalOfRows("<!--" + noise + "-->").contains(u"too long"_s));
    CHECK(refusalOfRows("<row><c t=\"inlineStr\"><is><t><![CDATA[<" + noise + "]]></t></is></c></row>")
              .contains(u"too long"_s));
    // In pieces with comments between them, each short enough.
    QByteArray pieces;
    for (qsizetype i = 0; i < noise.size(); i += 4'000'000)
        pieces += noise.mid(i, 4'000'000) + "<!---->";
    CHECK(refusalOfRows("<row><c><v>" + pieces + "</v></c></row>").contains(u"too long"_s));
    CHECK(refusalOfRows("<row><c t=\"inlineStr\"><is><t>" + noise.first(1'100'000) + "</t></is></c></row>")
              .contains(u"longer than 1 MB"_s));
    QByteArray attributes;
    for (int i = 0; i < 2000; ++i)
        attributes += " a" + QByteArray::number(i) + "='1'";
    CHECK(refusalOfRows("<row" + attributes + "/>").contains(u"attributes"_s));
    QByteArray deep;
    for (int i = 0; i < 100; ++i)
        deep += "<row>";
    CHECK(refusalOfRows(deep).contains(u"too deep"_s));
}

TEST_CASE("a small file can't have the same bytes read over and over", "[spreadsheet][refusal]")
{
    SECTION("millions of cells point to one long text")
    {
        WorkbookFile file;
        file.strings = "<si><t>" + QByteArray(1000, 'x') + "</t></si>";
        file.sheets.append(WorkbookFile::Sheet{});
        for (int i = 0; i < 100; ++i)
            file.sheets[0].data += "<row><c t=\"s\"><v>0</v></c></row>";
        CHECK(refusal(file.bytes(), {.sheetText = 100'000}).isEmpty());
        CHECK(refusal(file.bytes(), {.sheetText = 99'999}).contains(u"more text"_s));
    }
    SECTION("many sheets lie in one part")
    {
        WorkbookFile file = ordinary();
        file.sheets.append(WorkbookFile::Sheet{.name = "Sheet2"});
        CHECK(refusal(file).isEmpty());
        CHECK(refusal(namedPart(file, "xl/_rels/workbook.xml.rels", [](ZipPart &part) {
                  part.bytes.replace("sheet2.xml", "sheet1.xml");
              })).contains(u"Sheet2"_s));
    }
    SECTION("the list of parts is larger than the parts")
    {
        QByteArray many;
        for (int i = 0; i < 400'000; ++i)
            many += "<Relationship Id=\"" + QByteArray::number(i * 7919LL * 104'729) + "\" Target=\"x\"/>";
        CHECK(refusal(namedPart(ordinary(), "xl/_rels/workbook.xml.rels", [&](ZipPart &part) {
                  part.bytes.replace("</Relationships>", QByteArray(many + "</Relationships>"));
              })).contains(u"larger than it can be"_s));
    }
    SECTION("a style for everything")
    {
        WorkbookFile file = ordinary();
        for (int i = 0; i < 100'100; ++i)
            file.styles += "<xf numFmtId=\"" + QByteArray::number(i * 7919LL % 1'000'003) + "\"/>";
        CHECK(refusal(file).contains(u"formats"_s));
    }
}

TEST_CASE("a document type is refused wherever it stands", "[spreadsheet][refusal]")
{
    const QByteArray lol = "<!DOCTYPE lolz [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]>";
    for (const char *part :
         {"xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "_rels/.rels"}) {
        INFO(part);
        const QByteArray file =
            namedPart(ordinary(), part, [&](ZipPart &one) { one.bytes.insert(WorkbookFile::head().size(), lol); });
        CHECK(refusal(file).contains(u"document type"_s));
    }
    CHECK(refusalOfRows("<row><c t=\"inlineStr\"><is><t>&undefined;</t></is></c></row>") != QString());
}

TEST_CASE("what is not well-formed or not in UTF-8 is refused with its place", "[spreadsheet][refusal]")
{
    CHECK(refusalOfRows("<row><c r=\"A1\"><v>1</v></row>").contains(u"sheet1.xml"_s));
    CHECK(refusalOfRows("<row r=\"5\"><c r=\"C5\" t=\"inlineStr\"><is><t>\xFF\xFE</t></is></c></row>")
              .contains(u"UTF-8"_s));
    CHECK(refusalOfRows("<row r=\"5\"><c r=\"C5\" t=\"inlineStr\"><is><t>\xC3(</t></is></c></row>")
              .contains(u"sheet1.xml"_s));
    CHECK(refusal(namedPart(ordinary(), "xl/sharedStrings.xml", [](ZipPart &part) {
              part.bytes.replace("号", "\xE5\x8F");
          })).contains(u"sharedStrings"_s));
    CHECK(refusal(namedPart(ordinary(), "xl/worksheets/sheet1.xml", [](ZipPart &part) {
              part.bytes.replace("encoding=\"UTF-8\"", "encoding=\"GB18030\"");
          })).contains(u"UTF-8"_s));
}

TEST_CASE("cells that can't be are refused with their place", "[spreadsheet][refusal]")
{
    CHECK(refusalOfRows("<row r=\"2\"/><row r=\"2\"/>").contains(u"A2"_s));
    CHECK(refusalOfRows("<row r=\"1048577\"/>") != QString());
    CHECK(refusalOfRows("<row r=\"x\"/>") != QString());
    CHECK(refusalOfRows("<row r=\"1\"><c r=\"B2\"><v>1</v></c></row>") != QString());
    CHECK(refusalOfRows("<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>") != QString());
    CHECK(refusalOfRows("<row r=\"1\"><c r=\"IW1\"><v>1</v></c></row>").contains(u"256 columns"_s));
    CHECK(refusalOfRows("<row r=\"1\"><c r=\"IW1\" s=\"0\"/></row>") == QString()); // only looks
    CHECK(refusalOfRows("<row><c t=\"s\"><v>99</v></c></row>").contains(u"A1"_s));
    CHECK(refusalOfRows("<row><c t=\"s\"><v>-1</v></c></row>") != QString());
    CHECK(refusalOfRows("<row><c t=\"zzz\"><v>1</v></c></row>") != QString());
    CHECK(refusalOfRows("<row><c><v>abc</v></c></row>").contains(u"abc"_s));
    CHECK(refusalOfRows("<row><c><v>1e999</v></c></row>") != QString());
}

TEST_CASE("a workbook whose parts are missing or lie outside it is refused", "[spreadsheet][refusal]")
{
    const auto without = [](const QByteArray &name) {
        QList<ZipPart> parts = ordinary().parts();
        parts.removeIf([&name](const ZipPart &part) { return part.name == name; });
        return zipOf(parts);
    };
    CHECK(refusal(without("_rels/.rels")).contains(u".xlsx"_s));
    CHECK(refusal(without("xl/workbook.xml")) != QString());
    CHECK(refusal(without("xl/worksheets/sheet1.xml")).contains(u"工单"_s));
    CHECK(refusal(without("xl/_rels/workbook.xml.rels")) != QString());
    CHECK(refusal(namedPart(ordinary(), "xl/_rels/workbook.xml.rels", [](ZipPart &part) {
              part.bytes.replace("Target=\"worksheets/sheet1.xml\"",
                                 "Target=\"http://example.org/x.xml\" TargetMode=\"External\"");
          })).contains(u"outside"_s));
    WorkbookFile twice = ordinary();
    twice.more.append(ZipPart{.name = "XL/worksheets/sheet1.xml", .bytes = "<x/>"});
    CHECK(refusal(twice).contains(u"two parts"_s));
}

TEST_CASE("what a file really is, is told with what to do", "[spreadsheet][refusal]")
{
    const QTemporaryDir folder;
    const auto tell = [&](const QByteArray &bytes) {
        const QString path = folder.filePath(u"book.xls"_s);
        writeFile(path, bytes);
        return tellTableFile(path);
    };
    CHECK(tell(ordinary().bytes()) == TableFile::Workbook);
    CHECK(
        tell(zipOf(
            {{.name = "word/document.xml", .bytes = "<x/>"}, {.name = "_rels/.rels"}, {.name = "[Content_Types].xml"}}))
        == TableFile::OtherContainer);
    CHECK(tell(zipOf({{.name = "a.txt", .bytes = "x"}})) == TableFile::OtherContainer);
    CHECK(
        tell(zipOf({{.name = "mimetype", .bytes = "application/vnd.oasis.opendocument.spreadsheet", .packed = false}}))
        == TableFile::OpenDocument);
    CHECK(tell(zipOf({{.name = "xl/workbook.bin", .bytes = "x"}})) == TableFile::BinaryWorkbook);
    CHECK(tell(compoundFile({"Root Entry", "Workbook"})) == TableFile::OldWorkbook);
    CHECK(tell(compoundFile({"Root Entry", "EncryptionInfo", "EncryptedPackage"})) == TableFile::LockedWorkbook);
    CHECK(tell(compoundFile({"Root Entry", "EncryptedPackages"})) == TableFile::OldWorkbook);
    CHECK(tell(QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8)) == TableFile::OldWorkbook);
    CHECK(tell("\r\n <HTML xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table>") == TableFile::WebPage);
    CHECK(tell("\xEF\xBB\xBF<table border=1>") == TableFile::WebPage);
    CHECK(tell("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook "
               "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">")
          == TableFile::XmlTable);
    CHECK(tell("number,received_at\r\n") == TableFile::Text);
    CHECK(tell({}) == TableFile::Text);
    for (const auto kind :
         {TableFile::OldWorkbook, TableFile::LockedWorkbook, TableFile::BinaryWorkbook, TableFile::OpenDocument,
          TableFile::OtherContainer, TableFile::WebPage, TableFile::XmlTable})
        CHECK(whatToDo(kind).size() > 40);
}

TEST_CASE("files of other programs that are no workbooks are told by what they are", "[spreadsheet][refusal]")
{
    const QString data = QStringLiteral(HUIYIN_TEST_DATA "/spreadsheet/");
    CHECK(tellTableFile(data + u"protected.xlsx"_s) == TableFile::LockedWorkbook);
    CHECK(tellTableFile(data + u"old.xls"_s) == TableFile::OldWorkbook);
    CHECK(tellTableFile(data + u"table.ods"_s) == TableFile::OpenDocument);
}

// Changed at random, a file is either refused or read; it never crashes, hangs or takes the memory of the machine.
TEST_CASE("changed files are refused or read, in bounded time and memory", "[.long][spreadsheet]")
{
    const int seconds =
        qEnvironmentVariableIsSet("HUIYIN_FUZZ_SECONDS") ? qEnvironmentVariableIntValue("HUIYIN_FUZZ_SECONDS") : 30;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"book.xlsx"_s);
    QRandomGenerator random(20200209);
    const QList<QByteArray> words{"<row r=\"1\">",
                                  "</c>",
                                  "t=\"s\"",
                                  "<v>",
                                  "&#x10FFFF;",
                                  "<![CDATA[",
                                  "]]>",
                                  "<!--",
                                  "<mergeCells>",
                                  "<mergeCell ref=\"A1:A9\"/>",
                                  "\xEF\xBF\xBF",
                                  "1e308",
                                  "r=\"XFD1048576\"",
                                  "_x0000_",
                                  "<is>",
                                  "&lt;"};
    const auto change = [&](QByteArray &bytes) {
        const quint32 changes = 1 + random.bounded(6U);
        for (quint32 i = 0; i < changes && !bytes.isEmpty(); ++i) {
            const auto place = static_cast<qsizetype>(random.bounded(static_cast<quint32>(bytes.size())));
            switch (random.bounded(5)) {
            case 0:
                bytes[place] = static_cast<char>(random.bounded(256));
                break;
            case 1:
                bytes.remove(place, random.bounded(40));
                break;
            case 2:
                bytes.insert(place, words[random.bounded(static_cast<quint32>(words.size()))]);
                break;
            case 3:
                bytes.insert(place, bytes.mid(place, random.bounded(200)));
                break;
            default:
                bytes.truncate(bytes.size() - random.bounded(20));
            }
        }
    };
    QElapsedTimer all;
    all.start();
    int runs = 0;
    int read = 0;
    qint64 slowest = 0;
    while (all.elapsed() < qint64{seconds} * 1000) {
        QByteArray bytes;
        if (random.bounded(3) == 0) {
            bytes = ordinary().bytes(); // the container
            change(bytes);
        } else {
            WorkbookFile file = ordinary();
            file.formats = "<numFmt numFmtId=\"164\" formatCode=\"yyyy-mm-dd\"/>";
            file.styles = "<xf numFmtId=\"164\"/>";
            QList<ZipPart> parts = file.parts();
            change(parts[random.bounded(static_cast<quint32>(parts.size()))].bytes); // the XML, in a sound container
            bytes = zipOf(parts);
        }
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        QElapsedTimer one;
        one.start();
        read += refusal(path).isEmpty() ? 1 : 0;
        slowest = std::max(slowest, one.elapsed());
        ++runs;
    }
    std::printf("%d changed files in %d s, %d of them read, the slowest in %lld ms\n", runs, seconds, read,
                static_cast<long long>(slowest));
    CHECK(runs > 100);
    CHECK(read > 0);
    CHECK(read < runs);
    CHECK(slowest < 5000);
    CHECK(mostMemory() < 600);
}
