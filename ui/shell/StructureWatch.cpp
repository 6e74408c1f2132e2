// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/StructureWatch.h"

#include "domain/ItemList.h"
#include "shell/Settings.h"
#include "storage/ChainEnd.h"
#include "storage/RescueLosses.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

QString openKey(const QString &file)
{
    return u"structure/"_s + file + u"/open";
}

QString checkedKey(const QString &file)
{
    return u"structure/"_s + file + u"/checked";
}

bool isDue(const QString &file, const QDateTime &now)
{
    if (settings().value(openKey(file)).toBool())
        return true; // it was never closed
    const QDateTime last = QDateTime::fromString(settings().value(checkedKey(file)).toString(), Qt::ISODateWithMs);
    // A moment that lies ahead, after the clock was put back, is no reason to wait for it.
    return !last.isValid() || last > now || last.daysTo(now) >= StructureWatch::daysBetween;
}

} // namespace

struct StructureWatch::Found
{
    QString fileKey{};
    std::optional<StructureReport> report{};
};

StructureWatch::StructureWatch(CaseSession &session)
    : QObject(&session)
    , m_session(session)
{
}

StructureWatch::~StructureWatch()
{
    if (!m_fileKey.isEmpty())
        settings().remove(openKey(m_fileKey));
}

void StructureWatch::begin()
{
    // The first list comes first.
    constexpr int afterwards = 3'000; // ms
    QTimer::singleShot(afterwards, this, &StructureWatch::look);
}

void StructureWatch::look()
{
    m_pending = m_session.read(
        this,
        [now = m_session.clock().now()](CaseFile &file, const Progress &progress) {
            Found found{.fileKey = fileKeyOf(file)};
            const bool due = isDue(found.fileKey, now);
            settings().setValue(openKey(found.fileKey), true);
            if (!due)
                return found;
            // Unless all is well it is gone through again each time, also where this comes to no end.
            settings().remove(checkedKey(found.fileKey));
            found.report = checkStructure(file, progress);
            if (found.report->isWhole() && !found.report->wasMoved)
                settings().setValue(checkedKey(found.fileKey), now.toUTC().toString(Qt::ISODateWithMs));
            return found;
        },
        [this](const Found &found) {
            m_fileKey = found.fileKey;
            m_report = found.report;
            Q_EMIT changed();
        },
        [](const std::exception_ptr &error) {
            // Nobody asked for it; what can't be read is told by whatever wants to read it.
            qWarning("structure: %s", qUtf8Printable(Messages::messageOf(error).what));
        });
}

QString StructureWatch::damageText() const
{
    if (!m_report || m_report->isWhole())
        return {};
    if (!m_report->damaged.isEmpty()) {
        QStringList words;
        std::ranges::transform(m_report->damaged, std::back_inserter(words), tableWord);
        words.removeDuplicates(); // several tables are one thing to the office
        return tr("The case file is damaged: places in it can't be read any more (%1). Enter only what can't wait. "
                  "Restore the newest backup, or have what can still be read rescued into a new file.")
            .arg(joinedItems(words));
    }
    return tr("%n record(s) of the case file refer to others that are missing. Have the file checked, and keep the "
              "earlier backups.",
              nullptr, static_cast<int>(m_report->orphans));
}

} // namespace huiyin
