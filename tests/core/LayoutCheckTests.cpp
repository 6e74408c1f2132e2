// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever writes a layout is told what is wrong in it, and where.
#include "bulletin/Composer.h"
#include "bulletin/Layout.h"
#include "bulletin/LayoutCheck.h"
#include "support/Print.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace huiyin;

namespace {

QList<LayoutFault> faultsOf(const QByteArray &json)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    INFO(error.errorString().toStdString() << " in " << json.toStdString());
    REQUIRE(document.isObject());
    return checkLayout(document.object());
}

QByteArray withSection(const QByteArray &section, const QByteArray &more = {})
{
    return R"({"title": "x", )" + more + R"("sections": [)" + section + "]}";
}

QByteArray withPart(const QByteArray &part, const QByteArray &more = {})
{
    return withSection(R"({"paragraph": [)" + part + "]}", more);
}

QByteArray withRate(const QByteArray &key, const QByteArray &numerator, const QByteArray &denominator)
{
    return R"("rates": {")" + key + R"(": {"name": "率", "numerator": ")" + numerator + R"(", "denominator": ")"
           + denominator + R"("}}, )";
}

} // namespace

TEST_CASE("no layout that ships with the program has a fault", "[layouts]")
{
    const auto all = layouts();
    CHECK(all.size() == 9);
    for (const LayoutInfo &layout : all) {
        const auto faults = checkLayout(loadLayout(layout.name));
        for (const LayoutFault &fault : faults)
            FAIL_CHECK(layout.name.toStdString()
                       << " " << fault.path.toStdString() << ": " << fault.message.toStdString());
    }
}

