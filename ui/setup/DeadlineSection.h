// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/HandlingRules.h"
#include "shell/Page.h"

class QCheckBox;
class QLabel;
class QPushButton;
class QStandardItemModel;
class QToolButton;
class QTreeView;

namespace huiyin {

class NoticeBar;

// 办理时限: the deadline rules in the order in which they are asked, and the rules of handling.
class DeadlineSection : public QWidget
{
    Q_OBJECT

public:
    explicit DeadlineSection(const PageContext &context, QWidget *parent = nullptr);

private:
    void reload();
    void fill();
    void editCurrent();
    void endCurrent();
    void move(int step);
    void tellSaved();
    void showState();
    [[nodiscard]] const DeadlineRule *current() const;
    [[nodiscard]] const DeadlineRule *neighbour(int step) const; // that it can change places with
    [[nodiscard]] bool hasEnded(const DeadlineRule &rule) const;
    [[nodiscard]] static QString daysText(const DeadlineRule &rule);
    [[nodiscard]] QString forWhat(const DeadlineRule &rule) const;

    PageContext m_context;
    QList<DeadlineRule> m_rules; // as shown
    std::optional<DeadlineRuleId> m_selectNext;
    HandlingRules m_handlingRules;
    NoticeBar *m_notice;
    QPushButton *m_add;
    QPushButton *m_edit;
    QToolButton *m_up;
    QToolButton *m_down;
    QPushButton *m_end;
    QCheckBox *m_showEnded;
    QPushButton *m_log;
    QPushButton *m_moves;
    QStandardItemModel *m_model;
    QTreeView *m_view;
    QLabel *m_handlingText;
    QPushButton *m_handling;
};

} // namespace huiyin
