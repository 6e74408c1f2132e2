// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/HomeDoors.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// What the numbers of a door are made of; a blank may stand between any two of them.
const auto number = u"(?:[0-9]{1,4}|[一二三四五六七八九十][一二三四五六七八九十百零〇]{0,5})"_s;
const auto gap = u"(?:[- ]{1,2}|[（()）]{1,2})?"_s;
const auto comma = u"[，,] ?"_s; // behind it only what is called a door: 5号楼，120天无人处理
// What is counted, not a door: 860户, 350平方米, 2023年; nor is it the beginning of a telephone number, or 110 that comes.
const auto noCount =
    u"(?![0-9.%]|-[0-9]{4}"
    "| ?(?:[多余]|户|家|个|人|名|平|米|公里|套|万|元|年|月|日|天|件|次|处|盏|根|台|辆|块|千|亩|栋|座|层|梯|吨|"
    "小时|分钟|度|伏|瓦|到场|出警|接警|报警|处警|急救|救护))"_s;

const QString &buildingForm()
{
    static const QString form = u"(?:(?:[A-Za-z]-?|[甲乙丙丁东南西北])?(?:"_s + number + u"(?:号|栋|幢|#)?[、和至-])*"_s
                                + number
                                + u" ?(?:号楼|号院|栋|幢|座|[#＃] ?楼|[#＃](?= ?-?[0-9一二三四五六七八九十])|楼(?= "
                                  u"?[0-9一二三四五六七八九十]{1,2} ?单元))"
                                  "|[A-Za-z甲乙丙丁] ?[栋幢座](?= ?[0-9一二三四五六七八九十]{1,3} ?单元))"_s;
    return form;
}

const QString &staircaseForm()
{
    static const QString form =
        u"(?:"_s + number + u"|[东西南北中甲乙丙]) ?(?:单元|门洞|门(?=[0-9]|[一二三四五六七八九十]{1,3}楼))"_s;
    return form;
}

// 301室, 301, 2-301, 5楼1号, 三零一室, 西户; several of them: 601、602.
const QString &flatForm()
{
    static const QString one =
        u"(?:[0-9]{1,2}(?:-[0-9]{1,4}){1,2} ?(?:室|户|房间?|号)?"_s + noCount
        + u"|[0-9]{2,4} ?(?:室|房间?|号|户(?![^，。；、]{0,3}(?:居民|业主|群众|家庭|人|商|停|受|已|均|用)))"_s
        + u"|[0-9]{1,2}号(?!楼|停[水电气暖热]|恢复|开始|起|至|[上下]午|[早晚])|[0-9]{3,4}"_s + noCount
        + u"|[一二三四五六七八九十零〇]{3,4}室?|[东西南北中][户门])"_s;
    static const QString form = one + u"(?:[、和及,，/][0-9]{3,4} ?(?:室|户|房|号)?"_s + noCount + u")*"_s;
    return form;
}

const QRegularExpression &homeForm()
{
    static const QString floor = u"(?:"_s + number + u" ?(?:楼|层))"_s;
    static const QString calledFlat = // or one with nothing behind it that could be counted
        u"(?:[0-9]{1,4}(?:-[0-9]{1,4})? ?(?:室|房间?)|[一二三四五六七八九十零〇]{3,4}室"
        "|(?:[0-9]{1,2}-)?[0-9]{3,4}(?=[，。；、）)]|居民|业主|住户|$))"_s;
    static const QString either = u"(?:"_s + comma + u"|"_s + gap + u")"_s;
    // A house with what is in it, a staircase with what is in it, or three numbers.
    static const QRegularExpression form(
        u"(?<![0-9A-Za-z年月.])(?<![0-9A-Za-z]-)(?<house>"_s + buildingForm()
        + u")(?<inside>(?: ?[0-9A-Za-z]{1,2}座)?(?:"_s + either + staircaseForm() + u")?(?:"_s + either + floor
        + u")?(?:"_s + comma + calledFlat + u"|"_s + gap + flatForm() + u")?)"_s
        + u"|(?<![0-9A-Za-z第同每各某])(?<staircase>"_s + number + u" ?(?:单元|门洞)"_s + u"(?:"_s + either + floor
        + u")?(?:"_s + comma + calledFlat + u"|"_s + gap + flatForm() + u")?)"_s
        + u"|(?<![0-9A-Za-z.-])(?<three>[A-Za-z]?[0-9]{1,3}[#＃]?-[0-9]{1,2}-[0-9]{3,4}(?:室|户|房)?)"
          "(?![0-9-]| ?(?:[毫厘]?米|mm|cm))"_s
        + u"|(?<![0-9A-Za-z.-])(?<two>(?:[0-9]{1,4}弄)?[0-9]{1,4}号[0-9]{3,4}(?:室|房间?))"_s
        + u"|(?<=[小区园苑城府庭湾郡])(?<two2>[0-9]{1,3}-[0-9]{3,4})(?![0-9-]|[号米件个年])"_s
        + u"|(?<![0-9A-Za-z第.-])(?<![有共设约达])"
          "(?<flat>[0-9]{3,4} ?(?:室(?![内外]?型)|房间|房(?![屋产价租地款源型子贷])))(?:[、和及][0-9]{3,4} ?室?"_s
        + noCount + u")*"_s
        + u"|(?<=[区院楼苑园城府庭])(?<homes>[0-9]{3,4}户)(?![内外]?型|[^，。；、]{0,3}(?:民|业主|群众|家庭|人|商))"_s
        + u"|(?:(?<=家住|住在|家在)|(?<=住)(?<![入常吃食居]住))(?<lived>(?:(?:[0-9]{1,2}-){0,2}[0-9]{3,4}"_s + noCount
        + u"(?!医院|厂|国道|省道|县道|线|路)|[一二三四五六七八九][零〇][一二三四五六七八九](?![零〇一二三四五六七八九十])))"_s
        + u"|(?<=楼上|楼下|对门|隔壁)(?<beside>[0-9]{3,4}"_s + noCount + u")"_s);
    return form;
}

