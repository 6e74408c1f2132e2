// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/TicketDetail.h"

#include "controls/EmptyState.h"
#include "controls/NoticeBar.h"
#include "controls/SegmentedButtons.h"
#include "controls/Tag.h"
#include "controls/TextScroll.h"
#include "domain/PersonalText.h"
#include "handling/LeftWords.h"
#include "handling/TicketPrinting.h"
#include "tickets/AttachmentList.h"
#include "tickets/CitizenReveal.h"
#include "tickets/HitText.h"
#include "tickets/RunningText.h"
#include "tickets/TicketCards.h"
#include "tickets/TicketFactsPanel.h"
#include "tickets/TicketFoot.h"
#include "tickets/TicketText.h"

#include <QApplication>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

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
    , m_stack(new QStackedWidget(this))
    , m_number(textLabel(QString(), "title", this))
    , m_state(new Tag(QString(), Tone::Neutral, this))
    , m_urgency(new Tag(QString(), Tone::Neutral, this))
    , m_deadline(new Tag(QString(), Tone::Neutral, this))
    , m_citizen(new CitizenReveal(session, name, this))
    , m_notice(new NoticeBar(this))
    , m_wordsBar(new NoticeBar(this))
    , m_leftWords(new LeftWords(session, m_wordsBar, this))
    , m_paper(new NoticeBar(this))
    , m_scroll(new TextScroll(this))
    , m_title(runningText("strong", this))
    , m_content(runningText("", this))
    , m_answerBox(new QWidget(this))
    , m_answer(runningText("", m_answerBox))
    , m_factLines(new TicketFactsPanel(session, name, this))
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
    m_wordsBar->setObjectName(m_name + u".detail.words"_s);
    m_scroll->setObjectName(m_name + u".detail.text"_s);
    m_scroll->setAccessibleName(tr("Text of the ticket"));

    m_citizen->markOver(m_scroll);
    setAcceptDrops(true);
    m_stack->addWidget(new EmptyState(u"file-text"_s, tr("No ticket chosen"),
                                      tr("Choose one in the list; Enter brings you to its text."), m_stack));
    m_stack->addWidget(buildPage());
    body()->setContentsMargins(0, 11, 0, 0);
    auto *paperRow = new QVBoxLayout; // it stays when no ticket is left
    paperRow->setContentsMargins(15, 0, 15, 0);
    paperRow->addWidget(m_paper);
    body()->addLayout(paperRow);
    body()->addWidget(m_stack);

    const auto warn = [this](const Refusal &refusal) { m_notice->showNotice(Tone::Warn, refusal.reason); };
    connect(m_citizen, &CitizenReveal::refused, this, warn);
    connect(m_citizen, &CitizenReveal::changed, this, [this] {
        showTexts();
        showPart();
    });
    connect(m_factLines, &TicketFactsPanel::ticketRequested, this, &TicketDetail::ticketRequested);
    connect(m_foot, &TicketFoot::changed, m_notice, &NoticeBar::clear);
    connect(m_foot, &TicketFoot::refused, this, warn);
    connect(m_foot, &TicketFoot::paperReady, this, &TicketDetail::offerPaper);
    connect(m_parts, &SegmentedButtons::valueChosen, this, [this](int part) {
        showPart();
        if (part == Attachments)
            bringAttachments();
    });
    connect(m_attachments, &AttachmentList::wanted, this, [this] {
        m_parts->setValue(Attachments);
        showPart();
        bringAttachments();
    });
    connect(&session, &CaseSession::changed, this, [this](const Changes &changes) {
        if (m_wanted && (changes.everything || changes.codeTables || changes.tickets.contains(*m_wanted)))
            load();
    });
}

