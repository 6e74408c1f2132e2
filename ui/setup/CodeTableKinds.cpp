// SPDX-License-Identifier: GPL-3.0-or-later
// What each code table shows in its columns, and the words of its editor.
#include "setup/CodeTableEditor.h"
#include "setup/EntryDialogs.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

template <class T>
struct TableOf;

// What the editor needs of one type of entry.
template <>
struct TableOf<Channel>
{
    static constexpr auto list = &CodeTables::channels;
    static QStringList cells(const Channel &c)
    {
        return {c.name, c.unitWord, c.isPhone ? CodeTableEditor::tr("yes") : QString(),
                c.inTotal ? CodeTableEditor::tr("yes") : CodeTableEditor::tr("no")};
    }
    static Outcome<Changes> reorder(CaseBook &book, const QList<ChannelId> &order)
    {
        return book.reorderChannels(order);
    }
};

template <>
struct TableOf<RequestType>
{
    static constexpr auto list = &CodeTables::requestTypes;
    static QStringList cells(const RequestType &t) { return {t.name}; }
    static Outcome<Changes> reorder(CaseBook &book, const QList<RequestTypeId> &order)
    {
        return book.reorderRequestTypes(order);
    }
};

template <>
struct TableOf<Category>
{
    static constexpr auto list = &CodeTables::categories;
    static QStringList cells(const Category &c) { return {c.name, c.code}; }
    static Outcome<Changes> reorder(CaseBook &book, const QList<CategoryId> &order)
    {
        return book.reorderCategories(order);
    }
};

template <>
struct TableOf<Topic>
{
    static constexpr auto list = &CodeTables::topics;
    static QStringList cells(const Topic &t)
    {
        return {t.name, t.from ? t.from->toString(Qt::ISODate) : QString(),
                t.to ? t.to->toString(Qt::ISODate) : QString()};
    }
    static Outcome<Changes> reorder(CaseBook &book, const QList<TopicId> &order) { return book.reorderTopics(order); }
};

template <>
struct TableOf<Area>
{
    static constexpr auto list = &CodeTables::areas;
    static QStringList cells(const Area &a) { return {a.name}; }
    static Outcome<Changes> reorder(CaseBook &book, const QList<AreaId> &order) { return book.reorderAreas(order); }
};

template <>
struct TableOf<Department>
{
    static constexpr auto list = &CodeTables::departments;
    static QStringList cells(const Department &d)
    {
        return {d.name, d.shortName, d.group, d.phone, d.aliases.join(u"; "_s)};
    }
    static Outcome<Changes> reorder(CaseBook &book, const QList<DepartmentId> &order)
    {
        return book.reorderDepartments(order);
    }
};

template <class T>
class EditorOf final : public CodeTableEditor
{
    using IdType = typename decltype(T::id)::value_type;
    static constexpr bool isTree = requires(T entry) { entry.parent; };

public:
    EditorOf(const PageContext &context, const Looks &looks, QWidget *parent)
        : CodeTableEditor(context, looks, parent)
    {
        reload();
    }

protected:
    [[nodiscard]] QList<Row> rows() const override
    {
        QList<Row> rows;
        for (const T &entry : entries()) {
            Row row{.id = entry.id->value(), .cells = TableOf<T>::cells(entry), .retired = entry.retired};
            if constexpr (isTree) {
                if (entry.parent)
                    row.parent = entry.parent->value();
            }
            rows.append(row);
        }
        return rows;
    }

    void add(std::optional<qint64> parent) override
    {
        T entry;
        if constexpr (isTree) {
            if (parent)
                entry.parent = IdType(*parent);
        }
        editEntry(context(), entry, this);
    }

    void edit(qint64 id) override
    {
        if (const T *entry = findById(entries(), std::optional(IdType(id))))
            editEntry(context(), *entry, this);
    }

    void setRetired(qint64 id, bool retired) override
    {
        const T *entry = findById(entries(), std::optional(IdType(id)));
        if (!entry)
            return;
        T next = *entry;
        next.retired = retired;
        context().session.command(
            this, [next](CaseBook &book) { return saveEntry(book, next); },
            [this, id, name = next.name, retired](const Changes &) { tellRetired(id, name, retired); },
            [this](const Refusal &refusal) { refused(refusal); });
    }

    void reorder(const QList<qint64> &order) override
    {
        QList<IdType> ids;
        for (const qint64 id : order)
            ids.append(IdType(id));
        context().session.command(
            this, [ids](CaseBook &book) { return TableOf<T>::reorder(book, ids); }, [](const Changes &) {},
            [this](const Refusal &refusal) { refused(refusal); });
    }

private:
    [[nodiscard]] const QList<T> &entries() const { return context().session.codeTables().*TableOf<T>::list; }
};

} // namespace

CodeTableEditor *CodeTableEditor::create(Table table, const PageContext &context, QWidget *parent)
{
    switch (table) {
    case Table::Channels:
        return new EditorOf<Channel>(
            context,
            {.name = u"channels"_s,
             .icon = u"radio"_s,
             .columns = {tr("Channel"), tr("Unit word"), tr("By telephone"), tr("In total")},
             .empty = tr("Add the telephone line, the mailboxes and the boards that matters come by."),
             .tree = true},
            parent);
    case Table::RequestTypes:
        return new EditorOf<RequestType>(context,
                                         {.name = u"requestTypes"_s,
                                          .icon = u"tags"_s,
                                          .columns = {tr("Request type")},
                                          .empty = tr("Add what citizens want: consultation, help, complaint …")},
                                         parent);
    case Table::Categories:
        return new EditorOf<Category>(context,
                                      {.name = u"categories"_s,
                                       .icon = u"layers"_s,
                                       .columns = {tr("Category"), tr("Code")},
                                       .empty = tr("Add the subjects that tickets are sorted by, or import your list."),
                                       .tree = true},
                                      parent);
    case Table::Topics:
        return new EditorOf<Topic>(context,
                                   {.name = u"topics"_s,
                                    .icon = u"star"_s,
                                    .columns = {tr("Topic"), tr("From"), tr("To")},
                                    .empty = tr("Add a special subject that is counted apart, such as an epidemic.")},
                                   parent);
    case Table::Areas:
        return new EditorOf<Area>(context,
                                  {.name = u"areas"_s,
                                   .icon = u"map-pin"_s,
                                   .columns = {tr("Area")},
                                   .empty = tr("Add counties, townships and communities, or import your list."),
                                   .tree = true},
                                  parent);
    case Table::Departments:
        break;
    }
    return new EditorOf<Department>(
        context,
        {.name = u"departments"_s,
         .icon = u"building-2"_s,
         .columns = {tr("Department"), tr("Short name"), tr("Group"), tr("Phone"), tr("Aliases")},
         .empty = tr("Add whom tickets are dispatched to, or import your list."),
         .tree = true},
        parent);
}

} // namespace huiyin
