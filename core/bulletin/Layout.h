// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace huiyin {

// A bulletin's layout as it stands in resources/layouts: sections, order, wording, decimals, zeros, merged labels.
// The form is described in resources/layouts/README.md. Throws LayoutError when there is none of this name.
QJsonObject loadLayout(const QString &name);

} // namespace huiyin
