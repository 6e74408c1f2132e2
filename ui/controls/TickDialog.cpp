// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/TickDialog.h"

#include "controls/NoticeBar.h"
#include "controls/Panel.h"
#include "controls/TableLook.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qsizetype mostTold = 6; // refusals; more would push the table out of the window

} // namespace

TickDialog::TickDialog(const Frame &frame, const QString &action, QWidget *parent)
    : QDialog(parent)
    , m_summary(textLabel(QString(), "soft", this))
    , m_notice(new NoticeBar(this))
    , m_model(new QStandardItemModel(this))
    , m_view(new QTreeView(this))
    , m_act(new QPushButton(this))
    , m_layout(new QVBoxLayout(this))
    , m_buttons(new QHBoxLayout)
{
    setObjectName(frame.name);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(frame.title);
    resize(frame.size);
    m_summary->setObjectName(frame.name + u".summary"_s);
    m_summary->setWordWrap(true);
    m_notice->setObjectName(frame.name + u".notice"_s);
    m_view->setObjectName(frame.name + u".table"_s);
    m_view->setAccessibleName(frame.table);
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    setUpTree(m_view);
    m_model->setHorizontalHeaderLabels(frame.headings);
    for (qsizetype column = 0; column < frame.widths.size(); ++column)
        m_view->header()->resizeSection(static_cast<int>(column), frame.widths[column]);
    m_act->setObjectName(frame.name + u'.' + action);
    m_act->setAutoDefault(false);
    setLook(m_act, "primary");

    auto *box = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_close = box->button(QDialogButtonBox::Close);
    m_close->setObjectName(frame.name + u".close"_s);
    m_close->setAutoDefault(false);
    box->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_buttons->setSpacing(8);
    m_buttons->addStretch();
    m_buttons->addWidget(m_act);
    m_buttons->addWidget(box);
    m_layout->setContentsMargins(24, 20, 24, 16);
    m_layout->setSpacing(12);
    m_layout->addWidget(m_summary);
    m_layout->addWidget(m_notice);
    m_layout->addWidget(m_view, 1);
    m_layout->addLayout(m_buttons);
    chainTabs();
    connect(box, &QDialogButtonBox::rejected, this, &TickDialog::reject);
}

QPushButton *TickDialog::addButton(const QString &name, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(objectName() + u'.' + name);
    button->setAutoDefault(false);
    m_buttons->insertWidget(static_cast<int>(m_left.size()), button);
    m_left.append(button);
    chainTabs();
    return button;
}

void TickDialog::addNotice(NoticeBar *notice)
{
    m_layout->insertWidget(m_layout->indexOf(m_view), notice);
}

void TickDialog::addFilter(QWidget *filter)
{
    m_layout->insertWidget(static_cast<int>(m_filters.size()), filter);
    m_filters.append(filter);
    chainTabs();
}

void TickDialog::addChoice(QWidget *choice)
{
    m_layout->insertWidget(m_layout->indexOf(m_buttons), choice);
    m_choices.append(choice);
    chainTabs();
}

void TickDialog::chainTabs()
{
    setTabChain(m_filters + QList<QWidget *>{m_view} + m_choices + m_left + QList<QWidget *>{m_act, m_close});
}

QList<int> TickDialog::tickedRows() const
{
    QList<int> rows;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->item(row)->checkState() == Qt::Checked)
            rows.append(row);
    }
    return rows;
}

void TickDialog::setBusy(bool busy)
{
    if (busy && !m_busy)
        m_hadFocus = focusWidget();
    m_busy = busy;
    showState();
    // The button that was pressed couldn't be for a while, and Close has got the keyboard: what it did is seen in the table.
    if (!busy && m_hadFocus && m_hadFocus != focusWidget())
        (m_hadFocus == m_act || !m_hadFocus->isEnabled() ? m_view : m_hadFocus.data())->setFocus();
}

QString TickDialog::told(const QString &done, const QStringList &refused)
{
    QStringList lines{done};
    lines += refused.first(std::min(refused.size(), mostTold));
    if (refused.size() > mostTold)
        lines.append(tr("%n more line(s) are not shown here", nullptr, static_cast<int>(refused.size() - mostTold)));
    return lines.join(u'\n');
}

} // namespace huiyin
