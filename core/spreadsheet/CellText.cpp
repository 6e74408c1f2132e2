// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/CellText.h"

#include "domain/Text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qsizetype escapeLength = 7; // _x005F_
constexpr qsizetype mostSheetName = 31;

// The unit that an escape at this place stands for; nullopt when there is none.
std::optional<char16_t> escapeAt(QStringView text, qsizetype position)
{
    if (text.size() - position < escapeLength || text[position] != u'_' || text[position + 1] != u'x'
        || text[position + 6] != u'_')
        return std::nullopt;
    const QStringView digits = text.sliced(position + 2, 4);
    const bool hex = std::ranges::all_of(digits, [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    });
    return hex ? std::optional(static_cast<char16_t>(digits.toUShort(nullptr, 16))) : std::nullopt;
}

// XML can't hold it at all.
bool isUnwritable(QChar c)
{
    return c.isNull() || c.unicode() >= 0xFFFE;
}

QString escape(char16_t unit)
{
    return u"_x"_s + QString::number(uint{unit}, 16).toUpper().rightJustified(4, u'0') + u'_';
}

} // namespace

QString escapedCellText(const QString &text)
{
    const bool plain = !text.contains(u"_x") && std::ranges::none_of(text, isUnwritable);
    if (plain)
        return text;
    QString marks = text; // what can't be written begins with a mark, too, and could end an escape before it
    std::ranges::replace_if(marks, isUnwritable, QChar(u'_'));
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isUnwritable(text[i]))
            result += escape(text[i].unicode());
        else if (escapeAt(marks, i))
            result += u"_x005F_"_s;
        else
            result += text[i];
    }
    return result;
}

QString unescapedCellText(const QString &text)
{
    if (!text.contains(u"_x"))
        return text;
    QString result;
    for (qsizetype i = 0; i < text.size();) {
        if (const auto unit = escapeAt(text, i)) {
            result += QChar(*unit);
            i += escapeLength;
        } else {
            result += text[i++];
        }
    }
    return result;
}

QString columnLetters(int column)
{
    QString letters;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.prepend(QChar(u'A' + (rest - 1) % 26));
    return letters;
}

QString cellName(int column, qint64 row)
{
    return columnLetters(column) + QString::number(row);
}

std::optional<CellPlace> cellPlace(QStringView name)
{
    qsizetype i = 0;
    const auto skipDollar = [&] { i += i < name.size() && name[i] == u'$' ? 1 : 0; };
    skipDollar();
    int column = 0;
    const qsizetype letters = i;
    for (; i < name.size() && i - letters < 4; ++i) {
        const char16_t letter = name[i].toUpper().unicode();
        if (letter < u'A' || letter > u'Z')
            break;
        column = column * 26 + (letter - u'A' + 1);
    }
    if (i == letters || column > mostSheetColumns)
        return std::nullopt;
    skipDollar();
    const qsizetype digits = i;
    qint64 row = 0;
    for (; i < name.size() && i - digits < 8; ++i) {
        if (name[i] < u'0' || name[i] > u'9')
            break;
        row = row * 10 + (name[i].unicode() - u'0');
    }
    if (i == digits || i != name.size() || row < 1 || row > mostSheetRows)
        return std::nullopt;
    return CellPlace{.column = column - 1, .row = row};
}

std::optional<CellRange> cellRange(QStringView text)
{
    const qsizetype colon = text.indexOf(u':');
    const auto from = cellPlace(colon < 0 ? text : text.first(colon));
    const auto to = colon < 0 ? from : cellPlace(text.sliced(colon + 1));
    if (!from || !to || to->row < from->row || to->column < from->column)
        return std::nullopt;
    return CellRange{.from = *from, .to = *to};
}

QString safeSheetName(const QString &name, QSet<QString> &taken)
{
    QString safe;
    for (const QChar c : forceClean(name).simplified())
        safe += u"[]:*?/\\"_s.contains(c) || c.unicode() < 32 ? QChar(u'_') : c;
    const auto cut = [](QString &text, qsizetype length) {
        text.truncate(length);
        if (!text.isEmpty() && text.back().isHighSurrogate())
            text.chop(1);
        // A ' may stand within a name, and neither begin nor end it.
        while (text.startsWith(u'\''))
            text = text.sliced(1);
        while (text.endsWith(u'\'') || text.endsWith(u' '))
            text.chop(1);
    };
    cut(safe, mostSheetName);
    // The name that Excel keeps for itself.
    if (safe.isEmpty() || safe.compare(u"history", Qt::CaseInsensitive) == 0)
        safe = safe.isEmpty() ? u"Sheet"_s : QString(safe + u'_');
    QString unique = safe;
    for (int number = 2; taken.contains(unique.toLower()); ++number) {
        const QString suffix = u" (%1)"_s.arg(number);
        unique = safe;
        cut(unique, mostSheetName - suffix.size());
        unique += suffix;
    }
    taken.insert(unique.toLower());
    return unique;
}

} // namespace huiyin
