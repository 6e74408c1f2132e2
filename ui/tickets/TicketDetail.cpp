// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/TicketDetail.h"

#include "controls/ActionButton.h"
#include "controls/EmptyState.h"
#include "controls/NoticeBar.h"
#include "controls/SegmentedButtons.h"
#include "controls/Tag.h"
#include "controls/TextScroll.h"
#include "controls/UserMark.h"
#include "domain/AreaBeside.h"
#include "domain/PersonalText.h"
#include "handling/TicketCommands.h"
#include "handling/TicketPrinting.h"
#include "shell/Icon.h"
#include "tickets/AttachmentList.h"
#include "tickets/HitText.h"
#include "tickets/RunningText.h"
#include "tickets/TicketCards.h"
#include "tickets/TicketText.h"

#include <QAction>
#include <QApplication>
#include <QDropEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr std::chrono::seconds revealedFor{60};

void showLight(Tag *tag, const Light &light)
{
    tag->setText(light.text);
    tag->setTone(light.tone);
    tag->setVisible(!light.text.isEmpty());
}

} // namespace

TicketDetail::TicketDetail(CaseSession &session, const QString &name, QWidget *parent)
    : Panel(QString(), parent)
    , m_session(session)
    , m_name(name)
    , m_reveal(new QAction(tr("&Show the citizen's data"), this))
    , m_next(new QAction(tr("&Next step"), this))
    , m_more(new QAction(tr("&More steps…"), this))
    , m_commands(new TicketCommands(session, this))
    , m_stack(new QStackedWidget(this))
    , m_number(textLabel(QString(), "title", this))
    , m_state(new Tag(QString(), Tone::Neutral, this))
    , m_urgency(new Tag(QString(), Tone::Neutral, this))
    , m_deadline(new Tag(QString(), Tone::Neutral, this))
    , m_revealButton(new QToolButton(this))
    , m_notice(new NoticeBar(this))
    , m_paper(new NoticeBar(this))
    , m_scroll(new TextScroll(this))
    , m_mark(new UserMark(m_scroll))
    , m_title(runningText("strong", this))
    , m_content(runningText("", this))
    , m_answerBox(new QWidget(this))
    , m_answer(runningText("", m_answerBox))
    , m_factsBox(new QWidget(this))
    , m_factsGrid(new QGridLayout(m_factsBox))
    , m_parts(new SegmentedButtons(this))
    , m_partSlot(new QVBoxLayout)
{
    setObjectName(m_name + u".detail"_s);
    setAccessibleName(tr("The chosen ticket"));
    m_number->setObjectName(m_name + u".detail.number"_s);
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setObjectName(m_name + u".detail.title"_s);
    m_content->setObjectName(m_name + u".detail.content"_s);
    m_answer->setObjectName(m_name + u".detail.answer"_s);
    m_parts->setObjectName(m_name + u".detail.parts"_s);
    m_parts->setAccessibleName(tr("Part of the ticket"));
    m_notice->setObjectName(m_name + u".detail.notice"_s);
    m_paper->setObjectName(m_name + u".detail.paper"_s);
    m_scroll->setObjectName(m_name + u".detail.text"_s);
    m_scroll->setAccessibleName(tr("Text of the ticket"));

    m_reveal->setObjectName(m_name + u".revealAction"_s);
    m_reveal->setShortcut(QKeySequence(Qt::ALT | Qt::Key_V));
    m_reveal->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_reveal->setEnabled(false);
    connect(m_reveal, &QAction::triggered, this, &TicketDetail::toggleReveal);
    m_revealButton->setObjectName(m_name + u".reveal"_s);
    m_revealButton->setFocusPolicy(Qt::TabFocus);
    connect(m_revealButton, &QToolButton::clicked, this, &TicketDetail::toggleReveal);
    m_maskAgain.setSingleShot(true);
    m_maskAgain.setInterval(revealedFor);
    connect(&m_maskAgain, &QTimer::timeout, this, [this] { setRevealed(false); });

    auto *page = new QWidget(m_stack);
    auto *pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(0, 0, 0, 0);
    pageLayout->setSpacing(8);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(15, 0, 11, 0);
    head->setSpacing(8);
    head->addWidget(m_number);
    head->addWidget(m_urgency);
    head->addWidget(m_state);
    head->addWidget(m_deadline);
    head->addStretch();
    head->addWidget(m_revealButton);
    pageLayout->addLayout(head);
    auto *noticeRow = new QVBoxLayout;
    noticeRow->setContentsMargins(15, 0, 15, 0);
    noticeRow->addWidget(m_notice);
    pageLayout->addLayout(noticeRow);

    auto *inner = new QWidget(m_scroll);
    auto *innerLayout = new QVBoxLayout(inner);
    innerLayout->setContentsMargins(15, 0, 15, 12);
    innerLayout->setSpacing(8);
    innerLayout->addWidget(m_title);
    innerLayout->addWidget(m_content);
    auto *answerLayout = new QVBoxLayout(m_answerBox);
    answerLayout->setContentsMargins(0, 0, 0, 0);
    answerLayout->setSpacing(4);
    answerLayout->addWidget(textLabel(tr("Answer"), "label", m_answerBox));
    answerLayout->addWidget(m_answer);
    innerLayout->addWidget(m_answerBox);
    m_factsGrid->setContentsMargins(0, 0, 0, 0);
    m_factsGrid->setHorizontalSpacing(8);
    m_factsGrid->setVerticalSpacing(4);
    m_factsGrid->setColumnStretch(1, 1);
    innerLayout->addWidget(m_factsBox);
    innerLayout->addSpacing(4);
    innerLayout->addWidget(m_parts);
    innerLayout->addLayout(m_partSlot);
    innerLayout->addStretch();
    m_scroll->setWidget(inner);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    setLook(m_scroll, "read");
    inner->setAutoFillBackground(false);
    pageLayout->addWidget(m_scroll, 1);
    m_parts->setDense(true);
    for (const Part part : {Dispatches, FollowUps, History, Calls, Attachments})
        m_parts->addOption(QString(), part);
    m_parts->setValue(Dispatches);
    connect(m_parts, &SegmentedButtons::valueChosen, this, [this](int part) {
        showPart();
        if (part == Attachments)
            bringAttachments();
    });
    m_attachments = new AttachmentList(m_session, m_name, inner); // after the parts, in the order of Tab too
    m_attachments->hide();
    innerLayout->insertWidget(innerLayout->count() - 1, m_attachments);
    addAction(m_attachments->pasteAction());
    setAcceptDrops(true);
    connect(m_attachments, &AttachmentList::wanted, this, [this] {
        m_parts->setValue(Attachments);
        showPart();
        bringAttachments();
    });
    buildFoot(pageLayout); // after what stands above it, in the order of Tab too

    m_stack->addWidget(new EmptyState(u"file-text"_s, tr("No ticket chosen"),
                                      tr("Choose one in the list; Enter brings you to its text."), m_stack));
    m_stack->addWidget(page);
    body()->setContentsMargins(0, 11, 0, 0);
    auto *paperRow = new QVBoxLayout; // it stays when no ticket is left
    paperRow->setContentsMargins(15, 0, 15, 0);
    paperRow->addWidget(m_paper);
    body()->addLayout(paperRow);
    body()->addWidget(m_stack);
    connect(&session, &CaseSession::changed, this, [this](const Changes &changes) {
        if (m_wanted && (changes.everything || changes.codeTables || changes.tickets.contains(*m_wanted)))
            load();
    });
    setRevealed(false);
}

