// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/DueMovesDialog.h"

#include "controls/NoticeBar.h"
#include "controls/Tag.h"
#include "setup/CalendarDialogs.h"
#include "shell/Settings.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

QString remarkOf(const DueMove &move)
{
    QStringList remarks;
    switch (move.kind) {
    case DueMoveKind::Moved:
        break;
    case DueMoveKind::Confirmed:
        remarks.append(DueMovesDialog::tr("no longer provisional"));
        break;
    case DueMoveKind::SetByHand:
        remarks.append(DueMovesDialog::tr("set by hand or imported"));
        break;
    case DueMoveKind::Extended:
        remarks.append(DueMovesDialog::tr("extended or suspended"));
        break;
    case DueMoveKind::HadNone:
        remarks.append(DueMovesDialog::tr("had none"));
        break;
    }
    if (move.isOver)
        remarks.append(DueMovesDialog::tr("would be overdue"));
    return remarks.join(u" · "_s);
}

struct Moved
{
    Changes changes{};
    std::optional<Refusal> refusal{};
};

// A dispatch, or a ticket itself.
std::pair<qint64, qint64> thingOf(const DueMove &move)
{
    return {move.ticket.value(), move.dispatch ? move.dispatch->value() : 0};
}

} // namespace

DueMovesDialog::DueMovesDialog(const PageContext &context, QWidget *parent)
    : TickDialog({.name = u"setup.dueMoves"_s,
                  .title = tr("Due times of open tickets"),
                  .size = {960, 520},
                  .table = tr("Due times that would move"),
                  .headings = {tr("Ticket"), tr("Department"), tr("Due now"), tr("Would be due"), tr("By the rule"),
                               tr("Remark")},
                  .widths = {152, 136, 136, 136, 176, 160}},
                 u"move"_s, parent)
    , m_context(context)
    , m_all(addButton(u"all"_s, tr("Tick &all")))
    , m_none(addButton(u"none"_s, tr("Tick &none")))
{
    m_view->setItemDelegateForColumn(5, new TagDelegate(m_view));
    rememberColumns(m_view->header(), u"setup.dueMoves"_s);
    connect(m_all, &QPushButton::clicked, this, [this] { tick(true); });
    connect(m_none, &QPushButton::clicked, this, [this] { tick(false); });
    connect(m_act, &QPushButton::clicked, this, &DueMovesDialog::move);
    connect(m_model, &QStandardItemModel::itemChanged, this, [this](const QStandardItem *item) {
        if (m_filling)
            return;
        if (item->column() == 0)
            m_decided.insert(thingOf(m_moves[item->row()]), item->checkState() == Qt::Checked);
        showState();
    });
    m_summary->setText(tr("Looking through the open tickets …"));
    showState();
    reload();
}

void DueMovesDialog::reload()
{
    setBusy(true);
    m_context.session.read(
        this,
        [now = m_context.session.clock().now()](CaseFile &file, const Progress &progress) {
            return dueMoves(file, now, progress);
        },
        [this](const QList<DueMove> &moves) { fill(moves); }, [this] { reject(); });
}

void DueMovesDialog::fill(const QList<DueMove> &moves)
{
    m_moves = moves;
    const OfficeZone &zone = m_context.session.zone();
    const QList<Department> &departments = m_context.session.codeTables().departments;
    m_filling = true;
    m_model->removeRows(0, m_model->rowCount());
    for (const DueMove &move : moves) {
        QList<QStandardItem *> cells;
        for (const QString &text :
             {move.number, nameOf(departments, move.department), move.from ? zone.text(*move.from) : u"—"_s,
              zone.text(move.to), move.newRule, remarkOf(move)})
            cells.append(new QStandardItem(text));
        cells.first()->setCheckable(true);
        const bool ticked = m_decided.value(thingOf(move), move.isUsual());
        cells.first()->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
        cells[4]->setToolTip(move.oldRule.isEmpty() ? move.newRule : tr("Till now: %1").arg(move.oldRule));
        if (!cells.last()->text().isEmpty())
            cells.last()->setData(static_cast<int>(move.isUsual() ? Tone::Ok : Tone::Warn), TagDelegate::ToneRole);
        m_model->appendRow(cells);
    }
    m_filling = false;
    const auto count = static_cast<int>(moves.size());
    m_summary->setText(count == 0 ? tr("Every due time of an open ticket agrees with the calendar and the rules.")
                                  : tr("%n due time(s) would be another by the calendar and the rules as they are now. "
                                       "Those with a warning are not ticked.",
                                       nullptr, count));
    if (count > 0)
        m_view->setCurrentIndex(m_model->index(0, 0));
    setBusy(false);
}

void DueMovesDialog::tick(bool all)
{
    m_filling = true;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        m_model->item(row)->setCheckState(all ? Qt::Checked : Qt::Unchecked);
        m_decided.insert(thingOf(m_moves[row]), all);
    }
    m_filling = false;
    showState();
}

QList<DueMove> DueMovesDialog::ticked() const
{
    QList<DueMove> chosen;
    const QList<int> rows = tickedRows();
    for (const int row : rows)
        chosen.append(m_moves[row]);
    return chosen;
}

void DueMovesDialog::move()
{
    const QList<DueMove> chosen = ticked();
    setBusy(true);
    // Hundreds of tickets take longer than an intake should wait for without a word.
    m_context.session.longTask(
        this, tr("Moving due times"),
        [chosen](CaseBook &book, Progress &) {
            Moved moved;
            const Outcome<Changes> outcome = book.moveDueTimes(chosen);
            if (outcome)
                moved.changes = *outcome;
            else
                moved.refusal = outcome.error();
            return moved;
        },
        [this, count = static_cast<int>(chosen.size())](const Moved &moved) {
            if (moved.refusal)
                m_notice->showNotice(Tone::Bad, moved.refusal->reason);
            else
                m_notice->showNotice(Tone::Ok, tr("%n due time(s) moved.", nullptr, count));
            reload();
        },
        [this] { setBusy(false); });
}

void DueMovesDialog::showState()
{
    const auto count = static_cast<int>(tickedRows().size());
    m_act->setText(tr("&Move %n due time(s)", nullptr, count));
    m_act->setEnabled(count > 0 && !isBusy() && m_context.session.may(Command::MoveDueTimes));
    m_all->setEnabled(!m_moves.isEmpty());
    m_none->setEnabled(!m_moves.isEmpty());
}

} // namespace huiyin
