// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/KnowledgeArticle.h"
#include "domain/SearchQuery.h"
#include "storage/ArticleUse.h"
#include "tickets/TicketText.h"

#include <QWidget>

#include <optional>

class QGridLayout;
class QLabel;
class QScrollArea;

namespace huiyin {

class CaseFile;
class CaseSession;
class Tag;

// What an article's last day means today, as a word with its light.
Light articleLight(ArticleState state, const std::optional<QDate> &validTo, QDate today);

// An article with the numbers of its use, as it is read from the file.
struct WholeArticle
{
    KnowledgeArticle article{};
    ArticleUse use{};

    static std::optional<WholeArticle> read(CaseFile &file, ArticleId id); // nullopt: there is no such article
};

// One article to be read: the question as heading, the answer with room, and below what it rests on.
class ArticleView : public QWidget
{
    Q_OBJECT

public:
    // `name`: what its parts are called after: name.question, name.answer …
    ArticleView(const CaseSession &session, const QString &name, QWidget *parent = nullptr);

    void showArticle(const WholeArticle &whole, const SearchQuery &query = {});
    void focusText();

private:
    void addFact(const QString &label, const QString &text);

    const CaseSession &m_session;
    QScrollArea *m_scroll;
    QLabel *m_question;
    Tag *m_state;
    QLabel *m_place;
    QLabel *m_answer;
    QWidget *m_factsBox;
    QGridLayout *m_facts;
};

} // namespace huiyin
