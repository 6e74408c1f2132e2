// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/PersonalPlaces.h"

#include <QDate>

#include <algorithm>

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

// Numbers as our own lists mask them (138****5678, 0434-*****34, 220302********0013, 吉C***45), and others (1380434****):
// what is left of them finds a citizen in a town all the same.
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
        {Kind::Phone, QRegularExpression(u"(?<![0-9*])(?:\\+?86[- ]?|0)?1[3-9]\\d(?:\\d{1,6}(?=\\*{2})|(?=[-. ]?\\*))"
                                         "(?:[-. ]?\\*){2,8}(?:[-. ]?\\d){0,4}(?![0-9*])"_s)},
        {Kind::Phone, QRegularExpression(u"(?<![0-9A-Za-z])1[3-9]\\d[- ]?[XxХ×]{4}[- ]?\\d{4}(?![0-9A-Za-z])"_s)},
        {Kind::BankCard, QRegularExpression(u"(?<![0-9*])\\d{4,6}(?:[- ]?\\*{2,}){1,4}[- ]?\\d{3,4}(?![0-9*])"_s)},
        {Kind::Phone, QRegularExpression(
                          u"(?<![0-9*-])[（(]?0\\d{2,3}[)）]?[- ]?\\*(?:[- ]?\\*){3,6}(?:[- ]?\\d){0,4}(?![0-9*])"_s)},
        {Kind::Phone, QRegularExpression(u"(?:电话|座机|固话|宅电|手机|号码|致电|来电|联系)[^0-9，。；*]{0,6}"
                                         "(\\*{5,9}\\d{1,2})(?![0-9*])"_s)}};
    for (const Form &one : forms)
        places.addAll(one.form, one.kind, [](const QRegularExpressionMatch &) { return true; });
}

bool standsBehind(const QString &plain, qsizetype at, const QRegularExpression &form, qsizetype near = 16)
{
    return form.match(plain.mid(std::max<qsizetype>(at - near, 0), std::min(at, near))).hasMatch();
}

// 抄送：… 联系人：热线科，联系电话：0434-3266666: an office tells how it is reached, and there is nobody else in the line.
bool isContactLine(const PersonalPlaces &places)
{
    static const QRegularExpression contact(u"联系人|电话|传真|邮箱|邮件"_s);
    static const QRegularExpression office(
        u"(?:^|[ "
        u"，,；;。|])(?:报|送|发)[:：]|抄[报送]|编辑|主办|共印|办公室|科室|(?:热线|综合|业务|信息|督办|督查|宣传|受理|"
        "秘书|调研|行政|法规|人事|财务|数据|统计|信访)科(?!技|学)"_s);
    static const QRegularExpression citizen(u"[市居村网]民(?!服务|热线|[委中政])|业主|群众|诉求人|反映|来电|来信|"
                                            u"投诉人|举报人|当事人|户主|房东|家住|住户|租户|商户|姓名|先生|女士|"
                                            "某|身份证|回访|其[父母子女夫妻]|工单"_s);
    const QString &line = places.plain();
    return !places.isCell() && contact.match(line).hasMatch() && office.match(line).hasMatch()
           && !citizen.match(line).hasMatch();
}

// A number that an office gives out itself is called so just before it; 举报人电话 is a citizen's.
bool isOfAnOffice(const PersonalPlaces &places, qsizetype at, bool isFixed)
{
    static const auto service =
        u"(?:热线|咨询|值班|监督|举报|服务|办公|公开|客服|报修|抢修|单位)(?!人|员|者|对象|同事)"_s;
    static const QRegularExpression called(service
                                           + u"(?:室|中心|受理|监督|举报|咨询|投诉|联系){0,2}(?:电话|手机|号码|热线)?"
                                             "[：: （(是为]{0,3}$"_s);
    static const QRegularExpression calledFixed(service + u"(?!接到|来电)[^，。；：:\\d]{0,6}[：: （(是为]{0,3}$"_s);
    static const QRegularExpression fixed(
        u"(?:传真|请拨打|可拨打|可致电|请致电|(?:[局院厅委办所站]|中心|大厅|公司|物业|窗口)(?:的?(?:联系)?电话))"
        "[：: （(是为]{0,3}$"_s);
    static const QRegularExpression atTheFoot(u"^(?:联系)?电话[：: ]{0,2}$"_s); // a bulletin's last line
    const QString &plain = places.plain();
    if (!isFixed)
        return standsBehind(plain, at, called);
    return standsBehind(plain, at, calledFixed) || standsBehind(plain, at, fixed)
           || (!places.isCell() && plain[at] == u'0' && atTheFoot.match(plain.first(at)).hasMatch())
           || isContactLine(places);
}

