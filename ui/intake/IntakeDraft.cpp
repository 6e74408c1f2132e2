// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/IntakeDraft.h"

#include "casework/SecondSave.h"
#include "domain/Text.h"
#include "shell/SecondSave.h"
#include "storage/HistoryRepository.h"
#include "storage/KnowledgeRepository.h"
#include "storage/TicketRepository.h"
#include "tickets/ComparedFields.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {
// No more than two seconds of typing are lost, whatever happens; the rest of them is for the disk.
constexpr qint64 pauseAfterTyping = 700; // ms
constexpr qint64 longestUnsaved = 1000;  // ms of typing without a pause
constexpr int retryAfter = 5'000;        // ms after the disk, or another program that had the file, failed a save
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
    , m_base(request)
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

IntakeRequest IntakeDraft::requestOf(const Ticket &ticket, const QList<ArticleId> &usedArticles,
                                     const CodeTables &tables)
{
    IntakeRequest request = draftOf(ticket, usedArticles);
    const Channel *channel = findById(tables.channels, std::optional(ticket.channel));
    if (channel && channel->isPhone) {
        request.call = CallFacts{.startedAt = ticket.receivedAt};
        request.receivedAt = {};
    }
    return request;
}

IntakeDraft *IntakeDraft::kept(CaseSession &session, int number, const Kept &kept, QObject *parent)
{
    const Ticket &ticket = kept.ticket;
    const IntakeRequest request = requestOf(ticket, kept.usedArticles, session.codeTables());
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
    const IntakeRequest sent = cleanRequest();
    const auto again = [this] {
        m_saving = false;
        if (m_dirty)
            saveSoon();
    };
    const auto inVain = [this](const Refusal &trouble) {
        m_saving = false;
        m_dirty = true; // tried again with the next keystroke, at the latest
        m_trouble = trouble;
    };
    keep(
        m_session, m_user, m_place, sent, this,
        [this, again, sent](TicketId ticket) {
            m_ticket = ticket;
            m_base = sent;
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
            m_pause.start(retryAfter); // whoever has stopped typing must not lose it
            Q_EMIT saveFailed(message);
            Q_EMIT settled();
        });
}

namespace {

// Names of what a draft refers to, read together with it.
struct Referred
{
    QHash<TicketId, QString> tickets{};
    QHash<ArticleId, QString> articles{};
};

// What a field of the draft holds, as words.
QString wordsOf(const IntakeRequest &request, const QString &field, const CodeTables &tables, const OfficeZone &zone,
                const Referred &referred)
{
    QStringList words;
    if (field == u"receivedAt")
        return request.receivedAt.isValid() ? zone.text(request.receivedAt) : QString();
    if (field == u"channel")
        return pathOf(tables.channels, std::optional(request.channel));
    if (field == u"channelReference")
        return request.channelReference;
    if (field == u"urgency")
        return displayName(request.urgency);
    if (field == u"repeatOf")
        return request.repeatOf ? referred.tickets.value(*request.repeatOf) : QString();
    if (field == u"answer")
        return request.answer;
    if (field == u"marks") {
        for (const auto &entry : codeTable<Mark>()) {
            if (request.marks.testFlag(entry.value))
                words.append(displayName(entry.value));
        }
        return words.join(u' ');
    }
    if (field == u"usedArticles") {
        for (const ArticleId id : request.usedArticles)
            words.append(referred.articles.value(id));
        return words.join(u'\n');
    }
    return ticketFieldText(request, field, tables);
}

} // namespace

