// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handling/CommandDialog.h"

namespace huiyin {

// What a dispatch asks for, wherever it is given: at the intake, beside the ticket, for many at once.
class DispatchFields
{
public:
    // `dueAt`: shown to be changed; without one the rules say when.
    explicit DispatchFields(CommandDialog *dialog, const std::optional<QDateTime> &dueAt = {});

    void suggest(DepartmentId lead);
    [[nodiscard]] DispatchRequest request(TicketId ticket = TicketId(0)) const;

private:
    CodePicker *m_lead;
    DepartmentsField *m_coHandlers;
    QPlainTextEdit *m_instruction;
    std::optional<TimeField> m_due;
};

} // namespace huiyin
