// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/AreaBeside.h"
#include "domain/CitizenOnPaper.h"
#include "support/Print.h"

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace Qt::StringLiterals;

TEST_CASE("an area is not said twice beside an address that begins with it", "[place]")
{
    const auto [path, address, text] = GENERATE(table<QString, QString, QString>({
        {u"铁东区/四马路街道"_s, u"铁北小区3栋"_s, u"铁东区四马路街道铁北小区3栋"_s},
        {u"铁东区/四马路街道"_s, u"铁东区铁北小区"_s, u"铁东区铁北小区（四马路街道）"_s},
        {u"铁东区/四马路街道"_s, u"铁东区四马路街道铁北小区"_s, u"铁东区四马路街道铁北小区"_s},
        {u"铁东区/四马路街道"_s, u"铁东区 四马路街道 铁北小区"_s, u"铁东区 四马路街道 铁北小区"_s},
        {u"铁东区/四马路街道"_s, u"四马路街道铁北小区"_s, u"铁东区四马路街道铁北小区"_s},
        {u"铁东区/四马路街道"_s, u"铁东区政府"_s, u"铁东区政府（四马路街道）"_s}, // its name is not torn apart
        {u"梨树县/梨树镇"_s, u"梨树县兴业小区"_s, u"梨树县兴业小区（梨树镇）"_s},
        {u"梨树县/梨树镇/霍家店村"_s, u"梨树县霍家店村2组"_s, u"梨树县霍家店村2组（梨树镇）"_s},
        {u"铁东区"_s, u"铁东区铁北小区"_s, u"铁东区铁北小区"_s},
        {u"铁东区/四马路街道"_s, u""_s, u"铁东区四马路街道"_s},
        {u""_s, u"铁东区铁北小区"_s, u"铁东区铁北小区"_s},
    }));
    CHECK(placeText(path, address, address) == text);
}

TEST_CASE("on paper an address is masked, and its area is said once", "[place]")
{
    CodeTables tables;
    tables.areas = {{.id = AreaId(1), .name = u"铁东区"_s},
                    {.id = AreaId(2), .parent = AreaId(1), .name = u"四马路街道"_s}};
    Ticket ticket;
    ticket.area = AreaId(2);
    ticket.address = u"铁东区铁北小区3栋2单元"_s;
    CHECK(CitizenOnPaper(ticket, {}, tables, true).place() == u"铁东区铁北小区3栋2单元（四马路街道）"_s);
    CHECK(CitizenOnPaper(ticket, {}, tables, false).place() == u"铁东区铁北小区****（四马路街道）"_s);
}
