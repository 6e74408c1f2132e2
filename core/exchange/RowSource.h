// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Progress.h"

#include <QString>
#include <QStringView>

#include <memory>
#include <optional>

namespace huiyin {

struct TableSource;

// What is wrong with the form of a row: a sentence, the line where it stands, the column counted from 0.
struct RowFault
{
    QString message{};
    qint64 line = 0;
    int column = 0;
};

// The rows of a table file, one at a time, whatever form the file has. Throws FileError, and StorageError of
// Kind::Cancelled.
class RowSource
{
public:
    virtual ~RowSource() = default;

    // False at the end. Rows without any text are passed over, or come as blank ones.
    virtual bool next() = 0;
    [[nodiscard]] virtual qint64 line() const = 0; // where the row starts; the first is 1
    [[nodiscard]] virtual int fieldCount() const = 0;
    // Valid until next(); empty beyond the last field.
    [[nodiscard]] virtual QStringView field(int column) const = 0;
    [[nodiscard]] virtual bool isBlank() const = 0;
    [[nodiscard]] virtual std::optional<RowFault> fault() const { return std::nullopt; }
    // Why a field has no value that could be taken; "" for one that has.
    [[nodiscard]] virtual QString fieldFault([[maybe_unused]] int column) const { return {}; }
    // What the file itself calls a column whose heading is a translation; "" when it is none.
    [[nodiscard]] virtual QString title([[maybe_unused]] int column) const { return {}; }
    // What the user should know of rows that didn't come, once they are all through; "" when there is nothing.
    [[nodiscard]] virtual QString notice() const { return {}; }
    [[nodiscard]] virtual qint64 bytesRead() const = 0; // of TableSource::bytes()
};

// As they stand in the file.
std::unique_ptr<RowSource> openFile(const TableSource &source, const Progress &progress);
// As rows of a table of ours: translated when the source is a sheet of another program.
std::unique_ptr<RowSource> openRows(const TableSource &source, const Progress &progress);

} // namespace huiyin
