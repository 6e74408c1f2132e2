// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/CaseSession.h"
#include "statistics/Question.h"

#include <QWidget>

namespace huiyin {

class CutOffPicker;
class PeriodPicker;
class TopicPicker;

// Period, cut-off and topics left out, for the pages that ask for figures. It starts with the last month in which
// something was received (a sample office: its period), which it looks up in the background.
class QuestionBar : public QWidget
{
    Q_OBJECT

public:
    // `page` is the first part of its widgets' object names.
    QuestionBar(CaseSession &session, const QString &page, QWidget *parent = nullptr);

    // Emits questionChanged() when the first period is known.
    void lookUpPeriod();
    // Its fields from left to right, for the order of Tab.
    [[nodiscard]] QList<QWidget *> fields() const;
    [[nodiscard]] bool isReady() const { return m_ready; }

    [[nodiscard]] Period period() const;
    void setPeriod(const Period &period);
    [[nodiscard]] std::optional<QDateTime> cutOff() const;            // nullopt: the end of the period
    [[nodiscard]] std::optional<QList<TopicId>> chosenTopics() const; // nullopt: the page's default
    // Tells which topics the default was.
    void showTopics(const QList<TopicId> &topics);

Q_SIGNALS:
    void questionChanged();
    void lookUpFailed();

private:
    CaseSession &m_session;
    PeriodPicker *m_period;
    CutOffPicker *m_cutOff;
    TopicPicker *m_topics;
    PendingRead m_pending;
    bool m_ready = false;
};

// The last month in which a ticket was received, or a sample office's own period; nullopt: there are no tickets.
std::optional<Period> usualPeriod(CaseFile &file);

// The topics that have tickets in the period.
QList<TopicId> topicsIn(CaseFile &file, const Period &period);

} // namespace huiyin
