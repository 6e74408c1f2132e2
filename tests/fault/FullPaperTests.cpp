// SPDX-License-Identifier: GPL-3.0-or-later
// A bulletin's PDF on drives that have room for a part of it: it is whole, or it isn't there and the user is told.
#include "fault/LongShare.h"
#include "fault/SmallDrive.h"
#include "paper/PdfFile.h"
#include "storage/SafeFile.h"
#include "support/Print.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFile>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

BulletinDocument longBulletin()
{
    BulletinDocument document{.masthead = u"市长公开电话办理情况"_s,
                              .office = u"测试市市长公开电话办公室"_s,
                              .date = QDate(2020, 3, 1),
                              .title = u"2月份办理情况"_s};
    for (int i = 1; i <= 120; ++i) {
        document.blocks.append(BulletinHeading{.level = 1, .text = u"第%1项"_s.arg(i)});
        document.blocks.append(
            BulletinParagraph{.spans = {{.text = u"反映人来电，小区停水两天，请尽快恢复供水。"_s.repeated(6)}}});
    }
    return document;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Tally
{
    int whole = 0;
    int told = 0;
};

Tally writeOntoSmallDrives(qint64 stride)
{
    const BulletinDocument document = longBulletin();
    const qint64 size = pdfOf(document).size();
    REQUIRE(size > 20'000);
    constexpr qint64 page = 4096; // what such a drive gives at once
    const QByteArray earlier("the paper of last month");
    Tally tally;
    for (qint64 room = page; room < size + 16 * page; room += stride) {
        for (const bool replaces : {false, true}) {
            const SmallDrive drive(room + (replaces ? page : 0));
            REQUIRE(drive.isThere());
            const QString path = drive.path() + u"/通报.pdf";
            if (replaces) {
                QFile file(path);
                REQUIRE(file.open(QIODevice::WriteOnly));
                REQUIRE(file.write(earlier) == earlier.size());
            }
            INFO("room for " << room << " bytes of " << size);
            bool isWhole = true;
            try {
                writePdf(document, path, replaces);
            } catch (const FileError &error) {
                isWhole = false;
                CHECK(error.message().size() > 20);
            }
            ++(isWhole ? tally.whole : tally.told);
            const QByteArray written = bytesOf(path);
            const QStringList there = QDir(drive.path()).entryList(QDir::Files | QDir::Hidden);
            INFO(there.join(u' ').toStdString());
            if (isWhole) {
                CHECK(written.startsWith("%PDF"));
                CHECK(written.trimmed().endsWith("%%EOF"));
                CHECK(std::abs(written.size() - size) < 100); // the time of making is in it
            } else {
                CHECK(written == (replaces ? earlier : QByteArray()));
            }
            CHECK(there.size() == (isWhole || replaces ? 1 : 0));
        }
    }
    WARN("PDF of " << size << " bytes: whole on " << tally.whole << " drives, told on " << tally.told);
    return tally;
}

} // namespace

TEST_CASE("a PDF for which the drive has no room is told, and what stood there stays", "[drive]")
{
    if (!SmallDrive::canBeMade())
        return;
    const Tally tally = writeOntoSmallDrives(40'000);
    CHECK(tally.whole > 0);
    CHECK(tally.told > 0);
}

TEST_CASE("a PDF is written whole or not at all, however much room the drive has", "[.long][paper-drive-long]")
{
    if (!SmallDrive::canBeMade())
        return;
    const Tally tally = writeOntoSmallDrives(qint64{4096} * strideOf(1));
    CHECK(tally.told > 0);
}
