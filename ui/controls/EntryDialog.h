// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QDialog>
#include <QHash>

class QFormLayout;
class QLabel;
class QPushButton;

namespace huiyin {

// A form over the fields of one thing. A refusal keeps the form open, with the reason below the field at fault.
class EntryDialog : public QDialog
{
    Q_OBJECT

public:
    EntryDialog(const QString &objectName, const QString &title, QWidget *parent);

    // `field` is the name that a Refusal gives ("name", "parent").
    void addField(const QString &field, const QString &label, QWidget *widget);
    [[nodiscard]] bool hasField(const QString &field) const { return m_fields.contains(field); }
    [[nodiscard]] QString labelOf(const QString &field) const; // without its mnemonic
    void addRemark(const QString &text);
    void showRefusal(const Refusal &refusal);
    void setBusy(bool busy);
    void setSubmitText(const QString &text); // in place of “Save”
    // A question about what to do: whoever closes it loses nothing.
    void setKeepsNothing() { m_keepsNothing = true; }
    [[nodiscard]] bool wouldLose() const { return !m_keepsNothing; }

    // Once it is accepted, the key that submits it is dead for a moment, wherever it falls: pressed twice or held, it
    // would give the next command of the page behind, on what was entered just now.
    static constexpr int keyRest = 400; // ms
    void done(int result) override;

Q_SIGNALS:
    void submitted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Field
    {
        QWidget *widget = nullptr;
        QLabel *fault = nullptr;
    };

    void makeRoom(); // for all of its texts

    QFormLayout *m_form;
    QHash<QString, Field> m_fields;
    QLabel *m_fault;
    QPushButton *m_save;
    bool m_keepsNothing = false;
};

} // namespace huiyin
