// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/LayoutVocabulary.h"

#include "bulletin/Composer.h"
#include "bulletin/GradeRule.h"
#include "bulletin/ListWording.h"
#include "bulletin/PickedCases.h"
#include "bulletin/TableWording.h"
#include "domain/Office.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// One row of each kind, and one below it.
Statistics oneOfEach()
{
    Statistics figures;
    const Period period = Period::month(2020, 2);
    figures.question = {.period = period};
    figures.cutOff = QDateTime(QDate(2020, 3, 1), QTime(0, 0), Qt::UTC);
    figures.previousPeriod = ChangeFigures{.period = period.previous(), .cutOff = figures.cutOff};
    figures.samePeriodLastYear = ChangeFigures{.period = period.lastYear(), .cutOff = figures.cutOff};
    figures.caseload = CaseloadFigures();
    const QList<TypeFigures> types{{.id = RequestTypeId(1), .name = u"咨询"_s, .count = 1}};
    const QString channel = u"来电"_s;
    figures.byDepartment = {{.id = DepartmentId(1), .name = u"住建局"_s, .dispatched = 1}};
    figures.byChannel = {{.id = ChannelId(1), .name = channel, .received = 1, .byRequestType = types}};
    figures.byCategory = {{.id = CategoryId(1),
                           .name = u"住建"_s,
                           .count = 1,
                           .children = {{.id = CategoryId(2), .name = u"物业"_s, .count = 1}}}};
    figures.byRequestType = types;
    figures.byTopic = {{.id = TopicId(1), .name = u"疫情"_s, .accepted = 1, .byRequestType = types}};
    figures.byMonth = {{.month = period, .accepted = 1, .open = 1}};
    figures.question.excludedTopics = {TopicId(1)};
    return figures;
}

} // namespace

bool canBePrinted(const WordingValue &value, const QString &how)
{
    if (how.isEmpty())
        return true;
    if (value.count)
        return how == u"wan";
    if (value.ratio)
        return how == u"0" || how == u"1" || how == u"2";
    if (!value.change)
        return false;
    return how == u"signed" || (!value.change->ofRate && (how == u"count" || how == u"signed_count"));
}

LayoutVocabulary::LayoutVocabulary(const QList<RateDefinition> &rates, const QJsonObject &grade)
    : m_figures(oneOfEach())
    , m_rates(rates)
    , m_grade(grade)
    , m_facts(bulletinFacts(Office(), m_figures, {.period = m_figures.question.period, .date = QDate(2020, 3, 2)}, {},
                            false))
{
    m_facts.monthIssues = {{.month = m_figures.question.period, .cutOff = m_figures.cutOff}};
    addIssueConditions(m_facts, m_figures);
    m_facts.hotTopics = {{.category = CategoryId(1)}};
    m_facts.conditions.insert(u"hot_topics"_s, true);
    m_facts.words.insert(ratesOf(m_rates, {&m_facts.words}));
    const WordingScope before = m_facts.words;
    addChanges(m_facts.words, before, u"_previous"_s);
    addChanges(m_facts.words, before, u"_last_year"_s);
    // These are compared with nothing, and no rate is made of them.
    m_facts.words.insert(bestCaseWords(1, 1, 1, 1));
    if (!m_grade.isEmpty())
        m_facts.words.insert(GradeRule({}, {}).words({}));
}

WordingScope LayoutVocabulary::row(const QString &kind, bool below) const
{
    if (kind == u"calls") {
        WordingScope words = callRows({CallTraffic()}).first().words;
        words.insert(ratesOf(m_rates, {&words}));
        return words;
    }
    if (kind == u"grades") {
        const QJsonObject one{{u"bands"_s, QJsonArray{QJsonObject{{u"grade"_s, u"A"_s}}}}};
        return GradeRule(one, m_rates).bandRows({}).first().words;
    }
    const QJsonObject grade;
    const BulletinFigures all{.tables = m_tables,
                              .figures = m_figures,
                              .facts = m_facts,
                              .rates = m_rates,
                              .grade = grade,
                              .previous = &m_figures,
                              .lastYear = &m_figures};
    const BulletinRowSource source(all);
    const QList<BulletinRow> rows = source.rows(kind, {});
    if (!below || rows.first().children.isEmpty()) {
        WordingScope words = rows.first().words;
        if (kind == u"departments" && !m_grade.isEmpty()) {
            for (const QString &name : {u"grade"_s, u"grade_reason"_s})
                words.insert(name, word(QString()));
        }
        return words;
    }
    return rows.first().children.first().words;
}

WordingScope LayoutVocabulary::rest(const QString &kind) const
{
    BulletinRow one;
    one.words = row(kind);
    WordingScope words = sumOf({one});
    words.insert(ratesOf(m_rates, {&words}));
    for (const QString &name : {u"names"_s, u"plain_names"_s})
        words.insert(name, word(QString()));
    words.insert(u"kinds"_s, word(1));
    return words;
}

WordingScope LayoutVocabulary::summary()
{
    return listSummary({});
}

} // namespace huiyin
