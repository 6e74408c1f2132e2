// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/PackedFacts.h"

#include <QtEndian>

#include <cstring>
#include <optional>

namespace huiyin {

namespace {

constexpr char format = 1;
constexpr qsizetype headLength = 9;

// Of a ticket.
enum TicketBit : quint64 {
    Counts = 1,
    AnsweredDirectly = 2,
    Enterprise = 4,
    Closed = 8,
    HasDue = 16,
    HasDispatches = 32,
    HasFollowUps = 64,
};
// Of a dispatch.
enum DispatchBit : quint64 {
    Lead = 1,
    ClaimsSolved = 2,
    Due = 4,
    OriginalDue = 8,
    Extended = 16,
    Returned = 32,
    Replied = 64,
    DispatchClosed = 128,
    FirstReplied = 256,
    EarlierDues = 512,
    FirstExtended = 1024,
};
// Of a follow-up.
enum FollowUpBit : quint64 { Reached = 1, DeniesSolved = 2, Rated = 4, Satisfied = 8 };

quint64 bitIf(bool set, quint64 bit)
{
    return set ? bit : 0;
}

quint64 checksum(const char *bytes, qsizetype length)
{
    quint64 sum = 0xCBF29CE484222325ULL ^ static_cast<quint64>(length);
    const auto mix = [&sum](quint64 value) {
        sum = (sum ^ value) * 0x9E3779B97F4A7C15ULL;
        sum ^= sum >> 29;
    };
    qsizetype at = 0;
    for (; at + 8 <= length; at += 8)
        mix(qFromLittleEndian<quint64>(bytes + at));
    quint64 rest = 0;
    for (; at < length; ++at)
        rest = (rest << 8) | static_cast<quint8>(bytes[at]);
    mix(rest);
    return sum;
}

void put(QByteArray &bytes, quint64 value)
{
    while (value >= 0x80) {
        bytes.append(static_cast<char>((value & 0x7F) | 0x80));
        value >>= 7;
    }
    bytes.append(static_cast<char>(value));
}

// What stands in a file may be anything: what is too large runs over, as it does when it is read again.
qint64 plus(qint64 a, qint64 b)
{
    return static_cast<qint64>(static_cast<quint64>(a) + static_cast<quint64>(b));
}
qint64 minus(qint64 a, qint64 b)
{
    return static_cast<qint64>(static_cast<quint64>(a) - static_cast<quint64>(b));
}

// Small numbers of either sign are short.
void putSigned(QByteArray &bytes, qint64 value)
{
    put(bytes, (static_cast<quint64>(value) << 1) ^ static_cast<quint64>(value >> 63));
}

void putTime(QByteArray &bytes, qint64 time, qint64 from)
{
    if (time != never)
        putSigned(bytes, minus(time, from));
}

class Reader
{
public:
    explicit Reader(const QByteArray &bytes)
        : m_at(bytes.constData() + headLength)
        , m_end(bytes.constData() + bytes.size())
    {
    }

