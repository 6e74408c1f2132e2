// SPDX-License-Identifier: GPL-3.0-or-later
#include "handling/FollowUpWords.h"

using namespace Qt::StringLiterals;

namespace huiyin {

TypedWords wordsOf(const NotedCall &noted)
{
    const FollowUpRequest &request = noted.request;
    TypedWords typed{.words = {{u"comment"_s, request.comment}, {u"redoGround"_s, request.redoGround}},
                     .choices = {{u"method"_s, QString(code(request.method))},
                                 {u"answered"_s, noted.isAnswered},
                                 {u"reached"_s, request.reached},
                                 {u"nextStep"_s, QString(code(request.nextStep))}}};
    if (request.solved)
        typed.choices.insert(u"solved"_s, *request.solved);
    if (request.satisfaction)
        typed.choices.insert(u"satisfaction"_s, QString(code(*request.satisfaction)));
    return typed;
}

NotedCall notedIn(const TypedWords &typed, TicketId ticket)
{
    const QJsonObject &choices = typed.choices;
    NotedCall noted;
    noted.isAnswered = choices[u"answered"].toBool();
    noted.request = {.ticket = ticket,
                     .method = fromCode<FollowUpMethod>(choices[u"method"].toString()).value_or(FollowUpMethod::Phone),
                     .reached = choices[u"reached"].toBool(),
                     .solved = choices.contains(u"solved") ? std::optional(choices[u"solved"].toBool()) : std::nullopt,
                     .satisfaction = fromCode<Satisfaction>(choices[u"satisfaction"].toString()),
                     .comment = typed.words[u"comment"].toString(),
                     .nextStep = fromCode<NextStep>(choices[u"nextStep"].toString()).value_or(NextStep::None),
                     .redoGround = typed.words[u"redoGround"].toString()};
    return noted;
}

bool isBlank(const NotedCall &noted)
{
    return wordsOf(noted).saysTheSame(wordsOf({}));
}

} // namespace huiyin
