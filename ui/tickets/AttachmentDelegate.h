// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace huiyin {

// A row of an attachment: the name with its kind as a tag, and below it size, time, who and why. The name of a removed
// one is struck out.
class AttachmentDelegate final : public QStyledItemDelegate
{
public:
    enum Role { IdRole = Qt::UserRole, RemarkRole, TagRole, ToneRole, RemovedRole };

    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace huiyin
