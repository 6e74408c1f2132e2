// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Page.h"
#include "storage/CalendarRepository.h"

class QLabel;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QStandardItemModel;
class QTreeView;

namespace huiyin {

class EmptyState;
class NoticeBar;

// 工作日历: the special days of a year, those of the notice and the office's own, and the office hours.
class CalendarSection : public QWidget
{
    Q_OBJECT

public:
    explicit CalendarSection(const PageContext &context, QWidget *parent = nullptr);

private:
    void reload();
    void fill(const CalendarYear &year);
    void editCurrent();
    void removeCurrent();
    void import();
    void tellSaved(const QString &what);
    void showState();
    [[nodiscard]] const CalendarDay *current() const;

    PageContext m_context;
    CalendarYear m_shown;
    PendingRead m_pending;
    QSpinBox *m_year;
    QLabel *m_summary;
    QPushButton *m_import;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_remove;
    QPushButton *m_hours;
    QPushButton *m_log;
    QPushButton *m_moves;
    NoticeBar *m_notice;
    QStandardItemModel *m_model;
    QStackedWidget *m_stack;
    QTreeView *m_view;
    EmptyState *m_empty;
};

} // namespace huiyin
