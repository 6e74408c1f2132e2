// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/KnowledgeSearch.h"
#include "controls/Panel.h"
#include "shell/CaseSession.h"

#include <QTimer>

#include <optional>

namespace huiyin {

class TwoLineList;

// The articles of the knowledge base that may answer what is being written down. Looks a moment after the last change,
// in the background; hidden while nothing answers it.
class ArticlePanel : public Panel
{
    Q_OBJECT

public:
    explicit ArticlePanel(CaseSession &session, QWidget *parent = nullptr);

    void showQuestion(const QuestionAtHand &question);
    // The marked one, else the first; nullopt: there is none, or the list is still another question's.
    [[nodiscard]] std::optional<ArticleId> chosen() const;
    // The one after it, and after the last the first.
    [[nodiscard]] std::optional<ArticleId> after(ArticleId article) const;
    void mark(ArticleId article);

Q_SIGNALS:
    void articleRequested(huiyin::ArticleId article);
    void found(); // another list, perhaps an empty one

private:
    [[nodiscard]] bool saysAnything() const;
    void look();
    void fill(const QList<SuggestedArticle> &articles);

    CaseSession &m_session;
    QuestionAtHand m_question{};
    bool m_isCurrent = true; // the list is that of m_question
    QList<ArticleId> m_articles;
    QTimer m_pause;
    PendingRead m_pending;
    TwoLineList *m_list;
};

} // namespace huiyin
