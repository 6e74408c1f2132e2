// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/PeriodRules.h"

#include "domain/PersonalText.h"

#include <QCoreApplication>
#include <QDate>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

bool isTitle(const ReviewLine &line)
{
    static const QRegularExpression words(
        u"情况|简报|通报|快报|专报|月报|季报|周报|年报|分析|报告|综述|统计|总结|公示|公告|盘点"_s);
    static const QRegularExpression numbered(u"^\\s*([一二三四五六七八九十]+、|（|\\(|\\d+[.．、])"_s);
    constexpr qsizetype longest = 50;
    return line.text.trimmed().size() <= longest && line.text.contains(words) && !line.text.contains(u'。')
           && !line.text.contains(numbered);
}

bool isHeading(const ReviewLine &line)
{
    static const QRegularExpression numbered(u"^\\s*([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)"_s);
    // What is to come, and what is laid beside another time.
    static const QRegularExpression other(u"重点|计划|安排|打算|预测|预判|研判|预警|提示|对比|下一步|下步"_s);
    constexpr qsizetype longest = 40;
    return line.text.trimmed().size() <= longest && line.text.contains(numbered) && !line.text.contains(u'。')
           && !line.text.contains(other);
}

// Does a sentence name the title's own time, too? Then it lays another beside it: 4月份受理3200件，5月份受理3120件.
bool namesOwnTime(const QString &sentence, const NamedPeriod &title)
{
    auto period = periodIn(sentence);
    while (period) {
        if (!period->contradicts(title))
            return true;
        period = periodIn(sentence, period->start + period->length);
    }
    return false;
}

// A day as it is told.
struct NamedDay
{
    int year = 0; // 0: none
    int month = 0;
    int day = 0;

    [[nodiscard]] int inYear() const { return month * 100 + day; }
};

void checkDays(const ReviewLine &line, std::optional<int> titleYear, QList<Finding> &findings)
{
    const QString text = asPlain(line.text);
    // 5月20日至5月10日; 12月26日至1月25日 goes over the end of a year.
    static const QRegularExpression span(
        u"(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日(?:至|到|-|—|－|~)(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日"_s);
    constexpr int autumn = 10;
    constexpr int spring = 3;
    for (auto spans = span.globalMatch(text); spans.hasNext();) {
        const auto one = spans.next();
        const NamedDay from{one.captured(1).toInt(), one.captured(2).toInt(), one.captured(3).toInt()};
        const NamedDay to{one.captured(4).toInt(), one.captured(5).toInt(), one.captured(6).toInt()};
        const bool isBackward = from.inYear() > to.inYear();
        const bool isOverYear = to.year == 0 && from.month >= autumn && to.month <= spring;
        const bool isEarlier = to.year > 0 && from.year > 0 && to.year < from.year;
        if (isEarlier || (isBackward && !isOverYear && (to.year == 0 || to.year == from.year)))
            findings.append(line.finding(one.capturedStart(), one.capturedLength(), Finding::Kind::Period,
                                         Text::tr("Its end is before its beginning.")));
    }
    static const QRegularExpression anyYear(u"\\d{4}年"_s);
    static const QRegularExpression form(u"(?:(\\d{4})年)?(?<!\\d)(\\d{1,2})月(\\d{1,2})日"_s);
    constexpr int leapYear = 2020;
    const int untold = text.contains(anyYear) ? leapYear : titleYear.value_or(leapYear);
    auto match = form.globalMatch(text);
    while (match.hasNext()) {
        const auto one = match.next();
        const int year = one.capturedLength(1) > 0 ? one.captured(1).toInt() : untold;
        if (QDate::isValid(year, one.captured(2).toInt(), one.captured(3).toInt()))
            continue;
        findings.append(line.finding(one.capturedStart(), one.capturedLength(), Finding::Kind::Period,
                                     Text::tr("There is no such day.")));
    }
}

// The period of a title: in 2024年热线5月份运行情况 the year stands apart.
std::optional<NamedPeriod> periodOfTitle(const QString &text)
{
    const auto period = periodIn(text);
    if (!period || !period->year || !period->isWholeYear())
        return period;
    auto within = periodIn(text, period->start + period->length);
    if (!within || within->year || within->isAcrossYears)
        return period;
    within->year = period->year;
    return within;
}

// 截至10月31日，11月份受理的4321件: not yet received
void checkCutOff(const ReviewLine &line, QList<Finding> &findings)
{
    static const QRegularExpression form(
        u"截[至止](?:\\d{4}年)?(\\d{1,2})月(?:\\d{1,2}日|末|底)[^。；;\\d]{0,6}(?<![\\d年])(\\d{1,2})月份?共?(受理|接到|收到|承办|转办|办理)"_s);
    for (auto match = form.globalMatch(asPlain(line.text)); match.hasNext();) {
        const auto one = match.next();
        const int later = one.captured(2).toInt() - one.captured(1).toInt();
        constexpr int farthest = 6; // 截至1月10日，12月份受理的 is of the year before
        if (later > 0 && later <= farthest)
            findings.append(line.finding(one.capturedStart(), one.capturedStart(2) - one.capturedStart(),
                                         Finding::Kind::Period, Text::tr("It is before the time that it is told of.")));
    }
}

