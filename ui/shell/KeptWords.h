// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/KeepingWords.h"
#include "shell/CaseSession.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>

class QDialog;

namespace huiyin {

class NoticeBar;

// Keeps what is typed into a form in the case file, a moment after the last key, until it is saved or given up: a crash,
// a power cut or another user at the computer takes no more than two seconds of it. What the same user typed here before,
// and what became of which nobody has said, is offered in a line above the form; nothing is lost by taking it up, as what
// stood in the form is offered in its turn. When it is destroyed, what isn't kept yet is.
class KeptWords : public QObject
{
    Q_OBJECT

public:
    struct Form
    {
        std::function<std::optional<TypedWords>()> typed; // nullopt: nothing that is worth keeping
        std::function<void(const TypedWords &)> fill;
    };
    // `bar` is the line above the form, which this one alone writes to as long as it lives. What the form holds at first is
    // taken for kept already.
    KeptWords(CaseSession &session, const WordsPlace &place, const Form &form, NoticeBar *bar, QObject *parent);
    ~KeptWords() override;

    [[nodiscard]] const WordsPlace &place() const { return m_place; }
    [[nodiscard]] bool isKept() const { return m_ended || !(m_dirty || m_keeping || m_inTrouble); } // all that is typed
    void edited();    // something in the form was changed
    void keepNow();   // without waiting for a pause
    void dropTyped(); // the user has given up what is in the form; nothing is kept from here on
    // The form is being saved, by giveWithWords(): nothing is kept meanwhile.
    void hold();
    void release(); // in vain
    void end();     // it was saved, and its words are gone with it

private:
    [[nodiscard]] QList<TypedWords> all() const;
    void look();
    void read();
    void soon();
    void post();
    void show();
    void tellTrouble(const QString &reason);
    void takeUp();
    void drop();

    CaseSession &m_session;
    QString m_user; // whose words they are
    WordsPlace m_place;
    Form m_form;
    QPointer<NoticeBar> m_bar;
    std::optional<TypedWords> m_typed; // what the form holds
    QList<TypedWords> m_offered;       // of earlier times
    QList<TypedWords> m_own;           // what the form held before those were known: not of earlier times
    QTimer m_pause;
    QElapsedTimer m_unkept; // since the first key that is not kept
    bool m_looked = false;  // what was kept before is known
    bool m_dirty = false;
    bool m_keeping = false; // one is under way
    bool m_held = false;
    bool m_ended = false;
    bool m_inTrouble = false;
};

// The line above the fields of a dialog, which grows with it. Made before them, it comes before them for the keys.
NoticeBar *addKeptBar(QDialog *dialog);

} // namespace huiyin
