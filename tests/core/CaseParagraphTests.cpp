// SPDX-License-Identifier: GPL-3.0-or-later
// How a bulletin tells of a case: the trade's form, out of what stands in the ticket and nothing else.
#include "bulletin/BulletinText.h"
#include "bulletin/CaseParagraph.h"
#include "bulletin/CaseWords.h"
#include "bulletin/DocumentMask.h"
#include "bulletin/Publication.h"
#include "support/HandlingOffice.h"
#include "support/Print.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::test;

namespace {

// A ticket of the 4th of February as it stood at the month's end, at an office with three departments.
struct CaseDesk
{
    CaseDesk()
    {
        tables.channels = {{.id = ChannelId(1), .name = u"12345热线"_s, .isPhone = true},
                           {.id = ChannelId(2), .name = u"省长信箱"_s}};
        tables.requestTypes = {{.id = RequestTypeId(1), .name = u"求助"_s},
                               {.id = RequestTypeId(2), .name = u"建议"_s},
                               {.id = RequestTypeId(3), .name = u"咨询"_s},
                               {.id = RequestTypeId(4), .name = u"投诉"_s}};
        tables.departments = {{.id = DepartmentId(1), .name = u"梨树县政府"_s},
                              {.id = DepartmentId(2), .name = u"市住建局"_s},
                              {.id = DepartmentId(3), .name = u"供水公司"_s}};
        told.asOf = at("2020-03-01 00:00");
        told.ticket = {.id = TicketId(17),
                       .receivedAt = at("2020-02-04 09:00"),
                       .channel = ChannelId(1),
                       .requestType = RequestTypeId(1),
                       .title = u"村民低保问题"_s,
                       .content = u"梨树县小宽镇小宽村四组村民打电话反映，其哥哥为智力二级残疾，生活不能自理，2019年8月"
                                  "停止发放低保，不明原因，请求重新申请低保。"_s,
                       .requester = u"王建国"_s,
                       .phone = u"13800001111"_s};
        told.lead = Dispatch{.ticket = TicketId(17),
                             .department = DepartmentId(1),
                             .dispatchedAt = at("2020-02-04 10:00"),
                             .dueAt = at("2020-02-11 17:00")};
    }

    void replied(const QString &reply, ClaimedResult result = ClaimedResult::Solved)
    {
        told.lead->repliedAt = told.lead->closedAt = at("2020-02-10 09:00");
        told.lead->reply = reply;
        told.lead->claimedResult = result;
        told.isClosed = true;
        told.ticket.closedAt = at("2020-02-10 15:00");
        told.ticket.resolution = result == ClaimedResult::Solved ? Resolution::Handled : Resolution::Explained;
    }
    void asked(std::optional<Satisfaction> satisfaction, std::optional<bool> solved = std::nullopt)
    {
        told.wasTried = true;
        told.reached = FollowUp{.ticket = TicketId(17),
                                .at = at("2020-02-10 14:00"),
                                .reached = true,
                                .solved = solved,
                                .satisfaction = satisfaction};
    }

    [[nodiscard]] QString text() const
    {
        return caseParagraph(told, tables, {.name = u"市长公开电话办公室"_s}, OfficeZone()).text();
    }

    CodeTables tables;
    ToldCase told;
};

const auto begins = u"2月4日，梨树县小宽镇小宽村四组村民打电话反映，其哥哥为智力二级残疾，生活不能自理，2019年8月停止"
                    "发放低保，不明原因，请求重新申请低保。市长公开电话办公室交办梨树县政府调查处理。"_s;

} // namespace

