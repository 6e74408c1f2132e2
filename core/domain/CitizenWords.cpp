// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/CitizenWords.h"

#include "domain/Doors.h"
#include "domain/PersonalText.h"
#include "domain/Text.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr QLatin1StringView fixedStars("****");

// A text as it may be written too: with spaces or dashes in other places, or without.
QString spaced(const QString &text)
{
    QStringList characters;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isSpace() || text[i] == u'-')
            continue;
        // The halves of a rare character stay together; a pattern with one of them finds nothing at all.
        const qsizetype size = text[i].isHighSurrogate() ? 2 : 1;
        characters.append(QRegularExpression::escape(text.mid(i, size)));
        i += size - 1;
    }
    return characters.join(u"[- ]*"_s);
}

QString beginning(const QString &text, qsizetype characters)
{
    const QList<uint> points = text.toUcs4();
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(points.constData()),
                             std::min(characters, points.size()));
}

// 李红3221234: what stands right behind a word and may be a number of the fixed network, unless it is called something
// else or has a unit.
QString withoutLocalNumbers(const QString &text)
{
    static const QRegularExpression number(
        u"(?<=[\\x{4E00}-\\x{9FFF}])(?<![号码证单第表约达近为共计价款额费])(?!20\\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\\d|3["
        u"01]))"
        "([2-8]\\d{4,5})\\d{2}(?![0-9]|\\.\\d| *[元万亿平吨米公斤度千方立个人户年月日号块%％])"_s);
    const QString plain = asPlain(text);
    QString result = text;
    auto found = number.globalMatch(plain);
    while (found.hasNext()) {
        const auto match = found.next();
        result.replace(match.capturedStart(1), match.capturedLength(1), QString(match.capturedLength(1), u'*'));
    }
    return result;
}

// 5号楼 is 五号楼 in the text, and the other way about; "" when there is no such way to write it.
QString otherwise(const QString &door)
{
    constexpr int most = 99;
    static const QString digits = u"零一二三四五六七八九"_s;
    static const QRegularExpression form(u"^([0-9]+|[一二三四五六七八九十]+)(.*)$"_s);
    const auto match = form.match(door);
    if (!match.hasMatch())
        return {};
    for (int number = 1; number <= most; ++number) {
        QString chinese;
        if (number >= 10)
            chinese = (number >= 20 ? QString(digits[number / 10]) : QString()) + u'十';
        if (number % 10 > 0)
            chinese += digits[number % 10];
        if (match.captured(1) == QString::number(number))
            return chinese + match.captured(2);
        if (match.captured(1) == chinese)
            return QString::number(number) + match.captured(2);
    }
    return {};
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
    if (pattern.isEmpty())
        return; // of an address of dashes: it would stand between any two characters
    Word word{
        .pattern = QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption), .with = with, .size = size};
    const auto place = std::upper_bound(m_words.begin(), m_words.end(), word,
                                        [](const Word &a, const Word &b) { return a.size > b.size; });
    m_words.insert(place, word);
}

void CitizenWords::addName(const QString &name)
{
    const bool all = m_show == Show::Nothing;
    // 王建国 is 王先生 in the text, 欧阳小三 is 欧阳先生.
    constexpr auto courtesy = "(?:先生|女士|小姐|师傅|老师|同志|大爷|大妈|大叔|阿姨|某某?)";
    const QStringList names = namesIn(name);
    for (const QString &known : names) {
        // 张　三, as forms have it.
        add(spaced(asPlain(known)), all ? QString(fixedStars) : maskedName(known), known.size());
        for (qsizetype size = 1; all && size <= 2; ++size) {
            const QString surname = beginning(known, size);
            if (surname.size() < known.size())
                add(QRegularExpression::escape(asPlain(surname)) + QString::fromUtf8(courtesy), fixedStars,
                    surname.size() + 1);
        }
    }
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
        static const QRegularExpression day(u"^(?:\\d{1,2}|[一二三四五六七八九十]{1,3})号$"_s);
        const QString before = day.match(part).hasMatch() ? u"(?<![0-9A-Za-z月])"_s : u"(?<![0-9A-Za-z])"_s;
        if (const QString pattern = spaced(part); !pattern.isEmpty())
            add(before + pattern, fixedStars, part.size());
    };
    if (tail.size() >= 2 && tail != whole)
        addEnd(asPlain(tail));
    // 5号楼3单元502室 is 5号楼502室 in the text.
    const QStringList doors = doorsOf(tail);
    for (const QString &part : doors) {
        addEnd(part);
        addEnd(otherwise(part));
    }
    // The room at the end, as 502 of 5号楼502: it is 502室 in the text.
    static const QRegularExpression room(u"(?<![0-9])[0-9]{3,4}$"_s);
    if (const auto match = room.match(asPlain(tail)); match.hasMatch())
        add(u"(?<![0-9A-Za-z-])"_s + match.captured() + u"(?![0-9-])(?:号|室|户|房)?"_s, fixedStars,
            match.capturedLength());
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
    return maskedText(m_show == Show::Nothing ? withoutNumbers(result) : withoutLocalNumbers(result));
}

} // namespace huiyin
