// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/MaterialPlacing.h"

#include "bulletin/BulletinEditor.h"
#include "bulletin/CaseParagraph.h"
#include "bulletin/HotSpotParagraph.h"
#include "bulletin/OpenIssue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Placed
{
    QList<BulletinParagraph> paragraphs{};
    KnownCitizens citizens{};
};

} // namespace

MaterialPlacing::MaterialPlacing(CaseSession &session, BulletinEditor *editor, OpenIssue *issue, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_editor(editor)
    , m_issue(issue)
{
}

void MaterialPlacing::putCases(const QList<TicketId> &tickets, qsizetype behind)
{
    if (!m_issue->isOpen())
        return;
    put(tickets, behind,
        [tickets, tables = m_session.codeTables(),
         asOf = toldAsOf(m_issue->question(), m_session.zone(), m_session.clock().now())](
            CaseFile &file, const Progress &) { return caseParagraphs(file, tickets, tables, asOf); });
}

void MaterialPlacing::putHotSpot(const HotSpot &spot, qsizetype behind)
{
    if (!m_issue->isOpen())
        return;
    put({}, behind,
        [spot, tables = m_session.codeTables(), composed = m_issue->draft().composed,
         number = numberBehind(m_editor->document().blocks, behind)](CaseFile &file, const Progress &progress) {
            const FigurePrinter printer = printerOf(composed);
            return std::visit(
                [&](const auto &one) {
                    const HotSpotTelling telling{.tables = tables,
                                                 .figures = composed.figures,
                                                 .printer = printer,
                                                 .matters = usualMatters(file, one.behind, progress),
                                                 .number = number};
                    return QList<BulletinParagraph>{hotSpotParagraph(one, telling)};
                },
                spot);
        });
}

void MaterialPlacing::put(const QList<TicketId> &cases, qsizetype behind, const Telling &tell)
{
    if (!m_issue->mayWrite())
        return;
    QList<TicketId> told = m_issue->told();
    for (const TicketId ticket : cases) {
        if (!told.contains(ticket))
            told.append(ticket);
    }
    const QList<BulletinBlock> before = m_editor->document().blocks;
    const auto neighbour =
        behind >= 0 && behind < before.size() ? std::optional(before[behind]) : std::optional<BulletinBlock>();
    m_session.read(
        this,
        [told, tell](CaseFile &file, const Progress &progress) {
            return Placed{.paragraphs = tell(file, progress), .citizens = citizensOfCases(file, told)};
        },
        [this, behind, neighbour, told, issue = m_issue->draft().record.id](const Placed &answer) {
            if (!m_issue->isOpen() || m_issue->draft().record.id != issue || !m_issue->mayWrite())
                return;
            if (answer.paragraphs.isEmpty()) {
                Q_EMIT failed(tr("There is nothing in this ticket that could be told."));
                return;
            }
            // Something may have been written above it while its tickets were read.
            const QList<BulletinBlock> now = m_editor->document().blocks;
            qsizetype place = std::min(behind, now.size() - 1);
            if (neighbour && (place < 0 || now[place] != *neighbour)) {
                const auto found = std::ranges::find(now, *neighbour);
                place = found == now.end() ? place : found - now.begin();
            }
            m_issue->learn(answer.citizens, told);
            m_editor->insertParagraphs(answer.paragraphs, place);
            m_editor->standBehind(place + answer.paragraphs.size());
            m_editor->showBlock(place + 1);
        });
}

} // namespace huiyin
