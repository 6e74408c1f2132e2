// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SearchedTicket.h"

#include "domain/SearchText.h"
#include "domain/Ticket.h"
#include "storage/Database.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr char16_t numbersFollow = 0x1E;
constexpr char16_t nextText = 0x1F;

// Texts and numbers of a ticket in one value; QtSql's price is by the column.
const auto textsColumn =
    u"x.title || char(31) || x.content || char(31) || x.answer || char(31) || x.address || char(31) || x.requester "
    "|| char(30) || x.phone || char(31) || x.channel_reference "_s;

void addAttributes(SearchGrams &grams, const QString &attributes)
{
    const auto parts = QStringView(attributes).split(u'|');
    if (parts.size() != 8)
        return;
    constexpr SearchAttribute kinds[] = {SearchAttribute::Channel, SearchAttribute::RequestType,
                                         SearchAttribute::Category, SearchAttribute::Topic, SearchAttribute::Area};
    for (int i = 0; i < 5; ++i)
        grams.addAttribute(kinds[i], parts[i].toLongLong());
    const auto marks = parts[5].toLongLong();
    for (qint64 bit = 1; bit <= marks; bit <<= 1) {
        if ((marks & bit) != 0)
            grams.addAttribute(SearchAttribute::Mark, bit);
    }
    if (const auto state = fromCode<TicketState>(parts[6].toString()))
        grams.addAttribute(SearchAttribute::State, static_cast<qint64>(*state) + 1);
    grams.addAttribute(SearchAttribute::Open, parts[7].toLongLong());
}

} // namespace

SearchedTicket SearchedTicket::stored(Database &database, qint64 ticket)
{
    SearchedTicket now;
    database.each(
        u"SELECT t.received_at, ifnull(t.number, ''), t.channel || '|' || ifnull(t.request_type, 0) || '|' || "
        "ifnull(t.category, 0) || '|' || ifnull(t.topic, 0) || '|' || ifnull(t.area, 0) || '|' || t.marks || '|' || "
        "t.state || '|' || (t.closed_at IS NULL AND t.state NOT IN ('draft', 'void') AND t.resolution IS NOT "
        "'merged'), "_s
            + textsColumn
            + u"FROM (SELECT ? AS id) asked LEFT JOIN ticket t ON t.id = asked.id "
              "LEFT JOIN ticket_text x ON x.ticket = asked.id"_s,
        [&now](const Row &row) {
            now.m_receivedAt = row.get<qint64>(0);
            now.m_number = row.get<QString>(1);
            now.m_attributes = row.get<QString>(2);
            now.m_texts = row.get<QString>(3);
        },
        ticket);
    database.each(
        u"SELECT d.id, ifnull(x.reply, ''), iif(d.returned_at IS NULL, d.department, 0) FROM dispatch d "
        "LEFT JOIN dispatch_text x ON x.dispatch = d.id WHERE d.ticket = ?"_s,
        [&now](const Row &row) {
            now.m_dispatches.append(
                {.id = row.get<qint64>(0), .reply = row.get<QString>(1), .department = row.get<qint64>(2)});
        },
        ticket);
    return now;
}

SearchedTicket::DispatchPart &SearchedTicket::dispatch(qint64 id)
{
    for (DispatchPart &part : m_dispatches) {
        if (part.id == id)
            return part;
    }
    m_dispatches.append(DispatchPart{.id = id});
    return m_dispatches.last();
}

SearchedTicket SearchedTicket::before(const QList<PendingPart> &changes) const
{
    SearchedTicket old = *this;
    for (const PendingPart &change : changes) {
        switch (change.part) {
        case PendingPart::New:
            return {};
        case PendingPart::Texts:
            old.m_texts = change.text;
            break;
        case PendingPart::Number:
            old.m_number = change.text;
            break;
        case PendingPart::Attributes:
            old.m_attributes = change.text;
            break;
        case PendingPart::Moved:
            old.m_receivedAt = change.text.toLongLong();
            break;
        default:
            if (change.part % 2 == 0)
                old.dispatch(-change.part / 2).reply = change.text;
            else
                old.dispatch(-(change.part + 1) / 2).department = change.text.toLongLong();
            break;
        }
    }
    return old;
}

SearchGrams SearchedTicket::grams() const
{
    SearchGrams grams;
    if (!exists())
        return grams;
    const qsizetype end = m_texts.indexOf(QChar(numbersFollow));
    if (end >= 0) {
        // Folding keeps U+001F, and it is no part of any term.
        grams.addText(foldForSearch(QStringView(m_texts).first(end)));
        grams.addNumber(foldForSearch(QStringView(m_texts).sliced(end + 1)));
    }
    grams.addNumber(foldForSearch(m_number));
    addAttributes(grams, m_attributes);
    for (const DispatchPart &dispatch : m_dispatches) {
        grams.addText(foldForSearch(dispatch.reply));
        grams.addAttribute(SearchAttribute::Department, dispatch.department);
    }
    grams.finish();
    return grams;
}

QSet<qint64> surelyMatching(Database &database, const SearchQuery &query, const QList<TicketId> &tickets)
{
    QSet<qint64> found;
    QStringList conditions;
    QVariantList values{jsonList(tickets)};
    for (const SearchWord &word : query.words()) {
        if (word.excluded)
            return found;
        // The title and the content apart: SQLite stops at the first that holds the word.
        conditions.append(u"(instr(x.content, ?) > 0 OR instr(x.title, ?) > 0 OR instr(x.answer, ?) > 0 "
                          "OR instr(x.address, ?) > 0)"_s);
        for (int i = 0; i < 4; ++i)
            values.append(word.text);
    }
    if (conditions.isEmpty())
        return found;
    Database::Statement rows(
        database,
        u"SELECT x.ticket FROM json_each(?) asked CROSS JOIN ticket_text x ON x.ticket = asked.value "
        "WHERE "_s
            + conditions.join(u" AND "_s),
        values);
    while (rows.next())
        found.insert(rows.row().get<qint64>(0));
    return found;
}

void eachSearchedTexts(Database &database, const QList<TicketId> &tickets,
                       const std::function<void(qint64, const SearchedTexts &)> &visit)
{
    database.each(
        u"SELECT t.id, ifnull(t.number, ''), (SELECT group_concat(y.reply, char(31)) FROM dispatch d "
        "JOIN dispatch_text y ON y.dispatch = d.id WHERE d.ticket = t.id), "_s
            + textsColumn
            + u"FROM json_each(?) asked CROSS JOIN ticket t ON t.id = asked.value JOIN ticket_text x ON x.ticket = "
              u"t.id "
              "ORDER BY asked.key"_s,
        [&visit](const Row &row) {
            const auto all = row.get<QString>(3);
            const qsizetype end = all.indexOf(QChar(numbersFollow));
            SearchedTexts texts{.texts = foldForSearch(QStringView(all).first(end)),
                                .numbers = foldForSearch(QStringView(all).sliced(end + 1)) + QChar(nextText)
                                           + foldForSearch(row.get<QString>(1))};
            if (!row.isNull(2))
                texts.texts += QChar(nextText) + foldForSearch(row.get<QString>(2));
            visit(row.get<qint64>(0), texts);
        },
        jsonList(tickets));
}

} // namespace huiyin
