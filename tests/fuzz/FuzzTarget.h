// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QTemporaryDir>

#include <memory>

// What a stranger's bytes are given to. Each target hands an input to one way into the program and goes through
// everything that comes of it; libFuzzer looks for inputs that break it, and core_tests runs those that are kept.
namespace huiyin::fuzz {

class FuzzTarget
{
public:
    virtual ~FuzzTarget() = default;
    FuzzTarget(const FuzzTarget &) = delete;
    FuzzTarget &operator=(const FuzzTarget &) = delete;

    // Refusals with a sentence for the user (FileError, StorageError) are as it should be. Throws for all else: what is
    // not meant to come out of there, and std::logic_error where a promise is broken.
    void run(const QByteArray &input);

protected:
    FuzzTarget() = default;

    virtual void read(const QByteArray &input) = 0;
    // A file with these bytes in the target's folder, in the place of an earlier one.
    QString put(const QString &name, const QByteArray &bytes);
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

struct TargetEntry
{
    const char *name; // its folder in tests/data/fuzz
    std::unique_ptr<FuzzTarget> (*make)();
};
QList<TargetEntry> fuzzTargets();
std::unique_ptr<FuzzTarget> fuzzTarget(const QByteArray &name); // nullptr: there is none

template <class Target>
std::unique_ptr<FuzzTarget> make()
{
    return std::make_unique<Target>();
}

QList<TargetEntry> tableTargets();
QList<TargetEntry> fileTargets();
QList<TargetEntry> wordTargets();

// Throws std::logic_error.
void promise(bool kept, const char *what);

// Changes of bytes, as an input tells them one after another: bytes in another's place, a page of zeros, a page over
// another, an end cut off. So an input of a few bytes makes a damaged file of a large one.
QByteArray changed(QByteArray bytes, const QByteArray &input, qsizetype pageSize);

} // namespace huiyin::fuzz
