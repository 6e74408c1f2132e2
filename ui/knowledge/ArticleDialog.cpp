// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/ArticleDialog.h"

#include "controls/CodePicker.h"
#include "domain/PersonalText.h"
#include "domain/Text.h"
#include "shell/SecondSave.h"
#include "storage/HistoryRepository.h"
#include "storage/KnowledgeRepository.h"

#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int dialogWidth = 680;
constexpr int answerLines = 10;
constexpr int longestAbout = 40; // characters

} // namespace

ArticleDialog::ArticleDialog(CaseSession &session, const KnowledgeArticle &stored, const KnowledgeArticle &typed,
                             QWidget *parent)
    : EntryDialog(u"knowledge.article"_s, stored.id ? tr("Change the article") : tr("New article"), parent)
    , m_session(session)
    , m_stored(stored)
    , m_question(new QLineEdit(typed.question, this))
    , m_answer(new QPlainTextEdit(typed.answer, this))
    , m_category(new CodePicker(this))
    , m_department(new CodePicker(this))
    , m_keywords(new QLineEdit(typed.keywords, this))
    , m_ground(new QLineEdit(typed.ground, this))
    , m_validTo(new QLineEdit(typed.validTo ? typed.validTo->toString(Qt::ISODate) : QString(), this))
{
    setMinimumWidth(dialogWidth);
    const CodeTables &tables = session.codeTables();
    m_question->setPlaceholderText(tr("As citizens ask it"));
    m_answer->setTabChangesFocus(true);
    m_answer->setPlaceholderText(tr("As it is read out to them"));
    m_answer->setMinimumHeight(m_answer->fontMetrics().lineSpacing() * answerLines + 20);
    m_category->setChoices(choicesOf(tables.categories));
    m_category->choose(typed.category, pathOf(tables.categories, typed.category));
    m_department->setChoices(choicesOf(tables.departments));
    m_department->choose(typed.department, nameOf(tables.departments, typed.department));
    m_keywords->setPlaceholderText(tr("Other words that citizens use for it, parted by semicolons"));
    m_ground->setPlaceholderText(tr("What the answer rests on: a regulation, a notice and its number"));
    m_validTo->setPlaceholderText(tr("Last day, such as 2026-12-31; empty: until further notice"));
    addField(u"question"_s, tr("&Question"), m_question);
    addField(u"answer"_s, tr("Standing &answer"), m_answer);
    addField(u"category"_s, tr("&Category"), m_category);
    addField(u"department"_s, tr("&Department"), m_department);
    addField(u"keywords"_s, tr("&Keywords"), m_keywords);
    addField(u"ground"_s, tr("&Ground of it"), m_ground);
    addField(u"validTo"_s, tr("&Valid until"), m_validTo);
    connect(this, &EntryDialog::submitted, this, &ArticleDialog::save);
    m_start = ArticleDialog::typed();
}

void ArticleDialog::keepWords(const WordsPlace &place)
{
    // What was made of a ticket is nothing that somebody has typed.
    const KnowledgeArticle base = m_keepable ? m_stored : m_start;
    m_words = new KeptWords(
        m_session, place,
        {.typed = [this, base]() -> std::optional<TypedWords> {
             KnowledgeArticle now = typed();
             now.version = base.version;
             if (now == base)
                 return std::nullopt;
             now.version = m_stored.version;
             return wordsOf(now, m_validTo->text());
         },
         .fill = [this](const TypedWords &words) { fill(articleIn(words), words.words[u"validTo"_s].toString()); }},
        addKeptBar(this), this);
    const auto edited = [this] { m_words->edited(); };
    for (QLineEdit *line : {m_question, m_keywords, m_ground, m_validTo})
        connect(line, &QLineEdit::textChanged, m_words, edited);
    connect(m_answer, &QPlainTextEdit::textChanged, m_words, edited);
    for (CodePicker *picker : {m_category, m_department})
        connect(picker, &CodePicker::valueChosen, m_words, edited);
    connect(this, &QDialog::accepted, m_words, &KeptWords::end);
}

// On the version that it was written on: what others have changed since is told when it is saved.
void ArticleDialog::fill(const KnowledgeArticle &article, const QString &validTo)
{
    const CodeTables &tables = m_session.codeTables();
    m_stored.version = article.version;
    m_question->setText(article.question);
    m_answer->setPlainText(article.answer);
    m_keywords->setText(article.keywords);
    m_ground->setText(article.ground);
    m_validTo->setText(validTo);
    m_category->choose(article.category, pathOf(tables.categories, article.category));
    m_department->choose(article.department, nameOf(tables.departments, article.department));
}

