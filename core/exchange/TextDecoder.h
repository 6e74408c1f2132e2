// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Progress.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QString>
#include <QStringDecoder>

#include <memory>

namespace huiyin {

// A text file of another program as UTF-16, a part at a time. UTF-8 (with or without a byte order mark) and GB18030
// are told apart by content: the file is gone through once when it is opened, and again when it is read.
class TextDecoder
{
    Q_DECLARE_TR_FUNCTIONS(Exchange)

public:
    enum class Encoding { Utf8, Gb18030 };

    // Throws FileError, with a sentence that says what to do, when the file can't be read or is no text at all, and
    // StorageError of Kind::Cancelled.
    explicit TextDecoder(const QString &path, const Progress &progress = Progress(),
                         qint64 partSize = qint64{256} * 1024);
    // Of what lies in memory, or elsewhere where it can be gone through twice.
    TextDecoder(std::unique_ptr<QIODevice> device, const Progress &progress, qint64 partSize);

    [[nodiscard]] Encoding encoding() const { return m_encoding; }
    // True: every U+FFFD in the text stands for bytes that mean nothing in the file's encoding.
    [[nodiscard]] bool marksUndecodable() const { return m_marksUndecodable; }

    // Appends the next part; false when there is none.
    bool read(QString &text);

    [[nodiscard]] qint64 bytesRead() const { return m_device->pos(); }

private:
    void refuseOtherFormats(const QByteArray &start) const;
    void tellEncoding(const Progress &progress);
    void followGb18030(const QByteArray &bytes);
    [[noreturn]] void failRead() const;

    std::unique_ptr<QIODevice> m_device;
    qint64 m_partSize;
    Encoding m_encoding = Encoding::Utf8;
    QStringDecoder m_decoder;
    QByteArray m_unfinished; // read, but not decoded yet: the start of a line
    bool m_marksUndecodable = false;
    bool m_endsShort = false; // the file ends within a character
    int m_gb18030State = 0;   // bytes of an unfinished GB18030 character
    bool m_ended = false;
};

} // namespace huiyin
