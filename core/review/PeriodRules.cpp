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

// A period as a title or a sentence names it. Months 1 to 12; a year may be left out.
struct NamedPeriod
{
    std::optional<int> year{};
    int firstMonth = 1;
    int lastMonth = 12;
    std::optional<int> firstDay{}; // when days are named
    std::optional<int> lastDay{};
    bool isAcrossYears = false; // then only its months are told
    qsizetype start = 0;
    qsizetype length = 0;

    [[nodiscard]] bool isWholeYear() const { return firstMonth == 1 && lastMonth == 12 && !firstDay; }

    [[nodiscard]] bool contradicts(const NamedPeriod &other) const
    {
        if (isAcrossYears || other.isAcrossYears)
            return false;
        if (year && other.year && *year != *other.year)
            return true;
        constexpr int latest = 31;
        const auto first = [](const NamedPeriod &one) { return one.firstMonth * 100 + one.firstDay.value_or(1); };
        const auto last = [latest](const NamedPeriod &one) {
            return one.lastMonth * 100 + one.lastDay.value_or(latest);
        };
        return first(*this) > last(other) || first(other) > last(*this);
    }

    // nullopt where days are named.
    [[nodiscard]] std::optional<int> months() const
    {
        return firstDay || isAcrossYears ? std::nullopt : std::optional(lastMonth - firstMonth + 1);
    }

    // The days of it in its year or, where it names none, in another; nullopt when neither is known.
    [[nodiscard]] std::optional<int> days(std::optional<int> inYear) const
    {
        const auto own = year ? year : inYear;
        constexpr int february = 2;
        const bool isAlwaysSame =
            firstMonth > february || lastMonth < february || (lastMonth == february && lastDay && *lastDay < 28);
        if (isAcrossYears || (!own && !isAlwaysSame))
            return std::nullopt;
        constexpr int anyYear = 2023;
        const int inIt = own.value_or(anyYear);
        const QDate first(inIt, firstMonth, firstDay.value_or(1));
        const QDate last(inIt, lastMonth, lastDay.value_or(QDate(inIt, lastMonth, 1).daysInMonth()));
        return first.isValid() && last.isValid() && first <= last
                   ? std::optional(static_cast<int>(first.daysTo(last)) + 1)
                   : std::nullopt;
    }
};

// 十一 is 11; 0 when it is no number of a month.
int monthOf(const QString &text)
{
    static const QStringList names{u"一"_s, u"二"_s, u"三"_s, u"四"_s, u"五"_s,   u"六"_s,
                                   u"七"_s, u"八"_s, u"九"_s, u"十"_s, u"十一"_s, u"十二"_s};
    const qsizetype chinese = names.indexOf(text);
    return chinese >= 0 ? static_cast<int>(chinese) + 1 : text.toInt();
}

int quarterOf(const QString &text)
{
    static const QString digits = u"一二三四"_s;
    const qsizetype chinese = digits.indexOf(text);
    return chinese >= 0 ? static_cast<int>(chinese) + 1 : text.toInt();
}

// The first period named in a text from a place on.
std::optional<NamedPeriod> periodIn(const QString &raw, qsizetype from = 0)
{
    const QString text = asPlain(raw);
    static const QRegularExpression days(
        u"(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日(?:至|到|-|—|－|~)(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日"_s);
    static const QRegularExpression months(u"(?:(\\d{4})年)?(\\d{1,2})月?(?:至|到|-|—|－|~)(\\d{1,2})月"_s);
    static const QRegularExpression month(
        u"(?:(\\d{4})年)?(?<![\\d一二三四五六七八九十])(\\d{1,2}|十[一二]?|[一二三四五六七八九])月(?!\\d{1,2}日)"_s);
    static const QRegularExpression quarter(u"(?:(\\d{4})年)?第?([一二三四1-4])季度"_s);
    static const QRegularExpression half(u"(?:(\\d{4})年)?(上|下)半年"_s);
    static const QRegularExpression year(u"(\\d{4})年(?!\\d{1,2}月|第|[一二三四1-4]季度|[上下]半年)"_s);
    const auto yearOf = [](const QRegularExpressionMatch &match) {
        return match.capturedLength(1) > 0 ? std::optional(match.captured(1).toInt()) : std::nullopt;
    };
    std::optional<NamedPeriod> best;
    const auto offer = [&best](const QRegularExpressionMatch &match, NamedPeriod period) {
        period.start = match.capturedStart();
        period.length = match.capturedLength();
        if (period.firstMonth < 1 || period.lastMonth > 12 || period.firstMonth > period.lastMonth)
            return;
        if (!best || period.start < best->start || (period.start == best->start && period.length > best->length))
            best = period;
    };
    if (const auto match = days.match(text, from); match.hasMatch()) {
        const int firstMonth = match.captured(2).toInt();
        NamedPeriod period{.year = yearOf(match),
                           .firstMonth = firstMonth,
                           .lastMonth = match.capturedLength(5) > 0 ? match.captured(5).toInt() : firstMonth,
                           .firstDay = match.captured(3).toInt(),
                           .lastDay = match.captured(6).toInt()};
        const bool otherYear = period.year && match.capturedLength(4) > 0 && match.captured(4).toInt() != *period.year;
        if (otherYear || period.firstMonth > period.lastMonth) // 12月26日至1月25日
            period = {.isAcrossYears = true};
        offer(match, period);
    }
    if (const auto match = months.match(text, from); match.hasMatch()) {
        offer(match,
              {.year = yearOf(match), .firstMonth = match.captured(2).toInt(), .lastMonth = match.captured(3).toInt()});
    }
    if (const auto match = month.match(text, from); match.hasMatch()) {
        const int number = monthOf(match.captured(2));
        offer(match, {.year = yearOf(match), .firstMonth = number, .lastMonth = number});
    }
    if (const auto match = quarter.match(text, from); match.hasMatch()) {
        const int number = quarterOf(match.captured(2));
        offer(match, {.year = yearOf(match), .firstMonth = number * 3 - 2, .lastMonth = number * 3});
    }
    if (const auto match = half.match(text, from); match.hasMatch()) {
        const bool first = match.captured(2) == u"上";
        offer(match, {.year = yearOf(match), .firstMonth = first ? 1 : 7, .lastMonth = first ? 6 : 12});
    }
    if (const auto match = year.match(text, from); match.hasMatch())
        offer(match, {.year = yearOf(match), .firstMonth = 1, .lastMonth = 12});
    return best;
}

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

