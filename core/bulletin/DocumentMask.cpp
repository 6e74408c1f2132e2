// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/DocumentMask.h"

#include "review/NamePlaces.h"
#include "storage/CallRepository.h"
#include "storage/CaseFile.h"
#include "storage/CodeTableRepository.h"
#include "storage/DispatchRepository.h"
#include "storage/FollowUpRepository.h"
#include "storage/TicketRepository.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

using Part = DocumentPlace::Part;
using Choice = MaskDecision::Choice;

bool isOver(const PersonalPlace &a, qsizetype start, qsizetype length)
{
    return a.start < start + length && start < a.start + a.length;
}

// What the editor has found himself: it takes in what it lies over, unless that is to be kept; then it alone is masked.
void addDecided(QList<PersonalPlace> &places, const QString &text, const QList<MaskDecision> &decisions)
{
    for (const MaskDecision &decision : decisions) {
        if (decision.choice != Choice::Mask || decision.text.isEmpty())
            continue;
        const PersonalPlace asked{.kind = decision.kind, .text = decision.text};
        if (const MaskDecision *last = decisionOn(asked, decisions); last != &decision)
            continue;
        const qsizetype length = decision.text.size();
        for (qsizetype at = text.indexOf(decision.text); at >= 0; at = text.indexOf(decision.text, at + length)) {
            const bool isThere = std::ranges::any_of(places, [&](const PersonalPlace &place) {
                return place.start == at && place.length == length && place.kind == decision.kind;
            });
            if (isThere)
                continue;
            qsizetype start = at;
            qsizetype end = at + length;
            for (const PersonalPlace &place : std::as_const(places)) {
                const MaskDecision *other = decisionOn(place, decisions);
                if (!isOver(place, at, length) || (other && other->choice == Choice::Keep))
                    continue;
                start = std::min(start, place.start);
                end = std::max(end, place.start + place.length);
            }
            places.removeIf([&](const PersonalPlace &place) { return isOver(place, at, length); });
            const QString whole = text.mid(start, end - start);
            places.append({.start = start,
                           .length = end - start,
                           .kind = decision.kind,
                           .text = whole,
                           .replacement = decision.replacement.isEmpty() ? usualReplacement(decision.kind, whole)
                                                                         : decision.replacement});
        }
    }
    std::ranges::sort(places, {}, &PersonalPlace::start);
}

// Is it a part of one figure, as the case file has it? 电话2696000个 is nobody's number.
bool isFigure(const BulletinDocument &document, const DocumentPlace &at, const PersonalPlace &place)
{
    if (at.part != Part::Block)
        return false;
    const BulletinBlock &block = document.blocks[at.block];
    if (const auto *table = std::get_if<BulletinTable>(&block)) {
        if (at.row < 0)
            return false;
        const BulletinSpan &cell = table->rows[at.row][at.column];
        return cell.figure && !cell.overtyped && !cell.form.isEmpty();
    }
    const auto *paragraph = std::get_if<BulletinParagraph>(&block);
    if (!paragraph)
        return false;
    qsizetype start = 0;
    for (const BulletinSpan &span : paragraph->spans) {
        const qsizetype end = start + span.text.size();
        if (start <= place.start && place.start + place.length <= end)
            return span.figure && !span.overtyped;
        start = end;
    }
    return false;
}

// Replaces places from the last to the first.
class Masking
{
public:
    explicit Masking(BulletinDocument &document)
        : m_document(document)
    {
    }

    void replace(const DocumentPlace &at, const PersonalPlace &place, const QString &with)
    {
        switch (at.part) {
        case Part::Masthead:
            m_document.masthead.replace(place.start, place.length, with);
            return;
        case Part::IssueLine:
            m_document.issueLine.replace(place.start, place.length, with);
            return;
        case Part::Title:
            m_document.title.replace(place.start, place.length, with);
            return;
        case Part::Block:
            std::visit([&](auto &block) { replaceIn(block, at, place, with); }, m_document.blocks[at.block]);
        }
    }

private:
    static void replaceIn(BulletinHeading &heading, const DocumentPlace &, const PersonalPlace &place,
                          const QString &with)
    {
        heading.text.replace(place.start, place.length, with);
    }

    static void replaceIn(BulletinTable &table, const DocumentPlace &at, const PersonalPlace &place,
                          const QString &with)
    {
        if (at.column < 0)
            table.title.replace(place.start, place.length, with);
        else if (at.row < 0)
            table.header[at.column].replace(place.start, place.length, with);
        else
            replaceIn(table.rows[at.row][at.column], place.start, place.length, with);
    }

    static void replaceIn(BulletinChart &chart, const DocumentPlace &at, const PersonalPlace &place,
                          const QString &with)
    {
        if (at.row >= 0) {
            chart.bars.bars[at.row].label.replace(place.start, place.length, with);
            return;
        }
        const QString before = chart.title;
        chart.title.replace(place.start, place.length, with);
        for (QString *same : {&chart.bars.title, &chart.line.title}) { // the chart's own copies
            if (*same == before)
                *same = chart.title;
        }
    }

    // A place may go over several spans; its first takes what is put there.
    static void replaceIn(BulletinParagraph &paragraph, const DocumentPlace &, const PersonalPlace &place,
                          const QString &with)
    {
        qsizetype start = 0;
        QString rest = with;
        for (BulletinSpan &span : paragraph.spans) {
            const qsizetype end = start + span.text.size();
            const qsizetype from = std::max(start, place.start);
            const qsizetype before = std::min(end, place.start + place.length);
            if (from < before) {
                replaceIn(span, from - start, before - from, rest);
                rest.clear();
            }
            start = end;
        }
        paragraph.spans.removeIf([](const BulletinSpan &span) { return span.text.isEmpty(); });
    }

