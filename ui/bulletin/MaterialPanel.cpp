// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/MaterialPanel.h"

#include "bulletin/HotSpotWording.h"
#include "bulletin/PickedCases.h"
#include "controls/PeriodPicker.h"
#include "controls/SegmentedButtons.h"
#include "domain/PersonalText.h"
#include "domain/Sentences.h"
#include "shell/ClipboardGuard.h"
#include "storage/TicketRepository.h"

#include <QAbstractButton>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {
constexpr qint64 freshFor = 600'000;   // ms: a ticket more or less makes no hot spot
constexpr qint64 firstCluster = 1'000; // keys of the places; the subjects' are below
} // namespace

QList<TwoLineGroup> pickedCaseGroups(CaseFile &file, const Question &question, const QList<Department> &departments)
{
    const std::array lists{std::pair(Mark::PickedProblem, MaterialPanel::tr("Problems that stand out")),
                           std::pair(Mark::PickedSuggestion, MaterialPanel::tr("Opinions and suggestions")),
                           std::pair(Mark::PickedSolved, MaterialPanel::tr("Matters solved well"))};
    const TicketRepository tickets(file.database());
    QList<TwoLineGroup> groups;
    for (const auto &[mark, title] : lists) {
        TwoLineGroup group{.title = title};
        const auto picked = pickedCases(file, question, mark);
        for (const PickedCase &entry : picked) {
            const auto rows = tickets.rows({entry.ticket});
            QStringList remark{rows.isEmpty() ? QString() : rows.first().number, nameOf(departments, entry.department),
                               entry.result};
            remark.removeAll(QString());
            group.entries.append({.key = entry.ticket.value(), .title = entry.title, .remark = remark.join(u" · "_s)});
        }
        if (!group.entries.isEmpty())
            groups.append(group);
    }
    return groups;
}

MaterialPanel::MaterialPanel(CaseSession &session, const QString &prefix, QWidget *parent)
    : Panel(QString(), parent)
    , m_session(session)
    , m_parts(new SegmentedButtons(this))
    , m_stack(new QStackedWidget(this))
    , m_cases(new TwoLineList(m_stack))
    , m_spots(new TwoLineList(m_stack))
    , m_note(textLabel(QString(), "weak", this))
{
    setObjectName(partName(prefix, u"material"_s));
    setCopiesLasting(this, false); // the titles of tickets
    setAccessibleName(tr("Material"));
    m_parts->setObjectName(partName(prefix, u"materialParts"_s));
    m_parts->setAccessibleName(tr("Picked cases or hot spots"));
    m_parts->addOption(tr("Picked cases"), Cases, partName(prefix, u"casesPart"_s));
    m_parts->addOption(tr("Hot spots"), Spots, partName(prefix, u"spotsPart"_s));
    m_parts->setValue(Cases);
    m_cases->setObjectName(partName(prefix, u"cases"_s));
    m_cases->setAccessibleName(tr("Picked cases"));
    m_spots->setObjectName(partName(prefix, u"hotSpots"_s));
    m_spots->setAccessibleName(tr("Hot spots"));
    m_note->setObjectName(partName(prefix, u"materialNote"_s));
    m_note->setWordWrap(true);
    m_note->setContentsMargins(8, 0, 8, 4);
    m_stack->addWidget(m_cases);
    m_stack->addWidget(m_spots);
    body()->setContentsMargins(7, 10, 7, 7);
    body()->setSpacing(6);
    body()->addWidget(m_parts);
    body()->addWidget(m_note);
    body()->addWidget(m_stack, 1);

    // Another import, other tables: what was found is of another file.
    connect(&m_session, &CaseSession::changed, this, [this](const Changes &changes) {
        if (changes.everything || changes.codeTables)
            m_question.reset();
    });
    connect(m_parts, &SegmentedButtons::valueChosen, this, &MaterialPanel::showParts);
    connect(m_cases, &TwoLineList::entryRequested, this, [this](qint64 key) { Q_EMIT ticketRequested(TicketId(key)); });
    connect(m_spots, &TwoLineList::entryRequested, this, &MaterialPanel::openHotSpot);
    showParts();
}

