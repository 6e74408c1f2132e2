// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/TakenAnswers.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// Whether anything of a text that was put there still stands: a few words of it, one after another.
bool hasPieceOf(const QString &text, const QString &taken)
{
    constexpr qsizetype fewWords = 8; // characters
    static const QRegularExpression space(u"\\s+"_s);
    const QString there = QString(text).remove(space);
    const QString what = QString(taken).remove(space);
    const qsizetype length = std::min(fewWords, what.size());
    if (length == 0)
        return false;
    QSet<QStringView> pieces;
    for (qsizetype i = 0; i + length <= there.size(); ++i)
        pieces.insert(QStringView(there).sliced(i, length));
    for (qsizetype i = 0; i + length <= what.size(); ++i) {
        if (pieces.contains(QStringView(what).sliced(i, length)))
            return true;
    }
    return false;
}

} // namespace

QList<ArticleId> TakenAnswers::usedIn(const QString &answer, const QList<ArticleId> &articles) const
{
    QList<ArticleId> used = answer.trimmed().isEmpty() ? QList<ArticleId>() : articles;
    used.removeIf([&](ArticleId article) {
        const auto taken = m_taken.constFind(article);
        return taken != m_taken.cend() && !hasPieceOf(answer, *taken);
    });
    return used;
}

} // namespace huiyin
