// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/MaterialPanel.h"

#include "bulletin/BulletinEditor.h"
#include "bulletin/HotSpotWording.h"
#include "bulletin/MaterialMenu.h"
#include "controls/PeriodPicker.h"
#include "controls/SegmentedButtons.h"
#include "domain/PersonalText.h"
#include "domain/Sentences.h"
#include "shell/ClipboardGuard.h"

#include <QAbstractButton>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {
constexpr qint64 freshFor = 600'000;   // ms: a ticket more or less makes no hot spot
constexpr qint64 firstCluster = 1'000; // keys of the places; the subjects' are below
constexpr int casesRest = 300;         // ms after a change of tickets

qsizetype entriesOf(const QList<TwoLineGroup> &groups)
{
    qsizetype entries = 0;
    for (const TwoLineGroup &group : groups)
        entries += group.entries.size();
    return entries;
}
} // namespace

MaterialPanel::MaterialPanel(CaseSession &session, const QString &prefix, QWidget *parent)
    : Panel(QString(), parent)
    , m_session(session)
    , m_prefix(prefix)
    , m_parts(new SegmentedButtons(this))
    , m_stack(new QStackedWidget(this))
    , m_found(new SuggestedCases(session, this))
    , m_suggested(caseList(u"suggested"_s, tr("Suggested cases")))
    , m_cases(caseList(u"cases"_s, tr("Picked cases")))
    , m_spots(new TwoLineList(m_stack))
    , m_note(textLabel(QString(), "weak", this))
{
    setObjectName(partName(prefix, u"material"_s));
    setCopiesLasting(this, false); // the titles of tickets
    setAccessibleName(tr("Material"));
    m_parts->setObjectName(partName(prefix, u"materialParts"_s));
    m_parts->setAccessibleName(tr("Suggested cases, picked cases or hot spots"));
    m_parts->setDense(true);
    m_parts->setBreaks();
    m_parts->addOption(tr("Suggested"), Suggestions, partName(prefix, u"suggestedPart"_s));
    m_parts->addOption(tr("Picked"), Cases, partName(prefix, u"casesPart"_s));
    m_parts->addOption(tr("Hot spots"), Spots, partName(prefix, u"spotsPart"_s));
    m_parts->setValue(Cases);
    m_spots->setObjectName(partName(prefix, u"hotSpots"_s));
    m_spots->setAccessibleName(tr("Hot spots"));
    m_spots->setDragFormat(BulletinEditor::hotSpotFormat());
    m_spots->setSelectionMode(QAbstractItemView::SingleSelection);
    m_note->setObjectName(partName(prefix, u"materialNote"_s));
    m_note->setWordWrap(true);
    m_note->setContentsMargins(8, 0, 8, 4);
    m_stack->addWidget(m_suggested);
    m_stack->addWidget(m_cases);
    m_stack->addWidget(m_spots);
    body()->setContentsMargins(7, 10, 7, 7);
    body()->setSpacing(6);
    body()->addWidget(m_parts);
    body()->addWidget(m_note);
    body()->addWidget(m_stack, 1);

    m_casesSoon.setSingleShot(true);
    m_casesSoon.setInterval(casesRest);
    connect(&m_casesSoon, &QTimer::timeout, this, &MaterialPanel::readCases);
    connect(&m_session, &CaseSession::changed, this, [this](const Changes &changes) {
        // Another import, other tables: what was found is of another file.
        if (changes.everything || changes.codeTables)
            m_question.reset();
        if (changes.everything || !changes.tickets.isEmpty())
            m_casesSoon.start();
    });
    connect(m_parts, &SegmentedButtons::valueChosen, this, &MaterialPanel::showParts);
    connect(m_found, &SuggestedCases::changed, this, &MaterialPanel::showSuggestions);
    connect(m_spots, &TwoLineList::entryRequested, this, &MaterialPanel::openHotSpot);
    auto *menu = new MaterialMenu(session, MaterialMenu::Entries::HotSpots, m_spots);
    connect(menu, &MaterialMenu::openRequested, this, &MaterialPanel::openHotSpot);
    connect(menu, &MaterialMenu::putRequested, this, [this](const QList<qint64> &keys) {
        if (const auto spot = hotSpot(keys.first()))
            Q_EMIT hotSpotPut(*spot);
    });
    m_menus.append(menu);
    showParts();
}

