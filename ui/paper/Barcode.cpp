// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/Barcode.h"

#include "paper/PaperFonts.h"

#include <algorithm>
#include <numeric>

namespace huiyin {

namespace {

constexpr int toC = 99;
constexpr int toB = 100;
constexpr int startB = 104;
constexpr int startC = 105;
constexpr int stop = 106;
constexpr int lightZone = 10; // modules

// Bars and spaces of the symbols by their value.
constexpr const char *patterns[] = {
    "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212", "221213", "221312",
    "231212", "112232", "122132", "122231", "113222", "123122", "123221", "223211", "221132", "221231", "213212",
    "223112", "312131", "311222", "321122", "321221", "312212", "322112", "322211", "212123", "212321", "232121",
    "111323", "131123", "131321", "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331",
    "132131", "113123", "113321", "133121", "313121", "211331", "231131", "213113", "213311", "213131", "311123",
    "311321", "331121", "312113", "312311", "332111", "314111", "221411", "431111", "111224", "111422", "121124",
    "121421", "141122", "141221", "112214", "112412", "122114", "122411", "142112", "142211", "241211", "221114",
    "413111", "241112", "134111", "111242", "121142", "121241", "114212", "124112", "124211", "411212", "421112",
    "421211", "212141", "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311",
    "113141", "114131", "311141", "411131", "211412", "211214", "211232", "2331112"};

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

qsizetype digitsFrom(const QString &text, qsizetype from)
{
    qsizetype count = 0;
    while (from + count < text.size() && isDigit(text[from + count]))
        ++count;
    return count;
}

// Pairs pay for the change of sets when there are four digits at an end, six in the middle.
bool isPairsWorth(const QString &text, qsizetype at, qsizetype digits)
{
    const bool isAtEnd = at == 0 || at + digits == text.size();
    return digits >= (isAtEnd ? 4 : 6) || (at == 0 && digits == 2 && text.size() == 2);
}

} // namespace

QList<int> code128Symbols(const QString &text)
{
    const bool isPlain =
        std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() >= 0x20 && c.unicode() <= 0x7E; });
    if (text.isEmpty() || !isPlain)
        return {};
    QList<int> symbols;
    bool inPairs = false;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype digits = digitsFrom(text, at);
        // An odd digit goes before the pairs, so that they reach to the end.
        const bool pairs = inPairs ? digits >= 2 : isPairsWorth(text, at, digits) && (digits % 2 == 0 || at == 0);
        if (symbols.isEmpty())
            symbols.append(pairs ? startC : startB);
        else if (pairs != inPairs)
            symbols.append(pairs ? toC : toB);
        inPairs = pairs;
        if (pairs) {
            symbols.append(text[at].digitValue() * 10 + text[at + 1].digitValue());
            at += 2;
        } else {
            symbols.append(text[at].unicode() - 0x20);
            ++at;
        }
    }
    int sum = symbols.first();
    for (qsizetype i = 1; i < symbols.size(); ++i)
        sum = (sum + static_cast<int>(i) * symbols[i]) % 103;
    symbols.append(sum % 103);
    symbols.append(stop);
    return symbols;
}

QList<int> code128Widths(const QList<int> &symbols)
{
    QList<int> widths;
    for (const int symbol : symbols) {
        for (const char *width = patterns[symbol]; *width != '\0'; ++width)
            widths.append(*width - '0');
    }
    return widths;
}

QList<QRectF> barcode(const QString &text, qreal width, qreal height)
{
    // A laser printer of 600 dots draws 0.25 mm with six of them; wider bars forgive more.
    constexpr qreal widest = fromMillimetres(0.33);
    constexpr qreal narrowest = fromMillimetres(0.25);
    const QList<int> widths = code128Widths(code128Symbols(text));
    if (widths.isEmpty())
        return {};
    const int modules = std::accumulate(widths.cbegin(), widths.cend(), 0);
    const qreal module = std::min(widest, width / (modules + lightZone));
    if (module < narrowest)
        return {};
    QList<QRectF> bars;
    qreal x = width - modules * module;
    for (qsizetype i = 0; i < widths.size(); ++i) {
        const qreal wide = widths[i] * module;
        if (i % 2 == 0)
            bars.append(QRectF(x, 0, wide, height));
        x += wide;
    }
    return bars;
}

} // namespace huiyin
