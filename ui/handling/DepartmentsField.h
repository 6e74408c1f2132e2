// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/CodePicker.h"
#include "domain/CodeTables.h"

#include <QWidget>

class QHBoxLayout;

namespace huiyin {

// Several departments: each is picked by typing and stands below as a chip that takes it away again.
class DepartmentsField : public QWidget
{
    Q_OBJECT

public:
    DepartmentsField(const QList<Department> &departments, QWidget *parent);

    [[nodiscard]] QList<DepartmentId> departments() const { return m_chosen; }

private:
    void add(DepartmentId department, const QString &name);

    CodePicker *m_picker;
    QWidget *m_chips;
    QHBoxLayout *m_row;
    QList<DepartmentId> m_chosen;
};

} // namespace huiyin
