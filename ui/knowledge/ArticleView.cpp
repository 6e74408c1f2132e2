// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/ArticleView.h"

#include "controls/Panel.h"
#include "controls/Tag.h"
#include "controls/TextScroll.h"
#include "shell/CaseSession.h"
#include "storage/CaseFile.h"
#include "storage/KnowledgeRepository.h"
#include "tickets/HitText.h"
#include "tickets/RunningText.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::ArticleView)
};

} // namespace

Light articleLight(ArticleState state, const std::optional<QDate> &validTo, QDate today)
{
    switch (state) {
    case ArticleState::Valid:
        return {.text = displayName(state), .tone = Tone::Ok};
    case ArticleState::Expiring: {
        const int days = static_cast<int>(today.daysTo(*validTo));
        return {.text = days == 0 ? Text::tr("Expires today") : Text::tr("Expires in %n day(s)", nullptr, days),
                .tone = Tone::Warn};
    }
    case ArticleState::Expired:
        return {.text = displayName(state), .tone = Tone::Bad};
    case ArticleState::Retired:
        break;
    }
    return {.text = displayName(state), .tone = Tone::Neutral};
}

std::optional<WholeArticle> WholeArticle::read(CaseFile &file, ArticleId id)
{
    const KnowledgeRepository knowledge(file.database());
    const auto article = knowledge.byId(id);
    if (!article)
        return std::nullopt;
    return WholeArticle{.article = *article, .use = knowledge.useOf(id)};
}

ArticleView::ArticleView(const CaseSession &session, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_scroll(new TextScroll(this))
    , m_question(runningText("title", this))
    , m_state(new Tag(QString(), Tone::Neutral, this))
    , m_place(textLabel(QString(), "soft", this))
    , m_answer(runningText("", this))
    , m_factsBox(new QWidget(this))
    , m_facts(new QGridLayout(m_factsBox))
{
    m_scroll->setObjectName(name + u".text"_s);
    m_scroll->setAccessibleName(tr("Text of the article"));
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_question->setObjectName(name + u".question"_s);
    m_state->setObjectName(name + u".state"_s);
    m_place->setObjectName(name + u".place"_s);
    m_answer->setObjectName(name + u".answer"_s);
    m_place->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto *inner = new QWidget(m_scroll);
    auto *lines = new QVBoxLayout(inner);
    lines->setContentsMargins(15, 0, 15, 12);
    lines->setSpacing(10);
    lines->addWidget(m_question);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_state);
    row->addWidget(m_place, 1);
    lines->addLayout(row);
    lines->addWidget(m_answer);
    lines->addSpacing(4);
    m_facts->setContentsMargins(0, 0, 0, 0);
    m_facts->setHorizontalSpacing(12);
    m_facts->setVerticalSpacing(4);
    m_facts->setColumnStretch(1, 1);
    lines->addWidget(m_factsBox);
    lines->addStretch();
    m_scroll->setWidget(inner);
    inner->setAutoFillBackground(false); // which the scroll area has just set
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
}

void ArticleView::addFact(const QString &label, const QString &text)
{
    if (text.isEmpty())
        return;
    const int row = m_facts->rowCount();
    QLabel *name = textLabel(label, "label", m_factsBox);
    name->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    QLabel *value = runningText("soft", m_factsBox);
    value->setText(text);
    m_facts->addWidget(name, row, 0);
    m_facts->addWidget(value, row, 1);
}

void ArticleView::showArticle(const WholeArticle &whole, const SearchQuery &query)
{
    const KnowledgeArticle &article = whole.article;
    const QDate today = m_session.today();
    const Light light = articleLight(articleState(article.retired, article.validTo, today), article.validTo, today);
    setHitText(m_question, article.question, query);
    setHitText(m_answer, article.answer, query);
    m_state->setText(light.text);
    m_state->setTone(light.tone);
    const CodeTables &tables = m_session.codeTables();
    QStringList place{pathOf(tables.categories, article.category).replace(u'/', u" / "_s),
                      nameOf(tables.departments, article.department)};
    place.removeAll(QString());
    m_place->setText(place.join(u" · "_s));
    m_place->setToolTip(m_place->text());

    while (QLayoutItem *item = m_facts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const TicketText text(m_session);
    addFact(tr("Ground"), article.ground);
    addFact(tr("Valid until"), article.validTo ? article.validTo->toString(Qt::ISODate) : tr("until further notice"));
    addFact(tr("Keywords"), article.keywords);
    addFact(tr("Last changed"), QStringList{text.time(article.updatedAt), article.updatedBy}.join(u" · "_s));
    addFact(
        tr("Used"),
        whole.use.times == 0
            ? tr("not yet")
            : tr("%n time(s), last on %1", nullptr, static_cast<int>(whole.use.times)).arg(text.time(*whole.use.last)));
    m_scroll->verticalScrollBar()->setValue(0);
}

void ArticleView::focusText()
{
    m_scroll->setFocus(Qt::OtherFocusReason);
}

} // namespace huiyin
