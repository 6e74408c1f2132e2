// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/IntakePage.h"

#include "controls/ActionButton.h"
#include "controls/NoticeBar.h"
#include "controls/Panel.h"
#include "controls/TextScroll.h"
#include "intake/IntakeEnding.h"
#include "intake/IntakeForm.h"
#include "intake/IntakeHelp.h"
#include "intake/IntakeTabs.h"
#include "shell/Theme.h"
#include "storage/KnowledgeRepository.h"
#include "storage/TicketRepository.h"
#include "tickets/TicketText.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {
constexpr qsizetype openedAtOnce = 8; // drafts

// Words that may be cut when room is short, with dots and not in the middle of a sign.
class ShortLabel final : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    void paintEvent([[maybe_unused]] QPaintEvent *event) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignRight,
                         fontMetrics().elidedText(text(), Qt::ElideRight, width()));
    }
};

} // namespace

IntakePage::IntakePage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_tabs(new IntakeTabs(session(), this))
    , m_notice(new NoticeBar(this))
    , m_form(new IntakeForm(session()))
    , m_saved(new ShortLabel(this))
    , m_discardButton(new QPushButton(this))
    , m_ending(new IntakeEnding(session(), m_notice, this))
{
    setObjectName(u"intake"_s);
    m_tabs->hide(); // until the top bar takes it
    m_notice->setObjectName(u"intake.notice"_s);
    m_saved->setObjectName(u"intake.saved"_s);
    setLook(m_saved, "label");

    buildActions();
    m_help = new IntakeHelp(session(), m_repeat, m_takeArticle, m_form, this);
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
    panel->body()->addWidget(buildFinish());

    auto *layout = pageLayout(new QHBoxLayout(this));
    layout->addWidget(panel, 13);
    layout->addWidget(m_help, 10);

    connect(m_form, &IntakeForm::edited, this, &IntakePage::takeForm);
    connect(m_tabs, &IntakeTabs::waitingRequested, this, &IntakePage::openWaiting);
    connect(m_tabs, &IntakeTabs::chosen, this, [this](qsizetype index) {
        if (index < m_open.size() && index != m_current)
            bringToFront(index);
        m_form->focusFirst();
    });
    connect(m_ending, &IntakeEnding::ticketRequested, this, &Page::ticketRequested);
    connect(m_ending, &IntakeEnding::refused, this, &IntakePage::refused);
    connect(m_ending, &IntakeEnding::ended, this, [this](IntakeDraft *draft, bool startNext) {
        m_noticeIsOfLast = true;
        letGo(draft, startNext);
    });

    openBlank(false);
    bringToFront(0);
    offerDrafts();
}

IntakePage::~IntakePage()
{
    // Each keeps what it has not saved yet.
    for (IntakeDraft *draft : std::as_const(m_open)) {
        draft->disconnect(this);
        delete draft;
    }
}

