// SPDX-License-Identifier: GPL-3.0-or-later
// The commands around a call or a letter that comes in.
#include "casework/CaseBook.h"
#include "casework/ChangeNotes.h"
#include "casework/ClockDoubt.h"
#include "casework/FieldChecks.h"
#include "casework/KeepingWords.h"
#include "casework/Recorder.h"
#include "domain/Text.h"
#include "storage/CallRepository.h"
#include "storage/CaseFile.h"
#include "storage/Database.h"
#include "storage/HistoryRepository.h"
#include "storage/KeptDraftRepository.h"
#include "storage/KnowledgeRepository.h"
#include "storage/NumberSeries.h"
#include "storage/TicketRepository.h"
#include "storage/Transaction.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// A number that is not taken yet: imported tickets may hold numbers of the same day.
QString freshTicketNumber(Database &database, QDate day)
{
    const TicketRepository tickets(database);
    const QString span = day.toString(u"yyyyMMdd"_s);
    while (true) {
        const QString number = u"%1-%2"_s.arg(span).arg(nextNumber(database, u"ticket"_s, span), 4, 10, QChar(u'0'));
        if (!tickets.idOf(number))
            return number;
    }
}

QString freshCallReference(Database &database, QDate day)
{
    const CallRepository calls(database);
    const QString span = day.toString(u"yyyyMMdd"_s);
    while (true) {
        const QString reference = u"%1-C%2"_s.arg(span).arg(nextNumber(database, u"call"_s, span), 4, 10, QChar(u'0'));
        if (!calls.idOf(reference))
            return reference;
    }
}

} // namespace

// One command of intake at work: what the checks and the writing share.
class Intake
{
    Q_DECLARE_TR_FUNCTIONS(CaseBook)

public:
    explicit Intake(CaseBook &book)
        : m_book(book)
        , m_database(book.m_file.database())
        , m_zone(book.m_file.zone())
        , m_now(book.m_clock.now())
        , m_recorder(m_database, m_now, book.m_user)
    {
    }

    [[nodiscard]] std::optional<Refusal> checkCall(const CallFacts &facts) const
    {
        if (!facts.startedAt.isValid())
            return Refusal{tr("The call has no start time."), u"startedAt"_s};
        if (facts.startedAt > m_now.addSecs(60))
            return Refusal{tr("The call starts in the future. Check this computer's clock."), u"startedAt"_s};
        if (facts.endedAt && *facts.endedAt < facts.startedAt)
            return Refusal{tr("The call ends before it starts."), u"endedAt"_s};
        return std::nullopt;
    }

    // What any version of a matter must hold, a draft too.
    [[nodiscard]] std::optional<Refusal> checkFields(const IntakeRequest &request) const
    {
        const QList<std::pair<QString, QString>> texts{
            {request.title, u"title"_s},     {request.content, u"content"_s},
            {request.address, u"address"_s}, {request.requester, u"requester"_s},
            {request.phone, u"phone"_s},     {request.channelReference, u"channelReference"_s},
            {request.answer, u"answer"_s}};
        for (const auto &[text, field] : texts) {
            if (auto refusal = textFault(text, field))
                return refusal;
        }
        const CodeTables &tables = m_book.tables();
        const Channel *channel = findById(tables.channels, std::optional(request.channel));
        if (!channel || channel->retired)
            return Refusal{tr("Choose the channel that the matter came by."), u"channel"_s};
        if (auto refusal = articleFault(request.usedArticles))
            return refusal;
        return listFault(request, tables);
    }

    [[nodiscard]] std::optional<Refusal> articleFault(const QList<ArticleId> &articles) const
    {
        const KnowledgeRepository knowledge(m_database);
        for (const ArticleId id : articles) {
            if (!knowledge.byId(id))
                return Refusal{tr("The article is not in the knowledge base of this case file.")};
        }
        return std::nullopt;
    }

    // What a ticket must hold beyond a draft.
    [[nodiscard]] std::optional<Refusal> checkComplete(const IntakeRequest &request) const
    {
        if (auto refusal = CaseBook::missingWords(request))
            return refusal;
        // Not of a draft: a clock that was set back must not keep words from being saved.
        if (request.receivedAt.isValid() && request.receivedAt > m_now.addSecs(60))
            return Refusal{tr("The time of receipt lies in the future."), u"receivedAt"_s};
        if (request.call) {
            if (auto refusal = checkCall(*request.call))
                return refusal;
        }
        if (request.topic) {
            const CodeTables &tables = m_book.tables();
            const Topic *topic = findById(tables.topics, request.topic);
            const QDate day = m_zone.day(receivedAt(request));
            if (topic && ((topic->from && day < *topic->from) || (topic->to && day > *topic->to)))
                return Refusal{tr("The topic “%1” is not open on that day.").arg(topic->name), u"topic"_s};
        }
        return std::nullopt;
    }

