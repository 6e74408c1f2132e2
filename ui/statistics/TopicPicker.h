// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/PaneButton.h"
#include "domain/CodeTables.h"

#include <QList>

namespace huiyin {

// The topics that are left out of the category shares. None chosen by the user: the page's own default, which the
// page tells by showTopics().
class TopicPicker : public PaneButton
{
    Q_OBJECT

public:
    explicit TopicPicker(QWidget *parent = nullptr);

    void setChoices(const QList<Topic> &topics);
    [[nodiscard]] std::optional<QList<TopicId>> chosen() const { return m_chosen; } // nullopt: the default
    void showTopics(const QList<TopicId> &topics); // which they are by default; doesn't emit

Q_SIGNALS:
    void topicsChosen(); // by the user

protected:
    [[nodiscard]] QFrame *makePane() override;

private:
    void showChoice();

    QList<Topic> m_topics;
    std::optional<QList<TopicId>> m_chosen;
    QList<TopicId> m_shown;
};

} // namespace huiyin
