// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/Decisions.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

const FindingExplanation *BulletinDecisions::of(const DocumentFinding &finding) const
{
    const auto found = std::ranges::find(explained, finding.fingerprint, &FindingExplanation::fingerprint);
    return found == explained.end() ? nullptr : &*found;
}

const MaskDecision *BulletinDecisions::on(const PersonalPlace &place) const
{
    return decisionOn(place, masks);
}

void BulletinDecisions::explain(const FindingExplanation &explanation)
{
    withdraw(explanation.fingerprint);
    explained.append(explanation);
}

void BulletinDecisions::withdraw(const QString &fingerprint)
{
    explained.removeIf([&fingerprint](const FindingExplanation &one) { return one.fingerprint == fingerprint; });
}

void BulletinDecisions::decide(const MaskDecision &decision)
{
    undecide(decision.text, decision.kind);
    masks.append(decision);
}

void BulletinDecisions::undecide(const QString &text, PersonalPlace::Kind kind)
{
    masks.removeIf([&](const MaskDecision &one) { return one.text == text && one.kind == kind; });
}

void BulletinDecisions::remember(const QList<TicketId> &tickets)
{
    for (const TicketId ticket : tickets) {
        if (!told.contains(ticket))
            told.append(ticket);
    }
}

QByteArray toJson(const BulletinDecisions &decisions)
{
    QJsonArray explained;
    for (const FindingExplanation &one : decisions.explained) {
        explained.append(QJsonObject{{u"finding"_s, one.fingerprint},
                                     {u"text"_s, one.text},
                                     {u"reason"_s, one.reason},
                                     {u"by"_s, one.by},
                                     {u"at"_s, one.at.toMSecsSinceEpoch()}});
    }
    QJsonArray masks;
    for (const MaskDecision &one : decisions.masks) {
        QJsonObject object{{u"text"_s, one.text},
                           {u"kind"_s, QString(code(one.kind))},
                           {u"keep"_s, one.choice == MaskDecision::Choice::Keep}};
        if (!one.replacement.isEmpty())
            object.insert(u"replacement"_s, one.replacement);
        masks.append(object);
    }
    QJsonObject object{{u"explained"_s, explained}, {u"masks"_s, masks}};
    QJsonArray told;
    for (const TicketId ticket : decisions.told)
        told.append(ticket.value());
    if (!told.isEmpty())
        object.insert(u"told"_s, told);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<BulletinDecisions> decisionsFromJson(const QByteArray &json)
{
    BulletinDecisions decisions;
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::nullopt;
    const QJsonArray explained = document[u"explained"].toArray();
    for (const auto &entry : explained) {
        const QJsonObject one = entry.toObject();
        decisions.explained.append({.fingerprint = one[u"finding"].toString(),
                                    .text = one[u"text"].toString(),
                                    .reason = one[u"reason"].toString(),
                                    .by = one[u"by"].toString(),
                                    .at = QDateTime::fromMSecsSinceEpoch(one[u"at"].toInteger(), Qt::UTC)});
    }
    const QJsonArray masks = document[u"masks"].toArray();
    for (const auto &entry : masks) {
        const QJsonObject one = entry.toObject();
        const auto kind = fromCode<PersonalPlace::Kind>(one[u"kind"].toString());
        if (!kind)
            return std::nullopt;
        decisions.masks.append(
            {.text = one[u"text"].toString(),
             .kind = *kind,
             .choice = one[u"keep"].toBool() ? MaskDecision::Choice::Keep : MaskDecision::Choice::Mask,
             .replacement = one[u"replacement"].toString()});
    }
    const QJsonArray told = document[u"told"].toArray();
    for (const auto &entry : told)
        decisions.told.append(TicketId(entry.toInteger()));
    return decisions;
}

QList<DocumentFinding> stopping(const DocumentReview &review, const BulletinDecisions &decisions)
{
    QList<DocumentFinding> left;
    for (const DocumentFinding &finding : review.findings) {
        if (!finding.finding.doubtful && !decisions.of(finding))
            left.append(finding);
    }
    return left;
}

} // namespace huiyin
