// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/BulletinDocx.h"

#include "domain/Period.h"
#include "domain/Text.h"
#include "exchange/WordTable.h"
#include "exchange/WordXml.h"
#include "spreadsheet/PackageWriter.h"
#include "storage/SafeFile.h"

#include <QFile>
#include <QtEndian>

#include <algorithm>

namespace huiyin {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 emuPerTwip = 635;
constexpr qint64 emuPerInch = 914'400;
constexpr int dpi = 300;
constexpr int pageHeightTwips = 12'756; // 版心

const auto wordNamespace = u"http://schemas.openxmlformats.org/wordprocessingml/2006/main"_s;
const auto relationNamespace = u"http://schemas.openxmlformats.org/officeDocument/2006/relationships"_s;
const auto packageNamespace = u"http://schemas.openxmlformats.org/package/2006/relationships"_s;
const auto drawingNamespace = u"http://schemas.openxmlformats.org/drawingml/2006/main"_s;
const auto pictureNamespace = u"http://schemas.openxmlformats.org/drawingml/2006/picture"_s;

// A part that is the same in every bulletin; resources/docx/README.md tells its measures.
NewPart fixedPart(const QString &name, const QString &resource)
{
    QFile file(u":/huiyin/docx/"_s + resource);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return {.name = name, .bytes = opened ? file.readAll() : QByteArray()};
}

struct PixelSize
{
    qint64 width = 0;
    qint64 height = 0;
};

// From the picture's head; nothing is drawn here.
std::optional<PixelSize> pngSize(const QByteArray &png)
{
    constexpr qsizetype head = 24;
    if (png.size() < head || !png.startsWith("\x89PNG\r\n\x1a\n"))
        return std::nullopt;
    const PixelSize size{.width = qFromBigEndian<quint32>(png.constData() + 16),
                         .height = qFromBigEndian<quint32>(png.constData() + 20)};
    return size.width > 0 && size.height > 0 ? std::optional(size) : std::nullopt;
}

struct MastheadSize
{
    int halfPoints = 0;
    int spacingTwips = 0;
};

// Large and letter-spaced, but in one line; of a very long name the last size wraps.
MastheadSize mastheadSize(const QString &text)
{
    constexpr double largest = 48; // points
    constexpr double smallest = 13;
    constexpr double widest = 0.92 * textTwips / 20;
    constexpr double spacing = 0.18;
    const double characters = qMax(50, wordWidth(text)) / 100.0;
    const double points = std::clamp(widest / characters / (1 + spacing), smallest, largest);
    return {.halfPoints = static_cast<int>(points * 2), .spacingTwips = static_cast<int>(points * spacing * 20)};
}

struct Picture
{
    QString part{}; // media/chart1.png
    QByteArray png{};
};

class BulletinDocx
{
public:
    BulletinDocx(const BulletinDocument &document, const QMap<qsizetype, QByteArray> &chartPngs)
        : m_document(document)
        , m_chartPngs(chartPngs)
    {
    }

    QByteArray bytes()
    {
        QList<NewPart> parts{{.name = u"word/document.xml"_s, .bytes = body()},
                             {.name = u"word/_rels/document.xml.rels"_s, .bytes = bodyRelations()},
                             fixedPart(u"word/styles.xml"_s, u"styles.xml"_s),
                             fixedPart(u"word/settings.xml"_s, u"settings.xml"_s),
                             fixedPart(u"word/fontTable.xml"_s, u"fontTable.xml"_s),
                             fixedPart(u"word/footer1.xml"_s, u"footer-odd.xml"_s),
                             fixedPart(u"word/footer2.xml"_s, u"footer-even.xml"_s),
                             {.name = u"docProps/core.xml"_s, .bytes = properties()}};
        for (const Picture &picture : std::as_const(m_pictures))
            parts.append({.name = u"word/"_s + picture.part, .bytes = picture.png});
        parts.prepend({.name = u"_rels/.rels"_s, .bytes = packageRelations()});
        parts.prepend({.name = u"[Content_Types].xml"_s, .bytes = contentTypes()});
        return packageOf(parts, m_document.date);
    }

private:
    // ---- The text