    quint64 number()
    {
        quint64 value = 0;
        for (int shift = 0; m_at < m_end && shift < 64; shift += 7) {
            const auto byte = static_cast<quint8>(*m_at++);
            value |= quint64{byte & 0x7FU} << shift;
            if (byte < 0x80)
                break;
        }
        return value;
    }
    qint64 signedNumber()
    {
        const quint64 value = number();
        return static_cast<qint64>(value >> 1) ^ -static_cast<qint64>(value & 1);
    }
    qint64 id() { return static_cast<qint64>(number()); }
    qint64 time(bool happened, qint64 from) { return happened ? plus(from, signedNumber()) : never; }
    [[nodiscard]] bool atEnd() const { return m_at >= m_end; }

private:
    const char *m_at;
    const char *m_end;
};

bool isSound(const QByteArray &packed)
{
    return packed.size() > headLength && packed.front() == format
           && qFromLittleEndian<quint64>(packed.constData() + 1)
                  == checksum(packed.constData() + headLength, packed.size() - headLength);
}

DispatchFacts readDispatch(Reader &reader, qint64 receivedAt)
{
    const quint64 bits = reader.number();
    DispatchFacts dispatch{.department = reader.id(), .round = reader.id()};
    dispatch.lead = (bits & Lead) != 0;
    dispatch.claimsSolved = (bits & ClaimsSolved) != 0;
    dispatch.dispatchedAt = plus(receivedAt, reader.signedNumber());
    const qint64 from = dispatch.dispatchedAt;
    dispatch.dueAt = reader.time((bits & Due) != 0, from);
    dispatch.originalDueAt = reader.time((bits & OriginalDue) != 0, dispatch.dueAt == never ? from : dispatch.dueAt);
    dispatch.extendedAt = reader.time((bits & Extended) != 0, from);
    dispatch.firstExtendedAt = reader.time((bits & FirstExtended) != 0, from);
    dispatch.returnedAt = reader.time((bits & Returned) != 0, from);
    dispatch.repliedAt = reader.time((bits & Replied) != 0, from);
    dispatch.firstRepliedAt = reader.time((bits & FirstReplied) != 0, from);
    dispatch.closedAt =
        reader.time((bits & DispatchClosed) != 0, dispatch.repliedAt == never ? from : dispatch.repliedAt);
    if ((bits & EarlierDues) != 0) {
        for (quint64 n = reader.number(); n > 0 && !reader.atEnd(); --n) {
            const qint64 until = plus(from, reader.signedNumber());
            dispatch.earlierDues.append({.until = until, .dueAt = plus(from, reader.signedNumber())});
        }
    }
    return dispatch;
}

FollowUpFacts readFollowUp(Reader &reader, qint64 receivedAt)
{
    const quint64 bits = reader.number();
    return {.at = plus(receivedAt, reader.signedNumber()),
            .reached = (bits & Reached) != 0,
            .deniesSolved = (bits & DeniesSolved) != 0,
            .rated = (bits & Rated) != 0,
            .satisfied = (bits & Satisfied) != 0};
}

} // namespace

void FactsPacker::add(const TicketFacts &ticket, const QList<DispatchFacts> &dispatches,
                      const QList<FollowUpFacts> &followUps)
{
    ++m_count;
    put(m_bytes, bitIf(ticket.counts, Counts) | bitIf(ticket.answeredDirectly, AnsweredDirectly)
                     | bitIf(ticket.enterprise, Enterprise) | bitIf(ticket.closedAt != never, Closed)
                     | bitIf(ticket.dueAt != never, HasDue) | bitIf(!dispatches.isEmpty(), HasDispatches)
                     | bitIf(!followUps.isEmpty(), HasFollowUps));
    putSigned(m_bytes, minus(ticket.id, m_id));
    putSigned(m_bytes, minus(ticket.receivedAt, m_time));
    m_id = ticket.id;
    m_time = ticket.receivedAt;
    for (const qint64 id : {ticket.channel, ticket.requestType, ticket.category, ticket.topic})
        put(m_bytes, static_cast<quint64>(id));
    putTime(m_bytes, ticket.closedAt, m_time);
    putTime(m_bytes, ticket.dueAt, m_time);
    if (!dispatches.isEmpty())
        put(m_bytes, static_cast<quint64>(dispatches.size()));
    for (const DispatchFacts &dispatch : dispatches) {
        put(m_bytes, bitIf(dispatch.lead, Lead) | bitIf(dispatch.claimsSolved, ClaimsSolved)
                         | bitIf(dispatch.dueAt != never, Due) | bitIf(dispatch.originalDueAt != never, OriginalDue)
                         | bitIf(dispatch.extendedAt != never, Extended) | bitIf(dispatch.returnedAt != never, Returned)
                         | bitIf(dispatch.repliedAt != never, Replied)
                         | bitIf(dispatch.firstRepliedAt != never, FirstReplied)
                         | bitIf(dispatch.closedAt != never, DispatchClosed)
                         | bitIf(!dispatch.earlierDues.isEmpty(), EarlierDues)
                         | bitIf(dispatch.firstExtendedAt != never, FirstExtended));
        put(m_bytes, static_cast<quint64>(dispatch.department));
        put(m_bytes, static_cast<quint64>(dispatch.round));
        putSigned(m_bytes, minus(dispatch.dispatchedAt, m_time));
        const qint64 from = dispatch.dispatchedAt;
        putTime(m_bytes, dispatch.dueAt, from);
        putTime(m_bytes, dispatch.originalDueAt, dispatch.dueAt == never ? from : dispatch.dueAt);
        putTime(m_bytes, dispatch.extendedAt, from);
        putTime(m_bytes, dispatch.firstExtendedAt, from);
        putTime(m_bytes, dispatch.returnedAt, from);
        putTime(m_bytes, dispatch.repliedAt, from);
        putTime(m_bytes, dispatch.firstRepliedAt, from);
        putTime(m_bytes, dispatch.closedAt, dispatch.repliedAt == never ? from : dispatch.repliedAt);
        if (!dispatch.earlierDues.isEmpty())
            put(m_bytes, static_cast<quint64>(dispatch.earlierDues.size()));
        for (const EarlierDueFacts &due : dispatch.earlierDues) {
            putSigned(m_bytes, minus(due.until, from));
            putSigned(m_bytes, minus(due.dueAt, from));
        }
    }
    if (!followUps.isEmpty())
        put(m_bytes, static_cast<quint64>(followUps.size()));
    for (const FollowUpFacts &followUp : followUps) {
        put(m_bytes, bitIf(followUp.reached, Reached) | bitIf(followUp.deniesSolved, DeniesSolved)
                         | bitIf(followUp.rated, Rated) | bitIf(followUp.satisfied, Satisfied));
        putSigned(m_bytes, minus(followUp.at, m_time));
    }
}

void FactsPacker::add(const CallFigureFacts &call)
{
    ++m_count;
    putSigned(m_bytes, minus(call.id, m_id));
    putSigned(m_bytes, minus(call.startedAt, m_time));
    m_id = call.id;
    m_time = call.startedAt;
    put(m_bytes, static_cast<quint64>(call.topic));
    put(m_bytes, static_cast<quint64>(call.outcome));
}

QByteArray FactsPacker::packed() const
{
    QByteArray body;
    put(body, static_cast<quint64>(m_count));
    body += m_bytes;
    QByteArray packed(headLength, format);
    qToLittleEndian(checksum(body.constData(), body.size()), packed.data() + 1);
    return packed + body;
}

bool unpackTickets(const QByteArray &packed, const TicketFactsVisitor &visit)
{
    if (!isSound(packed))
        return false;
    Reader reader(packed);
    TicketFacts ticket;
    QList<DispatchFacts> dispatches;
    QList<FollowUpFacts> followUps;
    qint64 id = 0;
    qint64 time = 0;
    for (quint64 left = reader.number(); left > 0 && !reader.atEnd(); --left) {
        const quint64 bits = reader.number();
        id = plus(id, reader.signedNumber());
        time = plus(time, reader.signedNumber());
        ticket.id = id;
        ticket.receivedAt = time;
        ticket.channel = reader.id();
        ticket.requestType = reader.id();
        ticket.category = reader.id();
        ticket.topic = reader.id();
        ticket.closedAt = reader.time((bits & Closed) != 0, time);
        ticket.dueAt = reader.time((bits & HasDue) != 0, time);
        ticket.counts = (bits & Counts) != 0;
        ticket.answeredDirectly = (bits & AnsweredDirectly) != 0;
        ticket.enterprise = (bits & Enterprise) != 0;
        dispatches.clear();
        if ((bits & HasDispatches) != 0) {
            for (quint64 n = reader.number(); n > 0 && !reader.atEnd(); --n)
                dispatches.append(readDispatch(reader, time));
        }
        followUps.clear();
        if ((bits & HasFollowUps) != 0) {
            for (quint64 n = reader.number(); n > 0 && !reader.atEnd(); --n)
                followUps.append(readFollowUp(reader, time));
        }
        visit(ticket, dispatches, followUps);
    }
    return true;
}

bool unpackCalls(const QByteArray &packed, const CallFactsVisitor &visit)
{
    if (!isSound(packed))
        return false;
    Reader reader(packed);
    CallFigureFacts call;
    for (quint64 left = reader.number(); left > 0 && !reader.atEnd(); --left) {
        call.id = plus(call.id, reader.signedNumber());
        call.startedAt = plus(call.startedAt, reader.signedNumber());
        call.topic = reader.id();
        call.outcome = static_cast<CallOutcome>(reader.number());
        visit(call);
    }
    return true;
}

} // namespace huiyin
