// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/TopBar.h"

#include "controls/ActionButton.h"
#include "controls/Panel.h"
#include "domain/Text.h"
#include "shell/Icon.h"

#include <QHBoxLayout>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// The search field shows its key at its end while it is empty.
class SearchField final : public QLineEdit
{
public:
    explicit SearchField(QWidget *parent)
        : QLineEdit(parent)
    {
        connect(this, &QLineEdit::textChanged, this, &SearchField::keepKeyFree);
        keepKeyFree();
    }

    [[nodiscard]] bool isComposing() const { return m_composing; }

protected:
    void inputMethodEvent(QInputMethodEvent *event) override
    {
        m_composing = !event->preeditString().isEmpty();
        QLineEdit::inputMethodEvent(event);
    }
    void paintEvent(QPaintEvent *event) override
    {
        QLineEdit::paintEvent(event);
        if (!showsKey())
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(keyFont());
        const QRectF frame(width() - keyWidth() - 10.5, (height() - 17) / 2.0 + 0.5, keyWidth(), 16);
        painter.setPen(colour(ColourRole::FieldLine));
        painter.setBrush(colour(ColourRole::FieldGround));
        painter.drawRoundedRect(frame, 4, 4);
        painter.setPen(colour(ColourRole::TextWeak));
        painter.drawText(frame, Qt::AlignCenter, key());
    }
    void focusInEvent(QFocusEvent *event) override
    {
        QLineEdit::focusInEvent(event);
        keepKeyFree();
    }
    void focusOutEvent(QFocusEvent *event) override
    {
        QLineEdit::focusOutEvent(event);
        keepKeyFree();
    }

private:
    static QFont keyFont() { return Theme::instance().font(Theme::Text::Small); }
    static QString key()
    {
        return QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText).replace(u'+', u' ');
    }
    static int keyWidth() { return QFontMetrics(keyFont()).horizontalAdvance(key()) + 12; }
    [[nodiscard]] bool showsKey() const { return text().isEmpty() && !hasFocus(); }
    // The hint ends before the key, not below it.
    void keepKeyFree() { setTextMargins(0, 0, showsKey() ? keyWidth() + 4 : 0, 0); }

    bool m_composing = false;
};

} // namespace

TopBar::TopBar(QWidget *parent)
    : QFrame(parent)
    , m_title(textLabel(QString(), "title", this))
    , m_slot(new QHBoxLayout)
    , m_search(new SearchField(this))
    , m_call(new ActionButton(tr("Call"), {}, ActionButton::Look::Primary, this))
{
    setObjectName(u"topBar"_s);
    setFixedHeight(48);
    m_title->setObjectName(u"shell.title"_s);

    m_search->setObjectName(u"shell.search"_s);
    m_search->setAccessibleName(tr("Search all tickets"));
    m_search->setPlaceholderText(tr("Number, phone, address, content…"));
    m_search->setMinimumWidth(160);
    m_search->setMaximumWidth(320);
    m_search->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_search->addAction(themedIcon(u"search"_s, ColourRole::TextWeak), QLineEdit::LeadingPosition);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (static_cast<SearchField *>(m_search)->isComposing())
            return;
        Q_EMIT searchRequested(cleanText(m_search->text()).text.trimmed());
    });

    m_call->setObjectName(u"shell.call"_s);
    m_call->setIcon(themedIcon(u"phone"_s, ColourRole::OnAccent));
    m_call->setToolTip(tr("Take a call (F2)"));
    m_call->showKey(Qt::Key_F2);
    connect(m_call, &QPushButton::clicked, this, &TopBar::callRequested);

    m_slot->setContentsMargins(0, 0, 0, 0);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 0, 16, 0);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addLayout(m_slot, 3);
    layout->addStretch(1);
    layout->addWidget(m_search, 4);
    layout->addWidget(m_call);
}

void TopBar::setTitle(const QString &title)
{
    m_title->setText(title);
}

void TopBar::setPageWidget(QWidget *widget)
{
    if (m_pageWidget == widget)
        return;
    if (m_pageWidget) {
        m_slot->removeWidget(m_pageWidget);
        m_pageWidget->hide();
        m_pageWidget->setParent(m_owner); // with which it goes
    }
    m_pageWidget = widget;
    if (!widget)
        return;
    m_owner = widget->parentWidget();
    m_slot->addWidget(widget);
    widget->show();
}

void TopBar::setSearchVisible(bool visible)
{
    m_search->setVisible(visible);
}

void TopBar::setCallVisible(bool visible)
{
    m_call->setVisible(visible);
}

void TopBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

} // namespace huiyin
