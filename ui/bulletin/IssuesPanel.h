// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/Panel.h"
#include "domain/Bulletin.h"
#include "domain/OfficeZone.h"

#include <QList>

namespace huiyin {

class ActionButton;
class TwoLineList;

// 期次: the issues that are there, drafts and published ones, the newest first.
class IssuesPanel : public Panel
{
    Q_OBJECT

public:
    explicit IssuesPanel(QWidget *parent = nullptr);

    void setIssues(const QList<Bulletin> &bulletins, const OfficeZone &zone);
    [[nodiscard]] QList<QWidget *> tabChain() const;

Q_SIGNALS:
    void issueRequested(huiyin::BulletinId id);
    void bestCasesRequested();

private:
    TwoLineList *m_list;
    ActionButton *m_best;
};

} // namespace huiyin
