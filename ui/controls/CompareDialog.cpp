// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/CompareDialog.h"

#include "controls/Panel.h"
#include "shell/Theme.h"

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int dialogWidth = 900;
constexpr int labelWidth = 88;

// With what is not in `before` on a coloured ground, if that says more than the whole text does.
QString markedText(const QString &before, const QString &text)
{
    const TextSpan span = before.isEmpty() ? TextSpan() : changedSpan(before, text);
    QString html = text.toHtmlEscaped();
    if (span.length > 0 && span.length < text.size()) {
        html = text.first(span.start).toHtmlEscaped()
               + u"<span style=\"background-color:%1\">%2</span>"_s.arg(
                   colour(ColourRole::HitGround).name(), text.mid(span.start, span.length).toHtmlEscaped())
               + text.sliced(span.start + span.length).toHtmlEscaped();
    }
    return html.replace(u'\n', u"<br>"_s);
}

QLabel *wrapped(const QString &text, const char *look, QWidget *parent)
{
    QLabel *label = textLabel(text, look, parent);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

// One of the two texts with its radio button; a click anywhere in it chooses it.
class Side final : public QWidget
{
public:
    Side(const QString &html, const QString &remark, QWidget *parent)
        : QWidget(parent)
        , m_button(new QRadioButton(this))
    {
        auto *texts = new QVBoxLayout;
        texts->setSpacing(2);
        QLabel *text = wrapped(html, "", this);
        text->setTextFormat(Qt::RichText);
        texts->addWidget(text);
        QLabel *small = wrapped(remark, "label", this);
        small->setTextFormat(Qt::PlainText);
        texts->addWidget(small);
        texts->addStretch();
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(8);
        row->addWidget(m_button, 0, Qt::AlignTop);
        row->addLayout(texts, 1);
    }

    [[nodiscard]] QRadioButton *button() const { return m_button; }

protected:
    void mousePressEvent(QMouseEvent *event) override
    {
        if (event->button() == Qt::LeftButton) {
            m_button->setFocus(Qt::MouseFocusReason);
            m_button->click();
        }
    }

private:
    QRadioButton *m_button;
};

QFrame *line(QWidget *parent)
{
    auto *frame = new QFrame(parent);
    frame->setFixedHeight(1);
    frame->setAutoFillBackground(true);
    QPalette palette = frame->palette();
    palette.setColor(QPalette::Window, colour(ColourRole::RowLine));
    frame->setPalette(palette);
    return frame;
}

} // namespace

