// SPDX-License-Identifier: GPL-3.0-or-later
#include "today/TodayPage.h"

#include "controls/LongTable.h"
#include "controls/Panel.h"
#include "domain/PersonalText.h"
#include "domain/Text.h"
#include "shell/DutyWatch.h"
#include "storage/CallRepository.h"
#include "storage/TicketRepository.h"
#include "tickets/DutyNames.h"
#include "tickets/ScannedNumbers.h"
#include "tickets/TicketListModel.h"
#include "tickets/TicketText.h"
#include "today/ComingDays.h"
#include "today/CountTile.h"

#include <QApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int tilesInRow = 5;
constexpr int coming = 4;          // stretches of days
constexpr qsizetype draftRows = 6; // that are shown
constexpr qsizetype mostPressing = 200;

HourBars::Hours byHour(const QList<QDateTime> &times, const OfficeZone &zone)
{
    HourBars::Hours hours{};
    for (const QDateTime &time : times)
        ++hours.at(static_cast<size_t>(zone.toLocal(time).time().hour()));
    return hours;
}

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

TodayPage::TodayPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_model(new TicketListModel(session(), this))
{
    setObjectName(u"today"_s);
    auto *main = new QVBoxLayout;
    main->setSpacing(12);
    main->addWidget(buildTiles());
    main->addWidget(buildPressing(), 1);
    auto *layout = pageLayout(new QHBoxLayout(this));
    layout->addLayout(main, 18);
    layout->addLayout(buildSide(), 7);

    auto *pressing = new QAction(tr("To the most &pressing"), this);
    pressing->setObjectName(u"today.pressingAction"_s);
    pressing->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_J));
    pressing->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(pressing, &QAction::triggered, this, [this] { m_table->setFocus(Qt::ShortcutFocusReason); });
    addAction(pressing);
    m_actions.append(pressing);

    connect(&duties(), &DutyWatch::changed, this, &TodayPage::showDuties);
    connect(new ScannedNumbers(session(), this), &ScannedNumbers::ticketFound, this, &Page::ticketRequested);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(300);
    connect(&m_refresh, &QTimer::timeout, this, &TodayPage::readDay);
    connect(&session(), &CaseSession::changed, this, [this](const Changes &changes) {
        m_model->forgetAll();
        if (isVisible())
            m_refresh.start();
        if (changes.office || changes.everything)
            showCalendar();
    });
    auto *minute = new QTimer(this);
    minute->setInterval(60'000);
    connect(minute, &QTimer::timeout, this, [this] {
        if (!isVisible())
            return;
        m_model->refreshText();
        showCalendar();
        readDay();
    });
    minute->start();
    showDuties();
    showCalendar();
    readDay();
}

void TodayPage::activated()
{
    m_model->refreshText();
    showCalendar();
    readDay();
    m_tiles.value(Duty::DueToday)->setFocus(Qt::OtherFocusReason);
}

QList<QAction *> TodayPage::menuActions() const
{
    return m_actions;
}

QWidget *TodayPage::buildTiles()
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(10);
    int place = 0;
    const auto add = [&](CountTile *tile, const QString &code) {
        tile->setObjectName(u"today."_s + code);
        grid->addWidget(tile, place / tilesInRow, place % tilesInRow);
        ++place;
    };
    const QString unit = tr("tickets", "unit behind a number of tickets");
    for (const Duty duty : {Duty::DueToday, Duty::Yellow, Duty::Red, Duty::Dispatch, Duty::Sign, Duty::ReturnAsked,
                            Duty::ExtensionAsked, Duty::Review, Duty::FollowUp}) {
        auto *tile = new CountTile(dutyName(duty), unit, dutyTone(duty), box);
        connect(tile, &CountTile::clicked, this, [this, duty] { open(duty); });
        m_tiles.insert(duty, tile);
        add(tile, dutyCode(duty));
    }
    m_drafts = new CountTile(tr("My drafts"), unit, Tone::Neutral, box);
    connect(m_drafts, &CountTile::clicked, this, [this] { Q_EMIT pageRequested(u"intake"_s); });
    add(m_drafts, u"drafts"_s);
    for (int column = 0; column < tilesInRow; ++column)
        grid->setColumnStretch(column, 1);
    return box;
}

