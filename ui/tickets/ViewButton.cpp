// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/ViewButton.h"

#include "controls/EntryDialog.h"
#include "controls/NoticeBar.h"
#include "controls/Panel.h"
#include "domain/ItemList.h"
#include "domain/Period.h"
#include "domain/Text.h"
#include "shell/Icon.h"
#include "storage/SavedViewRepository.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int longestShown = 16; // characters of a name on the button

// A name in a menu: it may hold what would be taken for a mnemonic.
QString menuText(const QString &name)
{
    return QString(name).replace(u'&', u"&&"_s);
}

} // namespace

ViewButton::ViewButton(CaseSession &session, ViewList list, const QString &name, ViewHost host, NoticeBar *notice,
                       QWidget *parent)
    : QPushButton(parent)
    , m_session(session)
    , m_list(list)
    , m_name(name + u".views"_s)
    , m_host(std::move(host))
    , m_notice(notice)
{
    setObjectName(m_name);
    setAutoDefault(false);
    setIcon(themedIcon(u"star"_s));
    connect(this, &QPushButton::clicked, this, &ViewButton::openMenu);
    connect(&session, &CaseSession::changed, this, [this](const Changes &changes) {
        if (changes.views || changes.users || changes.everything)
            reload();
    });
    connect(&session, &CaseSession::userChanged, this, &ViewButton::reload);
    showState();
    reload();
}

void ViewButton::reload()
{
    m_reading.cancel();
    m_reading = m_session.read(
        this,
        [list = m_list, user = m_session.user()](CaseFile &file) {
            return SavedViewRepository(file.database()).of(list, user);
        },
        [this](const QList<SavedView> &views) { take(views); });
}

void ViewButton::take(const QList<SavedView> &views)
{
    m_views = views;
    if (m_shown) {
        const auto now = std::ranges::find(m_views, m_shown->id, &SavedView::id);
        if (now == m_views.cend()) {
            // A newer one may not have been read yet by whoever has just saved it.
            m_shown.reset();
        } else if (now->version >= m_shown->version) {
            const bool follows = now->definition != m_shown->definition && m_host.stands(m_shown->definition);
            m_shown = *now;
            if (follows)
                choose(*now);
        }
    }
    showState();
}

void ViewButton::forget()
{
    m_shown.reset();
    showState();
}

void ViewButton::showState()
{
    if (!m_shown) {
        setText(tr("Views"));
        setAccessibleName(tr("Views of this list"));
        setToolTip(tr("Views of this list (Ctrl+Shift+V)"));
        return;
    }
    const bool changed = !m_host.stands(m_shown->definition);
    const QString name = shortened(m_shown->name, longestShown);
    setText(menuText(changed ? tr("%1 · changed", "view").arg(name) : name));
    setAccessibleName(changed ? tr("View: %1, changed since").arg(m_shown->name) : tr("View: %1").arg(m_shown->name));
    setToolTip(plainToolTip(accessibleName()));
}

void ViewButton::choose(const SavedView &view)
{
    m_notice->clear();
    if (const auto refusal = m_host.show(view.definition)) {
        m_notice->showNotice(Tone::Warn, tr("The view “%1” can't be shown: %2").arg(view.name, refusal->reason));
        return;
    }
    m_shown = view;
    showState();
    QStringList retired = m_host.retired(view.definition);
    if (retired.isEmpty())
        return;
    const bool gone = retired.removeAll(QString()) > 0;
    const QString names = joinedItems(retired);
    m_notice->showNotice(Tone::Info, gone ? tr("This view asks for an entry that the office no longer has.")
                                          : tr("Retired since this view was saved: %1. It still shows what there is "
                                               "of it.")
                                                .arg(names));
}

void ViewButton::leave()
{
    m_notice->clear();
    m_shown.reset();
    m_host.leave();
    showState();
}

void ViewButton::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(m_name + u".menu");
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    fill(menu);
    menu->popup(mapToGlobal(QPoint(0, height() + 4)));
}

void ViewButton::fill(QMenu *menu)
{
    QAction *all = menu->addAction(m_list == ViewList::Tickets ? tr("All tickets") : tr("All calls"));
    all->setObjectName(m_name + u".all");
    all->setCheckable(true);
    all->setChecked(!m_shown);
    connect(all, &QAction::triggered, this, &ViewButton::leave);
    addViews(menu, tr("For me alone"), false);
    addViews(menu, tr("For the whole office"), true);
    menu->addSeparator();
    addCommands(menu);
}

void ViewButton::addViews(QMenu *menu, const QString &heading, bool office)
{
    bool first = true;
    for (const SavedView &view : std::as_const(m_views)) {
        if (view.owner.isEmpty() != office)
            continue;
        if (std::exchange(first, false)) {
            menu->addSeparator();
            QAction *title = menu->addAction(heading);
            title->setEnabled(false);
        }
        QAction *action = menu->addAction(menuText(view.name));
        action->setObjectName(m_name + u".view." + QString::number(view.id->value()));
        action->setCheckable(true);
        action->setChecked(m_shown && m_shown->id == view.id);
        connect(action, &QAction::triggered, this, [this, view] { choose(view); });
    }
}

