// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/EmptyState.h"

#include "controls/Panel.h"
#include "shell/Icon.h"
#include "shell/Theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace huiyin {

EmptyState::EmptyState(const QString &lucideName, const QString &title, const QString &hint, QWidget *parent)
    : QWidget(parent)
    , m_iconName(lucideName)
    , m_icon(new QLabel(this))
    , m_title(textLabel(title, "strong", this))
    , m_hint(textLabel(hint, "weak", this))
    , m_action(new QPushButton(this))
{
    m_icon->setAlignment(Qt::AlignCenter);
    m_title->setAlignment(Qt::AlignCenter);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_action->setAutoDefault(false);
    m_action->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(8);
    layout->addStretch(2);
    layout->addWidget(m_icon);
    layout->addSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_hint);
    layout->addSpacing(4);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    connect(&Theme::instance(), &Theme::changed, this, &EmptyState::showIcon);
    showIcon();
}

void EmptyState::setTexts(const QString &title, const QString &hint)
{
    m_title->setText(title);
    m_hint->setText(hint);
}

void EmptyState::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void EmptyState::showIcon()
{
    m_icon->setPixmap(themedPixmap(m_iconName, ColourRole::BarRest, 40, devicePixelRatioF()));
}

} // namespace huiyin
