// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/EditorHead.h"
#include "bulletin/EditorMarks.h"
#include "bulletin/EditorText.h"
#include "domain/Id.h"

#include <QTextEdit>
#include <QTimer>

#include <functional>
#include <optional>

class QAction;

namespace huiyin {

class EditorCharts;
class EditorLook;

// The text of a bulletin, to be written in: one flowing text on a sheet, whose figures stay linked to the tickets that
// they count. Masthead, issue and date stand above it and can't be written in; headings of tables and charts neither.
// It knows nothing of the case file: what it shows and what figures are called is handed in.
class BulletinEditor : public QTextEdit
{
    Q_OBJECT

public:
    enum class Side { Before, After };

    explicit BulletinEditor(QWidget *parent = nullptr);
    ~BulletinEditor() override;

    // Shows it; what could be undone is gone.
    void setDocument(const BulletinDocument &document);
    // What stands here now. Blocks that nobody has touched are as they came; empty paragraphs that were typed are left
    // out, a paragraph that was emptied is gone.
    [[nodiscard]] BulletinDocument document() const;
    // Shows another bulletin, mostly the same with new figures, by the smallest change: cursor and scrolling stay, and
    // it is one step to undo. Not told by edited().
    void refresh(const BulletinDocument &merged);

    // What a figure is printed as now, "" when it can't be; without it, as it came.
    void setPrinter(const std::function<QString(const BulletinSpan &)> &printer) { m_printer = printer; }
    // What a figure counts, in words for the editor.
    void setFigureNames(const std::function<QString(FigureKey)> &names) { m_names = names; }

    // Prints the figure at a position of the text as what it stands for. False: there is none, or it can't be printed.
    bool putBack(int position);
    void insertFigure(const BulletinSpan &span);
    // 1–3: the paragraph at the cursor becomes a heading, 0: a paragraph again.
    void setHeadingLevel(int level);

    // Before the first or behind the last block of an origin; at the end when there is none of it. False then.
    bool insertParagraphs(const QList<BulletinParagraph> &paragraphs, const QString &origin, Side side);
    // Behind a block, -1: behind the title.
    void insertParagraphs(const QList<BulletinParagraph> &paragraphs, qsizetype behind);
    bool removeOrigin(const QString &origin); // all blocks of it; false: there is none

    void setMarks(const QList<TextMark> &marks); // in the places of document() as it is now
    void showMark(qsizetype index);              // scrolls to it and selects it
    [[nodiscard]] const EditorMarks &marks() const { return m_marks; }

    [[nodiscard]] qsizetype blockAtCursor() const; // -1: the title
    void showBlock(qsizetype block);               // -1: the head
    void standBehind(qsizetype block);             // the cursor goes to its end, -1: of the title

    // 1: sixteen pixels a character.
    void setZoom(qreal zoom);
    [[nodiscard]] qreal zoom() const;

    [[nodiscard]] std::optional<PlacedSpan> figureAt(int position) const;
    [[nodiscard]] QString toolTipAt(int position) const;

    // For menus of a page: of headings (0–3), of the figure at the cursor.
    [[nodiscard]] QList<QAction *> headingActions() const { return m_headings; }
    [[nodiscard]] QAction *putBackAction() const { return m_putBack; }
    [[nodiscard]] QAction *openFigureAction() const { return m_openFigure; }

    // Of drops: ids of tickets in decimals, parted by commas; the number that a hot spot has where it was dragged from.
    [[nodiscard]] static QString ticketFormat();
    [[nodiscard]] static QString hotSpotFormat();

Q_SIGNALS:
    void edited(); // once for all changes in one turn of the event loop
    void figureRequested(const huiyin::FigureKey &figure);
    void markClicked(int index);
    void blockReached(qsizetype block); // has come to the top by scrolling; -1: the head
    void casesDropped(const QList<huiyin::TicketId> &tickets, qsizetype behind); // -1: behind the title
    void hotSpotDropped(qint64 spot, qsizetype behind);                          // as well
    void zoomChanged(qreal zoom);

protected:
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *data) const override;
    QMimeData *createMimeDataFromSelection() const override;
    void insertFromMimeData(const QMimeData *data) override;

private:
    void makeActions();
    void arrange();
    void fitIndents();
    void paintTableRemarks(QPainter *painter) const;
    void tellBlock();
    void cursorMoved();
    void openFigure();
    void step(const std::function<void(QTextCursor &)> &edit); // of the cursor; what is edited stays open
    void type(const QString &text, std::optional<QTextCharFormat> format = {});
    void cutSelection();
    bool moveByKey(const QKeyEvent *event);
    bool removeByKey(const QKeyEvent *event);
    void removeTo(QTextCursor::MoveOperation move);
    [[nodiscard]] int positionAt(QPoint place) const; // -1: no character is there
    [[nodiscard]] qreal topOf(const QTextBlock &block) const;

    EditorText m_text;
    EditorLook *m_look;
    EditorCharts *m_charts;
    EditorHead m_head;
    EditorMarks m_marks;
    std::function<QString(const BulletinSpan &)> m_printer;
    std::function<QString(FigureKey)> m_names;
    QList<QAction *> m_headings;
    QAction *m_putBack = nullptr;
    QAction *m_openFigure = nullptr;
    QTimer m_editedSoon;
    bool m_quiet = false;    // a change that the editor didn't make
    bool m_stepping = false; // the cursor moves by what is written
    bool m_showing = false;
    int m_openSpan = 0;                               // the figure that is being written in
    int m_typedTo = -1;                               // where typing goes on, as one step to undo
    std::optional<QTextCharFormat> m_composingFormat; // of what an input method is about to give
    QPoint m_pressed;
};

} // namespace huiyin
