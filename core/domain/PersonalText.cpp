// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/PersonalText.h"

#include "domain/Text.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// Compound surnames of which more than a few thousand people are called.
const QStringList &compoundSurnames()
{
    static const QStringList names{u"欧阳"_s, u"上官"_s, u"皇甫"_s, u"令狐"_s, u"诸葛"_s, u"司徒"_s, u"司马"_s,
                                   u"申屠"_s, u"夏侯"_s, u"贺兰"_s, u"完颜"_s, u"慕容"_s, u"尉迟"_s, u"长孙"_s,
                                   u"东方"_s, u"公孙"_s, u"宇文"_s, u"端木"_s, u"南宫"_s, u"轩辕"_s};
    return names;
}

bool isCourtesyForm(const QString &name)
{
    // 李先生, 欧阳女士; 李明先生 says too much.
    static const QRegularExpression form(u"^(.{1,2})(先生|女士|小姐|师傅|老师|同志|大爷|大妈|阿姨|某某?)$"_s);
    const auto match = form.match(name);
    return match.hasMatch() && (match.capturedLength(1) == 1 || compoundSurnames().contains(match.captured(1)));
}

QString stars(qsizetype count)
{
    return QString(std::max<qsizetype>(count, 0), u'*');
}

} // namespace

QString maskedName(const QString &name)
{
    const QList<uint> points = name.trimmed().toUcs4();
    if (points.isEmpty() || isCourtesyForm(name.trimmed()))
        return name.trimmed();
    const auto part = [&points](qsizetype from, qsizetype count) -> QString {
        return QString::fromUcs4(reinterpret_cast<const char32_t *>(points.constData() + from), count);
    };
    const qsizetype size = points.size();
    if (size == 1)
        return u"*"_s;
    if (size >= 3 && compoundSurnames().contains(part(0, 2)))
        return part(0, 2) + stars(size - 2);
    if (size == 2)
        return part(0, 1) + u'*';
    if (size <= 4)
        return part(0, 1) + stars(size - 2) + part(size - 1, 1);
    // An enterprise, an organisation or a foreign name: its beginning.
    return part(0, 2) + stars(std::min<qsizetype>(size - 2, 6));
}

QString maskedPhone(const QString &phone)
{
    const QString text = halfWidth(phone.trimmed());
    static const QRegularExpression mobile(u"^(\\+?86-?)?(1[3-9]\\d)\\d{4}(\\d{4})$"_s);
    static const QRegularExpression fixed(u"^(0\\d{2,3}-?)(\\d+)(\\d{2})$"_s);
    if (const auto match = mobile.match(text); match.hasMatch())
        return match.captured(1) + match.captured(2) + u"****" + match.captured(3);
    if (const auto match = fixed.match(text); match.hasMatch())
        return match.captured(1) + stars(match.capturedLength(2)) + match.captured(3);
    if (text.size() <= 3)
        return stars(text.size());
    const qsizetype kept = text.size() >= 7 ? 2 : 1;
    return stars(text.size() - kept) + text.last(kept);
}

QString maskedAddress(const QString &address)
{
    const QString text = address.trimmed();
    if (text.isEmpty())
        return {};
    // From the house number on it is somebody's door.
    static const QRegularExpression door(
        u"[0-9０-９A-Za-z一二三四五六七八九十百甲乙丙丁-]+ *(号|栋|幢|座|楼|单元|室|层|门|户|#)"_s);
    static const QRegularExpression place(u"^.*(省|市|区|县|旗|镇|乡|苏木|街道|社区|村|屯|大街|街|路)"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    const auto number = door.match(text);
    const QString kept = place.match(number.hasMatch() ? text.first(number.capturedStart()) : text).captured();
    return kept.size() == text.size() ? text : QString(kept + u"****");
}

QString asPlain(const QString &text)
{
    QString plain = text;
    for (QChar &c : plain) {
        if (c >= u'\uFF10' && c <= u'\uFF19')
            c = QChar(u'0' + (c.unicode() - 0xFF10));
        else if (c >= u'\uFF21' && c <= u'\uFF3A')
            c = QChar(u'A' + (c.unicode() - 0xFF21));
        else if (c >= u'\uFF41' && c <= u'\uFF5A')
            c = QChar(u'a' + (c.unicode() - 0xFF41));
        else if (c == u'\uFF0D' || c == u'\u2014' || c == u'\u2013')
            c = u'-';
        else if (c == u'\u3000' || c == u'\u00A0')
            c = u' ';
    }
    return plain;
}

QString withoutNumbers(const QString &text)
{
    static const QRegularExpression number(u"(?<![0-9])(?:\\d{17}[0-9Xx]|\\d{15}" // identity card, an old one
                                           "|(?:\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}" // mobile
                                           "|(?<!-)0\\d{2,3}[- ]?[2-8]\\d{6,7}"               // with its area code
                                           "|(?!20\\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01]))[2-8]\\d{6,7}(?! "
                                           "*[元万]|\\.\\d)" // without, but no date or sum
                                           ")(?![0-9])"_s);
    const QString plain = asPlain(text);
    QString result;
    qsizetype at = 0;
    auto found = number.globalMatch(plain);
    while (found.hasNext()) {
        const auto match = found.next();
        result += text.mid(at, match.capturedStart() - at) + u"****"_s;
        at = match.capturedEnd();
    }
    return QString(result + text.mid(at));
}

QString maskedText(const QString &text)
{
    // In each the first group is what is starred.
    static const std::array<QRegularExpression, 5> numbers{
        QRegularExpression(u"(?<![0-9])\\d{6}(\\d{8})\\d{3}[0-9Xx](?![0-9])"_s),                       // identity card
        QRegularExpression(u"(?<![0-9])\\d{6}(\\d{6})\\d{3}(?![0-9])"_s),                              // an old one
        QRegularExpression(u"(?<![0-9])(?:\\+?86[- ]?)?1[3-9]\\d[- ]?(\\d{4})[- ]?\\d{4}(?![0-9])"_s), // mobile
        QRegularExpression(u"(?<![0-9-])0\\d{2,3}[- ]?([2-8]\\d{4,5})\\d{2}(?![0-9])"_s),
        // without an area code only where it is called a number: 8位数 may be a date or a sum
        QRegularExpression(u"(?:电话|座机|号码|拨打|联系方式)[^0-9]{0,4}([2-8]\\d{4,5})\\d{2}(?![0-9])"_s)};
    const QString plain = asPlain(text);
    QString masked = text;
    for (const QRegularExpression &number : numbers) {
        auto found = number.globalMatch(plain);
        while (found.hasNext()) {
            const auto match = found.next();
            for (qsizetype i = match.capturedStart(1); i < match.capturedEnd(1); ++i)
                masked[i] = u'*';
        }
    }
    return masked;
}

QString maskedText(const QString &text, const QString &name)
{
    constexpr qsizetype tellsSomething = 2; // characters; a surname alone stands in too many words
    const QString known = name.trimmed();
    QString plain = text;
    if (known.size() >= tellsSomething)
        plain.replace(known, maskedName(known), Qt::CaseInsensitive);
    return maskedText(plain);
}

} // namespace huiyin
