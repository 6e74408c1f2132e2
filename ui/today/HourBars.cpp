// SPDX-License-Identifier: GPL-3.0-or-later
#include "today/HourBars.h"

#include "shell/Theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <numeric>

namespace huiyin {

namespace {
constexpr int hours = 24;
constexpr int labelHeight = 14;
constexpr int topRoom = 14; // for the number over the highest bar
} // namespace

HourBars::HourBars(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void HourBars::setHours(const Hours &today, const Hours &compared)
{
    m_today = today;
    m_compared = compared;
    const auto busiest = std::ranges::max_element(m_today);
    setAccessibleDescription(*busiest == 0 ? tr("No calls yet")
                                           : tr("%1 calls, most of them from %2:00")
                                                 .arg(std::accumulate(m_today.begin(), m_today.end(), 0))
                                                 .arg(std::distance(m_today.begin(), busiest)));
    update();
}

QRectF HourBars::column(int hour) const
{
    const qreal step = static_cast<qreal>(width()) / hours;
    return {step * hour, 0, step, static_cast<qreal>(height() - labelHeight)};
}

bool HourBars::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto *help = static_cast<QHelpEvent *>(event);
    const int hour = std::clamp(help->pos().x() * hours / std::max(1, width()), 0, hours - 1);
    const auto at = static_cast<size_t>(hour);
    QToolTip::showText(
        help->globalPos(),
        tr("%1:00–%2:00: %3 calls, %4 a week ago").arg(hour).arg(hour + 1).arg(m_today.at(at)).arg(m_compared.at(at)),
        this);
    return true;
}

void HourBars::paintEvent([[maybe_unused]] QPaintEvent *event)
{
    QPainter painter(this);
    painter.setFont(Theme::instance().font(Theme::Text::Small));
    const int most = std::max({1, *std::ranges::max_element(m_today), *std::ranges::max_element(m_compared)});
    const auto busiest = std::distance(m_today.begin(), std::ranges::max_element(m_today));
    const auto bar = [&](int hour, int count, qreal inset, ColourRole role) {
        const QRectF room = column(hour);
        const qreal high = (room.height() - topRoom) * count / most;
        if (count > 0)
            painter.fillRect(QRectF(room.left() + inset, room.bottom() - std::max<qreal>(high, 1),
                                    room.width() - 2 * inset, std::max<qreal>(high, 1)),
                             colour(role));
    };
    for (int hour = 0; hour < hours; ++hour) {
        const auto at = static_cast<size_t>(hour);
        bar(hour, m_compared.at(at), 1.5, ColourRole::AccentSoft);
        bar(hour, m_today.at(at), 3, ColourRole::Accent);
        painter.setPen(colour(ColourRole::TextWeak));
        if (hour % 3 == 0) {
            const QRectF room = column(hour);
            painter.drawText(QRectF(room.left() - 10, height() - labelHeight, room.width() + 20, labelHeight),
                             Qt::AlignCenter, QString::number(hour));
        }
        if (hour == busiest && m_today.at(at) > 0) {
            const QRectF room = column(hour);
            const qreal high = (room.height() - topRoom) * m_today.at(at) / most;
            painter.setPen(colour(ColourRole::TextSoft));
            painter.drawText(QRectF(room.left() - 20, room.bottom() - high - topRoom, room.width() + 40, topRoom),
                             Qt::AlignCenter, QLocale().toString(m_today.at(at)));
        }
    }
    painter.fillRect(QRect(0, height() - labelHeight, width(), 1), colour(ColourRole::RowLine));
}

} // namespace huiyin
