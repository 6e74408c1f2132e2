// SPDX-License-Identifier: GPL-3.0-or-later
#include "handling/BatchCommands.h"

#include "controls/NoticeBar.h"
#include "handling/CommandDialog.h"
#include "handling/DispatchFields.h"
#include "handling/NumberedMenu.h"
#include "handling/TicketPrinting.h"
#include "shell/CaseSession.h"
#include "storage/TicketRepository.h"
#include "tickets/TicketList.h"

#include <QAction>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSet>

#include <memory>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qsizetype most = 500; // tickets at once: about a second
constexpr qsizetype toldReasons = 50;

constexpr Command offered[] = {Command::Dispatch,    Command::Sign,  Command::Remind,  Command::Supervise,
                               Command::AcceptReply, Command::Close, Command::Archive, Command::Merge};

} // namespace

BatchCommands::BatchCommands(CaseSession &session, TicketList *list)
    : QObject(list)
    , m_session(session)
    , m_list(list)
    , m_button(nullptr)
    , m_paper(new NoticeBar(list))
    , m_open(new QAction(tr("&With the chosen…"), this))
{
    const QString page = list->objectName().section(u'.', 0, 0);
    m_open->setObjectName(page + u".batchAction"_s);
    m_open->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M));
    m_open->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_open->setAutoRepeat(false);
    connect(m_open, &QAction::triggered, this, &BatchCommands::openMenu);
    auto *button = new QPushButton(tr("With the chosen…"), list->foot());
    button->setObjectName(page + u".batchButton"_s);
    button->setAutoDefault(false);
    button->setToolTip(tr("What can be done with all the chosen tickets (%1)")
                           .arg(m_open->shortcut().toString(QKeySequence::NativeText)));
    setLook(button, "link");
    connect(button, &QPushButton::clicked, m_open, &QAction::trigger);
    m_button = button;
    list->addFootWidget(button);
    m_paper->setObjectName(page + u".batchPaper"_s);
    list->body()->insertWidget(list->body()->indexOf(list->foot()), m_paper);
    connect(list, &TicketList::chosenChanged, this, &BatchCommands::showChosen);
    showChosen();
}

void BatchCommands::showChosen()
{
    const bool can = m_list->chosenCount() > 0 && !m_session.isReadOnly();
    m_open->setEnabled(can);
    m_button->setEnabled(can);
}

