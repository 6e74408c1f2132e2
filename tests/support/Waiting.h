// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/Patience.h"

#include <QTest>

namespace huiyin::test {

template <class Condition>
bool waitFor(Condition condition)
{
    return QTest::qWaitFor(condition, patience);
}

} // namespace huiyin::test
