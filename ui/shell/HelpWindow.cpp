// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/HelpWindow.h"

#include "shell/ClipboardGuard.h"

#include <QFile>
#include <QGuiApplication>
#include <QLocale>
#include <QShortcut>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

HelpWindow::HelpWindow(QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_browser(new QTextBrowser(this))
{
    setObjectName(u"help"_s);
    setCopiesLasting(this);
    setWindowTitle(tr("Help"));
    resize(640, 720);
    m_browser->setObjectName(u"help.text"_s);
    m_browser->setAccessibleName(tr("Help"));
    m_browser->setOpenExternalLinks(false);
    m_browser->document()->setDocumentMargin(20);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_browser);
    connect(new QShortcut(Qt::Key_Escape, this), &QShortcut::activated, this, &QWidget::close);

    const bool chinese = QLocale().language() == QLocale::Chinese;
    m_browser->setSource(QUrl(u"qrc:/huiyin/ui/help/"_s + (chinese ? u"zh_CN.html"_s : u"en.html"_s)));
}

void HelpWindow::showPart(const QString &part)
{
    show();
    raise();
    activateWindow();
    if (!part.isEmpty())
        m_browser->scrollToAnchor(part);
}

} // namespace huiyin
