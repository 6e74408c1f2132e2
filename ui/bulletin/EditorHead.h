// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"

class QPainter;

namespace huiyin {

// 报头 above the text that is being written: the red name, the issue, office and date. It is made from the office's own
// data and can't be written in.
class EditorHead
{
public:
    void set(const BulletinDocument &document);
    [[nodiscard]] qreal height() const { return m_height; } // pixels at a zoom of 1
    [[nodiscard]] QString text() const;                     // for screen readers
    // The painter stands at the upper left corner of the column; `width` is the column's, at a zoom of 1.
    void paint(QPainter *painter, qreal width) const;

private:
    QString m_masthead;
    QString m_issueLine;
    QString m_office;
    QString m_date;
    qreal m_pixels = 0; // of the masthead
    qreal m_height = 0;
};

} // namespace huiyin
