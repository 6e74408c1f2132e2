// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/PartGroups.h"

#include <optional>

namespace huiyin {

// The checks of one list of parts: their sum (PartSums.cpp) and their shares (PartRules.cpp).
class PartCheck
{
public:
    // `headline`: as in checkParts.
    PartCheck(const ReviewLine &line, const QList<Mention> &headline, const PartGroup &group, QList<Passed> *passed);

    QList<Finding> findings();

private:
    enum class Whole { No, Likely, Surely };

    [[nodiscard]] const Mention &at(qsizetype index) const { return m_line.mentions[index]; }
    [[nodiscard]] const Mention &shareOf(qsizetype item) const { return at(m_group.shares.value(item)); }
    [[nodiscard]] std::optional<QString> namedBase(qsizetype item) const;
    [[nodiscard]] std::optional<qsizetype> countNamed(const QString &name, qsizetype before) const;
    [[nodiscard]] QString right(qsizetype item, PrintedCount base) const;
    [[nodiscard]] bool fits(qsizetype item, PrintedCount base) const;
    [[nodiscard]] bool takesRest(qsizetype item, PrintedCount base) const;
    [[nodiscard]] qsizetype fitting(PrintedCount base) const;
    [[nodiscard]] bool sharesAddUpExactly() const;
    [[nodiscard]] const Mention &principal() const;
    [[nodiscard]] QList<PrintedCount> bases() const;
    void findBase();

    void checkNamedBases();
    void checkShares();
    void checkRuns();
    void tellHiddenBase();
    [[nodiscard]] QString baseText(PrintedCount base) const;
    void passShare(qsizetype item, const QString &base);
    void wrongShare(qsizetype item, PrintedCount base, const QString &message);

    [[nodiscard]] std::optional<qint64> sumOf(const QList<qsizetype> &items) const;
    [[nodiscard]] Whole isWhole() const;
    [[nodiscard]] std::optional<qsizetype> partsOf(qint64 total) const;
    void passSum(qsizetype parts, qint64 total);
    bool checkSum();
    void checkSumOfText();
    void checkRoundedSum();
    void tellSum(const Mention &where, qint64 sum, const QString &total, bool doubtful);
    [[nodiscard]] bool isOpenList(const Mention &total) const;
    void tellExchanged(qint64 sum, const Mention &total);
    bool tellSlip(qint64 sum, PrintedCount total, const QString &text);
    [[nodiscard]] std::optional<qsizetype> slipped(qint64 difference) const;

    const ReviewLine &m_line;
    const QList<Mention> &m_headline;
    const PartGroup &m_group;
    QList<qsizetype> m_ofTotal;
    std::optional<PrintedCount> m_base;
    bool m_isBalanced = false;
    QList<qsizetype> m_told;
    QList<Finding> m_findings;
    QList<Passed> *m_passed;
};

} // namespace huiyin
