// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of a citizen, found and hidden in running text, however it was written.
#include "domain/CitizenWords.h"
#include "support/Print.h"

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

struct Known
{
    QString name{};
    QString phone{};
    QString address{};
};

QString hidden(const Known &known, const QString &text, CitizenWords::Show show = CitizenWords::Show::Masked)
{
    CitizenWords words(show);
    words.addName(known.name);
    words.addPhone(known.phone);
    words.addAddress(known.address);
    return words.hidden(text);
}

} // namespace

TEST_CASE("rare characters are hidden as others are", "[privacy][citizenwords]")
{
    const Known known{.name = u"𠮷田三"_s, .address = u"𠮷林小区5号楼3单元502室"_s};
    const QString text = u"𠮷田三（𠮷林小区5号楼3单元502室）反映停水，𠮷先生在家"_s;
    CHECK(hidden(known, text) == u"𠮷*三（𠮷林小区****）反映停水，𠮷先生在家"_s);
    CHECK(hidden(known, text, CitizenWords::Show::Nothing) == u"****（****）反映停水，****在家"_s);
    // Where the rare one is in the door.
    CHECK_FALSE(hidden({.address = u"平东小区𠮷座5号"_s}, u"住𠮷座5号"_s).contains(u'5'));
}

TEST_CASE("a name is hidden with a space in it, and whatever was typed beside it into the field",
          "[privacy][citizenwords]")
{
    CHECK(hidden({.name = u"张三"_s}, u"张　三、张 三和张三"_s) == u"张*、张*和张*"_s);
    for (const QString &field : {u"王建国先生"_s, u"王建国、李红"_s, u"李红，王建国"_s, u"王建国（业主）"_s,
                                 u"王建国 13800001111"_s, u"王建国13800001111"_s}) {
        INFO(field.toStdString());
        CHECK(hidden({.name = field}, u"已联系王建国"_s) == u"已联系王*国"_s);
        CHECK(hidden({.name = field}, u"已联系王建国"_s, CitizenWords::Show::Nothing) == u"已联系****"_s);
    }
    CHECK(hidden({.name = u"王建国、李红"_s}, u"李女士来电"_s, CitizenWords::Show::Nothing) == u"****来电"_s);
}

TEST_CASE("words that name nobody stay, and dashes in a field find nothing", "[privacy][citizenwords]")
{
    const QString text = u"市民反映路灯不亮，群众意见大"_s;
    for (const auto show : {CitizenWords::Show::Masked, CitizenWords::Show::Nothing}) {
        for (const QString &nobody : {u"市民"_s, u"匿名"_s, u"--"_s, u"——"_s, u"  "_s, QString()})
            CHECK(hidden({.name = nobody, .address = u"----"_s}, text, show) == text);
        CHECK(hidden({.address = u"平东小区--"_s}, text, show) == text);
    }
}

TEST_CASE("a door is hidden in words and in digits, and without its kind", "[privacy][citizenwords]")
{
    const Known known{.address = u"平东小区15号楼3单元502"_s};
    for (const QString &text : {u"十五号楼漏水"_s, u"15号楼漏水"_s, u"三单元漏水"_s, u"502室漏水"_s, u"502漏水"_s,
                                u"15号楼502漏水"_s, u"十五号楼三单元502室漏水"_s}) {
        INFO(text.toStdString());
        CHECK(hidden(known, text) == u"****漏水"_s);
    }
    CHECK(hidden({.address = u"平东小区五号楼"_s}, u"5号楼漏水"_s) == u"****漏水"_s);
    CHECK(hidden({.address = u"平东街5号"_s}, u"三月五号、3月5号停水"_s) == u"三月五号、3月5号停水"_s);
    // Others' numbers.
    CHECK(hidden(known, u"欠费1502元，乘5025路"_s) == u"欠费1502元，乘5025路"_s);
}

TEST_CASE("a number of the fixed network that stands behind a name is hidden, other numbers stay",
          "[privacy][citizenwords]")
{
    CHECK(hidden({}, u"也可联系其妻李红3221234。"_s) == u"也可联系其妻李红*****34。"_s);
    CHECK(hidden({}, u"也可联系其妻李红３２２１２３４。"_s) == u"也可联系其妻李红*****３４。"_s);
    for (const QString &plain :
         {u"水表号32212345，欠费3221234元，约3221234.5平方米"_s, u"于20200210停水，编号3221234"_s})
        CHECK(hidden({}, plain) == plain);
}
