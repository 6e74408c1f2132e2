// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/Drafting.h"

namespace huiyin {

// 发布: a bulletin is frozen with its text, its figures and what is behind each of them. From then on it never changes; what
// happens to its tickets later is told beside it.

// The figures that are frozen with a document: those that it prints and draws, and the usual ones of the whole office.
QList<FigureKey> frozenFigures(const BulletinDocument &document);

// Freezes the draft as it stands in the file, if nobody has changed it since `version`. Refused when its figures aren't
// those of now, or when its number has been given. One transaction; can be cancelled.
Outcome<SavedBulletin> publishBulletin(CaseBook &book, BulletinId id, qint64 version, const Progress &progress = {});

// What the figures of a bulletin are asked by, whenever.
Question frozenQuestion(const Bulletin &record);

// The tickets that stood behind a figure of a published bulletin; of a figure of calls, those that the calls led to.
QList<TicketId> frozenTickets(CaseFile &file, BulletinId id, FigureKey figure);

// What later changes to its tickets make of a published bulletin. (Restatement.cpp)

struct RestatedFigure
{
    FigureKey figure{};
    qint64 before = 0; // as it was published
    qint64 now = 0;
    QList<qint64> added{}; // ids of tickets, or of calls for a measure of calls, ascending
    QList<qint64> gone{};
};

// A figure of the printed text that would be printed otherwise now.
struct RestatedText
{
    qsizetype block = 0;
    int row = -1; // of a table, with the column; of a chart's bars
    int column = -1;
    QString context{}; // what stands around it: 受理6610件; what its cell or bar tells of
    QString before{};
    QString now{}; // "" where it isn't printed any more
    QString contextNow{};
    FigureKey figure{};
};

struct Restatement
{
    QList<RestatedFigure> figures{}; // in the order of their measures
    QList<RestatedText> texts{};     // in the order of the document
    [[nodiscard]] bool isEmpty() const { return figures.isEmpty() && texts.isEmpty(); }
};

// Of a published bulletin; can be cancelled. A figure whose tickets were exchanged for as many others is one too.
Restatement restatementOf(CaseFile &file, const BulletinDraft &published, const Progress &progress = {});

// The tickets that came to a figure or went from it; of a figure of calls, those that the calls led to.
QList<TicketId> restatedTickets(CaseFile &file, const RestatedFigure &figure);

// 更正说明: the restatement as a document to be printed, with the numbers of the tickets that came and went.
BulletinDocument correctionNote(CaseFile &file, const BulletinDraft &published, const Restatement &restatement,
                                QDate date);

} // namespace huiyin
