// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinRows.h"
#include "bulletin/RateDefinition.h"

#include <QJsonObject>
#include <QList>

namespace huiyin {

// 分档: what a unit's rates must be for each grade, best first; the first that it fulfils is its own. A rate without a
// base is not judged. A unit with too few cases has no grade.
class GradeRule
{
public:
    // `grade` of a table: {"count": "dispatched", "least": 10, "bands": [{"grade": "A", "from": {"closure_rate": 98},
    // "to": {"redo_rate": 5}}, …, {"grade": "D"}]}; the thresholds are percentages, included. Throws LayoutError.
    GradeRule(const QJsonObject &grade, const QList<RateDefinition> &rates);

    // Gives each row the words grade and grade_reason: which rates kept it from the grade above.
    void judge(QList<BulletinRow> &rows, const Wording &wording) const;
    // Gives each row the word rank, by the rate of this name; equal rates have the same, too few cases have none. The
    // highest is the first, the lowest with `leastFirst` and where the grades ask of the rate that it is low.
    void rank(QList<BulletinRow> &rows, const QString &rate, bool leastFirst) const;

    // 分档: a row for each band with its name, how many units (count) and which (units) are in it, and what it takes (rule).
    [[nodiscard]] QList<BulletinRow> bandRows(const QList<BulletinRow> &judged) const;
    // graded, ungraded: how many units have enough cases for a grade, and too few; grade_least: the fewest that it takes.
    [[nodiscard]] WordingScope words(const QList<BulletinRow> &judged) const;

private:
    struct Threshold
    {
        QString rate{};
        qint64 hundredths = 0; // of a percent
        QString text{};        // 98%
        bool isMost = false;   // "to": the rate may not be higher
    };
    struct Band
    {
        QString grade{};
        QList<Threshold> thresholds{};
    };
    [[nodiscard]] bool hasTooFew(const BulletinRow &row) const;
    [[nodiscard]] bool isLowWanted(const QString &rate) const;
    [[nodiscard]] static QString printedBeside(const Threshold &missed, Ratio rate, PercentStyle style);
    [[nodiscard]] static bool isKept(const Threshold &threshold, const BulletinRow &row);
    [[nodiscard]] QString nameOf(const QString &rate) const;
    [[nodiscard]] QString reason(const Band &missed, const BulletinRow &row, const Wording &wording) const;

    QList<Band> m_bands;
    QString m_count;
    qint64 m_least = 0;
    QHash<QString, QString> m_names;
};

// Grades the rows of a list or a table of departments by its own rule, or by that of the layout, and leaves those that it
// asks for with `of_grades`; — are those with too few cases.
void gradeRows(QList<BulletinRow> &rows, const QJsonObject &block, const QJsonObject &ofLayout,
               const QList<RateDefinition> &rates, const Wording &wording);

// The usual name of a rate of a unit: 办结率; "" for one that is not known.
QString usualRateName(const QString &rate);

} // namespace huiyin
