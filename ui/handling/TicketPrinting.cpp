// SPDX-License-Identifier: GPL-3.0-or-later
#include "handling/TicketPrinting.h"

#include "controls/EntryDialog.h"
#include "domain/Progress.h"
#include "handling/LaidPapers.h"
#include "shell/CaseSession.h"
#include "shell/ConsentDialog.h"
#include "shell/Leaving.h"
#include "statistics/PrintPreview.h"
#include "storage/StorageError.h"
#include "tickets/ListPaper.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QLabel>
#include <QLocale>
#include <QPointer>
#include <QSet>
#include <QStandardItemModel>

#include <memory>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::TicketPrinting)
};

// Why none of the tickets has a paper of this kind.
QString whyNone(PaperKind kind)
{
    switch (kind) {
    case PaperKind::DispatchSheets:
        return Text::tr("None of these tickets is in the hands of a department.");
    case PaperKind::Notices:
        return Text::tr("No department has been reminded of these tickets.");
    case PaperKind::Rulings:
        return Text::tr("Neither a return nor an extension has been asked for.");
    case PaperKind::FollowUps:
        return Text::tr("None of these tickets has been followed up yet.");
    case PaperKind::FollowUpForms:
        return Text::tr("None of these tickets waits for a follow-up.");
    case PaperKind::Explanations:
        return Text::tr("No written explanation has been filed or is wanted.");
    case PaperKind::WholeTickets:
    case PaperKind::List:
        break;
    }
    return {};
}

// The tickets that have no such paper, by their numbers as far as there is room; "" without any.
QString withoutText(const QStringList &numbers, qsizetype told)
{
    if (numbers.isEmpty())
        return {};
    return Text::tr("Without such a paper: %1", "numbers of tickets").arg(numbersInWords(numbers, told));
}

// What the printer's list and a printer that makes PDFs call the document too.
QString titleOf(const LaidPapers &laid)
{
    const QString kind = displayName(laid.kind);
    if (laid.numbers.size() == 1)
        return Text::tr("%1 %2", "paper, number of its ticket").arg(kind, *laid.numbers.cbegin());
    return laid.count == 0 ? kind : Text::tr("%1, %n ticket(s)", "paper", static_cast<int>(laid.count)).arg(kind);
}

// A file is called by its Chinese name: 交办单-20200210-0001.pdf, 交办单-3件-20200212.pdf.
QString pdfNameOf(const LaidPapers &laid, QDate today)
{
    const QString kind = chineseName(laid.kind);
    if (laid.numbers.size() == 1)
        return kind + u'-' + *laid.numbers.cbegin();
    const QString day = today.toString(u"yyyyMMdd"_s);
    return laid.count == 0 ? QString(kind + u'-' + day) : u"%1-%2件-%3"_s.arg(kind).arg(laid.count).arg(day);
}

// The dialog with what it was asked for; it goes with it.
class Printing
{
public:
    Printing(CaseSession &session, QWidget *parent, QList<TicketId> tickets, MakeListSheet list, PaperKind chosen)
        : m_session(&session)
        , m_parent(parent)
        , m_tickets(std::move(tickets))
        , m_list(std::move(list))
        , m_dialog(new EntryDialog(u"handling.print"_s, Text::tr("Print"), parent))
        , m_paper(new QComboBox(m_dialog))
        , m_citizen(new QCheckBox(Text::tr("With the citizens' &data"), m_dialog))
    {
        for (const auto &entry : codeTable<PaperKind>()) {
            if (entry.value != PaperKind::List || m_list)
                m_paper->addItem(displayName(entry.value), static_cast<int>(entry.value));
        }
        m_paper->setCurrentIndex(m_paper->findData(static_cast<int>(chosen)));
        m_dialog->addField(u"paper"_s, Text::tr("&Paper"), m_paper);
        m_without = m_dialog->addRemark(u" "_s);
        m_without->setObjectName(u"handling.print.without"_s);
        m_dialog->addField(u"citizen"_s, QString(), m_citizen);
        m_dialog->addRemark(Text::tr("Names, telephone numbers and addresses are masked otherwise. Each ticket printed "
                                     "with them leaves an access record; who asked for confidentiality or stays "
                                     "anonymous is never named."));
        m_dialog->setSubmitText(Text::tr("Preview"));
        m_dialog->setKeepsNothing();
        const auto showChoice = [citizen = m_citizen, paper = m_paper, session = m_session] {
            const bool can = session && session->may(Command::RevealCitizen)
                             && paper->currentData().toInt() != static_cast<int>(PaperKind::List);
            citizen->setEnabled(can);
            if (!can)
                citizen->setChecked(false);
        };
        QObject::connect(m_paper, &QComboBox::currentIndexChanged, m_dialog, showChoice);
        showChoice();
        QObject::connect(m_paper, &QComboBox::currentIndexChanged, m_dialog, [this] { showWithout(); });
        QObject::connect(m_paper, &QComboBox::activated, m_dialog, [this] { m_isChosen = true; });
        QObject::connect(&session, &CaseSession::changed, m_dialog, [this](const Changes &changes) {
            const QList<TicketId> &changed = changes.everything ? m_tickets : changes.tickets;
            m_changed.unite(QSet<TicketId>(changed.cbegin(), changed.cend()));
        });
    }

