// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/DueMovesDialog.h"

#include "controls/NoticeBar.h"
#include "controls/Panel.h"
#include "controls/TableLook.h"
#include "controls/Tag.h"
#include "setup/CalendarDialogs.h"
#include "shell/Settings.h"

#include <QDialogButtonBox>
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
    : QDialog(parent)
    , m_context(context)
    , m_summary(textLabel(QString(), "soft", this))
    , m_notice(new NoticeBar(this))
    , m_model(new QStandardItemModel(this))
    , m_view(new QTreeView(this))
    , m_all(new QPushButton(tr("Tick &all"), this))
    , m_none(new QPushButton(tr("Tick &none"), this))
    , m_move(new QPushButton(this))
{
    setObjectName(u"setup.dueMoves"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Due times of open tickets"));
    resize(960, 520);
    m_summary->setObjectName(u"setup.dueMoves.summary"_s);
    m_summary->setWordWrap(true);
    m_notice->setObjectName(u"setup.dueMoves.notice"_s);
    m_view->setObjectName(u"setup.dueMoves.table"_s);
    m_view->setAccessibleName(tr("Due times that would move"));
    m_all->setObjectName(u"setup.dueMoves.all"_s);
    m_none->setObjectName(u"setup.dueMoves.none"_s);
    m_move->setObjectName(u"setup.dueMoves.move"_s);
    setLook(m_move, "primary");
    for (QPushButton *button : {m_all, m_none, m_move})
        button->setAutoDefault(false);
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    setUpTree(m_view);
    m_view->setItemDelegateForColumn(5, new TagDelegate(m_view));
    m_model->setHorizontalHeaderLabels(
        {tr("Ticket"), tr("Department"), tr("Due now"), tr("Would be due"), tr("By the rule"), tr("Remark")});
    const int widths[] = {152, 136, 136, 136, 176, 160};
    for (int column = 0; column < 6; ++column)
        m_view->header()->resizeSection(column, widths[column]);
    rememberColumns(m_view->header(), u"setup.dueMoves"_s);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"setup.dueMoves.close"_s);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    buttons->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_all);
    row->addWidget(m_none);
    row->addStretch();
    row->addWidget(m_move);
    row->addWidget(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(m_summary);
    layout->addWidget(m_notice);
    layout->addWidget(m_view, 1);
    layout->addLayout(row);
    setTabChain({m_view, m_all, m_none, m_move, buttons->button(QDialogButtonBox::Close)});

    connect(buttons, &QDialogButtonBox::rejected, this, &DueMovesDialog::reject);
    connect(m_all, &QPushButton::clicked, this, [this] { tick(true); });
    connect(m_none, &QPushButton::clicked, this, [this] { tick(false); });
    connect(m_move, &QPushButton::clicked, this, &DueMovesDialog::move);
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
    m_busy = true;
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
    m_busy = false;
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
    showState();
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
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->item(row)->checkState() == Qt::Checked)
            chosen.append(m_moves[row]);
    }
    return chosen;
}

void DueMovesDialog::move()
{
    const QList<DueMove> chosen = ticked();
    m_busy = true;
    showState();
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
        [this] {
            m_busy = false;
            showState();
        });
}

void DueMovesDialog::showState()
{
    const auto count = static_cast<int>(ticked().size());
    m_move->setText(tr("&Move %n due time(s)", nullptr, count));
    m_move->setEnabled(count > 0 && !m_busy && m_context.session.may(Command::MoveDueTimes));
    m_all->setEnabled(!m_moves.isEmpty());
    m_none->setEnabled(!m_moves.isEmpty());
}

} // namespace huiyin
