// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/CaseBook.h"
#include "casework/Deadlines.h"
#include "shell/Messages.h"
#include "shell/PendingRead.h"
#include "shell/ProgressDialog.h"
#include "shell/Task.h"
#include "shell/WorkQueue.h"
#include "storage/CaseFile.h"
#include "storage/FilePlace.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>
#include <QPromise>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>

namespace huiyin {

class ChainWatch;
struct KeptPlace;

// What to do when a question or a command fails. A function without arguments is called after the user was told in a
// dialog; one that takes the error tells the user itself: for work that nobody asked for just now.
class OnFailure
{
public:
    OnFailure() = default;
    template <class Fn>
    OnFailure(Fn fn) // NOLINT(google-explicit-constructor): a lambda is handed over as it is
    {
        if constexpr (std::is_invocable_v<Fn &, const std::exception_ptr &>)
            m_instead = std::move(fn);
        else
            m_after = std::move(fn);
    }

    // `alive`: the receiver is still there.
    void tell(Messages &messages, const std::exception_ptr &error, bool alive) const
    {
        if (m_instead && alive) {
            m_instead(error);
            return;
        }
        messages.failed(error);
        if (m_after && alive)
            m_after();
    }

private:
    std::function<void()> m_after;
    std::function<void(const std::exception_ptr &)> m_instead;
};

// The case file that the window has open. Commands run one after another in a thread of their own, which holds the
// case book; questions run in up to three others, each with its own connection. Values come back to the receiver in the
// window's thread. Trouble with the file goes to Messages, a refusal to whoever gave the command.
class CaseSession : public QObject
{
    Q_OBJECT

public:
    CaseSession(Messages &messages, const Clock &clock, QObject *parent = nullptr);
    ~CaseSession() override; // carries out the commands that were given, drops the questions, closes the file

    // Opens in the background and emits opened() or openingFailed(), once.
    void open(const QString &path, CaseFile::Mode mode);

    [[nodiscard]] bool isOpen() const { return m_known != nullptr; }
    [[nodiscard]] bool isReadOnly() const { return m_mode == CaseFile::Mode::Read; }
    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] FilePlace::State place() const { return m_placeState; } // looked up every few seconds
    [[nodiscard]] ChainWatch &chains() const { return *m_chains; } // whether its records are as they were written
    [[nodiscard]] QString keptCopy() const { return m_keptCopy; }  // of an older file that was brought up to date
    // Who works; nobody, with no right to anything, until somebody has logged in.
    [[nodiscard]] bool isLoggedIn() const { return !m_user.isEmpty(); }
    [[nodiscard]] QString user() const { return m_user; }
    [[nodiscard]] Roles roles() const { return m_roles; }
    [[nodiscard]] bool hasPassword() const { return m_hasPassword; } // the user's own: the screen can be locked
    [[nodiscard]] bool may(Command command) const { return !isReadOnly() && ruleOf(command).allows(m_roles); }
    // Checks name and password; done(User), and the commands from then on are the user's. With the name of whoever works
    // already, it only checks.
    void logIn(QObject *receiver, const QString &login, const Password &password,
               std::function<void(const User &)> done, std::function<void(const Refusal &)> refused);
    void logOut();
    // Of whoever works; an auditor's seals go on with the new one. `refused` tells why not, `failed` is called after the
    // user was told of trouble with the file.
    void changePassword(QObject *receiver, const Password &old, const Password &password, std::function<void()> done,
                        std::function<void(const Refusal &)> refused, std::function<void()> failed);
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] Messages &messages() const { return m_messages; }
    // A command or a long task is under way.
    [[nodiscard]] bool isWriting() const { return m_writing > 0; }

    // What goes on in the background, in a few words; "" mostly.
    [[nodiscard]] QString upkeep() const { return m_upkeep; }

    // Kept values; up to date when changed() is emitted. Valid once opened.
    [[nodiscard]] const CodeTables &codeTables() const { return m_known->tables; }
    [[nodiscard]] const Office &office() const { return m_known->office; }
    [[nodiscard]] const Deadlines &deadlines() const { return m_known->deadlines; }
    [[nodiscard]] int idleMinutes() const { return m_known->idleMinutes; } // until the screen is locked
    [[nodiscard]] const OfficeZone &zone() const { return m_known->deadlines.zone(); }
    [[nodiscard]] QDate today() const { return zone().day(m_clock.now()); }

    // Asks: fn(CaseFile &) -> T in another thread, then done(T) here. `failed` is called after the user was told. Long
    // work takes fn(CaseFile &, const Progress &) -> T and stops when the question is cancelled.
    template <class Fn, class Done>
    PendingRead read(QObject *receiver, Fn fn, Done done, OnFailure failed = {});

    // Commands: fn(CaseBook &) -> Outcome<T>, then changed() and done(T), or refused(Refusal). T is Changes or has a
    // member of that name. The command is carried out even when the receiver goes meanwhile.
    template <class Fn, class Done, class Refused>
    void command(QObject *receiver, Fn fn, Done done, Refused refused, OnFailure failed = {});

    // Long work on the case book, fn(CaseBook &, Progress &) -> T: no other command runs meanwhile, the window waits
    // behind a progress dialog. Emits changed() with T's changes, or with everything when T has none.
    template <class Fn, class Done>
    void longTask(QObject *receiver, const QString &title, Fn fn, Done done, OnFailure failed = {});

    // What commands would say, asked of the case book and undone: fn(CaseBook &, Progress &) -> std::optional<T>, called
    // again and again until it gives its value. Between two calls waiting commands are carried out, so each takes a
    // moment only. Behind a progress dialog as longTask(), but nothing was saved, and nothing is told to have changed.
    // Its body stands in shell/CaseTrial.h.
    template <class Fn, class Done>
    void trial(QObject *receiver, const QString &title, Fn fn, Done done, OnFailure failed = {});

    // Long questions (an export, a copy), fn(CaseFile &, Progress &) -> T: the window goes on.
    template <class Fn, class Done>
    void longRead(QObject *receiver, const QString &title, Fn fn, Done done, OnFailure failed = {});

