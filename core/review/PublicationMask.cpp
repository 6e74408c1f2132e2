// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/PublicationMask.h"

#include "domain/Doors.h"
#include "review/HomeDoors.h"
#include "review/NamePlaces.h"
#include "review/NameWords.h"
#include "review/PersonalNames.h"
#include "review/PersonalPlaces.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

template <>
std::span<const CodeEntry<PersonalPlace::Kind>> codeTable<PersonalPlace::Kind>()
{
    using enum PersonalPlace::Kind;
    static constexpr CodeEntry<PersonalPlace::Kind> table[] = {
        {Name, "name", QT_TRANSLATE_NOOP("Code", "Name"), u"姓名"},
        {Phone, "phone", QT_TRANSLATE_NOOP("Code", "Telephone number"), u"电话号码"},
        {Identity, "identity", QT_TRANSLATE_NOOP("Code", "Identity number"), u"身份证号"},
        {Plate, "plate", QT_TRANSLATE_NOOP("Code", "Number plate"), u"车牌号"},
        {BankCard, "bank_card", QT_TRANSLATE_NOOP("Code", "Bank card"), u"银行卡号"},
        {Email, "email", QT_TRANSLATE_NOOP("Code", "E-mail address"), u"电子邮箱"},
        {Account, "account", QT_TRANSLATE_NOOP("Code", "Account"), u"账号"},
        {Address, "address", QT_TRANSLATE_NOOP("Code", "Address"), u"住址"},
    };
    return table;
}

namespace {

using Kind = PersonalPlace::Kind;

void findDoors(PersonalPlaces &places)
{
    const QList<FoundDoor> doors = doorsIn(places.plain());
    for (const FoundDoor &door : doors) {
        QString shown = places.plain().mid(door.start, door.length);
        for (qsizetype i = 0; i < shown.size(); ++i) {
            if (shown[i].isSpace())
                shown[i] = places.text()[door.start + i]; // as wide as it was
        }
        places.add(door.start, door.length, Kind::Address, door.certain, withoutDoorNumbers(shown));
    }
}

// 王建国 → 王某; before 先生 only the surname stays: 王先生.
QString replacementOf(const QString &text, qsizetype start, qsizetype length)
{
    QString name = text.mid(start, length);
    name.removeIf([](QChar sign) { return sign.isSpace(); });
    if (const QString organisation = organisationIn(name); !organisation.isEmpty())
        return u'某' + organisation;
    qsizetype kept = surnameLength(name);
    if (kept == 0)
        kept = name.front().isHighSurrogate() && name.size() > 1 ? 2 : 1;
    const bool titled = courtesyAt(QStringView(text).mid(start + length)) > 0;
    return name.first(kept) + (titled ? QString() : u"某"_s);
}

// 吉C of 吉 C12345; C of CT3456, whose province isn't said.
QString shownOfPlate(QString plate)
{
    plate.removeIf([](QChar sign) { return sign.isSpace(); });
    const bool hasProvince = !plate.isEmpty() && plate.front().script() == QChar::Script_Han;
    return plate.first(std::min<qsizetype>(hasProvince ? 2 : 1, plate.size()));
}

// What is known of a citizen, however it is spaced.
void findKnown(PersonalPlaces &places, const QString &text, const KnownCitizens &known)
{
    if (known.phones.isEmpty() && known.addresses.isEmpty())
        return;
    const LooseText loose(text);
    static const QRegularExpression withArea(u"^0\\d{2,3}-?([2-8]\\d{6,7})$"_s);
    constexpr qsizetype shortest = 7; // 12345 and 110 are nobody's
    for (const QString &phone : known.phones) {
        const QString plain = asPlain(phone).trimmed();
        const auto local = withArea.match(plain);
        for (const QString &number : {plain, local.captured(1), maskedPhone(plain)}) {
            if (number.size() < shortest)
                continue;
            const auto found = loose.placesOf(number);
            for (const LooseText::Span &span : found)
                places.add(span.start, span.length, Kind::Phone, true, hiddenNumber);
        }
    }
    static const QRegularExpression doors( // 五号楼三单元, but not 三道街
        u"(?:[0-9A-Za-z]|[一二三四五六七八九十百]+(?:号|栋|幢|座|单元|门|组|社|楼)).*$"_s);
    constexpr qsizetype shortestAddress = 4;
    for (const QString &address : known.addresses) {
        if (address.trimmed().size() < shortestAddress)
            continue;
        const auto found = loose.placesOf(address);
        for (const LooseText::Span &span : found) {
            const auto door = doors.match(places.plain().mid(span.start, span.length));
            if (door.hasMatch())
                places.add(span.start + door.capturedStart(), door.capturedLength(), Kind::Address, true,
                           withoutDoorNumbers(door.captured()));
        }
    }
}

// A part with its heading in front, so that the heading's words tell what it is.
struct Headed
{
    QString text{};
    qsizetype start = 0; // of the part itself
};

Headed headed(const TextPart &part)
{
    const QString heading = part.heading.simplified().remove(u' ');
    return heading.isEmpty() ? Headed{.text = part.text}
                             : Headed{.text = heading + u'：' + part.text, .start = heading.size() + 1};
}

} // namespace

QList<QList<PersonalPlace>> personalPlacesIn(const QList<TextPart> &parts, const KnownCitizens &known)
{
    QList<Headed> texts;
    NameSearch names(known.names, known.doubtfulNames, known.offices);
    for (const TextPart &part : parts) {
        texts.append(headed(part));
        names.learn(texts.last().text);
    }
    QList<QList<PersonalPlace>> all;
    for (const Headed &one : std::as_const(texts)) {
        PersonalPlaces places(one.text, one.start > 0);
        findKnown(places, one.text, known);
        findPersonalNumbers(places);
        findDoors(places);
        const auto found = names.placesIn(one.text);
        for (const FoundName &name : found)
            places.add(name.start, name.length, Kind::Name, name.certain,
                       replacementOf(one.text, name.start, name.length));
        QList<PersonalPlace> own = places.sorted();
        own.removeIf([&](const PersonalPlace &place) { return place.start < one.start; });
        for (PersonalPlace &place : own)
            place.start -= one.start;
        all.append(own);
    }
    return all;
}

QList<PersonalPlace> personalPlaces(const QString &text, const QStringList &knownNames)
{
    QList<TextPart> lines;
    QList<qsizetype> starts;
    qsizetype at = 0;
    for (const QString &line : text.split(u'\n')) {
        lines.append({.text = line});
        starts.append(at);
        at += line.size() + 1;
    }
    const auto found = personalPlacesIn(lines, {.names = knownNames});
    QList<PersonalPlace> places;
    for (qsizetype i = 0; i < found.size(); ++i) {
        for (PersonalPlace place : found[i]) {
            place.start += starts[i];
            places.append(place);
        }
    }
    return places;
}

QString usualReplacement(PersonalPlace::Kind kind, const QString &text)
{
    switch (kind) {
    case Kind::Name:
        return text.isEmpty() ? QString() : replacementOf(text, 0, text.size());
    case Kind::Plate:
        return shownOfPlate(text) + hiddenNumber;
    case Kind::Address:
        return withoutDoorNumbers(text);
    default:
        return hiddenNumber;
    }
}

QString withReplaced(const QString &text, const QList<PersonalPlace> &places)
{
    QString result;
    qsizetype from = 0;
    for (const PersonalPlace &place : places) {
        result += QStringView(text).mid(from, place.start - from);
        result += place.replacement;
        from = place.start + place.length;
    }
    return result + text.sliced(from);
}

} // namespace huiyin
