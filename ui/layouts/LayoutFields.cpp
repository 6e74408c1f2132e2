// SPDX-License-Identifier: GPL-3.0-or-later
#include "layouts/LayoutFields.h"

#include "controls/Panel.h"
#include "shell/Icon.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int inMenu = 22; // names of one menu; what is more goes into others

QStringList namesOf(const QString &when)
{
    QStringList names;
    const auto entries = when.split(u',', Qt::SkipEmptyParts);
    for (const QString &entry : entries)
        names.append(entry.trimmed());
    return names;
}

} // namespace

// ---- When it is printed

ConditionsField::ConditionsField(const LayoutNames &names, Names conditions, QWidget *parent)
    : QPushButton(parent)
    , m_names(names)
    , m_conditions(std::move(conditions))
{
    setAutoDefault(false);
    setLook(this, "choice");
    auto *menu = new QMenu(this);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillMenu(menu); });
    setMenu(menu);
    showText();
}

void ConditionsField::setWhen(const QString &when)
{
    m_when = when;
    showText();
}

void ConditionsField::showText()
{
    const QString words = m_names.ofConditions(m_when);
    setToolTip(plainToolTip(words));
    setAccessibleDescription(words);
    const QString fitting = fontMetrics().elidedText(words, Qt::ElideRight, std::max(40, width() - 36));
    setText(u'\x2002' + QString(fitting).replace(u'&', u"&&"_s)); // the style leaves no room before a text on the left
}

void ConditionsField::resizeEvent(QResizeEvent *event)
{
    QPushButton::resizeEvent(event);
    showText();
}

void ConditionsField::choose(const QString &condition, bool holds)
{
    const QString entry = holds ? condition : QString(u'!' + condition);
    QStringList names = namesOf(m_when);
    const bool stood = names.contains(entry);
    names.removeAll(condition);
    names.removeAll(QString(u'!' + condition));
    if (!stood)
        names.append(entry);
    m_when = names.join(u',');
    showText();
    Q_EMIT edited();
}

void ConditionsField::fillMenu(QMenu *menu)
{
    menu->clear();
    const QStringList chosen = namesOf(m_when);
    QAction *always = menu->addAction(tr("Always"));
    always->setCheckable(true);
    always->setChecked(chosen.isEmpty());
    connect(always, &QAction::triggered, this, [this] {
        setWhen({});
        Q_EMIT edited();
    });
    QStringList conditions = m_conditions();
    const auto part = [&conditions](const auto &belongs) {
        QStringList names;
        for (const QString &name : std::as_const(conditions)) {
            if (belongs(name))
                names.append(name);
        }
        conditions.removeIf(belongs);
        return names;
    };
    const QStringList previous = part([](const QString &name) { return name.endsWith(u"_previous"); });
    const QStringList lastYear = part([](const QString &name) { return name.endsWith(u"_last_year"); });
    const QStringList rates = part([](const QString &name) { return name.endsWith(u"_rate"); });
    // What bulletins ask most comes first.
    static const QStringList usual{u"accepted"_s, u"closed"_s,  u"open"_s,     u"calls"_s,       u"dispatched"_s,
                                   u"overdue"_s,  u"reached"_s, u"rated"_s,    u"followed_up"_s, u"topics"_s,
                                   u"base"_s,     u"cut_off"_s, u"previous"_s, u"last_year"_s,   u"hot_topics"_s,
                                   u"merged"_s,   u"handled"_s, u"year"_s};
    const QStringList first = part([](const QString &name) { return usual.contains(name); });
    for (const bool holds : {true, false}) {
        menu->addSeparator();
        QMenu *sub = menu->addMenu(holds ? tr("Only if there is …") : tr("Only if there is no …"));
        const auto add = [&](QMenu *into, const QStringList &names) {
            for (const QString &name : names) {
                QAction *action = into->addAction(m_names.ofCondition(name));
                action->setCheckable(true);
                action->setChecked(chosen.contains(holds ? name : QString(u'!' + name)));
                connect(action, &QAction::triggered, this, [this, name, holds] { choose(name, holds); });
            }
        };
        add(sub, first);
        sub->addSeparator();
        for (qsizetype from = 0; from < conditions.size(); from += inMenu)
            add(sub->addMenu(tr("More counts")),
                conditions.sliced(from, std::min<qsizetype>(inMenu, conditions.size() - from)));
        add(sub->addMenu(tr("A base of the rate")), rates);
        add(sub->addMenu(tr("Something in the period before")), previous);
        add(sub->addMenu(tr("Something in the same period of last year")), lastYear);
    }
}

// ---- A side of a rate

