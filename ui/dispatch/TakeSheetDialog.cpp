// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/TakeSheetDialog.h"

#include "controls/NoticeBar.h"
#include "controls/Panel.h"
#include "controls/Tag.h"
#include "shell/CaseTrial.h"
#include "storage/CaseFile.h"
#include "storage/SafeFile.h"
#include "storage/StorageError.h"
#include "tickets/TicketText.h"

#include <QDir>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTreeView>

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
    QHash<qint64, QString> whyNot{}; // by the id of the dispatch
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

using EnteredRow = std::pair<QString, SheetRowRequest>; // with the number of the ticket

// Each ticket on its own. What was entered is told, whatever comes after it.
Entered enterRows(CaseBook &book, const QList<EnteredRow> &rows, Progress &progress)
{
    Entered entered;
    for (const auto &[number, request] : rows) {
        if (progress.cancelled()) {
            entered.refused.append(TakeSheetDialog::tr("Stopped: the rows behind were not entered."));
            break;
        }
        progress.report(entered.done, rows.size(), number);
        try {
            const auto outcome = book.takeSheetRow(request);
            if (!outcome) {
                entered.refused.append(TakeSheetDialog::tr("%1: %2").arg(number, outcome.error().reason));
                entered.whyNot.insert(request.dispatch.value(), outcome.error().reason);
                continue;
            }
            ++entered.done;
            entered.changes.tickets += outcome->tickets;
        } catch (const StorageError &error) {
            if (entered.done == 0 && entered.refused.isEmpty())
                throw;
            entered.refused.append(TakeSheetDialog::tr("%1: %2").arg(number, error.message()));
            break;
        }
    }
    return entered;
}

} // namespace

TakeSheetDialog::TakeSheetDialog(const PageContext &context, const QString &path, QWidget *parent)
    : TickDialog({.name = u"dispatch.takeSheet"_s,
                  .title = tr("Take in a department's sheet"),
                  .size = {1180, 640},
                  .table = tr("Rows of the sheet"),
                  .headings = {tr("Ticket"), tr("Title"), tr("What was filled in"), tr("Compared"), tr("Remark")},
                  .widths = {152, 176, 304, 112}},
                 u"enter"_s, parent)
    , m_context(context)
    , m_path(path)
    , m_missing(new NoticeBar(this))
    , m_full(new QPlainTextEdit(this))
{
    m_summary->setText(tr("Reading %1 …").arg(QDir::toNativeSeparators(path)));
    m_missing->setObjectName(u"dispatch.takeSheet.missing"_s);
    addNotice(m_missing);
    m_view->setItemDelegateForColumn(VerdictColumn, new TagDelegate(m_view));
    // What a cell has no room for can be read without a mouse.
    constexpr int lines = 5;
    m_full->setObjectName(u"dispatch.takeSheet.full"_s);
    m_full->setAccessibleName(tr("The chosen row in full"));
    m_full->setReadOnly(true);
    m_full->setTabChangesFocus(true);
    m_full->setFixedHeight(lines * m_full->fontMetrics().lineSpacing() + 2 * m_full->frameWidth()
                           + static_cast<int>(2 * m_full->document()->documentMargin()) + 12);
    addChoice(m_full);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TakeSheetDialog::showChosen);
    connect(m_act, &QPushButton::clicked, this, &TakeSheetDialog::enter);
    connect(m_model, &QStandardItemModel::itemChanged, this, &TakeSheetDialog::showState);
    showState();
    reload();
}

void TakeSheetDialog::reload()
{
    setBusy(true);
    m_context.session.read(
        this,
        [path = m_path](CaseFile &file, const Progress &progress) -> Read {
            try {
                return {.sheet = readDepartmentSheet(file, path, progress)};
            } catch (const FileError &error) {
                return {.fault = error.message()};
            }
        },
        [this](const Read &read) {
            if (read.fault.isEmpty()) {
                tryOut(read.sheet);
                return;
            }
            // Also when it is gone after rows were entered: that is told already.
            m_summary->setText(QDir::toNativeSeparators(m_path));
            m_sheet = {};
            m_model->removeRows(0, m_model->rowCount());
            (m_notice->text().isEmpty() ? m_notice : m_missing)->showNotice(Tone::Bad, read.fault);
            setBusy(false);
        },
        [this] { reject(); });
}

