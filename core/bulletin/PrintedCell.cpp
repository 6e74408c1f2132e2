// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/PrintedCell.h"

#include <QRegularExpression>

namespace huiyin {

using namespace Qt::StringLiterals;

bool isPrintedNumber(const QString &text)
{
    bool hasDigit = false;
    for (const QChar c : text) {
        if (c.isDigit())
            hasDigit = true;
        else if (!QStringView(u".,%+-−—/‰ ").contains(c))
            return false;
    }
    return hasDigit || text == u"—" || text == u"/"; // no base, nothing before
}

std::optional<PrintedNumber> printedNumber(const QString &text)
{
    static const QRegularExpression form(u"^([+\\-−]?)(0|[1-9][0-9]*)(?:\\.([0-9]{1,6}))?(%?)$"_s);
    const auto match = form.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const QString whole = match.captured(2);
    const QString decimals = match.captured(3);
    constexpr qsizetype mostDigits = 15; // that a spreadsheet keeps
    if (whole.size() + decimals.size() > mostDigits)
        return std::nullopt;
    const QString sign = match.captured(1);
    PrintedNumber number{.decimals = static_cast<int>(decimals.size()),
                         .isPercentage = !match.captured(4).isEmpty(),
                         .isSigned = sign == u"+"};
    // Digits first, then one division: 99.4% is the nearest there is to 0.994.
    double divisor = number.isPercentage ? 100 : 1;
    for (int i = 0; i < number.decimals; ++i)
        divisor *= 10;
    number.value = QString(whole + decimals).toDouble() / divisor;
    if (!sign.isEmpty() && !number.isSigned)
        number.value = -number.value;
    return number;
}

} // namespace huiyin
