// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/TopicPicker.h"

#include "controls/Panel.h"
#include "domain/ItemList.h"

#include <QCheckBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <memory>

using namespace Qt::StringLiterals;

namespace huiyin {

TopicPicker::TopicPicker(QWidget *parent)
    : PaneButton(parent)
{
    showChoice();
}

void TopicPicker::setChoices(const QList<Topic> &topics)
{
    m_topics = topics;
    setVisible(!topics.isEmpty());
    showChoice();
}

void TopicPicker::showTopics(const QList<TopicId> &topics)
{
    m_shown = topics;
    showChoice();
}

void TopicPicker::showChoice()
{
    QStringList names;
    for (const TopicId topic : std::as_const(m_shown))
        names.append(nameOf(m_topics, std::optional(topic)));
    const auto count = static_cast<int>(names.size());
    setText(count == 0   ? tr("With all topics")
            : count == 1 ? tr("Without topic: %1").arg(names.first())
                         : tr("Without %n topic(s)", nullptr, count));
    setAccessibleName(
        tr("Topics left out of the category shares: %1").arg(count == 0 ? tr("none") : joinedItems(names)));
    setToolTip(tr("Topics left out of the category shares") + (count == 0 ? QString() : u":\n"_s + names.join(u'\n')));
    updateGeometry();
}

QFrame *TopicPicker::makePane()
{
    QFrame *pane = makePopupFrame(this);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(textLabel(tr("Left out of the category shares"), "soft", pane));
    auto boxes = std::make_shared<QList<std::pair<QCheckBox *, TopicId>>>();
    for (const Topic &topic : std::as_const(m_topics)) {
        auto *box = new QCheckBox(QString(topic.name).replace(u'&', u"&&"_s), pane);
        box->setObjectName(u"topics.%1"_s.arg(topic.id->value()));
        box->setChecked(m_shown.contains(*topic.id));
        boxes->append({box, *topic.id});
        layout->addWidget(box);
    }
    auto *standard = new QPushButton(tr("As usual", "the topics left out by default"), pane);
    auto *apply = new QPushButton(tr("Apply"), pane);
    standard->setObjectName(u"topics.standard"_s);
    apply->setObjectName(u"topics.apply"_s);
    setLook(apply, "primary");
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(standard);
    buttons->addStretch();
    buttons->addWidget(apply);
    layout->addLayout(buttons);
    connect(standard, &QPushButton::clicked, this, [this, pane] {
        pane->close();
        if (m_chosen) {
            m_chosen.reset();
            Q_EMIT topicsChosen();
        }
    });
    connect(apply, &QPushButton::clicked, this, [this, pane, boxes] {
        QList<TopicId> topics;
        for (const auto &[box, topic] : std::as_const(*boxes)) {
            if (box->isChecked())
                topics.append(topic);
        }
        pane->close();
        if (topics == m_shown)
            return;
        m_chosen = topics;
        showTopics(topics);
        Q_EMIT topicsChosen();
    });
    if (!boxes->isEmpty())
        boxes->first().first->setFocus();
    return pane;
}

} // namespace huiyin
