// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace huiyin {

// A push button that shows its key after its text, smaller and paler: "派单 F6". The key works wherever the focus is
// in the button's window, while the button can be pressed.
class ActionButton : public QPushButton
{
    Q_OBJECT

public:
    enum class Look { Plain, Primary };

    explicit ActionButton(const QString &text, const QKeySequence &key = {}, Look look = Look::Plain,
                          QWidget *parent = nullptr);

    // A button beside an action that owns the key already: the key is only shown.
    void setPrimary(bool primary);
    void showKey(const QKeySequence &key);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont keyFont() const;
    [[nodiscard]] QFont textFont() const;

    Look m_look;
    QString m_key;
};

} // namespace huiyin
