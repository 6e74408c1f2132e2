// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/RescueLosses.h"

#include "storage/Database.h"
#include "storage/Rescue.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

// In order; neighbours, and what overlaps, as one.
RowRanges joined(RowRanges ranges)
{
    std::ranges::sort(ranges, {}, &RowRange::from);
    RowRanges all;
    for (const RowRange &range : std::as_const(ranges)) {
        if (!all.isEmpty() && (all.last().to == RecordDoubts::end || range.from <= all.last().to + 1))
            all.last().to = std::max(all.last().to, range.to);
        else
            all.append(range);
    }
    return all;
}

} // namespace

void RecordDoubts::add(const QString &table, qint64 from, qint64 to, const QString &message)
{
    m_rows[{table, message}].append({.from = from, .to = to});
}

void RecordDoubts::tell(RescueReport &report) const
{
    for (auto rows = m_rows.cbegin(); rows != m_rows.cend(); ++rows) {
        const auto &[table, message] = rows.key();
        for (const RowRange &range : joined(*rows)) {
            const QString numbers = range.to == end ? Text::tr("%1 and after").arg(range.from)
                                    : range.from == range.to
                                        ? QString::number(range.from)
                                        : QString(QString::number(range.from) + u'–' + QString::number(range.to));
            report.doubts.append(
                {.object = Text::tr("%1, record %2").arg(tableWord(table), numbers), .message = message});
        }
    }
}

void RescueLosses::lose(const QString &table, qint64 from, qint64 to)
{
    if (to >= from)
        m_ranges[table].append({.from = from, .to = to});
}

void RescueLosses::tell(Database &database, RescueReport &report) const
{
    RecordDoubts doubts;
    const QString message = Text::tr("Could not be read.");
    for (auto table = m_ranges.cbegin(); table != m_ranges.cend(); ++table) {
        const QString sql = u"SELECT rowid FROM main.%1 WHERE rowid BETWEEN ? AND ? ORDER BY rowid"_s.arg(table.key());
        for (const RowRange &range : joined(*table)) {
            std::optional<qint64> next = range.from; // nullopt: the last number that there can be is there
            const auto there = [&](const Row &row) {
                const auto number = row.get<qint64>(0);
                if (number > *next)
                    doubts.add(table.key(), *next, number - 1, message);
                next = number < end ? std::optional(number + 1) : std::nullopt;
            };
            database.each(sql, there, range.from, range.to);
            if (next && *next <= range.to)
                doubts.add(table.key(), *next, range.to, message);
        }
    }
    doubts.tell(report);
    for (const QString &table : m_middles) {
        report.doubts.append({.object = tableWord(table), .message = Text::tr("Some of these records may be lost.")});
    }
}

