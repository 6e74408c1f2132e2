// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/Tag.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace huiyin {

// A message inside a page, with an action or two. Hidden until it has something to say.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    void showNotice(Tone tone, const QString &text);
    void showNotice(Tone tone, const QString &text, const QString &action, std::function<void()> onAction);
    void addAction(const QString &action, std::function<void()> onAction); // a second one, of the notice that stands
    void clear();
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void visibilityChanged(bool visible); // it has come or gone

private:
    void showIcon();

    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_second;
    QToolButton *m_close;
    std::function<void()> m_onAction;
    std::function<void()> m_onSecond;
    Tone m_tone = Tone::Info;
};

} // namespace huiyin
