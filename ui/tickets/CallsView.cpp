// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/CallsView.h"

#include "controls/EmptyState.h"
#include "controls/LongTable.h"
#include "controls/NoticeBar.h"
#include "shell/ClipboardGuard.h"
#include "shell/Leaving.h"
#include "shell/Settings.h"
#include "storage/CallRepository.h"
#include "tickets/CallFilterBar.h"
#include "tickets/CallListModel.h"
#include "tickets/ListExport.h"
#include "tickets/ViewButton.h"
#include "tickets/ViewColumns.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qsizetype mostCopied = 100'000; // rows

} // namespace

CallsView::CallsView(CaseSession &session, QWidget *parent)
    : Panel(QString(), parent)
    , m_session(session)
    , m_model(new CallListModel(session, this))
    , m_filter(new CallFilterBar(session, this))
    , m_notice(new NoticeBar(this))
    , m_viewButton(makeViews())
    , m_stack(new QStackedWidget(this))
    , m_table(new LongTable(m_stack))
    , m_empty(new EmptyState(u"phone"_s, QString(), QString(), m_stack))
    , m_count(textLabel(QString(), "label", this))
{
    setObjectName(u"calls"_s);
    setAccessibleName(tr("Calls"));
    m_table->setObjectName(u"calls.table"_s);
    m_table->setAccessibleName(tr("Calls"));
    m_table->setModel(m_model);
    QHeaderView *header = m_table->horizontalHeader();
    constexpr int widths[] = {136, 112, 88, 152, 96, 120, 240, 80};
    for (int column = 0; column < callFieldCount; ++column)
        header->resizeSection(column, widths[column]);
    header->setSectionResizeMode(static_cast<int>(CallField::Note), QHeaderView::Stretch);
    header->setMinimumSectionSize(40);
    header->setSortIndicatorShown(true);
    header->setSectionsClickable(true);
    header->setSortIndicator(static_cast<int>(CallField::Started), Qt::DescendingOrder);
    rememberColumns(header, u"calls.table"_s);

    auto *copy = new QAction(tr("&Copy"), m_table);
    copy->setObjectName(u"calls.copy"_s);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, [this] {
        if (chosenCount() > mostCopied) {
            m_session.messages().show(
                {.level = Message::Level::Warning,
                 .what = tr("At most %1 calls can be copied.").arg(QLocale().toString(mostCopied)),
                 .state = tr("Export them instead: that writes a file of any length.")});
        }
        if (chosenCount() == 0 || chosenCount() > mostCopied)
            return;
        const CallIds ids = m_model->idsOf(m_table->selectionModel()->selection());
        m_session.read(
            this,
            [text = m_model->text(), ids, columns = fieldsInSight<CallField>(m_table->horizontalHeader())](
                CaseFile &file) { return tabbedRows(file, text, ids, columns); },
            [](const QString &text) { copyPersonal(text); });
    });
    m_table->addAction(copy);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);

    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(11, 11, 11, 11);
    tools->setSpacing(8);
    tools->addWidget(m_filter, 1);
    tools->addWidget(m_viewButton);
    auto *noticeRow = new QVBoxLayout;
    noticeRow->setContentsMargins(11, 0, 11, 0);
    noticeRow->addWidget(m_notice);
    m_notice->setObjectName(u"calls.notice"_s);
    connect(m_notice, &NoticeBar::visibilityChanged, this,
            [noticeRow](bool visible) { noticeRow->setContentsMargins(11, 0, 11, visible ? 11 : 0); });
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(12, 8, 12, 8);
    m_count->setObjectName(u"calls.count"_s);
    foot->addWidget(m_count, 1);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    setFlush(true);
    body()->setSpacing(0);
    body()->addLayout(tools);
    body()->addLayout(noticeRow);
    body()->addWidget(m_stack, 1);
    body()->addLayout(foot);

    const auto openTicket = [this](const QModelIndex &index) {
        const CallRow *row = m_model->rowAt(index.row());
        if (row && row->call.ticket)
            Q_EMIT ticketRequested(*row->call.ticket);
    };
    connect(m_table, &QTableView::activated, this, openTicket);
    connect(m_filter, &CallFilterBar::changed, this, &CallsView::reload);
    connect(header, &QHeaderView::sectionClicked, this, [this, header](int column) {
        // Calls have one order, by time.
        const auto order = header->sortIndicatorOrder();
        const QSignalBlocker quiet(header);
        header->setSortIndicator(static_cast<int>(CallField::Started),
                                 column == static_cast<int>(CallField::Started) ? order : Qt::DescendingOrder);
        header->viewport()->update();
        reload();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &CallsView::showCount);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        leaveView();
        m_viewButton->forget();
        clearFilter();
    });
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(250);
    connect(&m_refresh, &QTimer::timeout, this, [this] {
        m_model->forgetAll();
        // Whole at once: somebody may be reading further down.
        read(m_whole ? ListStep::Whole : ListStep::FirstPiece);
    });
    connect(&session, &CaseSession::changed, this, [this](const Changes &changes) {
        if (changes.calls.isEmpty() && !changes.everything && !changes.codeTables)
            return;
        if (isVisible())
            m_refresh.start();
        else
            m_loaded = false;
    });
}

CallView CallsView::view() const
{
    return {.asked = m_filter->asked(),
            .period = m_filter->period(),
            .order = order(),
            .columns = viewColumns<CallField>(m_table->horizontalHeader())};
}

void CallsView::show(const CallView &view)
{
    QHeaderView *header = m_table->horizontalHeader();
    if (!m_own)
        m_own = this->view();
    lendColumns(header, true);
    showViewColumns<CallField>(header, view.columns.isEmpty() ? m_own->columns : view.columns);
    {
        const QSignalBlocker quiet(header);
        header->setSortIndicator(static_cast<int>(CallField::Started), view.order);
    }
    m_filter->show(view.asked, view.period);
}

