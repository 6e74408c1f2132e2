// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/TakeSheetDialog.h"

#include "controls/NoticeBar.h"
#include "controls/Panel.h"
#include "controls/TableLook.h"
#include "controls/Tag.h"
#include "storage/CaseFile.h"
#include "storage/SafeFile.h"
#include "storage/StorageError.h"
#include "tickets/TicketText.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

enum Column { NumberColumn, TitleColumn, SaidColumn, VerdictColumn, WhyColumn };
constexpr qsizetype toldMissing = 8;

struct Read
{
    ReturnedSheet sheet{};
    QString fault{}; // why the file can't be taken in
};

struct Entered
{
    int done = 0;
    QStringList refused{};
    Changes changes{};
};

std::pair<QString, Tone> verdictText(SheetVerdict verdict)
{
    switch (verdict) {
    case SheetVerdict::New:
        return {TakeSheetDialog::tr("To enter"), Tone::Ok};
    case SheetVerdict::Nothing:
        return {TakeSheetDialog::tr("Not filled in"), Tone::Neutral};
    case SheetVerdict::SameAgain:
        return {TakeSheetDialog::tr("Entered already"), Tone::Neutral};
    case SheetVerdict::FilledAgain:
        return {TakeSheetDialog::tr("Filled in again"), Tone::Warn};
    case SheetVerdict::Outdated:
        return {TakeSheetDialog::tr("Out of date"), Tone::Warn};
    case SheetVerdict::Faulty:
        return {TakeSheetDialog::tr("Faulty"), Tone::Bad};
    case SheetVerdict::Twice:
        return {TakeSheetDialog::tr("Stands twice"), Tone::Bad};
    case SheetVerdict::Tampered:
        return {TakeSheetDialog::tr("Was changed"), Tone::Bad};
    case SheetVerdict::Unknown:
        return {TakeSheetDialog::tr("Unknown number"), Tone::Bad};
    }
    Q_UNREACHABLE();
}

} // namespace

