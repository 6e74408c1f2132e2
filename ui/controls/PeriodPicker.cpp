// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/PeriodPicker.h"

#include "controls/Panel.h"
#include "controls/SegmentedButtons.h"
#include "shell/Icon.h"

#include <QCoreApplication>
#include <QDateEdit>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStyleOptionButton>
#include <QStylePainter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

QString displayLabel(const Period &period)
{
    const QLocale locale;
    if (locale.language() == QLocale::Chinese)
        return period.label();
    switch (period.kind) {
    case Period::Kind::Month:
        return locale.toString(period.from, u"MMMM yyyy"_s);
    case Period::Kind::Quarter:
        return u"Q%1 %2"_s.arg((period.from.month() - 1) / 3 + 1).arg(period.from.year());
    case Period::Kind::Year:
        return QString::number(period.from.year());
    case Period::Kind::Free:
        break;
    }
    const QString end = locale.toString(period.to, u"d MMM yyyy"_s);
    if (period.from == period.to)
        return end;
    if (period.from.year() != period.to.year())
        return locale.toString(period.from, u"d MMM yyyy"_s) + u" – " + end;
    const bool oneMonth = period.from.month() == period.to.month();
    return locale.toString(period.from, oneMonth ? u"d"_s : u"d MMM"_s) + (oneMonth ? u"–" : u" – ") + end;
}

QString displayLabel(const ListPeriod &period, QDate today)
{
    const QString label = displayLabel(period.on(today));
    return period.relative ? QString(displayName(*period.relative) + u" · " + label) : label;
}

namespace {

constexpr int relativePage = static_cast<int>(Period::Kind::Free) + 1; // behind the kinds of fixed periods

Period after(const Period &period)
{
    const QDate next = period.to.addDays(1);
    switch (period.kind) {
    case Period::Kind::Month:
        return Period::month(next.year(), next.month());
    case Period::Kind::Quarter:
        return Period::quarter(next.year(), (next.month() - 1) / 3 + 1);
    case Period::Kind::Year:
        return Period::year(next.year());
    case Period::Kind::Free:
        break;
    }
    return Period::days(next, next.addDays(period.dayCount() - 1));
}

} // namespace

// The pane below the button. Months and quarters are chosen by one click; dates by Apply.
class PeriodPane final : public QFrame
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::PeriodPicker)

public:
    explicit PeriodPane(PeriodPicker *picker)
        : QFrame(picker, Qt::Popup)
        , m_picker(picker)
        , m_year(picker->period().from.year())
    {
        setAttribute(Qt::WA_DeleteOnClose);
        setObjectName(u"popup"_s);
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(12, 12, 12, 12);
        layout->setSpacing(12);

        auto *kinds = new SegmentedButtons(this);
        kinds->setObjectName(u"period.kind"_s);
        if (picker->m_offersRelative)
            kinds->addOption(tr("Recent"), relativePage);
        kinds->addOption(tr("Month"), static_cast<int>(Period::Kind::Month));
        kinds->addOption(tr("Quarter"), static_cast<int>(Period::Kind::Quarter));
        kinds->addOption(tr("Year"), static_cast<int>(Period::Kind::Year));
        kinds->addOption(tr("Dates"), static_cast<int>(Period::Kind::Free));
        const int kindShown = picker->relative() || (picker->m_none && picker->m_offersRelative)
                                  ? relativePage
                                  : static_cast<int>(picker->period().kind);
        kinds->setValue(kindShown);
        layout->addWidget(kinds);

        auto *years = new QWidget(this);
        auto *yearLayout = new QHBoxLayout(years);
        yearLayout->setContentsMargins(0, 0, 0, 0);
        auto *back = stepButton(u"chevron-left"_s, tr("Year before"));
        auto *forth = stepButton(u"chevron-right"_s, tr("Year after"));
        m_yearLabel = textLabel(QString(), "strong", years);
        m_yearLabel->setAlignment(Qt::AlignCenter);
        yearLayout->addWidget(back);
        yearLayout->addWidget(m_yearLabel, 1);
        yearLayout->addWidget(forth);
        layout->addWidget(years);
        QObject::connect(back, &QToolButton::clicked, this, [this] { showYear(m_year - 1); });
        QObject::connect(forth, &QToolButton::clicked, this, [this] { showYear(m_year + 1); });

        m_stack = new QStackedWidget(this);
        m_stack->addWidget(monthPage());
        m_stack->addWidget(quarterPage());
        m_stack->addWidget(yearPage());
        m_stack->addWidget(datePage());
        m_stack->addWidget(relativePeriods());
        layout->addWidget(m_stack);
        const auto turn = [this, years](int kind) {
            m_stack->setCurrentIndex(kind);
            years->setVisible(kind == static_cast<int>(Period::Kind::Month)
                              || kind == static_cast<int>(Period::Kind::Quarter));
            if (kind == static_cast<int>(Period::Kind::Free))
                m_from->setFocus();
        };
        QObject::connect(kinds, &SegmentedButtons::valueChosen, this, turn);
        turn(kindShown);
        showYear(m_year);
        kinds->setFocus();
    }

