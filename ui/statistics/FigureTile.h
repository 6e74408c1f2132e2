// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/Figure.h"

#include <QAbstractButton>
#include <QList>
#include <QString>

namespace huiyin {

// A headline figure as a card: its name, the number, remarks below (base, change). Pressing it opens the tickets that
// it counts; its context menu offers its other parts, such as the base.
class FigureTile : public QAbstractButton
{
    Q_OBJECT

public:
    struct Part
    {
        QString name{};
        qint64 count = 0;
        FigureKey figure{};
    };
    struct Content
    {
        QString value{};
        QString base{};        // "6572 / 6610"
        QStringList changes{}; // against other periods
        QList<Part> parts{};   // the first is the one that pressing opens
        QStringList notes{};   // what there is no room for: in the tool tip
    };

    explicit FigureTile(const QString &name, QWidget *parent = nullptr);

    void setContent(const Content &content);
    [[nodiscard]] const Content &content() const { return m_content; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] int leastWidth() const; // at which no line of it is cut off

Q_SIGNALS:
    void figureRequested(const huiyin::FigureKey &figure);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    // The remarks in lines that fit the width.
    [[nodiscard]] QStringList remarkLines(int width) const;

    QString m_name;
    Content m_content;
};

} // namespace huiyin
