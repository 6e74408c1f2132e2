// SPDX-License-Identifier: GPL-3.0-or-later
#include "handling/TicketCommands.h"

#include "domain/PersonalText.h"
#include "handling/CommandDialog.h"
#include "handling/CorrectionDialog.h"
#include "handling/NumberedMenu.h"
#include "handling/PossibleCommands.h"
#include "handling/TicketPrinting.h"
#include "handling/TicketQuestions.h"
#include "knowledge/ArticleDialog.h"
#include "tickets/TicketText.h"

#include <QAction>
#include <QMenu>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// What can be done with one of several departments.
struct DepartmentEntries
{
    const Dispatch *dispatch;
    QList<Command> commands;
};

} // namespace

TicketCommands::TicketCommands(CaseSession &session, QWidget *parent)
    : QObject(parent)
    , m_session(session)
    , m_parent(parent)
    , m_makeArticle(new QAction(tr("Make an article of it…"), this))
    , m_print(new QAction(tr("Print the ticket…"), this))
{
    m_print->setObjectName(u"handling.printAction"_s);
    connect(m_print, &QAction::triggered, this, [this] {
        if (m_facts)
            askPrint(m_session, m_parent->window(), {*m_facts->ticket.id});
    });
    m_makeArticle->setObjectName(u"handling.makeArticleAction"_s);
    connect(m_makeArticle, &QAction::triggered, this, [this] {
        if (!m_facts)
            return;
        QString answer = m_facts->ticket.answer;
        const Dispatch *lead = leadOf(m_facts->dispatches);
        if (answer.isEmpty() && lead)
            answer = lead->reply;
        makeArticle(m_session, m_facts->ticket, answer, m_parent->window());
    });
    for (const QList<Command> &group : commandGroups()) {
        for (const Command command : group) {
            auto *action = new QAction(displayName(command), this);
            action->setObjectName(u"handling."_s + QString::fromLatin1(ruleOf(command).action) + u"Action");
            connect(action, &QAction::triggered, this, [this, command] { act(command); });
            m_actions.insert(command, action);
        }
    }
    setTicket(std::nullopt);
}

void TicketCommands::setTicket(const std::optional<WholeTicket> &facts)
{
    m_facts = facts;
    for (auto entry = m_actions.cbegin(); entry != m_actions.cend(); ++entry) {
        const bool possible = isPossible(entry.key());
        entry.value()->setEnabled(possible);
        if (const auto mark = markOf(entry.key())) {
            entry.value()->setCheckable(true);
            entry.value()->setChecked(m_facts && m_facts->ticket.marks.testFlag(*mark));
        }
    }
    m_makeArticle->setEnabled(m_facts && m_session.may(Command::ManageKnowledge));
    m_print->setEnabled(m_facts && !m_facts->ticket.number.isEmpty()
                        && ruleOf(Command::ReadCases).allows(m_session.roles()));
    m_next.clear();
    const QList<Command> next = m_facts ? usualCommands(m_session, *m_facts) : QList<Command>();
    for (const Command command : next) {
        if (isPossible(command) && m_next.size() < 2)
            m_next.append(m_actions.value(command));
    }
    Q_EMIT changed();
}

bool TicketCommands::isAnyPossible() const
{
    return m_makeArticle->isEnabled() || m_print->isEnabled() || std::ranges::any_of(m_actions, &QAction::isEnabled);
}

