// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinFacts.h"
#include "bulletin/BulletinRowSource.h"
#include "bulletin/RateDefinition.h"

#include <QJsonObject>

namespace huiyin {

// Every word that a layout can say, where: taken from the words that a bulletin itself is composed of, of an office made
// up for it, so that none can be forgotten here.
class LayoutVocabulary
{
public:
    // `grade`: the layout's rule for units.
    explicit LayoutVocabulary(const QList<RateDefinition> &rates, const QJsonObject &grade = {});
    LayoutVocabulary(const LayoutVocabulary &) = delete;
    LayoutVocabulary &operator=(const LayoutVocabulary &) = delete;

    [[nodiscard]] const BulletinFacts &facts() const { return m_facts; }
    // Of the rows of a list or a table of this kind; `below`: of the rows below one.
    [[nodiscard]] WordingScope row(const QString &kind, bool below = false) const;
    // Of a row that sums others up.
    [[nodiscard]] WordingScope rest(const QString &kind) const;
    [[nodiscard]] static WordingScope summary();

private:
    Statistics m_figures;
    CodeTables m_tables;
    QList<RateDefinition> m_rates;
    QJsonObject m_grade;
    BulletinFacts m_facts;
};

// Whether a value has the form {name:how}.
bool canBePrinted(const WordingValue &value, const QString &how);

} // namespace huiyin
