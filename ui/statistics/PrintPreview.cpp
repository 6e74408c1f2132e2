// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/PrintPreview.h"

#include "paper/PdfFile.h"
#include "paper/PrintedPages.h"
#include "shell/Icon.h"

#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QFileDialog>
#include <QPageSize>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QScreen>
#include <QStandardPaths>
#include <QToolBar>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::PrintPreview)
};

void askForPdf(QWidget *parent, const QString &title, const std::function<void(const QString &path)> &save)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(parent, Text::tr("Save as PDF"), folder + u'/' + title + u".pdf",
                                   Text::tr("PDF documents (*.pdf)"));
    dialog->setObjectName(u"printPreview.pdfDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, save);
    dialog->open();
}

} // namespace

void showPrintPreview(QWidget *parent, std::shared_ptr<const PrintedPages> pages, const QString &title,
                      std::function<void(const QString &path)> savePdf)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    if (pages->isLandscape())
        printer->setPageOrientation(QPageLayout::Landscape);
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
    if (savePdf && !bars.isEmpty()) {
        QAction *action = bars.first()->addAction(themedIcon(u"download"_s), Text::tr("Save as PDF…"));
        action->setObjectName(u"printPreview.pdf"_s);
        QObject::connect(action, &QAction::triggered, dialog,
                         [dialog, title, save = std::move(savePdf)] { askForPdf(dialog, title, save); });
    }
    // The printer outlives the dialog that draws on it.
    QObject::connect(dialog, &QObject::destroyed, dialog, [printer] { (void)printer; });
    dialog->open();
}

} // namespace huiyin
