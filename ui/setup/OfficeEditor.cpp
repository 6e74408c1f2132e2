// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/OfficeEditor.h"

#include "controls/NoticeBar.h"
#include "controls/Panel.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

OfficeEditor::OfficeEditor(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_name(new QLineEdit(this))
    , m_hotline(new QLineEdit(this))
    , m_zone(new QComboBox(this))
    , m_notice(new NoticeBar(this))
    , m_save(new QPushButton(tr("&Save"), this))
    , m_revert(new QPushButton(tr("&Undo changes"), this))
{
    setObjectName(u"setup.office"_s);
    m_name->setObjectName(u"setup.office.name"_s);
    m_hotline->setObjectName(u"setup.office.hotline"_s);
    m_zone->setObjectName(u"setup.office.zone"_s);
    m_notice->setObjectName(u"setup.office.notice"_s);
    m_save->setObjectName(u"setup.office.save"_s);
    m_revert->setObjectName(u"setup.office.revert"_s);
    m_zone->setEditable(true);
    m_zone->addItems({u"Asia/Shanghai"_s, u"Asia/Urumqi"_s});
    setLook(m_save, "primary");
    m_save->setAutoDefault(false);
    m_revert->setAutoDefault(false);

    auto *form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    form->setHorizontalSpacing(8);
    form->setVerticalSpacing(8);
    const auto row = [form](const QString &label, QWidget *field) {
        form->addRow(label, field);
        setLook(form->labelForField(field), "soft");
        form->labelForField(field)->setMinimumHeight(30);
    };
    row(tr("&Name"), m_name);
    row(tr("Hot&line"), m_hotline);
    row(tr("Time &zone"), m_zone);
    m_zone->lineEdit()->setAccessibleName(tr("Time zone"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_save);
    buttons->addWidget(m_revert);
    buttons->addStretch();
    auto *hint = textLabel(tr("Bulletins and forms print the name and the hotline as they stand here."), "weak", this);

    auto *column = new QWidget(this);
    column->setMaximumWidth(560);
    auto *inside = new QVBoxLayout(column);
    inside->setContentsMargins(15, 0, 15, 15);
    inside->setSpacing(16);
    inside->addWidget(hint);
    inside->addWidget(m_notice);
    inside->addLayout(form);
    inside->addLayout(buttons);
    inside->addStretch();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(column, 1);
    layout->addStretch(0);

    connect(m_name, &QLineEdit::textEdited, this, &OfficeEditor::showState);
    connect(m_hotline, &QLineEdit::textEdited, this, &OfficeEditor::showState);
    connect(m_zone, &QComboBox::editTextChanged, this, &OfficeEditor::showState);
    connect(m_save, &QPushButton::clicked, this, &OfficeEditor::save);
    connect(m_revert, &QPushButton::clicked, this, [this] {
        m_notice->clear();
        showOffice();
    });
    connect(&m_context.session, &CaseSession::codeTablesChanged, this, [this] {
        if (!isChanged())
            showOffice();
    });
    showOffice();
}

void OfficeEditor::showOffice()
{
    const Office &office = m_context.session.office();
    m_name->setText(office.name);
    m_hotline->setText(office.hotline);
    m_zone->setCurrentText(QString::fromUtf8(office.zone));
    showState();
}

bool OfficeEditor::isChanged() const
{
    const Office &office = m_context.session.office();
    return m_name->text() != office.name || m_hotline->text() != office.hotline
           || m_zone->currentText() != QString::fromUtf8(office.zone);
}

void OfficeEditor::showState()
{
    const bool writable = m_context.session.may(Command::SetUp);
    m_name->setReadOnly(!writable);
    m_hotline->setReadOnly(!writable);
    m_zone->setEnabled(writable);
    m_save->setEnabled(writable && isChanged());
    m_revert->setEnabled(writable && isChanged());
}

void OfficeEditor::save()
{
    const Office office{
        .name = m_name->text(), .hotline = m_hotline->text(), .zone = m_zone->currentText().trimmed().toUtf8()};
    m_save->setEnabled(false);
    m_context.session.command(
        this, [office](CaseBook &book) { return book.changeOffice(office); },
        [this](const Changes &) {
            m_notice->showNotice(Tone::Ok, tr("Saved."));
            showOffice();
        },
        [this](const Refusal &refusal) {
            m_notice->showNotice(Tone::Bad, refusal.reason);
            QWidget *field = refusal.field == u"name" ? static_cast<QWidget *>(m_name) : m_zone;
            field->setFocus();
            showState();
        },
        [this] { showState(); });
}

} // namespace huiyin
