// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ChainText.h"

#include "domain/OfficeZone.h"
#include "domain/Sentences.h"
#include "storage/ChainCheck.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChainText)
};

QString seconds(const ChainCheck &check)
{
    constexpr double least = 0.1; // "0.0 s" would read as if nothing had been done
    return QLocale().toString(std::max(static_cast<double>(check.milliseconds) / 1000.0, least), 'f', 1);
}

} // namespace

QString wholeText(const ChainCheck &check)
{
    return Text::tr(
               "All records were gone through, in %3 s: %1 events of the history and %2 access records are as they "
               "were written.")
        .arg(QLocale().toString(check.history.records), QLocale().toString(check.access.records), seconds(check));
}

QString lastText(const ChainCheck &check, const OfficeZone &zone)
{
    return Text::tr("All records were last gone through on %1, in %4 s: %2 events of the history and %3 access records "
                    "are as they were written.")
        .arg(zone.text(check.at), QLocale().toString(check.history.records), QLocale().toString(check.access.records),
             seconds(check));
}

QString brokenText(const ChainCheck &check, bool toAuditor)
{
    QStringList texts;
    if (const auto number = check.history.firstBreak) {
        texts.append(
            Text::tr("Record number %1 of the history is not as it was written, or records before it were taken "
                     "out.")
                .arg(*number));
    }
    if (const auto number = check.access.firstBreak) {
        texts.append(Text::tr("Access record number %1 is not as it was written, or records before it were taken out.")
                         .arg(*number));
    }
    texts.append(
        toAuditor ? Text::tr("Keep this file as it is, and compare it with an older backup: that shows what was there.")
                  : Text::tr("Keep this file as it is and tell the auditor; an older copy shows what was there."));
    return joinedSentences(texts);
}

} // namespace huiyin
