// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>
#include <QWidget>

namespace huiyin {

enum class Tone { Neutral, Info, Ok, Warn, Bad };

// A round label with a word in it. The colour only supports the word, it never says more.
class Tag : public QWidget
{
    Q_OBJECT

public:
    explicit Tag(const QString &text = {}, Tone tone = Tone::Neutral, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] Tone tone() const { return m_tone; }
    void setText(const QString &text);
    void setTone(Tone tone);
    void setIcon(const QString &lucideName);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

    // For delegates: the size that a tag takes, and a tag painted into a rectangle.
    static QSize sizeFor(const QString &text);
    static void paint(QPainter &painter, const QRect &rect, const QString &text, Tone tone);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Tone m_tone;
    QString m_icon;
};

// Shows a cell's display text as a tag whose tone the model gives under ToneRole (as int); no tone, no tag.
class TagDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int ToneRole = Qt::UserRole + 100;

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace huiyin
