// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

namespace huiyin::test {

constexpr int patience = 5'000; // ms

template <class Condition>
bool waitFor(Condition condition)
{
    return QTest::qWaitFor(condition, patience);
}

} // namespace huiyin::test
