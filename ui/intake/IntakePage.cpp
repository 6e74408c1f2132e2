// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/IntakePage.h"

#include "controls/Panel.h"
#include "controls/TextScroll.h"
#include "intake/IntakeActions.h"
#include "intake/IntakeEnding.h"
#include "intake/IntakeForm.h"
#include "intake/IntakeHelp.h"
#include "intake/IntakeNotice.h"
#include "intake/IntakeTabs.h"
#include "intake/OpenCalls.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QPointer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

IntakePage::IntakePage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_tabs(new IntakeTabs(session(), this))
    , m_notice(new IntakeNotice(this))
    , m_form(new IntakeForm(session()))
    , m_ending(new IntakeEnding(session(), m_notice, this))
    , m_actions(new IntakeActions(session(), this, m_tabs))
    , m_calls(new OpenCalls(session(), this))
{
    setObjectName(u"intake"_s);
    m_tabs->hide(); // until the top bar takes it
    m_notice->setObjectName(u"intake.notice"_s);
    m_help = new IntakeHelp(session(), m_actions->repeat(), m_actions->takeArticle(), m_form, this);
    connectActions();
    connectHelp();

    auto *panel = new Panel(QString(), this);
    panel->setObjectName(u"intake.panel"_s);
    panel->setAccessibleName(tr("What the caller says"));
    auto *scroll = new TextScroll(panel);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_form);
    m_form->setAutoFillBackground(false);
    // Whatever brings the focus to a field (a refusal, the answer's key) brings the field into sight.
    connect(qApp, &QApplication::focusChanged, scroll, [this, scroll](QWidget *, QWidget *now) {
        if (!now || !m_form->isAncestorOf(now))
            return;
        QTimer::singleShot(0, scroll, [scroll, field = QPointer<QWidget>(now)] {
            if (field && field->hasFocus())
                scroll->ensureWidgetVisible(field, 0, 8);
        });
    });
    panel->body()->setContentsMargins(15, 12, 15, 12);
    panel->body()->addWidget(m_notice);
    panel->body()->addWidget(scroll, 1);
    panel->body()->addWidget(m_actions->buildRow());

    auto *layout = pageLayout(new QHBoxLayout(this));
    layout->addWidget(panel, 13);
    layout->addWidget(m_help, 10);

    connect(m_form, &IntakeForm::edited, this, &IntakePage::takeForm);
    connect(m_tabs, &IntakeTabs::waitingRequested, this, &IntakePage::openWaiting);
    connect(m_tabs, &IntakeTabs::chosen, this, [this](qsizetype index) {
        if (index < m_calls->all().size() && index != m_calls->place())
            bringToFront(index);
        m_form->focusFirst();
    });
    connect(m_ending, &IntakeEnding::ticketRequested, this, &Page::ticketRequested);
    connect(m_ending, &IntakeEnding::refused, this, &IntakePage::refused);
    connect(m_ending, &IntakeEnding::ended, this, &IntakePage::letGo);

    connect(m_calls, &OpenCalls::opened, this, &IntakePage::watch);
    connect(m_calls, &OpenCalls::cantBeSaved, this, &IntakePage::askToLeave);
    connect(m_calls, &OpenCalls::waitingFound, this, &IntakePage::offerDrafts);
    bringToFront(m_calls->openBlank(false));
    if (!session().isReadOnly())
        m_calls->lookForWaiting();
}

IntakePage::~IntakePage()
{
    m_form->disconnect(this);
    delete m_calls; // while the page is still whole; each keeps what it has not saved yet
}

