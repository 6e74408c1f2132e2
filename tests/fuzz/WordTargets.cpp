// SPDX-License-Identifier: GPL-3.0-or-later
// Small things in files of strangers: JSON of settings, views, profiles, manifests; packed figures; texts and formats;
// bulletins of others.
#include "FuzzTarget.h"

#include "backup/BackupManifest.h"
#include "bulletin/LayoutCheck.h"
#include "bulletin/LayoutDraft.h"
#include "bulletin/LayoutNames.h"
#include "bulletin/LayoutText.h"
#include "calendar/DeadlineRule.h"
#include "calendar/HolidayData.h"
#include "calendar/HolidayNotice.h"
#include "casework/BackupKey.h"
#include "casework/ListViews.h"
#include "domain/DepartmentSheet.h"
#include "domain/Period.h"
#include "domain/PersonalText.h"
#include "domain/Place.h"
#include "domain/SearchQuery.h"
#include "domain/SearchText.h"
#include "exchange/ForeignSheet.h"
#include "review/PublicationMask.h"
#include "review/Review.h"
#include "spreadsheet/CellText.h"
#include "spreadsheet/SheetDay.h"
#include "storage/PackedFacts.h"

#include <QJsonDocument>
#include <QtEndian>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace huiyin::fuzz {

namespace {

// The first byte says what the rest is.
class JsonTarget final : public FuzzTarget
{
    void read(const QByteArray &input) override
    {
        if (input.isEmpty())
            return;
        const QByteArray json = input.sliced(1);
        switch (static_cast<uchar>(input.front()) % 7) {
        case 0:
            if (const auto view = ticketViewOf(json)) {
                const auto again = ticketViewOf(definitionOf(*view));
                promise(again && *again == *view, "a view of tickets comes back as it was kept");
            }
            break;
        case 1:
            if (const auto view = callViewOf(json)) {
                const auto again = callViewOf(definitionOf(*view));
                promise(again && *again == *view, "a view of calls comes back as it was kept");
            }
            break;
        case 2:
            if (const auto profile = sheetProfileFromJson(json)) {
                (void)faultsOf(*profile);
                promise(sheetProfileFromJson(toJson(*profile)) == *profile, "a profile comes back as it was kept");
            }
            break;
        case 3:
            if (const auto manifest = BackupManifest::fromJson(json)) {
                const auto again = BackupManifest::fromJson(manifest->toJson());
                promise(again == *manifest, "a manifest comes back as it was written");
                (void)manifest->fileName(u"四平"_s);
            }
            break;
        case 4:
            try {
                (void)HolidayData::parse(json);
            } catch (const std::logic_error &) {
                throw;
            } catch (const std::runtime_error &) { // as its header says
            }
            break;
        case 5:
            if (const auto key = BackupKey::fromJson(QJsonDocument::fromJson(json).object()))
                promise(BackupKey::fromJson(key->toJson()) == *key, "a key comes back as it was kept");
            break;
        default:
            (void)readNotice(QString::fromUtf8(json), 2027);
        }
    }
};

// The facts of a day, whose checksum is made anew so that changes get past it. The first byte: tickets or calls.
class PackedTarget final : public FuzzTarget
{
    static quint64 checksum(const QByteArray &bytes)
    {
        quint64 sum = 0xCBF29CE484222325ULL ^ static_cast<quint64>(bytes.size());
        const auto mix = [&sum](quint64 value) {
            sum = (sum ^ value) * 0x9E3779B97F4A7C15ULL;
            sum ^= sum >> 29U;
        };
        qsizetype at = 0;
        for (; at + 8 <= bytes.size(); at += 8)
            mix(qFromLittleEndian<quint64>(bytes.constData() + at));
        quint64 rest = 0;
        for (; at < bytes.size(); ++at)
            rest = rest << 8U | static_cast<uchar>(bytes.at(at));
        mix(rest);
        return sum;
    }

    void read(const QByteArray &input) override
    {
        if (input.size() < 2)
            return;
        const QByteArray body = input.sliced(1);
        QByteArray packed(9, '\1');
        qToLittleEndian(checksum(body), packed.data() + 1);
        packed += body;
        FactsPacker again;
        qsizetype visited = 0;
        const bool isRead = input.front() % 2 == 0
                                ? unpackTickets(packed,
                                                [&](const TicketFacts &ticket, const QList<DispatchFacts> &dispatches,
                                                    const QList<FollowUpFacts> &followUps) {
                                                    visited += 1 + dispatches.size() + followUps.size();
                                                    again.add(ticket, dispatches, followUps);
                                                })
                                : unpackCalls(packed, [&](const CallFigureFacts &call) {
                                      ++visited;
                                      again.add(call);
                                  });
        promise(isRead, "the checksum is that of packed days");
        promise(visited <= 2 * body.size(), "no more facts than bytes");
        (void)again.packed();
    }
};

// A layout of bulletins that is taken in, or written as text.
class LayoutTarget final : public FuzzTarget
{
    static void look(const QJsonObject &layout, const QList<LayoutNode> &nodes)
    {
        for (const LayoutNode &node : nodes) {
            promise(partAt(layout, node.path) == node.part, "what the outline names is there");
            look(layout, node.children);
        }
    }

