// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/ListViews.h"

#include "domain/Code.h"
#include "domain/CodeTables.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CaseBook)
};

constexpr int definitionVersion = 1;

// Written to the case file: never change one.
constexpr std::array orderCodes{"received", "number",     "due_at",       "closed_at", "state",   "title",
                                "category", "department", "request_type", "urgency",   "last_try"};
static_assert(orderCodes.size() == static_cast<size_t>(TicketOrder::By::LastTry) + 1);

template <class E, size_t count>
std::optional<E> fromCodes(const std::array<const char *, count> &codes, const QString &text)
{
    for (size_t i = 0; i < count; ++i) {
        if (text == QLatin1StringView(codes[i]))
            return static_cast<E>(i);
    }
    return std::nullopt;
}

template <class T>
QJsonValue toJson(const T &value)
{
    if constexpr (requires { value.has_value(); }) {
        return toJson(*value); // only what is set is written
    } else if constexpr (isId<T>) {
        return value.value();
    } else if constexpr (std::is_same_v<T, QDateTime>) {
        return value.toUTC().toString(Qt::ISODateWithMs);
    } else if constexpr (std::is_same_v<T, QDate>) {
        return value.toString(Qt::ISODate);
    } else if constexpr (std::is_same_v<T, Duty>) {
        return QString::fromLatin1(code(value));
    } else if constexpr (std::is_same_v<T, TicketOrder::By>) {
        return QString::fromLatin1(orderCodes[static_cast<size_t>(value)]);
    } else if constexpr (std::is_same_v<T, Marks>) {
        QJsonArray marks;
        for (const auto &entry : codeTable<Mark>()) {
            if (value.testFlag(entry.value))
                marks.append(QString::fromLatin1(entry.code));
        }
        return marks;
    } else if constexpr (std::is_same_v<T, QList<TicketId>>) {
        QJsonArray ids;
        for (const TicketId id : value)
            ids.append(id.value());
        return ids;
    } else if constexpr (std::is_enum_v<T>) {
        return QString(code(value));
    } else {
        return value;
    }
}

// False: no such value.
template <class T>
bool fromJson(const QJsonValue &json, T &value)
{
    if constexpr (requires { value.has_value(); }) {
        // An Id has no default: it is begun with 0.
        auto inner = [] {
            if constexpr (isId<typename T::value_type>)
                return typename T::value_type(0);
            else
                return typename T::value_type();
        }();
        if (!fromJson(json, inner))
            return false;
        value = inner;
        return true;
    } else if constexpr (isId<T>) {
        value = T(json.toInteger(-1));
        return json.toInteger(-1) > 0;
    } else if constexpr (std::is_same_v<T, QDateTime>) {
        value = QDateTime::fromString(json.toString(), Qt::ISODateWithMs);
        return value.isValid();
    } else if constexpr (std::is_same_v<T, QDate>) {
        value = QDate::fromString(json.toString(), Qt::ISODate);
        return value.isValid();
    } else if constexpr (std::is_same_v<T, Duty> || std::is_same_v<T, TicketOrder::By>) {
        std::optional<T> found;
        if constexpr (std::is_same_v<T, Duty>)
            found = fromCode<Duty>(json.toString());
        else
            found = fromCodes<TicketOrder::By>(orderCodes, json.toString());
        value = found.value_or(value);
        return found.has_value();
    } else if constexpr (std::is_same_v<T, Marks>) {
        for (const QJsonValue &one : json.toArray()) {
            const auto mark = fromCode<Mark>(one.toString());
            if (!mark)
                return false;
            value |= *mark;
        }
        return json.isArray();
    } else if constexpr (std::is_same_v<T, QList<TicketId>>) {
        for (const QJsonValue &one : json.toArray()) {
            if (one.toInteger(-1) <= 0)
                return false;
            value.append(TicketId(one.toInteger()));
        }
        return json.isArray();
    } else if constexpr (std::is_enum_v<T>) {
        const auto found = fromCode<T>(json.toString());
        value = found.value_or(value);
        return found.has_value();
    } else if constexpr (std::is_same_v<T, bool>) {
        value = json.toBool();
        return json.isBool();
    } else if constexpr (std::is_same_v<T, int>) {
        value = json.toInt();
        return json.isDouble();
    } else {
        value = json.toString();
        return json.isString();
    }
}

