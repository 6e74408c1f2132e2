// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/KnowledgeArticle.h"
#include "domain/Progress.h"
#include "exchange/Import.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace huiyin {

class CaseBook;
class CaseFile;

// What a table of articles would do to the knowledge base. An article is known by its question.
struct KnowledgeReading
{
    QList<ImportIssue> errors{}; // any: nothing of it can be taken
    QStringList notices{};
    QList<KnowledgeArticle> added{};
    QList<KnowledgeArticle> changed{}; // with the id and the version that they change
    qsizetype same = 0;
    qsizetype retired = 0; // of the changed and the same: a table doesn't bring a retired article back

    [[nodiscard]] QList<KnowledgeArticle> all() const { return added + changed; } // for CaseBook::saveArticles
};

// Reads a CSV file or a workbook with the columns question 问题, answer 答案, category 诉求类别, department 承办单位, keywords 关键词,
// ground 依据, valid_to 有效期至. A column that the file doesn't have stays as it is in articles that are there; an empty
// cell empties it. Changes nothing. Throws StorageError of Kind::Cancelled when `progress` says so.
KnowledgeReading readKnowledge(CaseBook &book, const QString &path, Progress &progress);

struct KnowledgeExport
{
    bool overwrite = false; // a file that stands there is replaced
    bool inChinese = false; // headings, and the name of a workbook's sheet
    QString by{};           // of a workbook: who exports, and when, for its first sheet
    QDateTime at{};
};

// Writes all articles that are not retired, as readKnowledge takes them: a workbook when the path ends in .xlsx, else CSV.
// The file stands there whole or not at all, also when there is no article. Returns how many there are. Throws
// StorageError and FileError.
qsizetype writeKnowledge(CaseFile &file, const QString &path, const KnowledgeExport &options);

} // namespace huiyin
