// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/CodeChoice.h"

#include <QLineEdit>

#include <optional>

class QAction;
class QFrame;
class QListView;

namespace huiyin {

class ChoiceRows;

// A code chosen by typing: a part of its Chinese name, its pinyin initials, its code, its number in the list.
// Enter, and leaving the field in any way, takes the entry that the list marks (the first, unless the arrow keys moved
// on), which the field shows behind what is typed; Esc goes back to what was chosen; emptying the field chooses nothing.
// Text that an input method is still composing is not acted on.
class CodePicker : public QLineEdit
{
    Q_OBJECT

public:
    explicit CodePicker(QWidget *parent = nullptr);
    ~CodePicker() override;

    void setChoices(const QList<CodeChoice> &choices); // keeps what is chosen, also when it is retired meanwhile
    [[nodiscard]] const QList<CodeChoice> &choices() const { return m_choices; }

    [[nodiscard]] std::optional<qint64> value() const { return m_value; }
    [[nodiscard]] QString valueText() const { return m_valueText; }
    // Doesn't emit. `text` is shown for an id that is not among the choices (a retired entry).
    void setValue(std::optional<qint64> id, const QString &text = {});

    // picker->chosen<CategoryId>()
    template <class IdType>
    [[nodiscard]] std::optional<IdType> chosen() const
    {
        return m_value ? std::optional<IdType>(IdType(*m_value)) : std::nullopt;
    }
    template <class IdType>
    void choose(std::optional<IdType> id, const QString &text = {})
    {
        setValue(id ? std::optional<qint64>(id->value()) : std::nullopt, text);
    }

    // False: emptying the field brings the last choice back (a channel must be chosen).
    void setClearable(bool clearable) { m_clearable = clearable; }
    // Something is typed that is not taken yet.
    [[nodiscard]] bool hasPending() const { return m_typed; }
    // Takes what is typed, as Enter does. False: the list holds nothing like it, and the field says so.
    [[nodiscard]] bool settle();
    [[nodiscard]] bool isPopupOpen() const;

public Q_SLOTS:
    void openPopup();
    void closePopup();

Q_SIGNALS:
    void valueChosen(); // by the user: value() is new

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void filter();
    void placePopup();
    void take(int row);
    bool takeMarked(); // false: there was nothing to take
    void revert();
    void setUnknown(bool unknown);
    void change(std::optional<qint64> id, const QString &text);
    [[nodiscard]] std::optional<CodeChoice> marked() const;

    QList<CodeChoice> m_choices;
    std::optional<qint64> m_value;
    QString m_valueText;
    QAction *m_chevron;
    QFrame *m_popup = nullptr;
    QListView *m_list = nullptr;
    ChoiceRows *m_model;
    bool m_clearable = true;
    bool m_moved = false;     // the arrows have marked another entry
    bool m_typed = false;     // the text is being typed, not that of the choice
    bool m_composing = false; // an input method shows text that is not committed
};

// Settles the pickers of a form before it is given. The first that can't be settled, else nullptr.
[[nodiscard]] CodePicker *unsettledPicker(const QWidget *form);
// Why the form stops at it.
[[nodiscard]] QString unsettledReason(const CodePicker *picker);

} // namespace huiyin
