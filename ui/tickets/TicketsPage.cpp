// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/TicketsPage.h"

#include "controls/EmptyState.h"
#include "controls/LongTable.h"
#include "controls/Panel.h"
#include "controls/SegmentedButtons.h"
#include "controls/Tag.h"
#include "shell/Icon.h"
#include "shell/Settings.h"
#include "storage/TicketRepository.h"
#include "tickets/CallListModel.h"
#include "tickets/CallsView.h"
#include "tickets/HitText.h"
#include "tickets/ListExport.h"
#include "tickets/TicketDetail.h"
#include "tickets/TicketFilterBar.h"
#include "tickets/TicketListModel.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

enum View { Tickets, Calls };

QPushButton *linkButton(QAction *action, const QString &text, const QString &objectName, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    button->setToolTip(action->shortcut().isEmpty() ? QString()
                                                    : action->shortcut().toString(QKeySequence::NativeText));
    setLook(button, "link");
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

} // namespace

TicketsPage::TicketsPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_model(new TicketListModel(session(), this))
    , m_switch(new SegmentedButtons(this))
    , m_views(new QStackedWidget(this))
    , m_filter(new TicketFilterBar(session(), this))
    , m_stack(new QStackedWidget(this))
    , m_table(new LongTable(m_stack))
    , m_empty(new EmptyState(u"inbox"_s, QString(), QString(), m_stack))
    , m_hits(new HitDelegate(m_table))
    , m_count(textLabel(QString(), "label", this))
    , m_detail(new TicketDetail(session(), this))
    , m_calls(new CallsView(session(), this))
{
    setObjectName(u"tickets"_s);
    m_switch->setObjectName(u"tickets.switch"_s);
    m_switch->setAccessibleName(tr("Tickets or calls"));
    m_switch->addOption(tr("Tickets"), Tickets, u"tickets.switch.tickets"_s);
    m_switch->addOption(tr("Calls"), Calls, u"tickets.switch.calls"_s);
    m_switch->setValue(Tickets);
    m_switch->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_switch->hide(); // until the top bar takes it
    m_count->setObjectName(u"tickets.count"_s);

    buildTable();
    buildActions();

    auto *list = new Panel(QString(), this);
    list->setObjectName(u"tickets.list"_s);
    list->setAccessibleName(tr("Tickets"));
    list->setFlush(true);
    list->body()->setSpacing(0);
    auto *tools = new QVBoxLayout;
    tools->setContentsMargins(11, 11, 11, 11);
    tools->addWidget(m_filter);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(12, 4, 8, 4);
    foot->setSpacing(4);
    foot->addWidget(m_count, 1);
    foot->addWidget(linkButton(m_copy, tr("Copy"), u"tickets.copyButton"_s, list));
    foot->addWidget(linkButton(m_export, tr("Export…"), u"tickets.exportButton"_s, list));
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    list->body()->addLayout(tools);
    list->body()->addWidget(m_stack, 1);
    list->body()->addLayout(foot);

    auto *splitter = new QSplitter(Qt::Horizontal, m_views);
    splitter->setObjectName(u"tickets.splitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(12);
    splitter->addWidget(list);
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({806, 356});
    rememberSplitter(splitter, u"tickets.splitter"_s);
    m_views->addWidget(splitter);
    m_views->addWidget(m_calls);
    auto *layout = pageLayout(new QVBoxLayout(this));
    layout->addWidget(m_views);

    connect(m_switch, &SegmentedButtons::valueChosen, this, &TicketsPage::showView);
    connect(m_filter, &TicketFilterBar::filterChanged, this, &TicketsPage::reload);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_filter->isEmpty())
            Q_EMIT intakeRequested();
        else
            m_filter->clear();
    });
    connect(m_detail, &TicketDetail::ticketRequested, this, &TicketsPage::showTicket);
    connect(m_detail, &TicketDetail::left, this, [this] { m_table->setFocus(Qt::OtherFocusReason); });
    connect(m_calls, &CallsView::ticketRequested, this, &TicketsPage::showTicket);
    m_minute.setInterval(60'000);
    connect(&m_minute, &QTimer::timeout, this, &TicketsPage::showTime);
    m_minute.start();
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(250);
    connect(&m_refresh, &QTimer::timeout, this, &TicketsPage::refresh);
    connect(&session(), &CaseSession::changed, this, [this](const Changes &changes) {
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

void TicketsPage::buildTable()
{
    m_table->setObjectName(u"tickets.table"_s);
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
    constexpr int widths[] = {116, 56, 48, 88, 160, 96, 64, 100, 128};
    for (int column = 0; column < ticketFieldCount; ++column) {
        const QString heading = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        header->resizeSection(column, std::max(widths[column], metrics.horizontalAdvance(heading) + 28));
    }
    const QString longState = TicketText::state(TicketState::Closed, Resolution::AnsweredDirectly);
    header->resizeSection(static_cast<int>(TicketField::State), metrics.horizontalAdvance(longState) + 28);
    header->setSectionResizeMode(static_cast<int>(TicketField::Title), QHeaderView::Stretch);
    header->setSectionHidden(static_cast<int>(TicketField::Received), true); // its number tells the day
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(static_cast<int>(TicketField::Received), Qt::DescendingOrder); // the newest first
    rememberColumns(header, u"tickets.table"_s);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &TicketsPage::chooseColumns);
    connect(header, &QHeaderView::sortIndicatorChanged, this, [this] { reload(); });

    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TicketsPage::showCount);
    m_settle.setSingleShot(true);
    m_settle.setInterval(60);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        if (m_model->idAt(now.row()) != m_detail->ticket())
            m_detail->expectOther();
        m_settle.start();
    });
    connect(&m_settle, &QTimer::timeout, this, [this] {
        if (const auto id = m_model->idAt(m_table->currentIndex().row()))
            m_detail->showTicket(*id);
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (const auto id = m_model->idAt(index.row()))
            m_detail->showTicket(*id);
        m_detail->focusText();
    });
}

