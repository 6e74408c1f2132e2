// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace huiyin {

// The doors in what of an address says where exactly somebody lives: in 5号楼3单元502室 these are 5号楼, 3单元 and 502室, as
// asPlain() writes them.
QStringList doorsOf(const QString &end);

// Signs of a text next to each other, whatever spaces and dashes stand between them, found again and again.
class LooseText
{
public:
    explicit LooseText(const QString &text); // any

    struct Span
    {
        qsizetype start = 0; // in the text, UTF-16 units
        qsizetype length = 0;

        bool operator==(const Span &) const = default;
    };
    // Where `words` (any) stand by themselves: not as the end of a longer number or name (5号楼 in 15号楼), nor as a day
    // of a month (3月5号).
    [[nodiscard]] QList<Span> placesOf(const QString &words) const;

private:
    QString m_signs; // plain, without spaces and dashes
    QList<qsizetype> m_at;
    QString m_plain;
};

} // namespace huiyin
