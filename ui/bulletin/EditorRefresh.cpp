// SPDX-License-Identifier: GPL-3.0-or-later
// How the text of an editor becomes that of another bulletin with the smallest change.
#include "bulletin/EditorText.h"

#include <QTextDocument>
#include <QTextTable>

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

using Pairs = QList<std::pair<qsizetype, qsizetype>>;

// The most that two lists have in common, in order: pairs of their places.
template <class T, class Alike>
Pairs commonPlaces(const QList<T> &one, const QList<T> &other, Alike alike)
{
    Pairs pairs;
    qsizetype from = 0;
    qsizetype oneEnd = one.size();
    qsizetype otherEnd = other.size();
    while (from < oneEnd && from < otherEnd && alike(one[from], other[from])) {
        pairs.append({from, from});
        ++from;
    }
    Pairs last;
    while (oneEnd > from && otherEnd > from && alike(one[oneEnd - 1], other[otherEnd - 1]))
        last.prepend({--oneEnd, --otherEnd});
    const auto rows = static_cast<size_t>(oneEnd - from);
    const auto columns = static_cast<size_t>(otherEnd - from);
    std::vector<std::vector<int>> longest(rows + 1, std::vector<int>(columns + 1, 0));
    const auto at = [from](size_t i) { return from + static_cast<qsizetype>(i); };
    for (size_t i = rows; i-- > 0;) {
        for (size_t k = columns; k-- > 0;) {
            longest[i][k] = alike(one[at(i)], other[at(k)]) ? longest[i + 1][k + 1] + 1
                                                            : std::max(longest[i + 1][k], longest[i][k + 1]);
        }
    }
    for (size_t i = 0, k = 0; i < rows && k < columns;) {
        if (alike(one[at(i)], other[at(k)])) {
            pairs.append({at(i), at(k)});
            ++i;
            ++k;
        } else if (longest[i + 1][k] >= longest[i][k + 1]) {
            ++i;
        } else {
            ++k;
        }
    }
    return pairs + last;
}

bool isPlain(const BulletinSpan &span)
{
    return !span.figure && span.form.isEmpty() && !span.overtyped;
}

// One that can be turned into the other where it stands.
bool canBecome(const BulletinBlock &one, const BulletinBlock &other)
{
    if (isSame(one, other))
        return true;
    if (one.index() != other.index() || originOf(one).isEmpty() || originOf(one) != originOf(other))
        return false;
    if (const auto *table = std::get_if<BulletinTable>(&one)) {
        const auto &second = std::get<BulletinTable>(other);
        return table->header == second.header && table->rows.size() == second.rows.size()
               && std::ranges::equal(table->rows, second.rows, {}, &QList<BulletinSpan>::size,
                                     &QList<BulletinSpan>::size);
    }
    return !std::holds_alternative<BulletinChart>(one);
}

} // namespace

