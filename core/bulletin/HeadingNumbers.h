// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"

#include <QHash>
#include <QString>

#include <optional>

class QJsonArray;

namespace huiyin {

// The number that a heading begins with: 一、 · （一） · 1. · （1）, as GB/T 9704 has them one below the other.
struct HeadingNumber
{
    static constexpr int ranks = 4; // of these
    static constexpr int annex = 4; // 附件1 and
    static constexpr int table = 5; // 附表1 count for themselves

    int rank = 0; // from 0
    int number = 0;
    bool isChinese = false;
    qsizetype start = 0;  // of its digits
    qsizetype length = 0; // of its digits
    qsizetype end = 0;    // behind its sign
};

// 一, 十, 十二, 二十一, 一百零一 … 9999; beyond in digits.
QString chineseNumber(qsizetype number);

// 1 to 99.
std::optional<HeadingNumber> headingNumber(const QString &text);

// The same number in the same form: 3 as 三 or 3.
QString writtenNumber(const HeadingNumber &form, int number);

// Which headings and titles of a layout count on from each other. One whose number doesn't follow from those before it is
// as the layout has it, whatever is left out of the bulletin.
class HeadingSequences
{
public:
    explicit HeadingSequences(const QJsonArray &sections);

    // Numbers what has come to be printed: 一、三、五 becomes 一、二、三. The origins stay.
    void renumber(QList<BulletinBlock> &blocks) const;

private:
    QHash<QString, int> m_of; // which sequence, by origin
};

} // namespace huiyin
