// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/CodePoints.h"
#include "domain/SearchText.h"
#include "exchange/Random.h"
#include "storage/Database.h"
#include "storage/FileCheck.h"
#include "storage/SearchIndex.h"
#include "storage/SearchedTicket.h"
#include "storage/TicketSearch.h"
#include "support/GeneratedOffice.h"
#include "support/Office.h"
#include "support/Print.h"

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

TicketId take(TestOffice &office, const IntakeRequest &request)
{
    IntakeRequest whole = request;
    whole.channel = office.phone();
    if (whole.content.isEmpty())
        whole.content = u"反映人来电。"_s;
    if (whole.title.isEmpty())
        whole.title = u"事项"_s;
    const auto saved = office.book->accept(whole);
    REQUIRE(saved);
    return saved->id;
}

QStringList found(TestOffice &office, const QString &words)
{
    const TicketRepository tickets(office.file->database());
    QStringList titles;
    const auto ids = tickets.matching({.text = words});
    for (const TicketId id : ids)
        titles.append(tickets.byId(id)->title);
    return titles;
}

bool indexIsTrue(CaseFile &file)
{
    return SearchIndex(file.database()).isTrue(Progress());
}

SearchedTexts textsOf(Database &database, qint64 ticket)
{
    SearchedTexts found;
    eachSearchedTexts(database, {TicketId(ticket)}, [&found](qint64, const SearchedTexts &texts) { found = texts; });
    return found;
}

// Whether a text holds a word; quicker on texts of this length than a general search.
bool holds(QStringView text, QStringView word)
{
    for (qsizetype at = text.indexOf(word.front()); at >= 0; at = text.indexOf(word.front(), at + 1)) {
        if (text.sliced(at).startsWith(word))
            return true;
    }
    return false;
}

// All texts of a file, folded, the newest ticket first: what a plain scan reads.
class FoldedFile
{
public:
    explicit FoldedFile(Database &database)
    {
        database.each(
            u"SELECT id FROM ticket WHERE state <> 'draft' AND id IN (SELECT ticket FROM ticket_text) ORDER BY received_at DESC, id DESC"_s,
            [&](const Row &row) {
                const auto id = row.get<qint64>(0);
                m_tickets.push_back({.id = id, .texts = textsOf(database, id)});
            });
    }

    [[nodiscard]] QList<TicketId> newest(const QString &words, qint64 limit) const
    {
        const SearchQuery query(words);
        QList<TicketId> ids;
        for (const Folded &ticket : m_tickets) {
            const bool matches = std::ranges::all_of(query.words(), [&ticket](const SearchWord &word) {
                return (holds(ticket.texts.texts, word.text)
                        || (word.numberLike && holds(ticket.texts.numbers, word.text)))
                       != word.excluded;
            });
            if (matches)
                ids.append(TicketId(ticket.id));
            if (ids.size() >= limit)
                break;
        }
        return ids;
    }

    // One to eight characters that stand somewhere, now and then two words, one to be left out, or one that stands
    // nowhere.
    QString word(Random &random) const
    {
        const auto piece = [&] {
            const Folded &ticket = m_tickets[static_cast<size_t>(random.below(std::ssize(m_tickets)))];
            const auto parts =
                (random.chance(850) ? ticket.texts.texts : ticket.texts.numbers).split(u'\x1F', Qt::SkipEmptyParts);
            if (parts.isEmpty())
                return u"水"_s;
            const auto characters = random.pick(parts).toUcs4();
            const qsizetype length = random.between(1, 8);
            const qsizetype at = random.below(characters.size());
            QString cut;
            for (qsizetype i = at; i < std::min(at + length, characters.size()); ++i)
                appendCodePoint(cut, characters[i]);
            if (random.chance(60))
                std::swap(cut.front(), cut.back());
            return cut;
        };
        QString words = piece();
        if (random.chance(150))
            words += u' ' + piece();
        if (random.chance(80))
            words += u" -"_s + piece();
        return words;
    }

private:
    struct Folded
    {
        qint64 id = 0;
        SearchedTexts texts{};
    };
    std::vector<Folded> m_tickets;
};

