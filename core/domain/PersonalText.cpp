// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/PersonalText.h"

#include "domain/Doors.h"
#include "domain/Text.h"
#include "domain/Ticket.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace huiyin {

const QStringList &compoundSurnames()
{
    static const QStringList names{u"欧阳"_s, u"上官"_s, u"皇甫"_s, u"令狐"_s, u"诸葛"_s, u"司徒"_s,
                                   u"司马"_s, u"申屠"_s, u"夏侯"_s, u"贺兰"_s, u"完颜"_s, u"慕容"_s,
                                   u"尉迟"_s, u"长孙"_s, u"东方"_s, u"公孙"_s, u"宇文"_s, u"端木"_s,
                                   u"南宫"_s, u"轩辕"_s, u"呼延"_s, u"纳兰"_s, u"赫连"_s, u"澹台"_s};
    return names;
}

namespace {

bool isCourtesyForm(const QString &name)
{
    // 李先生, 欧阳女士; 李明先生 says too much.
    static const QRegularExpression form(u"^(.{1,2})(先生|女士|小姐|师傅|老师|同志|大爷|大妈|大叔|大娘|大姐|大哥|大嫂|"
                                         "阿姨|某某?)$"_s);
    const auto match = form.match(name);
    return match.hasMatch() && (match.capturedLength(1) == 1 || compoundSurnames().contains(match.captured(1)));
}

// Said where no name is known: 市民来电 tells nothing of anybody.
bool isNobody(const QString &name)
{
    static const QStringList words{u"市民"_s, u"群众"_s, u"居民"_s, u"村民"_s, u"业主"_s,
                                   u"商户"_s, u"先生"_s, u"女士"_s, u"匿名"_s, u"无名"_s,
                                   u"不详"_s, u"未知"_s, u"网民"_s, u"网友"_s, u"热心市民"_s};
    return words.contains(name);
}

// 王建国（业主）13800001111 as somebody has typed it into the field of the name: the name, and what stands behind it.
struct TypedName
{
    QString name{};
    QString behind{};
};

const QRegularExpression &betweenNames()
{
    static const QRegularExpression signs(u"[、，,;；/／]"_s);
    return signs;
}

TypedName typedName(const QString &text)
{
    static const QRegularExpression form(
        u"^(.{2,}?)(先生|女士|小姐|师傅|老师|同志|大爷|大妈|大叔|大娘|大姐|大哥|大嫂|阿姨)?"
        "( *[（(][^（()）]*[)）])?([\\s:：]*[0-9０-９＋+－-]{5,})?$"_s);
    constexpr qsizetype longest = 4; // 东方公司（四平） may be another than 东方公司
    const auto match = form.match(text);
    if (!match.hasMatch() || isCourtesyForm(text) || (match.capturedLength(3) > 0 && match.capturedLength(1) > longest))
        return {.name = text};
    return {.name = match.captured(1), .behind = text.mid(match.capturedEnd(1))};
}

qsizetype commonStart(const QString &a, const QString &b)
{
    qsizetype same = 0;
    while (same < a.size() && same < b.size() && a[same] == b[same])
        ++same;
    return same;
}

QString stars(qsizetype count)
{
    return QString(std::max<qsizetype>(count, 0), u'*');
}

} // namespace

