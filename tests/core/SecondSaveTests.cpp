// SPDX-License-Identifier: GPL-3.0-or-later
// Two people change one thing: what the second is told, and what comes of his choice.
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include "casework/SecondSave.h"
#include "storage/HistoryRepository.h"
#include "storage/KnowledgeRepository.h"

#include <catch2/catch.hpp>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

// Every member differs between two of them.
CorrectionRequest fullCorrection(int which)
{
    const QString mark = QString::number(which);
    const qint64 id = 10 + which;
    return {.ticket = TicketId(1),
            .version = which,
            .requestType = RequestTypeId(id),
            .category = CategoryId(id),
            .topic = TopicId(id),
            .area = AreaId(id),
            .address = u"地址"_s + mark,
            .title = u"标题"_s + mark,
            .content = u"内容"_s + mark,
            .requester = u"姓名"_s + mark,
            .phone = u"1380000000"_s + mark,
            .requesterKind = static_cast<RequesterKind>(which % 3),
            .confidentiality = static_cast<Confidentiality>(which % 3)};
}

IntakeRequest fullDraft(int which)
{
    const QString mark = QString::number(which);
    const qint64 id = 10 + which;
    return {.draft = TicketId(1),
            .draftVersion = which,
            .receivedAt = at("2020-02-10 09:00").addDays(which),
            .channel = ChannelId(id),
            .channelReference = u"来文"_s + mark,
            .requestType = RequestTypeId(id),
            .category = CategoryId(id),
            .topic = TopicId(id),
            .area = AreaId(id),
            .address = u"地址"_s + mark,
            .title = u"标题"_s + mark,
            .content = u"内容"_s + mark,
            .requester = u"姓名"_s + mark,
            .phone = u"1380000000"_s + mark,
            .requesterKind = static_cast<RequesterKind>(which % 3),
            .confidentiality = static_cast<Confidentiality>(which % 3),
            .urgency = static_cast<Urgency>(which % 3),
            .marks = Marks::fromInt(1 << which),
            .repeatOf = TicketId(id),
            .answer = u"答复"_s + mark,
            .usedArticles = {ArticleId(id)}};
}

KnowledgeArticle fullArticle(int which)
{
    const QString mark = QString::number(which);
    const qint64 id = 10 + which;
    return {.id = ArticleId(1),
            .question = u"问题"_s + mark,
            .answer = u"答案"_s + mark,
            .keywords = u"别名"_s + mark,
            .ground = u"依据"_s + mark,
            .category = CategoryId(id),
            .department = DepartmentId(id),
            .validTo = QDate(2020, 1, which + 1)};
}

template <class T>
QMap<QString, MergeSide> all(const QList<MergeField<T>> &fields, MergeSide side)
{
    QMap<QString, MergeSide> chosen;
    for (const MergeField<T> &field : fields)
        chosen.insert(field.name, side);
    return chosen;
}

QStringList names(const QList<FieldDifference> &differences)
{
    QStringList list;
    for (const FieldDifference &one : differences)
        list.append(one.field);
    return list;
}

} // namespace

TEST_CASE("one side's change stands, both sides' change must be decided", "[second]")
{
    struct Note
    {
        QString text{};
    };
    const QList<MergeField<Note>> fields{mergeField(u"text"_s, &Note::text)};
    const auto [base, theirs, mine, shown, proposed] =
        GENERATE(table<const char *, const char *, const char *, bool, std::optional<MergeSide>>(
            {{"a", "a", "a", false, std::nullopt},
             {"a", "b", "b", false, std::nullopt}, // both have come to the same
             {"a", "b", "a", true, MergeSide::Theirs},
             {"a", "a", "b", true, MergeSide::Mine},
             {"a", "b", "c", true, std::nullopt},
             {"a", "", "b", true, std::nullopt},
             {"", "b", "", true, MergeSide::Theirs}}));
    const auto note = [](const char *text) { return Note{QString::fromLatin1(text)}; };
    const auto found = differences(fields, note(base), note(theirs), note(mine));
    REQUIRE(found.size() == (shown ? 1 : 0));
    if (shown)
        CHECK(found.first().proposed() == proposed);
    CHECK(merged(fields, note(theirs), note(mine), all(fields, MergeSide::Mine)).text == note(mine).text);
    CHECK(merged(fields, note(theirs), note(mine), all(fields, MergeSide::Theirs)).text == note(theirs).text);
    CHECK(merged(fields, note(theirs), note(mine), {}).text == note(theirs).text); // nothing is overwritten unasked
}

