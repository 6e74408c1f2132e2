// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/Wording.h"
#include "domain/CodeTables.h"
#include "statistics/Statistics.h"

#include <QList>
#include <QString>

#include <optional>

namespace huiyin {

// A row of the figures, with the words that can be said of it: what lists and tables of a bulletin are made of.
struct BulletinRow
{
    qint64 id = 0; // in its code table; 0: 未分类
    QString name{};
    QString group{};     // of a department
    qsizetype place = 0; // in the office's own order
    bool inTotal = true; // of a channel
    qsizetype grade = 0; // of a department that was graded: its band from 0; too few cases come after all bands
    WordingScope words{};
    QList<BulletinRow> children{};
};

WordingScope channelWords(const ChannelFigures &row);

// Only those that were dispatched to: one that has returned all that it got, or took over a redo alone, was not.
QList<BulletinRow> departmentRows(const Statistics &figures, const CodeTables &tables);
// For the total each channel goes by its own flag: a board that counts elsewhere than the channel above it stands for
// itself.
QList<BulletinRow> channelRows(const Statistics &figures, const CodeTables &tables);
QList<ChannelFigures> partedChannels(const Statistics &figures);
// `parent`: the category that they are below of; "" at the top.
QList<BulletinRow> categoryRows(const QList<CategoryFigures> &rows, const CodeTables &tables,
                                const QString &parent = QString());
// `row`: the topic or the channel whose types they are.
QList<BulletinRow> typeRows(const QList<TypeFigures> &rows, const CodeTables &tables, Measure measure, qint64 row = 0);
QList<BulletinRow> topicRows(const QList<TopicFigures> &rows, const Statistics &figures, const CodeTables &tables);

// Of what all of the rows have together: the share of a unit or of a channel.
void addShares(QList<BulletinRow> &rows);

// What several rows come to: counts and the two sides of rates are added up, a share keeps its base. It has no tickets of
// its own behind it.
WordingScope sumOf(const QList<BulletinRow> &rows);
// Below a table of all departments: a ticket's follow-up and handling go by its lead, and are the whole office's.
WordingScope departmentTotal(const QList<BulletinRow> &rows, const Statistics &figures);

// For each count and rate of `words` the change against `before`: accepted_previous. What is not there was 0 before.
void addChanges(WordingScope &words, const WordingScope &before, const QString &suffix);
void addChanges(QList<BulletinRow> &rows, const QList<BulletinRow> &before, const QString &suffix);

} // namespace huiyin
