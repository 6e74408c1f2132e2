// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/Composer.h"

#include "bulletin/BulletinFacts.h"
#include "bulletin/BulletinRows.h"
#include "bulletin/GradeRule.h"
#include "bulletin/HeadingNumbers.h"
#include "bulletin/HotTopics.h"
#include "bulletin/Layout.h"
#include "bulletin/ListWording.h"
#include "bulletin/OfficeLayouts.h"
#include "bulletin/PickedCases.h"
#include "bulletin/TableWording.h"
#include "bulletin/Wording.h"
#include "domain/Json.h"
#include "statistics/StatisticsBuilder.h"
#include "storage/CallRepository.h"
#include "storage/CaseFile.h"
#include "storage/CodeTableRepository.h"
#include "storage/StorageError.h"
#include "storage/Transaction.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

using Scopes = QList<const WordingScope *>;

// Composes one bulletin from one layout.
class Composer
{
public:
    Composer(CaseFile &file, const BulletinRequest &request)
        : m_file(file)
        , m_request(request)
        , m_layout(layoutOf(file, request))
        , m_tables(CodeTableRepository(file.database()).load())
        , m_style(styleOf(m_layout))
        , m_wording(m_style)
        , m_rates(rateDefinitions(m_layout))
        , m_grade(m_layout[u"grade"].toObject())
    {
    }

    BulletinDocument compose(const Progress &progress)
    {
        count(progress);
        BulletinDocument document{.masthead = plain(m_layout[u"masthead"].toString()),
                                  .issueLine = issueLine(),
                                  .office = m_file.office().name,
                                  .date = m_request.date,
                                  .title = plain(m_layout[u"title"].toString()),
                                  .percentStyle = m_wording.style()};
        const QJsonArray sections = m_layout[u"sections"].toArray();
        for (qsizetype i = 0; i < sections.size(); ++i) {
            const qsizetype before = document.blocks.size();
            addSection(document.blocks, sections[i].toObject());
            nameOrigins(document.blocks, before, QString::number(i));
            stopIfCancelled(progress);
        }
        dropEmptyHeadings(document.blocks);
        HeadingSequences(sections).renumber(document.blocks);
        addImprint(document);
        document.figures = m_figures;
        return document;
    }

private:
    // The figures, and of what costs time what the layout speaks of.
    void count(const Progress &progress)
    {
        const LayoutNeeds needs = needsOf(m_layout);
        m_figures = buildStatistics(m_file, question(needs.caseload), progress);
        stopIfCancelled(progress);
        m_facts = bulletinFacts(m_file.office(), m_figures, m_request, m_style, m_layout[u"month_of_stretch"].toBool());
        m_facts.words.insert(ratesOf(m_rates, {&m_facts.words}));
        const auto reference = [&](std::optional<Statistics> &then, const ChangeFigures &change,
                                   const QString &suffix) {
            Question before = question(needs.caseload);
            before.period = change.period;
            before.cutOff = change.cutOff;
            before.withChange = false;
            then = buildStatistics(m_file, before, progress);
            stopIfCancelled(progress);
            WordingScope words = officeWords(*then);
            words.insert(ratesOf(m_rates, {&words}));
            addChanges(m_facts.words, words, suffix);
        };
        if (needs.previous)
            reference(m_previous, *m_figures.previousPeriod, u"_previous"_s);
        if (needs.lastYear)
            reference(m_lastYear, *m_figures.samePeriodLastYear, u"_last_year"_s);
        if (needs.hotTopics)
            m_facts.hotTopics = hotTopics(m_file, question(false), m_tables, progress);
        m_facts.conditions.insert(u"hot_topics"_s, !m_facts.hotTopics.isEmpty());
        if (needs.monthIssues)
            m_facts.monthIssues = monthIssues(m_file, m_figures, progress);
        addIssueConditions(m_facts, m_figures);
        if (!m_grade.isEmpty()) {
            QList<BulletinRow> units = m_rows.rows(u"departments"_s, {});
            const GradeRule rule(m_grade, m_rates);
            rule.judge(units, m_wording);
            m_facts.words.insert(rule.words(units));
        }
        if (needs.bestCases)
            m_facts.words.insert(bestCaseWords(m_file, m_figures.question));
        if (needs.traffic) {
            const QuestionSpan span = spanOf(m_figures.question, m_file.zone());
            m_traffic = CallRepository(m_file.database())
                            .traffic(QDateTime::fromMSecsSinceEpoch(span.from, Qt::UTC),
                                     QDateTime::fromMSecsSinceEpoch(span.before(), Qt::UTC));
        }
        m_sources.previous = m_previous ? &*m_previous : nullptr;
        m_sources.lastYear = m_lastYear ? &*m_lastYear : nullptr;
    }

