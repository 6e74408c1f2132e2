// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace huiyin {

// What a file that is said to hold a table really is, by its first bytes: the name says little in offices.
enum class TableFile {
    Workbook,       // .xlsx, .xlsm
    OldWorkbook,    // .xls, .et: of Excel until 2003 and of WPS
    LockedWorkbook, // an .xlsx protected by a password
    BinaryWorkbook, // .xlsb
    OpenDocument,   // .ods
    OtherContainer, // some other zip
    WebPage,        // under the name of a table, as web systems give them out
    XmlTable,       // of Excel 2003
    Text,           // CSV, or anything else
};

// Throws FileError when the file can't be read.
TableFile tellTableFile(const QString &path);

// A sentence for the user: what it is, and what to do to have it read. "" for what is read: Workbook and Text.
QString whatToDo(TableFile kind);

} // namespace huiyin
