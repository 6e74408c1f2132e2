// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"
#include "shell/Page.h"

namespace huiyin {

// Opens the form of an entry of a code table; it saves through the session and closes itself. An entry without id is
// a new one.
void editEntry(const PageContext &context, const Channel &entry, QWidget *parent);
void editEntry(const PageContext &context, const RequestType &entry, QWidget *parent);
void editEntry(const PageContext &context, const Category &entry, QWidget *parent);
void editEntry(const PageContext &context, const Topic &entry, QWidget *parent);
void editEntry(const PageContext &context, const Area &entry, QWidget *parent);
void editEntry(const PageContext &context, const Department &entry, QWidget *parent);

// The command that saves an entry, by its type.
Outcome<Changes> saveEntry(CaseBook &book, const Channel &entry);
Outcome<Changes> saveEntry(CaseBook &book, const RequestType &entry);
Outcome<Changes> saveEntry(CaseBook &book, const Category &entry);
Outcome<Changes> saveEntry(CaseBook &book, const Topic &entry);
Outcome<Changes> saveEntry(CaseBook &book, const Area &entry);
Outcome<Changes> saveEntry(CaseBook &book, const Department &entry);

} // namespace huiyin
