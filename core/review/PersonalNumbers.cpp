// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/PersonalPlaces.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

using Kind = PersonalPlace::Kind;

// The digits of a card add up as Luhn has it.
bool isCardNumber(const QString &digits)
{
    int sum = 0;
    bool twice = false;
    for (qsizetype i = digits.size() - 1; i >= 0; --i) {
        int digit = digits[i].digitValue();
        if (digit < 0)
            continue;
        if (twice)
            digit = digit > 4 ? 2 * digit - 9 : 2 * digit;
        sum += digit;
        twice = !twice;
    }
    return sum % 10 == 0;
}

bool hasBirthday(const QString &digits, int at, bool longYear)
{
    const QString year = longYear ? digits.mid(at, 4) : u"19"_s + digits.mid(at, 2);
    const int rest = at + (longYear ? 4 : 2);
    return QDate::isValid(year.toInt(), digits.mid(rest, 2).toInt(), digits.mid(rest + 2, 2).toInt());
}

// Numbers as our own lists mask them (138****5678, 0434-*****34, 220302********0013, 吉C***45): what is left of them finds
// a citizen in a town all the same.
void findHalfMasked(PersonalPlaces &places)
{
    struct Form
    {
        Kind kind;
        QRegularExpression form;
    };
    static const QList<Form> forms{
        {Kind::Identity,
         QRegularExpression(
             u"(?<![0-9*])(?:\\d{6}[- ]?\\*{6,8}[- ]?|\\d{8,10}\\*{4,6})\\d{2,3}[0-9Xx](?![0-9A-Za-z*])"_s)},
        {Kind::Phone,
         QRegularExpression(u"(?<![0-9*])(?:\\+?86[- ]?|0)?1[3-9]\\d(?:[-. ]?\\*){2,8}(?:[-. ]?\\d){0,4}(?![0-9*])"_s)},
        {Kind::Phone, QRegularExpression(u"(?<![0-9A-Za-z])1[3-9]\\d[- ]?[XxХ×]{4}[- ]?\\d{4}(?![0-9A-Za-z])"_s)},
        {Kind::BankCard, QRegularExpression(u"(?<![0-9*])\\d{4,6}(?:[- ]?\\*{2,}){1,4}[- ]?\\d{3,4}(?![0-9*])"_s)},
        {Kind::Phone, QRegularExpression(
                          u"(?<![0-9*-])[（(]?0\\d{2,3}[)）]?[- ]?\\*(?:[- ]?\\*){3,6}(?:[- ]?\\d){0,4}(?![0-9*])"_s)},
        {Kind::Phone, QRegularExpression(u"(?<![0-9*])\\*{5,9}\\d{1,2}(?![0-9*])"_s)}};
    for (const Form &one : forms)
        places.addAll(one.form, one.kind, [](const QRegularExpressionMatch &) { return true; });
}

bool standsBehind(const QString &plain, qsizetype at, const QRegularExpression &form, qsizetype near = 16)
{
    return form.match(plain.mid(std::max<qsizetype>(at - near, 0), std::min(at, near))).hasMatch();
}

// A number that an office gives out itself is called so just before it.
bool isOfAnOffice(const PersonalPlaces &places, qsizetype at, bool isFixed)
{
    static const QRegularExpression office(
        u"(热线|咨询|值班|监督|举报|服务|办公|公开|客服|报修|抢修|单位)(电话|号码|热线)?[^，。；\\d]{0,6}$"_s);
    static const QRegularExpression fixed(
        u"(?:传真|请拨打|可拨打|可致电|请致电|(?:[局院厅委办所站]|中心|大厅|公司|物业|窗口)(?:的?(?:联系)?电话))[：: （(是为]{0,3}$"_s);
    static const QRegularExpression atTheFoot(u"^(?:联系)?电话[：: ]{0,2}$"_s); // a bulletin's last line
    const QString &plain = places.plain();
    return standsBehind(plain, at, office) || (isFixed && standsBehind(plain, at, fixed))
           || (isFixed && !places.isCell() && plain[at] == u'0' && atTheFoot.match(plain.first(at)).hasMatch());
}

