// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/ArticleReader.h"

#include "controls/ActionButton.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

ArticleReader::ArticleReader(const CaseSession &session, QAction *take, QWidget *parent)
    : Panel(tr("From the knowledge base"), parent)
    , m_view(new ArticleView(session, u"intake.article"_s, this))
{
    setObjectName(u"intake.article"_s);
    setIcon(u"book-open"_s);
    setTrailingText(tr("F3 reads the next one"));
    setFlush(true);
    auto *takeButton = new ActionButton(tr("Take the answer"), {}, ActionButton::Look::Plain, this);
    takeButton->setObjectName(u"intake.takeArticle"_s);
    takeButton->showKey(take->shortcut());
    connect(takeButton, &QPushButton::clicked, take, &QAction::trigger);
    connect(take, &QAction::changed, takeButton, [take, takeButton] { takeButton->setEnabled(take->isEnabled()); });
    auto *back = new ActionButton(tr("Back"), {}, ActionButton::Look::Plain, this);
    back->setObjectName(u"intake.leaveArticle"_s);
    back->showKey(Qt::Key_Escape);
    connect(back, &QPushButton::clicked, this, &ArticleReader::left);
    body()->addWidget(m_view, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(15, 8, 15, 13);
    foot->setSpacing(8);
    foot->addWidget(takeButton);
    foot->addWidget(back);
    foot->addStretch();
    body()->addLayout(foot);
}

void ArticleReader::showArticle(const WholeArticle &whole)
{
    m_article = whole.article;
    m_view->showArticle(whole);
}

void ArticleReader::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        Panel::keyPressEvent(event);
}

} // namespace huiyin
