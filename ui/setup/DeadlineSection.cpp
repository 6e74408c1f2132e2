// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/DeadlineSection.h"

#include "controls/NoticeBar.h"
#include "controls/Panel.h"
#include "controls/TableLook.h"
#include "controls/Tag.h"
#include "domain/Sentences.h"
#include "setup/CalendarDialogs.h"
#include "setup/ChangeLogDialog.h"
#include "setup/DueMovesDialog.h"
#include "shell/Icon.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int columns = 7;
constexpr int forWhatColumn = 1;

} // namespace

DeadlineSection::DeadlineSection(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_notice(new NoticeBar(this))
    , m_add(new QPushButton(tr("&Add…"), this))
    , m_edit(new QPushButton(tr("&Edit…"), this))
    , m_up(new QToolButton(this))
    , m_down(new QToolButton(this))
    , m_end(new QPushButton(this))
    , m_showEnded(new QCheckBox(tr("Ended &ones too"), this))
    , m_log(new QPushButton(tr("&Changes…"), this))
    , m_moves(new QPushButton(tr("&Due times…"), this))
    , m_model(new QStandardItemModel(this))
    , m_view(new QTreeView(this))
    , m_handlingText(textLabel(QString(), "soft", this))
    , m_handling(new QPushButton(tr("Rules of handl&ing…"), this))
{
    setObjectName(u"setup.deadlines"_s);
    const auto name = [](QWidget *widget, const QString &thing) {
        widget->setObjectName(u"setup.deadlines."_s + thing);
    };
    name(m_notice, u"notice"_s);
    name(m_add, u"add"_s);
    name(m_edit, u"edit"_s);
    name(m_up, u"up"_s);
    name(m_down, u"down"_s);
    name(m_end, u"end"_s);
    name(m_showEnded, u"showEnded"_s);
    name(m_log, u"log"_s);
    name(m_moves, u"moves"_s);
    name(m_view, u"table"_s);
    name(m_handlingText, u"handlingText"_s);
    name(m_handling, u"handling"_s);
    m_add->setIcon(themedIcon(u"plus"_s, ColourRole::OnAccent));
    setLook(m_add, "primary");
    for (QPushButton *button : {m_add, m_edit, m_end, m_log, m_moves, m_handling})
        button->setAutoDefault(false);
    m_moves->setToolTip(tr("Which open tickets would have another due time now"));
    m_up->setIcon(themedIcon(u"arrow-up"_s));
    m_down->setIcon(themedIcon(u"arrow-down"_s));
    m_up->setAccessibleName(tr("Ask before"));
    m_down->setAccessibleName(tr("Ask after"));
    m_up->setToolTip(tr("Ask it before the rule above, which names as much"));
    m_down->setToolTip(tr("Ask it after the rule below, which names as much"));
    for (QToolButton *button : {m_up, m_down}) {
        setLook(button, "framed");
        button->setFixedSize(32, 32);
        button->setFocusPolicy(Qt::TabFocus);
    }
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Deadline rules"));
    m_view->setRootIsDecorated(false);
    setUpTree(m_view);
    m_view->ensurePolished(); // the height of its rows is asked before it is shown
    m_view->setItemDelegateForColumn(columns - 1, new TagDelegate(m_view));
    m_model->setHorizontalHeaderLabels(
        {tr("Rule"), tr("For"), tr("Limit"), tr("Days run"), tr("Suspension"), tr("In force"), tr("State")});
    m_handlingText->setWordWrap(true);

    auto *order =
        textLabel(tr("The rule that names most of type, urgency, channel and mark applies; of those that name "
                     "equally many a critical one, then an urgent one, then one for the type, then the one "
                     "that stands first here."),
                  "weak", this);
    order->setWordWrap(true);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(8);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_add, m_edit, m_up, m_down, m_end})
        tools->addWidget(widget);
    tools->addStretch();
    tools->addWidget(m_showEnded);
    tools->addWidget(m_log);
    tools->addWidget(m_moves);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(15, 0, 15, 12);
    top->setSpacing(12);
    top->addWidget(order);
    top->addLayout(tools);
    top->addWidget(m_notice);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(15, 12, 15, 15);
    foot->setSpacing(8);
    foot->addWidget(m_handlingText, 1);
    foot->addWidget(m_handling);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);
    layout->addLayout(foot);
    setTabChain({m_add, m_edit, m_up, m_down, m_end, m_showEnded, m_log, m_moves, m_view, m_handling});

    connect(m_add, &QPushButton::clicked, this,
            [this] { editRule(m_context, {.limit = {.amount = 5}}, this, [this] { tellSaved(); }); });
    connect(m_edit, &QPushButton::clicked, this, &DeadlineSection::editCurrent);
    connect(m_view, &QTreeView::activated, this, &DeadlineSection::editCurrent);
    connect(m_up, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { move(1); });
    connect(m_end, &QPushButton::clicked, this, &DeadlineSection::endCurrent);
    connect(m_showEnded, &QCheckBox::toggled, this, &DeadlineSection::fill);
    connect(m_log, &QPushButton::clicked, this, [this] { showChangeLog(m_context, this); });
    connect(m_moves, &QPushButton::clicked, this, [this] { (new DueMovesDialog(m_context, this))->open(); });
    connect(m_handling, &QPushButton::clicked, this, [this] {
        editHandlingRules(m_context, m_handlingRules, this, [this] { m_notice->showNotice(Tone::Ok, tr("Saved.")); });
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &DeadlineSection::showState);
    connect(&context.session, &CaseSession::codeTablesChanged, this, &DeadlineSection::reload);
    connect(&Theme::instance(), &Theme::changed, this, &DeadlineSection::fill); // colours lie in the items
    m_handling->setEnabled(false);
    reload();
}

