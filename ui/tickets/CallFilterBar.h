// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/ListViews.h"
#include "tickets/PeriodFilterBar.h"

class QComboBox;
class QToolButton;

namespace huiyin {

class CodePicker;

// What the list of calls is narrowed by: words, a period, an outcome, a topic.
class CallFilterBar : public PeriodFilterBar
{
    Q_OBJECT

public:
    explicit CallFilterBar(CaseSession &session, QWidget *parent = nullptr);

    [[nodiscard]] CallFilter filter() const;
    [[nodiscard]] CallFilter asked() const;                                      // by the fields, without the period
    void show(const CallFilter &asked, const std::optional<ListPeriod> &period); // emits changed()
    void clear();                                                                // emits changed()

private:
    QToolButton *m_anyPeriod;
    QComboBox *m_outcome;
    CodePicker *m_topic;
};

} // namespace huiyin
