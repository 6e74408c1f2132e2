// SPDX-License-Identifier: GPL-3.0-or-later
#include "handling/DepartmentsField.h"

#include "controls/Chip.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace huiyin {

DepartmentsField::DepartmentsField(const QList<Department> &departments, QWidget *parent)
    : QWidget(parent)
    , m_picker(new CodePicker(this))
    , m_chips(new QWidget(this))
    , m_row(new QHBoxLayout(m_chips))
{
    m_picker->setChoices(choicesOf(departments));
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(4);
    m_row->addStretch();
    m_chips->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_picker);
    layout->addWidget(m_chips);
    setFocusProxy(m_picker);
    connect(this, &QObject::objectNameChanged, m_picker,
            [this](const QString &name) { m_picker->setObjectName(name + QStringLiteral(".picker")); });
    connect(m_picker, &CodePicker::valueChosen, this, [this] {
        const auto department = m_picker->chosen<DepartmentId>();
        if (!department)
            return;
        add(*department, m_picker->valueText());
        m_picker->setValue(std::nullopt);
    });
}

void DepartmentsField::add(DepartmentId department, const QString &name)
{
    if (m_chosen.contains(department))
        return;
    m_chosen.append(department);
    auto *chip = new Chip(Chip::Kind::Removable, name, m_chips);
    chip->setAccessibleName(tr("Take away %1").arg(name));
    m_row->insertWidget(m_row->count() - 1, chip);
    m_chips->show();
    connect(chip, &Chip::clicked, this, [this, chip, department] {
        m_chosen.removeOne(department);
        chip->deleteLater();
        m_chips->setVisible(!m_chosen.isEmpty());
        m_picker->setFocus();
    });
}

} // namespace huiyin
