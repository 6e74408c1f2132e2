// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/Command.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

template <class... States>
constexpr unsigned bits(States... states)
{
    return (... | (1U << static_cast<unsigned>(states)));
}

using enum Command;
using T = TicketState;
using D = DispatchState;

constexpr unsigned none = 0;
constexpr unsigned handled = bits(T::InProgress, T::ToReview, T::ToFollowUp); // a co-handler may still be at work
constexpr unsigned open = bits(T::Accepted, T::InProgress, T::ToReview, T::ToFollowUp);
constexpr unsigned inForce = open | bits(T::Closed, T::Archived);
constexpr unsigned anyNumbered = inForce | bits(T::Void);
constexpr unsigned atTheDepartment = bits(D::Sent, D::InHand, D::ReturnAsked, D::ExtensionAsked);

constexpr Roles intake = Role::Operator | Role::Dispatcher | Role::Supervisor;
constexpr Roles handling = Role::Dispatcher | Role::Supervisor;
constexpr Roles calling = Role::FollowUp | Role::Supervisor;
constexpr Roles supervising = Role::Supervisor;

constexpr CommandRule table[] = {
    {RegisterCall, "registered", QT_TRANSLATE_NOOP("Command", "Register the call"), intake, none, none, false},
    {SaveDraft, "draft_saved", QT_TRANSLATE_NOOP("Command", "Save the draft"), intake, none, none, false},
    {DiscardDraft, "draft_discarded", QT_TRANSLATE_NOOP("Command", "Throw the draft away"), intake, bits(T::Draft),
     none, false},
    {Accept, "accepted", QT_TRANSLATE_NOOP("Command", "Accept"), intake, none, none, false},
    {AnswerDirectly, "answered_directly", QT_TRANSLATE_NOOP("Command", "Answer directly"), intake, bits(T::Accepted),
     none, false},
    {NotAccept, "not_accepted", QT_TRANSLATE_NOOP("Command", "Not accept"), intake, bits(T::Accepted), none, true},
    {Merge, "merged", QT_TRANSLATE_NOOP("Command", "Merge"), intake, bits(T::Accepted), none, false},
    {Unmerge, "unmerged", QT_TRANSLATE_NOOP("Command", "Take out of the merge"), handling, bits(T::Closed, T::Archived),
     none, true},

    {Dispatch, "dispatched", QT_TRANSLATE_NOOP("Command", "Dispatch"), handling, bits(T::Accepted), none, false},
    {AddCoHandlers, "co_handlers_added", QT_TRANSLATE_NOOP("Command", "Add co-handlers"), handling, bits(T::InProgress),
     none, false},
    {Sign, "signed", QT_TRANSLATE_NOOP("Command", "Sign for"), handling, handled, bits(D::Sent), false},
    {NoteFirstContact, "first_contact", QT_TRANSLATE_NOOP("Command", "Note the first contact"), handling, handled,
     bits(D::InHand, D::ExtensionAsked), false},
    {AskReturn, "return_asked", QT_TRANSLATE_NOOP("Command", "Ask for return"), handling, handled,
     bits(D::Sent, D::InHand), true},
    {GrantReturn, "returned", QT_TRANSLATE_NOOP("Command", "Grant the return"), handling, handled, bits(D::ReturnAsked),
     false},
    {RefuseReturn, "return_refused", QT_TRANSLATE_NOOP("Command", "Refuse the return"), handling, handled,
     bits(D::ReturnAsked), true},
    {AskExtension, "extension_asked", QT_TRANSLATE_NOOP("Command", "Ask for extension"), handling, handled,
     bits(D::InHand), true},
    {GrantExtension, "extended", QT_TRANSLATE_NOOP("Command", "Grant the extension"), supervising, handled,
     bits(D::ExtensionAsked), false},
    {RefuseExtension, "extension_refused", QT_TRANSLATE_NOOP("Command", "Refuse the extension"), supervising, handled,
     bits(D::ExtensionAsked), true},
    {Suspend, "suspended", QT_TRANSLATE_NOOP("Command", "Suspend the time"), supervising, handled, bits(D::InHand),
     true},
    {Resume, "resumed", QT_TRANSLATE_NOOP("Command", "Let the time run again"), handling, handled, bits(D::InHand),
     false},
    {Reply, "replied", QT_TRANSLATE_NOOP("Command", "Enter the reply"), handling, handled,
     bits(D::Sent, D::InHand, D::ExtensionAsked), false},
    {AcceptReply, "reply_accepted", QT_TRANSLATE_NOOP("Command", "Accept the reply"), handling, handled,
     bits(D::Replied), false},
    {SendBackReply, "reply_sent_back", QT_TRANSLATE_NOOP("Command", "Send the reply back"), handling, handled,
     bits(D::Replied), true},

    {Remind, "reminded", QT_TRANSLATE_NOOP("Command", "Remind"), handling | Role::FollowUp, handled, atTheDepartment,
     false},
    {Supervise, "supervised", QT_TRANSLATE_NOOP("Command", "Supervise"), supervising, handled, atTheDepartment, false},
    {GiveYellowCard, "yellow_card", QT_TRANSLATE_NOOP("Command", "Give a yellow card"), supervising, handled,
     atTheDepartment, true},
    {GiveRedCard, "red_card", QT_TRANSLATE_NOOP("Command", "Give a red card"), supervising, handled, atTheDepartment,
     true},

    {FollowUp, "followed_up", QT_TRANSLATE_NOOP("Command", "Follow up"), calling, bits(T::ToFollowUp), none, false},
    {Redo, "redone", QT_TRANSLATE_NOOP("Command", "Have it redone"), calling | Role::Dispatcher, bits(T::ToFollowUp),
     none, true},
    {Explain, "explained", QT_TRANSLATE_NOOP("Command", "File the written explanation"), calling | Role::Dispatcher,
     bits(T::ToFollowUp), none, false},
    {Close, "closed", QT_TRANSLATE_NOOP("Command", "Close"), calling | Role::Dispatcher, bits(T::ToFollowUp), none,
     false},
    {Reopen, "reopened", QT_TRANSLATE_NOOP("Command", "Reopen"), supervising, bits(T::Closed, T::Archived), none, true},
    {Archive, "archived", QT_TRANSLATE_NOOP("Command", "Archive"), supervising | Role::Administrator, bits(T::Closed),
     none, false},
    {MakeVoid, "made_void", QT_TRANSLATE_NOOP("Command", "Make void"), supervising, open | bits(T::Closed), none, true},

    {ChangeUrgency, "urgency_changed", QT_TRANSLATE_NOOP("Command", "Change the urgency"), intake, open, none, false},
    {MarkDifficult, "marked_difficult", QT_TRANSLATE_NOOP("Command", "Mark as difficult"), handling, open, none, false},
    {MarkLeader, "marked_leader", QT_TRANSLATE_NOOP("Command", "Mark a leader's instruction"), supervising, open, none,
     false},
    {MarkExcluded, "marked_excluded", QT_TRANSLATE_NOOP("Command", "Exclude from assessment"), supervising,
     open | bits(T::Closed), none, true},
    {PickCase, "picked", QT_TRANSLATE_NOOP("Command", "Pick for the bulletin"), Role::Editor | Role::Supervisor,
     open | bits(T::Closed, T::Archived), none, false},
    {NominateCase, "nominated", QT_TRANSLATE_NOOP("Command", "Nominate for the ten best cases"),
     intake | Role::FollowUp | Role::Editor, bits(T::Closed, T::Archived), none, false},
    {Correct, "corrected", QT_TRANSLATE_NOOP("Command", "Correct"), intake, open | bits(T::Closed), none, false},
    {Attach, "attached", QT_TRANSLATE_NOOP("Command", "Add an attachment"), intake | Role::FollowUp, inForce, none,
     false},
    {RemoveAttachment, "attachment_removed", QT_TRANSLATE_NOOP("Command", "Remove the attachment"), supervising,
     inForce, none, true},
    {RevealCitizen, "revealed", QT_TRANSLATE_NOOP("Command", "Show the citizen's data"),
     intake | Role::FollowUp | Role::Auditor, anyNumbered, none, false},

    {ReadCases, "read", QT_TRANSLATE_NOOP("Command", "Read the case file"),
     intake | Role::FollowUp | Role::Editor | Role::Auditor, none, none, false},
    {ExportTables, "exported", QT_TRANSLATE_NOOP("Command", "Export tables"),
     Role::Editor | Role::Supervisor | Role::Auditor, none, none, false},
    {ImportTables, "imported", QT_TRANSLATE_NOOP("Command", "Import tables"), Role::Supervisor | Role::Administrator,
     none, none, false},
    {ComposeBulletin, "composed", QT_TRANSLATE_NOOP("Command", "Compose a bulletin"), Role::Editor | Role::Supervisor,
     none, none, false},
    {PublishBulletin, "published", QT_TRANSLATE_NOOP("Command", "Publish a bulletin"), Role::Editor | Role::Supervisor,
     none, none, false},
    {CastBallot, "voted", QT_TRANSLATE_NOOP("Command", "Vote for the ten best cases"),
     intake | Role::FollowUp | Role::Editor, none, none, false},
    {HoldBallot, "ballot_held", QT_TRANSLATE_NOOP("Command", "Hold the ballot on the ten best cases"),
     Role::Editor | Role::Supervisor, none, none, false},
    {BackUp, "backed_up", QT_TRANSLATE_NOOP("Command", "Back up a copy"), Role::Supervisor | Role::Administrator, none,
     none, false},
    {Restore, "restored", QT_TRANSLATE_NOOP("Command", "Restore a backup"), Role::Supervisor | Role::Administrator,
     none, none, false},
    {GiveSheet, "sheet_given", QT_TRANSLATE_NOOP("Command", "Give out a department's sheet"), handling, none, none,
     false},
    {TakeSheet, "sheet_taken", QT_TRANSLATE_NOOP("Command", "Take in a department's sheet"), handling, none, none,
     false},
    {ManageKnowledge, "knowledge_changed", QT_TRANSLATE_NOOP("Command", "Keep the knowledge base"),
     Role::Editor | Role::Supervisor | Role::Administrator, none, none, false},
    {KeepViews, "view_kept", QT_TRANSLATE_NOOP("Command", "Save a view of a list"),
     intake | Role::FollowUp | Role::Editor | Role::Auditor, none, none, false},
    {KeepOfficeViews, "office_view_kept", QT_TRANSLATE_NOOP("Command", "Save a view for the whole office"),
     Role::Supervisor | Role::Administrator, none, none, false},
    {SetUp, "set_up", QT_TRANSLATE_NOOP("Command", "Change the set-up"), Role::Administrator, none, none, false},
    {MoveDueTimes, "due_moved", QT_TRANSLATE_NOOP("Command", "Move due times"), Role::Administrator,
     bits(T::Accepted, T::InProgress), none, false},
    {ConfirmClock, "clock_confirmed", QT_TRANSLATE_NOOP("Command", "Confirm the clock"),
     Role::Supervisor | Role::Administrator, none, none, false},
    {ManageUsers, "users_changed", QT_TRANSLATE_NOOP("Command", "Manage users"), Role::Administrator, none, none,
     false},
    // The administrator only where nobody is auditor: see mayAcceptChain().
    {AcceptChain, "chain_accepted", QT_TRANSLATE_NOOP("Command", "Accept another end of the history"),
     Role::Auditor | Role::Administrator, none, none, false},
};

} // namespace

const CommandRule &ruleOf(Command command)
{
    return *std::ranges::find(table, command, &CommandRule::command);
}

QList<Command> allCommands()
{
    QList<Command> all;
    for (const CommandRule &rule : table)
        all.append(rule.command);
    return all;
}

QString RefusedCommand::text() const
{
    return (why == RefusedFor::Right ? u"right "_s : u"state "_s) + QLatin1StringView(ruleOf(command).action);
}

std::optional<RefusedCommand> RefusedCommand::fromText(const QString &text)
{
    for (const CommandRule &rule : table) {
        for (const RefusedFor why : {RefusedFor::Right, RefusedFor::State}) {
            const RefusedCommand refused{rule.command, why};
            if (text == refused.text())
                return refused;
        }
    }
    return std::nullopt;
}

QString displayName(Command command)
{
    return QCoreApplication::translate("Command", ruleOf(command).english);
}

} // namespace huiyin
