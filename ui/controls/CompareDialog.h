// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/FieldMerge.h"
#include "domain/Outcome.h"

#include <QDialog>
#include <QList>
#include <QMap>

class QButtonGroup;
class QLabel;
class QPushButton;

namespace huiyin {

// A field of a thing that two people have changed, as the user may see it.
struct ComparedField
{
    FieldDifference difference{};
    QString label{};
    QString base{};
    QString theirs{};
    QString mine{};
    QString origin{}; // by whom and when theirs was saved; "" when nobody knows
};

// What differs between what is in the file now and what the user wants to save, field by field; of each field one of
// the two is taken. It can be saved when every field is decided. Going back changes nothing.
class CompareDialog : public QDialog
{
    Q_OBJECT

public:
    // `about`: which thing, and what else there is to know.
    CompareDialog(const QString &objectName, const QString &about, const QList<ComparedField> &fields, QWidget *parent);

    [[nodiscard]] QMap<QString, MergeSide> chosen() const;
    [[nodiscard]] bool isDecided() const; // every field
    void showRefusal(const Refusal &refusal);
    void setBusy(bool busy);

Q_SIGNALS:
    void submitted();

private:
    void showState();

    QList<ComparedField> m_fields;
    QMap<QString, QButtonGroup *> m_choices;
    QLabel *m_open;
    QLabel *m_fault;
    QPushButton *m_save = nullptr;
    bool m_busy = false;
};

} // namespace huiyin