// Goes over an object of values that are each written when they differ from where they begin.
class Writer
{
public:
    template <class T>
    void operator()(const char *name, const T &value)
    {
        if (value != T())
            m_object.insert(QLatin1StringView(name), toJson(value));
    }
    [[nodiscard]] const QJsonObject &object() const { return m_object; }

private:
    QJsonObject m_object;
};

class Reader
{
public:
    explicit Reader(const QJsonObject &object)
        : m_object(object)
    {
    }
    template <class T>
    void operator()(const char *name, T &value)
    {
        const auto at = m_object.find(QLatin1StringView(name));
        if (at == m_object.end())
            return;
        m_known = fromJson(at.value(), value) && m_known;
        m_object.erase(at);
    }
    // Nothing was left over, and every value had a meaning.
    [[nodiscard]] bool knewAll() const { return m_known && m_object.isEmpty(); }

private:
    QJsonObject m_object;
    bool m_known = true;
};

// The members are taken apart by name: one that is added doesn't compile until it stands here.
template <class Filter, class Each>
void eachOf(Filter &filter, Each &each)
{
    if constexpr (std::is_same_v<std::remove_const_t<Filter>, TicketFilter>) {
        auto &[receivedFrom, receivedBefore, state, openOnly, channel, requestType, category, topic, area, department,
               marks, text, among, duty, moments, drafts] = filter;
        (void)moments; // told by the time at which the list is read
        each("received_from", receivedFrom);
        each("received_before", receivedBefore);
        each("state", state);
        each("open_only", openOnly);
        each("channel", channel);
        each("request_type", requestType);
        each("category", category);
        each("topic", topic);
        each("area", area);
        each("department", department);
        each("marks", marks);
        each("text", text);
        each("among", among);
        each("duty", duty);
        each("drafts", drafts);
    } else {
        auto &[startedFrom, startedBefore, outcome, topic, text] = filter;
        each("started_from", startedFrom);
        each("started_before", startedBefore);
        each("outcome", outcome);
        each("topic", topic);
        each("text", text);
    }
}

template <class Filter>
QJsonObject filterJson(const Filter &filter)
{
    Writer writer;
    eachOf(filter, writer);
    return writer.object();
}

template <class Filter>
bool readFilter(const QJsonObject &object, Filter &filter)
{
    Reader reader(object);
    eachOf(filter, reader);
    return reader.knewAll();
}

constexpr std::array periodKinds{"month", "quarter", "year", "days"};

QJsonObject periodJson(const ListPeriod &period)
{
    if (period.relative)
        return {{u"relative"_s, QString(code(*period.relative))}};
    return {{u"kind"_s, QString::fromLatin1(periodKinds[static_cast<size_t>(period.fixed.kind)])},
            {u"from"_s, toJson(period.fixed.from)},
            {u"to"_s, toJson(period.fixed.to)}};
}

bool readPeriod(const QJsonObject &object, std::optional<ListPeriod> &period)
{
    Reader reader(object);
    ListPeriod read;
    reader("relative", read.relative);
    if (!read.relative) {
        QString kind;
        reader("kind", kind);
        reader("from", read.fixed.from);
        reader("to", read.fixed.to);
        const auto known = fromCodes<Period::Kind>(periodKinds, kind);
        if (!known || !read.fixed.isValid())
            return false;
        read.fixed.kind = *known;
    }
    period = read;
    return reader.knewAll();
}

QJsonArray columnsJson(const QList<ViewColumn> &columns)
{
    QJsonArray array;
    for (const ViewColumn &column : columns)
        array.append(QJsonObject{{u"field"_s, column.field}, {u"width"_s, column.width}});
    return array;
}

bool readColumns(const QJsonArray &array, QList<ViewColumn> &columns)
{
    for (const QJsonValue &one : array) {
        Reader reader(one.toObject());
        ViewColumn column;
        reader("field", column.field);
        reader("width", column.width);
        if (!reader.knewAll())
            return false;
        columns.append(column);
    }
    return true;
}

