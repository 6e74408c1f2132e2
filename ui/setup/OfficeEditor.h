// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Page.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace huiyin {

class NoticeBar;

// The office's own record: its name and hotline as documents print them, and its time zone.
class OfficeEditor : public QWidget
{
    Q_OBJECT

public:
    explicit OfficeEditor(const PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] bool isChanged() const;

private:
    void showOffice();
    void showState();
    void save();

    PageContext m_context;
    QLineEdit *m_name;
    QLineEdit *m_hotline;
    QComboBox *m_zone;
    NoticeBar *m_notice;
    QPushButton *m_save;
    QPushButton *m_revert;
};

} // namespace huiyin
