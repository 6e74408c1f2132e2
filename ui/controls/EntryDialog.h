// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QDialog>
#include <QHash>
#include <QStringList>

#include <memory>
#include <optional>

class QFormLayout;
class QLabel;
class QPushButton;

namespace huiyin {

class Messages;

// A form over the fields of one thing. A refusal keeps the form open, with the reason below the field at fault. Given
// up with something changed in it, it asks first.
class EntryDialog : public QDialog
{
    Q_OBJECT

public:
    EntryDialog(const QString &objectName, const QString &title, QWidget *parent);
    ~EntryDialog() override;

    // `field` is the name that a Refusal gives ("name", "parent").
    void addField(const QString &field, const QString &label, QWidget *widget);
    [[nodiscard]] bool hasField(const QString &field) const { return m_fields.contains(field); }
    [[nodiscard]] QString labelOf(const QString &field) const; // without its mnemonic
    QLabel *addRemark(const QString &text);
    void showRefusal(const Refusal &refusal, bool takeFocus = true);
    void showRefusals(const QList<Refusal> &refusals, bool takeFocus = true); // of several fields; the first is gone to
    void setBusy(bool busy);
    void setSubmitText(const QString &text);                         // in place of “Save”
    void setMessages(Messages &messages) { m_messages = &messages; } // for its question; else in a dialog of its own
    // A question about what to do: whoever closes it loses nothing.
    void setKeepsNothing() { m_keepsNothing = true; }
    [[nodiscard]] bool wouldLose() const { return !m_keepsNothing; }
    [[nodiscard]] bool isChanged() const; // something was typed since the form was shown
    void reject() override;               // as Esc does; done(Rejected) asks nothing

    // Once it is accepted, the key that submits it is dead for a moment, wherever it falls: pressed twice or held, it
    // would give the next command of the page behind, on what was entered just now.
    static constexpr int keyRest = 400; // ms
    void done(int result) override;

Q_SIGNALS:
    void submitted(); // what is typed into the pickers is taken

protected:
    void showEvent(QShowEvent *event) override;
    // Enter that is held submits nothing.
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Field
    {
        QWidget *widget = nullptr;
        QLabel *fault = nullptr;
    };

    void makeRoom(); // for all of its texts
    void submit();
    [[nodiscard]] QStringList contents() const;

    QFormLayout *m_form;
    QHash<QString, Field> m_fields;
    QLabel *m_fault;
    QPushButton *m_save;
    bool m_keepsNothing = false;
    Messages *m_messages = nullptr;
    std::unique_ptr<Messages> m_ownMessages;
    std::optional<QStringList> m_start; // contents when it was shown
    bool m_asking = false;
};

} // namespace huiyin
