// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/ListViews.h"
#include "tickets/PeriodFilterBar.h"

#include <functional>

class QComboBox;
class QHBoxLayout;
class QPushButton;

namespace huiyin {

class CodePicker;
class NoticeBar;

// What a list of tickets is narrowed by: words, and behind a button the rest. Each condition in force has a chip that
// takes it away, so that nobody wonders where the other tickets are.
class TicketFilterBar : public PeriodFilterBar
{
    Q_OBJECT

public:
    explicit TicketFilterBar(CaseSession &session, QWidget *parent = nullptr);

    [[nodiscard]] TicketFilter filter() const;
    // Starts over from a filter that was made elsewhere; its chip bears the title. Emits changed().
    void start(const TicketFilter &filter, const QString &title);
    // Starts over with these words. Emits changed().
    void search(const QString &words);
    [[nodiscard]] bool isEmpty() const; // nothing narrows the list

    // What narrows the list, as a view keeps it; its order and columns are the list's.
    [[nodiscard]] TicketView view() const;
    void show(const TicketView &view); // emits changed()
    void addTool(QWidget *tool);       // at the end of the first row
    [[nodiscard]] NoticeBar *notice() const { return m_notice; }

public Q_SLOTS:
    void toggleFields();
    void clear(); // emits changed()

private:
    void fillChoices();
    void resetFields();
    [[nodiscard]] TicketFilter asked() const; // by the fields, without the period
    void showChips();
    void addChip(const QString &name, const QString &text, std::function<void()> away);

    TicketFilter m_base{};
    QString m_baseTitle;

    QPushButton *m_toggle;
    QWidget *m_fields;
    QComboBox *m_state;
    CodePicker *m_channel;
    CodePicker *m_type;
    CodePicker *m_category;
    CodePicker *m_topic;
    CodePicker *m_area;
    CodePicker *m_department;
    QWidget *m_chipRow;
    QHBoxLayout *m_chips;
    QHBoxLayout *m_first;
    NoticeBar *m_notice;
    QWidget *m_lastTool;
};

} // namespace huiyin
