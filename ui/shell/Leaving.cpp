// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Leaving.h"

#include "shell/CaseSession.h"

#include <QCoreApplication>

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::Leaving)
};

} // namespace

std::optional<QString> whyNothingLeaves(const CaseSession &session)
{
    if (session.isReadOnly() && session.hasPassword())
        return Text::tr("What leaves the file leaves a record in it, and it is open for reading only.");
    return std::nullopt;
}

void recordLeaving(CaseSession &session, QObject *receiver, Command command, const QString &details,
                   std::function<void()> go, std::function<void(const QString &)> refused, std::function<void()> failed,
                   std::optional<TicketId> ticket)
{
    if (session.isReadOnly()) {
        if (const auto reason = whyNothingLeaves(session))
            refused(*reason);
        else
            go();
        return;
    }
    session.command(
        receiver,
        [command, details, ticket](CaseBook &book) { return book.recordExport(command, details, {}, ticket); },
        [go = std::move(go)](const Changes &) { go(); },
        [refused = std::move(refused)](const Refusal &refusal) { refused(refusal.reason); },
        [failed = std::move(failed)] {
            if (failed)
                failed();
        });
}

void recordLeaving(CaseSession &session, QObject *receiver, Command command, const QString &details,
                   std::function<void()> go)
{
    recordLeaving(session, receiver, command, details, std::move(go), [&session](const QString &reason) {
        session.messages().show({.level = Message::Level::Information, .what = reason});
    });
}

void recordNothingLeft(CaseSession &session, const QString &user, const QString &details, const QString &why)
{
    if (session.isReadOnly())
        return; // there is no first one either
    session.command(
        &session,
        [user, details, why](CaseBook &book) -> Outcome<Changes> { return book.noteNothingLeft(user, details, why); },
        [](const Changes &) {}, [](const Refusal &) {},
        [](const std::exception_ptr &error) { // the user is told of what failed first
            qWarning("access record: %s", qUtf8Printable(Messages::messageOf(error).what));
        });
}

OnFailure nothingLeft(CaseSession &session, const QString &details, std::function<void()> after)
{
    return [session = QPointer(&session), user = session.user(), details,
            after = std::move(after)](const std::exception_ptr &error) {
        if (session) {
            recordNothingLeft(*session, user, details, Messages::messageOf(error).what);
            session->messages().failed(error);
        }
        if (after)
            after();
    };
}

} // namespace huiyin
