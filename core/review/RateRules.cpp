// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/ReviewLine.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>
#include <optional>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

using Role = Mention::Role;

// A rate by its name: which counts may be above the line, and which are taken off the whole instead. Where no role says
// the part, a word of its name does: 重办53件，重办率2.0%.
struct RateForm
{
    QRegularExpression name;
    QList<Role> parts;
    std::optional<Role> rest;

    QString word{};

    [[nodiscard]] bool isPart(const Mention &mention) const
    {
        return word.isEmpty() ? parts.contains(mention.role) : mention.label.contains(word);
    }
};

// What stands below the line differs from office to office (办结率 of the received, the dispatched, the valid, with or
// without those carried over), so that any count of the sentence may.
const QList<RateForm> &rateForms()
{
    static const QList<RateForm> forms{
        {QRegularExpression(u"未办结率"_s), {Role::Open}, Role::Closed},
        {QRegularExpression(u"未(按时|按期|及时|期内|限时)"_s), {Role::Overdue}, Role::ClosedOnTime},
        {QRegularExpression(u"(?<!未)接通率"_s), {}, std::nullopt, u"接通"_s},
        {QRegularExpression(u"重办率"_s), {}, std::nullopt, u"重办"_s},
        {QRegularExpression(u"退单率"_s), {}, std::nullopt, u"退单"_s},
        {QRegularExpression(u"响应率"_s), {}, std::nullopt, u"响应"_s},
        {QRegularExpression(u"属实率"_s), {}, std::nullopt, u"属实"_s},
        {QRegularExpression(u"签收率"_s), {}, std::nullopt, u"签收"_s},
        {QRegularExpression(u"(按时|按期|及时|期内|限时)"_s), {Role::ClosedOnTime, Role::Replied}, Role::Overdue},
        {QRegularExpression(u"不满意"_s), {Role::Dissatisfied}, std::nullopt},
        {QRegularExpression(u"满意"_s), {Role::Satisfied}, Role::Dissatisfied},
        {QRegularExpression(u"直办|直接|当场|即时"_s), {Role::Direct}, std::nullopt},
        {QRegularExpression(u"超期|逾期|超时"_s), {Role::Overdue}, std::nullopt},
        {QRegularExpression(u"回访"_s), {Role::FollowedUp}, std::nullopt},
        {QRegularExpression(u"解决"_s), {Role::Solved}, std::nullopt},
        {QRegularExpression(u"回复|反馈|答复"_s), {Role::Replied}, std::nullopt},
        {QRegularExpression(u"办结|结案|办理率"_s), {Role::Closed}, Role::Open}};
    return forms;
}

const RateForm *formOf(const QString &label)
{
    static const QRegularExpression other(
        u"未(?!办结率|按时|按期|及时|期内|限时)[^，]{0,4}率"_s); // 未解决率: what isn't told
    if (label.contains(other))
        return nullptr;
    const auto &forms = rateForms();
    const auto form = std::ranges::find_if(forms, [&](const RateForm &one) { return label.contains(one.name); });
    return form == forms.cend() ? nullptr : &*form;
}

// What the called back said, good or bad; not 满意率.
bool isGrade(const Mention &mention)
{
    static const QRegularExpression words(u"满意(?!率)|一般"_s);
    return mention.kind == Mention::Kind::Count && mention.label.contains(words);
}

bool isGood(const Mention &mention)
{
    static const QRegularExpression bad(u"不(太|很)?满意|一般"_s);
    return isGrade(mention) && !mention.label.contains(bad);
}

bool mayBeBase(const Mention &mention)
{
    return mention.kind == Mention::Kind::Count && !mention.isChange() && mention.role != Role::Mean
           && mention.role != Role::Before;
}

PrintedCount operator-(PrintedCount a, PrintedCount b)
{
    return {std::max<qint64>(a.least - b.most, 0), std::max<qint64>(a.most - b.least, 0)};
}

bool isTooMuch(const Mention &rate)
{
    return rate.decimal.mantissa > 100 * power10(rate.decimal.decimals);
}

