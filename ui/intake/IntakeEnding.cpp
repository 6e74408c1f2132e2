// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/IntakeEnding.h"

#include "domain/Sentences.h"
#include "handling/DispatchFields.h"
#include "intake/IntakeNotice.h"
#include "tickets/TicketText.h"

#include <QPlainTextEdit>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace huiyin {

IntakeEnding::IntakeEnding(CaseSession &session, IntakeNotice *notice, QWidget *page)
    : QObject(page)
    , m_session(session)
    , m_notice(notice)
    , m_page(page)
{
}

void IntakeEnding::tell(const IntakeDraft *draft, const QString &text, const QString &action,
                        std::function<void()> onAction)
{
    if (draft->hasLaterWords())
        m_notice->tellEnd(Tone::Warn, joinedSentences({text, tr("What was typed after that is not in it.")}), action,
                          std::move(onAction));
    else
        m_notice->tellEnd(Tone::Ok, text, action, std::move(onAction));
}

void IntakeEnding::tellTicket(const IntakeDraft *draft, const QString &text, const SavedTicket &saved)
{
    tell(draft, text.arg(saved.number), tr("Open"), [this, id = saved.id] { Q_EMIT ticketRequested(id); });
}

void IntakeEnding::finish(IntakeDraft *draft, const IntakeDraft::Finish &how, const QString &done, bool startNext)
{
    draft->finish(
        how,
        [this, draft, done, startNext](const SavedTicket &saved) {
            QString text = done;
            if (saved.due && !saved.closed)
                text = joinedSentences({text, tr("Due %1.").arg(TicketText(m_session).time(saved.due->at))});
            tellTicket(draft, text, saved);
            Q_EMIT ended(draft, startNext);
        },
        [this, draft](const Refusal &refusal) { Q_EMIT refused(draft, refusal); }, [] {});
}

void IntakeEnding::accept(IntakeDraft *draft, bool startNext)
{
    finish(
        draft, [](CaseBook &book, const IntakeRequest &request) { return book.accept(request); }, tr("%1 is saved."),
        startNext);
}

void IntakeEnding::answerDirectly(IntakeDraft *draft)
{
    finish(
        draft, [](CaseBook &book, const IntakeRequest &request) { return book.answerDirectly(request); },
        tr("%1 is answered and closed."), false);
}

void IntakeEnding::finishBy(CommandDialog *dialog, IntakeDraft *draft, const IntakeDraft::Finish &how,
                            const QString &done)
{
    dialog->setBusy(true);
    dialog->holdWords();
    draft->finish(
        [how, place = dialog->wordsPlace()](CaseBook &book, const IntakeRequest &matter) {
            return giveWithWords(book, place, [&](CaseBook &asked) { return how(asked, matter); });
        },
        [this, dialog = QPointer(dialog), draft, done](const SavedTicket &saved) {
            if (dialog)
                dialog->accept();
            tellTicket(draft, done, saved);
            Q_EMIT ended(draft, false);
        },
        [this, dialog = QPointer(dialog), draft](const Refusal &refusal) {
            if (dialog && dialog->hasField(refusal.field)) {
                dialog->setBusy(false);
                dialog->releaseWords();
                dialog->showRefusal(refusal);
                Q_EMIT refused(draft, {});
                return;
            }
            if (dialog)
                dialog->closeForLater(); // it is opened again once the matter is complete
            Q_EMIT refused(draft, refusal);
        },
        [dialog = QPointer(dialog)] {
            if (!dialog)
                return;
            dialog->setBusy(false);
            dialog->releaseWords();
        });
}

// What is typed is kept for the draft, as soon as that is in the file.
CommandDialog *IntakeEnding::dialogFor(Command command, IntakeDraft *draft)
{
    auto *dialog = new CommandDialog(m_session, command, draft->titleText(), m_page->window());
    const auto keep = [dialog, draft, command] {
        if (draft->ticket() && !dialog->wordsPlace())
            dialog->keepWords(WordsPlace::of(command, *draft->ticket()));
    };
    if (draft->ticket()) {
        keep();
    } else {
        connect(draft, &IntakeDraft::saved, dialog, keep, Qt::SingleShotConnection);
        draft->save();
    }
    return dialog;
}

// Without words there is nothing to give away; an empty title is taken from them.
bool IntakeEnding::hasWords(IntakeDraft *draft)
{
    const auto missing = CaseBook::missingWords(draft->request());
    if (!missing || missing->field != u"content")
        return true;
    Q_EMIT refused(draft, *missing);
    return false;
}

void IntakeEnding::dispatch(IntakeDraft *draft, std::optional<DepartmentId> suggested)
{
    if (!hasWords(draft))
        return;
    CommandDialog *ask = dialogFor(Command::Dispatch, draft);
    DispatchFields fields(ask);
    if (suggested)
        fields.suggest(*suggested);
    connect(ask, &EntryDialog::submitted, this, [this, ask, fields, draft = QPointer(draft)] {
        if (!draft)
            return;
        finishBy(
            ask, draft,
            [request = fields.request()](CaseBook &book, const IntakeRequest &matter) {
                return book.dispatch(matter, request);
            },
            tr("%1 is saved and dispatched."));
    });
    ask->openKeeping();
}

void IntakeEnding::notAccept(IntakeDraft *draft)
{
    if (!hasWords(draft))
        return;
    CommandDialog *ask = dialogFor(Command::NotAccept, draft);
    QPlainTextEdit *ground = ask->addText(
        u"ground"_s, tr("&Ground"),
        tr("Why the office can't take it up: 110, 119 or 120, a court, a petition, another county, nothing new"));
    connect(ask, &EntryDialog::submitted, this, [this, ask, ground, draft = QPointer(draft)] {
        if (!draft)
            return;
        finishBy(
            ask, draft,
            [words = ground->toPlainText()](CaseBook &book, const IntakeRequest &matter) {
                return book.notAccept(matter, words);
            },
            tr("%1 is recorded as not accepted."));
    });
    ask->openKeeping();
}

void IntakeEnding::endCall(IntakeDraft *draft, CallOutcome outcome)
{
    draft->startCall(); // a call that was over before a word was typed
    draft->endCall(
        outcome, std::nullopt,
        [this, draft, outcome] {
            tell(draft, tr("The call is recorded: %1.").arg(displayName(outcome)));
            Q_EMIT ended(draft, false);
        },
        [this, draft](const Refusal &refusal) { Q_EMIT refused(draft, refusal); });
}

void IntakeEnding::repeat(IntakeDraft *draft, TicketId of)
{
    draft->endCall(
        CallOutcome::Repeat, of,
        [this, draft, of] {
            tell(draft, tr("The call is recorded as a repeat."), tr("Open the ticket"),
                 [this, of] { Q_EMIT ticketRequested(of); });
            Q_EMIT ended(draft, false);
        },
        [this, draft](const Refusal &refusal) { Q_EMIT refused(draft, refusal); });
}

void IntakeEnding::discard(IntakeDraft *draft)
{
    m_session.messages().ask(draft,
                             {.message = {.level = Message::Level::Warning,
                                          .what = tr("Throw away what is written here?"),
                                          .state = tr("It doesn't become a ticket, and the call is not recorded.")},
                              .answers = {tr("Throw away"), tr("Keep")},
                              .standard = 0,
                              .destructive = true},
                             [this, draft](int answer) {
                                 if (answer != 0)
                                     return;
                                 draft->discard(
                                     [this, draft] { Q_EMIT ended(draft, false); },
                                     [this, draft](const Refusal &refusal) { Q_EMIT refused(draft, refusal); });
                             });
}

} // namespace huiyin
