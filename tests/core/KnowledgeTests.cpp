// SPDX-License-Identifier: GPL-3.0-or-later
// The knowledge base: articles and their states, search, suggestions, what they are used for, import and export.
#include "casework/KnowledgeSearch.h"
#include "domain/AskingWords.h"
#include "domain/SearchText.h"
#include "exchange/KnowledgeTable.h"
#include "spreadsheet/SheetReader.h"
#include "storage/Database.h"
#include "storage/FileCheck.h"
#include "storage/HistoryRepository.h"
#include "storage/KnowledgeRepository.h"
#include "storage/SafeFile.h"
#include "support/ExchangeFixture.h"

#include <QFile>
#include <QJsonArray>

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

struct KnowledgeOffice : TestOffice
{
    KnowledgeOffice()
    {
        const CodeTableRepository codes(file->database());
        living = codes.save(Category{.name = u"民生保障"_s});
        heating = codes.save(Category{.parent = living, .name = u"供热"_s});
        police = codes.save(Category{.name = u"公安"_s});
        heatWorks = codes.save(Department{.name = u"城市供热有限公司"_s, .shortName = u"供热公司"_s});
        book->forgetTables();
    }

    ArticleId add(KnowledgeArticle article)
    {
        clock.advance(60);
        const auto saved = book->saveArticle(article);
        INFO((saved ? QString() : saved.error().reason).toStdString());
        REQUIRE(saved);
        return saved->ids.first();
    }
    ArticleId add(const char *question, const char *answer = "按规定办理。")
    {
        return add({.question = QString::fromUtf8(question), .answer = QString::fromUtf8(answer)});
    }
    [[nodiscard]] KnowledgeArticle article(ArticleId id) const { return *knowledge().byId(id); }
    [[nodiscard]] KnowledgeRepository knowledge() const { return KnowledgeRepository(file->database()); }
    [[nodiscard]] QDate today() const { return file->zone().day(clock.now()); }
    [[nodiscard]] QList<HistoryEvent> history(ArticleId id) const
    {
        return HistoryRepository(file->database()).of(u"knowledge_article"_s, id.value());
    }

    QStringList find(const QString &typed, ArticleFilter filter = {})
    {
        filter.query = SearchQuery(typed);
        return questions(findArticles(*file, filter, tables(), today()));
    }
    static QStringList questions(const FoundArticles &found)
    {
        QStringList list;
        for (const FoundArticle &article : found.articles)
            list.append(article.question);
        return list;
    }
    QStringList suggested(const QString &title, const QString &content = {},
                          std::optional<CategoryId> category = std::nullopt)
    {
        QStringList list;
        const auto all =
            suggestedArticles(*file, {.title = title, .content = content, .category = category}, tables(), today());
        for (const SuggestedArticle &one : all)
            list.append(one.article.question);
        return list;
    }
    // The written set of articles and of questions as citizens put them.
    void fill()
    {
        Progress quiet;
        const KnowledgeReading reading =
            readKnowledge(*book, QStringLiteral(HUIYIN_TEST_DATA "/knowledge/articles.csv"), quiet);
        for (const ImportIssue &issue : reading.errors)
            FAIL(issue.text().toStdString());
        REQUIRE(book->saveArticles(reading.all()));
    }

    CategoryId living{0};
    CategoryId heating{0};
    CategoryId police{0};
    DepartmentId heatWorks{0};
};

struct AskedQuestion
{
    QString title{};
    QString story{};
    QString article{}; // "": nothing is to be suggested
};

QList<AskedQuestion> askedQuestions()
{
    QFile file(QStringLiteral(HUIYIN_TEST_DATA "/knowledge/questions.csv"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    QList<AskedQuestion> questions;
    const QStringList rows = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &row : rows.mid(1)) {
        const QStringList cells = row.split(u',');
        REQUIRE(cells.size() == 3);
        questions.append({.title = cells[0], .story = cells[1], .article = cells[2]});
    }
    return questions;
}

} // namespace

