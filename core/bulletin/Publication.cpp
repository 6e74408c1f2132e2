// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/Publication.h"

#include "bulletin/BulletinJson.h"
#include "casework/Recorder.h"
#include "statistics/StatisticsBuilder.h"
#include "storage/BulletinRepository.h"
#include "storage/CallRepository.h"
#include "storage/CaseFile.h"
#include "storage/Database.h"
#include "storage/TicketRepository.h"
#include "storage/Transaction.h"

#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Bulletin)
};

// Frozen whether they are printed or not: those that are asked for years later.
constexpr std::array usual = {
    Measure::Calls,          Measure::Accepted,          Measure::Closed,          Measure::Open,
    Measure::Merged,         Measure::AnsweredDirectly,  Measure::Dispatched,      Measure::DispatchedClosed,
    Measure::DispatchedOpen, Measure::FollowUpDue,       Measure::FollowUpReached, Measure::FollowUpRated,
    Measure::CategoryBase,   Measure::FollowUpSatisfied, Measure::DispatchedOnTime};

Question questionOf(const Bulletin &record)
{
    return {.period = record.period,
            .cutOff = record.cutOff,
            .excludedTopics = record.excludedTopics.value_or(QList<TopicId>()),
            .withChange = false};
}

QList<FrozenFigure> freeze(CaseFile &file, const Question &question, const QList<FigureKey> &figures,
                           const Progress &progress)
{
    const auto ids = idsBehind(file, question, figures, progress);
    QList<FrozenFigure> frozen;
    for (const FigureKey figure : figures) {
        const QList<qint64> &items = ids[figure];
        frozen.append({.figure = figureCode(figure), .value = items.size(), .items = items});
    }
    return frozen;
}

// What was composed goes on telling of cases that the editor has taken out, and says names that only he gives away.
BulletinDocument composedForOthers(CaseFile &file, const BulletinDraft &draft, const BulletinDocument &composed,
                                   const KnownCitizens &citizens)
{
    QList<TicketId> cases = casesIn(draft.document);
    const QList<TicketId> before = casesIn(composed);
    for (const TicketId ticket : before) {
        if (!cases.contains(ticket))
            cases.append(ticket);
    }
    KnownCitizens all = citizensOfCases(file, cases);
    const auto given = personalPlacesOf(draft.document, citizens, draft.decisions.masks);
    for (const DocumentPersonalPlace &one : given) {
        if (one.place.kind == PersonalPlace::Kind::Name)
            (one.place.certain ? all.names : all.doubtfulNames).append(one.place.text);
    }
    return published(composed, all, draft.decisions.masks);
}

// What must be mended, explained or decided first.
std::optional<Refusal> notReady(const BulletinDraft &draft, const FigurePrinter &printer, const KnownCitizens &citizens)
{
    const DocumentReview review = reviewDocument(draft.document, printer);
    const auto findings = stopping(review, draft.decisions);
    if (!findings.isEmpty()) {
        return Refusal{
            Text::tr("%n finding(s) are neither mended nor explained: %1", nullptr, static_cast<int>(findings.size()))
                .arg(findings.first().finding.message),
            u"findings"_s};
    }
    const auto open =
        undecided(personalPlacesOf(draft.document, citizens, draft.decisions.masks), draft.decisions.masks);
    if (!open.isEmpty()) {
        return Refusal{Text::tr("%n place(s) may be a citizen's data and are not decided yet: “%1”.", nullptr,
                                static_cast<int>(open.size()))
                           .arg(open.first().place.text),
                       u"masking"_s};
    }
    return std::nullopt;
}

// What the head and the foot of the pages say.
bool sameFrame(const BulletinDocument &a, const BulletinDocument &b)
{
    return a.masthead == b.masthead && a.issueLine == b.issueLine && a.office == b.office && a.date == b.date
           && a.title == b.title && a.imprint == b.imprint;
}

// The words around a figure up to the next stop: 受理6610件
QString contextOf(const QList<BulletinSpan> &spans, qsizetype index, const QString &figure)
{
    static constexpr QStringView stops = u"，；。：（）、\n";
    QString before;
    for (qsizetype i = 0; i < index; ++i)
        before += spans[i].text;
    QString after;
    for (qsizetype i = index + 1; i < spans.size(); ++i)
        after += spans[i].text;
    const auto isStop = [](QChar c) { return stops.contains(c); };
    const auto last = std::find_if(before.crbegin(), before.crend(), isStop);
    const auto first = std::find_if(after.cbegin(), after.cend(), isStop);
    return before.last(last - before.crbegin()) + figure + after.first(first - after.cbegin());
}

