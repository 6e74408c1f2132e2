// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/PaneButton.h"

#include <QDate>

#include <optional>

namespace huiyin {

// Up to which day what happened counts: the end of the period, or another day, included.
class CutOffPicker : public PaneButton
{
    Q_OBJECT

public:
    explicit CutOffPicker(QWidget *parent = nullptr);

    [[nodiscard]] std::optional<QDate> lastDay() const { return m_lastDay; } // nullopt: the period's last
    void setPeriodEnd(QDate day);                                            // goes back to it; doesn't emit

Q_SIGNALS:
    void cutOffChosen(); // by the user

protected:
    [[nodiscard]] QFrame *makePane() override;

private:
    void choose(std::optional<QDate> day);
    void showChoice();

    QDate m_periodEnd;
    std::optional<QDate> m_lastDay;
};

} // namespace huiyin
