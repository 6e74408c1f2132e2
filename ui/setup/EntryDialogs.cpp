// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/EntryDialogs.h"

#include "controls/CodePicker.h"
#include "controls/EntryDialog.h"
#include "controls/Panel.h"
#include "domain/Text.h"
#include "handling/CommandDialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

Outcome<Changes> saveEntry(CaseBook &book, const Channel &entry)
{
    return book.saveChannel(entry);
}

Outcome<Changes> saveEntry(CaseBook &book, const RequestType &entry)
{
    return book.saveRequestType(entry);
}

Outcome<Changes> saveEntry(CaseBook &book, const Category &entry)
{
    return book.saveCategory(entry);
}

Outcome<Changes> saveEntry(CaseBook &book, const Topic &entry)
{
    return book.saveTopic(entry);
}

Outcome<Changes> saveEntry(CaseBook &book, const Area &entry)
{
    return book.saveArea(entry);
}

Outcome<Changes> saveEntry(CaseBook &book, const Department &entry)
{
    return book.saveDepartment(entry);
}

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::EntryDialog)
};

// Opens the dialog; `gather` fills the entry from its fields or says what can't be read.
template <class T>
void run(const PageContext &context, EntryDialog *dialog, const T &entry,
         std::function<std::optional<Refusal>(T &)> gather)
{
    CaseSession &session = context.session;
    QObject::connect(dialog, &EntryDialog::submitted, dialog, [dialog, &session, entry, gather = std::move(gather)] {
        T next = entry;
        if (const auto refusal = gather(next)) {
            dialog->showRefusal(*refusal);
            return;
        }
        giveFrom(dialog, session, [next](CaseBook &book) { return saveEntry(book, next); });
    });
    dialog->open();
}

QString title(bool isNew, const QString &forNew, const QString &forOld)
{
    return isNew ? forNew : forOld;
}

QLineEdit *lineEdit(const QString &text)
{
    return new QLineEdit(text);
}

// The entries that may stand above one: all but itself and what lies below it.
template <class T, class IdType>
CodePicker *parentPicker(const QList<T> &list, const std::optional<IdType> &self, const std::optional<IdType> &parent)
{
    QSet<qint64> below;
    if (self) {
        below.insert(self->value());
        for (bool grown = true; grown;) {
            grown = false;
            for (const T &entry : list) {
                if (entry.parent && below.contains(entry.parent->value()) && !below.contains(entry.id->value())) {
                    below.insert(entry.id->value());
                    grown = true;
                }
            }
        }
    }
    QList<CodeChoice> choices = choicesOf(list);
    choices.removeIf([&below](const CodeChoice &choice) { return below.contains(choice.id); });
    auto *picker = new CodePicker;
    picker->setPlaceholderText(Text::tr("at the top"));
    picker->setChoices(choices);
    picker->choose(parent, pathOf(list, parent));
    return picker;
}

// nullopt in the optional: empty; nullopt outside: not a date.
std::optional<std::optional<QDate>> dateOf(const QLineEdit *edit)
{
    const QString text = halfWidth(edit->text()).trimmed();
    if (text.isEmpty())
        return std::optional<QDate>();
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (!date.isValid())
        return std::nullopt;
    return std::optional(date);
}

} // namespace

void editEntry(const PageContext &context, const Channel &entry, QWidget *parent)
{
    auto *dialog =
        new EntryDialog(u"setup.channel"_s, title(!entry.id, Text::tr("New channel"), Text::tr("Channel")), parent);
    auto *name = lineEdit(entry.name);
    auto *above = parentPicker(context.session.codeTables().channels, entry.id, entry.parent);
    auto *unit = lineEdit(entry.unitWord);
    auto *phone = new QCheckBox(Text::tr("Its matters come by &telephone"));
    auto *total = new QCheckBox(Text::tr("Its tickets &count into the office's total"));
    phone->setChecked(entry.isPhone);
    total->setChecked(entry.inTotal);
    dialog->addField(u"name"_s, Text::tr("&Name"), name);
    dialog->addField(u"parent"_s, Text::tr("&Below"), above);
    dialog->addField(u"unit_word"_s, Text::tr("&Unit word"), unit);
    dialog->addField(u"is_phone"_s, {}, phone);
    dialog->addField(u"in_total"_s, {}, total);
    run<Channel>(context, dialog, entry, [name, above, unit, phone, total](Channel &next) -> std::optional<Refusal> {
        next.name = name->text();
        next.parent = above->chosen<ChannelId>();
        next.unitWord = unit->text();
        next.isPhone = phone->isChecked();
        next.inTotal = total->isChecked();
        return std::nullopt;
    });
}

void editEntry(const PageContext &context, const RequestType &entry, QWidget *parent)
{
    auto *dialog = new EntryDialog(u"setup.requestType"_s,
                                   title(!entry.id, Text::tr("New request type"), Text::tr("Request type")), parent);
    auto *name = lineEdit(entry.name);
    dialog->addField(u"name"_s, Text::tr("&Name"), name);
    run<RequestType>(context, dialog, entry, [name](RequestType &next) -> std::optional<Refusal> {
        next.name = name->text();
        return std::nullopt;
    });
}