void TicketsPage::buildActions()
{
    const auto add = [this](const QString &name, const QString &text, const QKeySequence &key, auto act) {
        auto *action = new QAction(text, this);
        action->setObjectName(u"tickets."_s + name);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
        m_actions.append(action);
        return action;
    };
    add(u"focusWords"_s, tr("&Find in the list"), QKeySequence(QKeySequence::Find), [this] {
        if (m_switch->value() == Calls)
            m_calls->focusWords();
        else
            m_filter->focusWords();
    });
    add(u"toggleFilter"_s, tr("F&ilter…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), [this] {
        if (m_switch->value() == Tickets)
            m_filter->toggleFields();
    });
    add(u"turn"_s, tr("Tickets &or calls"), QKeySequence(Qt::CTRL | Qt::Key_T), [this] {
        const int other = m_switch->value() == Calls ? Tickets : Calls;
        m_switch->setValue(other);
        showView(other);
    });
    for (QAction *action : {m_detail->nextAction(), m_detail->moreAction(), m_detail->revealAction()}) {
        addAction(action);
        m_actions.append(action);
    }
    m_export = add(u"export"_s, tr("&Export the list…"), QKeySequence(Qt::CTRL | Qt::Key_E), [this] { exportList(); });

    // In the table alone: elsewhere the key copies the marked text.
    m_copy = new QAction(tr("&Copy"), m_table);
    m_copy->setObjectName(u"tickets.copy"_s);
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    connect(m_copy, &QAction::triggered, this, &TicketsPage::copyChosen);
    m_table->addActions({m_copy, m_export});
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

QWidget *TicketsPage::topBarWidget()
{
    return m_switch;
}

QList<QAction *> TicketsPage::menuActions() const
{
    return m_actions;
}

// What is due today at noon is overdue a minute later, though nobody touched the ticket.
void TicketsPage::showTime()
{
    if (!isVisible())
        return;
    m_model->refreshText();
    m_detail->showTime();
}

void TicketsPage::activated()
{
    showTime();
    if (m_switch->value() == Calls) {
        m_calls->activate();
        return;
    }
    if (m_stale)
        refresh();
    if (m_stack->currentIndex() == 0)
        m_table->setFocus(Qt::OtherFocusReason);
}

void TicketsPage::showView(int view)
{
    m_views->setCurrentIndex(view);
    if (view == Calls) {
        m_calls->activate();
        m_calls->table()->setFocus(Qt::OtherFocusReason);
    } else {
        if (m_stale)
            refresh();
        m_table->setFocus(Qt::OtherFocusReason);
    }
    showCount();
}

void TicketsPage::search(const QString &text)
{
    m_switch->setValue(Tickets);
    m_views->setCurrentIndex(Tickets);
    m_filter->search(text);
    m_table->setFocus(Qt::OtherFocusReason);
}

void TicketsPage::showTickets(const TicketFilter &filter, const QString &title)
{
    m_switch->setValue(Tickets);
    m_views->setCurrentIndex(Tickets);
    m_wanted.reset();
    m_filter->start(filter, title);
}

void TicketsPage::showTicket(TicketId ticket)
{
    m_switch->setValue(Tickets);
    m_views->setCurrentIndex(Tickets);
    m_detail->showTicket(ticket);
    if (!m_stale && m_model->rowOf(ticket) >= 0) {
        select(ticket);
        return;
    }
    m_wanted = ticket;
    if (m_filter->isEmpty())
        reload();
    else
        m_filter->clear();
}

TicketOrder TicketsPage::order() const
{
    const QHeaderView *header = m_table->horizontalHeader();
    const auto by = TicketListModel::orderOf(static_cast<TicketField>(header->sortIndicatorSection()));
    return {.by = by.value_or(TicketOrder::By::Received), .order = header->sortIndicatorOrder()};
}

void TicketsPage::reload()
{
    read(ListStep::FirstPiece);
}

void TicketsPage::read(ListStep step)
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
    m_shown = m_filter->filter();
    m_tooMany = false;
    const SearchQuery query(m_shown.text);
    m_hits->setQuery(query);
    m_detail->setQuery(query);
    m_pending = session().read(
        this,
        [filter = m_shown, order = order(), step](CaseFile &file, const Progress &progress) {
            return readTicketList(file, filter, order, step, progress);
        },
        [this](TicketListAnswer answer) { take(std::move(answer)); },
        [this] {
            m_stale = true;
            showCount(); // not "Searching…" for ever
        });
}

