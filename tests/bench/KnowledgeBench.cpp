// SPDX-License-Identifier: GPL-3.0-or-later
#include "KnowledgeBench.h"

#include "casework/KnowledgeSearch.h"
#include "exchange/Random.h"
#include "exchange/SampleTexts.h"
#include "storage/CaseFile.h"
#include "storage/CodeTableRepository.h"
#include "storage/KnowledgeRepository.h"
#include "storage/Transaction.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace huiyin::bench {

namespace {

constexpr int articles = 10'000;
constexpr qsizetype answerLength = 340; // characters: 1 KB

void fill(const QString &path)
{
    CaseFile::create(path, {.name = u"办公室"_s}, [](Database &database) {
        const SampleTexts texts = SampleTexts::shipped();
        Random random(11);
        Transaction transaction(database);
        const KnowledgeRepository knowledge(database);
        for (int i = 0; i < articles; ++i) {
            QString answer;
            while (answer.size() < answerLength)
                answer += texts.details(random, 4);
            knowledge.insert({.question = u"第%1问：%2？"_s.arg(i).arg(texts.details(random, 1).left(24)),
                              .answer = answer.left(answerLength),
                              .keywords = u"停水；暖气"_s,
                              .updatedAt = QDateTime::fromMSecsSinceEpoch(i, Qt::UTC)});
        }
        transaction.commit();
    });
}

} // namespace

void benchKnowledge(Table &table)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"knowledge.huiyin"_s);
    fill(path);
    CaseFile file(path, CaseFile::Mode::Read);
    const CodeTables tables;
    const QDate today(2024, 3, 1);
    const qint64 before = peakMemory();
    const Cost first = costOf([&] { (void)findArticles(file, {.query = SearchQuery(u"停水"_s)}, tables, today); });
    table.add({.task = u"knowledge base: first question, %L1 articles"_s.arg(articles),
               .ours = first,
               .remark = u"folds them all; %1 MB more at the peak"_s.arg((peakMemory() - before) / 1'000'000)});
    qsizetype found = 0;
    const auto search = [&](const QString &words) {
        const Cost cost = medianCost(
            21, [&] { found = findArticles(file, {.query = SearchQuery(words)}, tables, today).articles.size(); });
        table.add({.task = u"knowledge base: search “%1”"_s.arg(words),
                   .ours = cost,
                   .goal = u"≤ 50 ms"_s,
                   .remark = u"%L1 found"_s.arg(found)});
    };
    search({});
    search(u"暖气"_s); // in all of them
    search(u"9999"_s);
    search(u"维修 没有这样的词"_s);
    const QuestionAtHand question{
        .title = u"家里停水两天了"_s,
        .content =
            u"反映人来电反映，家中自来水管冻裂，整个单元停水已有两天，联系过物业没有人来修，请尽快修复，问什么时候来水。"_s};
    table.add({.task = u"knowledge base: suggestions"_s,
               .ours = medianCost(21, [&] { found = suggestedArticles(file, question, tables, today).size(); }),
               .goal = u"≤ 50 ms"_s,
               .remark = u"%1 suggested"_s.arg(found)});
}

} // namespace huiyin::bench
