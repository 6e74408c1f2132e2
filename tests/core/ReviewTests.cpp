// SPDX-License-Identifier: GPL-3.0-or-later
// The reconciliation check: every planted error is found where it stands, and no sound text is accused.
#include "support/WorkbookFile.h"

#include "review/Mention.h"
#include "review/Printed.h"
#include "review/Review.h"
#include "review/ReviewFile.h"
#include "storage/SafeFile.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;
using Kind = Finding::Kind;

namespace {

const auto folder = QStringLiteral(HUIYIN_TEST_DATA "/review/");

QString described(const QList<Finding> &findings)
{
    QString text;
    for (const Finding &finding : findings) {
        text += u"%1:%2 %3 [%4] %5 %6\n"_s.arg(finding.line)
                    .arg(finding.column)
                    .arg(QString(code(finding.kind)), finding.text, finding.expected, finding.message);
    }
    return text;
}

QList<Finding> reviewOf(const QString &text)
{
    return review(reviewTextOf(text));
}

struct Planted
{
    Kind kind;
    QString text;
    QString expected{};
    bool doubtful = false;
};

struct FaultyText
{
    QString file;
    QList<Planted> errors;
};

const QList<FaultyText> &faultyTexts()
{
    static const QList<FaultyText> texts{
        {u"balance"_s, {{Kind::Balance, u"6610件"_s, u"6620"_s}}},
        {u"balance-all"_s, {{Kind::Balance, u"已全部办结，还有2件正在办理"_s}}},
        {u"balance-channel"_s, {{Kind::Balance, u"2053件"_s, u"2026"_s}}},
        {u"blank-count"_s, {{Kind::Blank, u"诉求　　件"_s}, {Kind::Blank, u"××件"_s}, {Kind::Blank, u"率%"_s}}},
        {u"blank-issue"_s, {{Kind::Blank, u"第 期"_s}}},
        {u"blank-placeholder"_s, {{Kind::Blank, u"{accepted}"_s}}},
        {u"change-from-to"_s, {{Kind::Change, u"上升"_s}}},
        {u"change-points"_s, {{Kind::Change, u"2.2个百分点"_s, u"1.2个百分点"_s}}},
        {u"change-rate"_s, {{Kind::Change, u"14.0%"_s, u"4.0%"_s}}},
        {u"change-reference"_s, {{Kind::Change, u"210件"_s, u"120"_s}}},
        {u"change-too-much"_s, {{Kind::Change, u"190.5%"_s, u"65.6%"_s}}},
        {u"change-way"_s, {{Kind::Change, u"4.0%"_s}}},
        {u"comparison-month"_s, {{Kind::ComparisonWord, u"较上月同比"_s, u"环比"_s}}},
        {u"comparison-year"_s, {{Kind::ComparisonWord, u"与去年同期相比环比"_s, u"同比"_s}}},
        {u"digit-too-many"_s, {{Kind::Sum, u"4407件"_s, u"407"_s}}},
        {u"hidden-base"_s, {{Kind::Population, u"17.2%"_s, u"11.6%"_s}}},
        {u"impossible"_s, {{Kind::ImpossiblePercentage, u"92%"_s}}},
        {u"lists-of-the-text"_s, {{Kind::Sum, u"120件"_s}, {Kind::Sum, u"20件"_s}}},
        {u"lists-unopened"_s,
         {{Kind::Sum, u"3126件"_s, u"3171"_s},
          {Kind::Sum, u"4415件"_s, u"4379"_s},
          {Kind::Sum, u"820件"_s, u"810"_s},
          {Kind::Sum, u"820件"_s, u"810"_s},
          {Kind::Sum, u"820件"_s, u"810"_s},
          {Kind::Sum, u"620件"_s, u"1160"_s},
          {Kind::Sum, u"620件"_s, u"1160"_s},
          {Kind::Sum, u"2848件"_s, u"2869"_s},
          {Kind::Sum, u"3126个"_s, u"3117"_s},
          {Kind::Sum, u"3126次"_s, u"3117"_s},
          {Kind::Sum, u"180.00万件"_s, u"190.00万"_s},
          {Kind::Sum, u"820件"_s, u"840"_s}}},
        {u"mean"_s, {{Kind::Balance, u"110.6件"_s, u"100.6"_s, true}}},
        {u"parts-fullwidth"_s, {{Kind::Percentage, u"１２．０％"_s, u"10.0%"_s}}},
        {u"parts-named-by-deeds"_s, {{Kind::Sum, u"830件"_s, u"820"_s}}},
        {u"parts-nested"_s, {{Kind::Percentage, u"34.4%"_s, u"24.4%"_s}}},
        {u"parts-of-named"_s, {{Kind::Percentage, u"42.4%"_s, u"24.4%"_s}}},
        {u"period-day"_s, {{Kind::Period, u"2月30日"_s}}},
        {u"period-heading"_s, {{Kind::Period, u"1月"_s}}},
        {u"period-title"_s, {{Kind::Period, u"2024年4月"_s}}},
        {u"period-year"_s, {{Kind::Period, u"2023年第一季度"_s}}},
        {u"population"_s, {{Kind::Population, u"6610件"_s, u"4460"_s}}},
        {u"privacy"_s,
         {{Kind::Privacy, u"13912345678"_s}, {Kind::Privacy, u"220302198001011234"_s}, {Kind::Privacy, u"吉C12345"_s}}},
        {u"rate-over"_s, {{Kind::Percentage, u"983%"_s}}},
        {u"rate-satisfaction"_s, {{Kind::Percentage, u"95.6%"_s, u"96.5%"_s}}},
        {u"rate-wrong"_s, {{Kind::Percentage, u"91.1%"_s, u"99.1%"_s}}},
        {u"share-copied"_s, {{Kind::Percentage, u"7.8%"_s, u"13.4%"_s}}},
        {u"share-nested"_s, {{Kind::Percentage, u"3.5%"_s, u"17.7%"_s}}},
        {u"share-wrong"_s, {{Kind::Percentage, u"8.7%"_s, u"7.8%"_s}}},
        {u"shares-by-words"_s, {{Kind::Percentage, u"2.3%"_s, u"1.3%"_s}}},
        {u"shares-of-hundred"_s,
         {{Kind::Percentage, u"63.3%，求助类占20.5%，投诉类占13.8%，建议类占5.4%"_s},
          {Kind::Percentage, u"163.3%"_s},
          {Kind::Percentage, u"50.0%，求助类占29.0%，投诉类占17.0%，其他占14.0%"_s},
          {Kind::Percentage, u"50.0%、29.0%、17.0%、14.0%"_s},
          {Kind::Percentage, u"85.4%，网络渠道占24.6%"_s},
          {Kind::Percentage, u"63.41%、24.39%、21.20%"_s}}},
        {u"shares-of-lists"_s,
         {{Kind::Percentage, u"29.90%"_s, u"19.90%"_s},
          {Kind::Percentage, u"21.99%"_s, u"11.99%"_s},
          {Kind::Percentage, u"19.58%"_s, u"9.58%"_s},
          {Kind::Percentage, u"69.93%"_s, u"96.93%"_s},
          {Kind::Percentage, u"1.0%"_s, u"10.0%"_s},
          {Kind::Percentage, u"70.0%"_s, u"80.0%"_s},
          {Kind::Percentage, u"74.3%"_s, u"47.3%"_s},
          {Kind::Percentage, u"17.01%"_s, u"10.71%"_s},
          {Kind::Percentage, u"21.4%"_s, u"12.4%"_s},
          {Kind::Percentage, u"91.9%"_s, u"19.9%"_s}}},
        {u"shares-of-lines"_s, {{Kind::Percentage, u"21.4%"_s, u"12.4%"_s}}},
        {u"shares-respectively"_s,
         {{Kind::Percentage, u"12.13%"_s, u"11.23%"_s},
          {Kind::Percentage, u"18.63%"_s, u"17.63%"_s},
          {Kind::Percentage, u"14.66%"_s, u"4.66%"_s},
          {Kind::Percentage, u"12.20%"_s, u"24.39%"_s, true},
          {Kind::Percentage, u"24.39%"_s, u"12.20%"_s, true},
          {Kind::Percentage, u"42.39%"_s, u"24.39%"_s}}},
        {u"shares-together"_s,
         {{Kind::Percentage, u"58.53%"_s, u"48.53%"_s}, {Kind::Percentage, u"58.53%"_s, u"48.53%"_s}}},
        {u"slip-of-the-text"_s, {{Kind::Sum, u"162件"_s, u"126"_s}}},
        {u"sum-exhaustive"_s, {{Kind::Sum, u"140件"_s, u"150"_s}}},
        {u"sum-nested-too-much"_s, {{Kind::Sum, u"8736件"_s, u"9549"_s}}},
        {u"sum-rest"_s, {{Kind::Sum, u"4640件"_s, u"4460"_s}}},
        {u"sum-together"_s, {{Kind::Sum, u"1481件"_s, u"1418"_s}}},
        {u"sum-types"_s, {{Kind::Sum, u"144条"_s, u"162"_s}}},
        {u"table-blank-cells"_s, {{Kind::Sum, u"270"_s, u"260"_s}, {Kind::Percentage, u"97.69%"_s, u"94.07%"_s}}},
        {u"table-blank-first"_s, {{Kind::Sum, u"270"_s, u"260"_s}, {Kind::Percentage, u"97.69%"_s, u"94.07%"_s}}},
        {u"table-changes"_s, {{Kind::Change, u"21.73%"_s, u"12.73%"_s}}},
        {u"table-late"_s, {{Kind::Balance, u"14"_s, QString(), true}}},
        {u"table-none"_s, {{Kind::Sum, u"260"_s, u"206"_s}}},
        {u"table-of-text"_s, {{Kind::Population, u"3120件"_s, u"3110"_s}}},
        {u"table-overdue"_s, {{Kind::Balance, u"60"_s, u"64"_s}}},
        {u"table-population"_s, {{Kind::Population, u"97件"_s, u"92"_s, true}}},
        {u"table-quarter"_s, {{Kind::Sum, u"9546"_s, u"9456"_s}}},
        {u"table-rate-unit"_s, {{Kind::Percentage, u"85.59"_s, u"92.59"_s}}},
        {u"table-rates"_s, {{Kind::Percentage, u"85.59%"_s, u"92.59%"_s}}},
        {u"table-row"_s, {{Kind::Balance, u"20"_s, u"19"_s}, {Kind::Percentage, u"69.0%"_s, u"96.0%"_s}}},
        {u"table-satisfaction"_s, {{Kind::Percentage, u"85.59%"_s, u"92.59%"_s}}},
        {u"table-share-of-text"_s, {{Kind::Percentage, u"12.20%"_s, u"10.98%"_s}}},
        {u"table-shares"_s, {{Kind::Percentage, u"27.07%"_s, u"20.77%"_s}}},
        {u"table-total"_s, {{Kind::Balance, u"93"_s, u"92"_s}, {Kind::Sum, u"93"_s, u"92"_s}}},
        {u"table-total-unit"_s, {{Kind::Sum, u"270"_s, u"260"_s}}},
        {u"table-two-months"_s, {{Kind::Sum, u"270"_s, u"260"_s}}},
        {u"table-whole"_s, {{Kind::Sum, u"270"_s, u"260"_s, true}}},
        {u"totals-behind"_s,
         {{Kind::Sum, u"3126件"_s, u"3171"_s},
          {Kind::Sum, u"2590件"_s, u"2950"_s},
          {Kind::Sum, u"2381件"_s, u"2318"_s},
          {Kind::Sum, u"2590件"_s, u"2950"_s},
          {Kind::Sum, u"2590件"_s, u"2950"_s}}},
        {u"units-of-cases"_s,
         {{Kind::Balance, u"1250件"_s, u"1259"_s},
          {Kind::Balance, u"2650单"_s, u"2660"_s},
          {Kind::Percentage, u"98.55%"_s, u"95.88%"_s},
          {Kind::Percentage, u"93.6%"_s, u"96.3%"_s}}},
    };
    return texts;
}

ReviewText docxOf(const QByteArray &body)
{
    QTemporaryDir place;
    const QString path = place.filePath(u"bulletin.docx"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(zipOf({{.name = "word/document.xml",
                       .bytes = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas."
                                "openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                                + body + "</w:body></w:document>"}}));
    file.close();
    return readReviewText(path);
}

QByteArray paragraph(const QString &text)
{
    return "<w:p><w:r><w:t>" + text.toUtf8() + "</w:t></w:r></w:p>";
}

} // namespace

TEST_CASE("sound bulletins of many offices are not accused", "[review]")
{
    const QStringList names = QDir(folder + u"clean"_s).entryList({u"*.txt"_s}, QDir::Files);
    REQUIRE(names.size() >= 38);
    for (const QString &name : names) {
        CAPTURE(name.toStdString());
        const QList<Finding> findings = review(readReviewText(folder + u"clean/" + name));
        CHECK(described(findings).toStdString() == "");
    }
}

TEST_CASE("every error planted in a text is found where it stands, and nothing else", "[review]")
{
    QSet<QString> known;
    for (const FaultyText &text : faultyTexts()) {
        CAPTURE(text.file.toStdString());
        known.insert(text.file + u".txt");
        const QList<Finding> findings = review(readReviewText(folder + u"faulty/" + text.file + u".txt"));
        CAPTURE(described(findings).toStdString());
        REQUIRE(findings.size() == text.errors.size());
        for (qsizetype i = 0; i < findings.size(); ++i) {
            CHECK(findings[i].kind == text.errors[i].kind);
            CHECK(findings[i].text.toStdString() == text.errors[i].text.toStdString());
            CHECK(findings[i].expected.toStdString() == text.errors[i].expected.toStdString());
            CHECK(findings[i].doubtful == text.errors[i].doubtful);
            CHECK_FALSE(findings[i].message.isEmpty());
        }
    }
    for (const QString &name : QDir(folder + u"faulty"_s).entryList({u"*.txt"_s}, QDir::Files))
        CHECK(known.contains(name));
}

// Published figures with one digit of one number changed: a check that is worth its name sees most of them.
TEST_CASE("one wrong digit in a published bulletin is seen", "[review]")
{
    const auto [name, least] =
        GENERATE(table<QString, double>({{u"monthly-topic.txt"_s, 0.9}, {u"monthly-channels.txt"_s, 0.85}}));
    QFile file(folder + u"clean/" + name);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    const QStringList lines = text.split(u'\n');
    int changed = 0;
    int seen = 0;
    QString missed;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        for (const Mention &mention : mentionsIn(lines[i])) {
            for (qsizetype at = mention.start; at < mention.end(); ++at) {
                if (!lines[i][at].isDigit())
                    continue;
                QStringList wrong = lines;
                const int digit = wrong[i][at].digitValue();
                wrong[i][at] = QChar(u'0' + (digit + 3) % 10);
                ++changed;
                if (!reviewOf(wrong.join(u'\n')).isEmpty())
                    ++seen;
                else
                    missed += mention.label + mention.text + u' ';
            }
        }
    }
    CAPTURE(name.toStdString(), missed.toStdString(), changed, seen);
    REQUIRE(changed > 100);
    CHECK(seen >= least * changed);
}

TEST_CASE("ten thousands agree with what they were rounded or cut off from, and with nothing else", "[review]")
{
    const auto [received, closed, open, dispatched, wrong] =
        GENERATE(table<QString, QString, QString, QString, QString>({
            {u"4.37万"_s, u"4.30万"_s, u"651"_s, u"4.37万"_s, {}},
            {u"4.36万"_s, u"4.30万"_s, u"651"_s, u"4.36万"_s, {}}, // cut off
            {u"4.37万"_s, u"43000"_s, u"651"_s, u"43651"_s, {}},
            {u"4.73万"_s, u"4.30万"_s, u"651"_s, u"4.37万"_s, u"4.73万件 4.37万\n"_s},
            {u"43751"_s, u"43000"_s, u"651"_s, u"4.37万"_s, u"43751件 43651\n"_s},
            {u"4.37万"_s, u"4.30万"_s, u"6510"_s, u"4.37万"_s, u"4.37万件 4.95万\n"_s},
            {u"4.47万"_s, u"4.40万"_s, u"651"_s, u"4.73万"_s, u"4.73万件 43651\n"_s},
        }));
    const QString text =
        u"2023年办理情况\n2023年，共受理群众诉求%1件，办结%2件，还有%3件正在办理。转办各单位%4件。\n"
        "单位\t件数\n市住建局\t20000\n市公安局\t15651\n市水务局\t8000\n"_s.arg(received, closed, open, dispatched);
    QString told;
    for (const Finding &finding : reviewOf(text))
        told += finding.text + u' ' + finding.expected + u'\n';
    CAPTURE(text.toStdString());
    CHECK(told.toStdString() == wrong.toStdString());
}

TEST_CASE("parts in ten thousands make their total, as far as they are printed", "[review]")
{
    const auto told = [](const QString &total) -> QString {
        QString text;
        for (const Finding &finding :
             reviewOf(u"2021年运行情况\n2021年，一年共受理市民诉求%1件，其中咨询类150.31万件，占72.6%；"
                      "求助类40.02万件，占19.3%；投诉举报类16.63万件，占8.0%。"_s.arg(total)))
            text += finding.text + u' ' + finding.expected + u'\n';
        return text;
    };
    CHECK(told(u"206.96万"_s).isEmpty());
    CHECK(told(u"207万"_s).isEmpty());
    CHECK(told(u"2069612"_s).isEmpty());
    CHECK(told(u"209.66万"_s).startsWith(u"209.66万件 206.96万\n"_s));
}

TEST_CASE("a percentage is right rounded half up or cut off, and no other way", "[review]")
{
    const PrintedCount whole{4460, 4460};
    CHECK(isPercentageOf({708, 708}, whole, {159, 1})); // 15.874…
    CHECK(isPercentageOf({708, 708}, whole, {158, 1})); // cut off
    CHECK_FALSE(isPercentageOf({708, 708}, whole, {160, 1}));
    CHECK_FALSE(isPercentageOf({708, 708}, whole, {157, 1}));
    CHECK(isPercentageOf({1, 1}, {8, 8}, {13, 0})); // 12.5
    CHECK(isPercentageOf({1, 1}, {8, 8}, {12, 0}));
    CHECK_FALSE(isPercentageOf({1, 1}, {0, 0}, {0, 0}));
    CHECK(isBalancedPercentageOf({100, 100}, {300, 300}, {334, 1}));
    CHECK_FALSE(isBalancedPercentageOf({100, 100}, {300, 300}, {335, 1}));
    CHECK(isPossiblePercentage({7, 7}, {86, 0}));
    CHECK_FALSE(isPossiblePercentage({7, 7}, {92, 0}));
    CHECK(isPossiblePercentage({45, 45}, {84, 0}));
    CHECK(isPossiblePercentage({1'000'000, 1'000'000}, {9999, 2}));
}

TEST_CASE("numbers that count no cases are no figures", "[review]")
{
    const auto texts = [](const QString &line) {
        QStringList found;
        for (const Mention &mention : mentionsIn(line))
            found.append(mention.text);
        return found.join(u' ').toStdString();
    };
    CHECK(texts(u"2020年2月9日拨打12345，5号楼3单元，3个工作日，12个村，5000元，第3期，〔2020〕53号，30余件"_s) == "");
    CHECK(texts(u"受理６６１０件，办结率９９．４％，来电8,570个"_s).empty() == false);
    CHECK(mentionsIn(u"来电8,570个"_s).first().count == PrintedCount{8570, 8570});
    CHECK(mentionsIn(u"受理206.96万件"_s).first().count.least <= 2069600);
    CHECK(mentionsIn(u"受理206.96万件"_s).first().count.most >= 2069649);
    CHECK(mentionsIn(u"，还有38件正在办理中，"_s).first().role == Mention::Role::Open);
    CHECK(mentionsIn(u"按时办结38件"_s).first().role == Mention::Role::ClosedOnTime);
    CHECK(mentionsIn(u"不满意3件"_s).first().role == Mention::Role::Dissatisfied);
    CHECK(mentionsIn(u"上月结转35件"_s).first().role == Mention::Role::CarriedOver);
    CHECK(mentionsIn(u"月初在办35件"_s).first().role == Mention::Role::CarriedOver);
    CHECK(mentionsIn(u"受理3120件（4月份3200件）"_s).last().role == Mention::Role::Before);
    CHECK(mentionsIn(u"承办260件（1—5月累计1260件）"_s).last().role == Mention::Role::Before);
    CHECK(mentionsIn(u"逾期交房问题60件"_s).first().role == Mention::Role::Item);
    CHECK(mentionsIn(u"涉企诉求312件"_s).first().role == Mention::Role::Item);
    CHECK(mentionsIn(u"各类诉求312件"_s).first().role == Mention::Role::Received);
    CHECK(mentionsIn(u"占总量8640件的11.99%"_s).first().role == Mention::Role::Base);
    CHECK(mentionsIn(u"办结率９９．０４％"_s).first().decimal == Decimal{9904, 2});
    CHECK(texts(u"微信91件、APP49件、A4纸3件，求助:25件，12:30件"_s) == "91件 49件 3件 25件");
    CHECK(texts(u"受理诉求26个，咨询20个、其他6个，15个小区，回访162人次，群众312人次，8单，8单元"_s)
          == "26个 20个 6个 162人次 8单");
    CHECK(texts(u"每万人诉求量25.3件，日均110.6件，超过30件，50件以下，最近30件"_s) == "110.6件 30件");
}

TEST_CASE("web pages and .docx are read as their readers see them", "[review]")
{
    const ReviewText page = reviewTextOfHtml(
        u"<html><head><title>x</title><style>p{}</style></head><body><!-- 受理1件 --><h1>2024年5月情况</h1>"
        "<p>5月份受理<b>100</b>件，办结90件，\n在办20件&nbsp;。</p><script>var a='受理3件'</script>"
        "<table><tr><th>单位</th><th>件数</th><th>办结</th></tr><tr><td>甲&amp;乙</td><td>3</td><td>2</td></tr>"
        "<tr><td>合计</td><td>4</td><td>2</td></tr></table></body></html>"_s);
    REQUIRE(page.lines.size() == 5);
    CHECK(page.lines[1].toStdString() == "5月份受理100件，办结90件， 在办20件 。");
    REQUIRE(page.tables.size() == 1);
    CHECK(page.tables[0].rows[1].cells == QStringList{u"甲&乙"_s, u"3"_s, u"2"_s});
    const QList<Finding> findings = review(page);
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].kind == Kind::Balance);
    CHECK(findings[1].kind == Kind::Sum);
    CHECK(findings[1].line == 5);

    const ReviewText captioned = reviewTextOfHtml(
        u"<table><caption>类别统计（共9件）</caption><tr><th>类别</th><th>件数</th><th>类别</th><th>件数</th></tr>"
        "<tr><td>住建</td><td>3</td><td>合计</td><td>3</td></tr></table>"_s);
    CHECK(captioned.lines.first().toStdString() == "类别统计（共9件）");
    REQUIRE(captioned.tables.size() == 1);
    CHECK(captioned.tables[0].rows[0].cells.first().toStdString() == "类别");

    const auto cell = [](const QString &text) -> QByteArray { return "<w:tc>" + paragraph(text) + "</w:tc>"; };
    const ReviewText document =
        docxOf(paragraph(u"2024年5月情况"_s) + paragraph(u"5月份受理100件，办结90件，在办20件。"_s)
               + "<w:p><w:del><w:r><w:delText>受理7件</w:delText></w:r></w:del></w:p><w:tbl><w:tr>" + cell(u"单位"_s)
               + cell(u"件数"_s) + "</w:tr><w:tr>" + cell(u"甲"_s) + cell(u"3"_s) + "</w:tr><w:tr>" + cell(u"合计"_s)
               + cell(u"4"_s) + "</w:tr></w:tbl>");
    REQUIRE(document.lines.size() == 5);
    REQUIRE(review(document).size() == 2);
    CHECK(review(document)[1].text.toStdString() == "4");
}

TEST_CASE("a table that only lays out its page is its paragraphs", "[review]")
{
    const auto rows = u"<tr><td>单位<td>受理<td>办结<td>办结率<tr><td>甲局<td>100<td>90<td>80%"
                      "<tr><td>乙局<td>50<td>40<td>80%</table>"_s; // HTML lets the ends be left out
    const QString body =
        u"<p>2024年5月份热线运行情况通报</p><p>4月份，共受理820件，办结800件，正在办理10件。</p><table>"_s + rows;
    for (const QString &page : {QString(body), QString(u"<table><tr><td>"_s + body + u"</td></tr></table>"_s),
                                QString(u"<table><tr><td>首页<br>政务公开<td>"_s + body + u"</table>"_s)}) {
        INFO(page.toStdString());
        const ReviewText text = reviewTextOfHtml(page);
        REQUIRE(text.tables.size() == 1);
        CHECK(text.tables.first().rows.size() == 3);
        QStringList found;
        for (const Finding &finding : review(text))
            found.append(finding.text);
        CHECK(found == QStringList{u"4月"_s, u"820件"_s, u"80%"_s});
    }
    const ReviewText cell = reviewTextOfHtml(
        u"<table><tr><th>按时<br>办结率</th><th>说<p>明</p></th></tr><tr><td>90%</td><td>两<br>行</td></tr></table>"_s);
    REQUIRE(cell.tables.size() == 1);
    CHECK(cell.tables.first().rows.first().cells == QStringList{u"按时办结率"_s, u"说 明"_s});
    // The whole bulletin in the one cell, its lines parted by <br>
    const ReviewText old = reviewTextOfHtml(u"<table><tr><td>2024年5月份热线运行情况通报<br><br>"_s
                                            + QString(u"共受理820件，办结800件，正在办理20件。<br>"_s).repeated(5)
                                            + u"</td></tr></table>"_s);
    CHECK(old.tables.isEmpty());
    CHECK(old.lines.size() == 6);
}

TEST_CASE("citizens' data in a text are told as they would be masked, and what may be some is doubtful", "[review]")
{
    const QList<Finding> findings = reviewOf(
        u"2024年3月办件情况\n市民谭建国反映，5号楼4单元301室漏水，请回复li.ming@qq.com。\n"
        "村民孙立、村干部到场，谭建国满意。\n联系人\t电话\t部门\n王　丽\t3251234\t市住建局\n李红\t13912345678\t市城管局"_s);
    QString told;
    for (const Finding &finding : findings) {
        CHECK(finding.kind == Kind::Privacy);
        told += QString::number(finding.line) + u':' + QString::number(finding.column) + u' ' + finding.text
                + (finding.doubtful ? u"?\n"_s : u"\n"_s);
    }
    CHECK(told.toStdString()
          == "2:3 谭建国\n2:9 5号楼4单元301室\n2:25 li.ming@qq.com\n3:3 孙立?\n3:12 谭建国\n5:1 王　丽\n5:5 3251234\n"
             "6:1 李红\n6:4 13912345678\n");
    REQUIRE_FALSE(findings.isEmpty());
    CHECK(findings.first().message.toStdString() == "Name: not to be published.");
}

TEST_CASE("a file that is no text says so", "[review]")
{
    QTemporaryDir place;
    const QString path = place.filePath(u"broken.docx"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("PK\x03\x04 is not all of it");
    file.close();
    CHECK_THROWS_AS(readReviewText(path), FileError);
    CHECK_THROWS_AS(readReviewText(place.filePath(u"missing.txt"_s)), FileError);
}
