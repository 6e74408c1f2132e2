// SPDX-License-Identifier: GPL-3.0-or-later
#include "handling/TicketPrinting.h"

#include "controls/EntryDialog.h"
#include "domain/Progress.h"
#include "shell/CaseSession.h"
#include "shell/ConsentDialog.h"
#include "shell/Leaving.h"
#include "statistics/PrintPreview.h"
#include "storage/StorageError.h"
#include "tickets/ListPaper.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QLocale>
#include <QPointer>

#include <memory>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::TicketPrinting)
};

enum class Paper { DispatchSheets, WholeTickets, List };

// In access records, whose words stay.
QString codeOf(Paper paper)
{
    switch (paper) {
    case Paper::DispatchSheets:
        return u"dispatch_sheet"_s;
    case Paper::WholeTickets:
        return u"whole_ticket"_s;
    case Paper::List:
        return u"ticket_list"_s;
    }
    return {};
}

// What the file is called when it is saved: a paper's name is Chinese in every language.
QString chinesePaper(Paper paper)
{
    switch (paper) {
    case Paper::DispatchSheets:
        return u"承办单"_s;
    case Paper::WholeTickets:
        return u"办理单"_s;
    case Paper::List:
        return u"工单清单"_s;
    }
    return {};
}

// Laid out, as what and of which tickets.
struct LaidOut
{
    Paper paper = Paper::DispatchSheets;
    std::shared_ptr<const SheetPages> pages{};
    QList<TicketId> named{};    // whose citizens a paper names that isn't masked
    QList<TicketId> hidden{};   // who asked for confidentiality, or gave no name
    qsizetype count = 0;        // tickets
    QList<qsizetype> namedOf{}; // sheet by sheet, its place in `named`; -1: it names nobody
};

// "requester,phone,address; dispatch_sheet; tickets 3; pages 4"
QString detailsOf(const LaidOut &laid, const QString &shown)
{
    return u"%1; %2; tickets %3; pages %4"_s.arg(shown, codeOf(laid.paper)).arg(laid.count).arg(laid.pages->count());
}

LaidOut layOut(CaseFile &file, Progress &progress, Paper paper, const QList<TicketId> &tickets,
               const PaperContext &context)
{
    QList<PaperSheet> sheets;
    LaidOut laid{.paper = paper};
    for (const TicketId id : tickets) {
        stopIfCancelled(progress);
        const auto facts = WholeTicket::read(file, id);
        progress.report(laid.count, tickets.size(), facts ? facts->ticket.number : QString());
        if (!facts)
            continue;
        QList<PaperSheet> own;
        if (paper == Paper::DispatchSheets)
            own = openDispatchSheets(*facts, context);
        else
            own.append(ticketSheet(*facts, context));
        if (own.isEmpty())
            continue;
        ++laid.count;
        const bool names = facts->ticket.confidentiality == Confidentiality::Open;
        laid.namedOf += QList<qsizetype>(own.size(), names ? laid.named.size() : -1);
        (names ? laid.named : laid.hidden).append(id);
        sheets += own;
    }
    laid.pages = std::make_shared<const SheetPages>(std::move(sheets));
    return laid;
}

// The pages with the numbers of their access records.
std::shared_ptr<const SheetPages> numbered(const LaidOut &laid, const QList<qint64> &records)
{
    auto pages = std::make_shared<SheetPages>(*laid.pages);
    for (qsizetype sheet = 0; sheet < laid.namedOf.size(); ++sheet) {
        if (laid.namedOf[sheet] >= 0)
            pages->mark(sheet, u"查阅记录第%1号"_s.arg(records.at(laid.namedOf[sheet])));
    }
    return pages;
}

// The dialog with what it was asked for; it goes with it.
class Printing
{
public:
    Printing(CaseSession &session, QWidget *parent, QList<TicketId> tickets, MakeListSheet list)
        : m_session(&session)
        , m_parent(parent)
        , m_tickets(std::move(tickets))
        , m_list(std::move(list))
        , m_dialog(new EntryDialog(u"handling.print"_s, Text::tr("Print"), parent))
        , m_paper(new QComboBox(m_dialog))
        , m_citizen(new QCheckBox(Text::tr("With the citizens' &data"), m_dialog))
    {
        m_paper->addItem(Text::tr("Dispatch sheets for the departments"), static_cast<int>(Paper::DispatchSheets));
        m_paper->addItem(Text::tr("Whole tickets with their history"), static_cast<int>(Paper::WholeTickets));
        if (m_list)
            m_paper->addItem(Text::tr("The list as it stands"), static_cast<int>(Paper::List));
        m_dialog->addField(u"paper"_s, Text::tr("&Paper"), m_paper);
        m_dialog->addField(u"citizen"_s, QString(), m_citizen);
        m_dialog->addRemark(Text::tr("Names, telephone numbers and addresses are masked otherwise. Each ticket printed "
                                     "with them leaves an access record; who asked for confidentiality or stays "
                                     "anonymous is never named."));
        m_dialog->setSubmitText(Text::tr("Preview"));
        m_dialog->setKeepsNothing();
        const auto showChoice = [citizen = m_citizen, paper = m_paper, session = m_session] {
            const bool can = session && session->may(Command::RevealCitizen)
                             && paper->currentData().toInt() != static_cast<int>(Paper::List);
            citizen->setEnabled(can);
            if (!can)
                citizen->setChecked(false);
        };
        QObject::connect(m_paper, &QComboBox::currentIndexChanged, m_dialog, showChoice);
        showChoice();
    }

