// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/HomeDoors.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// What the numbers of a door are made of; a blank may stand between any two of them.
const auto number = u"(?:[0-9]{1,4}|[一二三四五六七八九十]{1,4})"_s;
const auto gap = u"(?:[- ]{1,2}|[，,] ?|[（(])?"_s;
// What is counted, not a door: 860户, 350平方米, 2023年.
const auto noCount =
    u"(?![0-9.%]| ?(?:[多余]|户|家|个|人|名|平|米|公里|套|万|元|年|月|日|件|处|盏|根|台|辆|块|千|亩|栋|座|层|梯))"_s;

const QString &buildingForm()
{
    static const QString form =
        u"(?:[A-Za-z]-?|[甲乙丙丁东南西北])?(?:"_s + number + u"(?:号|栋|幢|#)?[、和至-])*"_s + number
        + u" ?(?:号楼|号院|栋|幢|座|[#＃] ?楼|[#＃](?= ?-?[0-9一二三四五六七八九十])|楼(?= ?[0-9一二三四五六七八九十]{1,2} ?单元))"_s;
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
        u"(?:[0-9]{1,2}-[0-9]{1,4} ?(?:室|户|房间?|号)?"_s + noCount
        + u"|[0-9]{2,4} ?(?:室|房间?|号|户(?![^，。；、]{0,3}(?:居民|业主|群众|家庭|人|商|停|受|已|均|用)))"_s
        + u"|[0-9]{1,2}号(?!楼)|[0-9]{3,4}"_s + noCount + u"|[一二三四五六七八九十零〇]{3,4}室?|[东西南北中][户门])"_s;
    static const QString form = one + u"(?:[、和及,，/][0-9]{3,4} ?(?:室|户|房|号)?"_s + noCount + u")*"_s;
    return form;
}

const QRegularExpression &homeForm()
{
    static const QString floor = u"(?:"_s + number + u" ?(?:楼|层))"_s;
    // A house with what is in it, a staircase with what is in it, or three numbers.
    static const QRegularExpression form(
        u"(?<![0-9A-Za-z年月.-])(?<house>"_s + buildingForm() + u")(?<inside>(?: ?[0-9A-Za-z]{1,2}座)?(?:"_s + gap
        + staircaseForm() + u")?(?:"_s + gap + floor + u")?(?:"_s + gap + flatForm() + u")?)"_s
        + u"|(?<![0-9A-Za-z第同每各某])(?<staircase>"_s + number + u" ?(?:单元|门洞)"_s + u"(?:"_s + gap + floor
        + u")?(?:"_s + gap + flatForm() + u")?)"_s
        + u"|(?<![0-9A-Za-z.-])(?<three>[A-Za-z]?[0-9]{1,3}[#＃]?-[0-9]{1,2}-[0-9]{3,4}(?:室|户|房)?)(?![0-9-])"_s
        + u"|(?<![0-9A-Za-z.-])(?<two>(?:[0-9]{1,4}弄)?[0-9]{1,4}号[0-9]{3,4}(?:室|房间?))"_s
        + u"|(?<=[小区园苑城府庭湾郡])(?<two2>[0-9]{1,3}-[0-9]{3,4})(?![0-9-]|[号米件个年])"_s
        + u"|(?<![0-9A-Za-z第.-])(?<flat>[0-9]{3,4} ?(?:室(?![内外]?型)|房间|房(?![屋产价租地款源型子贷源])))(?:[、和及][0-9]{3,4} ?室?"_s
        + noCount + u")*"_s
        + u"|(?<=[区院楼苑园城府庭])(?<homes>[0-9]{3,4}户)(?![内外]?型|[^，。；、]{0,3}(?:民|业主|群众|家庭|人|商))"_s);
    return form;
}

bool endsWith(const QString &plain, qsizetype at, const QRegularExpression &form, qsizetype near)
{
    return form.match(plain.mid(std::max<qsizetype>(at - near, 0), std::min(at, near))).hasMatch();
}

