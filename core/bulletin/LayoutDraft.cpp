// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/LayoutDraft.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qsizetype mostSteps = 500;
const QString whole = u"*"_s; // is no path

QJsonValue valueBelow(const QJsonValue &value, const QStringList &steps)
{
    QJsonValue below = value;
    for (const QString &step : steps) {
        if (below.isArray()) {
            bool isNumber = false;
            const int index = step.toInt(&isNumber);
            below = isNumber ? below.toArray().at(index) : QJsonValue(QJsonValue::Undefined);
        } else {
            below = below.isObject() ? below.toObject().value(step) : QJsonValue(QJsonValue::Undefined);
        }
    }
    return below;
}

// With another value at the end of the steps; nullopt where the way to it isn't there.
std::optional<QJsonValue> withValue(const QJsonValue &value, const QStringList &steps, const QJsonValue &next)
{
    if (steps.isEmpty())
        return next;
    const QStringList rest = steps.sliced(1);
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        bool isNumber = false;
        const int index = steps.first().toInt(&isNumber);
        if (!isNumber || index < 0 || index >= array.size())
            return std::nullopt;
        const auto entry = withValue(array.at(index), rest, next);
        if (!entry)
            return std::nullopt;
        if (entry->isUndefined())
            array.removeAt(index);
        else
            array[index] = *entry;
        return array;
    }
    if (!value.isObject())
        return std::nullopt;
    QJsonObject object = value.toObject();
    const auto entry = withValue(object.value(steps.first()), rest, next);
    if (!entry)
        return std::nullopt;
    if (entry->isUndefined())
        object.remove(steps.first());
    else
        object.insert(steps.first(), *entry);
    return object;
}

QStringList stepsOf(const QString &path)
{
    return path.split(u'/', Qt::SkipEmptyParts);
}

LayoutPart partOfSection(const QJsonObject &section)
{
    const QString kind = sectionKind(section);
    if (kind == u"heading")
        return LayoutPart::Heading;
    if (kind == u"paragraph")
        return LayoutPart::Paragraph;
    if (kind == u"cases")
        return LayoutPart::Cases;
    if (kind == u"chart")
        return LayoutPart::Chart;
    if (kind == u"table")
        return section[u"table"].toString() == u"beside" ? LayoutPart::Beside : LayoutPart::Table;
    return LayoutPart::Unknown;
}

// What an entry of a list, or an object behind a key, is.
LayoutPart partBelow(const QString &key, const QJsonObject &object, const QJsonObject &above)
{
    if (key == u"sections" || key == u"tables")
        return partOfSection(object);
    if (key == u"paragraph")
        return object.contains(u"each") ? LayoutPart::List : LayoutPart::Text;
    if (key == u"columns")
        return LayoutPart::Column;
    if (key == u"also")
        return LayoutPart::Also;
    if (key == u"groups")
        return LayoutPart::Group;
    if (key == u"status")
        return LayoutPart::Status;
    if (key == u"grade")
        return LayoutPart::Grade;
    if (key == u"bands")
        return LayoutPart::Band;
    if (key == u"types")
        return LayoutPart::Nested;
    if (key == u"children")
        return above[u"each"].toString() == u"channels" ? LayoutPart::Boards : LayoutPart::Nested;
    return LayoutPart::Unknown;
}

// What lies below an object, in the order in which it is read.
QList<LayoutNode> nodesBelow(const QString &path, const QJsonObject &object)
{
    QList<LayoutNode> nodes;
    const auto add = [&](const QString &own, const QString &key, const QJsonObject &entry) {
        nodes.append({.path = own, .part = partBelow(key, entry, object), .children = nodesBelow(own, entry)});
    };
    static const QStringList keys{u"tables"_s, u"paragraph"_s, u"children"_s, u"types"_s, u"also"_s,
                                  u"groups"_s, u"status"_s,    u"columns"_s,  u"grade"_s, u"bands"_s};
    for (const QString &key : keys) {
        const QJsonValue value = object[key];
        const QString own = placeBelow(path, key);
        if (value.isObject())
            add(own, key, value.toObject());
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            if (array.at(i).isObject())
                add(placeBelow(own, QString::number(i)), key, array.at(i).toObject());
        }
    }
    return nodes;
}

} // namespace

QString pathAbove(const QString &path)
{
    return path.contains(u'/') ? path.section(u'/', 0, -2) : QString();
}

