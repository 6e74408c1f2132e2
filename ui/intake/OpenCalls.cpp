// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/OpenCalls.h"

#include "storage/KnowledgeRepository.h"
#include "storage/TicketRepository.h"

#include <algorithm>
#include <utility>

namespace huiyin {

namespace {
constexpr qsizetype openedAtOnce = 8; // drafts
}

OpenCalls::OpenCalls(CaseSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
}

OpenCalls::~OpenCalls()
{
    for (IntakeDraft *draft : std::as_const(m_open)) {
        draft->disconnect();
        delete draft;
    }
}

bool OpenCalls::contains(const IntakeDraft *draft) const
{
    return placeOf(draft) >= 0;
}

qsizetype OpenCalls::placeOf(const IntakeDraft *draft) const
{
    const auto found = std::ranges::find(m_open, draft);
    return found == m_open.end() ? -1 : found - m_open.begin();
}

IntakeRequest OpenCalls::blankRequest(bool letter) const
{
    IntakeRequest request;
    const QList<Channel> &channels = m_session.codeTables().channels;
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
        request.receivedAt = m_session.clock().now();
    return request;
}

void OpenCalls::open(IntakeDraft *draft)
{
    m_open.append(draft);
    Q_EMIT opened(draft);
    connect(draft, &IntakeDraft::settled, this, &OpenCalls::goOnLeaving);
}

qsizetype OpenCalls::openBlank(bool letter)
{
    open(new IntakeDraft(m_session, ++m_lastNumber, blankRequest(letter), this));
    return m_open.size() - 1;
}

qsizetype OpenCalls::blankCall()
{
    qsizetype blank = -1;
    for (qsizetype i = 0; i < m_open.size(); ++i) {
        if (m_open[i]->isBlank() && m_open[i]->request().call)
            blank = i;
    }
    return blank < 0 ? openBlank(false) : blank;
}

bool OpenCalls::letGo(IntakeDraft *draft)
{
    const qsizetype place = placeOf(draft);
    if (place < 0)
        return false;
    const bool inFront = place == m_current;
    m_open.removeAt(place);
    if (place < m_current)
        --m_current;
    draft->deleteLater();
    if (m_open.isEmpty())
        openBlank(false);
    if (inFront)
        m_current = -1;
    return inFront;
}

bool OpenCalls::keep()
{
    for (IntakeDraft *draft : std::as_const(m_open))
        draft->save(); // also where it failed before
    return std::ranges::any_of(m_open, [](const IntakeDraft *draft) { return !draft->isBlank(); });
}

bool OpenCalls::wouldLose() const
{
    return std::ranges::any_of(m_open, &IntakeDraft::isUnsaved);
}

void OpenCalls::leave(const std::function<void(bool)> &answer)
{
    stay(); // an older question
    m_leave = answer;
    keep();
    goOnLeaving();
}

// Everything is saved before the page lets go; what can't be saved is asked about.
void OpenCalls::goOnLeaving()
{
    if (!m_leave || m_asking)
        return;
    for (IntakeDraft *draft : std::as_const(m_open)) {
        if (draft->isUnsaved() && !draft->isBusy() && !draft->saveTrouble())
            draft->save();
    }
    if (std::ranges::any_of(m_open, &IntakeDraft::isBusy))
        return; // its end brings us here again
    const auto lost = std::ranges::find_if(m_open, &IntakeDraft::isUnsaved);
    if (lost == m_open.end() || m_session.isReadOnly()) {
        std::exchange(m_leave, {})(true);
        return;
    }
    m_asking = true;
    Q_EMIT cantBeSaved(*lost);
}

void OpenCalls::decideLeaving(bool leave)
{
    m_asking = false;
    if (m_leave)
        std::exchange(m_leave, {})(leave);
}

void OpenCalls::stay()
{
    m_asking = false;
    if (m_leave)
        std::exchange(m_leave, {})(false);
}

void OpenCalls::lookForWaiting()
{
    m_session.read(
        this,
        [user = m_session.user()](CaseFile &file) {
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
            Q_EMIT waitingFound();
        });
}

qsizetype OpenCalls::openWaiting()
{
    const qsizetype first = m_open.size();
    const qsizetype taken = std::min(m_waiting.size(), openedAtOnce);
    for (const IntakeDraft::Kept &kept : m_waiting.first(taken))
        open(IntakeDraft::kept(m_session, ++m_lastNumber, kept, this));
    m_waiting.remove(0, taken);
    return first;
}

} // namespace huiyin
