// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/LayoutDraft.h"

#include <QTreeWidget>

namespace huiyin {

// The sections of a layout in their order, and within them the parts of paragraphs and the columns of tables. Drag moves
// one among its like.
class LayoutTree : public QTreeWidget
{
    Q_OBJECT

public:
    LayoutTree(LayoutDraft &draft, QWidget *parent);

    void refresh();                   // from the draft; what is open and chosen stays
    void relabel();                   // the texts alone
    void choose(const QString &path); // doesn't emit; the nearest above that is there
    [[nodiscard]] QString chosen() const;
    void markFaults(const QStringList &paths); // places with a fault, and what holds them
    void setMovable(bool movable);

Q_SIGNALS:
    void placeChosen(const QString &path);
    void moved(const QString &to); // in the draft already
    void filled();                 // all items are new

protected:
    void dropEvent(QDropEvent *event) override;

private:
    void add(QTreeWidgetItem *parent, const LayoutNode &node, const QStringList &open);
    [[nodiscard]] QTreeWidgetItem *itemOf(const QString &path) const;

    LayoutDraft &m_draft;
    QStringList m_faulty;
};

} // namespace huiyin
