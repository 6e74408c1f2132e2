// SPDX-License-Identifier: GPL-3.0-or-later
#include "handling/TicketQuestions.h"

#include "casework/Suspending.h"
#include "controls/CodePicker.h"
#include "controls/Panel.h"
#include "domain/PersonalText.h"
#include "handling/CommandDialog.h"
#include "handling/DepartmentsField.h"
#include "handling/DispatchFields.h"
#include "handling/FollowUpForm.h"
#include "handling/FollowUpWords.h"
#include "handling/NominationDialog.h"
#include "handling/PossibleCommands.h"
#include "storage/TicketRepository.h"
#include "tickets/TicketText.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

TicketQuestions::TicketQuestions(CaseSession &session, const WholeTicket &facts, QWidget *window,
                                 std::function<void(Command, const Dispatch *)> done)
    : m_session(session)
    , m_facts(facts)
    , m_window(window)
    , m_done(std::move(done))
{
}

void TicketQuestions::ask(Command command, const Dispatch &dispatch)
{
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
    case Command::GrantReturn:
    case Command::GrantExtension:
        return askRuling(command, dispatch);
    case Command::PickCase:
        return askPick();
    case Command::NominateCase:
        return askNomination();
    case Command::ChangeUrgency:
        return askUrgency();
    default:
        return askGround(command, dispatch.id ? &dispatch : nullptr);
    }
}

void TicketQuestions::askUrgency()
{
    CommandDialog *ask = dialog(Command::ChangeUrgency);
    QComboBox *urgency = ask->addChoice<Urgency>(u"urgency"_s, tr("&Urgency"));
    urgency->setCurrentIndex(static_cast<int>(m_facts.ticket.urgency));
    ask->start([ticket = *m_facts.ticket.id, urgency]() -> CommandDialog::Act {
        const auto wanted = CommandDialog::chosen<Urgency>(urgency).value_or(Urgency::Normal);
        return [ticket, wanted](CaseBook &book) { return book.changeUrgency(ticket, wanted); };
    });
}