QString maskedName(const QString &name)
{
    const QList<uint> points = name.trimmed().toUcs4();
    if (points.isEmpty() || isCourtesyForm(name.trimmed()) || isNobody(name.trimmed()))
        return name.trimmed();
    if (name.contains(betweenNames())) {
        QStringList parts = name.split(betweenNames(), Qt::SkipEmptyParts);
        for (QString &one : parts)
            one = maskedName(one);
        return parts.join(u'、');
    }
    if (const TypedName typed = typedName(name.trimmed()); !typed.behind.isEmpty()) {
        static const QRegularExpression number(u"[0-9０-９＋+－-]{5,}"_s);
        QString behind = typed.behind;
        return maskedName(typed.name) + behind.replace(number, u"****"_s);
    }
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

QStringList namesIn(const QString &field)
{
    constexpr qsizetype tellsSomething = 2; // characters; a surname alone stands in too many words
    QStringList names{field.trimmed()};
    const QStringList parts = field.split(betweenNames(), Qt::SkipEmptyParts);
    for (const QString &part : parts)
        names.append(typedName(part.trimmed()).name.trimmed());
    names.removeDuplicates();
    names.removeIf([](const QString &name) { return name.size() < tellsSomething || isNobody(name); });
    return names;
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

namespace {

// Number plate: 吉C·12345, of five signs or, with new energy, six; one of them at least is a digit. The group is what is
// starred.
const auto plates = u"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·•.\\- ]?"
                    "(?=[A-Z]{0,5}\\d)([A-Z0-9]{3,4})[A-Z0-9][A-Z0-9挂学警港澳试超领](?![A-Z0-9])"_s;

} // namespace

QString asPlain(const QString &text)
{
    QString plain = text;
    for (QChar &c : plain) {
        const char16_t code = c.unicode();
        if ((code >= u'\uFF10' && code <= u'\uFF19') || (code >= u'\uFF21' && code <= u'\uFF3A')
            || (code >= u'\uFF41' && code <= u'\uFF5A'))
            c = QChar(static_cast<char16_t>(code - 0xFEE0));
        else if (code == u'\uFF0D' || code == u'\u2014' || code == u'\u2013')
            c = u'-';
        else if (code == u'\uFF0E') // the point of ９９．０４
            c = u'.';
        else if (code == u'\u3000' || code == u'\u00A0')
            c = u' ';
    }
    return plain;
}

namespace {

void starOut(QString &masked, const QRegularExpressionMatch &match)
{
    for (qsizetype i = match.capturedStart(1); i < match.capturedEnd(1); ++i) {
        if (masked[i].isLetterOrNumber())
            masked[i] = u'*';
    }
}

// Without an area code only where it is called a number, or stands beside one: 8位数 may be a date or a sum.
void starLocalNumbers(QString &masked, const QString &plain)
{
    static const QRegularExpression called(
        u"(?:电话|座机|号码|拨打|致电|联系方式|[Tt][Ee][Ll])[^0-9]{0,6}([2-8]\\d{4,5})\\d{2}(?![0-9])"_s);
    static const QRegularExpression beside(u"[-、，,;；/和或及与 ]{1,2}([2-8]\\d{4,5})\\d{2}(?![0-9])"_s);
    auto found = called.globalMatch(plain);
    while (found.hasNext()) {
        auto match = found.next();
        while (match.hasMatch()) {
            starOut(masked, match);
            match = beside.match(plain, match.capturedEnd(), QRegularExpression::NormalMatch,
                                 QRegularExpression::AnchorAtOffsetMatchOption);
        }
    }
}

} // namespace

QString withoutNumbers(const QString &text)
{
    static const QRegularExpression number(u"(?<![0-9])(?:\\d{17}[0-9Xx]|\\d{15}" // identity card, an old one
                                           "|(?:\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}" // mobile
                                           "|(?<!-)0\\d{2,3}[- ]?[2-8]\\d{6,7}"               // with its area code
                                           "|(?!20\\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01]))[2-8]\\d{6,7}(?! "
                                           "*[元万]|\\.\\d)" // without, but no date or sum
                                           ")(?![0-9])|"_s
                                               + plates,
                                           QRegularExpression::CaseInsensitiveOption);
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
    static const std::array<QRegularExpression, 7> numbers{
        QRegularExpression(u"(?<![0-9])\\d{6}[- ]?(\\d{8})[- ]?\\d{3}[0-9Xx](?![0-9])"_s), // identity card
        QRegularExpression(u"(?<![0-9])\\d{6}(\\d{6})\\d{3}(?![0-9])"_s),                  // an old one
        QRegularExpression( // mobile, in whatever groups it is spoken
            u"(?<![0-9])(?:\\+?86[- ]?|0)?1[3-9]\\d((?:[- ]?\\d){4})(?:[- ]?\\d){4}(?![0-9])"_s),
        QRegularExpression(u"(?<![0-9.])1[3-9]\\d\\.(\\d{4})\\.\\d{4}(?![0-9.])"_s),
        QRegularExpression( // fixed network
            u"(?<![0-9-])0\\d{2,3}[)）]?[- ]?([2-8](?:[- ]?\\d){4,5})[- ]?\\d{2}(?![0-9])"_s),
        QRegularExpression(u"(?:单元|号楼|[栋幢座])(\\d{2,4})(?=[室户房号])"_s), // somebody's door
        QRegularExpression(plates, QRegularExpression::CaseInsensitiveOption)};
    const QString plain = asPlain(text);
    QString masked = text;
    for (const QRegularExpression &number : numbers) {
        auto found = number.globalMatch(plain);
        while (found.hasNext())
            starOut(masked, found.next());
    }
    starLocalNumbers(masked, plain);
    return masked;
}

Citizen citizenOf(const Ticket &ticket)
{
    return {.name = ticket.requester, .address = ticket.address};
}

namespace {

// The address as the field shows it: down to the street or the community, and its doors nowhere.
QString withoutAddress(const QString &text, const QString &address)
{
    constexpr qsizetype shortestPlace = 4;
    constexpr qsizetype shortestEnd = 6; // of one that has no door in it
    const QString kept = maskedAddress(address);
    if (kept == address)
        return text;
    const QString end = address.mid(commonStart(address, kept)).trimmed();
    const QStringList doors = doorsOf(end);
    QList<std::pair<QString, QString>> words; // and what stands in their place; the longest first
    if (address.size() >= shortestPlace)
        words.append({address, kept});
    if (!doors.isEmpty() || end.size() >= shortestEnd)
        words.append({end, u"****"_s});
    for (const QString &door : doors)
        words.append({door, u"****"_s});
    QString result = text;
    for (const auto &[word, with] : std::as_const(words)) {
        QList<LooseText::Span> places = LooseText(result).placesOf(word);
        for (auto place = places.crbegin(); place != places.crend(); ++place)
            result.replace(place->start, place->length, with);
    }
    if (result != text) {
        static const QRegularExpression sideBySide(u"\\*{4}(?:[- ]*\\*{4})+"_s); // 5号楼502室 is one
        result.replace(sideBySide, u"****"_s);
    }
    return result;
}

} // namespace

QString maskedText(const QString &text, const Citizen &citizen)
{
    QString plain = withoutAddress(text, citizen.address.trimmed());
    const QStringList names = namesIn(citizen.name);
    for (const QString &name : names)
        plain.replace(name, maskedName(name), Qt::CaseInsensitive);
    return maskedText(plain);
}

} // namespace huiyin
