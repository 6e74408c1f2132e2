// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/TextDecoder.h"

#include "storage/SafeFile.h"
#include "storage/StorageError.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// Follows the bytes of UTF-8 strictly (no overlong forms, no surrogates, nothing beyond U+10FFFF), part by part.
class Utf8Check
{
public:
    void feed(const QByteArray &bytes)
    {
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            const auto byte = static_cast<uchar>(bytes[i]);
            if (m_missing == 0) {
                if (byte >= 0x80)
                    start(byte);
            } else if (byte >= m_low && byte <= m_high) {
                m_low = 0x80;
                m_high = 0xBF;
                if (--m_missing == 0) {
                    ++m_good;
                    m_long += m_length > 2 ? 1 : 0;
                }
            } else {
                ++m_bad;
                m_missing = 0;
                if (byte >= 0x80)
                    start(byte);
            }
        }
    }

    [[nodiscard]] bool endsShort() const { return m_missing > 0; }
    [[nodiscard]] qint64 bad() const { return m_bad + (m_missing > 0 ? 1 : 0); }
    // Among the bytes of GB18030 hardly one in seven characters passes for UTF-8 by chance; a damaged UTF-8 file has
    // a bad byte here and there. Taken for GB18030, its Chinese would turn into other Chinese, and nobody would see.
    [[nodiscard]] bool isDamagedUtf8() const { return m_good >= 2 && m_good >= 4 * bad() && m_long > 0; }
    // Chinese takes three bytes a character in UTF-8. A table with none such, but with pairs that pass for UTF-8, is
    // GB18030 whose few characters do so by chance: 停水.
    [[nodiscard]] bool isUtf8() const { return bad() == 0 && (m_good == 0 || m_long > 0); }
    [[nodiscard]] bool isSurelyNotUtf8() const { return m_bad > 1000 && m_bad > m_good; }

private:
    void start(uchar byte)
    {
        m_low = 0x80;
        m_high = 0xBF;
        m_length = byte >= 0xE0 ? 3 : 2;
        if (byte >= 0xC2 && byte <= 0xDF) {
            m_missing = 1;
        } else if (byte >= 0xE0 && byte <= 0xEF) {
            m_missing = 2;
            if (byte == 0xE0)
                m_low = 0xA0;
            else if (byte == 0xED)
                m_high = 0x9F;
        } else if (byte >= 0xF0 && byte <= 0xF4) {
            m_missing = 3;
            if (byte == 0xF0)
                m_low = 0x90;
            else if (byte == 0xF4)
                m_high = 0x8F;
        } else {
            ++m_bad;
        }
    }

    int m_missing = 0; // bytes that the character begun still needs
    uchar m_low = 0x80;
    uchar m_high = 0xBF;
    qint64 m_good = 0; // characters of several bytes
    qint64 m_bad = 0;
    qint64 m_long = 0; // of those, of three bytes and more
    int m_length = 0;  // of the character begun: 2, or 3 for more
};

const QByteArray utf8Mark = QByteArrayLiteral("\xEF\xBB\xBF");

} // namespace

TextDecoder::TextDecoder(const QString &path, const Progress &progress, qint64 partSize)
    : TextDecoder(std::make_unique<QFile>(path), progress, partSize)
{
}

TextDecoder::TextDecoder(std::unique_ptr<QIODevice> device, const Progress &progress, qint64 partSize)
    : m_device(std::move(device))
    , m_partSize(partSize)
{
    if (!m_device->open(QIODevice::ReadOnly))
        failRead();
    refuseOtherFormats(m_device->peek(64));
    tellEncoding(progress);
    m_decoder = m_encoding == Encoding::Utf8 ? QStringDecoder(QStringDecoder::Utf8) : QStringDecoder("GB18030");
    if (!m_decoder.isValid()) {
        throw FileError(tr("The file is not in UTF-8, and this computer can't read GB18030. Save it as “CSV UTF-8” and "
                           "import it again."));
    }
    if (!m_device->seek(0))
        failRead();
}