TEST_CASE_METHOD(CaseDesk, "A matter that was solved is told as the department's, with what the citizen said",
                 "[cases]")
{
    replied(u"经小宽镇民政办工作人员了解，此前因无监护人信息而停止发放，现已补录完毕，继续享受低保待遇。"_s);
    SECTION("satisfied")
    {
        asked(Satisfaction::Satisfied);
        CHECK(text()
              == u"梨树县政府解决村民低保问题。" + begins
                     + u"经小宽镇民政办工作人员了解，此前因无监护人信息而停止发放，现已补录完毕，继续享受低保待遇。"
                       "反映人表示满意。");
    }
    SECTION("nobody could be reached")
    {
        told.wasTried = true;
        CHECK(text().endsWith(u"继续享受低保待遇。回访时未能联系到反映人。"));
    }
    SECTION("nobody was asked")
    {
        CHECK(text().endsWith(u"继续享受低保待遇。"));
    }
    SECTION("reached, and neither rated nor said anything")
    {
        asked({});
        CHECK(text().endsWith(u"继续享受低保待遇。"));
    }
    SECTION("the citizen denies it")
    {
        asked(Satisfaction::Dissatisfied, false);
        CHECK(text().startsWith(u"梨树县政府办理村民低保问题。"));
        CHECK(text().endsWith(u"反映人表示不满意，称问题尚未解决。"));
    }
    SECTION("satisfied all the same")
    {
        asked(Satisfaction::BasicallySatisfied, false);
        CHECK(text().endsWith(u"反映人表示基本满意，但称问题尚未解决。"));
    }
    SECTION("explained only")
    {
        replied(u"经了解，按现行规定不符合低保条件，已向其说明。"_s, ClaimedResult::Explained);
        CHECK(text().startsWith(u"梨树县政府办理村民低保问题。"));
    }
    SECTION("together with others")
    {
        told.coHandlers = {DepartmentId(2), DepartmentId(3)};
        CHECK(text().contains(u"市长公开电话办公室交办梨树县政府牵头，市住建局、供水公司协助调查处理。"));
    }
}

TEST_CASE_METHOD(CaseDesk, "The office's own follow-up goes before what the department says of the citizen", "[cases]")
{
    replied(u"接件后，供水公司立即更换了水管，反映人对处理结果表示非常满意。"_s);
    CHECK(text().endsWith(u"供水公司立即更换了水管，反映人对处理结果表示非常满意。"));
    asked(Satisfaction::Dissatisfied);
    CHECK(text().endsWith(u"供水公司立即更换了水管。反映人表示不满意。"));
}

TEST_CASE_METHOD(CaseDesk, "A matter that is still open is told as a problem, with how long it is overdue", "[cases]")
{
    const QString open = u"村民低保问题。" + begins;
    CHECK(text() == open + u"目前仍在办理，已超期18天。");
    told.lead->dueAt = at("2020-03-04 17:00");
    CHECK(text() == open + u"目前仍在办理。");
    told.lead->extendedAt = at("2020-02-11 09:00");
    CHECK(text() == open + u"目前仍在办理，已同意延期至3月4日。");
    told.lead->repliedAt = at("2020-02-27 09:00");
    told.lead->reply = u"已补录。"_s;
    CHECK(text() == open + u"经梨树县政府处理，已补录。目前承办单位已反馈，正在审核。");
    told.lead->closedAt = at("2020-02-28 09:00");
    CHECK(text().endsWith(u"目前承办单位已办理完毕，正在回访。"));
    told.lead->closedAt.reset();
    told.lead->reviewedAt = at("2020-02-28 09:00"); // sent back
    told.lead->dueAt = at("2020-02-26 17:00");
    CHECK(text() == open + u"目前仍在办理，已超期3天。");
}

TEST_CASE_METHOD(CaseDesk, "A suggestion is told as one", "[cases]")
{
    told.ticket.requestType = RequestTypeId(2);
    told.ticket.channel = ChannelId(2);
    told.ticket.requester.clear();
    told.ticket.title = u"增设小区广告栏"_s;
    told.ticket.content = u"建议在小区公共规划地带增设广告栏"_s;
    told.lead.reset();
    CHECK(text()
          == u"增设小区广告栏。2月4日，有市民通过《省长信箱》反映，建议在小区公共规划地带增设广告栏。目前仍在办理。");
    told.ticket.title = u"小区广告栏"_s;
    CHECK(text().startsWith(u"关于小区广告栏的建议。2月4日，"));
    told.lead = Dispatch{.department = DepartmentId(2), .dispatchedAt = at("2020-02-04 10:00")};
    replied(u"拟列入明年计划。"_s, ClaimedResult::Explained);
    CHECK(text().endsWith(u"市长公开电话办公室交办市住建局研究处理。经市住建局处理，拟列入明年计划。"));
}