// Numbers of tickets, documents and enterprises, which only look like a citizen's.
bool isReference(const QString &plain, qsizetype at)
{
    static const QRegularExpression called(
        u"(?:编号|单号|文号|流水号|案号|批号|代码|受理号|工单号?|ICP备|备案号?|许可证?号?|字第)[：: （(是为A-Za-z]{0,6}$"_s);
    return standsBehind(plain, at, called);
}

void findIdentities(PersonalPlaces &places)
{
    static const QRegularExpression called( // whatever its digits are
        u"(?:身份证(?:号码?)?|证件号码?)[^，。；\\d]{0,4}(\\d{14,18}[0-9Xx])(?![0-9A-Za-z])"_s);
    // The first two digits are a province's.
    static const QRegularExpression identity(
        u"(?<![0-9])(?=[1-8])\\d{6}[- ]?\\d{4}[- ]?\\d{4}[- ]?\\d{3}[0-9Xx](?![0-9A-Za-z])"_s);
    static const QRegularExpression separators(u"[- ]"_s);
    static const QRegularExpression province(u"^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])"_s);
    places.addAll(called, Kind::Identity, [](const QRegularExpressionMatch &) { return true; });
    auto found = identity.globalMatch(places.plain());
    while (found.hasNext()) {
        const auto match = found.next();
        const QString digits = QString(match.captured()).remove(separators);
        if (hasBirthday(digits, 6, true) && province.match(digits).hasMatch())
            places.add(match.capturedStart(), match.capturedLength(), Kind::Identity, true, hiddenNumber);
    }
}

void findOldIdentities(PersonalPlaces &places)
{
    static const QRegularExpression form(u"(?<![0-9])(?=[1-8])\\d{15}(?![0-9])"_s);
    static const QRegularExpression province(u"^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])"_s);
    auto found = form.globalMatch(places.plain());
    while (found.hasNext()) {
        const auto match = found.next();
        if (hasBirthday(match.captured(), 6, false) && province.match(match.captured()).hasMatch()
            && !isReference(places.plain(), match.capturedStart()))
            places.add(match.capturedStart(), match.capturedLength(), Kind::Identity, false, hiddenNumber);
    }
}

void findCards(PersonalPlaces &places)
{
    static const QRegularExpression card(u"(?<![0-9])\\d{4}(?:[- ]?\\d{4}){3}(?:[- ]?\\d{1,3})?(?![0-9])"_s);
    static const QRegularExpression called(u"(卡号|账号|帐号|账户|帐户|银行|信用社|存折|[行社]卡)[^，。；\\d]{0,8}$"_s);
    static const QRegularExpression calledBehind(u"^[)）]?的?(?:账户|帐户|卡)"_s);
    static const QRegularExpression counted(u"^ ?(?:[年件个条次户人]|[万亿]?元)"_s);
    auto found = card.globalMatch(places.plain());
    while (found.hasNext()) {
        const auto match = found.next();
        const QString behind = places.plain().mid(match.capturedEnd(), 3);
        const bool isCalled =
            standsBehind(places.plain(), match.capturedStart(), called) || calledBehind.match(behind).hasMatch();
        // One row of years or counts of ten adds up as a card does; cards begin with other digits.
        const bool mayBe = u"34569"_s.contains(match.captured().front()) && !counted.match(behind).hasMatch();
        if (isCalled
            || (mayBe && isCardNumber(match.captured()) && !isReference(places.plain(), match.capturedStart())))
            places.add(match.capturedStart(), match.capturedLength(), Kind::BankCard, isCalled, hiddenNumber);
    }
}

