// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/Panel.h"

#include <QDate>

#include <optional>

class QCheckBox;
class QDateEdit;
class QSpinBox;

namespace huiyin {

// The numbers of an issue and its day, as they stand in the head of the bulletin.
class IssueFields : public Panel
{
    Q_OBJECT

public:
    struct Values
    {
        std::optional<int> issue{};
        std::optional<int> runningIssue{};
        bool isExtra = false;
        QDate date{};

        bool operator==(const Values &) const = default;
    };

    // `prefix`: the first part of the fields' object names, "bulletin." or "bulletin.draft".
    IssueFields(const QString &prefix, QDate today, QWidget *parent = nullptr);

    [[nodiscard]] Values values() const;
    void setValues(const Values &values); // doesn't emit
    void setToday(QDate today);           // the day of the issue, as long as none was chosen; doesn't emit
    [[nodiscard]] QList<QWidget *> tabChain() const;

Q_SIGNALS:
    void valuesChanged();

private:
    QSpinBox *m_issue;
    QSpinBox *m_runningIssue;
    QCheckBox *m_extra;
    QDateEdit *m_date;
    bool m_isDayChosen = false;
};

} // namespace huiyin
