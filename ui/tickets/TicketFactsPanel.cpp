// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/TicketFactsPanel.h"

#include "controls/Panel.h"
#include "domain/AreaBeside.h"
#include "domain/PersonalText.h"
#include "shell/CaseSession.h"
#include "tickets/HitText.h"
#include "tickets/RuleText.h"
#include "tickets/RunningText.h"
#include "tickets/TicketText.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace huiyin {

TicketFactsPanel::TicketFactsPanel(CaseSession &session, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_name(name)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
}

void TicketFactsPanel::clear()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_lines = 0;
}

QLabel *TicketFactsPanel::add(const QString &name, const QString &value, const QString &objectName)
{
    if (value.isEmpty())
        return nullptr;
    QLabel *label = textLabel(name, "weak", this);
    label->setAlignment(Qt::AlignRight | Qt::AlignTop);
    label->setMinimumWidth(56);
    QLabel *words = runningText("", this);
    words->setText(value);
    words->setObjectName(objectName);
    m_grid->addWidget(label, m_lines, 0);
    m_grid->addWidget(words, m_lines, 1);
    ++m_lines;
    return words;
}

void TicketFactsPanel::addLink(const QString &name, std::optional<TicketId> other, const QString &number)
{
    if (!other)
        return;
    QLabel *label = textLabel(name, "weak", this);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *link = new QPushButton(number, this);
    setLook(link, "link");
    link->setAutoDefault(false);
    connect(link, &QPushButton::clicked, this, [this, id = *other] { Q_EMIT ticketRequested(id); });
    m_grid->addWidget(label, m_lines, 0);
    m_grid->addWidget(link, m_lines, 1, Qt::AlignLeft);
    ++m_lines;
}

void TicketFactsPanel::setTicket(const WholeTicket &facts)
{
    clear();
    const TicketText text(m_session);
    const Ticket &ticket = facts.ticket;
    const CodeTables &tables = text.tables();
    const bool someone = !ticket.requester.isEmpty() || !ticket.phone.isEmpty();
    m_person = add(tr("Requester"), someone ? u" "_s : QString(), m_name + u".detail.requester"_s);
    m_address = add(tr("Address"), ticket.address.isEmpty() && !ticket.area ? QString() : u" "_s,
                    m_name + u".detail.address"_s);
    QStringList kinds{nameOf(tables.requestTypes, ticket.requestType),
                      pathOf(tables.categories, ticket.category).replace(u'/', u" / "_s),
                      nameOf(tables.topics, ticket.topic)};
    add(tr("Subject"), joinedFacts(kinds));
    QStringList source{nameOf(tables.channels, std::optional(ticket.channel)), ticket.channelReference};
    if (ticket.confidentiality != Confidentiality::Open)
        source.append(displayName(ticket.confidentiality));
    add(tr("Channel"), joinedFacts(source));
    add(tr("Received"), joinedFacts({text.time(ticket.receivedAt), ticket.receivedBy}));
    if (const auto due = dueInForce(ticket.dueAt, facts.dispatches)) {
        QStringList words{text.time(*due)};
        if (ticket.dueAt && ticket.dueAt != due)
            words.append(tr("at first %1", "due time of the ticket before it was moved").arg(text.time(*ticket.dueAt)));
        words.append(ruleInWindow(ticket.dueRule));
        if (ticket.dueProvisional)
            words.append(tr("provisional: holidays of that year are not known yet"));
        add(tr("Due"), joinedFacts(words), m_name + u".detail.due"_s);
    }
    if (ticket.closedAt)
        add(tr("Closed"), joinedFacts({text.time(*ticket.closedAt), ticket.closedBy}));
    add(tr("Ground"), ticket.ground);
    QStringList marks;
    for (const auto &entry : codeTable<Mark>()) {
        if (ticket.marks.testFlag(entry.value))
            marks.append(displayName(entry.value));
    }
    add(tr("Marks"), joinedFacts(marks));
    addLink(tr("Merged into"), ticket.mergedInto, facts.mergedInto);
    addLink(tr("Repeat of"), ticket.repeatOf, facts.repeatOf);
}

void TicketFactsPanel::showCitizen(const Ticket &ticket, bool revealed, const SearchQuery &query)
{
    if (m_person) {
        QStringList person{revealed ? ticket.requester : maskedName(ticket.requester),
                           revealed ? ticket.phone : maskedPhone(ticket.phone)};
        if (ticket.requesterKind != RequesterKind::Citizen)
            person.append(displayName(ticket.requesterKind));
        person.removeAll(QString());
        setHitText(m_person, person.join(u' '), query);
    }
    if (m_address) {
        const AreaBeside area = areaBeside(pathOf(m_session.codeTables().areas, ticket.area), ticket.address);
        QStringList place{area.before.join(u" / "_s), revealed ? ticket.address : maskedAddress(ticket.address)};
        place.removeAll(QString());
        QString text = place.join(u' ');
        if (!area.behind.isEmpty())
            text += u'（' + area.behind.join(u" / "_s) + u'）';
        setHitText(m_address, text, query);
    }
}

} // namespace huiyin
