// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"
#include "bulletin/EditorFormat.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QTextBlock>
#include <QTextCursor>

#include <optional>

class QTextDocument;
class QTextTable;

namespace huiyin {

// A bulletin as a text that can be written in, and back. What nobody has touched is given back as it came: the blocks
// are remembered as they came, each paragraph and table knows which one it was.
class EditorText
{
public:
    explicit EditorText(QTextDocument *document);

    void write(const BulletinDocument &document); // nothing of it can be undone
    [[nodiscard]] BulletinDocument read() const;
    // Makes the text another bulletin by the smallest change of it, which is one step to undo. `kept` stays where it
    // stands, as far as there is such a place.
    void update(const BulletinDocument &merged, QTextCursor *kept);

    // Where a block of the bulletin stands. Of a table `block` is the line of its title, invalid when it has none.
    struct Place
    {
        QTextBlock block{};
        QTextTable *table = nullptr;
        [[nodiscard]] int position() const;
    };
    // In the order of read().blocks. Empty paragraphs that somebody has typed are none.
    [[nodiscard]] QList<Place> places() const;
    [[nodiscard]] qsizetype placeAt(int position) const; // -1: the title; in an empty paragraph: the one before
    [[nodiscard]] BulletinBlock blockOf(const Place &place) const;
    [[nodiscard]] QTextBlock titleBlock() const;

    // A linked figure gets a number of its own; plain words get no properties.
    QTextCharFormat formatOf(const BulletinSpan &span);
    void insertSpans(QTextCursor &cursor, const QList<BulletinSpan> &spans);

    // Behind a place, -1: behind the title. Gives where the last of them ends.
    int insertAfter(qsizetype place, const QList<BulletinBlock> &blocks, QTextCursor *kept = nullptr);
    void remove(const Place &place);

    [[nodiscard]] const BulletinChart *chart(int part) const;
    [[nodiscard]] const BulletinTable *table(const QTextTable *table) const; // as it came
    [[nodiscard]] const BulletinDocument &head() const { return m_head; }    // without its blocks
    [[nodiscard]] QTextDocument *document() const { return m_document; }

private:
    [[nodiscard]] bool isLeftOut(const QTextBlock &block) const;
    [[nodiscard]] const BulletinBlock *cameAs(int part) const; // nullptr: the editor's own
    void comesAs(int part, const BulletinBlock &now);
    [[nodiscard]] BulletinTable readTable(const Place &place) const;
    int keep(const BulletinBlock &block);
    // `isFresh`: the cursor stands in an empty paragraph that is there to be filled.
    void put(QTextCursor &cursor, const BulletinBlock &block, bool &isFresh);
    void putTable(QTextCursor &cursor, const BulletinTable &table, bool &isFresh);
    static void begin(QTextCursor &cursor, const QTextBlockFormat &format, bool &isFresh);
    void updateBlock(const Place &place, const BulletinBlock &now, QTextCursor *kept);
    void updateText(const QTextBlock &block, const QList<BulletinSpan> &now, QTextCursor *kept);
    void replace(int start, int length, const QList<BulletinSpan> &spans, QTextCursor *kept);

    [[nodiscard]] BulletinDocument readNow() const;

    QTextDocument *m_document;
    QObject m_watch;                                // ends with this what the document is heard for
    mutable std::optional<BulletinDocument> m_read; // until something is written
    BulletinDocument m_head;
    // As each came, the newest last. They only ever grow: what is undone may need an earlier one again.
    QHash<int, QList<BulletinBlock>> m_parts;
    int m_lastPart = 0;
    int m_lastSpan = 0;
};

} // namespace huiyin
