// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Changes.h"
#include "casework/Command.h"
#include "casework/Consent.h"
#include "casework/Deadlines.h"
#include "casework/HandlingRequests.h"
#include "casework/IntakeRequest.h"
#include "casework/Recomputing.h"
#include "domain/Attachment.h"
#include "domain/Call.h"
#include "domain/Clock.h"
#include "domain/CodeTables.h"
#include "domain/KnowledgeArticle.h"
#include "domain/Office.h"
#include "domain/Outcome.h"
#include "domain/SavedView.h"
#include "domain/User.h"

#include <QCoreApplication>
#include <QStringList>

#include <optional>

namespace huiyin {

class CaseFile;
class Database;
struct BackupKey;
class TicketWork;
struct ChainEnd;
struct HandlingRules;
struct HolidayNotice;

// The numbers of the access records, one a ticket: they stand on its pages.
struct RecordedPrint
{
    QList<qint64> records{};
    Changes changes{};
};

// A sheet that is on its way to a department, with what stands on it.
struct GivenSheet
{
    struct Row
    {
        Ticket ticket{};
        QList<Call> calls{};
        Dispatch dispatch{};
    };

    DepartmentSheet sheet{};
    QList<Row> rows{}; // in the order of the sheet's
    bool withCitizen = false;
    Changes changes{};
};

// A ticket as a command left it.
struct SavedTicket
{
    TicketId id{0};
    QString number{}; // "" for a draft
    qint64 version = 0;
    std::optional<DueTime> due{};
    bool closed = false; // answered or not accepted at once
    Changes changes{};
};

// Articles as a command left them.
struct SavedArticles
{
    QList<ArticleId> ids{}; // of those that were handed over, in their order
    Changes changes{};
};

// A view of a list as a command left it.
struct KeptView
{
    SavedViewId id{0};
    qint64 version = 0;
    Changes changes{};
};

// Who agreed to a restore, and why.
struct ApprovedRestore
{
    ConsentNote note{};
    Changes changes{};
};

// The commands of the office, one public function a verb. Each asks whether the user may and the state allows it,
// does all its writing and its history in one transaction, and says what changed; a refused command says why and
// changes nothing, and leaves an access record when the table of rights refused it; StorageError means that nothing was saved. To be used in the thread that opened the file.
class CaseBook
{
    Q_DECLARE_TR_FUNCTIONS(CaseBook)

public:
    // `file` is open for writing, and both outlive the case book.
    CaseBook(CaseFile &file, const Clock &clock, const QString &user, Roles roles = allRoles());

    // Why the user may not give a command at all; nullopt: he may.
    [[nodiscard]] std::optional<Refusal> mayNot(Command command) const;
    // The same of a command that is being given: a refusal leaves an access record. One that stamps times is also refused
    // while the clock is in doubt.
    [[nodiscard]] std::optional<Refusal> checkRight(Command command, std::optional<TicketId> ticket = {});

    // Why no times may be stamped now; nullopt: the clock agrees with the records of the file (ClockDoubt).
    [[nodiscard]] std::optional<Refusal> checkClock();
    // The clock is right, whatever the records say: from now on it counts, and the history tells both moments. By whoever
    // works alone, too.
    Outcome<Changes> confirmClock();

    // Calls and intake
    Outcome<Changes> registerCall(const CallRequest &request);
    Outcome<SavedTicket> saveDraft(const IntakeRequest &request, bool automatically = false);
    Outcome<Changes> discardDraft(TicketId draft);
    // Why a matter can't be accepted yet, as far as its words tell; before more is asked of the clerk.
    static std::optional<Refusal> missingWords(const IntakeRequest &request);
    Outcome<SavedTicket> accept(const IntakeRequest &request);
    Outcome<SavedTicket> answerDirectly(const IntakeRequest &request);
    // Accepted and handed on in one transaction; request.ticket doesn't matter.
    Outcome<SavedTicket> dispatch(const IntakeRequest &matter, const DispatchRequest &request);
    Outcome<SavedTicket> notAccept(const IntakeRequest &matter, const QString &ground);

    // Of an accepted ticket
    Outcome<Changes> answerDirectly(TicketId ticket, const QString &answer);
    Outcome<Changes> notAccept(TicketId ticket, const QString &ground);
    Outcome<Changes> merge(const MergeRequest &request); // all of them or none
    Outcome<Changes> unmerge(TicketId ticket, const QString &ground);

