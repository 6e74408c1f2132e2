// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/WordXml.h"

#include "domain/Text.h"

namespace huiyin {

using namespace Qt::StringLiterals;

QString xmlText(const QString &text)
{
    QString clean = forceClean(text);
    clean.removeIf([](QChar c) { return c.unicode() == 0xFFFE || c.unicode() == 0xFFFF; });
    return clean;
}

WordXml::WordXml()
    : m_xml(&m_bytes)
{
    m_xml.writeStartDocument(u"1.0"_s, true);
}

void WordXml::open(const char *name, Attributes attributes)
{
    m_xml.writeStartElement(QLatin1StringView(name));
    for (const auto &[key, text] : attributes)
        m_xml.writeAttribute(QLatin1StringView(key), xmlText(text));
}

void WordXml::leaf(const char *name, Attributes attributes)
{
    m_xml.writeEmptyElement(QLatin1StringView(name));
    for (const auto &[key, text] : attributes)
        m_xml.writeAttribute(QLatin1StringView(key), xmlText(text));
}

void WordXml::value(const char *name, const QString &text)
{
    leaf(name, {{"w:val", text}});
}

void WordXml::element(const char *name, const QString &text, Attributes attributes)
{
    open(name, attributes);
    m_xml.writeCharacters(xmlText(text));
    close();
}

void WordXml::openParagraph(const char *style, std::initializer_list<const char *> more)
{
    open("w:p");
    open("w:pPr");
    value("w:pStyle", QLatin1StringView(style));
    for (const char *property : more)
        leaf(property);
    close();
}

void WordXml::run(const QString &text)
{
    open("w:r");
    words(text);
    close();
}

void WordXml::words(const QString &text)
{
    const QString clean = xmlText(text);
    qsizetype from = 0;
    const auto upTo = [&](qsizetype to) {
        if (to > from)
            element("w:t", clean.mid(from, to - from), {{"xml:space", u"preserve"_s}});
        from = to + 1;
    };
    for (qsizetype i = 0; i < clean.size(); ++i) {
        if (clean[i] != u'\n' && clean[i] != u'\t')
            continue;
        upTo(i);
        leaf(clean[i] == u'\n' ? "w:br" : "w:tab");
    }
    upTo(clean.size());
}

void WordXml::paragraph(const char *style, const QString &text, std::initializer_list<const char *> more)
{
    openParagraph(style, more);
    if (!text.isEmpty())
        run(text);
    close();
}

QByteArray WordXml::finish()
{
    m_xml.writeEndDocument();
    return m_bytes;
}

} // namespace huiyin
