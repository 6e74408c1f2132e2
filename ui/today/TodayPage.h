// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Duty.h"
#include "shell/Page.h"
#include "today/HourBars.h"

#include <QHash>

class QGridLayout;
class QLabel;
class QTableView;
class QVBoxLayout;

namespace huiyin {

class CountTile;
class Panel;
class TicketListModel;

// 工作台: what waits for the office, how the day goes beside yesterday and last week, which days are free, and what was
// left unfinished. Every number opens its tickets.
class TodayPage : public Page
{
    Q_OBJECT

public:
    explicit TodayPage(const PageContext &context, QWidget *parent = nullptr);

    void activated() override;
    [[nodiscard]] QList<QAction *> menuActions() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    // What the page shows beside the duties, read together.
    struct Day
    {
        HourBars::Hours calls{};
        HourBars::Hours lastWeek{};
        qint64 callsToday = 0;
        qint64 callsYesterday = 0; // by this time
        qint64 callsLastWeek = 0;
        qint64 accepted = 0;
        qint64 acceptedYesterday = 0;
        qint64 acceptedLastWeek = 0;
        QList<Ticket> drafts{}; // the newest
        int moreDrafts = 0;
    };

    [[nodiscard]] QWidget *buildTiles();
    [[nodiscard]] Panel *buildPressing();
    [[nodiscard]] QLayout *buildSide();
    void showDuties();
    void open(Duty duty);
    void readDay();
    void showDay(const Day &day);
    void showCalendar();
    void showDrafts();
    void openPressing();

    QHash<Duty, CountTile *> m_tiles;
    CountTile *m_drafts = nullptr;
    Panel *m_pressing = nullptr;
    TicketListModel *m_model;
    QTableView *m_table = nullptr;
    Panel *m_calls = nullptr;
    HourBars *m_bars = nullptr;
    QLabel *m_callsToday = nullptr;
    QLabel *m_acceptedToday = nullptr;
    QGridLayout *m_calendar = nullptr;
    QLabel *m_unknownYear = nullptr;
    Panel *m_goOn = nullptr;
    QVBoxLayout *m_goOnRows = nullptr;
    PendingRead m_pending;
    Day m_day;
    QTimer m_refresh;
    QList<QAction *> m_actions;
};

} // namespace huiyin
