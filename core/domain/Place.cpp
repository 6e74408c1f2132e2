// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Place.h"

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
    static const QRegularExpression word(u"(?<=[路街道巷弄里]|胡同)([0-9]{1,5})号(?![线楼])"_s);
    return word;
}

// Administrative names that no table of the office holds. 城市, 超市 and 小区 are none.
QString withoutAreas(QString address, const QStringList &areas)
{
    static const QRegularExpression area(
        u"^[^0-9a-z小社园厂校片景库城超菜夜早]{2,9}?(?:省|自治区|自治州|自治县|市(?!场)|县|区|街道|镇|乡)"_s);
    bool shorter = true;
    while (shorter) {
        shorter = false;
        for (const QString &name : areas) {
            if (!name.isEmpty() && address.startsWith(name)) {
                address.remove(0, name.size());
                shorter = true;
            }
        }
        if (const auto found = area.match(address); found.hasMatch()) {
            address.remove(0, found.capturedLength());
            shorter = true;
        }
        while (!address.isEmpty() && !address.front().isLetterOrNumber()) {
            address.remove(0, 1);
            shorter = true;
        }
    }
    return address;
}

// The last part of a text that has no punctuation.
QStringView lastRun(QStringView text)
{
    while (!text.isEmpty() && !text.back().isLetterOrNumber())
        text.chop(1);
    qsizetype from = text.size();
    while (from > 0 && text[from - 1].isLetterOrNumber())
        --from;
    return text.sliced(from);
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

    Place place;
    const QString address = withoutAreas(foldedAddress.toString(), areas);
    QString estate = address;
    QString behind;
    auto building = buildingWord().match(address);
    if (!building.hasMatch())
        building = houseNumber().match(address);
    if (building.hasMatch()) {
        place.building = plainNumber(building.captured(1));
        estate = address.first(building.capturedStart());
        behind = address.sliced(building.capturedEnd());
        if (const auto house = houseNumber().match(estate); house.hasMatch() && house.capturedEnd() < estate.size())
            estate = estate.sliced(house.capturedEnd()); // 新华路100号阳光花园: what is inside tells more
    } else if (const auto unit = unitWord.match(address); unit.hasMatch()) {
        estate = address.first(unit.capturedStart());
        behind = address.sliced(unit.capturedStart());
    }
    if (const auto unit = unitWord.match(behind); unit.hasMatch()) {
        place.unit = plainNumber(unit.captured(1));
        behind = behind.sliced(unit.capturedEnd());
    }
    if (const auto flat = flatWord.match(behind); flat.hasMatch())
        place.flat = flat.captured(1);
    place.estate = lastRun(estate).toString();
    return place;
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
