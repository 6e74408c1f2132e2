// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/KnowledgeTable.h"
#include "shell/Page.h"

namespace huiyin {

class NoticeBar;

// Articles that come in from a table, and go out into one.
class ArticleTables : public QObject
{
    Q_OBJECT

public:
    ArticleTables(const PageContext &context, NoticeBar *notice, QWidget *page);

    void chooseImport();
    // Looks at a table, tells what it would do, and does it when asked to.
    void importFrom(const QString &path);
    void exportAll();

private:
    void askImport(const KnowledgeReading &reading);
    void store(const QList<KnowledgeArticle> &articles);
    void exportTo(const QString &path, bool overwrite);

    PageContext m_context;
    NoticeBar *m_notice;
    QWidget *m_page;
};

} // namespace huiyin