// The ticket's own first; what concerns one of several departments stands below its name. One list of them all would be
// higher than a small screen.
void TicketCommands::fillMenu(QMenu *menu)
{
    const bool several = m_facts && m_facts->dispatches.size() > 1;
    const auto ofDispatch = [&](Command command) { return several && ruleOf(command).dispatchStates != 0; };
    for (const QList<Command> &group : commandGroups()) {
        bool first = !menu->isEmpty();
        for (const Command command : group) {
            if (!m_actions.value(command)->isEnabled() || ofDispatch(command))
                continue;
            if (std::exchange(first, false))
                menu->addSeparator();
            addEntry(menu, command);
        }
    }
    QList<DepartmentEntries> departments;
    for (qsizetype i = 0; several && i < m_facts->dispatches.size(); ++i) {
        const Dispatch &dispatch = m_facts->dispatches[i];
        const auto isThis = [&](const Dispatch &one) { return one.id == dispatch.id; };
        DepartmentEntries entries{.dispatch = &dispatch, .commands = {}};
        for (const QList<Command> &group : commandGroups()) {
            for (const Command command : group) {
                if (m_actions.value(command)->isEnabled() && ofDispatch(command)
                    && std::ranges::any_of(dispatchesFor(m_session, *m_facts, command), isThis))
                    entries.commands.append(command);
            }
        }
        if (!entries.commands.isEmpty())
            departments.append(entries);
    }
    // What is usual stands in the menu itself: the lead's.
    std::stable_partition(departments.begin(), departments.end(),
                          [](const DepartmentEntries &one) { return one.dispatch->role == DispatchRole::Lead; });
    for (qsizetype i = 0; i < departments.size(); ++i) {
        const Dispatch &dispatch = *departments[i].dispatch;
        const QString name = nameOf(m_session.codeTables().departments, std::optional(dispatch.department));
        if (i < 2)
            menu->addSeparator();
        if (i == 0)
            addMenuHeading(menu, name);
        QMenu *below = menu;
        if (i > 0) {
            below = menu->addMenu(QString(name).replace(u'&', u"&&"_s));
            setMenuKey(below->menuAction(), menuKey(MenuEntry::Department));
        }
        for (const Command command : std::as_const(departments[i].commands))
            addEntry(below, command, dispatch.id);
    }
    if (m_makeArticle->isEnabled() || m_print->isEnabled())
        menu->addSeparator();
    for (const auto &[own, kind] :
         {std::pair(m_makeArticle, MenuEntry::MakeArticle), std::pair(m_print, MenuEntry::Print)}) {
        if (!own->isEnabled())
            continue;
        QAction *entry = menu->addAction(own->text());
        entry->setObjectName(own->objectName());
        setMenuKey(entry, menuKey(kind));
        connect(entry, &QAction::triggered, own, &QAction::trigger);
    }
}

// The action itself stands on buttons too, without the key that it has in the menu.
void TicketCommands::addEntry(QMenu *menu, Command command, std::optional<DispatchId> dispatch)
{
    const QAction *action = m_actions.value(command);
    QAction *entry = menu->addAction(opensDialog(command) ? QString(action->text() + u'…') : action->text());
    entry->setCheckable(action->isCheckable());
    entry->setChecked(action->isChecked());
    setMenuKey(entry, menuKey(command));
    connect(entry, &QAction::triggered, this, [this, command, dispatch] { act(command, dispatch); });
    if (command != Command::Sign && command != Command::NoteFirstContact)
        return;
    QAction *later = menu->addAction(tr("%1, with its time…").arg(action->text()));
    setMenuKey(later, menuKey(command == Command::Sign ? MenuEntry::SignAt : MenuEntry::NoteFirstContactAt));
    connect(later, &QAction::triggered, this, [this, command, dispatch] {
        const QList<Dispatch> about =
            isPossible(command) ? dispatchesFor(m_session, *m_facts, command) : QList<Dispatch>();
        const auto chosen =
            std::ranges::find_if(about, [dispatch](const Dispatch &one) { return !dispatch || one.id == dispatch; });
        if (chosen != about.end())
            TicketQuestions(m_session, *m_facts, m_parent->window()).askTime(command, *chosen);
    });
}

QString TicketCommands::shortAbout(const Dispatch *dispatch) const
{
    QStringList parts{m_facts->ticket.number};
    if (dispatch)
        parts.append(TicketText(m_session).department(dispatch->department));
    return parts.join(u' ');
}

