// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/NewOfficeDialog.h"

#include "controls/Panel.h"
#include "domain/Text.h"
#include "shell/FileSaver.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace huiyin {

NewOfficeDialog::NewOfficeDialog(QWidget *parent)
    : QDialog(parent)
    , m_name(new QLineEdit(this))
    , m_hotline(new QLineEdit(tr("12345 hotline", "name of the telephone line, as documents print it"), this))
    , m_path(new QLineEdit(this))
    , m_fault(textLabel(QString(), "error", this))
{
    setObjectName(u"newOffice"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("New office"));
    setMinimumWidth(520);
    m_name->setObjectName(u"newOffice.name"_s);
    m_name->setPlaceholderText(tr("As bulletins print it"));
    m_hotline->setObjectName(u"newOffice.hotline"_s);
    m_path->setObjectName(u"newOffice.path"_s);
    auto *browse = new QPushButton(tr("&Browse…"), this);
    browse->setObjectName(u"newOffice.browse"_s);
    browse->setAutoDefault(false);
    m_fault->setObjectName(u"newOffice.fault"_s);
    m_fault->setWordWrap(true);
    m_fault->hide();

    auto *place = new QHBoxLayout;
    place->setSpacing(8);
    place->addWidget(m_path, 1);
    place->addWidget(browse);
    auto *form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    form->setHorizontalSpacing(8);
    form->setVerticalSpacing(8);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Hotline"), m_hotline);
    auto *pathLabel = new QLabel(tr("Case &file"), this);
    pathLabel->setBuddy(m_path);
    m_path->setAccessibleName(tr("Case file"));
    form->addRow(pathLabel, place);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Create"));
    buttons->button(QDialogButtonBox::Ok)->setObjectName(u"newOffice.create"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &NewOfficeDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &NewOfficeDialog::reject);

    auto *hint =
        textLabel(tr("Everything of the office lies in this one file: keep it on this computer's own disk and "
                     "back it up. Request types, holidays and deadline rules come with it and can be changed."),
                  "weak", this);
    hint->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(16);
    layout->addWidget(hint);
    layout->addLayout(form);
    layout->addWidget(m_fault);
    layout->addWidget(buttons);

    connect(m_name, &QLineEdit::textChanged, this, &NewOfficeDialog::suggestPath);
    connect(m_path, &QLineEdit::textEdited, this, [this] { m_pathChosen = true; });
    for (QLineEdit *edit : {m_name, m_path})
        connect(edit, &QLineEdit::textChanged, m_fault, &QWidget::hide);
    connect(browse, &QPushButton::clicked, this, &NewOfficeDialog::choosePath);
    suggestPath();
}

Office NewOfficeDialog::office() const
{
    return {.name = forceClean(m_name->text()).simplified(), .hotline = forceClean(m_hotline->text()).simplified()};
}

QString NewOfficeDialog::path() const
{
    QString path = QDir::fromNativeSeparators(m_path->text().trimmed());
    if (!path.isEmpty() && QFileInfo(path).suffix().compare(u"huiyin", Qt::CaseInsensitive) != 0)
        path += u".huiyin";
    return path;
}

void NewOfficeDialog::suggestPath()
{
    if (m_pathChosen)
        return;
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QString name = fileNameOf(m_name->text());
    m_path->setText(QDir::toNativeSeparators(folder.filePath((name.isEmpty() ? tr("Office") : name) + u".huiyin")));
}

void NewOfficeDialog::choosePath()
{
    auto *dialog = new QFileDialog(this, tr("Where the case file lies"), path(), tr("Case files (*.huiyin)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"huiyin"_s);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // it would be refused anyway
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_pathChosen = true;
        m_path->setText(QDir::toNativeSeparators(file));
    });
    dialog->open();
}

void NewOfficeDialog::accept()
{
    const auto refuse = [this](QLineEdit *field, const QString &why) {
        m_fault->setText(why);
        m_fault->show();
        layout()->activate(); // the dialog grows; its fields are not squeezed
        resize(width(), std::max(height(), layout()->heightForWidth(width())));
        field->setFocus();
    };
    const QFileInfo info(path());
    if (office().name.isEmpty())
        refuse(m_name, tr("The office needs a name: bulletins print it."));
    else if (path().isEmpty() || !info.dir().exists())
        refuse(m_path, tr("This folder doesn't exist."));
    else if (info.exists())
        refuse(m_path, tr("There is already a file of this name. Choose another name."));
    else
        QDialog::accept();
}

} // namespace huiyin
