// SPDX-License-Identifier: GPL-3.0-or-later
#include "handling/LeftWords.h"

#include "casework/KeepingWords.h"
#include "controls/NoticeBar.h"
#include "handling/PossibleCommands.h"
#include "shell/ClipboardGuard.h"
#include "storage/KeptDraftRepository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// The places of a ticket where words of a command may have been typed.
QList<WordsPlace> placesOf(const WholeTicket &facts, Command command)
{
    QList<WordsPlace> places{WordsPlace::of(command, *facts.ticket.id)};
    for (const Dispatch &dispatch : facts.dispatches)
        places.append(WordsPlace::of(command, *dispatch.id));
    return places;
}

// Which form it was typed into; nullopt: into none of this ticket, or into one that can still be opened.
std::optional<WordsPlace> leftPlace(const CaseSession &session, const WholeTicket &facts, const KeptDraft &draft)
{
    if (facts.ticket.state == TicketState::Draft) // the forms of Intake offer what was typed about it
        return std::nullopt;
    for (const Command command : allCommands()) {
        if (draft.kind != QLatin1StringView(ruleOf(command).action))
            continue;
        const QList<WordsPlace> places = placesOf(facts, command);
        const auto place = std::ranges::find(places, draft.object, &WordsPlace::object);
        if (place == places.end())
            return std::nullopt;
        if (command == Command::ManageKnowledge) // an article of it can always be made
            return session.may(command) ? std::nullopt : std::optional(*place);
        const QList<Dispatch> possible = dispatchesFor(session, facts, command);
        const bool ofDispatch = *place != WordsPlace::of(command, *facts.ticket.id);
        const bool stands = isPossible(session, facts, command)
                            && (!ofDispatch || std::ranges::any_of(possible, [&](const Dispatch &one) {
                                   return *place == WordsPlace::of(command, *one.id);
                               }));
        return stands ? std::nullopt : std::optional(*place);
    }
    return std::nullopt;
}

} // namespace

LeftWords::LeftWords(CaseSession &session, NoticeBar *bar, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_bar(bar)
{
}

void LeftWords::setTicket(const std::optional<WholeTicket> &facts)
{
    const bool other = !facts || !m_facts || facts->ticket.id != m_facts->ticket.id;
    m_facts = facts;
    m_reading.cancel();
    if (other)
        m_bar->clear();
    if (!m_facts || !m_session.isLoggedIn() || m_session.isReadOnly())
        return;
    m_reading = m_session.read(
        this, [user = m_session.user()](CaseFile &file) { return KeptDraftRepository(file.database()).of(user); },
        [this](const QList<KeptDraft> &drafts) { show(drafts); },
        [](const std::exception_ptr &) {}); // the ticket itself tells of trouble with the file
}

void LeftWords::show(const QList<KeptDraft> &drafts)
{
    for (const KeptDraft &draft : drafts) {
        const auto place = leftPlace(m_session, *m_facts, draft);
        QStringList texts;
        for (const TypedWords &typed : draft.words)
            texts.append(typed.text());
        texts.removeAll(QString());
        if (!place || texts.isEmpty())
            continue;
        const QDateTime at = m_session.zone().toLocal(draft.savedAt);
        m_bar->showNotice(Tone::Warn,
                          tr("Words of %1 for “%2” were not saved, and it can't be done any more")
                              .arg(at.toString(at.date() == m_session.today() ? u"HH:mm"_s : u"yyyy-MM-dd HH:mm"_s),
                                   displayName(place->command)),
                          tr("Copy"), [text = texts.join(u"\n\n"_s)] { copyPersonal(text); });
        m_bar->addAction(tr("Drop"), [this, place = *place] {
            m_session.command(
                this, [place](CaseBook &book) { return dropWords(book, place); },
                [this](const Changes &) { setTicket(m_facts); },
                [this](const Refusal &refusal) { m_bar->showNotice(Tone::Warn, refusal.reason); });
        });
        return; // the others when this one is gone
    }
    m_bar->clear();
}

} // namespace huiyin