Panel *TodayPage::buildPressing()
{
    m_pressing = new Panel(tr("Most pressing"), this);
    m_pressing->setObjectName(u"today.pressing"_s);
    m_pressing->setFlush(true);
    m_table = new LongTable(m_pressing);
    m_table->setObjectName(u"today.pressingTable"_s);
    m_table->setAccessibleName(tr("Most pressing"));
    m_table->setModel(m_model);
    auto *tags = new TagDelegate(m_table);
    m_table->setItemDelegateForColumn(static_cast<int>(TicketField::Deadline), tags);
    m_table->setItemDelegateForColumn(static_cast<int>(TicketField::Urgency), tags);
    QHeaderView *header = m_table->horizontalHeader();
    header->setMinimumSectionSize(40);
    for (int column = 0; column < ticketFieldCount; ++column) {
        const auto field = static_cast<TicketField>(column);
        header->setSectionHidden(column, field == TicketField::Type || field == TicketField::Category
                                             || field == TicketField::Received || field == TicketField::State);
    }
    header->resizeSection(static_cast<int>(TicketField::Number), 124);
    header->resizeSection(static_cast<int>(TicketField::Urgency), TicketText::usualWidth(TicketField::Urgency));
    header->resizeSection(static_cast<int>(TicketField::Department), 128);
    header->resizeSection(static_cast<int>(TicketField::Deadline),
                          std::max(128, TicketText::usualWidth(TicketField::Deadline)));
    header->setSectionResizeMode(static_cast<int>(TicketField::Title), QHeaderView::Stretch);
    header->setSectionsClickable(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    connect(m_table, &QTableView::activated, this, &TodayPage::openPressing);
    m_pressing->body()->addWidget(m_table, 1);
    return m_pressing;
}

QLayout *TodayPage::buildSide()
{
    auto *column = new QVBoxLayout;
    column->setSpacing(12);
    m_calls = new Panel(tr("Calls today"), this);
    m_calls->setObjectName(u"today.calls"_s);
    m_bars = new HourBars(m_calls);
    m_bars->setObjectName(u"today.hours"_s);
    m_bars->setAccessibleName(tr("Calls by hour, today and a week ago"));
    m_callsToday = textLabel(QString(), "soft", m_calls);
    m_callsToday->setObjectName(u"today.callsToday"_s);
    m_acceptedToday = textLabel(QString(), "soft", m_calls);
    m_acceptedToday->setObjectName(u"today.acceptedToday"_s);
    for (QLabel *label : {m_callsToday, m_acceptedToday})
        label->setWordWrap(true);
    m_calls->body()->addWidget(m_bars);
    m_calls->body()->addWidget(m_callsToday);
    m_calls->body()->addWidget(m_acceptedToday);
    column->addWidget(m_calls);

    auto *calendar = new Panel(tr("Working calendar"), this);
    calendar->setObjectName(u"today.calendar"_s);
    calendar->setIcon(u"calendar"_s);
    m_calendar = new QGridLayout;
    m_calendar->setHorizontalSpacing(8);
    m_calendar->setVerticalSpacing(6);
    m_calendar->setColumnStretch(1, 1);
    calendar->body()->addLayout(m_calendar);
    m_unknownYear = textLabel(QString(), "weak", calendar);
    m_unknownYear->setWordWrap(true);
    calendar->body()->addWidget(m_unknownYear);
    column->addWidget(calendar);

    m_goOn = new Panel(tr("Continue"), this);
    m_goOn->setObjectName(u"today.goOn"_s);
    m_goOn->setIcon(u"history"_s);
    m_goOnRows = new QVBoxLayout;
    m_goOnRows->setSpacing(2);
    m_goOn->body()->addLayout(m_goOnRows);
    m_goOn->body()->addStretch();
    column->addWidget(m_goOn, 1);
    return column;
}

// ---- What waits

void TodayPage::showDuties()
{
    const std::optional<Worklist> &list = duties().worklist();
    for (auto tile = m_tiles.cbegin(); tile != m_tiles.cend(); ++tile)
        (*tile)->setCount(list ? std::optional(list->count(tile.key())) : std::nullopt);
    m_drafts->setCount(list ? std::optional(list->drafts) : std::nullopt);
    if (!list)
        return;
    const auto before = m_model->idAt(m_table->currentIndex().row());
    TicketIds ids;
    for (const TicketId id : list->pressing.first(std::min(list->pressing.size(), mostPressing)))
        ids.append(id);
    m_model->setIds(std::move(ids));
    if (const int row = before ? m_model->rowOf(*before) : -1; row >= 0)
        m_table->setCurrentIndex(m_model->index(row, 0));
    const QLocale locale;
    m_pressing->setTrailingText(list->pressing.isEmpty()
                                    ? tr("nothing is overdue or due by the next working day")
                                    : tr("by the time that is left · %1 of %2 open tickets")
                                          .arg(locale.toString(list->pressing.size()), locale.toString(list->open)));
}

void TodayPage::open(Duty duty)
{
    switch (duty) {
    case Duty::FollowUp:
        Q_EMIT partRequested(u"followup"_s, {});
        break;
    case Duty::Dispatch:
    case Duty::Sign:
    case Duty::ReturnAsked:
    case Duty::ExtensionAsked:
    case Duty::Review:
        Q_EMIT partRequested(u"dispatch"_s, dutyCode(duty));
        break;
    default:
        Q_EMIT ticketsRequested({.duty = duty}, dutyName(duty));
        break;
    }
}

void TodayPage::openPressing()
{
    if (const auto id = m_model->idAt(m_table->currentIndex().row()))
        Q_EMIT ticketRequested(*id);
}

// ---- The day

void TodayPage::readDay()
{
    const OfficeZone zone = session().zone();
    const QDateTime now = session().clock().now();
    const QDate today = zone.day(now);
    m_pending.cancel();
    m_pending = session().read(
        this,
        [zone, now, today, user = session().user()](CaseFile &file) {
            const CallRepository calls(file.database());
            const TicketRepository tickets(file.database());
            const auto from = [&](int daysAgo) { return zone.toUtcTime(today.addDays(-daysAgo)); };
            const auto by = [&](int daysAgo) {
                return zone.toUtcTime(today.addDays(-daysAgo), zone.toLocal(now).time());
            };
            const auto received = [&](const QDateTime &first, const QDateTime &before) {
                return tickets.count({.receivedFrom = first, .receivedBefore = before});
            };
            constexpr int week = 7;
            const QList<QDateTime> started = calls.startTimes(from(0), from(-1));
            Day day{.calls = byHour(started, zone),
                    .lastWeek = byHour(calls.startTimes(from(week), from(week - 1)), zone),
                    .callsToday = started.size(),
                    .callsYesterday = calls.countStarted(from(1), by(1)),
                    .callsLastWeek = calls.countStarted(from(week), by(week)),
                    .accepted = received(from(0), from(-1)),
                    .acceptedYesterday = received(from(1), by(1)),
                    .acceptedLastWeek = received(from(week), by(week))};
            const QList<TicketId> drafts = tickets.draftsOf(user);
            for (const TicketId id : drafts.first(std::min(drafts.size(), draftRows)))
                day.drafts.append(*tickets.byId(id));
            day.moreDrafts = static_cast<int>(std::max<qsizetype>(0, drafts.size() - draftRows));
            return day;
        },
        [this](const Day &day) { showDay(day); }, [](const std::exception_ptr &) {});
}

void TodayPage::showDay(const Day &day)
{
    const QLocale locale;
    m_bars->setHours(day.calls, day.lastWeek);
    const auto compared = [&locale](qint64 yesterday, qint64 lastWeek) {
        return tr("yesterday by now %1 · a week ago %2").arg(locale.toString(yesterday), locale.toString(lastWeek));
    };
    m_callsToday->setText(
        tr("Calls %1: %2").arg(locale.toString(day.callsToday), compared(day.callsYesterday, day.callsLastWeek)));
    m_acceptedToday->setText(
        tr("Accepted %1: %2")
            .arg(locale.toString(day.accepted), compared(day.acceptedYesterday, day.acceptedLastWeek)));
    m_day = day;
    showDrafts();
}

void TodayPage::showCalendar()
{
    clear(m_calendar);
    const QLocale locale;
    const bool chinese = locale.language() == QLocale::Chinese;
    const QDate today = session().today();
    const WorkCalendar &calendar = session().deadlines().calendar();
    const auto dayText = [&](QDate day) { return locale.toString(day, chinese ? u"M月d日"_s : u"d MMM"_s); };
    int row = 0;
    const QList<ComingDay> days = comingDays(calendar, today, coming);
    for (const ComingDay &day : days) {
        const auto length = static_cast<int>(day.from.daysTo(day.to)) + 1;
        QString when = length == 1 ? tr("%1, %2").arg(dayText(day.from), locale.dayName(day.from.dayOfWeek()))
                                   : tr("%1 – %2").arg(dayText(day.from), dayText(day.to));
        if (!day.name.isEmpty())
            when += u' ' + day.name;
        const bool makeUp = day.kind == ComingDay::Kind::MakeUp;
        auto *tag = new Tag(makeUp                                 ? tr("make-up working day")
                            : day.kind == ComingDay::Kind::Holiday ? tr("%n day(s) off", nullptr, length)
                                                                   : tr("rest"),
                            makeUp ? Tone::Warn : Tone::Neutral);
        m_calendar->addWidget(textLabel(when, ""), row, 0);
        m_calendar->addWidget(tag, row, 1, Qt::AlignLeft);
        ++row;
    }
    // The notice of a year comes in the November before.
    constexpr int ahead = 75;
    const int unknown = !calendar.isKnownYear(today.year())                  ? today.year()
                        : !calendar.isKnownYear(today.addDays(ahead).year()) ? today.addDays(ahead).year()
                                                                             : 0;
    m_unknownYear->setVisible(unknown > 0);
    m_unknownYear->setText(
        tr("The holidays of %1 are not known yet: due times then count weekends only and are provisional.")
            .arg(unknown));
}

void TodayPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    // Its lines are cut to the width of the panel.
    QTimer::singleShot(0, this, &TodayPage::showDrafts);
}