CompareDialog::CompareDialog(const QString &objectName, const QString &about, const QList<ComparedField> &fields,
                             QWidget *parent)
    : QDialog(parent)
    , m_fields(fields)
    , m_open(textLabel(QString(), "label", this))
    , m_fault(wrapped(QString(), "error", this))
{
    setObjectName(objectName);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Changed meanwhile"));
    m_open->setObjectName(objectName + u".open");
    m_fault->setObjectName(objectName + u".fault");
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->hide();

    QLabel *head = wrapped(about, "strong", this);
    head->setTextFormat(Qt::PlainText);
    QLabel *what = wrapped(tr("Somebody has saved it since you began. Nothing of yours is saved yet: choose for each "
                              "field what is to stand. Going back leaves all that you typed in the form."),
                           "soft", this);

    auto *table = new QWidget(this);
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 8, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->setColumnMinimumWidth(0, labelWidth);
    for (int column = 1; column < 4; ++column)
        grid->setColumnStretch(column, 1);
    const QString headings[] = {tr("Field"), tr("When you began"), tr("In the file now"), tr("Yours")};
    for (int column = 0; column < 4; ++column)
        grid->addWidget(textLabel(headings[column], "label", table), 0, column);
    int row = 1;
    for (const ComparedField &field : fields) {
        const FieldDifference &difference = field.difference;
        const auto orEmpty = [](const QString &text) { return text.isEmpty() ? tr("(empty)") : text; };
        const QString unchanged = tr("not changed");
        grid->addWidget(line(table), row++, 0, 1, 4);
        QLabel *name = wrapped(field.label, "soft", table);
        name->setTextFormat(Qt::PlainText);
        grid->addWidget(name, row, 0, Qt::AlignTop);
        QLabel *before = wrapped(orEmpty(field.base), "soft", table);
        before->setTextFormat(Qt::PlainText);
        grid->addWidget(before, row, 1, Qt::AlignTop);
        auto *theirs = new Side(difference.changedByThem ? markedText(field.base, orEmpty(field.theirs))
                                                         : markedText({}, orEmpty(field.theirs)),
                                difference.changedByThem ? field.origin : unchanged, table);
        auto *mine = new Side(difference.changedByMe ? markedText(field.base, orEmpty(field.mine))
                                                     : markedText({}, orEmpty(field.mine)),
                              difference.changedByMe ? tr("as you typed it") : unchanged, table);
        const QString place = objectName + u'.' + difference.field;
        theirs->button()->setObjectName(place + u".theirs");
        theirs->button()->setAccessibleName(
            tr("%1: take what is in the file now, %2").arg(field.label, orEmpty(field.theirs)));
        mine->button()->setObjectName(place + u".mine");
        mine->button()->setAccessibleName(tr("%1: take yours, %2").arg(field.label, orEmpty(field.mine)));
        auto *group = new QButtonGroup(this);
        group->addButton(theirs->button(), static_cast<int>(MergeSide::Theirs));
        group->addButton(mine->button(), static_cast<int>(MergeSide::Mine));
        if (const auto side = difference.proposed())
            group->button(static_cast<int>(*side))->setChecked(true);
        connect(group, &QButtonGroup::idToggled, this, &CompareDialog::showState);
        m_choices.insert(difference.field, group);
        grid->addWidget(theirs, row, 2);
        grid->addWidget(mine, row++, 3);
    }
    grid->setRowStretch(row, 1);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(objectName + u".fields");
    scroll->setAccessibleName(tr("Fields that differ"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(table);
    scroll->viewport()->setAutoFillBackground(false);
    table->setAutoFillBackground(false);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_save->setObjectName(objectName + u".save");
    QPushButton *back = buttons->button(QDialogButtonBox::Cancel);
    back->setObjectName(objectName + u".back");
    back->setText(tr("Back to the form"));
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        if (!m_busy && isDecided())
            Q_EMIT submitted();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &CompareDialog::reject);
    auto *key = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(key, &QShortcut::activated, m_save, &QPushButton::click);
    m_save->setToolTip(key->key().toString(QKeySequence::NativeText));

    auto *foot = new QHBoxLayout;
    foot->addWidget(m_open, 1);
    foot->addWidget(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(head);
    layout->addWidget(what);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_fault);
    layout->addLayout(foot);

    // As high as its texts are, as far as the screen allows.
    const QRect place = (parent ? parent->screen() : screen())->availableGeometry();
    const int width = std::min(dialogWidth, place.width() - 48);
    const int fieldsHeight = grid->totalHeightForWidth(width - 48 - 16);
    scroll->setMinimumHeight(std::min(fieldsHeight + 8, 160));
    constexpr int around = 190; // heading and buttons
    resize(width, std::min(fieldsHeight + around, place.height() - 80));
    showState();
    for (const ComparedField &field : fields) {
        if (!field.difference.proposed()) {
            m_choices.value(field.difference.field)->button(static_cast<int>(MergeSide::Theirs))->setFocus();
            break;
        }
    }
}

QMap<QString, MergeSide> CompareDialog::chosen() const
{
    QMap<QString, MergeSide> sides;
    for (auto choice = m_choices.cbegin(); choice != m_choices.cend(); ++choice) {
        if (const int side = choice.value()->checkedId(); side >= 0)
            sides.insert(choice.key(), static_cast<MergeSide>(side));
    }
    return sides;
}

bool CompareDialog::isDecided() const
{
    return chosen().size() == m_choices.size();
}

void CompareDialog::showState()
{
    const qsizetype open = m_choices.size() - chosen().size();
    m_open->setText(open == 0 ? QString() : tr("%n field(s) still to be chosen", nullptr, static_cast<int>(open)));
    m_save->setEnabled(!m_busy && open == 0);
}

void CompareDialog::showRefusal(const Refusal &refusal)
{
    QString text = refusal.reason;
    for (const ComparedField &field : std::as_const(m_fields)) {
        if (field.difference.field == refusal.field)
            text = tr("%1: %2", "field and what is wrong with it").arg(field.label, refusal.reason);
    }
    m_fault->setText(text);
    m_fault->setVisible(!text.isEmpty());
}

void CompareDialog::setBusy(bool busy)
{
    m_busy = busy;
    showState();
}

} // namespace huiyin
