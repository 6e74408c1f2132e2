// SPDX-License-Identifier: GPL-3.0-or-later
// What the editor offers: its keys and its menu.
#include "bulletin/BulletinEditor.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace huiyin {

void BulletinEditor::makeActions()
{
    const auto add = [this](const QString &name, const QString &text, const QKeySequence &key, auto what) {
        auto *action = new QAction(text, this);
        action->setObjectName(u"bulletin.editor."_s + name);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, what);
        addAction(action);
        return action;
    };
    m_openFigure = add(u"openFigure"_s, tr("&Open the tickets behind the figure"),
                       QKeySequence(Qt::ALT | Qt::Key_Return), [this] { openFigure(); });
    m_putBack = add(u"putBack"_s, tr("Put the &figure back"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_F),
                    [this] { putBack(textCursor().position()); });
    const QString levels[] = {tr("&Paragraph"), tr("Heading &1"), tr("Heading &2"), tr("Heading &3")};
    for (int level = 0; level < 4; ++level) {
        QAction *action = add(u"heading%1"_s.arg(level), levels[level],
                              QKeySequence(Qt::CTRL | Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + level)),
                              [this, level] { setHeadingLevel(level); });
        action->setCheckable(true);
        m_headings.append(action);
    }
}

void BulletinEditor::cursorMoved()
{
    if (!m_stepping) {
        m_openSpan = 0;
        m_typedTo = -1;
        m_composingFormat.reset();
    }
    const auto figure = figureAt(textCursor().position());
    m_openFigure->setEnabled(figure.has_value());
    m_putBack->setEnabled(figure && figure->span.overtyped && !isReadOnly());
    const QTextBlock block = textCursor().block();
    const bool isParagraph = kindOf(block) == EditorKind::Text || kindOf(block) == EditorKind::Heading;
    for (int level = 0; level < m_headings.size(); ++level) {
        m_headings[level]->setEnabled(isParagraph && !isReadOnly());
        m_headings[level]->setChecked(isParagraph && levelOf(block) == level);
    }
}

void BulletinEditor::openFigure()
{
    if (const auto figure = figureAt(textCursor().position()))
        Q_EMIT figureRequested(*figure->span.figure);
}

void BulletinEditor::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    if (byMouse) {
        const QTextCursor there = cursorForPosition(event->pos());
        const QTextCursor now = textCursor();
        if (there.position() < now.selectionStart() || there.position() > now.selectionEnd())
            setTextCursor(there);
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](const QString &text, QKeySequence::StandardKey key, bool enabled, auto what) {
        QAction *action = menu->addAction(text);
        action->setShortcut(QKeySequence(key));
        action->setEnabled(enabled);
        connect(action, &QAction::triggered, this, what);
    };
    const bool writes = !isReadOnly();
    const bool selected = textCursor().hasSelection();
    if (figureAt(textCursor().position())) {
        menu->addAction(m_openFigure);
        menu->addAction(m_putBack);
        menu->addSeparator();
    }
    add(tr("&Undo"), QKeySequence::Undo, writes && QTextEdit::document()->isUndoAvailable(), [this] { undo(); });
    add(tr("&Redo"), QKeySequence::Redo, writes && QTextEdit::document()->isRedoAvailable(), [this] { redo(); });
    menu->addSeparator();
    add(tr("Cu&t"), QKeySequence::Cut, writes && selected, [this] { cutSelection(); });
    add(tr("&Copy"), QKeySequence::Copy, selected, [this] { copy(); });
    add(tr("Pa&ste"), QKeySequence::Paste, writes && canPaste(), [this] { paste(); });
    add(tr("Select &all"), QKeySequence::SelectAll, true, [this] { selectAll(); });
    menu->addSeparator();
    menu->addActions(m_headings);
    menu->popup(byMouse ? event->globalPos() : viewport()->mapToGlobal(cursorRect().bottomLeft()));
    event->accept();
}

} // namespace huiyin
