// SPDX-License-Identifier: GPL-3.0-or-later
#include "handling/NominationDialog.h"

#include "casework/BestCases.h"
#include "handling/CommandDialog.h"

#include <QCoreApplication>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::NominationDialog)
};

} // namespace

void fillNomination(CommandDialog *ask, TicketId ticket)
{
    QPlainTextEdit *reason =
        ask->addText(u"ground"_s, Text::tr("&Reason", "why a case is nominated"),
                     Text::tr("What was hard about it, how it was solved, what others can learn from it"));
    ask->addRemark(Text::tr("The reason goes out with the result, with citizens' data masked."));
    ask->start([reason, ticket]() -> CommandDialog::Act {
        const NominationRequest request{.ticket = ticket, .reason = reason->toPlainText()};
        return [request](CaseBook &book) { return nominateCase(book, request); };
    });
}

CommandDialog *askNomination(CaseSession &session, TicketId ticket, const QString &about, QWidget *window)
{
    auto *ask = new CommandDialog(session, Command::NominateCase, about, window);
    ask->keepWords(WordsPlace::of(Command::NominateCase, ticket));
    fillNomination(ask, ticket);
    return ask;
}

} // namespace huiyin
