// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/TicketList.h"

#include "controls/EmptyState.h"
#include "controls/LongTable.h"
#include "controls/Tag.h"
#include "handling/TicketPrinting.h"
#include "shell/ClipboardGuard.h"
#include "shell/Leaving.h"
#include "shell/Settings.h"
#include "storage/CaseFile.h"
#include "storage/TicketRepository.h"
#include "tickets/HitText.h"
#include "tickets/ListExport.h"
#include "tickets/ListPaper.h"
#include "tickets/ViewColumns.h"

#include <QAction>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

TicketList::TicketList(CaseSession &session, const QString &name, TicketOrder order, const QList<TicketField> &columns,
                       QWidget *parent)
    : Panel(QString(), parent)
    , m_session(session)
    , m_name(name)
    , m_model(new TicketListModel(session, this))
    , m_stack(new QStackedWidget(this))
    , m_table(new LongTable(m_stack))
    , m_empty(new EmptyState(u"inbox"_s, QString(), QString(), m_stack))
    , m_hits(new HitDelegate(m_table))
    , m_count(textLabel(QString(), "label", this))
    , m_foot(new QWidget(this))
    , m_copy(new QAction(tr("&Copy"), m_table))
    , m_export(new QAction(tr("&Export the list…"), this))
    , m_print(new QAction(tr("P&rint…"), this))
{
    setObjectName(name + u".list"_s);
    setAccessibleName(tr("Tickets"));
    setFlush(true);
    body()->setSpacing(0);
    m_count->setObjectName(name + u".count"_s);
    buildTable(order, columns);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    body()->addWidget(m_stack, 1);
    buildFoot();
    connect(m_empty, &EmptyState::actionTriggered, this, &TicketList::emptyActionTriggered);

    m_minute.setInterval(60'000);
    connect(&m_minute, &QTimer::timeout, this, &TicketList::showTime);
    m_minute.start();
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(250);
    connect(&m_refresh, &QTimer::timeout, this, &TicketList::refresh);
    connect(&m_session, &CaseSession::changed, this, [this](const Changes &changes) {
        if (changes.tickets.isEmpty() && !changes.codeTables && !changes.office && !changes.everything)
            return;
        m_stale = true;
        m_changedAll = m_changedAll || changes.everything;
        m_changed += changes.tickets;
        if (isVisible())
            m_refresh.start();
    });
    showCount();
}

void TicketList::setTools(QWidget *tools)
{
    auto *row = new QVBoxLayout;
    row->setContentsMargins(11, 11, 11, 11);
    row->addWidget(tools);
    body()->insertLayout(0, row);
}

void TicketList::setEmptyTexts(const QString &title, const QString &hint, const QString &action)
{
    m_empty->setTexts(title, hint);
    m_empty->setAction(action);
}

void TicketList::addFootWidget(QWidget *widget)
{
    qobject_cast<QHBoxLayout *>(m_foot->layout())->insertWidget(1, widget);
    QWidget::setTabOrder(m_table, widget);
}

void TicketList::buildFoot()
{
    // In the table alone: elsewhere the key copies the marked text.
    m_copy->setObjectName(m_name + u".copy"_s);
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    connect(m_copy, &QAction::triggered, this, &TicketList::copyChosen);
    m_export->setObjectName(m_name + u".exportChosen"_s);
    connect(m_export, &QAction::triggered, this, &TicketList::exportList);
    m_print->setObjectName(m_name + u".printChosen"_s);
    m_print->setShortcut(QKeySequence::Print);
    m_print->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_print, &QAction::triggered, this, &TicketList::print);
    m_table->addActions({m_copy, m_export, m_print});
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);

    auto *row = new QHBoxLayout(m_foot);
    row->setContentsMargins(12, 4, 8, 4);
    row->setSpacing(4);
    row->addWidget(m_count, 1);
    const auto addLink = [&](QAction *action, const QString &text, const QString &name) {
        auto *button = new QPushButton(text, m_foot);
        button->setObjectName(m_name + name);
        button->setAutoDefault(false);
        button->setToolTip(action->shortcut().toString(QKeySequence::NativeText));
        setLook(button, "link");
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        row->addWidget(button);
    };
    addLink(m_copy, tr("Copy"), u".copyButton"_s);
    addLink(m_export, tr("Export…"), u".exportButton"_s);
    body()->addWidget(m_foot);
}

void TicketList::setFilter(const TicketFilter &filter)
{
    m_shown = filter;
    m_isOther = true;
    read(ListStep::FirstPiece);
}

