// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/RecordsSection.h"

#include "casework/Command.h"
#include "casework/Consent.h"
#include "controls/Panel.h"
#include "controls/TableLook.h"
#include "domain/PersonalText.h"
#include "domain/Sentences.h"
#include "shell/ChainText.h"
#include "shell/ChainWatch.h"
#include "storage/AccessRepository.h"
#include "storage/AttachmentRepository.h"
#include "storage/TicketRepository.h"

#include <QHeaderView>
#include <QLabel>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int shown = 1000;
enum Column { Time, Who, What, OfTicket, Details };

// What was seen or left the file, by the words of the record.
QString whatText(const QString &details)
{
    const QHash<QString, QString> words{{u"requester,phone,address"_s, RecordsSection::tr("name, telephone, address")},
                                        {u"tables"_s, RecordsSection::tr("tables of the case file")},
                                        {u"export"_s, RecordsSection::tr("tables of the case file")},
                                        {u"export masked"_s, RecordsSection::tr("masked tables of the case file")},
                                        {u"backup"_s, RecordsSection::tr("copy of the case file")},
                                        {u"recovery sheet"_s, RecordsSection::tr("recovery sheet of the backups")},
                                        {u"find"_s, RecordsSection::tr("search on the command line")},
                                        {u"list of tickets, masked"_s, RecordsSection::tr("masked list of tickets")},
                                        {u"list of calls, masked"_s, RecordsSection::tr("masked list of calls")},
                                        {u"tickets on paper, masked"_s, RecordsSection::tr("masked papers of tickets")},
                                        {u"knowledge base"_s, RecordsSection::tr("knowledge base")},
                                        {u"bulletin"_s, RecordsSection::tr("bulletin")}};
    if (const auto word = words.constFind(details); word != words.cend())
        return *word;
    if (const auto refused = RefusedCommand::fromText(details)) {
        const QString name = displayName(refused->command);
        return refused->why == RefusedFor::Right ? RecordsSection::tr("“%1”: not among the rights").arg(name)
                                                 : RecordsSection::tr("“%1”: not possible in that state").arg(name);
    }
    // "department sheet 20261123-01, masked"
    if (details.startsWith(u"department sheet ")) {
        const QString number = details.section(u' ', 2, 2).remove(u',');
        return details.endsWith(u", masked") ? RecordsSection::tr("department's sheet %1, masked").arg(number)
                                             : RecordsSection::tr("department's sheet %1").arg(number);
    }
    // What was printed: "tickets on paper, masked; dispatch_sheet; tickets 3; pages 4".
    const QStringList parts = details.split(u"; "_s);
    if (parts.size() > 1) {
        const QHash<QString, QString> papers{{u"dispatch_sheet"_s, RecordsSection::tr("dispatch sheets")},
                                             {u"notice"_s, RecordsSection::tr("notices to the departments")},
                                             {u"ruling"_s, RecordsSection::tr("rulings on returns and extensions")},
                                             {u"follow_up"_s, RecordsSection::tr("noted follow-ups on paper")},
                                             {u"follow_up_form"_s, RecordsSection::tr("blank follow-up forms")},
                                             {u"explanation"_s, RecordsSection::tr("written explanations on paper")},
                                             {u"whole_ticket"_s, RecordsSection::tr("whole tickets on paper")}};
        QStringList told{words.value(parts.first(), parts.first())};
        for (const QString &part : parts.mid(1)) {
            const int number = part.section(u' ', 1).toInt();
            if (part.startsWith(u"tickets "))
                told.append(RecordsSection::tr("%n ticket(s) of it", "printed", number));
            else if (part.startsWith(u"pages "))
                told.append(RecordsSection::tr("%n page(s) of paper", "printed", number));
            else if (part == u"ticket_list")
                told.append(RecordsSection::tr("on paper"));
            else
                told.append(papers.value(part, part));
        }
        return told.join(u" · "_s);
    }
    const QString first = details.section(u' ', 0, 0);
    return words.contains(first) ? words.value(first) + u' ' + details.section(u' ', 1) : details;
}

// With the reason and the second person, where it took them.
QString detailsText(const AccessRecord &record)
{
    const ConsentNote note = ConsentNote::of(record.details);
    const QString failed = u"nothing left: "_s;
    QStringList parts{note.what.startsWith(failed)
                          ? RecordsSection::tr("did not go out: %1").arg(whatText(note.what.mid(failed.size())))
                          : whatText(note.what)};
    if (!note.second.isEmpty())
        parts.append(RecordsSection::tr("agreed: %1").arg(note.second));
    if (!note.reason.isEmpty())
        parts.append(note.reason);
    return parts.join(u" · "_s);
}

// Which attachment was looked at or saved; the record names it by its number in the file.
std::optional<Attachment> attachmentOf(CaseFile &file, const AccessRecord &record)
{
    bool isNumber = false;
    const qint64 id = record.details.section(u' ', 1).toLongLong(&isNumber);
    if (!isNumber || !record.details.startsWith(u"attachment "))
        return std::nullopt;
    return AttachmentRepository(file.database()).byId(AttachmentId(id));
}

