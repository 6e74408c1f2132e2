// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/DemoOffice.h"
#include "storage/CaseFile.h"
#include "storage/Database.h"

#include <QTemporaryDir>

#include <memory>

namespace huiyin::test {

// A generated office in a folder of its own, open for writing.
class GeneratedOffice
{
public:
    explicit GeneratedOffice(const GenerateOptions &options)
    {
        Progress quiet;
        generateCaseFile(path(), options, SystemClock(), quiet);
        file = std::make_unique<CaseFile>(path(), CaseFile::Mode::Write);
    }
    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("office.huiyin")); }
    Database &database() { return file->database(); }

    QTemporaryDir folder;
    std::unique_ptr<CaseFile> file;
};

} // namespace huiyin::test