Outcome<SavedArticles> ArticleDialog::give(CaseBook &book, const std::optional<WordsPlace> &place,
                                           const KnowledgeArticle &article)
{
    return giveWithWords(book, place, [&article](CaseBook &asked) { return asked.saveArticle(article); });
}

void ArticleDialog::inVain()
{
    setBusy(false);
    if (m_words)
        m_words->release();
}

void ArticleDialog::setCitizen(const Ticket &ticket)
{
    constexpr qsizetype tellsSomething = 2; // characters; a surname alone stands in too many words
    for (const QString &text : {ticket.requester, ticket.phone, ticket.address}) {
        const QString words = text.trimmed();
        // 李先生 and 王女士 say too little to look for.
        if (words.size() >= tellsSomething && !(words == ticket.requester.trimmed() && maskedName(words) == words))
            m_personal.append(words);
    }
    addRemark(tr("Everybody in the office reads this. Take out names, addresses and whatever else tells who asked; "
                 "telephone and identity numbers were starred."));
}

KnowledgeArticle ArticleDialog::typed() const
{
    KnowledgeArticle article = m_stored;
    article.question = m_question->text();
    article.answer = m_answer->toPlainText();
    article.keywords = m_keywords->text();
    article.ground = m_ground->text();
    article.category = m_category->chosen<CategoryId>();
    article.department = m_department->chosen<DepartmentId>();
    const auto day = parseWallTime(halfWidth(m_validTo->text()));
    article.validTo = day && !day->hasTime ? std::optional(day->date) : std::nullopt;
    return article;
}

std::optional<Refusal> ArticleDialog::fault() const
{
    const KnowledgeArticle article = typed();
    if (!article.validTo && !m_validTo->text().trimmed().isEmpty())
        return Refusal{tr("This is not a date. Write it as 2026-12-31."), u"validTo"_s};
    if (m_personal.isEmpty())
        return std::nullopt;
    for (const auto &[text, field] :
         {std::pair(article.question, u"question"_s), std::pair(article.answer, u"answer"_s),
          std::pair(article.keywords, u"keywords"_s), std::pair(article.ground, u"ground"_s)}) {
        for (const QString &personal : m_personal) {
            if (text.contains(personal))
                return Refusal{tr("“%1” tells who asked. Take it out.").arg(personal), field};
        }
        if (maskedText(text) != text)
            return Refusal{tr("There is a telephone or identity number in the text. Take it out."), field};
    }
    return std::nullopt;
}

std::optional<KnowledgeArticle> ArticleDialog::unsaved() const
{
    const KnowledgeArticle now = typed();
    return now == m_stored ? std::nullopt : std::optional(now);
}

void ArticleDialog::save()
{
    if (const auto refusal = fault()) {
        showRefusal(*refusal);
        return;
    }
    setBusy(true);
    if (m_words)
        m_words->hold();
    m_session.command(
        this, [article = typed(), place = place()](CaseBook &book) { return give(book, place, article); },
        [this](const SavedArticles &done) {
            Q_EMIT saved(done.ids.first());
            accept();
        },
        [this, article = typed()](const Refusal &refusal) {
            if (refusal.kind == Refusal::Kind::Outdated) {
                compare(article);
                return;
            }
            inVain();
            showRefusal(refusal);
        },
        [this] { inVain(); });
}

std::optional<WordsPlace> ArticleDialog::place() const
{
    return m_words ? std::optional(m_words->place()) : std::nullopt;
}

