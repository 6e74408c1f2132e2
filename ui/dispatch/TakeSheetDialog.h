// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/TickDialog.h"
#include "exchange/DepartmentSheetFile.h"
#include "shell/Page.h"

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
    void fill(const ReturnedSheet &sheet);
    void showWhatIsGone(const ReturnedSheet &sheet);
    void enter();
    void showState() override;
    [[nodiscard]] QString said(const ReturnedRow &row) const;

    PageContext m_context;
    QString m_path;
    ReturnedSheet m_sheet;
    NoticeBar *m_missing;
};

} // namespace huiyin