void IntakePage::buildActions()
{
    const auto add = [this](const QString &name, const QString &text, const QList<QKeySequence> &keys, auto act) {
        auto *action = new QAction(text, this);
        action->setObjectName(u"intake."_s + name);
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setAutoRepeat(false); // a held key must not go through the open calls
        connect(action, &QAction::triggered, this, act);
        addAction(action);
        m_tabs->addAction(action); // it stands outside of the page
        m_actions.append(action);
        return action;
    };
    m_answer = add(u"answerAction"_s, tr("&Answer directly"), {Qt::Key_F5}, [this] { answer(); });
    m_accept = add(u"acceptAction"_s, tr("&Save"), {Qt::Key_F7},
                   [this] { finish([this](IntakeDraft *draft) { m_ending->accept(draft, false); }); });
    m_acceptNext = add(u"acceptNextAction"_s, tr("Save and &new"),
                       {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)},
                       [this] { finish([this](IntakeDraft *draft) { m_ending->accept(draft, true); }); });
    m_repeat = add(u"repeatAction"_s, tr("&Repeat of the chosen ticket"), {Qt::Key_F8},
                   [this] { repeat(m_help->ticketOfCaller()); });
    m_dispatch = add(u"dispatchAction"_s, tr("D&ispatch…"), {Qt::Key_F6}, [this] { dispatch({}); });
    m_notAccept = add(u"notAcceptAction"_s, tr("N&ot accept…"), {QKeySequence(Qt::SHIFT | Qt::Key_F7)},
                      [this] { finish([this](IntakeDraft *draft) { m_ending->notAccept(draft); }); });
    constexpr int withKeys = 3;
    for (int i = 0; i < withKeys; ++i) {
        m_same.append(add(u"sameAction%1"_s.arg(i + 1), tr("Same matter as similar ticket &%1").arg(i + 1),
                          {QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + i))},
                          [this, i] { repeat(m_help->similarTicket(i)); }));
    }
    m_takeCategory =
        add(u"takeCategoryAction"_s, tr("Take the suggested cate&gory"), {QKeySequence(Qt::CTRL | Qt::Key_G)}, [this] {
            if (const auto category = m_help->suggestedCategory())
                m_form->chooseCategory(*category);
        });
    m_readArticle =
        add(u"readArticleAction"_s, tr("Read the s&uggested article"), {Qt::Key_F3}, [this] { m_help->readArticle(); });
    m_takeArticle = add(u"takeArticleAction"_s, tr("Take the answer o&f the article"), {Qt::Key_F4},
                        [this] { m_help->takeArticle(); });
    m_end = add(u"endAction"_s, tr("&End the call without a ticket…"), {Qt::Key_F9}, [this] {
        if (m_endButton->isEnabled())
            m_endMenu->popup(m_endButton->mapToGlobal(QPoint(0, -m_endMenu->sizeHint().height())));
    });
    m_letter = add(u"letterAction"_s, tr("Write down a &letter"), {QKeySequence(Qt::CTRL | Qt::Key_L)},
                   [this] { startLetter(); });
    add(u"nextAction"_s, tr("Ne&xt open call"), {QKeySequence(Qt::CTRL | Qt::Key_PageDown)}, [this] { step(1); });
    add(u"previousAction"_s, tr("&Previous open call"), {QKeySequence(Qt::CTRL | Qt::Key_PageUp)},
        [this] { step(-1); });
    add(u"historyAction"_s, tr("To the &caller's history"), {QKeySequence(Qt::CTRL | Qt::Key_H)},
        [this] { m_help->focusHistory(); });
    add(u"similarAction"_s, tr("To the si&milar tickets"), {QKeySequence(Qt::CTRL | Qt::Key_J)},
        [this] { m_help->focusSimilar(); });
    m_discard = add(u"discardAction"_s, tr("&Discard…"), {}, [this] { discard(); });

    m_endMenu = new QMenu(this);
    m_endMenu->setObjectName(u"intake.endMenu"_s);
    const auto addEnd = [this](const QString &name, const QString &text, CallOutcome outcome) {
        QAction *action = m_endMenu->addAction(text);
        action->setObjectName(u"intake.end."_s + name);
        connect(action, &QAction::triggered, this, [this, outcome] {
            m_ending->endCall(current(), outcome);
            showState();
        });
    };
    addEnd(u"answered"_s, tr("&Answered in the call"), CallOutcome::Answered);
    addEnd(u"transferred"_s, tr("&Transferred to another line"), CallOutcome::Transferred);
    addEnd(u"invalid"_s, tr("&Nuisance or silent"), CallOutcome::Invalid);
}

QWidget *IntakePage::buildFinish()
{
    auto *row = new QWidget(this);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    auto *line = new QFrame(row);
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    const auto paintLine = [line] {
        QPalette palette = line->palette();
        palette.setColor(QPalette::Window, colour(ColourRole::RowLine));
        line->setPalette(palette);
    };
    paintLine();
    connect(&Theme::instance(), &Theme::changed, line, paintLine);
    layout->addWidget(line);

    const auto button = [this, row](QAction *action, const QString &name, const QString &text,
                                    ActionButton::Look look) {
        auto *made = new ActionButton(text, {}, look, row);
        made->setObjectName(u"intake."_s + name);
        made->showKey(action->shortcut());
        connect(made, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, made, [made, action] { made->setEnabled(action->isEnabled()); });
        return made;
    };
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    m_answerButton = button(m_answer, u"answerDirectly"_s, tr("Answer directly"), ActionButton::Look::Plain);
    m_dispatchButton = button(m_dispatch, u"dispatch"_s, tr("Dispatch…"), ActionButton::Look::Primary);
    m_acceptButton = button(m_accept, u"accept"_s, tr("Save"), ActionButton::Look::Plain);
    m_acceptButton->setToolTip(tr("Accepted; a department is chosen later"));
    auto *notAcceptButton = button(m_notAccept, u"notAccept"_s, tr("Not accept…"), ActionButton::Look::Plain);
    notAcceptButton->showKey({});
    notAcceptButton->setToolTip(m_notAccept->shortcut().toString(QKeySequence::NativeText));
    buttons->addWidget(m_answerButton);
    buttons->addWidget(m_dispatchButton);
    buttons->addWidget(m_acceptButton);
    buttons->addWidget(notAcceptButton);
    m_endButton = button(m_end, u"end"_s, tr("End call…"), ActionButton::Look::Plain);
    m_endButton->setToolTip(tr("For a call that becomes no ticket"));
    buttons->addWidget(m_endButton);
    m_saved->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    buttons->addWidget(m_saved, 1);
    m_discardButton->setText(tr("Discard…"));
    m_discardButton->setObjectName(u"intake.discard"_s);
    m_discardButton->setAutoDefault(false);
    setLook(m_discardButton, "link");
    connect(m_discardButton, &QPushButton::clicked, m_discard, &QAction::trigger);
    buttons->addWidget(m_discardButton);
    layout->addLayout(buttons);
    return row;
}

