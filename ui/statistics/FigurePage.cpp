// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/FigurePage.h"

#include "controls/BusyMark.h"
#include "controls/NoticeBar.h"
#include "shell/ClipboardGuard.h"
#include "shell/FileSaver.h"
#include "shell/Icon.h"
#include "statistics/FigureOpener.h"
#include "statistics/QuestionBar.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace huiyin {

FigurePage::FigurePage(const PageContext &context, const QString &name, int rest, QWidget *parent)
    : Page(context, parent)
    , m_name(name)
    , m_topBar(new QWidget(this))
    , m_question(new QuestionBar(context.session, name, m_topBar))
    , m_notice(new NoticeBar(this))
    , m_busy(new BusyMark(this))
    , m_opener(new FigureOpener(context.session, this))
    , m_saver(new FileSaver(context, this))
    , m_rest(new QTimer(this))
{
    setObjectName(name);
    setCopiesLasting(this);
    m_notice->setObjectName(name + u".notice");
    m_topBar->hide();
    m_rest->setSingleShot(true);
    m_rest->setInterval(rest);
    connect(m_rest, &QTimer::timeout, this, [this] { reload(); });
    connect(m_question, &QuestionBar::questionChanged, this, [this] { questionChanged(); });
    connect(m_question, &QuestionBar::lookUpFailed, this, [this] {
        m_busy->setBusy(false);
        m_notice->showNotice(Tone::Bad, failure(), tr("Try again"), [this] { lookUpPeriod(); });
    });
    connect(&context.session, &CaseSession::changed, this, [this](const Changes &changes) {
        if (changes.isEmpty()) // an access record alone
            return;
        m_stale = true;
        if (isVisible() && m_question->isReady())
            m_rest->start();
    });
    connect(m_opener, &FigureOpener::found, this, &Page::ticketsRequested);
    connect(m_opener, &FigureOpener::busyChanged, m_busy, &BusyMark::setBusy);
    connect(m_saver, &FileSaver::written, this, [this](const QString &path) {
        m_notice->showNotice(Tone::Ok, tr("Saved: %1").arg(path));
        Q_EMIT exported(path);
    });
}

void FigurePage::activated()
{
    if (m_stale && m_question->isReady())
        reload();
}

void FigurePage::lookUpPeriod()
{
    m_question->lookUpPeriod();
    m_busy->setBusy(true);
}

void FigurePage::reloadSoon()
{
    m_rest->start();
}

int FigurePage::beginAsking()
{
    m_pending.cancel();
    m_rest->stop();
    m_stale = false;
    m_busy->setBusy(true);
    return ++m_token;
}

bool FigurePage::endAsking(int token)
{
    if (token != m_token)
        return false;
    m_busy->setBusy(false);
    m_notice->clear();
    return true;
}

void FigurePage::askingFailed(int token)
{
    if (token != m_token)
        return;
    m_busy->setBusy(false);
    m_stale = true;
    m_notice->showNotice(Tone::Bad, failure(), tr("Try again"), [this] { reload(); });
}

QAction *FigurePage::addPageAction(const QString &name, const QString &icon, const QString &text,
                                   const QKeySequence &key)
{
    auto *action = new QAction(icon.isEmpty() ? QIcon() : themedIcon(icon), text, this);
    action->setObjectName(m_name + u'.' + name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setEnabled(false);
    addAction(action);
    m_topBar->addAction(action); // it stands outside of the page
    m_actions.append(action);
    return action;
}

void FigurePage::setActionsEnabled()
{
    for (QAction *action : std::as_const(m_actions))
        action->setEnabled(true);
}

} // namespace huiyin
