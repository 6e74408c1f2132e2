// SPDX-License-Identifier: GPL-3.0-or-later
// The office's own lists: small, so that a table is read as a whole and an entry may name a parent further down.
#include "exchange/ImportContext.h"
#include "exchange/TableReader.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

template <class Entry>
inline constexpr bool hasNamedParent = std::is_same_v<Entry, Channel> || std::is_same_v<Entry, Department>;

// One row as it was read; it is compared with the entry of its name when all names are there.
template <class Entry>
struct EntryRow
{
    qint64 line = 0;
    qsizetype index = -1;
    bool isNew = false; // it brought the entry, or is the first row of one that a path brought
    Entry entry{};
    std::optional<QString> parent{}; // nullopt: the file has no such column
};

// The cells of a row laid over an entry. Columns that the file doesn't have stay as they are, empty cells are defaults.
void read(TableReader &row, Channel &entry)
{
    using namespace ChannelColumn;
    const Channel defaults;
    if (row.has(UnitWord)) {
        const QString word = row.name(UnitWord);
        entry.unitWord = word.isEmpty() ? defaults.unitWord : word;
    }
    if (row.has(IsPhone))
        entry.isPhone = row.boolean(IsPhone).value_or(defaults.isPhone);
    if (row.has(InTotal))
        entry.inTotal = row.boolean(InTotal).value_or(defaults.inTotal);
    if (row.has(Retired))
        entry.retired = row.boolean(Retired).value_or(false);
}

void read(TableReader &row, RequestType &entry)
{
    if (row.has(RequestTypeColumn::Retired))
        entry.retired = row.boolean(RequestTypeColumn::Retired).value_or(false);
}

void read(TableReader &row, Category &entry)
{
    if (row.has(CategoryColumn::Code))
        entry.code = row.name(CategoryColumn::Code);
    if (row.has(CategoryColumn::Retired))
        entry.retired = row.boolean(CategoryColumn::Retired).value_or(false);
}

void read(TableReader &row, Topic &entry)
{
    using namespace TopicColumn;
    if (row.has(From))
        entry.from = row.date(From);
    if (row.has(To))
        entry.to = row.date(To);
    if (row.has(Retired))
        entry.retired = row.boolean(Retired).value_or(false);
    if (entry.from && entry.to && *entry.to < *entry.from)
        row.error(row.has(To) ? To : From, Text::tr("The topic ends before it starts."));
}

void read(TableReader &row, Area &entry)
{
    if (row.has(AreaColumn::Retired))
        entry.retired = row.boolean(AreaColumn::Retired).value_or(false);
}

void read(TableReader &row, Department &entry)
{
    using namespace DepartmentColumn;
    if (row.has(ShortName))
        entry.shortName = row.name(ShortName);
    if (row.has(Group))
        entry.group = row.name(Group);
    if (row.has(Aliases))
        entry.aliases = row.list(Aliases);
    if (row.has(Phone))
        entry.phone = row.phone(Phone);
    if (row.has(Retired))
        entry.retired = row.boolean(Retired).value_or(false);
}

template <class Entry>
class CodeTableImport
{
public:
    CodeTableImport(ImportContext &context, TableReader &row, CodeIndex<Entry> &index)
        : m_context(context)
        , m_row(row)
        , m_index(index)
        , m_counts(context.counts(index.kind()))
    {
    }

    void run()
    {
        while (m_row.next())
            readRow();
        for (EntryRow<Entry> &row : m_rows)
            settle(row);
        m_index.order(m_context.unused);
    }

private:
    // The first column names the entry, in every code table.
    static constexpr int keyColumn = 0;

    static int parentColumn()
    {
        if constexpr (std::is_same_v<Entry, Channel>)
            return ChannelColumn::Parent;
        else
            return DepartmentColumn::Parent;
    }

    void readRow()
    {
        const QString name = m_row.isBroken() ? m_row.name(keyColumn) : m_row.key(keyColumn);
        const QString key = entryKey<Entry>(name);
        if (!m_row.isBroken() && !name.isEmpty() && key.isEmpty())
            m_row.error(keyColumn, Text::tr("“%1” is no path: a level of it is empty.").arg(name));
        EntryRow<Entry> row{.line = m_row.line(), .index = m_index.indexOfKey(key)};
        if (row.index >= 0)
            row.entry = m_index.entry(row.index);
        else if constexpr (!isTree<Entry>)
            row.entry.name = key;
        if (!m_row.isBroken()) {
            read(m_row, row.entry);
            if constexpr (hasNamedParent<Entry>) {
                if (m_row.has(parentColumn()))
                    row.parent = m_row.name(parentColumn());
            }
        }
        if (m_row.isInError()) {
            m_index.markInError(key);
            return;
        }
        if (row.index < 0)
            addEntry(row, key);
        row.isNew = !m_index.isStored(row.index) && !m_index.hasRow(row.index);
        m_index.setRow(row.index, row.line);
        m_rows.push_back(std::move(row));
    }

