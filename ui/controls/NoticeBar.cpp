// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/NoticeBar.h"

#include "controls/Panel.h"
#include "shell/Icon.h"
#include "shell/Theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

QString toneName(Tone tone)
{
    switch (tone) {
    case Tone::Ok:
        return u"ok"_s;
    case Tone::Warn:
        return u"warn"_s;
    case Tone::Bad:
        return u"bad"_s;
    case Tone::Info:
    case Tone::Neutral:
        break;
    }
    return u"info"_s;
}

} // namespace

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_second(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setTextFormat(Qt::PlainText);
    for (QPushButton *button : {m_action, m_second}) {
        setLook(button, "link");
        button->setAutoDefault(false);
    }
    m_close->setIcon(themedIcon(u"x"_s));
    m_close->setAccessibleName(tr("Dismiss"));
    m_close->setToolTip(tr("Dismiss"));
    m_close->setFocusPolicy(Qt::TabFocus);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 4, 4);
    layout->setSpacing(8);
    layout->addWidget(m_icon, 0, Qt::AlignVCenter);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_second);
    layout->addWidget(m_close);
    setMinimumHeight(32);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    connect(m_action, &QPushButton::clicked, this, [this] {
        // The action may put up another notice.
        if (const auto action = m_onAction)
            action();
    });
    connect(m_second, &QPushButton::clicked, this, [this] {
        if (const auto action = m_onSecond)
            action();
    });
    connect(m_close, &QToolButton::clicked, this, &NoticeBar::clear);
    connect(&Theme::instance(), &Theme::changed, this, &NoticeBar::showIcon);
    hide();
}

void NoticeBar::showNotice(Tone tone, const QString &text)
{
    showNotice(tone, text, {}, {});
}

void NoticeBar::showNotice(Tone tone, const QString &text, const QString &action, std::function<void()> onAction)
{
    m_tone = tone;
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_onAction = std::move(onAction);
    m_second->hide();
    m_onSecond = {};
    setProperty("tone", toneName(tone));
    const QList<QWidget *> parts{this, m_text};
    for (QWidget *widget : parts) {
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
    showIcon();
    setAccessibleName(text);
    show();
    Q_EMIT visibilityChanged(true);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NoticeBar::addAction(const QString &action, std::function<void()> onAction)
{
    m_second->setText(action);
    m_onSecond = std::move(onAction);
    m_second->show();
}

void NoticeBar::clear()
{
    m_onAction = {};
    m_onSecond = {};
    m_text->clear();
    hide();
    Q_EMIT visibilityChanged(false);
}

QString NoticeBar::text() const
{
    return m_text->text();
}

void NoticeBar::showIcon()
{
    QString name = u"info"_s;
    ColourRole role = ColourRole::InfoText;
    if (m_tone == Tone::Ok) {
        name = u"circle-check"_s;
        role = ColourRole::OkText;
    } else if (m_tone == Tone::Warn || m_tone == Tone::Bad) {
        name = u"triangle-alert"_s;
        role = m_tone == Tone::Warn ? ColourRole::WarnText : ColourRole::BadText;
    }
    m_icon->setPixmap(themedPixmap(name, role, 16, devicePixelRatioF()));
}

} // namespace huiyin
