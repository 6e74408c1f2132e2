// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/ChecksPanel.h"
#include "bulletin/OpenIssue.h"
#include "shell/Page.h"

#include <QTimer>

#include <optional>

class QLabel;
class QStackedWidget;

namespace huiyin {

class ActionButton;
class BulletinEditor;
class BulletinOutline;
class BulletinPreview;
class MaterialPanel;
class MaterialPlacing;
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
    void saveNow() { m_issue->saveNow(); }
    // What would go out now: masked; of a published one, what went out. nullopt: nothing is open yet.
    [[nodiscard]] std::optional<BulletinDocument> goingOut() const { return m_issue->goingOut(); }
    [[nodiscard]] QWidget *bar() const { return m_bar; } // for the top bar of the page
    [[nodiscard]] bool isSaved() const { return m_issue->isSaved(); }
    [[nodiscard]] bool knowsCitizens() const { return m_issue->knowsCitizens(); }
    [[nodiscard]] bool isBeingSaved() const { return m_issue->isBeingSaved(); }
    [[nodiscard]] const QString &refusal() const { return m_issue->refusal(); }

Q_SIGNALS:
    void shown();                        // what was opened stands here
    void checked();                      // the checks are those of the text
    void savedAsIs();                    // nothing is left to be saved
    void failed(const QString &message); // something could not be saved; it is tried again
    void missing();                      // what was to be opened is not there any more
    void backRequested();                // to the issues
    void printRequested();
    void exportRequested(QWidget *button);
    void noteRequested(const huiyin::BulletinDocument &note); // a correction note to be printed
    void ticketRequested(huiyin::TicketId ticket);
    void ticketsRequested(const huiyin::TicketFilter &filter, const QString &title);
    void figureRequested(const huiyin::Question &question, const huiyin::FigureKey &figure);

private:
    struct Checked;

    void buildBar();
    void buildPanels();
    void connectEditor();
    void connectIssue();
    void connectMaterial();
    [[nodiscard]] QString nameOf(FigureKey figure) const;

    void show(const QList<TwoLineGroup> &cases);
    void setPrinter();
    void showState();
    void showRecomposed(qsizetype changedFigures, const QStringList &diverged);
    void check();
    void showChecks(const ChecksPanel::Content &content);
    void explain(const DocumentFinding &finding);
    void publish();
    void discard();
    void openFrozen(FigureKey figure);
    void openRestated(const RestatedFigure &figure);
    [[nodiscard]] QString publishedBy() const;
    void showRestatement(const Restatement &restatement);

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
    OpenIssue *m_issue;
    MaterialPlacing *m_placing;
    ActionButton *m_discard = nullptr;
    ActionButton *m_publish = nullptr;
    QTimer m_checkSoon;
    PendingRead m_checking;
};

} // namespace huiyin
