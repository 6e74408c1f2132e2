// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/Panel.h"
#include "statistics/ChartData.h"
#include "statistics/FigureTable.h"

#include <memory>
#include <variant>

class QChart;
class QChartView;
class QMenu;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace huiyin {

class FileSaver;

// A panel with a chart and, on the other side of a switch, a table of the same figures. Both open the tickets behind
// what is clicked.
class FigurePanel : public Panel
{
    Q_OBJECT

public:
    // `name` is the middle of its widgets' object names: "category" gives statistics.categoryChart.
    FigurePanel(const QString &name, const QString &title, FileSaver &saver, QWidget *parent = nullptr);
    ~FigurePanel() override;

    // Bars beyond `most` are shown on demand.
    void showChart(const ChartData &chart, qsizetype most = 1000);
    void showChart(const LineData &chart);
    void showTable(const FigureTableData &table);

    // The picture of the chart on white, with title, for other programs.
    [[nodiscard]] QByteArray png() const;
    [[nodiscard]] QByteArray svg() const;

Q_SIGNALS:
    void figureRequested(const huiyin::FigureKey &figure);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    using Data = std::variant<ChartData, LineData>;

    [[nodiscard]] ChartData shownBars() const;
    void rebuild();
    void fitHeight();
    void showMenu(const QPoint &place);
    void fillMenu(QMenu *menu);

    FileSaver &m_saver;
    QString m_fileTitle;
    Data m_data;
    qsizetype m_most = 1000;
    bool m_all = false;
    QStackedWidget *m_stack;
    QWidget *m_chartSide;
    QChartView *m_view;
    QPushButton *m_more;
    FigureTable *m_table;
    QToolButton *m_switch;
};

} // namespace huiyin