    // What is masked is no figure any more.
    static void replaceIn(BulletinSpan &span, qsizetype start, qsizetype length, const QString &with)
    {
        span.text.replace(start, length, with);
        span.figure.reset();
        span.form.clear();
        span.overtyped = false;
    }

    BulletinDocument &m_document;
};

void addOffices(KnownCitizens &known, const CaseFile &file, const CodeTables &tables)
{
    known.offices = {file.office().name, file.office().hotline};
    for (const Department &department : tables.departments)
        known.offices += QStringList{department.name, department.shortName} + department.aliases;
    for (const Area &area : tables.areas)
        known.offices.append(area.name);
    for (const Channel &channel : tables.channels)
        known.offices.append(channel.name);
    known.offices.removeIf([](const QString &name) { return name.size() < 2; });
    known.offices.removeDuplicates();
}

} // namespace

const MaskDecision *decisionOn(const PersonalPlace &place, const QList<MaskDecision> &decisions)
{
    const auto found = std::find_if(decisions.crbegin(), decisions.crend(), [&](const MaskDecision &decision) {
        return decision.text == place.text && decision.kind == place.kind;
    });
    return found == decisions.crend() ? nullptr : &*found;
}

QString caseOrigin(TicketId ticket)
{
    return u"ticket %1/told"_s.arg(ticket.value());
}

QList<TicketId> casesIn(const BulletinDocument &document)
{
    static const QRegularExpression ticket(u"(?:^|/)ticket (\\d+)(?:/|$)"_s);
    QList<TicketId> cases;
    for (const BulletinBlock &block : document.blocks) {
        const auto match = ticket.match(originOf(block));
        const TicketId id{match.captured(1).toLongLong()};
        if (match.hasMatch() && !cases.contains(id))
            cases.append(id);
    }
    return cases;
}

KnownCitizens citizensOfCases(CaseFile &file, const QList<TicketId> &tickets)
{
    KnownCitizens known;
    const auto addNamesIn = [&known](const QString &text) {
        const QList<FoundName> found = namesByContext(text);
        for (const FoundName &name : found) {
            if (name.official)
                continue;
            const QString word = text.mid(name.start, name.length);
            if (name.certain)
                known.names.append(word);
            else if (!isCommonWord(word))
                known.doubtfulNames.append(word);
        }
    };
    Database &database = file.database();
    for (const TicketId id : tickets) {
        const auto ticket = TicketRepository(database).byId(id);
        if (!ticket)
            continue;
        known.names.append(ticket->requester);
        known.phones.append(ticket->phone);
        known.addresses.append(ticket->address);
        for (const QString &text : {ticket->title, ticket->content, ticket->answer})
            addNamesIn(text);
        const QList<Call> calls = CallRepository(database).ofTicket(id);
        for (const Call &call : calls) {
            known.names.append(call.caller);
            known.phones.append(call.phone);
            addNamesIn(call.note);
        }
        const QList<Dispatch> dispatches = DispatchRepository(database).ofTicket(id);
        for (const Dispatch &dispatch : dispatches)
            addNamesIn(dispatch.reply);
        const QList<FollowUp> followUps = FollowUpRepository(database).ofTicket(id);
        for (const FollowUp &followUp : followUps)
            addNamesIn(followUp.comment);
    }
    for (QStringList *words : {&known.names, &known.doubtfulNames, &known.phones, &known.addresses}) {
        words->removeAll(QString());
        words->removeDuplicates();
    }
    addOffices(known, file, CodeTableRepository(database).load());
    return known;
}

QList<DocumentPersonalPlace> personalPlacesOf(const BulletinDocument &document, const KnownCitizens &known,
                                              const QList<MaskDecision> &decisions)
{
    const QList<DocumentText> texts = textsOf(document);
    QList<TextPart> parts;
    for (const DocumentText &text : texts)
        parts.append({.text = text.text, .heading = text.heading});
    KnownCitizens all = known;
    all.offices.append(document.office);
    const auto found = personalPlacesIn(parts, all);
    QList<DocumentPersonalPlace> places;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        QList<PersonalPlace> own = found[i];
        own.removeIf([&](const PersonalPlace &place) { return isFigure(document, texts[i].place, place); });
        addDecided(own, texts[i].text, decisions);
        for (const PersonalPlace &place : std::as_const(own)) {
            DocumentPlace at = texts[i].place;
            at.start = place.start;
            at.length = place.length;
            places.append({.place = place, .at = at});
        }
    }
    return places;
}

QList<DocumentPersonalPlace> forEditor(QList<DocumentPersonalPlace> places)
{
    std::stable_partition(places.begin(), places.end(),
                          [](const DocumentPersonalPlace &place) { return !place.place.certain; });
    return places;
}

QList<DocumentPersonalPlace> undecided(const QList<DocumentPersonalPlace> &places, const QList<MaskDecision> &decisions)
{
    QList<DocumentPersonalPlace> open = places;
    open.removeIf(
        [&](const DocumentPersonalPlace &place) { return place.place.certain || decisionOn(place.place, decisions); });
    return open;
}

BulletinDocument published(const BulletinDocument &document, const KnownCitizens &known,
                           const QList<MaskDecision> &decisions)
{
    BulletinDocument result = document;
    Masking masking(result);
    const QList<DocumentPersonalPlace> places = personalPlacesOf(document, known, decisions);
    for (auto place = places.crbegin(); place != places.crend(); ++place) {
        const MaskDecision *decision = decisionOn(place->place, decisions);
        if (decision && decision->choice == Choice::Keep)
            continue;
        const bool ownWords = decision && !decision->replacement.isEmpty();
        masking.replace(place->at, place->place, ownWords ? decision->replacement : place->place.replacement);
    }
    return result;
}

} // namespace huiyin