TakeSheetDialog::TakeSheetDialog(const PageContext &context, const QString &path, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_path(path)
    , m_summary(textLabel(QString(), "soft", this))
    , m_notice(new NoticeBar(this))
    , m_missing(new NoticeBar(this))
    , m_model(new QStandardItemModel(this))
    , m_view(new QTreeView(this))
    , m_enter(new QPushButton(this))
{
    setObjectName(u"dispatch.takeSheet"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Take in a department's sheet"));
    resize(1120, 560);
    m_summary->setObjectName(u"dispatch.takeSheet.summary"_s);
    m_summary->setWordWrap(true);
    m_summary->setText(tr("Reading %1 …").arg(QDir::toNativeSeparators(path)));
    m_notice->setObjectName(u"dispatch.takeSheet.notice"_s);
    m_missing->setObjectName(u"dispatch.takeSheet.missing"_s);
    m_view->setObjectName(u"dispatch.takeSheet.table"_s);
    m_view->setAccessibleName(tr("Rows of the sheet"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    setUpTree(m_view);
    m_view->setItemDelegateForColumn(VerdictColumn, new TagDelegate(m_view));
    m_model->setHorizontalHeaderLabels(
        {tr("Ticket"), tr("Title"), tr("What was filled in"), tr("Compared"), tr("Remark")});
    const int widths[] = {152, 184, 320, 128, 280};
    for (int column = 0; column < 5; ++column)
        m_view->header()->resizeSection(column, widths[column]);
    m_enter->setObjectName(u"dispatch.takeSheet.enter"_s);
    m_enter->setAutoDefault(false);
    setLook(m_enter, "primary");

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"dispatch.takeSheet.close"_s);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    buttons->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch();
    row->addWidget(m_enter);
    row->addWidget(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(m_summary);
    layout->addWidget(m_notice);
    layout->addWidget(m_missing);
    layout->addWidget(m_view, 1);
    layout->addLayout(row);
    setTabChain({m_view, m_enter, buttons->button(QDialogButtonBox::Close)});

    connect(buttons, &QDialogButtonBox::rejected, this, &TakeSheetDialog::reject);
    connect(m_enter, &QPushButton::clicked, this, &TakeSheetDialog::enter);
    connect(m_model, &QStandardItemModel::itemChanged, this, &TakeSheetDialog::showState);
    showState();
    reload();
}

void TakeSheetDialog::reload()
{
    m_busy = true;
    m_context.session.read(
        this,
        [path = m_path](CaseFile &file) -> Read {
            try {
                return {.sheet = readDepartmentSheet(file, path)};
            } catch (const FileError &error) {
                return {.fault = error.message()};
            }
        },
        [this](const Read &read) {
            m_busy = false;
            if (read.fault.isEmpty()) {
                fill(read.sheet);
                return;
            }
            m_summary->setText(QDir::toNativeSeparators(m_path));
            m_notice->showNotice(Tone::Bad, read.fault);
            showState();
        },
        [this] { reject(); });
}

// What a department says, in a line. Its words are masked as all that is shown is.
QString TakeSheetDialog::said(const ReturnedRow &row) const
{
    const TicketText text(m_context.session);
    const SheetRowRequest &request = row.request;
    QStringList parts;
    if (request.signedAt && !row.now.signedAt)
        parts.append(tr("Signed for %1").arg(text.time(*request.signedAt)));
    if (request.reply) {
        parts.append(displayName(request.reply->result));
        parts.append(request.reply->at ? text.time(*request.reply->at) : tr("time of entry"));
        parts.append(maskedText(request.reply->text, row.citizen));
    }
    if (request.askedReturn)
        parts.append(tr("Asks for return: %1").arg(maskedText(request.askedReturn->ground, row.citizen)));
    if (request.askedExtension) {
        parts.append(tr("Asks for time until %1: %2")
                         .arg(text.time(request.askedExtension->dueAt),
                              maskedText(request.askedExtension->reason, row.citizen)));
    }
    return parts.join(u" · "_s).simplified();
}

void TakeSheetDialog::fill(const ReturnedSheet &sheet)
{
    m_sheet = sheet;
    m_model->removeRows(0, m_model->rowCount());
    for (const ReturnedRow &row : sheet.rows) {
        const auto [word, tone] = verdictText(row.verdict);
        const QString what = row.verdict == SheetVerdict::Faulty ? QString() : said(row);
        const QString texts[] = {row.number, row.title, what, word, row.why};
        QList<QStandardItem *> items;
        for (const QString &text : texts) {
            auto *item = new QStandardItem(text);
            item->setEditable(false);
            item->setToolTip(plainToolTip(text));
            items.append(item);
        }
        if (row.possible) {
            items[NumberColumn]->setCheckable(true);
            items[NumberColumn]->setCheckState(row.verdict == SheetVerdict::New ? Qt::Checked : Qt::Unchecked);
        }
        items[VerdictColumn]->setData(static_cast<int>(tone), TagDelegate::ToneRole);
        m_model->appendRow(items);
    }
    const QString department = nameOf(m_context.session.codeTables().departments, std::optional(sheet.department));
    m_summary->setText(sheet.number.isEmpty()
                           ? tr("None of the rows belongs to a sheet of this case file.")
                           : tr("Sheet %1 of %2, made on %3. What is ticked is entered with the times that the "
                                "department wrote.")
                                 .arg(sheet.number, department, m_context.session.zone().text(sheet.madeAt)));
    if (sheet.missing.isEmpty()) {
        m_missing->clear();
    } else {
        QString numbers = sheet.missing.mid(0, toldMissing).join(u", "_s);
        if (sheet.missing.size() > toldMissing)
            numbers += u" …"_s;
        m_missing->showNotice(Tone::Warn, tr("%n ticket(s) of the sheet have no row any more: %1", nullptr,
                                             static_cast<int>(sheet.missing.size()))
                                              .arg(numbers));
    }
    if (m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(0, 0));
    m_view->setFocus();
    showState();
}

QList<qsizetype> TakeSheetDialog::ticked() const
{
    QList<qsizetype> rows;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->item(row)->checkState() == Qt::Checked)
            rows.append(row);
    }
    return rows;
}

void TakeSheetDialog::showState()
{
    const auto count = static_cast<int>(ticked().size());
    m_enter->setText(tr("&Enter %n row(s)", nullptr, count));
    m_enter->setEnabled(count > 0 && !m_busy && m_context.session.may(Command::TakeSheet));
}

void TakeSheetDialog::enter()
{
    QList<std::pair<QString, SheetRowRequest>> rows;
    for (const qsizetype row : ticked())
        rows.append({m_sheet.rows[row].number, m_sheet.rows[row].request});
    m_busy = true;
    showState();
    m_context.session.longTask(
        this, tr("Entering what departments have done"),
        [rows](CaseBook &book, Progress &progress) {
            Entered entered;
            for (const auto &[number, request] : rows) {
                stopIfCancelled(progress);
                const auto outcome = book.takeSheetRow(request);
                if (!outcome) {
                    entered.refused.append(number + u": "_s + outcome.error().reason);
                    continue;
                }
                ++entered.done;
                entered.changes.tickets += outcome->tickets;
            }
            return entered;
        },
        [this](const Entered &entered) {
            const QString done = tr("%n row(s) entered.", nullptr, entered.done);
            if (entered.refused.isEmpty())
                m_notice->showNotice(Tone::Ok, done);
            else
                m_notice->showNotice(Tone::Bad, QStringList(QStringList(done) + entered.refused).join(u'\n'));
            reload();
        },
        [this] { reload(); });
}

} // namespace huiyin
