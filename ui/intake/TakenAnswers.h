// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"

#include <QHash>
#include <QList>
#include <QString>

namespace huiyin {

// The answers of articles that were put into a form, and which of them its answer still rests on.
class TakenAnswers
{
public:
    void take(ArticleId article, const QString &answer) { m_taken.insert(article, answer); }
    [[nodiscard]] bool isTaken(ArticleId article) const { return m_taken.contains(article); }

    // Of `articles`, those of which something stands in the answer still. Whoever empties the answer, or types over it,
    // has used none. What a draft has used before is not known by its words: it counts while there is any.
    [[nodiscard]] QList<ArticleId> usedIn(const QString &answer, const QList<ArticleId> &articles) const;

private:
    QHash<ArticleId, QString> m_taken; // as they were put into the form
};

} // namespace huiyin
