// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/BulletinEditor.h"

#include "bulletin/EditorCharts.h"
#include "bulletin/EditorEdits.h"
#include "bulletin/EditorLook.h"
#include "shell/ClipboardGuard.h"
#include "shell/Theme.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>
#include <QTextFrame>
#include <QTextTable>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int edge = 24; // what stays in sight above a block that is shown

} // namespace

BulletinEditor::BulletinEditor(QWidget *parent)
    : QTextEdit(parent)
    , m_text(QTextEdit::document())
    , m_look(new EditorLook(QTextEdit::document()))
{
    setObjectName(u"bulletin.editor"_s);
    setCopiesLasting(this, false); // but for what names nobody: that is marked when it is copied
    setAccessibleName(tr("Text of the bulletin"));
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // else the sheet would move when it comes
    setFrameShape(QFrame::StyledPanel);
    viewport()->setMouseTracking(true);

    m_charts = new EditorCharts({.chart = [this](int part) { return m_text.chart(part); },
                                 .style = [this] { return m_text.head().percentStyle; },
                                 .width = [this] { return viewport()->width() - 2 * editorSide * zoom(); },
                                 .isSelected =
                                     [this](int position) {
                                         const QTextCursor cursor = textCursor();
                                         return cursor.selectionStart() <= position && cursor.selectionEnd() > position;
                                     }},
                                this);
    QTextEdit::document()->documentLayout()->registerHandler(chartObject, m_charts);

    m_editedSoon.setSingleShot(true);
    m_editedSoon.setInterval(0);
    connect(&m_editedSoon, &QTimer::timeout, this, &BulletinEditor::edited);
    connect(QTextEdit::document(), &QTextDocument::contentsChange, this, [this](int, int removed, int added) {
        if (!m_quiet && (removed > 0 || added > 0))
            m_editedSoon.start();
    });
    connect(this, &QTextEdit::cursorPositionChanged, this, &BulletinEditor::cursorMoved);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        setExtraSelections(m_marks.selections());
        viewport()->update();
    });
    makeActions();
    setDocument(m_text.head()); // empty
}

BulletinEditor::~BulletinEditor() = default;

void BulletinEditor::setDocument(const BulletinDocument &document)
{
    m_quiet = true;
    m_typedTo = -1;
    m_marks.set(m_text, {});
    setExtraSelections({});
    m_charts->forget();
    m_text.write(document);
    m_head.set(document);
    QTextDocument *text = QTextEdit::document();
    text->setUndoRedoEnabled(false);
    QTextFrameFormat sheet;
    sheet.setTopMargin(m_head.height());
    sheet.setLeftMargin(editorSide);
    sheet.setRightMargin(editorSide);
    sheet.setBottomMargin(editorSide);
    text->rootFrame()->setFrameFormat(sheet);
    text->setUndoRedoEnabled(true);
    QTextCursor start(text);
    start.movePosition(QTextCursor::NextBlock);
    setTextCursor(start);
    setAccessibleDescription(m_head.text());
    arrange();
    verticalScrollBar()->setValue(0);
    m_quiet = false;
    viewport()->update();
}

BulletinDocument BulletinEditor::document() const
{
    return m_text.read();
}

void BulletinEditor::refresh(const BulletinDocument &merged)
{
    m_quiet = true;
    m_stepping = true;
    m_typedTo = -1;
    m_look->finishLayout();
    // What stands at the top stays there.
    QTextCursor top = cursorForPosition(QPoint(viewport()->width() / 2, 0));
    const qreal offset = topOf(top.block()) - verticalScrollBar()->value();
    QTextCursor kept = textCursor();
    m_text.update(merged, &kept);
    m_head.set(merged);
    QTextFrame *sheet = QTextEdit::document()->rootFrame();
    if (QTextFrameFormat format = sheet->frameFormat(); format.topMargin() != m_head.height()) {
        format.setTopMargin(m_head.height());
        QTextCursor same(QTextEdit::document());
        same.joinPreviousEditBlock();
        sheet->setFrameFormat(format);
        same.endEditBlock();
    }
    setAccessibleDescription(m_head.text());
    const QTextCursor now = textCursor();
    if (now.position() != kept.position() || now.anchor() != kept.anchor())
        setTextCursor(kept);
    verticalScrollBar()->setValue(qRound(topOf(top.block()) - offset));
    m_stepping = false;
    m_quiet = false;
    viewport()->update();
}