    QByteArray body()
    {
        m_xml.open("w:document",
                   {{"xmlns:w", wordNamespace},
                    {"xmlns:r", relationNamespace},
                    {"xmlns:wp", u"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"_s}});
        m_xml.open("w:body");
        writeHead();
        for (qsizetype i = 0; i < m_document.blocks.size(); ++i) {
            const BulletinBlock &block = m_document.blocks[i];
            if (const auto *heading = std::get_if<BulletinHeading>(&block))
                writeHeading(*heading, beginsPage(m_document.blocks, i));
            else if (const auto *paragraph = std::get_if<BulletinParagraph>(&block))
                m_xml.paragraph("BodyText", paragraph->text());
            else if (const auto *table = std::get_if<BulletinTable>(&block))
                writeTable(*table, beginsPage(m_document.blocks, i));
            else
                writeChart(std::get<BulletinChart>(block), m_chartPngs.value(i));
        }
        if (!m_document.imprint.isEmpty()) {
            writeWordColophon(m_xml, m_document.imprint);
            m_xml.paragraph("TableEnd", {}); // that the table hangs on
        }
        writeSection();
        return m_xml.finish();
    }

    void writeHead()
    {
        if (!m_document.masthead.isEmpty()) {
            const MastheadSize size = mastheadSize(m_document.masthead);
            m_xml.openParagraph("Masthead");
            m_xml.open("w:r");
            m_xml.open("w:rPr");
            m_xml.value("w:spacing", QString::number(size.spacingTwips));
            m_xml.value("w:sz", QString::number(size.halfPoints));
            m_xml.value("w:szCs", QString::number(size.halfPoints));
            m_xml.close();
            m_xml.words(m_document.masthead);
            m_xml.close();
            m_xml.close();
        }
        if (!m_document.issueLine.isEmpty())
            m_xml.paragraph("IssueLine", m_document.issueLine);
        writeImprintLine();
        if (!m_document.title.isEmpty())
            m_xml.paragraph("Title", m_document.title);
    }

    // Office and date on one line, the red rule below.
    void writeImprintLine()
    {
        const QString date = m_document.date.isValid() ? chineseDate(m_document.date) : QString();
        const char *last = m_document.masthead.isEmpty() ? "HeadLine" : "HeadRule";
        constexpr int lineHalves = 54; // with one character between the two
        if (displayWidth(m_document.office) + displayWidth(date) > lineHalves) {
            m_xml.paragraph("HeadLine", m_document.office);
            m_xml.paragraph(last, QString(u'\t' + date));
        } else if (!m_document.office.isEmpty() || !date.isEmpty()) {
            m_xml.paragraph(last, date.isEmpty() ? m_document.office : QString(m_document.office + u'\t' + date));
        } else if (!m_document.masthead.isEmpty()) {
            m_xml.paragraph(last, {});
        }
    }

    void writeHeading(const BulletinHeading &heading, bool onNewPage)
    {
        static constexpr const char *styles[] = {"Heading1", "Heading2", "Heading3", "Heading4"};
        const char *style = styles[std::clamp(heading.level, 1, 4) - 1];
        if (onNewPage)
            m_xml.paragraph(style, heading.text, {"w:pageBreakBefore"});
        else
            m_xml.paragraph(style, heading.text);
    }

    void writeTable(const BulletinTable &table, bool onNewPage)
    {
        if (onNewPage)
            m_xml.paragraph("Caption", table.title, {"w:pageBreakBefore"});
        else if (!table.title.isEmpty())
            m_xml.paragraph("Caption", table.title);
        writeWordTable(m_xml, table);
        m_xml.paragraph("TableEnd", {});
    }