void TextDecoder::failRead() const
{
    const auto *file = qobject_cast<const QFileDevice *>(m_device.get());
    throw FileError(tr("“%1” can't be read: %2")
                        .arg(file ? QDir::toNativeSeparators(file->fileName()) : QString(), m_device->errorString()));
}

void TextDecoder::refuseOtherFormats(const QByteArray &start) const
{
    if (start.startsWith("PK\x03\x04") || start.startsWith("\xD0\xCF\x11\xE0")) {
        throw FileError(
            tr("This is a spreadsheet under the name of a text file. Open it in the spreadsheet program, save "
               "it as “CSV UTF-8” and import that."));
    }
    if (start.startsWith("\xFF\xFE") || start.startsWith("\xFE\xFF")) {
        throw FileError(
            tr("This file is in UTF-16 (“Unicode text”). Open it in the spreadsheet program, save it as “CSV "
               "UTF-8” and import that."));
    }
    const QByteArray text = (start.startsWith(utf8Mark) ? start.sliced(utf8Mark.size()) : start).trimmed().toLower();
    const bool webPage = std::ranges::any_of(std::array{"<html", "<!doctype", "<table", "<?xml"},
                                             [&text](const char *signature) { return text.startsWith(signature); });
    if (webPage) {
        throw FileError(
            tr("This is a web page under the name of a table. Open it in the spreadsheet program, save it as "
               "“CSV UTF-8” and import that."));
    }
}

void TextDecoder::tellEncoding(const Progress &progress)
{
    Utf8Check check;
    const bool marked = m_device->peek(utf8Mark.size()) == utf8Mark;
    while (!m_device->atEnd()) {
        stopIfCancelled(progress);
        const QByteArray bytes = m_device->read(m_partSize);
        if (bytes.isEmpty())
            failRead();
        check.feed(bytes);
        if (!marked && check.isSurelyNotUtf8())
            break;
    }
    const bool utf8 = check.isUtf8() || marked || check.isDamagedUtf8();
    m_encoding = utf8 ? Encoding::Utf8 : Encoding::Gb18030;
    m_marksUndecodable = check.bad() > 0;
    m_endsShort = utf8 && check.endsShort();
}

// The decoder says nothing of a character that the end of the file cuts off, so its bytes are counted here.
void TextDecoder::followGb18030(const QByteArray &bytes)
{
    for (const char c : bytes) {
        const auto byte = static_cast<uchar>(c);
        switch (m_gb18030State) {
        case 1:
            m_gb18030State = byte >= 0x30 && byte <= 0x39 ? 2 : 0;
            break;
        case 2:
            m_gb18030State = byte >= 0x81 && byte <= 0xFE ? 3 : 0;
            break;
        case 3:
            m_gb18030State = 0;
            break;
        default:
            m_gb18030State = byte >= 0x81 && byte <= 0xFE ? 1 : 0;
        }
    }
}

bool TextDecoder::read(QString &text)
{
    if (m_ended)
        return false;
    QByteArray bytes = m_unfinished + m_device->read(m_partSize);
    m_unfinished.clear();
    if (const auto *file = qobject_cast<const QFileDevice *>(m_device.get());
        file && file->error() != QFileDevice::NoError)
        failRead();
    if (!bytes.isEmpty()) {
        // Whole lines where there are any: between two parts the decoder can lose its way in bytes that are no text, and
        // a line with them.
        if (const qsizetype lineEnd = bytes.lastIndexOf('\n'); lineEnd >= 0 && !m_device->atEnd()) {
            m_unfinished = bytes.sliced(lineEnd + 1);
            bytes.truncate(lineEnd + 1);
        }
        text += QString(m_decoder.decode(bytes));
        if (m_encoding == Encoding::Gb18030)
            followGb18030(bytes);
        return true;
    }
    m_ended = true;
    if (!m_endsShort && m_gb18030State == 0)
        return false;
    text += QChar(QChar::ReplacementCharacter);
    return true;
}

} // namespace huiyin
