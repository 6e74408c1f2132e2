// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Page.h"

class QTimer;

namespace huiyin {

class BusyMark;
class FigureOpener;
class FileSaver;
class NoticeBar;
class QuestionBar;

// A page that shows what a question counts: the question in the top bar, figures that open their tickets, actions that
// save them. The answer is asked for again when the question or the file changes, and when the page comes to the front.
class FigurePage : public Page
{
    Q_OBJECT

public:
    QWidget *topBarWidget() override { return m_topBar; }
    void activated() override;
    [[nodiscard]] QList<QAction *> menuActions() const override { return m_actions; }
    [[nodiscard]] QuestionBar *questionBar() const { return m_question; }

Q_SIGNALS:
    void exported(const QString &path);

protected:
    // `name` is the first part of the widgets' object names; `rest` in ms: a burst of changes asks once.
    FigurePage(const PageContext &context, const QString &name, int rest, QWidget *parent);

    // Asks for what the question counts now.
    virtual void reload() = 0;
    virtual void questionChanged() { reload(); }
    [[nodiscard]] virtual QString failure() const = 0; // "The figures could not be counted."

    // At the end of the page's constructor.
    void lookUpPeriod();
    void reloadSoon();
    // fn(CaseFile &) -> T in another thread, done(T) here unless a newer question has made it void.
    template <class Fn, class Done>
    void ask(Fn fn, Done done);
    [[nodiscard]] int token() const { return m_token; } // of the newest question

    // For the menu and its key; not enabled until setActionsEnabled().
    QAction *addPageAction(const QString &name, const QString &icon, const QString &text, const QKeySequence &key);
    void setActionsEnabled();

    [[nodiscard]] QWidget *topBar() const { return m_topBar; }
    [[nodiscard]] NoticeBar *notice() const { return m_notice; }
    [[nodiscard]] FigureOpener *opener() const { return m_opener; }
    [[nodiscard]] FileSaver *saver() const { return m_saver; }

private:
    int beginAsking();
    bool endAsking(int token); // false: there is a newer question
    void askingFailed(int token);

    QString m_name;
    QWidget *m_topBar;
    QuestionBar *m_question;
    NoticeBar *m_notice;
    BusyMark *m_busy;
    FigureOpener *m_opener;
    FileSaver *m_saver;
    QTimer *m_rest;
    QList<QAction *> m_actions;
    PendingRead m_pending;
    int m_token = 0;
    bool m_stale = true;
};

template <class Fn, class Done>
void FigurePage::ask(Fn fn, Done done)
{
    const int asked = beginAsking();
    m_pending = session().read(
        this, std::move(fn),
        [this, asked, done = std::move(done)](const auto &answer) mutable {
            if (endAsking(asked))
                done(answer);
        },
        [this, asked] { askingFailed(asked); });
}

} // namespace huiyin
