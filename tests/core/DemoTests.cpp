// SPDX-License-Identifier: GPL-3.0-or-later
// The sample offices add up to what the real offices published, figure by figure.
#include "casework/KnowledgeSearch.h"
#include "exchange/DemoOffice.h"
#include "statistics/StatisticsBuilder.h"
#include "statistics/StatisticsReport.h"
#include "storage/CaseFile.h"
#include "storage/CodeTableRepository.h"
#include "storage/FileCheck.h"
#include "storage/TicketRepository.h"
#include "support/Print.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace huiyin;

namespace {

QJsonObject published(const QString &name)
{
    QFile file(QStringLiteral(HUIYIN_TEST_DATA "/bulletins/") + name + u".json");
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QJsonDocument::fromJson(file.readAll()).object();
}

class Demo
{
public:
    explicit Demo(const QString &name)
    {
        Progress progress;
        const QString path = m_folder.filePath(u"demo.huiyin"_s);
        createDemo(path, name, SystemClock(), progress);
        file = std::make_unique<CaseFile>(path, CaseFile::Mode::Read);
    }

    Statistics figures(const Period &period, const QStringList &topics = {}) const
    {
        Question question{.period = period};
        const auto all = CodeTableRepository(file->database()).load().topics;
        for (const Topic &topic : all) {
            if (topics.contains(topic.name))
                question.excludedTopics.append(*topic.id);
        }
        return buildStatistics(*file, question);
    }

    void isSound() const
    {
        Progress progress;
        const auto findings = checkFile(*file, progress);
        for (const CheckFinding &finding : findings)
            UNSCOPED_INFO(finding.object.toStdString() + ": " + finding.message.toStdString());
        CHECK(findings.isEmpty());
    }

    // Some answers that stand, of departments of the office, one about to expire and one expired.
    void answersQuestions() const
    {
        const QDate today = file->zone().day(SystemClock().now());
        const CodeTables tables = CodeTableRepository(file->database()).load();
        const FoundArticles found = findArticles(*file, {}, tables, today);
        CHECK(found.articles.size() >= 10);
        CHECK(found.counts[static_cast<size_t>(ArticleState::Expiring)] == 1);
        CHECK(found.counts[static_cast<size_t>(ArticleState::Expired)] == 1);
        for (const FoundArticle &article : found.articles) {
            INFO(article.question.toStdString());
            CHECK(findById(tables.departments, article.department));
            CHECK(findById(tables.categories, article.category));
        }
    }

private:
    QTemporaryDir m_folder;

public:
    std::unique_ptr<CaseFile> file;
};

const ChannelFigures &channel(const Statistics &figures, const QString &name)
{
    for (const ChannelFigures &row : figures.byChannel) {
        if (row.name == name)
            return row;
        for (const ChannelFigures &child : row.children) {
            if (child.name == name)
                return child;
        }
    }
    FAIL("no channel " << name.toStdString());
    return figures.byChannel.first();
}

qint64 count(const QList<TypeFigures> &types, const QString &name)
{
    for (const TypeFigures &type : types) {
        if (type.name == name)
            return type.count;
    }
    return 0;
}

} // namespace

TEST_CASE("the sample office of February 2020 gives the published figures", "[demo]")
{
    const QJsonObject bulletin = published(u"siping-2020-02"_s);
    const Demo demo(u"siping-2020-02"_s);
    const Statistics figures = demo.figures(Period::days(QDate(2020, 2, 9), QDate(2020, 2, 29)), {u"疫情"_s});

    CHECK(figures.calls == bulletin[u"calls"].toInteger());
    CHECK(figures.accepted == bulletin[u"accepted"].toInteger());
    CHECK(figures.closed == bulletin[u"closed"].toInteger());
    CHECK(figures.open == bulletin[u"open"].toInteger());
    CHECK(percent(figures.closureRate) == bulletin[u"closure_rate"].toString());

    const QJsonObject topic = bulletin[u"topic"].toObject();
    REQUIRE(figures.byTopic.size() == 1);
    CHECK(figures.byTopic.first().accepted == topic[u"accepted"].toInteger());
    REQUIRE(figures.callsByTopic.size() == 1);
    CHECK(figures.callsByTopic.first().count == topic[u"calls"].toInteger());
    const QJsonObject types = topic[u"by_request_type"].toObject();
    for (auto type = types.begin(); type != types.end(); ++type)
        CHECK(count(figures.byTopic.first().byRequestType, type.key()) == type.value().toInteger());

    const QJsonObject other = bulletin[u"other"].toObject();
    CHECK(figures.categoryBase == other[u"share_base"].toInteger());
    const QJsonArray categories = other[u"by_category"].toArray();
    REQUIRE(figures.byCategory.size() == categories.size());
    for (qsizetype i = 0; i < categories.size(); ++i) {
        CHECK(figures.byCategory[i].name == categories[i][0].toString());
        CHECK(figures.byCategory[i].count == categories[i][1].toInteger());
        CHECK(percent(figures.byCategory[i].share, {.decimals = 1, .dropZeros = true}) == categories[i][2].toString());
    }

    const QJsonArray departments = bulletin[u"departments"].toArray();
    REQUIRE(figures.byDepartment.size() == departments.size());
    for (qsizetype i = 0; i < departments.size(); ++i) {
        CHECK(figures.byDepartment[i].name == departments[i][0].toString());
        CHECK(figures.byDepartment[i].dispatched == departments[i][1].toInteger());
        CHECK(figures.byDepartment[i].closed == departments[i][2].toInteger());
    }
    CHECK(figures.dispatched.total == 557);
    CHECK(figures.dispatched.closed == 519);
    CHECK(figures.directAnswerRate.numerator == 6053);

    const QJsonArray written = bulletin[u"written_channels"].toArray();
    for (const auto &group : written) {
        qint64 received = 0;
        qint64 closed = 0;
        const QJsonArray names = group[u"names"_s].toArray();
        for (const auto &name : names) {
            received += channel(figures, name.toString()).received;
            closed += channel(figures, name.toString()).closed;
        }
        CHECK(received == group[u"received"_s].toInteger());
        CHECK(closed == group[u"closed"_s].toInteger());
    }
    demo.isSound();
    demo.answersQuestions();
}

