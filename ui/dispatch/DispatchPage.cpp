// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatch/DispatchPage.h"

#include "controls/Panel.h"
#include "controls/SegmentedButtons.h"
#include "dispatch/GiveSheetsDialog.h"
#include "dispatch/TakeSheetDialog.h"
#include "handling/BatchCommands.h"
#include "shell/DutyWatch.h"
#include "tickets/DutyNames.h"
#include "tickets/ScannedNumbers.h"
#include "tickets/TicketDetail.h"
#include "tickets/TicketList.h"
#include "tickets/TicketListWithDetail.h"

#include <QAction>
#include <QFileDialog>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr Duty queues[] = {Duty::Dispatch,       Duty::Sign,   Duty::ReturnAsked,
                           Duty::ExtensionAsked, Duty::Review, Duty::Suspended,
                           Duty::DueToday,       Duty::Yellow, Duty::Red};

// Nine of them stand side by side.
QString shortName(Duty duty)
{
    switch (duty) {
    case Duty::ReturnAsked:
        return DispatchPage::tr("Returns");
    case Duty::ExtensionAsked:
        return DispatchPage::tr("Extensions");
    case Duty::Review:
        return DispatchPage::tr("To review");
    default:
        // The lights have a remark where there is room for it.
        return dutyName(duty).section(u" · "_s, 0, 0);
    }
}

} // namespace

DispatchPage::DispatchPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_queue(new SegmentedButtons(this))
    , m_list(new TicketList(session(), u"dispatch"_s, {.by = TicketOrder::By::Received, .order = Qt::AscendingOrder},
                            {TicketField::Number, TicketField::Urgency, TicketField::Type, TicketField::Title,
                             TicketField::Department, TicketField::Deadline},
                            this))
    , m_detail(new TicketDetail(session(), u"dispatch"_s, this))
{
    setObjectName(u"dispatch"_s);
    m_queue->setObjectName(u"dispatch.queue"_s);
    m_queue->setAccessibleName(tr("What waits"));
    m_queue->setDense(true);
    m_queue->setBreaks();
    for (const Duty duty : queues)
        m_queue->addOption(shortName(duty), static_cast<int>(duty), u"dispatch.queue."_s + dutyCode(duty));
    m_queue->setValue(static_cast<int>(Duty::Dispatch));
    m_list->setTools(m_queue);
    auto *layout = pageLayout(new QVBoxLayout(this));
    layout->addWidget(listWithDetail(m_list, m_detail, u"dispatch"_s));

    auto *batch = new BatchCommands(session(), m_list);
    const auto add = [this](QAction *action) {
        addAction(action);
        m_actions.append(action);
    };
    for (QAction *action : {m_detail->nextAction(), m_detail->moreAction(), m_detail->revealAction(), batch->action(),
                            m_list->printAction()})
        add(action);
    const auto addStep = [&](const QString &name, const QString &text, const QKeySequence &key, int direction) {
        auto *action = new QAction(text, this);
        action->setObjectName(u"dispatch."_s + name);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, [this, direction] { step(direction); });
        add(action);
    };
    addStep(u"nextQueue"_s, tr("Ne&xt queue"), QKeySequence(Qt::CTRL | Qt::Key_PageDown), 1);
    addStep(u"previousQueue"_s, tr("&Previous queue"), QKeySequence(Qt::CTRL | Qt::Key_PageUp), -1);
    addSheetActions();

    connect(m_queue, &SegmentedButtons::valueChosen, this, &DispatchPage::showQueue);
    connect(m_detail, &TicketDetail::ticketRequested, this, &Page::ticketRequested);
    connect(new ScannedNumbers(session(), this), &ScannedNumbers::ticketFound, this, &Page::ticketRequested);
    connect(&duties(), &DutyWatch::changed, this, &DispatchPage::showCounts);
    showCounts();
    showQueue();
}

