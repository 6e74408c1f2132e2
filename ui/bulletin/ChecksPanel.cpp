// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/ChecksPanel.h"

#include "controls/ActionButton.h"
#include "controls/TwoLineList.h"
#include "domain/Code.h"
#include "shell/ClipboardGuard.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qint64 groupStep = 1'000'000; // keys of the list: the group's, and the index in it

QString counted(const QString &name, qsizetype count)
{
    return name + u' ' + QString::number(count);
}

bool isOver(const DocumentPlace &a, const DocumentPlace &b)
{
    return a.isBeside(b) && a.start < b.start + qMax<qsizetype>(1, b.length)
           && b.start < a.start + qMax<qsizetype>(1, a.length);
}

} // namespace

ChecksPanel::ChecksPanel(QWidget *parent)
    : Panel(tr("Checks"), parent)
    , m_list(new TwoLineList(this))
    , m_told(textLabel(QString(), "soft", this))
    , m_first(new ActionButton(QString(), {}, ActionButton::Look::Plain, this))
    , m_second(new ActionButton(QString(), {}, ActionButton::Look::Plain, this))
{
    setObjectName(u"bulletin.checks"_s);
    setCopiesLasting(this, false); // it names citizens
    m_list->setObjectName(u"bulletin.checkList"_s);
    m_list->setAccessibleName(tr("Checks"));
    m_told->setObjectName(u"bulletin.checkTold"_s);
    m_told->setWordWrap(true);
    m_told->setContentsMargins(8, 0, 8, 0);
    m_first->setObjectName(u"bulletin.checkFirst"_s);
    m_second->setObjectName(u"bulletin.checkSecond"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(8, 0, 8, 4);
    buttons->setSpacing(8);
    buttons->addWidget(m_first, 1);
    buttons->addWidget(m_second, 1);
    body()->setContentsMargins(7, 0, 7, 7);
    body()->setSpacing(6);
    body()->addWidget(m_list, 1);
    body()->addWidget(m_told);
    body()->addLayout(buttons);
    connect(m_list, &QListWidget::currentItemChanged, this, [this] {
        if (m_filling)
            return;
        entryChanged();
        // Only who goes through the list is led through the text: it is not taken from who writes in it.
        const auto key = m_showing ? std::nullopt : m_list->currentKey();
        if (const auto place = key ? placeOf(*key) : std::nullopt)
            Q_EMIT placeRequested(*place);
    });
    connect(m_list, &TwoLineList::entryRequested, this, [this](qint64 key) {
        if (const auto place = placeOf(key))
            Q_EMIT placeRequested(*place);
    });
    connect(m_first, &QPushButton::clicked, this, [this] { act(false); });
    connect(m_second, &QPushButton::clicked, this, [this] { act(true); });
    entryChanged();
}

QList<QWidget *> ChecksPanel::tabChain() const
{
    return {m_list, m_first, m_second};
}

void ChecksPanel::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    entryChanged();
}

void ChecksPanel::setContent(const Content &content)
{
    const auto current = m_list->currentKey();
    const QString kept = current ? identityOf(*current) : QString();
    m_content = content;
    m_stopping = stopping(content.review, content.decisions).size();
    for (const DocumentPersonalPlace &place : content.places)
        m_stopping += place.place.certain || content.decisions.on(place.place) ? 0 : 1;
    fill();
    m_filling = true;
    if (!kept.isEmpty())
        makeCurrent(kept);
    m_filling = false;
    entryChanged();
}

// What was mended is gone; its list starts at what is left to do then.
void ChecksPanel::makeCurrent(const QString &identity)
{
    const auto find = [&](Group group, qsizetype count) {
        for (qint64 key = group * groupStep; key < group * groupStep + count; ++key) {
            if (identityOf(key) == identity && m_list->setCurrentKey(key))
                return true;
        }
        return false;
    };
    const qsizetype findings = m_content.review.findings.size();
    if (!find(Findings, findings) && !find(Explained, findings) && !find(Places, m_content.places.size())
        && !find(Passed, m_content.review.passed.size()))
        m_list->scrollToTop();
}

QString ChecksPanel::identityOf(qint64 key) const
{
    const qsizetype index = key % groupStep;
    switch (key / groupStep) {
    case Findings:
    case Explained:
        return m_content.review.findings[index].fingerprint;
    case Places: {
        const PersonalPlace &place = m_content.places[index].place;
        return QString::number(static_cast<int>(place.kind)) + u' ' + place.text;
    }
    case Passed:
        return m_content.review.passed[index].text;
    default:
        return {};
    }
}