TEST_CASE("each kind of fault in a layout is told with its place", "[layouts]")
{
    struct Planted
    {
        QByteArray layout;
        const char *path;
        const char *told; // a part of the message
    };
    const QByteArray list = R"({"each": "categories", "item": "{name}")";
    const QByteArray table = R"({"table": "departments", "columns": [{"title": "t", "value": "{name}"}])";
    const QList<Planted> planted{
        {R"({"sections": []})", "", "title"},
        {R"({"title": "x"})", "", "sections"},
        {R"({"title": "x", "sections": {}})", "sections", "list"},
        {R"({"title": "x", "sections": [7]})", "sections/0", "braces"},
        {R"({"title": 3, "sections": []})", "title", "text"},
        {R"({"title": "{titel}", "sections": []})", "title", "{titel}"},
        {R"({"title": "x", "decimal": 1, "sections": []})", "decimal", "means nothing"},
        {R"({"title": "x", "decimals": 3, "sections": []})", "decimals", "between 0 and 2"},
        {R"({"title": "x", "decimals": 1.5, "sections": []})", "decimals", "whole number"},
        {R"({"title": "x", "drop_zeros": 1, "sections": []})", "drop_zeros", "true or false"},
        {R"({"title": "x", "exclude_topics": [1], "sections": []})", "exclude_topics", "list of texts"},
        {R"({"title": "x", "imprint": ["{office}", "{issued_on} {by}"], "sections": []})", "imprint/1", "{by}"},
        {R"({"title": "x", "rounding": "up", "sections": []})", "rounding", "half_up, truncate"},
        {withSection(R"({"when": "open"})"), "sections/0", "paragraph"},
        {withSection(R"({"chart": "pies"})"), "sections/0/chart", "categories"},
        {withSection(R"({"heading": "{nobody}"})"), "sections/0/heading", "{nobody}"},
        {withSection(R"({"heading": "一", "level": 9})"), "sections/0/level", "between 1 and 3"},
        {withSection(R"({"cases": "good", "item": "{title}"})"), "sections/0/cases", "solved"},
        {withSection(R"({"cases": "solved"})"), "sections/0", "item"},
        {withSection(R"({"cases": "solved", "item": "{titel}"})"), "sections/0/item", "{titel}"},
        {withPart(R"({"text": "{accepted", "when": "accepted"})"), "sections/0/paragraph/0/text", "counterpart"},
        {withPart(R"({"text": "accepted}"})"), "sections/0/paragraph/0/text", "counterpart"},
        {withPart(R"({"when": "accepted"})"), "sections/0/paragraph/0", "text"},
        {withPart(R"({"text": "x", "when": "acepted"})"), "sections/0/paragraph/0/when", "acepted"},
        {withPart(R"({"text": "x", "when": "accepted,!opn"})"), "sections/0/paragraph/0/when", "!opn"},
        {withPart(R"({"text": "{accepted:2}"})"), "sections/0/paragraph/0/text", "printed as"},
        {withPart(R"({"text": "{closure_rate:wan}"})"), "sections/0/paragraph/0/text", "printed as"},
        {withPart(R"({"text": "{closure_rate_previous:count}"})"), "sections/0/paragraph/0/text", "printed as"},
        {withPart(R"({"each": "cats", "item": "{name}"})"), "sections/0/paragraph/0/each", "departments"},
        {withPart(R"({"each": "categories"})"), "sections/0/paragraph/0", "item"},
        {withPart(R"({"each": "categories", "item": "{received}"})"), "sections/0/paragraph/0/item", "{received}"},
        {withPart(R"({"each": "types", "item": "{name}", "status": {}})"), "sections/0/paragraph/0/status", "nothing"},
        {withPart(list + R"(, "limit": 0})"), "sections/0/paragraph/0/limit", "between 1"},
        {withPart(list + R"(, "rest": "{issue_nam}"})"), "sections/0/paragraph/0/rest", "{issue_nam}"},
        {withPart(list + R"(, "suffix": "{count}"})"), "sections/0/paragraph/0/suffix", "{count}"},
        {withPart(list + R"(, "by": "name"})"), "sections/0/paragraph/0/by", "no figure"},
        {withPart(list + R"(, "only": "overdue"})"), "sections/0/paragraph/0/only", "no figure"},
        {withPart(list + R"(, "children": {"item": "{parent}"}})"), "sections/0/paragraph/0/children/item", "{parent}"},
        {withPart(list + R"(, "also": [{"when": "late", "text": "x"}]})"), "sections/0/paragraph/0/also/0/when",
         "late"},
        {withPart(list + R"(, "also": [{"when": "count"}]})"), "sections/0/paragraph/0/also/0", "text"},
        {withPart(R"({"each": "types", "item": "{share:2}", "balance": "last_item"})"), "sections/0/paragraph/0/item",
         "balanced"},
        {withPart(R"({"each": "channels", "item": "{status}", "status": {"all": "x"}})"),
         "sections/0/paragraph/0/status", "part"},
        {withPart(R"({"each": "channels", "item": "{name}", "groups": [{"item": "{names}"}]})"),
         "sections/0/paragraph/0/groups/0", "names"},
        {withSection(R"({"table": "people", "columns": []})"), "sections/0/table", "departments"},
        {withSection(R"({"table": "departments"})"), "sections/0", "columns"},
        {withSection(R"({"table": "departments", "columns": [{"title": "t"}]})"), "sections/0/columns/0", "value"},
        {withSection(R"({"table": "departments", "columns": [{"title": "t", "value": "{rank}"}]})"),
         "sections/0/columns/0/value", "{rank}"},
        {withSection(table + R"(, "groups": 9})"), "sections/0/groups", "between 1 and 4"},
        {withSection(table + R"(, "rank": "dispatched"})"), "sections/0/rank", "no figure"},
        {withSection(table + R"(, "grade": {"bands": [{"grade": "A", "from": {"beauty": 9}}]}})"),
         "sections/0/grade/bands/0/from/beauty", "no figure"},
        {withSection(table + R"(, "grade": {"bands": [{"grade": "A", "from": {"closure_rate": 101}}]}})"),
         "sections/0/grade/bands/0/from/closure_rate", "between 0 and 100"},
        {withSection(table + R"(, "grade": {"count": "cases", "bands": []}})"), "sections/0/grade/count", "no figure"},
        {withSection(table + R"(, "grade": {}})"), "sections/0/grade", "bands"},
        {withSection(R"({"table": "types", "columns": [{"value": "{count}"}, {"value": "{closure_rate}"}]})"),
         "sections/0/columns/1/value", "whole office"},
        {withSection(R"({"table": "types", "rest": "其他{closed}", "columns": [{"value": "{count}"}]})"),
         "sections/0/rest", "whole office"},
        {withSection(R"({"table": "beside", "total": true, "tables": []})"), "sections/0/total", "means nothing"},
        {withSection(R"({"table": "beside", "balance": "last_item", "tables": [{"table": "types", "columns": [
            {"value": "{share:2}"}]}]})"),
         "sections/0/tables/0/columns/0/value", "balanced"},
        {withSection(R"({"table": "beside", "tables": [{"table": "types", "columns": [{"value": "{count}"},
            {"value": "{dispatched_}"}]}]})"),
         "sections/0/tables/0/columns/1/value", "{dispatched_}"},
        {withSection(R"({"table": "beside", "tables": [{"table": "beside", "tables": []}]})"), "sections/0/tables/0",
         "plain table"},
        {withPart(R"({"each": "channels", "item": "{children}", "children": {"item": "{own}"}})",
                  withRate("own", "closed", "accepted")),
         "sections/0/paragraph/0/children/item", "{own}"},
        {withPart(R"({"text": "x"})", withRate("own", "closed*2", "accepted")), "rates/own/numerator", "sum"},
        {withPart(R"({"text": "x"})", withRate("own", "closed", "acepted")), "rates/own/denominator", "acepted"},
        {withPart(R"({"text": "x"})", withRate("accepted", "closed", "accepted")), "rates/accepted", "already"},
        {withPart(R"({"text": "x"})", withRate("Own", "closed", "accepted")), "rates/Own", "small letters"},
        {withPart(R"({"text": "x"})", R"("rates": {"own": {"name": "率", "numerator": "closed"}}, )"), "rates/own",
         "denominator"},
        {withSection(R"({"table": "departments", "columns": [{"value": "{own}"}]})",
                     withRate("own", "closed", "accepted")),
         "sections/0/columns/0/value", "accepted"},
    };
    for (const Planted &fault : planted) {
        INFO(fault.layout.toStdString());
        const auto faults = faultsOf(fault.layout);
        QStringList all;
        for (const LayoutFault &one : faults)
            all.append(one.path + u": "_s + one.message);
        INFO(all.join(u'\n').toStdString());
        REQUIRE(faults.size() == 1);
        CHECK(faults.first().path == QString::fromLatin1(fault.path));
        CHECK(faults.first().message.contains(QString::fromUtf8(fault.told)));
    }
}

TEST_CASE("what a layout may say is no fault", "[layouts]")
{
    CHECK(faultsOf(withPart(R"({"each": "departments", "item": "{name}{own}{own_previous:signed}{also}", "by": "own",
                               "also": [{"when": "own,!open_late,calls", "text": "{open}"}],
                               "rest": "{kinds}{own}", "suffix": "{listed}{listed_share}{items}{all}{accepted}"})",
                            withRate("own", "closed-overdue", "dispatched")))
              .isEmpty());
    CHECK(
        faultsOf(withPart(R"({"each": "topics", "item": "{name}{types}", "types": {"item": "{topic}{name}{count}"}})"))
            .isEmpty());
    CHECK(faultsOf(withSection(R"({"table": "types", "rest": "其他{kinds}类", "columns": [{"value": "{count}{unit}"},
                                  {"value": "{period}"}]})"))
              .isEmpty());
    // A layout may define a rate that the program has too: its name does not fix its base.
    CHECK(faultsOf(withPart(R"({"when": "closure_rate", "text": "{closure_rate:2}{closure_rate_last_year}"})",
                            withRate("closure_rate", "closed", "dispatched")))
              .isEmpty());
}
