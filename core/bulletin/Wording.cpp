// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/Wording.h"

#include "bulletin/Composer.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace huiyin {

WordingValue word(const QString &text)
{
    return {.text = text};
}

WordingValue word(qint64 count, std::optional<FigureKey> figure)
{
    return {.count = count, .figure = figure};
}

WordingValue word(Ratio ratio, std::optional<FigureKey> figure)
{
    return {.ratio = ratio, .figure = figure};
}

WordingValue word(const WordingChange &change, std::optional<FigureKey> figure)
{
    return {.change = change, .figure = figure};
}

WordingValue word(const QList<BulletinSpan> &spans)
{
    return {.spans = spans, .isList = true};
}

QString Wording::format(const WordingValue &value, const QString &how, Place place) const
{
    if (value.count) {
        const bool inWan = how == u"wan" && *value.count >= 10'000;
        return inWan ? inTenThousands(*value.count) : QString::number(*value.count);
    }
    if (value.ratio)
        return format(*value.ratio, value.shareUnits, how, place);
    if (value.change)
        return format(*value.change, how);
    return value.text;
}

// 4.37万; without zeros at its end, where percentages have none, 4.3万 and 4万.
QString Wording::inTenThousands(qint64 count) const
{
    QString text = quotient(count, 10'000, m_style.wanDecimals, style().rounding);
    while (style().dropZeros && text.contains(u'.') && (text.endsWith(u'0') || text.endsWith(u'.')))
        text.chop(1);
    return text + u'万';
}

bool Wording::printsNothingOf(const QString &sentence, const WordingScopes &scopes) const
{
    static const QRegularExpression placeholder(u"\\{[^}]*\\}"_s);
    auto match = placeholder.globalMatch(sentence);
    while (match.hasNext()) {
        if (BulletinParagraph{.spans = expand(match.next().captured(), scopes)}.text().isEmpty())
            return true;
    }
    return false;
}

QString Wording::format(Ratio ratio, std::optional<qint64> shareUnits, const QString &how, Place place) const
{
    PercentStyle style = m_style.percent;
    if (place == Place::Sentence && ratio.denominator > 0 && ratio.numerator == ratio.denominator)
        return u"100%"_s;
    if (shareUnits && how.isEmpty())
        return percentOfUnits(*shareUnits, style);
    if (!how.isEmpty())
        style.decimals = qBound(0, how.toInt(), 2);
    return percent(ratio, style);
}

// Of a rate the two rates are compared, of a count the two counts; nothing can be said where there was nothing before.
QString Wording::format(const WordingChange &change, const QString &how) const
{
    const bool withSign = how.startsWith(u"signed");
    if (change.ofRate) {
        const Ratio &now = change.now;
        const Ratio &before = change.before;
        if (now.denominator == 0 || before.denominator == 0)
            return u"/"_s;
        // a/b − c/d = (ad − cb) / bd, exactly, and printed as the rates are; counts below three thousand million keep the
        // products within 64 bits.
        QString words =
            signedPercent({.numerator = now.numerator * before.denominator - before.numerator * now.denominator,
                           .denominator = now.denominator * before.denominator},
                          m_style.percent);
        words.chop(1); // %
        if (withSign)
            return words;
        const bool up = words.startsWith(u'+');
        if (!up && !words.startsWith(u'-'))
            return u"持平"_s;
        return QString((up ? u"上升"_s : u"下降"_s) + words.sliced(1) + u"个百分点"_s);
    }
    const qint64 before = change.before.numerator;
    const qint64 difference = change.now.numerator - before;
    if (before == 0)
        return u"/"_s;
    const bool absolute = how.endsWith(u"count") || before < m_style.smallChange;
    if (withSign) {
        return absolute ? QString((difference > 0 ? u"+"_s : QString()) + QString::number(difference))
                        : signedPercent({.numerator = difference, .denominator = before}, m_style.percent);
    }
    if (difference == 0)
        return u"持平"_s;
    const Ratio size{.numerator = qAbs(difference), .denominator = before};
    if (absolute || percentUnits(size, m_style.percent) == 0) // 增长0% would say that nothing has changed
        return QString((difference > 0 ? u"增加"_s : u"减少"_s) + QString::number(qAbs(difference)) + m_style.unit);
    return QString((difference > 0 ? u"增长"_s : u"下降"_s) + format(size, std::nullopt, {}, Place::Sentence));
}

QList<BulletinSpan> Wording::expand(const QString &sentence, const WordingScopes &scopes, Place place) const
{
    QList<BulletinSpan> spans;
    const auto addText = [&spans](const QString &text) {
        if (text.isEmpty())
            return;
        if (!spans.isEmpty() && !spans.last().figure)
            spans.last().text += text;
        else
            spans.append({.text = text});
    };
    qsizetype at = 0;
    while (at < sentence.size()) {
        const qsizetype open = sentence.indexOf(u'{', at);
        const qsizetype close = open < 0 ? -1 : sentence.indexOf(u'}', open);
        if (close < 0) {
            addText(sentence.sliced(at));
            break;
        }
        addText(sentence.sliced(at, open - at));
        const QString placeholder = sentence.sliced(open + 1, close - open - 1);
        const QString name = placeholder.section(u':', 0, 0);
        const WordingValue *value = nullptr;
        for (const WordingScope *scope : scopes) {
            const auto found = scope->constFind(name);
            if (found != scope->cend()) {
                value = &*found;
                break;
            }
        }
        if (!value)
            throw LayoutError(u"{%1} in “%2”"_s.arg(placeholder, sentence));
        if (!value->missing.isEmpty())
            throw LayoutError(u"{%1} in “%2”: %3"_s.arg(placeholder, sentence, value->missing));
        if (value->isList) {
            for (const BulletinSpan &span : value->spans) {
                if (span.figure)
                    spans.append(span);
                else
                    addText(span.text);
            }
        } else if (value->figure) {
            const QString text = format(*value, placeholder.section(u':', 1), place);
            if (!text.isEmpty())
                spans.append({.text = text, .figure = value->figure, .form = placeholder});
        } else {
            addText(format(*value, placeholder.section(u':', 1), place));
        }
        at = close + 1;
    }
    return spans;
}

} // namespace huiyin
