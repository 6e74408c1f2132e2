// SPDX-License-Identifier: GPL-3.0-or-later
#include "layouts/LayoutForm.h"

#include "bulletin/LayoutBlocks.h"
#include "controls/Panel.h"
#include "domain/Json.h"
#include "layouts/LayoutFields.h"
#include "layouts/LayoutLabels.h"
#include "layouts/SentenceField.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

const QJsonValue none(QJsonValue::Undefined);

// A wheel over the form scrolls it; it changes no number on the way.
class WheelRest final : public QObject
{
public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *widget = qobject_cast<QWidget *>(watched);
        if (event->type() != QEvent::Wheel || !widget || widget->hasFocus())
            return QObject::eventFilter(watched, event);
        event->ignore();
        return true;
    }
};

bool isStyle(const QString &key)
{
    static const QStringList keys{u"decimals"_s, u"drop_zeros"_s,   u"rounding"_s, u"balance"_s,
                                  u"wan"_s,      u"small_change"_s, u"unit"_s};
    return keys.contains(key);
}

// Of a list that several lines or words are typed into.
QString joined(const QStringList &texts)
{
    return texts.join(u"；"_s);
}

QStringList parted(const QString &text)
{
    static const QRegularExpression separator(u"[;；]"_s);
    QStringList texts;
    const auto pieces = text.split(separator);
    for (const QString &piece : pieces) {
        if (!piece.trimmed().isEmpty())
            texts.append(piece.trimmed());
    }
    return texts;
}

} // namespace

LayoutForm::LayoutForm(LayoutDraft &draft, QWidget *parent)
    : QScrollArea(parent)
    , m_draft(draft)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
}

void LayoutForm::setEditable(bool editable)
{
    m_editable = editable;
    if (widget())
        widget()->setEnabled(editable);
}

void LayoutForm::showPlace(const QString &path)
{
    m_place = path;
    build();
}

void LayoutForm::focusKey(const QString &key)
{
    if (auto *field = findChild<QWidget *>(objectName() + u'.' + key)) {
        ensureWidgetVisible(field);
        field->setFocus();
    }
}

LayoutForm::Group LayoutForm::groupOf(const QString &key)
{
    static const QStringList rows{u"filter"_s, u"order"_s,     u"by"_s,         u"ascending"_s, u"last"_s,
                                  u"names"_s,  u"of_groups"_s, u"of_grades"_s,  u"only"_s,      u"limit"_s,
                                  u"least"_s,  u"rest"_s,      u"rest_names"_s, u"rank"_s,      u"group_order"_s};
    if (isStyle(key))
        return Group::Figures;
    return rows.contains(key) ? Group::Rows : Group::Words;
}

void LayoutForm::build()
{
    m_names = LayoutNames(m_draft.layout());
    m_part = partAt(m_draft.layout(), m_place);
    m_object = m_draft.value(m_place).toObject();
    if (m_place.isEmpty())
        m_object = m_draft.layout();
    auto *content = new QWidget(this);
    content->setAutoFillBackground(false);
    auto *form = new QFormLayout(content);
    form->setContentsMargins(12, 4, 12, 12);
    form->setHorizontalSpacing(8);
    form->setVerticalSpacing(8);
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignTop);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    if (m_part == LayoutPart::Rates) {
        addRates(form);
    } else {
        const LayoutKeys keys = keysOf(m_part, m_object);
        QStringList done;
        for (const Group group : {Group::Words, Group::Rows, Group::Figures}) {
            bool isFirst = true;
            for (const LayoutKey &key : keys) {
                // The name is the place in the file; lists stand in the tree.
                if (groupOf(key.key) != group || done.contains(key.key))
                    continue;
                if (m_place.isEmpty() && (key.key == u"name" || key.key == u"order"))
                    continue;
                const bool isThreshold = m_part == LayoutPart::Band && key.kind == LayoutKey::Kind::Object;
                if ((key.kind == LayoutKey::Kind::List || key.kind == LayoutKey::Kind::Object) && !isThreshold)
                    continue;
                done.append(key.key);
                if (isFirst && group != Group::Words)
                    addGroup(form, group == Group::Rows ? tr("Which rows") : tr("How figures are printed"));
                isFirst = false;
                addKey(form, key);
            }
        }
        if (m_part == LayoutPart::Unknown)
            form->addRow(textLabel(tr("There are no fields for this. It can be changed as text."), "weak", content));
    }
    content->setEnabled(m_editable);
    setWidget(content);                    // the one before goes
    content->setAutoFillBackground(false); // the area has set it
    auto *rest = new WheelRest(content);
    const auto fields = content->findChildren<QWidget *>();
    for (QWidget *field : fields) {
        if (qobject_cast<QAbstractSpinBox *>(field) || qobject_cast<QComboBox *>(field)) {
            field->setFocusPolicy(Qt::StrongFocus);
            field->installEventFilter(rest);
        }
    }
}