void editEntry(const PageContext &context, const Category &entry, QWidget *parent)
{
    auto *dialog =
        new EntryDialog(u"setup.category"_s, title(!entry.id, Text::tr("New category"), Text::tr("Category")), parent);
    auto *name = lineEdit(entry.name);
    auto *above = parentPicker(context.session.codeTables().categories, entry.id, entry.parent);
    auto *code = lineEdit(entry.code);
    dialog->addField(u"name"_s, Text::tr("&Name"), name);
    dialog->addField(u"parent"_s, Text::tr("&Below"), above);
    dialog->addField(u"code"_s, Text::tr("C&ode"), code);
    run<Category>(context, dialog, entry, [name, above, code](Category &next) -> std::optional<Refusal> {
        next.name = name->text();
        next.parent = above->chosen<CategoryId>();
        next.code = halfWidth(code->text());
        return std::nullopt;
    });
}

void editEntry(const PageContext &context, const Topic &entry, QWidget *parent)
{
    auto *dialog =
        new EntryDialog(u"setup.topic"_s, title(!entry.id, Text::tr("New topic"), Text::tr("Topic")), parent);
    auto *name = lineEdit(entry.name);
    auto *from = lineEdit(entry.from ? entry.from->toString(Qt::ISODate) : QString());
    auto *to = lineEdit(entry.to ? entry.to->toString(Qt::ISODate) : QString());
    from->setPlaceholderText(Text::tr("YYYY-MM-DD"));
    to->setPlaceholderText(Text::tr("YYYY-MM-DD"));
    dialog->addField(u"name"_s, Text::tr("&Name"), name);
    dialog->addField(u"from"_s, Text::tr("&From"), from);
    dialog->addField(u"to"_s, Text::tr("T&o"), to);
    dialog->addRemark(Text::tr("The days limit what intake offers; figures count every ticket of the topic."));
    run<Topic>(context, dialog, entry, [name, from, to](Topic &next) -> std::optional<Refusal> {
        next.name = name->text();
        const auto first = dateOf(from);
        const auto last = dateOf(to);
        const QString fault = Text::tr("This is not a day. Write it as 2020-02-09.");
        if (!first)
            return Refusal{fault, u"from"_s};
        if (!last)
            return Refusal{fault, u"to"_s};
        next.from = *first;
        next.to = *last;
        return std::nullopt;
    });
}

void editEntry(const PageContext &context, const Area &entry, QWidget *parent)
{
    auto *dialog = new EntryDialog(u"setup.area"_s, title(!entry.id, Text::tr("New area"), Text::tr("Area")), parent);
    auto *name = lineEdit(entry.name);
    auto *above = parentPicker(context.session.codeTables().areas, entry.id, entry.parent);
    dialog->addField(u"name"_s, Text::tr("&Name"), name);
    dialog->addField(u"parent"_s, Text::tr("&Below"), above);
    run<Area>(context, dialog, entry, [name, above](Area &next) -> std::optional<Refusal> {
        next.name = name->text();
        next.parent = above->chosen<AreaId>();
        return std::nullopt;
    });
}

void editEntry(const PageContext &context, const Department &entry, QWidget *parent)
{
    auto *dialog = new EntryDialog(u"setup.department"_s,
                                   title(!entry.id, Text::tr("New department"), Text::tr("Department")), parent);
    const QList<Department> &list = context.session.codeTables().departments;
    auto *name = lineEdit(entry.name);
    auto *shortName = lineEdit(entry.shortName);
    auto *group = new QComboBox;
    group->setEditable(true);
    for (const Department &department : list) {
        if (!department.group.isEmpty() && group->findText(department.group) < 0)
            group->addItem(department.group);
    }
    group->setCurrentText(entry.group);
    auto *above = parentPicker(list, entry.id, entry.parent);
    auto *aliases = lineEdit(entry.aliases.join(u"; "_s));
    aliases->setPlaceholderText(Text::tr("other names it is written by, parted by ;"));
    auto *phone = lineEdit(entry.phone);
    dialog->addField(u"name"_s, Text::tr("&Name"), name);
    dialog->addField(u"short_name"_s, Text::tr("&Short name"), shortName);
    dialog->addField(u"group"_s, Text::tr("&Group"), group);
    dialog->addField(u"parent"_s, Text::tr("&Below"), above);
    dialog->addField(u"aliases"_s, Text::tr("&Aliases"), aliases);
    dialog->addField(u"phone"_s, Text::tr("&Phone"), phone);
    run<Department>(context, dialog, entry,
                    [name, shortName, group, above, aliases, phone](Department &next) -> std::optional<Refusal> {
                        next.name = name->text();
                        next.shortName = forceClean(shortName->text()).simplified();
                        next.group = forceClean(group->currentText()).simplified();
                        next.parent = above->chosen<DepartmentId>();
                        next.aliases.clear();
                        const QStringList parts = forceClean(aliases->text()).replace(u'；', u';').split(u';');
                        for (const QString &part : parts) {
                            if (const QString alias = part.simplified(); !alias.isEmpty())
                                next.aliases.append(alias);
                        }
                        next.phone = halfWidth(phone->text());
                        return std::nullopt;
                    });
}

} // namespace huiyin