    void writeChart(const BulletinChart &chart, const QByteArray &png)
    {
        const auto pixels = pngSize(png);
        if (!pixels)
            return;
        m_pictures.append({.part = u"media/chart%1.png"_s.arg(m_pictures.size() + 1), .png = png});
        const QString number = QString::number(m_pictures.size());
        const QString &title = chart.isLine() ? chart.line.title : chart.bars.title;
        if (!title.isEmpty())
            m_xml.paragraph("Caption", title);
        // At its own size, as long as it fits the page with its caption.
        const double shrink =
            std::min({1.0, double(textTwips * emuPerTwip) / double(pixels->width * emuPerInch / dpi),
                      double(pageHeightTwips * emuPerTwip) * 0.9 / double(pixels->height * emuPerInch / dpi)});
        const QString width = QString::number(qint64(double(pixels->width * emuPerInch / dpi) * shrink));
        const QString height = QString::number(qint64(double(pixels->height * emuPerInch / dpi) * shrink));
        const QString words = chartInWords(chart);
        m_xml.openParagraph("Figure");
        m_xml.open("w:r");
        m_xml.open("w:drawing");
        m_xml.open("wp:inline", {{"distT", u"0"_s}, {"distB", u"0"_s}, {"distL", u"0"_s}, {"distR", u"0"_s}});
        m_xml.leaf("wp:extent", {{"cx", width}, {"cy", height}});
        m_xml.leaf("wp:docPr", {{"id", number}, {"name", u"图"_s + number}, {"descr", words}});
        m_xml.open("wp:cNvGraphicFramePr");
        m_xml.leaf("a:graphicFrameLocks", {{"xmlns:a", drawingNamespace}, {"noChangeAspect", u"1"_s}});
        m_xml.close();
        m_xml.open("a:graphic", {{"xmlns:a", drawingNamespace}});
        m_xml.open("a:graphicData", {{"uri", pictureNamespace}});
        m_xml.open("pic:pic", {{"xmlns:pic", pictureNamespace}});
        m_xml.open("pic:nvPicPr");
        m_xml.leaf("pic:cNvPr", {{"id", number}, {"name", u"图"_s + number}, {"descr", words}});
        m_xml.leaf("pic:cNvPicPr");
        m_xml.close();
        m_xml.open("pic:blipFill");
        m_xml.leaf("a:blip", {{"r:embed", u"rIdChart"_s + number}});
        m_xml.open("a:stretch");
        m_xml.leaf("a:fillRect");
        m_xml.close();
        m_xml.close();
        m_xml.open("pic:spPr");
        m_xml.open("a:xfrm");
        m_xml.leaf("a:off", {{"x", u"0"_s}, {"y", u"0"_s}});
        m_xml.leaf("a:ext", {{"cx", width}, {"cy", height}});
        m_xml.close();
        m_xml.open("a:prstGeom", {{"prst", u"rect"_s}});
        m_xml.leaf("a:avLst");
        m_xml.close();
        m_xml.close();
        m_xml.close(); // the picture
        m_xml.close(); // its data
        m_xml.close(); // the graphic
        m_xml.close(); // inline
        m_xml.close(); // the drawing
        m_xml.close(); // the run
        m_xml.close(); // the paragraph
    }

