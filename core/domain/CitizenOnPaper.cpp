// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/CitizenOnPaper.h"

#include "domain/AreaBeside.h"
#include "domain/PersonalText.h"

using namespace Qt::StringLiterals;

namespace huiyin {

CitizenOnPaper::CitizenOnPaper(const Ticket &ticket, const QList<Call> &calls, const CodeTables &tables,
                               bool withCitizen)
    : m_ticket(ticket)
    , m_tables(tables)
    , m_withCitizen(withCitizen)
    , m_words(isOpen() ? CitizenWords::Show::Masked : CitizenWords::Show::Nothing)
{
    m_words.addName(ticket.requester);
    m_words.addPhone(ticket.phone);
    m_words.addAddress(ticket.address);
    for (const Call &call : calls) {
        m_words.addName(call.caller);
        m_words.addPhone(call.phone);
    }
}

QString CitizenOnPaper::personName(const QString &name) const
{
    if (!isOpen())
        return name.isEmpty() ? QString() : chineseName(m_ticket.confidentiality);
    return m_withCitizen ? name : maskedName(name);
}

QString CitizenOnPaper::personPhone(const QString &phone) const
{
    if (!isOpen())
        return phone.isEmpty() ? QString() : chineseName(m_ticket.confidentiality);
    return m_withCitizen ? phone : maskedPhone(phone);
}

QString CitizenOnPaper::requester() const
{
    if (!isOpen())
        return chineseName(m_ticket.confidentiality);
    const QString name = personName(m_ticket.requester);
    if (m_ticket.requesterKind == RequesterKind::Citizen)
        return name;
    return name + u'（' + chineseName(m_ticket.requesterKind) + u'）';
}

QString CitizenOnPaper::phone() const
{
    return isOpen() ? personPhone(m_ticket.phone) : chineseName(m_ticket.confidentiality);
}

QString CitizenOnPaper::place() const
{
    const QString path = pathOf(m_tables.areas, m_ticket.area);
    const QString area = QString(path).remove(u'/');
    if (!isOpen())
        return area.isEmpty() ? chineseName(m_ticket.confidentiality)
                              : QString(area + u'（' + chineseName(m_ticket.confidentiality) + u'）');
    return placeText(path, m_ticket.address, m_withCitizen ? m_ticket.address : maskedAddress(m_ticket.address));
}

QString CitizenOnPaper::text(const QString &text) const
{
    return isOpen() && m_withCitizen ? text : m_words.hidden(text);
}

} // namespace huiyin
