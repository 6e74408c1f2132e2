// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/FormLines.h"

#include "controls/Panel.h"
#include "controls/SegmentedButtons.h"
#include "shell/Theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>

namespace huiyin {

namespace {
constexpr int labelWidth = 76;
}

FormLines::FormLines(QWidget *form)
    : m_form(form)
    , m_grid(new QGridLayout(form))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnMinimumWidth(0, labelWidth);
    m_grid->setColumnStretch(1, 1);
}

FormLines::Line FormLines::add(const QString &label, const QList<std::pair<QString, QWidget *>> &fields,
                               const QList<int> &stretch)
{
    Line line;
    const int row = m_grid->rowCount();
    line.row = row;
    line.label = textLabel(label, "soft", m_form);
    line.label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    line.label->setBuddy(fields.first().second);
    line.fields = new QWidget(m_form);
    line.error = textLabel(QString(), "error", m_form);
    line.error->setWordWrap(true);
    line.error->hide();
    auto *layout = new QHBoxLayout(line.fields);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const auto &[member, widget] = fields[i];
        // Shares of the line, not what the texts in the fields would like.
        if (stretch[i] > 0 && !qobject_cast<SegmentedButtons *>(widget) && !qobject_cast<QPlainTextEdit *>(widget)) {
            widget->setSizePolicy(QSizePolicy::Ignored, widget->sizePolicy().verticalPolicy());
            widget->setMinimumWidth(80);
        }
        layout->addWidget(widget, stretch[i]);
        if (!member.isEmpty())
            m_places.insert(member, {widget, line.error});
    }
    m_grid->addWidget(line.label, row, 0);
    m_grid->addWidget(line.fields, row, 1);
    m_grid->addWidget(line.error, row + 1, 1);
    return line;
}

void FormLines::addHint(const Line &line, QLabel *hint)
{
    m_grid->addWidget(hint, line.row + 1, 1);
}

void FormLines::setTall(const Line &line, int stretch)
{
    m_grid->setRowStretch(line.row, stretch);
}

void FormLines::show(const Line &line, bool visible)
{
    line.label->setVisible(visible);
    line.fields->setVisible(visible);
    if (!visible)
        line.error->hide();
}

QString FormLines::nameOf(const QWidget *field) const
{
    for (auto place = m_places.cbegin(); place != m_places.cend(); ++place) {
        if (place->first == field)
            return place.key();
    }
    return {};
}

bool FormLines::showsRefusal(const QString &name) const
{
    return !m_places.value(name).second->isHidden();
}

QWidget *FormLines::field(const Refusal &refusal) const
{
    return m_places.value(refusal.field).first;
}

void FormLines::showRefusal(const Refusal &refusal) const
{
    const auto [field, error] = m_places.value(refusal.field);
    setFault(field, true);
    error->setText(refusal.reason);
    error->show();
}

void FormLines::clearRefusals() const
{
    for (const auto &[field, error] : std::as_const(m_places)) {
        setFault(field, false);
        error->hide();
    }
}

} // namespace huiyin
