// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Period.h"

#include <QPushButton>

namespace huiyin {

// A period in the language of the window: 2020年2月9日至2月29日, "9–29 Feb 2020". Documents print Period::label().
QString displayLabel(const Period &period);

// A button that shows a period and opens a pane to choose a month, a quarter, a year or free dates, and steps to the
// period before and after by Ctrl+Left and Ctrl+Right.
class PeriodPicker : public QPushButton
{
    Q_OBJECT

public:
    explicit PeriodPicker(QWidget *parent = nullptr);

    [[nodiscard]] Period period() const { return m_period; }
    void setPeriod(const Period &period); // doesn't emit

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

public Q_SLOTS:
    void openPane();

Q_SIGNALS:
    void periodChosen(const huiyin::Period &period); // by the user

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    friend class PeriodPane;
    void choose(const Period &period);

    Period m_period;
};

} // namespace huiyin