private:
    static QToolButton *stepButton(const QString &icon, const QString &name)
    {
        auto *button = new QToolButton;
        button->setIcon(themedIcon(icon));
        button->setAccessibleName(name);
        button->setToolTip(name);
        return button;
    }

    QPushButton *choiceButton(const QString &text, const QString &name, std::function<Period()> period)
    {
        auto *button = new QPushButton(text);
        button->setObjectName(name);
        button->setAutoDefault(false);
        button->setCheckable(true);
        button->setMinimumWidth(72);
        QObject::connect(button, &QPushButton::clicked, this, [this, period = std::move(period)] { finish(period()); });
        return button;
    }

    QWidget *monthPage()
    {
        auto *page = new QWidget;
        auto *grid = new QGridLayout(page);
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setSpacing(4);
        for (int month = 1; month <= 12; ++month) {
            auto *button =
                choiceButton(QLocale().standaloneMonthName(month, QLocale::ShortFormat), u"period.month%1"_s.arg(month),
                             [this, month] { return Period::month(m_year, month); });
            m_months.append(button);
            grid->addWidget(button, (month - 1) / 4, (month - 1) % 4);
        }
        return page;
    }

    QWidget *relativePeriods()
    {
        auto *page = new QWidget;
        auto *grid = new QGridLayout(page);
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setSpacing(4);
        int place = 0;
        for (const auto &entry : codeTable<RelativePeriod>()) {
            auto *button = new QPushButton(displayName(entry.value));
            button->setObjectName(u"period."_s + QLatin1StringView(entry.code));
            button->setAutoDefault(false);
            button->setCheckable(true);
            button->setChecked(m_picker->relative() == entry.value);
            button->setMinimumWidth(96);
            QObject::connect(button, &QPushButton::clicked, this, [this, relative = entry.value] {
                PeriodPicker *picker = m_picker;
                close();
                Q_EMIT picker->relativeChosen(relative);
            });
            grid->addWidget(button, place / 3, place % 3);
            ++place;
        }
        grid->setRowStretch(2, 1);
        return page;
    }

    QWidget *quarterPage()
    {
        auto *page = new QWidget;
        auto *grid = new QGridLayout(page);
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setSpacing(4);
        for (int quarter = 1; quarter <= 4; ++quarter) {
            auto *button = choiceButton(tr("Quarter %1").arg(quarter), u"period.quarter%1"_s.arg(quarter),
                                        [this, quarter] { return Period::quarter(m_year, quarter); });
            m_quarters.append(button);
            grid->addWidget(button, (quarter - 1) / 2, (quarter - 1) % 2);
        }
        grid->setRowStretch(2, 1);
        return page;
    }

    QWidget *yearPage()
    {
        auto *page = new QWidget;
        auto *grid = new QGridLayout(page);
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setSpacing(4);
        const int last = std::max(QDate::currentDate().year(), m_year);
        for (int i = 0; i < 12; ++i) {
            const int year = last - 11 + i;
            auto *button = choiceButton(QString::number(year), u"period.year%1"_s.arg(year),
                                        [year] { return Period::year(year); });
            button->setChecked(m_picker->period() == Period::year(year));
            grid->addWidget(button, i / 4, i % 4);
        }
        return page;
    }

    QWidget *datePage()
    {
        auto *page = new QWidget;
        auto *grid = new QGridLayout(page);
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setSpacing(8);
        const auto dateEdit = [page](QDate date, const char *name) {
            auto *edit = new QDateEdit(date, page);
            edit->setDisplayFormat(u"yyyy-MM-dd"_s);
            edit->setCalendarPopup(true);
            edit->setObjectName(QLatin1StringView(name));
            return edit;
        };
        m_from = dateEdit(m_picker->period().from, "period.from");
        m_to = dateEdit(m_picker->period().to, "period.to");
        auto *fromLabel = textLabel(tr("&From"), "soft", page);
        auto *toLabel = textLabel(tr("T&o"), "soft", page);
        fromLabel->setBuddy(m_from);
        toLabel->setBuddy(m_to);
        m_fault = textLabel(QString(), "error", page);
        auto *apply = new QPushButton(tr("Apply"), page);
        apply->setObjectName(u"period.apply"_s);
        setLook(apply, "primary");
        grid->addWidget(fromLabel, 0, 0);
        grid->addWidget(m_from, 0, 1);
        grid->addWidget(toLabel, 1, 0);
        grid->addWidget(m_to, 1, 1);
        grid->addWidget(m_fault, 2, 0, 1, 2);
        grid->addWidget(apply, 3, 1, Qt::AlignRight);
        grid->setColumnStretch(1, 1);
        QObject::connect(apply, &QPushButton::clicked, this, [this] {
            const Period period = Period::days(m_from->date(), m_to->date());
            if (period.isValid())
                finish(period);
            else
                m_fault->setText(tr("The last day lies before the first."));
        });
        return page;
    }

    void showYear(int year)
    {
        m_year = std::clamp(year, 1990, 2199);
        m_yearLabel->setText(QString::number(m_year));
        for (qsizetype i = 0; i < m_months.size(); ++i)
            m_months[i]->setChecked(m_picker->period() == Period::month(m_year, static_cast<int>(i) + 1));
        for (qsizetype i = 0; i < m_quarters.size(); ++i)
            m_quarters[i]->setChecked(m_picker->period() == Period::quarter(m_year, static_cast<int>(i) + 1));
    }

    void finish(const Period &period)
    {
        PeriodPicker *picker = m_picker;
        close();
        picker->choose(period);
    }

    PeriodPicker *m_picker;
    int m_year;
    QLabel *m_yearLabel = nullptr;
    QStackedWidget *m_stack = nullptr;
    QList<QPushButton *> m_months;
    QList<QPushButton *> m_quarters;
    QDateEdit *m_from = nullptr;
    QDateEdit *m_to = nullptr;
    QLabel *m_fault = nullptr;
};

