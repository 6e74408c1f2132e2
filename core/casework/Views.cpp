// SPDX-License-Identifier: GPL-3.0-or-later
// The commands around the saved views of lists.
#include "casework/CaseBook.h"
#include "casework/FieldChecks.h"
#include "casework/ListViews.h"
#include "casework/Recorder.h"
#include "domain/Text.h"
#include "storage/CaseFile.h"
#include "storage/SavedViewRepository.h"
#include "storage/Transaction.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int longestName = 60; // characters

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CaseBook)
};

std::optional<Refusal> definitionFault(const SavedView &view)
{
    if (view.list == ViewList::Calls) {
        const auto known = callViewOf(view.definition);
        return known ? std::nullopt : std::optional(known.error());
    }
    const auto known = ticketViewOf(view.definition);
    if (!known)
        return known.error();
    if (known->given.among.value_or(QList<TicketId>()).size() > mostKeptTickets)
        return Refusal{Text::tr("This list names too many tickets one by one to be kept as a view.")};
    return std::nullopt;
}

// The name may be a citizen's, and what the view looks for too: the history keeps neither, only that they changed.
QJsonObject notes(const SavedView &before, const SavedView &after)
{
    QJsonObject details{{u"list"_s, QString(code(after.list))}};
    noteChange(details, u"owner"_s, before.owner, after.owner);
    if (before.name != after.name)
        details.insert(u"name"_s, u"changed"_s);
    if (before.definition != after.definition)
        details.insert(u"definition"_s, u"changed"_s);
    return details;
}

Refusal gone()
{
    return {Text::tr("This view is not there any more.")};
}

} // namespace

// A view of one's own is nobody else's matter, one of the office takes a right of its own.
std::optional<Refusal> CaseBook::mayNotKeep(const SavedView &view)
{
    if (view.owner.isEmpty())
        return checkRight(Command::KeepOfficeViews);
    if (auto refusal = checkRight(Command::KeepViews))
        return refusal;
    return view.owner == m_user ? std::nullopt : std::optional(gone());
}

Outcome<KeptView> CaseBook::saveView(const SavedView &view)
{
    if (auto refusal = mayNotKeep(view))
        return *refusal;
    if (auto refusal = textFault(view.name, u"name"_s, longestName))
        return *refusal;
    SavedView next = view;
    next.name = forceClean(view.name).simplified();
    if (next.name.isEmpty())
        return Refusal{tr("Give the view a name."), u"name"_s};
    if (auto refusal = definitionFault(next))
        return *refusal;

    const SavedViewRepository views(m_file.database());
    Transaction transaction(m_file.database());
    std::optional<SavedView> before;
    if (next.id) {
        before = views.byId(*next.id);
        if (!before || before->list != next.list)
            return gone();
        if (auto refusal = mayNotKeep(*before))
            return *refusal;
        if (before->version != next.version) {
            return Refusal{.reason = tr("Somebody has changed this view since you opened it. Choose it again, or save "
                                        "yours under another name."),
                           .kind = Refusal::Kind::Outdated};
        }
    }
    // Of those that the user sees, no two are called alike.
    for (const SavedView &other : views.of(next.list, m_user)) {
        if (other.id != next.id && other.name == next.name)
            return Refusal{tr("There is a view called “%1” already.").arg(next.name), u"name"_s};
    }
    if (before && before->name == next.name && before->owner == next.owner && before->definition == next.definition)
        return KeptView{.id = *next.id, .version = before->version};
    next.updatedAt = m_clock.now();
    next.updatedBy = m_user;
    if (!next.id)
        next.id = views.insert(next);
    else if (!views.update(next))
        return gone();
    Recorder(m_file.database(), m_clock.now(), m_user)
        .record(u"saved_view"_s, next.id->value(), before ? u"changed"_s : u"added"_s,
                notes(before.value_or(SavedView{}), next));
    transaction.commit();
    return KeptView{.id = *next.id, .version = before ? before->version + 1 : 1, .changes = {.views = true}};
}

Outcome<Changes> CaseBook::deleteView(SavedViewId id)
{
    const SavedViewRepository views(m_file.database());
    const auto stored = views.byId(id);
    if (!stored)
        return gone();
    if (auto refusal = mayNotKeep(*stored))
        return *refusal;
    Transaction transaction(m_file.database());
    views.remove(id);
    Recorder(m_file.database(), m_clock.now(), m_user)
        .record(u"saved_view"_s, id.value(), u"deleted"_s,
                {{u"list"_s, QString(code(stored->list))}, {u"owner"_s, stored->owner}});
    transaction.commit();
    return Changes{.views = true};
}

} // namespace huiyin
