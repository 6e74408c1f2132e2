// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/PrintPreview.h"

#include "controls/NoticeBar.h"
#include "domain/ItemList.h"
#include "paper/PdfFile.h"
#include "paper/PrintedPages.h"
#include "shell/CaseSession.h"
#include "shell/FileSaver.h"
#include "shell/Icon.h"
#include "shell/Theme.h"
#include "statistics/PageView.h"
#include "storage/SafeFile.h"
#include "storage/StorageError.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPageSize>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QScreen>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::PrintPreview)
};

void tellWritten(CaseSession &session, const QString &path)
{
    session.messages().show({.level = Message::Level::Information,
                             .what = Text::tr("The pages have been written."),
                             .state = QDir::toNativeSeparators(path)});
}

// `which`: pages from 0; none for all.
void writePdf(CaseSession &session, QWidget *parent, const Preview &preview, const QString &path, bool overwrite,
              const QList<int> &which = {})
{
    const auto store = [path, overwrite](const QByteArray &pdf, const Progress &progress) {
        SafeFile file(path, overwrite);
        file.write(pdf);
        stopIfCancelled(progress);
        file.commit();
    };
    const auto done = [&session, path] { tellWritten(session, path); };
    const QString title = QFileInfo(path).completeBaseName();
    const QString author = session.office().name;
    if (preview.anyThread) {
        session.longRead(
            parent, Text::tr("Writing the PDF"),
            [pages = preview.pages, title, author, which, store](CaseFile &, Progress &progress) {
                store(pdfOf(*pages, title, author, progress, which), progress);
            },
            done);
        return;
    }
    Progress unheard;
    session.read(
        parent,
        [pdf = pdfOf(*preview.pages, title, author, unheard, which), store](CaseFile &, const Progress &progress) {
            store(pdf, progress);
        },
        done);
}

void tellFailed(CaseSession &session)
{
    session.messages().show({.level = Message::Level::Error,
                             .what = Text::tr("The pages could not be printed."),
                             .state = Text::tr("Nothing, or not all of them, has come out of the printer."),
                             .todo = Text::tr("See whether the printer is on and has paper, then print again.")});
}

bool holdsSheets(const PrintedPages &pages)
{
    for (int page = 1; page < pages.count(); ++page) {
        if (pages.beginsLeaf(page))
            return true;
    }
    return false;
}

std::shared_ptr<QPrinter> printerFor(const Preview &preview)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    if (preview.pages->isLandscape())
        printer->setPageOrientation(QPageLayout::Landscape);
    printer->setDocName(preview.title);
    // Sheets go to different hands; whoever wants both sides says so.
    if (holdsSheets(*preview.pages))
        printer->setDuplex(QPrinter::DuplexNone);
    return printer;
}

class PreviewDialog : public QDialog
{
public:
    PreviewDialog(CaseSession &session, QWidget *parent, Preview preview)
        : QDialog(parent)
        , m_session(&session)
        , m_preview(std::move(preview))
        , m_view(new PageView(m_preview.pages, this))
        , m_stale(new NoticeBar(this))
    {
        setObjectName(u"printPreview"_s);
        setAttribute(Qt::WA_DeleteOnClose);
        setWindowTitle(m_preview.title);
        setWindowFlag(Qt::WindowMaximizeButtonHint);
        resize(QSize(900, 860).boundedTo(parent->screen()->availableSize() * 0.92));

        auto *bar = new QHBoxLayout;
        bar->setSpacing(8);
        auto *print = new QPushButton(themedIcon(u"printer"_s, ColourRole::OnAccent), Text::tr("&Print…"), this);
        print->setObjectName(u"printPreview.print"_s);
        print->setDefault(true);
        bar->addWidget(print);
        connect(print, &QPushButton::clicked, this, &PreviewDialog::askPrinter);
        if (!m_preview.pdfName.isEmpty()) {
            auto *pdf = new QPushButton(themedIcon(u"download"_s), Text::tr("&Save as PDF…"), this);
            pdf->setObjectName(u"printPreview.pdf"_s);
            pdf->setAutoDefault(false);
            bar->addWidget(pdf);
            connect(pdf, &QPushButton::clicked, this, &PreviewDialog::askPlace);
        }
        bar->addStretch();
        const int count = m_preview.pages->count();
        auto *page = new QSpinBox(this);
        page->setObjectName(u"printPreview.page"_s);
        page->setAccessibleName(Text::tr("Page in sight"));
        page->setRange(1, std::max(1, count));
        page->setKeyboardTracking(false);
        bar->addWidget(page);
        bar->addWidget(new QLabel(Text::tr("of %n page(s)", "in a preview", count), this));
        bar->addSpacing(8);
        addZoom(bar, u"printPreview.smaller"_s, u"−"_s, Text::tr("Show the pages smaller"), QKeySequence::ZoomOut,
                1 / 1.25);
        addZoom(bar, u"printPreview.larger"_s, u"＋"_s, Text::tr("Show the pages larger"), QKeySequence::ZoomIn, 1.25);
        connect(page, &QSpinBox::valueChanged, m_view, [this](int number) { m_view->showPage(number - 1); });
        connect(m_view, &PageView::pageReached, page, [page](int number) {
            const QSignalBlocker quiet(page);
            page->setValue(number + 1);
        });

        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(12, 12, 12, 12);
        layout->setSpacing(8);
        layout->addLayout(bar);
        if (!m_preview.remark.isEmpty()) {
            auto *remark = new QLabel(m_preview.remark, this);
            remark->setObjectName(u"printPreview.remark"_s);
            remark->setWordWrap(true);
            remark->setTextInteractionFlags(Qt::TextSelectableByMouse);
            layout->addWidget(remark);
        }
        m_stale->setObjectName(u"printPreview.stale"_s);
        layout->addWidget(m_stale);
        layout->addWidget(m_view, 1);
        m_view->setFocus();
        connect(&session, &CaseSession::changed, this, &PreviewDialog::noteChanges);
        tellChanged();
    }

private:
    void noteChanges(const Changes &changes)
    {
        const qsizetype before = m_preview.changed.size();
        for (auto ticket = m_preview.tickets.cbegin(); ticket != m_preview.tickets.cend(); ++ticket) {
            if (changes.everything || changes.tickets.contains(ticket.key()))
                m_preview.changed.insert(ticket.key());
        }
        if (m_preview.changed.size() > before)
            tellChanged();
    }