void IntakePage::connectActions()
{
    connect(m_actions, &IntakeActions::answerWanted, this, &IntakePage::answer);
    connect(m_actions, &IntakeActions::acceptWanted, this, [this](bool startNext) {
        finish([this, startNext](IntakeDraft *draft) { m_ending->accept(draft, startNext); });
    });
    connect(m_actions, &IntakeActions::dispatchWanted, this, [this] { dispatch({}); });
    connect(m_actions, &IntakeActions::notAcceptWanted, this,
            [this] { finish([this](IntakeDraft *draft) { m_ending->notAccept(draft); }); });
    connect(m_actions, &IntakeActions::endWanted, this, [this](CallOutcome outcome) {
        m_ending->endCall(current(), outcome);
        showState();
    });
    connect(m_actions, &IntakeActions::repeatWanted, this, [this] { repeat(m_help->ticketOfCaller()); });
    connect(m_actions, &IntakeActions::sameWanted, this, [this](int row) { repeat(m_help->similarTicket(row)); });
    connect(m_actions, &IntakeActions::takeCategoryWanted, this, [this] {
        if (const auto category = m_help->suggestedCategory())
            m_form->chooseCategory(*category);
    });
    connect(m_actions, &IntakeActions::readArticleWanted, m_help, &IntakeHelp::readArticle);
    connect(m_actions, &IntakeActions::takeArticleWanted, m_help, &IntakeHelp::takeArticle);
    connect(m_actions, &IntakeActions::discardWanted, this, &IntakePage::discard);
    connect(m_actions, &IntakeActions::letterWanted, this, &IntakePage::startLetter);
    connect(m_actions, &IntakeActions::stepWanted, this, &IntakePage::step);
    connect(m_actions, &IntakeActions::historyWanted, m_help, &IntakeHelp::focusHistory);
    connect(m_actions, &IntakeActions::similarWanted, m_help, &IntakeHelp::focusSimilar);
}

void IntakePage::connectHelp()
{
    connect(m_form, &IntakeForm::phoneEdited, m_help, &IntakeHelp::showPhone);
    connect(m_help, &IntakeHelp::changed, this, &IntakePage::showState);
    connect(m_help, &IntakeHelp::ticketRequested, this, &Page::ticketRequested);
    connect(m_help, &IntakeHelp::categoryTaken, this, [this](CategoryId id) {
        if (m_actions->takeCategory()->isEnabled())
            m_form->chooseCategory(id);
    });
    connect(m_help, &IntakeHelp::departmentTaken, this, [this](DepartmentId id) {
        if (m_actions->dispatch()->isEnabled()) // as for the key
            dispatch(id);
    });
    connect(m_help, &IntakeHelp::articleTaken, this, &IntakePage::takeAnswerOf);
}

IntakeDraft *IntakePage::current() const
{
    return m_calls->current();
}

QWidget *IntakePage::topBarWidget()
{
    return m_tabs;
}

QList<QAction *> IntakePage::menuActions() const
{
    return m_actions->all();
}

void IntakePage::activated()
{
    // Back from another page the writing goes on where it was.
    if (QWidget *before = m_form->focusWidget(); before && before->isVisible() && !current()->isBlank())
        before->setFocus(Qt::OtherFocusReason);
    else
        m_form->focusFirst();
    m_tabs->showTexts();
}

bool IntakePage::keep()
{
    return m_calls->keep();
}

bool IntakePage::wouldLose() const
{
    return m_calls->wouldLose();
}

void IntakePage::leave(const std::function<void(bool)> &answer)
{
    m_calls->leave(answer);
}

// The window waits for the answer: leave without what can't be saved, or stay.
void IntakePage::askToLeave(IntakeDraft *lost)
{
    Q_EMIT pageRequested(u"intake"_s);
    if (lost != current())
        bringToFront(m_calls->placeOf(lost));
    const Refusal trouble = lost->saveTrouble().value_or(Refusal{});
    m_form->showRefusal(trouble, false);
    messages().ask(this,
                   {.message = {.level = Message::Level::Warning,
                                .what = tr("What is written here could not be saved as a draft."),
                                .state = trouble.reason},
                    .answers = {tr("Close without it"), tr("Go back")},
                    .standard = 0,
                    .destructive = true},
                   [this](int chosen) { m_calls->decideLeaving(chosen == 0); });
}

// ---- The open calls

