// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QWidget;

namespace huiyin {

class CaseSession;

// Asks twice for the passphrase of copies on another medium, sets it, and offers the recovery sheet to be printed: later
// it takes the passphrase again. `done` is called once it is set.
void askForPassphrase(CaseSession &session, QWidget *parent, std::function<void()> done);

// 恢复凭据: a page with the key in groups, to be kept apart from the medium.
void askForRecoverySheet(CaseSession &session, QWidget *parent);

} // namespace huiyin
