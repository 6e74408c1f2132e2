// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Office.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace huiyin {

// Asks for what a new office needs: its name, its hotline, and where its case file lies.
class NewOfficeDialog : public QDialog
{
    Q_OBJECT

public:
    explicit NewOfficeDialog(QWidget *parent = nullptr);

    [[nodiscard]] Office office() const;
    [[nodiscard]] QString path() const;

    void accept() override;

private:
    void suggestPath();
    void choosePath();

    QLineEdit *m_name;
    QLineEdit *m_hotline;
    QLineEdit *m_path;
    QLabel *m_fault;
    bool m_pathChosen = false;
};

} // namespace huiyin