// The period that a sentence tells what was received in: it stands at its beginning.
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

void checkMean(const ReviewLine &line, const std::optional<NamedPeriod> &title, QList<Finding> &findings,
               QList<Passed> *passed)
{
    static const QRegularExpression working(u"工作日|节假日|周末|休息日"_s);
    for (const Mention &mean : line.mentions) {
        static const QRegularExpression ofTime(u"日均|每天|每日|月均|每月"_s); // 平均每名话务员 is of something else
        if (mean.kind != Mention::Kind::Count || mean.role != Mention::Role::Mean || mean.label.contains(working)
            || !mean.label.contains(ofTime) || mean.text.contains(u"万"_s))
            continue;
        const Mention *total = nullptr;
        for (const Mention &mention : line.mentions) {
            if (mention.start < mean.start && mention.sentence == mean.sentence && isTotal(mention)
                && mention.ofCalls == mean.ofCalls)
                total = &mention;
        }
        if (!total) { // 日均受理46件，共受理820件
            const auto behind = std::ranges::find_if(line.mentions, [&](const Mention &mention) {
                return mention.start > mean.start && mention.segment == mean.segment && isTotal(mention)
                       && mention.ofCalls == mean.ofCalls && mention.label.startsWith(u'共');
            });
            total = behind == line.mentions.cend() ? nullptr : &*behind;
        }
        if (!total)
            continue;
        // 全年, 假期: another time than the title's, whose days nobody has told.
        static const QRegularExpression otherTime(u"全年|今年|年初|累计|以来|半年|季度|假期|期间|节|周|旬"_s);
        const qsizetype sentence = line.text.lastIndexOf(u'。', total->start) + 1;
        const qsizetype clause = line.text.lastIndexOf(QRegularExpression(u"[，；。]"_s), total->start) + 1;
        auto period = periodIn(line.text.mid(clause, total->start - clause)); // 一季度共受理…，4月份受理…，日均…
        if (!period)
            period = periodOfTotals(line, *total);
        const QString told = line.text.mid(sentence, total->start - sentence);
        const bool isYear = title && title->isWholeYear() && told.contains(u"全年"_s);
        if (!period && !isYear && (!title || title->isWholeYear() || told.contains(otherTime) || periodIn(told)))
            continue;
        static const QRegularExpression partOf(u"月份?(第.周|[上中下]旬)"_s); // 5月第三周
        if (told.contains(partOf))
            continue;
        const NamedPeriod &of = period ? *period : *title;
        static const QRegularExpression monthly(u"月均|每月"_s);
        const bool isMonthly = mean.label.contains(monthly);
        const auto days = isMonthly ? of.months() : of.days(title ? title->year : std::nullopt);
        if (!days || (isMonthly && *days == 1)) // 10月…，11月…，12月…，月均
            continue;
        const qint64 scale = power10(mean.decimal.decimals);
        const qint64 cut = total->count.least * scale / *days;
        const qint64 rounded = (total->count.most * scale * 2 + *days) / (2 * *days);
        if (mean.decimal.mantissa >= cut && mean.decimal.mantissa <= rounded) {
            if (passed)
                line.pass(passed, (isMonthly ? Text::tr("%1 in %n month(s) are %2 a month", nullptr, *days)
                                             : Text::tr("%1 in %n day(s) are %2 a day", nullptr, *days))
                                      .arg(total->text, mean.text));
            continue;
        }
        const QString right = quotient(total->count.least, *days, mean.decimal.decimals);
        Finding finding = line.finding(mean, Finding::Kind::Balance,
                                       (isMonthly ? Text::tr("%1 in %n month(s) are %2 a month.", nullptr, *days)
                                                  : Text::tr("%1 in %n day(s) are %2 a day.", nullptr, *days))
                                           .arg(total->text, right));
        finding.expected = right;
        finding.doubtful = true; // of working days, it may be
        findings.append(finding);
    }
}

} // namespace

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
        checkMean(line, title, findings, passed);
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
