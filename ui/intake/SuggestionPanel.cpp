// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/SuggestionPanel.h"

#include "domain/Text.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int shortName = 9; // characters; the tool tip tells all of it
// Fewer neighbours, or one voice among many, are no reason to suggest anything.
constexpr int leastTickets = 2;
constexpr double leastWeight = 0.15;

template <class IdType>
bool isWorthTelling(const Suggested<IdType> &suggested)
{
    return suggested.tickets >= leastTickets && suggested.weight >= leastWeight;
}

} // namespace

SuggestionPanel::SuggestionPanel(QWidget *parent)
    : Panel(tr("As similar tickets were"), parent)
    , m_categories(addLine(tr("Category")))
    , m_departments(addLine(tr("Handled by")))
{
    setObjectName(u"intake.suggestions"_s);
    setIcon(u"tags"_s);
    hide();
}

SuggestionPanel::Line SuggestionPanel::addLine(const QString &label)
{
    Line line;
    line.row = new QWidget(this);
    line.layout = new QHBoxLayout(line.row);
    line.layout->setContentsMargins(0, 0, 0, 0);
    line.layout->setSpacing(8);
    line.label = textLabel(label, "soft", line.row);
    line.label->setMinimumWidth(line.label->fontMetrics().horizontalAdvance(u"承办单位"_s));
    line.layout->addWidget(line.label);
    line.layout->addStretch();
    body()->addWidget(line.row);
    return line;
}

void SuggestionPanel::clear(const Line &line)
{
    while (line.layout->count() > 2) { // the label and the stretch
        QLayoutItem *item = line.layout->takeAt(1);
        delete item->widget();
        delete item;
    }
}

void SuggestionPanel::showSuggestions(const SimilarMatters &similar, const CodeTables &tables)
{
    clear(m_categories);
    clear(m_departments);
    m_first.reset();
    m_firstDepartment.reset();
    const auto insert = [](const Line &line, QWidget *widget) {
        line.layout->insertWidget(line.layout->count() - 1, widget);
    };
    int row = 0;
    for (const auto &suggested : similar.categories) {
        if (!isWorthTelling(suggested))
            continue;
        if (!m_first)
            m_first = suggested.id;
        const QString name = pathOf(tables.categories, std::optional(suggested.id));
        const QString last = nameOf(tables.categories, std::optional(suggested.id));
        auto *button =
            new QPushButton(u"%1  %2"_s.arg(shortened(last, shortName)).arg(suggested.tickets), m_categories.row);
        button->setObjectName(u"intake.suggestedCategory%1"_s.arg(++row));
        button->setAutoDefault(false);
        button->setToolTip(tr("Take “%1”: %2 of %3 similar closed tickets")
                               .arg(name)
                               .arg(suggested.tickets)
                               .arg(similar.closedNeighbours));
        button->setAccessibleName(button->toolTip());
        connect(button, &QPushButton::clicked, this, [this, id = suggested.id] { Q_EMIT categoryTaken(id); });
        insert(m_categories, button);
    }
    int place = 0;
    for (const auto &suggested : similar.departments) {
        if (!isWorthTelling(suggested))
            continue;
        const Department *department = findById(tables.departments, std::optional(suggested.id));
        if (!department)
            continue; // it was read before the window knew of it
        const QString name = department->shortName.isEmpty() ? department->name : department->shortName;
        if (!m_firstDepartment)
            m_firstDepartment = suggested.id;
        auto *button =
            new QPushButton(u"%1  %2"_s.arg(shortened(name, shortName)).arg(suggested.tickets), m_departments.row);
        button->setObjectName(u"intake.suggestedDepartment%1"_s.arg(++place));
        button->setAutoDefault(false);
        button->setToolTip(tr("Dispatch to %1: %2 of %3 similar closed tickets that were dispatched")
                               .arg(department->name)
                               .arg(suggested.tickets)
                               .arg(similar.dispatchedNeighbours));
        button->setAccessibleName(button->toolTip());
        connect(button, &QPushButton::clicked, this, [this, id = suggested.id] { Q_EMIT departmentTaken(id); });
        insert(m_departments, button);
    }
    m_categories.row->setVisible(m_first.has_value());
    m_departments.row->setVisible(m_firstDepartment.has_value());
    setTrailingText(
        tr("from %n closed ticket(s)", nullptr, m_first ? similar.closedNeighbours : similar.dispatchedNeighbours));
    setVisible(m_first || m_firstDepartment);
}

std::optional<CategoryId> SuggestionPanel::firstCategory() const
{
    return m_first;
}

} // namespace huiyin
