// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/IntakeActions.h"

#include "controls/ActionButton.h"
#include "controls/Panel.h"
#include "shell/CaseSession.h"
#include "shell/Theme.h"

#include <QAction>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// Words that may be cut when room is short, with dots and not in the middle of a sign.
class ShortLabel final : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    void paintEvent([[maybe_unused]] QPaintEvent *event) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignRight,
                         fontMetrics().elidedText(text(), Qt::ElideRight, width()));
    }
};

} // namespace

IntakeActions::IntakeActions(CaseSession &session, QWidget *page, QWidget *tabs)
    : QObject(page)
    , m_session(session)
    , m_page(page)
    , m_tabs(tabs)
{
    m_answer = add(u"answerAction"_s, tr("&Answer directly"), {Qt::Key_F5}, [this] { Q_EMIT answerWanted(); });
    m_accept = add(u"acceptAction"_s, tr("&Save"), {Qt::Key_F7}, [this] { Q_EMIT acceptWanted(false); });
    m_acceptNext = add(u"acceptNextAction"_s, tr("Save and &new"),
                       {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)},
                       [this] { Q_EMIT acceptWanted(true); });
    m_repeat =
        add(u"repeatAction"_s, tr("&Repeat of the chosen ticket"), {Qt::Key_F8}, [this] { Q_EMIT repeatWanted(); });
    m_dispatch = add(u"dispatchAction"_s, tr("D&ispatch…"), {Qt::Key_F6}, [this] { Q_EMIT dispatchWanted(); });
    m_notAccept = add(u"notAcceptAction"_s, tr("N&ot accept…"), {QKeySequence(Qt::SHIFT | Qt::Key_F7)},
                      [this] { Q_EMIT notAcceptWanted(); });
    for (int i = 0; i < similarWithKeys; ++i) {
        m_same.append(add(u"sameAction%1"_s.arg(i + 1), tr("Same matter as similar ticket &%1").arg(i + 1),
                          {QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + i))},
                          [this, i] { Q_EMIT sameWanted(i); }));
    }
    m_takeCategory = add(u"takeCategoryAction"_s, tr("Take the suggested cate&gory"),
                         {QKeySequence(Qt::CTRL | Qt::Key_G)}, [this] { Q_EMIT takeCategoryWanted(); });
    m_readArticle = add(u"readArticleAction"_s, tr("Read the s&uggested article"), {Qt::Key_F3},
                        [this] { Q_EMIT readArticleWanted(); });
    m_takeArticle = add(u"takeArticleAction"_s, tr("Take the answer o&f the article"), {Qt::Key_F4},
                        [this] { Q_EMIT takeArticleWanted(); });
    m_end = add(u"endAction"_s, tr("&End the call without a ticket…"), {Qt::Key_F9}, [this] {
        if (m_endButton->isEnabled())
            m_endMenu->popup(m_endButton->mapToGlobal(QPoint(0, -m_endMenu->sizeHint().height())));
    });
    m_letter = add(u"letterAction"_s, tr("Write down a &letter"), {QKeySequence(Qt::CTRL | Qt::Key_L)},
                   [this] { Q_EMIT letterWanted(); });
    add(u"nextAction"_s, tr("Ne&xt open call"), {QKeySequence(Qt::CTRL | Qt::Key_PageDown)},
        [this] { Q_EMIT stepWanted(1); });
    add(u"previousAction"_s, tr("&Previous open call"), {QKeySequence(Qt::CTRL | Qt::Key_PageUp)},
        [this] { Q_EMIT stepWanted(-1); });
    add(u"historyAction"_s, tr("To the &caller's history"), {QKeySequence(Qt::CTRL | Qt::Key_H)},
        [this] { Q_EMIT historyWanted(); });
    add(u"similarAction"_s, tr("To the si&milar tickets"), {QKeySequence(Qt::CTRL | Qt::Key_J)},
        [this] { Q_EMIT similarWanted(); });
    m_discard = add(u"discardAction"_s, tr("&Discard…"), {}, [this] { Q_EMIT discardWanted(); });
    buildMenu();
}

template <class Act>
QAction *IntakeActions::add(const QString &name, const QString &text, const QList<QKeySequence> &keys, Act act)
{
    auto *action = new QAction(text, this);
    action->setObjectName(u"intake."_s + name);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setAutoRepeat(false); // a held key must not go through the open calls
    connect(action, &QAction::triggered, this, act);
    m_page->addAction(action);
    m_tabs->addAction(action);
    m_all.append(action);
    return action;
}