QString TicketQuestions::about(const Dispatch *dispatch) const
{
    QStringList parts{m_facts.ticket.number, maskedText(m_facts.ticket.title, citizenOf(m_facts.ticket))};
    if (dispatch)
        parts.append(nameOf(m_session.codeTables().departments, std::optional(dispatch->department)));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

CommandDialog *TicketQuestions::dialog(Command command, const Dispatch *dispatch) const
{
    auto *dialog = new CommandDialog(m_session, command, about(dispatch), m_window);
    dialog->keepWords(dispatch && dispatch->id ? WordsPlace::of(command, *dispatch->id)
                                               : WordsPlace::of(command, *m_facts.ticket.id));
    if (m_done) {
        const auto about = dispatch ? std::optional(*dispatch) : std::nullopt;
        QObject::connect(dialog, &QDialog::accepted, dialog,
                         [done = m_done, command, about] { done(command, about ? &*about : nullptr); });
    }
    return dialog;
}

// Told by telephone afterwards: when it was.
void TicketQuestions::askTime(Command command, const Dispatch &dispatch)
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
void TicketQuestions::askPick()
{
    CommandDialog *ask = dialog(Command::PickCase);
    QList<std::pair<Mark, QCheckBox *>> boxes;
    for (const Mark mark : {Mark::PickedProblem, Mark::PickedSuggestion, Mark::PickedSolved}) {
        QCheckBox *box = ask->addCheck(QString::fromLatin1(code(mark)), displayName(mark));
        box->setChecked(m_facts.ticket.marks.testFlag(mark));
        boxes.append({mark, box});
    }
    ask->start([boxes, ticket = *m_facts.ticket.id, before = m_facts.ticket.marks]() -> CommandDialog::Act {
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

void TicketQuestions::askNomination()
{
    CommandDialog *ask = dialog(Command::NominateCase);
    fillNomination(ask, *m_facts.ticket.id);
}

// The commands that want a text and nothing else.
void TicketQuestions::askGround(Command command, const Dispatch *dispatch)
{
    CommandDialog *ask = dialog(command, dispatch);
    const bool answer = command == Command::AnswerDirectly;
    const bool explain = command == Command::Explain;
    QPlainTextEdit *text =
        answer    ? ask->addText(u"answer"_s, tr("&Answer"), tr("What the citizen was told"))
        : explain ? ask->addText(u"text"_s, tr("&Explanation"), tr("What the department explains in writing"))
                  : ask->addText(u"ground"_s, tr("&Ground"));
    const TicketId ticket = *m_facts.ticket.id;
    const DispatchId id = dispatch ? *dispatch->id : DispatchId(0);
    const bool marked = m_facts.ticket.marks.testFlag(Mark::Excluded);
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

void TicketQuestions::askDispatch()
{
    CommandDialog *ask = dialog(Command::Dispatch);
    std::optional<QDateTime> due;
    if (m_facts.dispatches.isEmpty())
        due = m_facts.ticket.dueAt;
    ask->start([fields = DispatchFields(ask, due), ticket = *m_facts.ticket.id]() -> CommandDialog::Act {
        return [request = fields.request(ticket)](CaseBook &book) { return book.dispatch(request); };
    });
}

void TicketQuestions::askCoHandlers()
{
    CommandDialog *ask = dialog(Command::AddCoHandlers);
    DepartmentsField *departments = ask->addDepartments(u"department"_s, tr("&Co-handlers"));
    ask->start([=, ticket = *m_facts.ticket.id]() -> CommandDialog::Act {
        return [ticket, chosen = departments->departments()](CaseBook &book) {
            return book.addCoHandlers(ticket, chosen);
        };
    });
}

void TicketQuestions::askReturn(const Dispatch &dispatch)
{
    CommandDialog *ask = dialog(Command::AskReturn, &dispatch);
    QPlainTextEdit *ground = ask->addText(u"ground"_s, tr("&Ground"), tr("Why the department can't handle it"));
    const TimeField at = ask->addTime(u"at"_s, tr("&Time"));
    ask->start([=, id = *dispatch.id]() -> CommandDialog::Act {
        const ReturnRequest request{.dispatch = id, .ground = ground->toPlainText(), .at = at.told()};
        return [request](CaseBook &book) { return book.askReturn(request); };
    });
}

void TicketQuestions::askExtension(const Dispatch &dispatch)
{
    CommandDialog *ask = dialog(Command::AskExtension, &dispatch);
    const QDateTime now = dispatch.dueAt.value_or(m_session.clock().now());
    const auto day = m_session.deadlines().calendar().workingDayAfter(m_session.zone().day(now), 3);
    const QDateTime suggested =
        day ? m_session.zone().toUtcTime(*day, m_session.zone().toLocal(now).time()) : now.addDays(3);
    QPlainTextEdit *reason = ask->addText(u"ground"_s, tr("&Reason", "why a department needs more time"));
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

void TicketQuestions::askSuspension(const Dispatch &dispatch)
{
    CommandDialog *ask = dialog(Command::Suspend, &dispatch);
    const DeadlineRule *rule = deadlineRuleOf(m_session, m_facts.ticket);
    const int allowed = rule ? rule->suspensionDays : 0;
    const QDate today = m_session.today();
    const WorkCalendar &calendar = m_session.deadlines().calendar();
    // A week or what is left; today counts as one of the days.
    constexpr int week = 5;
    const auto in = [&session = m_session, facts = m_facts] {
        return TicketInHand{.ticket = facts.ticket, .dispatches = facts.dispatches, .deadlines = session.deadlines()};
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
        const auto show = [&session = m_session, in, rule = *rule, dispatch, lastDay, at, result] {
            const TicketText text(session);
            const QDateTime until = session.zone().toUtcTime(lastDay->date().addDays(1));
            const auto due = dispatch.dueAt ? dueBehindSuspension(in(), dispatch, *dispatch.dueAt, rule.limit.unit,
                                                                  at.value(), until)
                                            : std::nullopt;
            const auto last = lastSuspensionDay(in(), dispatch, rule, at.value());
            QStringList lines{tr("Due then: %1").arg(due ? text.time(*due) : u"—"_s)};
            if (last)
                lines.append(tr("The last day that the rule allows: %1").arg(last->toString(Qt::ISODate)));
            result->setText(lines.join(u'\n'));
        };
        QObject::connect(lastDay, &QDateEdit::dateChanged, result, show);
        QObject::connect(at.edit(), &QDateTimeEdit::dateTimeChanged, result, show);
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

void TicketQuestions::askResumption(const Dispatch &dispatch)
{
    CommandDialog *ask = dialog(Command::Resume, &dispatch);
    const TimeField at = ask->addTime(u"at"_s, tr("&Time"));
    QLabel *result = ask->addRemark(u" "_s);
    result->setObjectName(u"handling.resumed.result"_s);
    const DeadlineRule *found = deadlineRuleOf(m_session, m_facts.ticket);
    const auto show = [&session = m_session, facts = m_facts, rule = found ? std::optional(*found) : std::nullopt,
                       dispatch, at, result] {
        const auto due = dueAfterResuming({facts.ticket, facts.dispatches, session.deadlines()}, dispatch,
                                          rule ? &*rule : nullptr, session.clock().now(), at.value());
        const auto shown = due ? due : dispatch.dueAt;
        result->setText(tr("Due then: %1").arg(shown ? TicketText(session).time(*shown) : u"—"_s));
    };
    QObject::connect(at.edit(), &QDateTimeEdit::dateTimeChanged, result, show);
    show();
    ask->start([at, id = *dispatch.id]() -> CommandDialog::Act {
        return [id, told = at.told()](CaseBook &book) { return book.resume(id, told); };
    });
}

// Who grants sees what was asked for, and why.
void TicketQuestions::askRuling(Command command, const Dispatch &dispatch)
{
    CommandDialog *ask = dialog(command, &dispatch);
    const TicketText text(m_session);
    const bool isReturn = command == Command::GrantReturn;
    ask->addRemark(
        tr("Ground: %1")
            .arg(maskedText(isReturn ? dispatch.returnGround : dispatch.extensionReason, citizenOf(m_facts.ticket))));
    if (!isReturn && dispatch.extensionDueAt) {
        const QString due = dispatch.dueAt ? text.time(*dispatch.dueAt) : u"—"_s;
        ask->addRemark(tr("Due %1, asked for until %2").arg(due, text.time(*dispatch.extensionDueAt)));
    }
    ask->start([isReturn, id = *dispatch.id]() -> CommandDialog::Act {
        return [isReturn, id](CaseBook &book) { return isReturn ? book.grantReturn(id) : book.grantExtension(id); };
    });
}

void TicketQuestions::askReply(const Dispatch &dispatch)
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

void TicketQuestions::askReminder(Command command, const Dispatch &dispatch)
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
void TicketQuestions::addRequester(CommandDialog *ask)
{
    const Ticket &ticket = m_facts.ticket;
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
    const auto show = [&session = m_session, who, reveal, id = *ticket.id,
                       full = QStringList{ticket.requester, ticket.phone}.join(u' ').trimmed()] {
        session.command(
            who, [id](CaseBook &book) { return book.recordView(id); },
            [who, reveal, full](const Changes &) {
                who->setText(full);
                reveal->setEnabled(false);
            },
            [who](const Refusal &refusal) { who->setText(refusal.reason); });
    };
    QObject::connect(reveal, &QPushButton::clicked, who, show);
    auto *key = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_V), ask);
    QObject::connect(key, &QShortcut::activated, reveal, &QPushButton::click);
}

void TicketQuestions::askFollowUp()
{
    CommandDialog *ask = dialog(Command::FollowUp);
    addRequester(ask);
    auto *form = new FollowUpForm(u"handling.followUp"_s, ask);
    ask->addField(u"followUp"_s, QString(), form);
    // As on the page of follow-ups.
    int key = Qt::Key_1;
    for (const auto &entry : codeTable<Satisfaction>()) {
        auto *rate = new QShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(key++)), ask);
        QObject::connect(rate, &QShortcut::activated, form, [form, satisfaction = entry.value] {
            form->setSatisfaction(satisfaction);
            form->focusFirst();
        });
    }
    auto *nobody = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_0), ask);
    QObject::connect(nobody, &QShortcut::activated, form, [form] {
        form->setReached(false);
        form->focusFirst();
    });
    if (auto *first = form->findChild<QComboBox *>())
        first->setFocus();
    const TicketId about = *m_facts.ticket.id;
    ask->setWordsForm({.typed = [form, about]() -> std::optional<TypedWords> {
                           const NotedCall noted{form->request(about), form->isAnswered()};
                           return isBlank(noted) ? std::nullopt : std::optional(wordsOf(noted));
                       },
                       .fill =
                           [form, about](const TypedWords &words) {
                               const NotedCall noted = notedIn(words, about);
                               form->setRequest(noted.request, noted.isAnswered);
                           }});
    QObject::connect(form, &FollowUpForm::edited, ask, &CommandDialog::edited);
    ask->start([form, ticket = *m_facts.ticket.id]() -> CommandDialog::Act {
        return [request = form->request(ticket), isAnswered = form->isAnswered()](CaseBook &book) -> Outcome<Changes> {
            if (!isAnswered) // it would count as a try that reached nobody
                return Refusal{tr("Say first whether the citizen was reached.")};
            return book.followUp(request);
        };
    });
}

void TicketQuestions::askMerge()
{
    CommandDialog *ask = dialog(Command::Merge);
    auto *into = new QLineEdit(ask);
    into->setPlaceholderText(tr("Number of the ticket that stays"));
    ask->addField(u"into"_s, tr("&Into"), into);
    QPlainTextEdit *ground = ask->addText(u"ground"_s, tr("&Ground"), tr("Why it is the same matter"));
    ask->start([=, ticket = *m_facts.ticket.id]() -> CommandDialog::Act {
        return [ticket, number = into->text().trimmed(), words = ground->toPlainText()](CaseBook &book) {
            const auto root = TicketRepository(book.file().database()).idOf(number);
            return book.merge({.tickets = {ticket}, .into = root.value_or(TicketId(0)), .ground = words});
        };
    });
}

} // namespace huiyin