    void read(const QByteArray &input) override
    {
        const QString text = QString::fromUtf8(input);
        for (const QString &path : {u"rates"_s, u"sections/1/paragraph/0/item"_s})
            promise(lineOfPlace(text, path) <= text.count(u'\n') + 1, "a place stands in the text");
        const LayoutReading reading = readLayout(text);
        promise(reading.layout || (reading.line > 0 && !reading.fault.isEmpty()), "a fault is told with its line");
        if (!reading.layout)
            return;
        (void)checkLayout(*reading.layout);
        (void)LayoutNames(*reading.layout).shown(text);
        look(*reading.layout, outlineOf(*reading.layout));
        promise(readLayout(layoutPage(*reading.layout)).layout.has_value(), "a layout that was written can be read");
    }
};

class WordsTarget final : public FuzzTarget
{
    void read(const QByteArray &input) override
    {
        const QString text = QString::fromUtf8(input);
        const qsizetype half = text.size() / 2;
        const QString first = text.first(half);
        (void)maskedText(text);
        (void)maskedText(text, {.name = first, .address = first});
        (void)maskedName(text);
        (void)namesIn(text);
        (void)maskedPhone(text);
        (void)maskedAddress(text);
        (void)withoutNumbers(text);
        promise(asPlain(text).size() == text.size(), "every character keeps its place");
        const SearchQuery query(first);
        qsizetype end = 0;
        for (const TextRange &hit : query.hits(text)) {
            promise(hit.start >= end && hit.length > 0 && hit.start + hit.length <= text.size(),
                    "hits stand in the text, in order and without overlap");
            end = hit.start + hit.length;
        }
        (void)query.matches({.texts = foldForSearch(text), .numbers = foldForSearch(first)});
        const Place place = Place::of(foldForSearch(text), {u"铁西区"_s});
        (void)place.spellings();
        (void)place.in(foldForSearch(text));
        promise(unescapedCellText(escapedCellText(text)) == text, "a cell's text comes back as it was written");
        (void)unescapedCellText(text);
        (void)cellRange(text);
        (void)lookOf(text);
        (void)Limit::parse(text);
        (void)Period::parseMonth(text);
        (void)Period::parseQuarter(text);
        (void)Period::parseYear(text);
        (void)plainCheckCode(text);
        (void)secretFromCode(Password(text));
        (void)faultyGroup(Password(text));
        (void)ChainEnd::fromText(text);
    }
};

// A bulletin of another program, as `review` and `mask` read it.
class BulletinTarget final : public FuzzTarget
{
    void read(const QByteArray &input) override
    {
        const QString text = QString::fromUtf8(input);
        const ReviewText lines = reviewTextOf(text);
        for (const Finding &finding : review(lines)) {
            promise(finding.line >= 1 && finding.line <= lines.lines.size(), "a finding stands in a line");
            const QString &line = lines.lines[finding.line - 1];
            promise(finding.column >= 1 && finding.length >= 0 && finding.column - 1 + finding.length <= line.size(),
                    "a finding stands within its line");
            promise(line.mid(finding.column - 1, finding.length) == finding.text, "a finding says what stands there");
            promise(!finding.message.isEmpty(), "a finding says why");
        }
        (void)reviewFigures(lines);
        qsizetype end = 0;
        const QList<PersonalPlace> places = personalPlaces(text);
        for (const PersonalPlace &place : places) {
            promise(place.start >= end && place.length > 0 && place.start + place.length <= text.size(),
                    "places stand in the text, in order and without overlap");
            promise(text.mid(place.start, place.length) == place.text, "a place says what stands there");
            end = place.start + place.length;
        }
        (void)withReplaced(text, places);
    }
};

} // namespace

QList<TargetEntry> wordTargets()
{
    return {{"json", make<JsonTarget>},
            {"layout", make<LayoutTarget>},
            {"packed", make<PackedTarget>},
            {"words", make<WordsTarget>},
            {"bulletin", make<BulletinTarget>}};
}

} // namespace huiyin::fuzz
