// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/CallFilterBar.h"

#include "controls/CodePicker.h"
#include "controls/PeriodPicker.h"
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
    : PeriodFilterBar(session, u"calls"_s, tr("At any time"), parent)
    , m_anyPeriod(new QToolButton(this))
    , m_outcome(new QComboBox(this))
    , m_topic(new CodePicker(this))
{
    words()->setAccessibleName(tr("Words that the calls hold"));
    words()->setPlaceholderText(tr("Phone, caller, note, ticket (Ctrl+F)"));
    m_anyPeriod->setObjectName(u"calls.anyPeriod"_s);
    m_anyPeriod->setIcon(themedIcon(u"x"_s));
    m_anyPeriod->setToolTip(tr("Calls of any time"));
    m_anyPeriod->setAccessibleName(tr("Calls of any time"));
    m_anyPeriod->setFocusPolicy(Qt::TabFocus);
    m_anyPeriod->hide();
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
    row->addWidget(words(), 1);
    row->addWidget(picker());
    row->addWidget(m_anyPeriod);
    row->addWidget(m_outcome);
    row->addWidget(m_topic);

    connect(this, &CallFilterBar::changed, m_anyPeriod, [this] { m_anyPeriod->setVisible(period().has_value()); });
    connect(m_anyPeriod, &QToolButton::clicked, this, [this] {
        choosePeriod(std::nullopt);
        change();
    });
    connect(m_outcome, &QComboBox::activated, this, &CallFilterBar::change);
    connect(m_topic, &CodePicker::valueChosen, this, &CallFilterBar::change);
    const auto fillTopics = [this] { m_topic->setChoices(choicesOf(this->session().codeTables().topics, QDate())); };
    connect(&session, &CaseSession::codeTablesChanged, this, fillTopics);
    fillTopics();
}

CallFilter CallFilterBar::filter() const
{
    CallFilter filter = asked();
    if (const auto span = moments()) {
        filter.startedFrom = span->from;
        filter.startedBefore = span->before;
    }
    return filter;
}

CallFilter CallFilterBar::asked() const
{
    CallFilter filter;
    if (const int outcome = m_outcome->currentData().toInt(); outcome != anyOutcome)
        filter.outcome = static_cast<CallOutcome>(outcome);
    filter.topic = m_topic->chosen<TopicId>();
    filter.text = askedWords();
    return filter;
}

void CallFilterBar::show(const CallFilter &asked, const std::optional<ListPeriod> &period)
{
    choosePeriod(period);
    m_outcome->setCurrentIndex(asked.outcome ? std::max(m_outcome->findData(static_cast<int>(*asked.outcome)), 0) : 0);
    // By its name: it may be retired since.
    m_topic->choose(asked.topic, nameOf(session().codeTables().topics, asked.topic));
    setWords(asked.text);
    change();
}

void CallFilterBar::clear()
{
    show({}, std::nullopt);
}

} // namespace huiyin
