// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/CaseBook.h"
#include "shell/CaseSession.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace huiyin {

// One matter that is being written down: what the form holds of it, and the draft in the case file that follows a
// moment after the last keystroke. Saves don't overtake each other: one is under way, and the newest text goes next.
// When it is destroyed, what isn't saved yet is.
class IntakeDraft : public QObject
{
    Q_OBJECT

public:
    // Call 1, Call 2 … of this day's work.
    IntakeDraft(CaseSession &session, int number, const IntakeRequest &request, QObject *parent = nullptr);
    ~IntakeDraft() override;
    // A draft that was kept in the file.
    struct Kept
    {
        Ticket ticket{};
        QList<ArticleId> usedArticles{};
    };
    static IntakeDraft *kept(CaseSession &session, int number, const Kept &kept, QObject *parent = nullptr);

    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] const IntakeRequest &request() const { return m_request; }
    [[nodiscard]] std::optional<TicketId> ticket() const { return m_ticket; } // the draft in the file, once it is there
    // What the form holds now. The first words of a call start its clock.
    void edit(const IntakeRequest &request);
    // The call has come in.
    void startCall();

    [[nodiscard]] bool isBlank() const;                  // nothing has been typed
    [[nodiscard]] bool isKept() const { return m_kept; } // goes on from a draft of the file: its call is over
    [[nodiscard]] bool isFinishing() const { return m_finishing; }
    [[nodiscard]] bool isBusy() const { return m_finishing || m_saving; } // settled() will come
    [[nodiscard]] bool isUnsaved() const { return m_dirty && !isBlank(); }
    // Why it could not be saved when it was tried last.
    [[nodiscard]] const std::optional<Refusal> &saveTrouble() const { return m_trouble; }
    [[nodiscard]] QString titleText() const;   // what it is about, as far as it is written down
    [[nodiscard]] QDateTime startedAt() const; // of the call or the receipt; invalid: not yet

    void save(); // now, if something is unsaved
    // Once it has been given away: something was typed that did not go with it.
    [[nodiscard]] bool hasLaterWords() const { return m_given && *m_given != m_request; }
    // Each ends the draft: nothing of it is left to be saved. A refusal leaves it as it was.
    using Refused = std::function<void(const Refusal &)>;
    using Finish = std::function<Outcome<SavedTicket>(CaseBook &, const IntakeRequest &)>;
    // `failed`: trouble with the file, which the user was told.
    void finish(const Finish &how, std::function<void(const SavedTicket &)> done, Refused refused,
                std::function<void()> failed);
    void endCall(CallOutcome outcome, std::optional<TicketId> repeatOf, std::function<void()> done, Refused refused);
    void discard(std::function<void()> done, Refused refused);
    // A save was refused because the draft was changed elsewhere (Refusal::Kind::Outdated): shows over `form` what
    // differs, and saves it as it was decided; rewritten() then. Going back leaves what was typed.
    void compare(QWidget *form);

Q_SIGNALS:
    void saved(const QDateTime &at);
    void saveRefused(const huiyin::Refusal &refusal);
    void saveFailed(const huiyin::Message &message); // trouble with the file
    void rewritten();                                // request() has taken over what was decided
    void settled();                                  // what was under way has ended, well or not

private:
    // The draft's row in the file. Only commands look at it, and these run one after another in one thread; so each
    // finds what the one before has left, however far the window has got meanwhile.
    struct Place
    {
        std::optional<TicketId> id;
        qint64 version = 0;
    };

    [[nodiscard]] IntakeRequest cleanRequest() const;
    void mendStart(IntakeRequest &request) const;
    static IntakeRequest requestOf(const Ticket &ticket, const QList<ArticleId> &usedArticles,
                                   const CodeTables &tables);
    void notFinished();
    void saveSoon();
    static void keep(CaseSession &session, const QString &user, const std::shared_ptr<Place> &place,
                     const IntakeRequest &request, QObject *receiver, const std::function<void(TicketId)> &done,
                     const Refused &refused, const OnFailure &failed);

    CaseSession &m_session;
    QString m_user; // who writes it
    int m_number;
    IntakeRequest m_request;
    IntakeRequest m_start;                // as it was when blank
    IntakeRequest m_base;                 // as the file held it last
    std::optional<IntakeRequest> m_given; // as it was when it was ended
    std::shared_ptr<Place> m_place = std::make_shared<Place>();
    QTimer m_pause;
    QElapsedTimer m_unsaved; // since the first keystroke that is not saved
    bool m_kept = false;
    std::optional<TicketId> m_ticket; // the draft in the file
    bool m_dirty = false;
    bool m_saving = false;
    bool m_finishing = false;
    bool m_clockDoubted = false; // it was refused for the clock's sake: the start of its call may be wrong
    std::optional<Refusal> m_trouble;
};

// The first words of a text that say what it is about, as a title when none was given.
QString proposedTitle(const QString &content);

} // namespace huiyin
