// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of the set-up page: the office and its code tables.
#include "casework/CaseBook.h"
#include "casework/Recorder.h"
#include "domain/Text.h"
#include "storage/CaseFile.h"
#include "storage/CodeTableRepository.h"
#include "storage/OfficeRepository.h"
#include "storage/Transaction.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// Not the template's own tr(): the tool that collects the texts takes its parameter for a class.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CaseBook)
};

QJsonObject describe(const Channel &channel)
{
    return {{u"name"_s, channel.name},
            {u"unit_word"_s, channel.unitWord},
            {u"is_phone"_s, channel.isPhone},
            {u"in_total"_s, channel.inTotal},
            {u"retired"_s, channel.retired},
            {u"parent"_s, channel.parent ? QJsonValue(channel.parent->value()) : QJsonValue()}};
}

QJsonObject describe(const RequestType &type)
{
    return {{u"name"_s, type.name}, {u"retired"_s, type.retired}};
}

QJsonObject describe(const Category &category)
{
    return {{u"name"_s, category.name},
            {u"code"_s, category.code},
            {u"retired"_s, category.retired},
            {u"parent"_s, category.parent ? QJsonValue(category.parent->value()) : QJsonValue()}};
}

QJsonObject describe(const Topic &topic)
{
    return {{u"name"_s, topic.name},
            {u"from"_s, topic.from ? topic.from->toString(Qt::ISODate) : QString()},
            {u"to"_s, topic.to ? topic.to->toString(Qt::ISODate) : QString()},
            {u"retired"_s, topic.retired}};
}

QJsonObject describe(const Area &area)
{
    return {{u"name"_s, area.name},
            {u"retired"_s, area.retired},
            {u"parent"_s, area.parent ? QJsonValue(area.parent->value()) : QJsonValue()}};
}

QJsonObject describe(const Department &department)
{
    return {{u"name"_s, department.name},
            {u"short_name"_s, department.shortName},
            {u"group"_s, department.group},
            {u"aliases"_s, department.aliases.join(u';')},
            {u"phone"_s, department.phone},
            {u"retired"_s, department.retired},
            {u"parent"_s, department.parent ? QJsonValue(department.parent->value()) : QJsonValue()}};
}

template <class T>
inline constexpr bool isTree = requires(T entry)
{
    entry.parent;
};
template <class T>
inline constexpr bool isPath = std::is_same_v<T, Category> || std::is_same_v<T, Area>;

} // namespace

// Checks and writes one entry of one code table.
class SetUp
{
public:
    template <class T>
    static Outcome<Changes> save(CaseBook &book, const QString &object, const QList<T> CodeTables::*list, T entry)
    {
        if (auto refusal = book.checkRight(Command::SetUp))
            return *refusal;
        book.forgetTables();
        Database &database = book.m_file.database();
        const CodeTableRepository repository(database);
        Transaction transaction(database);
        const CodeTables tables = repository.load();
        const QList<T> &entries = tables.*list;
        if (auto refusal = check(entries, entry))
            return *refusal;

        const T *before = findById(entries, entry.id);
        if (entry.id && !before)
            return Refusal{Text::tr("This entry is not in the list any more.")};
        if (before && *before == entry)
            return Changes{};
        QJsonObject details;
        const QJsonObject from = before ? describe(*before) : QJsonObject();
        const QJsonObject to = describe(entry);
        for (auto field = to.begin(); field != to.end(); ++field)
            noteChange(details, field.key(), from[field.key()], field.value());
        const auto id = repository.save(entry);
        Recorder(database, book.m_clock.now(), book.m_user)
            .record(object, id.value(), before ? u"changed"_s : u"added"_s, details);
        transaction.commit();
        return Changes{.codeTables = true};
    }