// Numbers of tickets, documents and enterprises, which only look like a citizen's.
bool isReference(const QString &plain, qsizetype at)
{
    static const QRegularExpression called(
        u"(?:编号|单号|文号|流水号|案号|批号|代码|受理号|工单|备案?|许可证?|字第)[号]?[：: （(是为A-Za-z]{0,6}$"_s);
    return standsBehind(plain, at, called);
}

void findNumbers(PersonalPlaces &places)
{
    static const auto sure = [](const QRegularExpressionMatch &) { return true; };
    static const QRegularExpression email(u"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+"_s);
    places.addAll(email, Kind::Email,
                  [](const QRegularExpressionMatch &match) { return !match.captured().endsWith(u"gov.cn"_s); });
    // The first two digits are a province's.
    static const QRegularExpression identity(
        u"(?<![0-9])(?=[1-8])\\d{6}[- ]?\\d{4}[- ]?\\d{4}[- ]?\\d{3}[0-9Xx](?![0-9A-Za-z])"_s);
    static const QRegularExpression card(u"(?<![0-9])\\d{4}(?:[- ]?\\d{4}){3}(?:[- ]?\\d{1,3})?(?![0-9])"_s);
    static const QRegularExpression oldIdentity(u"(?<![0-9])(?=[1-8])\\d{15}(?![0-9])"_s);
    static const QRegularExpression separators(u"[- ]"_s);
    static const QRegularExpression calledCard(
        u"(卡号|账号|帐号|账户|帐户|银行|信用社|存折|[行社]卡)[^，。；\\d]{0,8}$"_s);
    static const QRegularExpression calledBehind(u"^[)）]?的?(?:账户|帐户|卡)"_s);
    static const QRegularExpression province(u"^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])"_s);
    auto found = identity.globalMatch(places.plain());
    while (found.hasNext()) {
        const auto match = found.next();
        const QString digits = QString(match.captured()).remove(separators);
        if (hasBirthday(digits, 6, true) && province.match(digits).hasMatch())
            places.add(match.capturedStart(), match.capturedLength(), Kind::Identity, true, hiddenNumber);
    }
    found = card.globalMatch(places.plain());
    while (found.hasNext()) {
        const auto match = found.next();
        const bool called = standsBehind(places.plain(), match.capturedStart(), calledCard)
                            || calledBehind.match(places.plain().mid(match.capturedEnd(), 3)).hasMatch();
        if (called || (isCardNumber(match.captured()) && !isReference(places.plain(), match.capturedStart())))
            places.add(match.capturedStart(), match.capturedLength(), Kind::BankCard, called, hiddenNumber);
    }
    found = oldIdentity.globalMatch(places.plain());
    while (found.hasNext()) {
        const auto match = found.next();
        if (hasBirthday(match.captured(), 6, false) && province.match(match.captured()).hasMatch()
            && !isReference(places.plain(), match.capturedStart()))
            places.add(match.capturedStart(), match.capturedLength(), Kind::Identity, false, hiddenNumber);
    }
    // 微信12345 is an office's.
    static const QRegularExpression account(
        u"(?<!关注|通过|官方)(?:微信(?:号码?|ID)?|QQ号?码?|扣扣号?|抖音(?:号|账号)|快手号|支付宝(?:账号|帐号)?|户号|"
        u"用户编号|用户号|缴费编号|卡号|账号|"
        "帐号|学号|工号|护照号?码?)(?:[:：]|[为是][:：]?)?[ （(]{0,2}(?![0-9]{5}(?![A-Za-z0-9_-]))([A-Za-z0-9_-]{5,24})"_s,
        QRegularExpression::CaseInsensitiveOption);
    places.addAll(account, Kind::Account, sure);
}

