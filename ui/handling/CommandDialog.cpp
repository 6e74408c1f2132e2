// SPDX-License-Identifier: GPL-3.0-or-later
#include "handling/CommandDialog.h"

#include "controls/CodePicker.h"
#include "controls/TypedFields.h"
#include "handling/DepartmentsField.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace huiyin {

std::optional<QDateTime> TimeField::told() const
{
    return m_edit->dateTime() == m_shown ? std::nullopt : std::optional(value());
}

QDateTime TimeField::value() const
{
    return m_zone.toUtcTime(m_edit->date(), m_edit->time());
}

CommandDialog::CommandDialog(CaseSession &session, Command command, const QString &about, QWidget *parent)
    : EntryDialog(u"handling."_s + QString::fromLatin1(ruleOf(command).action), displayName(command), parent)
    , m_session(&session)
{
    setMessages(session.messages());
    setSubmitText(displayName(command));
    setMinimumWidth(520);
    if (!about.isEmpty())
        addRemark(about);
}

CodePicker *CommandDialog::addDepartment(const QString &field, const QString &label)
{
    auto *picker = new CodePicker(this);
    picker->setChoices(choicesOf(m_session->codeTables().departments));
    addField(field, label, picker);
    return picker;
}

DepartmentsField *CommandDialog::addDepartments(const QString &field, const QString &label)
{
    auto *departments = new DepartmentsField(m_session->codeTables().departments, this);
    addField(field, label, departments);
    departments->findChild<CodePicker *>()->setAccessibleName(departments->accessibleName());
    return departments;
}

QPlainTextEdit *CommandDialog::addText(const QString &field, const QString &label, const QString &hint)
{
    auto *edit = new QPlainTextEdit(this);
    edit->setTabChangesFocus(true);
    edit->setPlaceholderText(hint);
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * 4 + 20);
    addField(field, label, edit);
    return edit;
}

QCheckBox *CommandDialog::addCheck(const QString &field, const QString &label)
{
    auto *box = new QCheckBox(label, this);
    addField(field, QString(), box);
    return box;
}

TimeField CommandDialog::addTime(const QString &field, const QString &label)
{
    return addTime(field, label, m_session->clock().now());
}

TimeField CommandDialog::addTime(const QString &field, const QString &label, const QDateTime &value)
{
    QDateTime shown = m_session->zone().toLocal(value);
    shown.setTime(QTime(shown.time().hour(), shown.time().minute()));
    auto *edit = new QDateTimeEdit(shown, this);
    edit->setTimeSpec(shown.timeSpec());
    edit->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    edit->setCalendarPopup(true);
    addField(field, label, edit);
    return {edit, m_session->zone(), edit->dateTime()};
}

QDateEdit *CommandDialog::addDay(const QString &field, const QString &label, QDate value)
{
    auto *edit = new QDateEdit(value, this);
    edit->setDisplayFormat(u"yyyy-MM-dd"_s);
    edit->setCalendarPopup(true);
    addField(field, label, edit);
    return edit;
}

void CommandDialog::keepWords(const WordsPlace &place)
{
    m_place = place;
    m_keptBar = addKeptBar(this);
    if (m_start && !m_isHeld)
        beginKeeping();
}

// Once the fields hold what they begin with.
void CommandDialog::beginKeeping()
{
    if (!m_place || (!m_wordsForm && !hasTexts(this)))
        return;
    const KeptWords::Form own{.typed = [this] { return typedSince(*m_start, this); },
                              .fill = [this](const TypedWords &words) { fillFields(this, words); }};
    m_words = new KeptWords(*m_session, *m_place, m_wordsForm.value_or(own), m_keptBar, this);
    if (!m_wordsForm)
        watchFields(this, [this] { edited(); });
    connect(this, &QDialog::accepted, m_words, &KeptWords::end);
    connect(this, &QDialog::rejected, m_words, &KeptWords::dropTyped);
}

void CommandDialog::edited()
{
    if (m_words)
        m_words->edited();
}

void CommandDialog::openKeeping()
{
    m_start = typedIn(this);
    beginKeeping();
    open();
}

void CommandDialog::holdWords()
{
    m_isHeld = true;
    if (m_words)
        m_words->hold();
}

void CommandDialog::releaseWords()
{
    m_isHeld = false;
    if (m_words)
        m_words->release();
}

std::optional<WordsPlace> CommandDialog::wordsPlace() const
{
    return m_words ? std::optional(m_words->place()) : std::nullopt;
}

void CommandDialog::closeForLater()
{
    releaseWords();
    if (m_words)
        disconnect(this, &QDialog::rejected, m_words, nullptr);
    done(Rejected);
}

void CommandDialog::start(std::function<Act()> collect)
{
    connect(this, &EntryDialog::submitted, this, [this, collect = std::move(collect)] { submit(collect()); });
    openKeeping();
}

void CommandDialog::submit(const Act &act)
{
    if (!m_session)
        return;
    if (!m_words) {
        giveFrom(this, *m_session, act);
        return;
    }
    holdWords();
    giveFrom(
        this, *m_session,
        [act, place = m_words->place(), apart = m_isGivenApart](CaseBook &book) {
            return apart ? giveApartFromWords(book, place, act) : giveWithWords(book, place, act);
        },
        [this] { releaseWords(); });
}

void giveFrom(EntryDialog *dialog, CaseSession &session, const CommandDialog::Act &act,
              const std::function<void()> &inVain)
{
    dialog->setBusy(true);
    const auto stays = [dialog, inVain] {
        dialog->setBusy(false);
        if (inVain)
            inVain();
    };
    session.command(
        dialog, [act](CaseBook &book) { return act(book); }, [dialog](const Changes &) { dialog->accept(); },
        [dialog, stays](const Refusal &refusal) {
            stays();
            dialog->showRefusal(refusal);
        },
        [stays] { stays(); });
}

void giveAtOnce(CaseSession &session, QObject *receiver, const CommandDialog::Act &act,
                std::function<void(const Refusal &)> refused, const QString &told)
{
    session.command(
        receiver, [act](CaseBook &book) { return act(book); },
        [session = QPointer(&session), told](const Changes &) {
            if (session && !told.isEmpty())
                Q_EMIT session->told(told);
        },
        std::move(refused));
}

} // namespace huiyin
