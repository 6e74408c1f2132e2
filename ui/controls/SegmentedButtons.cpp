// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/SegmentedButtons.h"

#include "shell/Theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QRadioButton>

#include <algorithm>

namespace huiyin {

namespace {
constexpr int rowGap = 4;
}

// One part. It paints its own share of the frame, so that a focused or chosen part keeps round outer corners.
class SegmentButton final : public QRadioButton
{
public:
    SegmentButton(const QString &text, SegmentedButtons *owner)
        : QRadioButton(text, owner)
        , m_owner(owner)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setAttribute(Qt::WA_Hover);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        QFont bold = font();
        bold.setBold(true);
        const int beside = m_owner->m_dense ? 14 : 20;
        return {QFontMetrics(bold).horizontalAdvance(text()) + beside, std::max(30, QFontMetrics(bold).height() + 10)};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint() - QSize(8, 0); }

protected:
    [[nodiscard]] bool hitButton(const QPoint &position) const override { return rect().contains(position); }

    void keyPressEvent(QKeyEvent *event) override
    {
        const int index = static_cast<int>(m_owner->m_group->buttons().indexOf(this));
        switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Up:
            m_owner->move(index, -1);
            return;
        case Qt::Key_Right:
        case Qt::Key_Down:
            m_owner->move(index, 1);
            return;
        case Qt::Key_Home:
            m_owner->move(-1, 1);
            return;
        case Qt::Key_End:
            m_owner->move(m_owner->count(), -1);
            return;
        case Qt::Key_Space:
        case Qt::Key_Select:
            m_owner->choose(m_owner->m_group->id(this));
            return;
        default:
            event->ignore(); // Enter belongs to the form
        }
    }

    void paintEvent(QPaintEvent *) override
    {
        const auto buttons = m_owner->m_group->buttons();
        const auto place = static_cast<int>(buttons.indexOf(this));
        const int columns = m_owner->m_columns > 0 ? m_owner->m_columns : static_cast<int>(buttons.size());
        const bool first = place % columns == 0;
        const bool last = place % columns == columns - 1 || place == buttons.size() - 1;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        constexpr qreal radius = 6;
        // The path runs past the inner edges, so that only outer corners are round.
        QRectF frame = QRectF(rect()).adjusted(first ? 0.5 : -radius, 0.5, last ? -0.5 : radius, -0.5);
        QPainterPath path;
        path.addRoundedRect(frame, radius, radius);
        const ColourRole ground = isChecked()                   ? ColourRole::AccentSoft
                                  : underMouse() && isEnabled() ? ColourRole::Hover
                                                                : ColourRole::FieldGround;
        painter.fillPath(path, colour(isEnabled() || isChecked() ? ground : ColourRole::HeaderGround));
        painter.setPen(colour(ColourRole::FieldLine));
        painter.drawPath(path);
        if (!last)
            painter.drawLine(QPointF(width() - 0.5, 0.5), QPointF(width() - 0.5, height() - 0.5));
        if (hasFocus()) {
            painter.setPen(QPen(colour(ColourRole::Accent), 2));
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), first || last ? 5 : 2,
                                    first || last ? 5 : 2);
        }
        QFont words = font();
        words.setBold(isChecked());
        painter.setFont(words);
        painter.setPen(colour(!isEnabled()  ? ColourRole::Placeholder
                              : isChecked() ? ColourRole::AccentText
                                            : ColourRole::TextSoft));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, width() - 4));
    }

private:
    SegmentedButtons *m_owner;
};

SegmentedButtons::SegmentedButtons(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_group->setExclusive(false); // kept by choose(), so that "none" is possible
}

void SegmentedButtons::addOption(const QString &text, int value, const QString &objectName)
{
    auto *button = new SegmentButton(text, this);
    button->setObjectName(objectName.isEmpty() ? this->objectName() + u'.' + QString::number(value) : objectName);
    if (m_dense)
        button->setFont(Theme::instance().font(Theme::Text::Label));
    m_group->addButton(button, value);
    if (layout())
        layout()->addWidget(button);
    connect(button, &QAbstractButton::clicked, this, [this, value] { choose(value); });
    placeTabStop();
    if (m_breaks) // in one row, until it is known how wide it is
        setFixedHeight(button->sizeHint().height());
}

