// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/HandlingRules.h"

#include "storage/CaseFile.h"
#include "storage/OfficeRepository.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {
const auto key = u"handling_rules"_s;
}

HandlingRules HandlingRules::of(CaseFile &file)
{
    const QJsonObject kept = OfficeRepository(file.database()).setting(key).toObject();
    const HandlingRules usual;
    return {.extensions = kept[u"extensions"].toInt(usual.extensions),
            .extensionDays = kept[u"extension_days"].toInt(usual.extensionDays),
            .followUp = kept[u"follow_up"].toBool(usual.followUp),
            .followUpTries = kept[u"follow_up_tries"].toInt(usual.followUpTries),
            .followUpNeedsSatisfied = kept[u"follow_up_needs_satisfied"].toBool(usual.followUpNeedsSatisfied),
            .attachmentMegabytes = kept[u"attachment_megabytes"].toInt(usual.attachmentMegabytes),
            .ticketMegabytes = kept[u"ticket_megabytes"].toInt(usual.ticketMegabytes)};
}

void HandlingRules::save(CaseFile &file) const
{
    OfficeRepository(file.database())
        .setSetting(key, QJsonObject{{u"extensions"_s, extensions},
                                     {u"extension_days"_s, extensionDays},
                                     {u"follow_up"_s, followUp},
                                     {u"follow_up_tries"_s, followUpTries},
                                     {u"follow_up_needs_satisfied"_s, followUpNeedsSatisfied},
                                     {u"attachment_megabytes"_s, attachmentMegabytes},
                                     {u"ticket_megabytes"_s, ticketMegabytes}});
}

} // namespace huiyin
