// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/CodeTables.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace huiyin {

// One entry of a code table as a picker offers it.
struct CodeChoice
{
    qint64 id = 0;
    QString text{};         // its name; of a tree its path: 水、电、气 / 停水
    QString code{};         // the office's own code, when it has one
    QStringList names{};    // other names that find it: aliases, short name
    QString group{};        // a remark after the name
    int number = 0;         // its place in the list, from 1: can be typed
    QStringList readings{}; // pinyin initials: gs for 供水
};

// The entries that can still be chosen, in the office's order; numbers run over the whole table, retired ones too, so
// that a number keeps its meaning.
QList<CodeChoice> choicesOf(const QList<Channel> &list);
QList<CodeChoice> choicesOf(const QList<RequestType> &list);
QList<CodeChoice> choicesOf(const QList<Category> &list);
QList<CodeChoice> choicesOf(const QList<Area> &list);
QList<CodeChoice> choicesOf(const QList<Department> &list);
// Those that are valid on the day; an invalid date: all.
QList<CodeChoice> choicesOf(const QList<Topic> &list, QDate day);

// The choices that a typed text finds, the best first: exact number or code, name from its start, other name, anywhere
// in the name. An empty text finds all.
QList<CodeChoice> matching(const QList<CodeChoice> &choices, const QString &typed);

} // namespace huiyin
