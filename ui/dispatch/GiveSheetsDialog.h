// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/TickDialog.h"
#include "shell/Page.h"

class QCheckBox;

namespace huiyin {

// 交换表: gives out what departments without a program have in hand, a sheet for each that is ticked, into a folder from
// which they are passed on.
class GiveSheetsDialog : public TickDialog
{
    Q_OBJECT

public:
    GiveSheetsDialog(const PageContext &context, QWidget *parent);

    // Into `folder`; as the button does once a folder was chosen.
    void giveInto(const QString &folder);

private:
    void fill(const QHash<DepartmentId, int> &counts);
    void showState() override;
    void chooseFolder();
    [[nodiscard]] QList<DepartmentId> ticked() const;

    PageContext m_context;
    QCheckBox *m_withCitizen;
};

} // namespace huiyin
