// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/IntakeRequest.h"
#include "shell/CaseSession.h"

#include <QPointer>
#include <QStackedWidget>

#include <optional>

class QAction;

namespace huiyin {

class ActionButton;
class ArticlePanel;
class ArticleReader;
class CallerHistory;
class SimilarPanel;
class SuggestionPanel;

// What helps while a matter is written down: articles that answer it, similar tickets, the caller's history,
// suggestions; in their place an article while it is read.
class IntakeHelp : public QStackedWidget
{
    Q_OBJECT

public:
    // `repeat` and `takeArticle` stand on its buttons. In `form` the typing goes on when an article is left.
    IntakeHelp(CaseSession &session, QAction *repeat, QAction *takeArticle, QWidget *form, QWidget *parent = nullptr);

    // `self`: the draft itself, which is no ticket like it.
    void showMatter(const IntakeRequest &request, std::optional<TicketId> self);
    void setSelf(TicketId draft);
    void showPhone(const QString &phone);
    void clear(); // what stands here is of a matter that has left the front

    [[nodiscard]] std::optional<TicketId> similarTicket(qsizetype row) const; // the first, second … of the list
    [[nodiscard]] std::optional<TicketId> ticketOfCaller() const;             // the one that is chosen
    [[nodiscard]] std::optional<CategoryId> suggestedCategory() const;
    [[nodiscard]] std::optional<DepartmentId> suggestedDepartment() const;
    [[nodiscard]] bool hasArticle() const; // one that can be read
    void readArticle();                    // the suggested one; again: the one after it
    void leaveArticle();
    void takeArticle(); // the one that is read, else the one that is marked: articleTaken() will come

    void showRepeat(); // after a change of the action
    void focusHistory();
    void focusSimilar();

Q_SIGNALS:
    void changed(); // what the functions above tell
    void ticketRequested(huiyin::TicketId ticket);
    void categoryTaken(huiyin::CategoryId category);
    void departmentTaken(huiyin::DepartmentId department);
    void articleTaken(const huiyin::KnowledgeArticle &article);

private:
    void read(std::optional<ArticleId> article);

    CaseSession &m_session;
    QAction *m_repeat;
    QWidget *m_form;
    ArticlePanel *m_articles;
    SimilarPanel *m_similar;
    CallerHistory *m_history;
    SuggestionPanel *m_suggestions;
    ActionButton *m_repeatButton;
    ArticleReader *m_reader;
    PendingRead m_reading;
    QPointer<QWidget> m_beforeReading; // what had the focus
};

} // namespace huiyin
