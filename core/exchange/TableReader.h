// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Code.h"
#include "exchange/ImportContext.h"
#include "exchange/RowSource.h"
#include "exchange/Tables.h"

#include <QCoreApplication>
#include <QDateTime>

#include <memory>
#include <optional>
#include <vector>

namespace huiyin {

// The rows of one imported table, one at a time, with their cells by column and typed. Whatever is wrong with a cell
// is reported with its place, and the row is in error from then on.
class TableReader
{
    Q_DECLARE_TR_FUNCTIONS(Exchange)

public:
    // Throws FileError as openRows() does.
    TableReader(ImportContext &context, const TableSource &source, const Table &table);

    // Reads the heading; false when rows can't be read under it, which is reported.
    bool readHeading();
    // The next row that isn't blank; false at the end.
    bool next();

    [[nodiscard]] const Table &table() const { return m_table; }
    [[nodiscard]] QString fileName() const { return m_fileName; }
    [[nodiscard]] QString sheetName() const { return m_sheetName; } // "" of a CSV file
    [[nodiscard]] qint64 line() const { return m_rows->line(); }
    [[nodiscard]] QString placeOf(qint64 line) const { return placeText(m_fileName, m_sheetName, line); }
    [[nodiscard]] QString place() const { return placeOf(line()); }
    [[nodiscard]] bool isInError() const { return m_inError; }
    // The form of the row is broken: of its cells only the key is worth reading, to know it again.
    [[nodiscard]] bool isBroken() const { return m_broken; }

    [[nodiscard]] bool has(int column) const { return m_places[static_cast<size_t>(column)] >= 0; }
    [[nodiscard]] bool isEmpty(int column) const; // nothing is left of it when it is cleaned
    // The column as the file names it, in English when it doesn't have it.
    [[nodiscard]] QString heading(int column) const;

    void error(int column, const QString &message);
    // In error without a message of its own, as a row that it refers to is in error.
    void failQuietly() { m_inError = true; }

    // Cells. An empty one is "" or nullopt.
    QString text(int column); // as typed, several lines
    QString name(int column); // one line, without white space around it
    QString key(int column);  // as name(); an empty one is an error
    QString phone(int column);
    QString reference(int column); // a number given elsewhere
    std::optional<QDateTime> time(int column);
    std::optional<QDate> date(int column);
    std::optional<bool> boolean(int column);
    QStringList list(int column); // joined by ;
    template <class E>
    std::optional<E> code(int column);

    // Cells laid over a value: a column that the file doesn't have leaves it as it is.
    void readText(int column, QString &value);
    void readPhone(int column, QString &value);
    void readReference(int column, QString &value);
    // A table tells whole seconds; a stored time that agrees with it keeps its milliseconds.
    void readTime(int column, std::optional<QDateTime> &value);
    void readRequiredTime(int column, QDateTime &value);
    template <class E>
    void readCode(int column, E &value, E standard);
    template <class E>
    void readCode(int column, std::optional<E> &value);

    // Reports a time that lies before another which must come first.
    void checkOrder(const std::optional<QDateTime> &earlier, const std::optional<QDateTime> &later, int column,
                    const QString &message);

private:
    [[nodiscard]] QStringView cell(int column) const;
    QString clean(int column, QStringView cell);
    void reportFault(const RowFault &fault);
    void findFieldFaults();
    [[nodiscard]] QString tooManyFields() const;
    void noWord(int column, const QString &cell, const QStringList &words);

    ImportContext &m_context;
    QString m_fileName;
    QString m_sheetName;
    const Table &m_table;
    std::unique_ptr<RowSource> m_rows;
    QStringList m_headings;
    std::vector<int> m_places; // of each column of the table; -1: the file doesn't have it
    bool m_inError = false;
    bool m_broken = false;
    int m_untilProgress = 0;
};

template <class E>
std::optional<E> TableReader::code(int column)
{
    const QString text = name(column);
    if (text.isEmpty())
        return std::nullopt;
    const auto value = fromCodeOrName<E>(text);
    if (value)
        return value;
    if (const auto lower = fromCode<E>(text.toLower()))
        return lower;
    QStringList words;
    for (const auto &entry : codeTable<E>())
        words.append(QString::fromUtf16(entry.chinese) + u" (" + QLatin1StringView(entry.code) + u')');
    noWord(column, text, words);
    return std::nullopt;
}

template <class E>
void TableReader::readCode(int column, E &value, E standard)
{
    if (has(column))
        value = code<E>(column).value_or(standard);
}

template <class E>
void TableReader::readCode(int column, std::optional<E> &value)
{
    if (has(column))
        value = code<E>(column);
}

} // namespace huiyin