Q_SIGNALS:
    void opened();
    void openingFailed(const std::exception_ptr &error);
    void changed(const huiyin::Changes &changes);
    void codeTablesChanged(); // code tables, office, calendar or rules; follows changed()
    void writingChanged(bool writing);
    void saved();       // a command was carried out
    void userChanged(); // somebody else works now, or nobody, or with other rights
    void upkeepChanged();
    void placeChanged();            // the file is gone from its place, or back
    void clockDoubted();            // a command was refused for the clock's sake
    void told(const QString &text); // what a command has done, for a few seconds in the status line

private:
    // The values that every page needs, read together.
    struct Known
    {
        Office office;
        CodeTables tables;
        Deadlines deadlines;
        int idleMinutes = 0;
    };

    // Work with a dialog that shows its progress.
    struct LongTask
    {
        std::shared_ptr<TaskProgress> progress;
        QPointer<ProgressDialog> dialog;
    };

    static std::shared_ptr<const Known> knownOf(CaseFile &file);
    static bool touchesKnown(const Changes &changes);
    CaseFile &readingFile(Workplace &workplace) const; // in a reading thread
    LongTask beginTask(const QString &title, QWidget *window);
    void take(const User &user);
    void lookUpUser();
    void beginWriting();
    void endWriting();
    void keepUp();
    void lookAtPlace();
    void keepUpFrom(const KeptPlace &from);
    void setUpkeep(const QString &text);
    void applyChanges(const Changes &changes, std::shared_ptr<const Known> known);
    [[nodiscard]] Refusal readOnlyRefusal() const;
    [[nodiscard]] std::exception_ptr readOnlyError() const;
    static QWidget *windowOf(QObject *receiver);

    template <class T>
    static Changes changesOf(const T &value)
    {
        if constexpr (std::is_same_v<T, Changes>)
            return value;
        else if constexpr (requires { value.changes; })
            return value.changes;
        else
            return Changes{.everything = true};
    }

    template <class T, class Done>
    PendingRead watchReading(QObject *receiver, const std::shared_ptr<QPromise<TaskResult<T>>> &promise, Done done,
                             OnFailure failed);
    template <class T, class Fn>
    void postTrial(const std::shared_ptr<QPromise<TaskResult<T>>> &promise,
                   const std::shared_ptr<TaskProgress> &progress, const std::shared_ptr<Fn> &fn);
    template <class T, class Done>
    void watchTask(QObject *receiver, const std::shared_ptr<QPromise<TaskResult<T>>> &promise, Done done);

    Messages &m_messages;
    const Clock &m_clock;
    QString m_user;
    Roles m_roles{};
    bool m_hasPassword = false;
    QString m_path;
    QString m_keptCopy;
    QString m_upkeep;
    CaseFile::Mode m_mode = CaseFile::Mode::Read;
    std::shared_ptr<const Known> m_known;
    FilePlace m_place;
    FilePlace::State m_placeState = FilePlace::State::There;
    QTimer m_placeTimer;
    int m_writing = 0;
    QTimer m_keepUp;
    std::atomic<bool> m_closing = false;  // whoever can stop, stops
    std::atomic<int> m_officeVersion = 0; // reading connections read the office again when it has moved on
    QList<LongTask> m_tasks;              // to be ended with the session
    std::unique_ptr<WorkQueue> m_writer;
    std::unique_ptr<WorkQueue> m_readers;
    std::unique_ptr<ChainWatch> m_chains; // gone before the queues
};

