// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/ExportSection.h"

#include "controls/NoticeBar.h"
#include "controls/Panel.h"
#include "controls/PeriodPicker.h"
#include "exchange/Export.h"
#include "setup/ImportSection.h"
#include "shell/ConsentDialog.h"

#include <QCheckBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

ExportSection::ExportSection(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_folder(new QLineEdit(this))
    , m_limit(new QCheckBox(tr("Only what was received &in"), this))
    , m_period(new PeriodPicker(this))
    , m_overwrite(new QCheckBox(tr("&Replace an export that stands there"), this))
    , m_export(new QPushButton(tr("&Export"), this))
    , m_notice(new NoticeBar(this))
{
    setObjectName(u"setup.export"_s);
    m_folder->setObjectName(u"setup.export.folder"_s);
    m_limit->setObjectName(u"setup.export.limit"_s);
    m_period->setObjectName(u"setup.export.period"_s);
    m_overwrite->setObjectName(u"setup.export.overwrite"_s);
    m_export->setObjectName(u"setup.export.run"_s);
    m_notice->setObjectName(u"setup.export.notice"_s);
    auto *choose = new QPushButton(tr("&Browse…"), this);
    choose->setObjectName(u"setup.export.choose"_s);
    choose->setAutoDefault(false);
    m_export->setAutoDefault(false);
    setLook(m_export, "primary");
    auto *label = textLabel(tr("To a &new folder"), "soft", this);
    label->setTextFormat(Qt::AutoText);
    label->setBuddy(m_folder);
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QString name =
        QFileInfo(context.session.path()).completeBaseName() + u'-' + context.session.today().toString(u"yyyyMMdd"_s);
    m_folder->setText(QDir::toNativeSeparators(documents.filePath(name)));
    const QDate month = context.session.today().addMonths(-1);
    m_period->setPeriod(Period::month(month.year(), month.month()));
    auto *hint =
        textLabel(tr("All tables as CSV files, as spreadsheets read them, and as Import takes them back. They hold "
                     "the names and telephones of citizens: keep them as safe as the case file itself."),
                  "weak", this);
    hint->setWordWrap(true);

    auto *to = new QHBoxLayout;
    to->setSpacing(8);
    to->addWidget(label);
    to->addWidget(m_folder, 1);
    to->addWidget(choose);
    auto *limit = new QHBoxLayout;
    limit->setSpacing(8);
    limit->addWidget(m_limit);
    limit->addWidget(m_period);
    limit->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_export);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(15, 0, 15, 15);
    layout->setSpacing(12);
    layout->addWidget(hint);
    layout->addLayout(to);
    layout->addLayout(limit);
    layout->addWidget(m_overwrite);
    layout->addLayout(buttons);
    layout->addWidget(m_notice);
    layout->addStretch();

    connect(choose, &QPushButton::clicked, this, &ExportSection::chooseFolder);
    connect(m_limit, &QCheckBox::toggled, this, &ExportSection::showState);
    connect(m_folder, &QLineEdit::textChanged, this, &ExportSection::showState);
    connect(m_export, &QPushButton::clicked, this, &ExportSection::run);
    showState();
}

void ExportSection::chooseFolder()
{
    // The folder that the new one lies in.
    const QFileInfo now(QDir::fromNativeSeparators(m_folder->text()));
    auto *dialog = new QFileDialog(this, tr("Where the new folder is made"), now.absolutePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this, name = now.fileName()](const QString &folder) {
        m_folder->setText(QDir::toNativeSeparators(QDir(folder).filePath(name)));
    });
    dialog->open();
}

void ExportSection::run()
{
    leaveUnmasked(
        m_context.session, this, UnmaskedUse::Tables, 0,
        tr("The tables hold the names, telephones and addresses of citizens, unmasked."),
        [](CaseBook &book, const Consent &consent) {
            return book.recordExport(Command::ExportTables, u"tables"_s, consent);
        },
        [this] { write(); },
        [this](const QString &reason) {
            if (!reason.isEmpty())
                m_notice->showNotice(Tone::Warn, reason);
        });
}

void ExportSection::write()
{
    const QString folder = QDir::fromNativeSeparators(m_folder->text().trimmed());
    ExportOptions options{.overwrite = m_overwrite->isChecked()};
    if (m_limit->isChecked())
        options.period = m_period->period();
    m_running = true;
    m_notice->clear();
    showState();
    m_context.session.longRead(
        this, tr("Exporting the tables"),
        [folder, options](CaseFile &file, Progress &progress) { return exportTables(file, folder, options, progress); },
        [this, folder](const ExportReport &report) {
            m_running = false;
            QStringList counts;
            for (auto table = report.rows.cbegin(); table != report.rows.cend(); ++table)
                counts.append(u"%1 %2"_s.arg(tableLabel(table.key()), QLocale().toString(table.value())));
            m_notice->showNotice(Tone::Ok, tr("Exported: %1").arg(counts.join(u" · "_s)), tr("Show the folder"),
                                 [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
            showState();
        },
        [this] {
            m_running = false;
            showState();
        });
}

void ExportSection::showState()
{
    m_period->setEnabled(m_limit->isChecked());
    m_export->setEnabled(!m_running && !m_folder->text().trimmed().isEmpty());
}

} // namespace huiyin
