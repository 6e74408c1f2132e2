// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/BestCasesDialog.h"

#include "controls/NoticeBar.h"
#include "controls/SegmentedButtons.h"
#include "controls/TableLook.h"
#include "handling/CommandDialog.h"
#include "handling/NominationDialog.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int ticketRole = Qt::UserRole + 1;
constexpr int nominationRole = Qt::UserRole + 2;
constexpr int yearsBack = 5;
constexpr int titleColumn = 1;
constexpr int widestColumn = 260;

} // namespace

BestCasesDialog::BestCasesDialog(CaseSession &session, int year, QWidget *parent)
    : TickDialog({.name = u"bulletin.best"_s,
                  .title = tr("The ten best cases of the year"),
                  .size = QSize(980, 560),
                  .table = tr("Cases of the year")},
                 u"act"_s, parent)
    , m_session(session)
{
    m_withdraw = addButton(u"withdraw"_s, tr("With&draw the nomination"));
    m_takeBack = addButton(u"takeBack"_s, tr("Take the vote &back"));
    m_closeVote = addButton(u"closeVote"_s, tr("C&lose the vote…"));
    m_open = addButton(u"ticket"_s, tr("Open the &ticket"));
    addControls(year);
    connect(m_withdraw, &QPushButton::clicked, this, &BestCasesDialog::withdraw);
    connect(m_takeBack, &QPushButton::clicked, this, [this] {
        give([year = m_shown->cases.year](CaseBook &book) { return takeBackBallot(book, year); },
             tr("The vote is taken back; cases can be nominated again."));
    });
    connect(m_closeVote, &QPushButton::clicked, this, &BestCasesDialog::askToClose);
    connect(m_open, &QPushButton::clicked, this, &BestCasesDialog::openTicket);
    connect(m_act, &QPushButton::clicked, this, &BestCasesDialog::act);
    connect(m_view, &QTreeView::activated, this, &BestCasesDialog::openTicket);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { showState(); });
    connect(m_model, &QStandardItemModel::itemChanged, this, [this] { showState(); });
    m_view->setFocus();
    read();
}

// Which year, and its shortlist or what may be nominated.
void BestCasesDialog::addControls(int year)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_year = new QComboBox(row);
    m_year->setObjectName(u"bulletin.best.year"_s);
    m_year->setAccessibleName(tr("Year"));
    const int last = std::max(m_session.today().year(), year);
    for (int one = last; one >= std::min(last - yearsBack, year); --one)
        m_year->addItem(tr("Year %1").arg(one), one);
    m_year->setCurrentIndex(m_year->findData(year));
    m_part = new SegmentedButtons(row);
    m_part->setObjectName(u"bulletin.best.part"_s);
    m_part->setAccessibleName(tr("What the table shows"));
    m_part->addOption(tr("Shortlist"), Shortlist, u"bulletin.best.shortlist"_s);
    m_part->addOption(tr("Suggested"), Suggestions, u"bulletin.best.suggested"_s);
    m_part->setOptionToolTip(Suggestions, tr("Closed cases that are marked as solved well, or whose citizens are "
                                             "satisfied; those that several departments handled first"));
    m_part->setValue(Shortlist);
    layout->addWidget(m_year);
    layout->addWidget(m_part);
    layout->addStretch();
    addFilter(row);
    connect(m_year, &QComboBox::activated, this, [this] {
        m_notice->clear();
        read();
    });
    connect(m_part, &SegmentedButtons::valueChosen, this, [this] { showPart(); });
}

// `deciding`: among equal votes.
void BestCasesDialog::read(bool deciding)
{
    m_deciding = false;
    m_ticked.reset();
    setBusy(true);
    m_pending = m_session.read(
        this,
        [year = m_year->currentData().toInt(), user = m_session.user()](CaseFile &file) {
            return Shown{.cases = bestCasesOf(file, year, user), .suggested = suggestedCases(file, year)};
        },
        [this, deciding](const Shown &found) {
            m_shown = found;
            m_deciding = deciding && !found.cases.tied.isEmpty();
            if (m_deciding)
                m_part->setValue(Shortlist);
            m_ticked.reset();
            setBusy(false);
            showPart();
            Q_EMIT shown();
        },
        OnFailure([this] { // nothing of another year under this one's name
            m_shown.reset();
            setBusy(false);
            showPart();
        }));
}

