// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/BulletinText.h"

#include "bulletin/PrintedCell.h"
#include "domain/Text.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

QString indented(const QString &text)
{
    return u"　　"_s + text + u'\n';
}

QString tableText(const BulletinTable &table)
{
    const QStringList header = table.foldedHeader();
    const auto rows = table.foldedRows();
    QList<int> widths;
    for (const QString &cell : header)
        widths.append(displayWidth(cell));
    for (const auto &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = qMax(widths[i], displayWidth(row[i].text));
    }
    const auto line = [&widths](const QStringList &cells) -> QString {
        QString text;
        for (qsizetype i = 0; i < cells.size(); ++i)
            text += cells[i] + QString(widths[i] - displayWidth(cells[i]) + 2, u' ');
        while (text.endsWith(u' '))
            text.chop(1);
        return text + u'\n';
    };
    QString text = table.title + u'\n' + line(header);
    for (const auto &row : rows) {
        QStringList cells;
        for (const BulletinSpan &span : row)
            cells.append(span.text);
        text += line(cells);
    }
    return text;
}

// Numbers stand flush right and are never broken; a column is one of numbers if all of its cells are.
QString htmlTable(const BulletinTable &table, const QString &pageClass)
{
    QString html =
        u"<table border=\"1\" cellspacing=\"0\""_s + pageClass + u">\n"; // what the style says, for office programs
    if (!table.title.isEmpty())
        html += u"<caption>" + table.title.toHtmlEscaped() + u"</caption>\n";
    html += u"<thead><tr>";
    const QStringList header = table.foldedHeader();
    for (const QString &cell : header)
        html += u"<th>" + cell.toHtmlEscaped() + u"</th>";
    html += u"</tr></thead>\n<tbody>\n";
    const auto rows = table.foldedRows();
    const qsizetype last = table.hasTotal ? rows.size() - 1 : -1;
    QList<bool> isNumeric(header.size(), true);
    for (qsizetype r = 0; r < rows.size(); ++r) {
        for (qsizetype i = 0; i < qMin(rows[r].size(), isNumeric.size()); ++i) {
            const QString &text = rows[r][i].text;
            isNumeric[i] = isNumeric[i] && (r == last || text.isEmpty() || isPrintedNumber(text));
        }
    }
    for (qsizetype r = 0; r < rows.size(); ++r) {
        html += r == last ? u"<tr class=\"sum\">"_s : u"<tr>"_s;
        for (qsizetype i = 0; i < rows[r].size(); ++i) {
            html += isNumeric.value(i) ? u"<td class=\"n\" align=\"right\" nowrap>"_s : u"<td>"_s;
            html += rows[r][i].text.toHtmlEscaped() + u"</td>";
        }
        html += u"</tr>\n";
    }
    return html + u"</tbody>\n</table>\n";
}

// Of a picture whose own size is told in millimetres; in pixels for whoever doesn't go by the style.
QString sizeOf(const QByteArray &svg)
{
    static const QRegularExpression viewBox(u"viewBox=\"0 0 (\\d+)(?:\\.\\d+)? (\\d+)(?:\\.\\d+)?\""_s);
    const auto match = viewBox.match(QString::fromUtf8(svg));
    return match.hasMatch() ? u" width=\"%1\" height=\"%2\""_s.arg(match.captured(1), match.captured(2)) : QString();
}

// Two texts at the ends of a line. A table, as what opens web pages as documents knows no other way.
QString htmlLine(const QString &left, const QString &right)
{
    QString html = u"<tr><td>"_s + left.toHtmlEscaped() + u"</td>";
    if (!right.isEmpty())
        html += u"<td class=\"right\" align=\"right\" nowrap>" + right.toHtmlEscaped() + u"</td>";
    return html + u"</tr>\n";
}

const auto style =
    u"body{max-width:42em;margin:2em auto;padding:0 1em;font:16px/1.9 FangSong,仿宋,'LXGW WenKai',"
    "'Noto Serif CJK SC',serif;color:#111;background:#fff}"
    "h1.masthead{color:#c00000;text-align:center;letter-spacing:.15em;font-size:30px}"
    ".issue,.title{text-align:center}table.line{width:100%;margin:0 auto}table.line td{border:0;padding:2px 0}"
    "table.line td.right{text-align:right;white-space:nowrap;padding-left:1em}"
    ".imprint{border-bottom:2px solid #c00000;padding-bottom:4px}"
    "h1.title{font-size:24px}h2{font:18px SimHei,黑体,'Noto Sans CJK SC',sans-serif;text-indent:2em}"
    "h3{font:16px KaiTi,楷体,serif;text-indent:2em}p{text-indent:2em;margin:0 0 .4em}"
    "table{border-collapse:collapse;margin:1em auto;min-width:80%;line-height:1.5}"
    "caption{font:18px SimHei,黑体,'Noto Sans CJK SC',sans-serif;padding:.4em}thead{display:table-header-group}"
    "tr{break-inside:avoid}th,td{border:1px solid #333;padding:2px 8px}th{font-weight:normal}"
    "th,tr.sum td{font-family:SimHei,黑体,'Noto Sans CJK SC',sans-serif}td.n{text-align:right;white-space:nowrap}"
    "figure{margin:1em 0;text-align:center;break-inside:avoid}"
    "h2,h3,h4,caption{break-after:avoid}figure img{max-width:100%;height:auto}h4{font:inherit;text-indent:2em;margin:0 "
    "0 .4em}"
    ".page{break-before:page;page-break-before:always}"
    ".colophon{margin-top:2em;font-size:15px;border-top:1.5px solid #111;border-bottom:1.5px solid #111}"
    ".colophon td,.colophon td.right{padding:0 1em}.colophon tr+tr td{border-top:1px solid #111}"_s;

