// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/KnowledgePage.h"

#include "controls/ActionButton.h"
#include "controls/EmptyState.h"
#include "controls/NoticeBar.h"
#include "controls/Panel.h"
#include "knowledge/ArticleDialog.h"
#include "knowledge/ArticleList.h"
#include "knowledge/ArticleTables.h"
#include "shell/ClipboardGuard.h"
#include "shell/Icon.h"
#include "shell/Settings.h"
#include "storage/KeptDraftRepository.h"
#include "storage/KnowledgeRepository.h"

#include <QHBoxLayout>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

KnowledgePage::KnowledgePage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_topBar(new QWidget(this))
    , m_articles(new QStackedWidget(this))
    , m_view(new ArticleView(session(), u"knowledge.view"_s, this))
    , m_notice(new NoticeBar(this))
    , m_keptBar(new NoticeBar(this))
    , m_list(new ArticleList(session(), m_keptBar, this))
    , m_tables(new ArticleTables(context, m_notice, this))
{
    setObjectName(u"knowledge"_s);
    setCopiesLasting(this);
    buildActions();
    buildTopBar();
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(u"knowledge.splitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(12);
    splitter->addWidget(m_list);
    splitter->addWidget(buildArticle());
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({560, 560});
    rememberSplitter(splitter, u"knowledge.splitter"_s);
    auto *layout = pageLayout(new QVBoxLayout(this));
    layout->addWidget(splitter);

    m_keptBar->setObjectName(u"knowledge.kept"_s);
    connect(m_list, &ArticleList::chosenChanged, this, &KnowledgePage::showChosen);
    connect(m_list, &ArticleList::opened, m_view, &ArticleView::focusText);
    connect(m_list, &ArticleList::newRequested, m_new, &QAction::trigger);
    connect(&session(), &CaseSession::userChanged, this, &KnowledgePage::showState);
    showState();
    readKept();
}

KnowledgePage::~KnowledgePage() = default;

void KnowledgePage::buildActions()
{
    const auto add = [this](const QString &name, const QString &text, const QKeySequence &key, auto act) {
        auto *action = new QAction(text, this);
        action->setObjectName(u"knowledge."_s + name);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setAutoRepeat(false);
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
    m_import = add(u"importAction"_s, tr("&Import…"), QKeySequence(Qt::CTRL | Qt::Key_I),
                   [this] { m_tables->chooseImport(); });
    m_export =
        add(u"exportAction"_s, tr("E&xport…"), QKeySequence(Qt::CTRL | Qt::Key_E), [this] { m_tables->exportAll(); });
    add(u"findAction"_s, tr("&Find in the list"), QKeySequence(QKeySequence::Find),
        [this] { m_list->focusSearch(true); });
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
    m_list->look(); // the day may be another one
    m_list->focusSearch(false);
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

void KnowledgePage::showChosen()
{
    m_reading.cancel();
    const auto id = m_list->chosen();
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
                m_view->showArticle(*whole, m_list->query());
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
    dialog->keepWords(WordsPlace::ofArticle(stored.id));
    if (kept != m_kept.end())
        dialog->addRemark(tr("This is what you wrote before and did not save."));
    connect(dialog, &ArticleDialog::kept, this, &KnowledgePage::keepForLater);
    connect(dialog, &ArticleDialog::dropped, this, [this, id = stored.id] { letGo(id); });
    connect(dialog, &ArticleDialog::saved, this, [this, id = stored.id](ArticleId article) {
        letGo(id);
        m_notice->clear();
        m_list->choose(article);
    });
    dialog->open();
}

// What an earlier day has left, or a day that ended too soon.
void KnowledgePage::readKept()
{
    if (!session().may(Command::ManageKnowledge))
        return;
    session().read(
        this, [user = session().user()](CaseFile &file) { return KeptDraftRepository(file.database()).of(user); },
        [this](const QList<KeptDraft> &drafts) {
            for (const KeptDraft &draft : drafts) {
                if (draft.words.isEmpty())
                    continue;
                const KnowledgeArticle article = articleIn(draft.words.first());
                const WordsPlace place = WordsPlace::ofArticle(article.id);
                // Not what is being made of a ticket: that one is there to be looked at.
                if (draft.kind == place.kind() && draft.object == place.object && !m_kept.contains(article.id))
                    m_kept.emplace(article.id, article);
            }
            showKept();
        },
        [](const std::exception_ptr &) {}); // the list of articles tells of trouble with the file
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
                            m_notice->clear();
                            m_list->choose(id);
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

void KnowledgePage::importFrom(const QString &path)
{
    m_tables->importFrom(path);
}

} // namespace huiyin