    // A4, 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm; the page's number 7 mm below it.
    void writeSection()
    {
        m_xml.open("w:sectPr");
        m_xml.leaf("w:footerReference", {{"w:type", u"default"_s}, {"r:id", u"rIdFooterOdd"_s}});
        m_xml.leaf("w:footerReference", {{"w:type", u"even"_s}, {"r:id", u"rIdFooterEven"_s}});
        m_xml.leaf("w:pgSz", {{"w:w", u"11906"_s}, {"w:h", u"16838"_s}});
        m_xml.leaf("w:pgMar", {{"w:top", u"2098"_s},
                               {"w:right", QString::number(11'906 - leftTwips - textTwips)},
                               {"w:bottom", u"1984"_s},
                               {"w:left", QString::number(leftTwips)},
                               {"w:header", u"850"_s},
                               {"w:footer", u"1446"_s},
                               {"w:gutter", u"0"_s}});
        m_xml.close();
    }

    // ---- What holds the parts together

    QByteArray contentTypes() const
    {
        const auto type = [](const QString &part) -> QString {
            return u"application/vnd.openxmlformats-officedocument.wordprocessingml."_s + part + u"+xml";
        };
        WordXml xml;
        xml.open("Types", {{"xmlns", u"http://schemas.openxmlformats.org/package/2006/content-types"_s}});
        xml.leaf("Default", {{"Extension", u"rels"_s},
                             {"ContentType", u"application/vnd.openxmlformats-package.relationships+xml"_s}});
        xml.leaf("Default", {{"Extension", u"xml"_s}, {"ContentType", u"application/xml"_s}});
        xml.leaf("Default", {{"Extension", u"png"_s}, {"ContentType", u"image/png"_s}});
        const std::pair<QString, QString> overrides[] = {
            {u"document"_s, u"document.main"_s}, {u"styles"_s, u"styles"_s},  {u"settings"_s, u"settings"_s},
            {u"fontTable"_s, u"fontTable"_s},    {u"footer1"_s, u"footer"_s}, {u"footer2"_s, u"footer"_s}};
        for (const auto &[part, kind] : overrides) {
            xml.leaf("Override", {{"PartName", QString(u"/word/" + part + u".xml")}, {"ContentType", type(kind)}});
        }
        xml.leaf("Override", {{"PartName", u"/docProps/core.xml"_s},
                              {"ContentType", u"application/vnd.openxmlformats-package.core-properties+xml"_s}});
        return xml.finish();
    }

    static QByteArray packageRelations()
    {
        WordXml xml;
        xml.open("Relationships", {{"xmlns", packageNamespace}});
        xml.leaf(
            "Relationship",
            {{"Id", u"rId1"_s}, {"Type", relationNamespace + u"/officeDocument"}, {"Target", u"word/document.xml"_s}});
        xml.leaf("Relationship",
                 {{"Id", u"rId2"_s},
                  {"Type", u"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"_s},
                  {"Target", u"docProps/core.xml"_s}});
        return xml.finish();
    }

    QByteArray bodyRelations() const
    {
        WordXml xml;
        const auto relation = [&xml](const QString &id, const QString &kind, const QString &target) {
            xml.leaf("Relationship",
                     {{"Id", id}, {"Type", QString(relationNamespace + u'/' + kind)}, {"Target", target}});
        };
        xml.open("Relationships", {{"xmlns", packageNamespace}});
        relation(u"rIdStyles"_s, u"styles"_s, u"styles.xml"_s);
        relation(u"rIdSettings"_s, u"settings"_s, u"settings.xml"_s);
        relation(u"rIdFonts"_s, u"fontTable"_s, u"fontTable.xml"_s);
        relation(u"rIdFooterOdd"_s, u"footer"_s, u"footer1.xml"_s);
        relation(u"rIdFooterEven"_s, u"footer"_s, u"footer2.xml"_s);
        for (qsizetype i = 0; i < m_pictures.size(); ++i)
            relation(u"rIdChart%1"_s.arg(i + 1), u"image"_s, m_pictures[i].part);
        return xml.finish();
    }

    // Title and office; the moments are those of the document's date, whenever it was written.
    QByteArray properties() const
    {
        WordXml xml;
        xml.open("cp:coreProperties",
                 {{"xmlns:cp", u"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"_s},
                  {"xmlns:dc", u"http://purl.org/dc/elements/1.1/"_s},
                  {"xmlns:dcterms", u"http://purl.org/dc/terms/"_s},
                  {"xmlns:xsi", u"http://www.w3.org/2001/XMLSchema-instance"_s}});
        xml.element("dc:title",
                    QString(m_document.masthead + m_document.issueLine + u' ' + m_document.title).trimmed());
        xml.element("dc:creator", m_document.office);
        if (m_document.date.isValid()) {
            const QString moment = m_document.date.toString(Qt::ISODate) + u"T00:00:00Z";
            xml.element("dcterms:created", moment, {{"xsi:type", u"dcterms:W3CDTF"_s}});
            xml.element("dcterms:modified", moment, {{"xsi:type", u"dcterms:W3CDTF"_s}});
        }
        return xml.finish();
    }

    const BulletinDocument &m_document;
    const QMap<qsizetype, QByteArray> &m_chartPngs;
    WordXml m_xml;
    QList<Picture> m_pictures;
};

QString lineInWords(const LineData &line)
{
    QString words = u"折线图："_s + line.title + u"。"_s;
    if (line.days.isEmpty() || line.values.size() != line.days.size())
        return words;
    const auto most = std::ranges::max_element(line.values) - line.values.begin();
    const auto least = std::ranges::min_element(line.values) - line.values.begin();
    const auto day = [&line](qsizetype i) -> QString {
        return line.days[i].toString(u"M月d日") + QString::number(line.values[i]);
    };
    return words + line.days.first().toString(u"M月d日") + u"至" + line.days.last().toString(u"M月d日") + u"，最多"
           + day(most) + u"，最少" + day(least) + u"。";
}

} // namespace

QString chartInWords(const BulletinChart &chart)
{
    if (chart.isLine())
        return lineInWords(chart.line);
    constexpr qsizetype most = 20; // read aloud
    QStringList bars;
    for (const ChartBar &bar : chart.bars.bars.first(qMin(most, chart.bars.bars.size())))
        bars.append(bar.label + bar.valueText() + (bar.note.isEmpty() ? QString() : u"（"_s + bar.note + u"）"));
    QString words = u"条形图："_s + chart.bars.title + u"。"_s;
    if (!chart.bars.subtitle.isEmpty())
        words += chart.bars.subtitle + u"。";
    words += bars.join(u"、"_s);
    if (chart.bars.bars.size() > most)
        words += u"，其余%1项"_s.arg(chart.bars.bars.size() - most);
    return words + (bars.isEmpty() ? QString() : u"。"_s);
}

QByteArray docxOf(const BulletinDocument &document, const QMap<qsizetype, QByteArray> &chartPngs)
{
    return BulletinDocx(document, chartPngs).bytes();
}

void writeBulletinDocx(const QString &path, bool overwrite, const BulletinDocument &document,
                       const QMap<qsizetype, QByteArray> &chartPngs)
{
    SafeFile file(path, overwrite);
    file.write(docxOf(document, chartPngs));
    file.commit();
}

} // namespace huiyin
