// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/Tag.h"

class QTimer;

namespace huiyin {

// A quiet word over the top of a page while something takes longer than a moment.
class BusyMark : public Tag
{
    Q_OBJECT

public:
    explicit BusyMark(QWidget *host);

    void setBusy(bool busy);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QTimer *m_delay;
};

} // namespace huiyin
