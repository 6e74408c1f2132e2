// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/FormulaGuard.h"
#include "exchange/CsvReader.h"
#include "exchange/CsvWriter.h"
#include "exchange/Tables.h"
#include "exchange/TextDecoder.h"
#include "support/ExchangeFixture.h"

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

// The records of a file as "line|field|field", a fault as "line!kind@line:column".
QStringList recordsOf(const QByteArray &bytes, qint64 partSize = 256 * 1024)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"table.csv"_s);
    writeFile(path, bytes);
    TextDecoder decoder(path, Progress(), partSize);
    CsvReader reader(decoder);
    QStringList records;
    while (reader.next()) {
        QString record = QString::number(reader.line());
        if (const auto &fault = reader.fault()) {
            static const QStringList kinds{u"unclosed"_s, u"after quote"_s, u"long"_s, u"columns"_s, u"bytes"_s};
            record += u'!' + kinds[static_cast<int>(fault->kind)] + u'@' + QString::number(fault->line) + u':'
                      + QString::number(fault->column);
        } else {
            for (int i = 0; i < reader.fieldCount(); ++i)
                record += u'|' + reader.field(i).toString();
        }
        records.append(record);
    }
    return records;
}

QString decoded(const QByteArray &bytes, qint64 partSize = 256 * 1024)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"table.csv"_s);
    writeFile(path, bytes);
    TextDecoder decoder(path, Progress(), partSize);
    QString text;
    while (decoder.read(text)) {
    }
    return text;
}

} // namespace

TEST_CASE("a CSV file is read as in RFC 4180", "[exchange][csv]")
{
    CHECK(recordsOf("a,b\r\nc,d\r\n") == strings({"1|a|b", "2|c|d"}));
    CHECK(recordsOf("a,b\nc,d") == strings({"1|a|b", "2|c|d"}));
    CHECK(recordsOf("a,b\rc,d\r") == strings({"1|a|b", "2|c|d"}));
    CHECK(recordsOf("a,\"b,\"\"b\"\"\"\r\n\"\",d\r\n") == strings({"1|a|b,\"b\"", "2||d"}));
    CHECK(recordsOf("a,,\r\n,b,\r\n") == strings({"1|a||", "2||b|"}));
    CHECK(recordsOf("5\" pipe,x\r\n") == strings({"1|5\" pipe|x"}));
    CHECK(recordsOf("") == QStringList());
    CHECK(recordsOf("\r\n\n\r") == QStringList());
}

TEST_CASE("a record has the line where it starts, whatever line breaks its fields hold", "[exchange][csv]")
{
    const QByteArray bytes("h\r\n\"one\r\ntwo\nthree\rfour\"\r\n\r\nlast\r\n");
    const auto part = GENERATE(as<qint64>{}, 1, 2, 3, 7, 256 * 1024);
    CHECK(recordsOf(bytes, part) == QStringList{u"1|h"_s, u"2|one\r\ntwo\nthree\rfour"_s, u"7|last"_s});
}

TEST_CASE("a fault of the form has its place, and reading goes on behind it", "[exchange][csv]")
{
    const auto part = GENERATE(as<qint64>{}, 1, 5, 256 * 1024);
    CHECK(recordsOf("a,b\n\"x\"y,z\nc,d\n", part) == strings({"1|a|b", "2!after quote@2:0", "3|c|d"}));
    CHECK(recordsOf("a,b\nc,\"open\nd,e\nf,g", part) == strings({"1|a|b", "2!unclosed@2:1", "3|d|e", "4|f|g"}));
    CHECK(recordsOf("a,\"b\nc\",\"open\nd,e\n", part) == strings({"1!unclosed@2:2", "3|d|e"}));
}

