// SPDX-License-Identifier: GPL-3.0-or-later
// What comes into the editor: keys, input methods, clipboard, drops, the mouse.
#include "bulletin/BulletinEditor.h"
#include "bulletin/BulletinJson.h"
#include "bulletin/EditorEdits.h"
#include "bulletin/EditorLook.h"
#include "bulletin/EditorWords.h"
#include "domain/PersonalText.h"
#include "shell/ClipboardGuard.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QTextTable>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

const auto pieceFormat = u"application/x-huiyin-bulletin"_s;

// A tenth more or less.
qreal steppedZoom(qreal zoom, int steps)
{
    return (qRound(zoom * 10) + steps) / 10.0;
}

bool isWritten(const QKeyEvent *event)
{
    const QString text = event->text();
    if (text.isEmpty() || event->modifiers() == Qt::ControlModifier
        || event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier))
        return false;
    const char32_t first = text.toUcs4().constFirst();
    return QChar::isPrint(first) || QChar::category(first) == QChar::Other_PrivateUse
           || QChar::category(first) == QChar::Other_Format;
}

// As Qt does, but word by word as Chinese is written.
void moveOn(QTextCursor &cursor, QTextCursor::MoveOperation move, QTextCursor::MoveMode mode)
{
    const bool back = move == QTextCursor::PreviousWord;
    if (move == QTextCursor::NextWord ? !cursor.atBlockEnd() : back && !cursor.atBlockStart())
        cursor.setPosition((back ? wordBefore(cursor) : wordBehind(cursor)).position(), mode);
    else
        cursor.movePosition(move, mode);
}

// Numbers from 0 on, parted by commas.
QList<qint64> numbersIn(const QMimeData *data, const QString &format)
{
    QList<qint64> numbers;
    const auto given = data->data(format).split(',');
    for (const QByteArray &one : given) {
        bool isNumber = false;
        if (const qint64 value = one.trimmed().toLongLong(&isNumber); isNumber && value >= 0)
            numbers.append(value);
    }
    return numbers;
}

QList<TicketId> ticketsIn(const QMimeData *data)
{
    QList<TicketId> tickets;
    const auto ids = numbersIn(data, BulletinEditor::ticketFormat());
    for (const qint64 id : ids) {
        if (id > 0)
            tickets.append(TicketId(id));
    }
    return tickets;
}

} // namespace

QString BulletinEditor::ticketFormat()
{
    return u"application/x-huiyin-ticket"_s;
}

QString BulletinEditor::hotSpotFormat()
{
    return u"application/x-huiyin-hot-spot"_s;
}

void BulletinEditor::standBehind(qsizetype block)
{
    const auto places = m_text.places();
    const bool isThere = block >= 0 && block < places.size();
    QTextCursor cursor(m_text.titleBlock());
    if (isThere)
        cursor.setPosition(places[block].table ? places[block].table->lastPosition() : places[block].position());
    cursor.movePosition(QTextCursor::EndOfBlock);
    setTextCursor(cursor);
}

void BulletinEditor::type(const QString &text, std::optional<QTextCharFormat> format)
{
    const int typedTo = m_typedTo;
    step([&](QTextCursor &cursor) {
        const QTextCharFormat written = format.value_or(formatForTyping(cursor, m_openSpan));
        // What is typed in one go is one step to undo.
        if (!cursor.hasSelection() && cursor.position() == typedTo)
            cursor.joinPreviousEditBlock();
        else
            cursor.beginEditBlock();
        removeSelection(cursor);
        leaveChart(cursor);
        cursor.insertText(inEditor(text), written);
        cursor.endEditBlock();
        m_openSpan = written.intProperty(SpanProperty);
        m_typedTo = cursor.position();
    });
}

void BulletinEditor::cutSelection()
{
    if (!textCursor().hasSelection())
        return;
    copy();
    step([](QTextCursor &cursor) { removeSelection(cursor); });
}

