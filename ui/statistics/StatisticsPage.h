// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/Figure.h"
#include "statistics/FigurePage.h"
#include "statistics/Statistics.h"

#include <QSet>

class QMenu;
class QStackedWidget;
class QToolButton;

namespace huiyin {

class FigurePanel;
class StatisticsTiles;

// 统计: the figures of a period as tiles, charts and tables; each opens the tickets that it counts.
class StatisticsPage : public FigurePage
{
    Q_OBJECT

public:
    enum class Format { Pdf, Png, Svg, Csv, Xlsx };

    explicit StatisticsPage(const PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] const std::optional<Statistics> &figures() const { return m_figures; }
    // Writes the page to a file; asks before it replaces one.
    void exportTo(const QString &path, Format format);

Q_SIGNALS:
    void figuresShown(); // those of the question in the bar

private:
    void buildTopBar();
    void buildPanels();
    FigurePanel *addPanel(const QString &name, const QString &title);

    void reload() override;
    [[nodiscard]] QString failure() const override;
    void askReferences();
    void showAll(const Statistics &figures);
    void showCategories();
    void showTrend();
    void openFigure(FigureKey figure);
    void chooseExport(Format format);
    void print();
    [[nodiscard]] QByteArray bytesOf(Format format) const;
    [[nodiscard]] const Statistics *trendReference() const;
    [[nodiscard]] QString trendReferenceName() const;

    QStackedWidget *m_stack;
    QWidget *m_content;
    StatisticsTiles *m_tiles;
    FigurePanel *m_categories = nullptr;
    FigurePanel *m_departments = nullptr;
    FigurePanel *m_types = nullptr;
    FigurePanel *m_channels = nullptr;
    FigurePanel *m_topics = nullptr;
    FigurePanel *m_days = nullptr;
    QToolButton *m_unfold = nullptr;
    QSet<CategoryId> m_unfolded;

    PendingRead m_pendingPrevious;
    PendingRead m_pendingLastYear;
    std::optional<Statistics> m_figures;
    std::optional<Statistics> m_previous;
    std::optional<Statistics> m_lastYear;
};

} // namespace huiyin
