// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/KnowledgePage.h"

#include "controls/ActionButton.h"
#include "controls/CodePicker.h"
#include "controls/EmptyState.h"
#include "controls/NoticeBar.h"
#include "controls/Panel.h"
#include "controls/SegmentedButtons.h"
#include "controls/TableLook.h"
#include "controls/Tag.h"
#include "knowledge/ArticleDialog.h"
#include "shell/ClipboardGuard.h"
#include "shell/FileSaver.h"
#include "shell/Icon.h"
#include "shell/Settings.h"
#include "storage/KnowledgeRepository.h"
#include "tickets/HitText.h"

#include <QAbstractTableModel>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <numeric>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int pauseAfterTyping = 200;        // ms
constexpr int allStates = articleStateCount; // beside the states themselves
constexpr qsizetype faultsTold = 500;

} // namespace

// What was found: the question and the word for its state.
class ArticleModel final : public QAbstractTableModel
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::KnowledgePage)

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

KnowledgePage::KnowledgePage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_topBar(new QWidget(this))
    , m_search(new QLineEdit(this))
    , m_category(new CodePicker(this))
    , m_department(new CodePicker(this))
    , m_state(new SegmentedButtons(this))
    , m_lists(new QStackedWidget(this))
    , m_table(new QTreeView(this))
    , m_empty(new EmptyState(u"book-open"_s, QString(), QString(), this))
    , m_model(new ArticleModel(session(), this))
    , m_hits(new HitDelegate(this))
    , m_articles(new QStackedWidget(this))
    , m_view(new ArticleView(session(), u"knowledge.view"_s, this))
    , m_notice(new NoticeBar(this))
    , m_keptBar(new NoticeBar(this))
    , m_saver(new FileSaver(context, this))
{
    setObjectName(u"knowledge"_s);
    setCopiesLasting(this);
    buildActions();
    buildTopBar();
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(u"knowledge.splitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(12);
    splitter->addWidget(buildList());
    splitter->addWidget(buildArticle());
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({560, 560});
    rememberSplitter(splitter, u"knowledge.splitter"_s);
    auto *layout = pageLayout(new QVBoxLayout(this));
    layout->addWidget(splitter);

    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseAfterTyping);
    connect(&m_pause, &QTimer::timeout, this, &KnowledgePage::look);
    connect(m_search, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_table->setFocus(); });
    connect(m_category, &CodePicker::valueChosen, this, &KnowledgePage::look);
    connect(m_department, &CodePicker::valueChosen, this, &KnowledgePage::look);
    connect(m_state, &SegmentedButtons::valueChosen, this, &KnowledgePage::look);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &KnowledgePage::showChosen);
    connect(m_table, &QTreeView::activated, m_view, &ArticleView::focusText);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_anyCondition)
            clearFilter();
        else
            m_new->trigger();
    });
    connect(m_saver, &FileSaver::written, this, [this](const QString &path) {
        m_notice->showNotice(Tone::Ok, tr("Written to %1. Retired articles are left out.").arg(path));
    });
    connect(&session(), &CaseSession::codeTablesChanged, this, &KnowledgePage::fillChoices);
    connect(&session(), &CaseSession::changed, this, [this](const Changes &changes) {
        if (changes.knowledge || changes.everything || changes.codeTables || changes.office)
            look();
    });
    connect(&session(), &CaseSession::userChanged, this, &KnowledgePage::showState);
    fillChoices();
    showState();
}

KnowledgePage::~KnowledgePage() = default;

