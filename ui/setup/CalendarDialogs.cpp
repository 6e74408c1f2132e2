// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/CalendarDialogs.h"

#include "controls/CodePicker.h"
#include "controls/EntryDialog.h"
#include "domain/Text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::CalendarDialogs)
};

using Act = std::function<Outcome<Changes>(CaseBook &)>;

// Opens the dialog; `gather` makes the command from its fields or says what can't be read.
void run(const PageContext &context, EntryDialog *dialog, const std::function<Outcome<Act>()> &gather,
         const std::function<void()> &done)
{
    CaseSession &session = context.session;
    QObject::connect(dialog, &EntryDialog::submitted, dialog, [dialog, &session, gather, done] {
        const Outcome<Act> act = gather();
        if (!act) {
            dialog->showRefusal(act.error());
            return;
        }
        dialog->setBusy(true);
        session.command(
            dialog, [act = *act](CaseBook &book) { return act(book); },
            [dialog, done](const Changes &changes) {
                dialog->accept();
                if (changes.codeTables)
                    done();
            },
            [dialog](const Refusal &refusal) {
                dialog->setBusy(false);
                dialog->showRefusal(refusal);
            },
            [dialog] { dialog->setBusy(false); });
    });
    dialog->open();
}

QSpinBox *number(int from, int to, int value)
{
    auto *spin = new QSpinBox;
    spin->setRange(from, to);
    spin->setValue(value);
    return spin;
}

// The values of a code, after "any" when one need not be named.
template <class E>
QComboBox *codeBox(const QList<E> &values, const std::optional<E> &chosen, bool any)
{
    auto *box = new QComboBox;
    if (any)
        box->addItem(Text::tr("any"));
    for (const E value : values) {
        box->addItem(displayName(value), static_cast<int>(value));
        if (chosen == value)
            box->setCurrentIndex(box->count() - 1);
    }
    return box;
}

template <class E>
std::optional<E> chosenOf(const QComboBox *box)
{
    const QVariant value = box->currentData();
    return value.isValid() ? std::optional(static_cast<E>(value.toInt())) : std::nullopt;
}

QLineEdit *dayField(const std::optional<QDate> &day)
{
    auto *edit = new QLineEdit(day ? day->toString(Qt::ISODate) : QString());
    edit->setPlaceholderText(Text::tr("YYYY-MM-DD"));
    return edit;
}

// False: something is written that is no day.
bool takeDay(const QLineEdit *edit, std::optional<QDate> &day)
{
    const QString text = halfWidth(edit->text()).trimmed();
    const QDate read = QDate::fromString(text, Qt::ISODate);
    day = read.isValid() ? std::optional(read) : std::nullopt;
    return read.isValid() || text.isEmpty();
}

} // namespace

void editDay(const PageContext &context, QDate day, const std::optional<SpecialDay> &special, QWidget *parent,
             const std::function<void()> &done)
{
    auto *dialog = new EntryDialog(u"setup.day"_s, Text::tr("A day of the office's own"), parent);
    auto *when = new QDateEdit(day);
    when->setDisplayFormat(u"yyyy-MM-dd"_s);
    when->setCalendarPopup(true);
    when->setEnabled(!special); // another day would be one more, and this one stay
    auto *name = new QLineEdit(special ? special->name : QString());
    auto *kind = new QComboBox;
    kind->addItem(dayKindText({.name = {}, .working = false}));
    kind->addItem(dayKindText({.name = {}, .working = true}));
    kind->setCurrentIndex(special && special->working ? 1 : 0);
    dialog->addField(u"day"_s, Text::tr("&Day"), when);
    dialog->addField(u"name"_s, Text::tr("&Name"), name);
    dialog->addField(u"working"_s, Text::tr("The &office"), kind);
    dialog->addRemark(Text::tr("It counts in place of what the notice says, and survives the import of a notice."));
    run(
        context, dialog,
        [when, name, kind]() -> Outcome<Act> {
            const SpecialDay next{.name = name->text(), .working = kind->currentIndex() == 1};
            return Act([day = when->date(), next](CaseBook &book) { return book.setLocalDay(day, next); });
        },
        done);
    name->setFocus();
}

