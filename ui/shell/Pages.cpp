// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Pages.h"

#include "bulletin/BulletinPage.h"
#include "dispatch/DispatchPage.h"
#include "followup/FollowUpPage.h"
#include "intake/IntakePage.h"
#include "knowledge/KnowledgePage.h"
#include "setup/SetupPage.h"
#include "statistics/StatisticsPage.h"
#include "tickets/TicketsPage.h"
#include "today/TodayPage.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::Pages)
};

template <class P>
Page *make(const PageContext &context)
{
    return new P(context);
}

} // namespace

QList<PageEntry> pageEntries()
{
    // Order and icons: today layout-dashboard, intake phone-incoming, tickets file-text, dispatch send,
    // followup phone-outgoing, statistics chart-column, bulletin newspaper, knowledge book-open, setup settings.
    return {
        {u"today"_s, u"layout-dashboard"_s, Text::tr("Today"), make<TodayPage>},
        {u"intake"_s, u"phone-incoming"_s, Text::tr("Intake"), make<IntakePage>},
        {u"tickets"_s, u"file-text"_s, Text::tr("Tickets"), make<TicketsPage>},
        {u"dispatch"_s, u"send"_s, Text::tr("Dispatch"), make<DispatchPage>},
        {u"followup"_s, u"phone-outgoing"_s, Text::tr("Follow-up"), make<FollowUpPage>},
        {u"statistics"_s, u"chart-column"_s, Text::tr("Statistics"), make<StatisticsPage>},
        {u"bulletin"_s, u"newspaper"_s, Text::tr("Bulletins"), make<BulletinPage>},
        {u"knowledge"_s, u"book-open"_s, Text::tr("Knowledge"), make<KnowledgePage>},
        {u"setup"_s, u"settings"_s, Text::tr("Set-up"), make<SetupPage>},
    };
}

} // namespace huiyin
