// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Place.h"

#include "domain/SearchText.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// 十二 -> 12; digits and letters as they are. Two places at most: houses have no more in words.
QString plainNumber(const QString &number)
{
    static const auto digits = u"零一二三四五六七八九"_s;
    const qsizetype ten = number.indexOf(u'十');
    if (ten < 0) {
        const qsizetype digit = number.size() == 1 ? digits.indexOf(number) : -1;
        return digit < 0 ? number : QString::number(digit);
    }
    const qsizetype tens = ten == 0 ? 1 : digits.indexOf(number[ten - 1]);
    const qsizetype ones = ten + 1 == number.size() ? 0 : digits.indexOf(number[ten + 1]);
    return QString::number(tens * 10 + ones);
}

constexpr auto numberText =
    "([0-9]{1,5}|[a-z][0-9]{0,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])";

const QRegularExpression &buildingWord()
{
    static const QRegularExpression word(QString::fromUtf8(numberText) + u"(?:号楼|栋|幢|座|#楼|#)"_s);
    return word;
}

const QRegularExpression &houseNumber()
{
    static const QRegularExpression word(u"(?<=[路街道巷弄里]|胡同)([0-9]{1,5}(?:-[0-9]{1,4})?)号(?![线楼院大])"_s);
    return word;
}

// What stands in brackets belongs to the name before it: 华宇城(二期). White space and commas part nothing.
QString joined(QStringView address)
{
    QString text;
    for (const QChar c : address) {
        if (c.isLetterOrNumber() || c == u'-' || c == u'#')
            text += c;
    }
    return text;
}

// The names of province, city, county and town. Those of districts are left out only where the office has them, or a
// city or county stands before: 祥和新区 and 铁路生活区 are places where people live, and 城市, 超市 and 都市 no cities.
QString withoutAreas(QString address, const QStringList &areas)
{
    static const QRegularExpression area(
        u"^[^0-9a-z城超菜夜早都闹集]{1,8}?(?:省|自治区|自治州|自治县|市(?!场)|县(?!城)|街道|镇(?!南|北|东|西)|(?<=[^家民农城渔])乡)"_s);
    static const QRegularExpression district(u"^[^0-9a-z小社园厂校片新活发景库东西南北]{2,6}?区"_s);
    bool afterCity = false;
    bool shorter = true;
    const auto take = [&](qsizetype length) {
        // What only looks like an area is never all of it, nor all but the number of a house.
        if (length <= 0 || length >= address.size() || address[length].isDigit())
            return;
        address.remove(0, length);
        shorter = true;
    };
    while (shorter) {
        shorter = false;
        for (const QString &name : areas) {
            if (!name.isEmpty() && address.startsWith(name)) {
                address.remove(0, name.size());
                shorter = true;
            }
        }
        if (const auto found = area.match(address); found.hasMatch() && found.capturedLength() >= 2) {
            afterCity = true;
            take(found.capturedLength());
        } else if (const auto part = district.match(address); afterCity && part.hasMatch()) {
            take(part.capturedLength());
        }
    }
    return address;
}

// Words that stand where nobody knew the place, or that are part of a name and none by themselves.
bool saysNothing(const QString &estate)
{
    static const QStringList words{u"不详"_s, u"未提供"_s, u"未知"_s, u"无"_s,   u"家中"_s, u"家里"_s,
                                   u"本市"_s, u"市区"_s,   u"院内"_s, u"大院"_s, u"小区"_s, u"楼内"_s,
                                   u"一期"_s, u"二期"_s,   u"三期"_s, u"四期"_s, u"东区"_s, u"西区"_s,
                                   u"南区"_s, u"北区"_s,   u"暂无"_s, u"保密"_s, u"匿名"_s, u"不愿透露"_s};
    return words.contains(estate) || std::ranges::none_of(estate, [](QChar c) { return c.isLetter(); });
}

bool sameEstate(const QString &one, const QString &other)
{
    constexpr qsizetype telling = 3; // 平东小区 and 平东小区南门
    const auto &[shorter, longer] =
        std::minmax(one, other, [](const QString &a, const QString &b) { return a.size() < b.size(); });
    return one == other || (shorter.size() >= telling && longer.contains(shorter));
}

} // namespace