// One rate of a sentence against the counts of the sentence.
class RateCheck
{
public:
    RateCheck(const ReviewLine &line, const Mention &rate, const RateForm &form)
        : m_line(line)
        , m_rate(rate)
        , m_isSatisfaction(form.parts.contains(Role::Satisfied))
    {
        for (const Mention &mention : line.mentions) {
            if (mention.start > rate.start || mention.sentence != rate.sentence || !mayBeBase(mention))
                continue;
            if (form.isPart(mention))
                m_parts.append(&mention);
            else if (form.rest == mention.role)
                m_rest.append(&mention);
            if (mention.role == Role::Direct)
                m_direct = &mention;
            if (isTakenOff(mention))
                m_takenOff.append(&mention);
            m_bases.append(&mention);
        }
        // A局承办…件，办结…件，办结率…；B局…: where its own clause tells both, the part is there.
        const auto own = [&](const Mention *mention) { return mention->segment == rate.segment; };
        const auto isWhole = [&](const Mention *mention) { return own(mention) && !m_parts.contains(mention); };
        if (std::ranges::any_of(m_parts, own) && std::ranges::any_of(m_bases, isWhole))
            m_parts.removeIf([&](const Mention *mention) { return !own(mention); });
    }

    [[nodiscard]] std::optional<Finding> finding() const
    {
        if (isTooMuch(m_rate)) {
            return m_line.finding(m_rate, Finding::Kind::Percentage,
                                  Text::tr("No rate of this kind is more than 100%."));
        }
        if (m_bases.isEmpty() || isGiven())
            return std::nullopt;
        return m_parts.isEmpty() ? impossible() : wrong();
    }

    // Do counts of the sentence give it?
    [[nodiscard]] bool isGiven() const
    {
        const QList<Whole> all = wholes();
        const QList<PrintedCount> more = sums();
        return std::ranges::any_of(all, [&](const Whole &whole) {
            const auto fits = [&](PrintedCount part) {
                return part.least <= whole.count.most && isPercentageOf(part, whole.count, m_rate.decimal);
            };
            // Nothing is a part of itself: 转派412件，办结401件，办结率100%.
            const auto isOfIt = [&](const Mention *part) {
                return part != whole.mention
                       && (fits(part->count) || (m_direct && m_direct != part && fits(part->count + m_direct->count)));
            };
            return std::ranges::any_of(m_parts, isOfIt)
                   || std::ranges::any_of(more, [&](PrintedCount sum) { return !whole.isPart && fits(sum); })
                   || std::ranges::any_of(m_rest, [&](const Mention *rest) { return fits(whole.count - rest->count); });
        });
    }

private:
    struct Whole
    {
        PrintedCount count{};
        const Mention *mention = nullptr; // that it is, alone
        bool isPart = false;              // of those above the line
    };

    // Wholes: each count, and two of which one was carried over, answered at once or, the other way, taken off; of grades
    // those that were given.
    [[nodiscard]] QList<Whole> wholes() const
    {
        QList<Whole> all;
        for (const Mention *base : m_bases) {
            all.append({.count = base->count, .mention = base, .isPart = m_parts.contains(base)});
            for (const Mention *other : m_bases) {
                if (other == base)
                    continue;
                if (other->role == Role::CarriedOver || other == m_direct)
                    all.append({.count = base->count + other->count});
                else if (m_takenOff.contains(other))
                    all.append({.count = base->count - other->count});
            }
        }
        if (const auto graded = sumOf(isGrade); m_isSatisfaction && graded)
            all.append({.count = *graded});
        return all;
    }

    // Above the line: 满意 and 基本满意 together, several counts of the part's kind together.
    [[nodiscard]] QList<PrintedCount> sums() const
    {
        QList<PrintedCount> all;
        if (const auto good = sumOf(isGood); m_isSatisfaction && good)
            all.append(*good);
        if (m_parts.size() > 1) {
            PrintedCount together;
            for (const Mention *part : m_parts)
                together = together + part->count;
            all.append(together);
        }
        return all;
    }

