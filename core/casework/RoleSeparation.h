// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Consent.h"

namespace huiyin {

// 三员分立: where three or more work, supervisor, administrator and auditor are three persons; an office of one or two may
// combine them. What was combined before the office grew stays in force, so that nobody is locked out, and is shown until
// it is parted.
constexpr int separatedFrom = 3; // users who work here

int countActive(const QList<User> &users);
bool isCombined(Roles roles); // more than one of the three
// Who holds more than one of the three where they shall be parted.
QList<User> toBeParted(const QList<User> &users);

// Why `next` may not have its roles; `before`: as it stands in the list, nullopt when it is new; `others`: the rest of
// the list; `self`: who gives them.
std::optional<Refusal> roleFault(const std::optional<User> &before, const User &next, const QList<User> &others,
                                 const QString &self);

// 认可: who may say that a file is meant to be another than this computer saw, as after a copy was put back. An auditor;
// whoever keeps the file and its copies is whom he watches, so that an administrator may only where no auditor can log in.
bool mayAcceptChain(Roles roles, const QList<User> &users);

// Making somebody supervisor, administrator or auditor takes a second person where three or more work, as soon as anybody
// else has a password that he chose himself; so does giving oneself any role, and dismissing an auditor.
ConsentNeed consentToRoles(const std::optional<User> &before, const User &next, const QList<User> &others,
                           const QString &self);

} // namespace huiyin
