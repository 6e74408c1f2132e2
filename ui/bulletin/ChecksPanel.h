// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/Decisions.h"
#include "controls/Panel.h"

#include <optional>

class QLabel;

namespace huiyin {

class ActionButton;
class TwoLineList;

// 核对: what in the text of a bulletin can't be right, or may be a citizen's, what was explained, and what was checked and
// holds. Going to an entry shows its place in the text; what can be done about it stands below the list.
class ChecksPanel : public Panel
{
    Q_OBJECT

public:
    explicit ChecksPanel(QWidget *parent = nullptr);

    struct Content
    {
        DocumentReview review{};
        QList<DocumentPersonalPlace> places{}; // the doubtful ones first
        BulletinDecisions decisions{};
    };
    void setContent(const Content &content); // stays at its entry if that is still there
    void setReadOnly(bool readOnly);

    [[nodiscard]] qsizetype stoppingCount() const { return m_stopping; } // findings and places that stop publication
    [[nodiscard]] QList<QWidget *> tabChain() const;

    void showPlace(const DocumentPlace &place); // the entry of a place in the text

Q_SIGNALS:
    void placeRequested(const huiyin::DocumentPlace &place);
    void putBackRequested(const huiyin::DocumentPlace &place);
    void explainRequested(const huiyin::DocumentFinding &finding);
    void explanationWithdrawn(const QString &fingerprint);
    void maskDecided(const huiyin::MaskDecision &decision);
    void maskUndecided(const QString &text, huiyin::PersonalPlace::Kind kind);

private:
    enum Group { Findings = 1, Places, Explained, Passed };

    void fill();
    void entryChanged();
    void makeCurrent(const QString &identity);
    [[nodiscard]] QString identityOf(qint64 key) const; // the same after a check as before, wherever it stands
    void act(bool second);
    [[nodiscard]] std::optional<DocumentPlace> placeOf(qint64 key) const;

    TwoLineList *m_list;
    QLabel *m_told;
    ActionButton *m_first;
    ActionButton *m_second;
    Content m_content;
    qsizetype m_stopping = 0;
    bool m_readOnly = false;
    bool m_filling = false;
    bool m_showing = false; // an entry is shown that the text asked for
};

} // namespace huiyin
