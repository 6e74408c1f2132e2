// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/OfficeLayouts.h"

#include "bulletin/Layout.h"
#include "bulletin/LayoutCheck.h"
#include "casework/FieldChecks.h"
#include "casework/Recorder.h"
#include "domain/Text.h"
#include "storage/BulletinRepository.h"
#include "storage/CaseFile.h"
#include "storage/Transaction.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int longestTitle = 80; // characters

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Bulletin)
};

QJsonObject parsed(const QString &name, const QByteArray &content)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(content, &error);
    if (!document.isObject())
        throw LayoutError(Text::tr("The layout “%1” can't be read: %2.").arg(name, error.errorString()));
    return document.object();
}

} // namespace

QList<LayoutInfo> layoutsOf(CaseFile &file)
{
    QList<LayoutInfo> list = layouts();
    const auto own = LayoutRepository(file.database()).all();
    for (const OfficeLayout &layout : own) {
        const auto shipped = std::ranges::find(list, layout.name, &LayoutInfo::name);
        if (shipped == list.end())
            list.append({.name = layout.name, .title = layout.title});
        else
            shipped->title = layout.title;
    }
    return list;
}

QJsonObject layoutOf(CaseFile &file, const QString &name)
{
    if (const auto own = LayoutRepository(file.database()).byName(name))
        return parsed(name, own->content);
    return loadLayout(name);
}

QJsonObject layoutOf(CaseFile &file, const BulletinRequest &request)
{
    return request.layoutText.isEmpty() ? layoutOf(file, request.layout) : parsed(request.layout, request.layoutText);
}

QByteArray layoutText(const QJsonObject &layout)
{
    return QJsonDocument(layout).toJson(QJsonDocument::Compact);
}

QString seriesOf(const QJsonObject &layout, const QString &name)
{
    return layout[u"series"].toString(name);
}

Outcome<Changes> saveLayout(CaseBook &book, const OfficeLayout &layout)
{
    if (auto refusal = book.checkRight(Command::SetUp))
        return *refusal;
    if (auto refusal = textFault(layout.title, u"title"_s, longestTitle))
        return *refusal;
    OfficeLayout next = layout;
    next.name = forceClean(layout.name).simplified();
    next.title = forceClean(layout.title).simplified();
    if (next.name.isEmpty() || next.title.isEmpty())
        return Refusal{Text::tr("Give the layout a name."), u"title"_s};
    const QJsonDocument content = QJsonDocument::fromJson(next.content);
    if (!content.isObject())
        return Refusal{Text::tr("What was to be saved as a layout is none."), u"content"_s};
    if (const auto faults = checkLayout(content.object()); !faults.isEmpty()) {
        const LayoutFault &first = faults.first();
        return Refusal{first.path.isEmpty() ? first.message : QString(first.path + u": " + first.message),
                       u"content"_s};
    }
    Database &database = book.file().database();
    const LayoutRepository repository(database);
    Transaction transaction(database);
    const auto stored = repository.byName(next.name);
    if ((stored ? stored->version : 0) != next.version) {
        return Refusal{.reason = Text::tr("Somebody has changed this layout since you opened it. Nothing was saved."),
                       .kind = Refusal::Kind::Outdated};
    }
    if (stored && stored->title == next.title && stored->content == next.content)
        return Changes{};
    next.updatedAt = book.clock().now();
    next.updatedBy = book.user();
    if (!stored)
        repository.insert(next);
    else if (!repository.update(next))
        return Refusal{Text::tr("The layout could not be saved.")};
    QJsonObject details{{u"name"_s, next.name}};
    noteChange(details, u"title"_s, stored ? stored->title : QString(), next.title);
    noteChange(details, u"content"_s, stored ? QString::fromUtf8(stored->content) : QString(),
               QString::fromUtf8(next.content));
    Recorder(database, next.updatedAt, book.user())
        .record(u"bulletin_layout"_s, 0, stored ? u"changed"_s : u"added"_s, details);
    transaction.commit();
    return Changes{.bulletins = true};
}

Outcome<Changes> removeLayout(CaseBook &book, const QString &name, qint64 version)
{
    if (auto refusal = book.checkRight(Command::SetUp))
        return *refusal;
    Database &database = book.file().database();
    const LayoutRepository repository(database);
    Transaction transaction(database);
    const auto stored = repository.byName(name);
    if (!stored)
        return Refusal{Text::tr("This layout is not there any more.")};
    if (stored->version != version) {
        return Refusal{.reason = Text::tr("Somebody has changed this layout since you opened it. It stays."),
                       .kind = Refusal::Kind::Outdated};
    }
    repository.remove(name);
    Recorder(database, book.clock().now(), book.user())
        .record(u"bulletin_layout"_s, 0, u"removed"_s,
                {{u"name"_s, name}, {u"title"_s, stored->title}, {u"content"_s, QString::fromUtf8(stored->content)}});
    transaction.commit();
    return Changes{.bulletins = true};
}

} // namespace huiyin
