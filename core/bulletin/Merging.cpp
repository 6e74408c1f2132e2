// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/Merging.h"

#include "bulletin/CellNames.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct PrintedFigure
{
    FigureKey figure{};
    QString form{};

    bool operator==(const PrintedFigure &) const = default;
};

size_t qHash(const PrintedFigure &printed, size_t seed = 0)
{
    return qHashMulti(seed, printed.figure, printed.form);
}

template <class Visit>
void eachSpan(const BulletinDocument &document, Visit visit)
{
    for (const BulletinBlock &block : document.blocks) {
        if (const auto *paragraph = std::get_if<BulletinParagraph>(&block)) {
            for (const BulletinSpan &span : paragraph->spans)
                visit(span);
        } else if (const auto *table = std::get_if<BulletinTable>(&block)) {
            for (const auto &row : table->rows) {
                for (const BulletinSpan &cell : row)
                    visit(cell);
            }
        }
    }
}

using Blocks = QHash<QString, const BulletinBlock *>;

Blocks byOrigin(const BulletinDocument &document)
{
    Blocks blocks;
    for (const BulletinBlock &block : document.blocks) {
        if (const QString origin = originOf(block); !origin.isEmpty())
            blocks.insert(origin, &block);
    }
    return blocks;
}

// What a paragraph says when its figures are left open: whether two of them differ in more than their figures.
QString skeleton(const BulletinBlock &block)
{
    QString text;
    if (const auto *paragraph = std::get_if<BulletinParagraph>(&block)) {
        for (const BulletinSpan &span : paragraph->spans)
            text += span.figure ? QString(u'{' + figureCode(*span.figure) + u' ' + span.form + u'}') : span.text;
    } else if (const auto *heading = std::get_if<BulletinHeading>(&block)) {
        text = heading->text;
    }
    return text;
}

// What an editor links himself: the categories of hot spots, which no sentence of the layout need print.
void addCategories(QHash<PrintedFigure, QStringList> &texts, const QList<CategoryFigures> &rows, PercentStyle style)
{
    const auto add = [&texts](const PrintedFigure &figure, const QString &text) {
        if (!texts.contains(figure))
            texts.insert(figure, {text});
    };
    for (const CategoryFigures &row : rows) {
        const FigureKey key{.measure = Measure::ByCategory, .row = row.id ? row.id->value() : 0};
        add({key, u"count"_s}, QString::number(row.count));
        add({key, u"share"_s}, percent(row.share, style));
        addCategories(texts, row.children, style);
    }
}

// A cell found again in another state of its table: what its row tells of, and the how many-eth of such cells it is. In
// a table that was kept without keys the name of the row has to do.
struct CellName
{
    QString key{};
    qsizetype occurrence = 0;

    bool operator==(const CellName &) const = default;
};

size_t qHash(const CellName &name, size_t seed = 0)
{
    return qHashMulti(seed, name.key, name.occurrence);
}

QList<QList<CellName>> cellNames(const BulletinTable &table, bool byKeys)
{
    QHash<QString, qsizetype> met;
    QList<QList<CellName>> names;
    for (qsizetype i = 0; i < table.rows.size(); ++i) {
        QList<CellName> row;
        for (qsizetype column = 0; column < table.rows[i].size(); ++column) {
            const QString key = byKeys ? table.cellKeys[i].value(column)
                                       : u"%1\n%2"_s.arg(QString::number(column), table.rows[i].value(0).text);
            row.append({.key = key, .occurrence = met[key]++});
        }
        names.append(row);
    }
    return names;
}

// One merge; counts what is printed otherwise.
class Merge
{
public:
    Merge(const BulletinDocument &before, const BulletinDocument &now, const FigurePrinter &printer)
        : m_before(byOrigin(before))
        , m_now(byOrigin(now))
        , m_printer(printer)
    {
    }

    [[nodiscard]] MergedBulletin of(const BulletinDocument &edited, const BulletinDocument &now)
    {
        for (const BulletinBlock &block : edited.blocks)
            addEdited(block);
        addNew(edited, now);
        return m_result;
    }

private:
    void addEdited(const BulletinBlock &block)
    {
        const QString origin = originOf(block);
        const BulletinBlock *before = m_before.value(origin);
        const BulletinBlock *now = m_now.value(origin);
        QList<BulletinBlock> &blocks = m_result.document.blocks;
        if (before && *before == block) { // nobody has touched it; without `now` its section is not printed any more
            if (now) {
                countChanges(block, *now);
                blocks.append(*now);
            }
            return;
        }
        if (now && std::holds_alternative<BulletinTable>(block) && std::holds_alternative<BulletinTable>(*now)) {
            blocks.append(tableWithEdits(std::get<BulletinTable>(block),
                                         before ? std::get_if<BulletinTable>(before) : nullptr,
                                         std::get<BulletinTable>(*now)));
            return;
        }
        if (now && std::holds_alternative<BulletinChart>(block)) {
            blocks.append(*now);
            return;
        }
        blocks.append(reprinted(block));
        if (before && now && skeleton(*before) != skeleton(*now))
            m_result.diverged.append(origin);
    }