TEST_CASE_METHOD(CaseDesk, "The list that a case is picked for has the last word on its form", "[cases]")
{
    replied(u"已补录。"_s);
    CHECK(formOf(told, tables) == CaseForm::Solved);
    told.ticket.marks = Mark::PickedProblem;
    CHECK(text().startsWith(u"村民低保问题。2月4日，"));
    told.ticket.marks = Mark::PickedSuggestion;
    CHECK(formOf(told, tables) == CaseForm::Suggestion);
    told.ticket.requestType = RequestTypeId(2);
    told.ticket.marks = Mark::PickedSolved;
    CHECK(formOf(told, tables) == CaseForm::Solved);
}

TEST_CASE_METHOD(CaseDesk, "Who told it is named only by what the ticket says, and never against his wish", "[cases]")
{
    told.lead.reset();
    told.ticket.content = u"单元停水两天。"_s;
    const auto teller = [this] { return text().section(u"。"_s, 1, 1); };
    CHECK(teller() == u"2月4日，市民王建国打电话求助，单元停水两天");
    told.ticket.requester = u"佟先生"_s;
    CHECK(teller() == u"2月4日，佟先生打电话求助，单元停水两天");
    told.ticket.confidentiality = Confidentiality::Anonymous;
    CHECK(teller() == u"2月4日，有市民打电话求助，单元停水两天");
    told.ticket.confidentiality = Confidentiality::Open;
    told.ticket.requesterKind = RequesterKind::Enterprise;
    told.ticket.requester = u"顺发铸造厂"_s;
    told.ticket.requestType = RequestTypeId(4);
    CHECK(teller() == u"2月4日，顺发铸造厂打电话投诉，单元停水两天");
    told.ticket.requester.clear();
    told.ticket.requestType.reset();
    CHECK(teller() == u"2月4日，有企业打电话反映，单元停水两天");
    told.ticket.receivedAt = at("2019-12-30 09:00");
    CHECK(teller() == u"2019年12月30日，有企业打电话反映，单元停水两天");
    told.ticket.content.clear();
    told.ticket.title = u"单元停水"_s;
    CHECK(text() == u"单元停水问题。2019年12月30日，有企业打电话反映单元停水问题。目前仍在办理。");
}

TEST_CASE_METHOD(CaseDesk, "What the office answered itself is told as its answer", "[cases]")
{
    told.lead.reset();
    told.isClosed = true;
    told.ticket.closedAt = told.ticket.receivedAt;
    told.ticket.resolution = Resolution::AnsweredDirectly;
    told.ticket.requestType = RequestTypeId(3);
    told.ticket.title = u"咨询低保申请条件"_s;
    told.ticket.content = u"市民来电咨询，低保如何申请。"_s;
    told.ticket.answer = u"低保由户籍所在地乡镇政府受理。"_s;
    CHECK(text()
          == u"市长公开电话办公室解答低保申请条件问题。2月4日，市民来电咨询，低保如何申请。经解答，低保由户籍所在地乡镇"
             u"政府"
             "受理。");
    told.ticket.answer = u"已告知反映人到乡镇政府申请。"_s;
    CHECK(text().endsWith(u"低保如何申请。已告知反映人到乡镇政府申请。"));
    told.ticket.resolution = Resolution::NotAccepted;
    CHECK(text() == u"低保申请条件问题。2月4日，市民来电咨询，低保如何申请。该诉求不予受理。");
}