void KnowledgePage::buildActions()
{
    const auto add = [this](const QString &name, const QString &text, const QKeySequence &key, auto act) {
        auto *action = new QAction(text, this);
        action->setObjectName(u"knowledge."_s + name);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
        m_topBar->addAction(action); // it stands outside of the page
        m_actions.append(action);
        return action;
    };
    m_new =
        add(u"newAction"_s, tr("&New article…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), [this] { write({}); });
    m_edit = add(u"editAction"_s, tr("&Edit…"), QKeySequence(Qt::CTRL | Qt::Key_Return), [this] {
        if (m_shown)
            write(m_shown->article);
    });
    m_copy = add(u"copyAction"_s, tr("&Copy the answer"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
                 [this] { copyAnswer(); });
    m_retire = add(u"retireAction"_s, tr("&Retire"), {}, [this] { toggleRetired(); });
    m_import = add(u"importAction"_s, tr("&Import…"), QKeySequence(Qt::CTRL | Qt::Key_I), [this] { chooseImport(); });
    m_export = add(u"exportAction"_s, tr("E&xport…"), QKeySequence(Qt::CTRL | Qt::Key_E), [this] { exportAll(); });
    add(u"findAction"_s, tr("&Find in the list"), QKeySequence(QKeySequence::Find), [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
}

void KnowledgePage::buildTopBar()
{
    m_topBar->setObjectName(u"knowledge.tools"_s);
    m_topBar->hide(); // until the top bar takes it
    auto *row = new QHBoxLayout(m_topBar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    const auto button = [&](QAction *action, const QString &name, const QString &text, const QString &icon,
                            ActionButton::Look look) {
        auto *made = new ActionButton(text, {}, look, m_topBar);
        made->setObjectName(u"knowledge."_s + name);
        made->setIcon(themedIcon(icon, look == ActionButton::Look::Primary ? ColourRole::OnAccent : ColourRole::Text));
        made->setToolTip(action->shortcut().toString(QKeySequence::NativeText));
        connect(made, &QPushButton::clicked, action, &QAction::trigger);
        const auto follow = [made, action] {
            made->setEnabled(action->isEnabled());
            made->setVisible(action->isVisible());
        };
        connect(action, &QAction::changed, made, follow);
        row->addWidget(made);
    };
    button(m_new, u"new"_s, tr("New article…"), u"plus"_s, ActionButton::Look::Plain);
    button(m_import, u"import"_s, tr("Import…"), u"upload"_s, ActionButton::Look::Plain);
    button(m_export, u"export"_s, tr("Export…"), u"download"_s, ActionButton::Look::Plain);
    row->addStretch();
}

QWidget *KnowledgePage::buildList()
{
    m_listPanel = new Panel(tr("Articles"), this);
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
    m_listPanel->setFlush(true);
    m_keptBar->setObjectName(u"knowledge.kept"_s);
    auto *keptRow = new QVBoxLayout;
    keptRow->setContentsMargins(15, 0, 15, 0);
    keptRow->addWidget(m_keptBar);
    m_listPanel->body()->addLayout(keptRow);
    m_listPanel->body()->addLayout(tools);
    m_listPanel->body()->addWidget(m_lists, 1);
    return m_listPanel;
}

QWidget *KnowledgePage::buildArticle()
{
    auto *panel = new Panel(QString(), this);
    panel->setObjectName(u"knowledge.article"_s);
    panel->setAccessibleName(tr("The chosen article"));
    panel->setMinimumWidth(360);
    m_notice->setObjectName(u"knowledge.notice"_s);
    auto *page = new QWidget(m_articles);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(15, 8, 15, 0);
    foot->setSpacing(8);
    m_copyButton = new ActionButton(tr("Copy the answer"), {}, ActionButton::Look::Plain, page);
    m_copyButton->setObjectName(u"knowledge.copy"_s);
    m_copyButton->setToolTip(m_copy->shortcut().toString(QKeySequence::NativeText));
    m_editButton = new ActionButton(tr("Edit…"), {}, ActionButton::Look::Plain, page);
    m_editButton->setObjectName(u"knowledge.edit"_s);
    m_editButton->setToolTip(m_edit->shortcut().toString(QKeySequence::NativeText));
    m_retireButton = new QPushButton(page);
    m_retireButton->setObjectName(u"knowledge.retire"_s);
    m_retireButton->setAutoDefault(false);
    setLook(m_retireButton, "link");
    connect(m_copyButton, &QPushButton::clicked, m_copy, &QAction::trigger);
    connect(m_editButton, &QPushButton::clicked, m_edit, &QAction::trigger);
    connect(m_retireButton, &QPushButton::clicked, m_retire, &QAction::trigger);
    auto *lines = new QVBoxLayout(page);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    lines->addWidget(m_view, 1);
    foot->addWidget(m_copyButton);
    foot->addWidget(m_editButton);
    foot->addStretch();
    foot->addWidget(m_retireButton);
    lines->addLayout(foot);
    m_articles->addWidget(new EmptyState(u"book-open"_s, tr("No article chosen"),
                                         tr("Choose one in the list; Enter brings you to its text."), m_articles));
    m_articles->addWidget(page);
    auto *noticeRow = new QVBoxLayout;
    noticeRow->setContentsMargins(15, 0, 15, 0);
    noticeRow->addWidget(m_notice);
    panel->body()->setContentsMargins(0, 13, 0, 13);
    panel->body()->addLayout(noticeRow);
    panel->body()->addWidget(m_articles, 1);
    return panel;
}

QWidget *KnowledgePage::topBarWidget()
{
    return m_topBar;
}

QList<QAction *> KnowledgePage::menuActions() const
{
    return m_actions;
}

void KnowledgePage::activated()
{
    look(); // the day may be another one
    m_search->setFocus(Qt::OtherFocusReason);
}

void KnowledgePage::leave(const std::function<void(bool)> &answer)
{
    if (m_kept.empty()) {
        answer(true);
        return;
    }
    Q_EMIT pageRequested(u"knowledge"_s);
    messages().ask(this,
                   {.message = {.level = Message::Level::Warning,
                                .what = tr("%n article(s) you have written on were not saved.", nullptr,
                                           static_cast<int>(m_kept.size()))},
                    .answers = {tr("Close without them"), tr("Go back")},
                    .standard = 0,
                    .destructive = true},
                   [answer](int chosen) { answer(chosen == 0); });
}

// The screen is locked, and dialogs go: what is typed is in the form again when it is opened.
bool KnowledgePage::keep()
{
    if (!m_dialog)
        return false;
    if (const auto typed = m_dialog->unsaved())
        keepForLater(*typed);
    return false; // no calls
}

// The arrows move through the list while words are typed.
bool KnowledgePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_PageDown || key == Qt::Key_PageUp) {
            QCoreApplication::sendEvent(m_table, event);
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

void KnowledgePage::fillChoices()
{
    const CodeTables &tables = session().codeTables();
    m_category->setChoices(choicesOf(tables.categories));
    m_department->setChoices(choicesOf(tables.departments));
}

// ---- The list

ArticleFilter KnowledgePage::filter() const
{
    ArticleFilter filter{.query = SearchQuery(m_search->text()),
                         .category = m_category->chosen<CategoryId>(),
                         .department = m_department->chosen<DepartmentId>()};
    if (const int state = m_state->value().value_or(allStates); state != allStates)
        filter.state = static_cast<ArticleState>(state);
    return filter;
}

void KnowledgePage::look()
{
    m_pause.stop();
    m_looking.cancel();
    const ArticleFilter asked = filter();
    m_looking = session().read(
        this,
        [asked, tables = session().codeTables(), today = session().today()](CaseFile &file) {
            return findArticles(file, asked, tables, today);
        },
        [this, asked](const FoundArticles &found) {
            m_hits->setQuery(asked.query);
            m_anyCondition = !asked.query.isEmpty() || asked.category || asked.department || asked.state;
            showFound(found);
        });
}

void KnowledgePage::showFound(const FoundArticles &found)
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
    m_listPanel->setTrailingText(tr("%n article(s)", nullptr, static_cast<int>(found.articles.size())));
    m_lists->setCurrentIndex(found.articles.isEmpty() ? 1 : 0);
    if (found.articles.isEmpty())
        showNothing(found);
    QModelIndex chosen = m_model->indexOf(before);
    if (!chosen.isValid() && m_model->rowCount() > 0)
        chosen = m_model->index(0, 0);
    m_table->setCurrentIndex(chosen);
    if (chosen.isValid())
        m_table->scrollTo(chosen);
    showChosen();
}

void KnowledgePage::showNothing(const FoundArticles &found)
{
    if (found.inFile == 0 || !m_anyCondition) {
        m_empty->setTexts(tr("No articles yet"),
                          session().may(Command::ManageKnowledge)
                              ? tr("Half of the calls are questions with a standing answer. Write the first one down, "
                                   "or import a table of them (Ctrl+I).")
                              : tr("The editor or the supervisor writes down here what citizens ask again and again."));
        m_empty->setAction(session().may(Command::ManageKnowledge) ? tr("Write the first…") : QString());
        return;
    }
    m_empty->setTexts(tr("No article fits"), tr("Other words, or fewer conditions, find more."));
    m_empty->setAction(tr("Show all"));
}

void KnowledgePage::clearFilter()
{
    m_search->clear();
    m_category->setValue(std::nullopt);
    m_department->setValue(std::nullopt);
    m_state->setValue(allStates);
    look();
    m_search->setFocus();
}

void KnowledgePage::showChosen()
{
    m_reading.cancel();
    const auto id = m_model->at(m_table->currentIndex());
    if (!id) {
        m_shown.reset();
        m_articles->setCurrentIndex(0);
        showState();
        return;
    }
    if (m_shown && m_shown->article.id != id) { // until the other one is there, nothing is done with this one
        m_shown.reset();
        showState();
    }
    m_reading = session().read(
        this, [id = *id](CaseFile &file) { return WholeArticle::read(file, id); },
        [this](const std::optional<WholeArticle> &whole) {
            m_shown = whole;
            m_articles->setCurrentIndex(whole ? 1 : 0);
            if (whole)
                m_view->showArticle(*whole, SearchQuery(m_search->text()));
            showState();
        });
}

void KnowledgePage::showState()
{
    const bool may = session().may(Command::ManageKnowledge);
    const bool retired = m_shown && m_shown->article.retired;
    m_new->setVisible(may);
    m_import->setVisible(may);
    m_new->setEnabled(may);
    m_import->setEnabled(may);
    m_edit->setEnabled(may && m_shown);
    m_retire->setEnabled(may && m_shown);
    m_retire->setText(retired ? tr("&Restore") : tr("&Retire"));
    m_copy->setEnabled(m_shown.has_value());
    m_copyButton->setEnabled(m_copy->isEnabled());
    m_editButton->setEnabled(m_edit->isEnabled());
    m_editButton->setVisible(may);
    m_retireButton->setText(retired ? tr("Restore") : tr("Retire"));
    m_retireButton->setEnabled(m_retire->isEnabled());
    m_retireButton->setVisible(may);
}

// ---- What is done with articles

void KnowledgePage::write(const KnowledgeArticle &stored)
{
    if (!session().may(Command::ManageKnowledge))
        return;
    const auto kept = m_kept.find(stored.id);
    // What was kept goes on from the version that it was written on.
    KnowledgeArticle from = stored;
    if (kept != m_kept.end())
        from.version = kept->second.version;
    auto *dialog = new ArticleDialog(session(), from, kept == m_kept.end() ? stored : kept->second, window());
    m_dialog = dialog;
    dialog->setKeepable(true);
    if (kept != m_kept.end())
        dialog->addRemark(tr("This is what you wrote before and did not save."));
    connect(dialog, &ArticleDialog::kept, this, &KnowledgePage::keepForLater);
    connect(dialog, &ArticleDialog::dropped, this, [this, id = stored.id] { letGo(id); });
    connect(dialog, &ArticleDialog::saved, this, [this, id = stored.id](ArticleId article) {
        letGo(id);
        m_wanted = article;
        m_notice->clear();
        look();
    });
    dialog->open();
}

void KnowledgePage::keepForLater(const KnowledgeArticle &typed)
{
    m_kept.insert_or_assign(typed.id, typed);
    showKept();
}

void KnowledgePage::letGo(const std::optional<ArticleId> &article)
{
    m_kept.erase(article);
    showKept();
}

void KnowledgePage::showKept()
{
    if (m_kept.empty()) {
        m_keptBar->clear();
        return;
    }
    m_keptBar->showNotice(Tone::Info, tr("%n article(s) not saved yet", nullptr, static_cast<int>(m_kept.size())),
                          tr("Continue"), [this] { goOnWriting(); });
}

// With the first of them.
void KnowledgePage::goOnWriting()
{
    if (m_kept.empty())
        return;
    const std::optional<ArticleId> id = m_kept.begin()->first;
    if (!id) {
        write(KnowledgeArticle());
        return;
    }
    session().read(
        this, [id = *id](CaseFile &file) { return KnowledgeRepository(file.database()).byId(id); },
        [this, typed = m_kept.begin()->second](const std::optional<KnowledgeArticle> &stored) {
            write(stored.value_or(typed));
        });
}

void KnowledgePage::toggleRetired()
{
    if (!m_shown)
        return;
    const ArticleId id = *m_shown->article.id;
    const bool retired = m_shown->article.retired;
    session().command(
        this, [id, retired](CaseBook &book) { return retired ? book.restoreArticle(id) : book.retireArticle(id); },
        [this, id, retired](const Changes &) {
            if (retired) {
                m_notice->clear();
                return;
            }
            m_notice->showNotice(
                Tone::Ok, tr("The article is retired: it is no longer suggested."), tr("Restore"), [this, id] {
                    session().command(
                        this, [id](CaseBook &book) { return book.restoreArticle(id); },
                        [this, id](const Changes &) {
                            m_wanted = id;
                            m_notice->clear();
                        },
                        [this](const Refusal &refusal) { m_notice->showNotice(Tone::Warn, refusal.reason); });
                });
        },
        [this](const Refusal &refusal) { m_notice->showNotice(Tone::Warn, refusal.reason); });
}

void KnowledgePage::copyAnswer()
{
    if (!m_shown)
        return;
    copyLasting(m_shown->article.answer);
    m_notice->showNotice(Tone::Ok, tr("The answer is copied."));
}

// ---- In and out

void KnowledgePage::chooseImport()
{
    auto *dialog = new QFileDialog(this, tr("Import articles"), QString(), tr("Tables (*.csv *.xlsx)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &KnowledgePage::importFrom);
    dialog->open();
}

void KnowledgePage::importFrom(const QString &path)
{
    struct Result
    {
        KnowledgeReading reading;
        Changes changes; // looking changes nothing
    };
    session().longTask(
        this, tr("Looking at the table"),
        [path](CaseBook &book, Progress &progress) {
            return Result{.reading = readKnowledge(book, path, progress), .changes = {}};
        },
        [this](const Result &result) { askImport(result.reading); });
}

void KnowledgePage::askImport(const KnowledgeReading &reading)
{
    if (!reading.errors.isEmpty()) {
        QStringList faults;
        for (const ImportIssue &issue : reading.errors.mid(0, faultsTold))
            faults.append(issue.text());
        messages().show({.level = Message::Level::Warning,
                         .what = tr("%n place(s) of the table can't be imported as they stand.", nullptr,
                                    static_cast<int>(reading.errors.size())),
                         .state = tr("Nothing was imported. The first: %1").arg(faults.first()),
                         .todo = tr("Mend them and import the table again."),
                         .details = faults.join(u'\n')});
        return;
    }
    const QList<KnowledgeArticle> articles = reading.all();
    const QLocale locale;
    const auto withRetired = [&](const QString &state) -> QString {
        return reading.retired == 0
                   ? state
                   : state + u'\n' + tr("Retired, and left so: %1.").arg(locale.toString(reading.retired));
    };
    if (articles.isEmpty()) {
        messages().show({.level = Message::Level::Information,
                         .what = reading.same == 0 ? tr("The table holds no article.")
                                                   : tr("All articles of the table are here already, word for word."),
                         .state = withRetired(tr("Nothing was changed.")),
                         .details = reading.notices.join(u'\n')});
        return;
    }
    messages().ask(this,
                   {.message = {.level = Message::Level::Information,
                                .what = tr("Import the articles of the table?"),
                                .state = withRetired(tr("New: %1. Changed: %2. Equal and left as they are: %3.")
                                                         .arg(locale.toString(reading.added.size()),
                                                              locale.toString(reading.changed.size()),
                                                              locale.toString(reading.same))),
                                .details = reading.notices.join(u'\n')},
                    .answers = {tr("Import"), tr("Don't import")},
                    .standard = 0},
                   [this, articles](int answer) {
                       if (answer == 0)
                           store(articles);
                   });
}

void KnowledgePage::store(const QList<KnowledgeArticle> &articles)
{
    session().command(
        this, [articles](CaseBook &book) { return book.saveArticles(articles); },
        [this](const SavedArticles &saved) {
            m_notice->showNotice(Tone::Ok, tr("%n article(s) imported.", nullptr, static_cast<int>(saved.ids.size())));
        },
        [this](const Refusal &refusal) { m_notice->showNotice(Tone::Bad, refusal.reason); });
}

void KnowledgePage::exportAll()
{
    const bool chinese = QLocale().language() == QLocale::Chinese;
    session().read(
        this, [chinese](CaseFile &file) { return knowledgeCsv(file, chinese); },
        [this](const KnowledgeCsv &csv) {
            if (csv.articles == 0) {
                m_notice->showNotice(Tone::Info, tr("There is no article to export."));
                return;
            }
            const QString name = tr("Knowledge base") + u'-' + session().today().toString(u"yyyyMMdd"_s);
            m_saver->choose(tr("Export the knowledge base"), name, u"csv"_s, [bytes = csv.bytes] { return bytes; });
        });
}

} // namespace huiyin