void CallsView::leaveView()
{
    if (!m_own)
        return;
    QHeaderView *header = m_table->horizontalHeader();
    showViewColumns<CallField>(header, m_own->columns);
    lendColumns(header, false);
    const QSignalBlocker quiet(header);
    header->setSortIndicator(static_cast<int>(CallField::Started), m_own->order);
    m_own.reset();
}

ViewButton *CallsView::makeViews()
{
    ViewHost host;
    host.now = [this] { return definitionOf(view()); };
    host.show = [this](const QByteArray &definition) -> std::optional<Refusal> {
        const auto wanted = callViewOf(definition);
        if (!wanted)
            return wanted.error();
        show(*wanted);
        return std::nullopt;
    };
    host.leave = [this] {
        leaveView();
        clearFilter();
    };
    host.stands = [this](const QByteArray &definition) {
        const auto kept = callViewOf(definition);
        return kept && asksTheSame(*kept, view());
    };
    host.retired = [this](const QByteArray &definition) {
        const auto kept = callViewOf(definition);
        return kept ? retiredIn(*kept, m_session.codeTables()) : QStringList();
    };
    return new ViewButton(m_session, ViewList::Calls, u"calls"_s, std::move(host), m_notice, this);
}

void CallsView::activate()
{
    if (!m_loaded) {
        m_model->forgetAll();
        reload();
    }
}

void CallsView::clearFilter()
{
    m_notice->clear();
    m_filter->clear();
}

void CallsView::reload()
{
    m_viewButton->showState();
    read(ListStep::FirstPiece);
}

void CallsView::read(ListStep step)
{
    m_pending.cancel();
    m_loaded = true;
    m_pending = m_session.read(
        this,
        [filter = filter(), order = order(), step](CaseFile &file, const Progress &progress) {
            return readCallList(file, filter, order, step, progress);
        },
        [this](CallListAnswer answer) { take(std::move(answer)); },
        [this] {
            m_loaded = false;
            showCount();
        });
}

Qt::SortOrder CallsView::order() const
{
    return m_table->horizontalHeader()->sortIndicatorOrder();
}

void CallsView::take(CallListAnswer answer)
{
    m_whole = answer.isWhole;
    const bool isEmpty = answer.ids.isEmpty();
    if (answer.ids.startsWith(m_model->ids()) && !m_model->ids().isEmpty()) {
        m_model->extendTo(std::move(answer.ids));
    } else {
        // Unless there is too much of it: each is looked for in the whole list.
        constexpr qsizetype steps = 10'000'000; // some ms
        const qsizetype enough = std::clamp<qsizetype>(steps / std::max<qsizetype>(answer.ids.size(), 1), 1, 500);
        const auto before = m_model->idAt(m_table->currentIndex().row());
        const CallIds chosenBefore = chosenCount() <= enough ? chosen() : CallIds();
        m_model->setIds(std::move(answer.ids));
        if (const int row = before ? m_model->rowOf(*before) : -1; row >= 0)
            m_table->setCurrentIndex(m_model->index(row, 0));
        for (qsizetype i = 0; i < chosenBefore.size(); ++i) {
            if (const int row = m_model->rowOf(chosenBefore[i]); row >= 0)
                m_table->selectionModel()->select(m_model->index(row, 0),
                                                  QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    const bool narrowed = filter() != CallFilter();
    m_empty->setTexts(narrowed ? tr("No call matches") : tr("No calls yet"),
                      narrowed ? tr("Take away some of the conditions above.")
                               : tr("Take a call with F2; it is kept here, whatever comes of it."));
    m_empty->setAction(narrowed ? tr("Show all calls") : QString());
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    showCount();
    if (!m_whole)
        read(ListStep::Whole);
}

void CallsView::exportList()
{
    askForTable(this, m_session.messages(), tr("Export the calls"), tr("calls", "name of a file"), m_session.today(),
                [this](const QString &path, bool overwrite) {
                    recordLeaving(m_session, this, Command::ReadCases, u"list of calls, masked"_s,
                                  [this, path, overwrite] { writeList(path, overwrite); });
                });
}

void CallsView::writeList(const QString &path, bool overwrite)
{
    m_session.longRead(
        window(), tr("Writing the calls"),
        [text = m_model->text(), chosen = chosen(), filter = filter(), order = order(),
         columns = fieldsInSight<CallField>(m_table->horizontalHeader()), path,
         overwrite](CaseFile &file, Progress &progress) {
            const CallIds ids =
                chosen.isEmpty() ? readCallList(file, filter, order, ListStep::Whole, progress).ids : chosen;
            writeTable(file, text, ids, columns, path, overwrite, progress);
        },
        [session = &m_session, path] { tellWritten(session->messages(), path); },
        nothingLeft(m_session, u"list of calls, masked"_s));
}

void CallsView::focusWords()
{
    m_filter->focusWords();
}

CallFilter CallsView::filter() const
{
    return m_filter->filter();
}

qsizetype CallsView::chosenCount() const
{
    qsizetype count = 0;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection())
        count += range.height();
    return count;
}

CallIds CallsView::chosen() const
{
    return chosenCount() < 2 ? CallIds() : m_model->idsOf(m_table->selectionModel()->selection());
}

void CallsView::showCount()
{
    const QLocale locale;
    const QString number = locale.toString(m_model->ids().size());
    const QString chosen = locale.toString(chosenCount());
    m_count->setText(m_whole ? tr("%1 calls · %2 chosen").arg(number, chosen)
                             : tr("More than %1 calls, counting… · %2 chosen").arg(number, chosen));
}

} // namespace huiyin
