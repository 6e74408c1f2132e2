// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/ReviewLine.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

void findAll(const ReviewLine &line, const QRegularExpression &form, Finding::Kind kind, const QString &message,
             QList<Finding> &findings, const QString &expected = {})
{
    auto match = form.globalMatch(line.text);
    while (match.hasNext()) {
        const auto one = match.next();
        const bool known = std::ranges::any_of(findings, [&](const Finding &finding) {
            return finding.column <= one.capturedStart() + 1
                   && one.capturedStart() + 1 < finding.column + finding.length;
        });
        if (known)
            continue;
        Finding finding = line.finding(one.capturedStart(), one.capturedLength(), kind, message);
        finding.expected = expected;
        findings.append(finding);
    }
}

} // namespace

QList<Finding> checkComparisonWords(const ReviewLine &line)
{
    // 同比 is against the same period last year, 环比 against the period before.
    static const QRegularExpression lastYear(
        u"[较比与](上个?月|上期|上一?季度?|上一?周|\\d{1,2}月)(份|相比|份相比)?"
        "(?:[^，,。；;、环]{0,4}|(?<=相比)[，,][^，,。；;、环]{0,6})同比|同比[较比]?(上个?月|上期|上一?季度|上一?周)"_s);
    static const QRegularExpression lastPeriod(u"[较比与]?(去年|上年)(?!十二月|12月|第?四季度|下半年|年?[底末])(同期|"
                                               u"同月|同季度?)?(相比)?[^，,。；;、同]{0,4}环比|"
                                               "环比[较比]?(去年|上年)(?!十二月|12月|第?四季度|下半年|年?[底末])"_s);
    QList<Finding> findings;
    findAll(line, lastYear, Finding::Kind::ComparisonWord, Text::tr("Against the period before it is 环比."), findings,
            u"环比"_s);
    findAll(line, lastPeriod, Finding::Kind::ComparisonWord, Text::tr("Against the same period last year it is 同比."),
            findings, u"同比"_s);
    return findings;
}

QList<Finding> checkBlanks(const ReviewLine &line, bool isRow)
{
    // A placeholder where a number belongs; a gap in front of a unit; a rate without its number; a date without a day.
    static const QList<QRegularExpression> forms{
        QRegularExpression(u"[_＿×＊*ｘ…?？○〇△□#X]{1,8} *(件次|件|宗|条|封|%|％|个百分点)(?=[，,。；;、）)]|$)"_s),
        QRegularExpression(u"第[ _＿×＊*　]+期|\\d{4}年[ _＿×＊*　]+月|\\d{1,2}月[ _＿×＊*　]+日|"
                           "(?<![\\d ])[ _＿×＊*　]+年 *\\d{1,2}月"_s),
        QRegularExpression(u"\\{[a-z_]+(:[a-z0-9]+)?\\}"_s),
        QRegularExpression(u"[（(【\\[][ 　_＿]*[）)】\\]] *(件次|件|宗|条|封|个|%|％)"_s),
        QRegularExpression(
            u"(?<![A-Za-z])[XxＸ×]{1,4}(年|月|日)(?!\\w)|(受理|接到|收到|办结|转办|回访)[ 　]{2,}(?=[，,。；;])"_s),
        QRegularExpression(u"[一-龥]类(件|条|宗)(?=[，,。；;、])"_s),
        QRegularExpression(u"(?<![A-Za-z0-9])N{1,3}(件|个|%|％)"_s),
        QRegularExpression(u"#(DIV/0!|REF!|N/A|VALUE!|NAME\\?|NUM!)"_s),
        QRegularExpression(u"[（(【\\[](待补充?|待核实?|待填写?|待定|待更新)[）)】\\]]"_s)};
    static const QList<QRegularExpression> units{
        QRegularExpression(u"(受理|接到|收到|诉求|来电|问题|办结|转办|承办|交办|共|在办|回访|满意|增加|减少|还有|占|率|"
                           u"率为|率达|同比|环比|"
                           "上升|下降|增长)[ \\t　]+(件次|件|宗|条|封|个百分点|个|%|％)(?=[，,。；;、）)正]|$)"_s),
        QRegularExpression(u"(率|率为|率达|率达到|占|占比|占比为|增长|下降|上升|同比|环比)(%|％)"_s)};
    QList<Finding> findings;
    for (const QRegularExpression &form : isRow ? forms : forms + units)
        findAll(line, form, Finding::Kind::Blank, Text::tr("A number is missing here."), findings);
    // 提高-1.2个百分点: which way?
    static const QRegularExpression signedChange(
        u"(增加|增长|上升|提高|提升|减少|下降|降低|回落)了?[-－−]\\d+(\\.\\d+)?(件|%|％|个百分点)"_s);
    findAll(line, signedChange, Finding::Kind::Change, Text::tr("The word and the sign each say which way it goes."),
            findings);
    static const QRegularExpression bare(
        u"(办结率|满意率|回访率|解决率|接通率)(为|达到?|是)?\\d{1,3}\\.\\d{1,4}(?=[，,。；;、（(）)]|$)"_s);
    findAll(line, bare, Finding::Kind::Blank, Text::tr("A per cent sign is missing here."), findings);
    // A dash may stand for a rate of nothing.
    static const QRegularExpression dash(u"(率|率为|率达|占比?)[ 　]*[—－-]+ *(?=[，,。；;）)]|$)"_s);
    static const QRegularExpression twice(u"\\d(件件(?![有都])|条条|宗宗|%%|％％)"_s); // 12345件件有回音
    findAll(line, twice, Finding::Kind::Blank, Text::tr("The unit stands twice."), findings);
    static const QRegularExpression maskedDay(
        u"[XxＸ×]{1,4}月[XxＸ×]{1,4}日"_s); // 张某×月×日来电: as stories are masked
    for (auto days = maskedDay.globalMatch(line.text); days.hasNext();) {
        const auto day = days.next();
        for (Finding &finding : findings)
            finding.doubtful =
                finding.doubtful || (finding.column > day.capturedStart() && finding.column <= day.capturedEnd());
    }
    const qsizetype certain = findings.size();
    findAll(line, dash, Finding::Kind::Blank, Text::tr("A number is missing here."), findings);
    for (qsizetype i = certain; i < findings.size(); ++i)
        findings[i].doubtful = findings[i].text.contains(u'—');
    return findings;
}

} // namespace huiyin