    [[nodiscard]] QDateTime receivedAt(const IntakeRequest &request) const
    {
        if (request.receivedAt.isValid())
            return request.receivedAt;
        return request.call ? request.call->startedAt : m_now;
    }

    [[nodiscard]] Ticket ticketOf(const IntakeRequest &request) const
    {
        return {.id = request.draft,
                .receivedAt = receivedAt(request),
                .channel = request.channel,
                .channelReference = forceClean(request.channelReference).trimmed(),
                .requestType = request.requestType,
                .category = request.category,
                .topic = request.topic,
                .area = request.area,
                .address = forceClean(request.address).trimmed(),
                .title = forceClean(request.title).simplified(),
                .content = forceClean(request.content).trimmed(),
                .requester = forceClean(request.requester).trimmed(),
                .phone = halfWidth(forceClean(request.phone)),
                .requesterKind = request.requesterKind,
                .confidentiality = request.confidentiality,
                .urgency = request.urgency,
                .receivedBy = m_book.m_user,
                .answer = forceClean(request.answer).trimmed(),
                .repeatOf = request.repeatOf,
                .marks = request.marks,
                .version = request.draftVersion};
    }

    // Of a draft that is begun while the clock is in doubt: the time of receipt that it may have from that clock.
    [[nodiscard]] QJsonObject clockNote(const Ticket &draft) const
    {
        const auto doubt = clockDoubt(m_database, m_now);
        if (!doubt)
            return {};
        return {{u"clock"_s, m_zone.isoText(doubt->clock)},
                {u"newest"_s, m_zone.isoText(doubt->newest)},
                {u"received"_s, m_zone.isoText(draft.receivedAt)}};
    }

    // Whether the matter still has the time that its draft took from a clock which was in doubt, and nobody has confirmed
    // that clock since.
    [[nodiscard]] bool hasDoubtfulTime(const IntakeRequest &request) const
    {
        if (!request.draft)
            return false;
        const HistoryRepository history(m_database);
        const QList<HistoryEvent> events = history.of(u"ticket"_s, request.draft->value());
        const QString received = m_zone.isoText(receivedAt(request));
        const auto begun = std::ranges::find_if(events, [&received](const HistoryEvent &event) {
            return event.action == u"draft_started" && event.details.value(u"received"_s).toString() == received;
        });
        if (begun == events.end())
            return false;
        const QList<HistoryEvent> confirmed = history.latestOf(u"clock"_s, 1);
        return confirmed.isEmpty() || confirmed.first().sequence < begun->sequence;
    }

    // A draft outlives the clock that it was begun under. A call is counted from now, as nobody can say when it came; of
    // a letter the paper tells it.
    std::optional<Refusal> mendTime(IntakeRequest &request) const
    {
        if (!hasDoubtfulTime(request))
            return std::nullopt;
        if (!request.call) {
            return Refusal{tr("This draft was begun while the computer's clock was wrong, and has its time of receipt: "
                              "%1. Enter when the matter came in.")
                               .arg(m_zone.text(request.receivedAt)),
                           u"receivedAt"_s};
        }
        request.call->startedAt = m_now;
        for (auto *time : {&request.call->answeredAt, &request.call->endedAt}) {
            if (*time)
                *time = m_now;
        }
        return std::nullopt;
    }

    [[nodiscard]] QJsonArray questionsOf(const QList<ArticleId> &articles) const
    {
        QJsonArray questions;
        for (const ArticleId id : articles) {
            if (const auto article = KnowledgeRepository(m_database).byId(id))
                questions.append(article->question);
        }
        return questions;
    }

    CallId writeCall(const CallFacts &facts, CallOutcome outcome, std::optional<TicketId> ticket)
    {
        const Call call{.reference = freshCallReference(m_database, m_zone.day(facts.startedAt)),
                        .startedAt = facts.startedAt,
                        .answeredAt = facts.answeredAt,
                        .endedAt = facts.endedAt,
                        .phone = halfWidth(forceClean(facts.phone)),
                        .caller = forceClean(facts.caller).trimmed(),
                        .callOperator = m_book.m_user,
                        .outcome = outcome,
                        .topic = facts.topic,
                        .ticket = ticket,
                        .note = forceClean(facts.note).trimmed()};
        const CallId id = CallRepository(m_database).insert(call);
        m_recorder.record(u"call"_s, id.value(), u"registered"_s,
                          {{u"reference"_s, call.reference}, {u"outcome"_s, QString(code(outcome))}});
        return id;
    }

