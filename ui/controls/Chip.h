// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace huiyin {

// A round button with a word in it: a condition that can be taken away (with a cross), or one of several open things
// (checkable; the checked one is the one in front).
class Chip : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Kind { Removable, Choice };

    Chip(Kind kind, const QString &text, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Kind m_kind;
};

} // namespace huiyin
