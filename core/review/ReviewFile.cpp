// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/ReviewFile.h"

#include "review/ReviewTextBuilder.h"
#include "spreadsheet/PartXml.h"
#include "spreadsheet/ZipPackage.h"
#include "storage/SafeFile.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QStringDecoder>

#include <optional>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

QString character(const QString &entity)
{
    static const QHash<QString, QString> names{{u"amp"_s, u"&"_s},    {u"lt"_s, u"<"_s},    {u"gt"_s, u">"_s},
                                               {u"quot"_s, u"\""_s},  {u"apos"_s, u"'"_s},  {u"nbsp"_s, u" "_s},
                                               {u"ldquo"_s, u"“"_s},  {u"rdquo"_s, u"”"_s}, {u"mdash"_s, u"—"_s},
                                               {u"middot"_s, u"·"_s}, {u"emsp"_s, u"　"_s}, {u"ensp"_s, u" "_s}};
    if (entity.startsWith(u'#')) {
        const bool hexadecimal = entity.size() > 1 && (entity[1] == u'x' || entity[1] == u'X');
        bool ok = false;
        const uint code = hexadecimal ? entity.sliced(2).toUInt(&ok, 16) : entity.sliced(1).toUInt(&ok);
        if (!ok || code == 0 || code > QChar::LastValidCodePoint || QChar::isSurrogate(code))
            return u"\uFFFD"_s;
        const char32_t point = code;
        return QString::fromUcs4(&point, 1);
    }
    return names.value(entity, u'&' + entity + u';');
}

QString unescaped(const QString &text)
{
    static const QRegularExpression entity(u"&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-z]{2,8});"_s);
    QString result;
    qsizetype from = 0;
    auto match = entity.globalMatch(text);
    while (match.hasNext()) {
        const auto one = match.next();
        result += QStringView(text).mid(from, one.capturedStart() - from);
        result += character(one.captured(1));
        from = one.capturedEnd();
    }
    return result + text.sliced(from);
}

// UTF-8, UTF-16 with its mark, or GB18030, told apart by content.
QString decoded(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw FileError(Text::tr("“%1” can't be read: %2").arg(path, file.errorString()));
    constexpr qint64 longest = qint64{20} * 1024 * 1024; // a year's bulletins are below one
    if (file.size() > longest)
        throw FileError(Text::tr("“%1” is too large for a bulletin.").arg(path));
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        throw FileError(Text::tr("“%1” can't be read: %2").arg(path, file.errorString()));
    if (bytes.startsWith("PK\x03\x04") || bytes.startsWith("\xD0\xCF\x11\xE0") || bytes.startsWith("%PDF"))
        throw FileError(Text::tr("“%1” is no text. Save the bulletin as .docx, .html or .txt.").arg(path));
    const auto encoding = QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8);
    const auto read = [&bytes](QStringDecoder decoder) -> std::optional<QString> {
        if (!decoder.isValid())
            return std::nullopt;
        const QString text = decoder(bytes);
        return decoder.hasError() || text.contains(QChar(0)) ? std::nullopt : std::optional(text);
    };
    if (const auto text = read(QStringDecoder(encoding)))
        return *text;
    if (const auto text = read(QStringDecoder("GB18030")))
        return *text;
    throw FileError(Text::tr("“%1” is no text in UTF-8 or GB18030.").arg(path));
}

ReviewText readDocx(const QString &path)
{
    ZipPackage package(path);
    PartXml xml(package, u"word/document.xml"_s);
    ReviewTextBuilder text;
    while (xml.next()) {
        const QString name = xml.name().toString();
        if (xml.isStart()) {
            if (name == u"t")
                text.add(xml.text());
            else if (name == u"tab")
                text.add(u"\t");
            else if (name == u"br" || name == u"cr")
                text.endLine();
            else if (name == u"tbl")
                text.startTable();
            else if (name == u"del" || name == u"moveFrom" || name == u"instrText" || name == u"drawing"
                     || name == u"pict")
                xml.skip();
        } else if (name == u"p") {
            text.endParagraph();
        } else if (name == u"tc") {
            text.endCell();
        } else if (name == u"tr") {
            text.endRow();
        } else if (name == u"tbl") {
            text.endTable();
        }
    }
    return text.finish();
}

} // namespace

ReviewText reviewTextOfHtml(const QString &html)
{
    static const QRegularExpression dropped(
        u"<!--.*?-->|<(script|style|head|svg|template|noscript)\\b[^>]*>.*?</\\1\\s*>"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tag(u"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*>|<![^>]*>"_s);
    static const QStringList blocks{u"p"_s,  u"div"_s, u"br"_s, u"li"_s,      u"h1"_s,      u"h2"_s,     u"h3"_s,
                                    u"h4"_s, u"h5"_s,  u"h6"_s, u"section"_s, u"article"_s, u"header"_s, u"footer"_s,
                                    u"dt"_s, u"dd"_s,  u"ul"_s, u"ol"_s,      u"title"_s,   u"caption"_s};
    QString source = html;
    source.remove(dropped);
    ReviewTextBuilder text;
    qsizetype from = 0;
    const auto addText = [&](qsizetype to) {
        static const QRegularExpression spaces(u"[ \\t\\r\\n]+"_s);
        QString piece = unescaped(source.mid(from, to - from));
        piece.replace(spaces, u" "_s);
        text.add(piece);
    };
    auto match = tag.globalMatch(source);
    while (match.hasNext()) {
        const auto one = match.next();
        addText(one.capturedStart());
        from = one.capturedEnd();
        const QString name = one.captured(2).toLower();
        const bool end = one.capturedLength(1) > 0;
        if (name == u"table")
            end ? text.endTable() : text.startTable();
        else if (name == u"td" || name == u"th")
            end ? text.endCell() : text.startCell();
        else if (name == u"tr")
            end ? text.endRow() : text.startRow();
        else if (end && name == u"caption")
            text.endCaption();
        else if (name == u"br")
            text.endLine();
        else if (blocks.contains(name))
            text.endParagraph();
    }
    addText(source.size());
    return text.finish();
}

namespace {

enum class Form { Plain, Web, Word };

Form formOf(const QString &path)
{
    if (path.endsWith(u".docx"_s, Qt::CaseInsensitive))
        return Form::Word;
    return path.endsWith(u".html"_s, Qt::CaseInsensitive) || path.endsWith(u".htm"_s, Qt::CaseInsensitive)
               ? Form::Web
               : Form::Plain;
}

} // namespace

ReviewText readReviewText(const QString &path)
{
    switch (formOf(path)) {
    case Form::Word:
        return readDocx(path);
    case Form::Web:
        return reviewTextOfHtml(decoded(path));
    case Form::Plain:
        break;
    }
    return reviewTextOf(decoded(path));
}

QString readPlainText(const QString &path)
{
    return formOf(path) == Form::Plain ? decoded(path) : readReviewText(path).lines.join(u'\n');
}

} // namespace huiyin
