// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/TicketPaper.h"

#include "paper/Barcode.h"
#include "paper/PaperText.h"

namespace huiyin {

using namespace Qt::StringLiterals;

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
    const TextStyle style{.role = FontRole::FangSong, .pixels = numberPixels};
    const QString text = u"工单编号："_s + number;
    const qreal barsFrom = width * 0.5;
    QList<QRectF> bars = barcode(number, width - barsFrom, barHeight);
    for (QRectF &bar : bars)
        bar.translate(barsFrom, 0);
    const QList<QRectF> wide = barcode(number, width, barHeight);
    const bool isBeside = !bars.isEmpty() && textWidth(text, style) <= barsFrom;
    if (isBeside || (wide.isEmpty() && textWidth(text, style) <= width)) {
        PaperPiece line{.height = barHeight + below, .bars = bars};
        line.lines.append(
            {.text = text, .font = style.font(), .baseline = QPointF(0, barHeight - 0.12 * numberPixels)});
        head.append(line);
        return head;
    }
    // Another system's long number has lines of its own, below bars as wide as they need.
    constexpr qreal pitch = numberPixels * 1.4;
    if (!wide.isEmpty())
        head.append({.height = barHeight, .bars = wide});
    for (const BrokenLine &broken : breakLines({{.text = text}}, style, width)) {
        PaperPiece line{.height = pitch};
        line.lines.append(broken.line);
        line.lines.last().baseline.ry() += baselineIn(pitch, numberPixels);
        head.append(line);
    }
    head.last().height += below;
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

QString chineseLate(const DueStand &stand)
{
    const QString unit = stand.unit == DueStand::Unit::Minutes ? u"分钟"_s
                         : stand.unit == DueStand::Unit::Hours ? u"小时"_s
                                                               : u"日"_s;
    return u"超期%1%2"_s.arg(stand.count).arg(unit);
}

} // namespace huiyin
