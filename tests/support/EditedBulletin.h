// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinEditor.h"
#include "support/Print.h"
#include "support/SampleBulletin.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QTextTable>

namespace huiyin::test {

// An editor in sight, with the keyboard.
struct OpenEditor
{
    explicit OpenEditor(const BulletinDocument &document = sampleBulletin())
    {
        editor.resize(700, 620);
        editor.setDocument(document);
        editor.show();
        editor.activateWindow();
        editor.setFocus();
        REQUIRE(QTest::qWaitForWindowActive(&editor));
    }

    [[nodiscard]] QTextDocument *text() const { return editor.QTextEdit::document(); }
    // Selects the words, from the beginning on.
    QTextCursor select(const QString &words)
    {
        const QTextCursor found = text()->find(words, 0, QTextDocument::FindCaseSensitively);
        REQUIRE(found.hasSelection());
        editor.setTextCursor(found);
        return found;
    }
    void standBefore(const QString &words, int characters = 0)
    {
        QTextCursor cursor = select(words);
        cursor.setPosition(cursor.selectionStart() + characters);
        editor.setTextCursor(cursor);
    }
    void standBehind(const QString &words)
    {
        QTextCursor cursor = select(words);
        cursor.setPosition(cursor.selectionEnd());
        editor.setTextCursor(cursor);
    }
    void key(Qt::Key one, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(&editor, one, modifiers);
    }
    void type(const QString &latin) { QTest::keyClicks(&editor, latin); }
    // As an input method gives Chinese.
    void compose(const QString &preedit, const QString &commit)
    {
        if (!preedit.isEmpty()) {
            QInputMethodEvent composing(preedit, {});
            QApplication::sendEvent(&editor, &composing);
        }
        QInputMethodEvent done;
        done.setCommitString(commit);
        QApplication::sendEvent(&editor, &done);
    }

    // The paragraph that holds the words.
    [[nodiscard]] BulletinParagraph paragraph(const QString &words) const
    {
        const BulletinDocument now = editor.document();
        for (const BulletinBlock &block : now.blocks) {
            const auto *one = std::get_if<BulletinParagraph>(&block);
            if (one && one->text().contains(words))
                return *one;
        }
        FAIL("no paragraph holds " << words.toStdString());
        return {};
    }
    // The span of that paragraph whose text holds the words.
    [[nodiscard]] BulletinSpan span(const QString &inParagraph, const QString &words) const
    {
        const BulletinParagraph one = paragraph(inParagraph);
        for (const BulletinSpan &span : one.spans) {
            if (span.text.contains(words))
                return span;
        }
        FAIL("no span holds " << words.toStdString());
        return {};
    }

    BulletinEditor editor;
};

template <class Block>
qsizetype firstOf(const BulletinDocument &document)
{
    for (qsizetype i = 0; i < document.blocks.size(); ++i) {
        if (std::holds_alternative<Block>(document.blocks[i]))
            return i;
    }
    return -1;
}

} // namespace huiyin::test
