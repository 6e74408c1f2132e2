// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace huiyin {

// The ideograph that looks like a CJK radical (U+2E80 to U+2FDF): ⼯ → 工. 0: none, or not a radical.
char16_t unifiedIdeograph(char16_t radical);

} // namespace huiyin