void SegmentedButtons::clear()
{
    const auto buttons = m_group->buttons();
    for (QAbstractButton *button : buttons) {
        m_group->removeButton(button);
        delete button;
    }
    m_value.reset();
}

void SegmentedButtons::setOptionText(int value, const QString &text)
{
    if (QAbstractButton *button = m_group->button(value))
        button->setText(text);
    placeRows();
}

void SegmentedButtons::setOptionToolTip(int value, const QString &tip)
{
    if (QAbstractButton *button = m_group->button(value))
        button->setToolTip(tip);
}

void SegmentedButtons::setValue(std::optional<int> value)
{
    const auto buttons = m_group->buttons();
    for (QAbstractButton *button : buttons)
        button->setChecked(value == m_group->id(button));
    m_value = value && m_group->button(*value) ? value : std::nullopt;
    placeTabStop();
}

void SegmentedButtons::setBreaks()
{
    m_breaks = true;
    delete layout();
}

int SegmentedButtons::leastWidth(int rows) const
{
    const auto buttons = m_group->buttons();
    const int columns = (count() + rows - 1) / rows;
    int widest = 0;
    int row = 0;
    for (int i = 0; i < count(); ++i) {
        row = (i % columns == 0 ? 0 : row) + buttons[i]->sizeHint().width();
        widest = std::max(widest, row);
    }
    return widest;
}

int SegmentedButtons::rowsFor(int width) const
{
    int rows = 1;
    while (rows < count() && leastWidth(rows) > width)
        ++rows;
    return rows;
}

void SegmentedButtons::placeRows()
{
    if (!m_breaks || count() == 0)
        return;
    const auto buttons = m_group->buttons();
    const int rows = rowsFor(width());
    m_columns = (count() + rows - 1) / rows;
    const int height = buttons.first()->sizeHint().height();
    for (int begin = 0; begin < count(); begin += m_columns) {
        const int end = std::min(begin + m_columns, count());
        int wanted = 0;
        for (int i = begin; i < end; ++i)
            wanted += buttons[i]->sizeHint().width();
        const int spare = width() - wanted; // shared by all of the row
        int left = 0;
        for (int i = begin; i < end; ++i) {
            const int right = i == end - 1
                                  ? width()
                                  : left + buttons[i]->sizeHint().width() + spare * (i - begin + 1) / (end - begin)
                                        - spare * (i - begin) / (end - begin);
            buttons[i]->setGeometry(left, begin / m_columns * (height + rowGap), right - left, height);
            buttons[i]->show();
            left = right;
        }
    }
    setFixedHeight((count() + m_columns - 1) / m_columns * (height + rowGap) - rowGap);
}

void SegmentedButtons::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeRows();
}

QSize SegmentedButtons::sizeHint() const
{
    return m_breaks ? QSize(leastWidth(1), height()) : QWidget::sizeHint();
}

QSize SegmentedButtons::minimumSizeHint() const
{
    constexpr int mostRows = 3;
    return m_breaks ? QSize(leastWidth(mostRows), 0) : QWidget::minimumSizeHint();
}

int SegmentedButtons::count() const
{
    return static_cast<int>(m_group->buttons().size());
}

void SegmentedButtons::choose(int value)
{
    const bool change = m_value != value;
    setValue(value);
    if (change)
        Q_EMIT valueChosen(value);
}

void SegmentedButtons::move(int from, int step)
{
    const auto buttons = m_group->buttons();
    const int to = from + step;
    if (to < 0 || to >= buttons.size() || !buttons[to]->isEnabled())
        return;
    buttons[to]->setFocusPolicy(Qt::StrongFocus);
    buttons[to]->setFocus(step > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    choose(m_group->id(buttons[to]));
}

// The chosen part takes the Tab key, the first when none is chosen.
void SegmentedButtons::placeTabStop()
{
    const auto buttons = m_group->buttons();
    const auto now = m_value;
    for (qsizetype i = 0; i < buttons.size(); ++i) {
        const bool stop = now ? m_group->id(buttons[i]) == *now : i == 0;
        buttons[i]->setFocusPolicy(stop || buttons[i]->hasFocus() ? Qt::StrongFocus : Qt::ClickFocus);
        if (stop)
            setFocusProxy(buttons[i]);
    }
}

} // namespace huiyin
