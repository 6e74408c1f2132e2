// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ProgressDialog.h"

#include "controls/Panel.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QMutexLocker>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

void TaskProgress::report(qint64 done, qint64 total, const QString &what)
{
    const QMutexLocker locker(&m_mutex);
    m_state = {.done = done, .total = total, .what = what};
}

TaskProgress::State TaskProgress::state() const
{
    const QMutexLocker locker(&m_mutex);
    return m_state;
}

ProgressDialog::ProgressDialog(const QString &title, std::shared_ptr<TaskProgress> progress, QWidget *parent)
    : QDialog(parent)
    , m_progress(std::move(progress))
    , m_what(textLabel(QString(), "weak", this))
    , m_bar(new QProgressBar(this))
    , m_timer(new QTimer(this))
{
    setObjectName(u"progress"_s);
    setWindowTitle(title);
    setMinimumWidth(400);
    m_bar->setObjectName(u"progress.bar"_s);
    m_bar->setAccessibleName(title);
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 0);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_cancel = buttons->button(QDialogButtonBox::Cancel);
    m_cancel->setObjectName(u"progress.cancel"_s);
    connect(buttons, &QDialogButtonBox::rejected, this, &ProgressDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(textLabel(title, "strong", this));
    layout->addWidget(m_bar);
    layout->addWidget(m_what);
    layout->addWidget(buttons);

    connect(m_timer, &QTimer::timeout, this, &ProgressDialog::showState);
    m_timer->start(100);
    QTimer::singleShot(1000, this, [this] { show(); });
}

ProgressDialog::~ProgressDialog()
{
    m_progress->cancel(); // one that has ended doesn't hear it
}

void ProgressDialog::end()
{
    m_timer->stop();
    hide();
    deleteLater();
}

void ProgressDialog::reject()
{
    m_progress->cancel();
    m_cancel->setEnabled(false);
    m_what->setText(tr("Stopping at the next safe place…"));
}

void ProgressDialog::showState()
{
    if (m_progress->cancelled())
        return;
    const TaskProgress::State state = m_progress->state();
    if (state.total > 0) {
        m_bar->setRange(0, 1000);
        m_bar->setValue(static_cast<int>(1000 * state.done / state.total));
    }
    QString text = state.what;
    if (state.done > 0) {
        const QLocale locale;
        if (!text.isEmpty())
            text += u" · "_s;
        text += state.total > 0 ? tr("%1 of %2").arg(locale.toString(state.done), locale.toString(state.total))
                                : locale.toString(state.done);
    }
    m_what->setText(text);
}

} // namespace huiyin
