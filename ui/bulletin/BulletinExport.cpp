// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/BulletinExport.h"

#include "bulletin/BulletinText.h"
#include "controls/NoticeBar.h"
#include "exchange/BulletinBook.h"
#include "exchange/BulletinDocx.h"
#include "paper/BulletinHtml.h"
#include "paper/BulletinPages.h"
#include "paper/BulletinWord.h"
#include "paper/ChartExport.h"
#include "paper/PdfFile.h"
#include "shell/ClipboardGuard.h"
#include "shell/FileSaver.h"
#include "shell/Leaving.h"
#include "statistics/PrintPreview.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

using Format = BulletinExport::Format;

QString suffixOf(Format format)
{
    switch (format) {
    case Format::Word:
        return u"docx"_s;
    case Format::Workbook:
        return u"xlsx"_s;
    case Format::Text:
        return u"txt"_s;
    case Format::Html:
        return u"html"_s;
    case Format::Pdf:
        break;
    }
    return u"pdf"_s;
}

QByteArray bytesOf(const BulletinDocument &document, Format format)
{
    switch (format) {
    case Format::Pdf:
        return pdfOf(document);
    case Format::Text:
        return toText(document).toUtf8();
    case Format::Html:
    case Format::Word: // these two write themselves
    case Format::Workbook:
        break;
    }
    return htmlWithCharts(document).toUtf8();
}

} // namespace

BulletinExport::BulletinExport(CaseSession &session, FileSaver *saver, NoticeBar *notice,
                               std::function<std::optional<Leaving>()> leaving, QWidget *page)
    : QObject(page)
    , m_session(session)
    , m_saver(saver)
    , m_notice(notice)
    , m_leaving(std::move(leaving))
    , m_page(page)
{
}

void BulletinExport::record(const QString &details, std::function<void()> go)
{
    recordLeaving(m_session, this, Command::ComposeBulletin, details, std::move(go),
                  [this](const QString &reason) { m_notice->showNotice(Tone::Warn, reason); });
}

void BulletinExport::print()
{
    const auto leaving = m_leaving();
    if (!leaving)
        return;
    record(leaving->record + u" print", [this, leaving = *leaving] {
        const auto pages = leaving.pages ? leaving.pages : std::make_shared<const BulletinPages>(leaving.document);
        showPrintPreview(m_session, m_page, {.pages = pages, .title = leaving.name});
    });
}

void BulletinExport::printNote(const BulletinDocument &note)
{
    record(u"bulletin %1 correction"_s.arg(note.title), [this, note] {
        showPrintPreview(m_session, m_page,
                         {.pages = std::make_shared<const BulletinPages>(note), .title = note.title});
    });
}

void BulletinExport::copyText()
{
    const auto leaving = m_leaving();
    if (!leaving)
        return;
    record(leaving->record + u" copy", [this, document = leaving->document] {
        copyLasting(toText(document));
        m_notice->showNotice(Tone::Ok, tr("The text of the bulletin has been copied."));
    });
}

void BulletinExport::chooseFile(Format format)
{
    const auto leaving = m_leaving();
    if (!leaving)
        return;
    m_saver->choosePlace(tr("Save the bulletin"), leaving->name, suffixOf(format),
                         [this, format](const QString &path) { writeTo(path, format); });
}

void BulletinExport::writeTo(const QString &path, Format format)
{
    const auto leaving = m_leaving();
    if (!leaving)
        return;
    record(leaving->record + u' ' + suffixOf(format), [this, path, format, document = leaving->document] {
        if (format == Format::Word) {
            m_saver->writeWith(path, [path, document, pictures = wordPictures(document)](bool overwrite) {
                writeBulletinDocx(path, overwrite, document, pictures);
            });
        } else if (format == Format::Workbook) {
            m_saver->writeWith(path,
                               [path, document](bool overwrite) { writeBulletinBook(path, overwrite, document); });
        } else {
            m_saver->write(path, bytesOf(document, format));
        }
    });
}

} // namespace huiyin
