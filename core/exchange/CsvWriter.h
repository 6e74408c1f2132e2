// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/SafeFile.h"

#include <QByteArray>
#include <QStringView>

namespace huiyin {

// Writes a CSV file that spreadsheets and other programs read alike: UTF-8 with a byte order mark, every field in
// quotes, rows ended by CR LF, no cell that runs as a formula. The file stands there whole after commit(), or not at
// all. Throws FileError.
class CsvWriter
{
public:
    CsvWriter(const QString &path, bool overwrite);

    void cell(QStringView text);
    void endRow();
    void commit();

private:
    void flush();

    SafeFile m_file;
    QByteArray m_buffer;
    bool m_rowStarted = false;
};

} // namespace huiyin
