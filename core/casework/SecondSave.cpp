// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/SecondSave.h"

#include "domain/Text.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// As the commands tidy what they are given.
QString trimmed(const QString &text)
{
    return forceClean(text).trimmed();
}

QString inOneLine(const QString &text)
{
    return forceClean(text).simplified();
}

QString phoneNumber(const QString &text)
{
    return halfWidth(forceClean(text)).trimmed();
}

// requestType → request_type, the field's name in the history
QString historyName(const QString &field)
{
    QString name;
    for (const QChar c : field) {
        if (c.isUpper())
            name += u'_';
        name += c.toLower();
    }
    return name;
}

// What both kinds of request hold of a ticket.
template <class Request>
QList<MergeField<Request>> ticketFields()
{
    return {mergeField(u"title"_s, &Request::title, inOneLine),
            mergeField(u"content"_s, &Request::content, trimmed),
            mergeField(u"requestType"_s, &Request::requestType),
            mergeField(u"category"_s, &Request::category),
            mergeField(u"topic"_s, &Request::topic),
            mergeField(u"area"_s, &Request::area),
            mergeField(u"address"_s, &Request::address, trimmed),
            mergeField(u"requester"_s, &Request::requester, trimmed),
            mergeField(u"phone"_s, &Request::phone, phoneNumber),
            mergeField(u"requesterKind"_s, &Request::requesterKind),
            mergeField(u"confidentiality"_s, &Request::confidentiality)};
}

} // namespace

const QList<MergeField<CorrectionRequest>> &correctionFields()
{
    static const QList<MergeField<CorrectionRequest>> fields = ticketFields<CorrectionRequest>();
    return fields;
}

const QList<MergeField<IntakeRequest>> &draftFields()
{
    static const QList<MergeField<IntakeRequest>> fields =
        ticketFields<IntakeRequest>()
        + QList<MergeField<IntakeRequest>>{mergeField(u"receivedAt"_s, &IntakeRequest::receivedAt),
                                           mergeField(u"channel"_s, &IntakeRequest::channel),
                                           mergeField(u"channelReference"_s, &IntakeRequest::channelReference, trimmed),
                                           mergeField(u"urgency"_s, &IntakeRequest::urgency),
                                           mergeField(u"marks"_s, &IntakeRequest::marks),
                                           mergeField(u"repeatOf"_s, &IntakeRequest::repeatOf),
                                           mergeField(u"answer"_s, &IntakeRequest::answer, trimmed),
                                           mergeField(u"usedArticles"_s, &IntakeRequest::usedArticles)};
    return fields;
}

const QList<MergeField<KnowledgeArticle>> &articleFields()
{
    static const QList<MergeField<KnowledgeArticle>> fields{
        mergeField(u"question"_s, &KnowledgeArticle::question, inOneLine),
        mergeField(u"answer"_s, &KnowledgeArticle::answer, trimmed),
        mergeField(u"category"_s, &KnowledgeArticle::category),
        mergeField(u"department"_s, &KnowledgeArticle::department),
        mergeField(u"keywords"_s, &KnowledgeArticle::keywords, inOneLine),
        mergeField(u"ground"_s, &KnowledgeArticle::ground, inOneLine),
        mergeField(u"validTo"_s, &KnowledgeArticle::validTo)};
    return fields;
}

CorrectionRequest correctionOf(const Ticket &ticket)
{
    return {.ticket = ticket.id.value_or(TicketId(0)),
            .version = ticket.version,
            .requestType = ticket.requestType,
            .category = ticket.category,
            .topic = ticket.topic,
            .area = ticket.area,
            .address = ticket.address,
            .title = ticket.title,
            .content = ticket.content,
            .requester = ticket.requester,
            .phone = ticket.phone,
            .requesterKind = ticket.requesterKind,
            .confidentiality = ticket.confidentiality};
}

IntakeRequest draftOf(const Ticket &ticket, const QList<ArticleId> &usedArticles)
{
    return {.draft = ticket.id,
            .draftVersion = ticket.version,
            .receivedAt = ticket.receivedAt,
            .channel = ticket.channel,
            .channelReference = ticket.channelReference,
            .requestType = ticket.requestType,
            .category = ticket.category,
            .topic = ticket.topic,
            .area = ticket.area,
            .address = ticket.address,
            .title = ticket.title,
            .content = ticket.content,
            .requester = ticket.requester,
            .phone = ticket.phone,
            .requesterKind = ticket.requesterKind,
            .confidentiality = ticket.confidentiality,
            .urgency = ticket.urgency,
            .marks = ticket.marks,
            .repeatOf = ticket.repeatOf,
            .answer = ticket.answer,
            .usedArticles = usedArticles};
}

// Events of tickets keep what changed below "ticket", and of texts only that they did; those of articles keep all
// beside each other.
std::optional<FieldOrigin> originOf(const QString &field, const QList<HistoryEvent> &events)
{
    const QString name = historyName(field);
    for (auto event = events.crbegin(); event != events.crend(); ++event) {
        const QJsonObject ticket = event->details.value(u"ticket"_s).toObject();
        if (event->details.contains(name) || ticket.contains(name)
            || ticket.value(u"texts"_s).toArray().contains(QJsonValue(name)))
            return FieldOrigin{.user = event->user, .at = event->at};
    }
    return std::nullopt;
}

} // namespace huiyin