TEST_CASE("An article holds until the end of its last day", "[knowledge]")
{
    const QDate today(2020, 2, 10);
    CHECK(articleState(false, std::nullopt, today) == ArticleState::Valid);
    CHECK(articleState(false, QDate(2020, 2, 9), today) == ArticleState::Expired);
    CHECK(articleState(false, QDate(2020, 2, 10), today) == ArticleState::Expiring);
    CHECK(articleState(false, QDate(2020, 3, 11), today) == ArticleState::Expiring); // 30 days
    CHECK(articleState(false, QDate(2020, 3, 12), today) == ArticleState::Valid);
    CHECK(articleState(true, QDate(2020, 2, 9), today) == ArticleState::Retired);
    CHECK(articleState(true, std::nullopt, today) == ArticleState::Retired);
}

TEST_CASE("The day of the office decides whether an article has expired", "[knowledge]")
{
    KnowledgeOffice office;
    office.add({.question = u"过年能放鞭炮吗"_s, .answer = u"禁放区内不能。"_s, .validTo = QDate(2020, 2, 10)});
    const auto state = [&] { return findArticles(*office.file, {}, {}, office.today()).articles.first().state; };
    office.clock.set(at("2020-02-10 23:59"));
    CHECK(state() == ArticleState::Expiring);
    office.clock.set(at("2020-02-11 00:00")); // still the 10th in UTC
    CHECK(state() == ArticleState::Expired);
}

TEST_CASE("An article is saved with who wrote it and what was changed", "[knowledge]")
{
    KnowledgeOffice office;
    const ArticleId id = office.add({.question = u"  什么时候\n供暖？ "_s,
                                     .answer = u" 10月25日开始。\n到次年4月5日。 "_s,
                                     .keywords = u"暖气"_s,
                                     .ground = u"供热公告"_s,
                                     .category = office.heating,
                                     .department = office.heatWorks,
                                     .validTo = QDate(2020, 4, 5)});
    KnowledgeArticle article = office.article(id);
    CHECK(article.question == u"什么时候 供暖？"_s);
    CHECK(article.answer == u"10月25日开始。\n到次年4月5日。"_s);
    CHECK(article.updatedBy == office.book->user());
    CHECK(article.updatedAt == office.clock.now());
    CHECK(article.version == 1);
    CHECK_FALSE(article.retired);

    article.answer = u"10月20日开始。"_s;
    article.category = office.living;
    article.validTo.reset();
    office.add(article);
    CHECK(office.article(id).version == 2);
    const auto events = office.history(id);
    REQUIRE(events.size() == 2);
    CHECK(events[0].action == u"added"_s);
    CHECK(events[1].action == u"changed"_s);
    CHECK(events[1].details[u"answer"_s].toObject()[u"to"_s].toString() == u"10月20日开始。"_s);
    CHECK(events[1].details[u"category"_s].toObject()[u"from"_s].toString() == u"民生保障/供热"_s);
    CHECK(events[1].details[u"category"_s].toObject()[u"to"_s].toString() == u"民生保障"_s);
    CHECK(events[1].details[u"valid_to"_s].toObject()[u"from"_s].toString() == u"2020-04-05"_s);
    CHECK_FALSE(events[1].details.contains(u"question"_s));

    // As it stands: nothing is written.
    office.add(office.article(id));
    CHECK(office.article(id).version == 2);
    CHECK(office.history(id).size() == 2);
}

TEST_CASE("Who saves an older version of an article is told, and nothing is saved", "[knowledge]")
{
    KnowledgeOffice office;
    const ArticleId id = office.add("什么时候供暖");
    KnowledgeArticle mine = office.article(id);
    KnowledgeArticle theirs = office.article(id);
    theirs.answer = u"10月20日。"_s;
    office.add(theirs);
    mine.answer = u"11月1日。"_s;
    const auto refused = office.book->saveArticle(mine);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().reason.contains(u"since you opened it"_s));
    CHECK(office.article(id).answer == u"10月20日。"_s);
    CHECK(office.history(id).size() == 2);

    mine = office.article(id);
    REQUIRE(office.book->retireArticle(id)); // counts as a change too
    mine.answer = u"11月1日。"_s;
    CHECK_FALSE(office.book->saveArticle(mine));
}