    static void start(const std::shared_ptr<Printing> &printing)
    {
        QObject::connect(printing->m_dialog, &EntryDialog::submitted, printing->m_dialog,
                         [printing] { printing->begin(printing); });
        printing->m_dialog->open();
        printing->lookUp();
    }

private:
    [[nodiscard]] PaperKind paper() const { return static_cast<PaperKind>(m_paper->currentData().toInt()); }

    // Which papers there are of these tickets. The dialog can be used meanwhile.
    void lookUp()
    {
        if (m_tickets.isEmpty() || m_tickets.size() > mostPrinted)
            return; // too many are refused anyway, but for the list
        m_session->read(
            m_dialog,
            [tickets = m_tickets](CaseFile &file, const Progress &progress) {
                return ticketsWithout(file, progress, tickets);
            },
            [this](const QHash<PaperKind, QStringList> &without) { offer(without); });
    }

    // What none of the tickets has can't be chosen; its reason stands beside it.
    void offer(const QHash<PaperKind, QStringList> &without)
    {
        m_numbersWithout = without;
        auto *items = qobject_cast<QStandardItemModel *>(m_paper->model());
        for (int i = 0; items && i < m_paper->count(); ++i) {
            const auto kind = static_cast<PaperKind>(m_paper->itemData(i).toInt());
            if (without.value(kind).size() < m_tickets.size() || whyNone(kind).isEmpty())
                continue;
            items->item(i)->setEnabled(false);
            m_paper->setItemData(i, whyNone(kind), Qt::ToolTipRole);
            m_paper->setItemText(i,
                                 Text::tr("%1 – %2", "paper, why there is none").arg(displayName(kind), whyNone(kind)));
        }
        m_paper->view()->setMinimumWidth(m_paper->view()->sizeHintForColumn(0));
        // Whoever hasn't chosen yet gets what there is.
        if (items && !m_isChosen && !items->item(m_paper->currentIndex())->isEnabled())
            m_paper->setCurrentIndex(m_paper->findData(static_cast<int>(PaperKind::WholeTickets)));
        showWithout();
    }

    void showWithout() const
    {
        constexpr qsizetype told = 3; // numbers
        const QStringList numbers = m_numbersWithout.value(paper());
        const bool hasSome = numbers.size() < m_tickets.size();
        m_without->setText(hasSome ? withoutText(numbers, told) : whyNone(paper()));
        m_without->setVisible(!m_without->text().isEmpty());
    }

    void refuse(const QString &reason) const
    {
        m_dialog->setBusy(false);
        m_dialog->showRefusal({.reason = reason, .field = reason.isEmpty() ? QString() : u"paper"_s});
    }

