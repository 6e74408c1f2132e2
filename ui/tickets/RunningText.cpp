// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/RunningText.h"

#include "controls/Panel.h"

#include <QLabel>

namespace huiyin {

namespace {

// A text of several lines. It asks for the height of its width alone: what a label thinks that it needs at least when
// it is very narrow would make the scroll area longer than its text.
class RunningText final : public QLabel
{
public:
    using QLabel::QLabel;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, fontMetrics().height()}; }
};

} // namespace

QLabel *runningText(const char *look, QWidget *parent)
{
    auto *label = new RunningText(parent);
    label->setTextFormat(Qt::PlainText);
    setLook(label, look);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return label;
}

} // namespace huiyin