// Only the case book knows what the commands would say of a row.
void TakeSheetDialog::tryOut(const ReturnedSheet &sheet)
{
    const bool isAny = std::ranges::any_of(sheet.rows, &ReturnedRow::possible);
    if (!isAny || !m_context.session.may(Command::TakeSheet)) {
        fill(sheet);
        setBusy(false);
        return;
    }
    m_context.session.trial(
        this, tr("Trying the rows"),
        [tried = sheet, from = qsizetype{0}](CaseBook &book,
                                             Progress &progress) mutable -> std::optional<Outcome<ReturnedSheet>> {
            constexpr qsizetype atOnce = 20; // rows, while a clerk's command waits
            progress.report(from, tried.rows.size(), QString());
            if (auto refusal = tryRows(tried, book, from, atOnce))
                return *refusal;
            from += atOnce;
            if (from < tried.rows.size())
                return std::nullopt;
            return tried;
        },
        [this, sheet](const Outcome<ReturnedSheet> &tried) {
            if (!tried && m_notice->text().isEmpty())
                m_notice->showNotice(Tone::Warn, tried.error().reason);
            fill(tried ? *tried : sheet);
            setBusy(false);
        },
        [this] { reject(); });
}

// What a department says, in a line. Its words are masked as all that is shown is.
QString TakeSheetDialog::said(const ReturnedRow &row) const
{
    const TicketText text(m_context.session);
    const SheetRowRequest &request = row.request;
    QStringList parts;
    const bool signedAgain = row.verdict == SheetVerdict::SameAgain && request.digest.isEmpty();
    if (request.signedAt && (!row.now.signedAt || signedAgain))
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
    for (ReturnedRow &row : m_sheet.rows) {
        const qint64 dispatch = row.now.id ? row.now.id->value() : 0;
        if (row.possible && m_refused.contains(dispatch)) {
            row.verdict = SheetVerdict::Faulty;
            row.why = m_refused.value(dispatch);
        }
        const auto [word, tone] = verdictText(row.verdict);
        const QString what = row.isLegible ? said(row) : QString();
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
            const bool ticked = row.verdict == SheetVerdict::New && !m_leftOut.contains(dispatch);
            items[NumberColumn]->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
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
    showWhatIsGone(sheet);
    if (m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(0, 0));
    m_view->setFocus();
}

void TakeSheetDialog::showChosen(const QModelIndex &current)
{
    const auto text = [&](Column column) { return current.siblingAtColumn(column).data().toString(); };
    QStringList lines;
    if (current.isValid()) {
        lines.append(tr("%1 %2", "number and title of a ticket").arg(text(NumberColumn), text(TitleColumn)));
        if (const QString what = text(SaidColumn); !what.isEmpty())
            lines.append(tr("Filled in: %1").arg(what));
        const QString why = text(WhyColumn);
        lines.append(why.isEmpty() ? text(VerdictColumn)
                                   : tr("%1: %2", "how it compares, why").arg(text(VerdictColumn), why));
    }
    m_full->setPlainText(lines.join(u'\n'));
}

// Rows and columns: nobody can tell what was written there.
void TakeSheetDialog::showWhatIsGone(const ReturnedSheet &sheet)
{
    QStringList lines;
    if (!sheet.lostColumns.isEmpty()) {
        lines.append(tr("The sheet doesn't have these columns any more, or has them twice: %1. What was written there "
                        "was not read. Put the headings right and take it in again.")
                         .arg(sheet.lostColumns.join(tr(", ", "between columns of a sheet"))));
    }
    if (!sheet.missing.isEmpty()) {
        QString numbers = sheet.missing.mid(0, toldMissing).join(tr(", ", "between numbers of tickets"));
        if (sheet.missing.size() > toldMissing)
            numbers += u" …"_s;
        lines.append(
            tr("%n ticket(s) of the sheet have no row any more: %1", nullptr, static_cast<int>(sheet.missing.size()))
                .arg(numbers));
    }
    if (lines.isEmpty())
        m_missing->clear();
    else
        m_missing->showNotice(Tone::Warn, lines.join(u'\n'));
}

void TakeSheetDialog::showState()
{
    const auto count = static_cast<int>(tickedRows().size());
    m_act->setText(tr("&Enter %n row(s)", nullptr, count));
    m_act->setEnabled(count > 0 && !isBusy() && m_context.session.may(Command::TakeSheet));
}

void TakeSheetDialog::enter()
{
    QList<EnteredRow> rows;
    const QList<int> ticked = tickedRows();
    for (const int row : ticked)
        rows.append({m_sheet.rows[row].number, m_sheet.rows[row].request});
    m_leftOut.clear();
    for (qsizetype row = 0; row < m_sheet.rows.size(); ++row) {
        if (m_sheet.rows[row].possible && !ticked.contains(row))
            m_leftOut.insert(m_sheet.rows[row].now.id->value());
    }
    setBusy(true);
    m_context.session.longTask(
        this, tr("Entering what departments have done"),
        [rows](CaseBook &book, Progress &progress) { return enterRows(book, rows, progress); },
        [this](const Entered &entered) {
            const QString done = tr("%n row(s) entered.", nullptr, entered.done);
            m_notice->showNotice(entered.refused.isEmpty() ? Tone::Ok : Tone::Bad, told(done, entered.refused));
            m_refused = entered.whyNot;
            reload();
        },
        [this] { reload(); });
}

} // namespace huiyin