    // Handling. What a department does is entered on its behalf, with the time when it did it.
    Outcome<Changes> dispatch(const DispatchRequest &request); // also again, to another, after a return
    Outcome<Changes> addCoHandlers(TicketId ticket, const QList<DepartmentId> &departments);
    Outcome<Changes> sign(DispatchId dispatch, const std::optional<QDateTime> &at = {});
    Outcome<Changes> noteFirstContact(DispatchId dispatch, const std::optional<QDateTime> &at = {});
    Outcome<Changes> askReturn(const ReturnRequest &request);
    Outcome<Changes> grantReturn(DispatchId dispatch);
    Outcome<Changes> refuseReturn(DispatchId dispatch, const QString &ground);
    Outcome<Changes> askExtension(const ExtensionRequest &request);
    Outcome<Changes> grantExtension(DispatchId dispatch);
    Outcome<Changes> refuseExtension(DispatchId dispatch, const QString &ground);
    Outcome<Changes> suspend(const SuspensionRequest &request); // where the ticket's deadline rule allows it
    Outcome<Changes> resume(DispatchId dispatch, const std::optional<QDateTime> &at = {});
    Outcome<Changes> reply(const ReplyRequest &request);
    Outcome<Changes> acceptReply(DispatchId dispatch);
    Outcome<Changes> sendBackReply(DispatchId dispatch, const QString &ground);
    Outcome<Changes> remind(const ReminderRequest &request); // reminder, supervision, yellow and red card

    // Departments without a program. What they have in hand goes out as a sheet; before it is written the file remembers
    // it, and whose data stand on it.
    Outcome<GivenSheet> giveSheet(const SheetRequest &request);
    Outcome<Changes> takeSheetRow(const SheetRowRequest &request);

    // After the reply
    Outcome<Changes> followUp(const FollowUpRequest &request);
    Outcome<Changes> redo(TicketId ticket, const QString &ground);
    Outcome<Changes> explain(TicketId ticket, const QString &text); // 一单一报
    Outcome<Changes> close(TicketId ticket);
    Outcome<Changes> reopen(TicketId ticket, const QString &ground);
    Outcome<Changes> archive(TicketId ticket);
    Outcome<Changes> makeVoid(TicketId ticket, const QString &ground);

    // Of the ticket itself
    Outcome<Changes> setMark(TicketId ticket, Mark mark, bool on, const QString &ground = {});
    Outcome<Changes> changeUrgency(TicketId ticket, Urgency urgency);
    Outcome<Changes> correct(const CorrectionRequest &request);

    // What belongs to it: photographs, letters, a department's signed reply
    Outcome<Changes> attach(const AttachRequest &request);
    Outcome<Changes> removeAttachment(AttachmentId attachment, const QString &ground);

    // Citizens' data that were masked have been shown to the user: leaves an access record.
    Outcome<Changes> recordView(TicketId ticket);
    // They are about to be printed unmasked: a record for each ticket, all of them or none. Of many it takes a consent.
    Outcome<RecordedPrint> recordPrint(const QList<TicketId> &tickets, UnmaskedUse use, const QString &details,
                                       const Consent &consent = {});
    // An attachment is about to be shown, or written to a place outside of the file.
    Outcome<Changes> recordAttachmentUse(AttachmentId attachment, AttachmentUse use);
    Outcome<Changes> recordAttachmentUse(const QList<AttachmentId> &attachments, AttachmentUse use); // all or none
    // Data are about to leave the file, by a command that may do so: ExportTables, ComposeBulletin, ReadCases for a
    // masked list, BackUp. Of whole tables it takes a consent.
    Outcome<Changes> recordExport(Command command, const QString &details, const Consent &consent = {},
                                  std::optional<TicketId> ticket = std::nullopt);
    Outcome<Changes>
    recordMaskedTables(); // all tables, citizens masked: the right to export them, and no second person
    // What `user` had recorded as about to leave has not left: it failed or was stopped. The first record stays.
    Changes noteNothingLeft(const QString &user, const QString &details, const QString &why);

    // The file doesn't go on from `seen`, where this computer saw its chains end, and it is meant so: the history tells
    // from which end to which. Nothing is recorded when it does go on.
    Outcome<Changes> acceptChain(const ChainEnd &seen);

    // People
    // Without its password, which has commands of its own. Some roles take a consent.
    Outcome<Changes> saveUser(const User &user, const Consent &consent = {});
    Outcome<Changes> setPassword(UserId user, const Password &password);
    Outcome<Changes> changeOwnPassword(const Password &old, const Password &password);
    Outcome<Changes> unlockUser(UserId user);
    Outcome<Changes> workWithoutPasswords();      // an office of one
    Outcome<Changes> setIdleMinutes(int minutes); // until the screen is locked

    // Backups
    // With what copies for another medium are encrypted from now on; earlier ones keep their own passphrase.
    Outcome<Changes> setBackupKey(const BackupKey &key);
    // The recovery sheet, which opens every encrypted copy, is about to be shown: leaves an access record.
    Outcome<Changes> recordRecoverySheet();
    // A backup is about to take the place of this file, or is made a file of its own: two persons and a reason. `what`
    // tells the backup ("number 17 of 2026-11-23 02:15").
    Outcome<ApprovedRestore> approveRestore(const QString &what, const Consent &consent = {});
    // This file is what was restored: its history tells it. The right and the consent were asked by whoever restored.
    Changes noteRestored(const QString &what, const ConsentNote &agreed = {});
    // A backup was restored for trial, and was found as it should be or not; `findings` in the words of the program.
    Changes noteDrill(const QString &what, const QStringList &findings);

