// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Command.h"
#include "domain/Id.h"

#include <QString>

#include <functional>
#include <optional>

class QObject;

namespace huiyin {

class CaseSession;
class OnFailure;

// Why nothing leaves the file at all; nullopt: it may. A file that is open for reading only can't keep a record: where
// users have passwords nothing leaves it.
std::optional<QString> whyNothingLeaves(const CaseSession &session);

// Data of the case file are about to leave it, printed or written elsewhere: the right is asked and the access record
// written, then `go` is called; what leaves is known before it leaves. `refused` is told why not; `failed` is called after
// the user was told that the record could not be written. `ticket`: the one that the data are of, when there is one.
void recordLeaving(CaseSession &session, QObject *receiver, Command command, const QString &details,
                   std::function<void()> go, std::function<void(const QString &)> refused,
                   std::function<void()> failed = {}, std::optional<TicketId> ticket = std::nullopt);

// The same; a refusal is shown as a message of the window.
void recordLeaving(CaseSession &session, QObject *receiver, Command command, const QString &details,
                   std::function<void()> go);

// For work that was recorded as leaving the file, and fails or is stopped: a second record says that nothing went out, and
// why; the first one stays. Tells the user, then calls `after`. Made when the work begins, by whoever works then; its
// receiver should be the window, as a page may go meanwhile. `details`: those of the first record.
OnFailure nothingLeft(CaseSession &session, const QString &details, std::function<void()> after = {});
// The same for work that has its own way to fail; the user knows already.
void recordNothingLeft(CaseSession &session, const QString &user, const QString &details, const QString &why);

} // namespace huiyin