template <class T, class Done>
PendingRead CaseSession::watchReading(QObject *receiver, const std::shared_ptr<QPromise<TaskResult<T>>> &promise,
                                      Done done, OnFailure failed)
{
    // The watcher is the receiver's: with it goes the answer.
    using Watcher = QFutureWatcher<TaskResult<T>>;
    auto *watcher = new Watcher(receiver);
    QFuture<TaskResult<T>> future = promise->future();
    connect(
        watcher, &QFutureWatcherBase::finished, receiver,
        [watcher, session = QPointer<CaseSession>(this), done = std::move(done), failed = std::move(failed)]() mutable {
            watcher->deleteLater();
            if (!session || watcher->isCanceled() || watcher->future().resultCount() == 0)
                return;
            TaskResult<T> result = watcher->future().takeResult();
            if (const auto *error = std::get_if<1>(&result)) {
                failed.tell(session->m_messages, *error, true);
                return;
            }
            deliver<T>(done, result);
        });
    connect(watcher, &QObject::destroyed, this, [future]() mutable { future.cancel(); });
    promise->start();
    watcher->setFuture(future);
    return PendingRead(QFuture<void>(future));
}

// What a question comes to, with or without a way to stop it.
template <class Fn, bool canStop>
struct ReadResultOf
{
    using Type = std::invoke_result_t<Fn &, CaseFile &>;
};
template <class Fn>
struct ReadResultOf<Fn, true>
{
    using Type = std::invoke_result_t<Fn &, CaseFile &, const Progress &>;
};
template <class Fn, bool canStop>
using ReadResult = typename ReadResultOf<Fn, canStop>::Type;

// Tells a question that nobody waits for its answer any more.
template <class Result>
class StoppedWith final : public Progress
{
public:
    StoppedWith(std::shared_ptr<QPromise<Result>> promise, const std::atomic<bool> &closing)
        : m_promise(std::move(promise))
        , m_closing(closing)
    {
    }
    [[nodiscard]] bool cancelled() const override { return m_closing || m_promise->isCanceled(); }

private:
    std::shared_ptr<QPromise<Result>> m_promise;
    const std::atomic<bool> &m_closing;
};

template <class Fn, class Done>
PendingRead CaseSession::read(QObject *receiver, Fn fn, Done done, OnFailure failed)
{
    constexpr bool canStop = std::is_invocable_v<Fn &, CaseFile &, const Progress &>;
    using T = ReadResult<Fn, canStop>;
    auto promise = std::make_shared<QPromise<TaskResult<T>>>();
    const PendingRead pending = watchReading<T>(receiver, promise, std::move(done), std::move(failed));
    m_readers->post([this, promise, fn = std::make_shared<Fn>(std::move(fn))](Workplace &workplace) {
        if (!promise->isCanceled()) {
            auto work = [&]() -> T {
                if constexpr (canStop)
                    return (*fn)(readingFile(workplace), StoppedWith(promise, m_closing));
                else
                    return (*fn)(readingFile(workplace));
            };
            promise->addResult(runTask<T>(work));
        }
        promise->finish();
    });
    return pending;
}

template <class T, class Done>
void CaseSession::watchTask(QObject *receiver, const std::shared_ptr<QPromise<TaskResult<T>>> &promise, Done done)
{
    // The watcher is the session's: what has changed is told even when the receiver has gone.
    auto *watcher = new QFutureWatcher<TaskResult<T>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this,
            [watcher, receiver = QPointer<QObject>(receiver), done = std::move(done)]() mutable {
                watcher->deleteLater();
                if (watcher->future().resultCount() == 0)
                    return;
                TaskResult<T> result = watcher->future().takeResult();
                done(receiver, result);
            });
    promise->start();
    watcher->setFuture(promise->future());
}