// What stands in a cell of another state of its table. Rows are found by what they tell of, in what was kept without that
// by their name.
std::optional<QString> sameCell(const BulletinDocument &document, const BulletinTable &table, qsizetype row,
                                qsizetype column)
{
    const auto block = std::ranges::find(document.blocks, table.origin, originOf);
    const auto *other = block == document.blocks.end() ? nullptr : std::get_if<BulletinTable>(&*block);
    if (!other)
        return std::nullopt;
    const bool byKeys = table.cellKeys.size() == table.rows.size() && other->cellKeys.size() == other->rows.size();
    const auto nameOfRow = [&](const BulletinTable &one, qsizetype i) -> QString {
        return byKeys ? one.cellKeys[i].value(column) : one.rows[i].value(0).text;
    };
    const QString name = nameOfRow(table, row);
    qsizetype nth = 0;
    for (qsizetype i = 0; i < row; ++i)
        nth += nameOfRow(table, i) == name ? 1 : 0;
    for (qsizetype i = 0; i < other->rows.size(); ++i) {
        if (nameOfRow(*other, i) == name && nth-- == 0)
            return other->rows[i].value(column).text;
    }
    return std::nullopt;
}

// Of what a figure counts: the tickets, or those that its calls led to.
QList<TicketId> ticketsOf(CaseFile &file, FigureKey figure, const QList<qint64> &items)
{
    QList<TicketId> tickets;
    if (!countsCalls(figure.measure)) {
        for (const qint64 item : items)
            tickets.append(TicketId(item));
        return tickets;
    }
    QList<CallId> calls;
    for (const qint64 item : items)
        calls.append(CallId(item));
    return CallRepository(file.database()).ticketsOf(calls, Progress());
}

} // namespace

QList<FigureKey> frozenFigures(const BulletinDocument &document)
{
    QSet<FigureKey> keys;
    const auto add = [&keys](const std::optional<FigureKey> &figure) {
        if (figure)
            keys.insert(*figure);
    };
    for (const Measure measure : usual)
        keys.insert({.measure = measure});
    for (const BulletinBlock &block : document.blocks) {
        if (const auto *paragraph = std::get_if<BulletinParagraph>(&block)) {
            for (const BulletinSpan &span : paragraph->spans)
                add(span.figure);
        } else if (const auto *table = std::get_if<BulletinTable>(&block)) {
            for (const auto &row : table->rows) {
                for (const BulletinSpan &cell : row)
                    add(cell.figure);
            }
        } else if (const auto *chart = std::get_if<BulletinChart>(&block)) {
            for (const ChartBar &bar : chart->bars.bars)
                add(bar.figure);
        }
    }
    QList<FigureKey> figures(keys.cbegin(), keys.cend());
    std::ranges::sort(figures, [](FigureKey a, FigureKey b) {
        return std::tuple(a.measure, a.row, a.sub) < std::tuple(b.measure, b.row, b.sub);
    });
    return figures;
}