int indexIn(const QString &path)
{
    bool isNumber = false;
    const int index = path.section(u'/', -1).toInt(&isNumber);
    return isNumber ? index : -1;
}

QJsonValue valueAt(const QJsonObject &layout, const QString &path)
{
    return valueBelow(layout, stepsOf(path));
}

QList<LayoutNode> outlineOf(const QJsonObject &layout)
{
    LayoutNode rates{.path = u"rates"_s, .part = LayoutPart::Rates};
    const QStringList names = layout[u"rates"].toObject().keys();
    for (const QString &name : names) {
        // What has no path, or is none, is told as a fault and can be changed as text.
        if (!name.isEmpty() && !name.contains(u'/') && layout[u"rates"][name].isObject())
            rates.children.append({.path = placeBelow(rates.path, name), .part = LayoutPart::Rate});
    }
    QList<LayoutNode> nodes{{.path = {}, .part = LayoutPart::Head}, rates};
    const QJsonArray sections = layout[u"sections"].toArray();
    for (qsizetype i = 0; i < sections.size(); ++i) {
        const QString own = placeBelow(u"sections"_s, QString::number(i));
        const QJsonObject section = sections.at(i).toObject();
        nodes.append({.path = own, .part = partOfSection(section), .children = nodesBelow(own, section)});
    }
    return nodes;
}

LayoutPart partAt(const QJsonObject &layout, const QString &path)
{
    if (path.isEmpty())
        return LayoutPart::Head;
    if (path == u"rates")
        return LayoutPart::Rates;
    const QJsonValue value = valueAt(layout, path);
    if (!value.isObject())
        return LayoutPart::Unknown;
    if (path.startsWith(u"rates/"))
        return LayoutPart::Rate;
    const bool isEntry = indexIn(path) >= 0;
    const QString holder = isEntry ? pathAbove(path) : path;
    return partBelow(holder.section(u'/', -1), value.toObject(), valueAt(layout, pathAbove(holder)).toObject());
}

LayoutKeys keysOf(LayoutPart part, const QJsonObject &object)
{
    switch (part) {
    case LayoutPart::Head:
        return layoutKeys();
    case LayoutPart::Rate:
        return rateKeys();
    case LayoutPart::Heading:
    case LayoutPart::Paragraph:
    case LayoutPart::Cases:
    case LayoutPart::Chart:
    case LayoutPart::Table:
    case LayoutPart::Beside:
        return sectionKeys(object);
    case LayoutPart::Text:
    case LayoutPart::List:
        return partKeys(object);
    case LayoutPart::Nested:
        return nestedKeys(false);
    case LayoutPart::Boards:
        return nestedKeys(true);
    case LayoutPart::Also:
        return alsoKeys();
    case LayoutPart::Status:
        return statusKeys();
    case LayoutPart::Group:
        return channelGroupKeys();
    case LayoutPart::Column:
        return columnKeys();
    case LayoutPart::Grade:
        return gradeKeys();
    case LayoutPart::Band:
        return bandKeys();
    case LayoutPart::Rates:
    case LayoutPart::Unknown:
        break;
    }
    return {};
}

LayoutDraft::LayoutDraft(const QJsonObject &layout)
    : m_layout(layout)
{
}

void LayoutDraft::take(const QJsonObject &next, const QString &place, const QString &typing)
{
    if (typing.isEmpty() || typing != m_typing || m_before.isEmpty())
        m_before.append({.layout = m_layout, .place = place});
    if (m_before.size() > mostSteps)
        m_before.removeFirst();
    m_after.clear();
    m_layout = next;
    m_typing = typing;
}

bool LayoutDraft::set(const QString &path, const QJsonValue &value)
{
    if (path.isEmpty() || this->value(path) == value)
        return false;
    const auto next = withValue(m_layout, stepsOf(path), value);
    if (!next)
        return false;
    take(next->toObject(), pathAbove(path), value.isObject() ? QString() : path);
    return true;
}

void LayoutDraft::replace(const QJsonObject &layout)
{
    if (layout != m_layout)
        take(layout, {}, whole);
}

