// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/SharedStrings.h"

#include "spreadsheet/CellText.h"
#include "spreadsheet/PartXml.h"
#include "storage/StorageError.h"

#include <QCoreApplication>

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spreadsheet)
};

constexpr qsizetype mostBytes = qsizetype{160} * 1024 * 1024;
constexpr size_t mostTexts = size_t{8} * 1024 * 1024;
constexpr qsizetype textsBetweenProgress = 4096;

} // namespace

QString richText(PartXml &xml, qsizetype longestText)
{
    const int own = xml.depth();
    QString text;
    while (xml.next() && xml.depth() >= own) {
        if (!xml.isStart())
            continue;
        if (xml.name() == u"t")
            text += xml.text();
        else if (xml.name() != u"r") // rPh, rPr, phoneticPr and what later versions may add
            xml.skip();
        if (text.size() > longestText)
            xml.fail(Text::tr("a text is longer than 1 MB"));
    }
    return unescapedCellText(text);
}

void SharedStrings::read(ZipPackage &package, const QString &part, qsizetype longestText, const Progress &progress)
{
    PartXml xml(package, part);
    if (!xml.next() || xml.name() != u"sst")
        xml.fail(Text::tr("it holds no texts"));
    while (xml.next()) {
        if (!xml.isStart())
            continue;
        if (xml.name() != u"si") {
            xml.skip();
            continue;
        }
        if (size() % textsBetweenProgress == 0)
            stopIfCancelled(progress);
        m_bytes += richText(xml, longestText).toUtf8();
        if (m_bytes.size() > mostBytes || m_ends.size() >= mostTexts)
            xml.fail(Text::tr("it holds more text than can be read at once"));
        m_ends.push_back(static_cast<quint32>(m_bytes.size()));
    }
}

void SharedStrings::clear()
{
    m_bytes = {};
    m_ends = {};
}

QString SharedStrings::at(qsizetype index) const
{
    const auto place = static_cast<size_t>(index);
    const qsizetype start = place == 0 ? 0 : qsizetype{m_ends[place - 1]};
    return QString::fromUtf8(QByteArrayView(m_bytes).sliced(start, qsizetype{m_ends[place]} - start));
}

} // namespace huiyin
