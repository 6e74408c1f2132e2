// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/Tag.h"

#include <QAbstractButton>

#include <optional>

namespace huiyin {

// How many wait for something, as a card; pressing it opens them. A number that presses bears a colour, one of zero is
// quiet.
class CountTile : public QAbstractButton
{
    Q_OBJECT

public:
    // `tone`: of a number above zero.
    CountTile(const QString &name, const QString &unit, Tone tone, QWidget *parent = nullptr);

    void setCount(std::optional<qint64> count); // nullopt: not known yet
    [[nodiscard]] std::optional<qint64> count() const { return m_count; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_name;
    QString m_unit;
    Tone m_tone;
    std::optional<qint64> m_count;
};

} // namespace huiyin
