// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/IntakeTabs.h"

#include "controls/Chip.h"
#include "controls/Panel.h"
#include "domain/PersonalText.h"
#include "intake/IntakeDraft.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace huiyin {

IntakeTabs::IntakeTabs(CaseSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_layout(new QHBoxLayout(this))
    , m_waiting(new QPushButton(this))
{
    setObjectName(u"intake.calls"_s);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
    m_layout->addWidget(m_waiting);
    m_layout->addStretch();
    m_waiting->setObjectName(u"intake.waiting"_s);
    m_waiting->setAutoDefault(false);
    setLook(m_waiting, "link");
    m_waiting->hide();
    connect(m_waiting, &QPushButton::clicked, this, &IntakeTabs::waitingRequested);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &IntakeTabs::showTexts);
    m_second.start();
}

void IntakeTabs::showDrafts(const QList<IntakeDraft *> &open, qsizetype inFront)
{
    m_open = QList<QPointer<IntakeDraft>>(open.cbegin(), open.cend());
    m_inFront = inFront;
    while (m_chips.size() > m_open.size())
        m_chips.takeLast()->deleteLater();
    while (m_chips.size() < m_open.size()) {
        auto *chip = new Chip(Chip::Kind::Choice, QString(), this);
        const qsizetype index = m_chips.size();
        chip->setObjectName(u"intake.call%1"_s.arg(index + 1));
        connect(chip, &Chip::clicked, this, [this, index] {
            Q_EMIT chosen(index);
            showTexts(); // the click has turned the chip by itself
        });
        m_layout->insertWidget(static_cast<int>(index), chip);
        m_chips.append(chip);
    }
    showTexts();
}

void IntakeTabs::showTexts()
{
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        if (!m_open[i])
            continue;
        const QString shown = text(m_open[i], i == m_inFront);
        if (m_chips[i]->text() != shown) {
            m_chips[i]->setText(shown);
            m_chips[i]->setAccessibleName(shown);
            m_chips[i]->updateGeometry();
        }
        m_chips[i]->setChecked(i == m_inFront);
    }
}

void IntakeTabs::showWaiting(int drafts)
{
    m_waiting->setText(tr("%n unfinished draft(s)", nullptr, drafts));
    m_waiting->setVisible(drafts > 0);
}

QString IntakeTabs::text(const IntakeDraft *draft, bool inFront) const
{
    const IntakeRequest &request = draft->request();
    QStringList parts{request.call ? tr("Call %1").arg(draft->number()) : tr("Letter %1").arg(draft->number())};
    if (!request.phone.isEmpty())
        parts.append(maskedPhone(request.phone));
    if (!request.call)
        return parts.join(u" · "_s);
    if (draft->isKept())
        parts.append(tr("draft"));
    else if (!draft->startedAt().isValid())
        parts.append(tr("ready"));
    else if (!inFront)
        parts.append(tr("held"));
    else {
        const qint64 seconds = std::max<qint64>(0, draft->startedAt().secsTo(m_session.clock().now()));
        parts.append(u"%1:%2"_s.arg(seconds / 60, 2, 10, QChar(u'0')).arg(seconds % 60, 2, 10, QChar(u'0')));
    }
    return parts.join(u" · "_s);
}

} // namespace huiyin