void IntakePage::connectHelp()
{
    connect(m_form, &IntakeForm::phoneEdited, m_help, &IntakeHelp::showPhone);
    connect(m_help, &IntakeHelp::changed, this, &IntakePage::showState);
    connect(m_help, &IntakeHelp::ticketRequested, this, &Page::ticketRequested);
    connect(m_help, &IntakeHelp::categoryTaken, this, [this](CategoryId id) {
        if (m_takeCategory->isEnabled())
            m_form->chooseCategory(id);
    });
    connect(m_help, &IntakeHelp::departmentTaken, this, [this](DepartmentId id) {
        if (m_dispatch->isEnabled()) // as for the key
            dispatch(id);
    });
    connect(m_help, &IntakeHelp::articleTaken, this, &IntakePage::takeAnswerOf);
}

QWidget *IntakePage::topBarWidget()
{
    return m_tabs;
}

QList<QAction *> IntakePage::menuActions() const
{
    return m_actions;
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
    for (IntakeDraft *draft : std::as_const(m_open))
        draft->save(); // also where it failed before
    return std::ranges::any_of(m_open, [](const IntakeDraft *draft) { return !draft->isBlank(); });
}

bool IntakePage::wouldLose() const
{
    return std::ranges::any_of(m_open, &IntakeDraft::isUnsaved);
}

void IntakePage::leave(const std::function<void(bool)> &answer)
{
    stay(); // an older question
    m_leave = answer;
    keep();
    goOnLeaving();
}

// Everything is saved before the page lets go; what can't be saved is asked about.
void IntakePage::goOnLeaving()
{
    if (!m_leave || m_asking)
        return;
    for (IntakeDraft *draft : std::as_const(m_open)) {
        if (draft->isUnsaved() && !draft->isBusy() && !draft->saveTrouble())
            draft->save();
    }
    if (std::ranges::any_of(m_open, &IntakeDraft::isBusy))
        return; // its end brings us here again
    const auto lost = std::find_if(m_open.cbegin(), m_open.cend(), std::mem_fn(&IntakeDraft::isUnsaved));
    if (lost == m_open.cend() || session().isReadOnly()) {
        std::exchange(m_leave, {})(true);
        return;
    }
    m_asking = true;
    Q_EMIT pageRequested(u"intake"_s);
    if (*lost != current())
        bringToFront(lost - m_open.cbegin());
    const Refusal trouble = (*lost)->saveTrouble().value_or(Refusal{});
    m_form->showRefusal(trouble, false);
    messages().ask(this,
                   {.message = {.level = Message::Level::Warning,
                                .what = tr("What is written here could not be saved as a draft."),
                                .state = trouble.reason},
                    .answers = {tr("Close without it"), tr("Go back")},
                    .standard = 0,
                    .destructive = true},
                   [this](int chosen) {
                       m_asking = false;
                       if (m_leave)
                           std::exchange(m_leave, {})(chosen == 0);
                   });
}

void IntakePage::stay()
{
    m_asking = false;
    if (m_leave)
        std::exchange(m_leave, {})(false);
}

// ---- The open calls

IntakeRequest IntakePage::blankRequest(bool letter) const
{
    IntakeRequest request;
    const QList<Channel> &channels = session().codeTables().channels;
    const Channel *chosen = nullptr;
    for (const Channel &channel : channels) {
        if (!channel.retired && (!chosen || (chosen->isPhone == letter && channel.isPhone != letter)))
            chosen = &channel;
    }
    if (chosen)
        request.channel = *chosen->id;
    if (!letter)
        request.call = CallFacts{};
    else
        request.receivedAt = session().clock().now();
    return request;
}

