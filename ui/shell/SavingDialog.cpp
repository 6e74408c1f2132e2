// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/SavingDialog.h"

#include "shell/BackupKeeper.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

SavingDialog::SavingDialog(QWidget *window)
    : QDialog(window)
{
    setObjectName(u"shell.savingCopy"_s);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(BackupKeeper::tr("Saving a copy"));
    setMinimumWidth(380);
    auto *text = new QLabel(BackupKeeper::tr("A backup of today's work is being made and checked."), this);
    text->setWordWrap(true);
    auto *leave = new QPushButton(BackupKeeper::tr("&Close without it"), this);
    leave->setObjectName(u"shell.savingCopy.without"_s);
    leave->setAutoDefault(false);
    connect(leave, &QPushButton::clicked, this, &QDialog::accept);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(16);
    layout->addWidget(text);
    layout->addWidget(leave, 0, Qt::AlignRight);
}

} // namespace huiyin