    // nullopt: fewer than two of them.
    [[nodiscard]] std::optional<PrintedCount> sumOf(bool (*isOne)(const Mention &)) const
    {
        PrintedCount sum;
        int found = 0;
        for (const Mention *base : m_bases) {
            if (!isOne(*base))
                continue;
            sum = sum + base->count;
            ++found;
        }
        return found > 1 ? std::optional(sum) : std::nullopt;
    }

    [[nodiscard]] std::optional<Finding> wrong() const
    {
        const Mention *part = m_parts.last();
        // What was received before a part of it: 转派412件，办结401件，超期12件.
        const Mention *whole = nullptr;
        for (const Mention *base : m_bases) {
            const bool mayBe = base != part && base->start < part->start && base->count.most >= part->count.least
                               && base->depth <= part->depth && !isTakenOff(*base) && !m_parts.contains(base);
            const bool isBetter = !whole || base->role == Role::Received || base->role == Role::FollowedUp
                                  || (whole->role != Role::Received && whole->role != Role::FollowedUp);
            if (mayBe && isBetter)
                whole = base;
        }
        if (!whole)
            return std::nullopt;
        Finding finding = m_line.finding(
            m_rate, Finding::Kind::Percentage,
            Text::tr("%1 of %2 is %3.")
                .arg(part->text, whole->text, percentageLike(part->count, whole->count, m_rate.decimal)));
        finding.expected = percentageLike(part->count, whole->count, m_rate.decimal);
        // A part that stands far from its rate may be of something else; a rate of what had come due, too.
        static const QRegularExpression due(u"到期|期限|应办|应当办"_s);
        finding.doubtful = part->segment != m_rate.segment || m_bases.size() > 6 || m_line.text.contains(due);
        return finding;
    }

    // Of those called back or come due there may be fewer than the sentence tells.
    [[nodiscard]] bool isPossibleOf(const Mention &base) const
    {
        constexpr qint64 always = 10'000; // of so many there is one for any two decimals
        if (!base.count.isExact() || base.count.least >= always)
            return true;
        for (qint64 whole = base.count.least; whole > 0; --whole) {
            if (isPossiblePercentage({whole, whole}, m_rate.decimal))
                return true;
        }
        return false;
    }

    [[nodiscard]] std::optional<Finding> impossible() const
    {
        QList<const Mention *> near; // what another clause tells is of something else
        std::ranges::copy_if(m_bases, std::back_inserter(near),
                             [this](const Mention *base) { return base->segment == m_rate.segment; });
        if (near.isEmpty() || std::ranges::any_of(near, [this](const Mention *base) { return isPossibleOf(*base); }))
            return std::nullopt;
        Finding finding = m_line.finding(m_rate, Finding::Kind::ImpossiblePercentage,
                                         Text::tr("No whole number of %1 is %2.").arg(near.first()->text, m_rate.text));
        finding.doubtful = m_bases.size() > 1;
        return finding;
    }

    const ReviewLine &m_line;
    const Mention &m_rate;
    bool m_isSatisfaction;
    QList<const Mention *> m_parts;
    QList<const Mention *> m_rest;
    QList<const Mention *> m_bases;
    QList<const Mention *> m_takenOff;
    const Mention *m_direct = nullptr;
};

bool hasPartBetween(const ReviewLine &line, const RateForm &form, const Mention &one, const Mention &other)
{
    const auto [first, last] = std::minmax(one.start, other.start);
    return std::ranges::any_of(line.mentions, [&](const Mention &mention) {
        return mention.start > first && mention.start < last && mayBeBase(mention) && form.isPart(mention);
    });
}

