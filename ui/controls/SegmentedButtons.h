// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

class QButtonGroup;

namespace huiyin {

// A choice of one among a few, all in sight, in one frame. One Tab stop; the arrow keys move the choice, Home and End
// take the first and the last. Each part is a radio button to screen readers.
class SegmentedButtons : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentedButtons(QWidget *parent = nullptr);

    // Smaller words and less room beside them, for many parts in a narrow place; before the options are added.
    void setDense(bool dense) { m_dense = dense; }
    void addOption(const QString &text, int value, const QString &objectName = {});
    void clear();
    void setOptionText(int value, const QString &text);
    void setOptionToolTip(int value, const QString &tip);

    [[nodiscard]] std::optional<int> value() const { return m_value; }
    void setValue(std::optional<int> value); // nullopt: none is chosen; doesn't emit
    [[nodiscard]] int count() const;

    // The typed form for enumerations: addOption(text, static_cast<int>(e)).
    template <class E>
    [[nodiscard]] std::optional<E> chosen() const
    {
        const auto now = value();
        return now ? std::optional<E>(static_cast<E>(*now)) : std::nullopt;
    }

Q_SIGNALS:
    void valueChosen(int value); // by the user, not by setValue()

private:
    friend class SegmentButton;
    void choose(int value);
    void move(int from, int step);
    void placeTabStop();

    QButtonGroup *m_group;
    std::optional<int> m_value;
    bool m_dense = false;
};

} // namespace huiyin
