// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/CsvWriter.h"

#include "domain/FormulaGuard.h"

namespace huiyin {

namespace {

constexpr qsizetype bufferSize = qsizetype{256} * 1024;

} // namespace

CsvWriter::CsvWriter(const QString &path, bool overwrite)
    : m_file(path, overwrite)
{
    m_buffer.reserve(bufferSize * 2);
    m_buffer += "\xEF\xBB\xBF";
}

void CsvWriter::cell(QStringView text)
{
    if (m_rowStarted)
        m_buffer += ',';
    m_rowStarted = true;
    m_buffer += '"';
    if (needsGuard(text))
        m_buffer += '\'';
    QByteArray bytes = text.toUtf8();
    if (bytes.contains('"'))
        bytes.replace('"', "\"\"");
    m_buffer += bytes;
    m_buffer += '"';
}

void CsvWriter::endRow()
{
    m_buffer += "\r\n";
    m_rowStarted = false;
    if (m_buffer.size() > bufferSize)
        flush();
}

void CsvWriter::commit()
{
    flush();
    m_file.commit();
}

void CsvWriter::flush()
{
    m_file.write(m_buffer);
    m_buffer.resize(0);
}

} // namespace huiyin