void BulletinEditor::step(const std::function<void(QTextCursor &)> &edit)
{
    QTextCursor cursor = textCursor();
    if (isReadOnly() || !mayWrite(cursor))
        return;
    m_look->finishLayout();
    m_stepping = true;
    m_typedTo = -1;
    edit(cursor);
    setTextCursor(cursor);
    fitIndents();
    m_stepping = false;
    ensureCursorVisible();
}

std::optional<PlacedSpan> BulletinEditor::figureAt(int position) const
{
    const QTextBlock block = QTextEdit::document()->findBlock(position);
    const EditorKind kind = kindOf(block);
    if (kind != EditorKind::Text && kind != EditorKind::Cell)
        return std::nullopt;
    auto placed = figureSpanAt(block, position);
    return placed && placed->span.figure ? placed : std::nullopt;
}

bool BulletinEditor::putBack(int position)
{
    const auto placed = figureAt(position);
    if (!placed || isReadOnly())
        return false;
    BulletinSpan figure = placed->span;
    figure.text = m_printer ? m_printer(placed->span) : QString();
    if (figure.text.isEmpty())
        figure.text = placed->printed.value_or(QString());
    if (figure.text.isEmpty())
        return false;
    figure.overtyped = false;
    if (figure == placed->span)
        return true;
    m_look->finishLayout();
    QTextCursor cursor(QTextEdit::document());
    const int start = QTextEdit::document()->findBlock(position).position() + placed->start;
    m_stepping = true;
    m_typedTo = -1;
    cursor.beginEditBlock();
    cursor.setPosition(start);
    cursor.setPosition(start + placed->length, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    m_text.insertSpans(cursor, {figure});
    cursor.endEditBlock();
    m_stepping = false;
    m_openSpan = 0;
    cursorMoved();
    return true;
}

void BulletinEditor::insertFigure(const BulletinSpan &span)
{
    step([&](QTextCursor &cursor) {
        cursor.beginEditBlock();
        removeSelection(cursor);
        leaveChart(cursor);
        if (const auto around = figureAt(cursor.position())) {
            const int start = cursor.block().position() + around->start;
            if (cursor.position() > start && cursor.position() < start + around->length)
                cursor.setPosition(start + around->length);
        }
        m_text.insertSpans(cursor, {span});
        cursor.endEditBlock();
    });
}

void BulletinEditor::setHeadingLevel(int level)
{
    step([&](QTextCursor &cursor) {
        QTextBlock block = QTextEdit::document()->findBlock(cursor.selectionStart());
        const QTextBlock last = QTextEdit::document()->findBlock(cursor.selectionEnd());
        cursor.beginEditBlock();
        for (; block.isValid(); block = block.next()) {
            const EditorKind kind = kindOf(block);
            if (kind == EditorKind::Text || kind == EditorKind::Heading) {
                QTextCursor(block).setBlockFormat(paragraphFormat(QTextEdit::document(),
                                                                  level > 0 ? EditorKind::Heading : EditorKind::Text,
                                                                  std::clamp(level, 0, 3), partOf(block)));
            }
            if (block == last)
                break;
        }
        cursor.endEditBlock();
    });
}

bool BulletinEditor::insertParagraphs(const QList<BulletinParagraph> &paragraphs, const QString &origin, Side side)
{
    const auto places = m_text.places();
    std::optional<qsizetype> first;
    qsizetype last = places.size() - 1;
    for (qsizetype i = 0; i < places.size() && !origin.isEmpty(); ++i) {
        if (originOf(m_text.blockOf(places[i])) != origin)
            continue;
        if (!first)
            first = i;
        last = i;
    }
    insertParagraphs(paragraphs, first && side == Side::Before ? *first - 1 : last);
    return first.has_value();
}

void BulletinEditor::insertParagraphs(const QList<BulletinParagraph> &paragraphs, qsizetype behind)
{
    if (isReadOnly() || paragraphs.isEmpty())
        return;
    QList<BulletinBlock> blocks;
    for (const BulletinParagraph &paragraph : paragraphs)
        blocks.append(paragraph);
    const int scrolled = verticalScrollBar()->value();
    m_look->finishLayout();
    m_stepping = true;
    m_typedTo = -1;
    QTextCursor kept = textCursor();
    m_text.insertAfter(std::clamp<qsizetype>(behind, -1, m_text.places().size() - 1), blocks, &kept);
    setTextCursor(kept);
    m_stepping = false;
    verticalScrollBar()->setValue(scrolled);
}

bool BulletinEditor::removeOrigin(const QString &origin)
{
    const auto places = m_text.places();
    bool any = false;
    m_look->finishLayout();
    m_stepping = true;
    m_typedTo = -1;
    QTextCursor all(QTextEdit::document());
    all.beginEditBlock();
    for (qsizetype i = places.size() - 1; i >= 0 && !isReadOnly() && !origin.isEmpty(); --i) {
        if (originOf(m_text.blockOf(places[i])) != origin)
            continue;
        m_text.remove(places[i]);
        any = true;
    }
    all.endEditBlock();
    m_stepping = false;
    return any;
}

void BulletinEditor::setMarks(const QList<TextMark> &marks)
{
    m_marks.set(m_text, marks);
    setExtraSelections(m_marks.selections());
}

void BulletinEditor::showMark(qsizetype index)
{
    if (index < 0 || index >= m_marks.count())
        return;
    QTextCursor place = m_marks.place(index);
    place.setKeepPositionOnInsert(false); // a cursor to write with
    setTextCursor(place);
    const QRect rect = cursorRect();
    if (rect.top() < edge || rect.bottom() > viewport()->height() - edge)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + rect.center().y() - viewport()->height() / 2);
}

