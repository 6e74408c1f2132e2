// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/AttachmentRepository.h"
#include "storage/UserRepository.h"
#include "support/HandlingOffice.h"
#include "support/SecretHunt.h"

namespace huiyin::test {

// An office whose tickets tell of people in every field and in every text, in all states of handling.
class SecretOffice : public HandlingOffice
{
public:
    static constexpr int people = 20;
    const QString chiefs = QStringLiteral("zhu-ren-kou-ling-77");
    const QString editors = QStringLiteral("tong-ji-kou-ling-88");
    const QString editor = QStringLiteral("统计员甲");

    SecretOffice()
        : HandlingOffice("2020-02-20 09:00")
        , persons(secretPeople(people))
    {
        must(book->saveCategory({.name = QStringLiteral("水、电、气")}));
        const CategoryId category = *tables().categories.first().id;
        for (int i = 0; i < persons.size(); ++i) {
            const SecretPerson &p = persons[i];
            const QString told = QStringLiteral("%1（%2，电话%3，身份证%4，车牌%5）")
                                     .arg(p.name, p.address, spoken(p.phone, i), p.card, p.plate);
            clock.advance(60);
            const auto saved =
                book->accept({.call = CallFacts{.startedAt = clock.now().addSecs(-50),
                                                .phone = p.phone,
                                                .caller = p.name,
                                                .note = QStringLiteral("回拨") + told},
                              .channel = phone(),
                              .requestType = tables().requestTypes.at(i % 3).id,
                              .category = category,
                              .address = p.address,
                              .title = QStringLiteral("%1反映%2停水，请拨%3").arg(p.name, p.address, p.phone),
                              .content = QStringLiteral("反映人来电，家中停水两天。") + told,
                              .requester = p.name,
                              .phone = p.phone,
                              .confidentiality = i % 4 == 1 ? Confidentiality::Hidden : Confidentiality::Open,
                              .urgency = i % 5 == 0 ? Urgency::Urgent : Urgency::Normal});
            if (!saved)
                qFatal("%s", qUtf8Printable(saved.error().reason));
            tickets.append(saved->id);
            bringOn(saved->id, i, told);
            must(book->attach({.ticket = saved->id,
                               .name = QStringLiteral("%1 %2.txt").arg(p.name, p.phone),
                               .content = (QStringLiteral("附件：") + told).toUtf8(),
                               .note = told}));
        }
        must(book->registerCall({.facts = {.startedAt = clock.now(),
                                           .phone = persons.first().phone,
                                           .caller = persons.first().name,
                                           .note = persons.first().card},
                                 .outcome = CallOutcome::Answered}));
        const UserRepository users(file->database());
        const User first = users.all().first();
        chief = first.name;
        CaseBook chiefs_(*file, clock, chief);
        must(chiefs_.setPassword(*first.id, chiefs));
        must(chiefs_.saveUser({.login = QStringLiteral("tongji"), .name = editor, .roles = Role::Editor}));
        must(chiefs_.setPassword(*users.byName(editor)->id, QStringLiteral("given-2020")));
        CaseBook own(*file, clock, editor, Role::Editor);
        must(own.changeOwnPassword(QStringLiteral("given-2020"), editors));
        // A draft that was left in the middle of a number.
        const auto draft = chiefs_.saveDraft(
            {.channel = phone(),
             .content = QStringLiteral("来电人反映，家中自来水管冻裂，已停水两日，老人行动不便请") + persons[2].phone,
             .requester = persons[2].name});
        if (!draft)
            qFatal("%s", qUtf8Printable(draft.error().reason));
        close();
    }

    [[nodiscard]] QStringList secrets() const
    {
        QStringList all{chiefs, editors};
        for (const SecretPerson &p : persons)
            all += QStringList{p.name, p.phone, p.address, p.door, p.card, p.plate};
        return all;
    }

    QList<SecretPerson> persons;
    QList<TicketId> tickets;
    QString chief;

private:
    static QString spoken(const QString &phone, int i)
    {
        switch (i % 3) {
        case 1:
            return phone.left(3) + QLatin1Char(' ') + phone.mid(3, 4) + QLatin1Char(' ') + phone.right(4);
        case 2:
            return phone.left(3) + QLatin1Char('-') + phone.mid(3, 4) + QLatin1Char('-') + phone.right(4);
        default:
            return phone;
        }
    }

    // Each ticket a step further than the one before, with the citizen in whatever is written.
    void bringOn(TicketId ticket, int i, const QString &told)
    {
        const int steps = i % 8;
        if (i % 3 == 0)
            must(book->setMark(ticket, Mark::PickedProblem, true));
        if (steps == 0)
            return;
        must(book->dispatch({.ticket = ticket, .lead = water, .instruction = told}));
        if (steps == 1)
            return;
        must(book->remind({.dispatch = *lead(ticket).id, .text = told}));
        if (steps == 2) {
            must(book->askReturn({.dispatch = *lead(ticket).id, .ground = told}));
            return;
        }
        must(book->sign(*lead(ticket).id));
        if (steps == 3) {
            must(book->askExtension(
                {.dispatch = *lead(ticket).id, .dueAt = lead(ticket).dueAt->addDays(1), .reason = told}));
            return;
        }
        must(book->reply({.dispatch = *lead(ticket).id, .text = told}));
        if (steps == 4)
            return;
        must(book->acceptReply(*lead(ticket).id));
        if (steps == 5)
            return;
        must(book->followUp({.ticket = ticket,
                             .reached = true,
                             .solved = true,
                             .satisfaction = Satisfaction::Satisfied,
                             .comment = told}));
        if (steps == 7)
            must(book->close(ticket));
    }
};

} // namespace huiyin::test