    static void start(const std::shared_ptr<Printing> &printing)
    {
        QObject::connect(printing->m_dialog, &EntryDialog::submitted, printing->m_dialog,
                         [printing] { printing->begin(printing); });
        printing->m_dialog->open();
    }

private:
    [[nodiscard]] Paper paper() const { return static_cast<Paper>(m_paper->currentData().toInt()); }

    void refuse(const QString &reason) const
    {
        m_dialog->setBusy(false);
        m_dialog->showRefusal({.reason = reason, .field = reason.isEmpty() ? QString() : u"paper"_s});
    }

    void begin(const std::shared_ptr<Printing> &self) const
    {
        if (!m_session)
            return;
        if (paper() != Paper::List && m_tickets.size() > mostPrinted) {
            refuse(Text::tr("At most %1 tickets can be printed at once. Choose fewer of them.")
                       .arg(QLocale().toString(mostPrinted)));
            return;
        }
        m_dialog->setBusy(true);
        const PaperContext context{.office = m_session->office(),
                                   .tables = m_session->codeTables(),
                                   .printedAt = m_session->clock().now(),
                                   .printedBy = m_session->user(),
                                   .withCitizen = m_citizen->isChecked()};
        m_session->longRead(
            m_dialog, Text::tr("Laying out the pages"),
            [kind = paper(), tickets = m_tickets, list = m_list, context](CaseFile &file, Progress &progress) {
                if (kind != Paper::List)
                    return layOut(file, progress, kind, tickets, context);
                LaidOut laid{.paper = kind};
                QList<PaperSheet> sheets;
                if (const auto made = list(file, progress)) {
                    sheets.append(made->sheet);
                    laid.count = made->tickets;
                }
                laid.pages = std::make_shared<const SheetPages>(sheets, SheetPages::Format::Landscape);
                return laid;
            },
            [self, withCitizen = context.withCitizen](LaidOut laid) { self->record(self, laid, withCitizen); },
            [dialog = m_dialog] { dialog->setBusy(false); });
    }

    // What leaves the file is known before it does.
    void record(const std::shared_ptr<Printing> &self, const LaidOut &laid, bool withCitizen) const
    {
        if (!m_session)
            return;
        if (laid.pages->count() == 0) {
            refuse(laid.paper == Paper::List
                       ? Text::tr("A list on paper holds at most %1 tickets. Choose fewer, or export it instead.")
                             .arg(QLocale().toString(mostListedOnPaper))
                       : Text::tr("None of these tickets is in the hands of a department."));
            return;
        }
        const Preview preview{.pages = laid.pages,
                              .title = Text::tr("Print"),
                              .pdfName = chinesePaper(laid.paper) + u'-' + m_session->today().toString(u"yyyyMMdd"_s),
                              .anyThread = true};
        const auto show = [self, preview](const std::shared_ptr<const SheetPages> &pages) {
            self->m_dialog->accept();
            Preview shown = preview;
            shown.pages = pages;
            if (self->m_session)
                showPrintPreview(*self->m_session, self->m_parent, shown);
        };
        const auto refused = [self](const QString &reason) { self->refuse(reason); };
        const auto failed = [dialog = m_dialog] { dialog->setBusy(false); };
        const QString masked =
            detailsOf(laid, laid.paper == Paper::List ? u"list of tickets, masked"_s : u"tickets on paper, masked"_s);
        if (!withCitizen) {
            const QList<TicketId> all = laid.named + laid.hidden;
            recordLeaving(
                *m_session, m_dialog, Command::ReadCases, masked, [show, pages = laid.pages] { show(pages); }, refused,
                failed, all.size() == 1 ? std::optional(all.first()) : std::nullopt);
            return;
        }
        const UnmaskedUse use =
            laid.paper == Paper::DispatchSheets ? UnmaskedUse::DispatchSheets : UnmaskedUse::WholeTickets;
        const auto records = std::make_shared<QList<qint64>>(); // filled before `show` is called
        leaveUnmasked(
            *m_session, m_dialog, use, laid.named.size(),
            Text::tr("%n ticket(s) are about to be printed with the names, telephones and addresses of citizens.",
                     nullptr, static_cast<int>(laid.named.size())),
            [named = laid.named, hidden = laid.hidden, details = detailsOf(laid, u"requester,phone,address"_s), masked,
             use, records](CaseBook &book, const Consent &consent) -> Outcome<Changes> {
                const auto recorded = book.recordPrint(named, use, details, consent);
                if (!recorded)
                    return recorded.error();
                *records = recorded->records;
                // Those of the others name nobody.
                const auto others = book.recordPrint(hidden, UnmaskedUse::DispatchSheets, masked);
                if (!others)
                    return others.error();
                return recorded->changes;
            },
            [show, laid, records] { show(numbered(laid, *records)); }, refused);
    }

    QPointer<CaseSession> m_session;
    QWidget *m_parent;
    QList<TicketId> m_tickets;
    MakeListSheet m_list;
    EntryDialog *m_dialog;
    QComboBox *m_paper;
    QCheckBox *m_citizen;
};

} // namespace

void askPrint(CaseSession &session, QWidget *parent, const QList<TicketId> &tickets, const MakeListSheet &list)
{
    Printing::start(std::make_shared<Printing>(session, parent, tickets, list));
}

} // namespace huiyin
