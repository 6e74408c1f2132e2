// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Pinyin.h"
#include "domain/SearchQuery.h"
#include "domain/SearchText.h"
#include "support/Print.h"

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace Qt::StringLiterals;

TEST_CASE("texts that a reader takes for the same are folded alike", "[search]")
{
    CHECK(foldForSearch(u"ＡＢＣ１２３（一）") == u"abc123(一)");
    CHECK(foldForSearch(u"Wi-Fi 信號") == u"wi-fi信号");
    CHECK(foldForSearch(u"停 水\n兩　天") == u"停水两天");
    CHECK(foldForSearch(u"broken  water\npipe 5 號") == u"broken water pipe 5号");
    CHECK(foldForSearch(u"㎡ ① ﬁ") == u"m2 1 fi");
    CHECK(foldForSearch(u"\uF900") == u"岂");                   // a compatibility form of 豈
    CHECK(foldForSearch(u"水\u200B管\uFE0F\uFEFF") == u"水管"); // nothing to be seen, nothing to search
    CHECK(foldForSearch(u"é") == foldForSearch(u"e\u0301"));
    CHECK(foldForSearch(u"𠮷田") == u"𠮷田");
    CHECK(foldForSearch(u"頭髮、發展") == u"头发、发展");
    CHECK(foldForSearch(u"什麼") == u"什么");
    CHECK(foldForSearch(u"") == u"");
}

TEST_CASE("folding twice changes nothing", "[search]")
{
    QString all;
    for (char32_t c = 0x20; c < 0x32400; ++c) {
        if (!QChar::isSurrogate(c) && QChar::category(c) != QChar::Other_NotAssigned)
            all += QString::fromUcs4(&c, 1) + u'。';
    }
    const QString once = foldForSearch(all);
    CHECK(foldForSearch(once) == once);
}

TEST_CASE("a folded text tells where its characters came from", "[search]")
{
    const FoldedText folded = foldWithOrigins(u"𠮷㎡ 水");
    CHECK(folded.text == u"𠮷m2水");
    CHECK(folded.origins == QList<qsizetype>{0, 0, 2, 2, 4, 5});
}

TEST_CASE("a question is words, phrases and words to be left out", "[search]")
{
    const auto words = [](const char *typed) {
        QStringList list;
        const SearchQuery query(QString::fromUtf8(typed));
        for (const SearchWord &word : query.words())
            list.append((word.excluded ? u"-"_s : QString()) + word.text + (word.numberLike ? u"#"_s : QString()));
        return list.join(u'|');
    };
    CHECK(words("停水 兩天") == u"停水|两天");
    CHECK(words("  停水　-鐵西 ") == u"停水|-铁西");
    CHECK(words("“broken pipe” 水") == u"broken pipe|水");
    CHECK(words("「停水 两天」") == u"停水两天");
    CHECK(words("停水 停水") == u"停水");
    CHECK(words("2207 207 ０４３４-326 A-12 20200209-0001") == u"2207#|207|0434-326#|a-12|20200209-0001#");
    CHECK(words("12345热线") == u"12345热线"); // no number of a telephone or a ticket
    CHECK(words("-").isEmpty());
    CHECK(words("\"\"").isEmpty());
    CHECK(words("10-12楼") == u"10-12楼");
}

TEST_CASE("hits are shown where they stand in the text as it was typed", "[search]")
{
    const auto shown = [](const QString &typed, const QString &text) {
        QString marked = text;
        const auto hits = SearchQuery(typed).hits(text);
        for (auto hit = hits.crbegin(); hit != hits.crend(); ++hit)
            marked = marked.left(hit->start) + u'[' + marked.mid(hit->start, hit->length) + u']'
                     + marked.mid(hit->start + hit->length);
        return marked;
    };
    CHECK(shown(u"停水"_s, u"家中停 水，停水两天"_s) == u"家中[停 水]，[停水]两天");
    CHECK(shown(u"abc"_s, u"ＡＢＣ路"_s) == u"[ＡＢＣ]路");
    CHECK(shown(u"m"_s, u"5㎡。"_s) == u"5[㎡]。");
    CHECK(shown(u"𠮷"_s, u"姓𠮷田"_s) == u"姓[𠮷]田");
    CHECK(shown(u"停水 水管"_s, u"停水管"_s) == u"[停水管]");
    CHECK(shown(u"-停水"_s, u"停水"_s) == u"停水");
    CHECK(shown(u"水"_s, u""_s).isEmpty());
}

TEST_CASE("names are typed by the first letters of their pinyin", "[pinyin]")
{
    CHECK(pinyinInitials(u"供水"_s) == QStringList{u"gs"_s});
    CHECK(pinyinInitials(u"水、电、气"_s) == QStringList{u"sdq"_s});
    CHECK(pinyinInitials(u"12345热线"_s) == QStringList{u"12345rx"_s});
    CHECK(pinyinInitials(u"鐵東區"_s).contains(u"tdq"_s)); // traditional characters too; 区 is a surname, Ou
    CHECK(pinyinInitials({}).isEmpty());
    CHECK(pinyinInitials(u"……"_s).isEmpty());
    const QStringList bank = pinyinInitials(u"银行"_s); // yin hang; xing reads otherwise
    CHECK(bank.contains(u"yh"_s));
    CHECK(bank.contains(u"yx"_s));
    CHECK(pinyinInitials(u"重庆长乐"_s).contains(u"cqcl"_s));
    CHECK(pinyinInitials(QString(40, u'行')).size() == 16);
    CHECK(pinyinInitials(u"行行行行"_s, 3).size() == 3);
}