void EditorText::replace(int start, int length, const QList<BulletinSpan> &spans, QTextCursor *kept)
{
    const auto isInside = [&](int position) { return position >= start && position <= start + length; };
    std::optional<std::pair<int, int>> inside; // the kept cursor's places, counted from `start`
    const bool atEnd = kept && kept->position() == start + length && length > 0;
    if (kept && isInside(kept->position()) && isInside(kept->anchor()))
        inside = {kept->anchor() - start, kept->position() - start};
    QTextCursor cursor(m_document);
    cursor.setPosition(start);
    cursor.setPosition(start + length, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    insertSpans(cursor, spans);
    if (inside) {
        const int now = cursor.position() - start;
        kept->setPosition(start + std::min(inside->first, now));
        kept->setPosition(start + (atEnd ? now : std::min(inside->second, now)), QTextCursor::KeepAnchor);
        if (inside->first == inside->second)
            kept->setPosition(kept->position());
    }
}

void EditorText::updateText(const QTextBlock &block, const QList<BulletinSpan> &now, QTextCursor *kept)
{
    const QList<PlacedSpan> placed = placedSpans(block);
    QList<BulletinSpan> were;
    for (const PlacedSpan &one : placed)
        were.append(one.span);
    const QList<BulletinSpan> become = joinedSpans(now);
    Pairs pairs = commonPlaces(were, become, [](const auto &one, const auto &other) { return one == other; });
    pairs.append({were.size(), become.size()});
    // From the end, so that what comes before stays where it is.
    for (qsizetype i = pairs.size() - 1; i >= 0; --i) {
        const auto [oldEnd, newEnd] = pairs[i];
        const qsizetype oldFrom = i == 0 ? 0 : pairs[i - 1].first + 1;
        const qsizetype newFrom = i == 0 ? 0 : pairs[i - 1].second + 1;
        const auto startOf = [&](qsizetype span) {
            return block.position() + (span < placed.size() ? placed[span].start : block.length() - 1);
        };
        if (oldEnd - oldFrom == newEnd - newFrom) {
            for (qsizetype k = oldEnd - oldFrom - 1; k >= 0; --k) {
                const PlacedSpan &old = placed[oldFrom + k];
                BulletinSpan next = become[newFrom + k];
                int start = startOf(oldFrom + k);
                int length = old.length;
                if (isPlain(old.span) && isPlain(next)) {
                    // Of words only those that differ.
                    const QString were16 = inEditor(old.span.text);
                    const QString next16 = inEditor(next.text);
                    const qsizetype most = std::min(were16.size(), next16.size());
                    qsizetype front = 0;
                    while (front < most && were16[front] == next16[front])
                        ++front;
                    qsizetype back = 0;
                    while (back < most - front && were16[were16.size() - 1 - back] == next16[next16.size() - 1 - back])
                        ++back;
                    start += static_cast<int>(front);
                    length -= static_cast<int>(front + back);
                    next.text = next16.sliced(front, next16.size() - front - back);
                }
                replace(start, length, {next}, kept);
            }
        } else {
            const int start = startOf(oldFrom);
            replace(start, startOf(oldEnd) - start, become.sliced(newFrom, newEnd - newFrom), kept);
        }
    }
}

void EditorText::updateBlock(const Place &place, const BulletinBlock &now, QTextCursor *kept)
{
    const BulletinBlock was = blockOf(place);
    comesAs(place.table ? place.table->format().intProperty(PartProperty) : partOf(place.block), now);
    if (isSame(was, now))
        return;
    if (const auto *paragraph = std::get_if<BulletinParagraph>(&now)) {
        updateText(place.block, paragraph->spans, kept);
    } else if (const auto *heading = std::get_if<BulletinHeading>(&now)) {
        updateText(place.block, {{.text = heading->text}}, kept);
        if (levelOf(place.block) != heading->level) {
            QTextCursor(place.block)
                .setBlockFormat(paragraphFormat(m_document, EditorKind::Heading, heading->level, partOf(place.block)));
        }
    } else if (const auto *table = std::get_if<BulletinTable>(&now)) {
        const auto &before = std::get<BulletinTable>(was);
        const int headers = table->header.isEmpty() ? 0 : 1;
        for (qsizetype row = 0; row < table->rows.size(); ++row) {
            for (qsizetype column = 0; column < table->rows[row].size(); ++column) {
                const BulletinSpan &cell = table->rows[row][column];
                if (cell == before.rows[row][column])
                    continue;
                const QTextTableCell shown =
                    place.table->cellAt(static_cast<int>(row) + headers, static_cast<int>(column));
                updateText(shown.firstCursorPosition().block(), {cell}, kept);
            }
        }
        if (place.block.isValid() && table->title != before.title)
            updateText(place.block, {{.text = table->title}}, kept);
    }
}

void EditorText::update(const BulletinDocument &merged, QTextCursor *kept)
{
    const auto all = places();
    QList<BulletinBlock> were;
    for (const Place &place : all)
        were.append(blockOf(place));
    m_read.reset();
    m_head = merged;
    m_head.blocks.clear();
    const bool sameTitle = outOfEditor(titleBlock().text()) == outOfEditor(inEditor(merged.title));
    if (sameTitle && std::ranges::equal(were, merged.blocks, isSame)) {
        for (qsizetype i = 0; i < all.size(); ++i)
            updateBlock(all[i], merged.blocks[i], kept);
        m_read.reset(); // what came may be another one below the same words
        return;
    }
    QTextCursor step(m_document);
    step.beginEditBlock();
    Pairs pairs = commonPlaces(were, merged.blocks, canBecome);
    pairs.append({were.size(), merged.blocks.size()});
    for (qsizetype i = pairs.size() - 1; i >= 0; --i) {
        const auto [oldEnd, newEnd] = pairs[i];
        const qsizetype oldFrom = i == 0 ? 0 : pairs[i - 1].first + 1;
        const qsizetype newFrom = i == 0 ? 0 : pairs[i - 1].second + 1;
        if (oldEnd < were.size())
            updateBlock(all[oldEnd], merged.blocks[newEnd], kept);
        for (qsizetype k = oldEnd - 1; k >= oldFrom; --k)
            remove(all[k]);
        if (newEnd > newFrom)
            insertAfter(oldFrom - 1, merged.blocks.sliced(newFrom, newEnd - newFrom), kept);
    }
    if (!sameTitle)
        updateText(titleBlock(), {{.text = merged.title}}, kept);
    step.endEditBlock();
    m_read.reset();
}

} // namespace huiyin