// What becomes of a draft is told where it can be seen.
void IntakePage::watch(IntakeDraft *draft)
{
    connect(draft, &IntakeDraft::saved, this, [this, draft](const QDateTime &at) {
        m_notice->forgetTrouble(draft);
        if (current() != draft)
            return;
        m_help->setSelf(*draft->ticket());
        m_actions->tellSaved(tr("Draft saved %1").arg(session().zone().toLocal(at).toString(u"HH:mm"_s)));
    });
    // Nobody has asked for it: it is told where it can be seen, and the typing goes on.
    connect(draft, &IntakeDraft::saveRefused, this, [this, draft](const Refusal &refusal) {
        if (current() == draft) {
            showTrouble(draft);
            return;
        }
        m_notice->tellTrouble(draft, tr("Another open call could not be saved as a draft: %1").arg(refusal.reason),
                              tr("Show it"), [this, at = QPointer(draft)] {
                                  if (at && m_calls->contains(at))
                                      bringToFront(m_calls->placeOf(at));
                              });
    });
    connect(draft, &IntakeDraft::rewritten, this, [this, draft] {
        if (current() != draft)
            return;
        m_notice->clear();
        m_form->setRequest(draft->request());
        m_help->showPhone(draft->request().phone);
        m_help->showMatter(draft->request(), draft->ticket());
        showTabs();
    });
    connect(draft, &IntakeDraft::saveFailed, this, [this, draft](const Message &message) {
        m_notice->tellTrouble(draft, tr("The draft could not be saved: %1").arg(message.what));
    });
    connect(draft, &IntakeDraft::settled, this, &IntakePage::showState);
}

void IntakePage::bringToFront(qsizetype index)
{
    m_notice->forgetRefusal(); // another call's
    if (IntakeDraft *before = current()) {
        (void)m_form->settle(); // what is typed into a picker belongs to the one that goes to the back
        before->save();
    }
    m_calls->setPlace(index);
    m_form->setRequest(current()->request());
    m_help->clear();
    m_help->showPhone(current()->request().phone);
    m_help->showMatter(current()->request(), current()->ticket());
    m_actions->tellSaved({});
    showTabs();
    showState();
    if (current()->saveTrouble()) // it was told while another was in front, or never
        showTrouble(current());
}

// Why the draft in front could not be saved when it was tried last.
void IntakePage::showTrouble(IntakeDraft *draft)
{
    const Refusal trouble = draft->saveTrouble().value_or(Refusal{});
    m_notice->forgetTrouble(draft); // as one of the back
    if (offerComparison(draft, trouble) || m_form->showRefusal(trouble, false) || trouble.reason.isEmpty())
        return;
    m_notice->tellTrouble(draft, trouble.reason);
}

void IntakePage::step(int direction)
{
    const qsizetype count = m_calls->all().size();
    if (count > 1) {
        bringToFront((m_calls->place() + direction + count) % count);
        m_form->focusFirst();
    }
}

void IntakePage::startCall()
{
    const qsizetype blank = m_calls->blankCall();
    m_calls->all()[blank]->startCall();
    bringToFront(blank);
    m_form->focusFirst();
}

void IntakePage::startLetter()
{
    bringToFront(m_calls->openBlank(true));
    m_form->focusFirst();
}

void IntakePage::letGo(IntakeDraft *draft, bool startNext)
{
    if (!m_calls->contains(draft))
        return;
    if (!m_calls->letGo(draft)) { // from the back
        showTabs();
        return;
    }
    if (startNext) {
        startCall();
        return;
    }
    bringToFront(m_calls->all().size() - 1);
    m_form->focusFirst();
}

void IntakePage::offerDrafts()
{
    const auto waiting = static_cast<int>(m_calls->waiting());
    m_tabs->showWaiting(waiting);
    if (waiting == 0)
        return;
    m_notice->offer(Tone::Info, tr("%n draft(s) of yours were left unfinished.", nullptr, waiting), tr("Go on"),
                    [this] {
                        m_notice->clear();
                        openWaiting();
                    });
}

void IntakePage::openWaiting()
{
    if (m_calls->waiting() == 0)
        return;
    IntakeDraft *blank = current();
    const qsizetype first = m_calls->openWaiting();
    m_tabs->showWaiting(static_cast<int>(m_calls->waiting()));
    bringToFront(first);
    // The sheet that nobody has written on makes room.
    if (blank && blank->isBlank() && !blank->startedAt().isValid())
        letGo(blank, false);
    m_form->focusContent();
}

// ---- What the clerk does

void IntakePage::takeForm()
{
    IntakeDraft *draft = current();
    draft->edit(m_form->request());
    if (draft->isUnsaved())
        m_actions->tellSaved(tr("Not saved yet"));
    m_notice->typed();
    m_help->showMatter(draft->request(), draft->ticket());
    m_tabs->showTexts();
    showState();
}