TEST_CASE("What is no article is refused at its field", "[knowledge]")
{
    KnowledgeOffice office;
    office.add("什么时候供暖");
    const QString bidi = QString(u"什么时候"_s + QChar(0x202E));
    const QString longLine(201, u'问');
    const QString longest(200, u'问');
    const auto [article, field] = GENERATE_COPY(table<KnowledgeArticle, QString>(
        {{{.question = u" \n"_s, .answer = u"答"_s}, u"question"_s},
         {{.question = u"问"_s, .answer = u" "_s}, u"answer"_s},
         {{.question = longLine, .answer = u"答"_s}, u"question"_s},
         {{.question = u"问"_s, .answer = QString(20'001, u'答')}, u"answer"_s},
         {{.question = u"问"_s, .answer = u"答"_s, .keywords = longLine}, u"keywords"_s},
         {{.question = u"问"_s, .answer = u"答"_s, .ground = longLine}, u"ground"_s},
         {{.question = bidi, .answer = u"答"_s}, u"question"_s},
         {{.question = u"问"_s, .answer = u"答"_s, .category = CategoryId(99)}, QString()},
         {{.question = u" 什么时候供暖 "_s, .answer = u"答"_s}, u"question"_s}}));
    const auto refused = office.book->saveArticle(article);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().field == field);
    CHECK(office.knowledge().all().size() == 1);

    const ArticleId full = office.add({.question = longest, .answer = QString(20'000, u'答')});
    CHECK(office.article(full).answer.size() == 20'000);
}

TEST_CASE("Of many articles all are saved or none", "[knowledge]")
{
    KnowledgeOffice office;
    CHECK_FALSE(office.book->saveArticles({{.question = u"甲"_s, .answer = u"答"_s}, {.question = u"乙"_s}}));
    CHECK(office.knowledge().isEmpty());
    // Also two of the same question.
    CHECK_FALSE(office.book->saveArticles(
        {{.question = u"甲"_s, .answer = u"答"_s}, {.question = u"甲"_s, .answer = u"答"_s}}));
    CHECK(office.knowledge().isEmpty());
    const auto saved =
        office.book->saveArticles({{.question = u"甲"_s, .answer = u"答"_s}, {.question = u"乙"_s, .answer = u"答"_s}});
    REQUIRE(saved);
    CHECK(saved->changes.knowledge);
    CHECK(office.history(saved->ids[0]).first().operation == office.history(saved->ids[1]).first().operation);
}

TEST_CASE("A retired article stays in the file and can be restored", "[knowledge]")
{
    KnowledgeOffice office;
    const ArticleId id = office.add("什么时候供暖");
    CHECK_FALSE(office.book->restoreArticle(id));
    REQUIRE(office.book->retireArticle(id));
    CHECK(office.article(id).retired);
    CHECK_FALSE(office.book->retireArticle(id));
    CHECK(office.find(u"供暖"_s).isEmpty());
    CHECK(office.find(u"供暖"_s, {.state = ArticleState::Retired}).size() == 1);
    CHECK(office.suggested(u"什么时候供暖"_s).isEmpty());
    // Changing it doesn't restore it.
    KnowledgeArticle article = office.article(id);
    article.retired = false;
    article.answer = u"10月25日。"_s;
    office.add(article);
    CHECK(office.article(id).retired);
    REQUIRE(office.book->restoreArticle(id));
    CHECK(office.find(u"供暖"_s).size() == 1);
    CHECK(office.history(id).last().action == u"restored"_s);
    CHECK_FALSE(office.book->retireArticle(ArticleId(99)));
}

TEST_CASE("Who may not keep the knowledge base is refused", "[knowledge]")
{
    KnowledgeOffice office;
    const ArticleId id = office.add("什么时候供暖");
    CaseBook clerk(*office.file, office.clock, u"话务员03"_s, Role::Operator | Role::Dispatcher);
    CHECK_FALSE(clerk.saveArticle({.question = u"问"_s, .answer = u"答"_s}));
    CHECK_FALSE(clerk.retireArticle(id));
    CHECK_FALSE(clerk.restoreArticle(id));
    CaseBook editor(*office.file, office.clock, u"统计员"_s, Role::Editor);
    CHECK(editor.saveArticle({.question = u"问"_s, .answer = u"答"_s}));
}

TEST_CASE("Articles are found by every text that they hold and by their names", "[knowledge]")
{
    KnowledgeOffice office;
    office.add({.question = u"采暖费怎么交"_s,
                .answer = u"到营业厅或银行交。"_s,
                .keywords = u"暖氣費；取暖"_s,
                .category = office.heating,
                .department = office.heatWorks});
    office.add({.question = u"居住证怎么办"_s, .answer = u"到派出所。"_s, .category = office.police});
    const QStringList heating{u"采暖费怎么交"_s};
    const auto typed = GENERATE("采暖费", "采暖", "採暖費", "营业厅 银行", "暖气费", "供热公司", "民生保障", "供热",
                                "\"到营业厅\"", "怎么 -居住");
    INFO(typed);
    CHECK(office.find(QString::fromUtf8(typed)) == heating);
    CHECK(office.find(u"采暖 派出所"_s).isEmpty());
    CHECK(office.find(QString()).size() == 2);
}

TEST_CASE("A word in the question counts more than one in the answer, then the newest comes first", "[knowledge]")
{
    KnowledgeOffice office;
    office.add("停水了找谁", "打供水公司电话。");
    office.add("物业不管怎么办", "停水停电都可以向物业科反映。");
    office.add("计划停水在哪里看", "看公告。");
    office.add({.question = u"水压小怎么办"_s, .answer = u"报修。"_s, .keywords = u"停水"_s});
    CHECK(office.find(u"停水"_s)
          == QStringList{u"停水了找谁"_s, u"计划停水在哪里看"_s, u"水压小怎么办"_s, u"物业不管怎么办"_s});
    CHECK(office.find(QString()).first() == u"水压小怎么办"_s);
    KnowledgeArticle oldest = office.article(ArticleId(1));
    oldest.answer = u"打电话。"_s;
    office.add(oldest);
    CHECK(office.find(QString()).first() == u"停水了找谁"_s);
}

TEST_CASE("Articles are filtered by category with its children, by department and by state", "[knowledge]")
{
    KnowledgeOffice office;
    office.add({.question = u"甲"_s, .answer = u"答"_s, .category = office.heating, .department = office.heatWorks});
    office.add({.question = u"乙"_s, .answer = u"答"_s, .category = office.living, .validTo = QDate(2020, 2, 1)});
    office.add({.question = u"丙"_s, .answer = u"答"_s, .category = office.police, .validTo = QDate(2020, 2, 20)});
    const ArticleId retired = office.add("丁");
    REQUIRE(office.book->retireArticle(retired));
    CHECK(office.find({}, {.category = office.living}) == QStringList{u"乙"_s, u"甲"_s});
    CHECK(office.find({}, {.category = office.heating}) == QStringList{u"甲"_s});
    CHECK(office.find({}, {.department = office.heatWorks}) == QStringList{u"甲"_s});
    CHECK(office.find({}, {.state = ArticleState::Expired}) == QStringList{u"乙"_s});
    CHECK(office.find({}, {.state = ArticleState::Expiring}) == QStringList{u"丙"_s});
    const FoundArticles found =
        findArticles(*office.file, {.state = ArticleState::Expired}, office.tables(), office.today());
    CHECK(found.inFile == 4);
    CHECK(found.counts == std::array<qsizetype, articleStateCount>{1, 1, 1, 1}); // whatever state is asked for
}

TEST_CASE("A search sees what another connection has changed since", "[knowledge]")
{
    KnowledgeOffice office;
    CaseFile reading(office.path(), CaseFile::Mode::Read);
    const auto find = [&](const QString &typed) {
        return KnowledgeOffice::questions(
            findArticles(reading, {.query = SearchQuery(typed)}, office.tables(), office.today()));
    };
    CHECK(find(u"供暖"_s).isEmpty());
    const ArticleId id = office.add("什么时候供暖");
    CHECK(find(u"供暖"_s).size() == 1);
    KnowledgeArticle article = office.article(id);
    article.question = u"什么时候供热"_s;
    office.add(article);
    CHECK(find(u"供暖"_s).isEmpty());
    CHECK(find(u"供热"_s).size() == 1);
    REQUIRE(office.book->retireArticle(id));
    CHECK(find(u"供热"_s).isEmpty());
}

TEST_CASE("The words of asking are taken out of a question", "[knowledge]")
{
    const auto rest = [](const char *text) {
        QString left = withoutAskingWords(foldForSearch(QString::fromUtf8(text)));
        return left.remove(u'\n');
    };
    CHECK(rest("请问什么时候供暖") == u"供暖"_s);
    CHECK(rest("我想咨询一下居住证怎么办理") == u"居住证"_s);
    CHECK(rest("需要哪些材料？").size() <= 1); // the question mark
    CHECK(rest("路灯不亮") == u"路灯不亮"_s);
}

TEST_CASE("Citizens' questions lead to the articles that answer them, and other matters to none", "[knowledge]")
{
    KnowledgeOffice office;
    office.fill();
    office.clock.set(at("2020-03-01 09:00"));
    REQUIRE(office.knowledge().all().size() >= 25);
    int answerable = 0;
    int first = 0;
    int amongThree = 0;
    int others = 0;
    int silent = 0;
    QStringList misses;
    const auto questions = askedQuestions();
    for (const AskedQuestion &asked : questions) {
        const QStringList suggested = office.suggested(asked.title, asked.story);
        if (asked.article.isEmpty()) {
            ++others;
            silent += suggested.isEmpty() ? 1 : 0;
            if (!suggested.isEmpty())
                misses.append(asked.title + u" → " + suggested.join(u" | "));
            continue;
        }
        ++answerable;
        first += suggested.value(0) == asked.article ? 1 : 0;
        const bool among = suggested.mid(0, 3).contains(asked.article);
        amongThree += among ? 1 : 0;
        if (!among)
            misses.append(asked.title + u" → " + suggested.join(u" | ") + u", not " + asked.article);
    }
    WARN("knowledge suggestions: " << answerable << " questions, right first " << first << ", among three "
                                   << amongThree << "; of " << others << " other matters " << silent
                                   << " suggest nothing");
    INFO(misses.join(u'\n').toStdString());
    REQUIRE(answerable >= 55);
    REQUIRE(others >= 25);
    CHECK(amongThree * 10 >= answerable * 9);
    CHECK(silent == others);
}

TEST_CASE("A part of a keyword is no keyword", "[knowledge]")
{
    KnowledgeOffice office;
    office.add({.question = u"低保怎么申请"_s, .answer = u"到街道。"_s, .keywords = u"最低生活保障；困难补助"_s});
    office.add("停水找谁");
    CHECK(office.suggested(u"河沟生活垃圾多"_s).isEmpty());
    CHECK(office.suggested(u"最低生活保障在哪申请"_s) == QStringList{u"低保怎么申请"_s});
    CHECK(office.suggested(u"有没有困难补助"_s) == QStringList{u"低保怎么申请"_s});
}

TEST_CASE("Suggestions: an expired article comes last, and the matter's own category is a plus", "[knowledge]")
{
    KnowledgeOffice office;
    office.fill();
    const QString title = u"可以燃放烟花吗"_s;
    office.add({.question = u"什么地方可以燃放烟花？"_s, .answer = u"禁放区以外。"_s});
    const QString old = u"春节期间可以燃放烟花爆竹吗？"_s;
    CHECK(office.suggested(title).contains(old));
    office.clock.set(at("2020-04-01 09:00"));
    const auto all =
        suggestedArticles(*office.file, {.title = u"春节可以燃放烟花爆竹吗"_s}, office.tables(), office.today());
    REQUIRE(all.size() == 2);
    CHECK(all.last().article.question == old);
    CHECK(all.last().article.state == ArticleState::Expired);
    CHECK(all.last().likeness > all.first().likeness);
    CHECK(all.first().commonWords.contains(u"燃放烟花"_s));

    KnowledgeOffice other;
    other.add({.question = u"补卡怎么收费"_s, .answer = u"十元。"_s, .category = other.living});
    other.add({.question = u"补卡怎么收费用"_s, .answer = u"二十元。"_s, .category = other.police});
    CHECK(other.suggested(u"补卡收费"_s, {}, other.police).first() == u"补卡怎么收费用"_s);
    CHECK(other.suggested(u"补卡收费"_s, {}, other.heating).first() == u"补卡怎么收费"_s); // its branch
    CHECK(other.suggested({}).isEmpty());
}

TEST_CASE("What an article was used for is written with the ticket, and not counted of drafts", "[knowledge]")
{
    KnowledgeOffice office;
    const ArticleId id = office.add("什么时候供暖");
    const ArticleId other = office.add("采暖费怎么交");
    IntakeRequest request{.channel = office.phone(),
                          .title = u"问供暖"_s,
                          .content = u"问什么时候供暖"_s,
                          .answer = u"10月25日。"_s,
                          .usedArticles = {id, other}};
    const auto draft = office.book->saveDraft(request);
    REQUIRE(draft);
    CHECK(office.knowledge().usesOf(draft->id) == QList{id, other});
    CHECK(office.knowledge().useOf(id).times == 0);

    request.draft = draft->id;
    request.draftVersion = draft->version;
    request.usedArticles = {id};
    const auto saved = office.book->answerDirectly(request);
    REQUIRE(saved);
    CHECK(saved->changes.knowledge);
    CHECK(office.knowledge().usesOf(saved->id) == QList{id});
    CHECK(office.knowledge().useOf(id) == ArticleUse{.times = 1, .last = office.clock.now()});
    CHECK(office.knowledge().useOf(other).times == 0);
    const auto events = HistoryRepository(office.file->database()).of(u"ticket"_s, saved->id.value());
    const auto accepted = std::ranges::find(events, u"accepted"_s, &HistoryEvent::action);
    REQUIRE(accepted != events.end());
    CHECK(accepted->details[u"articles"_s].toArray() == QJsonArray{u"什么时候供暖"_s});

    // A call that becomes no ticket, and a draft that is thrown away.
    CallRequest call{.outcome = CallOutcome::Answered, .usedArticles = {id}};
    call.facts.startedAt = office.clock.now();
    REQUIRE(office.book->registerCall(call));
    CHECK(office.knowledge().useOf(id).times == 2);
    IntakeRequest thrown{.channel = office.phone(), .content = u"问"_s, .usedArticles = {id}};
    const auto gone = office.book->saveDraft(thrown);
    REQUIRE(gone);
    REQUIRE(office.book->discardDraft(gone->id));
    CHECK(office.knowledge().useOf(id).times == 2);

    // An article that there is not: nothing is saved.
    thrown.usedArticles = {ArticleId(99)};
    CHECK_FALSE(office.book->accept(
        {.channel = office.phone(), .title = u"问"_s, .content = u"问"_s, .usedArticles = {ArticleId(99)}}));
    Progress quiet;
    CHECK(checkFile(*office.file, quiet).isEmpty());
}

TEST_CASE("A refused ticket leaves no use of an article", "[knowledge]")
{
    KnowledgeOffice office;
    const ArticleId id = office.add("什么时候供暖");
    // Refused after the ticket was written: the department is none.
    const auto refused =
        office.book->dispatch({.channel = office.phone(), .title = u"问"_s, .content = u"问"_s, .usedArticles = {id}},
                              {.lead = DepartmentId(99)});
    REQUIRE_FALSE(refused);
    CHECK(office.knowledge().useOf(id).times == 0);
}

namespace {

struct KnowledgeDesk : ImportDesk
{
    KnowledgeReading read(const char *name = "知识库.csv")
    {
        Progress quiet;
        return readKnowledge(*office.book, path(name), quiet);
    }
    static QStringList places(const KnowledgeReading &reading)
    {
        return ImportDesk::places({.errors = reading.errors});
    }
};

} // namespace

TEST_CASE("A table of articles tells which are new, changed and equal", "[knowledge]")
{
    KnowledgeDesk desk;
    const CodeTableRepository codes(desk.office.file->database());
    const CategoryId living = codes.save(Category{.name = u"民生"_s});
    const CategoryId heating = codes.save(Category{.parent = living, .name = u"供热"_s});
    const DepartmentId works = codes.save(Department{.name = u"城市供热有限公司"_s, .shortName = u"供热公司"_s});
    desk.office.book->forgetTables();
    desk.put("知识库.csv", {"问题,答案,诉求类别,承办单位,关键词,依据,有效期至,备注",
                            "什么时候供暖,\"10月25日开始，\n到次年4月5日。\",民生/供热,供热公司,暖气,'=公告,2020/4/5,x",
                            "采暖费怎么交,到营业厅交。,,,,,,"});
    KnowledgeReading reading = desk.read();
    CHECK(KnowledgeDesk::places(reading).isEmpty());
    CHECK(reading.notices.size() == 1); // of the column that is not known
    REQUIRE(reading.added.size() == 2);
    const KnowledgeArticle first = reading.added.first();
    CHECK(first.answer == u"10月25日开始，\n到次年4月5日。"_s);
    CHECK(first.category == heating);
    CHECK(first.department == works);
    CHECK(first.ground == u"=公告"_s);
    CHECK(first.validTo == QDate(2020, 4, 5));
    CHECK(KnowledgeRepository(desk.office.file->database()).isEmpty()); // reading changes nothing
    REQUIRE(desk.office.book->saveArticles(reading.all()));

    // A column that the file doesn't have stays; an empty cell empties.
    desk.put("知识库.csv", {"question,answer,valid_to", "采暖费怎么交,到营业厅交。,", "什么时候供暖,10月20日开始。,"});
    reading = desk.read();
    CHECK(reading.added.isEmpty());
    CHECK(reading.same == 1);
    REQUIRE(reading.changed.size() == 1);
    REQUIRE(desk.office.book->saveArticles(reading.all()));
    const KnowledgeArticle changed = *KnowledgeRepository(desk.office.file->database()).byId(ArticleId(1));
    CHECK(changed.answer == u"10月20日开始。"_s);
    CHECK(changed.category == heating);
    CHECK_FALSE(changed.validTo);

    // Changed by somebody between the look and the deed.
    desk.put("知识库.csv", {"问题,答案", "什么时候供暖,11月1日。", "新的问题,答案"});
    reading = desk.read();
    REQUIRE(desk.office.book->retireArticle(ArticleId(1)));
    CHECK_FALSE(desk.office.book->saveArticles(reading.all()));
    CHECK(KnowledgeRepository(desk.office.file->database()).all().size() == 2);
}

TEST_CASE("A table brings no retired article back, and that is told with the line", "[knowledge]")
{
    KnowledgeDesk desk;
    desk.put("知识库.csv", {"问题,答案", "什么时候供暖,10月25日。", "采暖费怎么交,到营业厅交。", "停水找谁,打电话。"});
    REQUIRE(desk.office.book->saveArticles(desk.read().all()));
    REQUIRE(desk.office.book->retireArticle(ArticleId(1)));
    REQUIRE(desk.office.book->retireArticle(ArticleId(3)));
    desk.put("知识库.csv", {"问题,答案", "采暖费怎么交,到银行交。", "什么时候供暖,10月20日。", "停水找谁,打电话。"});
    const KnowledgeReading reading = desk.read();
    CHECK(reading.errors.isEmpty());
    CHECK(reading.changed.size() == 2);
    CHECK(reading.same == 1);
    CHECK(reading.retired == 2);
    REQUIRE(reading.notices.size() == 2);
    CHECK(reading.notices[0].startsWith(u"知识库.csv:3: “什么时候供暖”"_s));
    CHECK(reading.notices[1].startsWith(u"知识库.csv:4: “停水找谁”"_s));
    REQUIRE(desk.office.book->saveArticles(reading.all()));
    const KnowledgeArticle stored = *KnowledgeRepository(desk.office.file->database()).byId(ArticleId(1));
    CHECK(stored.answer == u"10月20日。"_s);
    CHECK(stored.retired);
}

TEST_CASE("All faults of a table of articles are told by line and column", "[knowledge]")
{
    KnowledgeDesk desk;
    const QByteArray tooLong = QString(201, u'问').toUtf8();
    desk.put("知识库.csv",
             {"问题,答案,诉求类别,承办单位,关键词,依据,有效期至", ",没有问题。,,,,,", "没有答案, ,,,,,",
              "没有的类别,答,没有/这样的,,,,", "没有的单位,答,,没有这单位,,,", "没有的日子,答,,,,,2020年底",
              QByteArray(tooLong + ",答,,,,,").constData(), QByteArray("关键词太长,答,,," + tooLong + ",,").constData(),
              "好的,答,,,,,", "好的,再答,,,,,", "多一格,答,,,,,,,多"});
    const KnowledgeReading reading = desk.read();
    CHECK(KnowledgeDesk::places(reading)
          == strings({"知识库.csv:2: 问题", "知识库.csv:3: 答案", "知识库.csv:4: 诉求类别", "知识库.csv:5: 承办单位",
                      "知识库.csv:6: 有效期至", "知识库.csv:7: 问题", "知识库.csv:8: 关键词", "知识库.csv:10: 问题",
                      "知识库.csv:11: "}));
    desk.put("知识库.csv", {"问题,关键词", "甲,乙"});
    CHECK(KnowledgeDesk::places(desk.read()) == strings({"知识库.csv:1: answer"}));
    desk.put("知识库.csv", QByteArray());
    CHECK(desk.read().errors.size() == 1);
    CHECK(desk.read("没有.csv").errors.size() == 1);
}

TEST_CASE("What is exported is imported as it was, and no spreadsheet runs it", "[knowledge]")
{
    KnowledgeOffice office;
    office.add({.question = u"=1+1 等于几？"_s,
                .answer = u"答案：\n\"2\"，详见公告。"_s,
                .keywords = u"-算术"_s,
                .ground = u"@公告"_s,
                .category = office.heating,
                .department = office.heatWorks,
                .validTo = QDate(2020, 12, 31)});
    office.add("采暖费怎么交");
    REQUIRE(office.book->retireArticle(office.add("停用的问题")));
    const bool chinese = GENERATE(true, false);
    const bool asBook = GENERATE(true, false);
    const QString path = office.folder.filePath(asBook ? u"文章.xlsx"_s : u"文章.csv"_s);
    CHECK(writeKnowledge(*office.file, path, {.inChinese = chinese, .by = u"主任"_s, .at = office.clock.now()}) == 2);
    CHECK_THROWS_AS(writeKnowledge(*office.file, path, {}), FileError); // nothing is replaced unasked
    if (asBook) {
        Workbook book(path);
        REQUIRE(book.sheets().size() == 2); // with 说明, which no import takes
        CHECK(book.sheets()[1].name == (chinese ? u"知识库"_s : u"knowledge"_s));
        SheetReader rows(book, 1);
        REQUIRE(rows.next());
        CHECK(rows.cell(6).text == (chinese ? u"有效期至"_s : u"valid_to"_s));
        REQUIRE(rows.next());
        CHECK(rows.cell(0).text == u"=1+1 等于几？"_s); // as a text
        CHECK(rows.cell(6).kind == SheetCell::Kind::Date);
        CHECK(rows.cell(6).moment.date() == QDate(2020, 12, 31));
    } else {
        QFile written(path);
        REQUIRE(written.open(QIODevice::ReadOnly));
        const QByteArray csv = written.readAll();
        CHECK(csv.contains("\"'=1+1"));
        CHECK(csv.contains("\"'@公告\""));
        CHECK(csv.contains(chinese ? "\"有效期至\"" : "\"valid_to\""));
        CHECK_FALSE(csv.contains("停用的问题"));
    }
    Progress quiet;
    const KnowledgeReading same = readKnowledge(*office.book, path, quiet);
    CHECK(same.errors.isEmpty());
    CHECK(same.notices.isEmpty());
    CHECK(same.same == 2);
    CHECK(same.all().isEmpty());
}
