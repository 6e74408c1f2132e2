// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/Composer.h"
#include "exchange/DemoOffice.h"
#include "storage/CaseFile.h"

#include <QHash>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

namespace huiyin::test {

// A bulletin of the sample office in a layout; each is composed once.
inline const BulletinDocument &sampleBulletin(const QString &layout = QStringLiteral("siping-monthly"))
{
    static QHash<QString, BulletinDocument> composed = [] {
        QHash<QString, BulletinDocument> all;
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("office.huiyin"));
        Progress quiet;
        createDemo(path, QStringLiteral("siping-2020-02"), SystemClock(), quiet);
        CaseFile file(path, CaseFile::Mode::Read);
        const auto known = layouts();
        for (const LayoutInfo &one : known) {
            all.insert(one.name, composeBulletin(file, {.layout = one.name,
                                                        .period = Period::days(QDate(2020, 2, 9), QDate(2020, 2, 29)),
                                                        .issue = 2,
                                                        .runningIssue = 86,
                                                        .date = QDate(2020, 3, 2)}));
        }
        return all;
    }();
    const auto found = composed.constFind(layout);
    REQUIRE(found != composed.cend());
    return *found;
}

} // namespace huiyin::test
