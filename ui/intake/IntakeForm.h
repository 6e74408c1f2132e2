// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/IntakeRequest.h"
#include "domain/Outcome.h"
#include "intake/FormLines.h"
#include "intake/TakenAnswers.h"
#include "shell/CaseSession.h"

#include <QWidget>

class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace huiyin {

class CodePicker;
class SegmentedButtons;
class Tag;

// The fields of one matter, in the order in which callers tell it. Enter goes to the next field; a number typed with
// full-width digits becomes a plain one. Knows no command: it shows a request and tells what has become of it.
class IntakeForm : public QWidget
{
    Q_OBJECT

public:
    explicit IntakeForm(CaseSession &session, QWidget *parent = nullptr);

    void setRequest(const IntakeRequest &request); // doesn't emit
    [[nodiscard]] IntakeRequest request() const;

    void focusFirst();
    void focusContent(); // behind its last word
    // As if the clerk had chosen it.
    void chooseCategory(CategoryId category);
    // The answer's field, for what is answered directly.
    [[nodiscard]] bool isAnswerShown() const;
    void showAnswer();
    // Puts the answer of an article behind what stands there; undone as typing is.
    void takeAnswer(ArticleId article, const QString &answer);

    // Takes what is typed into the pickers. False: one holds what its list doesn't; it says so and has the focus.
    bool settle();
    // Says it at the field that the refusal names and goes there. False: no field of this form.
    bool showRefusal(const Refusal &refusal, bool takeFocus = true);
    void clearRefusals();
    void refreshDue();

Q_SIGNALS:
    void edited();
    void phoneEdited(const QString &phone);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showAnswerLine(bool visible);
    void fillChoices();
    void placeTabOrder();
    void showMode();
    void showProposedTitle();
    void convertPhone();
    void showTypeHint();
    void changed();
    void goOn(); // to the next field
    [[nodiscard]] bool isPhoneCall() const;

    CaseSession &m_session;
    IntakeRequest m_request{};
    TakenAnswers m_taken;
    bool m_filling = false;
    bool m_composing = false; // an input method shows text that is not committed

    FormLines m_lines;
    QLineEdit *m_phone;
    QLineEdit *m_requester;
    SegmentedButtons *m_kind;
    CodePicker *m_channel;
    SegmentedButtons *m_type;
    QLabel *m_typeHint;
    QDateTimeEdit *m_receivedAt;
    QLineEdit *m_channelReference;
    CodePicker *m_area;
    QLineEdit *m_address;
    CodePicker *m_category;
    CodePicker *m_topic;
    QLineEdit *m_title;
    QPlainTextEdit *m_content;
    QPlainTextEdit *m_answer;
    SegmentedButtons *m_urgency;
    SegmentedButtons *m_confidentiality;
    Tag *m_due;
    QLabel *m_dueRule;
    FormLines::Line m_letterLine;
    FormLines::Line m_answerLine;
};

} // namespace huiyin
