// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QRandomGenerator>
#include <QString>

#include <vector>

namespace huiyin::test {

// What was done to the files of a folder, as the shim wrote it down.
struct Step
{
    char operation = 0; // TraceHead's
    QByteArray path{};
    qint64 offset = 0;
    QByteArray bytes{};
};
std::vector<Step> traceOf(const QString &path);

// A disk whose cache is lost: each file has what is safe, and the writes that are not; each name likewise.
class Disk
{
public:
    Disk(const QByteArray &folder, const QMap<QByteArray, QByteArray> &files);
    // Of what lies in a folder now, all of it safe.
    explicit Disk(const QString &folder);

    void apply(const Step &step);
    // What somebody finds on it after the current has gone.
    void writeTo(const QString &folder, QRandomGenerator &random) const;

private:
    struct File
    {
        QByteArray safe{};
        std::vector<Step> open{};
    };
    struct Name
    {
        QByteArray path{};
        int file = -1; // -1: none any more
    };

    int newFile();
    void add(const QByteArray &path, const QByteArray &bytes);

    QByteArray m_folder;
    QList<File> m_files;
    QMap<QByteArray, int> m_now;
    QMap<QByteArray, int> m_safe; // names that a crash can't take back
    std::vector<Name> m_names;    // what became of names since
};

} // namespace huiyin::test