void IntakeDraft::compare(QWidget *form)
{
    if (!m_place->id || std::exchange(m_finishing, true))
        return;
    m_pause.stop();
    using Save = SecondSave<IntakeRequest, SavedTicket>;
    const auto referred = std::make_shared<Referred>();
    const auto given = std::make_shared<IntakeRequest>();
    const IntakeRequest mine = cleanRequest();
    auto how = std::make_shared<Save>();
    how->name = u"intake.compare"_s;
    how->about = tr("The draft “%1”").arg(titleText());
    how->fields = draftFields();
    how->label = [](const QString &field) { return ticketFieldLabel(field); };
    how->text = [tables = m_session.codeTables(), zone = m_session.zone(), referred](const IntakeRequest &request,
                                                                                     const QString &field) {
        return wordsOf(request, field, tables, zone, *referred);
    };
    how->read = [id = *m_place->id, base = m_base, mine, referred,
                 tables = m_session.codeTables()](CaseFile &file) -> std::optional<Save::Present> {
        const TicketRepository tickets(file.database());
        const KnowledgeRepository knowledge(file.database());
        const auto stored = tickets.byId(id);
        if (!stored || stored->state != TicketState::Draft)
            return std::nullopt;
        const IntakeRequest theirs = requestOf(*stored, knowledge.usesOf(id), tables);
        for (const IntakeRequest *request : {&base, &theirs, &mine}) {
            const auto repeated = request->repeatOf ? tickets.byId(*request->repeatOf) : std::nullopt;
            if (repeated)
                referred->tickets.insert(*repeated->id, repeated->number);
            for (const ArticleId article : request->usedArticles) {
                if (const auto known = knowledge.byId(article))
                    referred->articles.insert(article, known->question);
            }
        }
        return Save::Present{.value = theirs, .events = HistoryRepository(file.database()).of(u"ticket"_s, id.value())};
    };
    how->give = [user = m_user, call = mine.call, given](CaseBook &book,
                                                         const IntakeRequest &request) -> Outcome<SavedTicket> {
        if (book.user() != user)
            return Refusal{tr("Somebody else works now.")};
        *given = request;
        given->call = call; // of him who takes it
        return book.saveDraft(*given);
    };
    how->done = [this, given](const SavedTicket &saved) {
        m_finishing = false;
        m_place->id = saved.id;
        m_place->version = saved.version;
        m_request = m_base = *given;
        m_dirty = false;
        m_ticket = m_place->id;
        m_trouble.reset();
        Q_EMIT rewritten();
        Q_EMIT IntakeDraft::saved(m_session.clock().now());
        Q_EMIT settled();
    };
    how->ended = [this](const Refusal &refusal) {
        m_finishing = false;
        if (!refusal.reason.isEmpty())
            Q_EMIT saveRefused(refusal);
        Q_EMIT settled();
    };
    saveSecond(m_session, form, SecondSavePtr<IntakeRequest, SavedTicket>(how), m_base, mine);
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

// A start that was taken from a clock that was wrong: the present moment is nearer to the truth.
void IntakeDraft::mendStart(IntakeRequest &request) const
{
    if (!request.call)
        return;
    constexpr qint64 aYear = 366LL * 24 * 3600; // a battery that is empty starts anew at some year long ago
    constexpr qint64 minute = 60;
    const QDateTime now = m_session.clock().now();
    const qint64 ago = request.call->startedAt.secsTo(now);
    if (!m_clockDoubted && ago <= aYear && ago >= -minute)
        return;
    request.call->startedAt = now;
    request.call->answeredAt = now;
}

void IntakeDraft::finish(const Finish &how, std::function<void(const SavedTicket &)> done, Refused refused,
                         std::function<void()> failed)
{
    if (std::exchange(m_finishing, true)) {
        failed();
        return;
    }
    m_pause.stop();
    m_given = m_request;
    IntakeRequest request = cleanRequest();
    mendStart(request);
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
            m_clockDoubted = m_clockDoubted || refusal.kind == Refusal::Kind::Clock;
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
    m_given = m_request;
    IntakeRequest request = cleanRequest();
    mendStart(request);
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
        [place = m_place, call](CaseBook &book) {
            CallRequest now = call;
            now.draft = place->id;
            return book.registerCall(now);
        },
        [this, done = std::move(done)](const Changes &) {
            m_dirty = false;
            done();
        },
        [this, refused = std::move(refused)](const Refusal &refusal) {
            m_clockDoubted = m_clockDoubted || refusal.kind == Refusal::Kind::Clock;
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
