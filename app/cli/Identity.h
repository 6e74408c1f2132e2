// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Command.h"

#include "casework/Command.h"
#include "casework/Passwords.h"
#include "domain/User.h"

#include <memory>

namespace huiyin::cli {

// A case file opened by somebody who may give the command.
struct OpenedFile
{
    std::unique_ptr<CaseFile> file;
    User user;
    bool isRecorded = false; // it has left an access record
};

// After a file was opened for writing: where it was of an older program and was brought up to date, the copy of it as it
// was gets its manifest, as in the window, and is told.
void attestCopyOf(CaseFile &file);

Password passwordFromInput();               // its next line
QString withOption(const Refusal &refusal); // which option answers it
void addUserOption(Arguments &arguments);
void addConsentOptions(Arguments &arguments); // where it may take a reason and a second person

// Opens the file. Once accounts have passwords, --user and the password on standard input say who asks: refused without
// the right, and it leaves an access record with `details`; for that the file is opened for writing, whatever the mode. What takes
// a consent asks for --reason and, where somebody else has a password too, --second with his on the second line.
enum class TakesConsent { Yes, No }; // of ExportTables: masked tables take none
OpenedFile openFor(const Arguments &arguments, CaseFile::Mode mode, huiyin::Command command, const QString &action,
                   const QString &details, TakesConsent takesConsent = TakesConsent::Yes);

// What was recorded as leaving the file didn't: a second record says so. For the failure of what openFor() recorded.
void noteNothingLeft(const OpenedFile &opened, const QString &details, const QString &why);

// Does what openFor() has recorded as leaving the file with `details`; a failure is recorded too, and goes on.
template <class Work>
void leaveWith(const OpenedFile &opened, const QString &details, Work work)
{
    try {
        work();
    } catch (const std::exception &error) {
        noteNothingLeft(opened, details, QString::fromUtf8(error.what()));
        throw;
    } catch (const CommandError &error) { // as of a topic that the file doesn't know
        noteNothingLeft(opened, details, error.message);
        throw;
    }
}

} // namespace huiyin::cli