Place Place::of(QStringView foldedAddress, const QStringList &areas)
{
    static const QRegularExpression unitWord(QString::fromUtf8(numberText) + u"(?:单元|门)"_s);
    static const QRegularExpression flatWord(u"([0-9]{3,4})(?:室|号|户)?$"_s);
    // 阳光花园12-3-501
    static const QRegularExpression dashes(
        u"([0-9]{1,3})(?:号楼|栋|幢|座|#)?-([0-9]{1,2})-([0-9]{3,4})(?:室|号|户)?$"_s);
    // 四组12号: a door in a village
    static const QRegularExpression villageDoor(u"(?<=[村组屯队社])([0-9]{1,4})号?$"_s);

    Place place;
    const QString address = withoutAreas(joined(foldedAddress), areas);
    if (const auto found = dashes.match(address); found.hasMatch()) {
        place = {.estate = address.first(found.capturedStart()),
                 .building = found.captured(1),
                 .unit = found.captured(2),
                 .flat = found.captured(3)};
    } else {
        place.estate = address;
        QString behind;
        auto building = buildingWord().match(address);
        if (!building.hasMatch())
            building = houseNumber().match(address);
        if (!building.hasMatch())
            building = villageDoor.match(address);
        if (building.hasMatch()) {
            place.building = plainNumber(building.captured(1));
            place.estate = address.first(building.capturedStart());
            behind = address.sliced(building.capturedEnd());
        } else if (const auto unit = unitWord.match(address); unit.hasMatch()) {
            place.estate = address.first(unit.capturedStart());
            behind = address.sliced(unit.capturedStart());
        }
        if (const auto unit = unitWord.match(behind); unit.hasMatch()) {
            place.unit = plainNumber(unit.captured(1));
            behind = behind.sliced(unit.capturedEnd());
        }
        if (const auto flat = flatWord.match(behind); flat.hasMatch())
            place.flat = flat.captured(1);
    }
    // 新华路100号阳光花园: what is inside tells more; 朝阳路12号院 is a name of its own.
    if (const auto house = houseNumber().match(place.estate); house.hasMatch()) {
        const QString inside = place.estate.sliced(house.capturedEnd());
        if (inside.size() >= 2 && !saysNothing(inside))
            place.estate = inside;
    }
    if (saysNothing(place.estate))
        place.estate.clear();
    return place;
}

QStringList Place::areaNames(const QList<Area> &areas)
{
    QStringList names;
    for (const Area &area : areas)
        names.append(foldForSearch(area.name));
    std::ranges::sort(names, std::ranges::greater(), &QString::size);
    return names;
}

QStringList Place::spellings() const
{
    static const auto digits = u"零一二三四五六七八九"_s;
    QStringList all{estate + building};
    bool isNumber = false;
    if (const int number = building.toInt(&isNumber); isNumber && number > 0 && number < 100) {
        QString words = number >= 20 ? QString(digits[number / 10]) : QString();
        if (number >= 10)
            words += u'十';
        if (number % 10 != 0)
            words += digits[number % 10];
        all.append(estate + words);
    }
    return all;
}

Nearness Place::to(const Place &other) const
{
    if (isVague() || other.isVague() || !sameEstate(estate, other.estate))
        return Nearness::Unknown;
    if (building.isEmpty() || building != other.building)
        return Nearness::Estate;
    if (unit != other.unit || (unit.isEmpty() && flat.isEmpty()))
        return Nearness::Building;
    return flat.isEmpty() || flat != other.flat ? (unit.isEmpty() ? Nearness::Building : Nearness::Unit)
                                                : Nearness::Flat;
}

Nearness Place::in(QStringView foldedText) const
{
    constexpr qsizetype longestNumber = 8; // with the word behind it
    if (isVague())
        return Nearness::Unknown;
    auto nearness = Nearness::Unknown;
    for (qsizetype at = foldedText.indexOf(estate); at >= 0; at = foldedText.indexOf(estate, at + 1)) {
        nearness = Nearness::Estate;
        const QString behind = foldedText.mid(at + estate.size(), longestNumber).toString();
        const auto found = buildingWord().match(behind);
        if (!building.isEmpty() && found.capturedStart() == 0 && plainNumber(found.captured(1)) == building)
            return Nearness::Building;
    }
    return nearness;
}

} // namespace huiyin
