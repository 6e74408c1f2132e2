// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/TypedFields.h"

#include "controls/CodePicker.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// The form's own fields, not parts of them: the line inside of a list has no name.
template <class Field, class Visit>
void eachField(const QWidget *form, Visit visit)
{
    const QString prefix = form->objectName() + u'.';
    const QList<Field *> fields = form->findChildren<Field *>();
    for (Field *field : fields) {
        const QString name = field->objectName();
        if (field->window() == form->window() && name.startsWith(prefix) && !name.mid(prefix.size()).contains(u'.'))
            visit(name.mid(prefix.size()), field);
    }
}

bool isText(const QLineEdit *line)
{
    return line->echoMode() == QLineEdit::Normal && !line->isReadOnly() && !qobject_cast<const CodePicker *>(line);
}

} // namespace

TypedWords typedIn(const QWidget *form)
{
    TypedWords typed;
    eachField<QPlainTextEdit>(form, [&typed](const QString &name, const QPlainTextEdit *text) {
        typed.words.insert(name, text->toPlainText());
    });
    eachField<QLineEdit>(form, [&typed](const QString &name, const QLineEdit *line) {
        if (isText(line))
            typed.words.insert(name, line->text());
    });
    eachField<QComboBox>(form, [&typed](const QString &name, const QComboBox *box) {
        if (!box->isEditable())
            typed.choices.insert(name, box->currentIndex());
    });
    eachField<CodePicker>(form, [&typed](const QString &name, const CodePicker *picker) {
        if (picker->value())
            typed.choices.insert(name, QJsonObject{{u"id"_s, *picker->value()}, {u"name"_s, picker->valueText()}});
    });
    eachField<QDateTimeEdit>(form, [&typed](const QString &name, const QDateTimeEdit *time) {
        typed.choices.insert(name, QDateTime(time->date(), time->time(), Qt::UTC).toString(Qt::ISODate));
    });
    return typed;
}

void fillFields(QWidget *form, const TypedWords &words)
{
    eachField<QPlainTextEdit>(form, [&words](const QString &name, QPlainTextEdit *text) {
        if (words.words.contains(name))
            text->setPlainText(words.words[name].toString());
    });
    eachField<QLineEdit>(form, [&words](const QString &name, QLineEdit *line) {
        if (isText(line) && words.words.contains(name))
            line->setText(words.words[name].toString());
    });
    eachField<QComboBox>(form, [&words](const QString &name, QComboBox *box) {
        const int index = words.choices[name].toInt(-1);
        if (!box->isEditable() && index >= 0 && index < box->count())
            box->setCurrentIndex(index);
    });
    eachField<CodePicker>(form, [&words](const QString &name, CodePicker *picker) {
        const QJsonObject chosen = words.choices[name].toObject();
        if (chosen.contains(u"id"))
            picker->setValue(chosen[u"id"].toInteger(), chosen[u"name"].toString());
    });
    eachField<QDateTimeEdit>(form, [&words](const QString &name, QDateTimeEdit *time) {
        const QDateTime at = QDateTime::fromString(words.choices[name].toString(), Qt::ISODate);
        if (!at.isValid())
            return;
        time->setDate(at.date());
        time->setTime(at.time());
    });
}

std::optional<TypedWords> typedSince(const TypedWords &start, const QWidget *form)
{
    const auto onlyChanged = [](QJsonObject now, const QJsonObject &then) {
        const QStringList names = now.keys();
        for (const QString &name : names) {
            if (now[name] == then[name])
                now.remove(name);
        }
        return now;
    };
    TypedWords now = typedIn(form);
    now.words = onlyChanged(now.words, start.words);
    now.choices = onlyChanged(now.choices, start.choices);
    return now.words.isEmpty() ? std::nullopt : std::optional(now);
}

bool hasTexts(const QWidget *form)
{
    return !typedIn(form).words.isEmpty();
}

void watchFields(QWidget *form, const std::function<void()> &edited)
{
    eachField<QPlainTextEdit>(form, [&](const QString &, QPlainTextEdit *text) {
        QObject::connect(text, &QPlainTextEdit::textChanged, form, edited);
    });
    eachField<QLineEdit>(form, [&](const QString &, QLineEdit *line) {
        QObject::connect(line, &QLineEdit::textChanged, form, [edited] { edited(); });
    });
    eachField<QComboBox>(form, [&](const QString &, QComboBox *box) {
        QObject::connect(box, &QComboBox::currentIndexChanged, form, [edited] { edited(); });
    });
    eachField<CodePicker>(form, [&](const QString &, CodePicker *picker) {
        QObject::connect(picker, &CodePicker::valueChosen, form, edited);
    });
    eachField<QDateTimeEdit>(form, [&](const QString &, QDateTimeEdit *time) {
        QObject::connect(time, &QDateTimeEdit::dateTimeChanged, form, [edited] { edited(); });
    });
}

} // namespace huiyin