    // Knowledge base. Nothing is deleted: what doesn't hold any more is retired.
    // New without an id; else changed, if nobody has since the version that it was read at.
    Outcome<SavedArticles> saveArticle(const KnowledgeArticle &article);
    Outcome<SavedArticles> saveArticles(const QList<KnowledgeArticle> &articles); // all of them or none
    Outcome<Changes> retireArticle(ArticleId article);
    Outcome<Changes> restoreArticle(ArticleId article);

    // Views of lists: the user's own, or the office's. No records of the trade: they may go.
    // New without an id; else changed, if nobody has since the version that it was read at.
    Outcome<KeptView> saveView(const SavedView &view);
    Outcome<Changes> deleteView(SavedViewId view);

    // Set-up
    Outcome<Changes> changeOffice(const Office &office);
    Outcome<Changes> saveChannel(const Channel &channel);
    Outcome<Changes> saveRequestType(const RequestType &type);
    Outcome<Changes> saveCategory(const Category &category);
    Outcome<Changes> saveTopic(const Topic &topic);
    Outcome<Changes> saveArea(const Area &area);
    Outcome<Changes> saveDepartment(const Department &department);
    Outcome<Changes> reorderChannels(const QList<ChannelId> &order);
    Outcome<Changes> reorderRequestTypes(const QList<RequestTypeId> &order);
    Outcome<Changes> reorderCategories(const QList<CategoryId> &order);
    Outcome<Changes> reorderTopics(const QList<TopicId> &order);
    Outcome<Changes> reorderAreas(const QList<AreaId> &order);
    Outcome<Changes> reorderDepartments(const QList<DepartmentId> &order);

    // Calendar and deadlines. Due times that were given stay until they are moved.
    Outcome<Changes> setLocalDay(QDate day, const SpecialDay &special); // in place of what its notice says
    Outcome<Changes> removeLocalDay(QDate day);
    Outcome<Changes> setOfficeHours(const QList<WorkSpan> &hours);
    Outcome<Changes> storeNotice(const HolidayNotice &notice);
    Outcome<Changes> saveDeadlineRule(const DeadlineRule &rule); // one is retired by its last day
    Outcome<Changes> reorderDeadlineRules(const QList<DeadlineRuleId> &order);
    Outcome<Changes> changeHandlingRules(const HandlingRules &rules);
    Outcome<Changes> moveDueTimes(const QList<DueMove> &moves); // as dueMoves() tells them; all of them or none

    // Code tables, calendar or rules were changed by other means than a command, as by an import.
    void forgetTables();

    [[nodiscard]] CaseFile &file() { return m_file; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] QString user() const { return m_user; }
    [[nodiscard]] Roles roles() const { return m_roles; }

private:
    friend class Intake;
    friend class SetUp;
    friend class TicketWork;

    // Leaves an access record of a command that the table of rights refused, once the command is undone.
    void recordRefused(Command command, RefusedFor why, std::optional<TicketId> ticket);

    // Read once and kept: nobody else writes to the file, and a call can't wait for them to be read again.
    const CodeTables &tables();
    const Deadlines &deadlines();

    template <class Then>
    Outcome<SavedTicket> acceptAnd(const IntakeRequest &matter, Then then);
    Outcome<Changes> setRetired(ArticleId id, bool retired);
    std::optional<Refusal> mayNotKeep(const SavedView &view);
    std::optional<Refusal> beginRedo(TicketWork &work, const QString &instruction) const;

    CaseFile &m_file;
    const Clock &m_clock;
    QString m_user;
    Roles m_roles;
    std::optional<CodeTables> m_tables;
    std::optional<Deadlines> m_deadlines;
};

// The name of the one user until accounts come.
QString builtInUser();

// What a new office starts from; these names are its own data from then on, Chinese in every language of the window.
struct OfficeDefaults
{
    QStringList requestTypes = {QStringLiteral("咨询"), QStringLiteral("求助"), QStringLiteral("投诉"),
                                QStringLiteral("举报"), QStringLiteral("建议"), QStringLiteral("表扬"),
                                QStringLiteral("其他")};
    QList<Channel> channels = {{.name = QStringLiteral("12345热线"), .isPhone = true}};
};

// Fills a new case file: the built-in user, channels and request types, the shipped holidays and the default deadline
// rules. Inside the caller's transaction or none.
void fillDefaults(Database &database, const QDateTime &at, const OfficeDefaults &defaults = {});

} // namespace huiyin