BallotState BestCasesDialog::state() const
{
    return m_shown ? m_shown->cases.state : BallotState::Nominating;
}

bool BestCasesDialog::ticksVotes() const
{
    return m_part->value() == Shortlist && state() == BallotState::Voting && m_session.may(Command::CastBallot);
}

QList<NominationId> BestCasesDialog::votes() const
{
    const bool areShown = m_model->rowCount() > 0 && m_model->item(0)->isCheckable();
    return areShown ? tickedCases() : m_ticked.value_or(QList<NominationId>());
}

bool BestCasesDialog::isVoteUnsaved() const
{
    if (!m_shown || m_deciding || state() != BallotState::Voting || !m_session.may(Command::CastBallot))
        return false;
    const bool areShown = m_model->rowCount() > 0 && m_model->item(0)->isCheckable();
    const QList<NominationId> ticked = votes();
    return (areShown || m_ticked) && !std::ranges::all_of(m_shown->cases.shortlist, [&](const ShortlistedCase &one) {
               return ticked.contains(*one.nomination.id) == one.isMine;
           });
}

void BestCasesDialog::showPart()
{
    if (isVoteUnsaved())
        m_ticked = votes();
    m_model->clear();
    if (!m_shown)
        return;
    if (m_part->value() == Shortlist)
        showShortlist();
    else
        showSuggestions();
    fitColumns(m_view, m_view->header(), titleColumn);
    for (int column = titleColumn + 1; column < m_model->columnCount(); ++column) { // the title needs room too
        if (m_view->header()->sectionSize(column) > widestColumn)
            m_view->header()->resizeSection(column, widestColumn);
    }
    if (m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(0, 0));
    showState();
}

void BestCasesDialog::showShortlist()
{
    const BestCases &cases = m_shown->cases;
    const bool closed = cases.state == BallotState::Closed;
    QStringList headings{tr("Ticket"), tr("Title"), tr("Departments"), tr("Reason"), tr("Nominated by")};
    if (closed)
        headings += {tr("Votes"), tr("Place")};
    m_model->setHorizontalHeaderLabels(headings);
    for (const ShortlistedCase &one : cases.shortlist) {
        if (m_deciding && !cases.tied.contains(*one.nomination.id))
            continue;
        QString title = one.title;
        if (!one.isInRunning && !closed)
            title = tr("%1 (not closed any more)").arg(title);
        QStringList texts{one.number, title, one.departments, one.nomination.reason.simplified(), one.nomination.by};
        if (closed)
            texts += {QString::number(one.nomination.votes.value_or(0)),
                      one.nomination.chosen ? QString::number(one.nomination.place.value_or(0)) : u"—"_s};
        QList<QStandardItem *> row;
        for (const QString &text : std::as_const(texts)) {
            row.append(new QStandardItem(text));
            row.last()->setEditable(false);
            row.last()->setToolTip(text);
        }
        row.first()->setData(one.nomination.ticket.value(), ticketRole);
        row.first()->setData(one.nomination.id->value(), nominationRole);
        if (ticksVotes() || m_deciding) {
            row.first()->setCheckable(true);
            const bool isTicked = m_ticked ? m_ticked->contains(*one.nomination.id) : one.isMine;
            row.first()->setCheckState(!m_deciding && isTicked ? Qt::Checked : Qt::Unchecked);
        }
        m_model->appendRow(row);
    }
}

void BestCasesDialog::showSuggestions()
{
    m_model->setHorizontalHeaderLabels({tr("Ticket"), tr("Title"), tr("Departments"), tr("Why it may be one")});
    for (const NominationHint &one : m_shown->suggested) {
        QStringList why;
        if (one.hint.picked)
            why.append(tr("marked as solved well"));
        if (one.hint.pleased)
            why.append(tr("solved, and the citizen is satisfied"));
        if (one.hint.departments > 1)
            why.append(tr("%n departments together", nullptr, one.hint.departments));
        QList<QStandardItem *> row;
        for (const QString &text : {one.number, one.title, one.departments, why.join(tr(", ", "between reasons"))}) {
            row.append(new QStandardItem(text));
            row.last()->setEditable(false);
            row.last()->setToolTip(text);
        }
        row.first()->setData(one.hint.ticket.value(), ticketRole);
        m_model->appendRow(row);
    }
}