    void addEntry(EntryRow<Entry> &row, const QString &key)
    {
        if constexpr (isTree<Entry>) {
            row.index = m_index.addPath(key, m_counts.added, row.line);
            // What the path itself says of the node stands; the other cells come over it.
            Entry node = m_index.entry(row.index);
            if constexpr (std::is_same_v<Entry, Category>)
                node.code = row.entry.code;
            node.retired = row.entry.retired;
            row.entry = node;
        } else {
            row.index = m_index.add(row.entry, key);
            ++m_counts.added;
        }
    }

    void settle(EntryRow<Entry> &row)
    {
        row.entry.id = m_index.entry(row.index).id;
        if constexpr (hasNamedParent<Entry>) {
            row.entry.parent = m_index.entry(row.index).parent;
            if (row.parent && !findParent(row))
                return;
        }
        const Entry &before = m_index.entry(row.index);
        if (row.entry == before) {
            if (!row.isNew)
                ++m_counts.same;
            return;
        }
        if (!row.isNew) {
            ++m_counts.replaced;
            m_context.notice(Text::tr("%1: “%2” was there already and differed; the row of the table was taken.")
                                 .arg(m_row.placeOf(row.line), before.name));
            if (m_index.isStored(row.index))
                m_context.recorder.record(QString(QLatin1StringView(m_row.table().singular)), before.id->value(),
                                          u"changed_by_import"_s);
        }
        m_index.replace(row.index, row.entry);
    }

    // Sets the parent that the row names; false when that is an error.
    bool findParent(EntryRow<Entry> &row)
    {
        using Match = typename CodeIndex<Entry>::Match;
        row.entry.parent.reset();
        if (row.parent->isEmpty())
            return true;
        const auto refuse = [&](const QString &message) {
            m_context.error({.file = m_row.fileName(),
                             .sheet = m_row.sheetName(),
                             .line = row.line,
                             .column = m_row.heading(parentColumn()),
                             .message = message});
            return false;
        };
        auto parent = m_index.find(*row.parent);
        if (parent.match == Match::None && m_context.options.createMissing) {
            parent = {.match = Match::Found, .index = m_index.add(Entry{.name = *row.parent}, *row.parent)};
            ++m_counts.added;
        }
        switch (parent.match) {
        case Match::Found:
            break;
        case Match::None:
            return refuse(Text::tr("“%1” is not in the case file's list.").arg(*row.parent));
        case Match::Several:
            return refuse(Text::tr("More than one entry of the case file bears the name “%1”. Write its full name.")
                              .arg(*row.parent));
        case Match::InError:
            return false;
        }
        if (m_index.isBelow(m_index.entry(parent.index).id, row.index))
            return refuse(Text::tr("“%1” can't lie below itself.").arg(row.entry.name));
        row.entry.parent = m_index.entry(parent.index).id;
        return true;
    }

    ImportContext &m_context;
    TableReader &m_row;
    CodeIndex<Entry> &m_index;
    ImportCounts &m_counts;
    std::vector<EntryRow<Entry>> m_rows;
};

} // namespace

void importChannels(ImportContext &context, TableReader &row)
{
    CodeTableImport(context, row, context.channels).run();
}

void importRequestTypes(ImportContext &context, TableReader &row)
{
    CodeTableImport(context, row, context.requestTypes).run();
}

void importCategories(ImportContext &context, TableReader &row)
{
    CodeTableImport(context, row, context.categories).run();
}

void importTopics(ImportContext &context, TableReader &row)
{
    CodeTableImport(context, row, context.topics).run();
}

void importAreas(ImportContext &context, TableReader &row)
{
    CodeTableImport(context, row, context.areas).run();
}

void importDepartments(ImportContext &context, TableReader &row)
{
    CodeTableImport(context, row, context.departments).run();
}

} // namespace huiyin