void BulletinEditor::removeTo(QTextCursor::MoveOperation move)
{
    step([&](QTextCursor &cursor) {
        if (!cursor.hasSelection()) {
            const QTextBlock block = cursor.block();
            const int from = cursor.position();
            moveOn(cursor, move, QTextCursor::KeepAnchor);
            if (!cursor.hasSelection())
                return;
            const bool backwards = cursor.position() < from;
            const bool leaves = cursor.hasComplexSelection() || cursor.block() != block;
            if (leaves && QTextCursor(block).currentTable()) {
                cursor.setPosition(from);
                cursor.setPosition(backwards ? block.position() : block.position() + block.length() - 1,
                                   QTextCursor::KeepAnchor);
            } else if (leaves) {
                // What is no words is chosen first, and goes with the next key.
                const QTextBlock other = backwards ? block.previous() : block.next();
                const bool isChart = kindOf(other) == EditorKind::Chart && other.length() > 1;
                if (isChart && block.length() > 1) {
                    cursor.setPosition(other.position());
                    cursor.setPosition(other.position() + 1, QTextCursor::KeepAnchor);
                    return;
                }
                if (other.isValid() && QTextCursor(other).currentTable())
                    return;
            }
        }
        const int number = formatForTyping(cursor, 0).intProperty(SpanProperty);
        removeSelection(cursor);
        const auto left = figureSpanAt(cursor.block(), cursor.position());
        m_openSpan = left && left->number == number ? number : 0;
    });
}

bool BulletinEditor::moveByKey(const QKeyEvent *event)
{
    static const std::array moves{
        std::tuple{QKeySequence::MoveToPreviousWord, QTextCursor::PreviousWord, QTextCursor::MoveAnchor},
        std::tuple{QKeySequence::MoveToNextWord, QTextCursor::NextWord, QTextCursor::MoveAnchor},
        std::tuple{QKeySequence::SelectPreviousWord, QTextCursor::PreviousWord, QTextCursor::KeepAnchor},
        std::tuple{QKeySequence::SelectNextWord, QTextCursor::NextWord, QTextCursor::KeepAnchor}};
    for (const auto &[key, move, mode] : moves) {
        if (!event->matches(key))
            continue;
        QTextCursor cursor = textCursor();
        moveOn(cursor, move, mode);
        setTextCursor(cursor);
        return true;
    }
    return false;
}

bool BulletinEditor::removeByKey(const QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    if (event->key() == Qt::Key_Backspace && plain)
        removeTo(QTextCursor::PreviousCharacter);
    else if (event->matches(QKeySequence::Delete))
        removeTo(QTextCursor::NextCharacter);
    else if (event->matches(QKeySequence::DeleteStartOfWord))
        removeTo(QTextCursor::PreviousWord);
    else if (event->matches(QKeySequence::DeleteEndOfWord))
        removeTo(QTextCursor::NextWord);
    else if (event->matches(QKeySequence::DeleteEndOfLine) || event->matches(QKeySequence::DeleteCompleteLine))
        removeTo(QTextCursor::EndOfBlock);
    else
        return false;
    return true;
}

void BulletinEditor::keyPressEvent(QKeyEvent *event)
{
    m_look->finishLayout();
    const bool isEnter =
        event->matches(QKeySequence::InsertParagraphSeparator) || event->matches(QKeySequence::InsertLineSeparator);
    if (event->matches(QKeySequence::ZoomIn)) {
        setZoom(steppedZoom(zoom(), 1));
    } else if (event->matches(QKeySequence::ZoomOut)) {
        setZoom(steppedZoom(zoom(), -1));
    } else if (event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab) {
        event->ignore(); // there was nowhere to go
        return;
    } else if (moveByKey(event)) {
        // done
    } else if (isReadOnly()) {
        QTextEdit::keyPressEvent(event);
        return;
    } else if (event->matches(QKeySequence::Cut)) {
        cutSelection();
    } else if (isEnter) {
        step([](QTextCursor &cursor) { breakParagraph(cursor); });
    } else if (removeByKey(event)) {
        // done
    } else if (isWritten(event)) {
        type(event->text());
    } else {
        QTextEdit::keyPressEvent(event);
        return;
    }
    event->accept();
}

