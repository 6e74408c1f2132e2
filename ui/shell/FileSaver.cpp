// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/FileSaver.h"

#include "domain/Text.h"
#include "shell/Settings.h"
#include "storage/SafeFile.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {
constexpr auto folderKey = "export/folder";

QString filterFor(const QString &suffix)
{
    if (suffix == u"pdf")
        return FileSaver::tr("PDF documents (*.pdf)");
    if (suffix == u"png")
        return FileSaver::tr("Pictures (*.png)");
    if (suffix == u"svg")
        return FileSaver::tr("Drawings (*.svg)");
    if (suffix == u"csv")
        return FileSaver::tr("Tables (*.csv)");
    if (suffix == u"xlsx")
        return FileSaver::tr("Excel workbooks (*.xlsx)");
    if (suffix == u"docx")
        return FileSaver::tr("Word documents (*.docx)");
    if (suffix == u"txt")
        return FileSaver::tr("Plain text (*.txt)");
    if (suffix == u"json")
        return FileSaver::tr("Layouts of bulletins (*.json)");
    Q_ASSERT(suffix == u"html");
    return FileSaver::tr("Web pages (*.html)");
}

} // namespace

FileSaver::FileSaver(const PageContext &context, QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_page(page)
{
}

void FileSaver::choose(const QString &title, const QString &suggestedName, const QString &suffix,
                       std::function<QByteArray()> make)
{
    choosePlace(title, suggestedName, suffix,
                [this, make = std::move(make)](const QString &path) { write(path, make()); });
}

void FileSaver::choosePlace(const QString &title, const QString &suggestedName, const QString &suffix,
                            std::function<void(const QString &path)> go)
{
    askForPlace(m_page, title, suggestedName, {suffix}, std::move(go)); // write() asks
}

void FileSaver::write(const QString &path, const QByteArray &bytes)
{
    writeWith(path, [path, bytes](bool overwrite) {
        SafeFile file(path, overwrite);
        file.write(bytes);
        file.commit();
    });
}

void FileSaver::writeWith(const QString &path, std::function<void(bool overwrite)> store)
{
    askToReplace(m_context.messages, this, path, [this, path, store = std::move(store)](bool overwrite) {
        m_context.session.read(
            this, [store, overwrite](CaseFile &) { store(overwrite); }, [this, path] { Q_EMIT written(path); });
    });
}

QFileDialog *askForPlace(QWidget *parent, const QString &title, const QString &suggestedName,
                         const QStringList &suffixes, std::function<void(const QString &path)> go)
{
    const QString suffix = suffixes.first();
    QStringList filters;
    for (const QString &each : suffixes)
        filters.append(filterFor(each));
    QString folder = settings().value(QLatin1StringView(folderKey)).toString();
    if (folder.isEmpty() || !QDir(folder).exists())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog =
        new QFileDialog(parent, title, QDir(folder).filePath(suggestedName + u'.' + suffix), filters.join(u";;"_s));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, filters, suffixes](const QString &filter) {
        const QString kind = suffixes.value(filters.indexOf(filter));
        const QStringList names = dialog->selectedFiles();
        dialog->setDefaultSuffix(kind);
        // The name that was suggested follows the form.
        if (!kind.isEmpty() && names.size() == 1 && suffixes.contains(QFileInfo(names.first()).suffix()))
            dialog->selectFile(QFileInfo(names.first()).completeBaseName() + u'.' + kind);
    });
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [go = std::move(go), dialog](const QString &chosen) {
        // Not every system's own dialog adds the suffix.
        const QString path =
            QFileInfo(chosen).suffix().isEmpty() ? QString(chosen + u'.' + dialog->defaultSuffix()) : chosen;
        settings().setValue(QLatin1StringView(folderKey), QFileInfo(path).absolutePath());
        go(path);
    });
    dialog->open();
    return dialog;
}

QFileDialog *askForPlace(QWidget *parent, const QString &title, const QString &suggestedName,
                         const QStringList &suffixes, Messages &messages,
                         std::function<void(const QString &path, bool overwrite)> go)
{
    return askForPlace(parent, title, suggestedName, suffixes,
                       [parent, &messages, go = std::move(go)](const QString &path) {
                           askToReplace(messages, parent, path, [path, go](bool overwrite) { go(path, overwrite); });
                       });
}

void askToReplace(Messages &messages, QObject *asker, const QString &path, std::function<void(bool overwrite)> go)
{
    if (!QFileInfo::exists(path)) {
        go(false);
        return;
    }
    messages.ask(
        asker,
        {.message = {.level = Message::Level::Warning,
                     .what = FileSaver::tr("There is already a file “%1”.").arg(QDir::toNativeSeparators(path)),
                     .state = FileSaver::tr("Nothing has been written yet.")},
         .answers = {FileSaver::tr("Replace it"), FileSaver::tr("Keep it")},
         .standard = 0,
         .destructive = true},
        [go = std::move(go)](int answer) {
            if (answer == 0)
                go(true);
        });
}

QString fileNameOf(const QString &title)
{
    QString name;
    for (const QChar c : forceClean(title).simplified()) {
        const bool refused = c.unicode() < 32 || u"/\\:*?\"<>|"_s.contains(c);
        name += refused ? QChar(u'_') : c;
    }
    return name.trimmed();
}

} // namespace huiyin
