// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/CodeChoice.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace huiyin {

// Choices as the rows of a list.
class ChoiceRows final : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    enum Role : int { Number = Qt::UserRole, CodeOrGroup };

    void set(const QList<CodeChoice> &choices);
    [[nodiscard]] const QList<CodeChoice> &choices() const { return m_choices; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<CodeChoice> m_choices;
};

// Draws such a row: number, text, and the code or group at its end.
class ChoiceDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace huiyin