void findPhones(PersonalPlaces &places)
{
    // As numbers are spoken; a row of counts is grouped otherwise.
    static const auto noSum = u"(?![0-9]|[.,]?\\d* ?[万亿]?元)"_s;
    static const QRegularExpression mobile(
        u"(?<![0-9])(?:(?:\\+|00)?86[)）]?[- ]?|0)?(?:1[3-9]\\d(?:\\d{8}|[- ]{1,2}\\d{4}[- ]{0,2}\\d{4}|\\d{4}[- "
        u"]\\d{4}|[- ]\\d{8}"
        "|\\d[- ]\\d{4}[- ]\\d{3}|\\d{2}[- ](?:\\d{6}|\\d{3}[- ]\\d{3}))|[（(]1[3-9]\\d[)）][- ]?\\d{4}[- ]?\\d{4})"_s
        + noSum);
    static const QRegularExpression dotted(u"(?<![0-9.])1[3-9]\\d(?<dot>[./_,，、—])\\d{4}\\k<dot>\\d{4}(?![0-9.])"_s);
    static const QRegularExpression fixed(
        u"(?<![0-9-])[（(]?0(?:10|2\\d|[3-9]\\d{2})[)）]?[- ]{0,2}[2-8]\\d{2,3}[- ]?\\d{4}(?![0-9])"_s);
    static const auto noCount =
        u"(?![0-9]|[.,]\\d|余?多? *[万亿]?(?:件|个|次|通|条|人|元|户|起|例))"_s; // 电话2696000个 are counted
    static const QRegularExpression local(
        u"(?:电话|座机|固话|宅电|小灵通|手机|号码|来电显示|拨打|致电|联系方式|联系[:：]|[Tt][Ee][Ll])[^0-9，。；]{0,6}"
        "((?!20\\d{2}[- ]?(?:0[1-9]|1[0-2]))[2-8]\\d{2,3}[- ]?\\d{4})"_s
        + noCount);
    // A second one behind it: 3251234、3266666; of 13804341234/5678 its end.
    static const QRegularExpression beside(
        u"[-、，,;；/／和或及与 ]{1,2}"
        "((?!20\\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01]))[2-8]\\d{6,7}|(?<=[/／])\\d{4})"_s
        + noCount);
    for (const QRegularExpression *form : {&mobile, &dotted, &fixed, &local}) {
        const bool isFixed = form == &fixed || form == &local;
        auto found = form->globalMatch(places.plain());
        while (found.hasNext()) {
            auto match = found.next();
            const int group = form == &local ? 1 : 0;
            const bool certain = !isOfAnOffice(places, match.capturedStart(group), isFixed);
            const bool isGrouped = match.captured().contains(u' ') || match.captured().contains(u'-');
            if (form == &mobile && !isGrouped && isReference(places.plain(), match.capturedStart()))
                continue;
            places.add(match.capturedStart(group), match.capturedLength(group), Kind::Phone, certain, hiddenNumber);
            const auto next = [&] {
                return beside.match(places.plain(), match.capturedEnd(), QRegularExpression::NormalMatch,
                                    QRegularExpression::AnchorAtOffsetMatchOption);
            };
            for (match = next(); match.hasMatch(); match = next())
                places.add(match.capturedStart(1), match.capturedLength(1), Kind::Phone, certain, hiddenNumber);
        }
    }
}

void findPlates(PersonalPlaces &places)
{
    static const QRegularExpression plate(
        u"([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼] ?[A-Z])[·•.\\- ]?"
        "(?=[A-Z]{0,5}\\d)(?!\\d{3,4}(?:国道|省道|县道|高速|公路|线|段))[A-Z0-9]{4,5}[A-Z0-9挂学警港澳试超领]?(?![A-Z0-9])"_s, // G3012
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression halfMasked( // 吉C***45
        u"([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z])[·•.\\- ]?"
        "\\*{2,5}[A-Z0-9]{1,2}[挂学警港澳试超领]?(?![A-Z0-9*])"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression called( // 车牌号：CT3456
        u"(?:车牌|车号|牌照)(?:号码?)?[：:为是]{0,2} ?([A-Z])(?=[A-Z]{0,5}\\d)[A-Z0-9]{4,6}(?![A-Z0-9])"_s);
    auto behind = called.globalMatch(places.plain());
    while (behind.hasNext()) {
        const auto match = behind.next();
        places.add(match.capturedStart(1), match.capturedEnd() - match.capturedStart(1), Kind::Plate, true,
                   match.captured(1) + hiddenNumber);
    }
    for (const QRegularExpression &form : {plate, halfMasked}) {
        auto found = form.globalMatch(places.plain());
        while (found.hasNext()) {
            const auto match = found.next();
            places.add(match.capturedStart(), match.capturedLength(), Kind::Plate, true,
                       match.captured(1) + hiddenNumber);
        }
    }
}

} // namespace

void findPersonalNumbers(PersonalPlaces &places)
{
    findNumbers(places);
    findPhones(places);
    findHalfMasked(places);
    findPlates(places);
}

} // namespace huiyin