// Of what begins a page when the page is printed.
QString pageClass(const QList<BulletinBlock> &blocks, qsizetype index)
{
    return beginsPage(blocks, index) ? u" class=\"page\""_s : QString();
}

QString tagOf(const BulletinHeading &heading)
{
    return u'h' + QString::number(qBound(2, heading.level + 1, 4));
}

} // namespace

QString toText(const BulletinDocument &document)
{
    QString text = document.masthead + u'\n';
    if (!document.issueLine.isEmpty())
        text += document.issueLine + u'\n';
    text += document.office + u"　" + chineseDate(document.date) + u"\n\n";
    if (!document.title.isEmpty())
        text += document.title + u"\n\n";
    for (const BulletinBlock &block : document.blocks) {
        if (const auto *heading = std::get_if<BulletinHeading>(&block))
            text += indented(heading->text);
        else if (const auto *paragraph = std::get_if<BulletinParagraph>(&block))
            text += indented(paragraph->text());
        else if (const auto *table = std::get_if<BulletinTable>(&block))
            text += u'\n' + tableText(*table) + u'\n';
    }
    if (!document.imprint.isEmpty())
        text += u'\n';
    for (const QString &line : document.imprint) {
        const auto [left, right] = sidesOf(line);
        text += (right.isEmpty() ? left : QString(left + u"　" + right)) + u'\n';
    }
    while (text.endsWith(u"\n\n"))
        text.chop(1);
    return text;
}

QString toHtml(const BulletinDocument &document, const QMap<qsizetype, QByteArray> &chartSvgs)
{
    QString html = u"<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<title>"_s
                   + document.title.toHtmlEscaped() + u"</title>\n<style>" + style + u"</style>\n</head>\n<body>\n";
    html += u"<h1 class=\"masthead\">" + document.masthead.toHtmlEscaped() + u"</h1>\n";
    if (!document.issueLine.isEmpty())
        html += u"<div class=\"issue\">" + document.issueLine.toHtmlEscaped() + u"</div>\n";
    html += u"<table class=\"line imprint\" role=\"presentation\" width=\"100%\">\n"
            + htmlLine(document.office, chineseDate(document.date)) + u"</table>\n";
    if (!document.title.isEmpty())
        html += u"<h1 class=\"title\">" + document.title.toHtmlEscaped() + u"</h1>\n";
    for (qsizetype i = 0; i < document.blocks.size(); ++i) {
        const BulletinBlock &block = document.blocks[i];
        if (const auto *heading = std::get_if<BulletinHeading>(&block)) {
            const QString tag = tagOf(*heading);
            html += u'<' + tag + pageClass(document.blocks, i) + u'>' + heading->text.toHtmlEscaped() + u"</" + tag
                    + u">\n";
        } else if (const auto *paragraph = std::get_if<BulletinParagraph>(&block)) {
            html += u"<p>" + paragraph->text().toHtmlEscaped() + u"</p>\n";
        } else if (const auto *table = std::get_if<BulletinTable>(&block)) {
            html += htmlTable(*table, pageClass(document.blocks, i));
        } else if (const auto *chart = std::get_if<BulletinChart>(&block); chart && chartSvgs.contains(i)) {
            // A picture of its own: what opens the page as a document would print the letters of an <svg> in a row.
            const QString title = (chart->isLine() ? chart->line.title : chart->bars.title).toHtmlEscaped();
            html += u"<figure><img alt=\"" + title + u'"' + sizeOf(chartSvgs[i]) + u" src=\"data:image/svg+xml;base64,"
                    + QString::fromLatin1(chartSvgs[i].toBase64()) + u"\"></figure>\n";
        }
    }
    if (!document.imprint.isEmpty()) {
        html += u"<table class=\"line colophon\" role=\"presentation\" width=\"100%\">\n";
        for (const QString &line : document.imprint) {
            const auto [left, right] = sidesOf(line);
            html += htmlLine(left, right);
        }
        html += u"</table>\n";
    }
    return html + u"</body>\n</html>\n";
}

} // namespace huiyin
