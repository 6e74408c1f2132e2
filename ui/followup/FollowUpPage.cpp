// SPDX-License-Identifier: GPL-3.0-or-later
#include "followup/FollowUpPage.h"

#include "controls/ActionButton.h"
#include "controls/NoticeBar.h"
#include "controls/Panel.h"
#include "controls/TextScroll.h"
#include "domain/PersonalText.h"
#include "domain/Sentences.h"
#include "domain/WorkingState.h"
#include "handling/FollowUpForm.h"
#include "tickets/RunningText.h"
#include "tickets/ScannedNumbers.h"
#include "tickets/TicketDetail.h"
#include "tickets/TicketList.h"
#include "tickets/TicketListWithDetail.h"
#include "tickets/TicketText.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

FollowUpPage::FollowUpPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_list(new TicketList(session(), u"followup"_s, {.by = TicketOrder::By::LastTry, .order = Qt::AscendingOrder},
                            {TicketField::Number, TicketField::Title, TicketField::Department}, this))
    , m_detail(new TicketDetail(session(), u"followup"_s, this))
{
    setObjectName(u"followup"_s);
    m_detail->setNextShown(false);
    auto *layout = pageLayout(new QHBoxLayout(this));
    layout->addWidget(listWithDetail(m_list, m_detail, u"followup"_s, {440, 392}), 1);
    layout->addWidget(buildForm());
    buildActions();
    m_list->setEmptyTexts(tr("Nobody is waiting to be called"),
                          tr("Tickets come here when the department's reply has been accepted."));
    connect(m_list, &TicketList::emptied, this, &FollowUpPage::showNone);
    connect(m_detail, &TicketDetail::shown, this, &FollowUpPage::showTicket);
    connect(m_detail, &TicketDetail::ticketRequested, this, &Page::ticketRequested);
    connect(new ScannedNumbers(session(), this), &ScannedNumbers::ticketFound, this, &Page::ticketRequested);
    m_list->setFilter({.duty = Duty::FollowUp});
    showNone();
}

Panel *FollowUpPage::buildForm()
{
    constexpr int width = 330;
    m_panel = new Panel(tr("Call back"), this);
    m_panel->setObjectName(u"followup.panel"_s);
    m_panel->setIcon(u"phone-outgoing"_s);
    m_panel->setFixedWidth(width);
    m_script = runningText("soft", m_panel);
    m_script->setObjectName(u"followup.script"_s);
    m_panel->body()->addWidget(m_script); // stays while the form is scrolled
    m_keptBar = new NoticeBar(m_panel);
    m_keptBar->setObjectName(u"followup.kept"_s);
    m_panel->body()->addWidget(m_keptBar);
    auto *inner = new QWidget(m_panel);
    auto *innerLayout = new QVBoxLayout(inner);
    innerLayout->setContentsMargins(0, 0, 4, 0);
    innerLayout->setSpacing(12);
    m_form = new FollowUpForm(u"followup"_s, inner);
    innerLayout->addWidget(m_form);
    innerLayout->addStretch();
    auto *scroll = new TextScroll(m_panel);
    scroll->setWidget(inner);
    scroll->setFocusPolicy(Qt::NoFocus);
    inner->setAutoFillBackground(false);
    m_panel->body()->addWidget(scroll, 1);
    connect(m_form, &FollowUpForm::grown, scroll, [scroll](QWidget *field) {
        // Once it has been laid out.
        QTimer::singleShot(0, scroll, [scroll, field = QPointer(field)] {
            if (field)
                scroll->ensureWidgetVisible(field, 0, 8);
        });
    });
    m_saveButton = new ActionButton(tr("Save, next one"), {}, ActionButton::Look::Primary, m_panel);
    m_saveButton->setObjectName(u"followup.save"_s);
    m_panel->body()->addWidget(m_saveButton);
    connect(m_form, &FollowUpForm::edited, this, [this] {
        noteForm();
        if (m_words)
            m_words->edited();
    });
    return m_panel;
}