std::optional<QString> LayoutDraft::insert(const QString &path, int index, const QJsonArray &items,
                                           const QJsonObject &rates)
{
    const QJsonValue there = value(path);
    if (items.isEmpty() || !(there.isArray() || there.isUndefined()))
        return std::nullopt;
    QJsonArray list = there.toArray();
    const qsizetype at = std::clamp<qsizetype>(index, 0, list.size());
    for (qsizetype i = 0; i < items.size(); ++i)
        list.insert(at + i, items.at(i));
    const auto next = withValue(m_layout, stepsOf(path), list);
    if (!next)
        return std::nullopt;
    QJsonObject layout = next->toObject();
    QJsonObject own = layout.value(u"rates"_s).toObject();
    for (auto it = rates.begin(); it != rates.end(); ++it) {
        if (!own.contains(it.key()))
            own.insert(it.key(), it.value());
    }
    if (!own.isEmpty())
        layout.insert(u"rates"_s, own);
    const QString place = placeBelow(path, QString::number(at));
    take(layout, place);
    return place;
}

std::optional<QString> LayoutDraft::move(const QString &path, int step)
{
    const int from = indexIn(path);
    const QString list = pathAbove(path);
    const int to = from + step;
    if (from < 0 || to < 0 || to >= value(list).toArray().size())
        return std::nullopt;
    return moveInto(path, list, step > 0 ? to + 1 : to);
}

bool LayoutDraft::canMoveInto(const QString &path, const QString &list) const
{
    const QString own = pathAbove(path);
    // Not into itself; columns and parts go where such things already are.
    return indexIn(path) >= 0 && (list == own || !list.startsWith(QString(path + u'/')))
           && own.section(u'/', -1) == list.section(u'/', -1) && value(list).isArray();
}

std::optional<QString> LayoutDraft::moveInto(const QString &path, const QString &list, int index)
{
    if (!canMoveInto(path, list))
        return std::nullopt;
    const QJsonValue moved = value(path);
    const QString own = pathAbove(path);
    const int from = indexIn(path);
    const bool sameList = own == list;
    const int size = static_cast<int>(value(list).toArray().size());
    int to = std::clamp(index, 0, size);
    if (sameList && to > from)
        --to;
    if (sameList && to == from)
        return std::nullopt;
    // Put in first, so that the way to the other list is still the same.
    const auto insertInto = [&](const QJsonObject &layout) {
        QJsonArray array = valueAt(layout, list).toArray();
        array.insert(to, moved);
        return withValue(layout, stepsOf(list), array);
    };
    const auto takeOut = [&](const QJsonObject &layout) {
        QJsonArray array = valueAt(layout, own).toArray();
        array.removeAt(from);
        return withValue(layout, stepsOf(own), array);
    };
    auto next = sameList ? takeOut(m_layout) : insertInto(m_layout);
    if (next)
        next = sameList ? insertInto(next->toObject()) : takeOut(next->toObject());
    if (!next)
        return std::nullopt;
    const QString place = placeBelow(list, QString::number(to));
    take(next->toObject(), place);
    return place;
}

std::optional<QString> LayoutDraft::copy(const QString &path)
{
    const int index = indexIn(path);
    const QJsonValue copied = value(path);
    if (index < 0 || copied.isUndefined())
        return std::nullopt;
    return insert(pathAbove(path), index + 1, {copied});
}

bool LayoutDraft::remove(const QString &path)
{
    if (path.isEmpty() || path == u"sections" || value(path).isUndefined())
        return false;
    const auto next = withValue(m_layout, stepsOf(path), QJsonValue(QJsonValue::Undefined));
    if (!next)
        return false;
    QJsonObject layout = next->toObject();
    // An empty list or object says nothing; the sections stay, and a table's columns, without which it is none.
    const QString above = pathAbove(path);
    const QString key = above.section(u'/', -1);
    const bool isEmpty = valueAt(layout, above).isArray() && valueAt(layout, above).toArray().isEmpty();
    if ((isEmpty && (key == u"also" || key == u"groups"))
        || (key == u"rates" && layout.value(u"rates"_s).toObject().isEmpty()))
        layout = withValue(layout, stepsOf(above), QJsonValue(QJsonValue::Undefined))->toObject();
    take(layout, path);
    return true;
}

QString LayoutDraft::undo()
{
    if (m_before.isEmpty())
        return {};
    const Step step = m_before.takeLast();
    m_after.append({.layout = m_layout, .place = step.place});
    m_layout = step.layout;
    m_typing.clear();
    return step.place;
}

QString LayoutDraft::redo()
{
    if (m_after.isEmpty())
        return {};
    const Step step = m_after.takeLast();
    m_before.append({.layout = m_layout, .place = step.place});
    m_layout = step.layout;
    m_typing.clear();
    return step.place;
}

} // namespace huiyin
