// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/Layout.h"

#include "bulletin/Composer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Bulletin)
};

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

} // namespace huiyin
