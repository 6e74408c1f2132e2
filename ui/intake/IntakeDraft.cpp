// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/IntakeDraft.h"

#include "domain/Text.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {
// No more than two seconds of typing are lost, whatever happens; the rest of them is for the disk.
constexpr qint64 pauseAfterTyping = 700; // ms
constexpr qint64 longestUnsaved = 1000;  // ms of typing without a pause
constexpr int titleLength = 20;          // characters
} // namespace

QString proposedTitle(const QString &content)
{
    // How every record begins says nothing about this one.
    static const QRegularExpression opening(
        u"^(反映人|来电人|诉求人|市民|群众|业主)?(来电|致电|来信)?(反映|咨询|求助|投诉|举报|建议|表扬|称|说)?[，,：:、]\\s*"_s);
    static const QRegularExpression clauseEnd(u"[，。；！？,;!?\\n]"_s);
    QString text = content.trimmed();
    text.remove(opening);
    const qsizetype end = text.indexOf(clauseEnd);
    if (end >= 4)
        text.truncate(end);
    QString title = shortened(text.simplified(), titleLength);
    if (title.endsWith(QChar(0x2026)))
        title.chop(1);
    return title;
}

IntakeDraft::IntakeDraft(CaseSession &session, int number, const IntakeRequest &request, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_user(session.user())
    , m_number(number)
    , m_request(request)
    , m_start(request)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &IntakeDraft::save);
}

IntakeDraft::~IntakeDraft()
{
    if (m_dirty && !m_finishing && !isBlank())
        keep(
            m_session, m_user, m_place, cleanRequest(), &m_session, [](TicketId) {}, [](const Refusal &) {}, {});
}

IntakeDraft *IntakeDraft::kept(CaseSession &session, int number, const Kept &kept, QObject *parent)
{
    const Ticket &ticket = kept.ticket;
    IntakeRequest request{.draft = ticket.id,
                          .draftVersion = ticket.version,
                          .receivedAt = ticket.receivedAt,
                          .channel = ticket.channel,
                          .channelReference = ticket.channelReference,
                          .requestType = ticket.requestType,
                          .category = ticket.category,
                          .topic = ticket.topic,
                          .area = ticket.area,
                          .address = ticket.address,
                          .title = ticket.title,
                          .content = ticket.content,
                          .requester = ticket.requester,
                          .phone = ticket.phone,
                          .requesterKind = ticket.requesterKind,
                          .confidentiality = ticket.confidentiality,
                          .urgency = ticket.urgency,
                          .marks = ticket.marks,
                          .repeatOf = ticket.repeatOf,
                          .answer = ticket.answer,
                          .usedArticles = kept.usedArticles};
    const Channel *channel = findById(session.codeTables().channels, std::optional(ticket.channel));
    if (channel && channel->isPhone) {
        request.call = CallFacts{.startedAt = ticket.receivedAt};
        request.receivedAt = {};
    }
    auto *draft = new IntakeDraft(session, number, request, parent);
    draft->m_place->id = ticket.id;
    draft->m_ticket = ticket.id;
    draft->m_place->version = ticket.version;
    draft->m_kept = true;
    return draft;
}

void IntakeDraft::startCall()
{
    if (!m_request.call || m_request.call->startedAt.isValid())
        return;
    m_request.call->startedAt = m_session.clock().now();
    if (m_start.call) // it may have begun as a letter
        m_start.call->startedAt = m_request.call->startedAt;
}

void IntakeDraft::edit(const IntakeRequest &request)
{
    const QDateTime started = m_request.call ? m_request.call->startedAt : QDateTime();
    IntakeRequest next = request;
    if (next.call && started.isValid())
        next.call->startedAt = started;
    if (next == m_request)
        return;
    m_request = next;
    if (isBlank())
        return;
    startCall();
    m_dirty = true;
    m_trouble.reset();
    if (!m_unsaved.isValid())
        m_unsaved.start();
    saveSoon();
}

void IntakeDraft::saveSoon()
{
    const qint64 left = m_unsaved.isValid() ? longestUnsaved - m_unsaved.elapsed() : pauseAfterTyping;
    m_pause.start(static_cast<int>(std::clamp<qint64>(left, 0, pauseAfterTyping)));
}

bool IntakeDraft::isBlank() const
{
    const IntakeRequest &r = m_request;
    return !m_kept && !m_ticket && r.channelReference.isEmpty() && r.requestType == m_start.requestType && !r.category
           && !r.topic && !r.area && r.address.isEmpty() && r.title.isEmpty() && r.content.isEmpty()
           && r.requester.isEmpty() && r.phone.isEmpty() && r.answer.isEmpty();
}

QDateTime IntakeDraft::startedAt() const
{
    return m_request.call ? m_request.call->startedAt : m_request.receivedAt;
}

IntakeRequest IntakeDraft::cleanRequest() const
{
    IntakeRequest request = m_request;
    request.phone = halfWidth(request.phone);
    if (request.call) {
        if (!request.call->startedAt.isValid())
            request.call->startedAt = m_session.clock().now();
        request.call->answeredAt = request.call->startedAt;
        request.call->phone = request.phone;
        request.call->caller = request.requester;
        request.call->topic = request.topic;
    }
    return request;
}

