// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/Publication.h"
#include "controls/Panel.h"

#include <functional>

class QLabel;

namespace huiyin {

class ActionButton;
class TwoLineList;

// What became of a published issue: who published it, which of its figures count otherwise now, with the tickets that came
// and went.
class RestatementPanel : public Panel
{
    Q_OBJECT

public:
    explicit RestatementPanel(QWidget *parent = nullptr);

    // `published`: by whom and when, in words. `nameOf`: of a figure.
    void setRestatement(const QString &published, const Restatement &restatement,
                        const std::function<QString(FigureKey)> &nameOf);
    void setCounting(const QString &published); // until that is known
    [[nodiscard]] const Restatement &restatement() const { return m_restatement; }
    [[nodiscard]] QList<QWidget *> tabChain() const;

Q_SIGNALS:
    void figureRequested(const huiyin::RestatedFigure &figure);
    void noteRequested();

private:
    QLabel *m_published;
    QLabel *m_told;
    TwoLineList *m_list;
    ActionButton *m_note;
    Restatement m_restatement;
};

} // namespace huiyin