void TicketList::activate()
{
    showTime();
    if (m_stale)
        refresh();
}

void TicketList::focusTable()
{
    if (m_stack->currentIndex() == 0)
        m_table->setFocus(Qt::OtherFocusReason);
}

void TicketList::want(std::optional<TicketId> ticket)
{
    if (ticket && shows(*ticket))
        select(*ticket);
    else
        m_wanted = ticket;
}

void TicketList::goOn(TicketId from)
{
    const int row = m_model->rowOf(from);
    if (current() == from && row + 1 < m_model->rowCount())
        m_table->setCurrentIndex(m_model->index(row + 1, 0));
}

std::optional<TicketId> TicketList::current() const
{
    return m_model->idAt(m_table->currentIndex().row());
}

void TicketList::buildTable(TicketOrder order, const QList<TicketField> &columns)
{
    m_table->setObjectName(m_name + u".table"_s);
    m_table->setAccessibleName(tr("Tickets"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(static_cast<int>(TicketField::Title), m_hits);
    m_table->setItemDelegateForColumn(static_cast<int>(TicketField::Number), m_hits);
    auto *tags = new TagDelegate(m_table);
    m_table->setItemDelegateForColumn(static_cast<int>(TicketField::Urgency), tags);
    m_table->setItemDelegateForColumn(static_cast<int>(TicketField::Deadline), tags);

    QHeaderView *header = m_table->horizontalHeader();
    header->setMinimumSectionSize(40);
    // Wide enough for the words of this language.
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    // The departments' names as they are; where there are more columns they may be cut.
    int department = 0;
    for (const Department &one : m_session.codeTables().departments)
        department =
            std::max(department, metrics.horizontalAdvance(one.shortName.isEmpty() ? one.name : one.shortName));
    department = std::clamp(department + 20, 56, columns.isEmpty() ? 104 : 128);
    const int widths[] = {116, TicketText::usualWidth(TicketField::Urgency),
                          48,  88,
                          160, department,
                          64,  std::max(100, TicketText::usualWidth(TicketField::Deadline)),
                          128};
    for (int column = 0; column < ticketFieldCount; ++column) {
        const QString heading = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const int around = heading.isEmpty() ? 0 : 28;
        header->resizeSection(column, std::max(widths[column], metrics.horizontalAdvance(heading) + around));
    }
    const QString longState = TicketText::state(TicketState::Closed, Resolution::AnsweredDirectly);
    header->resizeSection(static_cast<int>(TicketField::State), metrics.horizontalAdvance(longState) + 28);
    header->setSectionResizeMode(static_cast<int>(TicketField::Title), QHeaderView::Stretch);
    // On a small screen, or at a large scale, the title needs the room; the ticket beside the list tells the category.
    constexpr int roomy = 1330;
    const bool narrow = screen()->availableGeometry().width() < roomy;
    for (int column = 0; column < ticketFieldCount; ++column) {
        const auto field = static_cast<TicketField>(column);
        const bool shown = !columns.isEmpty()               ? columns.contains(field)
                           : field == TicketField::Received ? false // the number tells the day
                                                            : field != TicketField::Category || !narrow;
        header->setSectionHidden(column, !shown);
    }
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    showOrder(order);
    rememberColumns(header, m_name + u".table"_s);
    if (header->sortIndicatorSection() >= 0) // as the user left it
        m_order = headingOrder();
    m_asked = m_order;
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &TicketList::chooseColumns);
    connect(header, &QHeaderView::sortIndicatorChanged, this, [this] {
        m_order = m_asked = headingOrder();
        m_isOther = true;
        read(ListStep::FirstPiece);
        Q_EMIT lookChanged();
    });

    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        showCount();
        Q_EMIT chosenChanged();
    });
    m_settle.setSingleShot(true);
    m_settle.setInterval(60);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        Q_EMIT currentChanged();
        m_settle.start();
    });
    connect(&m_settle, &QTimer::timeout, this, [this] {
        if (const auto id = current())
            Q_EMIT settled(*id);
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        // Ctrl+Enter gives the next step; where there is none it comes here, and would take the keys off the list.
        if (QGuiApplication::keyboardModifiers().testFlag(Qt::ControlModifier)) {
            Q_EMIT m_session.told(tr("There is no next step for this ticket."));
            return;
        }
        if (const auto id = m_model->idAt(index.row()))
            Q_EMIT opened(*id);
    });
}

QList<ViewColumn> TicketList::columns() const
{
    return viewColumns<TicketField>(m_table->horizontalHeader());
}