// For what is done without a dialog: what, with which ticket, and with whose reply.
QString TicketCommands::doneText(Command command, const Dispatch *dispatch) const
{
    if (markOf(command) || opensDialog(command))
        return {}; // seen beside the ticket
    if (command == Command::AcceptReply && dispatch) {
        constexpr qsizetype fewWords = 24; // characters
        const QString reply = maskedText(dispatch->reply, citizenOf(m_facts->ticket)).simplified();
        return tr("Reply accepted: %1 “%2”")
            .arg(shortAbout(dispatch), reply.size() > fewWords ? QString(reply.first(fewWords) + u'…') : reply);
    }
    return tr("Done: %1 %2").arg(displayName(command), shortAbout(dispatch));
}

void TicketCommands::act(Command command, std::optional<DispatchId> chosen)
{
    if (!isPossible(command))
        return;
    const TicketId ticket = *m_facts->ticket.id;
    if (const auto mark = markOf(command)) // the action has turned its tick by itself; the ticket decides
        m_actions.value(command)->setChecked(m_facts->ticket.marks.testFlag(*mark));
    const QList<Dispatch> about =
        ruleOf(command).dispatchStates != 0 ? dispatchesFor(m_session, *m_facts, command) : QList<Dispatch>();
    Dispatch dispatch = about.isEmpty() ? Dispatch{} : about.first();
    for (const Dispatch &one : about) {
        if (one.id == chosen)
            dispatch = one;
    }
    const DispatchId id = dispatch.id.value_or(DispatchId(0));
    const QString done = doneText(command, dispatch.id ? &dispatch : nullptr);
    const auto now = [this, done](const CommandDialog::Act &given) {
        giveAtOnce(
            m_session, this, given, [this](const Refusal &refusal) { Q_EMIT refused(refusal); }, done);
    };
    switch (command) {
    case Command::Sign:
        return now([id](CaseBook &book) { return book.sign(id); });
    case Command::NoteFirstContact:
        return now([id](CaseBook &book) { return book.noteFirstContact(id); });
    case Command::AcceptReply:
        return now([id](CaseBook &book) { return book.acceptReply(id); });
    case Command::Close:
        return now([ticket](CaseBook &book) { return book.close(ticket); });
    case Command::Archive:
        return now([ticket](CaseBook &book) { return book.archive(ticket); });
    case Command::MarkDifficult:
    case Command::MarkLeader: {
        const Mark mark = *markOf(command);
        const bool on = !m_facts->ticket.marks.testFlag(mark);
        return now([ticket, mark, on](CaseBook &book) { return book.setMark(ticket, mark, on); });
    }
    case Command::Correct: {
        // Citizens' data are shown as they are: that is recorded first.
        const Ticket shown = m_facts->ticket;
        m_session.command(
            this, [ticket](CaseBook &book) { return book.recordView(ticket); },
            [this, shown](const Changes &) { askCorrection(m_session, shown, m_parent->window()); },
            [this](const Refusal &refusal) { Q_EMIT refused(refusal); });
        return;
    }
    default:
        TicketQuestions(
            m_session, *m_facts, m_parent->window(),
            [self = QPointer(this), ticket, number = m_facts->ticket.number](Command given, const Dispatch *concerned) {
                if (self)
                    self->tellPaper(ticket, number, given, concerned);
            })
            .ask(command, dispatch);
    }
}

// What a department gets in writing.
void TicketCommands::tellPaper(TicketId ticket, const QString &number, Command command, const Dispatch *dispatch)
{
    PaperKind kind = PaperKind::Notices;
    switch (command) {
    case Command::Remind:
    case Command::Supervise:
    case Command::GiveYellowCard:
    case Command::GiveRedCard:
        break;
    case Command::GrantReturn:
    case Command::RefuseReturn:
    case Command::GrantExtension:
    case Command::RefuseExtension:
        kind = PaperKind::Rulings;
        break;
    default:
        return;
    }
    QStringList about{number};
    if (dispatch)
        about.append(TicketText(m_session).department(dispatch->department));
    Q_EMIT paperReady(ticket, kind, tr("Done: %1 %2").arg(displayName(command), about.join(u' ')));
}

bool TicketCommands::isPossible(Command command) const
{
    return m_facts && huiyin::isPossible(m_session, *m_facts, command);
}

} // namespace huiyin
