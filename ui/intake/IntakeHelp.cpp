// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/IntakeHelp.h"

#include "controls/ActionButton.h"
#include "intake/ArticlePanel.h"
#include "intake/ArticleReader.h"
#include "intake/CallerHistory.h"
#include "intake/SimilarPanel.h"
#include "intake/SuggestionPanel.h"
#include "storage/KnowledgeRepository.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

IntakeHelp::IntakeHelp(CaseSession &session, QAction *repeat, QAction *takeArticle, QWidget *form, QWidget *parent)
    : QStackedWidget(parent)
    , m_session(session)
    , m_repeat(repeat)
    , m_form(form)
    , m_articles(new ArticlePanel(session, this))
    , m_similar(new SimilarPanel(session, this))
    , m_history(new CallerHistory(session, this))
    , m_suggestions(new SuggestionPanel(this))
    , m_repeatButton(new ActionButton(tr("Same matter as the chosen ticket"), {}, ActionButton::Look::Plain, this))
    , m_reader(new ArticleReader(session, takeArticle, this))
{
    setObjectName(u"intake.help"_s);
    m_repeatButton->setObjectName(u"intake.repeat"_s);
    m_repeatButton->showKey(repeat->shortcut());
    m_repeatButton->setToolTip(tr("Ends the call as a repeat of that ticket; nothing new is opened"));
    connect(m_repeatButton, &QPushButton::clicked, repeat, &QAction::trigger);
    auto *repeatRow = new QHBoxLayout;
    repeatRow->addWidget(m_repeatButton);
    repeatRow->addStretch();
    m_history->body()->addLayout(repeatRow);
    m_history->setMinimumWidth(200);

    auto *all = new QWidget(this);
    auto *column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_articles);
    column->addWidget(m_similar, 1);
    column->addWidget(m_history, 1);
    column->addWidget(m_suggestions);
    addWidget(all);
    addWidget(m_reader);

    connect(m_history, &CallerHistory::ticketRequested, this, &IntakeHelp::ticketRequested);
    connect(m_history, &CallerHistory::chosenChanged, this, &IntakeHelp::changed);
    connect(m_similar, &SimilarPanel::ticketRequested, this, &IntakeHelp::ticketRequested);
    connect(m_similar, &SimilarPanel::found, this, [this](const SimilarMatters &similar) {
        m_suggestions->showSuggestions(similar, m_session.codeTables());
        Q_EMIT changed();
    });
    connect(m_articles, &ArticlePanel::articleRequested, this, [this](ArticleId id) { read(id); });
    connect(m_articles, &ArticlePanel::found, this, &IntakeHelp::changed);
    connect(m_reader, &ArticleReader::left, this, &IntakeHelp::leaveArticle);
    connect(m_suggestions, &SuggestionPanel::categoryTaken, this, &IntakeHelp::categoryTaken);
    connect(m_suggestions, &SuggestionPanel::departmentTaken, this, &IntakeHelp::departmentTaken);
}

void IntakeHelp::showMatter(const IntakeRequest &request, std::optional<TicketId> self)
{
    m_similar->showMatter({.phone = request.phone,
                           .address = request.address,
                           .title = request.title,
                           .content = request.content,
                           .area = request.area,
                           .self = self});
    m_articles->showQuestion({.title = request.title, .content = request.content, .category = request.category});
}

void IntakeHelp::setSelf(TicketId draft)
{
    m_similar->setSelf(draft);
}

void IntakeHelp::showPhone(const QString &phone)
{
    m_history->showPhone(phone);
}

void IntakeHelp::clear()
{
    leaveArticle();
    m_suggestions->showSuggestions({}, m_session.codeTables());
}

std::optional<TicketId> IntakeHelp::similarTicket(qsizetype row) const
{
    return m_similar->ticketAt(row);
}

std::optional<TicketId> IntakeHelp::ticketOfCaller() const
{
    return m_history->chosen();
}

std::optional<CategoryId> IntakeHelp::suggestedCategory() const
{
    return m_suggestions->firstCategory();
}

std::optional<DepartmentId> IntakeHelp::suggestedDepartment() const
{
    return m_suggestions->firstDepartment();
}

bool IntakeHelp::hasArticle() const
{
    return m_reader->article() || m_articles->chosen();
}

void IntakeHelp::readArticle()
{
    const std::optional<KnowledgeArticle> &shown = m_reader->article();
    read(shown ? m_articles->after(*shown->id) : m_articles->chosen());
}

void IntakeHelp::read(std::optional<ArticleId> article)
{
    if (!article)
        return;
    m_reading.cancel();
    m_reading = m_session.read(
        this, [id = *article](CaseFile &file) { return WholeArticle::read(file, id); },
        [this](const std::optional<WholeArticle> &whole) {
            if (!whole)
                return;
            if (!m_reader->article())
                m_beforeReading = m_form->focusWidget();
            m_articles->mark(*whole->article.id);
            m_reader->showArticle(*whole);
            // The typing goes on; who was in the list of articles goes on in the article.
            if (QWidget *focus = QApplication::focusWidget(); currentIndex() == 0 && isAncestorOf(focus)) {
                setCurrentWidget(m_reader);
                m_reader->setFocus();
            }
            setCurrentWidget(m_reader);
            Q_EMIT changed();
        });
}

void IntakeHelp::leaveArticle()
{
    m_reading.cancel();
    if (!m_reader->article())
        return;
    const bool wasHere = m_reader->isAncestorOf(QApplication::focusWidget());
    m_reader->clear();
    setCurrentIndex(0);
    if (wasHere && m_beforeReading)
        m_beforeReading->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

void IntakeHelp::takeArticle()
{
    if (m_reader->article()) {
        Q_EMIT articleTaken(*m_reader->article());
        return;
    }
    const auto id = m_articles->chosen();
    if (!id)
        return;
    // Whatever brings another matter to the front cancels it.
    m_reading.cancel();
    m_reading = m_session.read(
        this, [id = *id](CaseFile &file) { return KnowledgeRepository(file.database()).byId(id); },
        [this](const std::optional<KnowledgeArticle> &article) {
            if (article)
                Q_EMIT articleTaken(*article);
        });
}

void IntakeHelp::showRepeat()
{
    m_repeatButton->setEnabled(m_repeat->isEnabled());
    m_repeatButton->setVisible(m_history->ticketCount() > 0);
    m_repeatButton->setText(m_repeat->isEnabled() ? tr("Same matter as %1").arg(m_history->chosenNumber())
                                                  : tr("Same matter as the chosen ticket"));
}

void IntakeHelp::focusHistory()
{
    m_history->focusList();
}

void IntakeHelp::focusSimilar()
{
    m_similar->focusList();
}

} // namespace huiyin
