// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/ImportSection.h"

#include "controls/EmptyState.h"
#include "controls/NoticeBar.h"
#include "controls/Panel.h"
#include "controls/TableLook.h"
#include "domain/ItemList.h"
#include "exchange/Import.h"
#include "exchange/Tables.h"
#include "setup/ImportLogDialog.h"
#include "setup/SheetMatchDialog.h"
#include "shell/BackupKeeper.h"
#include "shell/ClipboardGuard.h"
#include "shell/Icon.h"
#include "shell/Settings.h"
#include "spreadsheet/TableFile.h"

#include <QAbstractTableModel>
#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// What to do about a file that is no table at all, such as a web page under the name of one; "": it is one.
QString otherFile(const ImportReport &report)
{
    if (report.errors.size() != 1)
        return {};
    const QString message = report.errors.first().message;
    constexpr TableFile kinds[] = {TableFile::OldWorkbook,  TableFile::LockedWorkbook, TableFile::BinaryWorkbook,
                                   TableFile::OpenDocument, TableFile::OtherContainer, TableFile::WebPage,
                                   TableFile::XmlTable};
    const bool isOther = std::ranges::any_of(kinds, [&message](TableFile kind) { return message == whatToDo(kind); });
    return isOther ? message : QString();
}

// One row may be wrong in several cells.
qsizetype wrongRows(const ImportReport &report)
{
    std::set<std::tuple<QString, QString, qint64>> rows;
    for (const ImportIssue &issue : report.errors)
        rows.emplace(issue.file, issue.sheet, issue.line);
    return static_cast<qsizetype>(rows.size());
}

} // namespace

// Errors first, then notices, which have a message alone.
class IssueModel final : public QAbstractTableModel
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::ImportSection)

public:
    using QAbstractTableModel::QAbstractTableModel;

    void set(const ImportReport &report)
    {
        beginResetModel();
        m_issues = report.errors;
        m_errors = m_issues.size();
        for (const QString &notice : report.notices)
            m_issues.append({.message = notice});
        endResetModel();
    }
    [[nodiscard]] QString text() const
    {
        QString text;
        for (const ImportIssue &issue : m_issues)
            text += (issue.file.isEmpty() ? issue.message : issue.text()) + u'\n';
        return text;
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_issues.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 4; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        const ImportIssue &issue = m_issues[index.row()];
        if (role == Qt::ToolTipRole)
            return issue.message;
        if (role == Qt::TextAlignmentRole && index.column() == 1)
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        if (role == Qt::ForegroundRole && index.column() == 3)
            return colour(index.row() < m_errors ? ColourRole::BadText : ColourRole::TextSoft);
        if (role != Qt::DisplayRole)
            return {};
        switch (index.column()) {
        case 0:
            return issue.sheet.isEmpty() ? issue.file : QString(issue.file + u" · " + issue.sheet);
        case 1:
            return issue.line > 0 ? QString::number(issue.line) : QString();
        case 2:
            return issue.column;
        default:
            return issue.message;
        }
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
            return {};
        const QStringList names{tr("File"), tr("Line"), tr("Column"), tr("Why")};
        return names.value(section);
    }

private:
    QList<ImportIssue> m_issues;
    qsizetype m_errors = 0;
};

