// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/SecondSave.h"
#include "controls/CompareDialog.h"
#include "shell/CaseSession.h"

#include <QCoreApplication>
#include <QWidget>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>

namespace huiyin {

// How a save of T that came second (Refusal::Kind::Outdated) is compared with what the file holds and given again.
template <class T, class Result = Changes>
struct SecondSave
{
    struct Present
    {
        T value{};
        QList<HistoryEvent> events{}; // of the thing, oldest first
        QString remark{};             // what else there is to know of it as it is now
    };

    QString name{};  // of the dialog and its parts
    QString about{}; // which thing it is
    QList<MergeField<T>> fields{};
    std::function<QString(const QString &field)> label{};
    std::function<QString(const T &value, const QString &field)> text{}; // as this user may see it
    // Before something is shown, such as a record of who looks at it.
    std::function<void(std::function<void()> then)> prepare{};
    std::function<std::optional<Present>(CaseFile &)> read{}; // in a reading thread; nullopt: it is not there any more
    std::function<Outcome<Result>(CaseBook &, const T &)> give{};
    std::function<void(const Result &)> done{};
    // Nothing was saved: why, or without a reason when the user went back to the form or was told.
    std::function<void(const Refusal &)> ended{};
};

struct SecondSaveText
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::SecondSave)
};

// "王芳, 2020-02-10 14:20"; "" when the history doesn't tell.
QString originText(const QString &field, const QList<HistoryEvent> &events, const OfficeZone &zone);

template <class T, class Result>
using SecondSavePtr = std::shared_ptr<const SecondSave<T, Result>>;

template <class T, class Result>
void giveMerged(CaseSession &session, QWidget *form, const SecondSavePtr<T, Result> &how, const T &theirs,
                const T &mine, CompareDialog *dialog);

// Reads what the file holds now and compares. If the others have touched none of the fields, the save is given again at
// once; else the user decides field by field. Somebody who comes in between again is noticed again: then what the user
// has seen is the base. `form` stays as it is until `done`.
template <class T, class Result>
void saveSecond(CaseSession &session, QWidget *form, const SecondSavePtr<T, Result> &how, const T &base, const T &mine)
{
    using Present = typename SecondSave<T, Result>::Present;
    session.read(
        form, how->read,
        [session = QPointer<CaseSession>(&session), form, how, base, mine](const std::optional<Present> &present) {
            if (!session)
                return;
            if (!present) {
                how->ended({.reason = SecondSaveText::tr("It is not in the case file any more. Nothing was saved.")});
                return;
            }
            const QList<FieldDifference> found = differences(how->fields, base, present->value, mine);
            const bool theirsToo = std::ranges::any_of(found, &FieldDifference::changedByThem);
            if (!theirsToo && present->remark.isEmpty()) {
                giveMerged(*session, form, how, present->value, mine, static_cast<CompareDialog *>(nullptr));
                return;
            }
            const auto compare = [session, form, how, base, mine, present = *present, found] {
                if (!session)
                    return;
                QList<ComparedField> fields;
                for (const FieldDifference &difference : found) {
                    fields.append({.difference = difference,
                                   .label = how->label(difference.field),
                                   .base = how->text(base, difference.field),
                                   .theirs = how->text(present.value, difference.field),
                                   .mine = how->text(mine, difference.field),
                                   .origin = originText(difference.field, present.events, session->zone())});
                }
                QString about = how->about;
                if (!present.remark.isEmpty())
                    about += u'\n' + present.remark;
                auto *dialog = new CompareDialog(how->name, about, fields, form);
                QObject::connect(dialog, &CompareDialog::submitted, form, [session, form, how, present, mine, dialog] {
                    if (session)
                        giveMerged(*session, form, how, present.value,
                                   merged(how->fields, present.value, mine, dialog->chosen()), dialog);
                });
                QObject::connect(dialog, &QDialog::rejected, form, [how] { how->ended({}); });
                dialog->open();
            };
            if (how->prepare)
                how->prepare(compare);
            else
                compare();
        },
        [how] { how->ended({}); });
}

// `mine` with everything that is not a field of theirs, as its version. `dialog`: that it was decided in, if any.
template <class T, class Result>
void giveMerged(CaseSession &session, QWidget *form, const SecondSavePtr<T, Result> &how, const T &theirs,
                const T &mine, CompareDialog *dialog)
{
    QMap<QString, MergeSide> all;
    for (const MergeField<T> &field : how->fields)
        all.insert(field.name, MergeSide::Mine);
    const T next = merged(how->fields, theirs, mine, all);
    if (dialog)
        dialog->setBusy(true);
    const QPointer<CompareDialog> open(dialog);
    // Without telling the form: it gets its word from `how`.
    const auto close = [open] {
        if (open) {
            open->blockSignals(true);
            open->close();
        }
    };
    session.command(
        form, [how, next](CaseBook &book) { return how->give(book, next); },
        [how, close](const Result &result) {
            close();
            how->done(result);
        },
        [session = QPointer<CaseSession>(&session), form, how, theirs, next, open, close](const Refusal &refusal) {
            if (refusal.kind == Refusal::Kind::Outdated && session) {
                close();
                saveSecond(*session, form, how, theirs, next);
            } else if (open) {
                open->setBusy(false);
                open->showRefusal(refusal);
            } else {
                how->ended(refusal);
            }
        },
        [how, open] {
            if (open)
                open->setBusy(false);
            else
                how->ended({});
        });
}

} // namespace huiyin
