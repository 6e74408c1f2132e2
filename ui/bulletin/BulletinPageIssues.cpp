// SPDX-License-Identifier: GPL-3.0-or-later
// The issues on the page of the bulletin: one is begun, opened, and left.
#include "bulletin/BulletinComposer.h"
#include "bulletin/BulletinExport.h"
#include "bulletin/BulletinPage.h"
#include "bulletin/Drafting.h"
#include "controls/NoticeBar.h"
#include "shell/Messages.h"
#include "statistics/FigureOpener.h"
#include "statistics/QuestionBar.h"

#include <QStackedWidget>

#include <optional>

namespace huiyin {

bool BulletinPage::isComposing() const
{
    return m_stack->currentWidget() == m_composer;
}

void BulletinPage::connectComposer()
{
    connect(m_composer, &BulletinComposer::backRequested, this, &BulletinPage::backToIssues);
    connect(m_composer, &BulletinComposer::missing, this,
            [this] { notice()->showNotice(Tone::Warn, tr("This bulletin is not there any more.")); });
    connect(m_composer, &BulletinComposer::printRequested, m_export, &BulletinExport::print);
    connect(m_composer, &BulletinComposer::ticketRequested, this, &Page::ticketRequested);
    connect(m_composer, &BulletinComposer::ticketsRequested, this, &Page::ticketsRequested);
    connect(m_composer, &BulletinComposer::figureRequested, this,
            [this](const Question &question, FigureKey figure) { opener()->open(question, figure); });
    connect(m_composer, &BulletinComposer::noteRequested, m_export, &BulletinExport::printNote);
}

void BulletinPage::beginDraft()
{
    if (isComposing() || !m_document || m_beginning)
        return;
    m_beginning = true; // counting takes its time: another click begins no second one
    session().command(
        this, [request = request()](CaseBook &book) { return beginBulletin(book, request, request.isExtra); },
        [this](const SavedBulletin &begun) {
            m_beginning = false;
            openIssue(begun.id);
        },
        [this](const Refusal &refusal) {
            m_beginning = false;
            notice()->showNotice(Tone::Bad, refusal.reason);
        },
        [this] { m_beginning = false; });
}

void BulletinPage::openIssue(BulletinId id)
{
    m_stack->setCurrentWidget(m_composer);
    m_questionSide->hide();
    m_composer->bar()->show();
    m_composer->open(id);
}

void BulletinPage::backToIssues()
{
    m_composer->close();
    m_stack->setCurrentIndex(0);
    m_composer->bar()->hide();
    m_questionSide->show();
    reload();
}

// What is not saved yet is saved before the page goes; it may stay after all, so that the issue isn't closed.
void BulletinPage::leave(const std::function<void(bool)> &answer)
{
    const auto askAnyway = [this, answer](const QString &why) {
        messages().ask(this,
                       {.message = {.level = Message::Level::Warning,
                                    .what = tr("What was written last in the bulletin could not be saved."),
                                    .state = why},
                        .answers = {tr("Stay"), tr("Leave all the same")}},
                       [answer](int chosen) { answer(chosen == 1); });
    };
    m_composer->saveNow();
    if (m_composer->isSaved()) {
        answer(true);
        return;
    }
    if (!m_composer->isBeingSaved()) { // another has changed it
        askAnyway(m_composer->refusal());
        return;
    }
    auto *waiting = new QObject(this); // for whichever comes first
    connect(m_composer, &BulletinComposer::savedAsIs, waiting, [waiting, answer] {
        delete waiting;
        answer(true);
    });
    connect(m_composer, &BulletinComposer::failed, waiting, [waiting, askAnyway](const QString &message) {
        delete waiting;
        askAnyway(message);
    });
}

bool BulletinPage::keep()
{
    m_composer->saveNow();
    return false;
}

} // namespace huiyin