ImportSection::ImportSection(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_path(new QLineEdit(this))
    , m_file(new QPushButton(tr("Fi&le…"), this))
    , m_folder(new QPushButton(tr("Fol&der…"), this))
    , m_match(new QPushButton(tr("Match c&olumns…"), this))
    , m_log(new QPushButton(tr("Imports &so far…"), this))
    , m_matched(textLabel(QString(), "soft", this))
    , m_createMissing(new QCheckBox(tr("Add &names that the lists don't hold yet"), this))
    , m_update(new QCheckBox(tr("Replace &rows whose key exists"), this))
    , m_check(new QPushButton(tr("&Check"), this))
    , m_store(new QPushButton(tr("&Import"), this))
    , m_copy(new QPushButton(tr("Copy the lis&t"), this))
    , m_notice(new NoticeBar(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(
          u"upload"_s, tr("Drop a table or a folder of tables here"),
          tr("CSV files or Excel workbooks with sheets named as the tables: channels, categories, departments, "
             "calls, tickets …"),
          this))
    , m_list(new QTreeView(this))
    , m_issues(new IssueModel(this))
{
    setObjectName(u"setup.import"_s);
    m_path->setObjectName(u"setup.import.path"_s);
    m_createMissing->setObjectName(u"setup.import.createMissing"_s);
    m_update->setObjectName(u"setup.import.update"_s);
    m_check->setObjectName(u"setup.import.check"_s);
    m_store->setObjectName(u"setup.import.store"_s);
    m_copy->setObjectName(u"setup.import.copy"_s);
    m_notice->setObjectName(u"setup.import.notice"_s);
    m_list->setObjectName(u"setup.import.errors"_s);
    m_list->setAccessibleName(tr("What the check has found"));
    m_path->setPlaceholderText(tr("File or folder"));
    auto *pathLabel = textLabel(tr("Fro&m"), "soft", this);
    pathLabel->setTextFormat(Qt::AutoText);
    pathLabel->setBuddy(m_path);
    m_file->setObjectName(u"setup.import.file"_s);
    m_folder->setObjectName(u"setup.import.folder"_s);
    m_match->setObjectName(u"setup.import.match"_s);
    m_match->setToolTip(
        tr("For a sheet of another program, or a register kept by hand: say which of its columns is which"));
    m_log->setObjectName(u"setup.import.log"_s);
    m_matched->setObjectName(u"setup.import.matched"_s);
    for (QPushButton *button : {m_file, m_folder, m_match, m_log, m_check, m_store, m_copy})
        button->setAutoDefault(false);
    setLook(m_store, "primary");
    m_list->setModel(m_issues);
    m_list->setRootIsDecorated(false);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    setUpTree(m_list);
    const int widths[] = {144, 64, 112, 400};
    for (int column = 0; column < 4; ++column)
        m_list->header()->resizeSection(column, widths[column]);
    rememberColumns(m_list->header(), u"setup.import"_s);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_list);

    auto *from = new QHBoxLayout;
    from->setSpacing(8);
    from->addWidget(pathLabel);
    from->addWidget(m_path, 1);
    from->addWidget(m_file);
    from->addWidget(m_folder);
    from->addWidget(m_match);
    auto *choices = new QVBoxLayout;
    choices->setSpacing(4);
    choices->addWidget(m_matched);
    choices->addWidget(m_createMissing);
    choices->addWidget(m_update);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_check);
    buttons->addWidget(m_store);
    buttons->addStretch();
    buttons->addWidget(m_log);
    buttons->addWidget(m_copy);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(15, 0, 15, 12);
    top->setSpacing(12);
    top->addLayout(from);
    top->addLayout(choices);
    top->addLayout(buttons);
    top->addWidget(m_notice);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_stack, 1);
    setTabChain({m_path, m_file, m_folder, m_match, m_createMissing, m_update, m_check, m_store, m_log, m_copy});

    // What was checked is what is stored: any change asks for a new check.
    const auto uncheck = [this] {
        m_checked = false;
        m_notice->clear();
        showState();
    };
    connect(m_path, &QLineEdit::textChanged, this, [this, uncheck] {
        setForeign(std::nullopt);
        uncheck();
    });
    connect(m_createMissing, &QCheckBox::toggled, this, uncheck);
    connect(m_update, &QCheckBox::toggled, this, uncheck);
    connect(m_file, &QPushButton::clicked, this, &ImportSection::chooseFile);
    connect(m_folder, &QPushButton::clicked, this, &ImportSection::chooseFolder);
    connect(m_match, &QPushButton::clicked, this, &ImportSection::matchColumns);
    connect(m_log, &QPushButton::clicked, this, [this] { (new ImportLogDialog(m_context, this))->open(); });
    connect(m_check, &QPushButton::clicked, this, [this] { run(true); });
    connect(m_store, &QPushButton::clicked, this, [this] { run(false); });
    connect(m_copy, &QPushButton::clicked, this, [this] { copyPersonal(m_issues->text()); });
    setForeign(std::nullopt);
    showState();
}

QString tableLabel(const QString &name)
{
    const Table *table = tableByName(name);
    return table ? table->shownName() : name;
}

void ImportSection::setPath(const QString &path)
{
    m_path->setText(QDir::toNativeSeparators(path));
    m_check->setFocus();
}

QString ImportSection::tablesIn(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    if (urls.size() != 1 || !urls.first().isLocalFile())
        return {};
    const QFileInfo info(urls.first().toLocalFile());
    const QString suffix = info.suffix().toLower();
    return info.isDir() || suffix == u"csv" || suffix == u"xlsx" || suffix == u"xlsm" || suffix == u"txt"
               ? info.filePath()
               : QString();
}

void ImportSection::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Import a table"), QDir::fromNativeSeparators(m_path->text()),
                                   tr("Tables (*.csv *.xlsx *.xlsm)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportSection::setPath);
    dialog->open();
}

void ImportSection::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Import a folder of tables"), QDir::fromNativeSeparators(m_path->text()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportSection::setPath);
    dialog->open();
}

void ImportSection::matchColumns()
{
    const QString path = QDir::fromNativeSeparators(m_path->text().trimmed());
    if (!QFileInfo(path).isFile()) {
        m_notice->showNotice(Tone::Bad, tr("Choose the file first whose columns are to be matched."));
        m_path->setFocus();
        return;
    }
    auto *dialog = new SheetMatchDialog(m_context, path, m_foreign, this);
    connect(dialog, &SheetMatchDialog::chosen, this, [this](const ForeignSheet &sheet) {
        setForeign(sheet);
        m_checked = false;
        m_notice->clear();
        run(true);
    });
    connect(dialog, &QDialog::finished, this, [this] { m_match->setFocus(); });
    dialog->open();
}

