// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/ComparedFields.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::ComparedFields)
};

} // namespace

QString ticketFieldLabel(const QString &field)
{
    const QHash<QString, QString> labels{{u"title"_s, Text::tr("Title")},
                                         {u"content"_s, Text::tr("Content")},
                                         {u"requestType"_s, Text::tr("Type")},
                                         {u"category"_s, Text::tr("Category")},
                                         {u"topic"_s, Text::tr("Topic")},
                                         {u"area"_s, Text::tr("Area")},
                                         {u"address"_s, Text::tr("Address")},
                                         {u"requester"_s, Text::tr("Requester")},
                                         {u"phone"_s, Text::tr("Phone")},
                                         {u"requesterKind"_s, Text::tr("Kind of requester")},
                                         {u"confidentiality"_s, Text::tr("Confidentiality")},
                                         {u"receivedAt"_s, Text::tr("Time of receipt")},
                                         {u"channel"_s, Text::tr("Channel")},
                                         {u"channelReference"_s, Text::tr("Number of the channel")},
                                         {u"urgency"_s, Text::tr("Urgency")},
                                         {u"marks"_s, Text::tr("Marks")},
                                         {u"repeatOf"_s, Text::tr("Repeat of")},
                                         {u"answer"_s, Text::tr("Answer")},
                                         {u"usedArticles"_s, Text::tr("Articles used")}};
    return labels.value(field);
}

} // namespace huiyin
