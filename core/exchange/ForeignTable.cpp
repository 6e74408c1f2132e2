// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ForeignTable.h"

#include "domain/Code.h"
#include "domain/Dispatch.h"
#include "storage/SafeFile.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

constexpr qsizetype mostLinesTold = 5;

// What stands between the texts of several columns that fill one of ours.
QString separatorOf(TableKind kind, int column)
{
    if (tableOf(kind).columns[static_cast<size_t>(column)].holds == Column::Holds::Moment)
        return u" "_s; // a day and a time of day
    if (kind != TableKind::Tickets)
        return kind == TableKind::Dispatches && column == DispatchColumn::Reply ? u"\n"_s : u" "_s;
    switch (column) {
    case TicketColumn::Category:
    case TicketColumn::Area:
        return u"/"_s; // the levels of a path
    case TicketColumn::Content:
    case TicketColumn::Answer:
        return u"\n"_s;
    case TicketColumn::Address:
        return {}; // township, village, house: written in one
    case TicketColumn::Marks:
        return u";"_s;
    default:
        return u" "_s;
    }
}

// Nothing, or a stroke in its stead.
bool isNothing(QStringView text)
{
    const QStringView word = text.trimmed();
    return word.isEmpty() || word == u"-" || word == u"—" || word == u"——" || word == u"/" || word == u"无";
}

QStringView firstText(const RowSource &row)
{
    for (int i = 0; i < row.fieldCount(); ++i) {
        if (const QStringView text = row.field(i).trimmed(); !text.isEmpty())
            return text;
    }
    return {};
}

bool isSum(QStringView text)
{
    const QStringView words[] = {u"合计", u"总计", u"小计", u"共计"};
    return std::ranges::find(words, text) != std::end(words);
}

// What stands below the last row of a table on paper.
bool isFoot(QStringView text)
{
    for (const QStringView word :
         {u"合计", u"总计", u"小计", u"共计", u"制表", u"填表", u"审核", u"注：", u"备注", u"说明"}) {
        if (text.startsWith(word))
            return true;
    }
    return false;
}

} // namespace

QStringList fieldsOf(const RowSource &row)
{
    QStringList fields;
    for (int i = 0; i < row.fieldCount(); ++i)
        fields.append(cleanHeading(row.field(i)));
    return fields;
}

QStringList foreignHeadings(const QStringList &fields)
{
    QStringList headings;
    for (const QString &field : fields) {
        QString name = field;
        for (int count = 2; !field.isEmpty() && headings.contains(name); ++count)
            name = field + u" ("_s + QString::number(count) + u')';
        headings.append(name);
    }
    return headings;
}

QStringList findForeignHeadings(RowSource &rows, const SheetProfile &profile)
{
    const QStringList needed = profile.neededHeadings();
    QStringList missing = needed;
    for (int row = 0; row < rowsBeforeData && rows.next(); ++row) {
        QStringList headings = foreignHeadings(fieldsOf(rows));
        QStringList absent = needed;
        absent.removeIf([&headings](const QString &heading) { return headings.contains(heading); });
        if (absent.isEmpty())
            return headings;
        if (absent.size() < missing.size())
            missing = absent;
    }
    throw FileError(missing.size() < needed.size()
                        ? Text::tr("The sheet has no column “%1”, which the chosen matching of columns reads.")
                              .arg(missing.join(u"”, “"_s))
                        : Text::tr("None of the columns that the chosen matching reads is in the sheet."));
}

ForeignTable::ForeignTable(const RowSource &row, const SheetProfile &profile, TableKind kind,
                           const QStringList &headings)
    : m_row(row)
    , m_table(*profile.of(kind))
    , m_isCompanion(profile.tables.first().kind != kind)
{
    for (const ColumnMatch &match : std::as_const(m_table.columns)) {
        Place place{.fields = {}, .separator = separatorOf(kind, match.column)};
        for (const QString &heading : match.headings)
            place.fields.push_back(static_cast<int>(headings.indexOf(heading)));
        m_places.push_back(std::move(place));
    }
}

void ForeignTable::takeHeading()
{
    const Table &table = tableOf(m_table.kind);
    m_fields.clear();
    for (const ColumnMatch &match : std::as_const(m_table.columns))
        m_fields.append(table.columnName(match.column));
    m_words = QStringList(m_fields.size());
    if (m_table.kind == TableKind::Dispatches && !m_table.of(DispatchColumn::Role)) {
        m_fields.append(table.columnName(DispatchColumn::Role));
        m_words.append(QString());
    }
}

bool ForeignTable::takeNext()
{
    if (m_coHandlers.isEmpty())
        return false;
    const qsizetype department = &m_table.at(DispatchColumn::Department) - m_table.columns.constData();
    const ColumnMatch &match = m_table.columns[department];
    m_words[department] = m_coHandlers.takeFirst();
    m_fields[department] = translated(match, m_words[department]);
    m_fields.last() = chineseName(DispatchRole::CoHandler);
    return true;
}