QList<QWidget *> MaterialPanel::tabChain() const
{
    // With the buttons themselves: where they lie in the chain now, others may stand between them and their row.
    QList<QWidget *> chain{m_parts};
    const auto buttons = m_parts->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons)
        chain.append(button);
    return chain + QList<QWidget *>{m_cases, m_spots};
}

void MaterialPanel::setCases(const QList<TwoLineGroup> &groups)
{
    m_caseCount = 0;
    for (const TwoLineGroup &group : groups)
        m_caseCount += group.entries.size();
    m_cases->setGroups(groups);
    showParts();
}

void MaterialPanel::lookForHotSpots(const Question &question)
{
    const bool isFresh = m_question == question && (!m_found || m_age.elapsed() < freshFor);
    if (isFresh)
        return;
    m_pending.cancel();
    m_question = question;
    m_found.reset();
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
            m_found = found;
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
    if (m_found) {
        const auto entry = [](qint64 key, const HotSpotLine &line) -> TwoLineGroup::Entry {
            const QString title = maskedText(line.title);
            return {.key = key,
                    .title = title,
                    .remark = line.remark,
                    .toolTip = title + u'\n' + line.remark + u'\n' + line.explanation};
        };
        TwoLineGroup grown{.title = tr("Grown")};
        for (qsizetype i = 0; i < m_found->subjects.size(); ++i)
            grown.entries.append(entry(i, lineOf(m_found->subjects[i], tables)));
        TwoLineGroup places{.title = tr("One matter at one place")};
        for (qsizetype i = 0; i < m_found->clusters.size(); ++i)
            places.entries.append(entry(firstCluster + i, lineOf(m_found->clusters[i], tables)));
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
    const qsizetype spots = m_found ? m_found->subjects.size() + m_found->clusters.size() : 0;
    m_parts->setOptionText(Cases, titled(tr("Picked cases"), m_caseCount));
    m_parts->setOptionText(Spots, titled(tr("Hot spots"), spots));
    const QString method = m_found ? methodOf(*m_found) : QString();
    m_parts->setOptionToolTip(Spots, method);
    const bool showSpots = m_parts->value() == Spots;
    m_stack->setCurrentIndex(showSpots ? 1 : 0);
    QString note;
    if (!showSpots && m_caseCount == 0) {
        note =
            tr("None in this period. Imported tickets are picked by the column “marks”: a problem, a suggestion, well "
               "solved.");
    } else if (showSpots && m_failed) {
        note = tr("The hot spots could not be looked for. They are tried again when the page is opened.");
    } else if (showSpots && !m_found) {
        note = tr("Looking at what has grown …");
    } else if (showSpots && spots == 0) {
        note = joinedSentences({tr("Nothing stands out."), method});
    }
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_stack->setVisible(note.isEmpty());
}

void MaterialPanel::openHotSpot(qint64 key)
{
    if (!m_found)
        return;
    const bool isCluster = key >= firstCluster;
    const qsizetype at = isCluster ? key - firstCluster : key;
    if (at >= (isCluster ? m_found->clusters.size() : m_found->subjects.size()))
        return;
    const CodeTables &tables = m_session.codeTables();
    const HotSpotLine line = isCluster ? lineOf(m_found->clusters[at], tables) : lineOf(m_found->subjects[at], tables);
    const QList<TicketId> &tickets = isCluster ? m_found->clusters[at].behind : m_found->subjects[at].behind;
    Q_EMIT ticketsRequested({.among = tickets}, maskedText(line.title) + u" · " + displayLabel(m_found->question.period)
                                                    + u" · "
                                                    + tr("%n ticket(s)", nullptr, static_cast<int>(tickets.size())));
}

} // namespace huiyin
