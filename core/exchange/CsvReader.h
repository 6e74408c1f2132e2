// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace huiyin {

class TextDecoder;

// What is wrong with the form of a record. Its other fields may still be read.
struct CsvFault
{
    enum class Kind { UnclosedQuote, TextAfterQuote, FieldTooLong, TooManyColumns, Undecodable };

    Kind kind;
    qint64 line; // where it stands; the record may have started before
    int column;  // counted from 0
};

// The records of a CSV file as in RFC 4180, one at a time, without a limit of rows: fields in quotes hold commas, line
// breaks and doubled quotes; a row ends with CR LF, LF or CR; blank lines are passed over. After a fault it goes on at
// the next line that can start a record.
class CsvReader
{
public:
    static constexpr qsizetype longestField = qsizetype{1024} * 1024; // bytes in UTF-8
    static constexpr int mostColumns = 256;

    explicit CsvReader(TextDecoder &source);

    // False at the end of the file.
    bool next();

    [[nodiscard]] qint64 line() const { return m_recordLine; } // where the record starts; the first line is 1
    [[nodiscard]] int fieldCount() const { return static_cast<int>(m_fields.size()); }
    // Valid until next(); empty beyond the last field.
    [[nodiscard]] QStringView field(int column) const;
    [[nodiscard]] bool isBlank() const; // no field holds more than white space
    [[nodiscard]] const std::optional<CsvFault> &fault() const { return m_fault; }

private:
    struct Span
    {
        qsizetype start = 0;
        qsizetype length = 0;
    };
    // What follows a field.
    enum class After { Field, Record, Fault };

    bool more();
    bool has(qsizetype position);
    [[nodiscard]] QChar at(qsizetype position) const { return m_text.at(position); }
    void skipBlankLines();
    After readPlainField();
    After readQuotedField();
    After endOfField(qsizetype position);
    void takeLineBreak();
    void skipLine();
    void dropLine(qsizetype from);
    void addField(qsizetype start, qsizetype length, qint64 line);
    void setFault(CsvFault::Kind kind, qint64 line);
    void findUndecodable(qsizetype from);

    TextDecoder &m_source;
    QString m_text;           // decoded and not yet done with
    qsizetype m_position = 0; // in m_text
    bool m_atEnd = false;     // nothing follows m_text
    qint64 m_line = 1;        // of m_position
    qint64 m_recordLine = 0;
    std::vector<Span> m_fields;
    std::optional<CsvFault> m_fault;
};

} // namespace huiyin