void FollowUpPage::buildActions()
{
    const auto add = [this](QAction *action) {
        addAction(action);
        m_actions.append(action);
    };
    const auto make = [&](const QString &name, const QString &text, const QKeySequence &key, auto act) {
        auto *action = new QAction(text, this);
        action->setObjectName(u"followup."_s + name);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setAutoRepeat(false);
        connect(action, &QAction::triggered, this, act);
        add(action);
        return action;
    };
    m_save = make(u"saveAction"_s, tr("Sa&ve, next one"), QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { save(); });
    m_saveButton->showKey(m_save->shortcut());
    connect(m_saveButton, &QPushButton::clicked, m_save, &QAction::trigger);
    connect(m_save, &QAction::changed, m_saveButton, [this] { m_saveButton->setEnabled(m_save->isEnabled()); });
    // What the citizen says while the hand is on the keys.
    int key = Qt::Key_1;
    for (const auto &entry : codeTable<Satisfaction>()) {
        make(u"satisfaction%1Action"_s.arg(key - Qt::Key_0), displayName(entry.value),
             QKeySequence(Qt::ALT | static_cast<Qt::Key>(key)), [this, satisfaction = entry.value] {
                 if (!m_form->isEnabled())
                     return;
                 m_form->setSatisfaction(satisfaction);
                 m_form->focusFirst(); // what the citizen says besides is typed next
             });
        ++key;
    }
    make(u"notReachedAction"_s, tr("&Nobody answered"), QKeySequence(Qt::ALT | Qt::Key_0), [this] {
        if (!m_form->isEnabled())
            return;
        m_form->setReached(false);
        m_form->focusFirst();
    });
    make(u"formAction"_s, tr("To the &answers"), QKeySequence(Qt::CTRL | Qt::Key_J), [this] { m_form->focusFirst(); });
    add(m_detail->revealAction());
    add(m_detail->moreAction());
}

void FollowUpPage::activated()
{
    m_detail->showTime();
    m_list->activate();
    m_list->focusTable();
}

QList<QAction *> FollowUpPage::menuActions() const
{
    return m_actions;
}

void FollowUpPage::noteForm()
{
    if (m_ticket)
        m_typed.insert(*m_ticket, {.request = m_form->request(*m_ticket), .isAnswered = m_form->isAnswered()});
    showState();
}

// What is noted of the ticket in front is kept in the file too, and what an earlier day has left there is offered.
void FollowUpPage::keepWords(bool can)
{
    delete m_words;
    m_keptBar->clear();
    if (!can)
        return;
    const TicketId ticket = *m_ticket;
    m_words = new KeptWords(session(), WordsPlace::of(Command::FollowUp, ticket),
                            {.typed = [this, ticket]() -> std::optional<TypedWords> {
                                 const auto noted = m_typed.constFind(ticket);
                                 return noted == m_typed.cend() || isBlank(*noted) ? std::nullopt
                                                                                   : std::optional(wordsOf(*noted));
                             },
                             .fill =
                                 [this, ticket](const TypedWords &words) {
                                     const NotedCall noted = notedIn(words, ticket);
                                     m_form->setRequest(noted.request, noted.isAnswered);
                                     noteForm();
                                 }},
                            m_keptBar, this);
}

void FollowUpPage::showNone()
{
    keepWords(false);
    m_ticket.reset();
    m_script->setText(QString());
    m_form->clear();
    m_form->setEnabled(false);
    m_can = false;
    showState();
    m_panel->setTrailingText(QString());
}

void FollowUpPage::showTicket(const WholeTicket &facts)
{
    const bool other = m_ticket != facts.ticket.id;
    m_ticket = facts.ticket.id;
    const bool waits = stateOf(facts.ticket, facts.dispatches) == TicketState::ToFollowUp;
    const bool can = waits && !session().isReadOnly() && ruleOf(Command::FollowUp).allows(session().roles());
    if (!waits)
        m_typed.remove(*m_ticket);
    // What was typed for a ticket waits until the clerk comes back to it.
    if (const auto typed = m_typed.constFind(*m_ticket); typed != m_typed.cend()) {
        if (other)
            m_form->setRequest(typed->request, typed->isAnswered);
    } else if (other || !waits) {
        m_form->clear();
    }
    m_form->setEnabled(can);
    if (other || can != m_can)
        keepWords(can);
    m_can = can;
    showState();
    m_script->setText(script(facts));
    const auto tries = static_cast<int>(facts.followUps.size());
    m_panel->setTrailingText(waits ? tr("try %1").arg(tries + 1) : tr("done"));
}

