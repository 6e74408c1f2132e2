// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/TicketFilterBar.h"

#include "controls/Chip.h"
#include "controls/CodePicker.h"
#include "controls/NoticeBar.h"
#include "controls/Panel.h"
#include "controls/PeriodPicker.h"
#include "shell/CaseSession.h"
#include "shell/Icon.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int anyState = -2;
constexpr int openState = -1;

} // namespace

TicketFilterBar::TicketFilterBar(CaseSession &session, QWidget *parent)
    : PeriodFilterBar(session, u"tickets"_s, tr("Any time"), parent)
    , m_toggle(new QPushButton(themedIcon(u"list-filter"_s), tr("Filter"), this))
    , m_fields(new QWidget(this))
    , m_state(new QComboBox(m_fields))
    , m_channel(new CodePicker(m_fields))
    , m_type(new CodePicker(m_fields))
    , m_category(new CodePicker(m_fields))
    , m_topic(new CodePicker(m_fields))
    , m_area(new CodePicker(m_fields))
    , m_department(new CodePicker(m_fields))
    , m_chipRow(new QWidget(this))
    , m_chips(new QHBoxLayout(m_chipRow))
    , m_first(new QHBoxLayout)
    , m_notice(new NoticeBar(this))
    , m_lastTool(m_toggle)
{
    words()->setAccessibleName(tr("Words that the tickets hold"));
    words()->setPlaceholderText(tr("Words in these tickets (Ctrl+F)"));
    words()->setToolTip(tr("All words must occur; “-word” must not; \"words in quotes\" stand together"));
    m_toggle->setObjectName(u"tickets.filter"_s);
    m_toggle->setCheckable(true);
    m_toggle->setAutoDefault(false);
    m_toggle->setToolTip(tr("Period, state, category … (Ctrl+Shift+F)"));

    m_first->setSpacing(8);
    m_first->addWidget(words(), 1);
    m_first->addWidget(m_toggle);

    m_state->setObjectName(u"tickets.state"_s);
    m_state->setAccessibleName(tr("State"));
    m_state->addItem(tr("Any state"), anyState);
    m_state->addItem(tr("All open ones"), openState);
    for (const auto state : {TicketState::Accepted, TicketState::InProgress, TicketState::ToReview,
                             TicketState::ToFollowUp, TicketState::Closed, TicketState::Archived, TicketState::Void})
        m_state->addItem(displayName(state), static_cast<int>(state));
    const auto setUpPicker = [this](CodePicker *picker, const QString &name, const QString &label) {
        picker->setObjectName(name);
        picker->setPlaceholderText(label);
        picker->setAccessibleName(label);
        connect(picker, &CodePicker::valueChosen, this, &TicketFilterBar::change);
    };
    setUpPicker(m_channel, u"tickets.channel"_s, tr("Channel"));
    setUpPicker(m_type, u"tickets.type"_s, tr("Type"));
    setUpPicker(m_category, u"tickets.category"_s, tr("Category"));
    setUpPicker(m_topic, u"tickets.topic"_s, tr("Topic"));
    setUpPicker(m_area, u"tickets.area"_s, tr("Area"));
    setUpPicker(m_department, u"tickets.department"_s, tr("Department"));

    auto *grid = new QGridLayout(m_fields);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    const QList<QWidget *> fields{picker(), m_state, m_channel, m_type, m_category, m_topic, m_area, m_department};
    for (qsizetype i = 0; i < fields.size(); ++i) {
        fields[i]->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        fields[i]->setMinimumWidth(72);
        grid->addWidget(fields[i], static_cast<int>(i) / 4, static_cast<int>(i) % 4);
    }
    for (int column = 0; column < 4; ++column)
        grid->setColumnStretch(column, 1);
    m_fields->hide();

    m_chipRow->setObjectName(u"tickets.chips"_s);
    m_chips->setContentsMargins(0, 0, 0, 0);
    m_chips->setSpacing(8);
    m_chips->addStretch();
    m_chipRow->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(m_first);
    layout->addWidget(m_fields);
    layout->addWidget(m_chipRow);
    layout->addWidget(m_notice);
    m_notice->setObjectName(u"tickets.notice"_s);

    QWidget::setTabOrder(m_toggle, picker()); // among the fields
    connect(this, &TicketFilterBar::changed, this, &TicketFilterBar::showChips);
    connect(m_toggle, &QPushButton::toggled, this, [this](bool on) {
        m_fields->setVisible(on);
        showChips();
    });
    connect(m_state, &QComboBox::activated, this, &TicketFilterBar::change);
    connect(&session, &CaseSession::codeTablesChanged, this, &TicketFilterBar::fillChoices);
    fillChoices();
    resetFields();
}

void TicketFilterBar::fillChoices()
{
    const CodeTables &tables = session().codeTables();
    m_channel->setChoices(choicesOf(tables.channels));
    m_type->setChoices(choicesOf(tables.requestTypes));
    m_category->setChoices(choicesOf(tables.categories));
    m_topic->setChoices(choicesOf(tables.topics, QDate()));
    m_area->setChoices(choicesOf(tables.areas));
    m_department->setChoices(choicesOf(tables.departments));
}

void TicketFilterBar::resetFields()
{
    m_base = {};
    m_baseTitle.clear();
    choosePeriod(std::nullopt);
    m_notice->clear();
    m_state->setCurrentIndex(0);
    for (CodePicker *picker : {m_channel, m_type, m_category, m_topic, m_area, m_department})
        picker->setValue(std::nullopt);
    setWords({});
}