void TicketList::showView(TicketOrder order, const QList<ViewColumn> &columns)
{
    QHeaderView *header = m_table->horizontalHeader();
    if (!m_own)
        m_own = Look{.order = m_asked, .columns = this->columns()};
    lendColumns(header, true);
    showViewColumns<TicketField>(header, columns.isEmpty() ? m_own->columns : columns);
    m_asked = order;
    showOrder(order);
}

void TicketList::leaveView()
{
    if (!m_own)
        return;
    QHeaderView *header = m_table->horizontalHeader();
    showViewColumns<TicketField>(header, m_own->columns);
    lendColumns(header, false);
    m_asked = m_own->order;
    showOrder(m_own->order);
    m_own.reset();
}

// What a click on a heading asks for.
TicketOrder TicketList::headingOrder() const
{
    const QHeaderView *header = m_table->horizontalHeader();
    const auto by = TicketListModel::orderOf(static_cast<TicketField>(header->sortIndicatorSection()));
    return {.by = by.value_or(TicketOrder::By::Received), .order = header->sortIndicatorOrder()};
}

void TicketList::read(ListStep step)
{
    m_pending.cancel();
    m_refresh.stop();
    const bool stale = m_stale;
    m_stale = false;
    if (stale)
        m_model->forgetAll();
    QTimer::singleShot(300, this, [this] {
        if (m_pending.isRunning())
            m_count->setText(tr("Searching…"));
    });
    if (m_shown.duty)
        m_shown.moments = m_session.deadlines().moments(m_session.clock().now());
    m_tooMany = false;
    const SearchQuery query(m_shown.text);
    m_hits->setQuery(query);
    Q_EMIT reading(query);
    m_pending = m_session.read(
        this,
        [filter = m_shown, order = m_order, step](CaseFile &file, const Progress &progress) {
            return readTicketList(file, filter, order, step, progress);
        },
        [this](TicketListAnswer answer) { take(std::move(answer)); },
        [this] {
            m_stale = true;
            showCount(); // not "Searching…" for ever
        });
}

void TicketList::take(TicketListAnswer answer)
{
    if (answer.order != m_order) {
        m_tooMany = true;
        showOrder(answer.order);
    }
    m_whole = answer.isWhole;
    takeIds(std::move(answer.ids));
    if (!m_whole)
        readWhole();
}

void TicketList::readWhole()
{
    m_pending = m_session.read(
        this,
        [filter = m_shown, order = m_order](CaseFile &file, const Progress &progress) {
            return readTicketList(file, filter, order, ListStep::Whole, progress);
        },
        [this](TicketListAnswer answer) {
            m_whole = true;
            if (!answer.ids.startsWith(m_model->ids())) {
                takeIds(std::move(answer.ids)); // something was saved meanwhile
                return;
            }
            m_model->extendTo(std::move(answer.ids));
            if (m_wanted && m_model->rowOf(*m_wanted) >= 0)
                select(*m_wanted);
            m_wanted.reset();
            showCount();
        },
        [this] {
            m_stale = true;
            showCount(); // not "counting…" for ever
        });
}

// Something was saved. A short list is read again; of a long one in its usual order, what is new comes to its top.
void TicketList::refresh()
{
    constexpr qsizetype longList = 20'000;
    constexpr qsizetype few = 8; // to look for them takes some ms each in a list of millions
    // With what the reading before was asked for, unless it has come: this one takes its place.
    m_lookedFor += std::exchange(m_changed, {});
    const QList<TicketId> changed = m_lookedFor;
    if (std::exchange(m_changedAll, false) || changed.size() > few || !m_whole || m_model->ids().size() < longList
        || m_order != TicketOrder() || isNarrowing(m_shown)) {
        // Whole at once: somebody may be reading further down.
        m_lookedFor.clear();
        read(m_loaded ? ListStep::Whole : ListStep::FirstPiece);
        return;
    }
    m_refresh.stop();
    m_stale = false;
    m_model->forgetAll();
    m_pending.cancel();
    m_pending = m_session.read(
        this,
        [filter = m_shown, changed](CaseFile &file, const Progress &progress) {
            // Of what was changed, what belongs into the list: drafts don't.
            return std::pair(readTicketList(file, filter, {}, ListStep::FirstPiece, progress).ids,
                             TicketRepository(file.database()).matching({.among = changed}));
        },
        [this](const std::pair<TicketIds, QList<TicketId>> &answer) {
            const auto &[newest, listed] = answer;
            m_lookedFor.clear();
            // A letter of last week, written down today, belongs further down.
            const bool known = std::ranges::all_of(
                listed, [&](TicketId id) { return newest.indexOf(id) >= 0 || m_model->rowOf(id) >= 0; });
            if (!known || !takeTop(newest))
                read(ListStep::Whole);
        },
        [this] { m_stale = true; });
}

