// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Page.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace huiyin {

class NoticeBar;
class PeriodPicker;

// Export of all tables, as CSV files into a folder or as the sheets of a workbook, whole or of a period.
class ExportSection : public QWidget
{
    Q_OBJECT

public:
    explicit ExportSection(const PageContext &context, QWidget *parent = nullptr);

private:
    enum class Form { Folder, Workbook };

    [[nodiscard]] Form form() const;
    [[nodiscard]] bool isMasked() const;
    void changeForm();
    void choosePlace();
    [[nodiscard]] bool canWrite();
    void run();
    void write(bool masked);
    void showState();

    PageContext m_context;
    QComboBox *m_form;
    QComboBox *m_data; // citizens' data: masked, or in full
    QLabel *m_hint;
    QLabel *m_placeLabel;
    QLineEdit *m_folder;
    QCheckBox *m_limit;
    PeriodPicker *m_period;
    QCheckBox *m_overwrite;
    QPushButton *m_export;
    NoticeBar *m_notice;
    bool m_running = false;
};

} // namespace huiyin