bool endsWith(const QString &plain, qsizetype at, const QRegularExpression &form, qsizetype near)
{
    return form.match(plain.mid(std::max<qsizetype>(at - near, 0), std::min(at, near))).hasMatch();
}

// 共12栋, 拆除违法建筑2栋4单元, 新建充电桩15座.
bool isCounted(const QString &plain, qsizetype at)
{
    static const QRegularExpression counting(u"(?:共|建|建成|拆除|改造|清理|涉及|包括|累计|合计|达|约|近|余|新增|完成|"
                                             u"排查|楼房?|建筑物?|房屋|厂房|站|桩|桥梁?|公厕|"
                                             "基站|电梯|堆物|住宅|桥|以上|首批|等|第)[，, ]?$"_s);
    constexpr qsizetype near = 5;
    return endsWith(plain, at, counting, near);
}

// 该楼共有3单元36户, 每栋2单元; a flat of that form has three digits (301户).
bool isCountOfHomes(const QString &plain, qsizetype at, const QString &home)
{
    static const QRegularExpression counting(u"(?:[共有计各达约余]|每[栋楼座幢号])[，, ]?$"_s);
    static const QRegularExpression few(u"单元 ?[0-9]{1,2} ?户$"_s);
    const bool isCount = home.endsWith(u"单元"_s) || home.endsWith(u'户');
    return isCount && (endsWith(plain, at, counting, 4) || few.match(home).hasMatch());
}

// 市政府2号楼215室, 会议室设在六楼601室.
bool isOfAnOffice(const QString &plain, qsizetype at)
{
    static const QRegularExpression office(
        u"(?:政府|(?<![市镇城乡县区])中心|医院|[中小大]学|学校|学院|法院|检察院|[局厅委馆]|大厅|门诊|"
        u"办公[^，。；]{0,6}|会议室[^，。；]{0,4}|考点[^，。；]{0,8}|车站|机场|银行|"
        "酒店|宾馆)(?:[一二三四五六七八九十0-9]{1,3}[楼层])?$"_s);
    constexpr qsizetype near = 16;
    return endsWith(plain, at, office, near);
}

void addHomes(QList<FoundDoor> &doors, const QString &plain)
{
    static const QRegularExpression community(
        u"(?:小区|[园苑城府庭湾郡邸墅院里]|家园|花园|公寓|宿舍|家属楼|[A-Za-z]区|住|嘉园|名都|新村|新居|，|^"
        "|[一二三四五六七八九十0-9A-Za-z]期)[- ]?$"_s);
    static const QRegularExpression dwelling(u"(?:公寓|宿舍)$"_s); // 新建公寓5栋
    static const QRegularExpression dweller(u"^(?:居民|业主|住户|楼|的?(?:楼上|楼下|邻居))"_s);
    static const QRegularExpression works(u"^(?:停车场|不动产|工程|项目|主体)"_s); // 2号楼停车场
    auto found = homeForm().globalMatch(plain);
    while (found.hasNext()) {
        const auto match = found.next();
        const qsizetype start = match.capturedStart();
        const QString house = match.captured(u"house"_s);
        const QString home = match.captured();
        const bool hasStaircase = home.contains(u"单元"_s);
        if ((isOfAnOffice(plain, start) && !hasStaircase) || isCountOfHomes(plain, start, home))
            continue;
        bool certain = match.captured(u"homes"_s).isEmpty() && match.captured(u"beside"_s).isEmpty();
        // 1单元12户居民停水
        if (match.captured(u"staircase"_s).endsWith(u"单元"_s))
            certain = endsWith(plain, start, community, 6);
        if (!house.isEmpty() && match.captured(u"inside"_s).isEmpty()
            && works.match(plain.mid(match.capturedEnd(), 4)).hasMatch())
            continue;
        if (!house.isEmpty() && !house.contains(u"号楼"_s) && !house.contains(u"号院"_s)) {
            const bool isAlone = match.captured(u"inside"_s).isEmpty();
            const QString behind = plain.mid(match.capturedEnd(), 4);
            const bool isSign = house.contains(u'#') || house.contains(u'＃');
            const bool isHouse = endsWith(plain, start, community, 6);
            // 职工宿舍2栋301室: what has a flat in it isn't counted.
            const bool mayBeCount = isAlone || home.endsWith(u"单元"_s) || home.endsWith(u'户');
            const bool isNumbered = !isAlone && start > 0 && plain[start - 1] == u'第'; // 第3栋2单元
            if (mayBeCount && !isNumbered && isCounted(plain, start))
                continue;
            if (isAlone && endsWith(plain, start, dwelling, 2) && !dweller.match(behind).hasMatch())
                continue;
            // 首批四栋楼, 28栋居民, 92#汽油, 修建5座.
            if (isAlone && (house.endsWith(u'座') ? !isHouse : !(isHouse || dweller.match(behind).hasMatch())))
                continue;
            if (isAlone && !isSign && (behind.startsWith(u'楼') || (house.size() <= 2 && !isHouse)))
                continue;
            if (house.endsWith(u'座') && !hasStaircase && !isHouse)
                continue;
            certain = !isAlone || (isSign && house.contains(u'楼'));
        }
        const bool isTwo = !match.captured(u"two2"_s).isEmpty();
        static const QRegularExpression date(u"-20[12][0-9]$"_s); // 12-5-2020
        const bool isDate = date.match(match.captured(u"three"_s)).hasMatch();
        doors.append({.start = start, .length = match.capturedLength(), .certain = certain && !isTwo && !isDate});
    }
}

