// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace huiyin {

// The program's name, version, licence, and the versions of what it stands on, to be copied into a report.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent = nullptr);

    static QString versions();
};

} // namespace huiyin
