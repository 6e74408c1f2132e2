// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>
#include <span>

namespace huiyin {

// The tables that other programs exchange with a case file, in the order in which a row can refer to rows before it.
enum class TableKind {
    Channels,
    RequestTypes,
    Categories,
    Topics,
    Areas,
    Departments,
    Tickets,
    Calls,
    Dispatches,
    FollowUps,
    Knowledge, // goes in and out by itself (KnowledgeTable); not among tables()
};

struct Column
{
    enum class Use {
        Required,
        Optional,
        IfAny, // exported only when some row has a value that differs from the default
    };

    // How a spreadsheet keeps it.
    enum class Holds {
        Words,
        Digits, // nobody counts with them
        Count,
        Day,
        Moment,
    };

    const char *name;      // English, as exported: "received_at"
    const char16_t *label; // Chinese, as the window shows it: 受理时间
    Use use = Use::Optional;
    Holds holds = Holds::Words;
};

struct Table
{
    TableKind kind;
    const char *name;                // "tickets"; its file is tickets.csv
    const char16_t *chinese;         // 工单; so may its file be called
    const char *singular;            // what the history calls one row
    std::span<const Column> columns; // in the order of the export

    // The column with this heading, English in any case or Chinese; nullopt when there is none.
    [[nodiscard]] std::optional<int> columnOf(QStringView heading) const;
    [[nodiscard]] QString nameText() const { return QString(QLatin1StringView(name)); }
    [[nodiscard]] QString shownName() const; // to the user: in Chinese or English, by his language
    [[nodiscard]] QString columnName(int column) const;
};

std::span<const Table> tables();
const Table &tableOf(TableKind kind);

// The table that a file holds by its name without folder and suffix: "tickets", "工单"; nullptr when the name says
// nothing.
const Table *tableByName(QStringView baseName);

// The one table whose required columns are all among these headings; if there are several, the one that knows all the
// headings. nullptr when that is none or more than one.
const Table *tableByHeadings(const QStringList &headings);

// A heading as it is compared: without invisible characters and white space around it.
QString cleanHeading(QStringView heading);

// Columns by position in their tables.
namespace ChannelColumn {
enum : int { Name, Parent, UnitWord, IsPhone, InTotal, Retired };
}
namespace RequestTypeColumn {
enum : int { Name, Retired };
}
namespace CategoryColumn {
enum : int { Path, Code, Retired };
}
namespace TopicColumn {
enum : int { Name, From, To, Retired };
}
namespace AreaColumn {
enum : int { Path, Retired };
}
namespace DepartmentColumn {
enum : int { Name, ShortName, Group, Parent, Aliases, Phone, Retired };
}
namespace CallColumn {
enum : int {
    Reference,
    StartedAt,
    AnsweredAt,
    EndedAt,
    Direction,
    Phone,
    Caller,
    Operator,
    Outcome,
    Topic,
    Ticket,
    Note
};
}
namespace TicketColumn {
enum : int {
    Number,
    ReceivedAt,
    Channel,
    ChannelReference,
    RequestType,
    Category,
    Topic,
    Area,
    Address,
    Title,
    Content,
    Requester,
    Phone,
    RequesterKind,
    Confidentiality,
    Urgency,
    ReceivedBy,
    DueAt,
    Resolution,
    Answer,
    ClosedAt,
    Ground,
    MergedInto,
    RepeatOf,
    Marks,
};
}
namespace DispatchColumn {
enum : int {
    Ticket,
    Department,
    Round,
    Role,
    DispatchedAt,
    DueAt,
    OriginalDueAt,
    ExtendedAt,
    SignedAt,
    ReturnedAt,
    ReturnGround,
    RepliedAt,
    Reply,
    ClaimedResult,
    ClosedAt,
    FirstRepliedAt,
    FirstExtendedAt,
    SuspendedAt,
    SuspendedUntil,
    SuspendedDays,
    SuspensionGround,
    EarlierDueAt,
};
}
namespace FollowUpColumn {
enum : int { Ticket, At, By, Method, Reached, Solved, Satisfaction, Comment };
}

} // namespace huiyin