qsizetype BulletinEditor::blockAtCursor() const
{
    return m_text.placeAt(textCursor().position());
}

qreal BulletinEditor::topOf(const QTextBlock &block) const
{
    return QTextEdit::document()->documentLayout()->blockBoundingRect(block).top();
}

void BulletinEditor::showBlock(qsizetype block)
{
    const auto places = m_text.places();
    qreal top = 0;
    if (block >= 0 && block < places.size()) {
        const EditorText::Place &place = places[block];
        top =
            topOf(place.block.isValid() ? place.block : QTextEdit::document()->findBlock(place.table->firstPosition()))
            - edge;
    }
    m_showing = true; // the one that was asked for stays chosen, even when the end stops the scrolling
    verticalScrollBar()->setValue(qRound(top));
    m_showing = false;
}

void BulletinEditor::tellBlock()
{
    if (m_showing || m_quiet)
        return;
    if (verticalScrollBar()->value() == 0) {
        Q_EMIT blockReached(-1);
        return;
    }
    const QTextCursor eye = cursorForPosition(QPoint(viewport()->width() / 2, viewport()->height() / 4));
    Q_EMIT blockReached(m_text.placeAt(eye.position()));
}

void BulletinEditor::scrollContentsBy(int dx, int dy)
{
    QTextEdit::scrollContentsBy(dx, dy);
    if (dy != 0)
        tellBlock();
}

qreal BulletinEditor::zoom() const
{
    return m_look->zoom();
}

