// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/RestatementPanel.h"

#include "controls/ActionButton.h"
#include "controls/TwoLineList.h"
#include "shell/Icon.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

RestatementPanel::RestatementPanel(QWidget *parent)
    : Panel(tr("Published"), parent)
    , m_published(textLabel(QString(), "soft", this))
    , m_told(textLabel(QString(), "soft", this))
    , m_list(new TwoLineList(this))
    , m_note(new ActionButton(tr("Correction note…"), {}, ActionButton::Look::Plain, this))
{
    setObjectName(u"bulletin.restatement"_s);
    setIcon(u"lock"_s);
    m_published->setWordWrap(true);
    m_published->setContentsMargins(8, 0, 8, 4);
    m_told->setObjectName(u"bulletin.restatementTold"_s);
    m_told->setWordWrap(true);
    m_told->setContentsMargins(8, 0, 8, 0);
    m_list->setObjectName(u"bulletin.restatementList"_s);
    m_list->setAccessibleName(tr("Figures that count otherwise now"));
    m_note->setObjectName(u"bulletin.correctionNote"_s);
    m_note->setIcon(themedIcon(u"file-text"_s));
    m_note->setToolTip(tr("What has changed since it was published, as a page to be printed"));
    body()->setContentsMargins(7, 0, 7, 10);
    body()->setSpacing(6);
    body()->addWidget(m_published);
    body()->addWidget(m_told);
    body()->addWidget(m_list, 1);
    body()->addWidget(m_note);
    connect(m_list, &TwoLineList::entryRequested, this,
            [this](qint64 key) { Q_EMIT figureRequested(m_restatement.figures[key]); });
    connect(m_note, &QPushButton::clicked, this, &RestatementPanel::noteRequested);
}

QList<QWidget *> RestatementPanel::tabChain() const
{
    return {m_list, m_note};
}

void RestatementPanel::setCounting(const QString &published)
{
    m_restatement = {};
    m_published->setText(published);
    m_list->setGroups({});
    m_told->setText(tr("Being counted…"));
    m_note->hide();
}

void RestatementPanel::setRestatement(const QString &published, const Restatement &restatement,
                                      const std::function<QString(FigureKey)> &nameOf)
{
    m_restatement = restatement;
    m_published->setText(published);
    TwoLineGroup group;
    for (qsizetype i = 0; i < restatement.figures.size(); ++i) {
        const RestatedFigure &one = restatement.figures[i];
        QStringList remark;
        if (!one.added.isEmpty())
            remark.append(tr("%n came to it", nullptr, static_cast<int>(one.added.size())));
        if (!one.gone.isEmpty())
            remark.append(tr("%n went from it", nullptr, static_cast<int>(one.gone.size())));
        group.entries.append({.key = i,
                              .title = tr("%1: %2, now %3", "a figure, its published and its present value")
                                           .arg(nameOf(one.figure))
                                           .arg(one.before)
                                           .arg(one.now),
                              .remark = remark.join(u" · "_s)});
    }
    m_list->setGroups(group.entries.isEmpty() ? QList<TwoLineGroup>() : QList{group});
    m_told->setText(restatement.isEmpty()
                        ? tr("Its figures are still those of the case file.")
                        : tr("%n figure(s) count otherwise now. The published text doesn't change; Enter opens the "
                             "tickets that came and went.",
                             nullptr, static_cast<int>(restatement.figures.size())));
    m_note->setVisible(!restatement.isEmpty());
}

} // namespace huiyin
