// SPDX-License-Identifier: GPL-3.0-or-later
#include "FuzzTarget.h"

#include "storage/SafeFile.h"
#include "storage/StorageError.h"

#include <QFile>

#include <algorithm>
#include <stdexcept>

namespace huiyin::fuzz {

void promise(bool kept, const char *what)
{
    if (!kept)
        throw std::logic_error(what);
}

void FuzzTarget::run(const QByteArray &input)
{
    try {
        read(input);
    } catch (const FileError &error) {
        promise(!error.message().isEmpty(), "a refusal says why");
    } catch (const StorageError &error) {
        promise(!error.message().isEmpty(), "a refusal says why");
    }
}

QString FuzzTarget::put(const QString &name, const QByteArray &bytes)
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s can't be written", qUtf8Printable(file.fileName()));
    return file.fileName();
}

QList<TargetEntry> fuzzTargets()
{
    return tableTargets() + fileTargets() + wordTargets();
}

std::unique_ptr<FuzzTarget> fuzzTarget(const QByteArray &name)
{
    const auto all = fuzzTargets();
    const auto found = std::ranges::find_if(all, [&name](const TargetEntry &entry) { return name == entry.name; });
    return found == all.end() ? nullptr : found->make();
}

QByteArray changed(QByteArray bytes, const QByteArray &input, qsizetype pageSize)
{
    qsizetype at = 0;
    const auto number = [&input, &at](int size) {
        qsizetype value = 0;
        for (int i = 0; i < size && at < input.size(); ++i)
            value = value << 8 | static_cast<uchar>(input.at(at++));
        return value;
    };
    while (at < input.size() && bytes.size() > pageSize) {
        const qsizetype pages = bytes.size() / pageSize;
        switch (number(1) % 5) {
        case 0: {
            const qsizetype to = number(3) % bytes.size();
            const qsizetype length =
                std::min({number(1) % 64 + 1, input.size() - at, static_cast<qsizetype>(bytes.size() - to)});
            bytes.replace(to, length, input.mid(at, length));
            at += length;
            break;
        }
        case 1:
            bytes.replace(number(2) % pages * pageSize, pageSize, QByteArray(pageSize, '\0'));
            break;
        case 2: {
            const qsizetype from = number(2) % pages;
            const qsizetype to = number(2) % pages;
            bytes.replace(to * pageSize, pageSize, bytes.mid(from * pageSize, pageSize));
            break;
        }
        case 3: {
            const qsizetype page = number(2) % pages; // a place within it, where most of it lies
            const qsizetype to = page * pageSize + number(2) % pageSize;
            bytes[to] = static_cast<char>(number(1));
            break;
        }
        default:
            bytes.chop(number(2) % bytes.size());
        }
    }
    return bytes;
}

} // namespace huiyin::fuzz