// What can be done, below the text: the two usual steps, and a menu of all.
void TicketDetail::buildFoot(QVBoxLayout *layout)
{
    m_foot = new QWidget(this);
    m_nextButton = new ActionButton(QString(), {}, ActionButton::Look::Primary, m_foot);
    m_otherButton = new ActionButton(QString(), {}, ActionButton::Look::Plain, m_foot);
    m_moreButton = new ActionButton(tr("More"), {}, ActionButton::Look::Plain, m_foot);
    m_next->setObjectName(m_name + u".nextAction"_s);
    m_next->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_more->setObjectName(m_name + u".moreAction"_s);
    m_more->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_M));
    for (QAction *action : {m_next, m_more}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setAutoRepeat(false); // a held key must not go through the list
    }
    m_nextButton->setObjectName(m_name + u".next"_s);
    m_otherButton->setObjectName(m_name + u".other"_s);
    m_moreButton->setObjectName(m_name + u".more"_s);
    // What stands on them changes with what they did: a click leaves the keys where they were.
    for (ActionButton *button : {m_nextButton, m_otherButton, m_moreButton})
        button->setFocusPolicy(Qt::TabFocus);
    m_moreButton->setToolTip(tr("All that can be done with this ticket (Ctrl+M)"));
    auto *row = new QHBoxLayout(m_foot);
    row->setContentsMargins(15, 8, 15, 11);
    row->setSpacing(8);
    row->addWidget(m_nextButton, 1);
    row->addWidget(m_otherButton, 1);
    row->addWidget(m_moreButton, 0, Qt::AlignRight); // also when it stands alone
    layout->addWidget(m_foot);
    const auto trigger = [](QAction *action) {
        if (action)
            action->trigger();
    };
    connect(m_next, &QAction::triggered, this, [this, trigger] { trigger(m_commands->primary()); });
    connect(m_nextButton, &QPushButton::clicked, m_next, &QAction::trigger);
    connect(m_otherButton, &QPushButton::clicked, this, [this, trigger] { trigger(m_commands->secondary()); });
    connect(m_more, &QAction::triggered, this, &TicketDetail::openMore);
    connect(m_moreButton, &QPushButton::clicked, m_more, &QAction::trigger);
    connect(m_commands, &TicketCommands::changed, this, &TicketDetail::showCommands);
    connect(m_commands, &TicketCommands::refused, this,
            [this](const Refusal &refusal) { m_notice->showNotice(Tone::Warn, refusal.reason); });
    connect(m_commands, &TicketCommands::paperReady, this, &TicketDetail::offerPaper);
    showCommands();
}

