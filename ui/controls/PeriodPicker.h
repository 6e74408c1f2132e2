// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Period.h"

#include <QPushButton>

#include <optional>

namespace huiyin {

// A period in the language of the window: 2020年2月9日至2月29日, "9–29 Feb 2020". Documents print Period::label().
QString displayLabel(const Period &period);
// The same of a list's period: "This month · February 2020".
QString displayLabel(const ListPeriod &period, QDate today);

// A button that shows a period and opens a pane to choose a month, a quarter, a year or free dates, and steps to the
// period before and after by Ctrl+Left and Ctrl+Right.
class PeriodPicker : public QPushButton
{
    Q_OBJECT

public:
    explicit PeriodPicker(QWidget *parent = nullptr);

    [[nodiscard]] Period period() const { return m_period; }
    void setPeriod(const Period &period); // doesn't emit
    // Offers periods that are told from today too: relativeChosen().
    void setOffersRelative(bool offers) { m_offersRelative = offers; }
    [[nodiscard]] std::optional<RelativePeriod> relative() const { return m_relative; }
    void setPeriod(const ListPeriod &period, QDate today); // doesn't emit
    // None is chosen: the button says so, and its pane begins in this year.
    void setNone(const QString &text, QDate today);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

public Q_SLOTS:
    void openPane();

Q_SIGNALS:
    void periodChosen(const huiyin::Period &period); // by the user
    void relativeChosen(huiyin::RelativePeriod relative);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    friend class PeriodPane;
    void choose(const Period &period);

    Period m_period;
    std::optional<RelativePeriod> m_relative;
    bool m_offersRelative = false;
    bool m_none = false;
};

} // namespace huiyin
