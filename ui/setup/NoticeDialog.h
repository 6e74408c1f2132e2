// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendar/HolidayNotice.h"
#include "shell/Page.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QStandardItemModel;
class QTreeView;

namespace huiyin {

class KeptWords;
class NoticeBar;

// Takes in a year's holidays: the notice is pasted or opened, what was understood of it is shown, and only a notice
// without a fault can be stored.
class NoticeDialog : public QDialog
{
    Q_OBJECT

public:
    NoticeDialog(const PageContext &context, int year, QWidget *parent);

    void setText(const QString &text);

Q_SIGNALS:
    void stored(int year);

private:
    void chooseFile();
    void openFile(const QString &path);
    void check();
    void store();
    void keepWords(NoticeBar *bar);

    PageContext m_context;
    NoticeReading m_reading;
    QPlainTextEdit *m_text;
    QSpinBox *m_year;
    QPushButton *m_file;
    QLabel *m_summary;
    NoticeBar *m_notice;
    QStandardItemModel *m_model;
    QTreeView *m_view;
    QPushButton *m_store;
    KeptWords *m_words = nullptr;
};

} // namespace huiyin
