// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/GradeRule.h"

#include "bulletin/Composer.h"
#include "domain/Json.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

const QString none = u"—"_s;

Ratio rateIn(const BulletinRow &row, const QString &name)
{
    const auto found = row.words.constFind(name);
    if (found == row.words.cend() || !found->ratio || !found->missing.isEmpty())
        throw LayoutError(u"grade: "_s + name);
    return *found->ratio;
}

} // namespace

QString usualRateName(const QString &rate)
{
    static const QHash<QString, QString> names{
        {u"closure_rate"_s, u"办结率"_s},      {u"on_time_rate"_s, u"按时办结率"_s},
        {u"satisfaction_rate"_s, u"满意率"_s}, {u"solved_rate"_s, u"解决率"_s},
        {u"redo_rate"_s, u"重办率"_s},         {u"return_rate"_s, u"退单率"_s},
        {u"extension_rate"_s, u"延期率"_s},    {u"follow_up_rate"_s, u"回访率"_s},
        {u"reached_rate"_s, u"回访接通率"_s},  {u"direct_rate"_s, u"直接解答率"_s},
        {u"timely_rate"_s, u"及时回复率"_s}};
    return names.value(rate);
}

GradeRule::GradeRule(const QJsonObject &grade, const QList<RateDefinition> &rates)
    : m_count(grade[u"count"].toString(u"dispatched"_s))
    , m_least(grade[u"least"].toInteger())
{
    for (const RateDefinition &rate : rates)
        m_names.insert(rate.key, rate.name);
    const QJsonArray bands = grade[u"bands"].toArray();
    for (const auto &entry : bands) {
        const QJsonObject object = entry.toObject();
        Band band{.grade = object[u"grade"].toString()};
        for (const QString &side : {u"from"_s, u"to"_s}) {
            const QJsonObject thresholds = object[side].toObject();
            for (auto it = thresholds.begin(); it != thresholds.end(); ++it) {
                const double percentage = it.value().toDouble(-1);
                if (percentage < 0 || percentage > 100)
                    throw LayoutError(u"grade: "_s + it.key());
                band.thresholds.append({.rate = it.key(),
                                        .hundredths = qRound64(percentage * 100),
                                        .text = QString::number(percentage) + u'%',
                                        .isMost = side == u"to"});
            }
        }
        m_bands.append(band);
    }
}

bool GradeRule::hasTooFew(const BulletinRow &row) const
{
    const auto count = row.words.value(m_count).count;
    if (!count)
        throw LayoutError(u"grade: "_s + m_count);
    return *count < m_least;
}

// Compared as whole numbers: 97.995% is not 98%, however it is printed.
bool GradeRule::isKept(const Threshold &threshold, const BulletinRow &row)
{
    const Ratio rate = rateIn(row, threshold.rate);
    if (rate.denominator == 0)
        return true;
    const qint64 own = rate.numerator * 10'000;
    const qint64 wanted = threshold.hundredths * rate.denominator;
    return threshold.isMost ? own <= wanted : own >= wanted;
}

QString GradeRule::nameOf(const QString &rate) const
{
    return m_names.value(rate, usualRateName(rate));
}

bool GradeRule::isLowWanted(const QString &rate) const
{
    bool isMost = false;
    for (const Band &band : m_bands) {
        for (const Threshold &threshold : band.thresholds) {
            if (threshold.rate != rate)
                continue;
            if (!threshold.isMost)
                return false;
            isMost = true;
        }
    }
    return isMost;
}

// With as many decimals as it takes to be seen on its side: 80.59% is below 80.6%, and 80.6% would not be.
QString GradeRule::printedBeside(const Threshold &missed, Ratio rate, PercentStyle style)
{
    constexpr int most = 6;
    const auto isSeen = [&missed, &rate](const PercentStyle &as) {
        qint64 wanted = missed.hundredths;
        for (int i = 0; i < as.decimals; ++i)
            wanted *= 10;
        const qint64 printed = percentUnits(rate, as) * 100;
        return missed.isMost ? printed > wanted : printed < wanted;
    };
    while (!isSeen(style) && style.decimals < most)
        ++style.decimals;
    return percent(rate, style);
}