    // Writes the ticket as a new row, or over its draft, unless that was changed or used elsewhere meanwhile.
    Outcome<TicketId> writeTicket(const Ticket &ticket)
    {
        const TicketRepository tickets(m_database);
        if (!ticket.id)
            return tickets.insert(ticket);
        const auto stored = tickets.byId(*ticket.id);
        const bool isDraft = stored && stored->state == TicketState::Draft;
        if (!isDraft || !tickets.update(ticket))
            return draftGone(isDraft ? Refusal::Kind::Outdated : Refusal::Kind::Plain);
        return *ticket.id;
    }

    // Nothing is ever deleted: it becomes void, and its number stays empty. False: it is no draft.
    bool throwAway(TicketId draft)
    {
        const TicketRepository tickets(m_database);
        auto ticket = tickets.byId(draft);
        if (!ticket || ticket->state != TicketState::Draft)
            return false;
        ticket->state = TicketState::Void;
        ticket->resolution = Resolution::Void;
        if (!tickets.update(*ticket))
            return false;
        // With what was typed to end it, such as an instruction to a department.
        KeptDraftRepository(m_database).removeAllAbout(WordsPlace::of(Command::Dispatch, draft).object);
        m_recorder.record(u"ticket"_s, draft.value(), u"draft_discarded"_s);
        return true;
    }

    static Refusal draftGone(Refusal::Kind kind = Refusal::Kind::Plain)
    {
        return {.reason = tr("This draft was changed or finished in another place meanwhile. Open it again; what you "
                             "have typed here stays until then."),
                .kind = kind};
    }

    Outcome<SavedTicket> finish(const IntakeRequest &asked, bool answered)
    {
        if (auto refusal = m_book.checkRight(answered ? Command::AnswerDirectly : Command::Accept))
            return *refusal;
        if (auto refusal = checkFields(asked))
            return *refusal;
        IntakeRequest request = asked;
        if (auto refusal = mendTime(request))
            return *refusal;
        if (auto refusal = checkComplete(request))
            return *refusal;
        if (answered && request.answer.trimmed().isEmpty())
            return Refusal{tr("Write down what the citizen was told."), u"answer"_s};

        const Deadlines &deadlines = m_book.deadlines();
        Transaction transaction(m_database);
        Ticket ticket = ticketOf(request);
        ticket.number = freshTicketNumber(m_database, m_zone.day(ticket.receivedAt));
        const std::optional<DueTime> due = deadlines.due(deadlineCaseOf(ticket), ticket.receivedAt);
        if (due) {
            ticket.dueAt = due->at;
            ticket.dueRule = due->rule;
            ticket.dueProvisional = due->provisional;
        }
        ticket.state = answered ? TicketState::Closed : TicketState::Accepted;
        if (answered) {
            ticket.resolution = Resolution::AnsweredDirectly;
            ticket.closedAt =
                qMax(m_now, ticket.receivedAt); // a clock a few seconds apart closes nothing before it came in
            ticket.closedBy = m_book.m_user;
        }
        const Outcome<TicketId> id = writeTicket(ticket);
        if (!id)
            return id.error();
        const KnowledgeRepository knowledge(m_database);
        knowledge.setUses(*id, request.usedArticles, m_now, false);
        QJsonObject details{{u"number"_s, ticket.number}, {u"ticket"_s, changesOf(Ticket{}, ticket, m_zone)}};
        if (ticket.dueAt)
            details.insert(u"due"_s, m_zone.isoText(*ticket.dueAt));
        if (!request.usedArticles.isEmpty())
            details.insert(u"articles"_s, questionsOf(request.usedArticles));
        m_recorder.record(u"ticket"_s, id->value(), u"accepted"_s, details);
        if (answered)
            m_recorder.record(u"ticket"_s, id->value(), u"answered_directly"_s);
        SavedTicket saved{.id = *id,
                          .number = ticket.number,
                          .version = ticket.version + 1,
                          .due = due,
                          .closed = answered,
                          .changes = {.tickets = {*id}, .knowledge = !request.usedArticles.isEmpty()}};
        if (request.call)
            saved.changes.calls.append(writeCall(*request.call, CallOutcome::Ticket, *id));
        transaction.commit();
        return saved;
    }

    CaseBook &m_book;
    Database &m_database;
    const OfficeZone &m_zone;
    QDateTime m_now;
    Recorder m_recorder;
};

