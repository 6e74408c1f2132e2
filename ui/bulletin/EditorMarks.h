// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/EditorText.h"

#include <QList>
#include <QString>
#include <QTextCursor>
#include <QTextEdit>

#include <optional>

namespace huiyin {

// A place of a bulletin that somebody is to look at: what can't be right, or what tells too much of a citizen.
struct TextMark
{
    enum class Tone { Error, Doubtful, Privacy };

    qsizetype block = 0; // of BulletinDocument::blocks; -1: the title of the bulletin
    int row = -1;        // of a table, its heading not counted; -1: no table, or the table's title
    int column = -1;
    int start = 0; // UTF-16 units of the text there
    int length = 0;
    Tone tone = Tone::Error;
    QString message{};
};

// Marks where they stand in the text; they move with it while somebody writes.
class EditorMarks
{
public:
    void set(const EditorText &text, const QList<TextMark> &marks);
    [[nodiscard]] qsizetype count() const { return m_placed.size(); }
    [[nodiscard]] const TextMark &mark(qsizetype index) const { return m_placed[index].mark; }
    // What is marked; nothing is selected when its words are gone.
    [[nodiscard]] QTextCursor place(qsizetype index) const { return m_placed[index].place; }
    [[nodiscard]] std::optional<qsizetype> at(int position) const;
    [[nodiscard]] bool hasPrivacyIn(const QTextCursor &selection) const; // TextMark::Tone::Privacy
    [[nodiscard]] QList<QTextEdit::ExtraSelection> selections() const;

private:
    struct Placed
    {
        TextMark mark{};
        QTextCursor place{};
    };
    QList<Placed> m_placed;
};

} // namespace huiyin