void BulletinEditor::inputMethodEvent(QInputMethodEvent *event)
{
    const bool writes =
        !event->commitString().isEmpty() || !event->preeditString().isEmpty() || event->replacementLength() != 0;
    if (isReadOnly() || !writes) {
        QTextEdit::inputMethodEvent(event);
        return;
    }
    event->accept();
    if (!mayWrite(textCursor()))
        return;
    m_look->finishLayout();
    // What is composed over a selection belongs where the selection stood.
    if (textCursor().hasSelection()) {
        const QTextCharFormat format = formatForTyping(textCursor(), m_openSpan);
        step([](QTextCursor &cursor) { removeSelection(cursor); });
        m_composingFormat = format;
    }
    if (event->replacementLength() != 0) {
        const QTextCursor cursor = textCursor();
        const QTextBlock block = cursor.block();
        const int end = block.position() + block.length() - 1;
        const int start = std::clamp(cursor.position() + event->replacementStart(), block.position(), end);
        step([&](QTextCursor &one) {
            one.setPosition(start);
            one.setPosition(std::min(end, start + event->replacementLength()), QTextCursor::KeepAnchor);
        });
    }
    if (event->commitString().isEmpty()) {
        QTextEdit::inputMethodEvent(event);
        return;
    }
    // First what was composed goes out of the line, then what came of it is typed.
    QInputMethodEvent done;
    QTextEdit::inputMethodEvent(&done);
    type(event->commitString(), std::exchange(m_composingFormat, std::nullopt));
    if (!event->preeditString().isEmpty()) {
        QInputMethodEvent next(event->preeditString(), event->attributes());
        QTextEdit::inputMethodEvent(&next);
    }
}

bool BulletinEditor::canInsertFromMimeData(const QMimeData *given) const
{
    return given->hasFormat(pieceFormat) || given->hasText() || given->hasFormat(ticketFormat())
           || given->hasFormat(hotSpotFormat());
}

QMimeData *BulletinEditor::createMimeDataFromSelection() const
{
    const QTextCursor cursor = textCursor();
    const QList<BulletinBlock> piece = pieceOf(m_text, cursor);
    auto *copied = new QMimeData;
    copied->setText(plainTextOf(cursor, piece));
    if (!piece.isEmpty()) {
        BulletinDocument document = m_text.head();
        document.blocks = piece;
        copied->setData(pieceFormat, toJson(document));
    }
    // What was cut is to be there when the place to put it is found; only what may be a citizen's goes by itself.
    if (!m_marks.hasPrivacyIn(cursor) && maskedText(copied->text()) == copied->text())
        markLasting(*copied);
    return copied;
}

void BulletinEditor::insertFromMimeData(const QMimeData *given)
{
    QList<BulletinBlock> piece;
    if (given->hasFormat(pieceFormat)) {
        if (const auto document = bulletinFromJson(given->data(pieceFormat)))
            piece = document->blocks;
    }
    if (piece.isEmpty() && given->hasText())
        piece = pieceOfWords(given->text());
    step([&](QTextCursor &cursor) { insertPiece(m_text, cursor, piece); });
}

void BulletinEditor::dropEvent(QDropEvent *event)
{
    const QTextCursor target = cursorForPosition(event->position().toPoint());
    const auto forgetMark = [this] {
        QDragLeaveEvent leave; // the drop's own cursor goes
        QTextEdit::dragLeaveEvent(&leave);
    };
    const QList<TicketId> tickets = ticketsIn(event->mimeData());
    const QList<qint64> spots = numbersIn(event->mimeData(), hotSpotFormat());
    if ((!tickets.isEmpty() || !spots.isEmpty()) && !isReadOnly()) {
        forgetMark();
        event->acceptProposedAction();
        const qsizetype behind = m_text.placeAt(target.position());
        if (!tickets.isEmpty())
            Q_EMIT casesDropped(tickets, behind);
        else
            Q_EMIT hotSpotDropped(spots.first(), behind);
        return;
    }
    const bool isOurs = event->source() == this || event->source() == viewport();
    if (!isOurs || event->proposedAction() != Qt::MoveAction || isReadOnly()) {
        QTextEdit::dropEvent(event);
        return;
    }
    forgetMark();
    event->setDropAction(Qt::CopyAction); // what was moved is taken away here
    event->accept();
    QTextCursor from = textCursor();
    if (target.position() >= from.selectionStart() && target.position() <= from.selectionEnd())
        return;
    if (!mayWrite(target)) // what can't be put there stays where it is
        return;
    QTextCursor all(QTextEdit::document());
    all.beginEditBlock();
    m_stepping = true;
    removeSelection(from);
    setTextCursor(target);
    m_stepping = false;
    insertFromMimeData(event->mimeData());
    all.endEditBlock();
}