TEST_CASE("A department's reply is told without its letter's form", "[cases]")
{
    const auto cleaned = [](const QString &reply, bool withoutRating = false) {
        return replySentences(reply, u"市住建局"_s, withoutRating).join(QString());
    };
    CHECK(cleaned(u"尊敬的市民：您好！您反映的问题收悉，现将有关情况回复如下：\n我局工作人员现场查看，漏点已修复。\n"
                  "感谢您对我们工作的支持！\n市住建局\n2020年2月9日"_s)
          == u"市住建局工作人员现场查看，漏点已修复。");
    CHECK(cleaned(u"您好，您反映的路灯不亮问题，我单位已更换灯泡。特此回复。祝您生活愉快！"_s)
          == u"反映人反映的路灯不亮问题，市住建局已更换灯泡。");
    CHECK(cleaned(u"办理情况：已联系反映人（电话13800001111）说明情况。如有疑问请拨打0434-3266666。联系人：李某。"_s)
          == u"已联系反映人说明情况。");
    CHECK(cleaned(u"我市低保标准已提高, 我们公司不负责.请到窗口办理!"_s)
          == u"我市低保标准已提高，市住建局不负责。请到窗口办理！");
    CHECK(cleaned(u"已修复，反映人表示满意。"_s) == u"已修复，反映人表示满意。");
    CHECK(cleaned(u"已修复，反映人表示满意。"_s, true) == u"已修复。");
    CHECK(cleaned(u"已修复，反映人对结果不满意。"_s, true) == u"已修复，反映人对结果不满意。");
    CHECK(cleaned(u"感谢信已收到，路面已修复。"_s) == u"感谢信已收到，路面已修复。");
    CHECK(cleaned(u"我办理过多次，我处理不了，我所反映的属实。"_s) == u"我办理过多次，我处理不了，我所反映的属实。");
    CHECK(cleaned({}).isEmpty());
    CHECK(cleaned(u" \n "_s).isEmpty());
}

TEST_CASE("No number by which somebody could be called or identified comes along", "[cases]")
{
    for (const auto &number : {u"13800001111"_s, u"138 0000 1111"_s, u"138-0000-1111"_s, u"+86 13800001111"_s,
                               u"0434-3266666"_s, u"04343266666"_s, u"220302196705011234"_s, u"22030219670501123X"_s}) {
        INFO(number.toStdString());
        CHECK(cleanedText(u"单元停水，联系电话"_s + number + u"，要求尽快恢复。") == u"单元停水，要求尽快恢复。");
        CHECK(cleanedText(u"单元停水（"_s + number + u"），要求尽快恢复。") == u"单元停水，要求尽快恢复。");
        CHECK(cleanedText(u"请回复"_s + number + u"。单元停水。") == u"单元停水。");
    }
    CHECK(cleanedText(u"单元停水，电话：3266666。"_s) == u"单元停水。");
    CHECK(cleanedText(u"缴费单号20200204123，金额3266666元。"_s) == u"缴费单号20200204123，金额3266666元。");
    CHECK(cleanedText(u"拨打12345热线反映2020年2月4日停水。"_s) == u"拨打12345热线反映2020年2月4日停水。");
}

TEST_CASE("A long text is shortened by whole sentences", "[cases]")
{
    const QStringList sentences = sentencesOf(u"甲乙丙丁。店主称“不退。谁来也不退！”。“没有办法。”其说道？请求退费"_s);
    CHECK(
        sentences
        == QStringList{u"甲乙丙丁。"_s, u"店主称“不退。谁来也不退！”。"_s, u"“没有办法。”其说道？"_s, u"请求退费。"_s});
    CHECK(shortened(sentences, 200) == sentences.join(QString()));
    CHECK(shortened(sentences, 12) == u"甲乙丙丁。请求退费。");
    CHECK(shortened(sentences, 5) == u"甲乙丙丁。");
    CHECK(shortened(sentences, 1) == u"甲乙丙丁。"); // never mid-sentence
    CHECK(shortened({u"甲乙丙丁戊己庚辛。"_s}, 3) == u"甲乙丙丁戊己庚辛。");
    CHECK(shortened({}, 3).isEmpty());
    const QString endless = QString(300, u'水') + u"。";
    CHECK(shortened({u"甲。"_s, endless, u"乙。"_s}, 160) == u"甲。");
}

TEST_CASE("A title becomes the matter of a sentence", "[cases]")
{
    CHECK(matterOf(u"单元停水"_s) == u"单元停水");
    CHECK(matterOf(u"关于单元停水的问题。"_s) == u"单元停水");
    CHECK(matterOf(u"咨询停水原因和恢复时间"_s) == u"停水原因和恢复时间");
    CHECK(matterOf(u"王先生（13800001111）家停水问题"_s) == u"王先生家停水");
    CHECK(matterOf(u"电费余额异常请求核查"_s) == u"电费余额异常");
    CHECK(matterOf(u"请求核查电费"_s) == u"核查电费");
    CHECK(matterOf(u"投诉"_s) == u"投诉");
    CHECK(matterOf({}).isEmpty());
}

