// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/PersonalText.h"
#include "review/PublicationMask.h"

#include <QRegularExpression>

#include <iterator>
#include <map>

namespace huiyin {

// What stands for a number: no digit of it, nor how many there were.
inline const QString hiddenNumber = QStringLiteral("****");

// Collects places, in the order of the text; of two that lie over each other the first that was found stays.
class PersonalPlaces
{
public:
    PersonalPlaces(const QString &text, bool isCell)
        : m_text(text)
        , m_isCell(isCell)
        , m_plain(asPlain(text))
    {
        m_plain.replace(u'＠', u'@');
    }

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const QString &plain() const { return m_plain; }
    [[nodiscard]] bool isCell() const { return m_isCell; } // its column's heading stands in front

    void add(qsizetype start, qsizetype length, PersonalPlace::Kind kind, bool certain, const QString &replacement)
    {
        const auto next = m_places.lower_bound(start);
        const bool reachesNext = next != m_places.end() && next->first < start + length;
        const auto before = next == m_places.begin() ? next : std::prev(next);
        const bool isWithin = before != next && start < before->first + before->second.length;
        if (length > 0 && !reachesNext && !isWithin) {
            m_places.insert_or_assign(next, start,
                                      PersonalPlace{.start = start,
                                                    .length = length,
                                                    .kind = kind,
                                                    .certain = certain,
                                                    .text = m_text.mid(start, length),
                                                    .replacement = replacement});
        }
    }

    // `form` without groups, or with the secret as its first group.
    template <class Certain>
    void addAll(const QRegularExpression &form, PersonalPlace::Kind kind, Certain certain)
    {
        auto found = form.globalMatch(m_plain);
        while (found.hasNext()) {
            const auto match = found.next();
            const int group = form.captureCount() > 0 ? 1 : 0;
            add(match.capturedStart(group), match.capturedLength(group), kind, certain(match), hiddenNumber);
        }
    }

    [[nodiscard]] QList<PersonalPlace> sorted() const
    {
        QList<PersonalPlace> places;
        for (const auto &[start, place] : m_places)
            places.append(place);
        return places;
    }

private:
    QString m_text;
    bool m_isCell = false;
    QString m_plain;                             // every sign keeps its place
    std::map<qsizetype, PersonalPlace> m_places; // by where they start: there may be thousands in a line
};

// Numbers of telephones, identity cards, bank cards, accounts and plates, e-mail addresses, and what masking for lists has
// left of them; a number that an office gives out is doubtful.
void findPersonalNumbers(PersonalPlaces &places);

} // namespace huiyin