void ImportSection::setForeign(const std::optional<ForeignSheet> &foreign)
{
    m_foreign = foreign;
    m_matched->setVisible(foreign.has_value());
    if (!foreign)
        return;
    QStringList parts;
    for (const TableMatch &table : foreign->profile.tables)
        parts.append(tableLabel(tableOf(table.kind).nameText()));
    const QString tables = joinedItems(parts);
    m_matched->setText(foreign->profile.name.isEmpty()
                           ? tr("Read as a sheet of another program: %1.").arg(tables)
                           : tr("Read as a sheet of “%1”: %2.").arg(foreign->profile.name, tables));
}

ImportOptions ImportSection::options() const
{
    return {.createMissing = m_createMissing->isChecked(), .update = m_update->isChecked(), .foreign = m_foreign};
}

void ImportSection::run(bool checkOnly)
{
    const QString path = QDir::fromNativeSeparators(m_path->text().trimmed());
    if (!QFileInfo::exists(path)) {
        m_notice->showNotice(Tone::Bad, tr("There is no such file or folder."));
        m_path->setFocus();
        return;
    }
    BackupKeeper *keeper = checkOnly ? nullptr : BackupKeeper::of(m_context.session);
    if (!keeper || !keeper->isDue()) {
        carryOut(path, checkOnly);
        return;
    }
    setRunning(true);
    keeper->backUp(BackupReason::BeforeImport, [this, self = QPointer(this), path, checkOnly](bool worked) {
        if (!self)
            return;
        setRunning(false);
        if (worked) // else the user was told why
            carryOut(path, checkOnly);
    });
}

void ImportSection::carryOut(const QString &path, bool checkOnly)
{
    ImportOptions asked = options();
    asked.checkOnly = checkOnly;
    setRunning(true);
    struct Result
    {
        ImportReport report;
        Changes changes; // a check changes nothing, so nothing is read again
    };
    m_context.session.longTask(
        this, checkOnly ? tr("Checking the tables") : tr("Importing the tables"),
        [path, asked](CaseBook &book, Progress &progress) {
            Result result{.report = importTables(book, path, asked, progress), .changes = {}};
            result.changes.everything = result.report.stored;
            return result;
        },
        [this, checkOnly](const Result &result) {
            setRunning(false);
            showReport(result.report, checkOnly);
        },
        [this] { setRunning(false); });
}

// Meanwhile nothing can be changed: what was checked is what is stored.
void ImportSection::setRunning(bool running)
{
    m_running = running;
    for (QWidget *field :
         {static_cast<QWidget *>(m_path), static_cast<QWidget *>(m_file), static_cast<QWidget *>(m_folder),
          static_cast<QWidget *>(m_match), static_cast<QWidget *>(m_log), static_cast<QWidget *>(m_createMissing),
          static_cast<QWidget *>(m_update)})
        field->setEnabled(!running);
    showState();
}

void ImportSection::showReport(const ImportReport &report, bool checkOnly)
{
    m_issues->set(report);
    m_stack->setCurrentIndex(m_issues->rowCount() > 0 ? 1 : 0);
    m_checked = checkOnly && report.errors.isEmpty();
    const QLocale locale;
    QStringList counts;
    for (auto table = report.tables.cbegin(); table != report.tables.cend(); ++table) {
        const qint64 rows = table->added + table->replaced + table->same;
        if (rows > 0)
            counts.append(u"%1 %2"_s.arg(tableLabel(table.key()), locale.toString(rows)));
    }
    const QString rows = counts.join(u" · "_s);
    const bool noTable =
        !m_foreign && std::ranges::all_of(report.errors, [](const ImportIssue &issue) { return issue.line <= 1; });
    if (const QString what = otherFile(report); !what.isEmpty()) {
        m_notice->showNotice(Tone::Bad, what);
    } else if (!report.errors.isEmpty() && noTable) {
        m_notice->showNotice(
            Tone::Bad,
            tr("This is none of the tables as they stand. Is it a sheet of another program? Then match "
               "its columns."),
            tr("Match columns…"), [this] { matchColumns(); });
    } else if (!report.errors.isEmpty()) {
        m_notice->showNotice(Tone::Bad,
                             tr("%n row(s) can't be imported as they stand. Nothing was stored. Mend them and "
                                "check again.",
                                nullptr, static_cast<int>(wrongRows(report))));
    } else if (report.stored) {
        m_notice->showNotice(Tone::Ok, tr("Imported: %1").arg(rows));
    } else if (checkOnly) {
        m_notice->showNotice(Tone::Ok, tr("All is well: %1. Now it can be imported.").arg(rows));
    } else {
        m_notice->showNotice(Tone::Info, tr("All of it was there already. Nothing was changed."));
    }
    showState();
    // Whatever had the keys was disabled meanwhile.
    if (m_checked)
        m_store->setFocus();
    else if (!report.errors.isEmpty())
        (m_foreign ? m_match : m_check)->setFocus();
}

void ImportSection::showState()
{
    const bool can = m_context.session.may(Command::ImportTables) && !m_running && !m_path->text().trimmed().isEmpty();
    m_check->setEnabled(can);
    m_match->setEnabled(can);
    m_store->setEnabled(can && m_checked);
    m_copy->setEnabled(m_issues->rowCount() > 0);
}

} // namespace huiyin
