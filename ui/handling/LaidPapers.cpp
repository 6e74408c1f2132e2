// SPDX-License-Identifier: GPL-3.0-or-later
#include "handling/LaidPapers.h"

#include "storage/StorageError.h"

using namespace Qt::StringLiterals;

namespace huiyin {

LaidPapers layPapers(CaseFile &file, Progress &progress, PaperKind kind, const QList<TicketId> &tickets,
                     const PaperContext &context)
{
    QList<PaperSheet> sheets;
    LaidPapers laid{.kind = kind};
    qsizetype done = 0;
    for (const TicketId id : tickets) {
        stopIfCancelled(progress);
        const auto facts = WholeTicket::read(file, id);
        progress.report(done++, tickets.size(), facts ? facts->ticket.number : QString());
        if (!facts)
            continue;
        const QList<PaperSheet> own = sheetsOf(kind, *facts, context);
        if (own.isEmpty()) {
            laid.without.append(facts->ticket.number);
            continue;
        }
        ++laid.count;
        laid.numbers.insert(id, facts->ticket.number);
        const bool names = facts->ticket.confidentiality == Confidentiality::Open;
        laid.namedOf += QList<qsizetype>(own.size(), names ? laid.named.size() : -1);
        (names ? laid.named : laid.hidden).append(id);
        sheets += own;
    }
    laid.pages = std::make_shared<const SheetPages>(std::move(sheets));
    return laid;
}

std::shared_ptr<const SheetPages> numberedPages(const LaidPapers &laid, const QList<qint64> &records)
{
    auto pages = std::make_shared<SheetPages>(*laid.pages);
    for (qsizetype sheet = 0; sheet < laid.namedOf.size(); ++sheet) {
        if (laid.namedOf[sheet] >= 0)
            pages->mark(sheet, u"查阅记录第%1号"_s.arg(records.at(laid.namedOf[sheet])));
    }
    return pages;
}

QString detailsOf(const LaidPapers &laid, const QString &shown)
{
    return u"%1; %2; tickets %3; pages %4"_s.arg(shown, QString::fromLatin1(code(laid.kind)))
        .arg(laid.count)
        .arg(laid.pages->count());
}

QHash<PaperKind, QStringList> ticketsWithout(CaseFile &file, const Progress &progress, const QList<TicketId> &tickets)
{
    QHash<PaperKind, QStringList> without;
    for (const TicketId id : tickets) {
        stopIfCancelled(progress);
        const auto facts = WholeTicket::read(file, id);
        for (const auto &entry : codeTable<PaperKind>()) {
            if (facts && entry.value != PaperKind::List && sheetCount(entry.value, *facts) == 0)
                without[entry.value].append(facts->ticket.number);
        }
    }
    return without;
}

} // namespace huiyin
