// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/CutOffPicker.h"

#include "controls/Panel.h"

#include <QDateEdit>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

QString dayText(QDate day)
{
    const QLocale locale;
    return locale.language() == QLocale::Chinese ? locale.toString(day, u"yyyy年M月d日"_s)
                                                 : locale.toString(day, u"d MMM yyyy"_s);
}

} // namespace

CutOffPicker::CutOffPicker(QWidget *parent)
    : PaneButton(parent)
{
    showChoice();
}

void CutOffPicker::setPeriodEnd(QDate day)
{
    m_periodEnd = day;
    m_lastDay.reset();
    showChoice();
}

void CutOffPicker::choose(std::optional<QDate> day)
{
    if (m_lastDay == day)
        return;
    m_lastDay = day;
    showChoice();
    Q_EMIT cutOffChosen();
}

void CutOffPicker::showChoice()
{
    setText(m_lastDay ? tr("As of %1", "cut-off; the day is included").arg(dayText(*m_lastDay)) : tr("As of its end"));
    setAccessibleName(tr("Cut-off: %1").arg(text()));
    const QDate day = m_lastDay.value_or(m_periodEnd);
    setToolTip(day.isValid() ? tr("What happened after %1 is not counted").arg(dayText(day)) : QString());
    updateGeometry();
}

QFrame *CutOffPicker::makePane()
{
    QFrame *pane = makePopupFrame(this);
    auto *end = new QRadioButton(tr("The &end of the period"), pane);
    auto *other = new QRadioButton(tr("&Another day, included"), pane);
    auto *date = new QDateEdit(m_lastDay.value_or(m_periodEnd), pane);
    auto *apply = new QPushButton(tr("Apply"), pane);
    end->setObjectName(u"cutOff.end"_s);
    other->setObjectName(u"cutOff.other"_s);
    date->setObjectName(u"cutOff.day"_s);
    apply->setObjectName(u"cutOff.apply"_s);
    date->setDisplayFormat(u"yyyy-MM-dd"_s);
    date->setCalendarPopup(true);
    date->setAccessibleName(tr("Last day that counts"));
    setLook(apply, "primary");
    auto *layout = new QGridLayout(pane);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(end, 0, 0, 1, 2);
    layout->addWidget(other, 1, 0, 1, 2);
    layout->addWidget(date, 2, 0, 1, 2);
    layout->addWidget(apply, 3, 1, Qt::AlignRight);
    (m_lastDay ? other : end)->setChecked(true);
    connect(date, &QDateEdit::dateChanged, other, [other] { other->setChecked(true); });
    connect(apply, &QPushButton::clicked, this, [this, pane, other, date] {
        const auto day = other->isChecked() ? std::optional(date->date()) : std::nullopt;
        pane->close();
        choose(day);
    });
    (m_lastDay ? other : end)->setFocus();
    return pane;
}

} // namespace huiyin