void findAccounts(PersonalPlaces &places)
{
    // 微信12345 is an office's.
    static const QRegularExpression account(
        u"(?<!关注|通过|官方)(?:微信(?:号码?|ID)?|QQ号?码?|扣扣号?|抖音(?:号|账号)|快手号|支付宝(?:账号|帐号)?|户号|"
        "用户编号|用户号|缴费编号|残疾证号|军官证号|驾驶证号|[社医]保(?:编号|号)|[水电]表号|卡号|账号|帐号|学号|工号|"
        "护照号?码?)(?:[:：]|[为是][:：]?)?[ （(]{0,2}"
        "(?![0-9]{5}(?![A-Za-z0-9_-]))([A-Za-z0-9_-][A-Za-z0-9_.@-]{3,}[A-Za-z0-9_@-])"_s,
        QRegularExpression::CaseInsensitiveOption);
    places.addAll(account, Kind::Account, [](const QRegularExpressionMatch &) { return true; });
}

void findEmails(PersonalPlaces &places)
{
    static const QRegularExpression email(u"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+"_s);
    places.addAll(email, Kind::Email, [&places](const QRegularExpressionMatch &match) {
        return !match.captured().endsWith(u"gov.cn"_s) && !isContactLine(places);
    });
}

// As numbers are spoken; a row of counts is grouped otherwise. A sum is none, and 元旦 no sum.
const QString &mobileForm()
{
    static const QString form =
        u"(?<![0-9])(?:(?:\\+|00)?86[)）]?[- ]?|0)?(?:1[3-9]\\d(?:\\d{8}|[- ]{1,2}\\d{4}[- ]{0,2}\\d{4}|\\d{4}[- "
        u"]\\d{4}"
        "|[- ]\\d{8}|\\d[- ]\\d{4}[- ]\\d{3}|\\d{2}[- ](?:\\d{6}|\\d{3}[- ]\\d{3})|-\\d{3}-\\d{5})"
        "|[（(]1[3-9]\\d[)）][- ]?\\d{4}[- ]?\\d{4})(?![0-9]|(?:\\.\\d{1,4})? ?[万亿]?元(?![旦宝月素件]))"_s;
    return form;
}

void findPhones(PersonalPlaces &places)
{
    static const QRegularExpression mobile(mobileForm());
    static const QRegularExpression calledMobile( // however it is grouped; 接听电话 133 128 99 100 are counts
        u"(?<!接听|受理)(?:电话|手机|联系方式)号?码?[^0-9，。；]{0,4}(1[3-9](?:[- ]?\\d){9})(?![0-9]|[- .]\\d)"_s);
    static const QRegularExpression dotted(u"(?<![0-9.])1[3-9]\\d(?<dot>[./_,，、])\\d{4}\\k<dot>\\d{4}(?![0-9.])"_s);
    static const QRegularExpression fixed( // only behind a digit does a dash belong to what is in front of it
        u"(?<![0-9])(?<![0-9]-)[（(]?0(?:10|2\\d|[3-9]\\d{2})[)）]?[- ]{0,2}[2-8]\\d{2,3}[- ]?\\d{4}(?![0-9])"_s);
    static const auto noCount = // 电话2696000个 are counted; 人民路, 户主 and 元旦 are not
        u"(?![0-9]|[.,]\\d|余?多? *[万亿]?(?:件|个(?!人)|次|通(?![知话过])|条(?!件)|人(?![民员事工家])|元(?![旦宝])|"
        "户(?![主籍口])|起(?!诉)|例(?!如)))"_s;
    static const QRegularExpression local(u"(?:电话|座机|固话|宅电|小灵通|手机|号码|来电显示|拨打|致电|联系方式|联系[:"
                                          u"：]|联系(?=\\d)|[Tt][Ee][Ll])[^0-9，。；]{0,6}"
                                          "((?!20\\d{2}[- ]?(?:0[1-9]|1[0-2]))[2-8]\\d{2,3}[- ]?\\d{4})"_s
                                          + noCount);
    static const QRegularExpression spelled( // 一三八零四三四一二三四
        u"(?<![零〇一二三四五六七八九十百千万])([一幺壹][三四五六七八九][零〇一二两三四五六七八九幺]{9})"
        "(?![零〇一二三四五六七八九十百千万])"_s);
    static const QRegularExpression spelledLocal(
        u"(?:电话|座机|固话|手机|号码|致电)[^0-9，。；]{0,4}?([零〇一二两三四五六七八九幺]{7,12})(?![零〇一二三四五六七八九十百千万])"_s);
    // A second one behind it: 3251234、3266666; of 13804341234/5678 its end.
    static const QRegularExpression beside(
        u"[-、，,;；/／和或及与 ]{1,2}"
        "((?!20\\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01]))[2-8]\\d{6,7}|(?<=[/／])\\d{4}(?! ?[年月]))"_s
        + noCount);
    const auto sure = [](const QRegularExpressionMatch &) { return true; };
    QRegularExpression::MatchOptions anchored = QRegularExpression::AnchorAtOffsetMatchOption;
    if (places.plain().isValidUtf16()) // else every match would go over the whole text
        anchored |= QRegularExpression::DontCheckSubjectStringMatchOption;
    for (const QRegularExpression *form : {&mobile, &calledMobile, &dotted, &fixed, &local}) {
        const bool isFixed = form == &fixed || form == &local;
        auto found = form->globalMatch(places.plain());
        while (found.hasNext()) {
            auto match = found.next();
            const int group = form == &local || form == &calledMobile ? 1 : 0;
            const qsizetype start = match.capturedStart(group);
            const bool isGrouped = match.captured().contains(u' ') || match.captured().contains(u'-');
            // A number of a ticket hardly looks so: better asked about than printed.
            const bool isOther = form == &mobile && !isGrouped && isReference(places.plain(), start);
            const bool certain = !isOther && !isOfAnOffice(places, start, isFixed);
            places.add(start, match.capturedLength(group), Kind::Phone, certain, hiddenNumber);
            const auto next = [&] {
                return beside.match(places.plain(), match.capturedEnd(), QRegularExpression::NormalMatch, anchored);
            };
            for (match = next(); match.hasMatch(); match = next())
                places.add(match.capturedStart(1), match.capturedLength(1), Kind::Phone, certain, hiddenNumber);
        }
    }
    places.addAll(spelled, Kind::Phone, sure);
    places.addAll(spelledLocal, Kind::Phone, sure);
}

