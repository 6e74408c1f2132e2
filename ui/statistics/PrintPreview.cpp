// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/PrintPreview.h"

#include "paper/BulletinPages.h"
#include "paper/PdfFile.h"

#include <QAction>
#include <QComboBox>
#include <QPageSize>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QScreen>
#include <QToolBar>

using namespace Qt::StringLiterals;

namespace huiyin {

void showPrintPreview(QWidget *parent, std::shared_ptr<const BulletinPages> pages, const QString &title)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setDocName(title);
    auto *dialog = new QPrintPreviewDialog(printer.get(), parent);
    dialog->setObjectName(u"printPreview"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->resize(QSize(900, 860).boundedTo(parent->screen()->availableSize() * 0.92));
    QObject::connect(dialog, &QPrintPreviewDialog::paintRequested, dialog,
                     [pages = std::move(pages)](QPrinter *target) { printPages(*pages, *target); });
    // Qt counts the zoom in the printer's dots and so shows 4 % for a page that fills the window: not shown.
    const auto bars = dialog->findChildren<QToolBar *>();
    for (const QToolBar *bar : bars) {
        const auto actions = bar->actions();
        for (QAction *action : actions)
            action->setVisible(action->isVisible() && !qobject_cast<QComboBox *>(bar->widgetForAction(action)));
    }
    // The printer outlives the dialog that draws on it.
    QObject::connect(dialog, &QObject::destroyed, dialog, [printer] { (void)printer; });
    dialog->open();
}

} // namespace huiyin
