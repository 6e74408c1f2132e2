// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/TickDialog.h"
#include "exchange/DepartmentSheetFile.h"
#include "shell/Page.h"

#include <QHash>
#include <QSet>

class QModelIndex;
class QPlainTextEdit;

namespace huiyin {

// A department's sheet that came back, row by row against what the file holds: what is ticked is entered with the times
// that the department wrote, each ticket on its own.
class TakeSheetDialog : public TickDialog
{
    Q_OBJECT

public:
    TakeSheetDialog(const PageContext &context, const QString &path, QWidget *parent);

private:
    void reload();
    void tryOut(const ReturnedSheet &sheet);
    void fill(const ReturnedSheet &sheet);
    void showWhatIsGone(const ReturnedSheet &sheet);
    void showChosen(const QModelIndex &current);
    void enter();
    void showState() override;
    [[nodiscard]] QString said(const ReturnedRow &row) const;

    PageContext m_context;
    QString m_path;
    ReturnedSheet m_sheet;
    QHash<qint64, QString> m_refused{}; // when they were to be entered, by the ids of the dispatches
    QSet<qint64> m_leftOut{};           // by the user, when others were entered
    NoticeBar *m_missing;
    QPlainTextEdit *m_full; // the chosen row
};

} // namespace huiyin
