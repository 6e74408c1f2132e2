// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QLabel;

namespace huiyin {

// Below a list: how much there is, and what can be done with it. Where it is too narrow for both, one above the other:
// nothing is cut off.
class ListFoot : public QWidget
{
    Q_OBJECT

public:
    ListFoot(QLabel *count, QWidget *parent);

    void addLink(QWidget *link);      // behind the others
    void addFirstLink(QWidget *link); // before them
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    QLabel *m_count;
    QWidget *m_links;
    QBoxLayout *m_rows;
    QHBoxLayout *m_row; // of the links
};

} // namespace huiyin