void BatchCommands::openMenu()
{
    auto *menu = new QMenu(m_button);
    menu->setObjectName(u"handling.batchMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(menu);
    menu->popup(m_button->mapToGlobal(QPoint(0, -menu->sizeHint().height() - 4)));
}

void BatchCommands::fillMenu(QMenu *menu)
{
    for (const Command command : offered) {
        if (!ruleOf(command).allows(m_session.roles()))
            continue;
        QAction *action =
            menu->addAction(opensDialog(command) ? QString(displayName(command) + u'…') : displayName(command));
        action->setObjectName(u"handling.batch."_s + QString::fromLatin1(ruleOf(command).action));
        setMenuKey(action, menuKey(command));
        connect(action, &QAction::triggered, this, [this, command] { choose(command); });
    }
    menu->addSeparator();
    QAction *print = menu->addAction(m_list->printAction()->text());
    print->setObjectName(u"handling.batch.print"_s);
    setMenuKey(print, menuKey(MenuEntry::Print));
    connect(print, &QAction::triggered, m_list->printAction(), &QAction::trigger);
}

CommandDialog *BatchCommands::dialog(Command command, const QList<TicketId> &tickets) const
{
    const QString about = tr("%n chosen ticket(s)", nullptr, static_cast<int>(tickets.size()));
    auto *dialog = new CommandDialog(m_session, command, about, m_list->window());
    dialog->keepWords(WordsPlace::ofSeveral(command));
    return dialog;
}

void BatchCommands::choose(Command command)
{
    if (m_list->chosenCount() > most) {
        m_session.messages().show(
            {.level = Message::Level::Warning,
             .what = tr("At most %1 tickets can be handled at once.").arg(QLocale().toString(most)),
             .state = tr("Choose fewer of them.")});
        return;
    }
    m_paper->clear();
    const TicketIds chosen = m_list->chosen();
    const QList<TicketId> tickets = chosen.mid(0, chosen.size());
    const auto eachDispatch = [&](auto act) {
        give([tickets, command, act](CaseBook &book) {
            return forEachTicket(book, tickets, [&](TicketId ticket) {
                return forEachDispatch(book, ticket, command, [&](DispatchId id) { return act(book, id); });
            });
        });
    };
    const auto each = [&](auto act) {
        give([tickets, act](CaseBook &book) {
            return forEachTicket(book, tickets, [&](TicketId ticket) { return act(book, ticket); });
        });
    };
    switch (command) {
    case Command::Dispatch:
        return askDispatch(tickets);
    case Command::Remind:
    case Command::Supervise:
        return askReminder(command, tickets);
    case Command::Merge:
        return askMerge(tickets);
    case Command::Sign:
        return eachDispatch([](CaseBook &book, DispatchId id) { return book.sign(id); });
    case Command::AcceptReply:
        return eachDispatch([](CaseBook &book, DispatchId id) { return book.acceptReply(id); });
    case Command::Close:
        return each([](CaseBook &book, TicketId id) { return book.close(id); });
    default:
        return each([](CaseBook &book, TicketId id) { return book.archive(id); });
    }
}

void BatchCommands::give(const Act &act)
{
    m_session.command(
        this, [act](CaseBook &book) -> Outcome<BatchResult> { return act(book); },
        [this](const BatchResult &result) { tell(result); }, [](const Refusal &) {});
}

// What the departments get in writing, of the tickets with which it was done.
void BatchCommands::offerPaper(const BatchResult &result, const QList<TicketId> &tickets, PaperKind kind) const
{
    QList<TicketId> done;
    const QSet<TicketId> changed(result.changes.tickets.cbegin(), result.changes.tickets.cend());
    for (const TicketId ticket : tickets) {
        if (changed.contains(ticket))
            done.append(ticket);
    }
    if (done.isEmpty())
        return;
    m_paper->showNotice(Tone::Ok, tr("%n ticket(s) are done.", nullptr, static_cast<int>(done.size())),
                        kind == PaperKind::Notices ? tr("Print the notices") : tr("Print the dispatch sheets"),
                        [this, done, kind] {
                            m_paper->clear();
                            askPrint(m_session, m_list->window(), done, {}, kind);
                        });
}

// Which tickets refused, and why.
QStringList BatchCommands::reasons(const BatchResult &result, qsizetype told)
{
    QStringList reasons;
    for (const BatchResult::Refused &refused : result.refused.first(std::min(result.refused.size(), told)))
        reasons.append(!refused.number.isEmpty() && refused.reason.contains(refused.number)
                           ? refused.reason // tells it itself
                           : tr("%1: %2").arg(refused.number, refused.reason));
    if (result.refused.size() > told)
        reasons.append(tr("and %n more", nullptr, static_cast<int>(result.refused.size() - told)));
    return reasons;
}

void BatchCommands::tell(const BatchResult &result) const
{
    if (result.refused.isEmpty()) {
        Q_EMIT m_session.told(tr("%n ticket(s) are done.", nullptr, static_cast<int>(result.done)));
        return;
    }
    const QStringList reasons = BatchCommands::reasons(result, toldReasons);
    QStringList state = reasons.first(std::min<qsizetype>(reasons.size(), 5));
    if (result.done > 0)
        state.prepend(tr("%n ticket(s) are done.", nullptr, static_cast<int>(result.done)));
    m_session.messages().show(
        {.level = Message::Level::Warning,
         .what = tr("%n ticket(s) stay as they were.", nullptr, static_cast<int>(result.refused.size())),
         .state = state.join(u'\n'),
         .todo = result.stopped ? tr("There was trouble with the file; the tickets behind were not tried.") : QString(),
         .details = reasons.size() > 5 ? reasons.join(u'\n') : QString()});
}

// All refused: the dialog says why and keeps what was typed. Else it is done, and what was refused is told.
template <class Collect>
void BatchCommands::startBatch(CommandDialog *ask, const std::shared_ptr<BatchResult> &result, Collect collect)
{
    constexpr qsizetype toldInDialog = 5;
    ask->setGivenApart();
    ask->start([result, collect]() -> CommandDialog::Act {
        return [result, act = collect()](CaseBook &book) -> Outcome<Changes> {
            *result = act(book);
            if (result->done == 0 && !result->refused.isEmpty()) {
                return Refusal{result->refused.size() == 1 ? result->refused.first().reason
                                                           : reasons(*result, toldInDialog).join(u'\n')};
            }
            return result->changes;
        };
    });
}

void BatchCommands::askDispatch(const QList<TicketId> &tickets)
{
    CommandDialog *ask = dialog(Command::Dispatch, tickets);
    auto result = std::make_shared<BatchResult>();
    connect(ask, &QDialog::accepted, this, [this, result, tickets] {
        tell(*result);
        offerPaper(*result, tickets, PaperKind::DispatchSheets);
    });
    startBatch(ask, result, [tickets, fields = DispatchFields(ask)] {
        const DispatchRequest request = fields.request();
        return [request, tickets](CaseBook &book) {
            return forEachTicket(book, tickets, [&](TicketId ticket) {
                DispatchRequest one = request;
                one.ticket = ticket;
                return book.dispatch(one);
            });
        };
    });
}

void BatchCommands::askReminder(Command command, const QList<TicketId> &tickets)
{
    CommandDialog *ask = dialog(command, tickets);
    QPlainTextEdit *text = ask->addText(u"ground"_s, tr("&Text"), tr("What the departments are told"));
    auto result = std::make_shared<BatchResult>();
    connect(ask, &QDialog::accepted, this, [this, result, tickets] {
        tell(*result);
        offerPaper(*result, tickets, PaperKind::Notices);
    });
    startBatch(ask, result, [=] {
        const ReminderLevel level = command == Command::Remind ? ReminderLevel::Reminder : ReminderLevel::Supervision;
        return [level, tickets, command, words = text->toPlainText()](CaseBook &book) {
            return forEachTicket(book, tickets, [&](TicketId ticket) {
                return forEachDispatch(book, ticket, command, [&](DispatchId id) {
                    return book.remind({.dispatch = id, .level = level, .text = words});
                });
            });
        };
    });
}

// All of them or none.
void BatchCommands::askMerge(const QList<TicketId> &tickets)
{
    CommandDialog *ask = dialog(Command::Merge, tickets);
    auto *into = new QLineEdit(ask);
    into->setPlaceholderText(tr("Number of the ticket that stays"));
    ask->addField(u"into"_s, tr("&Into"), into);
    QPlainTextEdit *ground = ask->addText(u"ground"_s, tr("&Ground"), tr("Why it is the same matter"));
    ask->start([=]() -> CommandDialog::Act {
        return [tickets, number = into->text().trimmed(), words = ground->toPlainText()](CaseBook &book) {
            const auto root = TicketRepository(book.file().database()).idOf(number);
            QList<TicketId> others = tickets; // the one that stays may be among the chosen
            if (root)
                others.removeAll(*root);
            return book.merge({.tickets = others, .into = root.value_or(TicketId(0)), .ground = words});
        };
    });
}

} // namespace huiyin