TermsField::TermsField(const LayoutNames &names, Counts counts, QWidget *parent)
    : QWidget(parent)
    , m_names(names)
    , m_line(new QLineEdit(this))
    , m_choose(new QPushButton(tr("Add"), this))
{
    m_choose->setAutoDefault(false);
    auto *menu = new QMenu(m_choose);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, counts = std::move(counts)] {
        menu->clear();
        const QStringList all = counts();
        for (const bool isTaken : {false, true}) {
            QMenu *side = menu->addMenu(isTaken ? tr("Take away") : tr("Add"));
            for (qsizetype from = 0; from < all.size(); from += inMenu) {
                QMenu *sub = all.size() > inMenu ? side->addMenu(tr("Counts %1").arg(from / inMenu + 1)) : side;
                for (qsizetype i = from; i < std::min<qsizetype>(from + inMenu, all.size()); ++i)
                    connect(sub->addAction(m_names.of(all[i])), &QAction::triggered, this,
                            [this, name = all[i], isTaken] { add(name, isTaken); });
            }
        }
    });
    m_choose->setMenu(menu);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_line, 1);
    layout->addWidget(m_choose);
    connect(m_line, &QLineEdit::textEdited, this, &TermsField::edited);
    setFocusProxy(m_line);
}

void TermsField::setFieldName(const QString &objectName, const QString &accessibleName)
{
    m_line->setObjectName(objectName);
    m_line->setAccessibleName(accessibleName);
    m_choose->setObjectName(objectName + u".choose");
    m_choose->setAccessibleName(tr("Add a count to: %1").arg(accessibleName));
}

QString TermsField::terms() const
{
    QString text;
    QString name;
    const auto end = [&] {
        if (!name.trimmed().isEmpty())
            text += m_names.stored(u'{' + name.trimmed() + u'}').sliced(1).chopped(1);
        name.clear();
    };
    const QString line = m_line->text();
    for (const QChar mark : line) {
        const bool isPlus = mark == u'+' || mark == u'＋';
        if (isPlus || mark == u'−' || mark == u'-' || mark == u'－') {
            end();
            text += isPlus ? u'+' : u'-';
        } else {
            name += mark;
        }
    }
    end();
    return text;
}

void TermsField::setTerms(const QString &terms)
{
    m_line->setText(m_names.ofTerms(terms));
}

void TermsField::add(const QString &count, bool isTaken)
{
    const QString before = terms();
    setTerms(before.isEmpty() ? count : QString(before + (isTaken ? u'-' : u'+') + count));
    Q_EMIT edited();
}

// ---- Thresholds

ThresholdsField::ThresholdsField(const LayoutNames &names, const QList<LayoutWord> &rates, QWidget *parent)
    : QWidget(parent)
    , m_names(names)
    , m_rates(rates)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(4);
}

void ThresholdsField::setThresholds(const QJsonObject &thresholds, const QString &objectName,
                                    const QString &accessibleName)
{
    setObjectName(objectName);
    m_accessibleName = accessibleName;
    m_thresholds = thresholds;
    build();
}

void ThresholdsField::build()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    const QStringList rates = m_thresholds.keys();
    for (const QString &rate : rates)
        addRow(rate);
    auto *add = new QPushButton(tr("Add a rate"), this);
    add->setObjectName(objectName() + u".add");
    add->setAccessibleName(tr("Add a rate to: %1").arg(m_accessibleName));
    add->setAutoDefault(false);
    auto *menu = new QMenu(add);
    for (const LayoutWord &word : std::as_const(m_rates)) {
        if (m_thresholds.contains(word.name))
            continue;
        connect(menu->addAction(m_names.of(word.name)), &QAction::triggered, this, [this, name = word.name] {
            m_thresholds.insert(name, 90);
            Q_EMIT edited();
            QTimer::singleShot(0, this, &ThresholdsField::build); // the menu goes with the rows
        });
    }
    add->setMenu(menu);
    m_rows->addWidget(add, 0, Qt::AlignLeft);
}

void ThresholdsField::addRow(const QString &rate)
{
    auto *row = new QWidget(this);
    auto *percent = new QDoubleSpinBox(row);
    percent->setRange(0, 100);
    percent->setDecimals(2);
    percent->setSuffix(u" %"_s);
    percent->setValue(m_thresholds[rate].toDouble());
    percent->setObjectName(objectName() + u'.' + rate);
    percent->setAccessibleName(m_accessibleName + u' ' + m_names.of(rate));
    connect(percent, &QDoubleSpinBox::valueChanged, this, [this, rate](double value) {
        m_thresholds.insert(rate, value);
        Q_EMIT edited();
    });
    auto *remove = new QToolButton(row);
    remove->setIcon(themedIcon(u"x"_s));
    remove->setAccessibleName(tr("Take away: %1").arg(m_names.of(rate)));
    remove->setToolTip(remove->accessibleName());
    remove->setFocusPolicy(Qt::TabFocus);
    connect(remove, &QToolButton::clicked, this, [this, rate] {
        m_thresholds.remove(rate);
        Q_EMIT edited();
        QTimer::singleShot(0, this, &ThresholdsField::build);
    });
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(textLabel(m_names.of(rate), "soft", row), 1);
    layout->addWidget(percent);
    layout->addWidget(remove);
    m_rows->addWidget(row);
}

} // namespace huiyin
