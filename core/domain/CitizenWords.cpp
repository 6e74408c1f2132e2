// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/CitizenWords.h"

#include "domain/Doors.h"
#include "domain/PersonalText.h"
#include "domain/Text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr QLatin1StringView fixedStars("****");

// A text as it may be written too: with spaces or dashes in other places, or without.
QString spaced(const QString &text)
{
    QStringList characters;
    for (const QChar c : text) {
        if (!c.isSpace() && c != u'-')
            characters.append(QRegularExpression::escape(QString(c)));
    }
    return characters.join(u"[- ]*"_s);
}

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9')
            digits += c;
    }
    return digits;
}

} // namespace

CitizenWords::CitizenWords(Show show)
    : m_show(show)
{
}

void CitizenWords::add(const QString &pattern, const QString &with, qsizetype size)
{
    Word word{
        .pattern = QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption), .with = with, .size = size};
    const auto place = std::upper_bound(m_words.begin(), m_words.end(), word,
                                        [](const Word &a, const Word &b) { return a.size > b.size; });
    m_words.insert(place, word);
}

void CitizenWords::addName(const QString &name)
{
    constexpr qsizetype tellsSomething = 2; // characters; a surname alone stands in too many words
    const QString known = name.trimmed();
    if (known.size() < tellsSomething)
        return;
    const bool all = m_show == Show::Nothing;
    add(QRegularExpression::escape(asPlain(known)), all ? QString(fixedStars) : maskedName(known), known.size());
    if (!all)
        return;
    // 王建国 is 王先生 in the text, 欧阳小三 is 欧阳先生.
    constexpr auto courtesy = "(?:先生|女士|小姐|师傅|老师|同志|大爷|大妈|大叔|阿姨|某某?)";
    for (qsizetype size = 1; size <= 2 && size < known.size(); ++size)
        add(QRegularExpression::escape(asPlain(known.first(size))) + QString::fromUtf8(courtesy), fixedStars, size + 1);
}

void CitizenWords::addPhone(const QString &phone)
{
    constexpr qsizetype longestService = 5; // 12345, 10086: nobody's own
    const QString plain = asPlain(phone).trimmed();
    const QString digits = digitsOf(plain);
    if (digits.size() <= longestService)
        return;
    const auto addDigits = [this](const QString &part, const QString &with) {
        add(u"(?<![0-9])(?:\\+?86[- ]*)?"_s + spaced(part) + u"(?![0-9])"_s,
            m_show == Show::Nothing ? QString(fixedStars) : with, part.size());
    };
    addDigits(digits, maskedPhone(halfWidth(plain)));
    // Of a line of the fixed network the area code may be left out.
    static const QRegularExpression fixed(u"^(010|02\\d|0\\d{3})([2-8]\\d{6,7})$"_s);
    if (const auto match = fixed.match(digits); match.hasMatch())
        addDigits(match.captured(2), maskedPhone(match.captured(2)));
    static const QRegularExpression abroad(u"^86(1[3-9]\\d{9})$"_s);
    if (const auto match = abroad.match(digits); match.hasMatch())
        addDigits(match.captured(1), maskedPhone(match.captured(1)));
}

void CitizenWords::addAddress(const QString &address)
{
    constexpr qsizetype shortestPlace = 4;
    const QString whole = address.trimmed();
    if (whole.size() < 2)
        return;
    const bool all = m_show == Show::Nothing;
    const QString masked = maskedAddress(whole);
    const QString kept = masked.endsWith(fixedStars) ? masked.chopped(fixedStars.size()) : masked;
    if (whole.size() >= shortestPlace)
        add(spaced(asPlain(whole)), all ? QString(fixedStars) : masked, whole.size());
    const QString tail = whole.mid(kept.size()).trimmed();
    // Not the end of a longer number (15号楼), nor a day of a month (3月5号).
    const auto addEnd = [this](const QString &part) {
        static const QRegularExpression day(u"^\\d{1,2}号$"_s);
        const QString before = day.match(part).hasMatch() ? u"(?<![0-9A-Za-z月])"_s : u"(?<![0-9A-Za-z])"_s;
        add(before + spaced(part), fixedStars, part.size());
    };
    if (tail.size() >= 2 && tail != whole)
        addEnd(asPlain(tail));
    // 5号楼3单元502室 is 5号楼502室 in the text.
    const QStringList doors = doorsOf(tail);
    for (const QString &part : doors)
        addEnd(part);
}

QString CitizenWords::hidden(const QString &text) const
{
    struct Found
    {
        qsizetype from = 0;
        qsizetype to = 0;
        QString with{};
    };
    QList<Found> all;
    const QString plain = asPlain(text);
    for (const Word &word : m_words) {
        auto matches = word.pattern.globalMatch(plain);
        while (matches.hasNext()) {
            const auto match = matches.next();
            const Found found{.from = match.capturedStart(), .to = match.capturedEnd(), .with = word.with};
            if (std::ranges::none_of(
                    all, [&](const Found &other) { return found.from < other.to && other.from < found.to; }))
                all.append(found);
        }
    }
    std::ranges::sort(all, {}, &Found::from);
    QString result;
    qsizetype at = 0;
    for (const Found &found : std::as_const(all)) {
        // Doors side by side are one.
        const bool goesOn = found.from == at && at > 0 && found.with == fixedStars && result.endsWith(fixedStars);
        result += text.mid(at, found.from - at);
        if (!goesOn)
            result += found.with;
        at = found.to;
    }
    result += text.mid(at);
    // Of the rarer ways to write a number a mask is better than nothing.
    return maskedText(m_show == Show::Nothing ? withoutNumbers(result) : result);
}

} // namespace huiyin
