// SPDX-License-Identifier: GPL-3.0-or-later
#include "handling/CorrectionDialog.h"

#include "controls/CodePicker.h"
#include "controls/UserMark.h"
#include "handling/CommandDialog.h"
#include "tickets/TicketText.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::CorrectionDialog)
};

} // namespace

void askCorrection(CaseSession &session, const Ticket &ticket, QWidget *parent)
{
    auto *ask = new CommandDialog(session, Command::Correct, ticket.number, parent);
    const CodeTables &tables = session.codeTables();
    const auto line = [ask](const QString &field, const QString &label, const QString &text) {
        auto *edit = new QLineEdit(text, ask);
        ask->addField(field, label, edit);
        return edit;
    };
    const auto picker = [ask](const QString &field, const QString &label, const QList<CodeChoice> &choices, auto chosen,
                              const QString &name) {
        auto *made = new CodePicker(ask);
        made->setChoices(choices);
        made->choose(chosen, name);
        ask->addField(field, label, made);
        return made;
    };
    QLineEdit *title = line(u"title"_s, Text::tr("&Title"), ticket.title);
    QPlainTextEdit *content = ask->addText(u"content"_s, Text::tr("&Content"));
    content->setPlainText(ticket.content);
    CodePicker *type = picker(u"requestType"_s, Text::tr("T&ype"), choicesOf(tables.requestTypes), ticket.requestType,
                              nameOf(tables.requestTypes, ticket.requestType));
    CodePicker *category = picker(u"category"_s, Text::tr("C&ategory"), choicesOf(tables.categories), ticket.category,
                                  pathOf(tables.categories, ticket.category));
    CodePicker *topic =
        picker(u"topic"_s, Text::tr("T&opic"), choicesOf(tables.topics, session.zone().day(ticket.receivedAt)),
               ticket.topic, nameOf(tables.topics, ticket.topic));
    CodePicker *area =
        picker(u"area"_s, Text::tr("A&rea"), choicesOf(tables.areas), ticket.area, pathOf(tables.areas, ticket.area));
    QLineEdit *address = line(u"address"_s, Text::tr("A&ddress"), ticket.address);
    QLineEdit *requester = line(u"requester"_s, Text::tr("Re&quester"), ticket.requester);
    QLineEdit *phone = line(u"phone"_s, Text::tr("&Phone"), ticket.phone);
    QComboBox *kind = ask->addChoice<RequesterKind>(u"requesterKind"_s, Text::tr("&Kind"));
    kind->setCurrentIndex(kind->findData(static_cast<int>(ticket.requesterKind)));
    QComboBox *confidentiality = ask->addChoice<Confidentiality>(u"confidentiality"_s, Text::tr("Con&fidentiality"));
    confidentiality->setCurrentIndex(confidentiality->findData(static_cast<int>(ticket.confidentiality)));
    (new UserMark(ask))->mark(userMarkText(session));
    ask->start([=, id = *ticket.id, version = ticket.version]() -> CommandDialog::Act {
        const CorrectionRequest request{
            .ticket = id,
            .version = version,
            .requestType = type->chosen<RequestTypeId>(),
            .category = category->chosen<CategoryId>(),
            .topic = topic->chosen<TopicId>(),
            .area = area->chosen<AreaId>(),
            .address = address->text(),
            .title = title->text(),
            .content = content->toPlainText(),
            .requester = requester->text(),
            .phone = phone->text(),
            .requesterKind = CommandDialog::chosen<RequesterKind>(kind).value_or(RequesterKind::Citizen),
            .confidentiality = CommandDialog::chosen<Confidentiality>(confidentiality).value_or(Confidentiality::Open)};
        return [request](CaseBook &book) { return book.correct(request); };
    });
}

} // namespace huiyin
