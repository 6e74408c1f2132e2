// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/HandlingRules.h"
#include "shell/Page.h"

#include <functional>

namespace huiyin {

// The forms of the calendar and the deadlines. Each saves through the session, closes itself and calls `done`.
void editDay(const PageContext &context, QDate day, const std::optional<SpecialDay> &special, QWidget *parent,
             const std::function<void()> &done);
void editHours(const PageContext &context, QWidget *parent, const std::function<void()> &done);
void editRule(const PageContext &context, const DeadlineRule &rule, QWidget *parent, const std::function<void()> &done);
void editHandlingRules(const PageContext &context, const HandlingRules &rules, QWidget *parent,
                       const std::function<void()> &done);

// In the language of the window.
QString limitText(const Limit &limit);
QString dayKindText(const SpecialDay &day); // worked or free

} // namespace huiyin
