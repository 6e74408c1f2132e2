// SPDX-License-Identifier: GPL-3.0-or-later
// A layout is opened, kept while it is typed, saved or given up.
#include "bulletin/LayoutText.h"
#include "bulletin/OfficeLayouts.h"
#include "casework/KeepingWords.h"
#include "controls/NoticeBar.h"
#include "controls/Panel.h"
#include "controls/SegmentedButtons.h"
#include "controls/Tag.h"
#include "layouts/LayoutEditor.h"
#include "layouts/LayoutForm.h"
#include "layouts/LayoutPreview.h"
#include "layouts/LayoutTree.h"
#include "shell/KeptWords.h"
#include "storage/BulletinRepository.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

std::optional<OfficeLayout> storedLayout(CaseFile &file, const QString &name)
{
    return LayoutRepository(file.database()).byName(name);
}

} // namespace

bool LayoutEditor::mayEdit() const
{
    return m_isOpen && m_context.session.may(Command::SetUp);
}

void LayoutEditor::open(const Opened &opened)
{
    close();
    begin(opened);
    m_isOpen = true;
    m_notice->clear();
    if (opened.isShipped && opened.stored.version == 0)
        m_notice->showNotice(Tone::Info,
                             tr("This layout ships with the program. Once you save, the office's own stands in "
                                "its place; the list of layouts brings the shipped one back."));
    m_preview->begin(opened.stored.name);
    m_view->setValue(static_cast<int>(View::Fields));
    m_stack->setCurrentWidget(m_form);
    refreshAll({});
    check();
    m_tree->setFocus();
    keepWords();
}

void LayoutEditor::keepWords()
{
    delete std::exchange(m_words, nullptr);
    if (mayEdit())
        m_words = new KeptWords(
            m_context.session, WordsPlace::ofLayout(m_opened.stored.name),
            {.typed = [this] { return typed(); }, .fill = [this](const TypedWords &words) { fill(words); }}, m_keptBar,
            this);
}

void LayoutEditor::begin(const Opened &opened)
{
    m_opened = opened;
    m_draft = LayoutDraft(opened.layout);
    m_brokenText.clear();
    m_title->setText(opened.stored.title.section(u'（', 0, 0));
    m_title->setToolTip(plainToolTip(opened.stored.title));
    const bool isOwn = opened.stored.version > 0;
    m_tag->setText(!isOwn ? tr("shipped") : opened.isShipped ? tr("own, in its place") : tr("own"));
    m_tag->setTone(isOwn ? Tone::Info : Tone::Neutral);
}

void LayoutEditor::close()
{
    if (!m_isOpen)
        return;
    m_checkRest.stop();
    m_textRest.stop();
    delete std::exchange(m_words, nullptr);
    m_keptBar->clear();
    m_isOpen = false;
    m_saving = false; // what is under way is told of no more
    ++m_opening;
    Q_EMIT closed();
}

bool LayoutEditor::isChanged() const
{
    return m_isOpen && (m_draft.layout() != m_opened.layout || !m_brokenText.isEmpty() || m_textRest.isActive());
}

bool LayoutEditor::isKept() const
{
    return m_words && m_words->isKept();
}

// ---- What is typed

std::optional<TypedWords> LayoutEditor::typed() const
{
    if (!isChanged())
        return std::nullopt;
    const bool asText = m_stack->currentWidget() == m_text;
    return TypedWords{.words = {{u"layout"_s, asText ? m_text->toPlainText() : layoutPage(m_draft.layout())}},
                      .choices = {{u"version"_s, m_opened.stored.version}}};
}

void LayoutEditor::keepTyped()
{
    if (m_words && !m_saving)
        m_words->edited();
}

// Taken up from an earlier time, on the version that it was written on; a text that can't be read comes back as a text.
void LayoutEditor::fill(const TypedWords &words)
{
    const QString text = words.words[u"layout"_s].toString();
    const LayoutReading read = readLayout(text);
    m_opened.stored.version = words.choices[u"version"_s].toInteger(m_opened.stored.version);
    if (read.layout) {
        m_draft.replace(*read.layout);
        stepDone({});
        return;
    }
    showView(View::Text);
    m_text->setPlainText(text);
}

// ---- Saved

OfficeLayout LayoutEditor::toSave(qint64 version) const
{
    OfficeLayout layout = m_opened.stored;
    layout.content = layoutText(m_draft.layout());
    const QString title = m_draft.layout()[u"list_title"].toString().simplified();
    if (!title.isEmpty())
        layout.title = title;
    layout.version = version;
    return layout;
}

void LayoutEditor::save()
{
    if (!mayEdit() || m_saving)
        return;
    if (m_textRest.isActive()) {
        m_textRest.stop();
        readText();
    }
    m_checkRest.stop();
    check();
    if (!m_faults.isEmpty()) {
        m_notice->showNotice(Tone::Bad, tr("With %n fault(s) it is not saved. What you have written stays here.",
                                           nullptr, static_cast<int>(m_faults.size())));
        goTo(m_faults.first());
        return;
    }
    give(m_opened.stored.version);
}

