// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/TicketList.h"

#include "controls/EmptyState.h"
#include "storage/CaseFile.h"
#include "storage/TicketRepository.h"
#include "tickets/ListFoot.h"
#include "tickets/TicketListOutput.h"
#include "tickets/TicketTable.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
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
    , m_table(new TicketTable(session, name, m_model, order, columns, m_stack))
    , m_empty(new EmptyState(u"inbox"_s, QString(), QString(), m_stack))
    , m_count(textLabel(QString(), "label", this))
    , m_foot(new ListFoot(m_count, this))
    , m_output(new TicketListOutput(
          session, name, m_table, m_model,
          [this]() -> TicketListOutput::Stand {
              return {.filter = m_shown, .order = m_table->order(), .isWhole = m_whole};
          },
          this))
{
    setObjectName(name + u".list"_s);
    setAccessibleName(tr("Tickets"));
    setFlush(true);
    body()->setSpacing(0);
    m_count->setObjectName(name + u".count"_s);
    connectTable();
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

void TicketList::connectTable()
{
    connect(m_table, &TicketTable::orderChosen, this, [this] {
        m_isOther = true;
        read(ListStep::FirstPiece);
        Q_EMIT lookChanged();
    });
    connect(m_table, &TicketTable::columnsChosen, this, &TicketList::lookChanged);
    connect(m_table, &TicketTable::chosenChanged, this, [this] {
        showCount();
        Q_EMIT chosenChanged();
    });
    connect(m_table, &TicketTable::rowChanged, this, &TicketList::currentChanged);
    connect(m_table, &TicketTable::settled, this, &TicketList::settled);
    connect(m_table, &TicketTable::opened, this, &TicketList::opened);
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
    m_foot->addFirstLink(widget);
    QWidget::setTabOrder(m_table, widget);
}

QWidget *TicketList::foot() const
{
    return m_foot;
}

void TicketList::buildFoot()
{
    const auto addLink = [&](QAction *action, const QString &text, const QString &name) {
        auto *button = new QPushButton(text, m_foot);
        button->setObjectName(m_name + name);
        button->setAutoDefault(false);
        button->setToolTip(action->shortcut().toString(QKeySequence::NativeText));
        setLook(button, "link");
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        m_foot->addLink(button);
    };
    addLink(m_output->copyAction(), tr("Copy"), u".copyButton"_s);
    addLink(m_output->exportAction(), tr("Export…"), u".exportButton"_s);
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
        m_table->choose(*ticket);
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
    return m_table->current();
}

qsizetype TicketList::chosenCount() const
{
    return m_table->chosenCount();
}

TicketIds TicketList::chosen() const
{
    return m_table->chosen();
}

TicketOrder TicketList::order() const
{
    return m_table->askedOrder();
}

QList<ViewColumn> TicketList::columns() const
{
    return m_table->columns();
}

void TicketList::showView(TicketOrder order, const QList<ViewColumn> &columns)
{
    m_table->showView(order, columns);
}

void TicketList::leaveView()
{
    m_table->leaveView();
}

QAction *TicketList::exportAction() const
{
    return m_output->exportAction();
}

QAction *TicketList::printAction() const
{
    return m_output->printAction();
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
    m_table->setQuery(query);
    Q_EMIT reading(query);
    m_pending = m_session.read(
        this,
        [filter = m_shown, order = m_table->order(), step](CaseFile &file, const Progress &progress) {
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
    if (answer.order != m_table->order()) {
        m_tooMany = true;
        m_table->showOrder(answer.order);
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
        [filter = m_shown, order = m_table->order()](CaseFile &file, const Progress &progress) {
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
                m_table->choose(*m_wanted);
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
        || m_table->order() != TicketOrder() || isNarrowing(m_shown)) {
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
        m_table->choose(*current);
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
    m_output->showChosen(chosen, count);
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
