// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Progress.h"

#include <QDialog>
#include <QMutex>

#include <atomic>
#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;
class QTimer;

namespace huiyin {

// Progress of work in another thread, read by the window from time to time.
class TaskProgress final : public Progress
{
public:
    struct State
    {
        qint64 done = 0;
        qint64 total = 0;
        QString what{};
    };

    void report(qint64 done, qint64 total, const QString &what) override;
    [[nodiscard]] bool cancelled() const override { return m_cancelled; }

    void cancel() { m_cancelled = true; }
    [[nodiscard]] State state() const;

private:
    mutable QMutex m_mutex;
    State m_state;
    std::atomic<bool> m_cancelled = false;
};

// Shows the progress of a task once it has taken a second, with a button that cancels it. Closing itself is left to
// end(), when the task has ended.
class ProgressDialog : public QDialog
{
    Q_OBJECT

public:
    ProgressDialog(const QString &title, std::shared_ptr<TaskProgress> progress, QWidget *parent);
    ~ProgressDialog() override; // whoever closes its window wants the task no more

    void end();
    void reject() override; // cancels

private:
    void showState();

    std::shared_ptr<TaskProgress> m_progress;
    QLabel *m_what;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QTimer *m_timer;
};

} // namespace huiyin
