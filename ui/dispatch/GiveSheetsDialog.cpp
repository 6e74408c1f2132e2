// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/GiveSheetsDialog.h"

#include "controls/NoticeBar.h"
#include "exchange/DepartmentSheetFile.h"
#include "storage/CaseFile.h"
#include "storage/SafeFile.h"
#include "storage/StorageError.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTreeView>

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

// Each department on its own: what one refuses keeps none of the others from theirs. What was given is told, whatever
// comes after it.
Given giveSheets(CaseBook &book, const QList<DepartmentId> &departments, bool withCitizen, const QString &folder,
                 const CodeTables &tables, Progress &progress)
{
    Given given;
    for (const DepartmentId department : departments) {
        if (progress.cancelled()) {
            given.refused.append(GiveSheetsDialog::tr("Stopped: the other departments were given none."));
            break;
        }
        const QString name = nameOf(tables.departments, std::optional(department));
        progress.report(given.files.size(), departments.size(), name);
        try {
            const auto sheet = book.giveSheet({.department = department, .withCitizen = withCitizen});
            if (!sheet) {
                if (!given.refused.contains(sheet.error().reason)) // as when the clock is doubted: the same for all
                    given.refused.append(sheet.error().reason);
                continue;
            }
            const QString file = departmentSheetFileName(*sheet, tables);
            writeDepartmentSheet(*sheet, QDir(folder).filePath(file), false, book.file().office(), tables);
            given.files.append(file);
        } catch (const FileError &error) {
            given.refused.append(error.message());
        } catch (const StorageError &error) {
            if (given.files.isEmpty() && given.refused.isEmpty())
                throw;
            given.refused.append(GiveSheetsDialog::tr("%1: %2").arg(name, error.message()));
            break;
        }
    }
    return given;
}

} // namespace

GiveSheetsDialog::GiveSheetsDialog(const PageContext &context, QWidget *parent)
    : TickDialog({.name = u"dispatch.giveSheets"_s,
                  .title = tr("Give out departments' sheets"),
                  .size = {560, 520},
                  .table = tr("Departments that have something in hand"),
                  .headings = {tr("Department"), tr("In hand")}},
                 u"give"_s, parent)
    , m_context(context)
    , m_withCitizen(new QCheckBox(tr("With name, telephone and address of who asked for no &confidentiality"), this))
{
    m_summary->setText(
        tr("For departments without a program: a spreadsheet of what each has in hand, to be passed on by "
           "stick, mail or chat, filled in there and taken in again."));
    m_model->horizontalHeaderItem(1)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter); // above its numbers
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_withCitizen->setObjectName(u"dispatch.giveSheets.withCitizen"_s);
    m_withCitizen->setEnabled(m_context.session.may(Command::RevealCitizen));
    m_withCitizen->setToolTip(tr("Each ticket on the sheet gets an access record"));
    addChoice(m_withCitizen);
    connect(m_act, &QPushButton::clicked, this, &GiveSheetsDialog::chooseFolder);
    connect(m_model, &QStandardItemModel::itemChanged, this, &GiveSheetsDialog::showState);
    showState();
    m_context.session.read(
        this, [](CaseFile &file, const Progress &progress) { return dispatchesAtDepartments(file, progress); },
        [this](const QHash<DepartmentId, int> &counts) { fill(counts); }, [this] { reject(); });
}

void GiveSheetsDialog::fill(const QHash<DepartmentId, int> &counts)
{
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
    setBusy(false);
}

QList<DepartmentId> GiveSheetsDialog::ticked() const
{
    QList<DepartmentId> all;
    const QList<int> rows = tickedRows();
    for (const int row : rows)
        all.append(DepartmentId(m_model->item(row)->data().toLongLong()));
    return all;
}

void GiveSheetsDialog::showState()
{
    const auto count = static_cast<int>(tickedRows().size());
    m_act->setText(tr("&Write %n sheet(s)…", nullptr, count));
    m_act->setEnabled(count > 0 && !isBusy() && m_context.session.may(Command::GiveSheet));
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
    setBusy(true);
    m_context.session.longTask(
        this, tr("Writing departments' sheets"),
        [departments = ticked(), withCitizen = m_withCitizen->isChecked(), folder,
         tables = m_context.session.codeTables()](CaseBook &book, Progress &progress) {
            return giveSheets(book, departments, withCitizen, folder, tables, progress);
        },
        [this, folder](const Given &given) {
            const QString place = QDir::toNativeSeparators(folder);
            const QString done =
                given.files.isEmpty()
                    ? tr("No sheet was written.")
                    : tr("%n sheet(s) written to %1.", nullptr, static_cast<int>(given.files.size())).arg(place);
            m_notice->showNotice(given.refused.isEmpty() ? Tone::Ok : Tone::Bad, told(done, given.refused));
            setBusy(false);
        },
        [this] { setBusy(false); });
}

} // namespace huiyin
