// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace huiyin::test {

// How long a test waits for what comes at once on a quiet computer: long enough for the busiest one.
inline constexpr int patience = 60'000; // ms

} // namespace huiyin::test