IntakeDraft *IntakePage::open(IntakeDraft *draft)
{
    m_open.append(draft);
    connect(draft, &IntakeDraft::saved, this, [this, draft](const QDateTime &at) {
        if (m_troubled == draft) { // it went well after all
            m_troubled.clear();
            m_notice->clear();
        }
        if (current() != draft)
            return;
        m_help->setSelf(*draft->ticket());
        m_saved->setText(tr("Draft saved %1").arg(session().zone().toLocal(at).toString(u"HH:mm"_s)));
        m_saved->setToolTip(m_saved->text());
    });
    // Nobody has asked for it: it is told where it can be seen, and the typing goes on.
    connect(draft, &IntakeDraft::saveRefused, this, [this, draft](const Refusal &refusal) {
        if (current() == draft) {
            showTrouble(draft);
            return;
        }
        m_troubled = draft;
        m_noticeIsOfLast = false;
        m_notice->showNotice(Tone::Bad, tr("Another open call could not be saved as a draft: %1").arg(refusal.reason),
                             tr("Show it"), [this, draft = QPointer(draft)] {
                                 if (draft && m_open.contains(draft.data()))
                                     bringToFront(m_open.indexOf(draft.data()));
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
        m_troubled = draft;
        m_noticeIsOfLast = false;
        m_notice->showNotice(Tone::Bad, tr("The draft could not be saved: %1").arg(message.what));
    });
    connect(draft, &IntakeDraft::settled, this, [this] {
        showState();
        goOnLeaving();
    });
    return draft;
}

IntakeDraft *IntakePage::openBlank(bool letter)
{
    return open(new IntakeDraft(session(), ++m_lastNumber, blankRequest(letter), this));
}

void IntakePage::bringToFront(qsizetype index)
{
    if (IntakeDraft *before = current()) {
        (void)m_form->settle(); // what is typed into a picker belongs to the one that goes to the back
        before->save();
    }
    m_current = index;
    m_form->setRequest(current()->request());
    m_help->clear();
    m_help->showPhone(current()->request().phone);
    m_help->showMatter(current()->request(), current()->ticket());
    m_saved->clear();
    showTabs();
    showState();
    if (current()->saveTrouble()) // it was told while another was in front, or never
        showTrouble(current());
}

// Why the draft in front could not be saved when it was tried last.
void IntakePage::showTrouble(IntakeDraft *draft)
{
    const Refusal trouble = draft->saveTrouble().value_or(Refusal{});
    if (m_troubled == draft) // as one of the back
        m_notice->clear();
    m_troubled.clear();
    if (offerComparison(draft, trouble) || m_form->showRefusal(trouble, false) || trouble.reason.isEmpty())
        return;
    m_troubled = draft;
    m_notice->showNotice(Tone::Bad, trouble.reason);
}

void IntakePage::step(int direction)
{
    const qsizetype count = m_open.size();
    if (count > 1) {
        bringToFront((m_current + direction + count) % count);
        m_form->focusFirst();
    }
}

void IntakePage::startCall()
{
    qsizetype blank = -1;
    for (qsizetype i = 0; i < m_open.size(); ++i) {
        if (m_open[i]->isBlank() && m_open[i]->request().call)
            blank = i;
    }
    if (blank < 0) {
        openBlank(false);
        blank = m_open.size() - 1;
    }
    m_open[blank]->startCall();
    bringToFront(blank);
    m_form->focusFirst();
}

void IntakePage::startLetter()
{
    openBlank(true);
    bringToFront(m_open.size() - 1);
    m_form->focusFirst();
}

void IntakePage::letGo(IntakeDraft *draft, bool startNext)
{
    const qsizetype index = m_open.indexOf(draft);
    if (index < 0)
        return;
    const bool inFront = index == m_current;
    m_open.removeAt(index);
    if (index < m_current)
        --m_current;
    draft->deleteLater();
    if (m_open.isEmpty())
        openBlank(false);
    if (!inFront) {
        showTabs();
        return;
    }
    m_current = -1;
    if (startNext) {
        startCall();
        return;
    }
    bringToFront(m_open.size() - 1);
    m_form->focusFirst();
}

void IntakePage::offerDrafts()
{
    if (session().isReadOnly())
        return;
    session().read(
        this,
        [user = session().user()](CaseFile &file) {
            const TicketRepository tickets(file.database());
            QList<IntakeDraft::Kept> drafts;
            const QList<TicketId> ids = tickets.draftsOf(user);
            for (const TicketId id : ids)
                drafts.append(
                    {.ticket = *tickets.byId(id), .usedArticles = KnowledgeRepository(file.database()).usesOf(id)});
            return drafts;
        },
        [this](QList<IntakeDraft::Kept> drafts) {
            // What was begun here while they were read is none that was left.
            drafts.removeIf([this](const IntakeDraft::Kept &kept) {
                return std::ranges::any_of(m_open,
                                           [&](const IntakeDraft *open) { return open->ticket() == kept.ticket.id; });
            });
            m_waiting = drafts;
            m_tabs->showWaiting(static_cast<int>(m_waiting.size()));
            if (drafts.isEmpty())
                return;
            m_notice->showNotice(
                Tone::Info, tr("%n draft(s) of yours were left unfinished.", nullptr, static_cast<int>(drafts.size())),
                tr("Go on"), [this] {
                    m_notice->clear();
                    openWaiting();
                });
        });
}

void IntakePage::openWaiting()
{
    if (m_waiting.isEmpty())
        return;
    const qsizetype first = m_open.size();
    const qsizetype taken = std::min(m_waiting.size(), openedAtOnce);
    for (const IntakeDraft::Kept &kept : m_waiting.first(taken))
        open(IntakeDraft::kept(session(), ++m_lastNumber, kept, this));
    m_waiting.remove(0, taken);
    m_tabs->showWaiting(static_cast<int>(m_waiting.size()));
    // The sheet that nobody has written on makes room.
    IntakeDraft *blank = current();
    bringToFront(first);
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
        m_saved->setText(tr("Not saved yet"));
    if (std::exchange(m_noticeIsOfLast, false))
        m_notice->clear(); // it told of the call before
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
    stay();
    if (current() != draft && m_open.contains(draft))
        bringToFront(m_open.indexOf(draft));
    showState();
    if (refusal.reason.isEmpty())
        return; // told elsewhere
    if (!offerComparison(draft, refusal) && !m_form->showRefusal(refusal))
        m_notice->showNotice(Tone::Bad, refusal.reason);
}

// Of a draft that was changed elsewhere; when it suits the clerk, who may be in a call.
bool IntakePage::offerComparison(IntakeDraft *draft, const Refusal &refusal)
{
    if (refusal.kind != Refusal::Kind::Outdated)
        return false;
    m_notice->showNotice(Tone::Bad, tr("This draft was changed in another place. What you type here is not saved."),
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
    m_tabs->showDrafts(m_open, m_current);
    const auto busy = std::ranges::count_if(m_open, [](const IntakeDraft *draft) { return !draft->isBlank(); });
    Q_EMIT countChanged(static_cast<int>(busy));
}

void IntakePage::showState()
{
    const IntakeDraft *draft = current();
    if (!draft)
        return;
    const bool can = !session().isReadOnly() && !draft->isFinishing();
    const bool call = draft->request().call.has_value();
    m_form->setEnabled(!session().isReadOnly());
    m_answer->setEnabled(can);
    m_accept->setEnabled(can);
    m_acceptNext->setEnabled(can);
    m_end->setEnabled(can && call);
    m_repeat->setEnabled(can && call && m_help->ticketOfCaller());
    for (qsizetype i = 0; i < m_same.size(); ++i)
        m_same[i]->setEnabled(can && call && m_help->similarTicket(i));
    m_takeCategory->setEnabled(can && m_help->suggestedCategory());
    m_readArticle->setEnabled(m_help->hasArticle());
    m_takeArticle->setEnabled(can && m_readArticle->isEnabled());
    m_help->showRepeat();
    m_answerButton->setPrimary(m_form->isAnswerShown());
    // Who may not dispatch accepts; the dispatcher goes on from there.
    const bool mayDispatch = session().may(Command::Dispatch);
    m_dispatchButton->setVisible(mayDispatch);
    m_dispatchButton->setPrimary(!m_form->isAnswerShown());
    m_acceptButton->setPrimary(!m_form->isAnswerShown() && !mayDispatch);
    m_dispatch->setEnabled(can && mayDispatch);
    m_notAccept->setEnabled(can && session().may(Command::NotAccept));
    m_discard->setEnabled(can && (!draft->isBlank() || m_open.size() > 1));
    m_discardButton->setEnabled(m_discard->isEnabled());
    m_letter->setEnabled(!session().isReadOnly()
                         && std::ranges::any_of(session().codeTables().channels,
                                                [](const Channel &c) { return !c.retired && !c.isPhone; }));
}

} // namespace huiyin
