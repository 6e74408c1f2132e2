// SPDX-License-Identifier: GPL-3.0-or-later
#include "handling/CorrectionWords.h"

#include "domain/Code.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr std::pair<QLatin1StringView, QString CorrectionRequest::*> texts[] = {
    {QLatin1StringView("title"), &CorrectionRequest::title},
    {QLatin1StringView("content"), &CorrectionRequest::content},
    {QLatin1StringView("address"), &CorrectionRequest::address},
    {QLatin1StringView("requester"), &CorrectionRequest::requester},
    {QLatin1StringView("phone"), &CorrectionRequest::phone}};

template <class IdType>
void put(QJsonObject &object, const QString &name, const std::optional<IdType> &id)
{
    if (id)
        object.insert(name, id->value());
}

template <class IdType>
std::optional<IdType> idIn(const QJsonObject &object, const QString &name)
{
    return object.contains(name) ? std::optional(IdType(object[name].toInteger())) : std::nullopt;
}

QJsonObject textsOf(const CorrectionRequest &request)
{
    QJsonObject object;
    for (const auto &[name, text] : texts)
        object.insert(name, request.*text);
    return object;
}

QJsonObject choicesOf(const CorrectionRequest &request)
{
    QJsonObject object{{u"requesterKind"_s, QString(code(request.requesterKind))},
                       {u"confidentiality"_s, QString(code(request.confidentiality))}};
    put(object, u"requestType"_s, request.requestType);
    put(object, u"category"_s, request.category);
    put(object, u"topic"_s, request.topic);
    put(object, u"area"_s, request.area);
    return object;
}

// Laid over `request`; texts that aren't there stay.
void read(CorrectionRequest &request, const QJsonObject &words, const QJsonObject &choices)
{
    for (const auto &[name, text] : texts) {
        if (words.contains(name))
            request.*text = words[name].toString();
    }
    request.requesterKind =
        fromCode<RequesterKind>(choices[u"requesterKind"].toString()).value_or(request.requesterKind);
    request.confidentiality =
        fromCode<Confidentiality>(choices[u"confidentiality"].toString()).value_or(request.confidentiality);
    request.requestType = idIn<RequestTypeId>(choices, u"requestType"_s);
    request.category = idIn<CategoryId>(choices, u"category"_s);
    request.topic = idIn<TopicId>(choices, u"topic"_s);
    request.area = idIn<AreaId>(choices, u"area"_s);
}

} // namespace

TypedWords wordsOf(const BegunCorrection &begun)
{
    QJsonObject changed;
    for (const auto &[name, text] : texts) {
        if (begun.mine.*text != begun.base.*text)
            changed.insert(name, begun.mine.*text);
    }
    return {.words = changed,
            .choices = {{u"chosen"_s, choicesOf(begun.mine)},
                        {u"version"_s, begun.base.version},
                        {u"baseTexts"_s, textsOf(begun.base)},
                        {u"baseChosen"_s, choicesOf(begun.base)}}};
}

std::optional<BegunCorrection> correctionIn(const TypedWords &words, TicketId ticket)
{
    const QJsonObject &choices = words.choices;
    if (!choices[u"baseTexts"].isObject() || !choices[u"version"].isDouble())
        return std::nullopt;
    BegunCorrection begun;
    begun.base.ticket = ticket;
    begun.base.version = choices[u"version"].toInteger();
    read(begun.base, choices[u"baseTexts"].toObject(), choices[u"baseChosen"].toObject());
    begun.mine = begun.base;
    read(begun.mine, words.words, choices[u"chosen"].toObject());
    return begun;
}

} // namespace huiyin
