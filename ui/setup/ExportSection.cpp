// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/ExportSection.h"

#include "controls/NoticeBar.h"
#include "controls/Panel.h"
#include "controls/PeriodPicker.h"
#include "exchange/Export.h"
#include "setup/ImportSection.h"
#include "shell/ConsentDialog.h"
#include "shell/FileSaver.h"
#include "shell/Leaving.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryFile>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

ExportSection::ExportSection(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_form(new QComboBox(this))
    , m_data(new QComboBox(this))
    , m_hint(textLabel({}, "weak", this))
    , m_placeLabel(textLabel({}, "soft", this))
    , m_folder(new QLineEdit(this))
    , m_limit(new QCheckBox(tr("Only what was received &in"), this))
    , m_period(new PeriodPicker(this))
    , m_overwrite(new QCheckBox(tr("&Replace an export that stands there"), this))
    , m_export(new QPushButton(tr("&Export"), this))
    , m_notice(new NoticeBar(this))
{
    setObjectName(u"setup.export"_s);
    m_form->setObjectName(u"setup.export.form"_s);
    m_form->addItem(tr("CSV files in a folder"));
    m_form->addItem(tr("Excel workbook (.xlsx)"));
    m_data->setObjectName(u"setup.export.data"_s);
    m_data->addItem(tr("With names hidden (masked)"));
    m_data->addItem(tr("In full: takes a reason, and a second person where several work"));
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
    auto *formLabel = textLabel(tr("&As"), "soft", this);
    formLabel->setTextFormat(Qt::AutoText);
    formLabel->setBuddy(m_form);
    auto *dataLabel = textLabel(tr("&Citizens' data"), "soft", this);
    dataLabel->setTextFormat(Qt::AutoText);
    dataLabel->setBuddy(m_data);
    m_placeLabel->setTextFormat(Qt::AutoText);
    m_placeLabel->setBuddy(m_folder);
    const QString kept = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QDir documents(QFileInfo(kept).isDir() ? kept : QDir::homePath());
    const QString name =
        QFileInfo(context.session.path()).completeBaseName() + u'-' + context.session.today().toString(u"yyyyMMdd"_s);
    m_folder->setText(QDir::toNativeSeparators(documents.filePath(name)));
    const QDate month = context.session.today().addMonths(-1);
    m_period->setPeriod(Period::month(month.year(), month.month()));
    m_hint->setWordWrap(true);

    auto *to = new QHBoxLayout;
    to->setSpacing(8);
    to->addWidget(m_folder, 1);
    to->addWidget(choose);
    auto *fields = new QGridLayout;
    fields->setHorizontalSpacing(8);
    fields->setVerticalSpacing(12);
    fields->setColumnStretch(1, 1);
    fields->addWidget(formLabel, 0, 0);
    fields->addWidget(m_form, 0, 1, Qt::AlignLeft);
    fields->addWidget(dataLabel, 1, 0);
    fields->addWidget(m_data, 1, 1, Qt::AlignLeft);
    fields->addWidget(m_placeLabel, 2, 0);
    fields->addLayout(to, 2, 1);
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
    layout->addWidget(m_hint);
    layout->addLayout(fields);
    layout->addLayout(limit);
    layout->addWidget(m_overwrite);
    layout->addLayout(buttons);
    layout->addWidget(m_notice);
    layout->addStretch();

    connect(choose, &QPushButton::clicked, this, &ExportSection::choosePlace);
    connect(m_form, &QComboBox::currentIndexChanged, this, &ExportSection::changeForm);
    connect(m_data, &QComboBox::currentIndexChanged, this, &ExportSection::showState);
    connect(m_limit, &QCheckBox::toggled, this, &ExportSection::showState);
    connect(m_folder, &QLineEdit::textChanged, this, &ExportSection::showState);
    connect(m_export, &QPushButton::clicked, this, &ExportSection::run);
    changeForm();
}

ExportSection::Form ExportSection::form() const
{
    return m_form->currentIndex() == 1 ? Form::Workbook : Form::Folder;
}

bool ExportSection::isMasked() const
{
    return m_data->currentIndex() == 0;
}

// The same name, as a file or as a folder.
void ExportSection::changeForm()
{
    const QString suffix = u".xlsx"_s;
    QString place = m_folder->text().trimmed();
    const bool named = place.endsWith(suffix, Qt::CaseInsensitive);
    if (form() == Form::Workbook && !named && !place.isEmpty())
        place += suffix;
    else if (form() == Form::Folder && named)
        place.chop(suffix.size());
    m_folder->setText(place);
    m_placeLabel->setText(form() == Form::Workbook ? tr("To a &new file") : tr("To a &new folder"));
    m_notice->clear();
    showState();
}

void ExportSection::choosePlace()
{
    const QFileInfo now(QDir::fromNativeSeparators(m_folder->text()));
    if (form() == Form::Workbook) {
        askForPlace(this, tr("Export the tables"), now.completeBaseName(), {u"xlsx"_s},
                    [this](const QString &path) { m_folder->setText(QDir::toNativeSeparators(path)); });
        return;
    }
    // The folder that the new one lies in.
    auto *dialog = new QFileDialog(this, tr("Where the new folder is made"), now.absolutePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this, name = now.fileName()](const QString &folder) {
        m_folder->setText(QDir::toNativeSeparators(QDir(folder).filePath(name)));
    });
    dialog->open();
}