PeriodPicker::PeriodPicker(QWidget *parent)
    : QPushButton(parent)
{
    setAutoDefault(false);
    const QDate today = QDate::currentDate();
    setPeriod(Period::month(today.year(), today.month()));
    connect(this, &QPushButton::clicked, this, &PeriodPicker::openPane);
}

void PeriodPicker::setPeriod(const ListPeriod &period, QDate today)
{
    setPeriod(period.on(today));
    if (!period.relative)
        return;
    m_relative = period.relative;
    setText(displayName(*period.relative));
    setAccessibleName(tr("Period: %1").arg(displayLabel(period, today)));
    updateGeometry();
}

void PeriodPicker::setNone(const QString &text, QDate today)
{
    const QDate day(today.year(), 1, 1);
    setPeriod(Period::days(day, day));
    m_none = true;
    setText(text);
    setAccessibleName(tr("Period: any"));
    updateGeometry();
}

void PeriodPicker::setPeriod(const Period &period)
{
    m_period = period;
    m_relative.reset();
    m_none = false;
    setText(displayLabel(period));
    setAccessibleName(tr("Period: %1").arg(text()));
    setToolTip(tr("Choose a period; Ctrl+Left and Ctrl+Right step to the one before and after"));
    updateGeometry();
}

void PeriodPicker::choose(const Period &period)
{
    if (!period.isValid() || (period == m_period && !m_relative && !m_none))
        return;
    setPeriod(period);
    Q_EMIT periodChosen(period);
}

void PeriodPicker::openPane()
{
    auto *pane = new PeriodPane(this);
    pane->adjustSize();
    pane->move(mapToGlobal(QPoint(0, height() + 4)));
    pane->show();
}

QSize PeriodPicker::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 13 + 8 + 16 + 11, std::max(32, fontMetrics().height() + 12)};
}

void PeriodPicker::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() == Qt::ControlModifier && event->key() == Qt::Key_Left)
        choose(m_period.previous());
    else if (event->modifiers() == Qt::ControlModifier && event->key() == Qt::Key_Right)
        choose(after(m_period));
    else if (event->key() == Qt::Key_Down)
        openPane();
    else
        QPushButton::keyPressEvent(event);
}

void PeriodPicker::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    painter.drawControl(QStyle::CE_PushButton, option);
    painter.setPen(colour(isEnabled() ? ColourRole::Text : ColourRole::Placeholder));
    painter.drawText(rect().adjusted(13, 0, -30, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
    themedIcon(u"chevron-down"_s).paint(&painter, QRect(width() - 26, (height() - 16) / 2, 16, 16));
}

} // namespace huiyin
