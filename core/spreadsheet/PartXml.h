// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "spreadsheet/ZipPackage.h"

#include <QString>
#include <QStringView>
#include <QXmlStreamReader>

#include <memory>

namespace huiyin {

// One XML part of a spreadsheet, token by token, by the local names of its elements, so that any prefix and both
// namespaces of the format will do. Throws FileError with the place for whatever isn't well-formed UTF-8, has a document
// type (entities can grow without end), or is too deep or too long in one piece.
class PartXml
{
public:
    PartXml(ZipPackage &package, const QString &part);
    ~PartXml();

    // On to the next start or end of an element; false at the end of the part, which is sound then.
    bool next();
    [[nodiscard]] bool isStart() const { return m_xml.isStartElement(); }
    [[nodiscard]] bool isEnd() const { return m_xml.isEndElement(); }
    [[nodiscard]] QStringView name() const { return m_xml.name(); }
    [[nodiscard]] int depth() const { return m_depth; } // 1: within the outermost element
    // "" without the attribute. Of several with one local name that without a prefix counts.
    [[nodiscard]] QString attribute(QStringView name) const;
    // The r:id of an element that points to another part.
    [[nodiscard]] QString relation() const;
    [[nodiscard]] bool isTrue(QStringView name) const; // 1, true

    // From the start of an element over its end. Text of elements within it is left out.
    QString text();
    void skip();
    // Over the rest of the part, so that its end and check sum are seen.
    void finish();

    // Where reading stands, for what is reported: "C5".
    void setPlace(const QString &place) { m_place = place; }
    [[nodiscard]] qint64 bytesRead() const;
    [[noreturn]] void fail(const QString &why) const;

private:
    class Guard;

    void step();

    QString m_part;
    std::unique_ptr<PackagePart> m_bytes;
    std::unique_ptr<Guard> m_guard;
    QXmlStreamReader m_xml;
    QString m_place;
    int m_depth = 0;
};

} // namespace huiyin
