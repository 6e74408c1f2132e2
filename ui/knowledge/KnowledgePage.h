// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/KnowledgeSearch.h"
#include "exchange/KnowledgeTable.h"
#include "knowledge/ArticleView.h"
#include "shell/Page.h"

#include <QPointer>
#include <QTimer>

#include <map>

class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace huiyin {

class ActionButton;
class ArticleDialog;
class ArticleModel;
class CodePicker;
class EmptyState;
class FileSaver;
class HitDelegate;
class NoticeBar;
class Panel;
class SegmentedButtons;

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
    void leave(const std::function<void(bool)> &answer) override;
    bool keep() override;
    [[nodiscard]] bool wouldLose() const override { return !m_kept.empty(); }
    [[nodiscard]] QList<QAction *> menuActions() const override;

    // Looks at a table, tells what it would do, and does it when asked to.
    void importFrom(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildActions();
    void buildTopBar();
    [[nodiscard]] QWidget *buildList();
    [[nodiscard]] QWidget *buildArticle();
    void fillChoices();
    [[nodiscard]] ArticleFilter filter() const;
    void look(); // for the articles of the filter
    void showFound(const FoundArticles &found);
    void showNothing(const FoundArticles &found);
    void showChosen();
    void showState();
    void clearFilter();
    void write(const KnowledgeArticle &stored);
    void keepForLater(const KnowledgeArticle &typed);
    void letGo(const std::optional<ArticleId> &article);
    void showKept();
    void goOnWriting();
    void toggleRetired();
    void copyAnswer();
    void chooseImport();
    void askImport(const KnowledgeReading &reading);
    void store(const QList<KnowledgeArticle> &articles);
    void exportAll();

    QWidget *m_topBar;
    QLineEdit *m_search;
    CodePicker *m_category;
    CodePicker *m_department;
    SegmentedButtons *m_state;
    QStackedWidget *m_lists;
    QTreeView *m_table;
    EmptyState *m_empty;
    ArticleModel *m_model;
    HitDelegate *m_hits;
    Panel *m_listPanel = nullptr;
    QStackedWidget *m_articles;
    ArticleView *m_view;
    NoticeBar *m_notice;
    NoticeBar *m_keptBar;
    FileSaver *m_saver;
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
    QTimer m_pause;
    PendingRead m_looking;
    PendingRead m_reading;
    std::optional<ArticleId> m_wanted; // to be chosen when the list is there
    std::optional<WholeArticle> m_shown;
    QPointer<ArticleDialog> m_dialog;
    std::map<std::optional<ArticleId>, KnowledgeArticle> m_kept; // written and not saved; of no id: the new one
    bool m_anyCondition = false;
};

} // namespace huiyin
