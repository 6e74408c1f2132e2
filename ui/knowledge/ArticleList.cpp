// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/ArticleList.h"

#include "controls/CodePicker.h"
#include "controls/EmptyState.h"
#include "controls/NoticeBar.h"
#include "controls/SegmentedButtons.h"
#include "controls/TableLook.h"
#include "controls/Tag.h"
#include "knowledge/ArticleView.h"
#include "shell/CaseSession.h"
#include "shell/ClipboardGuard.h"
#include "shell/Icon.h"
#include "tickets/HitText.h"

#include <QAbstractTableModel>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <numeric>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int pauseAfterTyping = 200;        // ms
constexpr int allStates = articleStateCount; // beside the states themselves

} // namespace

// What was found: the question and the word for its state.
class ArticleModel final : public QAbstractTableModel
{
    Q_DECLARE_TR_FUNCTIONS(ArticleList)

public:
    explicit ArticleModel(const CaseSession &session, QObject *parent)
        : QAbstractTableModel(parent)
        , m_session(session)
    {
    }

    void set(const QList<FoundArticle> &articles)
    {
        beginResetModel();
        m_articles = articles;
        m_today = m_session.today();
        endResetModel();
    }
    [[nodiscard]] std::optional<ArticleId> at(const QModelIndex &index) const
    {
        return index.isValid() ? std::optional(m_articles[index.row()].id) : std::nullopt;
    }
    [[nodiscard]] QModelIndex indexOf(std::optional<ArticleId> id) const
    {
        for (qsizetype row = 0; row < m_articles.size(); ++row) {
            if (m_articles[row].id == id)
                return index(static_cast<int>(row), 0);
        }
        return {};
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_articles.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 2; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        const FoundArticle &article = m_articles[index.row()];
        if (index.column() == 0) {
            if (role == Qt::ToolTipRole) {
                QStringList lines{article.question, pathOf(m_session.codeTables().categories, article.category),
                                  nameOf(m_session.codeTables().departments, article.department)};
                lines.removeAll(QString());
                return plainToolTip(lines.join(u'\n'));
            }
            return role == Qt::DisplayRole ? QVariant(article.question) : QVariant();
        }
        const Light light = articleLight(article.state, article.validTo, m_today);
        if (role == TagDelegate::ToneRole)
            return static_cast<int>(light.tone);
        return role == Qt::DisplayRole ? QVariant(light.text) : QVariant();
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
            return {};
        return section == 0 ? tr("Question") : tr("State");
    }

private:
    const CaseSession &m_session;
    QList<FoundArticle> m_articles;
    QDate m_today;
};

ArticleList::ArticleList(CaseSession &session, NoticeBar *above, QWidget *parent)
    : Panel(tr("Articles"), parent)
    , m_session(session)
    , m_search(new QLineEdit(this))
    , m_category(new CodePicker(this))
    , m_department(new CodePicker(this))
    , m_state(new SegmentedButtons(this))
    , m_lists(new QStackedWidget) // joins last: Tab comes to it after the filters
    , m_table(new QTreeView(m_lists))
    , m_empty(new EmptyState(u"book-open"_s, QString(), QString(), m_lists))
    , m_model(new ArticleModel(session, this))
    , m_hits(new HitDelegate(this))
{
    m_search->setObjectName(u"knowledge.search"_s);
    m_search->setAccessibleName(tr("Words to look for"));
    m_search->setPlaceholderText(tr("Words of the question or the answer"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(u"search"_s, ColourRole::TextWeak), QLineEdit::LeadingPosition);
    m_category->setObjectName(u"knowledge.category"_s);
    m_category->setAccessibleName(tr("Category"));
    m_category->setPlaceholderText(tr("All categories"));
    m_department->setObjectName(u"knowledge.department"_s);
    m_department->setAccessibleName(tr("Department"));
    m_department->setPlaceholderText(tr("All departments"));
    m_state->setObjectName(u"knowledge.state"_s);
    m_state->setAccessibleName(tr("State"));
    m_state->addOption(tr("All"), allStates, u"knowledge.state.all"_s);
    for (const auto &entry : codeTable<ArticleState>())
        m_state->addOption(displayName(entry.value), static_cast<int>(entry.value),
                           u"knowledge.state."_s + QString::fromLatin1(entry.code));
    m_state->setValue(allStates);
    m_table->setObjectName(u"knowledge.table"_s);
    m_table->setAccessibleName(tr("Articles"));
    m_table->setModel(m_model);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    setUpTree(m_table);
    m_table->setItemDelegateForColumn(0, m_hits);
    m_table->setItemDelegateForColumn(1, new TagDelegate(m_table));
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->header()->setSectionResizeMode(1, QHeaderView::Fixed);
    const int widestTag =
        Tag::sizeFor(articleLight(ArticleState::Expiring, QDate(2000, 1, 31), QDate(2000, 1, 1)).text).width();
    m_table->header()->resizeSection(1, widestTag + 24);
    m_lists->addWidget(m_table);
    m_lists->addWidget(m_empty);

    auto *tools = new QVBoxLayout;
    tools->setContentsMargins(15, 0, 15, 2);
    tools->setSpacing(8);
    tools->addWidget(m_search);
    auto *pickers = new QHBoxLayout;
    pickers->setSpacing(8);
    pickers->addWidget(m_category, 1);
    pickers->addWidget(m_department, 1);
    tools->addLayout(pickers);
    auto *states = new QHBoxLayout;
    states->addWidget(m_state);
    states->addStretch();
    tools->addLayout(states);
    setFlush(true);
    auto *aboveRow = new QVBoxLayout;
    aboveRow->setContentsMargins(15, 0, 15, 0);
    aboveRow->addWidget(above);
    Panel::body()->addLayout(aboveRow);
    Panel::body()->addLayout(tools);
    Panel::body()->addWidget(m_lists, 1);

    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseAfterTyping);
    connect(&m_pause, &QTimer::timeout, this, &ArticleList::look);
    connect(m_search, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_table->setFocus(); });
    connect(m_category, &CodePicker::valueChosen, this, &ArticleList::look);
    connect(m_department, &CodePicker::valueChosen, this, &ArticleList::look);
    connect(m_state, &SegmentedButtons::valueChosen, this, &ArticleList::look);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ArticleList::chosenChanged);
    connect(m_table, &QTreeView::activated, this, &ArticleList::opened);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_anyCondition)
            clearFilter();
        else
            Q_EMIT newRequested();
    });
    connect(&m_session, &CaseSession::codeTablesChanged, this, &ArticleList::fillChoices);
    connect(&m_session, &CaseSession::changed, this, [this](const Changes &changes) {
        if (changes.knowledge || changes.everything || changes.codeTables || changes.office)
            look();
    });
    fillChoices();
}

