// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/IssuesPanel.h"

#include "controls/ActionButton.h"
#include "controls/TwoLineList.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

IssuesPanel::IssuesPanel(QWidget *parent)
    : Panel(tr("Issues"), parent)
    , m_list(new TwoLineList(this))
    , m_best(new ActionButton(tr("Ten best…"), {}, ActionButton::Look::Plain, this))
{
    m_list->setObjectName(u"bulletin.issues"_s);
    m_list->setAccessibleName(tr("Issues"));
    m_list->setMinimumHeight(96);
    m_best->setObjectName(u"bulletin.bestCases"_s);
    m_best->setAccessibleName(tr("The ten best cases of the year"));
    m_best->setToolTip(tr("Nominate the year's ten best cases, vote on them, and print the result"));
    addTrailing(m_best);
    connect(m_best, &QPushButton::clicked, this, &IssuesPanel::bestCasesRequested);
    body()->addWidget(m_list);
    body()->setContentsMargins(7, 0, 7, 7);
    connect(m_list, &TwoLineList::entryRequested, this, [this](qint64 key) {
        if (key > 0)
            Q_EMIT issueRequested(BulletinId(key));
    });
}

void IssuesPanel::setIssues(const QList<Bulletin> &bulletins, const OfficeZone &zone)
{
    TwoLineGroup group;
    for (const Bulletin &one : bulletins) {
        QStringList remark{displayName(one.state)};
        if (one.issue)
            remark.append(one.isExtra ? tr("extra issue %1").arg(*one.issue) : tr("issue %1").arg(*one.issue));
        const QDateTime at = one.state == BulletinState::Published ? one.publishedAt : one.savedAt;
        remark.append(zone.toLocal(at).toString(u"yyyy-MM-dd H:mm"_s));
        group.entries.append({.key = one.id->value(),
                              .title = one.title.isEmpty() ? one.period.label() : one.title,
                              .remark = remark.join(u" · "_s),
                              .toolTip = one.period.label() + u'\n' + remark.join(u" · "_s)});
    }
    if (group.entries.isEmpty())
        group.title = tr("None yet: begin with a draft");
    m_list->setGroups({group});
}

QList<QWidget *> IssuesPanel::tabChain() const
{
    return {m_best, m_list};
}

} // namespace huiyin
