// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>
#include <QWidget>

namespace huiyin {

// Lies faintly across a part of the window that shows a citizen's data: whoever photographs it photographs who looked at
// it, and when. Keys and mouse go through it.
class UserMark : public QWidget
{
    Q_OBJECT

public:
    explicit UserMark(QWidget *over);

    void mark(const QString &text); // "": none
    [[nodiscard]] QString text() const { return m_text; }
    // So faint that every text below it stays legible, and still to be seen.
    static QColor ink();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void cover();

    QString m_text;
};

} // namespace huiyin