Outcome<SavedBulletin> publishBulletin(CaseBook &book, BulletinId id, qint64 version, const Progress &progress)
{
    if (auto refusal = book.checkRight(Command::PublishBulletin))
        return *refusal;
    CaseFile &file = book.file();
    const BulletinRepository bulletins(file.database());
    Transaction transaction(file.database());
    const auto draft = bulletinOf(file, id);
    if (!draft)
        return Refusal{Text::tr("This bulletin is not there any more.")};
    Bulletin record = draft->record;
    if (record.state == BulletinState::Published)
        return Refusal{Text::tr("This bulletin has been published; it doesn't change any more.")};
    if (record.version != version) {
        return Refusal{.reason = Text::tr("Somebody has changed this bulletin since you opened it. Read it once more "
                                          "before you publish it."),
                       .kind = Refusal::Kind::Outdated};
    }
    if (record.issue && bulletins.published(record.series, record.year(), record.isExtra, *record.issue)) {
        return Refusal{Text::tr("Issue %1 of this year has been published already. Give this one another number.")
                           .arg(*record.issue),
                       u"issue"_s};
    }
    const Recomposed now = recomposed(file, *draft, progress);
    if (now.changedFigures > 0 || now.draft.document.blocks != draft->document.blocks) {
        return Refusal{.reason = Text::tr("The figures have changed since the bulletin was last shown. Take in the new "
                                          "ones and read it once more before you publish it."),
                       .kind = Refusal::Kind::Outdated};
    }
    if (!sameFrame(now.draft.document, draft->document)) {
        return Refusal{.reason = Text::tr("The number, the date or a name in the head of the bulletin isn't the one of "
                                          "now. Compose it anew and read it once more before you publish it."),
                       .kind = Refusal::Kind::Outdated};
    }

    const KnownCitizens citizens = citizensOfCases(file, casesIn(draft->document));
    if (auto refusal = notReady(*draft, printerOf(now.draft.composed), citizens))
        return *refusal;

    const Question &asked = now.draft.composed.figures.question;
    record.cutOff = now.draft.composed.figures.cutOff;
    record.excludedTopics = asked.excludedTopics;
    // What is kept is what goes out: nobody's data are in it.
    const BulletinDocument goingOut = published(draft->document, citizens, draft->decisions.masks);
    record.title = goingOut.title;
    record.document = toJson(goingOut);
    record.composed = toJson(composedForOthers(file, *draft, now.draft.composed, citizens));
    record.decisions = toJson(BulletinDecisions{.explained = draft->decisions.explained});
    record.publishedAt = book.clock().now();
    record.publishedBy = book.user();
    const QList<FrozenFigure> figures = freeze(file, questionOf(record), frozenFigures(draft->document), progress);
    for (const FrozenFigure &figure : figures)
        bulletins.putFigure(id, figure);
    bulletins.putCases(id, casesIn(draft->document));
    if (!bulletins.publish(record))
        return Refusal{Text::tr("The bulletin could not be published.")};
    QJsonObject details{{u"layout"_s, record.layout},
                        {u"period"_s, record.period.label()},
                        {u"figures"_s, figures.size()},
                        {u"explained"_s, draft->decisions.explained.size()},
                        {u"digest"_s, bulletins.frozenDigest(id)}};
    if (record.issue)
        details.insert(u"issue"_s, *record.issue);
    Recorder(file.database(), record.publishedAt, book.user())
        .record(u"bulletin"_s, id.value(), QString::fromLatin1(ruleOf(Command::PublishBulletin).action), details);
    stopIfCancelled(progress);
    transaction.commit();
    return SavedBulletin{.id = id, .version = version + 1, .changes = {.bulletins = true}};
}

QList<TicketId> frozenTickets(CaseFile &file, BulletinId id, FigureKey figure)
{
    const auto frozen = BulletinRepository(file.database()).figures(id);
    const auto found = std::ranges::find(frozen, figureCode(figure), &FrozenFigure::figure);
    return found == frozen.end() ? QList<TicketId>() : ticketsOf(file, figure, found->items);
}

QList<TicketId> restatedTickets(CaseFile &file, const RestatedFigure &figure)
{
    return ticketsOf(file, figure.figure, figure.added + figure.gone);
}

Restatement restatementOf(CaseFile &file, const BulletinDraft &published, const Progress &progress)
{
    const ReadTransaction oneState(file.database());
    Restatement restatement;
    const auto frozen = BulletinRepository(file.database()).figures(*published.record.id);
    QList<FigureKey> keys;
    for (const FrozenFigure &figure : frozen) {
        if (const auto key = figureFromCode(figure.figure))
            keys.append(*key);
    }
    const auto ids = idsBehind(file, questionOf(published.record), keys, progress);
    for (const FrozenFigure &figure : frozen) {
        const auto key = figureFromCode(figure.figure);
        if (!key || ids[*key] == figure.items)
            continue;
        const QList<qint64> &now = ids[*key];
        RestatedFigure changed{.figure = *key, .before = figure.value, .now = now.size()};
        std::ranges::set_difference(now, figure.items, std::back_inserter(changed.added));
        std::ranges::set_difference(figure.items, now, std::back_inserter(changed.gone));
        restatement.figures.append(changed);
    }
    std::ranges::sort(restatement.figures, [](const RestatedFigure &a, const RestatedFigure &b) {
        return std::tuple(a.figure.measure, a.figure.row, a.figure.sub)
               < std::tuple(b.figure.measure, b.figure.row, b.figure.sub);
    });

    // Changes against other periods, rates and means may be others though no figure of this period is.
    const BulletinDocument composed = composeBulletin(file, requestOf(published.record), progress);
    const FigurePrinter printed = printerOf(composed);
    const FigurePrinter printedThen = printerOf(published.composed);
    const auto compare = [&](const QList<BulletinSpan> &spans, qsizetype index, qsizetype block, int row, int column) {
        const BulletinSpan &span = spans[index];
        if (!span.figure || span.overtyped)
            return;
        std::optional<QString> now;
        if (!span.form.isEmpty()) {
            now = printed(span);
            if (!now && !printedThen(span)) // the editor's own, which nothing prints
                return;
        } else if (const auto *table = std::get_if<BulletinTable>(&published.document.blocks[block])) {
            // A cell of several figures, 3/5, is told as it was composed.
            now = sameCell(composed, *table, row, column);
            if (!now || sameCell(published.composed, *table, row, column) != span.text)
                return;
        } else {
            return;
        }
        if (now == span.text)
            return;
        restatement.texts.append({.block = block,
                                  .row = row,
                                  .column = column,
                                  .context = row < 0 ? contextOf(spans, index, span.text) : spans[0].text,
                                  .before = span.text,
                                  .now = now.value_or(QString()),
                                  .contextNow = row < 0 && now ? contextOf(spans, index, *now) : QString(),
                                  .figure = *span.figure});
    };
    for (qsizetype i = 0; i < published.document.blocks.size(); ++i) {
        const BulletinBlock &block = published.document.blocks[i];
        if (const auto *paragraph = std::get_if<BulletinParagraph>(&block)) {
            for (qsizetype span = 0; span < paragraph->spans.size(); ++span)
                compare(paragraph->spans, span, i, -1, -1);
        } else if (const auto *table = std::get_if<BulletinTable>(&block)) {
            for (qsizetype row = 0; row < table->rows.size(); ++row) {
                for (qsizetype column = 0; column < table->rows[row].size(); ++column)
                    compare(table->rows[row], column, i, static_cast<int>(row), static_cast<int>(column));
            }
        }
    }
    return restatement;
}

