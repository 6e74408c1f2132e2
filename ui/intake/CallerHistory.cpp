// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/CallerHistory.h"

#include "controls/TableLook.h"
#include "controls/Tag.h"
#include "domain/PersonalText.h"
#include "domain/Text.h"
#include "shell/Icon.h"
#include "shell/Theme.h"
#include "storage/CallRepository.h"
#include "storage/FollowUpRepository.h"
#include "storage/TicketRepository.h"
#include "tickets/TicketText.h"

#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int TicketRole = Qt::UserRole + 1;
constexpr int shownAtMost = 50;
constexpr int shortestNumber = 5; // digits; hotlines and companies have such
enum Column { Number, Title, State };

} // namespace

CallerHistory::CallerHistory(CaseSession &session, QWidget *parent)
    : Panel(tr("Caller's history"), parent)
    , m_session(session)
    , m_stack(new QStackedWidget(this))
    , m_hint(textLabel(QString(), "weak", m_stack))
    , m_table(new QTableView(m_stack))
    , m_model(new QStandardItemModel(0, 3, this))
{
    setObjectName(u"intake.history"_s);
    setIcon(u"history"_s);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_table->setObjectName(u"intake.historyTable"_s);
    m_table->setAccessibleName(tr("Earlier tickets and calls of this number"));
    setUpTable(m_table);
    m_table->setModel(m_model);
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(Title, QHeaderView::Stretch);
    m_table->horizontalHeader()->resizeSection(Number, 116);
    m_table->horizontalHeader()->resizeSection(State, 128);
    m_table->setItemDelegateForColumn(State, new TagDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_stack->addWidget(m_hint);
    m_stack->addWidget(m_table);
    body()->addWidget(m_stack, 1);

    m_pause.setSingleShot(true);
    m_pause.setInterval(200);
    connect(&m_pause, &QTimer::timeout, this, &CallerHistory::look);
    const auto open = [this](const QModelIndex &index) {
        const QVariant id = index.siblingAtColumn(Number).data(TicketRole);
        if (id.isValid())
            Q_EMIT ticketRequested(TicketId(id.toLongLong()));
    };
    connect(m_table, &QTableView::activated, this, open);
    connect(m_table, &QTableView::clicked, this, [open](const QModelIndex &index) {
        if (index.column() == Number)
            open(index);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &CallerHistory::chosenChanged);
    // Elsewhere in the office the caller's ticket may have been taken in or closed.
    connect(&m_session, &CaseSession::changed, this, [this] {
        if (m_phone.size() >= shortestNumber)
            m_pause.start();
    });
    // Colours and tags lie in the items.
    connect(&Theme::instance(), &Theme::changed, this, &CallerHistory::look);
    fill(Known());
}

void CallerHistory::showPhone(const QString &phone)
{
    const QString now = halfWidth(phone);
    if (now == m_phone)
        return;
    m_phone = now;
    m_pending.cancel();
    if (m_phone.size() < shortestNumber) {
        m_pause.stop();
        m_shown.clear();
        fill(Known());
    } else {
        m_pause.start();
        Q_EMIT chosenChanged(); // the list is still another number's
    }
}

void CallerHistory::look()
{
    m_pending.cancel();
    if (m_phone.size() < shortestNumber)
        return;
    m_pending = m_session.read(
        this,
        [phone = m_phone](CaseFile &file) {
            Known known{.tickets = TicketRepository(file.database()).ofPhone(phone, shownAtMost),
                        .calls = CallRepository(file.database()).ofPhone(phone, shownAtMost)};
            const FollowUpRepository followUps(file.database());
            for (const TicketRow &ticket : std::as_const(known.tickets)) {
                const QList<FollowUp> tries = followUps.ofTicket(ticket.id);
                for (const FollowUp &followUp : tries) {
                    if (followUp.satisfaction)
                        known.satisfaction.insert(ticket.id, *followUp.satisfaction);
                }
            }
            return known;
        },
        [this, phone = m_phone](const Known &known) {
            if (phone != m_phone)
                return;
            m_shown = phone;
            fill(known);
        });
}

void CallerHistory::fill(const Known &known)
{
    const TicketText text(m_session);
    m_model->removeRows(0, m_model->rowCount());
    const auto cell = [](const QString &words) -> QStandardItem * {
        auto *item = new QStandardItem(words);
        item->setEditable(false);
        return item;
    };
    for (const TicketRow &ticket : known.tickets) {
        QStandardItem *number = cell(ticket.number);
        number->setData(ticket.id.value(), TicketRole);
        number->setForeground(colour(Role::AccentText));
        QStandardItem *title = cell(maskedText(ticket.title));
        title->setToolTip(title->text());
        // What came of it: how content the caller was says more than that it is closed.
        Light light = TicketText::stateLight(ticket.state, ticket.resolution);
        if (known.satisfaction.contains(ticket.id)) {
            const Satisfaction satisfaction = known.satisfaction.value(ticket.id);
            light = {.text = displayName(satisfaction),
                     .tone = satisfaction <= Satisfaction::BasicallySatisfied ? Tone::Ok : Tone::Bad};
        }
        QStandardItem *state = cell(light.text);
        state->setData(static_cast<int>(light.tone), TagDelegate::ToneRole);
        m_model->appendRow({number, title, state});
    }
    int others = 0;
    for (const Call &call : known.calls) {
        if (call.ticket)
            continue;
        ++others;
        QStandardItem *state = cell(displayName(call.outcome));
        state->setData(static_cast<int>(Tone::Neutral), TagDelegate::ToneRole);
        m_model->appendRow({cell(text.time(call.startedAt)), cell(maskedText(call.note).simplified()), state});
    }
    const bool any = m_model->rowCount() > 0;
    m_stack->setCurrentIndex(any ? 1 : 0);
    const int times = static_cast<int>(std::max(known.calls.size(), known.tickets.size()));
    setTitle(any ? tr("This number has called %n time(s)", nullptr, times) : tr("Caller's history"));
    setTrailingText(any && !m_table->isColumnHidden(State) ? tr("Enter opens the ticket") : QString());
    m_hint->setText(m_phone.size() < shortestNumber
                        ? tr("Earlier tickets and calls appear here as soon as the number is typed.")
                        : tr("Nothing is known of this number yet."));
    if (!known.tickets.isEmpty())
        m_table->selectRow(0);
    Q_EMIT chosenChanged();
}

// On a narrow screen the number and the title matter more than what came of it.
void CallerHistory::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    constexpr int roomForAll = 340;
    m_table->setColumnHidden(State, width() < roomForAll);
    setTrailingText(m_model->rowCount() > 0 && width() >= roomForAll ? tr("Enter opens the ticket") : QString());
}

std::optional<TicketId> CallerHistory::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows(Number);
    if (rows.isEmpty() || m_stack->currentIndex() == 0 || m_shown != m_phone)
        return std::nullopt;
    const QVariant id = rows.first().data(TicketRole);
    return id.isValid() ? std::optional(TicketId(id.toLongLong())) : std::nullopt;
}

QString CallerHistory::chosenNumber() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows(Number);
    return rows.isEmpty() ? QString() : rows.first().data().toString();
}

int CallerHistory::ticketCount() const
{
    int count = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        count += m_model->index(row, Number).data(TicketRole).isValid() ? 1 : 0;
    return count;
}

void CallerHistory::focusList()
{
    if (m_stack->currentIndex() == 1)
        m_table->setFocus(Qt::ShortcutFocusReason);
}

} // namespace huiyin