TEST_CASE("no field is forgotten when two saves are compared", "[second]")
{
    // A member that is in none of the lists would come back as theirs.
    const auto correction =
        merged(correctionFields(), fullCorrection(1), fullCorrection(2), all(correctionFields(), MergeSide::Mine));
    CorrectionRequest expected = fullCorrection(2);
    expected.version = 1; // it is saved on theirs
    CHECK(correction == expected);

    const auto draft = merged(draftFields(), fullDraft(1), fullDraft(2), all(draftFields(), MergeSide::Mine));
    IntakeRequest wanted = fullDraft(2);
    wanted.draftVersion = 1;
    CHECK(draft == wanted);

    const auto article = merged(articleFields(), fullArticle(1), fullArticle(2), all(articleFields(), MergeSide::Mine));
    CHECK(article == fullArticle(2));

    CHECK(differences(correctionFields(), fullCorrection(0), fullCorrection(1), fullCorrection(2)).size()
          == correctionFields().size());
    CHECK(differences(draftFields(), fullDraft(0), fullDraft(1), fullDraft(2)).size() == draftFields().size());
    CHECK(differences(articleFields(), fullArticle(0), fullArticle(1), fullArticle(2)).size()
          == articleFields().size());
}

TEST_CASE("what is only tidied when it is stored is no change", "[second]")
{
    const CorrectionRequest base = fullCorrection(1);
    CorrectionRequest mine = base;
    mine.phone = u" １３８００００００01 "_s;
    mine.title += u"  "_s;
    mine.content = u"\n"_s + mine.content;
    CHECK(differences(correctionFields(), base, base, mine).isEmpty());
    mine.phone += u'2';
    CHECK(names(differences(correctionFields(), base, base, mine)) == QStringList{u"phone"_s});
}

TEST_CASE("the part of a text that was changed is told without cutting a character", "[second]")
{
    const auto [before, after, span] = GENERATE(
        table<QString, QString, TextSpan>({{u"单元停水三天"_s, u"单元停水五天"_s, {4, 1}},
                                           {u"单元停水"_s, u"单元停水"_s, {4, 0}},
                                           {u"停水"_s, u"单元停水"_s, {0, 2}},
                                           {u"单元停水"_s, u"停水"_s, {0, 0}},
                                           {u"aa"_s, u"aaa"_s, {2, 1}},
                                           {QString(), u"停水"_s, {0, 2}},
                                           {u"姓𠮷"_s, u"姓𠮶"_s, {1, 2}}, // the first half of both is the same
                                           {u"\U00020BB7田"_s, u"\U000207B7田"_s, {0, 2}}})); // the second half is
    CHECK(changedSpan(before, after) == span);
}

TEST_CASE("a correction that came second is compared, decided and saved on the newer version", "[second][casework]")
{
    HandlingOffice office;
    const TicketId id = office.accepted();
    const CorrectionRequest base = correctionOf(office.ticket(id));

    // Somebody else puts the address and the title right.
    office.clock.advance(600);
    CaseBook other(*office.file, office.clock, u"王芳"_s);
    CorrectionRequest first = base;
    first.address = u"平东小区6号楼"_s;
    first.title = u"三单元停水"_s;
    REQUIRE(other.correct(first));

    CorrectionRequest mine = base;
    mine.title = u"单元楼停水"_s;
    mine.phone = u"13900002222"_s;
    const auto refused = office.book->correct(mine);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Refusal::Kind::Outdated);
    CHECK(office.ticket(id).title == first.title);

    const CorrectionRequest theirs = correctionOf(office.ticket(id));
    const auto found = differences(correctionFields(), base, theirs, mine);
    CHECK(names(found) == QStringList{u"title"_s, u"address"_s, u"phone"_s});
    CHECK_FALSE(found[0].proposed());
    CHECK(found[1].proposed() == MergeSide::Theirs);
    CHECK(found[2].proposed() == MergeSide::Mine);
    const auto events = HistoryRepository(office.file->database()).of(u"ticket"_s, id.value());
    CHECK(originOf(u"address"_s, events) == FieldOrigin{.user = u"王芳"_s, .at = office.clock.now()});
    CHECK(originOf(u"phone"_s, events)->user == u"话务员03"_s); // who accepted it
    CHECK_FALSE(originOf(u"topic"_s, events));

    const CorrectionRequest next =
        merged(correctionFields(), theirs, mine,
               {{u"title"_s, MergeSide::Mine}, {u"address"_s, MergeSide::Theirs}, {u"phone"_s, MergeSide::Mine}});
    // A third comes in between: noticed again, and nothing of his is lost.
    REQUIRE(other.changeUrgency(id, Urgency::Urgent));
    const auto again = office.book->correct(next);
    REQUIRE_FALSE(again);
    CHECK(again.error().kind == Refusal::Kind::Outdated);
    const CorrectionRequest now = correctionOf(office.ticket(id));
    REQUIRE(office.book->correct(merged(correctionFields(), now, next, all(correctionFields(), MergeSide::Mine))));
    CHECK(office.ticket(id).title == mine.title);
    CHECK(office.ticket(id).address == first.address);
    CHECK(office.ticket(id).phone == mine.phone);
    CHECK(office.ticket(id).urgency == Urgency::Urgent);
}