std::optional<ArticleId> ArticleList::chosen() const
{
    return m_model->at(m_table->currentIndex());
}

SearchQuery ArticleList::query() const
{
    return SearchQuery(m_search->text());
}

void ArticleList::choose(ArticleId article)
{
    m_wanted = article;
    look();
}

void ArticleList::focusSearch(bool selectAll)
{
    m_search->setFocus(selectAll ? Qt::ShortcutFocusReason : Qt::OtherFocusReason);
    if (selectAll)
        m_search->selectAll();
}

// The arrows move through the list while words are typed.
bool ArticleList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_PageDown || key == Qt::Key_PageUp) {
            QCoreApplication::sendEvent(m_table, event);
            return true;
        }
    }
    return Panel::eventFilter(watched, event);
}

void ArticleList::fillChoices()
{
    const CodeTables &tables = m_session.codeTables();
    m_category->setChoices(choicesOf(tables.categories));
    m_department->setChoices(choicesOf(tables.departments));
}

ArticleFilter ArticleList::filter() const
{
    ArticleFilter filter{.query = SearchQuery(m_search->text()),
                         .category = m_category->chosen<CategoryId>(),
                         .department = m_department->chosen<DepartmentId>()};
    if (const int state = m_state->value().value_or(allStates); state != allStates)
        filter.state = static_cast<ArticleState>(state);
    return filter;
}

void ArticleList::look()
{
    m_pause.stop();
    m_looking.cancel();
    const ArticleFilter asked = filter();
    m_looking = m_session.read(
        this,
        [asked, tables = m_session.codeTables(), today = m_session.today()](CaseFile &file) {
            return findArticles(file, asked, tables, today);
        },
        [this, asked](const FoundArticles &found) {
            m_hits->setQuery(asked.query);
            m_anyCondition = !asked.query.isEmpty() || asked.category || asked.department || asked.state;
            showFound(found);
        });
}

void ArticleList::showFound(const FoundArticles &found)
{
    const std::optional<ArticleId> before = m_wanted ? m_wanted : m_model->at(m_table->currentIndex());
    m_wanted.reset();
    m_model->set(found.articles);
    const QLocale locale;
    const auto option = [&](int value, const QString &text, qsizetype count) {
        m_state->setOptionText(
            value, tr("%1 %2", "state of articles and how many are in it").arg(text, locale.toString(count)));
    };
    const auto retired = static_cast<size_t>(ArticleState::Retired);
    option(allStates, tr("All"),
           std::accumulate(found.counts.begin(), found.counts.end(), qsizetype{0}) - found.counts[retired]);
    for (const auto &entry : codeTable<ArticleState>())
        option(static_cast<int>(entry.value), displayName(entry.value), found.counts[static_cast<size_t>(entry.value)]);
    setTrailingText(tr("%n article(s)", nullptr, static_cast<int>(found.articles.size())));
    m_lists->setCurrentIndex(found.articles.isEmpty() ? 1 : 0);
    if (found.articles.isEmpty())
        showNothing(found);
    QModelIndex chosen = m_model->indexOf(before);
    if (!chosen.isValid() && m_model->rowCount() > 0)
        chosen = m_model->index(0, 0);
    m_table->setCurrentIndex(chosen);
    if (chosen.isValid())
        m_table->scrollTo(chosen);
    Q_EMIT chosenChanged();
}

void ArticleList::showNothing(const FoundArticles &found)
{
    if (found.inFile == 0 || !m_anyCondition) {
        m_empty->setTexts(tr("No articles yet"),
                          m_session.may(Command::ManageKnowledge)
                              ? tr("Half of the calls are questions with a standing answer. Write the first one down, "
                                   "or import a table of them (Ctrl+I).")
                              : tr("The editor or the supervisor writes down here what citizens ask again and again."));
        m_empty->setAction(m_session.may(Command::ManageKnowledge) ? tr("Write the first…") : QString());
        return;
    }
    m_empty->setTexts(tr("No article fits"), tr("Other words, or fewer conditions, find more."));
    m_empty->setAction(tr("Show all"));
}

void ArticleList::clearFilter()
{
    m_search->clear();
    m_category->setValue(std::nullopt);
    m_department->setValue(std::nullopt);
    m_state->setValue(allStates);
    look();
    m_search->setFocus();
}

} // namespace huiyin
