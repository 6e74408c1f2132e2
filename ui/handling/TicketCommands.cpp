// SPDX-License-Identifier: GPL-3.0-or-later
#include "handling/TicketCommands.h"

#include "casework/Suspending.h"
#include "controls/CodePicker.h"
#include "controls/Panel.h"
#include "domain/PersonalText.h"
#include "handling/CommandDialog.h"
#include "handling/CorrectionDialog.h"
#include "handling/DepartmentsField.h"
#include "handling/DispatchFields.h"
#include "handling/FollowUpForm.h"
#include "handling/NumberedMenu.h"
#include "handling/TicketPrinting.h"
#include "knowledge/ArticleDialog.h"
#include "storage/TicketRepository.h"
#include "tickets/TicketText.h"

#include <QAction>
#include <QCheckBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// As a menu shows them, parted by what they concern. What the intake page or a list gives stands elsewhere.
const QList<QList<Command>> &groups()
{
    static const QList<QList<Command>> all{
        {Command::Dispatch, Command::AddCoHandlers, Command::AnswerDirectly, Command::NotAccept, Command::Merge,
         Command::Unmerge},
        {Command::Sign, Command::NoteFirstContact, Command::Reply, Command::AcceptReply, Command::SendBackReply},
        {Command::AskReturn, Command::GrantReturn, Command::RefuseReturn, Command::AskExtension,
         Command::GrantExtension, Command::RefuseExtension, Command::Suspend, Command::Resume},
        {Command::Remind, Command::Supervise, Command::GiveYellowCard, Command::GiveRedCard},
        {Command::FollowUp, Command::Redo, Command::Explain, Command::Close, Command::Reopen, Command::Archive},
        {Command::Correct, Command::ChangeUrgency, Command::MarkDifficult, Command::MarkLeader, Command::MarkExcluded,
         Command::PickCase, Command::MakeVoid}};
    return all;
}