// A call that becomes no ticket.
void IntakeActions::buildMenu()
{
    m_endMenu = new QMenu(m_page);
    m_endMenu->setObjectName(u"intake.endMenu"_s);
    const auto addEnd = [this](const QString &name, const QString &text, CallOutcome outcome) {
        QAction *action = m_endMenu->addAction(text);
        action->setObjectName(u"intake.end."_s + name);
        connect(action, &QAction::triggered, this, [this, outcome] { Q_EMIT endWanted(outcome); });
    };
    addEnd(u"answered"_s, tr("&Answered in the call"), CallOutcome::Answered);
    addEnd(u"transferred"_s, tr("&Transferred to another line"), CallOutcome::Transferred);
    addEnd(u"invalid"_s, tr("&Nuisance or silent"), CallOutcome::Invalid);
}

QWidget *IntakeActions::buildRow()
{
    auto *row = new QWidget(m_page);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    auto *line = new QFrame(row);
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    const auto paintLine = [line] {
        QPalette palette = line->palette();
        palette.setColor(QPalette::Window, colour(ColourRole::RowLine));
        line->setPalette(palette);
    };
    paintLine();
    connect(&Theme::instance(), &Theme::changed, line, paintLine);
    layout->addWidget(line);

    const auto button = [this, row](QAction *action, const QString &name, const QString &text,
                                    ActionButton::Look look) {
        auto *made = new ActionButton(text, {}, look, row);
        made->setObjectName(u"intake."_s + name);
        made->showKey(action->shortcut());
        connect(made, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, made, [made, action] { made->setEnabled(action->isEnabled()); });
        return made;
    };
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    m_answerButton = button(m_answer, u"answerDirectly"_s, tr("Answer directly"), ActionButton::Look::Plain);
    m_dispatchButton = button(m_dispatch, u"dispatch"_s, tr("Dispatch…"), ActionButton::Look::Primary);
    m_acceptButton = button(m_accept, u"accept"_s, tr("Save"), ActionButton::Look::Plain);
    m_acceptButton->setToolTip(tr("Accepted; a department is chosen later"));
    auto *notAcceptButton = button(m_notAccept, u"notAccept"_s, tr("Not accept…"), ActionButton::Look::Plain);
    notAcceptButton->showKey({});
    notAcceptButton->setToolTip(m_notAccept->shortcut().toString(QKeySequence::NativeText));
    buttons->addWidget(m_answerButton);
    buttons->addWidget(m_dispatchButton);
    buttons->addWidget(m_acceptButton);
    buttons->addWidget(notAcceptButton);
    m_endButton = button(m_end, u"end"_s, tr("End call…"), ActionButton::Look::Plain);
    m_endButton->setToolTip(tr("For a call that becomes no ticket"));
    buttons->addWidget(m_endButton);
    m_saved = new ShortLabel(row);
    m_saved->setObjectName(u"intake.saved"_s);
    setLook(m_saved, "label");
    m_saved->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    buttons->addWidget(m_saved, 1);
    m_discardButton = new QPushButton(row);
    m_discardButton->setText(tr("Discard…"));
    m_discardButton->setObjectName(u"intake.discard"_s);
    m_discardButton->setAutoDefault(false);
    setLook(m_discardButton, "link");
    connect(m_discardButton, &QPushButton::clicked, m_discard, &QAction::trigger);
    buttons->addWidget(m_discardButton);
    layout->addLayout(buttons);
    return row;
}

void IntakeActions::tellSaved(const QString &text)
{
    m_saved->setText(text);
    m_saved->setToolTip(text);
}

void IntakeActions::show(const State &state)
{
    const bool can = !m_session.isReadOnly() && !state.isFinishing;
    m_answer->setEnabled(can);
    m_accept->setEnabled(can);
    m_acceptNext->setEnabled(can);
    m_end->setEnabled(can && state.isCall);
    m_repeat->setEnabled(can && state.isCall && state.hasTicketOfCaller);
    for (qsizetype i = 0; i < m_same.size(); ++i)
        m_same[i]->setEnabled(can && state.isCall && state.similar.value(i));
    m_takeCategory->setEnabled(can && state.hasCategory);
    m_readArticle->setEnabled(state.hasArticle);
    m_takeArticle->setEnabled(can && state.hasArticle);
    m_answerButton->setPrimary(state.isAnswerShown);
    // Who may not dispatch accepts; the dispatcher goes on from there.
    const bool mayDispatch = m_session.may(Command::Dispatch);
    m_dispatchButton->setVisible(mayDispatch);
    m_dispatchButton->setPrimary(!state.isAnswerShown);
    m_acceptButton->setPrimary(!state.isAnswerShown && !mayDispatch);
    m_dispatch->setEnabled(can && mayDispatch);
    m_notAccept->setEnabled(can && m_session.may(Command::NotAccept));
    m_discard->setEnabled(can && state.canBeDiscarded);
    m_discardButton->setEnabled(m_discard->isEnabled());
    m_letter->setEnabled(!m_session.isReadOnly()
                         && std::ranges::any_of(m_session.codeTables().channels,
                                                [](const Channel &c) { return !c.retired && !c.isPhone; }));
}

} // namespace huiyin
