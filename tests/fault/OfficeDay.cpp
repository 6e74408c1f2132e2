// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault/OfficeDay.h"

#include "backup/BackupFolder.h"
#include "fault/Child.h"
#include "fault/OldFile.h"
#include "fault/Shim.h"
#include "storage/Database.h"
#include "storage/FileCheck.h"

#include <QFile>

#include <catch2/catch.hpp>

#include <algorithm>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace huiyin::test {

namespace {

const QString &accepting()
{
    static const QString name = u"accept tickets"_s;
    return name;
}

// Told as "work …".
bool isFollowed(const OfficeWork &work)
{
    return qstrcmp(work.name, "export the tables") != 0; // folders are not followed by the trace
}

void requireSound(const QString &path)
{
    INFO(path.toStdString());
    CaseFile file(path, CaseFile::Mode::Write);
    Progress quiet;
    const auto findings = checkFile(file, quiet);
    INFO((findings.isEmpty() ? QString() : findings.first().message).toStdString());
    REQUIRE(findings.isEmpty());
}

} // namespace

OfficeDay::OfficeDay()
{
    const QTemporaryDir folder;
    const QTemporaryDir beside;
    const QString path = m_start.copyTo(folder.path());
    m_root = folder.path().toUtf8();
    const QString traced = beside.filePath(u"trace"_s);
    Child child([&](const Child::Tell &tell) {
        fault_watch(m_root.constData());
        fault_trace(::open(traced.toUtf8().constData(), O_WRONLY | O_CREAT, 0600));
        OpenOffice office(path);
        const auto accept = [&](int i) {
            const auto saved = office.book->accept(waterMatter(office, i));
            if (!saved)
                throw std::runtime_error(saved.error().reason.toStdString());
            fault_note(saved->number.toUtf8().constData());
            office.clock.advance(1);
        };
        for (int round = 0; round < 3; ++round) {
            for (int i = 0; i < 4; ++i)
                accept(i);
            if (round == 1) {
                for (const OfficeWork &work : officeWorks()) {
                    if (!isFollowed(work))
                        continue;
                    if (const auto refused = work.act(office, m_start))
                        throw std::runtime_error(refused->toStdString());
                    fault_note(QByteArray("work ").append(work.name).constData());
                }
            }
            office.file->takeInLog();
        }
        office.book.reset();
        office.file.reset();
        tell(u"done"_s);
    });
    REQUIRE(child.finish() == QStringList{u"done"_s});
    REQUIRE(child.hasEndedWell());
    m_steps = traceOf(traced);
    size_t first = 0;
    const auto end = [&](const QString &work, size_t last) {
        m_spans[work].append({.first = first, .last = last});
        first = last;
    };
    for (size_t i = 0; i < m_steps.size(); ++i) {
        if (m_steps[i].operation != 'a')
            continue;
        const QString note = QString::fromUtf8(m_steps[i].path);
        end(note.startsWith(u"work ") ? note.sliced(5) : accepting(), i + 1);
    }
    end(u"take in the log and close"_s, m_steps.size());
    // Nothing can be lost of what was not written down: each work has its steps.
    const auto followed = std::ranges::count_if(officeWorks(), isFollowed);
    REQUIRE(m_spans.size() == followed + 2);
    for (const QList<Span> &spans : std::as_const(m_spans)) {
        for (const Span &span : spans)
            REQUIRE(span.last > span.first + 1);
    }
}

OfficeDay::Moment OfficeDay::momentOf(QRandomGenerator &random) const
{
    const QList<QString> works = m_spans.keys();
    Moment moment;
    moment.underWay = works[random.bounded(static_cast<quint32>(works.size()))];
    const QList<Span> &spans = *m_spans.constFind(moment.underWay);
    const Span &span = spans[random.bounded(static_cast<quint32>(spans.size()))];
    moment.cut = span.first + random.bounded(static_cast<quint32>(span.last - span.first) + 1);
    for (size_t i = 0; i < moment.cut; ++i) {
        if (m_steps[i].operation != 'a')
            continue;
        const QString note = QString::fromUtf8(m_steps[i].path);
        if (note.startsWith(u"work "))
            moment.done.append(note.sliced(5));
        else
            moment.told.append(note);
    }
    return moment;
}

void OfficeDay::leave(const Moment &moment, const QString &folder, QRandomGenerator &random) const
{
    Disk disk(m_root, {{m_root + "/office.huiyin", m_start.bytes()}, {m_root + "/old.huiyin", m_start.oldBytes()}});
    for (size_t i = 0; i < moment.cut; ++i)
        disk.apply(m_steps[i]);
    disk.writeTo(folder, random);
}

void OfficeDay::examine(const Moment &moment, const QString &folder) const
{
    INFO("cut at " << moment.cut << " of " << m_steps.size() << ", during: " << moment.underWay.toStdString());
    {
        CaseFile file(folder + u"/office.huiyin", CaseFile::Mode::Write);
        for (const QString &number : moment.told) {
            INFO(number.toStdString());
            REQUIRE(file.database().value<qint64>(u"SELECT count(*) FROM ticket WHERE number = ?"_s, number) == 1);
        }
        Progress quiet;
        const auto findings = checkFile(file, quiet);
        INFO((findings.isEmpty() ? QString() : findings.first().message).toStdString());
        REQUIRE(findings.isEmpty());
    }
    // What counts as a backup is whole, and one that was told of counts.
    const QList<KeptBackup> kept = backupsIn(folder);
    REQUIRE((newestBackup(kept) || !moment.done.contains(u"keep a backup with its manifest")));
    for (const KeptBackup &backup : kept)
        REQUIRE((!backup.counts() || isIntact(backup)));
    for (const OfficeWork &work : officeWorks()) {
        const QString name = QString::fromUtf8(work.name);
        if (work.target.isEmpty() || !isFollowed(work))
            continue;
        const QString made = folder + u'/' + work.target;
        const bool isDone = moment.done.contains(name);
        INFO(work.target.toStdString());
        REQUIRE((QFile::exists(made) || !isDone));
        if (name == bringingUpToDate()) {
            // To examine it is to bring it up to date, which takes as long as all the rest.
            if (moment.underWay != name) {
                REQUIRE(versionOfFile(made) == (isDone ? Schema::shipped().version() : StartingPoint::oldVersion));
                continue;
            }
            const OldFileState state = examineOldFile(made, StartingPoint::oldVersion, isDone);
            INFO(state.faults.toStdString());
            REQUIRE(state.faults.isEmpty());
        } else if (QFile::exists(made)) {
            requireSound(made); // under its name it is whole
        }
    }
}

} // namespace huiyin::test