void TicketDetail::showCommands()
{
    m_notice->clear();
    const QAction *first = m_commands->primary();
    const QAction *second = m_commands->secondary();
    m_next->setEnabled(first && m_nextShown);
    m_more->setEnabled(m_commands->isAnyPossible());
    m_nextButton->setVisible(first && m_nextShown);
    m_nextButton->setText(first ? first->text() : QString());
    m_nextButton->showKey(m_next->shortcut());
    m_otherButton->setVisible(second && m_nextShown);
    m_otherButton->setText(second ? second->text() : QString());
    m_foot->setVisible(m_more->isEnabled());
}

void TicketDetail::setNextShown(bool shown)
{
    m_nextShown = shown;
    showCommands();
}

void TicketDetail::openMore()
{
    auto *menu = new QMenu(m_moreButton);
    menu->setObjectName(m_name + u".moreMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_commands->fillMenu(menu);
    menu->popup(m_moreButton->mapToGlobal(QPoint(0, -menu->sizeHint().height() - 4)));
}

void TicketDetail::showTicket(TicketId ticket)
{
    if (m_wanted == ticket)
        return;
    // A queue goes on to its next ticket by itself: what was done with the one before can still be printed then.
    if (m_wanted != m_paperTicket)
        m_paper->clear();
    m_wanted = ticket;
    setRevealed(false);
    m_notice->clear();
    expectOther();
    load();
}

void TicketDetail::offerPaper(TicketId ticket, PaperKind kind, const QString &done)
{
    m_paperTicket = ticket;
    m_paper->showNotice(Tone::Ok, done, tr("&Print the notice"), [this, ticket, kind] {
        m_paper->clear();
        askPrint(m_session, window(), {ticket}, {}, kind);
    });
}

void TicketDetail::expectOther()
{
    m_commands->setTicket(std::nullopt);
}

void TicketDetail::clear()
{
    m_pending.cancel();
    m_wanted.reset();
    m_facts.reset();
    m_commands->setTicket(std::nullopt);
    m_attachments->clear();
    setRevealed(false);
    m_reveal->setEnabled(false);
    m_stack->setCurrentIndex(0);
}

void TicketDetail::focusText()
{
    if (m_facts)
        m_scroll->setFocus(Qt::OtherFocusReason);
}

bool TicketDetail::wouldLose() const
{
    return m_attachments->isAdding();
}

void TicketDetail::leave(const std::function<void(bool)> &answer)
{
    m_attachments->leave(answer);
}

void TicketDetail::load()
{
    m_pending.cancel();
    const TicketId wanted = *m_wanted;
    m_pending = m_session.read(
        this, [wanted](CaseFile &file) { return WholeTicket::read(file, wanted); },
        [this, wanted](const std::optional<WholeTicket> &facts) {
            if (m_wanted != wanted)
                return;
            if (facts)
                fill(*facts);
            else
                clear();
        });
}

void TicketDetail::fill(const WholeTicket &facts)
{
    const bool other = !m_facts || m_facts->ticket.id != facts.ticket.id;
    m_facts = facts;
    if (other && m_revealed)
        setRevealed(false); // what was recorded is the view of the one before
    m_commands->setTicket(m_facts);
    const Ticket &ticket = m_facts->ticket;
    const TicketText text(m_session);
    m_number->setText(ticket.number.isEmpty() ? tr("Draft") : ticket.number);
    showLight(m_urgency, TicketText::urgency(ticket.urgency));
    showLight(m_state, TicketText::stateLight(ticket.state, ticket.resolution));
    showTime();
    m_reveal->setEnabled(!ticket.requester.isEmpty() || !ticket.phone.isEmpty() || !ticket.address.isEmpty());
    m_revealButton->setEnabled(m_reveal->isEnabled());
    fillFacts(text);
    showPersonal();
    m_parts->setOptionText(Dispatches, tr("Dispatches %1").arg(m_facts->dispatches.size()));
    m_parts->setOptionText(FollowUps, tr("Follow-ups %1").arg(m_facts->followUps.size()));
    m_parts->setOptionText(History, tr("History %1").arg(m_facts->history.size()));
    m_parts->setOptionText(Calls, tr("Calls %1").arg(m_facts->calls.size()));
    const auto attachments =
        std::ranges::count_if(m_facts->attachments, [](const Attachment &attachment) { return !attachment.removedAt; });
    m_parts->setOptionText(Attachments, tr("Files %1").arg(attachments));
    showPart();
    m_stack->setCurrentIndex(1);
    if (other)
        m_scroll->ensureVisible(0, 0);
    Q_EMIT shown(*m_facts);
}

void TicketDetail::showTime()
{
    if (!m_facts)
        return;
    const Ticket &ticket = m_facts->ticket;
    TicketRow row{
        .state = ticket.state, .resolution = ticket.resolution, .dueAt = ticket.dueAt, .closedAt = ticket.closedAt};
    for (const Dispatch &dispatch : std::as_const(m_facts->dispatches)) {
        if (dispatch.role == DispatchRole::Lead && !dispatch.returnedAt) {
            row.lead = dispatch.department;
            row.dispatchDueAt = dispatch.dueAt;
            row.repliedAt = standingReply(dispatch);
        }
    }
    showLight(m_deadline, TicketText(m_session).deadline(row));
}

QString TicketDetail::maskedUnlessRevealed(const QString &text) const
{
    return m_revealed ? text : maskedText(text, citizenOf(m_facts->ticket));
}

void TicketDetail::fillFacts(const TicketText &text)
{
    if (const QWidget *focus = QApplication::focusWidget(); focus && m_factsBox->isAncestorOf(focus))
        m_parts->setFocus(Qt::OtherFocusReason); // what has it goes
    while (QLayoutItem *item = m_factsGrid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int line = 0;
    const auto add = [&](const QString &name, const QString &value, const QString &objectName = {}) -> QLabel * {
        if (value.isEmpty())
            return nullptr;
        QLabel *label = textLabel(name, "weak", m_factsBox);
        label->setAlignment(Qt::AlignRight | Qt::AlignTop);
        label->setMinimumWidth(56);
        QLabel *words = runningText("", m_factsBox);
        words->setText(value);
        words->setObjectName(objectName);
        m_factsGrid->addWidget(label, line, 0);
        m_factsGrid->addWidget(words, line, 1);
        ++line;
        return words;
    };
    const Ticket &ticket = m_facts->ticket;
    const CodeTables &tables = text.tables();
    const bool someone = !ticket.requester.isEmpty() || !ticket.phone.isEmpty();
    m_person = add(tr("Requester"), someone ? u" "_s : QString(), m_name + u".detail.requester"_s);
    m_address = add(tr("Address"), ticket.address.isEmpty() && !ticket.area ? QString() : u" "_s,
                    m_name + u".detail.address"_s);
    QStringList kinds{nameOf(tables.requestTypes, ticket.requestType),
                      pathOf(tables.categories, ticket.category).replace(u'/', u" / "_s),
                      nameOf(tables.topics, ticket.topic)};
    add(tr("Subject"), joinedFacts(kinds));
    QStringList source{nameOf(tables.channels, std::optional(ticket.channel)), ticket.channelReference};
    if (ticket.confidentiality != Confidentiality::Open)
        source.append(displayName(ticket.confidentiality));
    add(tr("Channel"), joinedFacts(source));
    add(tr("Received"), joinedFacts({text.time(ticket.receivedAt), ticket.receivedBy}));
    if (const auto due = dueInForce(ticket.dueAt, m_facts->dispatches)) {
        QStringList words{text.time(*due)};
        if (ticket.dueAt && ticket.dueAt != due)
            words.append(tr("at first %1", "due time of the ticket before it was moved").arg(text.time(*ticket.dueAt)));
        words.append(ticket.dueRule);
        if (ticket.dueProvisional)
            words.append(tr("provisional: holidays of that year are not known yet"));
        add(tr("Due"), joinedFacts(words), m_name + u".detail.due"_s);
    }
    if (ticket.closedAt)
        add(tr("Closed"), joinedFacts({text.time(*ticket.closedAt), ticket.closedBy}));
    add(tr("Ground"), ticket.ground);
    QStringList marks;
    for (const auto &entry : codeTable<Mark>()) {
        if (ticket.marks.testFlag(entry.value))
            marks.append(displayName(entry.value));
    }
    add(tr("Marks"), joinedFacts(marks));
    const auto addLink = [&](const QString &name, std::optional<TicketId> other, const QString &number) {
        if (!other)
            return;
        QLabel *label = textLabel(name, "weak", m_factsBox);
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto *link = new QPushButton(number, m_factsBox);
        setLook(link, "link");
        link->setAutoDefault(false);
        connect(link, &QPushButton::clicked, this, [this, id = *other] { Q_EMIT ticketRequested(id); });
        m_factsGrid->addWidget(label, line, 0);
        m_factsGrid->addWidget(link, line, 1, Qt::AlignLeft);
        ++line;
    };
    addLink(tr("Merged into"), ticket.mergedInto, m_facts->mergedInto);
    addLink(tr("Repeat of"), ticket.repeatOf, m_facts->repeatOf);
}

void TicketDetail::setQuery(const SearchQuery &query)
{
    m_query = query;
    showPersonal();
}

void TicketDetail::showPersonal()
{
    if (!m_facts)
        return;
    const Ticket &ticket = m_facts->ticket;
    setHitText(m_title, ticket.title.isEmpty() ? tr("Without a title") : maskedUnlessRevealed(ticket.title), m_query);
    setHitText(m_content, maskedUnlessRevealed(ticket.content), m_query);
    setHitText(m_answer, maskedUnlessRevealed(ticket.answer), m_query);
    m_answerBox->setVisible(!ticket.answer.isEmpty());
    if (m_person) {
        QStringList person{m_revealed ? ticket.requester : maskedName(ticket.requester),
                           m_revealed ? ticket.phone : maskedPhone(ticket.phone)};
        if (ticket.requesterKind != RequesterKind::Citizen)
            person.append(displayName(ticket.requesterKind));
        person.removeAll(QString());
        setHitText(m_person, person.join(u' '), m_query);
    }
    if (m_address) {
        const AreaBeside area = areaBeside(pathOf(m_session.codeTables().areas, ticket.area), ticket.address);
        QStringList place{area.before.join(u" / "_s), m_revealed ? ticket.address : maskedAddress(ticket.address)};
        place.removeAll(QString());
        QString text = place.join(u' ');
        if (!area.behind.isEmpty())
            text += u'（' + area.behind.join(u" / "_s) + u'）';
        setHitText(m_address, text, m_query);
    }
}

void TicketDetail::setRevealed(bool revealed)
{
    m_revealed = revealed;
    if (revealed)
        m_maskAgain.start();
    else
        m_maskAgain.stop();
    const QString tip = revealed ? tr("Mask the citizen's data again (Alt+V)")
                                 : tr("Show name, phone and address (Alt+V); this is recorded");
    m_mark->mark(revealed ? userMarkText(m_session) : QString());
    m_revealButton->setIcon(themedIcon(revealed ? u"eye-off"_s : u"eye"_s));
    m_revealButton->setToolTip(tip);
    m_revealButton->setAccessibleName(tip);
    showPersonal();
    if (m_facts)
        showPart();
}

void TicketDetail::hideEvent(QHideEvent *event)
{
    if (m_revealed && !event->spontaneous())
        setRevealed(false);
    Panel::hideEvent(event);
}

void TicketDetail::toggleReveal()
{
    if (!m_facts)
        return;
    if (m_revealed) {
        setRevealed(false);
        return;
    }
    // Shown only when it has been recorded.
    const TicketId ticket = *m_facts->ticket.id;
    m_session.command(
        this, [ticket](CaseBook &book) { return book.recordView(ticket); },
        [this, ticket](const Changes &) {
            if (m_facts && m_facts->ticket.id == ticket && m_wanted == ticket && isVisible())
                setRevealed(true);
        },
        [this](const Refusal &refusal) { m_notice->showNotice(Tone::Warn, refusal.reason); });
}

void TicketDetail::showPart()
{
    if (!m_facts)
        return;
    const TicketText text(m_session);
    const TicketCards cards(*m_facts, text, m_query, m_revealed);
    delete m_partContent;
    m_attachments->showTicket(*m_facts, m_revealed);
    m_attachments->setVisible(m_parts->value() == Attachments);
    switch (m_parts->value().value_or(Dispatches)) {
    case Attachments:
        return; // they stay, with what goes on in them
    case FollowUps:
        m_partContent = cards.followUps();
        break;
    case History:
        m_partContent = cards.history();
        break;
    case Calls:
        m_partContent = cards.calls();
        break;
    default:
        m_partContent = cards.dispatches();
        break;
    }
    m_partSlot->addWidget(m_partContent);
}

void TicketDetail::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_attachments->canTake(event->mimeData()))
        event->acceptProposedAction();
    else
        event->ignore(); // a case file is the window's
}

void TicketDetail::dropEvent(QDropEvent *event)
{
    if (!m_attachments->canTake(event->mimeData())) {
        event->ignore();
        return;
    }
    event->acceptProposedAction();
    m_attachments->take(event->mimeData());
}

// Into sight, once they have their place.
void TicketDetail::bringAttachments()
{
    QTimer::singleShot(0, m_attachments, [this] { m_scroll->ensureWidgetVisible(m_attachments, 0, 12); });
}

void TicketDetail::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        Panel::keyPressEvent(event);
}

} // namespace huiyin