void IntakePage::takeAnswerOf(const KnowledgeArticle &article)
{
    const auto take = [this, article] {
        m_help->leaveArticle();
        m_form->takeAnswer(*article.id, article.answer);
        takeForm();
    };
    if (articleState(article.retired, article.validTo, session().today()) != ArticleState::Expired) {
        take();
        return;
    }
    messages().ask(
        this,
        {.message = {.level = Message::Level::Warning,
                     .what = tr("This answer was valid until %1 only.").arg(article.validTo->toString(Qt::ISODate)),
                     .state = tr("Make sure that it still holds before you tell it to the citizen.")},
         .answers = {tr("Take it all the same"), tr("Don't take it")},
         .standard = 0,
         .destructive = true},
        [take, this, draft = QPointer(current())](int answer) {
            if (answer == 0 && draft == current())
                take();
        });
}

void IntakePage::refused(IntakeDraft *draft, const Refusal &refusal)
{
    m_calls->stay();
    if (current() != draft && m_calls->contains(draft))
        bringToFront(m_calls->placeOf(draft));
    showState();
    if (refusal.reason.isEmpty())
        return; // told elsewhere
    if (!offerComparison(draft, refusal) && !m_form->showRefusal(refusal))
        m_notice->tellRefusal(refusal.reason);
}

// Of a draft that was changed elsewhere; when it suits the clerk, who may be in a call.
bool IntakePage::offerComparison(IntakeDraft *draft, const Refusal &refusal)
{
    if (refusal.kind != Refusal::Kind::Outdated)
        return false;
    m_notice->offer(Tone::Bad, tr("This draft was changed in another place. What you type here is not saved."),
                    tr("Compare…"), [this, draft = QPointer(draft)] {
                        if (!draft || draft != current())
                            return;
                        finish([this](IntakeDraft *front) { front->compare(this); });
                    });
    return true;
}

void IntakePage::answer()
{
    // First the answer is written down, then it is saved.
    if (!m_form->isAnswerShown()) {
        m_form->showAnswer();
        showState();
        return;
    }
    finish([this](IntakeDraft *draft) { m_ending->answerDirectly(draft); });
}

// Ends the draft in front as the form holds it now; not while a picker holds what its list doesn't.
void IntakePage::finish(const std::function<void(IntakeDraft *)> &how)
{
    if (!m_form->settle())
        return;
    IntakeDraft *draft = current();
    draft->edit(m_form->request());
    how(draft);
    showState();
}

void IntakePage::dispatch(std::optional<DepartmentId> department)
{
    finish([this, department](IntakeDraft *draft) {
        m_ending->dispatch(draft, department ? department : m_help->suggestedDepartment());
    });
}

void IntakePage::repeat(std::optional<TicketId> of)
{
    if (!of || !current()->request().call)
        return;
    m_ending->repeat(current(), *of);
    showState();
}

void IntakePage::discard()
{
    if (current()->isBlank())
        letGo(current(), false);
    else
        m_ending->discard(current());
}

// ---- What is shown

void IntakePage::showTabs()
{
    m_tabs->showDrafts(m_calls->all(), m_calls->place());
    const auto busy = std::ranges::count_if(m_calls->all(), [](const IntakeDraft *draft) { return !draft->isBlank(); });
    Q_EMIT countChanged(static_cast<int>(busy));
}

void IntakePage::showState()
{
    const IntakeDraft *draft = current();
    if (!draft)
        return;
    QList<bool> similar;
    for (int i = 0; i < IntakeActions::similarWithKeys; ++i)
        similar.append(m_help->similarTicket(i).has_value());
    m_form->setEnabled(!session().isReadOnly());
    m_actions->show({.isFinishing = draft->isFinishing(),
                     .isCall = draft->request().call.has_value(),
                     .hasTicketOfCaller = m_help->ticketOfCaller().has_value(),
                     .similar = similar,
                     .hasCategory = m_help->suggestedCategory().has_value(),
                     .hasArticle = m_help->hasArticle(),
                     .isAnswerShown = m_form->isAnswerShown(),
                     .canBeDiscarded = !draft->isBlank() || m_calls->all().size() > 1});
    m_help->showRepeat();
}

} // namespace huiyin