    [[nodiscard]] Question question(bool withCaseload) const
    {
        Question question{.period = m_request.period, .cutOff = m_request.cutOff, .withCaseload = withCaseload};
        if (m_request.excludedTopics) {
            question.excludedTopics = *m_request.excludedTopics;
        } else {
            const QStringList names = stringList(m_layout[u"exclude_topics"]);
            for (const Topic &topic : m_tables.topics) {
                if (names.contains(topic.name))
                    question.excludedTopics.append(*topic.id);
            }
        }
        return question;
    }

    [[nodiscard]] bool holds(const QJsonObject &part) const { return m_facts.holds(part[u"when"].toString()); }

    [[nodiscard]] QList<BulletinSpan> expand(const QString &sentence, const Scopes &scopes = {}) const
    {
        return m_wording.expand(sentence, scopes + Scopes{&m_facts.words});
    }

    [[nodiscard]] QString plain(const QString &sentence, const Scopes &scopes = {}) const
    {
        return BulletinParagraph{.spans = expand(sentence, scopes)}.text();
    }

    // 第3期（总第87期） → 第3期; so is 第3期 总第87期.
    static QString withoutRunningIssue(QString line)
    {
        static const QRegularExpression inBrackets(u"[（(][^（()）]*\\{running\\b[^（()）]*[)）]"_s);
        static const QRegularExpression bare(u"[\\s·,，、]*(?:总|累计)?第? ?\\{running\\b[^}]*\\} ?期?号?"_s);
        return line.remove(inBrackets).remove(bare).trimmed();
    }

    // 第3期（总第87期） → 总第87期; 增刊第3期（总第87期） → 增刊（总第87期）.
    static QString withoutIssue(QString line)
    {
        static const QRegularExpression own(u"[\\s·,，、]*第? ?\\{issue\\b[^}]*\\} ?[期号]?[\\s·,，、]*"_s);
        static const QRegularExpression bracketsAlone(u"^[（(]([^（()）]*)[)）]$"_s);
        line = line.remove(own).trimmed();
        const auto match = bracketsAlone.match(line);
        return match.hasMatch() ? match.captured(1) : line;
    }

    [[nodiscard]] QString issueLine() const
    {
        if (!m_request.issue && !m_request.runningIssue)
            return {};
        WordingScope scope;
        QString line = m_request.isExtra ? m_layout[u"extra_line"].toString(u"增刊第{issue}期（总第{running}期）"_s)
                                         : m_layout[u"issue_line"].toString(u"第{issue}期（总第{running}期）"_s);
        if (m_request.issue)
            scope.insert(u"issue"_s, word(QString::number(*m_request.issue)));
        else
            line = withoutIssue(line);
        if (m_request.runningIssue)
            scope.insert(u"running"_s, word(QString::number(*m_request.runningIssue)));
        else
            line = withoutRunningIssue(line);
        return plain(line, {&scope});
    }

    void addSection(QList<BulletinBlock> &blocks, const QJsonObject &section)
    {
        if (!holds(section))
            return;
        if (section.contains(u"paragraph")) {
            const BulletinParagraph paragraph = paragraphOf(section[u"paragraph"].toArray(), styleOf(section, m_style));
            if (!paragraph.spans.isEmpty())
                blocks.append(paragraph);
        } else if (section.contains(u"cases")) {
            addCases(blocks, section);
        } else if (section.contains(u"table")) {
            addTable(blocks, section);
        } else if (section.contains(u"chart")) {
            addChart(blocks, section);
        } else if (section.contains(u"heading")) {
            blocks.append(BulletinHeading{.level = qBound(1, section[u"level"].toInt(1), 3),
                                          .text = plain(section[u"heading"].toString()),
                                          .onNewPage = section[u"new_page"].toBool()});
        } else {
            throw LayoutError(u"section: "_s + section.keys().join(u", "_s));
        }
    }

    // What a section has added, from `first` on: "3", "3/1" …; cases have told their tickets themselves.
    static void nameOrigins(QList<BulletinBlock> &blocks, qsizetype first, const QString &section)
    {
        for (qsizetype i = first; i < blocks.size(); ++i) {
            const QString own = originOf(blocks[i]);
            const QString part = own.isEmpty() && i > first ? QString::number(i - first) : own;
            setOrigin(blocks[i], part.isEmpty() ? section : QString(section + u'/' + part));
        }
    }

    // A heading below which nothing came to stand goes.
    static void dropEmptyHeadings(QList<BulletinBlock> &blocks)
    {
        const auto levelAt = [&blocks](qsizetype i) {
            const auto *heading = i < blocks.size() ? std::get_if<BulletinHeading>(&blocks[i]) : nullptr;
            return heading ? std::optional(heading->level) : std::nullopt;
        };
        for (qsizetype i = blocks.size() - 1; i >= 0; --i) {
            const auto level = levelAt(i);
            if (level && (i + 1 == blocks.size() || levelAt(i + 1).value_or(*level + 1) <= *level))
                blocks.removeAt(i);
        }
    }