TicketFilter TicketFilterBar::asked() const
{
    TicketFilter filter;
    const int state = m_state->currentData().toInt();
    if (state == openState)
        filter.openOnly = true;
    else if (state != anyState)
        filter.state = static_cast<TicketState>(state);
    const auto take = [](auto &member, const CodePicker *picker) {
        using IdType = typename std::remove_cvref_t<decltype(member)>::value_type;
        if (const auto chosen = picker->chosen<IdType>())
            member = chosen;
    };
    take(filter.channel, m_channel);
    take(filter.requestType, m_type);
    take(filter.category, m_category);
    take(filter.topic, m_topic);
    take(filter.area, m_area);
    take(filter.department, m_department);
    filter.text = askedWords();
    return filter;
}

// What the list was opened with, narrowed by the fields.
TicketFilter TicketFilterBar::filter() const
{
    TicketFilter filter = m_base;
    if (const auto span = moments()) {
        filter.receivedFrom = span->from;
        filter.receivedBefore = span->before;
    }
    const TicketFilter fields = asked();
    const auto take = [](auto &member, const auto &chosen) {
        if (chosen)
            member = chosen;
    };
    filter.openOnly = filter.openOnly || fields.openOnly;
    take(filter.state, fields.state);
    take(filter.channel, fields.channel);
    take(filter.requestType, fields.requestType);
    take(filter.category, fields.category);
    take(filter.topic, fields.topic);
    take(filter.area, fields.area);
    take(filter.department, fields.department);
    if (!fields.text.isEmpty())
        filter.text = filter.text.isEmpty() ? fields.text : QString(filter.text + u' ' + fields.text);
    return filter;
}

TicketView TicketFilterBar::view() const
{
    return {.given = m_base, .givenTitle = m_baseTitle, .asked = asked(), .period = period()};
}

void TicketFilterBar::show(const TicketView &view)
{
    resetFields();
    m_base = view.given;
    m_baseTitle = view.givenTitle;
    choosePeriod(view.period);
    const TicketFilter &fields = view.asked;
    const int state = fields.openOnly ? openState : fields.state ? static_cast<int>(*fields.state) : anyState;
    m_state->setCurrentIndex(std::max(m_state->findData(state), 0));
    const CodeTables &tables = session().codeTables();
    // By their names: an entry may be retired since.
    m_channel->choose(fields.channel, nameOf(tables.channels, fields.channel));
    m_type->choose(fields.requestType, nameOf(tables.requestTypes, fields.requestType));
    m_category->choose(fields.category, pathOf(tables.categories, fields.category));
    m_topic->choose(fields.topic, nameOf(tables.topics, fields.topic));
    m_area->choose(fields.area, pathOf(tables.areas, fields.area));
    m_department->choose(fields.department, nameOf(tables.departments, fields.department));
    setWords(fields.text);
    change();
}

void TicketFilterBar::addTool(QWidget *tool)
{
    m_first->addWidget(tool);
    QWidget::setTabOrder(m_lastTool, tool);
    m_lastTool = tool;
}

bool TicketFilterBar::isEmpty() const
{
    return filter() == TicketFilter();
}

void TicketFilterBar::start(const TicketFilter &filter, const QString &title)
{
    resetFields();
    m_base = filter;
    m_baseTitle = title;
    change();
}

void TicketFilterBar::search(const QString &words)
{
    resetFields();
    setWords(words);
    change();
}

void TicketFilterBar::toggleFields()
{
    m_toggle->toggle();
    if (m_toggle->isChecked())
        picker()->setFocus(Qt::ShortcutFocusReason);
}

void TicketFilterBar::clear()
{
    resetFields();
    change();
}

void TicketFilterBar::addChip(const QString &name, const QString &text, std::function<void()> away)
{
    auto *chip = new Chip(Chip::Kind::Removable, text, m_chipRow);
    chip->setObjectName(u"tickets.chip."_s + name);
    connect(chip, &Chip::clicked, this, [this, away = std::move(away)] {
        // The chip goes with its condition; change() must not run inside its own signal.
        away();
        QTimer::singleShot(0, this, &TicketFilterBar::change);
    });
    m_chips->insertWidget(m_chips->count() - 1, chip);
}

void TicketFilterBar::showChips()
{
    const auto old = m_chipRow->findChildren<Chip *>(Qt::FindDirectChildrenOnly);
    if (QWidget *focus = m_chipRow->focusWidget(); focus && focus->hasFocus())
        words()->setFocus(Qt::OtherFocusReason); // the keys of the page need somebody who listens
    qDeleteAll(old);
    if (m_base != TicketFilter()) {
        addChip(u"given"_s, m_baseTitle.isEmpty() ? tr("Given tickets") : m_baseTitle, [this] {
            m_base = {};
            m_baseTitle.clear();
        });
    }
    if (period())
        addChip(u"period"_s, displayLabel(*period(), session().today()), [this] { choosePeriod(std::nullopt); });
    // The rest stands in the fields, and is taken away there, while these are open.
    if (!m_toggle->isChecked()) {
        if (m_state->currentIndex() > 0)
            addChip(u"state"_s, m_state->currentText(), [this] { m_state->setCurrentIndex(0); });
        for (CodePicker *picker : {m_channel, m_type, m_category, m_topic, m_area, m_department}) {
            if (picker->value())
                addChip(picker->objectName().section(u'.', 1), picker->valueText(),
                        [picker] { picker->setValue(std::nullopt); });
        }
    }
    m_chipRow->setVisible(m_chips->count() > 1);
}

} // namespace huiyin