QString BestCasesDialog::summary() const
{
    if (!m_shown)
        return tr("Looking through the year…");
    const BestCases &cases = m_shown->cases;
    if (m_deciding) {
        return tr(
            "These cases have equally many votes, and there is room for %n of them. Tick which are among the ten.",
            nullptr, static_cast<int>(cases.room));
    }
    if (m_part->value() == Suggestions)
        return tr("Closed cases of %1 that may be worth a nomination, the most promising first. Any other closed case "
                  "is "
                  "nominated from its own menu “More”.")
            .arg(cases.year);
    const int count = static_cast<int>(cases.shortlist.size());
    switch (cases.state) {
    case BallotState::Nominating:
        if (count == 0)
            return tr("No case of %1 is nominated yet. Choose among those that are suggested, or nominate a closed "
                      "ticket from its own menu “More”.")
                .arg(cases.year);
        return tr("%n case(s) of %1 are on the shortlist. Once they are put to the vote, the shortlist stands.",
                  nullptr, count)
            .arg(cases.year);
    case BallotState::Voting:
        return tr("%n person(s) have voted.", nullptr, cases.voters) + u' '
               + tr("Tick 10 cases at most, save, and change it until the vote is closed; how many votes a case has is "
                    "shown only then. You have ticked %n.",
                    nullptr, static_cast<int>(tickedRows().size()));
    case BallotState::Closed:
        break;
    }
    return tr("The result stands since %1 (%2); %n person(s) have voted. It doesn't change any more.", nullptr,
              cases.voters)
        .arg(m_session.zone().toLocal(cases.ballot->closedAt).toString(u"yyyy-MM-dd"_s), cases.ballot->closedBy);
}

void BestCasesDialog::showState()
{
    m_summary->setText(summary());
    const bool ready = m_shown && !isBusy();
    const bool onShortlist = m_part && m_part->value() == Shortlist;
    const bool holds = m_session.may(Command::HoldBallot);
    const bool nominating = state() == BallotState::Nominating;
    const bool voting = state() == BallotState::Voting;
    if (m_year)
        m_year->setEnabled(ready);
    if (m_part)
        m_part->setEnabled(ready && !m_deciding);
    m_withdraw->setVisible(onShortlist && nominating);
    m_takeBack->setVisible(voting && holds && !m_deciding);
    m_closeVote->setVisible(voting && holds && !m_deciding);
    for (QPushButton *button : {m_takeBack, m_closeVote})
        button->setEnabled(ready);
    const auto nomination = currentNomination();
    bool mayWithdraw = ready && nomination && holds;
    if (ready && nomination && !holds) {
        for (const ShortlistedCase &one : m_shown->cases.shortlist)
            mayWithdraw = mayWithdraw
                          || (one.nomination.id == nomination && one.nomination.by == m_session.user()
                              && m_session.may(Command::NominateCase));
    }
    m_withdraw->setEnabled(mayWithdraw);
    m_open->setEnabled(ready && currentTicket());
    bool mayAct = ready;
    if (m_deciding) {
        m_act->setText(tr("Close the vote with these"));
        mayAct = mayAct && tickedRows().size() == m_shown->cases.room;
    } else if (!onShortlist) {
        m_act->setText(tr("&Nominate…"));
        mayAct = mayAct && nominating && currentTicket() && m_session.may(Command::NominateCase);
    } else if (nominating) {
        m_act->setText(tr("&Put to the vote"));
        mayAct = mayAct && holds && m_model->rowCount() > 0;
    } else if (voting) {
        m_act->setText(tr("&Save my votes"));
        mayAct = mayAct && m_session.may(Command::CastBallot) && tickedRows().size() <= mostVotes;
    } else {
        m_act->setText(tr("Compose the &notice"));
    }
    m_act->setEnabled(mayAct);
}

