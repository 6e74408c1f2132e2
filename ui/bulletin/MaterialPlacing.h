// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"
#include "bulletin/MaterialPanel.h"

#include <functional>

namespace huiyin {

class BulletinEditor;
class OpenIssue;

// Puts material into the text of the issue that is open: cases in the trade's form, and hot spots with linked figures. What
// the tickets know of their citizens is known to the issue before their case stands in it. The cursor stands behind what was
// put in, so that what is put in next comes after it.
class MaterialPlacing : public QObject
{
    Q_OBJECT

public:
    MaterialPlacing(CaseSession &session, BulletinEditor *editor, OpenIssue *issue, QObject *parent = nullptr);

    // Behind a block of the text, -1: behind the title.
    void putCases(const QList<TicketId> &tickets, qsizetype behind);
    void putHotSpot(const HotSpot &spot, qsizetype behind);

Q_SIGNALS:
    void failed(const QString &message); // nothing was put in

private:
    using Telling = std::function<QList<BulletinParagraph>(CaseFile &, const Progress &)>;

    void put(const QList<TicketId> &cases, qsizetype behind, const Telling &tell);

    CaseSession &m_session;
    BulletinEditor *m_editor;
    OpenIssue *m_issue;
};

} // namespace huiyin
