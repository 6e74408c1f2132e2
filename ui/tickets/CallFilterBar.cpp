// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/CallFilterBar.h"

#include "controls/CodePicker.h"
#include "controls/PeriodPicker.h"
#include "domain/Text.h"
#include "shell/CaseSession.h"
#include "shell/Icon.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int anyOutcome = -1;

} // namespace

CallFilterBar::CallFilterBar(CaseSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_words(new QLineEdit(this))
    , m_picker(new PeriodPicker(this))
    , m_anyPeriod(new QToolButton(this))
    , m_outcome(new QComboBox(this))
    , m_topic(new CodePicker(this))
{
    m_words->setObjectName(u"calls.words"_s);
    m_words->setAccessibleName(tr("Words that the calls hold"));
    m_words->setPlaceholderText(tr("Phone, caller, note, ticket (Ctrl+F)"));
    m_words->setClearButtonEnabled(true);
    m_words->addAction(themedIcon(u"search"_s, ColourRole::TextWeak), QLineEdit::LeadingPosition);
    m_picker->setObjectName(u"calls.period"_s);
    m_anyPeriod->setObjectName(u"calls.anyPeriod"_s);
    m_anyPeriod->setIcon(themedIcon(u"x"_s));
    m_anyPeriod->setToolTip(tr("Calls of any time"));
    m_anyPeriod->setAccessibleName(tr("Calls of any time"));
    m_anyPeriod->setFocusPolicy(Qt::TabFocus);
    m_outcome->setObjectName(u"calls.outcome"_s);
    m_outcome->setAccessibleName(tr("Outcome"));
    m_outcome->addItem(tr("Any outcome"), anyOutcome);
    for (const auto &entry : codeTable<CallOutcome>())
        m_outcome->addItem(displayName(entry.value), static_cast<int>(entry.value));
    m_topic->setObjectName(u"calls.topic"_s);
    m_topic->setAccessibleName(tr("Topic"));
    m_topic->setPlaceholderText(tr("Topic"));
    m_topic->setMaximumWidth(200);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_words, 1);
    row->addWidget(m_picker);
    row->addWidget(m_anyPeriod);
    row->addWidget(m_outcome);
    row->addWidget(m_topic);

    constexpr int pauseAfterTyping = 300; // ms
    m_typing.setSingleShot(true);
    m_typing.setInterval(pauseAfterTyping);
    connect(&m_typing, &QTimer::timeout, this, &CallFilterBar::change);
    connect(m_words, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_words, &QLineEdit::returnPressed, this, &CallFilterBar::change);
    connect(m_picker, &PeriodPicker::periodChosen, this, [this](const Period &period) {
        choosePeriod(ListPeriod{.fixed = period});
        change();
    });
    m_picker->setOffersRelative(true);
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
    connect(m_anyPeriod, &QToolButton::clicked, this, [this] {
        choosePeriod(std::nullopt);
        change();
    });
    connect(m_outcome, &QComboBox::activated, this, &CallFilterBar::change);
    connect(m_topic, &CodePicker::valueChosen, this, &CallFilterBar::change);
    connect(&session, &CaseSession::changed, this, [this](const Changes &changes) {
        if (changes.codeTables || changes.everything)
            m_topic->setChoices(choicesOf(m_session.codeTables().topics, QDate()));
    });
    m_topic->setChoices(choicesOf(session.codeTables().topics, QDate()));
    choosePeriod(std::nullopt);
}

void CallFilterBar::change()
{
    m_typing.stop();
    Q_EMIT changed();
}

void CallFilterBar::choosePeriod(const std::optional<ListPeriod> &period)
{
    m_period = period;
    m_today = m_session.today();
    m_anyPeriod->setVisible(period.has_value());
    if (period) {
        m_picker->setPeriod(*period, m_today);
        return;
    }
    m_picker->setNone(tr("At any time"), m_today);
}

CallFilter CallFilterBar::filter() const
{
    CallFilter filter = asked();
    if (m_period) {
        const Period period = m_period->on(m_session.today());
        filter.startedFrom = m_session.zone().toUtcTime(period.from);
        filter.startedBefore = m_session.zone().toUtcTime(period.to.addDays(1));
    }
    return filter;
}

CallFilter CallFilterBar::asked() const
{
    CallFilter filter;
    if (const int outcome = m_outcome->currentData().toInt(); outcome != anyOutcome)
        filter.outcome = static_cast<CallOutcome>(outcome);
    filter.topic = m_topic->chosen<TopicId>();
    filter.text = forceClean(m_words->text()).trimmed();
    return filter;
}

void CallFilterBar::show(const CallFilter &asked, const std::optional<ListPeriod> &period)
{
    choosePeriod(period);
    m_outcome->setCurrentIndex(asked.outcome ? std::max(m_outcome->findData(static_cast<int>(*asked.outcome)), 0) : 0);
    m_topic->choose(asked.topic, nameOf(m_session.codeTables().topics, asked.topic));
    {
        const QSignalBlocker quiet(m_words);
        m_words->setText(asked.text);
    }
    change();
}

void CallFilterBar::clear()
{
    show({}, std::nullopt);
}

void CallFilterBar::focusWords()
{
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

} // namespace huiyin