std::optional<TicketId> BestCasesDialog::currentTicket() const
{
    const QModelIndex index = m_view->currentIndex().siblingAtColumn(0);
    return index.isValid() ? std::optional(TicketId(index.data(ticketRole).toLongLong())) : std::nullopt;
}

std::optional<NominationId> BestCasesDialog::currentNomination() const
{
    const QVariant id = m_view->currentIndex().siblingAtColumn(0).data(nominationRole);
    return id.isValid() ? std::optional(NominationId(id.toLongLong())) : std::nullopt;
}

QList<NominationId> BestCasesDialog::tickedCases() const
{
    QList<NominationId> ids;
    const QList<int> rows = tickedRows();
    for (const int row : rows)
        ids.append(NominationId(m_model->item(row)->data(nominationRole).toLongLong()));
    return ids;
}

void BestCasesDialog::give(std::function<Outcome<Changes>(CaseBook &)> command, const QString &done)
{
    setBusy(true);
    m_session.command(
        this, std::move(command),
        [this, done](const Changes &) {
            m_notice->showNotice(Tone::Ok, done);
            read();
        },
        [this](const Refusal &refusal) {
            setBusy(false);
            if (refusal.field == u"tied")
                decideTie(refusal.reason);
            else
                m_notice->showNotice(Tone::Bad, refusal.reason);
        },
        OnFailure([this] { setBusy(false); }));
}

void BestCasesDialog::act()
{
    const int year = m_shown->cases.year;
    if (m_deciding) {
        give([year, decided = tickedCases()](CaseBook &book) { return closeBallot(book, year, decided); },
             tr("The result is fixed."));
    } else if (m_part->value() == Suggestions) {
        nominate();
    } else if (state() == BallotState::Nominating) {
        give([year](CaseBook &book) { return openBallot(book, year); },
             tr("The vote is on: everybody who works here may choose up to ten cases."));
    } else if (state() == BallotState::Voting) {
        give([year, votes = tickedCases()](CaseBook &book) { return castBallot(book, year, votes); },
             tr("Your votes are saved. You may change them until the vote is closed."));
    } else {
        Q_EMIT noticeRequested(year);
        accept();
    }
}

void BestCasesDialog::nominate()
{
    const auto ticket = currentTicket();
    if (!ticket)
        return;
    const QModelIndex row = m_view->currentIndex();
    const QString about = QString(row.siblingAtColumn(0).data().toString() + u" · "_s
                                  + row.siblingAtColumn(titleColumn).data().toString());
    CommandDialog *ask = askNomination(m_session, *ticket, about, this);
    connect(ask, &QDialog::accepted, this, [this] {
        m_notice->showNotice(Tone::Ok, tr("The case is on the shortlist."));
        read();
    });
}

void BestCasesDialog::withdraw()
{
    if (const auto nomination = currentNomination())
        give([nomination](CaseBook &book) { return withdrawNomination(book, *nomination); },
             tr("The nomination is withdrawn."));
}

// For good: it is asked first.
void BestCasesDialog::askToClose()
{
    m_notice->showNotice(Tone::Warn,
                         tr("Closing the vote fixes the result for good. %n person(s) have voted so far.", nullptr,
                            m_shown->cases.voters),
                         tr("Close the vote"), [this, year = m_shown->cases.year] {
                             give([year](CaseBook &book) { return closeBallot(book, year); },
                                  tr("The result is fixed."));
                         });
}

// Others may have voted since the table was read: that is what makes the votes equal.
void BestCasesDialog::decideTie(const QString &reason)
{
    m_notice->showNotice(Tone::Warn, reason);
    read(true);
}

// Ticks that are not saved don't go unasked.
void BestCasesDialog::leave(const std::function<void()> &go)
{
    if (isVoteUnsaved())
        m_notice->showNotice(Tone::Warn, tr("Your votes are not saved yet."), tr("Leave all the same"), go);
    else
        go();
}

void BestCasesDialog::reject()
{
    leave([this] { TickDialog::reject(); });
}

void BestCasesDialog::openTicket()
{
    if (const auto ticket = currentTicket())
        leave([this, ticket = *ticket] {
            Q_EMIT ticketRequested(ticket);
            accept();
        });
}

} // namespace huiyin