void add(QList<FoundDoor> &doors, qsizetype start, qsizetype length, bool certain)
{
    const bool taken = std::ranges::any_of(
        doors, [&](const FoundDoor &door) { return start < door.start + door.length && door.start < start + length; });
    if (!taken)
        doors.append({.start = start, .length = length, .certain = certain});
}

// 锦绣路8号, 128弄5号602室, 五组23号, 6号门市: shops and offices have them, too.
void addNumbered(QList<FoundDoor> &doors, const QString &plain)
{
    static const QRegularExpression street(
        u"(?:(?<!公|铁|水|线|电|道|网|管)(?<!(?<![白天])马)路|街|巷|胡同|大道)"
        "([甲乙丙丁]?[0-9]{1,5}(?:-[0-9]{1,3})?(?:弄[0-9]{1,3})?号(?:附[0-9]{1,3}号|之[0-9]{1,3}|[0-9]{3,4}(?:室|"_s
        + noCount + u"))?)(?!楼|线|公路|文|[出入]口|闸|地块|桥|井|站|标段|隧道)"_s);
    static const QRegularExpression office( // in what goes on: not of somebody who lives there
        u"^(?:(?!居民|业主|村民|住户)[^，。；、\\s的到向]){0,8}?"
        "(?:大厅|中心|政府|局|院(?![墙内里子])|厅(?!堂)|大厦|银行|酒店|学校|邮编)|^[，, ]*邮编"_s);
    static const QRegularExpression ofAnOffice(u"(?:办公|单位|邮寄|通信|窗口|政务)[^，。；]{0,16}$"_s);
    auto found = street.globalMatch(plain);
    while (found.hasNext()) {
        const auto match = found.next();
        constexpr qsizetype near = 24;
        const bool isOffice = office.match(plain.mid(match.capturedEnd(1), near)).hasMatch()
                              || endsWith(plain, match.capturedStart(1), ofAnOffice, near);
        if (!isOffice)
            add(doors, match.capturedStart(1), match.capturedLength(1), match.captured(1).endsWith(u'室'));
    }
    static const QRegularExpression village(
        u"[0-9一二三四五六七八九十]{1,3}(?:组|社|队)(?<home>[0-9]{1,4}号)(?!文|线|楼|井|泵|闸|桥|地块)"
        "|(?:村|屯|庄|门牌)(?<alone>[0-9]{1,4}号)(?!文|线|楼|井|泵|闸|桥|地块|公路)"
        "|(?<![0-9A-Za-z第.-])(?<shop>(?:[A-Za-z][0-9]?-?)?[0-9]{1,4}号(?:车位|车库|门市|商铺))"
        "|(?:^|(?<=[区园苑城府庭，。]))(?<owner>[0-9]{3,4}号)(?=业主|住户|居民)"_s);
    found = village.globalMatch(plain);
    while (found.hasNext()) {
        const auto match = found.next();
        for (const QString &part : {u"home"_s, u"alone"_s, u"shop"_s, u"owner"_s}) {
            if (!match.captured(part).isEmpty()) {
                qsizetype length = match.capturedLength(part);
                if (part == u"shop"_s)
                    length -= 2;
                add(doors, match.capturedStart(part), length, part == u"home"_s);
            }
        }
    }
}

} // namespace

QList<FoundDoor> doorsIn(const QString &plain)
{
    QList<FoundDoor> doors;
    addHomes(doors, plain);
    addNumbered(doors, plain);
    std::ranges::sort(doors, {}, &FoundDoor::start);
    return doors;
}

QString withoutDoorNumbers(QString text)
{
    static const QRegularExpression numbers(u"[0-9A-Za-z]+|[一二三四五六七八九十百零〇]+"_s);
    return text.replace(numbers, u"*"_s);
}

} // namespace huiyin
