// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Navigation.h"

#include "controls/Panel.h"
#include "shell/Icon.h"

#include <QButtonGroup>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {
constexpr int barWidth = 148;
constexpr int iconSide = 18;
} // namespace

// Icon, name, and a count at the end.
class NavigationButton final : public QToolButton
{
public:
    NavigationButton(const QString &icon, const QString &title, QWidget *parent)
        : QToolButton(parent)
        , m_icon(themedIcon(icon, ColourRole::TextSoft, ColourRole::AccentText))
        , m_title(title)
    {
        setText(title);
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
        setAccessibleName(title);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    void setCount(int count)
    {
        m_count = count;
        setAccessibleName(count > 0 ? u"%1, %2"_s.arg(m_title).arg(count) : m_title);
        update();
    }

    [[nodiscard]] QSize sizeHint() const override { return {barWidth - 17, std::max(36, fontMetrics().height() + 16)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (isChecked() || underMouse() || hasFocus()) {
            painter.setPen(hasFocus() && !isChecked() ? QPen(colour(ColourRole::Accent)) : QPen(Qt::NoPen));
            if (hasFocus() && isChecked())
                painter.setPen(colour(ColourRole::Accent));
            painter.setBrush(colour(isChecked() ? ColourRole::AccentSoft : ColourRole::Hover));
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        }
        m_icon.paint(&painter, QRect(10, (height() - iconSide) / 2, iconSide, iconSide), Qt::AlignCenter, QIcon::Normal,
                     isChecked() ? QIcon::On : QIcon::Off);
        QFont words = font();
        words.setBold(isChecked());
        painter.setFont(words);
        painter.setPen(colour(isChecked() ? ColourRole::AccentText : ColourRole::TextSoft));
        int end = width() - 10;
        if (m_count > 0) {
            painter.save();
            painter.setFont(Theme::instance().font(Theme::Text::Label));
            painter.setPen(colour(ColourRole::TextWeak));
            const QString number = QString::number(m_count);
            painter.drawText(rect().adjusted(0, 0, -10, 0), Qt::AlignVCenter | Qt::AlignRight, number);
            end -= painter.fontMetrics().horizontalAdvance(number) + 4;
            painter.restore();
        }
        const QRect place(38, 0, end - 38, height());
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(m_title, Qt::ElideRight, place.width()));
    }

private:
    QIcon m_icon;
    QString m_title;
    int m_count = 0;
};

Navigation::Navigation(QWidget *parent)
    : QFrame(parent)
    , m_pages(new QVBoxLayout)
    , m_group(new QButtonGroup(this))
    , m_userRow(new QWidget(this))
    , m_userIcon(new QLabel(m_userRow))
    , m_user(textLabel(QString(), "soft", m_userRow))
    , m_since(textLabel(QString(), "label", m_userRow))
    , m_logo(new QLabel(this))
{
    setObjectName(u"navigation"_s);
    setAccessibleName(tr("Pages"));
    setFixedWidth(barWidth);

    auto *brand = new QLabel(QGuiApplication::applicationDisplayName(), this);
    brand->setObjectName(u"shell.brand"_s);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 0, 0, 0);
    head->setSpacing(8);
    head->addWidget(m_logo);
    head->addWidget(brand, 1);

    m_pages->setSpacing(2);
    auto *line = new QFrame(this);
    line->setFixedHeight(1);
    line->setObjectName(u"navigation.line"_s);

    auto *user = new QHBoxLayout(m_userRow);
    user->setContentsMargins(8, 0, 0, 0);
    user->setSpacing(8);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_user);
    names->addWidget(m_since);
    user->addWidget(m_userIcon);
    user->addLayout(names, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 12);
    layout->setSpacing(0);
    layout->addSpacing(16);
    layout->addLayout(head);
    layout->addSpacing(14);
    layout->addLayout(m_pages);
    layout->addStretch();
    layout->addWidget(line);
    layout->addSpacing(8);
    layout->addWidget(m_userRow);

    const auto colourise = [this, brand, line] {
        m_logo->setPixmap(themedPixmap(u"message-square"_s, ColourRole::Accent, 22, devicePixelRatioF()));
        m_userIcon->setPixmap(themedPixmap(u"user"_s, ColourRole::TextSoft, 16, devicePixelRatioF()));
        brand->setFont(Theme::instance().font(Theme::Text::Title));
        QPalette palette = brand->palette();
        palette.setColor(QPalette::WindowText, colour(ColourRole::AccentText));
        brand->setPalette(palette);
        line->setStyleSheet(u"background: %1; border: none;"_s.arg(colour(ColourRole::Line).name()));
    };
    colourise();
    connect(&Theme::instance(), &Theme::changed, this, colourise);
    setUser({}, {});
}

void Navigation::addPage(const QString &name, const QString &icon, const QString &title, const QString &key)
{
    auto *button = new NavigationButton(icon, title, this);
    button->setObjectName(u"shell.navigation."_s + name);
    button->setToolTip(key.isEmpty() ? QString() : u"%1 (%2)"_s.arg(title, key));
    m_group->addButton(button);
    m_pages->addWidget(button);
    m_buttons.insert(name, button);
    connect(button, &QToolButton::clicked, this, [this, name] { Q_EMIT pageRequested(name); });
}

void Navigation::setCurrent(const QString &name)
{
    if (NavigationButton *button = m_buttons.value(name))
        button->setChecked(true);
}

void Navigation::setCount(const QString &name, int count)
{
    if (NavigationButton *button = m_buttons.value(name))
        button->setCount(count);
}

void Navigation::setUser(const QString &user, const QString &since)
{
    m_user->setText(user);
    m_since->setText(since);
    m_since->setVisible(!since.isEmpty());
    m_userRow->setVisible(!user.isEmpty());
}

} // namespace huiyin
