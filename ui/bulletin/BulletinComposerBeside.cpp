// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside the text: the material that is put into it, and what the checks find in it.
#include "bulletin/BulletinComposer.h"
#include "bulletin/BulletinEditor.h"
#include "bulletin/BulletinOutline.h"
#include "bulletin/CheckMarks.h"
#include "bulletin/MaterialPanel.h"
#include "bulletin/MaterialPlacing.h"
#include "controls/EntryDialog.h"
#include "controls/NoticeBar.h"

#include <QPlainTextEdit>

#include <utility>

using namespace Qt::StringLiterals;

namespace huiyin {

struct BulletinComposer::Checked
{
    ChecksPanel::Content content{};
    QList<TicketId> cases{}; // in the text
    KnownCitizens citizens{};
    QList<TicketId> told{}; // whose citizens these are
};

void BulletinComposer::connectMaterial()
{
    connect(m_material, &MaterialPanel::ticketRequested, this, &BulletinComposer::ticketRequested);
    connect(m_material, &MaterialPanel::ticketsRequested, this, &BulletinComposer::ticketsRequested);
    connect(m_editor, &BulletinEditor::casesDropped, m_placing, &MaterialPlacing::putCases);
    connect(m_editor, &BulletinEditor::hotSpotDropped, this, [this](qint64 key, qsizetype behind) {
        if (const auto spot = m_material->hotSpot(key))
            m_placing->putHotSpot(*spot, behind);
    });
    connect(m_material, &MaterialPanel::casesPut, this,
            [this](const QList<TicketId> &tickets) { m_placing->putCases(tickets, m_editor->blockAtCursor()); });
    connect(m_material, &MaterialPanel::hotSpotPut, this,
            [this](const HotSpot &spot) { m_placing->putHotSpot(spot, m_editor->blockAtCursor()); });
    connect(m_placing, &MaterialPlacing::failed, this,
            [this](const QString &message) { m_notice->showNotice(Tone::Warn, message); });
}

void BulletinComposer::check()
{
    m_checkSoon.stop();
    if (!m_issue->isOpen() || m_issue->isPublished())
        return;
    m_checking.cancel();
    m_checking = m_context.session.read(
        this,
        [draft = m_issue->current(), citizens = m_issue->citizens(), told = m_issue->told()](CaseFile &file) {
            Checked checked{.cases = casesIn(draft.document), .citizens = citizens, .told = told};
            for (const TicketId ticket : std::as_const(checked.cases)) {
                if (!checked.told.contains(ticket)) // a case that was pasted
                    checked.told.append(ticket);
            }
            if (checked.told != told)
                checked.citizens = citizensOfCases(file, checked.told);
            checked.content = {.review = reviewDocument(draft.document, printerOf(draft.composed)),
                               .places =
                                   forEditor(personalPlacesOf(draft.document, checked.citizens, draft.decisions.masks)),
                               .decisions = draft.decisions};
            return checked;
        },
        [this, edits = m_issue->edits()](const Checked &answer) {
            if (edits != m_issue->edits())
                return;
            if (answer.told != m_issue->told())
                m_issue->learn(answer.citizens, answer.told);
            m_material->setTold(answer.cases);
            showChecks(answer.content);
        });
}

void BulletinComposer::showChecks(const ChecksPanel::Content &content)
{
    m_editor->setMarks(CheckMarks::of(content));
    m_checks->setContent(content);
    m_outline->setDocument(m_editor->document());
    showState();
    Q_EMIT checked();
}

void BulletinComposer::explain(const DocumentFinding &finding)
{
    auto *dialog = new EntryDialog(u"bulletin.explain"_s, tr("Explain a finding"), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->addRemark(finding.finding.message);
    auto *reason = new QPlainTextEdit(dialog);
    reason->setObjectName(u"bulletin.explainReason"_s);
    reason->setTabChangesFocus(true);
    dialog->addField(u"reason"_s, tr("&Why it may stand"), reason);
    connect(dialog, &EntryDialog::submitted, this, [this, dialog, reason, finding] {
        const QString text = reason->toPlainText().trimmed();
        if (text.isEmpty()) {
            dialog->showRefusal({tr("Say why it may stand as it is."), u"reason"_s});
            return;
        }
        const bool taken = m_issue->decide([&](BulletinDecisions &decisions) {
            decisions.explain({.fingerprint = finding.fingerprint,
                               .text = finding.finding.text,
                               .reason = text,
                               .by = m_context.session.user(),
                               .at = m_context.session.clock().now()});
        });
        if (!taken) {
            dialog->showRefusal({tr("Nothing can be written in this bulletin just now."), u"reason"_s});
            return;
        }
        dialog->accept();
        check();
    });
    dialog->open();
}

} // namespace huiyin
