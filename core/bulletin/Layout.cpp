// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/Layout.h"

#include "bulletin/Composer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Bulletin)
};

// Every name that a layout's texts speak of, with where: within a list or a table a change is one of rows.
void eachName(const QJsonValue &value, bool ofRows, const std::function<void(const QString &, bool)> &visit)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        const bool below = ofRows || object.contains(u"each") || object.contains(u"table");
        for (const auto &entry : object)
            eachName(entry, below, visit);
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const auto &entry : array)
            eachName(entry, ofRows, visit);
    } else if (value.isString()) {
        static const QRegularExpression name(u"[a-z][a-z_]*"_s);
        for (auto matches = name.globalMatch(value.toString()); matches.hasNext();)
            visit(matches.next().captured(), ofRows);
    }
}

const QString folder = u":/huiyin/layouts/"_s;

} // namespace

QJsonObject loadLayout(const QString &name)
{
    QFile file(folder + name + u".json");
    if (name.contains(u'/') || !file.open(QIODevice::ReadOnly)) {
        QStringList names;
        const auto all = layouts();
        for (const LayoutInfo &layout : all)
            names.append(layout.name);
        throw LayoutError(Text::tr("There is no layout “%1”; there are: %2.").arg(name, names.join(u", "_s)));
    }
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isObject())
        throw LayoutError(Text::tr("The layout “%1” can't be read: %2.").arg(name, error.errorString()));
    return document.object();
}

QList<LayoutInfo> layouts()
{
    QList<std::pair<int, LayoutInfo>> found;
    const auto names = QDir(folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QString &file : names) {
        const QString name = file.chopped(5);
        const QJsonObject layout = loadLayout(name);
        found.append({layout[u"order"].toInt(), {.name = name, .title = layout[u"list_title"].toString(name)}});
    }
    std::ranges::stable_sort(found, {}, [](const auto &entry) { return entry.first; });
    QList<LayoutInfo> list;
    for (const auto &entry : found)
        list.append(entry.second);
    return list;
}

LayoutNeeds needsOf(const QJsonObject &layout)
{
    static const QStringList compared{u"accepted"_s, u"calls"_s, u"closed"_s, u"closure_rate"_s};
    static const QStringList caseload{
        u"carried_over"_s,      u"carried_over_closed"_s, u"carried_over_open"_s, u"supervised"_s,
        u"supervised_closed"_s, u"supervised_open"_s,     u"not_accepted"_s,      u"valid"_s};
    const QJsonObject rates = layout[u"rates"].toObject();
    LayoutNeeds needs;
    eachName(layout, false, [&](const QString &name, bool ofRows) {
        QString base = name;
        const auto compares = [&](const QString &suffix) {
            if (!name.endsWith(suffix))
                return false;
            base = name.chopped(suffix.size());
            return ofRows || rates.contains(base) || !compared.contains(base);
        };
        needs.previous = compares(u"_previous"_s) || needs.previous;
        needs.lastYear = compares(u"_last_year"_s) || needs.lastYear;
        needs.caseload = needs.caseload || caseload.contains(base);
        needs.hotTopics = needs.hotTopics || name == u"hot_topics";
        needs.monthIssues =
            needs.monthIssues || (name.startsWith(u"issue_") && name != u"issue_name") || name.startsWith(u"issues");
        needs.bestCases = needs.bestCases || name.startsWith(u"best");
    });
    const QJsonArray sections = layout[u"sections"].toArray();
    for (const auto &section : sections) {
        const QJsonArray parts = section[u"tables"_s].toArray();
        needs.traffic =
            needs.traffic || section[u"table"_s].toString() == u"calls"
            || std::ranges::any_of(parts, [](const auto &part) { return part[u"table"_s].toString() == u"calls"; });
    }
    return needs;
}

} // namespace huiyin
