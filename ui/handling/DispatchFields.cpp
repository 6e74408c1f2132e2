// SPDX-License-Identifier: GPL-3.0-or-later
#include "handling/DispatchFields.h"

#include "controls/CodePicker.h"
#include "handling/DepartmentsField.h"

#include <QCoreApplication>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::DispatchFields)
};

} // namespace

DispatchFields::DispatchFields(CommandDialog *dialog, const std::optional<QDateTime> &dueAt)
    : m_lead(dialog->addDepartment(u"department"_s, Text::tr("&Lead")))
    , m_coHandlers(dialog->addDepartments(u"coHandlers"_s, Text::tr("&Co-handlers")))
    , m_instruction(dialog->addText(u"instruction"_s, Text::tr("&Instruction"),
                                    Text::tr("What the office asks of the department")))
{
    if (dueAt)
        m_due = dialog->addTime(u"dueAt"_s, Text::tr("&Due"), *dueAt);
}

void DispatchFields::suggest(DepartmentId lead)
{
    m_lead->choose(std::optional(lead));
}

DispatchRequest DispatchFields::request(TicketId ticket) const
{
    return {.ticket = ticket,
            .lead = m_lead->chosen<DepartmentId>().value_or(DepartmentId(0)),
            .coHandlers = m_coHandlers->departments(),
            .instruction = m_instruction->toPlainText(),
            .dueAt = m_due ? m_due->told() : std::nullopt};
}

} // namespace huiyin