// What the auditor who works has sealed.
QString sealText(const CaseSession &session)
{
    const auto seals = session.chains().sealReport();
    if (!seals)
        return {};
    switch (seals->state) {
    case SealReport::State::Changed:
        return RecordsSection::tr("What you sealed before is not as it was.");
    case SealReport::State::Sound:
        return RecordsSection::tr(
                   "The ends of the chains that you sealed, last on %1, are as they were; sealed again at your "
                   "login. A check of the file goes through every record.")
            .arg(session.zone().text(seals->last.value_or(session.clock().now())));
    case SealReport::State::Failed:
        return RecordsSection::tr("Nothing could be sealed at your login.");
    case SealReport::State::None:
    case SealReport::State::KeyLost:
        break;
    }
    return RecordsSection::tr("Sealed at your login, for the first time with this key. If you have sealed this file "
                              "before, your seals were taken out.");
}

// What going through both chains came to, here or at an earlier time.
QString checkText(const CaseSession &session)
{
    const ChainWatch &chains = session.chains();
    if (chains.isChecking())
        return RecordsSection::tr("All records are being gone through.");
    if (!chains.failure().isEmpty())
        return RecordsSection::tr("The records could not be gone through: %1").arg(chains.failure());
    if (!chains.check())
        return RecordsSection::tr("All records have not been gone through on this computer yet.");
    return chains.check()->isSound() ? lastText(*chains.check(), session.zone())
                                     : brokenText(*chains.check(), session.roles().testFlag(Role::Auditor));
}

} // namespace

RecordsSection::RecordsSection(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new QStandardItemModel(0, Details + 1, this))
    , m_table(new QTableView(this))
    , m_remark(textLabel(QString(), "weak", this))
{
    setObjectName(u"setup.records"_s);
    m_table->setObjectName(u"setup.records.table"_s);
    m_table->setAccessibleName(tr("Access records"));
    m_model->setHorizontalHeaderLabels({tr("Time"), tr("Who"), tr("What"), tr("Ticket"), tr("Details")});
    m_table->setModel(m_model);
    setUpTable(m_table);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    QHeaderView *header = m_table->horizontalHeader();
    header->resizeSection(Time, 150);
    header->resizeSection(Who, 140);
    header->resizeSection(What, 120);
    header->resizeSection(OfTicket, 130);
    header->setSectionResizeMode(Details, QHeaderView::Stretch);
    m_remark->setContentsMargins(12, 8, 12, 8);
    m_remark->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_remark);
    connect(&context.session.chains(), &ChainWatch::changed, this, &RecordsSection::showRemark);
}

void RecordsSection::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    read();
}

void RecordsSection::read()
{
    struct Record
    {
        AccessRecord record;
        QString number;
        QString attachment{}; // its name, when it was one
    };
    const Roles roles = m_context.session.roles();
    if (!roles.testFlag(Role::Auditor) && !roles.testFlag(Role::Supervisor)) {
        m_model->setRowCount(0);
        m_newest.reset();
        m_remark->setText(tr("Auditors and supervisors see who has looked at citizens' data."));
        return;
    }
    m_pending.cancel();
    m_pending = m_context.session.read(
        this,
        [](CaseFile &file) {
            QList<Record> records;
            const TicketRepository tickets(file.database());
            const QList<AccessRecord> all = AccessRepository(file.database()).newest(shown);
            for (const AccessRecord &record : all) {
                const auto ticket = record.ticket ? tickets.byId(*record.ticket) : std::nullopt;
                const auto attachment = attachmentOf(file, record);
                records.append(
                    {record, ticket ? ticket->number : QString(),
                     attachment ? maskedText(attachment->name, ticket ? citizenOf(*ticket) : Citizen{}) : QString()});
            }
            return records;
        },
        [this](const QList<Record> &records) {
            const QHash<QString, QString> actions{{u"view"_s, tr("looked at")},
                                                  {u"print"_s, tr("printed")},
                                                  {u"export"_s, tr("exported")},
                                                  {u"publish"_s, tr("published")},
                                                  {u"refused"_s, tr("was refused")}};
            m_model->setRowCount(0);
            for (const Record &one : records) {
                const AccessRecord &record = one.record;
                const bool isSaved = !one.attachment.isEmpty() && record.action == u"export";
                const QStringList cells{
                    m_context.session.zone().toLocal(record.at).toString(u"yyyy-MM-dd HH:mm:ss"_s), record.user,
                    isSaved ? tr("saved outside") : actions.value(record.action, record.action), one.number,
                    one.attachment.isEmpty() ? detailsText(record) : tr("attachment “%1”").arg(one.attachment)};
                QList<QStandardItem *> items;
                for (const QString &cell : cells)
                    items.append(new QStandardItem(cell));
                m_model->appendRow(items);
            }
            m_newest = static_cast<int>(records.size());
            showRemark();
        });
}

void RecordsSection::showRemark()
{
    if (!m_newest)
        return; // not read yet, or not to be seen by who works
    const QString newest = *m_newest == 0 ? tr("Nobody has looked at citizens' data yet.")
                                          : tr("The newest %n record(s). Each holds a checksum over the one before: a "
                                               "changed one is found by a check of the file.",
                                               nullptr, *m_newest);
    QStringList texts{newest, sealText(m_context.session), checkText(m_context.session)};
    texts.removeAll(QString());
    m_remark->setText(joinedSentences(texts));
    if (isVisible() && !m_context.session.chains().isChecking())
        m_context.session.chains().setSeen();
}

} // namespace huiyin
