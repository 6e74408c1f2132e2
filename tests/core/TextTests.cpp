// SPDX-License-Identifier: GPL-3.0-or-later
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