// 共12栋, 拆除违法建筑2栋, 新建充电桩15座.
bool isCounted(const QString &plain, qsizetype at)
{
    static const QRegularExpression counting(u"(?:共|建|建成|拆除|改造|清理|涉及|包括|累计|合计|达|约|近|余|新增|完成|"
                                             u"排查|楼房?|建筑物?|房屋|厂房|公寓|宿舍|站|桩|桥梁?|公厕|"
                                             "基站|电梯|堆物|住宅|桥|以上|首批|等|第)[，, ]?$"_s);
    constexpr qsizetype near = 5;
    return endsWith(plain, at, counting, near);
}

// 市政府2号楼215室, 会议室设在六楼601室.
bool isOfAnOffice(const QString &plain, qsizetype at)
{
    static const QRegularExpression office(u"(?:政府|中心|医院|[中小大]学|学校|学院|法院|检察院|[局厅委馆]|大厅|门诊|"
                                           u"办公[^，。；]{0,6}|会议室[^，。；]{0,4}|考点[^，。；]{0,8}|车站|机场|银行|"
                                           "酒店|宾馆)(?:[一二三四五六七八九十0-9]{1,3}[楼层])?$"_s);
    constexpr qsizetype near = 16;
    return endsWith(plain, at, office, near);
}

void addHomes(QList<FoundDoor> &doors, const QString &plain)
{
    static const QRegularExpression community(
        u"(?:小区|[园苑城府庭湾郡邸墅院里]|家园|花园|公寓|家属楼|[一二三四五六七八九十0-9A-Za-z]期|[A-Za-z]区|住|嘉园|名都|新村|新居|，|^)[ ]?$"_s);
    static const QRegularExpression dweller(u"^(?:居民|业主|住户|楼|的?(?:楼上|楼下|邻居))"_s);
    static const QRegularExpression works(u"^(?:停车场|不动产|工程|项目|主体)"_s); // 2号楼停车场
    auto found = homeForm().globalMatch(plain);
    while (found.hasNext()) {
        const auto match = found.next();
        const qsizetype start = match.capturedStart();
        const QString house = match.captured(u"house"_s);
        const bool hasStaircase = match.captured().contains(u"单元"_s);
        if (isOfAnOffice(plain, start) && !hasStaircase)
            continue;
        bool certain = match.captured(u"homes"_s).isEmpty();
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
            if (isCounted(plain, start) && (!hasStaircase || match.captured().endsWith(u"单元"_s)))
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
        doors.append({.start = start, .length = match.capturedLength(), .certain = certain && !isTwo});
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
        u"(?:(?<!公|铁|马|水|线|电|道|网|管)路|街|巷|胡同|大道)([甲乙丙丁]?[0-9]{1,5}(?:-[0-9]{1,3})?(?:弄[0-9]{1,3})?"
        u"号"
        "(?:附[0-9]{1,3}号|之[0-9]{1,3}|[0-9]{3,4}室?)?)(?!楼|线|公路|文|[出入]口|闸|地块|桥|井|站|标段|隧道)"_s);
    static const QRegularExpression office(
        u"^[^，。；、\\s]{0,8}?(?:大厅|中心|政府|[局院厅]|大厦|银行|酒店|学校|邮编)|^[，, ]*邮编"_s);
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
        u"(?<group>[0-9一二三四五六七八九十]{1,3}(?:组|社|队))(?<home>[0-9]{1,4}号)(?!文|线|楼|井|泵|闸|桥|地块)"
        "|(?:村|屯|庄)(?<alone>[0-9]{1,4}号)(?!文|线|楼|井|泵|闸|桥|地块|公路)"
        "|(?<=[^0-9A-Za-z第.-])(?<shop>(?:[A-Za-z][0-9]?-?)?[0-9]{1,4}号(?:车位|车库|门市|商铺))"
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
    static const QRegularExpression numbers(u"[0-9A-Za-z]+|[一二三四五六七八九十零〇]+"_s);
    return text.replace(numbers, u"*"_s);
}

} // namespace huiyin