void IntakeDraft::keep(CaseSession &session, const QString &user, const std::shared_ptr<Place> &place,
                       const IntakeRequest &request, QObject *receiver, const std::function<void(TicketId)> &done,
                       const Refused &refused, const OnFailure &failed)
{
    session.command(
        receiver,
        [user, place, request](CaseBook &book) -> Outcome<SavedTicket> {
            if (book.user() != user) // nobody's words become another's draft
                return Refusal{tr("Somebody else works now.")};
            IntakeRequest now = request;
            now.draft = place->id;
            now.draftVersion = place->version;
            Outcome<SavedTicket> outcome = book.saveDraft(now, true);
            if (outcome) {
                place->id = outcome->id;
                place->version = outcome->version;
            }
            return outcome;
        },
        [done](const SavedTicket &saved) { done(saved.id); }, refused, failed);
}

void IntakeDraft::save()
{
    m_pause.stop();
    if (!m_dirty || m_finishing || isBlank() || m_session.isReadOnly())
        return;
    if (m_saving)
        return; // the newest goes when this one is done
    m_saving = true;
    m_dirty = false;
    m_trouble.reset();
    m_unsaved.invalidate();
    const auto again = [this] {
        m_saving = false;
        if (m_dirty)
            saveSoon();
    };
    const auto inVain = [this](const Refusal &trouble) {
        m_saving = false;
        m_dirty = true; // tried again with the next keystroke
        m_trouble = trouble;
    };
    keep(
        m_session, m_user, m_place, cleanRequest(), this,
        [this, again](TicketId ticket) {
            m_ticket = ticket;
            m_trouble.reset();
            again();
            Q_EMIT saved(m_session.clock().now());
            Q_EMIT settled();
        },
        [this, inVain](const Refusal &refusal) {
            inVain(refusal);
            Q_EMIT saveRefused(refusal);
            Q_EMIT settled();
        },
        [this, inVain](const std::exception_ptr &error) {
            const Message message = Messages::messageOf(error);
            inVain({.reason = message.what});
            Q_EMIT saveFailed(message);
            Q_EMIT settled();
        });
}

void IntakeDraft::notFinished()
{
    m_finishing = false;
    if (m_dirty)
        saveSoon(); // as a draft at least
    Q_EMIT settled();
}

QString IntakeDraft::titleText() const
{
    return m_request.title.trimmed().isEmpty() ? proposedTitle(m_request.content) : m_request.title.trimmed();
}

void IntakeDraft::finish(const Finish &how, std::function<void(const SavedTicket &)> done, Refused refused,
                         std::function<void()> failed)
{
    if (std::exchange(m_finishing, true)) {
        failed();
        return;
    }
    m_pause.stop();
    IntakeRequest request = cleanRequest();
    if (request.title.trimmed().isEmpty())
        request.title = proposedTitle(request.content);
    if (request.call && !m_kept) // a clock that was set back ends no call before it began
        request.call->endedAt = std::max(m_session.clock().now(), request.call->startedAt);
    m_session.command(
        this,
        [place = m_place, request, how](CaseBook &book) {
            IntakeRequest now = request;
            now.draft = place->id;
            now.draftVersion = place->version;
            return how(book, now);
        },
        [this, done = std::move(done)](const SavedTicket &saved) {
            m_dirty = false;
            done(saved);
        },
        [this, refused = std::move(refused)](const Refusal &refusal) {
            notFinished();
            refused(refusal);
        },
        [this, failed = std::move(failed)] {
            notFinished();
            failed();
        });
}

void IntakeDraft::endCall(CallOutcome outcome, std::optional<TicketId> repeatOf, std::function<void()> done,
                          Refused refused)
{
    if (std::exchange(m_finishing, true))
        return;
    m_pause.stop();
    const IntakeRequest request = cleanRequest();
    CallRequest call{.outcome = outcome, .repeatOf = repeatOf, .usedArticles = request.usedArticles};
    if (request.call)
        call.facts = *request.call;
    if (!m_kept)
        call.facts.endedAt = std::max(m_session.clock().now(), call.facts.startedAt);
    // What was typed is all that will be known of this call.
    QStringList note{request.title, request.content, request.answer};
    note.removeAll(QString());
    call.facts.note = note.join(u'\n');
    m_session.command(
        this,
        [place = m_place, call](CaseBook &book) -> Outcome<Changes> {
            Outcome<Changes> registered = book.registerCall(call);
            if (!registered || !place->id)
                return registered;
            Changes changes = *registered;
            // The call is in the book; a draft that can't be thrown away stays and is offered again.
            if (const Outcome<Changes> discarded = book.discardDraft(*place->id))
                changes.tickets += discarded->tickets;
            return changes;
        },
        [this, done = std::move(done)](const Changes &) {
            m_dirty = false;
            done();
        },
        [this, refused = std::move(refused)](const Refusal &refusal) {
            notFinished();
            refused(refusal);
        },
        [this] { notFinished(); });
}

void IntakeDraft::discard(std::function<void()> done, Refused refused)
{
    if (std::exchange(m_finishing, true))
        return;
    m_pause.stop();
    m_session.command(
        this,
        [place = m_place](CaseBook &book) -> Outcome<Changes> {
            return place->id ? book.discardDraft(*place->id) : Outcome<Changes>(Changes{});
        },
        [this, done = std::move(done)](const Changes &) {
            m_dirty = false;
            done();
        },
        [this, refused = std::move(refused)](const Refusal &refusal) {
            notFinished();
            refused(refusal);
        },
        [this] { notFinished(); });
}

} // namespace huiyin
