// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QXmlStreamWriter>

#include <initializer_list>
#include <utility>

namespace huiyin {

// Text that every XML parser takes: no control characters, no half of a pair.
QString xmlText(const QString &text);

// A part of a .docx being written, element by element, in the order that WordprocessingML wants them.
class WordXml
{
public:
    using Attributes = std::initializer_list<std::pair<const char *, QString>>;

    WordXml();

    void open(const char *name, Attributes attributes = {});
    void close() { m_xml.writeEndElement(); }
    void leaf(const char *name, Attributes attributes = {});                         // without content
    void value(const char *name, const QString &text);                               // <name w:val="text"/>
    void element(const char *name, const QString &text, Attributes attributes = {}); // with text in it

    // <w:p> with its style; `more` are further elements of its properties that may stand behind the style.
    void openParagraph(const char *style, std::initializer_list<const char *> more = {});
    // A run; a line feed becomes a break, a tab a tab.
    void run(const QString &text);
    void words(const QString &text);
    void paragraph(const char *style, const QString &text, std::initializer_list<const char *> more = {});

    // Closes all that is open.
    QByteArray finish();

private:
    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
};

} // namespace huiyin