void LayoutEditor::give(qint64 version)
{
    const OfficeLayout layout = toSave(version);
    m_saving = true;
    showState();
    if (m_words)
        m_words->hold();
    m_context.session.command(
        this,
        [layout](CaseBook &book) {
            return giveWithWords(book, WordsPlace::ofLayout(layout.name),
                                 [&layout](CaseBook &asked) { return saveLayout(asked, layout); });
        },
        [this, written = m_draft.layout(), layout, opening = m_opening](const Changes &) {
            if (opening == m_opening) // else another stands here by now
                tellSaved(written, layout);
        },
        [this, opening = m_opening](const Refusal &refusal) {
            if (opening == m_opening)
                saveInVain(refusal);
        },
        [this, opening = m_opening] {
            if (opening == m_opening)
                saveInVain({});
        });
}

// The version that it has now; until it is known nothing is saved again. Saved by another since, it is his, and the next
// save is told so.
void LayoutEditor::tellSaved(const QJsonObject &written, const OfficeLayout &given)
{
    if (m_words)
        m_words->end();
    m_context.session.read(
        this, [name = given.name](CaseFile &file) { return storedLayout(file, name); },
        [this, written, given, opening = m_opening](const std::optional<OfficeLayout> &stored) {
            if (opening != m_opening)
                return;
            if (stored) {
                const LayoutDraft draft = m_draft;
                OfficeLayout own = *stored;
                if (stored->content != given.content) {
                    own = given;
                    ++own.version;
                }
                begin({.stored = own, .layout = written, .isShipped = m_opened.isShipped});
                m_draft = draft; // with its steps
            }
            m_notice->showNotice(Tone::Ok,
                                 tr("Saved. Bulletins that were begun before keep the layout as it was then."));
            saveEnded();
            Q_EMIT saved();
        },
        [this, opening = m_opening] {
            if (opening != m_opening)
                return;
            saveEnded();
            Q_EMIT saved();
        });
}

void LayoutEditor::saveEnded()
{
    m_saving = false;
    keepWords();
    showState();
    if (m_leaving)
        leave(std::exchange(m_leaving, {}));
}

void LayoutEditor::saveInVain(const Refusal &refusal)
{
    m_saving = false;
    if (m_words)
        m_words->release();
    showState();
    if (m_leaving)
        leave(std::exchange(m_leaving, {}));
    if (refusal.kind != Refusal::Kind::Outdated) {
        if (!refusal.reason.isEmpty())
            m_notice->showNotice(Tone::Bad, refusal.reason);
        return;
    }
    m_context.session.read(
        this, [name = m_opened.stored.name](CaseFile &file) { return storedLayout(file, name); },
        [this, reason = refusal.reason, opening = m_opening](const std::optional<OfficeLayout> &theirs) {
            if (opening != m_opening)
                return;
            m_notice->showNotice(Tone::Warn, reason, tr("Take theirs"), [this, theirs] { takeTheirs(theirs); });
            m_notice->addAction(tr("Save mine over it"), [this, theirs] { give(theirs ? theirs->version : 0); });
        });
}

// One step, so that Undo brings one's own back.
void LayoutEditor::takeTheirs(const std::optional<OfficeLayout> &theirs)
{
    if (!theirs) { // it is gone; what is here can be saved as a new one
        m_opened.stored.version = 0;
        m_notice->showNotice(Tone::Warn, tr("The layout was removed meanwhile. Saved, it is there again."));
        return;
    }
    const LayoutReading read = readLayout(QString::fromUtf8(theirs->content));
    if (!read.layout)
        return;
    m_opened.stored = *theirs;
    m_opened.layout = *read.layout;
    m_draft.replace(*read.layout);
    m_notice->showNotice(Tone::Info, tr("This is the other one's. Undo brings yours back."));
    stepDone(m_tree->chosen());
}

void LayoutEditor::leave(const std::function<void(bool)> &answer)
{
    if (m_saving) {
        if (m_leaving)
            std::exchange(m_leaving, {})(false);
        m_leaving = answer;
        return;
    }
    if (m_textRest.isActive()) {
        m_textRest.stop();
        readText();
    }
    if (!isChanged()) {
        answer(true);
        return;
    }
    m_context.messages.ask(
        this,
        {.message = {.level = Message::Level::Warning,
                     .what = tr("The layout was changed and not saved."),
                     .state =
                         isKept() ? tr("Kept for later, it is offered when you open the layout again.") : QString()},
         .answers = {tr("Keep for later"), tr("Throw away"), tr("Go back")},
         .standard = 0},
        [this, answer](int chosen) {
            if (chosen == 1 && m_words)
                m_words->dropTyped();
            if (chosen != 2)
                close(); // what is not kept yet, is
            answer(chosen != 2);
        });
}

} // namespace huiyin