int BulletinEditor::positionAt(QPoint place) const
{
    const QAbstractTextDocumentLayout *layout = QTextEdit::document()->documentLayout();
    const QPointF point = QPointF(place) + QPointF(horizontalScrollBar()->value(), verticalScrollBar()->value());
    const int near = layout->hitTest(point, Qt::FuzzyHit);
    if (near < 0)
        return -1;
    const QTextBlock block = QTextEdit::document()->findBlock(near);
    const QPointF inside = point - layout->blockBoundingRect(block).topLeft();
    for (int i = 0; i < block.layout()->lineCount(); ++i) {
        const QTextLine line = block.layout()->lineAt(i);
        const QRectF rect = line.naturalTextRect();
        if (inside.y() >= line.y() && inside.y() < line.y() + line.height() && inside.x() >= rect.left()
            && inside.x() < rect.right())
            return block.position() + line.xToCursor(inside.x(), QTextLine::CursorOnCharacter);
    }
    return -1;
}

QString BulletinEditor::toolTipAt(int position) const
{
    QStringList lines;
    if (const auto mark = m_marks.at(position))
        lines.append(m_marks.mark(*mark).message);
    if (const auto placed = figureAt(position)) {
        const QString name = m_names ? m_names(*placed->span.figure) : QString();
        const QString now = m_printer ? m_printer(placed->span) : placed->printed.value_or(QString());
        const QString value = now.isEmpty() ? placed->span.text : now;
        lines.append(name.isEmpty() ? value : tr("%1: %2", "a figure's name and value").arg(name, value));
        if (placed->span.overtyped)
            lines.append(tr("Overtyped; Ctrl+Alt+F puts it back"));
        lines.append(tr("Ctrl and a click opens its tickets"));
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

bool BulletinEditor::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int position = positionAt(help->pos());
        const QString text = position < 0 ? QString() : toolTipAt(position);
        if (text.isEmpty()) {
            QToolTip::hideText();
        } else {
            // A message tells what stands in the text, which may look like markup.
            QToolTip::showText(help->globalPos(),
                               u"<qt>"_s + text.toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</qt>"_s, viewport());
        }
        return true;
    }
    return QTextEdit::viewportEvent(event);
}

void BulletinEditor::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->pos();
    QTextEdit::mousePressEvent(event);
}

void BulletinEditor::mouseDoubleClickEvent(QMouseEvent *event)
{
    QTextEdit::mouseDoubleClickEvent(event);
    const int position = event->button() == Qt::LeftButton ? positionAt(event->pos()) : -1;
    if (position < 0)
        return;
    QTextCursor cursor = textCursor();
    cursor.setPosition(position);
    setTextCursor(wordAt(cursor));
}

void BulletinEditor::mouseMoveEvent(QMouseEvent *event)
{
    QTextEdit::mouseMoveEvent(event);
    if (event->buttons() != Qt::NoButton)
        return;
    const int position = event->modifiers() == Qt::ControlModifier ? positionAt(event->pos()) : -1;
    const auto shape = position >= 0 && figureAt(position) ? Qt::PointingHandCursor : Qt::IBeamCursor;
    if (viewport()->cursor().shape() != shape)
        viewport()->setCursor(shape);
}

void BulletinEditor::mouseReleaseEvent(QMouseEvent *event)
{
    QTextEdit::mouseReleaseEvent(event);
    const bool isClick = event->button() == Qt::LeftButton
                         && (event->pos() - m_pressed).manhattanLength() < QApplication::startDragDistance();
    const int position = isClick ? positionAt(event->pos()) : -1;
    if (position < 0)
        return;
    if (event->modifiers() == Qt::ControlModifier) {
        if (const auto figure = figureAt(position)) {
            Q_EMIT figureRequested(*figure->span.figure);
            return;
        }
    }
    if (const auto mark = m_marks.at(position); mark && !textCursor().hasSelection())
        Q_EMIT markClicked(static_cast<int>(*mark));
}

void BulletinEditor::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() != Qt::ControlModifier) {
        QTextEdit::wheelEvent(event);
        return;
    }
    if (const int turned = event->angleDelta().y(); turned != 0)
        setZoom(steppedZoom(zoom(), turned > 0 ? 1 : -1));
    event->accept();
}

} // namespace huiyin
