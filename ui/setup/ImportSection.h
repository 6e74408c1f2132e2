// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Import.h"
#include "shell/Page.h"

#include <optional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QMimeData;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace huiyin {

class EmptyState;
class IssueModel;
class NoticeBar;

// A table's name ("tickets") in the language of the window.
QString tableLabel(const QString &name);

// Import of tables: choose a file or a folder, match the columns of another program's sheet, check it, mend what is wrong,
// store. Nothing is stored unchecked, and
// nothing but the whole.
class ImportSection : public QWidget
{
    Q_OBJECT

public:
    explicit ImportSection(const PageContext &context, QWidget *parent = nullptr);

    void setPath(const QString &path);
    // The one file or folder of tables that is being dragged; "" for anything else.
    static QString tablesIn(const QMimeData *data);

private:
    void chooseFile();
    void chooseFolder();
    void matchColumns();
    void setForeign(const std::optional<ForeignSheet> &foreign);
    void run(bool checkOnly); // storing: after a backup
    void carryOut(const QString &path, bool checkOnly);
    void showReport(const ImportReport &report, bool checkOnly);
    void setRunning(bool running);
    void showState();
    [[nodiscard]] ImportOptions options() const;

    PageContext m_context;
    QLineEdit *m_path;
    QPushButton *m_file;
    QPushButton *m_folder;
    QPushButton *m_match;
    QPushButton *m_log;
    QLabel *m_matched;
    QCheckBox *m_createMissing;
    QCheckBox *m_update;
    QPushButton *m_check;
    QPushButton *m_store;
    QPushButton *m_copy;
    NoticeBar *m_notice;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QTreeView *m_list;
    IssueModel *m_issues;
    std::optional<ForeignSheet> m_foreign; // the file is of another program, and this is how it is read
    bool m_checked = false;                // this path with these options, and without an error
    bool m_running = false;
};

} // namespace huiyin