bool ForeignTable::takeRow()
{
    m_fields.clear();
    m_words.clear();
    if (m_row.fault())
        return true; // it is reported, whatever the row would have been
    for (qsizetype i = 0; i < m_table.columns.size(); ++i) {
        const ColumnMatch &match = m_table.columns[i];
        m_words.append(read(match, m_places[static_cast<size_t>(i)]));
        m_fields.append(translated(match, m_words.last()));
    }
    if (m_row.isBlank())
        return false;
    if (saysNothing()) {
        ++m_passedOverCount;
        if (m_passedOver.size() < mostLinesTold)
            m_passedOver.append(m_row.line());
        return false;
    }
    if (m_fields == m_before)
        return false;
    m_before = m_fields;
    if (m_table.kind == TableKind::Dispatches)
        splitDepartments();
    return true;
}

QString ForeignTable::read(const ColumnMatch &match, const Place &place) const
{
    QStringList texts;
    for (const int field : place.fields) {
        const QStringView text = m_row.field(field).trimmed();
        if (!isNothing(text))
            texts.append(text.toString());
    }
    const bool onlyFixed = place.fields.empty();
    return onlyFixed || texts.isEmpty() ? (onlyFixed ? match.fixed : QString())
                                        : QString(match.fixed + texts.join(place.separator));
}

QString ForeignTable::translated(const ColumnMatch &match, const QString &word) const
{
    const auto found = match.words.constFind(word.simplified());
    return found == match.words.cend() ? word : *found;
}

// What makes a row one of the table is read from no column that the sheet left empty here.
bool ForeignTable::saysNothing() const
{
    const Table &table = tableOf(m_table.kind);
    QStringList told;
    qsizetype required = 0;
    for (qsizetype i = 0; i < m_table.columns.size(); ++i) {
        const ColumnMatch &match = m_table.columns[i];
        const bool isRequired = table.columns[static_cast<size_t>(match.column)].use == Column::Use::Required;
        if (!isRequired)
            continue;
        // A ticket's number and the time of its receipt are there in any case: they don't make a dispatch or a follow-up.
        const bool tells = m_isCompanion
                               ? (m_table.kind == TableKind::Dispatches && match.column == DispatchColumn::Department)
                                     || (m_table.kind == TableKind::FollowUps && match.column == FollowUpColumn::At)
                               : !match.headings.isEmpty();
        required += tells ? 1 : 0;
        if (tells && !m_fields[i].isEmpty())
            told.append(m_fields[i]);
    }
    if (told.isEmpty() || isSum(firstText(m_row)))
        return true;
    return !m_isCompanion && told.size() < required && isFoot(firstText(m_row));
}

void ForeignTable::splitDepartments()
{
    static const QRegularExpression separators(u"[、，,；;\\n]+"_s);
    const bool addsRole = !m_table.of(DispatchColumn::Role);
    if (addsRole) {
        m_fields.append(chineseName(DispatchRole::Lead));
        m_words.append(QString());
    }
    const auto department =
        std::ranges::find(m_table.columns, static_cast<int>(DispatchColumn::Department), &ColumnMatch::column);
    if (!addsRole || department == m_table.columns.end())
        return;
    const qsizetype place = department - m_table.columns.begin();
    if (department->words.contains(m_words[place].simplified()))
        return; // a name that has such a character in it
    QStringList names = m_words[place].split(separators, Qt::SkipEmptyParts);
    for (QString &name : names)
        name = name.trimmed();
    names.removeAll(QString());
    names.removeDuplicates();
    if (names.size() < 2)
        return;
    m_words[place] = names.takeFirst();
    m_fields[place] = translated(*department, m_words[place]);
    m_coHandlers = names;
}

QString ForeignTable::fieldFault(int column) const
{
    if (column >= static_cast<int>(m_places.size()))
        return {};
    for (const int field : m_places[static_cast<size_t>(column)].fields) {
        const QString fault = m_row.fieldFault(field);
        if (!fault.isEmpty())
            return fault;
    }
    return {};
}

QString ForeignTable::title(int column) const
{
    return column < m_table.columns.size() ? m_table.columns[column].headings.join(u" + "_s) : QString();
}

QString ForeignTable::notice() const
{
    if (m_isCompanion || m_passedOverCount == 0)
        return {};
    QStringList lines;
    for (const qint64 line : m_passedOver)
        lines.append(QString::number(line));
    if (m_passedOverCount > m_passedOver.size())
        lines.append(u"…"_s);
    return Text::tr("%n row(s) without what every row needs were passed over: %1.", nullptr,
                    static_cast<int>(m_passedOverCount))
        .arg(lines.join(Text::tr(", ", "between the rows of a sheet")));
}

} // namespace huiyin