// Compares the index with the scan; returns the words that differ.
QStringList differences(CaseFile &file, int words, quint64 seed)
{
    const FoldedFile folded(file.database());
    const TicketRepository tickets(file.database());
    Random random(seed);
    QStringList different;
    constexpr qint64 limit = 300;
    for (int i = 0; i < words; ++i) {
        const QString word = folded.word(random);
        if (SearchQuery(word).isEmpty())
            continue;
        if (tickets.matching({.text = word}, {}, limit) != folded.newest(word, limit))
            different.append(word);
    }
    return different;
}

// Changes texts, replies, numbers and times of receipt as commands and imports do, many in one transaction.
void edit(CaseFile &file, int edits, quint64 seed)
{
    Database &database = file.database();
    const TicketRepository tickets(database);
    const DispatchRepository dispatches(database);
    Random random(seed);
    const auto last = database.value<qint64>(u"SELECT max(id) FROM ticket"_s).value_or(0);
    const QStringList matters{u"暖氣管漏水"_s, u"路灯不亮"_s, u"ＷｉＦｉ信号差"_s, u"𠮷田巷積水"_s, u"噪声扰民"_s,
                              u"欠薪3000元"_s, u""_s,         u"water 管破裂"_s};
    std::unique_ptr<Transaction> transaction;
    for (int i = 0; i < edits; ++i) {
        if (!transaction)
            transaction = std::make_unique<Transaction>(database);
        auto ticket = tickets.byId(TicketId(random.between(1, last)));
        if (!ticket)
            continue;
        switch (random.below(8)) {
        case 6:
            ticket->category = CategoryId(random.between(1, 6));
            ticket->marks.setFlag(Mark::Difficult, random.chance(500));
            break;
        case 7: {
            auto given = dispatches.ofTicket(*ticket->id);
            if (!given.isEmpty()) {
                given.first().returnedAt =
                    given.first().returnedAt ? std::nullopt : std::optional(given.first().dispatchedAt.addSecs(60));
                dispatches.update(given.first());
            }
            break;
        }
        case 0:
            ticket->title = random.pick(matters);
            break;
        case 1:
            ticket->content += random.pick(matters);
            break;
        case 2:
            ticket->phone = QString::number(13800000000 + random.below(99'999'999));
            break;
        case 3:
            ticket->receivedAt = ticket->receivedAt.addSecs(random.between(-900, 900));
            break;
        case 4: {
            auto given = dispatches.ofTicket(*ticket->id);
            if (!given.isEmpty()) {
                given.first().reply = random.pick(matters);
                dispatches.update(given.first());
            }
            break;
        }
        default: {
            Ticket copy = *ticket;
            copy.id.reset();
            copy.number += u"-%1"_s.arg(i);
            copy.content = random.pick(matters);
            ticket->id = tickets.insert(copy);
            ticket->version = 1;
            ticket->number = copy.number;
            break;
        }
        }
        REQUIRE(tickets.update(*ticket));
        if (random.chance(300)) {
            transaction->commit();
            transaction.reset();
        }
    }
    if (transaction)
        transaction->commit();
}