TwoLineList *MaterialPanel::caseList(const QString &name, const QString &title)
{
    auto *list = new TwoLineList(m_stack);
    list->setObjectName(partName(m_prefix, name));
    list->setAccessibleName(title);
    list->setDragFormat(BulletinEditor::ticketFormat());
    connect(list, &TwoLineList::entryRequested, this, [this](qint64 key) { Q_EMIT ticketRequested(TicketId(key)); });
    auto *menu = new MaterialMenu(m_session, MaterialMenu::Entries::Cases, list);
    connect(menu, &MaterialMenu::openRequested, this, [this](qint64 key) { Q_EMIT ticketRequested(TicketId(key)); });
    connect(menu, &MaterialMenu::putRequested, this, [this](const QList<qint64> &keys) {
        QList<TicketId> tickets;
        for (const qint64 key : keys)
            tickets.append(TicketId(key));
        Q_EMIT casesPut(tickets);
    });
    m_menus.append(menu);
    return list;
}

QList<QWidget *> MaterialPanel::tabChain() const
{
    // With the buttons themselves: where they lie in the chain now, others may stand between them and their row.
    QList<QWidget *> chain{m_parts};
    const auto buttons = m_parts->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons)
        chain.append(button);
    return chain + QList<QWidget *>{m_suggested, m_cases, m_spots};
}

void MaterialPanel::setPuts(bool puts)
{
    for (MaterialMenu *menu : std::as_const(m_menus))
        menu->setPuts(puts);
}

void MaterialPanel::setCases(const QList<TwoLineGroup> &groups)
{
    m_caseCount = entriesOf(groups);
    m_cases->setGroups(groups);
    showParts();
}

// A case that was picked or dropped meanwhile stands in its list, or doesn't any more.
void MaterialPanel::readCases()
{
    m_casesStale = !isVisible();
    if (!m_casesOf || m_casesStale)
        return;
    m_readingCases.cancel();
    m_readingCases = m_session.read(
        this,
        [question = *m_casesOf, departments = m_session.codeTables().departments](CaseFile &file) {
            return pickedCaseGroups(file, question, departments);
        },
        [this](const QList<TwoLineGroup> &groups) { setCases(groups); }, OnFailure([](const std::exception_ptr &) {}));
}

void MaterialPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    if (m_casesStale)
        readCases();
}

void MaterialPanel::lookForCases(const Question &question)
{
    m_casesOf = question;
    m_readingCases.cancel(); // of the issue before
    m_found->look(question);
}

void MaterialPanel::showSuggestions()
{
    const auto current = m_suggested->currentKey();
    m_suggested->setGroups(m_found->groups());
    if (current)
        m_suggested->setCurrentKey(*current);
    showParts();
    if (m_found->found())
        Q_EMIT suggestionsShown();
}

void MaterialPanel::lookForHotSpots(const Question &question)
{
    const bool isFresh = m_question == question && (!m_spotsFound || m_age.elapsed() < freshFor);
    if (isFresh)
        return;
    m_pending.cancel();
    m_question = question;
    m_spotsFound.reset();
    m_failed = false;
    showHotSpots();
    m_pending = m_session.read(
        this,
        [question, tables = m_session.codeTables()](CaseFile &file, const Progress &progress) {
            return findHotSpots(file, question, tables, progress);
        },
        [this, question](const HotSpots &found) {
            if (m_question != question)
                return;
            m_spotsFound = found;
            m_age.start();
            showHotSpots();
            Q_EMIT hotSpotsShown();
        },
        OnFailure([this](const std::exception_ptr &) {
            m_question.reset(); // the next time it is tried again
            m_failed = true;
            showParts();
        }));
}

