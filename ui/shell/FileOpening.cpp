// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/FileOpening.h"

#include "shell/FileCommands.h"
#include "shell/FileSafety.h"
#include "shell/Settings.h"
#include "storage/Medium.h"
#include "storage/StorageError.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QWidget>

#include <optional>

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::MainWindow)
};

std::optional<StorageError::Kind> kindOf(const std::exception_ptr &error)
{
    try {
        std::rethrow_exception(error);
    } catch (const StorageError &e) {
        return e.kind();
    } catch (...) {
        return std::nullopt;
    }
}

} // namespace

FileOpening::FileOpening(const Clock &clock, Messages &messages, FileSafety &safety, QWidget *window)
    : QObject(window)
    , m_clock(clock)
    , m_messages(messages)
    , m_safety(safety)
    , m_window(window)
{
}

FileOpening::~FileOpening() = default;

void FileOpening::open(const QString &path, CaseFile::Mode mode, bool isFirst)
{
    m_session = std::make_unique<CaseSession>(m_messages, m_clock);
    m_window->setCursor(Qt::BusyCursor);
    CaseSession *session = m_session.get();
    connect(session, &CaseSession::opened, this, [this, session] {
        m_window->unsetCursor();
        if (isWaiting(session))
            Q_EMIT opened(session);
    });
    connect(session, &CaseSession::openingFailed, this,
            [this, session, path, isFirst](const std::exception_ptr &error) {
                m_window->unsetCursor();
                drop(session);
                failed(error, path, isFirst);
            });
    session->open(path, mode);
}

void FileOpening::drop(const CaseSession *session)
{
    if (isWaiting(session))
        m_session.release()->deleteLater(); // it may be the sender
}

void FileOpening::failed(const std::exception_ptr &error, const QString &path, bool isFirst)
{
    const auto kind = kindOf(error);
    if (kind == StorageError::Kind::Missing)
        removeRecentFile(path);
    if (isFirst && m_safety.offerRestore(path, error)) {
        Q_EMIT gaveUp();
        return;
    }
    // A case file whose first page is destroyed can't be told from another file any more, except by its name.
    const QFileInfo info(path);
    const bool wasCaseFile = kind == StorageError::Kind::NotCaseFile && info.isFile() && info.size() > 0
                             && info.suffix().compare(caseFileSuffix, Qt::CaseInsensitive) == 0;
    if (kind == StorageError::Kind::Damaged || wasCaseFile) {
        Message message = Messages::messageOf(error);
        if (wasCaseFile)
            message.todo = Text::tr("If it was one, its beginning is damaged. What else it holds can be rescued.");
        Q_EMIT gaveUp();
        m_messages.ask(this,
                       {.message = message, .answers = {Text::tr("Rescue what can be read…"), Text::tr("Cancel")}},
                       [this, path](int answer) {
                           if (answer == 0)
                               Q_EMIT rescueRequested(path);
                       });
        return;
    }
    if (kind != StorageError::Kind::InUse && kind != StorageError::Kind::ReadOnly) {
        m_messages.failed(error);
        Q_EMIT gaveUp();
        return;
    }
    Message message = Messages::messageOf(error);
    message.level = Message::Level::Information;
    QStringList answers{Text::tr("Open for reading only"), Text::tr("Cancel")};
    const bool isFar = kind == StorageError::Kind::ReadOnly && Medium::of(path).isNetwork();
    if (isFar)
        answers.insert(1, Text::tr("Copy it to this computer…"));
    m_messages.ask(this, {.message = message, .answers = answers}, [this, path, isFar](int answer) {
        if (answer == 0)
            Q_EMIT openRequested(path, CaseFile::Mode::Read);
        else if (answer == 1 && isFar)
            Q_EMIT copyRequested(path);
    });
}

} // namespace huiyin