    void begin(const std::shared_ptr<Printing> &self)
    {
        if (!m_session)
            return;
        if (paper() != PaperKind::List && m_tickets.size() > mostPrinted) {
            refuse(Text::tr("At most %1 tickets can be printed at once. Choose fewer of them.")
                       .arg(QLocale().toString(mostPrinted)));
            return;
        }
        m_dialog->setBusy(true);
        m_changed.clear();
        const PaperContext context{.office = m_session->office(),
                                   .tables = m_session->codeTables(),
                                   .calendar = m_session->deadlines().calendar(),
                                   .printedAt = m_session->clock().now(),
                                   .printedBy = m_session->user(),
                                   .withCitizen = m_citizen->isChecked()};
        m_session->longRead(
            m_dialog, Text::tr("Laying out the pages"),
            [kind = paper(), tickets = m_tickets, list = m_list, context](CaseFile &file, Progress &progress) {
                if (kind != PaperKind::List)
                    return layPapers(file, progress, kind, tickets, context);
                LaidPapers laid{.kind = kind};
                QList<PaperSheet> sheets;
                if (const auto made = list(file, progress, context)) {
                    sheets.append(made->sheet);
                    laid.count = made->tickets;
                }
                laid.pages = std::make_shared<const SheetPages>(sheets, SheetPages::Format::Landscape);
                return laid;
            },
            [self, withCitizen = context.withCitizen](LaidPapers laid) { self->record(self, laid, withCitizen); },
            [dialog = m_dialog] { dialog->setBusy(false); });
    }

    // What leaves the file is known before it does.
    void record(const std::shared_ptr<Printing> &self, const LaidPapers &laid, bool withCitizen) const
    {
        if (!m_session)
            return;
        if (laid.pages->count() == 0) {
            refuse(laid.kind == PaperKind::List
                       ? Text::tr("A list on paper holds at most %1 tickets. Choose fewer, or export it instead.")
                             .arg(QLocale().toString(mostListedOnPaper))
                       : whyNone(laid.kind));
            return;
        }
        const Preview preview{.pages = laid.pages,
                              .title = titleOf(laid),
                              .pdfName = pdfNameOf(laid, m_session->today()),
                              .remark = withoutText(laid.without, 12),
                              .anyThread = true,
                              .tickets = laid.numbers};
        const auto show = [self, preview](const std::shared_ptr<const SheetPages> &pages) {
            self->m_dialog->accept();
            Preview shown = preview;
            shown.pages = pages;
            shown.changed = self->m_changed;
            if (self->m_session)
                showPrintPreview(*self->m_session, self->m_parent, shown);
        };
        const auto refused = [self](const QString &reason) { self->refuse(reason); };
        const auto failed = [dialog = m_dialog] { dialog->setBusy(false); };
        const QString masked = detailsOf(laid, laid.kind == PaperKind::List ? u"list of tickets, masked"_s
                                                                            : u"tickets on paper, masked"_s);
        if (!withCitizen) {
            const QList<TicketId> all = laid.named + laid.hidden;
            recordLeaving(
                *m_session, m_dialog, Command::ReadCases, masked, [show, pages = laid.pages] { show(pages); }, refused,
                failed, all.size() == 1 ? std::optional(all.first()) : std::nullopt);
            return;
        }
        // What goes to the departments is daily work; the office's own papers name its citizens in a row.
        const bool isOwn = laid.kind == PaperKind::WholeTickets || laid.kind == PaperKind::FollowUps
                           || laid.kind == PaperKind::FollowUpForms || laid.kind == PaperKind::Rulings;
        const UnmaskedUse use = isOwn ? UnmaskedUse::WholeTickets : UnmaskedUse::DispatchSheets;
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
            [show, laid, records] { show(numberedPages(laid, *records)); }, refused);
    }

    QPointer<CaseSession> m_session;
    QWidget *m_parent;
    QList<TicketId> m_tickets;
    MakeListSheet m_list;
    EntryDialog *m_dialog;
    QComboBox *m_paper;
    QCheckBox *m_citizen;
    QLabel *m_without = nullptr;
    QHash<PaperKind, QStringList> m_numbersWithout{};
    bool m_isChosen = false;    // by the user
    QSet<TicketId> m_changed{}; // since the papers are read
};

} // namespace

void askPrint(CaseSession &session, QWidget *parent, const QList<TicketId> &tickets, const MakeListSheet &list,
              PaperKind chosen)
{
    Printing::start(std::make_shared<Printing>(session, parent, tickets, list, chosen));
}

} // namespace huiyin
