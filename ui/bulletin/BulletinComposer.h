// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/Publication.h"
#include "shell/Page.h"

#include <QElapsedTimer>
#include <QTimer>

#include <optional>

class QLabel;
class QStackedWidget;

namespace huiyin {

class ActionButton;
class BulletinEditor;
class BulletinOutline;
class BulletinPreview;
class ChecksPanel;
class IssueFields;
class MaterialPanel;
class NoticeBar;
class RestatementPanel;
class Tag;

// One issue of the bulletin: a draft is written here, with its figures linked and its checks beside it, saved as it is
// written, and published; a published one is shown as it went out, with what has changed since.
class BulletinComposer : public QWidget
{
    Q_OBJECT

public:
    BulletinComposer(const PageContext &context, QWidget *parent = nullptr);
    ~BulletinComposer() override;

    void open(BulletinId id);
    void close(); // saves what is not saved yet
    [[nodiscard]] bool isOpen() const { return m_draft.has_value(); }
    // What would go out now: masked; of a published one, what went out. nullopt: nothing is open yet.
    [[nodiscard]] std::optional<BulletinDocument> goingOut() const;
    [[nodiscard]] QWidget *bar() const { return m_bar; } // for the top bar of the page
    [[nodiscard]] bool isSaved() const;

Q_SIGNALS:
    void shown();         // what was opened stands here
    void checked();       // the checks are those of the text
    void savedAsIs();     // nothing is left to be saved
    void backRequested(); // to the issues
    void printRequested();
    void exportRequested(QWidget *button);
    void noteRequested(const huiyin::BulletinDocument &note); // a correction note to be printed
    void ticketRequested(huiyin::TicketId ticket);
    void ticketsRequested(const huiyin::TicketFilter &filter, const QString &title);
    void figureRequested(const huiyin::Question &question, const huiyin::FigureKey &figure);

private:
    struct Shown;
    struct Checked;

    void buildBar();
    void buildPanels();
    void connectEditor();
    void show(const Shown &shown);
    void showHead();

    void edited();
    void decided();
    void fieldsChanged();
    [[nodiscard]] BulletinDraft current() const; // as it stands in the window
    void save(bool automatically, std::function<void()> then = {});
    void recompose();
    void tellDiverged(const QStringList &origins);
    void check();
    void showChecks(const Checked &checked);
    void explain(const DocumentFinding &finding);
    void publish();
    void discard();
    void showRestatement();
    void refused(const Refusal &refusal);
    [[nodiscard]] bool mayWrite() const;
    [[nodiscard]] Question question() const;

    PageContext m_context;
    QWidget *m_bar;
    QLabel *m_title;
    Tag *m_state;
    QLabel *m_savedAt;
    NoticeBar *m_notice;
    BulletinOutline *m_outline;
    MaterialPanel *m_material;
    BulletinEditor *m_editor;
    BulletinPreview *m_preview;
    QStackedWidget *m_middle;
    ChecksPanel *m_checks;
    RestatementPanel *m_restatement;
    QStackedWidget *m_beside;
    IssueFields *m_fields;
    ActionButton *m_discard = nullptr;
    ActionButton *m_publish = nullptr;
    std::optional<BulletinDraft> m_draft; // as it was read or saved last
    KnownCitizens m_citizens;
    QTimer m_saveSoon;
    QTimer m_checkSoon;
    QTimer m_recomposeSoon;
    bool m_dirty = false;
    bool m_saving = false;
    bool m_outdated = false; // another has changed it: nothing is saved any more
    int m_edits = 0;         // counts what was written, so that an answer to an earlier text is passed over
    int m_opening = 0;
    PendingRead m_reading;
    PendingRead m_checking;
};

} // namespace huiyin
