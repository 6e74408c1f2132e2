// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/DraftSaves.h"
#include "bulletin/IssueFields.h"
#include "bulletin/Publication.h"
#include "controls/TwoLineList.h"
#include "shell/CaseSession.h"

#include <QElapsedTimer>
#include <QTimer>

#include <functional>
#include <optional>

namespace huiyin {

// The issue of the bulletin that stands open in the window, from its reading to its publication: which version it is, what
// of it is not saved yet, and what the case file makes of its figures meanwhile. It knows no widget: what was written is
// asked for when it is needed.
class OpenIssue : public QObject
{
    Q_OBJECT

public:
    // `written`: the document as it stands in the window now; asked while a draft is open.
    OpenIssue(CaseSession &session, std::function<BulletinDocument()> written, QObject *parent = nullptr);

    void open(BulletinId id);
    void close(); // saves what is not saved yet; nothing more is told of what was open
    [[nodiscard]] bool isOpen() const { return m_draft.has_value(); }
    // As it was read, saved or composed last. Only while isOpen().
    [[nodiscard]] const BulletinDraft &draft() const { return *m_draft; }
    [[nodiscard]] BulletinDraft current() const; // with what was written since
    [[nodiscard]] const KnownCitizens &citizens() const { return m_citizens; }
    // The tickets whose citizens these are: of all cases that were in the text since it was opened, for what was deleted may
    // come back by one key.
    [[nodiscard]] const QList<TicketId> &told() const { return m_told; }
    void learn(const KnownCitizens &citizens, const QList<TicketId> &told);
    // False: a case has come into the text whose citizens are still being looked up; nothing goes out before.
    [[nodiscard]] bool knowsCitizens() const;
    [[nodiscard]] bool isPublished() const;
    [[nodiscard]] bool mayWrite() const;
    [[nodiscard]] bool mayPublish() const;
    [[nodiscard]] bool isSaved() const { return !m_dirty && m_saves->isIdle(); }
    [[nodiscard]] bool isBeingSaved() const { return !m_saves->isIdle(); }
    [[nodiscard]] const QString &refusal() const { return m_refusal; } // why it was not saved the last time
    [[nodiscard]] int edits() const { return m_edits; } // so that an answer to an earlier text is passed over
    [[nodiscard]] Question question() const;            // that its figures answer
    // What would go out now: masked; of a published one, what went out. nullopt: nothing is open.
    [[nodiscard]] std::optional<BulletinDocument> goingOut() const;

    void textEdited();
    void setFields(const IssueFields::Values &values); // its head is composed anew
    // False: it was not taken, as nothing may be written now.
    bool decide(const std::function<void(BulletinDecisions &)> &decision);
    void saveNow(); // what is not saved yet, without waiting for a pause
    void publish();
    void discard();

Q_SIGNALS:
    // It stands here now; `cases`: those that were picked for it.
    void opened(const QList<huiyin::TwoLineGroup> &cases);
    void missing(); // it is not there any more; then gone()
    void gone();    // it is not there any more, was discarded, or can't be read
    // draft() has been composed with the figures of now: changed figures, and the origins of parts that were edited and
    // would be written otherwise by now.
    void recomposed(qsizetype changedFigures, const QStringList &diverged);
    void restated(const huiyin::Restatement &restatement); // what became of a published one
    void stateChanged();                                   // saved or not, which version
    void savedAsIs();                                      // nothing is left to be saved
    void refused(const QString &reason, bool outdated); // outdated: nothing is saved any more, another has changed it
    void failed(const QString &message);                // is tried again

private:
    struct Read;
    struct Recomposing;

    void read(BulletinId id);
    void keepUnsaved();
    void readWaiting();
    void show(const Read &read);
    [[nodiscard]] bool isOpen(BulletinId id) const { return m_draft && m_draft->record.id == id; }
    [[nodiscard]] bool maySave() const;
    void touched(); // there is something to be saved
    void saveSoon();
    void save(bool automatically);
    void saveEnded(BulletinId id);
    void goOn();
    void publishSaved();
    void discardSaved();
    void recompose();
    void restate();
    void refuse(const Refusal &refusal);

    enum class Ending { None, Publish, Discard };

    CaseSession &m_session;
    std::function<BulletinDocument()> m_written;
    std::optional<BulletinDraft> m_draft;
    KnownCitizens m_citizens;
    QList<TicketId> m_told;
    QTimer m_saveSoon;
    QTimer m_recomposeSoon;
    QElapsedTimer m_unsavedSince;
    DraftSaves *m_saves;
    bool m_isShown = false; // opened, and not closed since
    bool m_dirty = false;
    Ending m_ending = Ending::None;         // asked for, as soon as what was written is saved
    std::optional<BulletinDraft> m_unsaved; // of the issue that is being read: it could not be saved when it was left
    std::optional<BulletinId> m_waiting;    // to be read when the save of it that is under way has ended
    QString m_refusal;
    bool m_outdated = false;
    int m_edits = 0;
    int m_opening = 0;
    PendingRead m_reading;
};

} // namespace huiyin
