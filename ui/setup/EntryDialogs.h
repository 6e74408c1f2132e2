// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"
#include "shell/Page.h"

#include <QDialog>
#include <QHash>

#include <functional>

class QFormLayout;
class QLabel;
class QPushButton;

namespace huiyin {

// A form over the fields of one entry. A refused entry keeps the form open, with the reason below the field at fault.
class EntryDialog : public QDialog
{
    Q_OBJECT

public:
    EntryDialog(const QString &objectName, const QString &title, QWidget *parent);

    // `field` is the name that a Refusal gives ("name", "parent").
    void addField(const QString &field, const QString &label, QWidget *widget);
    void addRemark(const QString &text);
    void showRefusal(const Refusal &refusal);
    void setBusy(bool busy);

Q_SIGNALS:
    void submitted();

private:
    struct Field
    {
        QWidget *widget = nullptr;
        QLabel *fault = nullptr;
    };

    QFormLayout *m_form;
    QHash<QString, Field> m_fields;
    QLabel *m_fault;
    QPushButton *m_save;
};

// Opens the form of an entry of a code table; it saves through the session and closes itself. An entry without id is
// a new one.
void editEntry(const PageContext &context, const Channel &entry, QWidget *parent);
void editEntry(const PageContext &context, const RequestType &entry, QWidget *parent);
void editEntry(const PageContext &context, const Category &entry, QWidget *parent);
void editEntry(const PageContext &context, const Topic &entry, QWidget *parent);
void editEntry(const PageContext &context, const Area &entry, QWidget *parent);
void editEntry(const PageContext &context, const Department &entry, QWidget *parent);

// The command that saves an entry, by its type.
Outcome<Changes> saveEntry(CaseBook &book, const Channel &entry);
Outcome<Changes> saveEntry(CaseBook &book, const RequestType &entry);
Outcome<Changes> saveEntry(CaseBook &book, const Category &entry);
Outcome<Changes> saveEntry(CaseBook &book, const Topic &entry);
Outcome<Changes> saveEntry(CaseBook &book, const Area &entry);
Outcome<Changes> saveEntry(CaseBook &book, const Department &entry);

} // namespace huiyin
