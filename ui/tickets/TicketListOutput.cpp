// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/TicketListOutput.h"

#include "handling/TicketPrinting.h"
#include "shell/ClipboardGuard.h"
#include "shell/Leaving.h"
#include "storage/CaseFile.h"
#include "tickets/ListExport.h"
#include "tickets/ListPaper.h"
#include "tickets/ListReading.h"
#include "tickets/TicketTable.h"

#include <QAction>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace huiyin {

TicketListOutput::TicketListOutput(CaseSession &session, const QString &name, TicketTable *table,
                                   const TicketListModel *model, std::function<Stand()> stand, QWidget *list)
    : QObject(list)
    , m_session(session)
    , m_table(table)
    , m_model(model)
    , m_stand(std::move(stand))
    , m_list(list)
    , m_copy(new QAction(tr("&Copy"), this))
    , m_export(new QAction(tr("&Export the list…"), this))
    , m_print(new QAction(tr("P&rint…"), this))
{
    // In the table alone: elsewhere the key copies the marked text.
    m_copy->setObjectName(name + u".copy"_s);
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    connect(m_copy, &QAction::triggered, this, &TicketListOutput::copyChosen);
    m_export->setObjectName(name + u".exportChosen"_s);
    connect(m_export, &QAction::triggered, this, &TicketListOutput::exportList);
    m_print->setObjectName(name + u".printChosen"_s);
    m_print->setShortcut(QKeySequence::Print);
    m_print->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_print, &QAction::triggered, this, &TicketListOutput::print);
    m_table->addActions({m_copy, m_export, m_print});
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void TicketListOutput::showChosen(qsizetype chosen, qsizetype count)
{
    m_copy->setEnabled(chosen > 0);
    m_export->setText(chosen > 1 ? tr("&Export the chosen…") : tr("&Export the list…"));
    m_export->setEnabled(count > 0);
    m_print->setEnabled(chosen > 0);
}

void TicketListOutput::copyChosen()
{
    constexpr qsizetype most = 100'000;
    if (m_table->chosenCount() > most) {
        m_session.messages().show({.level = Message::Level::Warning,
                                   .what = tr("At most %1 tickets can be copied.").arg(QLocale().toString(most)),
                                   .state = tr("Export them instead: that writes a file of any length.")});
        return;
    }
    const TicketIds ids = m_table->chosen();
    if (ids.isEmpty())
        return;
    m_session.read(
        m_list,
        [text = m_model->text(), ids, columns = m_table->fields()](CaseFile &file) {
            return tabbedRows(file, text, ids, columns);
        },
        [](const QString &text) { copyPersonal(text); });
}

void TicketListOutput::exportList()
{
    askForTable(m_list, m_session.messages(), tr("Export the tickets"), tr("tickets", "name of a file"),
                m_session.today(), [this](const QString &path, bool overwrite) {
                    recordLeaving(m_session, m_list, Command::ReadCases, u"list of tickets, masked"_s,
                                  [this, path, overwrite] { writeList(path, overwrite); });
                });
}

void TicketListOutput::writeList(const QString &path, bool overwrite)
{
    const Stand stand = m_stand();
    const qsizetype count = m_table->chosenCount();
    const bool all = count < 2 || (stand.isWhole && count == m_model->ids().size());
    m_session.longRead(
        m_list->window(), tr("Writing the tickets"),
        [text = m_model->text(), all, chosen = all ? TicketIds() : m_table->chosen(), filter = stand.filter,
         order = stand.order, columns = m_table->fields(), path, overwrite](CaseFile &file, Progress &progress) {
            // The whole list is read where it is written, and need not have come to the window.
            const TicketIds ids = all ? readTicketList(file, filter, order, ListStep::Whole, progress).ids : chosen;
            writeTable(file, text, ids, columns, path, overwrite, progress);
        },
        [session = &m_session, path] { tellWritten(session->messages(), path); },
        nothingLeft(m_session, u"list of tickets, masked"_s));
}

void TicketListOutput::print()
{
    const TicketIds chosen = m_table->chosen();
    if (chosen.isEmpty())
        return;
    const Stand stand = m_stand();
    // As for an export: one row is the one that the keys are on, and the list is meant.
    const bool all = chosen.size() < 2 || (stand.isWhole && chosen.size() == m_model->ids().size());
    const ListHead head{.narrowed = filterInWords(stand.filter, m_session.codeTables(), m_session.zone()),
                        .isChosen = !all};
    askPrint(m_session, m_list->window(), chosen.mid(0, mostPrinted + 1),
             [text = m_model->text(), all, filter = stand.filter, order = stand.order,
              chosen = all ? TicketIds() : chosen.mid(0, mostListedOnPaper + 1), head, columns = m_table->fields()](
                 CaseFile &file, Progress &progress, const PaperContext &context) -> std::optional<ListOnPaper> {
                 // The whole list is read here, and need not have come to the window.
                 TicketIds ids = chosen;
                 if (all) {
                     const auto answer = readTicketsUpTo(file, filter, order, mostListedOnPaper, progress);
                     if (!answer.isWhole)
                         return std::nullopt;
                     ids = answer.ids;
                 }
                 if (ids.size() > mostListedOnPaper)
                     return std::nullopt;
                 const auto rows = readListed(file, ids.mid(0, ids.size()), progress);
                 return ListOnPaper{.sheet = listSheet(rows, columns, text, head, context), .tickets = rows.size()};
             });
}

} // namespace huiyin
