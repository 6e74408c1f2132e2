// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class QFrame;

namespace huiyin {

// A button that shows what is chosen and opens a pane below itself to choose something else.
class PaneButton : public QPushButton
{
    Q_OBJECT

public:
    explicit PaneButton(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

public Q_SLOTS:
    void openPane();

protected:
    // A frame that is a popup of this button; it deletes itself when it is closed.
    [[nodiscard]] virtual QFrame *makePane() = 0;

    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

// An empty pane with its look.
QFrame *makePopupFrame(QWidget *parent);

} // namespace huiyin