TEST_CASE("the sample office of December 2023 gives the published figures", "[demo]")
{
    const QJsonObject bulletin = published(u"siping-2023-12"_s);
    const Demo demo(u"siping-2023-12"_s);
    const Statistics figures = demo.figures(Period::month(2023, 12));

    CHECK(figures.accepted == bulletin[u"accepted"].toInteger());
    CHECK(figures.closed == bulletin[u"closed"].toInteger());
    CHECK(figures.open == bulletin[u"open"].toInteger());
    CHECK(percent(figures.closureRate) == bulletin[u"closure_rate"].toString());
    const QJsonArray categories = bulletin[u"by_category"].toArray();
    REQUIRE(figures.byCategory.size() == categories.size());
    for (qsizetype i = 0; i < categories.size(); ++i) {
        const CategoryFigures &row = figures.byCategory[i];
        CHECK(row.name == categories[i][0].toString());
        CHECK(row.count == categories[i][1].toInteger());
        CHECK(percent(row.share) == categories[i][2].toString());
        const QJsonArray sub = categories[i][3][u"sub"_s].toArray();
        REQUIRE(row.children.size() == sub.size());
        for (qsizetype k = 0; k < sub.size(); ++k) {
            CHECK(row.children[k].count == sub[k][1].toInteger());
            CHECK(percent(row.children[k].share) == sub[k][2].toString());
        }
    }
    const QJsonArray written = bulletin[u"written_channels"].toArray();
    for (const auto &entry : written) {
        const ChannelFigures &row = channel(figures, entry[u"name"_s].toString());
        CHECK(row.received == entry[u"received"_s].toInteger());
        CHECK(row.closed == entry[u"closed"_s].toInteger());
        CHECK(row.open == entry[u"open"_s].toInteger());
        const QJsonArray sub = entry[u"sub"_s].toArray();
        for (const auto &board : sub)
            CHECK(channel(figures, board[0].toString()).received == board[1].toInteger());
    }
    demo.isSound();
    demo.answersQuestions();
}

TEST_CASE("the sample office of Xiangtan county gives the published figures", "[demo]")
{
    const QJsonObject bulletin = published(u"xiangtan-county-2016-q3"_s);
    const Demo demo(u"xiangtan-county-2016-q3"_s);
    const Statistics figures = demo.figures(Period::quarter(2016, 3));

    const QJsonObject platform = bulletin[u"complaint_platform"].toObject();
    CHECK(figures.accepted == platform[u"handled"].toInteger());
    const QJsonArray channels = platform[u"channels"].toArray();
    for (const auto &entry : channels)
        CHECK(channel(figures, entry[0].toString()).received == entry[1].toInteger());
    CHECK(figures.dispatched.total == 249);
    CHECK(figures.dispatched.onTimeRate == Ratio{239, 249});
    CHECK(percent(figures.dispatched.onTimeRate, {.decimals = 0}) == platform[u"on_time_closure_rate"].toString());
    CHECK(percent(figures.followUp.satisfactionRate, {.decimals = 0})
          == platform[u"followup_satisfaction_rate"].toString());

    const QJsonObject line = bulletin[u"political_conduct_line"].toObject();
    const ChannelFigures &conduct = channel(figures, line[u"name"].toString());
    CHECK(conduct.received == line[u"received"].toInteger());
    CHECK(conduct.timelyReplyRate.numerator == line[u"replied_in_time"].toInteger());
    CHECK(percent(conduct.timelyReplyRate, {.decimals = 0}) == line[u"timely_reply_rate"].toString());
    const QJsonObject lineTypes = line[u"by_request_type"].toObject();
    for (auto type = lineTypes.begin(); type != lineTypes.end(); ++type)
        CHECK(count(conduct.byRequestType, type.key()) == type.value().toInteger());

    const QJsonObject mailbox = bulletin[u"county_mailbox"].toObject();
    const ChannelFigures &letters = channel(figures, u"县长信箱"_s);
    CHECK(percent(letters.timelyReplyRate, {.decimals = 0}) == mailbox[u"timely_reply_rate"].toString());
    const QJsonObject mailTypes = mailbox[u"by_request_type"].toObject();
    for (auto type = mailTypes.begin(); type != mailTypes.end(); ++type)
        CHECK(count(letters.byRequestType, type.key()) == type.value().toInteger());
    demo.isSound();
    demo.answersQuestions();
}

TEST_CASE("a sample office is the same every time", "[demo]")
{
    const Demo first(u"xiangtan-county-2016-q3"_s);
    const Demo second(u"xiangtan-county-2016-q3"_s);
    const auto json = [](const Demo &demo) {
        return toJson(demo.figures(Period::quarter(2016, 3)), demo.file->zone());
    };
    CHECK(json(first) == json(second));
    const TicketRepository one(first.file->database());
    const TicketRepository two(second.file->database());
    const auto ids = one.matching({});
    REQUIRE(ids == two.matching({}));
    for (const TicketId id : ids)
        REQUIRE(one.byId(id) == two.byId(id));
}
