// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/CalendarSection.h"

#include "controls/EmptyState.h"
#include "controls/NoticeBar.h"
#include "controls/Panel.h"
#include "controls/TableLook.h"
#include "controls/Tag.h"
#include "domain/Sentences.h"
#include "setup/CalendarDialogs.h"
#include "setup/ChangeLogDialog.h"
#include "setup/DueMovesDialog.h"
#include "setup/NoticeDialog.h"
#include "shell/Icon.h"
#include "shell/Settings.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

CalendarSection::CalendarSection(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_year(new QSpinBox(this))
    , m_summary(textLabel(QString(), "soft", this))
    , m_import(new QPushButton(tr("&Import a notice…"), this))
    , m_add(new QPushButton(tr("&Add a day…"), this))
    , m_edit(new QPushButton(tr("&Edit…"), this))
    , m_remove(new QPushButton(tr("Take &back"), this))
    , m_hours(new QPushButton(tr("&Office hours…"), this))
    , m_log(new QPushButton(tr("&Changes…"), this))
    , m_moves(new QPushButton(tr("&Due times…"), this))
    , m_notice(new NoticeBar(this))
    , m_model(new QStandardItemModel(this))
    , m_stack(new QStackedWidget(this))
    , m_view(new QTreeView(this))
    , m_empty(new EmptyState(u"calendar"_s, QString(), QString(), this))
{
    setObjectName(u"setup.calendar"_s);
    const auto name = [](QWidget *widget, const QString &thing) {
        widget->setObjectName(u"setup.calendar."_s + thing);
    };
    name(m_year, u"year"_s);
    name(m_summary, u"summary"_s);
    name(m_import, u"import"_s);
    name(m_add, u"add"_s);
    name(m_edit, u"edit"_s);
    name(m_remove, u"remove"_s);
    name(m_hours, u"hours"_s);
    name(m_log, u"log"_s);
    name(m_moves, u"moves"_s);
    name(m_notice, u"notice"_s);
    name(m_view, u"table"_s);
    m_year->setRange(1990, 2199);
    m_year->setValue(context.session.today().year());
    m_year->setFixedWidth(88);
    m_summary->setWordWrap(true);
    setLook(m_import, "primary");
    m_remove->setToolTip(tr("The day is again what the notice says"));
    m_moves->setToolTip(tr("Which open tickets would have another due time now"));
    for (QPushButton *button : {m_import, m_add, m_edit, m_remove, m_hours, m_log, m_moves})
        button->setAutoDefault(false);
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Days that differ from the week"));
    m_view->setRootIsDecorated(false);
    setUpTree(m_view);
    m_view->setItemDelegateForColumn(3, new TagDelegate(m_view));
    m_model->setHorizontalHeaderLabels({tr("Day"), tr("Weekday"), tr("Name"), tr("The office"), tr("Set by")});
    const int widths[] = {128, 88, 176, 112, 240};
    for (int column = 0; column < 5; ++column)
        m_view->header()->resizeSection(column, widths[column]);
    rememberColumns(m_view->header(), u"setup.calendar"_s);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_empty->setAction(tr("Import the notice…"));

    auto *yearLabel = textLabel(tr("&Year"), "soft", this);
    yearLabel->setTextFormat(Qt::AutoText);
    yearLabel->setBuddy(m_year);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(yearLabel);
    head->addWidget(m_year);
    head->addSpacing(8);
    head->addWidget(m_summary, 1);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(8);
    for (QPushButton *button : {m_import, m_add, m_edit, m_remove, m_hours})
        tools->addWidget(button);
    tools->addStretch();
    tools->addWidget(m_log);
    tools->addWidget(m_moves);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(15, 0, 15, 12);
    top->setSpacing(12);
    top->addLayout(head);
    top->addLayout(tools);
    top->addWidget(m_notice);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_stack, 1);
    setTabChain({m_year, m_import, m_add, m_edit, m_remove, m_hours, m_log, m_moves, m_view});

    connect(m_year, &QSpinBox::valueChanged, this, &CalendarSection::reload);
    connect(m_import, &QPushButton::clicked, this, &CalendarSection::import);
    connect(m_empty, &EmptyState::actionTriggered, this, &CalendarSection::import);
    connect(m_add, &QPushButton::clicked, this, [this] {
        const QDate today = m_context.session.today();
        const QDate day = m_year->value() == today.year() ? today : QDate(m_year->value(), 1, 1);
        editDay(m_context, day, std::nullopt, this, [this] { tellSaved(tr("Saved.")); });
    });
    connect(m_edit, &QPushButton::clicked, this, &CalendarSection::editCurrent);
    connect(m_view, &QTreeView::activated, this, &CalendarSection::editCurrent);
    connect(m_remove, &QPushButton::clicked, this, &CalendarSection::removeCurrent);
    connect(m_hours, &QPushButton::clicked, this,
            [this] { editHours(m_context, this, [this] { tellSaved(tr("Saved.")); }); });
    connect(m_log, &QPushButton::clicked, this, [this] { showChangeLog(m_context, this); });
    connect(m_moves, &QPushButton::clicked, this, [this] { (new DueMovesDialog(m_context, this))->open(); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &CalendarSection::showState);
    connect(&context.session, &CaseSession::codeTablesChanged, this, &CalendarSection::reload);
    connect(&Theme::instance(), &Theme::changed, this, &CalendarSection::reload); // colours lie in the items
    reload();
}

void CalendarSection::reload()
{
    m_pending.cancel();
    m_pending = m_context.session.read(
        this, [year = m_year->value()](CaseFile &file) { return CalendarRepository(file.database()).year(year); },
        [this](const CalendarYear &year) { fill(year); });
}

void CalendarSection::fill(const CalendarYear &year)
{
    const QDate before = current() ? current()->day : QDate();
    m_shown = year;
    const WorkCalendar &calendar = m_context.session.deadlines().calendar();
    const QLocale locale;
    m_model->removeRows(0, m_model->rowCount());
    for (const CalendarDay &day : year.days) {
        const SpecialDay &special = day.inForce();
        const QString by = !day.local ? tr("the notice")
                           : !day.notice
                               ? tr("the office")
                               : tr("the office; the notice: %1, %2").arg(day.notice->name, dayKindText(*day.notice));
        QList<QStandardItem *> cells;
        for (const QString &text :
             {day.day.toString(Qt::ISODate), locale.dayName(day.day.dayOfWeek(), QLocale::ShortFormat), special.name,
              dayKindText(special), by})
            cells.append(new QStandardItem(text));
        cells[3]->setData(static_cast<int>(special.working ? Tone::Warn : Tone::Ok), TagDelegate::ToneRole);
        if (!day.local)
            cells[4]->setForeground(colour(ColourRole::TextWeak));
        m_model->appendRow(cells);
        if (day.day == before)
            m_view->setCurrentIndex(cells.first()->index());
    }
    if (!m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_model->index(0, 0));
    m_stack->setCurrentIndex(year.days.isEmpty() ? 1 : 0);
    m_empty->setTexts(
        tr("No special days in %1").arg(year.year),
        tr("The State Council's notice comes out in autumn. Until it is imported the week alone counts."));
    const QString days =
        tr("%n working day(s)", nullptr, calendar.workingDays(QDate(year.year, 1, 1), QDate(year.year, 12, 31)));
    const QString hours = tr("office hours %1").arg(hoursText(calendar.hours()));
    m_summary->setText(u"%1 · %2 · %3"_s.arg(
        days, hours,
        year.known ? tr("the notice is known")
                   : tr("the notice is not known: due times that run into this year are provisional")));
    showState();
}

const CalendarDay *CalendarSection::current() const
{
    const int row = m_view->currentIndex().row();
    return row >= 0 && row < m_shown.days.size() ? &m_shown.days[row] : nullptr;
}

void CalendarSection::editCurrent()
{
    const CalendarDay *day = current();
    if (day && m_context.session.may(Command::SetUp))
        editDay(m_context, day->day, day->inForce(), this, [this] { tellSaved(tr("Saved.")); });
}

void CalendarSection::removeCurrent()
{
    const CalendarDay *day = current();
    if (!day || !day->local)
        return;
    m_context.session.command(
        this, [date = day->day](CaseBook &book) { return book.removeLocalDay(date); },
        [this](const Changes &) { tellSaved(tr("Taken back.")); },
        [this](const Refusal &refusal) { m_notice->showNotice(Tone::Bad, refusal.reason); });
}

void CalendarSection::import()
{
    // The first year that is not known yet, from this one on.
    const WorkCalendar &calendar = m_context.session.deadlines().calendar();
    int year = m_context.session.today().year();
    while (calendar.isKnownYear(year))
        ++year;
    auto *dialog = new NoticeDialog(m_context, year, this);
    connect(dialog, &NoticeDialog::stored, this, [this](int stored) {
        m_year->setValue(stored);
        tellSaved(tr("The notice of %1 is stored.").arg(stored));
    });
    dialog->open();
}

void CalendarSection::tellSaved(const QString &what)
{
    m_notice->showNotice(Tone::Ok, joinedSentences({what, tr("Due times that were given stay as they are.")}),
                         tr("See which would move…"), [this] { (new DueMovesDialog(m_context, this))->open(); });
}

void CalendarSection::showState()
{
    const bool writable = m_context.session.may(Command::SetUp);
    const CalendarDay *day = current();
    m_import->setEnabled(writable);
    m_add->setEnabled(writable);
    m_edit->setEnabled(writable && day);
    m_remove->setEnabled(writable && day && day->local);
    m_hours->setEnabled(writable);
}

} // namespace huiyin