TEST_CASE("whatever two people change, no change is lost that nobody has given up", "[second][casework]")
{
    // All interleavings of one change each over two fields: the second decides each way.
    HandlingOffice office;
    CaseBook other(*office.file, office.clock, u"王芳"_s);
    for (int theirBits = 0; theirBits < 4; ++theirBits) {
        for (int myBits = 0; myBits < 4; ++myBits) {
            for (const MergeSide side : {MergeSide::Theirs, MergeSide::Mine}) {
                const TicketId id = office.accepted();
                const CorrectionRequest base = correctionOf(office.ticket(id));
                const auto changed = [&base](int bits, const QString &who) {
                    CorrectionRequest request = base;
                    if (bits & 1)
                        request.title += who;
                    if (bits & 2)
                        request.address += who;
                    return request;
                };
                const CorrectionRequest theirs = changed(theirBits, u"甲"_s);
                const CorrectionRequest mine = changed(myBits, u"乙"_s);
                REQUIRE(other.correct(theirs));
                const auto refused = office.book->correct(mine);
                REQUIRE_FALSE(refused);
                REQUIRE(refused.error().kind == Refusal::Kind::Outdated);
                const CorrectionRequest present = correctionOf(office.ticket(id));
                QMap<QString, MergeSide> chosen;
                for (const auto &one : differences(correctionFields(), base, present, mine))
                    chosen.insert(one.field, one.proposed().value_or(side));
                REQUIRE(office.book->correct(merged(correctionFields(), present, mine, chosen)));
                const auto expected = [&](int bit, const QString &start) -> QString {
                    const bool they = theirBits & bit;
                    const bool me = myBits & bit;
                    if (they && me)
                        return start + (side == MergeSide::Mine ? u"乙" : u"甲");
                    return they ? QString(start + u"甲") : me ? QString(start + u"乙") : start;
                };
                CHECK(office.ticket(id).title == expected(1, base.title));
                CHECK(office.ticket(id).address == expected(2, base.address));
            }
        }
    }
}

TEST_CASE("an older draft and an older article are told apart from one that is gone", "[second][intake][knowledge]")
{
    HandlingOffice office;
    IntakeRequest request{.channel = office.phone(), .title = u"停水"_s, .content = u"停水"_s};
    const auto draft = office.book->saveDraft(request);
    REQUIRE(draft);
    request.draft = draft->id;
    request.draftVersion = draft->version;
    REQUIRE(office.book->saveDraft(request));
    auto refused = office.book->saveDraft(request);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Refusal::Kind::Outdated);
    REQUIRE(office.book->discardDraft(draft->id));
    refused = office.book->saveDraft(request);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Refusal::Kind::Plain); // there is nothing to compare with

    const auto saved = office.book->saveArticle({.question = u"供暖？"_s, .answer = u"10月25日。"_s});
    REQUIRE(saved);
    const KnowledgeRepository knowledge(office.file->database());
    KnowledgeArticle mine = *knowledge.byId(saved->ids.first());
    KnowledgeArticle theirs = mine;
    theirs.answer = u"10月20日。"_s;
    REQUIRE(office.book->saveArticle(theirs));
    mine.keywords = u"暖气"_s;
    const auto second = office.book->saveArticle(mine);
    REQUIRE_FALSE(second);
    CHECK(second.error().kind == Refusal::Kind::Outdated);
    const auto events =
        HistoryRepository(office.file->database()).of(u"knowledge_article"_s, saved->ids.first().value());
    CHECK(originOf(u"answer"_s, events));
    CHECK_FALSE(originOf(u"validTo"_s, events));
    const KnowledgeArticle present = *knowledge.byId(saved->ids.first());
    REQUIRE(office.book->saveArticle(merged(articleFields(), present, mine, {{u"keywords"_s, MergeSide::Mine}})));
    CHECK(knowledge.byId(saved->ids.first())->answer == theirs.answer);
    CHECK(knowledge.byId(saved->ids.first())->keywords == mine.keywords);
}
