// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/MaterialMenu.h"

#include "controls/TwoLineList.h"
#include "shell/CaseSession.h"
#include "storage/TicketRepository.h"

#include <QAction>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace huiyin {

MaterialMenu::MaterialMenu(CaseSession &session, Entries entries, TwoLineList *list)
    : QObject(list)
    , m_session(session)
    , m_entries(entries)
    , m_list(list)
    , m_put(new QAction(tr("&Put into the text"), this))
{
    m_put->setObjectName(list->objectName() + u"Put"_s);
    m_put->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    m_put->setShortcutContext(Qt::WidgetShortcut);
    m_put->setEnabled(false);
    m_put->setVisible(false);
    list->addAction(m_put);
    connect(m_put, &QAction::triggered, this, [this] {
        if (const QList<qint64> keys = m_list->chosenKeys(); !keys.isEmpty())
            Q_EMIT putRequested(keys);
    });
    list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(list, &QWidget::customContextMenuRequested, this, &MaterialMenu::open);
}

void MaterialMenu::setPuts(bool puts)
{
    m_put->setEnabled(puts);
    m_put->setVisible(puts);
    m_list->setOpensByClick(!puts); // who chooses what to put into the text doesn't leave it
}

// By the mouse at an entry, by the keyboard at the current one. Which lists a case stands in is read first.
void MaterialMenu::open(QPoint place)
{
    const auto key = m_list->currentKey();
    if (!key)
        return;
    const QRect entry = m_list->visualItemRect(m_list->currentItem());
    const QPoint global = m_list->viewport()->mapToGlobal(entry.contains(place) ? place : entry.center());
    if (m_entries == Entries::HotSpots) {
        popUp(global, *key, {});
        return;
    }
    m_session.read(
        this, [ticket = TicketId(*key)](CaseFile &file) { return TicketRepository(file.database()).rows({ticket}); },
        [this, global, key = *key](const QList<TicketRow> &rows) {
            if (!rows.isEmpty() && m_list->isVisible())
                popUp(global, key, rows.first().marks);
        });
}

void MaterialMenu::popUp(QPoint place, qint64 key, Marks marks)
{
    auto *menu = new QMenu(m_list);
    menu->setObjectName(m_list->objectName() + u"Menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *opened = menu->addAction(m_entries == Entries::Cases ? tr("&Open the ticket") : tr("&Open its tickets"));
    connect(opened, &QAction::triggered, this, [this, key] { Q_EMIT openRequested(key); });
    if (m_put->isVisible())
        menu->addAction(m_put);
    if (m_entries == Entries::Cases && m_session.may(Command::PickCase)) {
        QMenu *lists = menu->addMenu(tr("Pick for the &list"));
        for (const Mark mark : {Mark::PickedProblem, Mark::PickedSuggestion, Mark::PickedSolved}) {
            QAction *picked = lists->addAction(displayName(mark));
            picked->setObjectName(QString::fromLatin1(code(mark)));
            picked->setCheckable(true);
            picked->setChecked(marks.testFlag(mark));
            connect(picked, &QAction::triggered, this,
                    [this, ticket = TicketId(key), mark](bool on) { pick(ticket, mark, on); });
        }
    }
    menu->popup(place);
    Q_EMIT shown(menu);
}

void MaterialMenu::pick(TicketId ticket, Mark mark, bool on)
{
    m_session.command(
        this, [ticket, mark, on](CaseBook &book) { return book.setMark(ticket, mark, on); }, [](const Changes &) {},
        [this](const Refusal &refusal) {
            m_session.messages().show({.level = Message::Level::Warning, .what = refusal.reason});
        });
}

} // namespace huiyin