std::optional<Mark> markOf(Command command)
{
    switch (command) {
    case Command::MarkDifficult:
        return Mark::Difficult;
    case Command::MarkLeader:
        return Mark::Leader;
    case Command::MarkExcluded:
        return Mark::Excluded;
    default:
        return std::nullopt;
    }
}

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
    for (const QList<Command> &group : groups()) {
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
    const QList<Command> next = usual();
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

bool TicketCommands::isPossible(Command command) const
{
    if (!m_facts || m_session.isReadOnly())
        return false;
    const CommandRule &rule = ruleOf(command);
    const Ticket &ticket = m_facts->ticket;
    if (!rule.allows(m_session.roles()) || !rule.allows(stateOf(ticket, m_facts->dispatches)))
        return false;
    if (rule.dispatchStates != 0 && dispatchesFor(command).isEmpty())
        return false;
    // What the case book would refuse anyhow.
    if (command == Command::Unmerge || command == Command::Reopen)
        return ticket.mergedInto.has_value() == (command == Command::Unmerge);
    return true;
}

QList<Dispatch> TicketCommands::dispatchesFor(Command command) const
{
    const CommandRule &rule = ruleOf(command);
    const auto fits = [&](const Dispatch &dispatch) {
        if (!rule.allows(stateOf(dispatch)))
            return false;
        const QDateTime now = m_session.clock().now();
        const DueLight light = m_session.deadlines().light(dispatch.dueAt, now);
        switch (command) {
        case Command::AskExtension:
            return !isSuspended(dispatch, now);
        case Command::Suspend: {
            const DeadlineRule *deadline = deadlineRule(m_facts->ticket);
            return deadline && deadline->suspensionDays > 0 && dispatch.dueAt && now <= *dispatch.dueAt
                   && !isSuspended(dispatch, now);
        }
        case Command::Resume:
            return isSuspended(dispatch, now);
        case Command::NoteFirstContact:
            return !dispatch.firstContactAt;
        case Command::GiveYellowCard:
            return light != DueLight::None;
        case Command::GiveRedCard:
            return light == DueLight::Red;
        default:
            return true;
        }
    };
    const Dispatch *lead = leadOf(m_facts->dispatches);
    QList<Dispatch> all;
    if (lead && fits(*lead))
        all.append(*lead);
    for (const Dispatch &dispatch : m_facts->dispatches) {
        if (&dispatch != lead && fits(dispatch))
            all.append(dispatch);
    }
    return all;
}

// What usually comes next, the first first.
QList<Command> TicketCommands::usual() const
{
    if (!m_facts)
        return {};
    const Dispatch *lead = leadOf(m_facts->dispatches);
    switch (stateOf(m_facts->ticket, m_facts->dispatches)) {
    case TicketState::Accepted:
        return {Command::Dispatch, Command::AnswerDirectly};
    case TicketState::InProgress:
        if (lead && stateOf(*lead) == DispatchState::ReturnAsked)
            return {Command::GrantReturn, Command::RefuseReturn};
        if (lead && stateOf(*lead) == DispatchState::ExtensionAsked)
            return {Command::GrantExtension, Command::RefuseExtension};
        if (lead && isSuspended(*lead, m_session.clock().now()))
            return {Command::Resume, Command::Reply};
        if (lead && !lead->signedAt)
            return {Command::Sign, Command::Reply};
        return {Command::Reply, Command::Remind};
    case TicketState::ToReview:
        return {Command::AcceptReply, Command::SendBackReply};
    case TicketState::ToFollowUp: {
        // 一单一报 was chosen: it is filed, and then the ticket is closed.
        const auto &calls = m_facts->followUps;
        const bool explain = !calls.isEmpty() && calls.last().nextStep == NextStep::Explain;
        if (!explain)
            return {Command::FollowUp, Command::Close};
        const bool filed = !m_facts->explanations.isEmpty() && m_facts->explanations.last().at >= calls.last().at;
        return filed ? QList<Command>{Command::Close, Command::FollowUp}
                     : QList<Command>{Command::Explain, Command::FollowUp};
    }
    default:
        return {}; // it has come to its end: what more there is stands in the menu
    }
}

// The ticket's own first; what concerns one of several departments stands below its name.
void TicketCommands::fillMenu(QMenu *menu)
{
    const bool several = m_facts && m_facts->dispatches.size() > 1;
    const auto ofDispatch = [&](Command command) { return several && ruleOf(command).dispatchStates != 0; };
    for (const QList<Command> &group : groups()) {
        bool first = !menu->isEmpty();
        for (const Command command : group) {
            if (!m_actions.value(command)->isEnabled() || ofDispatch(command))
                continue;
            if (std::exchange(first, false))
                menu->addSeparator();
            addEntry(menu, command);
        }
    }
    for (qsizetype i = 0; several && i < m_facts->dispatches.size(); ++i) {
        const Dispatch &dispatch = m_facts->dispatches[i];
        bool first = true;
        for (const QList<Command> &group : groups()) {
            for (const Command command : group) {
                const auto isThis = [&](const Dispatch &one) { return one.id == dispatch.id; };
                if (!m_actions.value(command)->isEnabled() || !ofDispatch(command)
                    || !std::ranges::any_of(dispatchesFor(command), isThis))
                    continue;
                if (std::exchange(first, false)) {
                    menu->addSeparator();
                    addMenuHeading(menu,
                                   nameOf(m_session.codeTables().departments, std::optional(dispatch.department)));
                }
                addEntry(menu, command, dispatch.id);
            }
        }
    }
    if (m_makeArticle->isEnabled() || m_print->isEnabled())
        menu->addSeparator();
    for (QAction *own : {m_makeArticle, m_print}) {
        if (!own->isEnabled())
            continue;
        QAction *entry = menu->addAction(own->text());
        entry->setObjectName(own->objectName());
        connect(entry, &QAction::triggered, own, &QAction::trigger);
    }
    numberEntries(menu);
}

// The action itself stands on buttons too, without the key that it has in the menu.
void TicketCommands::addEntry(QMenu *menu, Command command, std::optional<DispatchId> dispatch)
{
    const QAction *action = m_actions.value(command);
    QAction *entry = menu->addAction(opensDialog(command) ? QString(action->text() + u'…') : action->text());
    entry->setCheckable(action->isCheckable());
    entry->setChecked(action->isChecked());
    connect(entry, &QAction::triggered, this, [this, command, dispatch] { act(command, dispatch); });
    if (command != Command::Sign && command != Command::NoteFirstContact)
        return;
    QAction *later = menu->addAction(tr("%1, with its time…").arg(action->text()));
    connect(later, &QAction::triggered, this, [this, command, dispatch] {
        const QList<Dispatch> about = isPossible(command) ? dispatchesFor(command) : QList<Dispatch>();
        const auto chosen =
            std::ranges::find_if(about, [dispatch](const Dispatch &one) { return !dispatch || one.id == dispatch; });
        if (chosen != about.end())
            askTime(command, *chosen);
    });
}

const DeadlineRule *TicketCommands::deadlineRule(const Ticket &ticket) const
{
    return m_session.deadlines().rule(deadlineCaseOf(ticket), ticket.receivedAt);
}

QString TicketCommands::about(const Dispatch *dispatch) const
{
    QStringList parts{m_facts->ticket.number, maskedText(m_facts->ticket.title, citizenOf(m_facts->ticket))};
    if (dispatch)
        parts.append(nameOf(m_session.codeTables().departments, std::optional(dispatch->department)));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
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

CommandDialog *TicketCommands::dialog(Command command, const Dispatch *dispatch) const
{
    return new CommandDialog(m_session, command, about(dispatch), m_parent->window());
}

void TicketCommands::act(Command command, std::optional<DispatchId> chosen)
{
    if (!isPossible(command))
        return;
    const TicketId ticket = *m_facts->ticket.id;
    if (const auto mark = markOf(command)) // the action has turned its tick by itself; the ticket decides
        m_actions.value(command)->setChecked(m_facts->ticket.marks.testFlag(*mark));
    const QList<Dispatch> about = ruleOf(command).dispatchStates != 0 ? dispatchesFor(command) : QList<Dispatch>();
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
    case Command::Dispatch:
        return askDispatch();
    case Command::AddCoHandlers:
        return askCoHandlers();
    case Command::AskReturn:
        return askReturn(dispatch);
    case Command::AskExtension:
        return askExtension(dispatch);
    case Command::Suspend:
        return askSuspension(dispatch);
    case Command::Resume:
        return askResumption(dispatch);
    case Command::Reply:
        return askReply(dispatch);
    case Command::Remind:
    case Command::Supervise:
    case Command::GiveYellowCard:
    case Command::GiveRedCard:
        return askReminder(command, dispatch);
    case Command::FollowUp:
        return askFollowUp();
    case Command::Merge:
        return askMerge();
    case Command::Sign:
        return now([id](CaseBook &book) { return book.sign(id); });
    case Command::NoteFirstContact:
        return now([id](CaseBook &book) { return book.noteFirstContact(id); });
    case Command::GrantReturn:
    case Command::GrantExtension:
        return askRuling(command, dispatch);
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
    case Command::PickCase:
        return askPick();
    case Command::ChangeUrgency: {
        CommandDialog *ask = dialog(command);
        QComboBox *urgency = ask->addChoice<Urgency>(u"urgency"_s, tr("&Urgency"));
        urgency->setCurrentIndex(static_cast<int>(m_facts->ticket.urgency));
        return ask->start([ticket, urgency]() -> CommandDialog::Act {
            const auto wanted = CommandDialog::chosen<Urgency>(urgency).value_or(Urgency::Normal);
            return [ticket, wanted](CaseBook &book) { return book.changeUrgency(ticket, wanted); };
        });
    }
    default:
        return askGround(command, dispatch.id ? &dispatch : nullptr);
    }
}

// Told by telephone afterwards: when it was.
void TicketCommands::askTime(Command command, const Dispatch &dispatch)
{
    CommandDialog *ask = dialog(command, &dispatch);
    const TimeField at = ask->addTime(u"at"_s, tr("&Time"));
    ask->start([at, command, id = *dispatch.id]() -> CommandDialog::Act {
        return [id, command, told = at.told()](CaseBook &book) {
            return command == Command::Sign ? book.sign(id, told) : book.noteFirstContact(id, told);
        };
    });
}

// In which list of the bulletin it may stand; in several, or in none any more.
void TicketCommands::askPick()
{
    CommandDialog *ask = dialog(Command::PickCase);
    QList<std::pair<Mark, QCheckBox *>> boxes;
    for (const Mark mark : {Mark::PickedProblem, Mark::PickedSuggestion, Mark::PickedSolved}) {
        QCheckBox *box = ask->addCheck(QString::fromLatin1(code(mark)), displayName(mark));
        box->setChecked(m_facts->ticket.marks.testFlag(mark));
        boxes.append({mark, box});
    }
    ask->start([boxes, ticket = *m_facts->ticket.id, before = m_facts->ticket.marks]() -> CommandDialog::Act {
        QList<std::pair<Mark, bool>> changed;
        for (const auto &[mark, box] : boxes) {
            if (before.testFlag(mark) != box->isChecked())
                changed.append({mark, box->isChecked()});
        }
        return [ticket, changed](CaseBook &book) -> Outcome<Changes> {
            for (const auto &[mark, on] : changed) {
                const Outcome<Changes> outcome = book.setMark(ticket, mark, on);
                if (!outcome)
                    return outcome;
            }
            return Changes{.tickets = {ticket}};
        };
    });
}

// The commands that want a text and nothing else.
void TicketCommands::askGround(Command command, const Dispatch *dispatch)
{
    CommandDialog *ask = dialog(command, dispatch);
    const bool answer = command == Command::AnswerDirectly;
    const bool explain = command == Command::Explain;
    QPlainTextEdit *text =
        answer    ? ask->addText(u"answer"_s, tr("&Answer"), tr("What the citizen was told"))
        : explain ? ask->addText(u"text"_s, tr("&Explanation"), tr("What the department explains in writing"))
                  : ask->addText(u"ground"_s, tr("&Ground"));
    const TicketId ticket = *m_facts->ticket.id;
    const DispatchId id = dispatch ? *dispatch->id : DispatchId(0);
    const bool marked = m_facts->ticket.marks.testFlag(Mark::Excluded);
    ask->start([=]() -> CommandDialog::Act {
        const QString words = text->toPlainText();
        return [=](CaseBook &book) -> Outcome<Changes> {
            switch (command) {
            case Command::AnswerDirectly:
                return book.answerDirectly(ticket, words);
            case Command::NotAccept:
                return book.notAccept(ticket, words);
            case Command::Unmerge:
                return book.unmerge(ticket, words);
            case Command::RefuseReturn:
                return book.refuseReturn(id, words);
            case Command::RefuseExtension:
                return book.refuseExtension(id, words);
            case Command::SendBackReply:
                return book.sendBackReply(id, words);
            case Command::Redo:
                return book.redo(ticket, words);
            case Command::Explain:
                return book.explain(ticket, words);
            case Command::Reopen:
                return book.reopen(ticket, words);
            case Command::MarkExcluded:
                return book.setMark(ticket, Mark::Excluded, !marked, words);
            default:
                return book.makeVoid(ticket, words);
            }
        };
    });
}

void TicketCommands::askDispatch()
{
    CommandDialog *ask = dialog(Command::Dispatch);
    std::optional<QDateTime> due;
    if (m_facts->dispatches.isEmpty())
        due = m_facts->ticket.dueAt;
    ask->start([fields = DispatchFields(ask, due), ticket = *m_facts->ticket.id]() -> CommandDialog::Act {
        return [request = fields.request(ticket)](CaseBook &book) { return book.dispatch(request); };
    });
}

void TicketCommands::askCoHandlers()
{
    CommandDialog *ask = dialog(Command::AddCoHandlers);
    DepartmentsField *departments = ask->addDepartments(u"department"_s, tr("&Co-handlers"));
    ask->start([=, ticket = *m_facts->ticket.id]() -> CommandDialog::Act {
        return [ticket, chosen = departments->departments()](CaseBook &book) {
            return book.addCoHandlers(ticket, chosen);
        };
    });
}

void TicketCommands::askReturn(const Dispatch &dispatch)
{
    CommandDialog *ask = dialog(Command::AskReturn, &dispatch);
    QPlainTextEdit *ground = ask->addText(u"ground"_s, tr("&Ground"), tr("Why the department can't handle it"));
    const TimeField at = ask->addTime(u"at"_s, tr("&Time"));
    ask->start([=, id = *dispatch.id]() -> CommandDialog::Act {
        const ReturnRequest request{.dispatch = id, .ground = ground->toPlainText(), .at = at.told()};
        return [request](CaseBook &book) { return book.askReturn(request); };
    });
}

void TicketCommands::askExtension(const Dispatch &dispatch)
{
    CommandDialog *ask = dialog(Command::AskExtension, &dispatch);
    const QDateTime now = dispatch.dueAt.value_or(m_session.clock().now());
    const auto day = m_session.deadlines().calendar().workingDayAfter(m_session.zone().day(now), 3);
    const QDateTime suggested =
        day ? m_session.zone().toUtcTime(*day, m_session.zone().toLocal(now).time()) : now.addDays(3);
    QPlainTextEdit *reason = ask->addText(u"ground"_s, tr("&Reason"));
    const TimeField due = ask->addTime(u"dueAt"_s, tr("&New due time"), suggested);
    const TimeField at = ask->addTime(u"at"_s, tr("&Asked at"));
    if (dispatch.dueAt)
        ask->addRemark(tr("Due now: %1").arg(TicketText(m_session).time(*dispatch.dueAt)));
    ask->start([=, id = *dispatch.id]() -> CommandDialog::Act {
        const ExtensionRequest request{
            .dispatch = id, .dueAt = due.value(), .reason = reason->toPlainText(), .at = at.told()};
        return [request](CaseBook &book) { return book.askExtension(request); };
    });
}

void TicketCommands::askSuspension(const Dispatch &dispatch)
{
    CommandDialog *ask = dialog(Command::Suspend, &dispatch);
    const DeadlineRule *rule = deadlineRule(m_facts->ticket);
    const int allowed = rule ? rule->suspensionDays : 0;
    const QDate today = m_session.today();
    const WorkCalendar &calendar = m_session.deadlines().calendar();
    // A week or what is left; today counts as one of the days.
    constexpr int week = 5;
    const auto in = [this, facts = m_facts] {
        return TicketInHand{
            .ticket = facts->ticket, .dispatches = facts->dispatches, .deadlines = m_session.deadlines()};
    };
    const QDate lost = m_session.zone().day(daysLostFrom(in(), dispatch, m_session.clock().now()));
    const int more = std::min(allowed - spentSuspension(in(), dispatch), week)
                     - (lost == today && calendar.isWorkingDay(today) ? 1 : 0);
    const auto day = more > 0 ? calendar.workingDayAfter(today, more) : std::nullopt;
    QPlainTextEdit *ground = ask->addText(u"ground"_s, tr("&Ground"), tr("What the department has to wait for"));
    QDateEdit *lastDay = ask->addDay(u"lastDay"_s, tr("&Last day"), day.value_or(today));
    const TimeField at = ask->addTime(u"at"_s, tr("&From"));
    if (rule) {
        QLabel *result = ask->addRemark(u" "_s);
        result->setObjectName(u"handling.suspended.result"_s);
        const auto show = [this, in, rule = *rule, dispatch, lastDay, at, result] {
            const TicketText text(m_session);
            const QDateTime until = m_session.zone().toUtcTime(lastDay->date().addDays(1));
            const auto due = dispatch.dueAt ? dueBehindSuspension(in(), dispatch, *dispatch.dueAt, rule.limit.unit,
                                                                  at.value(), until)
                                            : std::nullopt;
            const auto last = lastSuspensionDay(in(), dispatch, rule, at.value());
            QStringList lines{tr("Due then: %1").arg(due ? text.time(*due) : u"—"_s)};
            if (last)
                lines.append(tr("The last day that the rule allows: %1").arg(last->toString(Qt::ISODate)));
            result->setText(lines.join(u'\n'));
        };
        connect(lastDay, &QDateEdit::dateChanged, result, show);
        connect(at.edit(), &QDateTimeEdit::dateTimeChanged, result, show);
        show();
    }
    ask->addRemark(
        tr("The due time moves by as much as is lost. The rule “%1” allows %n working day(s) in all.", nullptr, allowed)
            .arg(rule ? rule->name : QString()));
    ask->start([=, id = *dispatch.id]() -> CommandDialog::Act {
        const SuspensionRequest request{
            .dispatch = id, .lastDay = lastDay->date(), .ground = ground->toPlainText(), .at = at.told()};
        return [request](CaseBook &book) { return book.suspend(request); };
    });
}

void TicketCommands::askResumption(const Dispatch &dispatch)
{
    CommandDialog *ask = dialog(Command::Resume, &dispatch);
    const TimeField at = ask->addTime(u"at"_s, tr("&Time"));
    QLabel *result = ask->addRemark(u" "_s);
    result->setObjectName(u"handling.resumed.result"_s);
    const DeadlineRule *found = deadlineRule(m_facts->ticket);
    const auto show = [this, facts = m_facts, rule = found ? std::optional(*found) : std::nullopt, dispatch, at,
                       result] {
        const auto due = dueAfterResuming({facts->ticket, facts->dispatches, m_session.deadlines()}, dispatch,
                                          rule ? &*rule : nullptr, m_session.clock().now(), at.value());
        const auto shown = due ? due : dispatch.dueAt;
        result->setText(tr("Due then: %1").arg(shown ? TicketText(m_session).time(*shown) : u"—"_s));
    };
    connect(at.edit(), &QDateTimeEdit::dateTimeChanged, result, show);
    show();
    ask->start([at, id = *dispatch.id]() -> CommandDialog::Act {
        return [id, told = at.told()](CaseBook &book) { return book.resume(id, told); };
    });
}

// Who grants sees what was asked for, and why.
void TicketCommands::askRuling(Command command, const Dispatch &dispatch)
{
    CommandDialog *ask = dialog(command, &dispatch);
    const TicketText text(m_session);
    const bool isReturn = command == Command::GrantReturn;
    ask->addRemark(
        tr("Ground: %1")
            .arg(maskedText(isReturn ? dispatch.returnGround : dispatch.extensionReason, citizenOf(m_facts->ticket))));
    if (!isReturn && dispatch.extensionDueAt) {
        const QString due = dispatch.dueAt ? text.time(*dispatch.dueAt) : u"—"_s;
        ask->addRemark(tr("Due %1, asked for until %2").arg(due, text.time(*dispatch.extensionDueAt)));
    }
    ask->start([isReturn, id = *dispatch.id]() -> CommandDialog::Act {
        return [isReturn, id](CaseBook &book) { return isReturn ? book.grantReturn(id) : book.grantExtension(id); };
    });
}

void TicketCommands::askReply(const Dispatch &dispatch)
{
    CommandDialog *ask = dialog(Command::Reply, &dispatch);
    QPlainTextEdit *text = ask->addText(u"text"_s, tr("&Reply"), tr("What the department has done"));
    QComboBox *result = ask->addChoice<ClaimedResult>(u"result"_s, tr("R&esult"));
    auto *subUnit = new QLineEdit(dispatch.subUnit, ask); // who did it before mostly does it again
    ask->addField(u"subUnit"_s, tr("&Unit that did it"), subUnit);
    const TimeField at = ask->addTime(u"at"_s, tr("&Time"));
    ask->start([=, id = *dispatch.id]() -> CommandDialog::Act {
        const ReplyRequest request{.dispatch = id,
                                   .text = text->toPlainText(),
                                   .result =
                                       CommandDialog::chosen<ClaimedResult>(result).value_or(ClaimedResult::Solved),
                                   .subUnit = subUnit->text(),
                                   .at = at.told()};
        return [request](CaseBook &book) { return book.reply(request); };
    });
}

void TicketCommands::askReminder(Command command, const Dispatch &dispatch)
{
    CommandDialog *ask = dialog(command, &dispatch);
    QPlainTextEdit *text = ask->addText(u"ground"_s, tr("&Text"), tr("What the department is told"));
    ask->start([=, id = *dispatch.id]() -> CommandDialog::Act {
        const ReminderLevel level = command == Command::Remind           ? ReminderLevel::Reminder
                                    : command == Command::Supervise      ? ReminderLevel::Supervision
                                    : command == Command::GiveYellowCard ? ReminderLevel::YellowCard
                                                                         : ReminderLevel::RedCard;
        const ReminderRequest request{.dispatch = id, .level = level, .text = text->toPlainText()};
        return [request](CaseBook &book) { return book.remind(request); };
    });
}

// Who is to be called. The number is shown when somebody asks for it; that is recorded.
void TicketCommands::addRequester(CommandDialog *ask)
{
    const Ticket &ticket = m_facts->ticket;
    if (ticket.requester.isEmpty() && ticket.phone.isEmpty())
        return;
    QLabel *who =
        ask->addRemark(QStringList{maskedName(ticket.requester), maskedPhone(ticket.phone)}.join(u' ').trimmed());
    who->setObjectName(u"handling.followUp.requester"_s);
    who->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *reveal = new QPushButton(tr("Show name and &number"), ask);
    reveal->setAutoDefault(false);
    reveal->setToolTip(tr("Show name, phone and address (Alt+V); this is recorded"));
    ask->addField(u"reveal"_s, QString(), reveal);
    setLook(reveal, "link");
    reveal->setAccessibleName(reveal->text().remove(u'&'));
    const auto show = [this, who, reveal, id = *ticket.id,
                       full = QStringList{ticket.requester, ticket.phone}.join(u' ').trimmed()] {
        m_session.command(
            who, [id](CaseBook &book) { return book.recordView(id); },
            [who, reveal, full](const Changes &) {
                who->setText(full);
                reveal->setEnabled(false);
            },
            [who](const Refusal &refusal) { who->setText(refusal.reason); });
    };
    connect(reveal, &QPushButton::clicked, who, show);
    auto *key = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_V), ask);
    connect(key, &QShortcut::activated, reveal, &QPushButton::click);
}

