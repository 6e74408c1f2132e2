// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/CitizenWords.h"
#include "domain/PersonalText.h"
#include "domain/Text.h"
#include "support/Print.h"

using namespace Qt::StringLiterals;
using namespace huiyin;

TEST_CASE("the text gate keeps what people write, rare characters too", "[text]")
{
    for (const QString &text :
         {u"𠮷娜（王·买买提）"_s, u"第一行\n第二行\t栏"_s, u"👨‍👩‍👧 emoji"_s, QString()}) {
        const CleanText clean = cleanText(text);
        CHECK(clean.fault == CleanText::Fault::None);
        CHECK(clean.text == text);
    }
}

TEST_CASE("the text gate refuses broken text and drops what nobody typed", "[text]")
{
    CHECK(cleanText(QString(QChar(0xD842))).fault == CleanText::Fault::LoneSurrogate);
    CHECK(cleanText(u"a"_s + QChar(0) + u"b").fault == CleanText::Fault::Nul);
    CHECK(cleanText(u"张\u202E三"_s).fault == CleanText::Fault::BidiOverride);
    CHECK(cleanText(QChar(0xFEFF) + u"工单"_s).text == u"工单"_s);
    CHECK(cleanText(u"一\r\n二\r三"_s).text == u"一\n二\n三"_s);
    CHECK(cleanText(u"a\u0007b"_s).text == u"ab"_s);
}

TEST_CASE("full-width digits are converted, not refused", "[text]")
{
    CHECK(halfWidth(u"１３８００００２２０７") == u"13800002207"_s);
    CHECK(halfWidth(u"０４３４－１２３４ ５６７") == u"0434-1234567"_s);
    CHECK(halfWidth(u"+86 138—0000") == u"+86138-0000"_s);
}

TEST_CASE("a text is shortened between characters, never inside one", "[text]")
{
    CHECK(shortened(u"𠮷𠮷𠮷"_s, 2) == u"𠮷𠮷…"_s);
    CHECK(shortened(u"停水"_s, 2) == u"停水"_s);
    CHECK(shortened(u"停水"_s, 0) == u"…"_s);
}

TEST_CASE("Chinese characters take two columns", "[text]")
{
    CHECK(displayWidth(u"停水abc") == 7);
    CHECK(displayWidth(u"（一）") == 6);
    CHECK(displayWidth(u"") == 0);
}

TEST_CASE("a name, a number, an address show no more than the rule says", "[privacy]")
{
    CHECK(maskedName(u"李先生"_s) == u"李先生"_s);
    CHECK(maskedName(u"欧阳女士"_s) == u"欧阳女士"_s);
    CHECK(maskedName(u"李明先生"_s) == u"李**生"_s); // a whole name, not a form of address
    CHECK(maskedName(u"张建国"_s) == u"张*国"_s);
    CHECK(maskedName(u"𠮷田一"_s) == u"𠮷*一"_s);

    CHECK(maskedPhone(u"13812345678"_s) == u"138****5678"_s);
    CHECK(maskedPhone(u"8613812345678"_s) == u"86138****5678"_s);
    CHECK(maskedPhone(u"１３８１２３４５６７８"_s) == u"138****5678"_s);
    CHECK(maskedPhone(u"0434-3261234"_s) == u"0434-*****34"_s);

    CHECK(maskedAddress(u"铁东区平东小区5号楼2单元301室，楼下路灯不亮"_s) == u"铁东区平东小区****"_s);
    CHECK(maskedAddress(u"铁西区英雄大街1088号"_s) == u"铁西区英雄大街****"_s);
    CHECK(maskedAddress(u"梨树县孤家子镇"_s) == u"梨树县孤家子镇"_s);
}

TEST_CASE("numbers are starred wherever they stand in a text", "[privacy]")
{
    CHECK(maskedText(u"电话13812345678。"_s) == u"电话138****5678。"_s);
    CHECK(maskedText(u"＋8613800001234"_s) == u"＋86138****1234"_s);
    CHECK(maskedText(u"１３８００００１２３４"_s) == u"１３８****１２３４"_s);
    CHECK(maskedText(u"0434—3261234"_s) == u"0434—*****34"_s);
    CHECK(maskedText(u"04343261234"_s) == u"0434*****34"_s);
    CHECK(maskedText(u"座机：3261234"_s) == u"座机：*****34"_s);
    CHECK(maskedText(u"身份证220302197001011234"_s) == u"身份证220302********1234"_s);
    // Not numbers of people.
    for (const QString &plain : {u"2020年2月9日，编号20200209-0001"_s, u"欠费3000000元，面积12345678平方米"_s})
        CHECK(maskedText(plain) == plain);
}

TEST_CASE("what a ticket knows about its citizen is found wherever it stands in a text", "[text][personal]")
{
    CitizenWords words(CitizenWords::Show::Masked);
    words.addName(u"王建国"_s);
    words.addName(u"李红"_s);
    words.addPhone(u"0434-3221234"_s);
    words.addPhone(u"13800001111"_s);
    words.addPhone(u"6655443"_s);
    words.addAddress(u"平东小区5号楼3单元502室"_s);
    const auto check = [&](const QString &text, const QString &hidden) {
        INFO(text.toStdString());
        CHECK(words.hidden(text) == hidden);
    };
    check(u"王建国来电，其妻李红可联系。"_s, u"王*国来电，其妻李*可联系。"_s);
    check(u"回电3221234或0434 3221234。"_s, u"回电*****34或0434-*****34。"_s);
    check(u"回电138 0000 1111。"_s, u"回电138****1111。"_s);
    check(u"家里６６５５４４３"_s, u"家里*****43"_s);
    check(u"另一人13911112222"_s, u"另一人139****2222"_s);
    check(u"平东小区5号楼3单元502室停水"_s, u"平东小区****停水"_s);
    check(u"平东小区 5 号楼 3 单元 502 室停水"_s, u"平东小区****停水"_s);
    check(u"５号楼３单元停水"_s, u"****停水"_s);
    check(u"5号楼502室停水"_s, u"****停水"_s);
    // What only looks like it stays.
    check(u"平东小区停水，15号楼没有，费用3221234567元"_s, u"平东小区停水，15号楼没有，费用3221234567元"_s);
    check(u"王先生来电，工单20200210-0001"_s, u"王先生来电，工单20200210-0001"_s);
    check(QString(), QString());
}

TEST_CASE("of whom asked for confidentiality nothing is told but stars of a fixed length", "[text][personal]")
{
    CitizenWords words(CitizenWords::Show::Nothing);
    words.addName(u"王建国"_s);
    words.addPhone(u"13800001111"_s);
    words.addAddress(u"平东小区5号楼"_s);
    const auto check = [&](const QString &text, const QString &hidden) {
        INFO(text.toStdString());
        CHECK(words.hidden(text) == hidden);
    };
    check(u"王建国来电，电话138-0000-1111"_s, u"****来电，电话****"_s);
    check(u"王先生住5号楼"_s, u"****住****"_s);
    check(u"平东小区5号楼停水"_s, u"****停水"_s);
    check(u"另有13911112222、0434-3221234、3221234，证件220302198001011234。"_s, u"另有****、****、****，证件****。"_s);
    check(u"2020年2月10日，工单20200210-0001，损失3000000元"_s, u"2020年2月10日，工单20200210-0001，损失3000000元"_s);
}
