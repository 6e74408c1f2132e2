// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/HeadingNumbers.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int kinds = HeadingNumber::table + 1;

// 1 to 99: 三, 十, 十二, 二十, 二十一.
int fromChinese(const QString &text)
{
    const QString digits = u"一二三四五六七八九"_s;
    const qsizetype ten = text.indexOf(u'十');
    const auto digit = [&digits](const QString &one) { return static_cast<int>(digits.indexOf(one)) + 1; };
    if (ten < 0)
        return digit(text);
    const int tens = ten == 0 ? 1 : digit(text.first(ten));
    return 10 * tens + (ten + 1 < text.size() ? digit(text.sliced(ten + 1)) : 0);
}

// The sequences of a layout, section by section, whether they are printed or not.
class SequenceReader
{
public:
    // Which sequence a heading or a title counts in; nullopt when it has no number, or one that doesn't follow.
    std::optional<int> take(const QString &text)
    {
        const auto own = headingNumber(text);
        if (!own) {
            for (Last &last : m_last)
                last.isOver = true; // 一、 may begin again below it
            return std::nullopt;
        }
        Last &last = m_last[static_cast<std::size_t>(own->rank)];
        // One more with the number of the last one is written for another case, by its `when`.
        const bool goesOn = own->number == last.number || own->number == last.number + 1;
        if (own->number == 1 && (last.number != 1 || last.isOver))
            last.sequence = ++m_sequences;
        else if (!goesOn)
            last.sequence.reset();
        last.number = own->number;
        last.isOver = false;
        for (int below = own->rank + 1; below < HeadingNumber::ranks; ++below)
            m_last[static_cast<std::size_t>(below)] = {};
        return last.sequence;
    }

private:
    struct Last
    {
        int number = 0;
        std::optional<int> sequence{};
        bool isOver = false;
    };
    std::array<Last, kinds> m_last{};
    int m_sequences = 0;
};

QString *numberedText(BulletinBlock &block)
{
    if (auto *heading = std::get_if<BulletinHeading>(&block))
        return &heading->text;
    if (auto *table = std::get_if<BulletinTable>(&block))
        return &table->title;
    return nullptr;
}

} // namespace

QString chineseNumber(qsizetype number)
{
    if (number < 1 || number > 9'999)
        return QString::number(number);
    static const QString digits = u"零一二三四五六七八九"_s;
    static const std::array<QString, 4> places{QString(), u"十"_s, u"百"_s, u"千"_s};
    QString text;
    bool skipped = false;
    qsizetype unit = 1'000;
    for (std::size_t place = places.size(); place-- > 0; unit /= 10) {
        const qsizetype digit = number / unit % 10;
        if (digit == 0) {
            skipped = !text.isEmpty();
            continue;
        }
        if (skipped)
            text += digits.front();
        skipped = false;
        if (digit != 1 || place != 1 || !text.isEmpty()) // 十二, and 一百一十二
            text += digits[digit];
        text += places.at(place);
    }
    return text;
}

std::optional<HeadingNumber> headingNumber(const QString &text)
{
    static const QString chinese = u"([一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"_s;
    static const std::array<QRegularExpression, kinds> forms{
        QRegularExpression(u"^\\s*"_s + chinese + u"、"),
        QRegularExpression(u"^\\s*[（(]"_s + chinese + u"[）)]"),
        QRegularExpression(u"^\\s*(\\d{1,2})(?:[．、]|\\.(?!\\d))"_s),
        QRegularExpression(u"^\\s*[（(](\\d{1,2})[）)]"_s),
        QRegularExpression(u"^\\s*附件\\s?(?:(\\d{1,2})(?!\\d)|"_s + chinese + u"(?=[：:\\s]|$))"),
        QRegularExpression(u"^\\s*附表\\s?(?:(\\d{1,2})(?!\\d)|"_s + chinese + u"(?=[：:\\s]|$))")};
    for (int rank = 0; rank < kinds; ++rank) {
        const auto match = forms[static_cast<std::size_t>(rank)].match(text);
        if (!match.hasMatch())
            continue;
        const int group = match.lastCapturedIndex();
        const QString digits = match.captured(group);
        const bool isChinese = !digits.front().isDigit();
        const int number = isChinese ? fromChinese(digits) : digits.toInt();
        if (number == 0)
            continue;
        return HeadingNumber{.rank = rank,
                             .number = number,
                             .isChinese = isChinese,
                             .start = match.capturedStart(group),
                             .length = digits.size(),
                             .end = match.capturedEnd()};
    }
    return std::nullopt;
}

QString writtenNumber(const HeadingNumber &form, int number)
{
    return form.isChinese ? chineseNumber(number) : QString::number(number);
}

HeadingSequences::HeadingSequences(const QJsonArray &sections)
{
    SequenceReader reader;
    const auto take = [&](const QString &text, const QString &origin) {
        if (const auto sequence = reader.take(text))
            m_of.insert(origin, *sequence);
    };
    for (qsizetype i = 0; i < sections.size(); ++i) {
        const QJsonObject section = sections[i].toObject();
        const QString origin = QString::number(i);
        const bool hasHeading = section.contains(u"heading");
        if (hasHeading)
            take(section[u"heading"].toString(), origin);
        if (section.contains(u"lead"))
            take(section[u"lead"].toString(), hasHeading ? QString(origin + u"/1") : origin);
        if (section.contains(u"table") && headingNumber(section[u"title"].toString()))
            take(section[u"title"].toString(), origin);
    }
}

void HeadingSequences::renumber(QList<BulletinBlock> &blocks) const
{
    constexpr int most = 99;
    QHash<int, int> counted;
    for (BulletinBlock &block : blocks) {
        const auto sequence = m_of.constFind(originOf(block));
        QString *text = sequence == m_of.cend() ? nullptr : numberedText(block);
        const auto own = text ? headingNumber(*text) : std::nullopt;
        if (!own)
            continue;
        const int number = ++counted[*sequence];
        if (number <= most)
            text->replace(own->start, own->length, writtenNumber(*own, number));
    }
}

} // namespace huiyin