bool ViewButton::mayChange(const SavedView &view) const
{
    return m_session.may(view.owner.isEmpty() ? Command::KeepOfficeViews : Command::KeepViews);
}

void ViewButton::addCommands(QMenu *menu)
{
    const bool maySave = m_session.may(Command::KeepViews) || m_session.may(Command::KeepOfficeViews);
    const bool mayThis = m_shown && mayChange(*m_shown);
    const auto add = [&](const QString &name, const QString &text, bool enabled, auto act) {
        QAction *action = menu->addAction(text);
        action->setObjectName(m_name + u'.' + name);
        action->setEnabled(enabled);
        connect(action, &QAction::triggered, this, act);
    };
    add(u"saveAs"_s, tr("Save as a &view…"), maySave, [this] {
        const SavedView view{.list = m_list,
                             .owner = m_session.may(Command::KeepViews) ? m_session.user() : QString(),
                             .definition = m_host.now()};
        askName(view, tr("Save as a view"));
    });
    if (m_shown) {
        const QString name = menuText(shortened(m_shown->name, longestShown));
        add(u"save"_s, tr("&Save the changes to “%1”").arg(name), mayThis, [this] { saveChanges(); });
        add(u"rename"_s, tr("&Rename “%1”…").arg(name), mayThis, [this] { askName(*m_shown, tr("Rename the view")); });
        add(u"delete"_s, tr("&Delete “%1”…").arg(name), mayThis, [this] { askDeletion(); });
    }
    QString why;
    if (m_session.isReadOnly())
        why = tr("The file is open for reading only: views can't be saved.");
    else if (!maySave)
        why = tr("Saving views is not among your rights.");
    else if (m_shown && !mayThis)
        why = tr("The supervisor keeps the views of the office.");
    if (why.isEmpty())
        return;
    QAction *reason = menu->addAction(why);
    reason->setObjectName(m_name + u".why");
    reason->setEnabled(false);
}

// Of a new view, or of one that is there: its name, and whose it is.
void ViewButton::askName(const SavedView &view, const QString &title)
{
    auto *ask = new EntryDialog(m_name + u".entry", title, window());
    auto *name = new QLineEdit(view.name, ask);
    ask->addField(u"name"_s, tr("&Name"), name);
    QComboBox *scope = nullptr;
    if (m_session.may(Command::KeepViews) && m_session.may(Command::KeepOfficeViews)) {
        scope = new QComboBox(ask);
        scope->addItem(tr("For me alone"), m_session.user());
        scope->addItem(tr("For the whole office"), QString());
        scope->setCurrentIndex(view.owner.isEmpty() ? 1 : 0);
        ask->addField(u"owner"_s, tr("&Whose it is"), scope);
    }
    if (!view.id)
        ask->addRemark(tr("It keeps what narrows the list, its order and its columns. A period such as “%1” moves on "
                          "with the day; a fixed one stays.")
                           .arg(displayName(RelativePeriod::ThisMonth)));
    connect(ask, &EntryDialog::submitted, this, [this, ask, name, scope, view] {
        SavedView next = view;
        next.name = name->text();
        if (scope)
            next.owner = scope->currentData().toString();
        ask->setBusy(true);
        m_session.command(
            ask, [next](CaseBook &book) { return book.saveView(next); },
            [this, ask, next](const KeptView &kept) {
                SavedView saved = next;
                saved.id = kept.id;
                saved.version = kept.version;
                saved.name = forceClean(next.name).simplified();
                m_shown = saved;
                showState();
                reload();
                ask->accept();
            },
            [ask](const Refusal &refusal) {
                ask->setBusy(false);
                ask->showRefusal(refusal);
            },
            [ask] { ask->setBusy(false); });
    });
    ask->open();
}

void ViewButton::saveChanges()
{
    SavedView next = *m_shown;
    next.definition = m_host.now();
    m_session.command(
        this, [next](CaseBook &book) { return book.saveView(next); },
        [this, next](const KeptView &kept) {
            m_shown = next;
            m_shown->version = kept.version;
            showState();
            reload();
            m_notice->showNotice(Tone::Ok, tr("The view “%1” is saved.").arg(next.name));
        },
        [this](const Refusal &refusal) { m_notice->showNotice(Tone::Warn, refusal.reason); });
}

void ViewButton::askDeletion()
{
    const SavedView view = *m_shown;
    m_session.messages().ask(
        this,
        {.message = {.level = Message::Level::Warning,
                     .what = view.owner.isEmpty() ? tr("Delete the view “%1” for the whole office?").arg(view.name)
                                                  : tr("Delete the view “%1”?").arg(view.name),
                     .state = tr("The tickets and calls stay as they are.")},
         .answers = {tr("Delete the view"), tr("Keep the view")},
         .standard = 0,
         .destructive = true},
        [this, id = *view.id](int answer) {
            if (answer != 0)
                return;
            m_session.command(
                this, [id](CaseBook &book) { return book.deleteView(id); }, [this](const Changes &) { forget(); },
                [this](const Refusal &refusal) { m_notice->showNotice(Tone::Warn, refusal.reason); });
        });
}

} // namespace huiyin
