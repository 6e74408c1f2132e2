// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/Wording.h"

#include "bulletin/Composer.h"

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

WordingValue word(const QList<BulletinSpan> &spans)
{
    return {.spans = spans, .isList = true};
}

QString Wording::format(const WordingValue &value, const QString &how, Place place) const
{
    if (value.count) {
        const bool inWan = how == u"wan" && *value.count >= 10'000;
        return inWan ? QString(quotient(*value.count, 10'000, 2) + u'万') : QString::number(*value.count);
    }
    if (value.ratio) {
        PercentStyle style = m_style;
        if (place == Place::Sentence && value.ratio->denominator > 0
            && value.ratio->numerator == value.ratio->denominator)
            return u"100%"_s;
        if (!how.isEmpty())
            style.decimals = qBound(0, how.toInt(), 2);
        return percent(*value.ratio, style);
    }
    return value.text;
}

QList<BulletinSpan> Wording::expand(const QString &sentence, const QList<const WordingScope *> &scopes,
                                    Place place) const
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