void editHours(const PageContext &context, QWidget *parent, const std::function<void()> &done)
{
    auto *dialog = new EntryDialog(u"setup.hours"_s, Text::tr("Office hours"), parent);
    auto *hours = new QLineEdit(hoursText(context.session.deadlines().calendar().hours()));
    dialog->addField(u"hours"_s, Text::tr("Office &hours"), hours);
    dialog->addRemark(Text::tr("Spans parted by commas. A limit of days ends with the last of them."));
    run(
        context, dialog,
        [hours]() -> Outcome<Act> {
            const auto read = parseHours(halfWidth(hours->text()));
            if (!read)
                return Refusal{Text::tr("Write them as 08:30-11:30, 13:30-17:00."), u"hours"_s};
            return Act([read](CaseBook &book) { return book.setOfficeHours(*read); });
        },
        done);
}

void editRule(const PageContext &context, const DeadlineRule &rule, QWidget *parent, const std::function<void()> &done)
{
    const CodeTables &tables = context.session.codeTables();
    auto *dialog =
        new EntryDialog(u"setup.rule"_s, rule.id ? Text::tr("Deadline rule") : Text::tr("New deadline rule"), parent);
    dialog->setMinimumWidth(480);
    auto *name = new QLineEdit(rule.name);
    auto *type = new CodePicker;
    type->setPlaceholderText(Text::tr("any"));
    type->setChoices(choicesOf(tables.requestTypes));
    type->choose(rule.requestType, nameOf(tables.requestTypes, rule.requestType));
    auto *urgency = codeBox<Urgency>({Urgency::Normal, Urgency::Urgent, Urgency::Critical}, rule.urgency, true);
    auto *channel = new CodePicker;
    channel->setPlaceholderText(Text::tr("any"));
    channel->setChoices(choicesOf(tables.channels));
    channel->choose(rule.channel, pathOf(tables.channels, rule.channel));
    QList<Mark> marks{Mark::Difficult, Mark::Leader};
    if (rule.mark && !marks.contains(*rule.mark))
        marks.append(*rule.mark);
    auto *mark = codeBox<Mark>(marks, rule.mark, true);
    auto *amount = number(1, 9999, std::max(rule.limit.amount, 1));
    auto *unit =
        codeBox<LimitUnit>({LimitUnit::WorkingDays, LimitUnit::CalendarDays, LimitUnit::Hours}, rule.limit.unit, false);
    auto *start = codeBox<LimitStart>({LimitStart::NextDay, LimitStart::SameDay}, rule.start, false);
    auto *suspension = number(0, 999, rule.suspensionDays);
    suspension->setSpecialValueText(Text::tr("not allowed"));
    suspension->setPrefix(Text::tr("at most ", "before a number of working days"));
    suspension->setSuffix(Text::tr(" working days"));
    auto *from = dayField(rule.validFrom);
    auto *to = dayField(rule.validTo);
    dialog->addField(u"name"_s, Text::tr("&Name"), name);
    dialog->addField(u"request_type"_s, Text::tr("&Type"), type);
    dialog->addField(u"urgency"_s, Text::tr("&Urgency"), urgency);
    dialog->addField(u"channel"_s, Text::tr("&Channel"), channel);
    dialog->addField(u"mark"_s, Text::tr("&Mark"), mark);
    dialog->addField(u"amount"_s, Text::tr("&Limit"), amount);
    dialog->addField(u"unit"_s, Text::tr("&In"), unit);
    dialog->addField(u"start"_s, Text::tr("&Days run"), start);
    dialog->addField(u"suspension"_s, Text::tr("&Suspension"), suspension);
    dialog->addField(u"from"_s, Text::tr("&First day"), from);
    dialog->addField(u"to"_s, Text::tr("L&ast day"), to);
    dialog->addRemark(Text::tr("It is for tickets that are received, or given to a department anew, on these days."));
    // Hours run from the minute of receipt.
    const auto showStart = [unit, start] { start->setEnabled(chosenOf<LimitUnit>(unit) != LimitUnit::Hours); };
    QObject::connect(unit, &QComboBox::currentIndexChanged, dialog, showStart);
    showStart();
    run(
        context, dialog,
        [=]() -> Outcome<Act> {
            DeadlineRule next{.id = rule.id,
                              .name = name->text(),
                              .requestType = type->chosen<RequestTypeId>(),
                              .urgency = chosenOf<Urgency>(urgency),
                              .channel = channel->chosen<ChannelId>(),
                              .mark = chosenOf<Mark>(mark),
                              .limit = {.amount = amount->value(), .unit = *chosenOf<LimitUnit>(unit)},
                              .start = *chosenOf<LimitStart>(start),
                              .suspensionDays = suspension->value()};
            const QString fault = Text::tr("This is not a day. Write it as 2020-02-09.");
            if (!takeDay(from, next.validFrom))
                return Refusal{fault, u"from"_s};
            if (!takeDay(to, next.validTo))
                return Refusal{fault, u"to"_s};
            return Act([next](CaseBook &book) { return book.saveDeadlineRule(next); });
        },
        done);
}

