// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/TicketPaper.h"

#include "domain/PersonalText.h"
#include "paper/Barcode.h"
#include "paper/PaperText.h"

namespace huiyin {

using namespace Qt::StringLiterals;

CitizenOnPaper::CitizenOnPaper(const Ticket &ticket, const QList<Call> &calls, const PaperContext &context)
    : m_ticket(ticket)
    , m_context(context)
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
    return m_context.withCitizen ? name : maskedName(name);
}

QString CitizenOnPaper::personPhone(const QString &phone) const
{
    if (!isOpen())
        return phone.isEmpty() ? QString() : chineseName(m_ticket.confidentiality);
    return m_context.withCitizen ? phone : maskedPhone(phone);
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
    const QString area = pathOf(m_context.tables.areas, m_ticket.area).remove(u'/');
    if (!isOpen())
        return area.isEmpty() ? chineseName(m_ticket.confidentiality)
                              : QString(area + u'（' + chineseName(m_ticket.confidentiality) + u'）');
    return area + (m_context.withCitizen ? m_ticket.address : maskedAddress(m_ticket.address));
}

QString CitizenOnPaper::text(const QString &text) const
{
    return isOpen() && m_context.withCitizen ? text : m_words.hidden(text);
}

QList<PaperPiece> ticketPaperHead(const PaperContext &context, const QString &title, const QString &number)
{
    const qreal width = SheetPages::textSize(SheetPages::Format::Portrait).width();
    QList<PaperPiece> head;
    const auto addCentred = [&](const QString &text, qreal pixels, qreal spacing, qreal pitch) {
        const TextStyle style{
            .role = FontRole::XiaoBiaoSong, .pixels = pixels, .alignment = Qt::AlignHCenter, .letterSpacing = spacing};
        for (const BrokenLine &broken : breakLines({{.text = text}}, style, width)) {
            PaperPiece piece{.height = pitch};
            piece.lines.append(broken.line);
            piece.lines.last().baseline.ry() += baselineIn(pitch, pixels);
            head.append(piece);
        }
    };
    if (!context.office.name.isEmpty())
        addCentred(context.office.name, 21, 0, 32); // 三号
    addCentred(title, 29, 10, 44);                  // 二号

    constexpr qreal barHeight = fromMillimetres(9);
    constexpr qreal below = 7;
    constexpr qreal numberPixels = 16;
    PaperPiece line{.height = barHeight + below};
    const TextStyle style{.role = FontRole::FangSong, .pixels = numberPixels};
    line.lines.append({.text = u"工单编号："_s + number,
                       .font = style.font(),
                       .baseline = QPointF(0, barHeight - 0.12 * numberPixels)});
    const qreal barsFrom = width * 0.5;
    line.bars = barcode(number, width - barsFrom, barHeight);
    for (QRectF &bar : line.bars)
        bar.translate(barsFrom, 0);
    head.append(line);
    return head;
}

QString ticketPaperFoot(const PaperContext &context)
{
    const QString at = u"打印："_s + paperTime(context, context.printedAt);
    return context.printedBy.isEmpty() ? at : QString(at + u'　' + context.printedBy);
}

QString paperTime(const PaperContext &context, const std::optional<QDateTime> &at)
{
    return at ? OfficeZone(context.office.zone).toLocal(*at).toString(u"yyyy-MM-dd HH:mm"_s) : QString();
}

} // namespace huiyin