void TicketsPage::take(TicketListAnswer answer)
{
    if (answer.order != order()) {
        m_tooMany = true;
        showOrder(answer.order);
    }
    m_whole = answer.isWhole;
    takeIds(std::move(answer.ids));
    if (!m_whole)
        readWhole();
}

void TicketsPage::readWhole()
{
    m_pending = session().read(
        this,
        [filter = m_shown, order = order()](CaseFile &file, const Progress &progress) {
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
void TicketsPage::refresh()
{
    constexpr qsizetype longList = 20'000;
    constexpr qsizetype few = 8; // to look for them takes some ms each in a list of millions
    const QList<TicketId> changed = std::exchange(m_changed, {});
    if (std::exchange(m_changedAll, false) || changed.size() > few || !m_whole || m_model->ids().size() < longList
        || order() != TicketOrder() || isNarrowing(m_filter->filter()) || isNarrowing(m_shown)) {
        // Whole at once: somebody may be reading further down.
        read(m_loaded ? ListStep::Whole : ListStep::FirstPiece);
        return;
    }
    m_refresh.stop();
    m_stale = false;
    m_model->forgetAll();
    m_pending.cancel();
    m_pending = session().read(
        this,
        [filter = m_shown, changed](CaseFile &file, const Progress &progress) {
            // Of what was changed, what belongs into the list: drafts don't.
            return std::pair(readTicketList(file, filter, {}, ListStep::FirstPiece, progress).ids,
                             TicketRepository(file.database()).matching({.among = changed}));
        },
        [this](const std::pair<TicketIds, QList<TicketId>> &answer) {
            const auto &[newest, listed] = answer;
            // A letter of last week, written down today, belongs further down.
            const bool known = std::ranges::all_of(
                listed, [&](TicketId id) { return newest.indexOf(id) >= 0 || m_model->rowOf(id) >= 0; });
            if (!known || !takeTop(newest))
                read(ListStep::Whole);
        },
        [this] { m_stale = true; });
}

// Puts what is new before the list; false when it has changed otherwise. Changes further down show in their rows.
bool TicketsPage::takeTop(const TicketIds &newest)
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

void TicketsPage::showOrder(TicketOrder order)
{
    QHeaderView *header = m_table->horizontalHeader();
    const QSignalBlocker quiet(header);
    for (int column = 0; column < ticketFieldCount; ++column) {
        if (TicketListModel::orderOf(static_cast<TicketField>(column)) == order.by)
            header->setSortIndicator(column, order.order);
    }
}

void TicketsPage::takeIds(TicketIds ids)
{
    // What is chosen stays chosen, unless there is too much of it: each is looked for in the whole list.
    constexpr qsizetype steps = 10'000'000; // some ms
    const qsizetype enough = std::clamp<qsizetype>(steps / std::max<qsizetype>(ids.size(), 1), 1, 500);
    const auto current = m_wanted ? m_wanted : m_model->idAt(m_table->currentIndex().row());
    TicketIds before;
    if (!m_wanted && chosenCount() <= enough)
        before = chosen();
    m_loaded = true;
    const bool isEmpty = ids.isEmpty();
    m_model->setIds(std::move(ids));
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    showEmptyState();
    if (const int row = current ? m_model->rowOf(*current) : -1; row >= 0) {
        select(*current);
        for (qsizetype i = 0; i < before.size(); ++i) {
            if (const int other = m_model->rowOf(before[i]); other >= 0)
                m_table->selectionModel()->select(m_model->index(other, 0),
                                                  QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
        m_wanted.reset();
    } else if (!isEmpty && !m_wanted) {
        m_table->setCurrentIndex(m_model->index(0, 0));
        m_table->scrollToTop();
    } else if (isEmpty) {
        m_detail->clear();
    }
    if (m_whole)
        m_wanted.reset();
    showCount();
}

void TicketsPage::select(TicketId ticket)
{
    const QModelIndex index = m_model->index(m_model->rowOf(ticket), 0);
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->scrollTo(index);
    m_table->horizontalScrollBar()->setValue(0);
}

qsizetype TicketsPage::chosenCount() const
{
    qsizetype count = 0;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection())
        count += range.height();
    return count;
}

TicketIds TicketsPage::chosen() const
{
    return m_model->idsOf(m_table->selectionModel()->selection());
}

void TicketsPage::showCount()
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
    m_export->setEnabled(count > 0 || m_switch->value() == Calls);
}

void TicketsPage::showEmptyState()
{
    if (m_filter->isEmpty()) {
        m_empty->setTexts(tr("No tickets yet"), tr("Take a call with F2, or import tickets under Set-up."));
        m_empty->setAction(session().isReadOnly() ? QString() : tr("Take a call"));
    } else {
        m_empty->setTexts(tr("No ticket matches"), tr("Take away some of the conditions above."));
        m_empty->setAction(tr("Show all tickets"));
    }
}

void TicketsPage::chooseColumns(const QPoint &position)
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
        connect(action, &QAction::toggled, header, [header, column](bool on) {
            header->setSectionHidden(column, !on);
            settings().setValue(u"columns/tickets.table"_s, header->saveState());
        });
    }
    menu->popup(header->mapToGlobal(position));
}

void TicketsPage::copyChosen()
{
    constexpr qsizetype most = 100'000;
    if (chosenCount() > most) {
        messages().show({.level = Message::Level::Warning,
                         .what = tr("At most %1 tickets can be copied.").arg(QLocale().toString(most)),
                         .state = tr("Export them instead: that writes a file of any length.")});
        return;
    }
    const TicketIds ids = chosen();
    if (ids.isEmpty())
        return;
    session().read(
        this,
        [text = m_model->text(), ids, columns = fieldsInSight<TicketField>(m_table->horizontalHeader())](
            CaseFile &file) { return tabbedRows(file, text, ids, columns); },
        [](const QString &text) { QGuiApplication::clipboard()->setText(text); });
}

void TicketsPage::exportList()
{
    const bool calls = m_switch->value() == Calls;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString name = (calls ? tr("calls", "name of a file") : tr("tickets", "name of a file")) + u'-'
                         + session().today().toString(u"yyyyMMdd"_s) + u".csv";
    auto *dialog = new QFileDialog(this, calls ? tr("Export the calls") : tr("Export the tickets"),
                                   folder + u'/' + name, tr("Tables (*.csv)"));
    dialog->setObjectName(u"tickets.exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, calls](const QString &path) {
        const auto done = [this, path] {
            messages().show({.level = Message::Level::Information,
                             .what = tr("The list has been written."),
                             .state = QDir::toNativeSeparators(path)});
        };
        if (calls) {
            session().longRead(
                this, tr("Writing the calls"),
                [text = m_calls->model()->text(), chosen = m_calls->chosen(), filter = m_calls->filter(),
                 order = m_calls->order(), columns = fieldsInSight<CallField>(m_calls->table()->horizontalHeader()),
                 path](CaseFile &file, Progress &progress) {
                    const CallIds ids =
                        chosen.isEmpty() ? readCallList(file, filter, order, ListStep::Whole, progress).ids : chosen;
                    writeCsv(file, text, ids, columns, path, progress);
                },
                done);
            return;
        }
        const qsizetype count = chosenCount();
        const bool all = count < 2 || (m_whole && count == m_model->ids().size());
        session().longRead(
            this, tr("Writing the tickets"),
            [text = m_model->text(), all, chosen = all ? TicketIds() : chosen(), filter = m_shown, order = order(),
             columns = fieldsInSight<TicketField>(m_table->horizontalHeader()),
             path](CaseFile &file, Progress &progress) {
                // The whole list is read where it is written, and need not have come to the window.
                const TicketIds ids = all ? readTicketList(file, filter, order, ListStep::Whole, progress).ids : chosen;
                writeCsv(file, text, ids, columns, path, progress);
            },
            done);
    });
    dialog->open();
}

} // namespace huiyin
