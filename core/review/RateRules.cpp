// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/ReviewLine.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

using Role = Mention::Role;

// A rate by its name: which counts may be above the line, and which are taken off the whole instead.
struct RateForm
{
    QRegularExpression name;
    QList<Role> parts;
    std::optional<Role> rest;
};

// What stands below the line differs from office to office (办结率 of the received, the dispatched, the valid, with or
// without those carried over), so that any count of the sentence may.
const QList<RateForm> &rateForms()
{
    static const QList<RateForm> forms{
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
    const auto &forms = rateForms();
    const auto form = std::ranges::find_if(forms, [&](const RateForm &one) { return label.contains(one.name); });
    return form == forms.cend() ? nullptr : &*form;
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

// One rate of a sentence against the counts of the sentence.
class RateCheck
{
public:
    RateCheck(const ReviewLine &line, const Mention &rate, const RateForm &form)
        : m_line(line)
        , m_rate(rate)
    {
        for (const Mention &mention : line.mentions) {
            if (mention.start > rate.start || mention.sentence != rate.sentence || !mayBeBase(mention))
                continue;
            if (form.parts.contains(mention.role))
                m_parts.append(&mention);
            else if (form.rest == mention.role)
                m_rest.append(&mention);
            if (mention.role == Role::Direct)
                m_direct = &mention;
            m_bases.append(&mention);
        }
    }

    [[nodiscard]] std::optional<Finding> finding() const
    {
        if (m_rate.decimal.mantissa > 100 * power10(m_rate.decimal.decimals)) {
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
        const QList<PrintedCount> all = wholes();
        return std::ranges::any_of(all, [this](PrintedCount whole) {
            const auto fits = [&](PrintedCount part) {
                return part.least <= whole.most && isPercentageOf(part, whole, m_rate.decimal);
            };
            return std::ranges::any_of(m_parts,
                                       [&](const Mention *part) {
                                           return fits(part->count)
                                                  || (m_direct && m_direct != part
                                                      && fits(part->count + m_direct->count));
                                       })
                   || std::ranges::any_of(m_rest, [&](const Mention *rest) { return fits(whole - rest->count); });
        });
    }

private:
    // Wholes: each count, and two of which one was carried over.
    [[nodiscard]] QList<PrintedCount> wholes() const
    {
        QList<PrintedCount> all;
        for (const Mention *base : m_bases) {
            all.append(base->count);
            for (const Mention *other : m_bases) {
                if (other->role == Role::CarriedOver && other != base)
                    all.append(base->count + other->count);
            }
        }
        return all;
    }

    [[nodiscard]] std::optional<Finding> wrong() const
    {
        const Mention *part = m_parts.last();
        const Mention *whole = nullptr;
        for (const Mention *base : m_bases) {
            if (base != part && base->start < part->start && base->count.most >= part->count.least
                && base->depth <= part->depth)
                whole = base;
        }
        if (!whole)
            return std::nullopt;
        Finding finding = m_line.finding(
            m_rate, Finding::Kind::Percentage,
            Text::tr("%1 of %2 is %3.")
                .arg(part->text, whole->text, percentageLike(part->count, whole->count, m_rate.decimal)));
        finding.expected = percentageLike(part->count, whole->count, m_rate.decimal);
        // A part that stands far from its rate may be of something else.
        finding.doubtful = part->segment != m_rate.segment || m_bases.size() > 6;
        return finding;
    }

    [[nodiscard]] std::optional<Finding> impossible() const
    {
        if (std::ranges::any_of(m_bases, [this](const Mention *base) {
                return !base->count.isExact() || isPossiblePercentage(base->count, m_rate.decimal);
            }))
            return std::nullopt;
        Finding finding =
            m_line.finding(m_rate, Finding::Kind::ImpossiblePercentage,
                           Text::tr("No whole number of %1 is %2.").arg(m_bases.last()->text, m_rate.text));
        finding.doubtful = m_bases.size() > 1;
        return finding;
    }

    const ReviewLine &m_line;
    const Mention &m_rate;
    QList<const Mention *> m_parts;
    QList<const Mention *> m_rest;
    QList<const Mention *> m_bases;
    const Mention *m_direct = nullptr;
};

// What closed and open are of: counts before them in the sentence, the nearest first.
QList<const Mention *> wholesBefore(const ReviewLine &line, const Mention &closed)
{
    QList<const Mention *> wholes;
    for (auto mention = line.mentions.crbegin(); mention != line.mentions.crend(); ++mention) {
        const bool role = mention->role == Role::Received || mention->role == Role::Item;
        if (mention->start < closed.start && mention->sentence == closed.sentence && mention->isCount() && role
            && mention->depth <= closed.depth)
            wholes.append(&*mention);
    }
    return wholes;
}

// With those carried over or answered at once among them it is no plain sum.
QString balanceText(const QList<const Mention *> &wholes, const Mention &closed, const Mention &open)
{
    const auto whole = std::ranges::find_if(
        wholes, [&](const Mention *one) { return mayBeSame(one->count, closed.count + open.count); });
    return (whole != wholes.cend() ? Text::tr("%1 = %2 closed + %3 open") : Text::tr("%1, %2 closed and %3 open agree"))
        .arg(whole != wholes.cend() ? (*whole)->text : wholes.first()->text, closed.text, open.text);
}

} // namespace

QList<Finding> checkBalance(const ReviewLine &line, QList<Passed> *passed)
{
    QList<Finding> findings;
    for (const Mention &closed : line.mentions) {
        if (!closed.isCount() || closed.role != Role::Closed)
            continue;
        const auto open = std::ranges::find_if(line.mentions, [&](const Mention &mention) {
            return mention.start > closed.start && mention.segment == closed.segment && mention.isCount()
                   && mention.role == Role::Open;
        });
        const auto nextClosed = std::ranges::find_if(line.mentions, [&](const Mention &mention) {
            return mention.start > closed.start && mention.role == Role::Closed && mention.isCount();
        });
        const QList<const Mention *> wholes = wholesBefore(line, closed);
        if (wholes.isEmpty())
            continue;
        const Mention &whole = *wholes.first();
        if (open == line.mentions.cend() || (nextClosed != line.mentions.cend() && nextClosed->start < open->start)) {
            const bool tooMany =
                std::ranges::all_of(wholes, [&](const Mention *one) { return closed.count.least > one->count.most; });
            if (!tooMany)
                continue;
            Finding finding =
                line.finding(closed, Finding::Kind::Balance,
                             Text::tr("More closed than received: %1 of %2.").arg(closed.text, whole.text));
            finding.doubtful = true; // those of the period before may be among them
            findings.append(finding);
            continue;
        }
        const PrintedCount sum = closed.count + open->count;
        // Superior totals, carried over ones and those answered at once may be counted in.
        QList<PrintedCount> more{PrintedCount{}};
        for (const Mention &mention : line.mentions) {
            if (mention.sentence == closed.sentence && mention.start < open->start && mention.isCount()
                && (mention.role == Role::CarriedOver || mention.role == Role::Direct || mention.role == Role::Overdue))
                more.append(mention.count);
        }
        for (const Mention &mention : line.mentions) {
            if (mention.segment == closed.segment && mention.start > open->start && mention.isCount()
                && (mention.role == Role::Overdue || mention.role == Role::Open))
                more.append(PrintedCount{-mention.count.most, -mention.count.least});
        }
        const bool balanced = std::ranges::any_of(wholes, [&](const Mention *one) {
            return std::ranges::any_of(more, [&](PrintedCount extra) {
                return mayBeSame(one->count + extra, sum) || mayBeSame(one->count, sum + extra);
            });
        });
        if (balanced) {
            if (passed)
                line.pass(passed, balanceText(wholes, closed, *open));
            continue;
        }
        const QString right = printedLike(sum, closed.decimal);
        Finding finding = line.finding(
            whole, Finding::Kind::Balance,
            Text::tr("%1 closed and %2 open make %3, not %4.").arg(closed.text, open->text, right, whole.text));
        finding.expected = right;
        findings.append(finding);
    }
    // 全部办结，还有1件正在办理
    static const QRegularExpression contradiction(
        u"(已?全部办结|均已办结)[^。；;]{0,12}?(还有|尚有|仍有)?\\d+件(次)?(正在办理|在办|未办结)"_s);
    auto match = contradiction.globalMatch(line.text);
    while (match.hasNext()) {
        const auto one = match.next();
        findings.append(line.finding(one.capturedStart(), one.capturedLength(), Finding::Kind::Balance,
                                     Text::tr("All are closed, and some are open.")));
    }
    return findings;
}

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
        if (const auto finding = check.finding())
            findings.append(*finding);
        else if (passed && check.isGiven())
            line.pass(passed, Text::tr("%1 agrees with its counts").arg(QString(rate.label + rate.text)));
    }
    return findings;
}

} // namespace huiyin