QString tableWord(const QString &table)
{
    static const QHash<QString, const char *> words{
        {u"access_record"_s, QT_TRANSLATE_NOOP("Storage", "Access records")},
        {u"area"_s, QT_TRANSLATE_NOOP("Storage", "Areas")},
        {u"attachment"_s, QT_TRANSLATE_NOOP("Storage", "Attachments")},
        {u"attachment_content"_s, QT_TRANSLATE_NOOP("Storage", "Contents of attachments")},
        {u"best_case_ballot"_s, QT_TRANSLATE_NOOP("Storage", "Ballots on the ten best cases")},
        {u"best_case_nomination"_s, QT_TRANSLATE_NOOP("Storage", "Nominations for the ten best cases")},
        {u"best_case_vote"_s, QT_TRANSLATE_NOOP("Storage", "Votes for the ten best cases")},
        {u"bulletin"_s, QT_TRANSLATE_NOOP("Storage", "Bulletins")},
        {u"bulletin_case"_s, QT_TRANSLATE_NOOP("Storage", "Cases in bulletins")},
        {u"bulletin_figure"_s, QT_TRANSLATE_NOOP("Storage", "Figures of published bulletins")},
        {u"bulletin_layout"_s, QT_TRANSLATE_NOOP("Storage", "Layouts of the office's own")},
        {u"calendar_day"_s, QT_TRANSLATE_NOOP("Storage", "Holidays and make-up days")},
        {u"calendar_local"_s, QT_TRANSLATE_NOOP("Storage", "The office's own days off")},
        {u"calendar_year"_s, QT_TRANSLATE_NOOP("Storage", "Holiday notices")},
        {u"call"_s, QT_TRANSLATE_NOOP("Storage", "Calls")},
        {u"category"_s, QT_TRANSLATE_NOOP("Storage", "Categories")},
        {u"channel"_s, QT_TRANSLATE_NOOP("Storage", "Channels")},
        {u"clock"_s, QT_TRANSLATE_NOOP("Storage", "Newest time recorded")},
        {u"deadline_rule"_s, QT_TRANSLATE_NOOP("Storage", "Deadline rules")},
        {u"department"_s, QT_TRANSLATE_NOOP("Storage", "Departments")},
        {u"department_sheet"_s, QT_TRANSLATE_NOOP("Storage", "Department sheets")},
        {u"department_sheet_row"_s, QT_TRANSLATE_NOOP("Storage", "Rows of department sheets")},
        {u"dispatch"_s, QT_TRANSLATE_NOOP("Storage", "Dispatches")},
        {u"dispatch_text"_s, QT_TRANSLATE_NOOP("Storage", "Texts of dispatches")},
        {u"earlier_due"_s, QT_TRANSLATE_NOOP("Storage", "Earlier due times")},
        {u"earlier_reply"_s, QT_TRANSLATE_NOOP("Storage", "Earlier replies")},
        {u"explanation"_s, QT_TRANSLATE_NOOP("Storage", "Explanations to the citizen")},
        {u"figure_day"_s, QT_TRANSLATE_NOOP("Storage", "Figures kept for each day")},
        {u"follow_up"_s, QT_TRANSLATE_NOOP("Storage", "Follow-ups")},
        {u"history"_s, QT_TRANSLATE_NOOP("Storage", "History of handling")},
        {u"import_batch"_s, QT_TRANSLATE_NOOP("Storage", "Imports")},
        {u"kept_draft"_s, QT_TRANSLATE_NOOP("Storage", "Words that were not saved yet")},
        {u"knowledge_article"_s, QT_TRANSLATE_NOOP("Storage", "Articles of the knowledge base")},
        {u"knowledge_use"_s, QT_TRANSLATE_NOOP("Storage", "Uses of the knowledge base")},
        {u"number_series"_s, QT_TRANSLATE_NOOP("Storage", "Last numbers given")},
        {u"office"_s, QT_TRANSLATE_NOOP("Storage", "Particulars of the office")},
        {u"reminder"_s, QT_TRANSLATE_NOOP("Storage", "Reminders")},
        {u"request_type"_s, QT_TRANSLATE_NOOP("Storage", "Request types")},
        {u"saved_view"_s, QT_TRANSLATE_NOOP("Storage", "Views of lists")},
        {u"search_pending"_s, QT_TRANSLATE_NOOP("Storage", "Search index")},
        {u"search_state"_s, QT_TRANSLATE_NOOP("Storage", "Search index")},
        {u"seal"_s, QT_TRANSLATE_NOOP("Storage", "Seals")},
        {u"seal_key"_s, QT_TRANSLATE_NOOP("Storage", "Keys of seals")},
        {u"setting"_s, QT_TRANSLATE_NOOP("Storage", "Settings of the office")},
        {u"sheet_profile"_s, QT_TRANSLATE_NOOP("Storage", "Ways to read other programs' sheets")},
        {u"ticket"_s, QT_TRANSLATE_NOOP("Storage", "Tickets")},
        {u"ticket_text"_s, QT_TRANSLATE_NOOP("Storage", "Texts of tickets")},
        {u"topic"_s, QT_TRANSLATE_NOOP("Storage", "Topics")},
        {u"user"_s, QT_TRANSLATE_NOOP("Storage", "Users")},
    };
    // The tables that SQLite keeps the words in, whatever they are called.
    const bool isIndex = table.startsWith(u"ticket_search");
    const char *word = words.value(isIndex ? u"search_state"_s : table);
    return word ? Text::tr(word) : table;
}

} // namespace huiyin