    // The pages stay as they were read: a paper is of one moment.
    void tellChanged()
    {
        constexpr qsizetype told = 12; // numbers
        QStringList numbers;
        for (const TicketId ticket : std::as_const(m_preview.changed)) {
            if (m_preview.tickets.contains(ticket))
                numbers.append(m_preview.tickets.value(ticket));
        }
        if (numbers.isEmpty())
            return;
        numbers.sort();
        m_stale->showNotice(Tone::Warn,
                            Text::tr("Changed since these pages were made: %1. Close the preview and print again to "
                                     "have them as they are now.")
                                .arg(numbersInWords(numbers, told)));
    }

    void addZoom(QHBoxLayout *bar, const QString &name, const QString &sign, const QString &tip,
                 QKeySequence::StandardKey key, qreal factor)
    {
        auto *button = new QToolButton(this);
        button->setObjectName(name);
        button->setText(sign);
        button->setAccessibleName(tip);
        button->setToolTip(tip);
        button->setShortcut(key);
        bar->addWidget(button);
        connect(button, &QToolButton::clicked, m_view, [this, factor] { m_view->zoom(factor); });
    }

    void askPrinter()
    {
        const auto printer = printerFor(m_preview);
        auto *dialog = new QPrintDialog(printer.get(), this);
        dialog->setObjectName(u"printPreview.printer"_s);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setMinMax(1, m_preview.pages->count());
        // The printer outlives the dialog that writes to it.
        connect(dialog, &QObject::destroyed, this, [printer] { (void)printer; });
        connect(dialog, &QDialog::accepted, this, [this, printer] {
            if (m_session)
                huiyin::print(*m_session, parentWidget(), m_preview, printer);
        });
        dialog->open();
    }

    void askPlace()
    {
        if (!m_session)
            return;
        auto *dialog = askForPlace(this, Text::tr("Save as PDF"), m_preview.pdfName, {u"pdf"_s}, m_session->messages(),
                                   [this](const QString &path, bool overwrite) {
                                       if (m_session)
                                           writePdf(*m_session, parentWidget(), m_preview, path, overwrite);
                                   });
        dialog->setObjectName(u"printPreview.pdfDialog"_s);
    }

    QPointer<CaseSession> m_session;
    Preview m_preview;
    PageView *m_view;
    NoticeBar *m_stale;
};

} // namespace

QString numbersInWords(const QStringList &numbers, qsizetype told)
{
    const QString list = joinedItems(numbers.first(std::min(told, numbers.size())));
    if (numbers.size() <= told)
        return list;
    return Text::tr("%1 and %n more", "tickets", static_cast<int>(numbers.size() - told)).arg(list);
}

void print(CaseSession &session, QWidget *parent, const Preview &preview, const std::shared_ptr<QPrinter> &printer)
{
    // The toolkit would write into the file itself, and leave half of it on a full disk.
    if (printer->outputFormat() == QPrinter::PdfFormat && !printer->outputFileName().isEmpty()) {
        QList<int> order = printOrder(*preview.pages, *printer);
        order.removeAll(blankPage);
        writePdf(session, parent, preview, printer->outputFileName(), true, order); // the dialog has asked
        return;
    }
    if (preview.anyThread) {
        session.longRead(
            parent, Text::tr("Printing"),
            [pages = preview.pages, printer](CaseFile &, Progress &progress) {
                const bool printed = printPages(*pages, *printer, progress);
                stopIfCancelled(progress);
                return printed;
            },
            [&session](bool printed) {
                if (!printed)
                    tellFailed(session);
            });
        return;
    }
    Progress unheard;
    if (!printPages(*preview.pages, *printer, unheard))
        tellFailed(session);
}

void showPrintPreview(CaseSession &session, QWidget *parent, const Preview &preview)
{
    auto *dialog = new PreviewDialog(session, parent, preview);
    dialog->open();
}

} // namespace huiyin
