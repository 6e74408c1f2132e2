// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault/DiskTrace.h"

#include "fault/Shim.h"

#include <QDir>
#include <QFile>

#include <catch2/catch.hpp>

#include <cstring>

namespace huiyin::test {

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

namespace {

void put(QByteArray &bytes, const Step &step)
{
    if (step.operation == 't') {
        bytes.resize(step.offset, '\0');
        return;
    }
    if (bytes.size() < step.offset + step.bytes.size())
        bytes.append(step.offset + step.bytes.size() - bytes.size(), '\0');
    std::memcpy(bytes.data() + step.offset, step.bytes.constData(), static_cast<size_t>(step.bytes.size()));
}

Step torn(const Step &step, QRandomGenerator &random)
{
    constexpr quint32 sector = 512; // bytes
    Step part = step;
    part.bytes.truncate(qsizetype{random.bounded(static_cast<quint32>(step.bytes.size()) / sector + 1)} * sector);
    return part;
}

} // namespace

Disk::Disk(const QByteArray &folder, const QMap<QByteArray, QByteArray> &files)
    : m_folder(folder)
{
    for (auto file = files.cbegin(); file != files.cend(); ++file)
        add(file.key(), *file);
}

Disk::Disk(const QString &folder)
    : m_folder(folder.toUtf8())
{
    const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files | QDir::Hidden);
    for (const QFileInfo &info : files) {
        QFile file(info.absoluteFilePath());
        REQUIRE(file.open(QIODevice::ReadOnly));
        add(info.absoluteFilePath().toUtf8(), file.readAll());
    }
}

void Disk::add(const QByteArray &path, const QByteArray &bytes)
{
    const int id = newFile();
    m_files[id].safe = bytes;
    m_now.insert(path, id);
    m_safe.insert(path, id);
}

int Disk::newFile()
{
    m_files.push_back({});
    return static_cast<int>(m_files.size()) - 1;
}

void Disk::apply(const Step &step)
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

void Disk::writeTo(const QString &folder, QRandomGenerator &random) const
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
        if (name.key().endsWith("-shm")) // memory
            continue;
        QByteArray bytes = m_files[*name].safe;
        const auto &open = m_files[*name].open;
        const auto count = static_cast<quint32>(open.size());
        const quint32 way = random.bounded(5U);
        const quint32 first = count == 0 ? 0 : random.bounded(count + 1);
        for (quint32 i = 0; i < count; ++i) {
            const bool taken = way == 0 || (way == 1 && random.bounded(2U) == 1) || (way >= 2 && way < 4 && i < first);
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

} // namespace huiyin::test
