// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/PartXml.h"

#include "storage/SafeFile.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spreadsheet)
};

constexpr int mostDepth = 64;
// Qt keeps a text or a tag whole until it ends, so that one without an end would take the memory of its part twice over.
constexpr qsizetype longestText = qsizetype{8} * 1024 * 1024; // bytes; a cell of 1 MB may be written in references
constexpr qsizetype longestTag = qsizetype{1024} * 1024;
// Qt compares each attribute of a tag with each other.
constexpr int mostAttributes = 128;

} // namespace

// Stands between the bytes and Qt's reader, and stops what the reader would swallow. It knows just enough of XML to tell
// where a tag, a text, a comment ends.
class PartXml::Guard final : public QIODevice
{
public:
    explicit Guard(PackagePart &bytes)
        : m_bytes(bytes)
    {
        open(QIODevice::ReadOnly);
    }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] QString fault() const { return m_fault; }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        // After a fault it is as if the part ended: Qt's reader doesn't expect a device to fail.
        const qint64 got = m_fault.isEmpty() ? m_bytes.read(data, maxSize) : 0;
        for (qint64 i = 0; i < got && m_fault.isEmpty(); ++i)
            follow(data[i]);
        return m_fault.isEmpty() ? std::max<qint64>(got, 0) : 0;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    enum class In { Text, Opening, Tag, Comment, Section, Instruction };

    void follow(char c)
    {
        ++m_length;
        switch (m_in) {
        case In::Text:
            if (c == '<')
                enter(In::Opening);
            else if (c == '\0' || c == '\xFE' || c == '\xFF') // UTF-16 or UTF-32, which no spreadsheet program writes
                m_fault = Text::tr("it is not in UTF-8");
            break;
        case In::Opening:
            opening(c);
            break;
        case In::Tag:
            tag(c);
            break;
        case In::Comment:
            closing(c, '-');
            break;
        case In::Section:
            closing(c, ']');
            break;
        case In::Instruction:
            if (c == '>' && m_run > 0)
                enter(In::Text);
            m_run = c == '?' ? 1 : 0;
            break;
        }
        if (m_length > (m_in == In::Tag ? longestTag : longestText))
            m_fault = Text::tr("a text in it is too long");
    }

    // After "<": what it opens. "<!" opens a comment, a section of text, or a document type.
    void opening(char c)
    {
        if (m_length == 1 && c != '!') {
            enter(c == '?' ? In::Instruction : In::Tag);
            return;
        }
        m_run = m_length == 2 ? c : m_run;
        if (m_length < 3)
            return;
        if (m_length == 3 && m_run == '-' && c == '-')
            enter(In::Comment);
        else if (m_run == '[' && m_length == 8)
            enter(In::Section); // <![CDATA[
        else if (m_run != '[')
            m_fault = Text::tr("it has a document type, which no spreadsheet program writes");
    }

    void tag(char c)
    {
        if (m_quote != 0) {
            m_quote = c == m_quote ? '\0' : m_quote;
        } else if (c == '"' || c == '\'') {
            m_quote = c;
            if (++m_attributes > mostAttributes)
                m_fault = Text::tr("an element in it has too many attributes");
        } else if (c == '>') {
            enter(In::Text);
        }
    }

    // Two of the mark and ">" end a comment or a section.
    void closing(char c, char mark)
    {
        if (c == '>' && m_run >= 2)
            enter(In::Text);
        else
            m_run = c == mark ? m_run + 1 : 0;
    }

    void enter(In in)
    {
        m_in = in;
        m_length = 0;
        m_run = 0;
        m_quote = '\0';
        m_attributes = 0;
    }

    PackagePart &m_bytes;
    QString m_fault;
    In m_in = In::Text;
    qsizetype m_length = 0; // of the tag or text so far
    int m_run = 0;          // marks of its end just seen
    char m_quote = '\0';
    int m_attributes = 0;
};

PartXml::PartXml(ZipPackage &package, const QString &part)
    : m_part(part)
    , m_bytes(package.open(part))
    , m_guard(std::make_unique<Guard>(*m_bytes))
{
    m_xml.setDevice(m_guard.get());
}

PartXml::~PartXml() = default;

void PartXml::fail(const QString &why) const
{
    const QString where =
        m_place.isEmpty() ? m_part : Text::tr("%1, at cell %2", "part of a file").arg(m_part, m_place);
    throw FileError(
        Text::tr("The file can't be read: %1 (%2). Open it in the spreadsheet program, save it under another "
                 "name and import that.")
            .arg(why, where));
}

void PartXml::step()
{
    const auto token = m_xml.readNext();
    if (!m_bytes->fault().isEmpty())
        throw FileError(m_bytes->fault());
    if (!m_guard->fault().isEmpty())
        fail(m_guard->fault());
    if (m_xml.hasError()) {
        fail(Text::tr("line %1, column %2: %3")
                 .arg(m_xml.lineNumber())
                 .arg(m_xml.columnNumber())
                 .arg(m_xml.errorString()));
    }
    switch (token) {
    case QXmlStreamReader::StartDocument: {
        const QStringView encoding = m_xml.documentEncoding();
        if (!encoding.isEmpty() && encoding.compare(u"UTF-8", Qt::CaseInsensitive) != 0
            && encoding.compare(u"US-ASCII", Qt::CaseInsensitive) != 0)
            fail(Text::tr("it is not in UTF-8"));
        break;
    }
    case QXmlStreamReader::DTD:
    case QXmlStreamReader::EntityReference:
        fail(Text::tr("it has a document type, which no spreadsheet program writes"));
    case QXmlStreamReader::StartElement:
        if (++m_depth > mostDepth)
            fail(Text::tr("its elements stand in each other too deep"));
        break;
    case QXmlStreamReader::EndElement:
        --m_depth;
        break;
    default:
        break;
    }
}

bool PartXml::next()
{
    while (!m_xml.atEnd()) {
        step();
        if (m_xml.isStartElement() || m_xml.isEndElement())
            return true;
    }
    m_bytes->finish();
    return false;
}

QString PartXml::attribute(QStringView name) const
{
    const QXmlStreamAttributes attributes = m_xml.attributes();
    QString found;
    for (const QXmlStreamAttribute &attribute : attributes) {
        if (attribute.name() != name)
            continue;
        if (attribute.prefix().isEmpty())
            return attribute.value().toString();
        found = attribute.value().toString();
    }
    return found;
}

QString PartXml::relation() const
{
    const QXmlStreamAttributes attributes = m_xml.attributes();
    for (const QXmlStreamAttribute &attribute : attributes) {
        if (attribute.name() == u"id" && attribute.namespaceUri().endsWith(u"relationships"))
            return attribute.value().toString();
    }
    return {};
}

bool PartXml::isTrue(QStringView name) const
{
    const QString value = attribute(name);
    return value == u"1" || value == u"true";
}

QString PartXml::text()
{
    const int own = m_depth;
    QString result;
    while (m_depth >= own) {
        step();
        if (m_xml.isCharacters() && m_depth == own)
            result += m_xml.text();
        // The guard counts from mark to mark, and comments may stand between pieces of one text.
        if (result.size() > longestText)
            fail(Text::tr("a text in it is too long"));
    }
    return result;
}

void PartXml::skip()
{
    const int own = m_depth;
    while (m_depth >= own)
        step();
}

void PartXml::finish()
{
    while (next()) {
    }
}

qint64 PartXml::bytesRead() const
{
    return m_bytes->position();
}

} // namespace huiyin