BulletinDocument correctionNote(CaseFile &file, const BulletinDraft &published, const Restatement &restatement,
                                QDate date)
{
    const BulletinDocument &document = published.document;
    const auto paragraph = [](const QString &text) { return BulletinParagraph{.spans = {{.text = text}}}; };
    const QString name = u'《' + document.masthead + u'》' + document.issueLine;
    BulletinDocument note{.masthead = document.masthead,
                          .office = file.office().name,
                          .date = date,
                          .title = u"关于"_s + name + u"有关数据的更正说明"_s,
                          .percentStyle = document.percentStyle};
    note.blocks.append(paragraph(name + u"于" + chineseDate(document.date)
                                 + u"印发。印发后因工单信息更正，以下数据有变化，现予更正，原文不再改动。"));
    int number = 0;
    for (const RestatedText &text : restatement.texts) {
        if (text.row >= 0)
            continue;
        const QString what = text.now.isEmpty() ? u"“%1”已不再统计"_s.arg(text.context)
                                                : u"“%1”更正为“%2”"_s.arg(text.context, text.contextNow);
        note.blocks.append(paragraph(QString::number(++number) + u'.' + what + u'。'));
    }
    BulletinTable cells{.title = u"表格数据更正"_s, .header = {u"表"_s, u"行"_s, u"栏"_s, u"原数"_s, u"现数"_s}};
    for (const RestatedText &text : restatement.texts) {
        const auto *table = text.row < 0 ? nullptr : std::get_if<BulletinTable>(&document.blocks[text.block]);
        if (!table)
            continue;
        cells.rows.append({{.text = table->title},
                           {.text = text.context},
                           {.text = table->header.value(text.column)},
                           {.text = text.before},
                           {.text = text.now.isEmpty() ? u"—"_s : text.now}});
    }
    if (!cells.rows.isEmpty())
        note.blocks.append(cells);

    // The whole office's accepted and closed tell which tickets it is about.
    QSet<qint64> tickets;
    for (const RestatedFigure &figure : restatement.figures) {
        if (countsCalls(figure.figure.measure))
            continue;
        tickets.unite(QSet<qint64>(figure.added.cbegin(), figure.added.cend()));
        tickets.unite(QSet<qint64>(figure.gone.cbegin(), figure.gone.cend()));
    }
    QList<TicketId> ids;
    for (const qint64 id : std::as_const(tickets))
        ids.append(TicketId(id));
    std::ranges::sort(ids);
    QStringList numbers;
    const auto rows = TicketRepository(file.database()).rows(ids);
    for (const auto &row : rows)
        numbers.append(row.number);
    std::ranges::sort(numbers);
    if (!numbers.isEmpty())
        note.blocks.append(paragraph(u"涉及工单%1件：%2。"_s.arg(numbers.size()).arg(numbers.join(u'、'))));
    return note;
}

} // namespace huiyin
