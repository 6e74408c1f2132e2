// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/Command.h"
#include "controls/EntryDialog.h"
#include "domain/Code.h"
#include "shell/CaseSession.h"
#include "shell/KeptWords.h"

#include <QComboBox>
#include <QPointer>

#include <functional>
#include <optional>

class QCheckBox;
class QDateEdit;
class QDateTimeEdit;
class QPlainTextEdit;

namespace huiyin {

class CodePicker;
class DepartmentsField;

// A time of the office's zone in a field; what nobody has touched is "now".
class TimeField
{
public:
    TimeField(QDateTimeEdit *edit, const OfficeZone &zone, const QDateTime &shown)
        : m_edit(edit)
        , m_zone(zone)
        , m_shown(shown)
    {
    }
    [[nodiscard]] std::optional<QDateTime> told() const;
    [[nodiscard]] QDateTime value() const;
    [[nodiscard]] QDateTimeEdit *edit() const { return m_edit; }

private:
    QDateTimeEdit *m_edit;
    OfficeZone m_zone;
    QDateTime m_shown;
};

// Asks for what a command needs and gives it to the case book. Refused, it stays with all that was typed and says why,
// at the field where it knows.
class CommandDialog : public EntryDialog
{
    Q_OBJECT

public:
    using Act = std::function<Outcome<Changes>(CaseBook &)>;

    // `about`: which ticket, below the title.
    CommandDialog(CaseSession &session, Command command, const QString &about, QWidget *parent);

    // Fields, named as the members of the request are.
    CodePicker *addDepartment(const QString &field, const QString &label);
    DepartmentsField *addDepartments(const QString &field, const QString &label);
    QPlainTextEdit *addText(const QString &field, const QString &label, const QString &hint = {});
    QCheckBox *addCheck(const QString &field, const QString &label);
    // When a department did something: now, unless another time is set.
    TimeField addTime(const QString &field, const QString &label);
    TimeField addTime(const QString &field, const QString &label, const QDateTime &value);
    QDateEdit *addDay(const QString &field, const QString &label, QDate value);
    template <class E>
    QComboBox *addChoice(const QString &field, const QString &label, const QString &none = {})
    {
        auto *box = new QComboBox(this);
        if (!none.isEmpty())
            box->addItem(none, -1);
        for (const auto &entry : codeTable<E>())
            box->addItem(displayName(entry.value), static_cast<int>(entry.value));
        addField(field, label, box);
        return box;
    }
    template <class E>
    static std::optional<E> chosen(const QComboBox *box)
    {
        const int value = box->currentData().toInt();
        return value < 0 ? std::nullopt : std::optional<E>(static_cast<E>(value));
    }

    // What is typed into its texts is kept until the command is given. To be called before the fields are added, or as
    // soon as it is known what they are about.
    void keepWords(const WordsPlace &place);
    // How it is typed, where that isn't in fields of its own; then edited() tells of each change.
    void setWordsForm(const KeptWords::Form &form) { m_wordsForm = form; }
    void edited();
    // It gives many commands, each in a transaction of its own.
    void setGivenApart() { m_isGivenApart = true; }

    // Opens it for a form that gives its command itself: with giveWithWords() at wordsPlace(), and between these two.
    void openKeeping();
    void holdWords();
    void releaseWords();                                        // in vain
    [[nodiscard]] std::optional<WordsPlace> wordsPlace() const; // nullopt: nothing is kept
    // Without asking; what is typed is offered when the form is opened again.
    void closeForLater();

    // Opens it. `collect` reads the fields here and gives what is to be done in the thread of the case book.
    void start(std::function<Act()> collect);

private:
    void submit(const Act &act);
    void beginKeeping();

    QPointer<CaseSession> m_session;
    std::optional<WordsPlace> m_place;
    std::optional<KeptWords::Form> m_wordsForm;
    NoticeBar *m_keptBar = nullptr;
    KeptWords *m_words = nullptr;
    std::optional<TypedWords> m_start; // what the fields began with; nullopt: it isn't open yet
    bool m_isGivenApart = false;
    bool m_isHeld = false; // the command is under way
};

// Gives what a form asks for. Done, the form goes; refused, or in trouble with the file, it stays with all that was typed,
// and `inVain` is called.
void giveFrom(EntryDialog *dialog, CaseSession &session, const CommandDialog::Act &act,
              const std::function<void()> &inVain = {});

// A command that needs nothing: given at once; `refused` tells why not, the status line that it was done.
void giveAtOnce(CaseSession &session, QObject *receiver, const CommandDialog::Act &act,
                std::function<void(const Refusal &)> refused, const QString &told = {});

} // namespace huiyin