void DeadlineSection::reload()
{
    fill();
    m_context.session.read(
        this, [](CaseFile &file) { return HandlingRules::of(file); },
        [this](const HandlingRules &rules) {
            m_handlingRules = rules;
            QStringList parts;
            if (rules.extensions == 0) {
                parts.append(tr("no extensions"));
            } else {
                parts.append(tr("%n extension(s) of a dispatch", nullptr, rules.extensions));
                parts.append(tr("of up to %n working day(s)", nullptr, rules.extensionDays));
            }
            parts.append(rules.followUp ? tr("every dispatched ticket is followed up, %n time(s) at most", nullptr,
                                             rules.followUpTries)
                                        : tr("not every ticket is followed up"));
            parts.append(tr("attachments of up to %1 MB, %2 MB for a ticket")
                             .arg(rules.attachmentMegabytes)
                             .arg(rules.ticketMegabytes));
            m_handlingText->setText(parts.join(u" · "_s));
            m_handling->setEnabled(m_context.session.may(Command::SetUp));
        });
}

bool DeadlineSection::hasEnded(const DeadlineRule &rule) const
{
    return rule.validTo && *rule.validTo < m_context.session.today();
}

// From when, until when; empty: always.
QString DeadlineSection::daysText(const DeadlineRule &rule)
{
    const auto day = [](const std::optional<QDate> &date) { return date ? date->toString(Qt::ISODate) : QString(); };
    if (rule.validFrom && rule.validTo)
        return tr("%1 to %2", "first and last day of a rule").arg(day(rule.validFrom), day(rule.validTo));
    if (rule.validFrom)
        return tr("from %1", "first day of a rule").arg(day(rule.validFrom));
    return rule.validTo ? tr("to %1", "last day of a rule").arg(day(rule.validTo)) : QString();
}

QString DeadlineSection::forWhat(const DeadlineRule &rule) const
{
    const CodeTables &tables = m_context.session.codeTables();
    QStringList parts;
    if (rule.requestType)
        parts.append(nameOf(tables.requestTypes, rule.requestType));
    if (rule.urgency)
        parts.append(displayName(*rule.urgency));
    if (rule.channel)
        parts.append(pathOf(tables.channels, rule.channel));
    if (rule.mark)
        parts.append(displayName(*rule.mark));
    return parts.isEmpty() ? tr("all tickets") : parts.join(u" · "_s);
}

