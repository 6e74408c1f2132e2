// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/SavedView.h"
#include "shell/CaseSession.h"

#include <QList>
#include <QPushButton>

#include <functional>
#include <optional>

class QMenu;

namespace huiyin {

class NoticeBar;

// What a list does for its views; definitions are those of casework/ListViews.
struct ViewHost
{
    std::function<QByteArray()> now{};                                // as the list stands
    std::function<std::optional<Refusal>(const QByteArray &)> show{}; // makes the list stand so, or says why not
    std::function<void()> leave{};                                    // all of the list again, as the user has it
    std::function<bool(const QByteArray &)> stands{};                 // whether the list still asks for just that
    std::function<QStringList(const QByteArray &)> retired{};         // entries that the office has retired since
};

// 视图: the views of a list behind a button, which names the one that is shown and tells when the list asks for
// something else by now. What others save, rename and delete shows at once.
class ViewButton : public QPushButton
{
    Q_OBJECT

public:
    // `name`: of the list's page; the parts are called name.views, name.views.save … `notice` tells what there is to
    // tell, and outlives the button.
    ViewButton(CaseSession &session, ViewList list, const QString &name, ViewHost host, NoticeBar *notice,
               QWidget *parent = nullptr);

    [[nodiscard]] const std::optional<SavedView> &shown() const { return m_shown; }
    [[nodiscard]] const QList<SavedView> &views() const { return m_views; } // that the user sees, by name
    void forget();    // the list was opened with something else: no view is shown any more
    void showState(); // the list has changed

public Q_SLOTS:
    void openMenu();

private:
    void reload();
    void take(const QList<SavedView> &views);
    void choose(const SavedView &view);
    void leave();
    void fill(QMenu *menu);
    void addViews(QMenu *menu, const QString &heading, bool office);
    void addCommands(QMenu *menu);
    void askName(const SavedView &view, const QString &title);
    void saveChanges();
    void askDeletion();
    [[nodiscard]] bool mayChange(const SavedView &view) const;

    CaseSession &m_session;
    ViewList m_list;
    QString m_name;
    ViewHost m_host;
    NoticeBar *m_notice;
    QList<SavedView> m_views;
    std::optional<SavedView> m_shown;
    PendingRead m_reading;
};

} // namespace huiyin