TEST_CASE("a field holds at most 1 MB, and a row 256 columns", "[exchange][csv]")
{
    const QByteArray longest(1024 * 1024, 'x');
    const QByteArray wide = QByteArray("x,").repeated(255) + "x\n";
    CHECK(recordsOf(longest + ",y\nz\n").first().size() == longest.size() + 4);
    CHECK(recordsOf(longest + "x,y\nz,1\n") == strings({"1!long@1:0", "2|z|1"}));
    CHECK(recordsOf("a,\"" + longest + "x\"\nz,1\n") == strings({"1!long@1:1", "2|z|1"}));
    CHECK(recordsOf("a," + longest.repeated(4) + "\nz,1\n") == strings({"1!long@1:1", "2|z|1"}));
    // 1 MB is counted in bytes: 360,000 Chinese characters are too many.
    CHECK(recordsOf(QString(360'000, QChar(0x6C34)).toUtf8() + "\nz\n") == strings({"1!long@1:0", "2|z"}));
    CHECK(recordsOf(wide).first().count(u'|') == 256);
    CHECK(recordsOf("y," + wide + "z\n") == strings({"1!columns@1:256", "2|z"}));
}

TEST_CASE("a quote that is never closed hides neither the rows after it nor their faults", "[exchange][csv]")
{
    QByteArray bytes("h,i\n1,\"open\n");
    for (int i = 0; i < 200'000; ++i)
        bytes += "some row of fifty characters that holds no quote.,y\n";
    const QStringList records = recordsOf(bytes + "q,\"x\"y\n");
    CHECK(records.size() == 200'003);
    CHECK(records[1] == u"2!unclosed@2:1"_s);
    CHECK(records.last() == u"200003!after quote@200003:1"_s);
}

TEST_CASE("UTF-8 and GB18030 are told apart by content", "[exchange][csv]")
{
    const QString text = u"囧事,朱镕,𠮷田,€\n"_s;
    const QByteArray gb18030("\x87\xE5\xCA\xC2,\xD6\xEC\xE9\x46,\x95\x34\xB2\x35\xCC\xEF,\xA2\xE3\n");
    const auto part = GENERATE(as<qint64>{}, 1, 3, 256 * 1024);
    CHECK(decoded(text.toUtf8(), part) == text);
    CHECK(decoded("\xEF\xBB\xBF" + text.toUtf8(), part) == text);
    CHECK(decoded(gb18030, part) == text);
    CHECK(decoded("plain ASCII\n", part) == u"plain ASCII\n"_s);
    // Two characters that pass for UTF-8 by chance: 停水.
    CHECK(decoded(QByteArray("a,\xCD\xA3\xCB\xAE\n"), part) == u"a,停水\n");
    CHECK(decoded(QByteArray("a,\xCD\xA3\xCB\xAE\n").repeated(6) + "b,\xCD\xA3\xB5\xE7\n", part)
          == QString(u"a,停水\n"_s).repeated(6) + u"b,停电\n");
}

TEST_CASE("bytes that are no text are a fault in their record, not other characters", "[exchange][csv]")
{
    // GB18030 with a byte that starts nothing, then one that the end of the file cuts off.
    CHECK(recordsOf("\xCB\xAE\xB5\xE7,1\n\xCB\xFF,2\n\xC6\xF8,3\n")
          == QStringList{u"1|水电|1"_s, u"2!bytes@2:0"_s, u"3|气|3"_s});
    CHECK(recordsOf("\xCB\xAE\xB5\xE7,1\n3,\xC6") == QStringList{u"1|水电|1"_s, u"2!bytes@2:1"_s});
    // A damaged byte doesn't turn a UTF-8 file into GB18030, which would change every character in it.
    const QByteArray water = u"水、电、气/停水\n"_s.toUtf8();
    CHECK(recordsOf(water + "x,\xE6\xFF\n" + water)
          == QStringList{u"1|水、电、气/停水"_s, u"2!bytes@2:1"_s, u"3|水、电、气/停水"_s});
    CHECK(recordsOf(water + water + "\xE6\xB0")
          == QStringList{u"1|水、电、气/停水"_s, u"2|水、电、气/停水"_s, u"3!bytes@3:0"_s});
    CHECK(recordsOf("\xEF\xBB\xBF"
                    "ab\xFF\n")
          == strings({"1!bytes@1:0"}));
}

TEST_CASE("a spreadsheet, a web page and UTF-16 are refused with what to do", "[exchange][csv]")
{
    const auto refusal = [](const QByteArray &bytes) {
        try {
            return decoded(bytes);
        } catch (const FileError &error) {
            return QString(u"refused: "_s + error.message());
        }
    };
    for (const QByteArray &bytes :
         {QByteArray("PK\x03\x04rest"), QByteArray("\xD0\xCF\x11\xE0\xA1\xB1"), QByteArray("\xFF\xFEn\0", 4),
          QByteArray("\xFE\xFF\0n", 4), QByteArray("<html><table>"), QByteArray("\xEF\xBB\xBF <?xml version")}) {
        INFO(bytes.toHex().toStdString());
        CHECK(refusal(bytes).startsWith(u"refused: This "_s));
        CHECK(refusal(bytes).contains(u"CSV UTF-8"_s));
    }
}

TEST_CASE("no cell that we write runs as a formula, and each comes back as it was", "[exchange][csv]")
{
    const auto [text, cell] = GENERATE(table<const char *, const char *>({{"=1+1", "'=1+1"},
                                                                          {"\r=1", "'\r=1"},
                                                                          {"+86 10", "'+86 10"},
                                                                          {"-", "'-"},
                                                                          {"@a", "'@a"},
                                                                          {"\ta", "'\ta"},
                                                                          {"'=1", "''=1"},
                                                                          {"''-x", "'''-x"},
                                                                          {"'quoted'", "'quoted'"},
                                                                          {"a=b", "a=b"},
                                                                          {"'", "'"},
                                                                          {"", ""}}));
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"table.csv"_s);
    CsvWriter writer(path, false);
    writer.cell(QString::fromUtf8(text));
    writer.endRow();
    writer.commit();
    CHECK(readFile(path) == QByteArray("\xEF\xBB\xBF\"") + cell + "\"\r\n");
    CHECK(withoutGuard(QString::fromUtf8(cell)) == QString::fromUtf8(text));
}

TEST_CASE("a written file is quoted, marked as UTF-8, and not there before it is whole", "[exchange][csv]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"table.csv"_s);
    {
        CsvWriter writer(path, false);
        writer.cell(u"a\"b"_s);
        writer.cell(u"水\n电"_s);
        writer.endRow();
        CHECK_FALSE(QFile::exists(path));
        writer.commit();
    }
    CHECK(readFile(path) == QByteArray("\xEF\xBB\xBF\"a\"\"b\",\"水\n电\"\r\n"));
    CHECK_THROWS_AS(CsvWriter(path, false), FileError);
    {
        CsvWriter writer(path, true);
        writer.cell(u"other"_s);
    }
    CHECK(readFile(path).contains("水"));
}

TEST_CASE("a table is known by its file name, or by its headings when they fit one", "[exchange][csv]")
{
    CHECK(tableByName(u"tickets")->kind == TableKind::Tickets);
    CHECK(tableByName(u"Follow_Ups")->kind == TableKind::FollowUps);
    CHECK(tableByName(u"工单")->kind == TableKind::Tickets);
    CHECK(tableByName(u"承办单位")->kind == TableKind::Departments);
    CHECK(tableByName(u"table1") == nullptr);
    CHECK(tableByHeadings({u"受理时间"_s, u"工单编号"_s, u"随便"_s})->kind == TableKind::Tickets);
    CHECK(tableByHeadings({u"path"_s, u"code"_s})->kind == TableKind::Categories);
    CHECK(tableByHeadings({u"name"_s, u"unit_word"_s})->kind == TableKind::Channels);
    CHECK(tableByHeadings({u"name"_s}) == nullptr);
    CHECK(tableByHeadings({u"subject"_s}) == nullptr);
    CHECK(tables().size() == 10);
}