Outcome<Changes> CaseBook::registerCall(const CallRequest &request)
{
    if (auto refusal = checkRight(Command::RegisterCall))
        return *refusal;
    Intake intake(*this);
    if (auto refusal = intake.checkCall(request.facts))
        return *refusal;
    if (request.outcome == CallOutcome::Ticket)
        return Refusal{tr("A call that becomes a ticket is accepted or answered directly.")};
    if ((request.outcome == CallOutcome::Repeat) != request.repeatOf.has_value())
        return Refusal{tr("Choose the ticket that the caller asks about."), u"repeatOf"_s};
    const auto repeated = request.repeatOf ? TicketRepository(intake.m_database).byId(*request.repeatOf) : std::nullopt;
    if (request.repeatOf && (!repeated || repeated->number.isEmpty()))
        return Refusal{tr("The ticket that the caller asks about is not in this case file."), u"repeatOf"_s};

    if (auto refusal = intake.articleFault(request.usedArticles))
        return *refusal;

    Transaction transaction(intake.m_database);
    Changes changes{.knowledge = !request.usedArticles.isEmpty()};
    changes.calls.append(intake.writeCall(request.facts, request.outcome, request.repeatOf));
    KnowledgeRepository(intake.m_database).addUses(changes.calls.first(), request.usedArticles, intake.m_now);
    if (request.repeatOf)
        changes.tickets.append(*request.repeatOf);
    if (request.draft && intake.throwAway(*request.draft))
        changes.tickets.append(*request.draft);
    transaction.commit();
    return changes;
}

Outcome<SavedTicket> CaseBook::saveDraft(const IntakeRequest &request, bool automatically)
{
    if (auto refusal = checkRight(Command::SaveDraft))
        return *refusal;
    Intake intake(*this);
    if (auto refusal = intake.checkFields(request))
        return *refusal;
    Transaction transaction(intake.m_database);
    Ticket ticket = intake.ticketOf(request);
    ticket.state = TicketState::Draft;
    const Outcome<TicketId> id = intake.writeTicket(ticket);
    if (!id)
        return id.error();
    KnowledgeRepository(intake.m_database).setUses(*id, request.usedArticles, intake.m_now, true);
    // The draft that saves itself every few seconds would fill the history with typing.
    if (!request.draft)
        intake.m_recorder.record(u"ticket"_s, id->value(), u"draft_started"_s, intake.clockNote(ticket));
    else if (!automatically)
        intake.m_recorder.record(u"ticket"_s, id->value(), u"draft_saved"_s);
    else
        intake.m_database.setWitness([draft = *id, version = request.draftVersion + 1](Database &database) {
            const auto stored = TicketRepository(database).byId(draft);
            return stored && stored->version == version;
        });
    transaction.commit();
    return SavedTicket{
        .id = *id, .version = request.draft ? request.draftVersion + 1 : 1, .changes = {.tickets = {*id}}};
}

Outcome<Changes> CaseBook::discardDraft(TicketId draft)
{
    if (auto refusal = checkRight(Command::DiscardDraft, draft))
        return *refusal;
    Intake intake(*this);
    const TicketRepository tickets(intake.m_database);
    Transaction transaction(intake.m_database);
    const auto ticket = tickets.byId(draft);
    if (ticket && ticket->state != TicketState::Draft)
        recordRefused(Command::DiscardDraft, RefusedFor::State, draft);
    if (!ticket || ticket->state != TicketState::Draft)
        return Refusal{tr("Only a draft can be thrown away.")};
    if (!intake.throwAway(draft))
        return Intake::draftGone();
    transaction.commit();
    return Changes{.tickets = {draft}};
}

std::optional<Refusal> CaseBook::missingWords(const IntakeRequest &request)
{
    // The content first: an empty title is taken from it.
    if (request.content.trimmed().isEmpty())
        return Refusal{tr("Write down what the citizen says."), u"content"_s};
    if (request.title.trimmed().isEmpty())
        return Refusal{tr("Give the ticket a title: a few words that say what it is about."), u"title"_s};
    return std::nullopt;
}

Outcome<SavedTicket> CaseBook::accept(const IntakeRequest &request)
{
    return Intake(*this).finish(request, false);
}

Outcome<SavedTicket> CaseBook::answerDirectly(const IntakeRequest &request)
{
    return Intake(*this).finish(request, true);
}

// One transaction around both: a refusal of the second takes the first back.
template <class Then>
Outcome<SavedTicket> CaseBook::acceptAnd(const IntakeRequest &matter, Then then)
{
    Transaction transaction(m_file.database());
    const Outcome<SavedTicket> accepted = accept(matter);
    if (!accepted)
        return accepted;
    SavedTicket saved = *accepted;
    const Outcome<Changes> done = then(saved.id);
    if (!done)
        return done.error();
    transaction.commit();
    ++saved.version;
    return saved;
}

Outcome<SavedTicket> CaseBook::dispatch(const IntakeRequest &matter, const DispatchRequest &request)
{
    return acceptAnd(matter, [&](TicketId ticket) {
        DispatchRequest one = request;
        one.ticket = ticket;
        return dispatch(one);
    });
}

Outcome<SavedTicket> CaseBook::notAccept(const IntakeRequest &matter, const QString &ground)
{
    Outcome<SavedTicket> saved = acceptAnd(matter, [&](TicketId ticket) { return notAccept(ticket, ground); });
    if (!saved)
        return saved;
    SavedTicket closed = *saved;
    closed.closed = true;
    return closed;
}

} // namespace huiyin
