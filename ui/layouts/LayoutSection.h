// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Bulletin.h"
#include "shell/Page.h"

#include <QJsonObject>

class QPushButton;
class QStackedWidget;
class QStandardItemModel;
class QTreeView;

namespace huiyin {

class EntryDialog;
class FileSaver;
class LayoutEditor;
class NoticeBar;

// 版式: the layouts that bulletins are composed by, those that ship with the program and the office's own; each is copied,
// edited, given away and taken in as a file. The editor stands in place of the list.
class LayoutSection : public QWidget
{
    Q_OBJECT

public:
    explicit LayoutSection(const PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] LayoutEditor *editor() const { return m_editor; }
    void importFrom(const QString &path);
    void exportTo(const QString &path);

Q_SIGNALS:
    void editing(); // the editor wants the room, or not any more

private:
    // One line of the list.
    struct Entry
    {
        QString name{};
        QString title{};
        bool isShipped = false;
        std::optional<OfficeLayout> own{};
    };
    static QList<Entry> entriesOf(CaseFile &file);

    void read();
    void showEntries(const QList<Entry> &entries);
    void showState();
    [[nodiscard]] const Entry *current() const;
    void edit();
    void copy();
    void remove();
    void chooseImport();
    void chooseExport();
    void takeIn(const QJsonObject &layout, const QString &name);
    // Under a name and a title of its own.
    void saveAs(const QString &dialogTitle, const QJsonObject &layout, const QString &name, const QString &title);
    void give(EntryDialog *dialog, const QJsonObject &layout, const QString &name, const QString &title);

    PageContext m_context;
    QList<Entry> m_entries;
    QString m_wanted; // to be chosen when the list comes
    QStackedWidget *m_stack;
    NoticeBar *m_notice;
    QPushButton *m_edit;
    QPushButton *m_copy;
    QPushButton *m_remove;
    QPushButton *m_import;
    QPushButton *m_export;
    QStandardItemModel *m_model;
    QTreeView *m_view;
    LayoutEditor *m_editor;
    FileSaver *m_saver;
    PendingRead m_pending;
};

} // namespace huiyin
