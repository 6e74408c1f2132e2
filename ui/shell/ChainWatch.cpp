// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ChainWatch.h"

#include "casework/RoleSeparation.h"
#include "shell/CaseSession.h"
#include "shell/Settings.h"
#include "shell/WorkTask.h"
#include "storage/StorageError.h"
#include "storage/UserRepository.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

QString chainKey(const QString &file)
{
    return u"chains/"_s + file;
}

QString checkKey(const QString &file)
{
    return u"chain_checks/"_s + file;
}

} // namespace

ChainWatch::ChainWatch(CaseSession &session, WorkQueue &writer, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_writer(writer)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(2'000);
    connect(&m_soon, &QTimer::timeout, this, &ChainWatch::checkNow);
    m_hourly.setInterval(3'600'000);
    connect(&m_hourly, &QTimer::timeout, this, &ChainWatch::checkSoon);
}

ChainWatch::Known ChainWatch::knownOf(CaseFile &file)
{
    Known known{.file = fileKeyOf(file)};
    known.seen = ChainEnd::fromText(settings().value(chainKey(known.file)).toString());
    known.checked = ChainCheck::fromText(settings().value(checkKey(known.file)).toString());
    if (known.seen)
        known.verdict = compareWith(file, *known.seen);
    return known;
}

void ChainWatch::keepEnd(CaseFile &file)
{
    settings().setValue(chainKey(fileKeyOf(file)), chainEndOf(file).text());
}

void ChainWatch::endSeals(Workplace &workplace)
{
    if (const auto seals = std::exchange(workplace.seals, nullptr)) {
        try {
            seals->seal();
        } catch (const StorageError &error) {
            qWarning("seal: %s", qUtf8Printable(error.message())); // the next one covers it
        }
    }
}

std::optional<SealReport> ChainWatch::beginSeals(Workplace &workplace, const Clock &clock, const User &user,
                                                 const Password &password)
{
    const bool seals = user.roles.testFlag(Role::Auditor) && !user.passwordHash.isEmpty() && !user.mustChange;
    if (!seals || !workplace.seals || workplace.seals->auditor() != user.id->value())
        endSeals(workplace);
    if (!seals)
        return std::nullopt;
    try {
        if (!workplace.seals)
            workplace.seals = Seals::open(*workplace.file, clock, user, password);
        workplace.seals->seal();
        return workplace.seals->report();
    } catch (const std::exception &error) {
        qWarning("seal: %s", error.what());
        workplace.seals.reset();
        return SealReport{.state = SealReport::State::Failed};
    }
}

std::optional<SealReport> ChainWatch::goOnWith(Workplace &workplace, const Clock &clock, const User &user,
                                               const Password &password)
{
    if (!workplace.seals || workplace.seals->auditor() != user.id->value())
        return beginSeals(workplace, clock, user, password);
    try {
        workplace.seals->passwordChanged(password);
        return workplace.seals->report();
    } catch (const std::exception &error) {
        qWarning("seal: %s", error.what());
        workplace.seals.reset();
        return SealReport{.state = SealReport::State::Failed};
    }
}

void ChainWatch::entered(const std::optional<SealReport> &report, bool auditor)
{
    left();
    m_sealReport = report;
    m_forAuditor = auditor;
    askWhoAccepts();
    m_hourly.start();
    checkSoon();
}

void ChainWatch::left()
{
    m_sealReport.reset();
    m_mayAccept.reset();
    m_failure.clear();
    m_forAuditor = false;
    m_wasChecked = false;
    m_seen = false;
    m_asking.cancel();
    m_checking.cancel();
    m_checking = {};
    m_soon.stop();
    m_hourly.stop();
}

// The table of rights doesn't tell it alone.
void ChainWatch::askWhoAccepts()
{
    if (verdict() == ChainVerdict::Sound)
        return;
    m_asking = m_session.read(
        this, [](CaseFile &file) { return UserRepository(file.database()).all(); },
        [this](const QList<User> &users) {
            m_mayAccept = !m_session.isReadOnly() && mayAcceptChain(m_session.roles(), users);
            Q_EMIT changed();
        },
        [](const std::exception_ptr &) {}); // it is asked again at the next login
}

void ChainWatch::accept()
{
    if (!m_known.seen)
        return;
    m_session.command(
        this,
        [seen = *m_known.seen](CaseBook &book) {
            Outcome<Changes> outcome = book.acceptChain(seen);
            if (outcome)
                keepEnd(book.file());
            return outcome;
        },
        [this](const Changes &) {
            m_known.verdict = ChainVerdict::Sound;
            m_mayAccept.reset();
            Q_EMIT changed();
        },
        [this](const Refusal &refusal) { Q_EMIT refused(refusal.reason); });
}

void ChainWatch::sealAnew()
{
    const auto before = std::exchange(m_sealReport, SealReport{});
    postTask(
        m_writer, this,
        [](Workplace &workplace) {
            if (workplace.seals)
                workplace.seals->beginAnew();
        },
        [this, before](TaskResult<void> &result) {
            const auto *error = std::get_if<1>(&result);
            if (!error)
                return;
            m_sealReport = before;
            Q_EMIT changed();
            m_session.messages().failed(*error);
        });
}

bool ChainWatch::isChecking() const
{
    return m_soon.isActive() || m_checking.isRunning();
}

void ChainWatch::checkSoon()
{
    if (!isChecking() && (m_forAuditor || isChainCheckDue(m_known.checked, m_session.clock().now())))
        m_soon.start();
}

void ChainWatch::checkNow()
{
    m_failure.clear();
    m_checking = m_session.read(
        this,
        [now = m_session.clock().now()](CaseFile &file, const Progress &progress) {
            return checkChains(file, now, progress);
        },
        [this](const ChainCheck &check) { checked(check); },
        [this](const std::exception_ptr &error) {
            m_failure = Messages::messageOf(error).what;
            Q_EMIT changed();
        });
    Q_EMIT changed();
}

void ChainWatch::checked(const ChainCheck &check)
{
    m_checking = {};
    m_wasChecked = true;
    m_seen = false;
    m_failure.clear();
    m_known.checked = check;
    // A broken chain is gone through again each time: it is no week's matter.
    if (check.isSound())
        settings().setValue(checkKey(m_known.file), check.text());
    else
        settings().remove(checkKey(m_known.file));
    Q_EMIT changed();
}

void ChainWatch::setSeen()
{
    if (m_wasChecked && !std::exchange(m_seen, true))
        Q_EMIT changed();
}

void ChainWatch::closing()
{
    m_writer.post(endSeals);
    if (verdict() != ChainVerdict::Sound)
        return;
    m_writer.post([](Workplace &workplace) {
        try {
            keepEnd(*workplace.file);
        } catch (const StorageError &error) {
            qWarning("chain end: %s", qUtf8Printable(error.message())); // what was kept before still holds
        }
    });
}

} // namespace huiyin
