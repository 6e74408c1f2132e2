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
    CHECK(maskedName(u"李明先生"_s) == u"李*先生"_s); // a whole name, not a form of address
    CHECK(maskedName(u"王建国先生"_s) == u"王*国先生"_s);
    CHECK(maskedName(u"王建国、李红"_s) == u"王*国、李*"_s);
    CHECK(maskedName(u"王建国（业主）"_s) == u"王*国（业主）"_s);
    CHECK(maskedName(u"王建国13800001111"_s) == u"王*国****"_s);
    CHECK(maskedName(u"东方（集团）公司"_s) == u"东方******"_s);
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

TEST_CASE("what is known of the citizen is masked in the text too", "[privacy]")
{
    const Citizen citizen{.name = u"王建国"_s, .address = u"铁东区平东小区5号楼4单元302室"_s};
    CHECK(maskedText(u"王建国反映铁东区平东小区5号楼4单元302室停水"_s, citizen)
          == u"王*国反映铁东区平东小区****停水"_s);
    CHECK(maskedText(u"平东小区5号楼4单元302室漏水"_s, citizen) == u"平东小区****漏水"_s);
    // Down to the community, as in the field of the address, however it is written.
    CHECK(maskedText(u"平东小区5号楼停水"_s, citizen) == u"平东小区****停水"_s);
    CHECK(maskedText(u"平东小区 ５ 号楼4-302室停水，5号楼302室也停"_s, citizen)
          == u"平东小区 ****4-****停水，****也停"_s);
    CHECK(maskedText(u"铁东区平东小区５号楼４单元３０２室停水"_s, citizen) == u"铁东区平东小区****停水"_s);
    // Not what only looks like it.
    for (const QString &other : {u"平东小区15号楼停水，14单元、1302室没有"_s, u"平东小区6号楼、二十五号楼停水"_s})
        CHECK(maskedText(other, citizen) == other);
    const Citizen street{.address = u"英雄大街5号"_s};
    CHECK(maskedText(u"3月5号起英雄大街5号、15号门前积水，5 号最深"_s, street)
          == u"3月5号起英雄大街****、15号门前积水，****最深"_s);
    CHECK(maskedText(u"五号楼停电，十五号楼没有"_s, {.address = u"平东小区五号楼"_s}) == u"****停电，十五号楼没有"_s);
    CHECK(maskedText(u"市民反映停水"_s, {.name = u"市民"_s}) == u"市民反映停水"_s);
    CHECK(maskedText(u"肖先生来电"_s, {.name = u"肖先生"_s}) == u"肖先生来电"_s);
    CHECK(maskedText(u"王府井停水"_s, {.name = u"王"_s, .address = u"铁东区"_s}) == u"王府井停水"_s);
}

TEST_CASE("of the ways to write a number next to none is missed", "[privacy]")
{
    // What must not be left standing, in the ways in which it is typed.
    struct Way
    {
        QStringList texts;
        QString secret; // digits and letters in one row that are not to be found
    };
    QList<Way> ways;
    const auto wide = [](QString text) {
        for (QChar &c : text) {
            if ((c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z'))
                c = QChar(static_cast<char16_t>(c.unicode() + 0xFEE0));
        }
        return text;
    };
    for (int i = 0; i < 250; ++i) {
        const QString mobile = u"1%1%2"_s.arg(30 + i * 7 % 70).arg(10'000'000 + i * 350'377LL);
        const QString a = mobile.left(3);
        const QString b = mobile.mid(3, 4);
        const QString c = mobile.right(4);
        ways.append({{mobile, u"+86"_s + mobile, u"86-"_s + mobile, u"0"_s + mobile, a + u' ' + b + u' ' + c,
                      a + u'-' + b + u'-' + c, a + u'.' + b + u'.' + c, wide(mobile), a + b + u' ' + c,
                      a + u"—"_s + b + u"—"_s + c, mobile.left(5) + u' ' + mobile.mid(5, 3) + u' ' + mobile.right(3)},
                     mobile});
        const QString area = i % 2 ? u"0434"_s : u"024"_s;
        const QString local = i % 2 ? QString::number(3'000'000 + i * 7'919) : QString::number(20'000'000 + i * 79'193);
        ways.append({{area + u'-' + local, area + local, area + u' ' + local, u'（' + area + u'）' + local,
                      u'(' + area + u')' + local, wide(area + u'-' + local), area + u"—"_s + local, u"电话"_s + local,
                      u"座机号码："_s + local, u"联系方式是 "_s + local, u"tel:"_s + local},
                     local});
        const QString card =
            u"2203%1%2%3X"_s.arg(i % 10).arg(i % 7 + 1).arg(19'500'101 + i % 50 * 10'000 + i % 12 * 100).left(14)
            + u"123X"_s;
        ways.append(
            {{card, card.toLower(), wide(card), card.left(6) + u' ' + card.mid(6, 8) + u' ' + card.right(4)}, card});
        ways.append({{u"220302%1%2"_s.arg(500'101 + i).arg(123)}, u"220302%1123"_s.arg(500'101 + i)});
        const QString plate = u"吉%1%2%3"_s.arg(QChar(u'A' + i % 8)).arg(i % 2 ? u"D"_s : u""_s).arg(10'000 + i * 37);
        ways.append({{plate, plate.left(2) + u'·' + plate.mid(2), plate.left(2) + u' ' + plate.mid(2),
                      plate.left(2) + u'-' + plate.mid(2), plate.toLower(), wide(plate)},
                     plate});
    }
    int all = 0;
    QStringList missed;
    const auto joined = [](const QString &text) {
        QString joint;
        for (const QChar c : halfWidth(text)) {
            if (c.isLetterOrNumber())
                joint += c.toUpper();
        }
        return joint;
    };
    for (const Way &way : ways) {
        for (const QString &text : way.texts) {
            for (const QString &around :
                 {u"反映人%1请回复"_s, u"，%1。"_s, u"（%1）"_s, u"%1"_s, u"其号码%1、备用"_s}) {
                ++all;
                const QString written = around.arg(text);
                if (joined(maskedText(written)).contains(joined(way.secret)))
                    missed.append(written);
            }
        }
    }
    INFO(missed.mid(0, 20).join(u'\n').toStdString());
    CHECK(missed.size() * 100 <= all); // 99 of 100
    WARN(missed.size() << " of " << all << " missed");
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
    check(u"平东小区15号楼3单元停水"_s, u"平东小区15号楼****停水"_s);
    check(u"王先生来电，工单20200210-0001"_s, u"王先生来电，工单20200210-0001"_s);
    check(QString(), QString());

    CitizenWords street(CitizenWords::Show::Masked);
    street.addAddress(u"英雄大街5号"_s);
    CHECK(street.hidden(u"3月5号起英雄大街15号积水，5号最深"_s) == u"3月5号起英雄大街15号积水，****最深"_s);
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
    check(u"车牌吉C·12345、吉CB7392堵门"_s, u"车牌****、****堵门"_s);
    check(u"平东小区5号楼停水"_s, u"****停水"_s);
    check(u"另有13911112222、0434-3221234、3221234，证件220302198001011234。"_s, u"另有****、****、****，证件****。"_s);
    check(u"2020年2月10日，工单20200210-0001，损失3000000元"_s, u"2020年2月10日，工单20200210-0001，损失3000000元"_s);
}
