// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Page.h"

#include <QStringList>
#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QStandardItem;
class QStandardItemModel;
class QToolButton;
class QTreeView;

namespace huiyin {

class EmptyState;
class NoticeBar;
class TreeFilter;

// One code table of the office: its entries in the office's own order, to be added, changed, moved and retired. Every
// change is a command; nothing is deleted, as old tickets and bulletins go on naming it.
class CodeTableEditor : public QWidget
{
    Q_OBJECT

public:
    enum class Table { Channels, RequestTypes, Categories, Topics, Areas, Departments };

    static CodeTableEditor *create(Table table, const PageContext &context, QWidget *parent = nullptr);

    void reload();

protected:
    struct Row
    {
        qint64 id = 0;
        std::optional<qint64> parent{};
        QStringList cells{};
        bool retired = false;
    };
    struct Looks
    {
        QString name; // "departments"
        QString icon;
        QStringList columns;
        QString empty; // what to do while there is none
        bool tree = false;
    };

    CodeTableEditor(const PageContext &context, const Looks &looks, QWidget *parent);

    // The table behind; ids are those of its entries.
    [[nodiscard]] virtual QList<Row> rows() const = 0;
    virtual void add(std::optional<qint64> parent) = 0;
    virtual void edit(qint64 id) = 0;
    virtual void setRetired(qint64 id, bool retired) = 0;
    virtual void reorder(const QList<qint64> &order) = 0;

    [[nodiscard]] const PageContext &context() const { return m_context; }
    void refused(const Refusal &refusal);
    void tellRetired(qint64 id, const QString &name, bool retired);

private:
    [[nodiscard]] std::optional<qint64> current() const;
    void select(qint64 id);
    void move(int step);
    void showState();
    void fill();

    PageContext m_context;
    Looks m_looks;
    QList<Row> m_rows;
    QHash<qint64, QStandardItem *> m_items;
    std::optional<qint64> m_selectNext;
    QStandardItemModel *m_model;
    TreeFilter *m_filter;
    NoticeBar *m_notice;
    QLineEdit *m_search;
    QCheckBox *m_showRetired;
    QPushButton *m_add;
    QPushButton *m_addBelow;
    QPushButton *m_edit;
    QToolButton *m_up;
    QToolButton *m_down;
    QPushButton *m_retire;
    QStackedWidget *m_stack;
    QTreeView *m_view;
    EmptyState *m_empty;
};

} // namespace huiyin