void findPlates(PersonalPlaces &places)
{
    // 系统更新V2023版, 创新A1203室 are none; four signs make one only where it is called so.
    static const auto province =
        u"(?:[京津沪渝冀豫云辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]|(?<![更最创高刷革全翻重])新)"_s;
    static const QRegularExpression plate(
        u"("_s + province
            + u" ?[A-Z])[·•.\\- ]?(?=[A-Z]{0,5}\\d)(?!\\d{3,4}(?:国道|省道|县道|高速|公路|线|段))" // G3012
              "(?:[A-Z0-9]{5,6}|[A-Z0-9]{4}[挂学警港澳试超领])(?![A-Z0-9]| ?(?:版|室|地块|年(?![检审])|路(?![边过口上])))"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression halfMasked( // 吉C***45, 吉C12**5; 吉C**** tells nothing any more
        u"("_s + province
            + u"[A-Z])[·•.\\- ]?(?=[A-Z0-9*]{4,6}(?![A-Z0-9*]))(?=\\**[A-Z0-9])[A-Z0-9]{0,3}\\*{2,5}[A-Z0-9]{0,2}"
              "[挂学警港澳试超领]?(?![A-Z0-9*])"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression called( // 车牌号：CT3456, 车牌吉C12345、C67890
        u"(?:(?:车牌|车号|牌照)(?:号码?)?[：:为是]{0,2} ?|(?:摩托|面包|出租|[货客轿三轮])车(?=[^A-Z0-9])|\\G(?<!^)[、和及])("_s
            + province + u"?[A-Z])[·•.\\- ]?(?=[A-Z]{0,5}\\d)[A-Z0-9]{4,6}(?![A-Z0-9])"_s,
        QRegularExpression::CaseInsensitiveOption);
    for (const QRegularExpression *form : {&called, &plate, &halfMasked}) {
        auto found = form->globalMatch(places.plain());
        while (found.hasNext()) {
            const auto match = found.next();
            const qsizetype start = match.capturedStart(1);
            places.add(start, match.capturedEnd() - start, Kind::Plate, true, match.captured(1) + hiddenNumber);
        }
    }
}

} // namespace

void findPersonalNumbers(PersonalPlaces &places)
{
    findEmails(places);
    findIdentities(places);
    findCards(places);
    findOldIdentities(places);
    findAccounts(places);
    findPhones(places);
    findHalfMasked(places);
    findPlates(places);
}

} // namespace huiyin
