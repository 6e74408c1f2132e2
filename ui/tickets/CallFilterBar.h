// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/ListViews.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace huiyin {

class CaseSession;
class CodePicker;
class PeriodPicker;

// What the list of calls is narrowed by: words, a period, an outcome, a topic.
class CallFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit CallFilterBar(CaseSession &session, QWidget *parent = nullptr);

    [[nodiscard]] CallFilter filter() const;
    [[nodiscard]] CallFilter asked() const; // by the fields, without the period
    [[nodiscard]] const std::optional<ListPeriod> &period() const { return m_period; }
    void show(const CallFilter &asked, const std::optional<ListPeriod> &period); // emits changed()
    void clear();                                                                // emits changed()
    void focusWords();

Q_SIGNALS:
    void changed();

private:
    void choosePeriod(const std::optional<ListPeriod> &period);
    void change(); // now

    CaseSession &m_session;
    std::optional<ListPeriod> m_period;
    QDate m_today; // that the period was told from
    QTimer m_typing;
    QTimer m_midnight;

    QLineEdit *m_words;
    PeriodPicker *m_picker;
    QToolButton *m_anyPeriod;
    QComboBox *m_outcome;
    CodePicker *m_topic;
};

} // namespace huiyin
