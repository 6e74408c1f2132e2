// SPDX-License-Identifier: GPL-3.0-or-later
// The current goes at any moment: of what was written and not yet made safe, the disk keeps any part, torn or not. The
// file opens, is sound, and holds every ticket that was told of.
#include "backup/BackupFolder.h"
#include "fault/Child.h"
#include "fault/OfficeWork.h"
#include "fault/Shim.h"
#include "storage/Database.h"
#include "storage/FileCheck.h"
#include "storage/StorageError.h"
#include "support/Print.h"

#include <QElapsedTimer>
#include <QFile>
#include <QMap>
#include <QRandomGenerator>

#include <catch2/catch.hpp>

#include <cstring>

#include <fcntl.h>
#include <unistd.h>

using namespace huiyin;
using namespace huiyin::test;
using namespace Qt::StringLiterals;

namespace {

// What was done to the files of a folder, in its order.
struct Step
{
    char operation = 0;
    QByteArray path;
    qint64 offset = 0;
    QByteArray bytes;
};

std::vector<Step> traceOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    std::vector<Step> steps;
    TraceHead head;
    while (file.read(reinterpret_cast<char *>(&head), sizeof head) == sizeof head) {
        Step step{.operation = head.operation, .path = file.read(head.pathLength), .offset = head.offset, .bytes = {}};
        if (head.count > 0)
            step.bytes = file.read(head.count);
        REQUIRE(step.bytes.size() == qsizetype{head.count});
        steps.push_back(std::move(step));
    }
    return steps;
}

// A disk whose cache is lost: each file has what is safe, and the writes that are not; each name likewise.
class Disk
{
public:
    Disk(const QByteArray &folder, const QMap<QByteArray, QByteArray> &files)
        : m_folder(folder)
    {
        for (auto file = files.cbegin(); file != files.cend(); ++file) {
            const int id = newFile();
            m_files[id].safe = *file;
            m_now.insert(file.key(), id);
            m_safe.insert(file.key(), id);
        }
    }

    void apply(const Step &step)
    {
        switch (step.operation) {
        case 'c':
            m_now.insert(step.path, newFile());
            m_names.push_back({step.path, m_now.value(step.path)});
            break;
        case 'u':
            m_now.remove(step.path);
            m_names.push_back({step.path, -1});
            break;
        case 'n': {
            const int id = m_now.take(step.path);
            m_now.insert(step.bytes, id);
            m_names.push_back({step.bytes, id});
            m_names.push_back({step.path, -1});
            break;
        }
        case 'w':
        case 't':
            if (const auto id = m_now.constFind(step.path); id != m_now.cend())
                m_files[*id].open.push_back(step);
            break;
        case 's':
            if (step.path == m_folder) {
                m_safe = m_now;
                m_names.clear();
            } else if (const auto id = m_now.constFind(step.path); id != m_now.cend()) {
                File &file = m_files[*id];
                for (const Step &open : file.open)
                    put(file.safe, open);
                file.open.clear();
            }
            break;
        default:
            break;
        }
    }

    // What somebody finds on it after the current has gone.
    void writeTo(const QString &folder, QRandomGenerator &random) const
    {
        QMap<QByteArray, int> names = m_safe;
        const size_t kept = m_names.empty() ? 0 : random.bounded(static_cast<quint32>(m_names.size()) + 1);
        for (size_t i = 0; i < kept; ++i) {
            if (m_names[i].file < 0)
                names.remove(m_names[i].path);
            else
                names.insert(m_names[i].path, m_names[i].file);
        }
        for (auto name = names.cbegin(); name != names.cend(); ++name) {
            if (name.key().endsWith("-shm") || name.key().endsWith(".lock"))
                continue; // memory, and a process that is gone
            QByteArray bytes = m_files[*name].safe;
            const auto &open = m_files[*name].open;
            const auto count = static_cast<quint32>(open.size());
            const quint32 way = random.bounded(5U);
            const quint32 first = count == 0 ? 0 : random.bounded(count + 1);
            for (quint32 i = 0; i < count; ++i) {
                const bool taken =
                    way == 0 || (way == 1 && random.bounded(2U) == 1) || (way >= 2 && way < 4 && i < first);
                if (taken)
                    put(bytes, open[i]);
                else if (way == 3 && i == first && open[i].operation == 'w')
                    put(bytes, torn(open[i], random));
            }
            QFile file(folder + QString::fromUtf8(name.key().sliced(m_folder.size())));
            REQUIRE(file.open(QIODevice::WriteOnly));
            REQUIRE(file.write(bytes) == bytes.size());
        }
    }

private:
    struct File
    {
        QByteArray safe{};
        std::vector<Step> open{};
    };
    struct Name
    {
        QByteArray path;
        int file; // -1: none any more
    };

