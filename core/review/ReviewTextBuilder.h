// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/ReviewText.h"

#include <QList>
#include <QString>
#include <QStringView>

namespace huiyin {

// Paragraphs, tables, rows and cells of a page as they come, made lines and tables. A table that only lays out the page
// (another table in it, or cells of many paragraphs, as in old web pages and red heads) is none: its paragraphs are lines.
class ReviewTextBuilder
{
public:
    void add(QStringView text) { m_text += text; }
    void endParagraph();
    void endLine(); // within a cell it parts words, but not Chinese ones: 按时 above 办结率

    void startTable();
    void endTable();
    void endCaption(); // above its table, and no part of the first heading
    void startRow();   // HTML may leave out the ends of cells and rows
    void startCell();
    void endCell();
    void endRow();

    ReviewText finish();

private:
    struct OpenTable
    {
        ReviewTable table{};
        ReviewRow row{};
        QString line{}; // of the row
        bool isLayout = false;
        bool isCellOpen = false;
    };

    void flush();
    void layOut(OpenTable &table);

    ReviewText m_result;
    QList<OpenTable> m_open;
    QString m_text;
};

} // namespace huiyin