// Puts what is new before the list; false when it has changed otherwise. Changes further down show in their rows.
bool TicketList::takeTop(const TicketIds &newest)
{
    const TicketIds &shown = m_model->ids();
    const qsizetype added = shown.isEmpty() ? -1 : newest.indexOf(shown[0]);
    if (added < 0)
        return false;
    for (qsizetype i = added; i < newest.size(); ++i) {
        if (newest[i] != shown[i - added])
            return false;
    }
    m_model->prepend(newest.mid(0, added)); // the table keeps its place
    showCount();
    return true;
}

void TicketList::showOrder(TicketOrder order)
{
    m_order = order;
    QHeaderView *header = m_table->horizontalHeader();
    const QSignalBlocker quiet(header);
    int section = -1; // no heading stands for it
    for (int column = 0; column < ticketFieldCount; ++column) {
        if (TicketListModel::orderOf(static_cast<TicketField>(column)) == order.by)
            section = column;
    }
    header->setSortIndicator(section, order.order);
}

void TicketList::takeIds(TicketIds ids)
{
    // Read again and the same: what is chosen and what is in sight stay, however long the list is.
    if (m_loaded && !m_wanted && !ids.isEmpty() && ids == m_model->ids() && m_table->currentIndex().isValid()) {
        m_isOther = false;
        showCount();
        return;
    }
    // What is chosen stays chosen, unless there is too much of it: each is looked for in the whole list.
    constexpr qsizetype steps = 10'000'000; // some ms
    const qsizetype enough = std::clamp<qsizetype>(steps / std::max<qsizetype>(ids.size(), 1), 1, 500);
    const auto current = m_wanted ? m_wanted : m_model->idAt(m_table->currentIndex().row());
    TicketIds before;
    if (!m_wanted && chosenCount() <= enough)
        before = chosen();
    m_loaded = true;
    const bool isEmpty = ids.isEmpty();
    const int place = m_table->currentIndex().row();
    // Whoever has scrolled away from the ticket in front reads elsewhere.
    const bool isAway = !std::exchange(m_isOther, false) && !m_wanted && place >= 0
                        && !m_table->viewport()->rect().intersects(m_table->visualRect(m_table->currentIndex()));
    const int scrolled = m_table->verticalScrollBar()->value();
    m_model->setIds(std::move(ids));
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    if (const int row = current ? m_model->rowOf(*current) : -1; row >= 0) {
        select(*current);
        for (qsizetype i = 0; i < before.size(); ++i) {
            if (const int other = m_model->rowOf(before[i]); other >= 0)
                m_table->selectionModel()->select(m_model->index(other, 0),
                                                  QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
        if (isAway)
            m_table->verticalScrollBar()->setValue(scrolled);
        m_wanted.reset();
    } else if (!isEmpty && !m_wanted) {
        // What was done with has left a queue: the one that followed it is next.
        const int next = m_shown.duty && place > 0 ? std::min(place, m_model->rowCount() - 1) : 0;
        m_table->setCurrentIndex(m_model->index(next, 0));
        if (next == 0)
            m_table->scrollToTop();
    } else if (isEmpty) {
        Q_EMIT emptied();
    }
    if (m_whole)
        m_wanted.reset();
    showCount();
}

void TicketList::select(TicketId ticket)
{
    const QModelIndex index = m_model->index(m_model->rowOf(ticket), 0);
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->scrollTo(index);
    m_table->horizontalScrollBar()->setValue(0);
}

qsizetype TicketList::chosenCount() const
{
    qsizetype count = 0;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection())
        count += range.height();
    return count;
}

TicketIds TicketList::chosen() const
{
    return m_model->idsOf(m_table->selectionModel()->selection());
}

void TicketList::showCount()
{
    const QLocale locale;
    const qsizetype chosen = chosenCount();
    const qsizetype count = m_model->ids().size();
    const QString number = locale.toString(count);
    QString text;
    if (!m_loaded)
        text = QString();
    else if (!m_whole)
        text = tr("More than %1 tickets, counting… · %2 chosen").arg(number, locale.toString(chosen));
    else if (!m_shown.text.isEmpty() && count >= mostHits)
        text = tr("The newest %1 tickets; there are more · %2 chosen").arg(number, locale.toString(chosen));
    else
        text = tr("%1 tickets · %2 chosen").arg(number, locale.toString(chosen));
    if (m_tooMany)
        text +=
            u" · "_s + tr("in order of time: more than %1 can't be sorted otherwise").arg(locale.toString(mostSorted));
    m_count->setText(text);
    m_copy->setEnabled(chosen > 0);
    m_export->setText(chosen > 1 ? tr("&Export the chosen…") : tr("&Export the list…"));
    m_export->setEnabled(count > 0);
    m_print->setEnabled(chosen > 0);
}

void TicketList::chooseColumns(const QPoint &position)
{
    QHeaderView *header = m_table->horizontalHeader();
    auto *menu = new QMenu(header);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < ticketFieldCount; ++column) {
        QAction *action = menu->addAction(TicketText::heading(static_cast<TicketField>(column)));
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        // By these two a ticket is known.
        action->setEnabled(column != static_cast<int>(TicketField::Number)
                           && column != static_cast<int>(TicketField::Title));
        connect(action, &QAction::toggled, header, [this, header, column](bool on) {
            header->setSectionHidden(column, !on);
            keepColumns(header, m_name + u".table"_s);
            Q_EMIT lookChanged();
        });
    }
    menu->popup(header->mapToGlobal(position));
}