void TicketCommands::askFollowUp()
{
    CommandDialog *ask = dialog(Command::FollowUp);
    addRequester(ask);
    auto *form = new FollowUpForm(u"handling.followUp"_s, ask);
    ask->addField(u"followUp"_s, QString(), form);
    // As on the page of follow-ups.
    int key = Qt::Key_1;
    for (const auto &entry : codeTable<Satisfaction>()) {
        auto *rate = new QShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(key++)), ask);
        connect(rate, &QShortcut::activated, form, [form, satisfaction = entry.value] {
            form->setSatisfaction(satisfaction);
            form->focusFirst();
        });
    }
    auto *nobody = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_0), ask);
    connect(nobody, &QShortcut::activated, form, [form] {
        form->setReached(false);
        form->focusFirst();
    });
    if (auto *first = form->findChild<QComboBox *>())
        first->setFocus();
    ask->start([form, ticket = *m_facts->ticket.id]() -> CommandDialog::Act {
        return [request = form->request(ticket)](CaseBook &book) { return book.followUp(request); };
    });
}

void TicketCommands::askMerge()
{
    CommandDialog *ask = dialog(Command::Merge);
    auto *into = new QLineEdit(ask);
    into->setPlaceholderText(tr("Number of the ticket that stays"));
    ask->addField(u"into"_s, tr("&Into"), into);
    QPlainTextEdit *ground = ask->addText(u"ground"_s, tr("&Ground"), tr("Why it is the same matter"));
    ask->start([=, ticket = *m_facts->ticket.id]() -> CommandDialog::Act {
        return [ticket, number = into->text().trimmed(), words = ground->toPlainText()](CaseBook &book) {
            const auto root = TicketRepository(book.file().database()).idOf(number);
            return book.merge({.tickets = {ticket}, .into = root.value_or(TicketId(0)), .ground = words});
        };
    });
}

} // namespace huiyin
