// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/ArticlePanel.h"

#include "controls/TwoLineList.h"
#include "knowledge/ArticleView.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qsizetype rowsInSight = 3;
constexpr qsizetype wordsTold = 4;

} // namespace

ArticlePanel::ArticlePanel(CaseSession &session, QWidget *parent)
    : Panel(tr("Answers in the knowledge base"), parent)
    , m_session(session)
    , m_list(new TwoLineList(this))
{
    setObjectName(u"intake.articles"_s);
    setIcon(u"book-open"_s);
    setTrailingText(tr("F3 reads · F4 takes"));
    m_list->setObjectName(u"intake.articleList"_s);
    m_list->setAccessibleName(tr("Articles that may answer it"));
    m_list->setFrameShape(QFrame::NoFrame);
    body()->addWidget(m_list);
    m_pause.setSingleShot(true);
    m_pause.setInterval(350);
    connect(&m_pause, &QTimer::timeout, this, &ArticlePanel::look);
    connect(m_list, &TwoLineList::entryRequested, this,
            [this](qint64 key) { Q_EMIT articleRequested(ArticleId(key)); });
    connect(&m_session, &CaseSession::changed, this, [this](const Changes &changes) {
        if (saysAnything() && (changes.knowledge || changes.everything || changes.codeTables))
            m_pause.start();
    });
    hide();
}

bool ArticlePanel::saysAnything() const
{
    constexpr qsizetype shortest = 2;
    return m_question.title.size() >= shortest || m_question.content.size() >= shortest;
}

void ArticlePanel::showQuestion(const QuestionAtHand &question)
{
    if (question == m_question)
        return;
    m_question = question;
    m_pending.cancel();
    m_isCurrent = false;
    if (saysAnything()) {
        m_pause.start();
    } else {
        m_pause.stop();
        fill({});
    }
}

void ArticlePanel::look()
{
    m_pending.cancel();
    m_pending = m_session.read(
        this,
        [question = m_question, tables = m_session.codeTables(), today = m_session.today()](CaseFile &file) {
            return suggestedArticles(file, question, tables, today);
        },
        [this, question = m_question](const QList<SuggestedArticle> &articles) {
            if (question == m_question)
                fill(articles);
        });
}

void ArticlePanel::fill(const QList<SuggestedArticle> &articles)
{
    m_isCurrent = true;
    const QDate today = m_session.today();
    TwoLineGroup group;
    m_articles.clear();
    for (const SuggestedArticle &one : articles) {
        const FoundArticle &article = one.article;
        QStringList remark;
        if (article.state != ArticleState::Valid) // first, so that it is never cut off
            remark.append(articleLight(article.state, article.validTo, today).text);
        if (article.category)
            remark.append(nameOf(m_session.codeTables().categories, article.category));
        if (!one.commonWords.isEmpty())
            remark.append(one.commonWords.mid(0, wordsTold).join(u"、"_s));
        group.entries.append({.key = article.id.value(), .title = article.question, .remark = remark.join(u" · "_s)});
        m_articles.append(article.id);
    }
    m_list->setGroups({group});
    if (!articles.isEmpty()) {
        m_list->setCurrentRow(0);
        const auto rows = static_cast<int>(std::min(articles.size(), rowsInSight));
        m_list->setFixedHeight(m_list->sizeHintForRow(0) * rows + 4);
    }
    setVisible(!articles.isEmpty());
    Q_EMIT found();
}

std::optional<ArticleId> ArticlePanel::chosen() const
{
    if (!m_isCurrent || m_articles.isEmpty())
        return std::nullopt;
    return m_articles.value(std::max(0, m_list->currentRow()), m_articles.first());
}

std::optional<ArticleId> ArticlePanel::after(ArticleId article) const
{
    if (m_articles.isEmpty())
        return std::nullopt;
    return m_articles[(m_articles.indexOf(article) + 1) % m_articles.size()];
}

void ArticlePanel::mark(ArticleId article)
{
    m_list->setCurrentRow(static_cast<int>(m_articles.indexOf(article)));
}

} // namespace huiyin
