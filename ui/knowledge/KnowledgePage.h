// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/ArticleView.h"
#include "shell/Page.h"

#include <QPointer>

#include <map>

class QPushButton;
class QStackedWidget;

namespace huiyin {

class ActionButton;
class ArticleDialog;
class ArticleList;
class ArticleTables;
class NoticeBar;

// 知识库: the questions that citizens ask again and again with the answers that stand: searched, read, written, retired,
// taken in from a table and given out as one.
class KnowledgePage : public Page
{
    Q_OBJECT

public:
    explicit KnowledgePage(const PageContext &context, QWidget *parent = nullptr);
    ~KnowledgePage() override;

    QWidget *topBarWidget() override;
    void activated() override;
    bool keep() override;
    [[nodiscard]] QList<QAction *> menuActions() const override;

    // Looks at a table, tells what it would do, and does it when asked to.
    void importFrom(const QString &path);

private:
    void buildActions();
    void buildTopBar();
    [[nodiscard]] QWidget *buildArticle();
    void showChosen();
    void showState();
    void write(const KnowledgeArticle &stored);
    void keepForLater(const KnowledgeArticle &typed);
    void letGo(const std::optional<ArticleId> &article);
    void showKept();
    void readKept();
    void goOnWriting();
    void toggleRetired();
    void copyAnswer();

    QWidget *m_topBar;
    QStackedWidget *m_articles;
    ArticleView *m_view;
    NoticeBar *m_notice;
    NoticeBar *m_keptBar;
    ArticleList *m_list;
    ArticleTables *m_tables;
    ActionButton *m_copyButton = nullptr;
    ActionButton *m_editButton = nullptr;
    QPushButton *m_retireButton = nullptr;
    QAction *m_new = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_retire = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_import = nullptr;
    QAction *m_export = nullptr;
    QList<QAction *> m_actions;
    PendingRead m_reading;
    std::optional<WholeArticle> m_shown;
    QPointer<ArticleDialog> m_dialog;
    std::map<std::optional<ArticleId>, KnowledgeArticle>
        m_kept; // written and not saved, in the file too; of no id: the new one
};

} // namespace huiyin