void MaterialPanel::showHotSpots()
{
    const CodeTables &tables = m_session.codeTables();
    QList<TwoLineGroup> groups;
    if (m_spotsFound) {
        const auto entry = [](qint64 key, const HotSpotLine &line) -> TwoLineGroup::Entry {
            const QString title = maskedText(line.title);
            return {.key = key,
                    .title = title,
                    .remark = line.remark,
                    .toolTip = title + u'\n' + line.remark + u'\n' + line.explanation};
        };
        TwoLineGroup grown{.title = tr("Grown")};
        for (qsizetype i = 0; i < m_spotsFound->subjects.size(); ++i)
            grown.entries.append(entry(i, lineOf(m_spotsFound->subjects[i], tables)));
        TwoLineGroup places{.title = tr("One matter at one place")};
        for (qsizetype i = 0; i < m_spotsFound->clusters.size(); ++i)
            places.entries.append(entry(firstCluster + i, lineOf(m_spotsFound->clusters[i], tables)));
        for (const TwoLineGroup &group : {grown, places}) {
            if (!group.entries.isEmpty())
                groups.append(group);
        }
    }
    m_spots->setGroups(groups);
    showParts();
}

void MaterialPanel::showParts()
{
    const auto titled = [](const QString &name, qsizetype count) -> QString {
        return count > 0 ? name + u' ' + QString::number(count) : name;
    };
    const qsizetype spots = m_spotsFound ? m_spotsFound->subjects.size() + m_spotsFound->clusters.size() : 0;
    m_parts->setOptionText(Suggestions, titled(tr("Suggested"), m_found->found() ? m_found->found()->cases.size() : 0));
    m_parts->setOptionText(Cases, titled(tr("Picked"), m_caseCount));
    m_parts->setOptionText(Spots, titled(tr("Hot spots"), spots));
    m_parts->setOptionToolTip(Suggestions,
                              tr("Cases of the period that are worth a look: %1 days overdue or more, with several "
                                 "departments, told %2 times or more, thanked for when they were followed up, and "
                                 "suggestions. At most %3 of each.")
                                  .arg(CaseSuggestions::leastDays)
                                  .arg(CaseSuggestions::leastTold)
                                  .arg(CaseSuggestions::most));
    m_parts->setOptionToolTip(Spots, m_spotsFound ? methodOf(*m_spotsFound) : QString());
    const Part part = m_parts->chosen<Part>().value_or(Cases);
    m_stack->setCurrentIndex(part);
    const QString note = noteOf(part);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_stack->setVisible(note.isEmpty());
}

// What is said in place of an empty list.
QString MaterialPanel::noteOf(Part part) const
{
    if (part == Suggestions) {
        if (m_found->hasFailed())
            return tr("The cases could not be looked for. They are tried again when the page is opened.");
        if (!m_found->found())
            return tr("Looking for cases …");
        return m_found->found()->cases.isEmpty() ? tr("No case of this period stands out.") : QString();
    }
    if (part == Cases) {
        return m_caseCount > 0 ? QString()
                               : tr("None in this period. Pick some of those that are suggested, or in a ticket. "
                                    "Imported ones are picked by the column “marks”.");
    }
    if (m_failed)
        return tr("The hot spots could not be looked for. They are tried again when the page is opened.");
    if (!m_spotsFound)
        return tr("Looking at what has grown …");
    const bool isEmpty = m_spotsFound->subjects.isEmpty() && m_spotsFound->clusters.isEmpty();
    return isEmpty ? joinedSentences({tr("Nothing stands out."), methodOf(*m_spotsFound)}) : QString();
}

std::optional<HotSpot> MaterialPanel::hotSpot(qint64 key) const
{
    if (!m_spotsFound)
        return std::nullopt;
    if (key >= firstCluster) {
        const qsizetype at = key - firstCluster;
        return at < m_spotsFound->clusters.size() ? std::optional<HotSpot>(m_spotsFound->clusters[at]) : std::nullopt;
    }
    return key < m_spotsFound->subjects.size() ? std::optional<HotSpot>(m_spotsFound->subjects[key]) : std::nullopt;
}

void MaterialPanel::openHotSpot(qint64 key)
{
    const auto spot = hotSpot(key);
    if (!spot)
        return;
    const HotSpotLine line = std::visit([this](const auto &one) { return lineOf(one, m_session.codeTables()); }, *spot);
    const QList<TicketId> tickets = std::visit([](const auto &one) { return one.behind; }, *spot);
    Q_EMIT ticketsRequested({.among = tickets}, maskedText(line.title) + u" · "
                                                    + displayLabel(m_spotsFound->question.period) + u" · "
                                                    + tr("%n ticket(s)", nullptr, static_cast<int>(tickets.size())));
}

} // namespace huiyin
