// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/EntryDialog.h"

#include "controls/Chip.h"
#include "controls/CodePicker.h"
#include "controls/Panel.h"
#include "shell/Messages.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

bool isHeldEnter(const QKeyEvent *key)
{
    return key->isAutoRepeat() && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter);
}

// Takes the key away, for as long as it lives.
class KeyRest final : public QObject
{
public:
    explicit KeyRest(QObject *parent)
        : QObject(parent)
    {
        m_timer.setSingleShot(true);
        m_timer.setInterval(EntryDialog::keyRest);
        connect(&m_timer, &QTimer::timeout, this, &QObject::deleteLater);
        m_timer.start();
        qApp->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // The first asks whether it is a shortcut; without, it is a key like any other.
        if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
            return QObject::eventFilter(watched, event);
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter)
            || !key->modifiers().testFlag(Qt::ControlModifier)
            || qobject_cast<EntryDialog *>(QApplication::activeModalWidget())) // the next one was opened on purpose
            return QObject::eventFilter(watched, event);
        if (key->isAutoRepeat())
            m_timer.start(); // it is held
        event->accept();
        return true;
    }

private:
    QTimer m_timer;
};

} // namespace

EntryDialog::EntryDialog(const QString &objectName, const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_form(new QFormLayout)
    , m_fault(textLabel(QString(), "error", this))
{
    setObjectName(objectName);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setMinimumWidth(440);
    m_form->setLabelAlignment(Qt::AlignRight | Qt::AlignTop); // beside the first line of a field of several
    m_form->setHorizontalSpacing(8);
    m_form->setVerticalSpacing(8);
    m_fault->setObjectName(objectName + u".fault");
    m_fault->setWordWrap(true);
    m_fault->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_save->setObjectName(objectName + u".save");
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(objectName + u".cancel");
    connect(buttons, &QDialogButtonBox::accepted, this, &EntryDialog::submit);
    // Enter alone begins a line in a field of several.
    auto *key = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    key->setAutoRepeat(false); // the key that has opened the form is still held
    connect(key, &QShortcut::activated, m_save, &QPushButton::click);
    m_save->installEventFilter(this);
    m_save->setToolTip(key->key().toString(QKeySequence::NativeText));
    connect(buttons, &QDialogButtonBox::rejected, this, &EntryDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(16);
    layout->addLayout(m_form);
    layout->addWidget(m_fault);
    layout->addStretch();
    layout->addWidget(buttons);
}

EntryDialog::~EntryDialog() = default;

void EntryDialog::addField(const QString &field, const QString &label, QWidget *widget)
{
    widget->setObjectName(objectName() + u'.' + field);
    auto *cell = new QWidget(this);
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(widget);
    QLabel *fault = textLabel(QString(), "error", cell);
    fault->setObjectName(widget->objectName() + u".fault");
    fault->setWordWrap(true);
    fault->hide();
    column->addWidget(fault);
    if (qobject_cast<QCheckBox *>(widget)) {
        m_form->addRow(QString(), cell);
    } else {
        auto *name = new QLabel(label, this);
        name->setBuddy(widget);
        name->setMinimumHeight(30);
        name->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        setLook(name, "soft");
        widget->setAccessibleName(QString(label).remove(u'&'));
        if (const auto *combo = qobject_cast<QComboBox *>(widget); combo && combo->lineEdit())
            combo->lineEdit()->setAccessibleName(widget->accessibleName());
        m_form->addRow(name, cell);
        m_form->setAlignment(name, Qt::AlignTop); // else it is made higher beside a high field, and stands lower
    }
    if (m_fields.isEmpty())
        widget->setFocus();
    m_fields.insert(field, {.widget = widget, .fault = fault});
}

QString EntryDialog::labelOf(const QString &field) const
{
    const auto at = m_fields.constFind(field);
    return at == m_fields.constEnd() ? QString() : at->widget->accessibleName();
}

QLabel *EntryDialog::addRemark(const QString &text)
{
    QLabel *remark = textLabel(text, "label", this);
    remark->setWordWrap(true);
    m_form->addRow(QString(), remark);
    return remark;
}

void EntryDialog::showRefusal(const Refusal &refusal, bool takeFocus)
{
    showRefusals({refusal}, takeFocus);
}

void EntryDialog::showRefusals(const QList<Refusal> &refusals, bool takeFocus)
{
    // First of all: the field that loses the keys may be judged then, which takes away what is told.
    for (const Refusal &refusal : refusals) {
        const auto at = m_fields.constFind(refusal.field);
        if (takeFocus && at != m_fields.constEnd()) {
            at->widget->setFocus();
            break;
        }
    }
    for (const Field &field : std::as_const(m_fields)) {
        field.fault->hide();
        setFault(field.widget, false);
    }
    m_fault->hide();
    for (const Refusal &refusal : refusals) {
        const auto at = m_fields.constFind(refusal.field);
        QLabel *label = at == m_fields.constEnd() ? m_fault : at->fault;
        label->setText(refusal.reason);
        label->setVisible(!refusal.reason.isEmpty());
        if (at == m_fields.constEnd())
            continue;
        setFault(at->widget, !refusal.reason.isEmpty());
    }
    makeRoom();
}

// A new dialog is made no higher than two thirds of the screen, and remarks lose their last line then.
void EntryDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    makeRoom();
    if (!m_start)
        m_start = contents();
}

void EntryDialog::keyPressEvent(QKeyEvent *event)
{
    if (isHeldEnter(event))
        event->accept();
    else
        QDialog::keyPressEvent(event);
}

bool EntryDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_save && event->type() == QEvent::KeyPress && isHeldEnter(static_cast<QKeyEvent *>(event)))
        return true;
    return QDialog::eventFilter(watched, event);
}

