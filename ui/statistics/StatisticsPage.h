// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Page.h"
#include "statistics/Figure.h"
#include "statistics/Statistics.h"

#include <QSet>

class QMenu;
class QStackedWidget;
class QTimer;
class QToolButton;

namespace huiyin {

class BusyMark;
class FigureOpener;
class FigurePanel;
class FigureTile;
class FileSaver;
class NoticeBar;
class QuestionBar;
class TileRow;

// 统计: the figures of a period as tiles, charts and tables; each opens the tickets that it counts.
class StatisticsPage : public Page
{
    Q_OBJECT

public:
    enum class Format { Pdf, Png, Svg, Csv };

    explicit StatisticsPage(const PageContext &context, QWidget *parent = nullptr);

    QWidget *topBarWidget() override { return m_topBar; }
    void activated() override;
    [[nodiscard]] QList<QAction *> menuActions() const override { return m_actions; }

    [[nodiscard]] QuestionBar *questionBar() const { return m_question; }
    [[nodiscard]] const std::optional<Statistics> &figures() const { return m_figures; }
    // Writes the page to a file; asks before it replaces one.
    void exportTo(const QString &path, Format format);

Q_SIGNALS:
    void figuresShown(); // those of the question in the bar
    void exported(const QString &path);

private:
    void buildTopBar();
    void buildTiles();
    void buildPanels();
    QAction *addPageAction(const QString &name, const QString &icon, const QString &text, const QKeySequence &key);
    FigurePanel *addPanel(const QString &name, const QString &title);

    void reload();
    void askReferences();
    void showAll(const Statistics &figures);
    void showTiles();
    void showCategories();
    void showTrend();
    void openFigure(FigureKey figure);
    void chooseExport(Format format);
    void print();
    [[nodiscard]] QByteArray bytesOf(Format format) const;
    [[nodiscard]] const Statistics *trendReference() const;
    [[nodiscard]] QString trendReferenceName() const;

    QWidget *m_topBar;
    QuestionBar *m_question;
    NoticeBar *m_notice;
    QStackedWidget *m_stack;
    QWidget *m_content;
    TileRow *m_tiles;
    FigureTile *m_calls = nullptr;
    FigureTile *m_accepted = nullptr;
    FigureTile *m_closed = nullptr;
    FigureTile *m_closureRate = nullptr;
    FigureTile *m_directRate = nullptr;
    FigureTile *m_onTimeRate = nullptr;
    FigureTile *m_satisfaction = nullptr;
    FigurePanel *m_categories = nullptr;
    FigurePanel *m_departments = nullptr;
    FigurePanel *m_types = nullptr;
    FigurePanel *m_channels = nullptr;
    FigurePanel *m_topics = nullptr;
    FigurePanel *m_days = nullptr;
    QToolButton *m_unfold = nullptr;
    QSet<CategoryId> m_unfolded;
    BusyMark *m_busy;
    FigureOpener *m_opener;
    FileSaver *m_saver;
    QTimer *m_refresh;
    QList<QAction *> m_actions;

    PendingRead m_pending;
    PendingRead m_pendingPrevious;
    PendingRead m_pendingLastYear;
    int m_token = 0;
    bool m_stale = true;
    std::optional<Statistics> m_figures;
    std::optional<Statistics> m_previous;
    std::optional<Statistics> m_lastYear;
};

} // namespace huiyin
