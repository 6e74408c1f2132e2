// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Doors.h"

#include "domain/PersonalText.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

bool isGap(QChar sign)
{
    return sign.isSpace() || sign == u'-';
}

bool isLatin(QChar sign)
{
    return sign.unicode() < 0x80 && sign.isLetterOrNumber();
}

bool isNumeral(QChar sign)
{
    return u"一二三四五六七八九十百"_s.contains(sign);
}

// Whether the two would be read as one number or word.
bool goOn(QChar before, QChar after)
{
    return (isLatin(before) && isLatin(after)) || (isNumeral(before) && isNumeral(after));
}

} // namespace

QStringList doorsOf(const QString &end)
{
    static const QRegularExpression door(
        u"[0-9A-Za-z一二三四五六七八九十百甲乙丙丁]+[- ]*(?:号楼|号院|号|栋|幢|座|楼|单元|室|层|门|户|#)"_s);
    QStringList found;
    const QString plain = asPlain(end);
    auto doors = door.globalMatch(plain);
    while (doors.hasNext())
        found.append(doors.next().captured());
    return found;
}

LooseText::LooseText(const QString &text)
    : m_plain(asPlain(text))
{
    for (qsizetype i = 0; i < m_plain.size(); ++i) {
        if (!isGap(m_plain[i])) {
            m_signs += m_plain[i];
            m_at.append(i);
        }
    }
}

QList<LooseText::Span> LooseText::placesOf(const QString &words) const
{
    QString wanted;
    for (const QChar sign : asPlain(words)) {
        if (!isGap(sign))
            wanted += sign;
    }
    QList<Span> found;
    if (wanted.isEmpty())
        return found;
    static const QRegularExpression day(u"^(?:\\d{1,2}|[一二三四五六七八九十]{1,3})号$"_s);
    const bool mayBeDay = day.match(wanted).hasMatch();
    for (qsizetype at = m_signs.indexOf(wanted, 0, Qt::CaseInsensitive); at >= 0;
         at = m_signs.indexOf(wanted, at + 1, Qt::CaseInsensitive)) {
        const qsizetype start = m_at[at];
        const qsizetype end = m_at[at + wanted.size() - 1] + 1;
        // What a space parts is another word: 2020 5号楼.
        const bool isBegun = start > 0 && goOn(m_plain[start - 1], wanted.front());
        const bool goesOn = end < m_plain.size() && goOn(wanted.back(), m_plain[end]);
        if (isBegun || goesOn || (mayBeDay && at > 0 && m_signs[at - 1] == u'月'))
            continue;
        found.append({.start = start, .length = end - start});
    }
    return found;
}

} // namespace huiyin