// Every rate of the layout with its sides; one is opened by its button.
void LayoutForm::addRates(QFormLayout *form)
{
    auto *remark =
        textLabel(tr("The name of a rate does not fix its base: 办结率 is of the accepted in one office, of the "
                     "dispatched in another. A rate of this layout takes the place of the program's of the "
                     "same word."),
                  "weak", this);
    remark->setWordWrap(true);
    form->addRow(remark);
    const QStringList names = m_object.keys();
    for (const QString &name : names) {
        const QJsonObject rate = m_object.value(name).toObject();
        auto *button = new QPushButton(rate[u"name"].toString().isEmpty() ? name : rate[u"name"].toString(), this);
        button->setObjectName(objectName() + u".rate." + name);
        button->setAutoDefault(false);
        button->setToolTip(tr("Change this rate"));
        connect(button, &QPushButton::clicked, this, [this, path = pathOf(name)] { Q_EMIT placeRequested(path); });
        auto *sides = textLabel(m_names.ofTerms(rate[u"numerator"].toString()) + u" ÷ "
                                    + m_names.ofTerms(rate[u"denominator"].toString()),
                                "soft", this);
        sides->setWordWrap(true);
        form->addRow(button, sides);
    }
    auto *add = new QPushButton(tr("Add a rate"), this);
    add->setObjectName(objectName() + u".addRate");
    add->setAutoDefault(false);
    connect(add, &QPushButton::clicked, this, &LayoutForm::addRateRequested);
    form->addRow(add);
}

void LayoutForm::addGroup(QFormLayout *form, const QString &title)
{
    auto *label = textLabel(title, "strong", this);
    label->setContentsMargins(0, 8, 0, 0);
    form->addRow(label);
}

void LayoutForm::addKey(QFormLayout *form, const LayoutKey &key)
{
    QWidget *field = nullptr;
    switch (key.kind) {
    case LayoutKey::Kind::Text:
        field = key.choices.isEmpty() ? textField(key) : choiceField(key, key.choices);
        break;
    case LayoutKey::Kind::Flag:
        field = choiceField(key, {u"true"_s, u"false"_s});
        break;
    case LayoutKey::Kind::Number:
        field = numberField(key);
        break;
    case LayoutKey::Kind::Texts:
        field = key.key == u"imprint" ? sentenceField(key.key, true) : textsField(key.key);
        break;
    case LayoutKey::Kind::Object: {
        QList<LayoutWord> rates = LayoutScope(m_draft.layout()).figuresAt(m_place);
        rates.removeIf([](const LayoutWord &word) { return word.kind != LayoutWord::Kind::Rate; });
        auto *thresholds = new ThresholdsField(m_names, rates, this);
        thresholds->setThresholds(m_object.value(key.key).toObject(), objectName() + u'.' + key.key, keyLabel(key.key));
        connect(thresholds, &ThresholdsField::edited, this, [this, thresholds, name = key.key] {
            const QJsonObject next = thresholds->thresholds();
            set(name, next.isEmpty() ? none : QJsonValue(next));
        });
        field = thresholds;
        break;
    }
    case LayoutKey::Kind::List:
        return;
    }
    auto *label = textLabel(keyLabel(key.key), "soft", this);
    label->setWordWrap(true);
    label->setFixedWidth(108);
    label->setMinimumHeight(30);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    form->addRow(label, field);
}