// Tried before anybody is asked for a reason and a password, and before anything is recorded.
bool ExportSection::canWrite()
{
    const QString folder =
        QFileInfo(QDir::cleanPath(QDir::fromNativeSeparators(m_folder->text().trimmed()))).absolutePath();
    QTemporaryFile trial(QDir(folder).filePath(u".huiyin-XXXXXX"_s));
    if (QDir().mkpath(folder) && trial.open())
        return true;
    m_notice->showNotice(
        Tone::Warn,
        tr("Nothing can be written into “%1”. Choose another folder.").arg(QDir::toNativeSeparators(folder)));
    return false;
}

void ExportSection::run()
{
    m_notice->clear();
    if (!canWrite())
        return;
    m_running = true; // once is enough, however often it is pressed until the question stands
    showState();
    const auto refused = [this](const QString &reason) {
        m_running = false;
        showState();
        if (!reason.isEmpty())
            m_notice->showNotice(Tone::Warn, reason);
    };
    if (isMasked()) {
        if (const auto reason = whyNothingLeaves(m_context.session)) {
            refused(*reason);
        } else if (m_context.session.isReadOnly()) {
            write(true);
        } else {
            m_context.session.command(
                this, [](CaseBook &book) { return book.recordMaskedTables(); },
                [this](const Changes &) { write(true); },
                [refused](const Refusal &refusal) { refused(refusal.reason); }, [refused] { refused({}); });
        }
        return;
    }
    leaveUnmasked(
        m_context.session, this, UnmaskedUse::Tables, 0,
        tr("The tables hold the names, telephones and addresses of citizens, unmasked."),
        [](CaseBook &book, const Consent &consent) {
            return book.recordExport(Command::ExportTables, u"tables"_s, consent);
        },
        [this] { write(false); }, refused);
}

void ExportSection::write(bool masked)
{
    QString place = QDir::fromNativeSeparators(m_folder->text().trimmed());
    const bool workbook = form() == Form::Workbook;
    if (workbook && !place.endsWith(u".xlsx", Qt::CaseInsensitive))
        place += u".xlsx";
    ExportOptions options{.masked = masked,
                          .overwrite = m_overwrite->isChecked(),
                          .inChinese = QLocale().language() == QLocale::Chinese,
                          .by = m_context.session.user(),
                          .at = m_context.session.clock().now()};
    if (m_limit->isChecked())
        options.period = m_period->period();
    m_notice->clear();
    const QPointer<ExportSection> self(this);
    const auto end = [self] {
        if (self) {
            self->m_running = false;
            self->showState();
        }
    };
    m_context.session.longRead(
        window(), tr("Exporting the tables"),
        [place, workbook, options](CaseFile &file, Progress &progress) {
            return workbook ? exportWorkbook(file, place, options, progress)
                            : exportTables(file, place, options, progress);
        },
        [self, end, place, workbook, messages = &m_context.messages](const ExportReport &report) {
            end();
            QStringList counts;
            for (auto table = report.rows.cbegin(); table != report.rows.cend(); ++table)
                counts.append(u"%1 %2"_s.arg(tableLabel(table.key()), QLocale().toString(table.value())));
            const QString folder = workbook ? QFileInfo(place).absolutePath() : place;
            const QString done = ExportSection::tr("Exported: %1").arg(counts.join(u" · "_s));
            if (!self) { // the page has gone: what was written is told all the same
                messages->show(
                    {.level = Message::Level::Information, .what = done, .state = QDir::toNativeSeparators(place)});
                return;
            }
            self->m_notice->showNotice(Tone::Ok, done, tr("Show the folder"),
                                       [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
        },
        nothingLeft(m_context.session, masked ? u"export masked"_s : u"tables"_s, end));
}

void ExportSection::showState()
{
    m_hint->setText(isMasked()
                        ? tr("All tables as spreadsheets read them. Names, telephones and addresses are masked, in "
                             "texts too; nothing brings them back.")
                        : tr("All tables as spreadsheets read them, and as Import takes them back. They hold the names "
                             "and telephones of citizens: keep them as safe as the case file itself."));
    m_data->setEnabled(!m_running);
    m_period->setEnabled(m_limit->isChecked());
    m_export->setEnabled(!m_running && !m_folder->text().trimmed().isEmpty());
}

} // namespace huiyin
