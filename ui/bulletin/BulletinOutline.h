// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"

#include <QListWidget>

namespace huiyin {

// The parts of a bulletin: head, text, headings, tables, charts.
class BulletinOutline : public QListWidget
{
    Q_OBJECT

public:
    explicit BulletinOutline(QWidget *parent = nullptr);

    void setDocument(const BulletinDocument &document);
    void markBlock(qsizetype block); // the part that it belongs to; doesn't emit

Q_SIGNALS:
    void blockRequested(qsizetype block); // -1: the head

private:
    void addPart(const QString &icon, const QString &text, qsizetype block);
};

} // namespace huiyin