void LayoutForm::nameField(QWidget *field, const QString &key) const
{
    field->setObjectName(objectName() + u'.' + key);
    field->setAccessibleName(keyLabel(key));
}

void LayoutForm::set(const QString &key, const QJsonValue &value)
{
    const QString path = pathOf(key);
    if (!m_draft.set(path, value))
        return;
    Q_EMIT edited(path);
    const bool isKind =
        (key == u"table" || key == u"each") && (m_part == LayoutPart::Table || m_part == LayoutPart::List);
    if (isKind)
        Q_EMIT kindChanged(m_place);
}

QWidget *LayoutForm::textField(const LayoutKey &key)
{
    static const QStringList figures{u"by"_s, u"only"_s, u"rank"_s, u"count"_s};
    static const QStringList plain{u"name"_s, u"list_title"_s, u"series"_s, u"unit"_s, u"total_name"_s, u"grade"_s};
    if (key.key == u"when") {
        auto *field = new ConditionsField(
            m_names, [this, place = m_place] { return LayoutScope(m_draft.layout()).conditionsAt(place); }, this);
        nameField(field, key.key);
        field->setWhen(m_object.value(key.key).toString());
        connect(field, &ConditionsField::edited, this, [this, field, needed = key.isNeeded] {
            set(u"when"_s, field->when().isEmpty() && !needed ? none : QJsonValue(field->when()));
        });
        return field;
    }
    if (figures.contains(key.key))
        return figureField(key.key);
    if (key.key == u"numerator" || key.key == u"denominator") {
        auto *field = new TermsField(
            m_names, [this] { return LayoutScope(m_draft.layout()).counts(); }, this);
        field->setFieldName(objectName() + u'.' + key.key, keyLabel(key.key));
        field->setTerms(m_object.value(key.key).toString());
        connect(field, &TermsField::edited, this, [this, field, name = key.key] { set(name, field->terms()); });
        return field;
    }
    if (!plain.contains(key.key))
        return sentenceField(key.key, false);
    auto *field = new QLineEdit(m_object.value(key.key).toString(), this);
    field->setCursorPosition(0); // a long text from its beginning
    nameField(field, key.key);
    field->setPlaceholderText(isStyle(key.key) ? unset(key.key) : QString());
    connect(field, &QLineEdit::textEdited, this, [this, name = key.key, needed = key.isNeeded](const QString &text) {
        set(name, text.isEmpty() && !needed ? none : QJsonValue(text));
    });
    return field;
}

QWidget *LayoutForm::sentenceField(const QString &key, bool lines)
{
    auto *field = new SentenceField(
        m_names, [this, path = pathOf(key)] { return LayoutScope(m_draft.layout()).wordsAt(path); }, this);
    nameField(field, key);
    field->setLines(lines);
    field->setSentence(lines ? stringList(m_object.value(key)).join(u'\n') : m_object.value(key).toString());
    const LayoutKeys keys = keysOf(m_part, m_object);
    const auto known = std::ranges::find(keys, key, &LayoutKey::key);
    const bool isNeeded = known != keys.end() && known->isNeeded;
    // An empty separator says that there is none; without one the program's stands.
    const bool mayBeEmpty = isNeeded || key == u"separator" || key == u"last_separator";
    connect(field, &SentenceField::edited, this, [this, field, key, lines, mayBeEmpty] {
        const QString text = field->sentence();
        if (lines)
            set(key, text.isEmpty() ? none : QJsonValue(QJsonArray::fromStringList(text.split(u'\n'))));
        else
            set(key, text.isEmpty() && !mayBeEmpty ? none : QJsonValue(text));
    });
    return field->withButton(tr("What can be said in: %1").arg(keyLabel(key)));
}