    void addImprint(BulletinDocument &document) const
    {
        const WordingScope scope{
            {u"issued_on"_s, word(m_request.date.isValid() ? chineseDate(m_request.date) : QString())}};
        const QStringList lines = stringList(m_layout[u"imprint"]);
        for (const QString &line : lines) {
            if (!m_wording.printsNothingOf(line, {&scope, &m_facts.words}))
                document.imprint.append(plain(line, {&scope}));
        }
    }

    [[nodiscard]] BulletinParagraph paragraphOf(const QJsonArray &parts, const BlockStyle &style) const
    {
        BulletinParagraph paragraph;
        for (const auto &value : parts) {
            const QJsonObject part = value.toObject();
            if (!holds(part))
                continue;
            paragraph.spans += part.contains(u"each")
                                   ? ListWording(style, m_rows).list(part)
                                   : Wording(styleOf(part, style)).expand(part[u"text"].toString(), {&m_facts.words});
        }
        return paragraph;
    }

    void addCases(QList<BulletinBlock> &blocks, const QJsonObject &section)
    {
        const QString list = section[u"cases"].toString();
        static const QHash<QString, Mark> marks{{u"problem"_s, Mark::PickedProblem},
                                                {u"suggestion"_s, Mark::PickedSuggestion},
                                                {u"solved"_s, Mark::PickedSolved}};
        const bool best = list == u"best";
        if (!best && !marks.contains(list))
            throw LayoutError(u"cases: "_s + list);
        const QList<PickedCase> cases =
            best ? bestCases(m_file, m_figures.question) : pickedCases(m_file, m_figures.question, marks.value(list));
        if (cases.isEmpty())
            return;
        if (section.contains(u"heading"))
            blocks.append(BulletinHeading{.level = 1, .text = plain(section[u"heading"].toString())});
        if (section.contains(u"lead"))
            blocks.append(BulletinHeading{.level = 2, .text = plain(section[u"lead"].toString())});
        int number = 0;
        for (const PickedCase &entry : cases) {
            const QString department =
                entry.department ? nameOf(m_tables.departments, entry.department) : m_file.office().name;
            WordingScope scope{{u"n"_s, word(QString::number(++number))},
                               {u"title"_s, word(entry.title)},
                               {u"department"_s, word(department)},
                               {u"result"_s, word(entry.result)}};
            if (best)
                scope.insert({{u"departments"_s, word(entry.departments)},
                              {u"reason"_s, word(entry.reason)},
                              {u"place"_s, word(entry.place)},
                              {u"votes"_s, word(entry.votes)}});
            const QString origin = u"ticket %1"_s.arg(entry.ticket.value());
            blocks.append(BulletinParagraph{.spans = expand(section[u"item"].toString(), {&scope}), .origin = origin});
            if (section.contains(u"detail")) {
                blocks.append(BulletinParagraph{.spans = expand(section[u"detail"].toString(), {&scope}),
                                                .origin = origin + u"/detail"});
            }
        }
    }

    void addTable(QList<BulletinBlock> &blocks, const QJsonObject &section)
    {
        if (auto table = TableWording(m_style, m_rows, m_traffic).table(section)) {
            table->onNewPage = section[u"new_page"].toBool();
            blocks.append(*std::move(table));
        }
    }

    void addChart(QList<BulletinBlock> &blocks, const QJsonObject &section)
    {
        static const QHash<QString, BulletinChart::Kind> kinds{{u"categories"_s, BulletinChart::Kind::Categories},
                                                               {u"departments"_s, BulletinChart::Kind::Departments},
                                                               {u"types"_s, BulletinChart::Kind::RequestTypes},
                                                               {u"channels"_s, BulletinChart::Kind::Channels},
                                                               {u"days"_s, BulletinChart::Kind::Days},
                                                               {u"months"_s, BulletinChart::Kind::Months}};
        const auto kind = kinds.constFind(section[u"chart"].toString());
        if (kind == kinds.cend())
            throw LayoutError(u"chart: "_s + section[u"chart"].toString());
        const bool empty =
            *kind == BulletinChart::Kind::Departments ? m_figures.dispatched.total == 0 : m_figures.accepted == 0;
        if (!empty)
            blocks.append(chartOf(*kind, plain(section[u"title"].toString()), m_figures, m_wording.style()));
    }

    CaseFile &m_file;
    BulletinRequest m_request;
    QJsonObject m_layout;
    CodeTables m_tables;
    BlockStyle m_style;
    Wording m_wording;
    QList<RateDefinition> m_rates;
    QJsonObject m_grade;
    Statistics m_figures;
    std::optional<Statistics> m_previous;
    std::optional<Statistics> m_lastYear;
    QList<CallTraffic> m_traffic;
    BulletinFacts m_facts;
    BulletinFigures m_sources{
        .tables = m_tables, .figures = m_figures, .facts = m_facts, .rates = m_rates, .grade = m_grade};
    BulletinRowSource m_rows{m_sources};
};

} // namespace

BulletinDocument composeBulletin(CaseFile &file, const BulletinRequest &request, const Progress &progress)
{
    const ReadTransaction oneState(file.database());
    return Composer(file, request).compose(progress);
}

} // namespace huiyin
