// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/BusyMark.h"

#include <QEvent>
#include <QTimer>

namespace huiyin {

namespace {
constexpr int moment = 300; // ms
}

BusyMark::BusyMark(QWidget *host)
    : Tag(tr("Counting…"), Tone::Info, host)
    , m_delay(new QTimer(this))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_delay->setSingleShot(true);
    m_delay->setInterval(moment);
    connect(m_delay, &QTimer::timeout, this, [this] {
        place();
        show();
        raise();
    });
    host->installEventFilter(this);
    hide();
}

void BusyMark::setBusy(bool busy)
{
    if (!busy) {
        m_delay->stop();
        hide();
    } else if (!isVisible() && !m_delay->isActive()) {
        m_delay->start();
    }
}

bool BusyMark::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return Tag::eventFilter(watched, event);
}

void BusyMark::place()
{
    resize(sizeHint());
    move((parentWidget()->width() - width()) / 2, 2);
}

} // namespace huiyin