void TicketList::copyChosen()
{
    constexpr qsizetype most = 100'000;
    if (chosenCount() > most) {
        m_session.messages().show({.level = Message::Level::Warning,
                                   .what = tr("At most %1 tickets can be copied.").arg(QLocale().toString(most)),
                                   .state = tr("Export them instead: that writes a file of any length.")});
        return;
    }
    const TicketIds ids = chosen();
    if (ids.isEmpty())
        return;
    m_session.read(
        this,
        [text = m_model->text(), ids, columns = fieldsInSight<TicketField>(m_table->horizontalHeader())](
            CaseFile &file) { return tabbedRows(file, text, ids, columns); },
        [](const QString &text) { copyPersonal(text); });
}

void TicketList::exportList()
{
    askForTable(this, m_session.messages(), tr("Export the tickets"), tr("tickets", "name of a file"),
                m_session.today(), [this](const QString &path, bool overwrite) {
                    recordLeaving(m_session, this, Command::ReadCases, u"list of tickets, masked"_s,
                                  [this, path, overwrite] { writeList(path, overwrite); });
                });
}

void TicketList::writeList(const QString &path, bool overwrite)
{
    const qsizetype count = chosenCount();
    const bool all = count < 2 || (m_whole && count == m_model->ids().size());
    m_session.longRead(
        window(), tr("Writing the tickets"),
        [text = m_model->text(), all, chosen = all ? TicketIds() : chosen(), filter = m_shown, order = m_order,
         columns = fieldsInSight<TicketField>(m_table->horizontalHeader()), path,
         overwrite](CaseFile &file, Progress &progress) {
            // The whole list is read where it is written, and need not have come to the window.
            const TicketIds ids = all ? readTicketList(file, filter, order, ListStep::Whole, progress).ids : chosen;
            writeTable(file, text, ids, columns, path, overwrite, progress);
        },
        [session = &m_session, path] { tellWritten(session->messages(), path); },
        nothingLeft(m_session, u"list of tickets, masked"_s));
}

void TicketList::print()
{
    const TicketIds chosen = this->chosen();
    if (chosen.isEmpty())
        return;
    // As for an export: one row is the one that the keys are on, and the list is meant.
    const bool all = chosen.size() < 2 || (m_whole && chosen.size() == m_model->ids().size());
    const ListHead head{.narrowed = filterInWords(m_shown, m_session.codeTables(), m_session.zone()), .isChosen = !all};
    askPrint(m_session, window(), chosen.mid(0, mostPrinted + 1),
             [text = m_model->text(), all, filter = m_shown, order = m_order,
              chosen = all ? TicketIds() : chosen.mid(0, mostListedOnPaper + 1), head,
              columns = fieldsInSight<TicketField>(m_table->horizontalHeader())](
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

// What is due today at noon is overdue a minute later, though nobody touched the ticket.
void TicketList::showTime()
{
    if (!isVisible())
        return;
    m_model->refreshText();
    // What was not due an hour ago may be now.
    if (m_shown.duty && m_shown.moments.now.secsTo(m_session.clock().now()) >= 60)
        m_refresh.start();
}

} // namespace huiyin
