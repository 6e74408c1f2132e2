// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace huiyin {

// The rule of a due time as the window writes it: “一般事项 5 个工作日”. Tickets keep it as papers do, “一般事项 5个工作日”.
[[nodiscard]] QString ruleInWindow(QString rule);

} // namespace huiyin
