// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/SearchQuery.h"

#include <QStyledItemDelegate>

class QLabel;

namespace huiyin {

// Shows a text with the words that were searched for on a coloured ground; as plain text when there are none.
void setHitText(QLabel *label, const QString &text, const SearchQuery &query);

// The same for a column of a table, in one line.
class HitDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setQuery(const SearchQuery &query) { m_query = query; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    SearchQuery m_query;
};

} // namespace huiyin
