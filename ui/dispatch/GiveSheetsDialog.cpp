// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/GiveSheetsDialog.h"

#include "controls/NoticeBar.h"
#include "controls/Panel.h"
#include "controls/TableLook.h"
#include "exchange/DepartmentSheetFile.h"
#include "storage/CaseFile.h"
#include "storage/SafeFile.h"
#include "storage/StorageError.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// What came of the sheets of several departments.
struct Given
{
    QStringList files{};
    QStringList refused{};
    Changes changes{};
};

// Each department on its own: what one refuses keeps none of the others from theirs.
Given giveSheets(CaseBook &book, const QList<DepartmentId> &departments, bool withCitizen, const QString &folder,
                 const CodeTables &tables, const Progress &progress)
{
    Given given;
    for (const DepartmentId department : departments) {
        stopIfCancelled(progress);
        const auto sheet = book.giveSheet({.department = department, .withCitizen = withCitizen});
        if (!sheet) {
            given.refused.append(sheet.error().reason);
            continue;
        }
        const QString name = departmentSheetFileName(*sheet, tables);
        try {
            writeDepartmentSheet(*sheet, QDir(folder).filePath(name), false, book.file().office(), tables);
            given.files.append(name);
        } catch (const FileError &error) {
            given.refused.append(error.message());
        }
    }
    return given;
}

} // namespace

GiveSheetsDialog::GiveSheetsDialog(const PageContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_summary(textLabel(QString(), "soft", this))
    , m_notice(new NoticeBar(this))
    , m_model(new QStandardItemModel(this))
    , m_view(new QTreeView(this))
    , m_withCitizen(new QCheckBox(tr("With name, telephone and address of who asked for no &confidentiality"), this))
    , m_give(new QPushButton(this))
{
    setObjectName(u"dispatch.giveSheets"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Give out departments' sheets"));
    resize(560, 520);
    m_summary->setObjectName(u"dispatch.giveSheets.summary"_s);
    m_summary->setWordWrap(true);
    m_summary->setText(
        tr("For departments without a program: a spreadsheet of what each has in hand, to be passed on by "
           "stick, mail or chat, filled in there and taken in again."));
    m_notice->setObjectName(u"dispatch.giveSheets.notice"_s);
    m_view->setObjectName(u"dispatch.giveSheets.table"_s);
    m_view->setAccessibleName(tr("Departments that have something in hand"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    setUpTree(m_view);
    m_model->setHorizontalHeaderLabels({tr("Department"), tr("In hand")});
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_withCitizen->setObjectName(u"dispatch.giveSheets.withCitizen"_s);
    m_withCitizen->setEnabled(m_context.session.may(Command::RevealCitizen));
    m_withCitizen->setToolTip(tr("Each ticket on the sheet gets an access record"));
    m_give->setObjectName(u"dispatch.giveSheets.give"_s);
    m_give->setAutoDefault(false);
    setLook(m_give, "primary");

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"dispatch.giveSheets.close"_s);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    buttons->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch();
    row->addWidget(m_give);
    row->addWidget(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(m_summary);
    layout->addWidget(m_notice);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_withCitizen);
    layout->addLayout(row);
    setTabChain({m_view, m_withCitizen, m_give, buttons->button(QDialogButtonBox::Close)});

    connect(buttons, &QDialogButtonBox::rejected, this, &GiveSheetsDialog::reject);
    connect(m_give, &QPushButton::clicked, this, &GiveSheetsDialog::chooseFolder);
    connect(m_model, &QStandardItemModel::itemChanged, this, &GiveSheetsDialog::showState);
    showState();
    m_context.session.read(
        this, [](CaseFile &file, const Progress &progress) { return dispatchesAtDepartments(file, progress); },
        [this](const QHash<DepartmentId, int> &counts) { fill(counts); }, [this] { reject(); });
}

void GiveSheetsDialog::fill(const QHash<DepartmentId, int> &counts)
{
    m_busy = false;
    for (const Department &department : m_context.session.codeTables().departments) {
        const int count = counts.value(*department.id);
        if (count == 0)
            continue;
        auto *name = new QStandardItem(department.name);
        name->setEditable(false);
        name->setCheckable(true);
        name->setData(department.id->value());
        auto *number = new QStandardItem(QLocale().toString(count));
        number->setEditable(false);
        number->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_model->appendRow({name, number});
    }
    if (m_model->rowCount() == 0)
        m_notice->showNotice(Tone::Info, tr("No department has anything in hand."));
    else
        m_view->setCurrentIndex(m_model->index(0, 0));
    m_view->setFocus();
    showState();
}

QList<DepartmentId> GiveSheetsDialog::ticked() const
{
    QList<DepartmentId> all;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QStandardItem *item = m_model->item(row);
        if (item->checkState() == Qt::Checked)
            all.append(DepartmentId(item->data().toLongLong()));
    }
    return all;
}

void GiveSheetsDialog::showState()
{
    const auto count = static_cast<int>(ticked().size());
    m_give->setText(tr("&Write %n sheet(s)…", nullptr, count));
    m_give->setEnabled(count > 0 && !m_busy && m_context.session.may(Command::GiveSheet));
}

void GiveSheetsDialog::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder for the sheets"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &GiveSheetsDialog::giveInto);
    dialog->open();
}

void GiveSheetsDialog::giveInto(const QString &folder)
{
    m_busy = true;
    showState();
    m_context.session.longTask(
        this, tr("Writing departments' sheets"),
        [departments = ticked(), withCitizen = m_withCitizen->isChecked(), folder,
         tables = m_context.session.codeTables()](CaseBook &book, Progress &progress) {
            return giveSheets(book, departments, withCitizen, folder, tables, progress);
        },
        [this, folder](const Given &given) {
            m_busy = false;
            const QString place = QDir::toNativeSeparators(folder);
            const QString done =
                tr("%n sheet(s) written to %1.", nullptr, static_cast<int>(given.files.size())).arg(place);
            if (given.refused.isEmpty())
                m_notice->showNotice(Tone::Ok, done);
            else
                m_notice->showNotice(Tone::Bad, QStringList(QStringList(done) + given.refused).join(u' '));
            showState();
        },
        [this] {
            m_busy = false;
            showState();
        });
}

} // namespace huiyin
