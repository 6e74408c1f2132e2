// SPDX-License-Identifier: GPL-3.0-or-later
#include "handling/CorrectionDialog.h"

#include "controls/CodePicker.h"
#include "controls/TypedFields.h"
#include "controls/UserMark.h"
#include "domain/PersonalText.h"
#include "handling/CommandDialog.h"
#include "handling/CorrectionWords.h"
#include "shell/SecondSave.h"
#include "storage/HistoryRepository.h"
#include "storage/TicketRepository.h"
#include "tickets/ComparedFields.h"
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

void inVain(CommandDialog *ask)
{
    ask->setBusy(false);
    ask->releaseWords();
}

std::shared_ptr<const SecondSave<CorrectionRequest>> secondSave(CaseSession &session, CommandDialog *ask,
                                                                const QString &number, TicketId ticket)
{
    using Save = SecondSave<CorrectionRequest>;
    const auto shown = std::make_shared<bool>(false);
    auto how = std::make_shared<Save>();
    how->name = ask->objectName() + u".compare";
    how->about = Text::tr("The ticket %1").arg(number);
    how->fields = correctionFields();
    how->label = [](const QString &field) { return ticketFieldLabel(field); };
    how->text = [tables = session.codeTables(), shown](const CorrectionRequest &request, const QString &field) {
        return comparedText(request, field, tables, *shown);
    };
    // What somebody else has entered is seen anew; who may not see it compares what is masked.
    how->prepare = [open = QPointer<CaseSession>(&session), ask, ticket, shown](const std::function<void()> &then) {
        if (!open)
            return;
        open->command(
            ask, [ticket](CaseBook &book) { return book.recordView(ticket); },
            [shown, then](const Changes &) {
                *shown = true;
                then();
            },
            [shown, then](const Refusal &) {
                *shown = false;
                then();
            },
            [ask] { inVain(ask); });
    };
    how->read = [ticket](CaseFile &file) -> std::optional<Save::Present> {
        const auto stored = TicketRepository(file.database()).byId(ticket);
        if (!stored)
            return std::nullopt;
        return Save::Present{.value = correctionOf(*stored),
                             .events = HistoryRepository(file.database()).of(u"ticket"_s, ticket.value())};
    };
    how->give = [place = ask->wordsPlace()](CaseBook &book, const CorrectionRequest &request) {
        return giveWithWords(book, place, [&request](CaseBook &asked) { return asked.correct(request); });
    };
    how->done = [ask](const Changes &) { ask->accept(); };
    how->ended = [ask](const Refusal &refusal) {
        inVain(ask);
        ask->showRefusal(refusal);
    };
    return how;
}

void give(CaseSession &session, CommandDialog *ask, const QString &number, const CorrectionRequest &base,
          const CorrectionRequest &mine)
{
    ask->setBusy(true);
    ask->holdWords();
    session.command(
        ask,
        [mine, place = ask->wordsPlace()](CaseBook &book) {
            return giveWithWords(book, place, [&mine](CaseBook &asked) { return asked.correct(mine); });
        },
        [ask](const Changes &) { ask->accept(); },
        [open = QPointer<CaseSession>(&session), ask, number, base, mine](const Refusal &refusal) {
            if (refusal.kind == Refusal::Kind::Outdated && open) {
                saveSecond(*open, ask, secondSave(*open, ask, number, base.ticket), base, mine);
                return;
            }
            inVain(ask);
            ask->showRefusal(refusal);
        },
        [ask] { inVain(ask); });
}

} // namespace

void askCorrection(CaseSession &session, const Ticket &ticket, QWidget *parent)
{
    auto *ask = new CommandDialog(session, Command::Correct, ticket.number, parent);
    ask->keepWords(WordsPlace::of(Command::Correct, *ticket.id));
    const CodeTables tables = session.codeTables();
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
    // The ticket as it was when this was begun, which may have been before the form was opened.
    const auto base = std::make_shared<CorrectionRequest>(correctionOf(ticket));
    const auto typed = [=] {
        return CorrectionRequest{
            .ticket = base->ticket,
            .version = base->version,
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
    };
    // Fields may show a text a little otherwise than it stands in the file.
    const auto start = std::make_shared<CorrectionRequest>(typed());
    const auto fill = [=](const CorrectionRequest &request) {
        title->setText(request.title);
        content->setPlainText(request.content);
        type->choose(request.requestType, nameOf(tables.requestTypes, request.requestType));
        category->choose(request.category, pathOf(tables.categories, request.category));
        topic->choose(request.topic, nameOf(tables.topics, request.topic));
        area->choose(request.area, pathOf(tables.areas, request.area));
        address->setText(request.address);
        requester->setText(request.requester);
        phone->setText(request.phone);
        kind->setCurrentIndex(kind->findData(static_cast<int>(request.requesterKind)));
        confidentiality->setCurrentIndex(confidentiality->findData(static_cast<int>(request.confidentiality)));
    };
    ask->setWordsForm({.typed = [typed, base, start]() -> std::optional<TypedWords> {
                           const CorrectionRequest mine = typed();
                           return mine == *start ? std::nullopt : std::optional(wordsOf({.base = *base, .mine = mine}));
                       },
                       .fill =
                           [fill, base, start](const TypedWords &words) {
                               const auto begun = correctionIn(words, base->ticket);
                               if (!begun)
                                   return;
                               *base = *start = begun->base;
                               fill(begun->mine);
                           }});
    watchFields(ask, [ask] { ask->edited(); });
    QObject::connect(ask, &EntryDialog::submitted, ask,
                     [ask, typed, base, number = ticket.number, open = QPointer<CaseSession>(&session)] {
                         if (open)
                             give(*open, ask, number, *base, typed());
                     });
    ask->openKeeping();
}

QString comparedText(const CorrectionRequest &request, const QString &field, const CodeTables &tables, bool shown)
{
    if (shown)
        return ticketFieldText(request, field, tables);
    CorrectionRequest masked = request;
    const Citizen citizen{.name = request.requester, .address = request.address};
    masked.title = maskedText(request.title, citizen);
    masked.content = maskedText(request.content, citizen);
    masked.address = maskedAddress(request.address);
    masked.requester = maskedName(request.requester);
    masked.phone = maskedPhone(request.phone);
    return ticketFieldText(masked, field, tables);
}

} // namespace huiyin