    // What has come to be printed only now stands behind what stands before it in the layout. What the editor has deleted
    // was there before, and stays deleted.
    void addNew(const BulletinDocument &edited, const BulletinDocument &now)
    {
        QSet<QString> there;
        for (const BulletinBlock &block : edited.blocks)
            there.insert(originOf(block));
        QList<BulletinBlock> &blocks = m_result.document.blocks;
        for (qsizetype i = 0; i < now.blocks.size(); ++i) {
            const QString origin = originOf(now.blocks[i]);
            if (there.contains(origin) || m_before.contains(origin))
                continue;
            qsizetype place = 0;
            for (qsizetype earlier = i - 1; earlier >= 0 && place == 0; --earlier) {
                const auto found = std::ranges::find(blocks, originOf(now.blocks[earlier]), originOf);
                place = found == blocks.end() ? 0 : found - blocks.begin() + 1;
            }
            blocks.insert(place, now.blocks[i]);
        }
    }

    [[nodiscard]] BulletinSpan reprinted(BulletinSpan span)
    {
        if (!span.figure || span.form.isEmpty() || span.overtyped)
            return span;
        const auto text = m_printer(span);
        if (text && *text != span.text) {
            span.text = *text;
            ++m_result.changedFigures;
        }
        return span;
    }

    [[nodiscard]] BulletinBlock reprinted(const BulletinBlock &block)
    {
        BulletinBlock result = block;
        if (auto *paragraph = std::get_if<BulletinParagraph>(&result)) {
            for (BulletinSpan &span : paragraph->spans)
                span = reprinted(span);
        } else if (auto *table = std::get_if<BulletinTable>(&result)) {
            for (auto &row : table->rows) {
                for (BulletinSpan &cell : row)
                    cell = reprinted(cell);
            }
        }
        return result;
    }

    // The rows of now; a cell that the editor has changed keeps his text. The rows of `edited` stand as those of `before`
    // do, whatever he has called them. What he wrote in a row that isn't printed any more is told.
    [[nodiscard]] BulletinTable tableWithEdits(const BulletinTable &edited, const BulletinTable *before,
                                               const BulletinTable &now)
    {
        BulletinTable result = now;
        if (!before || edited.title != before->title)
            result.title = edited.title;
        if (!before || edited.header != before->header)
            result.header = edited.header;
        result.header.resize(now.header.size());
        const BulletinTable &was = before ? *before : edited; // its section was not printed the last time
        const bool byKeys = hasKeys(was) && hasKeys(now);
        const auto earlier = cellNames(was, byKeys);
        const auto later = cellNames(now, byKeys);
        QHash<CellName, std::pair<qsizetype, qsizetype>> places;
        for (qsizetype i = 0; i < later.size(); ++i) {
            for (qsizetype column = 0; column < later[i].size(); ++column)
                places.insert(later[i][column], {i, column});
        }
        bool lost = !before;
        for (qsizetype i = 0; i < qMin(edited.rows.size(), was.rows.size()); ++i) {
            for (qsizetype column = 0; column < qMin(earlier[i].size(), edited.rows[i].size()); ++column) {
                const BulletinSpan &cell = edited.rows[i][column];
                if (before ? cell == was.rows[i][column] : !cell.overtyped)
                    continue;
                if (const auto place = places.constFind(earlier[i][column]); place != places.cend())
                    result.rows[place->first][place->second] = cell;
                else
                    lost = true;
            }
        }
        if (lost)
            m_result.diverged.append(edited.origin);
        if (before)
            countChanges(BulletinBlock(*before), BulletinBlock(result));
        return result;
    }

    void countChanges(const BulletinBlock &before, const BulletinBlock &now)
    {
        const auto printed = [](const BulletinBlock &block) {
            QHash<PrintedFigure, QString> texts;
            BulletinDocument one;
            one.blocks = {block};
            eachSpan(one, [&texts](const BulletinSpan &span) {
                if (span.figure && !span.overtyped)
                    texts.insert({*span.figure, span.form}, span.text);
            });
            return texts;
        };
        if (before == now)
            return;
        const auto earlier = printed(before);
        const auto later = printed(now);
        for (auto i = later.cbegin(); i != later.cend(); ++i) {
            const auto found = earlier.constFind(i.key());
            if (found != earlier.cend() && *found != i.value())
                ++m_result.changedFigures;
        }
    }

    Blocks m_before;
    Blocks m_now;
    const FigurePrinter &m_printer;
    MergedBulletin m_result;
};

} // namespace

FigurePrinter printerOf(const BulletinDocument &document)
{
    // One form may be printed in several ways: 100% in a sentence is 100.00% in a table.
    QHash<PrintedFigure, QStringList> texts;
    eachSpan(document, [&texts](const BulletinSpan &span) {
        if (span.figure && !span.form.isEmpty() && !span.overtyped)
            texts[{*span.figure, span.form}].append(span.text);
    });
    addCategories(texts, document.figures.byCategory, document.percentStyle);
    return [texts](const BulletinSpan &span) -> std::optional<QString> {
        if (!span.figure)
            return std::nullopt;
        const auto found = texts.constFind({*span.figure, span.form});
        if (found == texts.cend())
            return std::nullopt;
        return found->contains(span.text) ? span.text : found->last();
    };
}

MergedBulletin merged(const BulletinDocument &edited, const BulletinDocument &before, const BulletinDocument &now,
                      const FigurePrinter &printer)
{
    MergedBulletin result = Merge(before, now, printer).of(edited, now);
    BulletinDocument &document = result.document;
    document.masthead = edited.masthead == before.masthead ? now.masthead : edited.masthead;
    document.title = edited.title == before.title ? now.title : edited.title;
    document.issueLine = now.issueLine;
    document.office = now.office;
    document.date = now.date;
    document.imprint = edited.imprint == before.imprint ? now.imprint : edited.imprint;
    document.percentStyle = now.percentStyle;
    document.figures = now.figures;
    return result;
}

} // namespace huiyin
