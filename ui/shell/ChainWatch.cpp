// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ChainWatch.h"

#include "shell/CaseSession.h"
#include "shell/Settings.h"
#include "shell/WorkQueue.h"
#include "storage/StorageError.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

QString chainKey(CaseFile &file)
{
    return u"chains/"_s + fileKeyOf(file);
}

} // namespace

ChainWatch::ChainWatch(CaseSession &session, WorkQueue &writer, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_writer(writer)
{
}

ChainVerdict ChainWatch::verdictOf(CaseFile &file)
{
    const auto seen = ChainEnd::fromText(settings().value(chainKey(file)).toString());
    return seen ? compareWith(file, *seen) : ChainVerdict::Sound;
}

void ChainWatch::keepEnd(CaseFile &file)
{
    settings().setValue(chainKey(file), chainEndOf(file).text());
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

void ChainWatch::accept()
{
    m_verdict = ChainVerdict::Sound;
    m_session.keepUp();
}

void ChainWatch::sealAnew()
{
    m_sealReport = SealReport{};
    m_writer.post([](Workplace &workplace) {
        try {
            if (workplace.seals)
                workplace.seals->beginAnew();
        } catch (const StorageError &error) {
            qWarning("seal: %s", qUtf8Printable(error.message()));
        }
    });
}

void ChainWatch::closing()
{
    m_writer.post(endSeals);
    if (m_verdict != ChainVerdict::Sound)
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