    int newFile()
    {
        m_files.push_back({});
        return static_cast<int>(m_files.size()) - 1;
    }
    static void put(QByteArray &bytes, const Step &step)
    {
        if (step.operation == 't') {
            bytes.resize(step.offset, '\0');
            return;
        }
        if (bytes.size() < step.offset + step.bytes.size())
            bytes.append(step.offset + step.bytes.size() - bytes.size(), '\0');
        std::memcpy(bytes.data() + step.offset, step.bytes.constData(), static_cast<size_t>(step.bytes.size()));
    }
    static Step torn(const Step &step, QRandomGenerator &random)
    {
        constexpr quint32 sector = 512; // bytes
        Step part = step;
        part.bytes.truncate(qsizetype{random.bounded(static_cast<quint32>(step.bytes.size()) / sector + 1)} * sector);
        return part;
    }

    QByteArray m_folder;
    QList<File> m_files;
    QMap<QByteArray, int> m_now;
    QMap<QByteArray, int> m_safe; // names that a crash can't take back
    std::vector<Name> m_names;    // what became of names since
};

struct Losses
{
    int states = 0;
};

// A day's work under the eye of the shim, then the current goes off at `states` moments of it.
Losses loseCurrent(int states, quint32 seed)
{
    const StartingPoint start;
    const QTemporaryDir folder;
    const QTemporaryDir beside;
    const QString path = start.copyTo(folder.path());
    const QString traced = beside.filePath(u"trace"_s);
    Child child([&](const Child::Tell &tell) {
        fault_watch(folder.path().toUtf8().constData());
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
                    // Folders are not followed by the trace.
                    if (qstrcmp(work.name, "export the tables") == 0)
                        continue;
                    if (const auto refused = work.act(office, start))
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
    const auto steps = traceOf(traced);
    const QByteArray root = folder.path().toUtf8();
    const QByteArray bytes = start.bytes();

    QRandomGenerator random(seed);
    Losses losses;
    QElapsedTimer watch;
    watch.start();
    for (; losses.states < states; ++losses.states) {
        const size_t cut = random.bounded(static_cast<quint32>(steps.size()) + 1);
        Disk disk(root, {{root + "/office.huiyin", bytes}});
        QStringList told;
        bool hasNew = false;
        bool hasCopy = false;
        bool hasKept = false;
        bool hasRestored = false;
        for (size_t i = 0; i < cut; ++i) {
            if (steps[i].operation == 'a') {
                const QString note = QString::fromUtf8(steps[i].path);
                hasNew = hasNew || note == u"work make a new file";
                hasCopy = hasCopy || note == u"work make a backup";
                hasKept = hasKept || note == u"work keep a backup with its manifest";
                hasRestored = hasRestored || note == u"work restore a copy";
                if (!note.startsWith(u"work"))
                    told.append(note);
            } else {
                disk.apply(steps[i]);
            }
        }
        const QTemporaryDir after;
        disk.writeTo(after.path(), random);
        INFO("state " << losses.states << ", cut at " << cut << " of " << steps.size());
        {
            CaseFile file(after.filePath(u"office.huiyin"_s), CaseFile::Mode::Write);
            for (const QString &number : std::as_const(told)) {
                INFO(number.toStdString());
                REQUIRE(file.database().value<qint64>(u"SELECT count(*) FROM ticket WHERE number = ?"_s, number) == 1);
            }
            Progress quiet;
            const auto findings = checkFile(file, quiet);
            INFO((findings.isEmpty() ? QString() : findings.first().message).toStdString());
            REQUIRE(findings.isEmpty());
        }
        // What counts as a backup is whole, and one that was told of counts.
        const QList<KeptBackup> kept = backupsIn(after.path());
        REQUIRE((newestBackup(kept) || !hasKept));
        for (const KeptBackup &backup : kept)
            REQUIRE((!backup.counts() || isIntact(backup)));
        for (const auto &[name, isThere] : {std::pair(u"new.huiyin"_s, hasNew), std::pair(u"copy.huiyin"_s, hasCopy),
                                            std::pair(u"restored.huiyin"_s, hasRestored)}) {
            INFO(name.toStdString());
            const QString made = after.filePath(name);
            REQUIRE((QFile::exists(made) || !isThere));
            if (!QFile::exists(made))
                continue;
            CaseFile file(made, CaseFile::Mode::Write); // under its name it is whole
            Progress quiet;
            REQUIRE(checkFile(file, quiet).isEmpty());
        }
    }
    WARN(losses.states << " states of " << steps.size() << " steps, " << watch.elapsed() << " ms");
    return losses;
}

} // namespace

TEST_CASE("a power cut loses no ticket that was told of, and leaves the file sound", "[power]")
{
    CHECK(loseCurrent(300, 1).states == 300);
}

TEST_CASE("thousands of power cuts lose nothing", "[.long]")
{
    CHECK(loseCurrent(20'000, 2).states == 20'000);
}