void BulletinEditor::fitIndents()
{
    QTextDocument *text = QTextEdit::document();
    const auto isWrong = [text](const QTextBlock &block) {
        return block.blockFormat().hasProperty(QTextFormat::TextIndent)
               && !qFuzzyCompare(block.blockFormat().textIndent(), text->indentWidth());
    };
    // What was undone and could be done again is worth more than an indent; the next thing that is written mends it.
    QTextBlock wrong = text->firstBlock();
    while (wrong.isValid() && !isWrong(wrong))
        wrong = wrong.next();
    if (text->isRedoAvailable() || !wrong.isValid())
        return;
    const bool quiet = std::exchange(m_quiet, true);
    const bool fresh = !text->isUndoAvailable();
    if (fresh)
        text->setUndoRedoEnabled(false);
    QTextCursor cursor(text);
    cursor.joinPreviousEditBlock(); // it isn't a step of its own
    QTextBlockFormat indent;
    indent.setTextIndent(text->indentWidth());
    for (QTextBlock block = wrong; block.isValid(); block = block.next()) {
        if (isWrong(block))
            QTextCursor(block).mergeBlockFormat(indent);
    }
    cursor.endEditBlock();
    if (fresh)
        text->setUndoRedoEnabled(true);
    m_quiet = quiet;
}

void BulletinEditor::setZoom(qreal wanted)
{
    const qreal before = zoom();
    const qreal share = verticalScrollBar()->value() / std::max(1.0, qreal(verticalScrollBar()->maximum()));
    m_quiet = true;
    m_look->setZoom(wanted);
    m_quiet = false;
    if (zoom() == before)
        return;
    fitIndents();
    arrange();
    verticalScrollBar()->setValue(qRound(share * verticalScrollBar()->maximum()));
    Q_EMIT zoomChanged(zoom());
}

void BulletinEditor::arrange()
{
    const int room = width() - 2 * frameWidth() - verticalScrollBar()->sizeHint().width();
    const int sheet = std::min(room, qRound((editorColumn + 2 * editorSide) * zoom()));
    const int left = std::max(0, (room - sheet) / 2);
    const QMargins margins(left, 0, std::max(0, room - sheet - left), 0);
    if (viewportMargins() != margins)
        setViewportMargins(margins);
}

void BulletinEditor::resizeEvent(QResizeEvent *event)
{
    arrange();
    QTextEdit::resizeEvent(event);
}

void BulletinEditor::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::ReadOnlyChange)
        cursorMoved(); // what can be done here
    // A widget's font is none of paper's.
    if ((event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange
         || event->type() == QEvent::ApplicationFontChange))
        QTextEdit::document()->setDefaultFont(m_look->bodyFont());
}

void BulletinEditor::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(event->rect(), colour(ColourRole::Panel));
        const qreal size = zoom();
        painter.translate(editorSide * size, -verticalScrollBar()->value());
        painter.scale(size, size);
        if (verticalScrollBar()->value() < m_head.height() * size)
            m_head.paint(&painter, viewport()->width() / size - 2 * editorSide);
        painter.resetTransform();
        paintTableRemarks(&painter);
    }
    QTextEdit::paintEvent(event);
}

void BulletinEditor::paintTableRemarks(QPainter *painter) const
{
    const auto frames = QTextEdit::document()->rootFrame()->childFrames();
    for (QTextFrame *frame : frames) {
        const auto *table = qobject_cast<QTextTable *>(frame);
        const BulletinTable *came = table ? m_text.table(table) : nullptr;
        const QTextBlock title = table ? QTextEdit::document()->findBlock(table->firstPosition() - 1) : QTextBlock();
        if (!came || came->columnGroups < 2 || kindOf(title) != EditorKind::TableTitle)
            continue;
        const qreal bottom =
            QTextEdit::document()->documentLayout()->blockBoundingRect(title).bottom() - verticalScrollBar()->value();
        if (bottom < -40 || bottom > viewport()->height() + 40)
            continue;
        painter->setFont(Theme::instance().font(Theme::Text::Small));
        painter->setPen(colour(ColourRole::TextWeak));
        const qreal side = editorSide * zoom();
        const qreal height = 18 * zoom();
        painter->drawText(QRectF(side, bottom, viewport()->width() - 2 * side, height),
                          Qt::AlignRight | Qt::AlignVCenter,
                          tr("Printed as %n group(s) of columns side by side", nullptr, came->columnGroups));
    }
}

} // namespace huiyin
