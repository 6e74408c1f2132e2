// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>
#include <QPointer>
#include <QSize>
#include <QStringList>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QStandardItemModel;
class QTreeView;
class QVBoxLayout;

namespace huiyin {

class NoticeBar;

// A table of which rows are ticked, and a button that does something with those: a sentence above, a notice of what came
// of it, the table, and a row of buttons. The ticks stand in the first column. Deletes itself when it is closed.
class TickDialog : public QDialog
{
    Q_OBJECT

protected:
    struct Frame
    {
        QString name{}; // of the object; its parts are NAME.summary, .notice, .table, .close
        QString title{};
        QSize size{};
        QString table{}; // what it is called to who can't see it
        QStringList headings{};
        QList<int> widths{}; // of the columns; without them they are as Qt makes them
    };

    // `action` is the name of the button: NAME.action.
    TickDialog(const Frame &frame, const QString &action, QWidget *parent);

    QPushButton *addButton(const QString &name, const QString &text); // on the left
    void addNotice(NoticeBar *notice);                                // below the first
    void addFilter(QWidget *filter);                                  // at the top: what the table shows
    void addChoice(QWidget *choice);                                  // below the table

    [[nodiscard]] QList<int> tickedRows() const;
    // Nothing can be begun meanwhile. It is busy until it says otherwise.
    void setBusy(bool busy);
    [[nodiscard]] bool isBusy() const { return m_busy; }
    // What the buttons say and whether they can be pressed; after each change.
    virtual void showState() = 0;

    // A sentence for all that was refused, as far as a notice has room for it.
    static QString told(const QString &done, const QStringList &refused);

    QLabel *const m_summary;
    NoticeBar *const m_notice;
    QStandardItemModel *const m_model;
    QTreeView *const m_view;
    QPushButton *const m_act;

private:
    void chainTabs();

    QVBoxLayout *m_layout;
    QHBoxLayout *m_buttons;
    QPushButton *m_close;
    QList<QWidget *> m_filters;
    QList<QWidget *> m_choices;
    QList<QWidget *> m_left;      // buttons
    QPointer<QWidget> m_hadFocus; // before it was busy
    bool m_busy = true;
};

} // namespace huiyin