    template <class IdType>
    static Outcome<Changes> reorder(CaseBook &book, const QString &object, const QList<IdType> &order)
    {
        if (auto refusal = book.checkRight(Command::SetUp))
            return *refusal;
        book.forgetTables();
        Database &database = book.m_file.database();
        Transaction transaction(database);
        CodeTableRepository(database).reorder(order);
        QJsonArray ids;
        for (const IdType id : order)
            ids.append(id.value());
        Recorder(database, book.m_clock.now(), book.m_user).record(object, 0, u"reordered"_s, {{u"order"_s, ids}});
        transaction.commit();
        return Changes{.codeTables = true};
    }

private:
    template <class T>
    static std::optional<Refusal> check(const QList<T> &entries, T &entry)
    {
        entry.name = forceClean(entry.name).simplified();
        if (entry.name.isEmpty())
            return Refusal{Text::tr("The name is empty."), u"name"_s};
        if (entry.name.size() > 100)
            return Refusal{Text::tr("The name is too long."), u"name"_s};
        if (isPath<T> && (entry.name.contains(u'/') || entry.name.contains(u'／')))
            return Refusal{Text::tr("A name can't hold “/”: it parts the levels of a path."), u"name"_s};
        for (const T &other : entries) {
            if (other.id == entry.id || other.name != entry.name)
                continue;
            bool samePlace = true;
            if constexpr (isPath<T>)
                samePlace = other.parent == entry.parent;
            if (samePlace)
                return Refusal{Text::tr("“%1” is in the list already.").arg(entry.name), u"name"_s};
        }
        if constexpr (isTree<T>) {
            // Going up from the parent must not lead back to the entry.
            auto up = entry.parent;
            for (qsizetype depth = 0; up && depth <= entries.size(); ++depth) {
                if (up == entry.id)
                    return Refusal{Text::tr("“%1” can't lie below itself.").arg(entry.name), u"parent"_s};
                const T *above = findById(entries, up);
                if (!above)
                    return Refusal{Text::tr("The entry above is not in the list any more."), u"parent"_s};
                up = above->parent;
            }
        }
        return std::nullopt;
    }
};

Outcome<Changes> CaseBook::changeOffice(const Office &office)
{
    if (auto refusal = checkRight(Command::SetUp))
        return *refusal;
    Office next = office;
    next.name = forceClean(office.name).simplified();
    next.hotline = forceClean(office.hotline).simplified();
    if (next.name.isEmpty())
        return Refusal{Text::tr("The office needs a name: bulletins print it."), u"name"_s};
    if (!OfficeZone(next.zone).isValid())
        return Refusal{Text::tr("This computer doesn't know the time zone “%1”.").arg(QString::fromUtf8(next.zone)),
                       u"zone"_s};

    forgetTables();
    Database &database = m_file.database();
    Transaction transaction(database);
    QJsonObject details;
    noteChange(details, u"name"_s, m_file.office().name, next.name);
    noteChange(details, u"hotline"_s, m_file.office().hotline, next.hotline);
    noteChange(details, u"zone"_s, QString::fromUtf8(m_file.office().zone), QString::fromUtf8(next.zone));
    if (details.isEmpty())
        return Changes{};
    OfficeRepository(database).update(next);
    Recorder(database, m_clock.now(), m_user).record(u"office"_s, 1, u"changed"_s, details);
    transaction.commit();
    m_file.reloadOffice();
    return Changes{.office = true};
}

Outcome<Changes> CaseBook::saveChannel(const Channel &channel)
{
    Channel entry = channel;
    entry.unitWord = forceClean(entry.unitWord).simplified();
    if (entry.unitWord.isEmpty())
        entry.unitWord = u"件"_s;
    return SetUp::save(*this, u"channel"_s, &CodeTables::channels, entry);
}

Outcome<Changes> CaseBook::saveRequestType(const RequestType &type)
{
    return SetUp::save(*this, u"request_type"_s, &CodeTables::requestTypes, type);
}

Outcome<Changes> CaseBook::saveCategory(const Category &category)
{
    return SetUp::save(*this, u"category"_s, &CodeTables::categories, category);
}

Outcome<Changes> CaseBook::saveTopic(const Topic &topic)
{
    if (topic.from && topic.to && *topic.to < *topic.from)
        return Refusal{Text::tr("The topic ends before it starts."), u"to"_s};
    return SetUp::save(*this, u"topic"_s, &CodeTables::topics, topic);
}

Outcome<Changes> CaseBook::saveArea(const Area &area)
{
    return SetUp::save(*this, u"area"_s, &CodeTables::areas, area);
}

Outcome<Changes> CaseBook::saveDepartment(const Department &department)
{
    return SetUp::save(*this, u"department"_s, &CodeTables::departments, department);
}

Outcome<Changes> CaseBook::reorderChannels(const QList<ChannelId> &order)
{
    return SetUp::reorder(*this, u"channel"_s, order);
}

Outcome<Changes> CaseBook::reorderRequestTypes(const QList<RequestTypeId> &order)
{
    return SetUp::reorder(*this, u"request_type"_s, order);
}

Outcome<Changes> CaseBook::reorderCategories(const QList<CategoryId> &order)
{
    return SetUp::reorder(*this, u"category"_s, order);
}

Outcome<Changes> CaseBook::reorderTopics(const QList<TopicId> &order)
{
    return SetUp::reorder(*this, u"topic"_s, order);
}

Outcome<Changes> CaseBook::reorderAreas(const QList<AreaId> &order)
{
    return SetUp::reorder(*this, u"area"_s, order);
}

Outcome<Changes> CaseBook::reorderDepartments(const QList<DepartmentId> &order)
{
    return SetUp::reorder(*this, u"department"_s, order);
}

} // namespace huiyin