// Somebody else was first: the editor chooses field by field.
void ArticleDialog::compare(const KnowledgeArticle &mine)
{
    using Save = SecondSave<KnowledgeArticle, SavedArticles>;
    auto how = std::make_shared<Save>();
    how->name = objectName() + u".compare";
    how->about = tr("The article “%1”").arg(shortened(m_stored.question, longestAbout));
    how->fields = articleFields();
    how->label = [this](const QString &field) { return labelOf(field); };
    how->text = [tables = m_session.codeTables()](const KnowledgeArticle &article, const QString &field) -> QString {
        if (field == u"question")
            return article.question;
        if (field == u"answer")
            return article.answer;
        if (field == u"category")
            return pathOf(tables.categories, article.category);
        if (field == u"department")
            return nameOf(tables.departments, article.department);
        if (field == u"keywords")
            return article.keywords;
        if (field == u"ground")
            return article.ground;
        return article.validTo ? article.validTo->toString(Qt::ISODate) : QString();
    };
    how->read = [base = m_stored](CaseFile &file) -> std::optional<Save::Present> {
        const auto stored = KnowledgeRepository(file.database()).byId(*base.id);
        if (!stored)
            return std::nullopt;
        const auto events = HistoryRepository(file.database()).of(u"knowledge_article"_s, base.id->value());
        return Save::Present{.value = *stored,
                             .events = events,
                             .remark = stored->retired && !base.retired ? tr(
                                           "It was retired meanwhile; saved, it stays so until somebody restores it.")
                                                                        : QString()};
    };
    how->give = [place = place()](CaseBook &book, const KnowledgeArticle &article) {
        return give(book, place, article);
    };
    how->done = [this](const SavedArticles &done) {
        Q_EMIT saved(done.ids.first());
        accept();
    };
    how->ended = [this](const Refusal &refusal) {
        inVain();
        showRefusal(refusal);
    };
    saveSecond(m_session, this, SecondSavePtr<KnowledgeArticle, SavedArticles>(how), m_stored, mine);
}

void ArticleDialog::reject()
{
    if (!unsaved()) {
        if (m_words)
            m_words->dropTyped();
        Q_EMIT dropped();
        QDialog::reject();
        return;
    }
    if (typed() == m_start) { // as it was handed over, nobody has written anything
        QDialog::reject();
        return;
    }
    UserQuestion question{
        .message = {.level = Message::Level::Warning, .what = tr("What you have written is not saved.")},
        .answers = {tr("Throw away"), tr("Go on writing")},
        .standard = 0,
        .destructive = true};
    if (m_keepable) {
        question.message.state = tr("Kept for later, it is in the form again when you open it.");
        question.answers.prepend(tr("Keep for later"));
        question.destructive = false;
    }
    m_session.messages().ask(this, question, [this](int answer) {
        const int choice = m_keepable ? answer : answer + 1;
        if (choice == 2)
            return;
        if (choice == 0) {
            Q_EMIT kept(typed());
        } else {
            if (m_words)
                m_words->dropTyped();
            Q_EMIT dropped();
        }
        QDialog::reject();
    });
}

TypedWords wordsOf(const KnowledgeArticle &article, const QString &validTo)
{
    TypedWords typed{.words = {{u"question"_s, article.question},
                               {u"answer"_s, article.answer},
                               {u"keywords"_s, article.keywords},
                               {u"ground"_s, article.ground},
                               {u"validTo"_s, validTo}},
                     .choices = {{u"version"_s, article.version}}};
    if (article.id)
        typed.choices.insert(u"article"_s, article.id->value());
    if (article.category)
        typed.choices.insert(u"category"_s, article.category->value());
    if (article.department)
        typed.choices.insert(u"department"_s, article.department->value());
    return typed;
}

KnowledgeArticle articleIn(const TypedWords &typed)
{
    const QJsonObject &words = typed.words;
    const auto id = [&typed]<class T>(const QString &name, std::optional<T> &to) {
        if (typed.choices.contains(name))
            to = T(typed.choices[name].toInteger());
    };
    KnowledgeArticle article{.question = words[u"question"].toString(),
                             .answer = words[u"answer"].toString(),
                             .keywords = words[u"keywords"].toString(),
                             .ground = words[u"ground"].toString(),
                             .version = typed.choices[u"version"].toInteger()};
    id(u"article"_s, article.id);
    id(u"category"_s, article.category);
    id(u"department"_s, article.department);
    const auto day = parseWallTime(halfWidth(words[u"validTo"].toString()));
    if (day && !day->hasTime)
        article.validTo = day->date;
    return article;
}

void makeArticle(CaseSession &session, const Ticket &ticket, const QString &answer, QWidget *parent)
{
    const KnowledgeArticle article{.question = maskedText(ticket.title, citizenOf(ticket)),
                                   .answer = maskedText(answer, citizenOf(ticket)),
                                   .category = ticket.category};
    auto *dialog = new ArticleDialog(session, KnowledgeArticle(), article, parent);
    dialog->setCitizen(ticket);
    if (ticket.id)
        dialog->keepWords(WordsPlace::of(Command::ManageKnowledge, *ticket.id));
    dialog->open();
}

} // namespace huiyin
