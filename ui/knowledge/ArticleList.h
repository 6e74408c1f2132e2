// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/KnowledgeSearch.h"
#include "controls/Panel.h"
#include "shell/CaseSession.h"

#include <QTimer>

#include <optional>

class QLineEdit;
class QStackedWidget;
class QTreeView;

namespace huiyin {

class ArticleModel;
class CodePicker;
class EmptyState;
class HitDelegate;
class NoticeBar;
class SegmentedButtons;

// The articles that fit words, category, department and state; reads again when articles have changed.
class ArticleList : public Panel
{
    Q_OBJECT

public:
    // `above` stands on top of it.
    ArticleList(CaseSession &session, NoticeBar *above, QWidget *parent = nullptr);

    void look();                    // for the articles of the filter
    void choose(ArticleId article); // as soon as it is in the list
    [[nodiscard]] std::optional<ArticleId> chosen() const;
    [[nodiscard]] SearchQuery query() const;
    void focusSearch(bool selectAll);

Q_SIGNALS:
    void chosenChanged(); // also when the chosen one has been read again
    void opened();        // Enter on the chosen one
    void newRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fillChoices();
    [[nodiscard]] ArticleFilter filter() const;
    void showFound(const FoundArticles &found);
    void showNothing(const FoundArticles &found);
    void clearFilter();

    CaseSession &m_session;
    QLineEdit *m_search;
    CodePicker *m_category;
    CodePicker *m_department;
    SegmentedButtons *m_state;
    QStackedWidget *m_lists;
    QTreeView *m_table;
    EmptyState *m_empty;
    ArticleModel *m_model;
    HitDelegate *m_hits;
    QTimer m_pause;
    PendingRead m_looking;
    std::optional<ArticleId> m_wanted; // to be chosen when the list is there
    bool m_anyCondition = false;
};

} // namespace huiyin
