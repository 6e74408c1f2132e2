// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/SimilarTickets.h"
#include "controls/Panel.h"
#include "domain/CodeTables.h"

#include <QLabel>

#include <optional>

class QHBoxLayout;

namespace huiyin {

// What similar closed tickets were: their categories and the departments that handled them as buttons, which the
// clerk may take. Nothing is ever filled in by itself. Hidden while there is nothing to suggest.
class SuggestionPanel : public Panel
{
    Q_OBJECT

public:
    explicit SuggestionPanel(QWidget *parent = nullptr);

    void showSuggestions(const SimilarMatters &similar, const CodeTables &tables);
    [[nodiscard]] std::optional<CategoryId> firstCategory() const;
    [[nodiscard]] std::optional<DepartmentId> firstDepartment() const { return m_firstDepartment; }

Q_SIGNALS:
    void categoryTaken(huiyin::CategoryId category);
    void departmentTaken(huiyin::DepartmentId department);

private:
    struct Line
    {
        QLabel *label = nullptr;
        QWidget *row = nullptr;
        QHBoxLayout *layout = nullptr;
    };
    Line addLine(const QString &label);
    static void clear(const Line &line);

    Line m_categories;
    Line m_departments;
    std::optional<CategoryId> m_first;
    std::optional<DepartmentId> m_firstDepartment;
};

} // namespace huiyin
