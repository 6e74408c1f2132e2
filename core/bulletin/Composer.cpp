// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/Composer.h"

#include "bulletin/BulletinFacts.h"
#include "bulletin/Layout.h"
#include "bulletin/ListWording.h"
#include "bulletin/PickedCases.h"
#include "bulletin/Wording.h"
#include "domain/Json.h"
#include "statistics/StatisticsBuilder.h"
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
        , m_layout(loadLayout(request.layout))
        , m_tables(CodeTableRepository(file.database()).load())
        , m_wording({.decimals = m_layout[u"decimals"].toInt(1), .dropZeros = m_layout[u"drop_zeros"].toBool()})
    {
    }

    BulletinDocument compose(const Progress &progress)
    {
        m_figures = buildStatistics(m_file, question(), progress);
        stopIfCancelled(progress);
        m_facts =
            bulletinFacts(m_file, m_figures, m_request, m_wording.style(), m_layout[u"month_of_stretch"].toBool());
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
        document.figures = m_figures;
        return document;
    }

private:
    [[nodiscard]] Question question() const
    {
        Question question{.period = m_request.period, .cutOff = m_request.cutOff};
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

    // "topics,!calls": all must hold.
    [[nodiscard]] bool holds(const QJsonObject &part) const
    {
        const QStringList names = part[u"when"].toString().split(u',', Qt::SkipEmptyParts);
        return std::ranges::all_of(names, [this](const QString &name) {
            const bool negated = name.startsWith(u'!');
            const QString key = negated ? name.sliced(1) : name;
            if (!m_facts.conditions.contains(key))
                throw LayoutError(u"when: "_s + name);
            return m_facts.conditions.value(key) != negated;
        });
    }

    [[nodiscard]] QList<BulletinSpan> expand(const QString &sentence, const Scopes &scopes = {}) const
    {
        return m_wording.expand(sentence, scopes + Scopes{&m_facts.words});
    }

    [[nodiscard]] QString plain(const QString &sentence, const Scopes &scopes = {}) const
    {
        return BulletinParagraph{.spans = expand(sentence, scopes)}.text();
    }

    [[nodiscard]] QString issueLine() const
    {
        if (!m_request.issue)
            return {};
        WordingScope scope{{u"issue"_s, word(QString::number(*m_request.issue))}};
        QString line = m_layout[u"issue_line"].toString(u"第{issue}期（总第{running}期）"_s);
        if (m_request.runningIssue)
            scope.insert(u"running"_s, word(QString::number(*m_request.runningIssue)));
        else
            line = line.section(u"（"_s, 0, 0);
        return plain(line, {&scope});
    }

    void addSection(QList<BulletinBlock> &blocks, const QJsonObject &section)
    {
        if (!holds(section))
            return;
        if (section.contains(u"paragraph")) {
            const BulletinParagraph paragraph = paragraphOf(section[u"paragraph"].toArray());
            if (!paragraph.spans.isEmpty())
                blocks.append(paragraph);
        } else if (section.contains(u"cases")) {
            addCases(blocks, section);
        } else if (section.contains(u"table")) {
            addTable(blocks, section);
        } else if (section.contains(u"chart")) {
            addChart(blocks, section);
        } else if (section.contains(u"heading")) {
            blocks.append(BulletinHeading{.level = 1, .text = plain(section[u"heading"].toString())});
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

    [[nodiscard]] BulletinParagraph paragraphOf(const QJsonArray &parts) const
    {
        BulletinParagraph paragraph;
        for (const auto &value : parts) {
            const QJsonObject part = value.toObject();
            if (holds(part))
                paragraph.spans += part.contains(u"each")
                                       ? ListWording(m_wording, m_facts, m_tables, m_figures).list(part)
                                       : expand(part[u"text"].toString());
        }
        return paragraph;
    }

    void addCases(QList<BulletinBlock> &blocks, const QJsonObject &section)
    {
        const QString list = section[u"cases"].toString();
        static const QHash<QString, Mark> marks{{u"problem"_s, Mark::PickedProblem},
                                                {u"suggestion"_s, Mark::PickedSuggestion},
                                                {u"solved"_s, Mark::PickedSolved}};
        if (!marks.contains(list))
            throw LayoutError(u"cases: "_s + list);
        const Mark mark = marks.value(list);
        const QList<PickedCase> cases = pickedCases(m_file, m_figures.question, mark);
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
            const WordingScope scope{{u"n"_s, word(QString::number(++number))},
                                     {u"title"_s, word(entry.title)},
                                     {u"department"_s, word(department)},
                                     {u"result"_s, word(entry.result)}};
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
        if (section[u"table"].toString() != u"departments")
            throw LayoutError(u"table: "_s + section[u"table"].toString());
        const QJsonArray columns = section[u"columns"].toArray();
        BulletinTable table{.title = plain(section[u"title"].toString()),
                            .columnGroups = section[u"groups"].toInt(1),
                            .hasTotal = section[u"total"].toBool()};
        for (const auto &column : columns)
            table.header.append(column[u"title"_s].toString());
        const auto addRow = [&](const WordingScope &scope) {
            QList<BulletinSpan> row;
            for (const auto &column : columns) {
                // One span a cell: all its words, and the tickets behind its figure.
                const auto spans =
                    m_wording.expand(column[u"value"_s].toString(), {&scope, &m_facts.words}, Wording::Place::Table);
                BulletinSpan cell{.text = BulletinParagraph{.spans = spans}.text()};
                for (const BulletinSpan &span : spans) {
                    if (!cell.figure)
                        cell.figure = span.figure;
                }
                if (spans.size() == 1)
                    cell.form = spans.first().form;
                row.append(cell);
            }
            table.rows.append(row);
        };
        for (const DepartmentFigures &row : m_figures.byDepartment) {
            if (isPrinted(row))
                addRow(departmentScope(row));
        }
        if (table.rows.isEmpty())
            return;
        if (table.hasTotal) {
            // A ticket's follow-up goes by its lead: the whole office's, which the sentences speak of, are the sum.
            WordingScope total{{u"name"_s, word(u"合计"_s)},
                               {u"group"_s, word(QString())},
                               {u"dispatched"_s, word(sumOf(&DepartmentFigures::dispatched))},
                               {u"closed"_s, word(sumOf(&DepartmentFigures::closed))},
                               {u"open"_s, word(sumOf(&DepartmentFigures::open))},
                               {u"closure_rate"_s,
                                word(Ratio{sumOf(&DepartmentFigures::closed), sumOf(&DepartmentFigures::dispatched)})},
                               {u"on_time_rate"_s, word(sumOf(&DepartmentFigures::onTimeRate))},
                               {u"returned"_s, word(sumOf(&DepartmentFigures::returned))},
                               {u"redone"_s, word(sumOf(&DepartmentFigures::redone))},
                               {u"extended"_s, word(sumOf(&DepartmentFigures::extended))},
                               {u"return_rate"_s, word(sumOf(&DepartmentFigures::returnRate))},
                               {u"redo_rate"_s, word(sumOf(&DepartmentFigures::redoRate))},
                               {u"extension_rate"_s, word(sumOf(&DepartmentFigures::extensionRate))}};
            total.insert(handlingWords(m_figures.dispatched.handling, {.measure = Measure::Led},
                                       {.measure = Measure::EnterpriseLed}));
            addRow(total);
        }
        blocks.append(table);
    }

    // One that has returned all that it got, or took over a redo alone, was not dispatched to.
    [[nodiscard]] static bool isPrinted(const DepartmentFigures &row) { return row.dispatched > 0; }

    [[nodiscard]] qint64 sumOf(qint64 DepartmentFigures::*figure) const
    {
        qint64 sum = 0;
        for (const DepartmentFigures &row : m_figures.byDepartment)
            sum += isPrinted(row) ? row.*figure : 0;
        return sum;
    }

    [[nodiscard]] Ratio sumOf(Ratio DepartmentFigures::*rate) const
    {
        Ratio sum;
        for (const DepartmentFigures &row : m_figures.byDepartment) {
            if (!isPrinted(row))
                continue;
            sum.numerator += (row.*rate).numerator;
            sum.denominator += (row.*rate).denominator;
        }
        return sum;
    }

    [[nodiscard]] static WordingScope departmentScope(const DepartmentFigures &row)
    {
        const auto key = [&row](Measure measure) { return FigureKey{.measure = measure, .row = row.id.value()}; };
        const FollowUpFigures &followUp = row.followUp;
        WordingScope scope{
            {u"name"_s, word(row.name)},
            {u"group"_s, word(row.group)},
            {u"dispatched"_s, word(row.dispatched, key(Measure::ByDepartment))},
            {u"closed"_s, word(row.closed, key(Measure::ByDepartmentClosed))},
            {u"open"_s, word(row.open, key(Measure::ByDepartmentOpen))},
            {u"closure_rate"_s, word(row.closureRate, key(Measure::ByDepartmentClosed))},
            {u"on_time_rate"_s, word(row.onTimeRate, key(Measure::ByDepartmentOnTime))},
            {u"returned"_s, word(row.returned, key(Measure::ByDepartmentReturned))},
            {u"redone"_s, word(row.redone, key(Measure::ByDepartmentRedone))},
            {u"extended"_s, word(row.extended, key(Measure::ByDepartmentExtended))},
            {u"return_rate"_s, word(row.returnRate, key(Measure::ByDepartmentReturned))},
            {u"redo_rate"_s, word(row.redoRate, key(Measure::ByDepartmentRedone))},
            {u"extension_rate"_s, word(row.extensionRate, key(Measure::ByDepartmentExtended))},
            {u"reached"_s, word(followUp.reached, key(Measure::ByDepartmentFollowUpReached))},
            {u"rated"_s, word(followUp.rated, key(Measure::ByDepartmentFollowUpRated))},
            {u"follow_up_due"_s, word(followUp.due, key(Measure::ByDepartmentFollowUpDue))},
            {u"tried"_s, word(followUp.tried, key(Measure::ByDepartmentFollowUpTried))},
            {u"satisfied"_s, word(followUp.satisfactionRate.numerator, key(Measure::ByDepartmentFollowUpSatisfied))},
            {u"solved"_s, word(followUp.solvedRate.numerator, key(Measure::ByDepartmentFollowUpSolved))},
            {u"follow_up_rate"_s, word(followUp.followUpRate, key(Measure::ByDepartmentFollowUpTried))},
            {u"reached_rate"_s, word(followUp.reachedRate, key(Measure::ByDepartmentFollowUpReached))},
            {u"satisfaction_rate"_s, word(followUp.satisfactionRate, key(Measure::ByDepartmentFollowUpSatisfied))},
            {u"solved_rate"_s, word(followUp.solvedRate, key(Measure::ByDepartmentFollowUpSolved))}};
        scope.insert(
            handlingWords(row.handling, key(Measure::ByDepartmentLed), key(Measure::ByDepartmentEnterpriseLed)));
        return scope;
    }

    void addChart(QList<BulletinBlock> &blocks, const QJsonObject &section)
    {
        static const QHash<QString, BulletinChart::Kind> kinds{{u"categories"_s, BulletinChart::Kind::Categories},
                                                               {u"departments"_s, BulletinChart::Kind::Departments},
                                                               {u"types"_s, BulletinChart::Kind::RequestTypes},
                                                               {u"channels"_s, BulletinChart::Kind::Channels},
                                                               {u"days"_s, BulletinChart::Kind::Days}};
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
    Wording m_wording;
    Statistics m_figures;
    BulletinFacts m_facts;
};

} // namespace

BulletinDocument composeBulletin(CaseFile &file, const BulletinRequest &request, const Progress &progress)
{
    const ReadTransaction oneState(file.database());
    return Composer(file, request).compose(progress);
}

} // namespace huiyin