// For departments without a program.
void DispatchPage::addSheetActions()
{
    const auto add = [this](const QString &name, const QString &text, auto act) {
        auto *action = new QAction(text, this);
        action->setObjectName(u"dispatch."_s + name);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
        m_actions.append(action);
        return action;
    };
    m_giveSheets = add(u"giveSheetsAction"_s, tr("&Give out departments' sheets…"), [this] {
        (new GiveSheetsDialog({session(), messages(), duties()}, window()))->open();
    });
    m_takeSheet = add(u"takeSheetAction"_s, tr("Ta&ke in a department's sheet…"), [this] { chooseSheet(); });
    m_sheets = new QPushButton(tr("Sheets…"), m_list->foot());
    m_sheets->setObjectName(u"dispatch.sheets"_s);
    m_sheets->setAutoDefault(false);
    m_sheets->setToolTip(tr("Spreadsheets for departments without a program"));
    setLook(m_sheets, "link");
    connect(m_sheets, &QPushButton::clicked, this, [this] {
        auto *menu = new QMenu(m_sheets);
        menu->setObjectName(u"dispatch.sheetMenu"_s);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addActions({m_giveSheets, m_takeSheet});
        menu->popup(m_sheets->mapToGlobal(QPoint(0, -menu->sizeHint().height() - 4)));
    });
    m_list->addFootWidget(m_sheets);
    connect(&session(), &CaseSession::userChanged, this, &DispatchPage::showRights);
    showRights();
}

void DispatchPage::showRights()
{
    m_giveSheets->setEnabled(!session().isReadOnly() && session().may(Command::GiveSheet));
    m_takeSheet->setEnabled(!session().isReadOnly() && session().may(Command::TakeSheet));
    m_sheets->setEnabled(m_giveSheets->isEnabled() || m_takeSheet->isEnabled());
}

void DispatchPage::chooseSheet()
{
    auto *dialog = new QFileDialog(this, tr("Take in a department's sheet"), QString(), tr("Spreadsheets (*.xlsx)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &DispatchPage::takeSheet);
    dialog->open();
}

void DispatchPage::takeSheet(const QString &path)
{
    (new TakeSheetDialog({session(), messages(), duties()}, path, window()))->open();
}

void DispatchPage::activated()
{
    m_detail->showTime();
    m_list->activate();
    m_list->focusTable();
}

bool DispatchPage::wouldLose() const
{
    return m_detail->wouldLose();
}

void DispatchPage::leave(const std::function<void(bool)> &answer)
{
    if (wouldLose())
        Q_EMIT pageRequested(u"dispatch"_s);
    m_detail->leave(answer);
}

QList<QAction *> DispatchPage::menuActions() const
{
    return m_actions;
}

void DispatchPage::showPart(const QString &part)
{
    for (const Duty duty : queues) {
        if (dutyCode(duty) == part) {
            m_begun = true;
            m_queue->setValue(static_cast<int>(duty));
            showQueue();
        }
    }
    m_list->focusTable();
}

void DispatchPage::step(int direction)
{
    const auto now = std::ranges::find(queues, m_queue->chosen<Duty>().value_or(Duty::Dispatch));
    const auto count = std::ssize(queues);
    const auto next = (now - std::begin(queues) + direction + count) % count;
    m_begun = true;
    m_queue->setValue(static_cast<int>(queues[next]));
    showQueue();
    m_list->focusTable();
}

void DispatchPage::showQueue()
{
    const Duty duty = m_queue->chosen<Duty>().value_or(Duty::Dispatch);
    m_list->setEmptyTexts(tr("Nothing here"), duty == Duty::Dispatch ? tr("No ticket waits for a department.")
                                                                     : tr("No ticket is waiting in this queue."));
    m_list->setFilter({.duty = duty});
}

void DispatchPage::showCounts()
{
    const std::optional<Worklist> &list = duties().worklist();
    if (!list)
        return;
    for (const Duty duty : queues) {
        m_queue->setOptionText(
            static_cast<int>(duty),
            tr("%1 %2", "queue and how many wait in it").arg(shortName(duty), QLocale().toString(list->count(duty))));
    }
    // It begins where there is something to do.
    if (std::exchange(m_begun, true) || list->count(Duty::Dispatch) > 0)
        return;
    const auto busy =
        std::ranges::find_if(queues, [&list](Duty duty) { return duty != Duty::Suspended && list->count(duty) > 0; });
    if (busy != std::end(queues)) {
        m_queue->setValue(static_cast<int>(*busy));
        showQueue();
    }
}

} // namespace huiyin