void TodayPage::showDrafts()
{
    // Each minute, and after each save: who has the keys on one of them keeps them there.
    const QWidget *focus = QApplication::focusWidget();
    const int focused = focus ? m_goOnRows->indexOf(focus) : -1;
    clear(m_goOnRows);
    if (m_day.drafts.isEmpty()) {
        m_goOnRows->addWidget(textLabel(tr("Nothing was left unfinished."), "weak"));
        return;
    }
    for (const Ticket &draft : m_day.drafts) {
        QStringList parts;
        if (!draft.phone.isEmpty())
            parts.append(maskedPhone(draft.phone));
        // Masked before it is cut: half a number is none that is known as one.
        constexpr qsizetype mostWords = 40;
        const QString words = maskedText(draft.title.isEmpty() ? draft.content : draft.title, citizenOf(draft));
        if (!words.isEmpty())
            parts.append(shortened(words.simplified(), mostWords));
        const QString time = session().zone().toLocal(draft.receivedAt).toString(u"MM-dd HH:mm"_s);
        const QString text = parts.join(u" · "_s);
        auto *row = new QPushButton(m_goOn);
        row->setText(time + u"  "_s
                     + row->fontMetrics().elidedText(
                         text, Qt::ElideRight, m_goOn->width() - 64 - row->fontMetrics().horizontalAdvance(time)));
        row->setObjectName(u"today.draft"_s);
        row->setAutoDefault(false);
        row->setToolTip(tr("Draft: %1").arg(text));
        row->setAccessibleName(row->toolTip());

        setLook(row, "link");
        connect(row, &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(u"intake"_s); });
        m_goOnRows->addWidget(row, 0, Qt::AlignLeft);
    }
    if (m_day.moreDrafts > 0)
        m_goOnRows->addWidget(textLabel(tr("and %n more", nullptr, m_day.moreDrafts), "weak"));
    if (focused >= 0)
        m_goOnRows->itemAt(std::min(focused, static_cast<int>(m_day.drafts.size()) - 1))
            ->widget()
            ->setFocus(Qt::OtherFocusReason);
}

} // namespace huiyin
