// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace huiyin {

// A bulletin's layout as it stands in resources/layouts: sections, order, wording, decimals, zeros, merged labels.
// The form is described in resources/layouts/README.md. Throws LayoutError when there is none of this name.
QJsonObject loadLayout(const QString &name);

// What a layout speaks of that takes another look at the file.
struct LayoutNeeds
{
    bool previous = false; // all figures of the period before: for changes of what Statistics doesn't compare
    bool lastYear = false;
    bool caseload = false;
    bool hotTopics = false;
    bool traffic = false;
    bool monthIssues = false; // what was published of the months of the period
    bool bestCases = false;
};
LayoutNeeds needsOf(const QJsonObject &layout);

} // namespace huiyin