// What is said on the telephone. In the language of the window: the clerk reads it out.
QString FollowUpPage::script(const WholeTicket &facts) const
{
    const TicketText text(session());
    const Dispatch *lead = leadOf(facts.dispatches);
    QStringList parts{tr("“Hello, this is %1. On %2 you told us about “%3”.")
                          .arg(session().office().name, text.shortDay(text.zone().day(facts.ticket.receivedAt)),
                               maskedText(facts.ticket.title, citizenOf(facts.ticket)))};
    if (lead) {
        parts.append(tr("%1 has told us that it was handled.")
                         .arg(nameOf(text.tables().departments, std::optional(lead->department))));
    }
    parts.append(tr("Has it been solved? Are you satisfied with how it was handled?”"));
    return joinedSentences(parts);
}

// Nothing is saved before somebody has said whether the citizen was reached.
void FollowUpPage::showState()
{
    m_save->setEnabled(m_ticket && m_can && !m_saving && m_form->isAnswered());
}

bool FollowUpPage::wouldLose() const
{
    return !m_typed.isEmpty() || m_detail->wouldLose();
}

bool FollowUpPage::isKept() const
{
    return !m_detail->wouldLose() && (!m_words || m_words->isKept());
}

void FollowUpPage::leave(const std::function<void(bool)> &answer)
{
    if (wouldLose())
        Q_EMIT pageRequested(u"followup"_s);
    if (m_typed.isEmpty()) {
        m_detail->leave(answer);
        return;
    }
    messages().ask(this,
                   {.message = {.level = Message::Level::Warning,
                                .what = tr("%n call(s) back are noted down and not saved.", nullptr,
                                           static_cast<int>(m_typed.size()))},
                    .answers = {tr("Give them up"), tr("Go back")},
                    .standard = 0,
                    .destructive = true},
                   [this, answer](int chosen) {
                       if (chosen != 0) {
                           answer(false);
                           return;
                       }
                       m_detail->leave([this, answer](bool leave) {
                           if (leave)
                               giveUp();
                           answer(leave);
                       });
                   });
}

// All that is noted and not saved.
void FollowUpPage::giveUp()
{
    if (m_words)
        m_words->dropTyped();
    const QList<TicketId> tickets = m_typed.keys();
    for (const TicketId ticket : tickets) {
        if (ticket == m_ticket)
            continue;
        session().command(
            this,
            [place = WordsPlace::of(Command::FollowUp, ticket)](CaseBook &book) { return dropWords(book, place); },
            [](const Changes &) {}, [](const Refusal &) {});
    }
    if (m_ticket)
        keepWords(m_can); // the page may stay, for another's sake
}

void FollowUpPage::save()
{
    if (!m_save->isEnabled())
        return;
    const TicketId ticket = *m_ticket;
    const FollowUpRequest request = m_form->request(ticket);
    m_saving = true;
    m_save->setEnabled(false);
    const auto ended = [this] {
        m_saving = false;
        showState();
    };
    const QPointer<KeptWords> words = m_words;
    if (words)
        words->hold();
    session().command(
        this,
        [request, place = WordsPlace::of(Command::FollowUp, ticket)](CaseBook &book) {
            return giveWithWords(book, place, [&request](CaseBook &asked) { return asked.followUp(request); });
        },
        [this, ended, ticket, words](const Changes &) {
            ended();
            if (words)
                words->end();
            m_typed.remove(ticket);
            if (m_ticket == ticket) {
                m_form->clear();
                keepWords(m_can); // of the next try
            }
            m_list->goOn(ticket);
            m_list->focusTable();
        },
        [this, ended, ticket, words](const Refusal &refusal) {
            ended();
            if (words)
                words->release();
            if (m_ticket == ticket)
                m_form->showRefusal(refusal);
            else // the clerk has gone on to another one
                messages().show({.level = Message::Level::Warning,
                                 .what = tr("A call back could not be saved."),
                                 .state = refusal.reason,
                                 .todo = tr("What was noted down waits at its ticket.")});
        },
        [ended, words] {
            ended();
            if (words)
                words->release();
        });
}

} // namespace huiyin
