// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace huiyin {

// Shown while the last backup is made; nothing else can be done meanwhile. Accepted: the user goes without it.
class SavingDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit SavingDialog(QWidget *window);
    void reject() override {} // Esc neither closes nor stops
};

} // namespace huiyin