void DeadlineSection::fill()
{
    qint64 before = -1;
    if (const DeadlineRule *rule = current())
        before = rule->id->value();
    if (m_selectNext)
        before = m_selectNext->value();
    m_selectNext.reset();
    m_rules = inOrderOfUse(m_context.session.deadlines().rules());
    if (!m_showEnded->isChecked())
        m_rules.removeIf([this](const DeadlineRule &rule) { return hasEnded(rule); });
    m_model->removeRows(0, m_model->rowCount());
    for (const DeadlineRule &rule : std::as_const(m_rules)) {
        const bool ended = hasEnded(rule);
        const bool toCome = rule.validFrom && *rule.validFrom > m_context.session.today();
        QList<QStandardItem *> cells;
        for (const QString &text :
             {rule.name, forWhat(rule), limitText(rule.limit),
              rule.limit.unit == LimitUnit::Hours ? QString() : displayName(rule.start),
              rule.suspensionDays > 0 ? tr("up to %n working day(s)", nullptr, rule.suspensionDays) : QString(),
              daysText(rule),
              ended    ? tr("ended")
              : toCome ? tr("to come")
                       : QString()})
            cells.append(new QStandardItem(text));
        if (ended || toCome)
            cells.last()->setData(static_cast<int>(ended ? Tone::Neutral : Tone::Info), TagDelegate::ToneRole);
        if (ended) {
            for (QStandardItem *cell : std::as_const(cells))
                cell->setForeground(colour(ColourRole::Placeholder));
        }
        m_model->appendRow(cells);
        if (rule.id->value() == before)
            m_view->setCurrentIndex(cells.first()->index());
    }
    fitColumns(m_view, m_view->header(), forWhatColumn);
    if (!m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_model->index(0, 0));
    showState();
}

const DeadlineRule *DeadlineSection::current() const
{
    const int row = m_view->currentIndex().row();
    return row >= 0 && row < m_rules.size() ? &m_rules[row] : nullptr;
}

const DeadlineRule *DeadlineSection::neighbour(int step) const
{
    const DeadlineRule *rule = current();
    const int row = m_view->currentIndex().row() + step;
    if (!rule || row < 0 || row >= m_rules.size() || !isEqualInRank(*rule, m_rules[row]))
        return nullptr;
    return &m_rules[row];
}

void DeadlineSection::editCurrent()
{
    if (const DeadlineRule *rule = current(); rule && m_context.session.may(Command::SetUp))
        editRule(m_context, *rule, this, [this] { tellSaved(); });
}

// Its last day is today; a click more takes it back.
void DeadlineSection::endCurrent()
{
    const DeadlineRule *rule = current();
    if (!rule)
        return;
    DeadlineRule next = *rule;
    next.validTo = rule->validTo ? std::nullopt : std::optional(m_context.session.today());
    m_selectNext = next.id;
    m_context.session.command(
        this, [next](CaseBook &book) { return book.saveDeadlineRule(next); }, [this](const Changes &) { tellSaved(); },
        [this](const Refusal &refusal) { m_notice->showNotice(Tone::Bad, refusal.reason); });
}

void DeadlineSection::move(int step)
{
    const DeadlineRule *rule = current();
    const DeadlineRule *other = neighbour(step);
    if (!other)
        return;
    QList<DeadlineRuleId> order;
    for (const DeadlineRule &one : m_context.session.deadlines().rules())
        order.append(*one.id);
    order.swapItemsAt(order.indexOf(*rule->id), order.indexOf(*other->id));
    m_selectNext = rule->id;
    m_context.session.command(
        this, [order](CaseBook &book) { return book.reorderDeadlineRules(order); },
        [this](const Changes &) { tellSaved(); },
        [this](const Refusal &refusal) { m_notice->showNotice(Tone::Bad, refusal.reason); });
}

void DeadlineSection::tellSaved()
{
    m_notice->showNotice(Tone::Ok, joinedSentences({tr("Saved."), tr("Due times that were given stay as they are.")}),
                         tr("See which would move…"), [this] { (new DueMovesDialog(m_context, this))->open(); });
}

void DeadlineSection::showState()
{
    const bool writable = m_context.session.may(Command::SetUp);
    const DeadlineRule *rule = current();
    m_add->setEnabled(writable);
    m_edit->setEnabled(writable && rule);
    m_up->setEnabled(writable && neighbour(-1));
    m_down->setEnabled(writable && neighbour(1));
    m_end->setEnabled(writable && rule);
    m_end->setText(rule && rule->validTo ? tr("&Let it go on") : tr("&Let it end today"));
}

} // namespace huiyin
