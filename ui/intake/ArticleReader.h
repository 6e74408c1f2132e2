// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/Panel.h"
#include "knowledge/ArticleView.h"

#include <optional>

class QAction;

namespace huiyin {

// An article to be read during a call, in the place of what else helps. Esc goes back.
class ArticleReader : public Panel
{
    Q_OBJECT

public:
    // `take` puts the answer into the ticket.
    ArticleReader(const CaseSession &session, QAction *take, QWidget *parent = nullptr);

    void showArticle(const WholeArticle &whole);
    void clear() { m_article.reset(); }
    [[nodiscard]] const std::optional<KnowledgeArticle> &article() const { return m_article; }

Q_SIGNALS:
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    std::optional<KnowledgeArticle> m_article;
    ArticleView *m_view;
};

} // namespace huiyin