void ChecksPanel::fill()
{
    TwoLineGroup findings;
    TwoLineGroup explained;
    for (qsizetype i = 0; i < m_content.review.findings.size(); ++i) {
        const DocumentFinding &one = m_content.review.findings[i];
        const FindingExplanation *why = m_content.decisions.of(one);
        const QString kind = displayName(one.finding.kind);
        const QString title = one.finding.text.isEmpty() ? kind : QString(kind + u"：" + one.finding.text);
        TwoLineGroup &group = why ? explained : findings;
        group.entries.append({.key = (why ? Explained : Findings) * groupStep + i,
                              .title = one.finding.doubtful ? tr("%1 (doubtful)").arg(title) : title,
                              .remark = why ? why->reason : one.finding.message});
    }
    // Those that can't be right before those that may be.
    std::ranges::stable_sort(findings.entries, {}, [this](const TwoLineGroup::Entry &entry) {
        return m_content.review.findings[entry.key % groupStep].finding.doubtful;
    });
    TwoLineGroup places;
    for (qsizetype i = 0; i < m_content.places.size(); ++i) {
        const PersonalPlace &place = m_content.places[i].place;
        const MaskDecision *decision = m_content.decisions.on(place);
        QString remark = tr("masked as %1").arg(place.replacement);
        if (decision && decision->choice == MaskDecision::Choice::Keep)
            remark = tr("stays as it is");
        else if (!place.certain && !decision)
            remark = tr("to be decided");
        places.entries.append(
            {.key = Places * groupStep + i, .title = displayName(place.kind) + u"：" + place.text, .remark = remark});
    }
    TwoLineGroup passed;
    for (qsizetype i = 0; i < m_content.review.passed.size(); ++i)
        passed.entries.append({.key = Passed * groupStep + i, .title = m_content.review.passed[i].text});
    findings.title = counted(tr("To be mended or explained"), findings.entries.size());
    places.title = counted(tr("Citizens' data"), places.entries.size());
    explained.title = counted(tr("With an explanation"), explained.entries.size());
    passed.title = counted(tr("Checked and right"), passed.entries.size());
    QList<TwoLineGroup> groups;
    for (const TwoLineGroup &group : {findings, places, explained, passed}) {
        if (!group.entries.isEmpty())
            groups.append(group);
    }
    m_filling = true;
    m_list->setGroups(groups);
    m_filling = false;
    setIcon(m_stopping > 0 ? u"triangle-alert"_s : u"circle-check"_s);
    setTrailingText(m_stopping > 0 ? tr("%n open", nullptr, static_cast<int>(m_stopping)) : tr("nothing open"));
}

std::optional<DocumentPlace> ChecksPanel::placeOf(qint64 key) const
{
    const qsizetype index = key % groupStep;
    switch (key / groupStep) {
    case Findings:
    case Explained:
        return m_content.review.findings[index].place;
    case Places:
        return m_content.places[index].at;
    case Passed:
        return m_content.review.passed[index].place;
    default:
        return std::nullopt;
    }
}

// What can be done about the entry.
void ChecksPanel::entryChanged()
{
    const auto key = m_list->currentKey();
    const auto group = key ? static_cast<Group>(*key / groupStep) : Passed;
    const qsizetype index = key ? *key % groupStep : 0;
    QString told;
    QString first;
    QString second;
    if (key && (group == Findings || group == Explained)) {
        const DocumentFinding &one = m_content.review.findings[index];
        told = one.finding.message;
        if (one.finding.kind == Finding::Kind::CaseFile)
            first = tr("Put back");
        second = group == Explained ? tr("Withdraw") : tr("Explain…");
    } else if (key && group == Places) {
        const PersonalPlace &place = m_content.places[index].place;
        const MaskDecision *decision = m_content.decisions.on(place);
        const bool isKept = decision && decision->choice == MaskDecision::Choice::Keep;
        if (isKept)
            told = tr("You have decided that it stays as it is, wherever it stands.");
        else if (place.certain || decision)
            told = tr("It is masked wherever it stands: %1").arg(place.replacement);
        else
            told = tr("It may be a citizen's. Decide it: it is masked, or stays, wherever it stands.");
        if (isKept || !(place.certain || decision))
            first = tr("Mask");
        else if (decision)
            first = tr("Keep");
        second = decision ? tr("Withdraw") : tr("Keep");
    }
    const bool may = !m_readOnly;
    m_told->setText(told);
    m_told->setVisible(!told.isEmpty());
    m_first->setText(first);
    m_first->setVisible(may && !first.isEmpty());
    m_second->setText(second);
    m_second->setVisible(may && !second.isEmpty());
}

void ChecksPanel::act(bool second)
{
    const auto key = m_list->currentKey();
    if (!key || m_readOnly)
        return;
    const auto group = static_cast<Group>(*key / groupStep);
    const qsizetype index = *key % groupStep;
    if (group == Findings || group == Explained) {
        const DocumentFinding one = m_content.review.findings[index];
        if (!second)
            Q_EMIT putBackRequested(one.place);
        else if (group == Explained)
            Q_EMIT explanationWithdrawn(one.fingerprint);
        else
            Q_EMIT explainRequested(one);
    } else if (group == Places) {
        const PersonalPlace place = m_content.places[index].place;
        const MaskDecision *decision = m_content.decisions.on(place);
        const bool isMasked = decision && decision->choice == MaskDecision::Choice::Mask;
        if (decision && second)
            Q_EMIT maskUndecided(place.text, place.kind);
        else
            Q_EMIT maskDecided(
                {.text = place.text,
                 .kind = place.kind,
                 .choice = second || isMasked ? MaskDecision::Choice::Keep : MaskDecision::Choice::Mask});
    }
}

void ChecksPanel::showPlace(const DocumentPlace &place)
{
    const QScopedValueRollback showing(m_showing, true);
    const auto find = [&](Group group, qsizetype count, auto placeAt) {
        for (qsizetype i = 0; i < count; ++i) {
            if (isOver(placeAt(i), place) && m_list->setCurrentKey(group * groupStep + i))
                return true;
        }
        return false;
    };
    const auto &findings = m_content.review.findings;
    const auto ofFinding = [&](qsizetype i) { return findings[i].place; };
    if (find(Findings, findings.size(), ofFinding) || find(Explained, findings.size(), ofFinding))
        return;
    find(Places, m_content.places.size(), [&](qsizetype i) { return m_content.places[i].at; });
}

} // namespace huiyin
