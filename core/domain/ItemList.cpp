// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ItemList.h"

#include <QCoreApplication>

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ItemList)
};

} // namespace

QString joinedItems(const QStringList &items)
{
    return items.join(Text::tr(", ", "between the items of a list"));
}

} // namespace huiyin
