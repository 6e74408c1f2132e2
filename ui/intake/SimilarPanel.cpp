// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/SimilarPanel.h"

#include "domain/PersonalText.h"
#include "domain/Text.h"
#include "intake/ShortTicketList.h"
#include "tickets/TicketText.h"

#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int tagWidth = 168;
constexpr qsizetype withKeys = 3; // the first three have a key
constexpr qsizetype wordsTold = 8;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SimilarPanel)
};

QString nearnessText(Nearness nearness)
{
    switch (nearness) {
    case Nearness::Unknown:
        return {};
    case Nearness::Estate:
        return Text::tr("same estate");
    case Nearness::Building:
        return Text::tr("same building");
    case Nearness::Unit:
        return Text::tr("same unit");
    case Nearness::Flat:
        return Text::tr("same flat");
    }
    return {};
}

// All that a ticket has in common with the matter, the most telling first.
QStringList reasons(const SimilarTicket &similar)
{
    QStringList parts;
    if (similar.nearness > Nearness::Estate)
        parts.append(nearnessText(similar.nearness));
    if (!similar.commonWords.isEmpty())
        parts.append(Text::tr("%n word(s) in common", nullptr, static_cast<int>(similar.commonWords.size())));
    if (similar.samePhone)
        parts.append(Text::tr("same number"));
    if (similar.nearness == Nearness::Estate)
        parts.append(nearnessText(similar.nearness));
    return parts;
}

} // namespace

SimilarPanel::SimilarPanel(CaseSession &session, QWidget *parent)
    : Panel(tr("Perhaps the same matter"), parent)
    , m_session(session)
    , m_stack(new QStackedWidget(this))
    , m_hint(textLabel(QString(), "weak", m_stack))
    , m_list(new ShortTicketList(tagWidth, m_stack))
{
    setObjectName(u"intake.similar"_s);
    setIcon(u"copy"_s);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_list->setObjectName(u"intake.similarTable"_s);
    m_list->setAccessibleName(tr("Tickets that may be the same matter"));
    m_stack->addWidget(m_hint);
    m_stack->addWidget(m_list);
    body()->addWidget(m_stack, 1);

    m_pause.setSingleShot(true);
    m_pause.setInterval(350);
    connect(&m_pause, &QTimer::timeout, this, &SimilarPanel::look);
    connect(m_list, &ShortTicketList::ticketRequested, this, &SimilarPanel::ticketRequested);
    // Elsewhere in the office somebody may have called about it.
    connect(&m_session, &CaseSession::changed, this, [this] {
        if (saysAnything())
            m_pause.start();
    });
    fill({});
}

bool SimilarPanel::saysAnything() const
{
    constexpr qsizetype shortestText = 2;
    constexpr qsizetype shortestNumber = 5;
    return m_matter.phone.size() >= shortestNumber || m_matter.address.size() >= shortestText
           || m_matter.title.size() >= shortestText || m_matter.content.size() >= shortestText;
}

void SimilarPanel::showMatter(const MatterAtHand &matter)
{
    MatterAtHand now = matter;
    now.phone = halfWidth(now.phone);
    if (now == m_matter)
        return;
    const bool wasAnything = saysAnything();
    m_matter = now;
    m_pending.cancel();
    m_isCurrent = false;
    if (saysAnything()) {
        m_pause.start();
    } else {
        m_pause.stop();
        if (wasAnything)
            fill({});
    }
}

void SimilarPanel::look()
{
    m_pending.cancel();
    m_pending = m_session.read(
        this,
        [matter = m_matter, tables = m_session.codeTables()](CaseFile &file, const Progress &progress) {
            return similarMatters(file, matter, tables, progress);
        },
        [this, matter = m_matter](const SimilarMatters &similar) {
            if (matter == m_matter)
                fill(similar);
        });
}

void SimilarPanel::fill(const SimilarMatters &similar)
{
    m_isCurrent = true;
    const TicketText text(m_session);
    QList<ShortTicketRow> rows;
    for (const SimilarTicket &one : similar.tickets) {
        const QStringList why = reasons(one);
        const Light state = TicketText::stateLight(one.ticket.state, one.ticket.resolution);
        QStringList toolTip{maskedText(one.ticket.title, one.ticket.citizen), why.join(u" · "_s),
                            text.time(one.ticket.receivedAt) + u" · " + state.text};
        if (!one.commonWords.isEmpty())
            toolTip.append(maskedText(one.commonWords.mid(0, wordsTold).join(u"、"_s), one.ticket.citizen));
        rows.append({.ticket = one.ticket.id,
                     .number = one.ticket.number,
                     .title = maskedText(one.ticket.title, one.ticket.citizen),
                     .tag = why.mid(0, 2).join(u" · "_s),
                     .tone = one.ticket.closedAt ? Tone::Neutral : Tone::Info,
                     .toolTip = toolTip.join(u'\n')});
    }
    m_list->setRows(rows);
    m_stack->setCurrentIndex(rows.isEmpty() ? 0 : 1);
    setTrailingText(rows.isEmpty()     ? QString()
                    : rows.size() == 1 ? tr("Alt+1: the same")
                                       : tr("Alt+1 … %1: the same").arg(std::min(rows.size(), withKeys)));
    m_hint->setText(!saysAnything()    ? tr("Tickets of the same place or matter appear here while you write.")
                    : similar.complete ? tr("No ticket like this one.")
                                       : tr("The search index is being built; only the number was looked for."));
    Q_EMIT found(similar);
}

std::optional<TicketId> SimilarPanel::ticketAt(qsizetype row) const
{
    return m_isCurrent ? m_list->ticketAt(row) : std::nullopt;
}

void SimilarPanel::focusList()
{
    if (m_stack->currentIndex() == 1)
        m_list->setFocus(Qt::ShortcutFocusReason);
}

} // namespace huiyin
