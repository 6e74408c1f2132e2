// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/NoticeBar.h"

#include <QPointer>

namespace huiyin {

class IntakeDraft;

// What the page tells above the form. It knows what each notice is about, and takes it away when that is over.
class IntakeNotice : public NoticeBar
{
    Q_OBJECT

public:
    explicit IntakeNotice(QWidget *parent = nullptr);

    // Whatever stands until it is dealt with: drafts that wait, a draft that was changed elsewhere.
    void offer(Tone tone, const QString &text, const QString &action, std::function<void()> onAction);
    void tellRefusal(const QString &reason); // of a command for the call in front
    // That a draft could not be saved.
    void tellTrouble(IntakeDraft *draft, const QString &text, const QString &action = {},
                     std::function<void()> onAction = {});
    // What came of a call; until the next one is being written down.
    void tellEnd(Tone tone, const QString &text, const QString &action, std::function<void()> onAction);

    void forgetTrouble(IntakeDraft *draft); // it was saved after all, or is told anew
    void forgetRefusal();                   // of what was typed before, or of another call
    void typed();                           // into the call in front

private:
    enum class About { Other, EndedCall, Refusal, Trouble };

    About m_about = About::Other;
    QPointer<IntakeDraft> m_troubled;
};

} // namespace huiyin
