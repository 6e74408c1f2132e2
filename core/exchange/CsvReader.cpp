// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/CsvReader.h"

#include "exchange/TextDecoder.h"

#include <algorithm>

namespace huiyin {

namespace {

// How far a quote may reach before it counts as never closed. A field that is too long but closed is one fault; a quote
// that was forgotten would swallow the rest of the file, and every fault in it.
constexpr qsizetype longestQuote = 8 * CsvReader::longestField;

// Text that is done with is dropped when there is this much of it.
constexpr qsizetype mostDoneText = qsizetype{64} * 1024;

bool isBreak(QChar c)
{
    return c == u'\n' || c == u'\r';
}

qsizetype utf8Size(QStringView text)
{
    if (text.size() * 3 <= CsvReader::longestField)
        return text.size();
    return text.toUtf8().size();
}

} // namespace

CsvReader::CsvReader(TextDecoder &source)
    : m_source(source)
{
}

QStringView CsvReader::field(int column) const
{
    if (column < 0 || column >= fieldCount())
        return {};
    const Span &span = m_fields[static_cast<size_t>(column)];
    return QStringView(m_text).sliced(span.start, span.length);
}

bool CsvReader::isBlank() const
{
    return std::ranges::all_of(m_fields, [this](const Span &span) {
        return QStringView(m_text).sliced(span.start, span.length).trimmed().isEmpty();
    });
}

bool CsvReader::more()
{
    if (m_atEnd)
        return false;
    m_atEnd = !m_source.read(m_text);
    return !m_atEnd;
}

// Whether there is a character at the position, reading on if need be.
bool CsvReader::has(qsizetype position)
{
    while (position >= m_text.size()) {
        if (!more())
            return false;
    }
    return true;
}

bool CsvReader::next()
{
    m_fields.clear();
    m_fault.reset();
    if (m_position > mostDoneText) {
        m_text.remove(0, m_position);
        m_position = 0;
    }
    skipBlankLines();
    if (!has(m_position))
        return false;
    m_recordLine = m_line;
    const qsizetype start = m_position;
    After after = After::Field;
    while (after == After::Field) {
        if (fieldCount() == mostColumns) {
            setFault(CsvFault::Kind::TooManyColumns, m_line);
            skipLine();
            break;
        }
        const bool quoted = has(m_position) && at(m_position) == u'"';
        after = quoted ? readQuotedField() : readPlainField();
    }
    if (m_source.marksUndecodable() && !m_fault)
        findUndecodable(start);
    return true;
}

void CsvReader::skipBlankLines()
{
    while (has(m_position) && isBreak(at(m_position)))
        takeLineBreak();
}

void CsvReader::takeLineBreak()
{
    const bool carriageReturn = at(m_position) == u'\r';
    ++m_position;
    if (carriageReturn && has(m_position) && at(m_position) == u'\n')
        ++m_position;
    ++m_line;
}

// On to the line after the one that m_position stands in.
void CsvReader::skipLine()
{
    while (has(m_position) && !isBreak(at(m_position)))
        ++m_position;
    if (has(m_position))
        takeLineBreak();
}

// As skipLine, for a line that is too long to be kept until its end.
void CsvReader::dropLine(qsizetype from)
{
    m_position = from;
    while (has(m_position)) {
        while (m_position < m_text.size() && !isBreak(at(m_position)))
            ++m_position;
        if (m_position < m_text.size())
            break;
        m_text.truncate(from);
        m_position = from;
    }
    skipLine();
}

CsvReader::After CsvReader::readPlainField()
{
    const qsizetype start = m_position;
    qsizetype end = start;
    while (has(end)) {
        const QChar *data = m_text.constData();
        const qsizetype size = m_text.size();
        while (end < size && data[end] != u',' && !isBreak(data[end]))
            ++end;
        if (end < size)
            break;
        if (end - start > longestField) {
            setFault(CsvFault::Kind::FieldTooLong, m_line);
            addField(start, 0, m_line);
            dropLine(start);
            return After::Fault;
        }
    }
    addField(start, end - start, m_line);
    return endOfField(end);
}

CsvReader::After CsvReader::readQuotedField()
{
    const qint64 openLine = m_line;
    const qsizetype start = m_position + 1;
    qsizetype end = start;
    qint64 lines = 0;
    bool doubled = false;
    bool closed = false;
    while (!closed && has(end) && end - start <= longestQuote) {
        const QChar *data = m_text.constData();
        const qsizetype size = m_text.size();
        for (; end < size; ++end) {
            const QChar c = data[end];
            if (c == u'"')
                break;
            // CR LF is one break.
            if (c == u'\r' || (c == u'\n' && data[end - 1] != u'\r'))
                ++lines;
        }
        if (end == size)
            continue;
        if (has(end + 1) && at(end + 1) == u'"') {
            doubled = true;
            end += 2;
        } else {
            closed = true;
        }
    }
    if (!closed) {
        setFault(CsvFault::Kind::UnclosedQuote, openLine);
        addField(start, 0, openLine);
        // What follows was swallowed by the quote; the next line may be a sound record.
        m_position = start;
        skipLine();
        return After::Fault;
    }
    qsizetype length = end - start;
    if (doubled) {
        QChar *data = m_text.data();
        qsizetype to = start;
        for (qsizetype from = start; from < end; ++from) {
            data[to++] = data[from];
            if (data[from] == u'"')
                ++from;
        }
        length = to - start;
        std::fill(data + to, data + end, u' ');
    }
    addField(start, length, openLine);
    m_line += lines;
    return endOfField(end + 1);
}

CsvReader::After CsvReader::endOfField(qsizetype position)
{
    m_position = position;
    if (!has(position))
        return After::Record;
    if (at(position) == u',') {
        ++m_position;
        return After::Field;
    }
    if (isBreak(at(position))) {
        takeLineBreak();
        return After::Record;
    }
    setFault(CsvFault::Kind::TextAfterQuote, m_line);
    if (m_fault && m_fault->kind == CsvFault::Kind::TextAfterQuote)
        m_fault->column = std::min(m_fault->column, fieldCount() - 1); // the field that was just closed
    skipLine();
    return After::Fault;
}

void CsvReader::addField(qsizetype start, qsizetype length, qint64 line)
{
    const bool tooLong = utf8Size(QStringView(m_text).sliced(start, length)) > longestField;
    if (tooLong)
        setFault(CsvFault::Kind::FieldTooLong, line);
    m_fields.push_back({.start = start, .length = tooLong ? 0 : length});
}

// The first fault of a record stands; those after it mostly follow from it.
void CsvReader::setFault(CsvFault::Kind kind, qint64 line)
{
    if (!m_fault)
        m_fault = {.kind = kind, .line = line, .column = fieldCount()};
}

void CsvReader::findUndecodable(qsizetype from)
{
    qint64 line = m_recordLine;
    qsizetype field = 0;
    const auto last = static_cast<qsizetype>(m_fields.size()) - 1;
    for (qsizetype i = from; i < m_position; ++i) {
        const QChar c = at(i);
        if (c == u'\r' || (c == u'\n' && (i == from || at(i - 1) != u'\r')))
            ++line;
        while (field < last && i >= m_fields[static_cast<size_t>(field) + 1].start)
            ++field;
        if (c == QChar(QChar::ReplacementCharacter)) {
            m_fault = {.kind = CsvFault::Kind::Undecodable, .line = line, .column = static_cast<int>(field)};
            return;
        }
    }
}

} // namespace huiyin
