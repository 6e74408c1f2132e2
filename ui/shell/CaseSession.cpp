// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/CaseSession.h"

#include "casework/Login.h"
#include "shell/ChainWatch.h"
#include "shell/WorkTask.h"
#include "storage/CodeTableRepository.h"
#include "storage/KeptFigures.h"
#include "storage/SearchIndex.h"
#include "storage/StorageError.h"
#include "storage/UserRepository.h"

#include <QFileInfo>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {
constexpr int readingThreads = 3; // what is counted for the day must not hold up the list that somebody looks at

void setBook(Workplace &workplace, const Clock &clock, const User &user)
{
    workplace.book = std::make_unique<CaseBook>(*workplace.file, clock, user.name, user.roles);
}

} // namespace

CaseSession::CaseSession(Messages &messages, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_messages(messages)
    , m_clock(clock)
    , m_writer(std::make_unique<WorkQueue>(1, "huiyin-writer"))
    , m_readers(std::make_unique<WorkQueue>(readingThreads, "huiyin-reader"))
    , m_chains(std::make_unique<ChainWatch>(*this, *m_writer))
{
    // When the hand rests; a call is taken every few minutes.
    m_keepUp.setSingleShot(true);
    m_keepUp.setInterval(30'000);
    connect(&m_keepUp, &QTimer::timeout, this, &CaseSession::keepUp);
    m_placeTimer.setInterval(5'000);
    connect(&m_placeTimer, &QTimer::timeout, this, &CaseSession::lookAtPlace);
}

CaseSession::~CaseSession()
{
    for (const LongTask &task : std::as_const(m_tasks)) {
        task.progress->cancel();
        if (task.dialog)
            task.dialog->end(); // nobody else will
    }
    m_closing = true;
    if (m_known && !isReadOnly())
        m_chains->closing();
    m_readers->abandon();
    m_writer->finish();
}

std::shared_ptr<const CaseSession::Known> CaseSession::knownOf(CaseFile &file)
{
    return std::make_shared<const Known>(Known{.office = file.office(),
                                               .tables = CodeTableRepository(file.database()).load(),
                                               .deadlines = Deadlines::of(file),
                                               .idleMinutes = huiyin::idleMinutes(file)});
}

bool CaseSession::touchesKnown(const Changes &changes)
{
    return changes.codeTables || changes.office || changes.everything;
}

CaseFile &CaseSession::readingFile(Workplace &workplace) const
{
    if (!workplace.file && m_place.state() != FilePlace::State::There) {
        // It would be another file than the one that is open.
        throw StorageError(
            StorageError::Kind::Moved,
            tr("“%1” isn't at its place any more. What is shown may be incomplete.").arg(QFileInfo(m_path).fileName()));
    }
    if (!workplace.file)
        workplace.file = std::make_unique<CaseFile>(m_path, CaseFile::Mode::Read);
    if (const int version = m_officeVersion; workplace.officeVersion != version) {
        workplace.file->reloadOffice();
        workplace.officeVersion = version;
    }
    return *workplace.file;
}

void CaseSession::open(const QString &path, CaseFile::Mode mode)
{
    Q_ASSERT(m_path.isEmpty());
    m_path = QFileInfo(path).absoluteFilePath();
    m_mode = mode;
    m_place = FilePlace(m_path);

    struct Opened
    {
        std::shared_ptr<const Known> known;
        QString keptCopy;
        std::optional<User> user; // when nobody has to log in
        ChainWatch::Known chain{};
    };
    auto promise = std::make_shared<QPromise<TaskResult<Opened>>>();
    watchTask<Opened>(this, promise, [this](const QPointer<QObject> &, TaskResult<Opened> &result) {
        if (const auto *error = std::get_if<1>(&result)) {
            Q_EMIT openingFailed(*error);
            return;
        }
        m_known = std::get<0>(result).known;
        m_keptCopy = std::get<0>(result).keptCopy;
        m_chains->opened(std::get<0>(result).chain);
        if (const auto &user = std::get<0>(result).user)
            take(*user);
        if (isLoggedIn())
            m_chains->entered(std::nullopt, false);
        m_placeTimer.start();
        Q_EMIT opened();
        if (!isReadOnly())
            keepUp();
    });
    const auto job = [this, promise](Workplace &workplace) {
        auto work = [&]() -> Opened {
            workplace.file = std::make_unique<CaseFile>(m_path, m_mode);
            const std::optional<User> user = soleUser(*workplace.file);
            if (m_mode == CaseFile::Mode::Write)
                setBook(workplace, m_clock, user.value_or(User{}));
            return {.known = knownOf(*workplace.file),
                    .keptCopy = workplace.file->keptCopy(),
                    .user = user,
                    .chain = ChainWatch::knownOf(*workplace.file)};
        };
        promise->addResult(runTask<Opened>(work));
        promise->finish();
    };
    if (mode == CaseFile::Mode::Write)
        m_writer->post(job);
    else
        m_readers->post(job);
}

void CaseSession::take(const User &user)
{
    m_user = user.name;
    m_roles = user.roles;
    m_hasPassword = !user.passwordHash.isEmpty();
}

void CaseSession::logIn(QObject *receiver, const QString &login, const Password &password,
                        std::function<void(const User &)> done, std::function<void(const Refusal &)> refused)
{
    struct Entered
    {
        User user;
        std::optional<SealReport> seals{};
    };
    using Answer = Outcome<Entered>;
    auto promise = std::make_shared<QPromise<TaskResult<Answer>>>();
    watchTask<Answer>(this, promise,
                      [this, who = QPointer<QObject>(receiver), done = std::move(done),
                       refused = std::move(refused)](const QPointer<QObject> &, TaskResult<Answer> &result) {
                          if (const auto *error = std::get_if<1>(&result)) {
                              m_messages.failed(*error);
                              if (who)
                                  refused({});
                              return;
                          }
                          const Answer &answer = std::get<0>(result);
                          if (!answer) {
                              if (who)
                                  refused(answer.error());
                              return;
                          }
                          const bool other = m_user != answer->user.name;
                          take(answer->user);
                          if (other)
                              m_chains->entered(answer->seals, m_roles.testFlag(Role::Auditor));
                          else
                              m_chains->sealed(answer->seals);
                          if (other)
                              Q_EMIT userChanged();
                          if (who)
                              done(answer->user);
                      });
    const auto job = [this, promise, login, password](Workplace &workplace) {
        auto work = [&]() -> Answer {
            CaseFile &file = m_mode == CaseFile::Mode::Write ? *workplace.file : readingFile(workplace);
            const Outcome<User> user = huiyin::logIn(file, m_clock, login, password);
            if (!user)
                return user.error();
            if (m_mode != CaseFile::Mode::Write)
                return Entered{.user = *user};
            setBook(workplace, m_clock, *user);
            return Entered{.user = *user, .seals = ChainWatch::beginSeals(workplace, m_clock, *user, password)};
        };
        promise->addResult(runTask<Answer>(work));
        promise->finish();
    };
    if (m_mode == CaseFile::Mode::Write)
        m_writer->post(job);
    else
        m_readers->post(job);
}

void CaseSession::changePassword(QObject *receiver, const Password &old, const Password &password,
                                 std::function<void()> done, std::function<void(const Refusal &)> refused,
                                 std::function<void()> failed)
{
    struct Changed
    {
        Outcome<Changes> outcome;
        std::optional<SealReport> seals{};
    };
    if (isReadOnly()) {
        refused(readOnlyRefusal());
        return;
    }
    beginWriting();
    postTask(
        *m_writer, this,
        [this, old, password](Workplace &workplace) -> Changed {
            Changed changed{.outcome = workplace.book->changeOwnPassword(old, password)};
            const auto user = UserRepository(workplace.file->database()).byName(workplace.book->user());
            if (changed.outcome && user)
                changed.seals = ChainWatch::goOnWith(workplace, m_clock, *user, password);
            return changed;
        },
        [this, who = QPointer<QObject>(receiver), done = std::move(done), refused = std::move(refused),
         failed = std::move(failed)](TaskResult<Changed> &result) {
            endWriting();
            if (const auto *error = std::get_if<1>(&result)) {
                m_messages.failed(*error);
                if (who)
                    failed();
                return;
            }
            const Changed &changed = std::get<0>(result);
            if (!changed.outcome) {
                if (who)
                    refused(changed.outcome.error());
                return;
            }
            m_chains->sealed(changed.seals);
            Q_EMIT saved();
            applyChanges(*changed.outcome, nullptr);
            if (who)
                done();
        });
}

// The user's own account was changed: the roles are those of now, in the case book too.
void CaseSession::lookUpUser()
{
    if (!isLoggedIn())
        return;
    read(
        this, [name = m_user](CaseFile &file) { return UserRepository(file.database()).byName(name); },
        [this](const std::optional<User> &user) {
            if (!user || user->name != m_user)
                return;
            User now = *user;
            if (now.retired)
                now.roles = {}; // by his own hand
            take(now);
            if (m_mode == CaseFile::Mode::Write) {
                m_writer->post([this, now](Workplace &workplace) {
                    // Somebody else may have logged in meanwhile, and be told of it only behind this.
                    if (workplace.book->user() == now.name)
                        setBook(workplace, m_clock, now);
                });
            }
            Q_EMIT userChanged();
        },
        [](const std::exception_ptr &) {});
}

void CaseSession::logOut()
{
    take(User{});
    m_chains->left();
    if (m_mode == CaseFile::Mode::Write) {
        m_writer->post([this](Workplace &workplace) {
            ChainWatch::endSeals(workplace);
            setBook(workplace, m_clock, User{});
        });
    }
    Q_EMIT userChanged();
}

CaseSession::LongTask CaseSession::beginTask(const QString &title, QWidget *window)
{
    m_tasks.removeIf([](const LongTask &task) { return !task.dialog; });
    auto progress = std::make_shared<TaskProgress>();
    m_tasks.append({.progress = progress, .dialog = new ProgressDialog(title, progress, window)});
    return m_tasks.last();
}

// Piece by piece, behind whatever command is given meanwhile: the search index of an older file is built, days that
// have come to rest are kept for the figures, and the log is taken into the file.
void CaseSession::keepUp()
{
    keepUpFrom(KeptPlace());
}

void CaseSession::keepUpFrom(const KeptPlace &from)
{
    struct Stand
    {
        std::optional<KeptPlace> next;
        int percentOfIndex = 100;
    };
    m_keepUp.stop();
    auto promise = std::make_shared<QPromise<TaskResult<Stand>>>();
    watchTask<Stand>(this, promise, [this](const QPointer<QObject> &, TaskResult<Stand> &result) {
        if (const auto *error = std::get_if<1>(&result)) {
            // Nobody asked for it, and everything works without; it is tried again when the file is opened.
            qWarning("upkeep: %s", qUtf8Printable(Messages::messageOf(*error).what));
            setUpkeep(QString());
            return;
        }
        const Stand &stand = std::get<0>(result);
        setUpkeep(stand.percentOfIndex == 100 ? QString()
                                              : tr("Building the search index: %1%").arg(stand.percentOfIndex));
        if (stand.next)
            keepUpFrom(*stand.next);
    });
    const bool keepsEnd = m_chains->verdict() == ChainVerdict::Sound;
    m_writer->post([promise, from, keepsEnd](Workplace &workplace) {
        auto work = [&workplace, &from, keepsEnd]() -> Stand {
            // A command waits for one piece at most: some 30 ms in a large file.
            constexpr int ticketsAtOnce = 500;
            constexpr int daysAtOnce = 1;
            Database &database = workplace.file->database();
            SearchIndex index(database);
            if (!index.buildSome(ticketsAtOnce))
                return {.next = from, .percentOfIndex = std::min(index.percentBuilt(), 99)};
            const auto next = KeptFigures(database).keepSome(daysAtOnce, from);
            if (!next)
                workplace.file->takeInLog();
            if (!next && keepsEnd)
                ChainWatch::keepEnd(*workplace.file);
            return {.next = next};
        };
        promise->addResult(runTask<Stand>(work));
        promise->finish();
    });
}

void CaseSession::lookAtPlace()
{
    const FilePlace::State now = m_place.state();
    if (now == m_placeState)
        return;
    m_placeState = now;
    Q_EMIT placeChanged();
}

void CaseSession::setUpkeep(const QString &text)
{
    if (text == m_upkeep)
        return;
    m_upkeep = text;
    Q_EMIT upkeepChanged();
}

void CaseSession::beginWriting()
{
    if (++m_writing == 1)
        Q_EMIT writingChanged(true);
}

void CaseSession::endWriting()
{
    if (--m_writing == 0)
        Q_EMIT writingChanged(false);
}

void CaseSession::applyChanges(const Changes &changes, std::shared_ptr<const Known> known)
{
    if (known)
        m_known = std::move(known);
    if (changes.office || changes.everything)
        ++m_officeVersion;
    Q_EMIT changed(changes);
    if (changes.users || changes.everything)
        lookUpUser();
    m_keepUp.start();
    if (touchesKnown(changes))
        Q_EMIT codeTablesChanged();
}

Refusal CaseSession::readOnlyRefusal() const
{
    return {.reason = tr("The case file is open for reading only. Nothing was changed.")};
}

std::exception_ptr CaseSession::readOnlyError() const
{
    return std::make_exception_ptr(StorageError(StorageError::Kind::ReadOnly, readOnlyRefusal().reason));
}

QWidget *CaseSession::windowOf(QObject *receiver)
{
    for (QObject *object = receiver; object; object = object->parent()) {
        if (auto *widget = qobject_cast<QWidget *>(object))
            return widget->window();
    }
    return nullptr;
}

} // namespace huiyin