QString GradeRule::reason(const Band &missed, const BulletinRow &row, const Wording &wording) const
{
    QStringList reasons;
    for (const Threshold &threshold : missed.thresholds) {
        if (isKept(threshold, row))
            continue;
        reasons.append(u"%1%2，%3%4档的%5"_s.arg(
            nameOf(threshold.rate), printedBeside(threshold, rateIn(row, threshold.rate), wording.style()),
            threshold.isMost ? u"高于"_s : u"低于"_s, missed.grade, threshold.text));
    }
    return reasons.join(u'；');
}

void GradeRule::judge(QList<BulletinRow> &rows, const Wording &wording) const
{
    for (BulletinRow &row : rows) {
        QString grade = none;
        QString why = u"件数不足%1%2，不分档"_s.arg(m_least).arg(wording.block().unit);
        if (!hasTooFew(row)) {
            const auto own = std::ranges::find_if(m_bands, [&row](const Band &band) {
                return std::ranges::all_of(band.thresholds,
                                           [&row](const Threshold &threshold) { return isKept(threshold, row); });
            });
            grade = own == m_bands.end() ? none : own->grade;
            why = own == m_bands.begin() ? QString() : reason(*std::prev(own), row, wording);
            row.grade = own - m_bands.begin();
        } else {
            row.grade = m_bands.size();
        }
        row.words.insert(u"grade"_s, word(grade));
        row.words.insert(u"grade_reason"_s, word(why));
    }
}

void GradeRule::rank(QList<BulletinRow> &rows, const QString &rate, bool leastFirst) const
{
    const bool isLowBetter = leastFirst || isLowWanted(rate);
    const auto isRanked = [&](const BulletinRow &row) { return rateIn(row, rate).denominator > 0 && !hasTooFew(row); };
    for (qsizetype i = 0; i < rows.size(); ++i) {
        QString place = none;
        if (isRanked(rows[i])) {
            const Ratio own = rateIn(rows[i], rate);
            const auto better = std::ranges::count_if(rows, [&](const BulletinRow &other) {
                const Ratio theirs = rateIn(other, rate);
                const qint64 more = theirs.numerator * own.denominator - own.numerator * theirs.denominator;
                return isRanked(other) && (isLowBetter ? more < 0 : more > 0);
            });
            place = QString::number(better + 1);
        }
        rows[i].words.insert(u"rank"_s, word(place));
    }
}

QList<BulletinRow> GradeRule::bandRows(const QList<BulletinRow> &judged) const
{
    QList<BulletinRow> rows;
    for (qsizetype i = 0; i < m_bands.size(); ++i) {
        QStringList units;
        for (const BulletinRow &row : judged) {
            if (row.grade == i)
                units.append(row.name);
        }
        QStringList rule;
        for (const Threshold &one : m_bands[i].thresholds)
            rule.append(QString(nameOf(one.rate) + (one.isMost ? u"不高于"_s : u"不低于"_s) + one.text));
        const QString &name = m_bands[i].grade;
        rows.append({.id = i + 1,
                     .name = name,
                     .place = i,
                     .words = {{u"name"_s, word(name)},
                               {u"count"_s, word(units.size())},
                               {u"units"_s, word(units.join(u'、'))},
                               {u"rule"_s, word(rule.isEmpty() ? u"其余单位"_s : rule.join(u'、'))}}});
    }
    return rows;
}

WordingScope GradeRule::words(const QList<BulletinRow> &judged) const
{
    const auto graded = std::ranges::count_if(judged, [this](const BulletinRow &row) { return !hasTooFew(row); });
    return {
        {u"graded"_s, word(graded)}, {u"ungraded"_s, word(judged.size() - graded)}, {u"grade_least"_s, word(m_least)}};
}

void gradeRows(QList<BulletinRow> &rows, const QJsonObject &block, const QJsonObject &ofLayout,
               const QList<RateDefinition> &rates, const Wording &wording)
{
    const QJsonObject grade = block.contains(u"grade") ? block[u"grade"].toObject() : ofLayout;
    const QStringList wanted = stringList(block[u"of_grades"]);
    if (!grade.isEmpty())
        GradeRule(grade, rates).judge(rows, wording);
    else if (!wanted.isEmpty())
        throw LayoutError(u"of_grades: "_s + wanted.join(u", "_s));
    if (!wanted.isEmpty())
        rows.removeIf([&wanted](const BulletinRow &row) { return !wanted.contains(row.words.value(u"grade"_s).text); });
}

} // namespace huiyin
