// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/AboutDialog.h"

#include "controls/Panel.h"
#include "shell/ClipboardGuard.h"
#include "shell/Icon.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"about"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About %1").arg(QGuiApplication::applicationDisplayName()));

    auto *logo = new QLabel(this);
    logo->setPixmap(applicationIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    auto *text = textLabel(versions(), "soft", this);
    text->setObjectName(u"about.versions"_s);
    setCopiesLasting(this);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *licence = textLabel(tr("Free software under the GNU General Public License, version 3 or later. It comes "
                                 "without any warranty. Icons by Lucide (ISC); holidays from the notices of the State "
                                 "Council (MIT)."),
                              "weak", this);
    licence->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(u"about.copy"_s);
    connect(copy, &QPushButton::clicked, this, [] { copyLasting(versions()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(logo);
    auto *names = new QVBoxLayout;
    names->setSpacing(4);
    names->addStretch();
    names->addWidget(textLabel(QGuiApplication::applicationDisplayName(), "title", this));
    names->addWidget(textLabel(tr("Case book of a government hotline office"), "soft", this));
    names->addStretch();
    head->addLayout(names, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(16);
    layout->addLayout(head);
    layout->addWidget(text);
    layout->addWidget(licence);
    layout->addWidget(buttons);
    setMinimumWidth(440);
}

QString AboutDialog::versions()
{
    return u"%1 %2\nQt %3 (%4)\n%5"_s.arg(u"Huiyin"_s, QCoreApplication::applicationVersion(),
                                          QString::fromLatin1(qVersion()), QGuiApplication::platformName(),
                                          QSysInfo::prettyProductName());
}

} // namespace huiyin