// What the program never does, but another hand may, with or without a word to the triggers of a DELETE.
void meddle(Database &database, Random &random)
{
    const auto pick = [&](const QString &table) {
        return random.between(1, database.value<qint64>(u"SELECT max(id) FROM "_s + table).value_or(1));
    };
    database.exec(u"PRAGMA foreign_keys = 0"_s);
    database.exec(u"PRAGMA recursive_triggers = "_s + (random.chance(500) ? u"1"_s : u"0"_s));
    const qint64 ticket = pick(u"ticket"_s);
    const qint64 dispatch = pick(u"dispatch"_s);
    switch (random.below(17)) {
    case 0:
        database.exec(u"DELETE FROM ticket WHERE id = ?"_s, ticket);
        database.exec(u"DELETE FROM ticket_text WHERE ticket = ?"_s, ticket);
        break;
    case 1:
        database.exec(u"DELETE FROM dispatch WHERE id = ?"_s, dispatch);
        database.exec(u"DELETE FROM dispatch_text WHERE dispatch = ?"_s, dispatch);
        break;
    case 2:
        database.exec(u"DELETE FROM dispatch_text WHERE dispatch = ?"_s, dispatch);
        database.exec(
            u"INSERT INTO dispatch_text(dispatch, reply) SELECT id, '已更換井蓋' FROM dispatch WHERE id = ?"_s,
            dispatch);
        break;
    case 3:
        database.exec(u"UPDATE OR IGNORE dispatch SET ticket = (SELECT id FROM ticket WHERE id >= ?) WHERE id = ?"_s,
                      ticket, dispatch);
        break;
    case 4:
        database.exec(u"REPLACE INTO ticket_text(ticket, title, content) SELECT id, '井盖丢失', '𠮷田巷' FROM ticket "
                      "WHERE id = ?"_s,
                      ticket);
        break;
    case 5:
        // The same number, another id: the one that had it is gone.
        database.exec(u"REPLACE INTO ticket(number, received_at, channel, state) "
                      "SELECT number, received_at, channel, 'accepted' FROM ticket WHERE id = ?"_s,
                      ticket);
        break;
    case 6:
        database.exec(u"REPLACE INTO dispatch(ticket, department, round, dispatched_at) "
                      "SELECT ticket, department, round, dispatched_at FROM dispatch WHERE id = ?"_s,
                      dispatch);
        break;
    case 7:
        database.exec(
            u"REPLACE INTO dispatch_text(dispatch, reply) SELECT id, '水管已修復' FROM dispatch WHERE id = ?"_s,
            dispatch);
        break;
    case 8: {
        // Away and back with another content.
        database.exec(u"DELETE FROM ticket_text WHERE ticket = ?"_s, ticket);
        database.exec(u"INSERT INTO ticket_text(ticket, title) SELECT id, '路燈' FROM ticket WHERE id = ?"_s, ticket);
        break;
    }
    case 9: {
        // Away, and back with another content, at another time.
        database.exec(u"DELETE FROM ticket WHERE id = ?"_s, ticket);
        if (random.chance(500)) {
            Transaction between(database);
            between.commit();
        }
        database.exec(u"INSERT INTO ticket(id, number, received_at, channel, state) "
                      "SELECT ?, ? || '-' || count(*), max(received_at) + ?, 1, 'accepted' FROM ticket"_s,
                      ticket, QString::number(random.below(1'000'000'000)), random.between(-90, 90) * 86'400'000);
        break;
    }
    case 10:
        database.exec(u"REPLACE INTO dispatch(id, ticket, department, dispatched_at) "
                      "SELECT id, ?, department, dispatched_at FROM dispatch WHERE id = ?"_s,
                      ticket, dispatch);
        break;
    case 11:
        database.exec(
            u"UPDATE OR REPLACE ticket SET number = ifnull((SELECT number FROM ticket WHERE id = ?), number) WHERE id = ?"_s,
            pick(u"ticket"_s), ticket);
        break;
    case 12:
        database.exec(u"UPDATE OR REPLACE dispatch SET ticket = d.ticket, department = d.department, round = d.round "
                      "FROM (SELECT * FROM dispatch WHERE id = ?) d WHERE dispatch.id = ?"_s,
                      pick(u"dispatch"_s), dispatch);
        break;
    case 13:
        // The texts first.
        database.exec(u"INSERT OR IGNORE INTO ticket_text(ticket, title) SELECT max(id) + 1, '树枝压线' FROM ticket"_s);
        database.exec(u"INSERT INTO ticket(number, received_at, channel, state) "
                      "SELECT 'N' || max(id), max(received_at), 1, 'accepted' FROM ticket"_s);
        break;
    case 14:
        database.exec(
            u"INSERT OR IGNORE INTO dispatch_text(dispatch, reply) SELECT max(id) + 1, '已清运垃圾' FROM dispatch"_s);
        database.exec(u"INSERT OR IGNORE INTO dispatch(ticket, department, round, dispatched_at) VALUES(?, 3, 7, 1)"_s,
                      ticket);
        break;
    case 15:
        CHECK_THROWS_AS(database.exec(u"UPDATE ticket SET rowid = 900000 WHERE id = "
                                      "(SELECT max(id) FROM ticket)"_s),
                        StorageError);
        break;
    default:
        database.exec(u"INSERT INTO ticket_text(ticket, title, content) VALUES(?, '', '彩钢房扬尘') "
                      "ON CONFLICT(ticket) DO UPDATE SET content = excluded.content"_s,
                      ticket);
        break;
    }
}

} // namespace

TEST_CASE("In a young file texts can be taken away again and again", "[search]")
{
    // FTS5 counts its rows down at each thing that it forgets, and must not come below none.
    TestOffice office;
    IntakeRequest request{.call = CallFacts{.startedAt = office.clock.now(), .phone = u"13800001111"_s},
                          .channel = office.phone(),
                          .address = u"平东小区5号楼"_s,
                          .title = u"自来水管冻裂停水"_s,
                          .content = u"反映人来电，自来水管冻裂。物业不管。"_s,
                          .phone = u"13800001111"_s};
    const auto keep = [&] {
        const auto saved = office.book->saveDraft(request, true);
        REQUIRE(saved);
        request.draft = saved->id;
        request.draftVersion = saved->version;
    };
    keep();
    request.phone.clear();
    keep();
    request.address.clear();
    keep();
    request.content = u"反映人来电，自来水管冻裂。"_s;
    keep();
    request.content = u"反映人来电。"_s;
    keep();
    request.title = u"停水"_s;
    request.phone = u"13800001111"_s;
    keep();
    REQUIRE(office.book->accept(request));
    const TicketRepository tickets(office.file->database());
    CHECK(tickets.matching({.text = u"停水"_s}).size() == 1);
    CHECK(tickets.matching({.text = u"冻裂"_s}).isEmpty());
    CHECK(SearchIndex(office.file->database()).isTrue({}));
}

TEST_CASE("a ticket is found by every text of it, however it is typed", "[search]")
{
    TestOffice office;
    take(office, {.address = u"铁东区平东小区5号楼"_s,
                  .title = u"单元自来水管冻裂"_s,
                  .content = u"反映人來電反映，家中停水已有兩天。WiFi 信号差，㎡数不符。"_s,
                  .requester = u"𠮷田一"_s,
                  .phone = u"13843452207"_s});
    office.clock.advance(60);
    take(office, {.title = u"路灯不亮"_s, .content = u"broken water pipe"_s, .phone = u"04343261234"_s});

    const QStringList first{u"单元自来水管冻裂"_s};
    const QStringList second{u"路灯不亮"_s};
    for (const QString &words : {u"停水"_s,
                                 u"水"_s,
                                 u"冻裂"_s,
                                 u"裂"_s,
                                 u"单元自来水管冻裂"_s,
                                 u"兩天"_s,
                                 u"两天"_s,
                                 u"来电"_s,
                                 u"ＷＩＦＩ"_s,
                                 u"wifi信号"_s,
                                 u"5号楼"_s,
                                 u"５號"_s,
                                 u"𠮷"_s,
                                 u"𠮷田一"_s,
                                 u"2207"_s,
                                 u"4345"_s,
                                 u"13843452207"_s,
                                 u"20200210-0001"_s,
                                 u"0-0001"_s,
                                 u"m2"_s,
                                 u"停水 -路灯"_s,
                                 u"“停水已有”"_s,
                                 u"天。w"_s,
                                 u"，家中"_s,
                                 u"。"_s,
                                 u"停水 2207 平东"_s})
        CHECK(found(office, words) == first);
    for (const QString &words : {u"灯"_s, u"broken"_s, u"water pipe"_s, u"“broken water pipe”"_s, u"roken"_s, u"3261"_s,
                                 u"-停水"_s, u"-水"_s, u"20200210-0002"_s})
        CHECK(found(office, words) == second);
    for (const QString &words : {u"停电"_s, u"水停"_s, u"220"_s, u"9999"_s, u"停水 路灯"_s, u"waterpipe"_s,
                                 u"停水 -水管"_s, u"13843452208"_s, u"不存在"_s})
        CHECK(found(office, words).isEmpty());
    // The newest first; words that say nothing find everything.
    CHECK(found(office, u"0210-000"_s) == second + first);
    CHECK(found(office, u" - "_s) == second + first);
    CHECK(indexIsTrue(*office.file));
}

TEST_CASE("replies of departments are searched, the old ones no more", "[search]")
{
    TestOffice office;
    const TicketId ticket = take(office, {.title = u"停水"_s});
    const auto department = office.book->saveDepartment({.name = u"市水利局"_s});
    REQUIRE(department);
    Dispatch dispatch{.ticket = ticket,
                      .department = *office.tables().departments.first().id,
                      .dispatchedAt = office.clock.now(),
                      .reply = u"已更换阀门"_s};
    const DispatchRepository dispatches(office.file->database());
    {
        Transaction transaction(office.file->database());
        dispatch.id = dispatches.insert(dispatch);
        transaction.commit();
    }
    CHECK(found(office, u"阀门"_s).size() == 1);
    {
        Transaction transaction(office.file->database());
        dispatch.reply = u"已更换水泵"_s;
        dispatches.update(dispatch);
        // Rolled back.
    }
    CHECK(found(office, u"阀门"_s).size() == 1);
    CHECK(found(office, u"水泵"_s).isEmpty());
    {
        Transaction transaction(office.file->database());
        dispatches.update(dispatch);
        transaction.commit();
    }
    CHECK(found(office, u"阀门"_s).isEmpty());
    CHECK(found(office, u"水泵"_s).size() == 1);
    CHECK(indexIsTrue(*office.file));
}

TEST_CASE("a change by another program is found all the same, and kept from being forgotten", "[search]")
{
    TestOffice office;
    take(office, {.title = u"停水"_s});
    office.file->database().exec(u"UPDATE ticket_text SET title = '停电'"_s);
    // Not in the index, and known not to be.
    CHECK(found(office, u"停电"_s).size() == 1);
    CHECK(found(office, u"停水"_s).isEmpty());
    take(office, {.title = u"路灯"_s});
    CHECK(office.file->database().value<qint64>(u"SELECT count(*) FROM search_pending"_s) == 0);
    CHECK(found(office, u"停电"_s).size() == 1);
    CHECK(found(office, u"停水"_s).isEmpty());
    CHECK(indexIsTrue(*office.file));
}

TEST_CASE("an index that was tampered with is found by the check and made anew", "[search]")
{
    TestOffice office;
    take(office, {.title = u"停水"_s});
    office.file->database().exec(u"INSERT INTO ticket_search(rowid, grams) VALUES(1, '路灯')"_s);
    Progress quiet;
    const auto findings = checkFile(*office.file, quiet);
    REQUIRE(findings.size() == 1);
    CHECK(findings.first().kind == u"search");
    SearchIndex(office.file->database()).rebuild(quiet);
    CHECK(checkFile(*office.file, quiet).isEmpty());
}

TEST_CASE("a file whose writer was killed in bulk writing works as usual again", "[search]")
{
    TestOffice office;
    office.file->database().exec(u"INSERT INTO ticket_search(ticket_search, rank) VALUES('hashsize', 33554432)"_s);
    office.file->database().exec(u"INSERT INTO ticket_search(ticket_search, rank) VALUES('crisismerge', 64)"_s);
    office.close();
    office.open();
    const auto now = [&office](const QString &key) {
        return office.file->database().value<qint64>(u"SELECT v FROM ticket_search_config WHERE k = ?"_s, key);
    };
    CHECK(now(u"hashsize"_s) == 1 << 20);
    CHECK(now(u"crisismerge"_s) == 16);
}

TEST_CASE("an index of another folding is built anew before it is asked", "[search]")
{
    TestOffice office;
    take(office, {.title = u"停水"_s});
    office.file->database().exec(u"UPDATE search_state SET folding = 99"_s);
    office.close();
    {
        CaseFile reader(office.path(), CaseFile::Mode::Read);
        CHECK_FALSE(SearchIndex(reader.database()).state().complete);
        CHECK(TicketRepository(reader.database()).matching({.text = u"停水"_s}).size() == 1); // by reading the texts
    }
    office.open();
    CHECK(SearchIndex(office.file->database()).state().complete);
    CHECK(found(office, u"停水"_s).size() == 1);
    CHECK(indexIsTrue(*office.file));
}

TEST_CASE("while the index is being built nothing is missed", "[search]")
{
    GeneratedOffice office({.tickets = 5'000, .years = 1});
    CaseFile &file = *office.file;
    SearchIndex index(file.database());
    file.database().exec(u"UPDATE search_state SET built_to = 0"_s);
    file.database().exec(u"INSERT INTO ticket_search(ticket_search) VALUES('delete-all')"_s);
    CHECK_FALSE(index.buildSome(2'000));
    CHECK_FALSE(index.state().complete);
    edit(file, 60, 5); // on both sides of where it stands
    CHECK(differences(file, 15, 1).isEmpty());
    while (!index.buildSome(700)) {
    }
    CHECK(differences(file, 100, 2).isEmpty());
    CHECK(indexIsTrue(file));
}

TEST_CASE("search equals a plain scan, before and after many edits", "[search]")
{
    GeneratedOffice office({.tickets = 4'000, .years = 1});
    CaseFile &file = *office.file;
    CHECK(differences(file, 600, 1) == QStringList());
    edit(file, 600, 2);
    CHECK(differences(file, 600, 3) == QStringList());
    CHECK(indexIsTrue(file));
}

TEST_CASE("search equals a plain scan whatever another hand does to the file", "[search]")
{
    GeneratedOffice office({.tickets = 1'500, .years = 1});
    CaseFile &file = *office.file;
    Random random(5);
    for (int round = 0; round < 16; ++round) {
        for (int i = 0; i < 60; ++i)
            meddle(file.database(), random);
        CHECK(SearchIndex(file.database()).hasPending());
        CHECK(differences(file, 60, 100 + static_cast<quint64>(round)) == QStringList());
        CHECK(indexIsTrue(file)); // what is pending set aside
        Transaction transaction(file.database());
        transaction.commit(); // takes it in
        CHECK_FALSE(SearchIndex(file.database()).hasPending());
        CHECK(differences(file, 60, 200 + static_cast<quint64>(round)) == QStringList());
        CHECK(indexIsTrue(file));
    }
    CHECK_THROWS_AS(file.database().exec(u"UPDATE ticket SET id = id + 100000 WHERE id = 7"_s), StorageError);
}

// Minutes; see CONTRIBUTING.
TEST_CASE("search equals a plain scan for ten thousand words at 200,000 tickets", "[.long]")
{
    GeneratedOffice office({.tickets = 200'000});
    CaseFile &file = *office.file;
    CHECK(differences(file, 10'000, 11) == QStringList());
    edit(file, 10'000, 12);
    CHECK(differences(file, 10'000, 13) == QStringList());
    CHECK(indexIsTrue(file));
}

TEST_CASE("a search within a filter and in any order finds the same tickets", "[search]")
{
    GeneratedOffice office({.tickets = 6'000, .years = 2});
    CaseFile &file = *office.file;
    const TicketRepository tickets(file.database());
    const CodeTables tables = CodeTableRepository(file.database()).load();
    const auto plain = [&](TicketFilter filter, const QString &words) {
        QSet<TicketId> ids;
        const SearchQuery query(words);
        const auto all = tickets.matching(filter);
        for (const TicketId id : all) {
            if (query.matches(textsOf(file.database(), id.value())))
                ids.insert(id);
        }
        return ids;
    };
    // First as generated, ids in order of time; then after changes of all kinds.
    const bool edited = GENERATE(false, true);
    if (edited)
        edit(file, 400, 7);
    CHECK((SearchIndex(file.database()).state().disorder == 0) == !edited);
    const auto some = tickets.matching({}).mid(700, 2'500);
    const auto plainConditions = [&](const TicketFilter &filter) {
        const Conditions conditions = conditionsOf(filter);
        QList<TicketId> ids;
        Database::Statement rows(file.database(),
                                 u"SELECT t.id FROM ticket t"_s + conditions.where()
                                     + u" ORDER BY t.received_at DESC, t.id DESC"_s,
                                 conditions.values());
        while (rows.next())
            ids.append(rows.row().get<TicketId>(0));
        return ids;
    };
    const QList<TicketFilter> filters{
        {},
        {.receivedFrom = at("2023-03-05 00:00"), .receivedBefore = at("2023-11-02 00:00")},
        {.receivedFrom = at("2023-11-05 00:00")},
        {.openOnly = true},
        {.state = TicketState::Closed, .requestType = tables.requestTypes.first().id},
        {.category = tables.categories.at(2).id},
        {.department = tables.departments.first().id},
        {.state = TicketState::Closed, .channel = tables.channels.first().id, .area = tables.areas.first().id},
        {.marks = Mark::Difficult | Mark::Leader},
        {.openOnly = true, .drafts = true},
        {.receivedFrom = at("2022-06-05 13:00"),
         .receivedBefore = at("2023-10-02 08:00"),
         .state = TicketState::Closed,
         .channel = tables.channels.first().id},
        {.among = some},
        {.receivedBefore = at("2023-07-01 00:00"), .among = some},
    };
    for (const TicketFilter &filter : filters) {
        INFO("filter " << &filter - filters.constData());
        const auto expectedAll = plainConditions(filter);
        CHECK((!expectedAll.isEmpty() || (!edited && filter.marks)));
        CHECK(tickets.matching(filter) == expectedAll);
        CHECK(tickets.matching(filter, {}, 7) == expectedAll.first(std::min<qsizetype>(7, expectedAll.size())));
        for (const QString &words : {u"停水"_s, u"水"_s, u"供热"_s, u"扰民 -夜间"_s, u"2022"_s}) {
            TicketFilter both = filter;
            both.text = words;
            const auto expected = plain(filter, words);
            const auto newest = tickets.matching(both);
            CHECK(QSet<TicketId>(newest.begin(), newest.end()) == expected);
            for (const auto by : {TicketOrder::By::Number, TicketOrder::By::Title, TicketOrder::By::DueAt}) {
                const auto sorted = tickets.matching(both, {.by = by, .order = Qt::AscendingOrder});
                CHECK(sorted.size() == newest.size());
                CHECK(QSet<TicketId>(sorted.begin(), sorted.end()) == expected);
            }
            auto oldest = tickets.matching(both, {.order = Qt::AscendingOrder});
            std::ranges::reverse(oldest);
            CHECK(oldest == newest);
        }
    }
}

TEST_CASE("old tickets that came in last stand where they belong", "[search]")
{
    TestOffice office("2020-03-10 09:00");
    for (int i = 0; i < 6; ++i) {
        // Every other one is a letter of long ago.
        const QDateTime received = i % 2 == 0 ? office.clock.now() : office.clock.now().addDays(-40 + i);
        take(office, {.receivedAt = received, .title = u"停水%1"_s.arg(i)});
        office.clock.advance(3600);
    }
    const QStringList expected{u"停水4"_s, u"停水2"_s, u"停水0"_s, u"停水5"_s, u"停水3"_s, u"停水1"_s};
    CHECK(found(office, u"停水"_s) == expected);
    const TicketRepository tickets(office.file->database());
    for (int limit = 1; limit <= 6; ++limit) {
        const auto ids = tickets.matching({.text = u"停水"_s}, {}, limit);
        REQUIRE(ids.size() == limit);
        CHECK(tickets.byId(ids.last())->title == expected[limit - 1]);
    }
    const SearchIndex::State state = SearchIndex(office.file->database()).state();
    CHECK(state.disorder >= qint64{38} * 86'400'000);
}

TEST_CASE("a long search stops when it is told to", "[search]")
{
    struct Stopped : Progress
    {
        [[nodiscard]] bool cancelled() const override { return true; }
    };
    GeneratedOffice office({.tickets = 1'000, .years = 1});
    CaseFile &file = *office.file;
    const TicketRepository tickets(file.database());
    CHECK_THROWS_AS(tickets.list({.text = u"、、"_s}, {}, {}, Stopped()), StorageError);
}
