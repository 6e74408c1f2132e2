// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/IntakeForm.h"

#include "controls/CodePicker.h"
#include "controls/Panel.h"
#include "controls/SegmentedButtons.h"
#include "controls/Tag.h"
#include "domain/Text.h"
#include "intake/DueHint.h"
#include "intake/IntakeDraft.h"
#include "shell/Theme.h"

#include <QAbstractButton>
#include <QDateTimeEdit>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStyle>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace huiyin {

IntakeForm::IntakeForm(CaseSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_lines(this)
    , m_phone(new QLineEdit(this))
    , m_requester(new QLineEdit(this))
    , m_kind(new SegmentedButtons(this))
    , m_channel(new CodePicker(this))
    , m_type(new SegmentedButtons(this))
    , m_typeHint(textLabel(tr("No request type chosen: the ticket would count as unclassified."), "label", this))
    , m_receivedAt(new QDateTimeEdit(this))
    , m_channelReference(new QLineEdit(this))
    , m_area(new CodePicker(this))
    , m_address(new QLineEdit(this))
    , m_category(new CodePicker(this))
    , m_topic(new CodePicker(this))
    , m_title(new QLineEdit(this))
    , m_content(new QPlainTextEdit(this))
    , m_answer(new QPlainTextEdit(this))
    , m_urgency(new SegmentedButtons(this))
    , m_confidentiality(new SegmentedButtons(this))
    , m_due(new Tag(QString(), Tone::Neutral, this))
    , m_dueRule(textLabel(QString(), "weak", this))
{
    setObjectName(u"intake.form"_s);
    const auto name = [](QWidget *widget, const QString &objectName, const QString &accessible) {
        widget->setObjectName(u"intake."_s + objectName);
        widget->setAccessibleName(accessible);
    };
    name(m_phone, u"phone"_s, tr("Phone"));
    name(m_requester, u"requester"_s, tr("Caller's name"));
    name(m_kind, u"kind"_s, tr("Kind of caller"));
    name(m_channel, u"channel"_s, tr("Channel"));
    name(m_type, u"type"_s, tr("Request type"));
    name(m_receivedAt, u"receivedAt"_s, tr("Received"));
    name(m_channelReference, u"channelReference"_s, tr("The channel's own number"));
    name(m_area, u"area"_s, tr("Area"));
    name(m_address, u"address"_s, tr("Address"));
    name(m_category, u"category"_s, tr("Category"));
    name(m_topic, u"topic"_s, tr("Topic"));
    name(m_title, u"title"_s, tr("Title"));
    name(m_content, u"content"_s, tr("Content"));
    name(m_answer, u"answer"_s, tr("Answer to the citizen"));
    name(m_urgency, u"urgency"_s, tr("Urgency"));
    name(m_confidentiality, u"confidentiality"_s, tr("Confidentiality"));
    name(m_due, u"due"_s, tr("Due"));

    m_phone->setInputMethodHints(Qt::ImhPreferLatin | Qt::ImhNoPredictiveText);
    m_requester->setPlaceholderText(tr("Name"));
    m_address->setPlaceholderText(tr("Road, community, building"));
    m_area->setPlaceholderText(tr("Area"));
    m_topic->setPlaceholderText(tr("Topic: none"));
    m_category->setPlaceholderText(tr("Name, code or number"));
    m_channelReference->setPlaceholderText(tr("The channel's own number"));
    m_receivedAt->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    m_receivedAt->setCalendarPopup(true);
    m_content->setPlaceholderText(tr("What happened, where, since when, and what the caller asks for"));
    m_answer->setPlaceholderText(tr("What the citizen was told"));
    for (QPlainTextEdit *text : {m_content, m_answer}) {
        text->setTabChangesFocus(true);
        text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // they share what room there is
    }
    m_channel->setClearable(false);
    for (const auto &entry : codeTable<RequesterKind>())
        m_kind->addOption(displayName(entry.value), static_cast<int>(entry.value));
    for (const auto &entry : codeTable<Urgency>())
        m_urgency->addOption(displayName(entry.value), static_cast<int>(entry.value));
    m_confidentiality->addOption(displayName(Confidentiality::Open), static_cast<int>(Confidentiality::Open));
    m_confidentiality->addOption(tr("Hidden", "the caller is not told to the department"),
                                 static_cast<int>(Confidentiality::Hidden));
    m_confidentiality->setOptionToolTip(static_cast<int>(Confidentiality::Hidden),
                                        displayName(Confidentiality::Hidden));
    m_confidentiality->addOption(displayName(Confidentiality::Anonymous), static_cast<int>(Confidentiality::Anonymous));

    m_lines.add(tr("Phone"), {{u"phone"_s, m_phone}, {u"requester"_s, m_requester}, {u"requesterKind"_s, m_kind}},
                {11, 9, 10});
    const FormLines::Line channel =
        m_lines.add(tr("Channel"), {{u"channel"_s, m_channel}, {u"requestType"_s, m_type}}, {10, 17});
    m_typeHint->setObjectName(u"intake.typeHint"_s);
    m_typeHint->setWordWrap(true);
    m_typeHint->hide();
    m_lines.addHint(channel, m_typeHint);
    m_letterLine = m_lines.add(
        tr("Received"), {{u"receivedAt"_s, m_receivedAt}, {u"channelReference"_s, m_channelReference}}, {10, 17});
    m_lines.add(tr("Area"), {{u"area"_s, m_area}, {u"address"_s, m_address}}, {12, 15});
    m_lines.add(tr("Category"), {{u"category"_s, m_category}, {u"topic"_s, m_topic}}, {1, 1});
    m_lines.add(tr("Title"), {{u"title"_s, m_title}}, {1});
    const FormLines::Line content = m_lines.add(tr("Content"), {{u"content"_s, m_content}}, {1});
    m_answerLine = m_lines.add(tr("Answer"), {{u"answer"_s, m_answer}}, {1});
    m_lines.add(tr("Urgency"), {{u"urgency"_s, m_urgency}, {u"confidentiality"_s, m_confidentiality}}, {9, 12});
    // The text takes what room there is.
    m_content->setMinimumHeight(64);
    m_answer->setMinimumHeight(56);
    m_lines.setTall(content, 2);
    for (const FormLines::Line &line : {content, m_answerLine}) {
        line.label->setAlignment(Qt::AlignRight | Qt::AlignTop);
        line.label->setContentsMargins(0, 6, 0, 0);
    }
    m_due->setIcon(u"clock"_s);
    m_dueRule->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_dueRule->setObjectName(u"intake.dueRule"_s);
    m_lines.add(tr("Deadline"), {{QString(), m_due}, {QString(), m_dueRule}}, {0, 1});
    showAnswerLine(false);

    connect(m_phone, &QLineEdit::textEdited, this, [this] {
        convertPhone();
        Q_EMIT phoneEdited(m_phone->text());
    });
    for (QLineEdit *edit : {m_phone, m_requester, m_channelReference, m_address, m_title})
        connect(edit, &QLineEdit::textEdited, this, &IntakeForm::changed);
    for (QPlainTextEdit *text : {m_content, m_answer})
        connect(text, &QPlainTextEdit::textChanged, this, &IntakeForm::changed);
    connect(m_content, &QPlainTextEdit::textChanged, this, &IntakeForm::showProposedTitle);
    for (CodePicker *picker : {m_channel, m_area, m_category, m_topic})
        connect(picker, &CodePicker::valueChosen, this, &IntakeForm::changed);
    for (SegmentedButtons *choice : {m_kind, m_type, m_urgency, m_confidentiality})
        connect(choice, &SegmentedButtons::valueChosen, this, &IntakeForm::changed);
    connect(m_receivedAt, &QDateTimeEdit::dateTimeChanged, this, &IntakeForm::changed);
    connect(&session, &CaseSession::codeTablesChanged, this, [this] {
        fillChoices();
        setRequest(m_request);
    });
    for (QWidget *widget : QList<QWidget *>{m_phone, m_requester, m_channel, m_channelReference, m_area, m_address,
                                            m_category, m_topic, m_title, m_content, m_answer})
        widget->installEventFilter(this);
    fillChoices();
}

void IntakeForm::fillChoices()
{
    const CodeTables &tables = m_session.codeTables();
    m_channel->setChoices(choicesOf(tables.channels));
    m_area->setChoices(choicesOf(tables.areas));
    m_category->setChoices(choicesOf(tables.categories));
    m_topic->setChoices(choicesOf(tables.topics, m_session.today()));
    const auto type = m_type->value();
    m_type->clear();
    for (const RequestType &entry : tables.requestTypes) {
        if (!entry.retired)
            m_type->addOption(entry.name, static_cast<int>(entry.id->value()));
    }
    m_type->setValue(type);
    m_area->setVisible(!tables.areas.isEmpty()); // a small office keeps none
    m_topic->setVisible(!m_topic->choices().isEmpty());
    placeTabOrder();
}

// The order of the conversation; parts of a choice come one after another, as any of them can hold its Tab stop.
void IntakeForm::placeTabOrder()
{
    QList<QWidget *> order;
    const QList<QWidget *> fields{
        m_phone,   m_requester, m_kind,  m_channel, m_type,    m_receivedAt, m_channelReference, m_area,
        m_address, m_category,  m_topic, m_title,   m_content, m_answer,     m_urgency,          m_confidentiality};
    for (QWidget *field : fields) {
        if (!qobject_cast<SegmentedButtons *>(field)) {
            order.append(field);
            continue;
        }
        for (int i = 0; i < field->layout()->count(); ++i)
            order.append(field->layout()->itemAt(i)->widget());
    }
    setTabChain(order);
}

bool IntakeForm::isPhoneCall() const
{
    const Channel *channel = findById(m_session.codeTables().channels, m_channel->chosen<ChannelId>());
    return !channel || channel->isPhone;
}

void IntakeForm::showAnswerLine(bool visible)
{
    FormLines::show(m_answerLine, visible);
    m_lines.setTall(m_answerLine, visible ? 1 : 0);
}

void IntakeForm::showMode()
{
    FormLines::show(m_letterLine, !isPhoneCall());
}

void IntakeForm::setRequest(const IntakeRequest &request)
{
    m_filling = true;
    m_request = request;
    m_phone->setText(request.phone);
    m_requester->setText(request.requester);
    m_kind->setValue(static_cast<int>(request.requesterKind));
    const CodeTables &tables = m_session.codeTables();
    m_channel->choose(std::optional(request.channel), nameOf(tables.channels, std::optional(request.channel)));
    m_type->setValue(request.requestType ? std::optional(static_cast<int>(request.requestType->value()))
                                         : std::nullopt);
    const QDateTime received = request.receivedAt.isValid() ? request.receivedAt : m_session.clock().now();
    const QDateTime local = m_session.zone().toLocal(received);
    m_receivedAt->setDateTime(QDateTime(local.date(), QTime(local.time().hour(), local.time().minute())));
    m_channelReference->setText(request.channelReference);
    m_area->choose(request.area, pathOf(tables.areas, request.area));
    m_address->setText(request.address);
    m_category->choose(request.category, pathOf(tables.categories, request.category));
    m_topic->choose(request.topic, nameOf(tables.topics, request.topic));
    m_title->setText(request.title);
    if (m_content->toPlainText() != request.content)
        m_content->setPlainText(request.content);
    if (m_answer->toPlainText() != request.answer)
        m_answer->setPlainText(request.answer);
    m_urgency->setValue(static_cast<int>(request.urgency));
    m_confidentiality->setValue(static_cast<int>(request.confidentiality));
    showAnswerLine(!request.answer.isEmpty());
    m_filling = false;
    clearRefusals();
    showMode();
    showProposedTitle();
    refreshDue();
    showTypeHint();
}

IntakeRequest IntakeForm::request() const
{
    IntakeRequest request = m_request;
    request.phone = m_phone->text();
    request.requester = m_requester->text();
    request.requesterKind = m_kind->chosen<RequesterKind>().value_or(RequesterKind::Citizen);
    request.channel = m_channel->chosen<ChannelId>().value_or(request.channel);
    const auto type = m_type->value();
    request.requestType = type ? std::optional(RequestTypeId(*type)) : std::nullopt;
    request.area = m_area->chosen<AreaId>();
    request.address = m_address->text();
    request.category = m_category->chosen<CategoryId>();
    request.topic = m_topic->chosen<TopicId>();
    request.title = m_title->text();
    request.content = m_content->toPlainText();
    request.answer = m_answer->toPlainText();
    request.usedArticles = m_taken.usedIn(request.answer, m_request.usedArticles);
    request.urgency = m_urgency->chosen<Urgency>().value_or(Urgency::Normal);
    request.confidentiality = m_confidentiality->chosen<Confidentiality>().value_or(Confidentiality::Open);
    if (isPhoneCall()) {
        if (!request.call)
            request.call = CallFacts{};
        request.receivedAt = {};
        request.channelReference.clear();
    } else {
        request.call.reset();
        request.receivedAt = m_session.zone().toUtcTime(m_receivedAt->date(), m_receivedAt->time());
        request.channelReference = m_channelReference->text();
    }
    return request;
}

void IntakeForm::changed()
{
    if (m_filling)
        return;
    clearRefusals();
    const bool wasPhone = m_request.call.has_value();
    const QList<ArticleId> used = m_request.usedArticles;
    m_request = request();
    for (const ArticleId article : used) {
        if (m_taken.isTaken(article) && !m_request.usedArticles.contains(article))
            m_request.usedArticles.append(article); // what was typed over may be undone
    }
    if (wasPhone != m_request.call.has_value())
        showMode();
    refreshDue();
    showTypeHint();
    Q_EMIT edited();
}

void IntakeForm::refreshDue()
{
    showDue(m_session, m_request, m_due, m_dueRule);
}

void IntakeForm::showProposedTitle()
{
    const QString proposed = proposedTitle(m_content->toPlainText());
    m_title->setPlaceholderText(proposed.isEmpty() ? tr("A few words; left empty, it is taken from the content")
                                                   : proposed);
}

// A ticket may do without: it is only said, as soon as there is something to save.
void IntakeForm::showTypeHint()
{
    const bool hasWords = !m_request.title.trimmed().isEmpty() || !m_request.content.trimmed().isEmpty();
    m_typeHint->setVisible(hasWords && !m_request.requestType && !m_lines.showsRefusal(u"requestType"_s));
}

void IntakeForm::convertPhone()
{
    const QString typed = m_phone->text();
    const QString plain = halfWidth(typed);
    if (plain == typed)
        return;
    const auto cursor = halfWidth(QStringView(typed).first(m_phone->cursorPosition())).size();
    m_phone->setText(plain);
    m_phone->setCursorPosition(static_cast<int>(cursor));
}

void IntakeForm::focusFirst()
{
    m_phone->setFocus(Qt::OtherFocusReason);
    m_phone->selectAll();
}

bool IntakeForm::isAnswerShown() const
{
    return !m_answerLine.fields->isHidden();
}

void IntakeForm::focusContent()
{
    m_content->setFocus(Qt::OtherFocusReason);
    m_content->moveCursor(QTextCursor::End);
}

void IntakeForm::chooseCategory(CategoryId category)
{
    m_category->choose(std::optional(category), pathOf(m_session.codeTables().categories, std::optional(category)));
    changed();
}

void IntakeForm::showAnswer()
{
    showAnswerLine(true);
    m_answer->setFocus(Qt::OtherFocusReason);
}

void IntakeForm::takeAnswer(ArticleId article, const QString &answer)
{
    m_taken.take(article, answer);
    if (!m_request.usedArticles.contains(article))
        m_request.usedArticles.append(article);
    showAnswer();
    QTextCursor cursor(m_answer->document());
    cursor.movePosition(QTextCursor::End);
    if (!m_answer->toPlainText().contains(answer)) {
        cursor.beginEditBlock();
        if (!m_answer->document()->isEmpty() && !m_answer->toPlainText().endsWith(u'\n'))
            cursor.insertBlock();
        cursor.insertText(answer);
        cursor.endEditBlock();
    }
    m_answer->setTextCursor(cursor);
    m_answer->ensureCursorVisible();
}

bool IntakeForm::settle()
{
    const CodePicker *picker = unsettledPicker(this);
    if (!picker)
        return true;
    (void)showRefusal({unsettledReason(picker), m_lines.nameOf(picker)});
    return false;
}

bool IntakeForm::showRefusal(const Refusal &refusal, bool takeFocus)
{
    clearRefusals();
    QWidget *field = m_lines.field(refusal);
    if (!field)
        return false;
    if (field == m_answer)
        showAnswerLine(true);
    m_lines.showRefusal(refusal);
    showTypeHint();
    if (takeFocus)
        field->setFocus(Qt::OtherFocusReason);
    return true;
}

void IntakeForm::clearRefusals()
{
    m_lines.clearRefusals();
}

// The next Tab stop of the form; after its last field whatever comes then.
void IntakeForm::goOn()
{
    focusNextPrevChild(true);
}

void IntakeForm::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (enter && !m_composing && modifiers == Qt::NoModifier)
        goOn();
    else if (enter && !m_composing && modifiers == Qt::ShiftModifier)
        focusNextPrevChild(false);
    else
        QWidget::keyPressEvent(event);
}

bool IntakeForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::InputMethod)
        m_composing = !static_cast<QInputMethodEvent *>(event)->preeditString().isEmpty();
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        // Alt with a number means one of the similar tickets, and nothing while there is none: never a sign of the text.
        // The number pad writes signs by their codes so on some systems.
        if (key->modifiers() == Qt::AltModifier && key->key() >= Qt::Key_0 && key->key() <= Qt::Key_9)
            return true;
        auto *picker = qobject_cast<CodePicker *>(watched);
        // Enter takes the marked entry and then goes on as it does from any other field.
        if (picker && !m_composing && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
            QTimer::singleShot(0, this, [this, picker] {
                if (picker->hasFocus() && !picker->isPopupOpen())
                    goOn();
            });
        }
    }
    return QWidget::eventFilter(watched, event);
}

void IntakeForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::EnabledChange)
        clearRefusals();
}

} // namespace huiyin
