// SPDX-License-Identifier: GPL-3.0-or-later
#include "handling/FollowUpForm.h"

#include "controls/Panel.h"
#include "controls/SegmentedButtons.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int none = -1; // of choices: not said, not rated

QPlainTextEdit *textField(const QString &name, const QString &label, const QString &hint, QWidget *parent)
{
    auto *edit = new QPlainTextEdit(parent);
    edit->setObjectName(name);
    edit->setAccessibleName(label);
    edit->setPlaceholderText(hint);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * 2 + 14);
    return edit;
}

} // namespace

FollowUpForm::FollowUpForm(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_method(new QComboBox(this))
    , m_reached(new SegmentedButtons(this))
    , m_solved(new SegmentedButtons(this))
    , m_satisfaction(new QButtonGroup(this))
    , m_satisfactionBox(nullptr)
    , m_comment(nullptr)
    , m_next(new QButtonGroup(this))
    , m_nextBox(nullptr)
    , m_redo(nullptr)
    , m_fault(textLabel(QString(), "error", this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    const auto add = [&](const QString &label, QWidget *field, const QString &code) {
        layout->addWidget(textLabel(label, "label", this));
        if (field->objectName().isEmpty())
            field->setObjectName(m_name + u'.' + code);
        field->setAccessibleName(label);
        layout->addWidget(field);
        layout->addSpacing(4);
    };
    // Beside its name, so that on a small screen the next step is in sight too.
    auto *beside = new QGridLayout;
    beside->setHorizontalSpacing(8);
    beside->setVerticalSpacing(6);
    beside->setColumnStretch(1, 1);
    const auto addBeside = [&](const QString &label, QWidget *field, const QString &code) {
        field->setObjectName(m_name + u'.' + code);
        field->setAccessibleName(label);
        const int line = beside->rowCount();
        beside->addWidget(textLabel(label, "label", this), line, 0);
        beside->addWidget(field, line, 1);
    };
    layout->addLayout(beside);
    layout->addSpacing(4);
    for (const auto &entry : codeTable<FollowUpMethod>())
        m_method->addItem(displayName(entry.value), static_cast<int>(entry.value));
    addBeside(tr("Method"), m_method, u"method"_s);
    m_reached->addOption(tr("Reached"), 1, m_name + u".reached.yes"_s);
    m_reached->addOption(tr("Nobody answered"), 0, m_name + u".reached.no"_s);
    addBeside(tr("The citizen"), m_reached, u"reached"_s);
    m_solved->addOption(tr("Solved"), 1, m_name + u".solved.yes"_s);
    m_solved->addOption(tr("Not solved"), 0, m_name + u".solved.no"_s);
    m_solved->addOption(tr("Not said"), none, m_name + u".solved.none"_s);
    addBeside(tr("The matter"), m_solved, u"solved"_s);
    QList<std::pair<QString, int>> ratings;
    for (const auto &entry : codeTable<Satisfaction>())
        ratings.append({displayName(entry.value), static_cast<int>(entry.value)});
    ratings.append({tr("Not rated"), none});
    m_satisfactionBox = addChoices(m_satisfaction, ratings, 2, u"satisfaction"_s);
    add(tr("Satisfaction"), m_satisfactionBox, u"satisfaction"_s);
    m_comment = textField(m_name + u".comment"_s, tr("Comment"), tr("What the citizen says"), this);
    add(tr("Comment"), m_comment, u"comment"_s);
    QList<std::pair<QString, int>> steps;
    for (const auto &entry : codeTable<NextStep>())
        steps.append({displayName(entry.value), static_cast<int>(entry.value)});
    m_nextBox = addChoices(m_next, steps, 2, u"nextStep"_s);
    add(tr("Next step"), m_nextBox, u"nextStep"_s);
    m_redo = textField(m_name + u".redoGround"_s, tr("To be done over"), tr("For a redo: what is missing"), this);
    layout->addWidget(m_redo);
    m_fault->setObjectName(m_name + u".fault"_s);
    m_fault->setWordWrap(true);
    layout->addWidget(m_fault);

    const auto changed = [this] {
        suggestNext();
        suit();
        Q_EMIT edited();
    };
    connect(m_method, &QComboBox::currentIndexChanged, this, &FollowUpForm::edited);
    connect(m_reached, &SegmentedButtons::valueChosen, this, changed);
    connect(m_solved, &SegmentedButtons::valueChosen, this, changed);
    connect(m_satisfaction, &QButtonGroup::idClicked, this, changed);
    connect(m_next, &QButtonGroup::idClicked, this, [this] {
        m_nextChosen = true;
        suit();
        Q_EMIT edited();
    });
    connect(m_comment, &QPlainTextEdit::textChanged, this, &FollowUpForm::edited);
    connect(m_redo, &QPlainTextEdit::textChanged, this, &FollowUpForm::edited);
    clear();
}

QWidget *FollowUpForm::addChoices(QButtonGroup *group, const QList<std::pair<QString, int>> &choices, int columns,
                                  const QString &code)
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(2);
    int place = 0;
    for (const auto &[text, value] : choices) {
        auto *button = new QRadioButton(text, box);
        button->setObjectName(u"%1.%2.%3"_s.arg(m_name, code).arg(place));
        group->addButton(button, value - none); // ids of a group begin with 0
        // Tab comes to the chosen one, also where the form has chosen it: arrow keys choose only from there.
        connect(button, &QRadioButton::toggled, button,
                [button](bool on) { button->setFocusPolicy(on ? Qt::StrongFocus : Qt::ClickFocus); });
        button->setFocusPolicy(Qt::ClickFocus);
        grid->addWidget(button, place / columns, place % columns);
        ++place;
    }
    for (int column = 0; column < columns; ++column)
        grid->setColumnStretch(column, 1);
    return box;
}

void FollowUpForm::clear()
{
    const QSignalBlocker quiet(this);
    m_method->setCurrentIndex(0);
    m_reached->setValue(std::nullopt); // to be said by whoever has called
    m_solved->setValue(none);
    m_satisfaction->button(0)->setChecked(true);
    m_comment->clear();
    m_nextChosen = false;
    m_redo->clear();
    m_fault->hide();
    suggestNext();
    suit();
}

void FollowUpForm::setRequest(const FollowUpRequest &request, bool isAnswered)
{
    const QSignalBlocker quiet(this);
    clear();
    m_method->setCurrentIndex(m_method->findData(static_cast<int>(request.method)));
    m_reached->setValue(isAnswered ? std::optional(request.reached ? 1 : 0) : std::nullopt);
    m_solved->setValue(request.solved ? static_cast<int>(*request.solved) : none);
    m_satisfaction->button(request.satisfaction ? static_cast<int>(*request.satisfaction) - none : 0)->setChecked(true);
    m_comment->setPlainText(request.comment);
    m_next->button(static_cast<int>(request.nextStep) - none)->setChecked(true);
    m_nextChosen = request.nextStep != NextStep::None;
    m_redo->setPlainText(request.redoGround);
    suit();
}

bool FollowUpForm::isAnswered() const
{
    return m_reached->value().has_value();
}

bool FollowUpForm::isReached() const
{
    return m_reached->value() == 1;
}

void FollowUpForm::setReached(bool reached)
{
    m_reached->setValue(reached ? 1 : 0);
    suggestNext();
    suit();
    Q_EMIT edited();
}

void FollowUpForm::setSatisfaction(std::optional<Satisfaction> satisfaction)
{
    m_reached->setValue(1);
    m_satisfaction->button(satisfaction ? static_cast<int>(*satisfaction) - none : 0)->setChecked(true);
    suggestNext();
    suit();
    Q_EMIT edited();
}

// Satisfied: it is closed. Not satisfied, or not solved: it is done over, unless the clerk knows better.
void FollowUpForm::suggestNext()
{
    if (!isReached()) {
        m_next->button(static_cast<int>(NextStep::None) - none)->setChecked(true);
        m_nextChosen = false;
        return;
    }
    if (m_nextChosen)
        return;
    const int rated = m_satisfaction->checkedId() + none;
    NextStep next = NextStep::None;
    if (rated >= static_cast<int>(Satisfaction::Dissatisfied) || m_solved->value() == 0)
        next = NextStep::Redo;
    else if (rated != none || m_solved->value() == 1)
        next = NextStep::Close;
    m_next->button(static_cast<int>(next) - none)->setChecked(true);
}

void FollowUpForm::suit()
{
    const bool reached = isReached();
    for (QWidget *field : QList<QWidget *>{m_solved, m_satisfactionBox, m_nextBox})
        field->setEnabled(reached);
    if (!reached) {
        m_solved->setValue(none);
        m_satisfaction->button(0)->setChecked(true);
    }
    const bool wasVisible = !m_redo->isHidden();
    m_redo->setVisible(reached && m_next->checkedId() + none == static_cast<int>(NextStep::Redo));
    if (!wasVisible && !m_redo->isHidden())
        Q_EMIT grown(m_redo);
}

FollowUpRequest FollowUpForm::request(TicketId ticket) const
{
    const int solved = m_solved->value().value_or(none);
    const int rated = m_satisfaction->checkedId() + none;
    const auto next = static_cast<NextStep>(m_next->checkedId() + none);
    return {.ticket = ticket,
            .method = static_cast<FollowUpMethod>(m_method->currentData().toInt()),
            .reached = isReached(),
            .solved = solved == none ? std::nullopt : std::optional(solved == 1),
            .satisfaction = rated == none ? std::nullopt : std::optional(static_cast<Satisfaction>(rated)),
            .comment = m_comment->toPlainText(),
            .nextStep = next,
            .redoGround = next == NextStep::Redo ? m_redo->toPlainText() : QString()};
}

void FollowUpForm::showRefusal(const Refusal &refusal)
{
    m_fault->setText(refusal.reason);
    m_fault->setVisible(!refusal.reason.isEmpty());
    if (!refusal.reason.isEmpty())
        Q_EMIT grown(m_fault);
    if (refusal.field == u"redoGround")
        m_redo->setFocus(Qt::OtherFocusReason);
    else if (refusal.field == u"comment")
        m_comment->setFocus(Qt::OtherFocusReason);
}

void FollowUpForm::focusFirst()
{
    m_comment->setFocus(Qt::OtherFocusReason);
}

} // namespace huiyin
