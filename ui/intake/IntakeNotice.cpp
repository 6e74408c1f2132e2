// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/IntakeNotice.h"

#include "intake/IntakeDraft.h"

namespace huiyin {

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

void IntakeNotice::callEnded()
{
    m_about = About::EndedCall;
}

void IntakeNotice::forgetTrouble(IntakeDraft *draft)
{
    if (m_about == About::Trouble && m_troubled == draft)
        end();
}

void IntakeNotice::forgetRefusal()
{
    if (m_about == About::Refusal)
        end();
}

void IntakeNotice::typed()
{
    if (m_about == About::EndedCall)
        end();
    forgetRefusal();
}

void IntakeNotice::end()
{
    m_about = About::Other;
    clear();
}

} // namespace huiyin
