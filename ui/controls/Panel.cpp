// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/Panel.h"

#include "shell/Icon.h"
#include "shell/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QTextDocument>

namespace huiyin {

namespace {
constexpr int margin = 15; // with the border of 1: 16
}

void setLook(QWidget *widget, const char *look)
{
    widget->setProperty("look", QString::fromLatin1(look));
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

void setFault(QWidget *widget, bool fault)
{
    if (widget->property("fault").toBool() == fault)
        return;
    widget->setProperty("fault", fault);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

QString partName(const QString &prefix, const QString &thing)
{
    if (prefix.endsWith(u'.'))
        return prefix + thing;
    return prefix + thing.first(1).toUpper() + thing.sliced(1);
}

void setTabChain(const QList<QWidget *> &widgets)
{
    for (qsizetype i = 1; i < widgets.size(); ++i)
        QWidget::setTabOrder(widgets[i - 1], widgets[i]);
}

QString plainToolTip(const QString &text)
{
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal) : text;
}

QLabel *textLabel(const QString &text, const char *look, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    setLook(label, look);
    return label;
}

Panel::Panel(const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_head(new QWidget(this))
    , m_headLayout(new QHBoxLayout(m_head))
    , m_body(new QVBoxLayout)
    , m_icon(new QLabel(m_head))
    , m_title(textLabel(QString(), "strong", m_head))
    , m_trailing(textLabel(QString(), "small", m_head))
{
    m_headLayout->setContentsMargins(margin, 11, margin, 8);
    m_headLayout->setSpacing(8);
    m_headLayout->addWidget(m_icon);
    m_headLayout->addWidget(m_title);
    m_headLayout->addStretch();
    m_headLayout->addWidget(m_trailing);
    m_icon->hide();
    m_trailing->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    m_body->setSpacing(8);
    layout->addLayout(m_body, 1);
    setFlush(false);
    setTitle(title);
    connect(&Theme::instance(), &Theme::changed, this, &Panel::showIcon);
}

void Panel::setTitle(const QString &title)
{
    m_title->setText(title);
    m_head->setVisible(!title.isEmpty());
    m_body->setContentsMargins(m_body->contentsMargins().left(), title.isEmpty() ? m_body->contentsMargins().left() : 0,
                               m_body->contentsMargins().right(), m_body->contentsMargins().bottom());
    if (accessibleName().isEmpty())
        setAccessibleName(title);
}

void Panel::setTrailingText(const QString &text)
{
    m_trailing->setText(text);
    m_trailing->setVisible(!text.isEmpty());
}

void Panel::setIcon(const QString &lucideName)
{
    m_iconName = lucideName;
    m_icon->setVisible(!lucideName.isEmpty());
    showIcon();
}

void Panel::showIcon()
{
    if (!m_iconName.isEmpty())
        m_icon->setPixmap(themedPixmap(m_iconName, ColourRole::TextSoft, 16, devicePixelRatioF()));
}

void Panel::addTrailing(QWidget *widget)
{
    m_headLayout->addWidget(widget);
    m_head->show();
}

void Panel::setFlush(bool flush)
{
    const int side = flush ? 0 : margin;
    m_body->setContentsMargins(side, m_head->isHidden() ? side : 0, side, flush ? 1 : margin);
}

bool Panel::event(QEvent *event)
{
    if (event->type() == QEvent::Show)
        showIcon();
    return QFrame::event(event);
}

} // namespace huiyin
