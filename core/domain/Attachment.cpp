// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Attachment.h"

#include "domain/FileName.h"

#include <QCryptographicHash>
#include <QLocale>

#include <algorithm>
#include <string_view>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// What the first bytes say.
enum class Content { Unknown, Program, Picture, Pdf, Zip, Ole, Mp3, Wav, Amr, Iso, Avi, Archive, Text };

bool isRiff(const QByteArray &content, const char *form)
{
    return content.startsWith("RIFF") && content.mid(8, 4) == form;
}

// No NUL and no other control character that a text doesn't have. UTF-16 says what it is by its first two bytes.
bool isText(const QByteArray &content)
{
    if (content.startsWith("\xFF\xFE") || content.startsWith("\xFE\xFF"))
        return true;
    return std::ranges::none_of(content, [](char c) {
        return (c >= 0 && c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\x1A') || c == 0x7F;
    });
}

Content contentOf(const QByteArray &content)
{
    static constexpr std::string_view programs[] = {
        "MZ",                                   // Windows
        "\177ELF",                              // Linux
        "\xCF\xFA\xED\xFE",                     // macOS
        "\xCE\xFA\xED\xFE",                     //
        "\xCA\xFE\xBA\xBE",                     // Java
        std::string_view("L\0\0\0\1\x14\2", 7), // a shortcut
        "#!",                                   // a script
    };
    if (content.startsWith("#!AMR"))
        return Content::Amr;
    const std::string_view head(content.constData(), static_cast<size_t>(content.size()));
    if (std::ranges::any_of(programs, [head](std::string_view start) { return head.starts_with(start); }))
        return Content::Program;
    if (content.startsWith("\x89PNG\r\n\x1A\n") || content.startsWith("\xFF\xD8\xFF") || content.startsWith("GIF87a")
        || content.startsWith("GIF89a") || isRiff(content, "WEBP")
        || (content.startsWith("BM") && content.mid(6, 4) == QByteArray(4, '\0')))
        return Content::Picture;
    if (content.startsWith("%PDF-"))
        return Content::Pdf;
    if (content.startsWith("PK\3\4"))
        return Content::Zip;
    if (content.startsWith("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
        return Content::Ole;
    if (content.startsWith("ID3")
        || (content.size() > 2 && content.startsWith('\xFF') && (static_cast<uchar>(content[1]) & 0xE6U) == 0xE2U))
        return Content::Mp3; // MPEG audio, layer III
    if (isRiff(content, "WAVE"))
        return Content::Wav;
    if (content.mid(4, 4) == "ftyp")
        return Content::Iso;
    if (isRiff(content, "AVI "))
        return Content::Avi;
    if (content.startsWith("Rar!\x1A\x07") || content.startsWith("7z\xBC\xAF\x27\x1C") || content.startsWith("\x1F\x8B")
        || content.startsWith("BZh") || content.startsWith("PK\5\6"))
        return Content::Archive;
    return isText(content) ? Content::Text : Content::Unknown;
}

// The names in a ZIP archive stand in it as they are, before each entry and in the directory at its end.
bool holdsMacros(const QByteArray &content, Content what)
{
    if (what == Content::Zip)
        return content.contains("vbaProject.bin") || content.contains("vbaData.xml");
    QByteArray name; // in an OLE file the names of its parts are UTF-16
    for (const char c : {'_', 'V', 'B', 'A', '_', 'P', 'R', 'O', 'J', 'E', 'C', 'T'})
        name.append(c).append('\0');
    return content.contains(name);
}

struct Ending
{
    const char *suffixes; // parted by blanks, one at both ends
    Content content;
    AttachmentKind kind;
};

constexpr Ending endings[] = {
    {" png jpg jpeg jpe jfif gif bmp webp ", Content::Picture, AttachmentKind::Picture},
    {" pdf ", Content::Pdf, AttachmentKind::Pdf},
    {" txt csv log ", Content::Text, AttachmentKind::Text},
    {" docx xlsx pptx ofd ", Content::Zip, AttachmentKind::Office},
    {" doc xls ppt wps et dps ", Content::Ole, AttachmentKind::Office},
    {" mp3 ", Content::Mp3, AttachmentKind::Audio},
    {" wav ", Content::Wav, AttachmentKind::Audio},
    {" amr ", Content::Amr, AttachmentKind::Audio},
    {" m4a ", Content::Iso, AttachmentKind::Audio},
    {" mp4 m4v 3gp mov ", Content::Iso, AttachmentKind::Video},
    {" avi ", Content::Avi, AttachmentKind::Video},
    {" zip ", Content::Zip, AttachmentKind::Archive},
    {" rar 7z gz tgz bz2 ", Content::Archive, AttachmentKind::Archive},
};

// What a system would run, or hand to something that does.
constexpr auto running =
    " exe com scr pif msi msp msix appx bat cmd ps1 psm1 vbs vbe js jse mjs wsf wsh hta htm html xhtml mht mhtml shtml "
    "svg xml xsl lnk url desktop scf inf reg chm hlp cpl dll ocx sys drv jar class apk deb rpm run sh bash csh py pyw "
    "rb "
    "pl php docm dotm xlsm xltm xlam xla pptm potm ppsm ppam sldm dot xlt pot iso img vhd vhdx application gadget "
    "settingcontent-ms library-ms search-ms appref-ms workflow action dmg pkg sct shb shs ws iqy slk ";

bool holds(const char *list, const QString &suffix)
{
    return !suffix.isEmpty() && QByteArray(list).contains(QByteArray(" " + suffix.toUtf8() + " "));
}

} // namespace

template <>
std::span<const CodeEntry<AttachmentKind>> codeTable<AttachmentKind>()
{
    static constexpr CodeEntry<AttachmentKind> table[] = {
        {AttachmentKind::Other, "other", QT_TRANSLATE_NOOP("Code", "Other file"), u"其他文件"},
        {AttachmentKind::Picture, "picture", QT_TRANSLATE_NOOP("Code", "Picture"), u"图片"},
        {AttachmentKind::Pdf, "pdf", QT_TRANSLATE_NOOP("Code", "PDF"), u"PDF"},
        {AttachmentKind::Text, "text", QT_TRANSLATE_NOOP("Code", "Text file"), u"文本"},
        {AttachmentKind::Office, "office", QT_TRANSLATE_NOOP("Code", "Office document"), u"办公文档"},
        {AttachmentKind::Audio, "audio", QT_TRANSLATE_NOOP("Code", "Sound"), u"音频"},
        {AttachmentKind::Video, "video", QT_TRANSLATE_NOOP("Code", "Video"), u"视频"},
        {AttachmentKind::Archive, "archive", QT_TRANSLATE_NOOP("Code", "Archive file"), u"压缩包"},
        {AttachmentKind::Dangerous, "dangerous", QT_TRANSLATE_NOOP("Code", "Dangerous file"), u"危险文件"},
    };
    return table;
}

AttachmentKind attachmentKind(const QString &name, const QByteArray &content)
{
    const Content what = contentOf(content);
    const QString suffix = fileSuffix(safeFileName(name)).toLower(); // the end of the name that a system will see
    if (what == Content::Program || holds(running, suffix))
        return AttachmentKind::Dangerous;
    for (const Ending &ending : endings) {
        if (!holds(ending.suffixes, suffix))
            continue;
        const bool macros = ending.kind == AttachmentKind::Office && holdsMacros(content, what);
        return what == ending.content && !macros ? ending.kind : AttachmentKind::Dangerous;
    }
    return AttachmentKind::Other;
}

bool mayBeOpened(AttachmentKind kind)
{
    switch (kind) {
    case AttachmentKind::Picture:
    case AttachmentKind::Pdf:
    case AttachmentKind::Text:
    case AttachmentKind::Office:
    case AttachmentKind::Audio:
    case AttachmentKind::Video:
        return true;
    case AttachmentKind::Archive:
    case AttachmentKind::Dangerous:
    case AttachmentKind::Other:
        break;
    }
    return false;
}

QByteArray contentHash(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256);
}

QString sizeText(qint64 bytes)
{
    constexpr qint64 megabyte = qint64{1024} * 1024;
    const int decimals = bytes < megabyte || bytes % megabyte == 0 ? 0 : 1;
    return QLocale().formattedDataSize(bytes, decimals, QLocale::DataSizeTraditionalFormat);
}

} // namespace huiyin