TEST_CASE("A case is told as it stood at the cut-off", "[cases]")
{
    HandlingOffice office("2020-02-04 09:00");
    const TicketId ticket = office.dispatched();
    office.clock.set(at("2020-03-03 09:00"));
    HandlingOffice::must(office.book->reply({.dispatch = *office.lead(ticket).id, .text = u"已更换水管。"_s}));
    HandlingOffice::must(office.book->acceptReply(*office.lead(ticket).id));
    const Question february{.period = Period::month(2020, 2)};
    const auto text = [&](const QDateTime &asOf) {
        const auto told = caseParagraphs(*office.file, {ticket, TicketId(999)}, office.tables(), asOf);
        REQUIRE(told.size() == 1);
        return told.first().text();
    };
    const OfficeZone zone;
    CHECK(toldAsOf(february, zone, at("2020-03-05 09:00")) == at("2020-03-01 00:00"));
    CHECK(toldAsOf(february, zone, at("2020-02-20 09:00")) == at("2020-02-20 09:00"));
    const QString before = text(toldAsOf(february, zone, office.clock.now()));
    CHECK(before.startsWith(
        u"单元停水问题。2月4日，反映人来电，单元停水。测试市市长公开电话办公室交办供水公司调查处理。"));
    CHECK(before.contains(u"目前仍在办理，已超期"));
    CHECK_FALSE(before.contains(u"更换水管"));
    CHECK(text(at("2020-03-04 00:00")).contains(u"经供水公司处理，已更换水管。"));
}

TEST_CASE("A case that was put into the text stays there, and its citizen is masked when it goes out", "[cases][draft]")
{
    HandlingOffice office("2020-02-04 09:00");
    TicketId ticket = office.accepted();
    const TicketId other = *[&]() -> std::optional<TicketId> {
        const auto saved =
            office.book->accept({.channel = office.phone(),
                                 .requestType = office.tables().requestTypes.at(1).id,
                                 .address = u"平东小区7号楼3单元"_s,
                                 .title = u"路灯不亮"_s,
                                 .content = u"平东小区7号楼前路灯不亮，联系电话13900002222，请求维修。"_s,
                                 .requester = u"赵铁柱"_s,
                                 .phone = u"13900002222"_s});
        return saved ? std::optional(saved->id) : std::nullopt;
    }();
    office.clock.set(at("2020-03-02 09:00"));
    auto begun = beginBulletin(
        *office.book,
        {.layout = u"siping-monthly"_s, .period = Period::month(2020, 2), .issue = 2, .date = QDate(2020, 3, 2)});
    REQUIRE(begun);
    auto draft = *bulletinOf(*office.file, begun->id);
    const auto told = caseParagraphs(*office.file, {ticket, other}, office.tables(), at("2020-03-01 00:00"));
    REQUIRE(told.size() == 2);
    CHECK(told.last().text().contains(u"市民赵铁柱打电话"));
    CHECK_FALSE(told.last().text().contains(u"13900002222"));
    for (const BulletinParagraph &paragraph : told)
        draft.document.blocks.append(paragraph);
    CHECK(casesIn(draft.document) == QList<TicketId>{ticket, other});

    // New figures come, and then the issue goes out.
    office.accepted();
    draft = recomposed(*office.file, draft).draft;
    CHECK(casesIn(draft.document) == QList<TicketId>{ticket, other});
    CHECK(std::get<BulletinParagraph>(draft.document.blocks.last()) == told.last());
    const auto saved = saveBulletin(*office.book, draft);
    REQUIRE(saved);
    const auto out = publishBulletin(*office.book, saved->id, saved->version);
    REQUIRE(out);
    const QString text = toText(bulletinOf(*office.file, out->id)->document);
    CHECK(text.contains(u"路灯不亮问题。"));
    CHECK_FALSE(text.contains(u"赵铁柱"));
    CHECK(text.contains(u"市民赵某"));
    CHECK_FALSE(text.contains(u"7号楼"));
}
