// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/IssueFields.h"
#include "bulletin/Publication.h"
#include "controls/TwoLineList.h"
#include "shell/CaseSession.h"

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
    [[nodiscard]] bool isPublished() const;
    [[nodiscard]] bool mayWrite() const;
    [[nodiscard]] bool mayPublish() const;
    [[nodiscard]] bool isSaved() const { return !m_dirty && !m_saving && !m_left && !m_unsaved; }
    [[nodiscard]] int edits() const { return m_edits; } // so that an answer to an earlier text is passed over
    [[nodiscard]] Question question() const;            // that its figures answer
    // What would go out now: masked; of a published one, what went out. nullopt: nothing is open.
    [[nodiscard]] std::optional<BulletinDocument> goingOut() const;

    void textEdited();
    void setFields(const IssueFields::Values &values); // its head is composed anew
    void decide(const std::function<void(BulletinDecisions &)> &decision);
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
    void readWaiting();
    void show(const Read &read);
    [[nodiscard]] bool isOpen(BulletinId id) const { return m_draft && m_draft->record.id == id; }
    [[nodiscard]] bool maySave() const;
    void save(bool automatically);
    void goOn();
    [[nodiscard]] bool followLeft(BulletinId id, qint64 version);
    void saveLeft(const BulletinDraft &draft);
    void saveLeftLater(const BulletinDraft &draft);
    void publishSaved();
    void recompose();
    void restate();
    void refuse(const Refusal &refusal);

    CaseSession &m_session;
    std::function<BulletinDocument()> m_written;
    std::optional<BulletinDraft> m_draft;
    KnownCitizens m_citizens;
    QList<TicketId> m_told;
    QTimer m_saveSoon;
    QTimer m_recomposeSoon;
    bool m_isShown = false; // opened, and not closed since
    bool m_dirty = false;
    bool m_saving = false;
    bool m_publishing = false;
    bool m_discarding = false;
    std::optional<BulletinDraft> m_left;    // written while the save before it was under way, and left
    std::optional<BulletinDraft> m_unsaved; // left, and could not be saved yet
    std::optional<BulletinId> m_waiting;    // to be read when the save that is under way has ended
    bool m_outdated = false;
    int m_edits = 0;
    int m_opening = 0;
    PendingRead m_reading;
};

} // namespace huiyin