QWidget *TicketDetail::buildPage()
{
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
    // Where there is no room the time is shortened, which the list tells too, and never the number.
    constexpr int leastDeadline = 44; // pixels
    m_deadline->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_deadline->setMinimumWidth(leastDeadline);
    head->addStretch();
    head->addWidget(m_citizen->button());
    pageLayout->addLayout(head);
    auto *noticeRow = new QVBoxLayout;
    noticeRow->setContentsMargins(15, 0, 15, 0);
    noticeRow->addWidget(m_notice);
    noticeRow->addWidget(m_wordsBar);
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
    innerLayout->addWidget(m_factLines);
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
    m_attachments = new AttachmentList(m_session, m_name, inner); // after the parts, in the order of Tab too
    m_attachments->hide();
    innerLayout->insertWidget(innerLayout->count() - 1, m_attachments);
    addAction(m_attachments->pasteAction());
    m_foot = new TicketFoot(m_session, m_name, this); // after what stands above it, in the order of Tab too
    pageLayout->addWidget(m_foot);
    return page;
}

bool TicketDetail::isRevealed() const
{
    return m_citizen->isRevealed();
}

QAction *TicketDetail::revealAction() const
{
    return m_citizen->action();
}

QAction *TicketDetail::nextAction() const
{
    return m_foot->nextAction();
}

QAction *TicketDetail::moreAction() const
{
    return m_foot->moreAction();
}

void TicketDetail::setNextShown(bool shown)
{
    m_foot->setNextShown(shown);
}

void TicketDetail::showTicket(TicketId ticket)
{
    if (m_wanted == ticket)
        return;
    m_paper->clear();
    goOnTo(ticket);
}

void TicketDetail::goOnTo(TicketId ticket)
{
    if (m_wanted == ticket)
        return;
    if (m_wanted != m_paperTicket)
        m_paper->clear();
    m_wanted = ticket;
    m_citizen->expect(ticket);
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
    m_foot->setTicket(std::nullopt);
}

void TicketDetail::clear()
{
    m_pending.cancel();
    m_wanted.reset();
    m_facts.reset();
    m_leftWords->setTicket(std::nullopt);
    m_foot->setTicket(std::nullopt);
    m_attachments->clear();
    m_citizen->clear();
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
    const Ticket &ticket = m_facts->ticket;
    m_leftWords->setTicket(m_facts);
    m_citizen->setTicket(ticket);
    m_foot->setTicket(m_facts);
    m_number->setText(ticket.number.isEmpty() ? tr("Draft") : ticket.number);
    showLight(m_urgency, TicketText::urgency(ticket.urgency));
    showLight(m_state, TicketText::stateLight(ticket.state, ticket.resolution));
    showTime();
    if (const QWidget *focus = QApplication::focusWidget(); focus && m_factLines->isAncestorOf(focus))
        m_parts->setFocus(Qt::OtherFocusReason); // what has it goes
    m_factLines->setTicket(*m_facts);
    showTexts();
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
    const Light deadline = TicketText(m_session).deadline(row);
    showLight(m_deadline, deadline);
    m_deadline->setToolTip(deadline.text); // it may be shortened
}

QString TicketDetail::maskedUnlessRevealed(const QString &text) const
{
    return m_citizen->isRevealed() ? text : maskedText(text, citizenOf(m_facts->ticket));
}

void TicketDetail::setQuery(const SearchQuery &query)
{
    m_query = query;
    showTexts();
}

void TicketDetail::showTexts()
{
    if (!m_facts)
        return;
    const Ticket &ticket = m_facts->ticket;
    setHitText(m_title, ticket.title.isEmpty() ? tr("Without a title") : maskedUnlessRevealed(ticket.title), m_query);
    setHitText(m_content, maskedUnlessRevealed(ticket.content), m_query);
    setHitText(m_answer, maskedUnlessRevealed(ticket.answer), m_query);
    m_answerBox->setVisible(!ticket.answer.isEmpty());
    m_factLines->showCitizen(ticket, m_citizen->isRevealed(), m_query);
}

void TicketDetail::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous())
        m_citizen->mask();
    Panel::hideEvent(event);
}

void TicketDetail::showPart()
{
    if (!m_facts)
        return;
    const TicketText text(m_session);
    const TicketCards cards(*m_facts, text, m_query, m_citizen->isRevealed());
    delete m_partContent;
    m_attachments->showTicket(*m_facts, m_citizen->isRevealed());
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
