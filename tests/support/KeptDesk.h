// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/NoticeBar.h"
#include "handling/CommandDialog.h"
#include "storage/KeptDraftRepository.h"
#include "support/OpenOffice.h"
#include "support/Print.h"
#include "tickets/TicketDetail.h"

#include <QAction>
#include <QPushButton>

namespace huiyin::test {

// What the one user of the office has in the file, form by form.
inline QStringList keptIn(CaseSession &session)
{
    std::optional<QStringList> texts;
    session.read(
        &session, [user = session.user()](CaseFile &file) { return KeptDraftRepository(file.database()).of(user); },
        [&texts](const QList<KeptDraft> &drafts) {
            texts.emplace();
            for (const KeptDraft &draft : drafts) {
                for (const TypedWords &typed : draft.words)
                    texts->append(typed.text());
            }
        });
    REQUIRE(QTest::qWaitFor([&texts] { return texts.has_value(); }, patience));
    return *texts;
}

inline bool waitForKept(CaseSession &session, const QStringList &texts)
{
    return QTest::qWaitFor([&] { return keptIn(session) == texts; }, patience);
}

inline QPushButton *button(const NoticeBar *bar, const QString &text)
{
    const auto buttons = bar->findChildren<QPushButton *>();
    for (QPushButton *one : buttons) {
        if (one->text() == text && one->isVisible())
            return one;
    }
    FAIL(text.toStdString());
    return nullptr;
}

inline NoticeBar *barOf(const QWidget *form)
{
    auto *bar = form->findChild<NoticeBar *>(form->objectName() + u".kept");
    REQUIRE(bar);
    return bar;
}

inline bool offers(const NoticeBar *bar)
{
    return QTest::qWaitFor([bar] { return bar->isVisible(); }, patience);
}

// One ticket beside the list.
struct KeptDesk : OpenOffice
{
    KeptDesk(HandlingOffice &prepared, TicketId shown)
        : OpenOffice(prepared)
        , detail(std::make_unique<TicketDetail>(*session, QStringLiteral("tickets")))
    {
        show(detail.get());
        detail->showTicket(shown);
        REQUIRE(QTest::qWaitFor([this] { return detail->moreAction()->isEnabled(); }, patience));
    }
    CommandDialog *ask(const QString &command)
    {
        auto *action = detail->findChild<QAction *>(QStringLiteral("handling.") + command + u"Action");
        REQUIRE(action);
        action->trigger();
        CommandDialog *found = nullptr;
        REQUIRE(QTest::qWaitFor(
            [&] {
                found = detail->findChild<CommandDialog *>(QStringLiteral("handling.") + command);
                return found && found->isVisible();
            },
            patience));
        return found;
    }
    // The program is gone: nothing is asked, nobody says goodbye.
    HandlingOffice &crash()
    {
        detail.reset();
        return close();
    }

    std::unique_ptr<TicketDetail> detail;
};

} // namespace huiyin::test
