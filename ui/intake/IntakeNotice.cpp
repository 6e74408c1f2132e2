// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/IntakeNotice.h"

#include "intake/IntakeDraft.h"

namespace huiyin {

IntakeNotice::IntakeNotice(QWidget *parent)
    : NoticeBar(parent)
{
    connect(this, &NoticeBar::visibilityChanged, this, [this](bool visible) {
        if (!visible)
            m_about = About::Other; // also when the clerk has dismissed it
    });
}

void IntakeNotice::offer(Tone tone, const QString &text, const QString &action, std::function<void()> onAction)
{
    m_about = About::Other;
    showNotice(tone, text, action, std::move(onAction));
}

void IntakeNotice::tellRefusal(const QString &reason)
{
    m_about = About::Refusal;
    showNotice(Tone::Bad, reason);
}

void IntakeNotice::tellTrouble(IntakeDraft *draft, const QString &text, const QString &action,
                               std::function<void()> onAction)
{
    m_about = About::Trouble;
    m_troubled = draft;
    showNotice(Tone::Bad, text, action, std::move(onAction));
}

void IntakeNotice::tellEnd(Tone tone, const QString &text, const QString &action, std::function<void()> onAction)
{
    m_about = About::EndedCall;
    showNotice(tone, text, action, std::move(onAction));
}

void IntakeNotice::forgetTrouble(IntakeDraft *draft)
{
    if (m_about == About::Trouble && m_troubled == draft)
        clear();
}

void IntakeNotice::forgetRefusal()
{
    if (m_about == About::Refusal)
        clear();
}

void IntakeNotice::typed()
{
    if (m_about == About::EndedCall)
        clear();
    forgetRefusal();
}

} // namespace huiyin
