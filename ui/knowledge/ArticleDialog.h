// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/EntryDialog.h"
#include "domain/KnowledgeArticle.h"
#include "domain/Ticket.h"
#include "shell/KeptWords.h"

#include <QStringList>

#include <optional>

class QLineEdit;
class QPlainTextEdit;

namespace huiyin {

class CaseSession;
class CodePicker;

// Writes an article, a new one or a change. Left with something unsaved, it asks; what is kept comes back with kept().
class ArticleDialog : public EntryDialog
{
    Q_OBJECT

public:
    // `stored`: as it is in the file, or empty for a new one; `typed`: what the fields begin with.
    ArticleDialog(CaseSession &session, const KnowledgeArticle &stored, const KnowledgeArticle &typed, QWidget *parent);

    // Of a citizen, whose data must not come into the knowledge base.
    void setCitizen(const Ticket &ticket);
    // What is not saved can be kept for later: somebody listens to kept().
    void setKeepable(bool keepable) { m_keepable = keepable; }
    // What is typed is kept in the file until it is saved or thrown away.
    void keepWords(const WordsPlace &place);
    [[nodiscard]] std::optional<KnowledgeArticle> unsaved() const; // what was typed, if it differs from what is stored
    void reject() override;

Q_SIGNALS:
    void saved(huiyin::ArticleId article);
    void kept(const huiyin::KnowledgeArticle &typed); // not saved, for later
    void dropped();                                   // thrown away

private:
    [[nodiscard]] KnowledgeArticle typed() const;
    [[nodiscard]] std::optional<Refusal> fault() const;
    void save();
    void compare(const KnowledgeArticle &mine);
    void fill(const KnowledgeArticle &article, const QString &validTo);
    void inVain();
    [[nodiscard]] std::optional<WordsPlace> place() const;
    // In the thread of the case book.
    [[nodiscard]] static Outcome<SavedArticles> give(CaseBook &book, const std::optional<WordsPlace> &place,
                                                     const KnowledgeArticle &article);

    CaseSession &m_session;
    KnowledgeArticle m_stored;
    KnowledgeArticle m_start; // what the fields began with
    bool m_keepable = false;
    KeptWords *m_words = nullptr;
    QStringList m_personal; // texts that tell who asked
    QLineEdit *m_question;
    QPlainTextEdit *m_answer;
    CodePicker *m_category;
    CodePicker *m_department;
    QLineEdit *m_keywords;
    QLineEdit *m_ground;
    QLineEdit *m_validTo;
};

// An article as it is kept while it is written, and back: of a change, on the version that it was begun on.
TypedWords wordsOf(const KnowledgeArticle &article, const QString &validTo);
KnowledgeArticle articleIn(const TypedWords &words);

// A new article out of what a citizen asked and was told: their numbers are masked, and the rest is to be looked through.
void makeArticle(CaseSession &session, const Ticket &ticket, const QString &answer, QWidget *parent);

} // namespace huiyin
