// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <array>

namespace huiyin {

// How many calls came in each hour of a day, before those of a day that it is compared with.
class HourBars : public QWidget
{
    Q_OBJECT

public:
    using Hours = std::array<int, 24>;

    explicit HourBars(QWidget *parent = nullptr);

    void setHours(const Hours &today, const Hours &compared);

    [[nodiscard]] QSize sizeHint() const override { return {280, 96}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 64}; }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRectF column(int hour) const;

    Hours m_today{};
    Hours m_compared{};
};

} // namespace huiyin
