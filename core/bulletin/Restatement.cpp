// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/CellNames.h"
#include "bulletin/Publication.h"
#include "statistics/StatisticsBuilder.h"
#include "storage/BulletinRepository.h"
#include "storage/CallRepository.h"
#include "storage/CaseFile.h"
#include "storage/Database.h"
#include "storage/TicketRepository.h"
#include "storage/Transaction.h"

#include <QSet>

#include <algorithm>
#include <iterator>
#include <tuple>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// The words around a figure up to the next stop: 受理6610件
QString contextOf(const QList<BulletinSpan> &spans, qsizetype index)
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
    return before.last(last - before.crbegin()) + spans[index].text + after.first(first - after.cbegin());
}

// What stands in a cell of another state of its table. Rows are found by what they tell of, in what was kept without that
// by their name.
std::optional<QString> sameCell(const BulletinDocument &document, const BulletinTable &table, qsizetype row,
                                qsizetype column)
{
    if (table.origin.isEmpty()) // the editor's own
        return std::nullopt;
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

// What a chart prints behind a bar: 765（17.2%）
QString printedBar(const ChartBar &bar)
{
    return bar.note.isEmpty() ? bar.valueText() : QString(bar.valueText() + u'（' + bar.note + u'）');
}

void compareBars(Restatement &restatement, const BulletinChart &chart, qsizetype block,
                 const BulletinDocument &composed)
{
    const auto same = std::ranges::find_if(composed.blocks, [&](const BulletinBlock &one) {
        return !chart.origin.isEmpty() && originOf(one) == chart.origin && std::holds_alternative<BulletinChart>(one);
    });
    if (same == composed.blocks.cend())
        return;
    const QList<ChartBar> &later = std::get<BulletinChart>(*same).bars.bars;
    for (qsizetype i = 0; i < chart.bars.bars.size(); ++i) {
        const ChartBar &bar = chart.bars.bars[i];
        if (!bar.figure)
            continue;
        const auto now = std::ranges::find(later, bar.figure, &ChartBar::figure);
        const QString text = now == later.cend() ? QString() : printedBar(*now);
        if (text != printedBar(bar)) {
            restatement.texts.append({.block = block,
                                      .row = static_cast<int>(i),
                                      .context = bar.label,
                                      .before = printedBar(bar),
                                      .now = text,
                                      .figure = *bar.figure});
        }
    }
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
    const auto ids = idsBehind(file, frozenQuestion(published.record), keys, progress);
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
    // A sentence with every figure of it as it would be printed now.
    const auto asNow = [&](QList<BulletinSpan> spans) -> QList<BulletinSpan> {
        for (BulletinSpan &span : spans) {
            if (span.figure && !span.overtyped && !span.form.isEmpty())
                span.text = printed(span).value_or(span.text);
        }
        return spans;
    };
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
        restatement.texts.append(
            {.block = block,
             .row = row,
             .column = column,
             .context = row < 0 ? contextOf(spans, index)
                                : cellName(std::get<BulletinTable>(published.document.blocks[block]), row, column),
             .before = span.text,
             .now = now.value_or(QString()),
             .contextNow = row < 0 && now ? contextOf(asNow(spans), index) : QString(),
             .figure = *span.figure});
    };
    for (qsizetype i = 0; i < published.document.blocks.size(); ++i) {
        const BulletinBlock &block = published.document.blocks[i];
        if (const auto *chart = std::get_if<BulletinChart>(&block))
            compareBars(restatement, *chart, i, composed);
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
    BulletinTable bars{.title = u"图中数据更正"_s, .header = {u"图"_s, u"项目"_s, u"原数"_s, u"现数"_s}};
    for (const RestatedText &text : restatement.texts) {
        const auto *chart = std::get_if<BulletinChart>(&document.blocks[text.block]);
        if (!chart)
            continue;
        bars.rows.append({{.text = chart->title.isEmpty() ? chart->bars.title : chart->title},
                          {.text = text.context},
                          {.text = text.before},
                          {.text = text.now.isEmpty() ? u"—"_s : text.now}});
    }
    if (!bars.rows.isEmpty())
        note.blocks.append(bars);

    // The tickets behind all of its figures; a figure of calls has none of its own.
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
