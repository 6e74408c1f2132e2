// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/CallsView.h"

#include "controls/CodePicker.h"
#include "controls/EmptyState.h"
#include "controls/LongTable.h"
#include "controls/NoticeBar.h"
#include "controls/PeriodPicker.h"
#include "domain/Text.h"
#include "shell/ClipboardGuard.h"
#include "shell/Icon.h"
#include "shell/Leaving.h"
#include "shell/Settings.h"
#include "storage/CallRepository.h"
#include "tickets/CallListModel.h"
#include "tickets/ListExport.h"
#include "tickets/ViewButton.h"
#include "tickets/ViewColumns.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qsizetype mostCopied = 100'000; // rows
constexpr int anyOutcome = -1;
} // namespace

CallsView::CallsView(CaseSession &session, QWidget *parent)
    : Panel(QString(), parent)
    , m_session(session)
    , m_model(new CallListModel(session, this))
    , m_words(new QLineEdit(this))
    , m_period(new PeriodPicker(this))
    , m_anyPeriod(new QToolButton(this))
    , m_outcome(new QComboBox(this))
    , m_topic(new CodePicker(this))
    , m_notice(new NoticeBar(this))
    , m_viewButton(makeViews())
    , m_stack(new QStackedWidget(this))
    , m_table(new LongTable(m_stack))
    , m_empty(new EmptyState(u"phone"_s, QString(), QString(), m_stack))
    , m_count(textLabel(QString(), "label", this))
{
    setObjectName(u"calls"_s);
    setAccessibleName(tr("Calls"));
    m_words->setObjectName(u"calls.words"_s);
    m_words->setAccessibleName(tr("Words that the calls hold"));
    m_words->setPlaceholderText(tr("Phone, caller, note, ticket (Ctrl+F)"));
    m_words->setClearButtonEnabled(true);
    m_words->addAction(themedIcon(u"search"_s, ColourRole::TextWeak), QLineEdit::LeadingPosition);
    m_period->setObjectName(u"calls.period"_s);
    m_anyPeriod->setObjectName(u"calls.anyPeriod"_s);
    m_anyPeriod->setIcon(themedIcon(u"x"_s));
    m_anyPeriod->setToolTip(tr("Calls of any time"));
    m_anyPeriod->setAccessibleName(tr("Calls of any time"));
    m_anyPeriod->setFocusPolicy(Qt::TabFocus);
    m_outcome->setObjectName(u"calls.outcome"_s);
    m_outcome->setAccessibleName(tr("Outcome"));
    m_outcome->addItem(tr("Any outcome"), anyOutcome);
    for (const auto &entry : codeTable<CallOutcome>())
        m_outcome->addItem(displayName(entry.value), static_cast<int>(entry.value));
    m_topic->setObjectName(u"calls.topic"_s);
    m_topic->setAccessibleName(tr("Topic"));
    m_topic->setPlaceholderText(tr("Topic"));
    m_topic->setMaximumWidth(200);

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
    tools->addWidget(m_words, 1);
    tools->addWidget(m_period);
    tools->addWidget(m_anyPeriod);
    tools->addWidget(m_outcome);
    tools->addWidget(m_topic);
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
    constexpr int pauseAfterTyping = 300; // ms
    m_typing.setSingleShot(true);
    m_typing.setInterval(pauseAfterTyping);
    connect(&m_typing, &QTimer::timeout, this, &CallsView::reload);
    connect(m_words, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_words, &QLineEdit::returnPressed, this, &CallsView::reload);
    connect(m_period, &PeriodPicker::periodChosen, this, [this](const Period &period) {
        choosePeriod(ListPeriod{.fixed = period});
        reload();
    });
    m_period->setOffersRelative(true);
    connect(m_period, &PeriodPicker::relativeChosen, this, [this](RelativePeriod relative) {
        choosePeriod(ListPeriod{.relative = relative});
        reload();
    });
    // What is told from today is another list tomorrow.
    m_midnight.setInterval(60'000);
    connect(&m_midnight, &QTimer::timeout, this, [this] {
        if (m_chosenPeriod && m_chosenPeriod->relative && m_today != m_session.today()) {
            choosePeriod(m_chosenPeriod);
            reload();
        }
    });
    m_midnight.start();
    connect(m_anyPeriod, &QToolButton::clicked, this, [this] {
        choosePeriod(std::nullopt);
        reload();
    });
    connect(m_outcome, &QComboBox::activated, this, &CallsView::reload);
    connect(m_topic, &CodePicker::valueChosen, this, &CallsView::reload);
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
        if (changes.codeTables || changes.everything)
            m_topic->setChoices(choicesOf(m_session.codeTables().topics, QDate()));
        if (isVisible())
            m_refresh.start();
        else
            m_loaded = false;
    });
    m_topic->setChoices(choicesOf(session.codeTables().topics, QDate()));
    choosePeriod(std::nullopt);
}

CallView CallsView::view() const
{
    return {.asked = asked(),
            .period = m_chosenPeriod,
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
    choosePeriod(view.period);
    m_outcome->setCurrentIndex(
        view.asked.outcome ? std::max(m_outcome->findData(static_cast<int>(*view.asked.outcome)), 0) : 0);
    m_topic->choose(view.asked.topic, nameOf(m_session.codeTables().topics, view.asked.topic));
    {
        const QSignalBlocker quiet(m_words);
        m_words->setText(view.asked.text);
    }
    reload();
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

void CallsView::choosePeriod(const std::optional<ListPeriod> &period)
{
    m_chosenPeriod = period;
    m_today = m_session.today();
    m_anyPeriod->setVisible(period.has_value());
    if (period) {
        m_period->setPeriod(*period, m_today);
        return;
    }
    m_period->setNone(tr("At any time"), m_today);
}

CallFilter CallsView::filter() const
{
    CallFilter filter = asked();
    if (m_chosenPeriod) {
        const Period period = m_chosenPeriod->on(m_session.today());
        filter.startedFrom = m_session.zone().toUtcTime(period.from);
        filter.startedBefore = m_session.zone().toUtcTime(period.to.addDays(1));
    }
    return filter;
}

CallFilter CallsView::asked() const
{
    CallFilter filter;
    if (const int outcome = m_outcome->currentData().toInt(); outcome != anyOutcome)
        filter.outcome = static_cast<CallOutcome>(outcome);
    filter.topic = m_topic->chosen<TopicId>();
    filter.text = forceClean(m_words->text()).trimmed();
    return filter;
}

void CallsView::clearFilter()
{
    choosePeriod(std::nullopt);
    m_notice->clear();
    m_outcome->setCurrentIndex(0);
    m_topic->setValue(std::nullopt);
    const QSignalBlocker quiet(m_words);
    m_words->clear();
    reload();
}

void CallsView::reload()
{
    m_viewButton->showState();
    read(ListStep::FirstPiece);
}

void CallsView::read(ListStep step)
{
    m_typing.stop();
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
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
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
