// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/CodeChoice.h"

#include "domain/Pinyin.h"
#include "domain/SearchText.h"

#include <QHash>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

template <class T>
CodeChoice choiceOf(const T &entry, int number, const QString &text)
{
    CodeChoice choice{.id = entry.id ? entry.id->value() : 0, .text = text, .number = number};
    choice.readings = pinyinInitials(entry.name);
    return choice;
}

template <class T>
QList<CodeChoice> flatChoices(const QList<T> &list)
{
    QList<CodeChoice> choices;
    int number = 0;
    for (const T &entry : list) {
        ++number;
        if (!entry.retired)
            choices.append(choiceOf(entry, number, entry.name));
    }
    return choices;
}

// Paths by one walk with a map: pathOf() for each of ten thousand categories would be slow.
template <class T>
QList<CodeChoice> treeChoices(const QList<T> &list)
{
    using IdType = typename decltype(T::id)::value_type;
    QHash<IdType, const T *> byId;
    for (const T &entry : list) {
        if (entry.id)
            byId.insert(*entry.id, &entry);
    }
    QList<CodeChoice> choices;
    int number = 0;
    for (const T &entry : list) {
        ++number;
        QStringList names{entry.name};
        bool retired = entry.retired;
        auto up = entry.parent;
        for (qsizetype depth = 0; up && depth < list.size(); ++depth) {
            const T *above = byId.value(*up);
            if (!above)
                break;
            names.prepend(above->name);
            retired = retired || above->retired;
            up = above->parent;
        }
        if (!retired)
            choices.append(choiceOf(entry, number, names.join(u" / ")));
    }
    return choices;
}

} // namespace

QList<CodeChoice> choicesOf(const QList<Channel> &list)
{
    return treeChoices(list);
}

QList<CodeChoice> choicesOf(const QList<RequestType> &list)
{
    return flatChoices(list);
}

QList<CodeChoice> choicesOf(const QList<Category> &list)
{
    QList<CodeChoice> choices = treeChoices(list);
    QHash<qint64, QString> codes;
    for (const Category &category : list) {
        if (category.id && !category.code.isEmpty())
            codes.insert(category.id->value(), category.code);
    }
    for (CodeChoice &choice : choices)
        choice.code = codes.value(choice.id);
    return choices;
}

QList<CodeChoice> choicesOf(const QList<Area> &list)
{
    return treeChoices(list);
}

QList<CodeChoice> choicesOf(const QList<Department> &list)
{
    QList<CodeChoice> choices;
    int number = 0;
    for (const Department &department : list) {
        ++number;
        if (department.retired)
            continue;
        CodeChoice choice = choiceOf(department, number, department.name);
        choice.names = department.aliases;
        if (!department.shortName.isEmpty())
            choice.names.prepend(department.shortName);
        choice.group = department.group;
        choices.append(choice);
    }
    return choices;
}

QList<CodeChoice> choicesOf(const QList<Topic> &list, QDate day)
{
    QList<CodeChoice> choices;
    int number = 0;
    for (const Topic &topic : list) {
        ++number;
        const bool valid = !day.isValid() || ((!topic.from || *topic.from <= day) && (!topic.to || day <= *topic.to));
        if (!topic.retired && valid)
            choices.append(choiceOf(topic, number, topic.name));
    }
    return choices;
}

QList<CodeChoice> matching(const QList<CodeChoice> &choices, const QString &typed)
{
    const QString wanted = foldForSearch(typed);
    if (wanted.isEmpty())
        return choices;
    enum { Exact, Start, OtherName, Inside, None };
    const auto rank = [&wanted](const CodeChoice &choice) -> size_t {
        const QString text = foldForSearch(choice.text);
        const QString last = foldForSearch(choice.text.section(u'/', -1));
        if (wanted == QString::number(choice.number) || (!choice.code.isEmpty() && wanted == foldForSearch(choice.code))
            || wanted == last || wanted == text)
            return Exact;
        if (text.startsWith(wanted) || last.startsWith(wanted)
            || (!choice.code.isEmpty() && foldForSearch(choice.code).startsWith(wanted)))
            return Start;
        for (const QString &name : choice.names) {
            if (foldForSearch(name).contains(wanted))
                return OtherName;
        }
        for (const QString &reading : choice.readings) {
            if (reading.startsWith(wanted))
                return OtherName;
        }
        return text.contains(wanted) ? Inside : None;
    };
    std::array<QList<CodeChoice>, None> found;
    for (const CodeChoice &choice : choices) {
        const size_t place = rank(choice);
        if (place < None)
            found[place].append(choice);
    }
    QList<CodeChoice> all;
    for (const auto &part : found)
        all += part;
    return all;
}

} // namespace huiyin
