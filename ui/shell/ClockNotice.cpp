// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ClockNotice.h"

#include "controls/NoticeBar.h"
#include "domain/Sentences.h"
#include "storage/UserRepository.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// "+08:00"
QString offsetText(int seconds)
{
    return (seconds < 0 ? u"−"_s : u"+"_s) + QTime(0, 0).addSecs(std::abs(seconds)).toString(u"HH:mm"_s);
}

} // namespace

ClockNotice::ClockNotice(QWidget *parent)
    : QWidget(parent)
    , m_bar(new NoticeBar(this))
{
    m_bar->setObjectName(u"shell.clock"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 0);
    layout->addWidget(m_bar);
    setVisible(false);
    connect(m_bar, &NoticeBar::visibilityChanged, this, &QWidget::setVisible);
    constexpr int often = 5'000;
    m_timer.setInterval(often);
    connect(&m_timer, &QTimer::timeout, this, &ClockNotice::lookAtJump);
}

void ClockNotice::watch(CaseSession *session)
{
    if (m_session)
        disconnect(m_session, nullptr, this, nullptr);
    m_pending.cancel();
    m_session = session;
    m_doubted = false;
    m_bar->clear();
    m_timer.stop();
    if (!session)
        return;
    connect(session, &CaseSession::clockDoubted, this, &ClockNotice::look);
    m_wall = session->clock().now();
    m_running.start();
    m_timer.start();
    look();
}

// Somebody has moved the clock, or the computer has slept.
void ClockNotice::lookAtJump()
{
    if (!m_session)
        return;
    constexpr qint64 jump = 60'000;
    const QDateTime now = m_session->clock().now();
    const bool jumped = qAbs(m_wall.msecsTo(now) - m_running.restart()) > jump;
    m_wall = now;
    if (jumped)
        look();
}

void ClockNotice::look()
{
    if (!m_session)
        return;
    m_pending.cancel();
    m_pending = m_session->read(
        this,
        [now = m_session->clock().now()](CaseFile &file) {
            const QList<User> users = UserRepository(file.database()).all();
            return Stand{.doubt = clockDoubt(file.database(), now),
                         .alone = std::ranges::count_if(users, [](const User &user) { return !user.retired; }) <= 1};
        },
        [this](const Stand &stand) { showStand(stand); },
        [](const std::exception_ptr &) {}); // nobody asked; a command will tell
}

void ClockNotice::showStand(const Stand &stand)
{
    if (!m_session)
        return;
    if (!stand.doubt) {
        if (std::exchange(m_doubted, false))
            m_bar->clear();
        showZone();
        return;
    }
    m_doubted = true;
    QStringList texts{sentenceOf(*stand.doubt, m_session->zone())};
    const bool mayConfirm = !m_session->isReadOnly() && (stand.alone || m_session->may(Command::ConfirmClock));
    if (m_session->isReadOnly())
        texts.append(tr("What is due is shown by this clock."));
    else
        texts.append(tr("Until that is settled nothing is accepted, dispatched or closed; drafts are saved."));
    if (mayConfirm) {
        m_bar->showNotice(Tone::Warn, joinedSentences(texts), tr("The clock is right"),
                          [this, doubt = *stand.doubt] { ask(doubt); });
    } else {
        if (!m_session->isReadOnly())
            texts.append(tr("If the clock is right, a supervisor or an administrator confirms it."));
        m_bar->showNotice(Tone::Warn, joinedSentences(texts));
    }
    m_bar->addAction(tr("Check again"), [this] { look(); });
}

void ClockNotice::ask(const ClockDoubt &doubt)
{
    if (!m_session)
        return;
    const QDateTime now = m_session->zone().toLocal(doubt.clock);
    m_session->messages().ask(
        this,
        {.message = {.level = Message::Level::Warning,
                     .what = tr("Is it %1 now?").arg(now.toString(u"yyyy-MM-dd HH:mm"_s)),
                     .state = joinedSentences(
                         {newestRecordText(doubt, m_session->zone()),
                          tr("From now on this clock counts. The history keeps that you have confirmed it.")})},
         .answers = {tr("The clock is right"), tr("Cancel")},
         .standard = 1},
        [this](int answer) {
            if (answer == 0)
                confirm();
        });
}

void ClockNotice::confirm()
{
    if (!m_session)
        return;
    m_session->command(
        this, [](CaseBook &book) { return book.confirmClock(); }, [this](const Changes &) { look(); },
        [this](const Refusal &refusal) {
            if (m_session)
                m_session->messages().show({.level = Message::Level::Warning, .what = refusal.reason});
            look();
        });
}

// Times are the office's wherever the computer thinks it stands: whoever compares them with the desktop's clock should
// know.
void ClockNotice::showZone()
{
    if (m_zoneTold || !m_session)
        return;
    const QDateTime now = m_session->clock().now();
    const QDateTime local = m_session->zone().toLocal(now);
    const auto office = static_cast<int>(now.secsTo(QDateTime(local.date(), local.time(), Qt::UTC)));
    const int computer = now.toLocalTime().offsetFromUtc();
    if (office == computer)
        return;
    m_zoneTold = true;
    m_bar->showNotice(Tone::Info,
                      tr("This computer's time zone is UTC%1, the office's is UTC%2. All times shown and typed here "
                         "are the office's. If the computer stands in the office, set its time zone right.")
                          .arg(offsetText(computer), offsetText(office)));
}

} // namespace huiyin
