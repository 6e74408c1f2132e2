// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Changes.h"
#include "casework/Deadlines.h"
#include "casework/IntakeRequest.h"
#include "domain/Clock.h"
#include "domain/CodeTables.h"
#include "domain/Office.h"
#include "domain/Outcome.h"

#include <QCoreApplication>
#include <QStringList>

#include <optional>

namespace huiyin {

class CaseFile;
class Database;

// A ticket as a command left it.
struct SavedTicket
{
    TicketId id{0};
    QString number{}; // "" for a draft
    qint64 version = 0;
    std::optional<DueTime> due{};
    Changes changes{};
};

// The commands of the office, one public function a verb. Each asks whether the user may and the state allows it,
// does all its writing and its history in one transaction, and says what changed; a refused command says why and
// changes nothing; StorageError means that nothing was saved. To be used in the thread that opened the file.
class CaseBook
{
    Q_DECLARE_TR_FUNCTIONS(CaseBook)

public:
    // `file` is open for writing, and both outlive the case book.
    CaseBook(CaseFile &file, const Clock &clock, const QString &user);

    // Calls and intake
    Outcome<Changes> registerCall(const CallRequest &request);
    Outcome<SavedTicket> saveDraft(const IntakeRequest &request, bool automatically = false);
    Outcome<Changes> discardDraft(TicketId draft);
    Outcome<SavedTicket> accept(const IntakeRequest &request);
    Outcome<SavedTicket> answerDirectly(const IntakeRequest &request);

    // Citizens' data that were masked have been shown to the user: leaves an access record.
    Outcome<Changes> recordView(TicketId ticket);

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

    // Code tables, calendar or rules were changed by other means than a command, as by an import.
    void forgetTables();

    [[nodiscard]] CaseFile &file() { return m_file; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] QString user() const { return m_user; }

private:
    friend class Intake;
    friend class SetUp;

    // Read once and kept: nobody else writes to the file, and a call can't wait for them to be read again.
    const CodeTables &tables();
    const Deadlines &deadlines();

    CaseFile &m_file;
    const Clock &m_clock;
    QString m_user;
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