void editHandlingRules(const PageContext &context, const HandlingRules &rules, QWidget *parent,
                       const std::function<void()> &done)
{
    auto *dialog = new EntryDialog(u"setup.handling"_s, Text::tr("Rules of handling"), parent);
    dialog->setMinimumWidth(560);
    auto *extensions = number(0, 9, rules.extensions);
    auto *days = number(1, 99, rules.extensionDays);
    auto *followUp = new QCheckBox(Text::tr("Every ticket that was dispatched is &followed up"));
    auto *tries = number(1, 9, rules.followUpTries);
    auto *satisfied = new QCheckBox(Text::tr("A &dissatisfied citizen: redo or explanation first"));
    const auto megabytes = [](int most, int value) -> QSpinBox * {
        QSpinBox *spin = number(1, most, value);
        spin->setSuffix(u" MB"_s);
        return spin;
    };
    auto *attachment = megabytes(HandlingRules::mostAttachmentMegabytes, rules.attachmentMegabytes);
    auto *together = megabytes(HandlingRules::mostTicketMegabytes, rules.ticketMegabytes);
    followUp->setChecked(rules.followUp);
    satisfied->setChecked(rules.followUpNeedsSatisfied);
    dialog->addField(u"extensions"_s, Text::tr("&Extensions, at most"), extensions);
    dialog->addField(u"extension_days"_s, Text::tr("&Working days of each"), days);
    dialog->addField(u"follow_up_tries"_s, Text::tr("&Tries of a follow-up"), tries);
    dialog->addField(u"follow_up"_s, {}, followUp);
    dialog->addField(u"follow_up_needs_satisfied"_s, {}, satisfied);
    dialog->addField(u"attachment_megabytes"_s, Text::tr("One &attachment, at most"), attachment);
    dialog->addField(u"ticket_megabytes"_s, Text::tr("A&ll of a ticket together"), together);
    dialog->addRemark(Text::tr(
        "With 0 extensions none is granted. When as many tries have reached nobody, the ticket can be closed."));
    run(
        context, dialog,
        [=]() -> Outcome<Act> {
            const HandlingRules next{.extensions = extensions->value(),
                                     .extensionDays = days->value(),
                                     .followUp = followUp->isChecked(),
                                     .followUpTries = tries->value(),
                                     .followUpNeedsSatisfied = satisfied->isChecked(),
                                     .attachmentMegabytes = attachment->value(),
                                     .ticketMegabytes = together->value()};
            return Act([next](CaseBook &book) { return book.changeHandlingRules(next); });
        },
        done);
}

QString limitText(const Limit &limit)
{
    switch (limit.unit) {
    case LimitUnit::Hours:
        return Text::tr("%n hour(s)", nullptr, limit.amount);
    case LimitUnit::CalendarDays:
        return Text::tr("%n calendar day(s)", nullptr, limit.amount);
    case LimitUnit::WorkingDays:
        break;
    }
    return Text::tr("%n working day(s)", nullptr, limit.amount);
}

QString dayKindText(const SpecialDay &day)
{
    return day.working ? Text::tr("works", "the office on a day") : Text::tr("is closed", "the office on a day");
}

} // namespace huiyin
