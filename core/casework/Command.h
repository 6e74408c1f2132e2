// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Role.h"
#include "domain/WorkingState.h"

#include <QList>
#include <QString>

#include <optional>

namespace huiyin {

// Every act of the office that leaves a trace.
enum class Command {
    // Intake
    RegisterCall,
    SaveDraft,
    DiscardDraft,
    Accept,
    AnswerDirectly,
    NotAccept,
    Merge,
    Unmerge,
    // Handling; what a department does is entered by the office on its behalf
    Dispatch,
    AddCoHandlers,
    Sign,
    NoteFirstContact,
    AskReturn,
    GrantReturn,
    RefuseReturn,
    AskExtension,
    GrantExtension,
    RefuseExtension,
    Suspend,
    Resume,
    Reply,
    AcceptReply,
    SendBackReply,
    // Pressing
    Remind,
    Supervise,
    GiveYellowCard,
    GiveRedCard,
    // After the reply
    FollowUp,
    Redo,
    Explain,
    Close,
    Reopen,
    Archive,
    MakeVoid,
    // Of the ticket itself
    ChangeUrgency,
    MarkDifficult,
    MarkLeader,
    MarkExcluded,
    PickCase,
    NominateCase, // for the year's ten best
    Correct,
    Attach,
    RemoveAttachment,
    RevealCitizen,
    // Of the office
    ReadCases,
    ExportTables,
    ImportTables,
    ComposeBulletin, // draft, export, print
    PublishBulletin, // freezes it
    CastBallot,      // votes for the year's ten best cases
    HoldBallot,      // opens it, takes it back, closes it
    BackUp,
    Restore,
    GiveSheet, // of a department's open dispatches, to be filled in there
    TakeSheet, // what it was filled with
    ManageKnowledge,
    KeepViews,       // of lists, for oneself
    KeepOfficeViews, // for everybody
    SetUp,
    MoveDueTimes,
    ConfirmClock,
    ManageUsers,
    AcceptChain, // 认可: that the file doesn't go on from where this computer saw it last
};

// Who may give a command, and what must hold of the ticket and the dispatch first: the one table of rights. Each
// command asks further things of its own that depend on more than the state.
struct CommandRule
{
    Command command;
    const char *action;      // of its event in the history
    const char *english;     // source of its name on the screen
    Roles roles;             // any of these
    unsigned ticketStates;   // bits of TicketState; 0: not about a ticket that exists
    unsigned dispatchStates; // bits of DispatchState; 0: not about one dispatch
    bool needsGround;

    [[nodiscard]] bool allows(Roles user) const { return roles & user; }
    [[nodiscard]] bool allows(TicketState state) const { return (ticketStates >> static_cast<unsigned>(state)) & 1U; }
    [[nodiscard]] bool allows(DispatchState state) const
    {
        return (dispatchStates >> static_cast<unsigned>(state)) & 1U;
    }
};

const CommandRule &ruleOf(Command command);
QList<Command> allCommands();
QString displayName(Command command); // in the language of the window

// What the table refused; an access record tells it.
enum class RefusedFor { Right, State };

struct RefusedCommand
{
    Command command;
    RefusedFor why;

    [[nodiscard]] QString text() const; // "right closed", by the name of its event
    static std::optional<RefusedCommand> fromText(const QString &text);

    bool operator==(const RefusedCommand &) const = default;
};

} // namespace huiyin
