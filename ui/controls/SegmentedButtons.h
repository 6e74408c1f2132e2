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
    // Stands in several rows where it is too narrow for one; before the options are added.
    void setBreaks();
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

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void valueChosen(int value); // by the user, not by setValue()

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    friend class SegmentButton;
    void choose(int value);
    void move(int from, int step);
    void placeTabStop();
    [[nodiscard]] int rowsFor(int width) const;
    [[nodiscard]] int leastWidth(int rows) const; // at which nothing is cut off
    void placeRows();

    QButtonGroup *m_group;
    std::optional<int> m_value;
    bool m_dense = false;
    bool m_breaks = false;
    int m_columns = 0; // in a row, where it breaks; 0: one row
};

} // namespace huiyin
