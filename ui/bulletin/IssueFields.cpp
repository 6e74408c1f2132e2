// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/IssueFields.h"

#include "paper/PaperFonts.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

IssueFields::IssueFields(const QString &prefix, QDate today, QWidget *parent)
    : Panel(tr("Issue"), parent)
{
    const auto number = [this, &prefix](const QString &name, const QString &accessible) {
        auto *spin = new QSpinBox(this);
        spin->setObjectName(partName(prefix, name));
        spin->setAccessibleName(accessible);
        spin->setRange(0, 99'999);
        spin->setSpecialValueText(tr("none", "no number of the issue"));
        spin->setAlignment(Qt::AlignRight);
        connect(spin, &QSpinBox::valueChanged, this, &IssueFields::valuesChanged);
        return spin;
    };
    m_issue = number(u"issue"_s, tr("Number in the year"));
    m_runningIssue = number(u"runningIssue"_s, tr("Running number"));
    m_extra = new QCheckBox(tr("Extra issue"), this);
    m_extra->setObjectName(partName(prefix, u"extra"_s));
    m_extra->setToolTip(tr("Numbered apart from the ordinary issues"));
    m_date = new QDateEdit(today, this);
    m_date->setObjectName(partName(prefix, u"date"_s));
    m_date->setAccessibleName(tr("Date of the issue"));
    m_date->setDisplayFormat(u"yyyy-MM-dd"_s);
    m_date->setCalendarPopup(true);
    connect(m_extra, &QCheckBox::toggled, this, &IssueFields::valuesChanged);
    connect(m_date, &QDateEdit::dateChanged, this, [this] {
        m_isDayChosen = true;
        Q_EMIT valuesChanged();
    });

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto addRow = [&](const QString &text, QWidget *field) {
        auto *label = textLabel(text, "soft", this);
        label->setTextFormat(Qt::AutoText);
        label->setBuddy(field);
        grid->addWidget(label, row, 0);
        field->setMinimumWidth(field->fontMetrics().horizontalAdvance(u"2026-12-30"_s) + 48);
        grid->addWidget(field, row, 1);
        ++row;
    };
    addRow(tr("&Number"), m_issue);
    addRow(tr("Runnin&g no."), m_runningIssue);
    addRow(tr("&Date"), m_date);
    grid->addWidget(m_extra, row, 1);
    body()->addLayout(grid);

    QStringList standIns;
    const auto faces = facesInUse();
    for (const FaceInUse &face : faces) {
        if (!face.official)
            standIns.append(tr("%1: %2", "a typeface and the one in its place").arg(face.wanted, face.family));
    }
    if (!standIns.isEmpty()) {
        auto *hint = textLabel(tr("%n official typeface(s) replaced", nullptr, static_cast<int>(standIns.size())),
                               "small", this);
        hint->setObjectName(partName(prefix, u"fonts"_s));
        hint->setToolTip(tr("Not installed on this computer; in their place stand:") + u'\n' + standIns.join(u'\n'));
        body()->addWidget(hint);
    }
}

IssueFields::Values IssueFields::values() const
{
    const auto positive = [](int value) { return value > 0 ? std::optional(value) : std::nullopt; };
    return {.issue = positive(m_issue->value()),
            .runningIssue = positive(m_runningIssue->value()),
            .isExtra = m_extra->isChecked(),
            .date = m_date->date()};
}

void IssueFields::setValues(const Values &values)
{
    const QSignalBlocker quiet(this);
    m_issue->setValue(values.issue.value_or(0));
    m_runningIssue->setValue(values.runningIssue.value_or(0));
    m_extra->setChecked(values.isExtra);
    m_date->setDate(values.date);
}

// A page stays open over night.
void IssueFields::setToday(QDate today)
{
    if (m_isDayChosen || m_date->date() == today)
        return;
    const QSignalBlocker quiet(m_date);
    m_date->setDate(today);
}

QList<QWidget *> IssueFields::tabChain() const
{
    return {m_issue, m_runningIssue, m_date, m_extra};
}

} // namespace huiyin