// 满意率95.88%，不满意率5.12%
void checkTogether(const ReviewLine &line, QList<Finding> &findings)
{
    for (qsizetype i = 1; i < line.mentions.size(); ++i) {
        const Mention &good = line.mentions[i - 1];
        const Mention &bad = line.mentions[i];
        const bool areRates = good.kind == Mention::Kind::Percentage && bad.kind == good.kind
                              && good.segment == bad.segment && bad.label == u"不满意率" && good.label == u"满意率";
        const int decimals = std::max(good.decimal.decimals, bad.decimal.decimals);
        const qint64 sum = scaled(good.decimal, decimals) + scaled(bad.decimal, decimals);
        const qint64 slack = power10(decimals - std::min(good.decimal.decimals, bad.decimal.decimals));
        if (areRates && sum > 100 * power10(decimals) + slack) // both rounded up
            findings.append(line.finding(bad, Finding::Kind::Percentage,
                                         Text::tr("%1 and %2 are more than 100%.").arg(good.text, bad.text)));
    }
}

// 全部办结，办结率99.3%
void checkAllClosed(const ReviewLine &line, const Mention &rate, QList<Finding> &findings)
{
    static const QRegularExpression all(u"(?<!未)(?<!未能)(?<!没有)(全部|均已?|已全部)(按时)?办结$"_s);
    const qsizetype from = std::max<qsizetype>(0, line.text.lastIndexOf(u'，', rate.start));
    if (rate.label == u"办结率" && line.text.first(from).contains(all)
        && rate.decimal.mantissa < 100 * power10(rate.decimal.decimals)) {
        Finding finding = line.finding(rate, Finding::Kind::Percentage, Text::tr("All are closed, and this is less."));
        finding.doubtful = true; // another 办结率 may be meant
        findings.append(finding);
    }
}

// 办结率100%，其中2件正在办理
void checkSomeOpen(const ReviewLine &line, const Mention &rate, QList<Finding> &findings)
{
    if (rate.label != u"办结率" || rate.decimal.mantissa != 100 * power10(rate.decimal.decimals))
        return;
    const auto open = std::ranges::find_if(line.mentions, [&](const Mention &mention) {
        return mention.start > rate.start && mention.segment == rate.segment && mention.isCount()
               && mention.role == Role::Open && mention.count.least > 0;
    });
    if (open == line.mentions.cend())
        return;
    const auto rounded = [&](const Mention &whole) {
        return whole.start < rate.start && whole.sentence == rate.sentence && mayBeBase(whole)
               && isPercentageOf(whole.count - open->count, whole.count, rate.decimal);
    };
    if (std::ranges::any_of(line.mentions, rounded))
        return;
    Finding finding =
        line.finding(rate, Finding::Kind::Percentage, Text::tr("%1 are open, and this is all.").arg(open->text));
    finding.doubtful = true; // those may not be due
    findings.append(finding);
}

} // namespace

QList<Finding> checkRates(const ReviewLine &line, QList<Passed> *passed)
{
    QList<Finding> findings;
    for (const Mention &rate : line.mentions) {
        if (rate.kind != Mention::Kind::Percentage || rate.role != Role::Rate)
            continue;
        const RateForm *form = formOf(rate.label);
        if (!form)
            continue;
        const RateCheck check(line, rate, *form);
        // 对热线服务满意率99.3%，对办理结果满意率95.9%: one of them is of the counts, which stand before both.
        const auto otherFits = [&] {
            return std::ranges::any_of(line.mentions, [&](const Mention &other) {
                return &other != &rate && other.sentence == rate.sentence && other.kind == Mention::Kind::Percentage
                       && other.role == Role::Rate && formOf(other.label) == form
                       && !hasPartBetween(line, *form, other, rate) && RateCheck(line, other, *form).isGiven();
            });
        };
        const auto finding = check.finding();
        if (finding && (finding->kind != Finding::Kind::Percentage || isTooMuch(rate) || !otherFits()))
            findings.append(*finding);
        else if (passed && check.isGiven())
            line.pass(passed, Text::tr("%1 agrees with its counts").arg(QString(rate.label + rate.text)));
        checkAllClosed(line, rate, findings);
        checkSomeOpen(line, rate, findings);
    }
    checkTogether(line, findings);
    return findings;
}

} // namespace huiyin