template <class Fn, class Done, class Refused>
void CaseSession::command(QObject *receiver, Fn fn, Done done, Refused refused, OnFailure failed)
{
    using T = std::remove_cvref_t<decltype(std::declval<std::invoke_result_t<Fn &, CaseBook &>>().value())>;
    struct Answer
    {
        Outcome<T> outcome;
        std::shared_ptr<const Known> known;
    };
    if (isReadOnly()) {
        QTimer::singleShot(0, receiver,
                           [refusal = readOnlyRefusal(), refused = std::move(refused)]() mutable { refused(refusal); });
        return;
    }
    auto promise = std::make_shared<QPromise<TaskResult<Answer>>>();
    beginWriting();
    watchTask<Answer>(receiver, promise,
                      [this, done = std::move(done), refused = std::move(refused),
                       failed = std::move(failed)](const QPointer<QObject> &alive, TaskResult<Answer> &result) mutable {
                          endWriting();
                          if (const auto *error = std::get_if<1>(&result)) {
                              failed.tell(m_messages, *error, alive);
                              return;
                          }
                          const Answer &answer = std::get<0>(result);
                          if (!answer.outcome) {
                              if (answer.outcome.error().kind == Refusal::Kind::Clock)
                                  Q_EMIT clockDoubted();
                              if (alive)
                                  refused(answer.outcome.error());
                              return;
                          }
                          Q_EMIT saved();
                          applyChanges(changesOf(*answer.outcome), answer.known);
                          if (alive)
                              done(*answer.outcome);
                      });
    m_writer->post([promise, fn = std::make_shared<Fn>(std::move(fn))](Workplace &workplace) {
        auto work = [&]() -> Answer {
            Outcome<T> outcome = (*fn)(*workplace.book);
            std::shared_ptr<const Known> known;
            if (outcome && touchesKnown(changesOf(*outcome)))
                known = knownOf(*workplace.file);
            return {std::move(outcome), std::move(known)};
        };
        promise->addResult(runTask<Answer>(work));
        promise->finish();
    });
}

template <class Fn, class Done>
void CaseSession::longTask(QObject *receiver, const QString &title, Fn fn, Done done, OnFailure failed)
{
    using T = std::invoke_result_t<Fn &, CaseBook &, Progress &>;
    struct Answer
    {
        TaskResult<T> result;
        Changes changes;
        std::shared_ptr<const Known> known;
    };
    if (isReadOnly()) {
        QTimer::singleShot(0, receiver,
                           [this, failed = std::move(failed)] { failed.tell(m_messages, readOnlyError(), true); });
        return;
    }
    auto promise = std::make_shared<QPromise<TaskResult<Answer>>>();
    auto [progress, dialog] = beginTask(title, windowOf(receiver));
    dialog->setWindowModality(Qt::WindowModal);
    beginWriting();
    watchTask<Answer>(receiver, promise,
                      [this, dialog = dialog, done = std::move(done), failed = std::move(failed)](
                          const QPointer<QObject> &alive, TaskResult<Answer> &answered) mutable {
                          endWriting();
                          if (dialog)
                              dialog->end();
                          std::exception_ptr error;
                          if (const auto *outer = std::get_if<1>(&answered))
                              error = *outer;
                          else if (const auto *inner = std::get_if<1>(&std::get<0>(answered).result))
                              error = *inner;
                          if (error) {
                              failed.tell(m_messages, error, alive);
                              return;
                          }
                          Answer &answer = std::get<0>(answered);
                          Q_EMIT saved();
                          applyChanges(answer.changes, answer.known);
                          if (alive)
                              deliver<T>(done, answer.result);
                      });
    m_writer->post([promise, progress = progress, fn = std::make_shared<Fn>(std::move(fn))](Workplace &workplace) {
        auto work = [&]() -> Answer {
            Progress &told = *progress;
            Answer answer{runTask<T>(*fn, *workplace.book, told), Changes{.everything = true}, nullptr};
            if constexpr (!std::is_void_v<T>) {
                if (const T *value = std::get_if<0>(&answer.result))
                    answer.changes = changesOf(*value);
            }
            answer.known = knownOf(*workplace.file);
            return answer;
        };
        promise->addResult(runTask<Answer>(work));
        promise->finish();
    });
}

template <class Fn, class Done>
void CaseSession::longRead(QObject *receiver, const QString &title, Fn fn, Done done, OnFailure failed)
{
    using T = std::invoke_result_t<Fn &, CaseFile &, Progress &>;
    auto promise = std::make_shared<QPromise<TaskResult<T>>>();
    auto [progress, dialog] = beginTask(title, windowOf(receiver));
    dialog->setAttribute(Qt::WA_ShowWithoutActivating); // somebody is typing
    watchTask<T>(receiver, promise,
                 [this, dialog = dialog, done = std::move(done),
                  failed = std::move(failed)](const QPointer<QObject> &alive, TaskResult<T> &result) mutable {
                     if (dialog)
                         dialog->end();
                     if (const auto *error = std::get_if<1>(&result)) {
                         failed.tell(m_messages, *error, alive);
                         return;
                     }
                     if (alive)
                         deliver<T>(done, result);
                 });
    m_readers->post(
        [this, promise, progress = progress, fn = std::make_shared<Fn>(std::move(fn))](Workplace &workplace) {
            auto work = [&]() -> T { return (*fn)(readingFile(workplace), *progress); };
            promise->addResult(runTask<T>(work));
            promise->finish();
        });
}

} // namespace huiyin