// 现将2024年4月份热线办理情况通报如下
void checkAnnounced(const ReviewLine &line, const NamedPeriod &title, const QString &titleText,
                    QList<Finding> &findings)
{
    static const QRegularExpression form(u"现将([^。]{1,40}?)(通报|公布|公示|报告|汇报|综述)如下"_s);
    const auto match = form.match(line.text);
    if (!match.hasMatch())
        return;
    const auto period = periodIn(match.captured(1));
    if (!period || !period->contradicts(title) || namesOwnTime(match.captured(1), title))
        return;
    findings.append(line.finding(match.capturedStart(1) + period->start, period->length, Finding::Kind::Period,
                                 Text::tr("The title says: %1.").arg(titleText)));
}

} // namespace

std::optional<NamedPeriod> periodOfTotals(const ReviewLine &line, const Mention &received)
{
    const qsizetype start = line.text.lastIndexOf(u'。', received.start) + 1;
    const auto period = periodIn(line.text, start);
    constexpr qsizetype atBeginning = 12; // 截至…, 与去年…相比 stand in front of others
    if (!period || period->start > start + atBeginning || period->start > received.start)
        return std::nullopt;
    static const QRegularExpression others(u"截至|截止|去年|上年|上月|同期|今年以来|自|从|由|与|较|比"_s);
    if (line.text.mid(start, period->start - start).contains(others))
        return std::nullopt;
    // 5月下旬以来, 6月份将处理, 4月份转办的12件
    static const QRegularExpression since(u"^.?(起|前|底|末)|^[^，。；]{0,10}以来|将|拟|计划|预计|争取|力争"_s);
    const qsizetype behind = period->start + period->length;
    if (line.text.mid(behind, received.start - behind).contains(since) || received.label.endsWith(u'的'))
        return std::nullopt;
    return period;
}

bool isTotal(const Mention &mention)
{
    static const QRegularExpression oneDay(u"单日|最高|最低|峰值"_s);
    return !mention.label.contains(oneDay) && mention.kind == Mention::Kind::Count
           && mention.role == Mention::Role::Received && mention.depth == 0 && !mention.opensParts;
}

QList<Finding> checkPeriods(const QList<ReviewLine> &lines, QList<Passed> *passed)
{
    QList<Finding> findings;
    std::optional<NamedPeriod> title;
    QString titleText;
    const ReviewLine *titleLine = nullptr;
    int agreeing = 0;              // places of the same time as the title
    constexpr int titleLines = 12; // the head of a bulletin: name, number, office, date, title
    int seen = 0;
    for (const ReviewLine &line : lines) {
        checkCutOff(line, findings);
        if (!line.text.trimmed().isEmpty())
            ++seen;
        if (!title && seen <= titleLines && isTitle(line)) {
            title = periodOfTitle(line.text);
            titleText = line.text.trimmed();
            titleLine = &line;
        }
    }
    for (const ReviewLine &line : lines) {
        checkDays(line, title ? title->year : std::nullopt, findings);
        findings += checkMeans(line, title, passed);
        if (!title)
            continue;
        if (isHeading(line)) {
            const auto period = periodIn(line.text);
            if (period && period->contradicts(*title)) {
                Finding finding = line.finding(period->start, period->length, Finding::Kind::Period,
                                               Text::tr("The title says: %1.").arg(titleText));
                findings.append(finding);
            } else if (period && &line != titleLine) {
                ++agreeing;
            }
            continue;
        }
        checkAnnounced(line, *title, titleText, findings);
        QSet<qsizetype> told;
        for (const Mention &mention : line.mentions) {
            if (!isTotal(mention))
                continue;
            const auto period = periodOfTotals(line, mention);
            if (period && !period->contradicts(*title))
                ++agreeing;
            if (!period || !period->contradicts(*title) || told.contains(period->start))
                continue;
            const qsizetype sentence = line.text.lastIndexOf(u'。', mention.start) + 1;
            const qsizetype stop = line.text.indexOf(u'。', mention.start);
            if (namesOwnTime(line.text.mid(sentence, stop < 0 ? -1 : stop - sentence), *title))
                continue;
            told.insert(period->start);
            findings.append(line.finding(period->start, period->length, Finding::Kind::Period,
                                         Text::tr("The title says: %1.").arg(titleText)));
        }
    }
    if (passed && agreeing > 0)
        titleLine->pass(passed, Text::tr("Title and text tell of the same time: %1").arg(titleText));
    return findings;
}

} // namespace huiyin
