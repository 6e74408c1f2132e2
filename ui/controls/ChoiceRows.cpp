// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/ChoiceRows.h"

#include "shell/Theme.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

void ChoiceRows::set(const QList<CodeChoice> &choices)
{
    beginResetModel();
    m_choices = choices;
    endResetModel();
}

int ChoiceRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_choices.size());
}

QVariant ChoiceRows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const CodeChoice &choice = m_choices[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return choice.text;
    case Number:
        return choice.number;
    case CodeOrGroup:
        return choice.code.isEmpty() ? choice.group : choice.code;
    default:
        return {};
    }
}

void ChoiceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool chosen = option.state & QStyle::State_Selected;
    painter->save();
    if (chosen || (option.state & QStyle::State_MouseOver)) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour(chosen ? ColourRole::AccentSoft : ColourRole::Hover));
        painter->drawRoundedRect(option.rect, 4, 4);
    }
    QRect rest = option.rect.adjusted(8, 0, -8, 0);
    painter->setFont(Theme::instance().font(Theme::Text::Small));
    painter->setPen(colour(ColourRole::TextWeak));
    const int numberWidth = painter->fontMetrics().horizontalAdvance(u"0000"_s);
    painter->drawText(QRect(rest.left(), rest.top(), numberWidth - 4, rest.height()), Qt::AlignVCenter | Qt::AlignRight,
                      index.data(ChoiceRows::Number).toString());
    rest.setLeft(rest.left() + numberWidth + 4);
    const QString code = index.data(ChoiceRows::CodeOrGroup).toString();
    if (!code.isEmpty()) {
        painter->drawText(rest, Qt::AlignVCenter | Qt::AlignRight, code);
        rest.setRight(rest.right() - painter->fontMetrics().horizontalAdvance(code) - 8);
    }
    painter->setFont(Theme::instance().font(Theme::Text::Body));
    painter->setPen(colour(chosen ? ColourRole::AccentText : ColourRole::Text));
    painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, rest.width()));
    painter->restore();
}

QSize ChoiceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {100, std::max(28, option.fontMetrics.height() + 8)};
}

} // namespace huiyin
