// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace huiyin {

class PartXml;
class Progress;
class ZipPackage;

// The texts that the cells of a workbook point to by number, packed: they stay in memory as long as the workbook does.
class SharedStrings
{
public:
    // Throws FileError as PartXml does, and for a text that is too long.
    void read(ZipPackage &package, const QString &part, qsizetype longestText, const Progress &progress);
    void clear();

    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_ends.size()); }
    [[nodiscard]] QString at(qsizetype index) const;

private:
    QByteArray m_bytes; // UTF-8, one after another
    std::vector<quint32> m_ends;
};

// The text of <si> or <is>, where reading stands: of one piece or of several of different looks, without what only
// tells how it is spoken.
QString richText(PartXml &xml, qsizetype longestText);

} // namespace huiyin
