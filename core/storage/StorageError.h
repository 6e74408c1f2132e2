// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QException>
#include <QString>

namespace huiyin {

// What went wrong with the case file. The window and the command line decide on the kind; message() is a sentence for
// the user, technical() is for the log and the "details" of a message.
class StorageError : public QException
{
public:
    enum class Kind {
        Missing,     // no such file
        Exists,      // a new file was asked for, and something stands there
        NotCaseFile, // some other file
        Newer,       // written by a newer program
        Damaged,     // SQLite can't read it, or a check failed
        ReadOnly,    // the file or its medium can't be written
        InUse,       // another program holds it for writing
        Busy,        // locked for the moment
        Interrupted, // a program was stopped in the middle of writing; the next writer makes it good
        DiskFull,
        Constraint, // a rule of the schema; a fault of the program, or a clash of two writers
        Cancelled,  // the user stopped it
        Uncertain,  // the end of a transaction failed, and whether it was saved can't be found out now
        Other,
    };

    StorageError(Kind kind, const QString &message, const QString &technical = QString(), int nativeCode = 0);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] QString message() const { return m_message; }
    [[nodiscard]] QString technical() const { return m_technical; }
    [[nodiscard]] int nativeCode() const { return m_nativeCode; } // SQLite's extended code, 0 when there is none

    [[nodiscard]] const char *what() const noexcept override { return m_what.constData(); }
    void raise() const override { throw *this; }
    [[nodiscard]] StorageError *clone() const override { return new StorageError(*this); }

private:
    Kind m_kind;
    QString m_message;
    QString m_technical;
    int m_nativeCode;
    QByteArray m_what;
};

class Progress;

// Throws Cancelled when the user has stopped the work; for the safe points of long work.
void stopIfCancelled(const Progress &progress);

} // namespace huiyin