QString LayoutForm::unset(const QString &key) const
{
    if (!isStyle(key))
        return tr("as usual");
    // The nearest above that says something.
    for (QString above = m_place; !above.isEmpty();) {
        above = pathAbove(above);
        const QJsonValue value = above.isEmpty() ? m_draft.layout().value(key) : m_draft.value(placeBelow(above, key));
        if (value.isUndefined())
            continue;
        const QString text = value.isString()   ? choiceLabel(key, value.toString())
                             : value.isDouble() ? QString::number(value.toInt())
                                                : choiceLabel(key, value.toBool() ? u"true"_s : u"false"_s);
        return tr("as above: %1").arg(text);
    }
    return m_place.isEmpty() ? tr("as usual") : tr("as above");
}

QWidget *LayoutForm::choiceField(const LayoutKey &key, const QStringList &choices)
{
    auto *field = new QComboBox(this);
    nameField(field, key.key);
    const bool isKind = key.key == sectionKind(m_object) || key.key == u"each";
    if (!isKind && !key.isNeeded)
        field->addItem(unset(key.key), QString());
    for (const QString &choice : choices) {
        if (isKind && key.key == u"table" && (choice == u"beside") != (m_part == LayoutPart::Beside))
            continue; // another kind of thing: to be added anew
        field->addItem(choiceLabel(key.key, choice), choice);
    }
    const QJsonValue value = m_object.value(key.key);
    const QString now = value.isBool() ? (value.toBool() ? u"true"_s : u"false"_s) : value.toString();
    if (field->findData(now) < 0)
        field->addItem(now, now); // what the check complains of
    field->setCurrentIndex(field->findData(now));
    field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    const bool isFlag = key.kind == LayoutKey::Kind::Flag;
    connect(field, &QComboBox::activated, this, [this, field, isFlag, name = key.key] {
        const QString chosen = field->currentData().toString();
        set(name, chosen.isEmpty() ? none : isFlag ? QJsonValue(chosen == u"true") : QJsonValue(chosen));
    });
    return field;
}

// A count or a rate of the rows.
QWidget *LayoutForm::figureField(const QString &key)
{
    auto *field = new QComboBox(this);
    nameField(field, key);
    field->addItem(key == u"rank" ? tr("no rank") : key == u"only" ? tr("all rows") : tr("as usual"), QString());
    const auto figures = LayoutScope(m_draft.layout()).figuresAt(m_place);
    for (const LayoutWord &figure : figures) {
        const bool isCount = figure.kind == LayoutWord::Kind::Count;
        if ((key == u"rank" && isCount) || ((key == u"only" || key == u"count") && !isCount))
            continue;
        field->addItem(m_names.of(figure.name), figure.name);
    }
    const QString now = m_object.value(key).toString();
    if (field->findData(now) < 0)
        field->addItem(now, now);
    field->setCurrentIndex(field->findData(now));
    field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(field, &QComboBox::activated, this, [this, field, key] {
        const QString chosen = field->currentData().toString();
        set(key, chosen.isEmpty() ? none : QJsonValue(chosen));
    });
    return field;
}

QWidget *LayoutForm::numberField(const LayoutKey &key)
{
    auto *field = new QSpinBox(this);
    nameField(field, key.key);
    field->setRange(key.least - 1, key.most);
    field->setSpecialValueText(key.key == u"limit" ? tr("all") : unset(key.key));
    field->setValue(m_object.contains(key.key) ? m_object.value(key.key).toInt() : field->minimum());
    connect(field, &QSpinBox::valueChanged, this, [this, field, name = key.key](int value) {
        set(name, value == field->minimum() ? none : QJsonValue(value));
    });
    return field;
}

QWidget *LayoutForm::textsField(const QString &key)
{
    auto *field = new QLineEdit(joined(stringList(m_object.value(key))), this);
    field->setCursorPosition(0); // a long text from its beginning
    nameField(field, key);
    field->setPlaceholderText(tr("Names, parted by ；"));
    connect(field, &QLineEdit::textEdited, this, [this, key](const QString &text) {
        const QStringList texts = parted(text);
        const bool isNeeded = m_part == LayoutPart::Group;
        set(key, texts.isEmpty() && !isNeeded ? none : QJsonValue(QJsonArray::fromStringList(texts)));
    });
    return field;
}

} // namespace huiyin