QByteArray stored(QJsonObject object)
{
    object.insert(u"version"_s, definitionVersion);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Refusal unknown()
{
    return {Text::tr("A newer program has saved this view, with conditions that this one doesn't know. Bring this "
                     "program up to date, or save the view anew.")};
}

// What both kinds of view hold; the rest is left in `object`.
template <class View>
void writeShared(QJsonObject &object, const View &view)
{
    if (const QJsonObject asked = filterJson(view.asked); !asked.isEmpty())
        object.insert(u"asked"_s, asked);
    if (view.period)
        object.insert(u"period"_s, periodJson(*view.period));
    if (!view.columns.isEmpty())
        object.insert(u"columns"_s, columnsJson(view.columns));
}

template <class View>
bool readShared(QJsonObject &object, View &view)
{
    if (object.take(u"version"_s).toInt() != definitionVersion
        || !readFilter(object.take(u"asked"_s).toObject(), view.asked)
        || !readColumns(object.take(u"columns"_s).toArray(), view.columns))
        return false;
    const QJsonValue period = object.take(u"period"_s);
    return period.isUndefined() || readPeriod(period.toObject(), view.period);
}

// Widths don't count; none named: as the user has them.
bool sameColumns(const QList<ViewColumn> &a, const QList<ViewColumn> &b)
{
    if (a.isEmpty() || b.isEmpty())
        return true;
    return std::ranges::equal(a, b, {}, &ViewColumn::field, &ViewColumn::field);
}

template <class T, class IdType>
void noteRetired(QStringList &names, const QList<T> &entries, std::optional<IdType> id)
{
    if (!id)
        return;
    const T *entry = findById(entries, id);
    if (!entry || entry->retired)
        names.append(entry ? entry->name : QString());
}

} // namespace

QByteArray definitionOf(const TicketView &view)
{
    QJsonObject object;
    writeShared(object, view);
    if (const QJsonObject given = filterJson(view.given); !given.isEmpty())
        object.insert(u"given"_s, given);
    if (!view.givenTitle.isEmpty())
        object.insert(u"given_title"_s, view.givenTitle);
    object.insert(u"order"_s, QJsonObject{{u"by"_s, toJson(view.order.by)},
                                          {u"descending"_s, view.order.order == Qt::DescendingOrder}});
    return stored(object);
}

QByteArray definitionOf(const CallView &view)
{
    QJsonObject object;
    writeShared(object, view);
    object.insert(u"order"_s, QJsonObject{{u"descending"_s, view.order == Qt::DescendingOrder}});
    return stored(object);
}

Outcome<TicketView> ticketViewOf(const QByteArray &definition)
{
    QJsonObject object = QJsonDocument::fromJson(definition).object();
    TicketView view;
    if (!readShared(object, view) || !readFilter(object.take(u"given"_s).toObject(), view.given))
        return unknown();
    view.givenTitle = object.take(u"given_title"_s).toString();
    Reader order(object.take(u"order"_s).toObject());
    bool descending = true;
    order("by", view.order.by);
    order("descending", descending);
    view.order.order = descending ? Qt::DescendingOrder : Qt::AscendingOrder;
    if (!order.knewAll() || !object.isEmpty())
        return unknown();
    return view;
}

Outcome<CallView> callViewOf(const QByteArray &definition)
{
    QJsonObject object = QJsonDocument::fromJson(definition).object();
    CallView view;
    if (!readShared(object, view))
        return unknown();
    Reader order(object.take(u"order"_s).toObject());
    bool descending = true;
    order("descending", descending);
    view.order = descending ? Qt::DescendingOrder : Qt::AscendingOrder;
    if (!order.knewAll() || !object.isEmpty())
        return unknown();
    return view;
}

bool asksTheSame(const TicketView &a, const TicketView &b)
{
    TicketView left = a;
    TicketView right = b;
    for (TicketView *view : {&left, &right}) {
        view->given.moments = view->asked.moments = {};
        view->columns.clear();
    }
    return left == right && sameColumns(a.columns, b.columns);
}

bool asksTheSame(const CallView &a, const CallView &b)
{
    CallView left = a;
    CallView right = b;
    left.columns.clear();
    right.columns.clear();
    return left == right && sameColumns(a.columns, b.columns);
}

QStringList retiredIn(const TicketView &view, const CodeTables &tables)
{
    QStringList names;
    for (const TicketFilter *filter : {&view.given, &view.asked}) {
        noteRetired(names, tables.channels, filter->channel);
        noteRetired(names, tables.requestTypes, filter->requestType);
        noteRetired(names, tables.categories, filter->category);
        noteRetired(names, tables.topics, filter->topic);
        noteRetired(names, tables.areas, filter->area);
        noteRetired(names, tables.departments, filter->department);
    }
    names.removeDuplicates();
    return names;
}

QStringList retiredIn(const CallView &view, const CodeTables &tables)
{
    QStringList names;
    noteRetired(names, tables.topics, view.asked.topic);
    return names;
}

} // namespace huiyin
