// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/AttachmentQueue.h"

#include "casework/HandlingRules.h"
#include "storage/IncomingFile.h"
#include "storage/StorageError.h"
#include "tickets/AttachmentFiles.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// Stops when the question is stopped; how far it is nobody asks.
class Stoppable final : public Progress
{
public:
    explicit Stoppable(const Progress &asked)
        : m_asked(asked)
    {
    }
    [[nodiscard]] bool cancelled() const override { return m_asked.cancelled(); }

private:
    const Progress &m_asked;
};

Outcome<IncomingFile> readIncoming(CaseFile &file, const IncomingAttachment &incoming, const Progress &progress)
{
    stopIfCancelled(progress);
    if (!incoming.picture.isNull())
        return IncomingFile{.name = incoming.name, .content = AttachmentFiles::pngOf(incoming.picture)};
    Stoppable stoppable(progress);
    const qint64 limit = qint64{HandlingRules::of(file).attachmentMegabytes} * 1024 * 1024;
    return readIncomingFile(incoming.path, limit, file.path(), stoppable);
}

} // namespace

AttachmentQueue::AttachmentQueue(CaseSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
}

void AttachmentQueue::add(const QList<IncomingAttachment> &files)
{
    for (IncomingAttachment file : files) {
        file.user = m_session.user();
        m_waiting.push_back(file);
    }
    m_total += static_cast<int>(files.size());
    if (!m_running)
        next();
}

void AttachmentQueue::next()
{
    m_running = !m_waiting.empty();
    const auto tell = [this] { Q_EMIT finished(m_last, std::exchange(m_added, 0), std::exchange(m_refused, {})); };
    if (!m_running) {
        m_total = 0;
        tell();
        return;
    }
    if (m_waiting.front().ticket != m_last && (m_added > 0 || !m_refused.isEmpty()))
        tell();
    const IncomingAttachment incoming = m_waiting.front();
    m_waiting.pop_front();
    m_last = incoming.ticket;
    Q_EMIT progressed(m_total - static_cast<int>(m_waiting.size()), m_total, incoming.name);
    m_session.read(
        this, [incoming](CaseFile &file, const Progress &progress) { return readIncoming(file, incoming, progress); },
        [this, incoming](const Outcome<IncomingFile> &read) {
            if (read)
                give(incoming, *read);
            else
                leaveOut(read.error().reason);
        },
        [this] { next(); });
}

void AttachmentQueue::give(const IncomingAttachment &incoming, const IncomingFile &file)
{
    const AttachRequest request{
        .ticket = incoming.ticket, .name = file.name, .content = file.content, .note = incoming.note};
    m_session.command(
        this,
        [request, user = incoming.user](CaseBook &book) -> Outcome<Changes> {
            // The reading took its time, and somebody else may have logged in.
            if (book.user() != user)
                return Refusal{tr("“%1” was not added: %2 doesn't work here any more.").arg(request.name, user)};
            return book.attach(request);
        },
        [this](const Changes &) {
            ++m_added;
            next();
        },
        [this](const Refusal &refusal) { leaveOut(refusal.reason); }, [this] { next(); });
}

void AttachmentQueue::leaveOut(const QString &why)
{
    m_refused.append(why);
    next();
}

} // namespace huiyin