void EntryDialog::submit()
{
    const CodePicker *picker = unsettledPicker(this);
    if (!picker) {
        Q_EMIT submitted();
        return;
    }
    QString at;
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        if (field->widget == picker || field->widget->isAncestorOf(picker))
            at = field.key();
    }
    showRefusal({unsettledReason(picker), at});
}

// What somebody has typed, field by field: a choice is quickly made again, and a password is nothing to keep.
QStringList EntryDialog::contents() const
{
    QStringList contents;
    const QList<QWidget *> widgets = findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (widget->window() != this)
            continue;
        if (const auto *line = qobject_cast<const QLineEdit *>(widget); line && line->echoMode() == QLineEdit::Normal)
            contents.append(line->text());
        else if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
            contents.append(text->toPlainText());
        else if (const auto *chip = qobject_cast<const Chip *>(widget))
            contents.append(chip->text());
    }
    return contents;
}

bool EntryDialog::isChanged() const
{
    return m_start && *m_start != contents();
}

void EntryDialog::reject()
{
    if (!isChanged()) {
        QDialog::reject();
        return;
    }
    if (std::exchange(m_asking, true))
        return;
    if (!m_messages) {
        m_ownMessages = std::make_unique<DialogMessages>(this);
        m_messages = m_ownMessages.get();
    }
    m_messages->ask(this,
                    {.message = {.level = Message::Level::Warning, .what = tr("What you have filled in is not saved.")},
                     .answers = {tr("Throw away"), tr("Go on filling in")},
                     .standard = 0,
                     .destructive = true},
                    [this](int answer) {
                        m_asking = false;
                        if (answer == 0)
                            QDialog::reject();
                    });
}

void EntryDialog::makeRoom()
{
    layout()->activate();
    const int needed = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : sizeHint().height();
    if (needed > height())
        resize(width(), std::min(needed, screen()->availableGeometry().height()));
}

void EntryDialog::setBusy(bool busy)
{
    m_save->setEnabled(!busy);
}

void EntryDialog::done(int result)
{
    if (result == Accepted)
        new KeyRest(qApp);
    QDialog::done(result);
}

void EntryDialog::setSubmitText(const QString &text)
{
    m_save->setText(text);
}

} // namespace huiyin
