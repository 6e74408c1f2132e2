// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tickets/AttachmentFiles.h"

#include <QDialog>

class QScrollArea;

namespace huiyin {

class PictureView;
class SegmentedButtons;

// Shows one attachment, a picture or a text, in a window of its own beside the case book. Esc closes it.
class AttachmentViewer : public QDialog
{
    Q_OBJECT

public:
    AttachmentViewer(const ShownAttachment &shown, QWidget *parent);
    void mark(const QString &text); // who looks at it

private:
    QWidget *picturePart(const ShownAttachment &shown);
    QWidget *textPart(const ShownAttachment &shown);

    PictureView *m_picture = nullptr;
    QScrollArea *m_scroll = nullptr;
    SegmentedButtons *m_size = nullptr;
};

} // namespace huiyin
