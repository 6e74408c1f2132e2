// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/QuestionBar.h"

#include "controls/PeriodPicker.h"
#include "exchange/DemoOffice.h"
#include "statistics/CutOffPicker.h"
#include "statistics/TopicPicker.h"
#include "storage/CodeTableRepository.h"
#include "storage/TicketRepository.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

QuestionBar::QuestionBar(CaseSession &session, const QString &page, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_period(new PeriodPicker(this))
    , m_cutOff(new CutOffPicker(this))
    , m_topics(new TopicPicker(this))
{
    m_period->setObjectName(page + u".period");
    m_cutOff->setObjectName(page + u".cutOff");
    m_topics->setObjectName(page + u".topics");
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_period);
    layout->addWidget(m_cutOff);
    layout->addWidget(m_topics);
    m_topics->setChoices(session.codeTables().topics);
    m_cutOff->setPeriodEnd(m_period->period().to);

    connect(m_period, &PeriodPicker::periodChosen, this, [this](const Period &period) {
        m_cutOff->setPeriodEnd(period.to);
        m_ready = true;
        Q_EMIT questionChanged();
    });
    connect(m_cutOff, &CutOffPicker::cutOffChosen, this, &QuestionBar::questionChanged);
    connect(m_topics, &TopicPicker::topicsChosen, this, &QuestionBar::questionChanged);
    connect(&session, &CaseSession::codeTablesChanged, this,
            [this] { m_topics->setChoices(m_session.codeTables().topics); });
}

QList<QWidget *> QuestionBar::fields() const
{
    return {m_period, m_cutOff, m_topics};
}

void QuestionBar::lookUpPeriod()
{
    m_pending.cancel();
    m_pending = m_session.read(
        this, [](CaseFile &file) { return usualPeriod(file); },
        [this](const std::optional<Period> &found) {
            if (m_ready)
                return; // one was chosen meanwhile
            const QDate today = m_session.today();
            setPeriod(found.value_or(Period::month(today.year(), today.month())));
        },
        [this] { Q_EMIT lookUpFailed(); });
}

Period QuestionBar::period() const
{
    return m_period->period();
}

void QuestionBar::setPeriod(const Period &period)
{
    m_period->setPeriod(period);
    m_cutOff->setPeriodEnd(period.to);
    m_ready = true;
    Q_EMIT questionChanged();
}

std::optional<QDateTime> QuestionBar::cutOff() const
{
    const auto day = m_cutOff->lastDay();
    return day ? std::optional(m_session.zone().toUtcTime(day->addDays(1))) : std::nullopt;
}

std::optional<QList<TopicId>> QuestionBar::chosenTopics() const
{
    return m_topics->chosen();
}

void QuestionBar::showTopics(const QList<TopicId> &topics)
{
    m_topics->showTopics(topics);
}

std::optional<Period> usualPeriod(CaseFile &file)
{
    const TicketRepository tickets(file.database());
    const auto newest = tickets.rows(tickets.matching({}, {.by = TicketOrder::By::Received}, 1));
    if (newest.isEmpty())
        return std::nullopt;
    const QDate day = file.zone().day(newest.first().receivedAt);
    const auto demos = demoOffices();
    for (const DemoInfo &demo : demos) {
        if (demo.office == file.office().name && demo.period.from <= day && day <= demo.period.to)
            return demo.period;
    }
    return Period::month(day.year(), day.month());
}

QList<TopicId> topicsIn(CaseFile &file, const Period &period)
{
    const TicketRepository tickets(file.database());
    TicketFilter filter{.receivedFrom = file.zone().toUtcTime(period.from),
                        .receivedBefore = file.zone().toUtcTime(period.to.addDays(1))};
    QList<TopicId> found;
    const auto topics = CodeTableRepository(file.database()).load().topics;
    for (const Topic &topic : topics) {
        filter.topic = topic.id;
        if (!tickets.matching(filter, {}, 1).isEmpty())
            found.append(*topic.id);
    }
    return found;
}

} // namespace huiyin
