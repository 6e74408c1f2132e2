// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/DueHint.h"

#include "casework/IntakeRequest.h"
#include "controls/Tag.h"
#include "shell/CaseSession.h"
#include "tickets/RuleText.h"
#include "tickets/TicketText.h"

#include <QCoreApplication>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::DueHint)
};

} // namespace

void showDue(const CaseSession &session, const IntakeRequest &request, Tag *tag, QLabel *rule)
{
    const QDateTime from = request.call && request.call->startedAt.isValid() ? request.call->startedAt
                           : request.receivedAt.isValid()                    ? request.receivedAt
                                                                             : session.clock().now();
    const auto due = session.deadlines().due({.requestType = request.requestType,
                                              .urgency = request.urgency,
                                              .channel = request.channel,
                                              .marks = request.marks},
                                             from);
    if (!due) {
        tag->setText(Text::tr("none"));
        tag->setTone(Tone::Neutral);
        rule->setText(Text::tr("No rule gives a due time for this."));
        return;
    }
    const TicketText text(session);
    const QDateTime local = session.zone().toLocal(due->at);
    tag->setText(Text::tr("by %1 %2", "day, hour").arg(text.shortDay(local.date()), local.toString(u"HH:mm"_s)));
    tag->setTone(request.urgency == Urgency::Normal ? Tone::Info : Tone::Warn);
    QString why = ruleInWindow(due->rule);
    if (due->provisional)
        why += u" · "_s + Text::tr("provisional: holidays of that year are not known yet");
    rule->setText(why);
    rule->setToolTip(why);
}

} // namespace huiyin
