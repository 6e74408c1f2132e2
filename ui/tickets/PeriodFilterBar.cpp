// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/PeriodFilterBar.h"

#include "controls/PeriodPicker.h"
#include "domain/Text.h"
#include "shell/CaseSession.h"
#include "shell/Icon.h"

#include <QLineEdit>

#include <utility>

using namespace Qt::StringLiterals;

namespace huiyin {

PeriodFilterBar::PeriodFilterBar(CaseSession &session, const QString &name, QString anyTime, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_anyTime(std::move(anyTime))
    , m_words(new QLineEdit(this))
    , m_picker(new PeriodPicker(this))
{
    m_words->setObjectName(name + u".words"_s);
    m_words->setClearButtonEnabled(true);
    m_words->addAction(themedIcon(u"search"_s, ColourRole::TextWeak), QLineEdit::LeadingPosition);
    m_picker->setObjectName(name + u".period"_s);
    m_picker->setOffersRelative(true);

    constexpr int pauseAfterTyping = 300; // ms
    m_typing.setSingleShot(true);
    m_typing.setInterval(pauseAfterTyping);
    connect(&m_typing, &QTimer::timeout, this, &PeriodFilterBar::change);
    connect(m_words, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_words, &QLineEdit::returnPressed, this, &PeriodFilterBar::change);
    connect(m_picker, &PeriodPicker::periodChosen, this, [this](const Period &chosen) {
        choosePeriod(ListPeriod{.fixed = chosen});
        change();
    });
    connect(m_picker, &PeriodPicker::relativeChosen, this, [this](RelativePeriod relative) {
        choosePeriod(ListPeriod{.relative = relative});
        change();
    });
    // What is told from today is another list tomorrow.
    m_midnight.setInterval(60'000);
    connect(&m_midnight, &QTimer::timeout, this, [this] {
        if (m_period && m_period->relative && m_today != m_session.today()) {
            choosePeriod(m_period);
            change();
        }
    });
    m_midnight.start();
    choosePeriod(std::nullopt);
}

void PeriodFilterBar::focusWords()
{
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void PeriodFilterBar::change()
{
    m_typing.stop();
    Q_EMIT changed();
}

void PeriodFilterBar::choosePeriod(const std::optional<ListPeriod> &period)
{
    m_period = period;
    m_today = m_session.today();
    if (m_period)
        m_picker->setPeriod(*m_period, m_today);
    else
        m_picker->setNone(m_anyTime, m_today);
}

std::optional<PeriodFilterBar::Moments> PeriodFilterBar::moments() const
{
    if (!m_period)
        return std::nullopt;
    const Period days = m_period->on(m_session.today());
    return Moments{.from = m_session.zone().toUtcTime(days.from),
                   .before = m_session.zone().toUtcTime(days.to.addDays(1))};
}

QString PeriodFilterBar::askedWords() const
{
    return forceClean(m_words->text()).trimmed();
}

void PeriodFilterBar::setWords(const QString &words)
{
    const QSignalBlocker quiet(m_words);
    m_words->setText(words);
}

} // namespace huiyin
