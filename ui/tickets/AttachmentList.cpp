// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/AttachmentList.h"

#include "controls/NoticeBar.h"
#include "controls/Panel.h"
#include "domain/PersonalText.h"
#include "handling/CommandDialog.h"
#include "shell/Icon.h"
#include "tickets/AttachmentAdding.h"
#include "tickets/AttachmentCopies.h"
#include "tickets/AttachmentDelegate.h"
#include "tickets/AttachmentFiles.h"
#include "tickets/AttachmentSaving.h"
#include "tickets/AttachmentViewer.h"
#include "tickets/RunningText.h"
#include "tickets/TicketText.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int mostRows = 6; // in sight at once

} // namespace

AttachmentList::AttachmentList(CaseSession &session, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_name(name + u".attachments")
    , m_add(action(u"add"_s, tr("Add…"), &AttachmentList::chooseFiles))
    , m_paste(action(u"paste"_s, tr("Paste a picture"), &AttachmentList::paste))
    , m_see(action(u"see"_s, tr("See"), &AttachmentList::see))
    , m_save(action(u"save"_s, tr("Save as…"), &AttachmentList::chooseSaving))
    , m_saveAll(action(u"saveAll"_s, tr("Save all…"), &AttachmentList::chooseSavingAll))
    , m_remove(action(u"remove"_s, tr("Remove…"), &AttachmentList::remove))
    , m_notice(new NoticeBar(this))
    , m_adding(new AttachmentAdding(session, m_name, m_notice, this))
    , m_saving(new AttachmentSaving(session, m_name, m_notice, this))
    , m_list(new QListWidget(this))
    , m_remark(runningText("weak", this))
{
    setObjectName(m_name);
    setAccessibleName(tr("Attachments of the ticket"));
    m_notice->setObjectName(m_name + u".notice"_s);
    m_remark->setObjectName(m_name + u".remark"_s);
    m_list->setObjectName(m_name + u".list"_s);
    m_list->setAccessibleName(tr("Attachments of the ticket"));
    m_list->setItemDelegate(new AttachmentDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->setTabKeyNavigation(false);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->addActions({m_see, m_save, m_remove});
    m_paste->setShortcut(QKeySequence::Paste);
    m_remove->setShortcut(QKeySequence::Delete);
    m_remove->setShortcutContext(Qt::WidgetShortcut);
    build();
    connect(m_list, &QListWidget::itemActivated, m_see, &QAction::trigger);
    connect(m_list, &QListWidget::currentRowChanged, this, &AttachmentList::showState);
    connect(m_adding, &AttachmentAdding::wanted, this, &AttachmentList::wanted);
    connect(m_adding, &AttachmentAdding::wentOn, this, &AttachmentList::showState);
    connect(m_adding, &AttachmentAdding::finished, this, &AttachmentList::tellFinished);
    connect(&session, &CaseSession::userChanged, this, &AttachmentList::showState);
    showState();
}

QAction *AttachmentList::action(const QString &thing, const QString &text, void (AttachmentList::*act)())
{
    auto *made = new QAction(text, this);
    made->setObjectName(m_name + u'.' + thing + u"Action");
    made->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    made->setAutoRepeat(false);
    connect(made, &QAction::triggered, this, act);
    return made;
}

QPushButton *AttachmentList::button(QAction *action, const QString &thing)
{
    auto *made = new QPushButton(action->text(), this);
    made->setObjectName(m_name + u'.' + thing);
    made->setAutoDefault(false);
    connect(made, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, made, [made, action] {
        made->setEnabled(action->isEnabled());
        made->setToolTip(action->toolTip());
    });
    return made;
}

void AttachmentList::build()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    QPushButton *add = button(m_add, u"add"_s);
    add->setIcon(themedIcon(u"plus"_s));
    row->addWidget(add);
    row->addWidget(button(m_see, u"see"_s));
    row->addWidget(button(m_save, u"save"_s));
    m_more = new QToolButton(this);
    m_more->setObjectName(m_name + u".more"_s);
    m_more->setIcon(themedIcon(u"ellipsis"_s));
    m_more->setAccessibleName(tr("More that can be done with attachments"));
    m_more->setToolTip(m_more->accessibleName());
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->setFixedSize(32, 32);
    setLook(m_more, "framed");
    connect(m_more, &QToolButton::clicked, this, &AttachmentList::openMore);
    row->addWidget(m_more);
    row->addStretch();
    // Above the list, where they are in sight however long it is.
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(row);
    layout->addWidget(m_notice);
    layout->addWidget(m_remark);
    layout->addWidget(m_list);
    setTabChain({add, findChild<QPushButton *>(m_name + u".see"_s), findChild<QPushButton *>(m_name + u".save"_s),
                 m_more, m_list});
}

void AttachmentList::openMore()
{
    auto *menu = new QMenu(m_more);
    menu->setObjectName(m_name + u".moreMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->addActions({m_paste, m_saveAll});
    menu->addSeparator();
    menu->addAction(m_remove);
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height() + 4)));
}

void AttachmentList::showTicket(const WholeTicket &facts, bool revealed)
{
    const bool other = !m_facts || m_facts->ticket.id != facts.ticket.id;
    if (other) {
        m_notice->clear();
        m_list->clear();
    } else if (facts.attachments.size() > m_facts->attachments.size()) {
        m_list->setCurrentRow(-1); // the newest is chosen
    }
    m_facts = facts;
    m_revealed = revealed;
    fill();
}

void AttachmentList::clear()
{
    m_facts.reset();
    m_notice->clear();
    m_list->clear();
    showState();
}

QString AttachmentList::shownName(const Attachment &attachment) const
{
    return m_revealed ? attachment.name : maskedText(attachment.name, citizenOf(m_facts->ticket));
}

void AttachmentList::fill()
{
    const Attachment *before = current();
    const qint64 chosen = before ? before->id->value() : 0;
    const TicketText text(m_session);
    const auto shown = [this](const QString &words) -> QString {
        return m_revealed ? words : maskedText(words, citizenOf(m_facts->ticket));
    };
    const QSignalBlocker quiet(m_list); // showState() follows
    m_list->clear();
    for (const Attachment &attachment : std::as_const(m_facts->attachments)) {
        QStringList facts{sizeText(attachment.size), text.shortTime(attachment.addedAt), attachment.addedBy,
                          shown(attachment.note).simplified()};
        if (attachment.removedAt) {
            facts = {tr("removed %1").arg(text.shortTime(*attachment.removedAt)), attachment.removedBy,
                     shown(attachment.ground).simplified()};
        }
        facts.removeAll(QString());
        const QString remark = facts.join(u" · "_s);
        const QString name = shownName(attachment);
        const QString tag = attachment.removedAt ? tr("removed") : displayName(attachment.kind);
        auto *item = new QListWidgetItem(name, m_list);
        item->setData(AttachmentDelegate::IdRole, attachment.id->value());
        item->setData(AttachmentDelegate::RemarkRole, remark);
        item->setData(AttachmentDelegate::TagRole, tag);
        item->setData(AttachmentDelegate::ToneRole,
                      static_cast<int>(attachment.kind == AttachmentKind::Dangerous && !attachment.removedAt
                                           ? Tone::Bad
                                           : Tone::Neutral));
        item->setData(AttachmentDelegate::RemovedRole, attachment.removedAt.has_value());
        item->setToolTip(plainToolTip(name + u'\n' + remark));
        item->setData(Qt::AccessibleTextRole, QStringList{name, tag, remark}.join(u", "_s));
        if (attachment.id->value() == chosen)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem() && m_list->count() > 0)
        m_list->setCurrentRow(m_list->count() - 1); // the newest
    const int rows = std::min(m_list->count(), mostRows);
    m_list->setFixedHeight(rows * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth() + (rows > 0 ? 2 : 0));
    m_list->setVisible(rows > 0);
    showState();
}

const Attachment *AttachmentList::current() const
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item || !m_facts)
        return nullptr;
    const AttachmentId id(item->data(AttachmentDelegate::IdRole).toLongLong());
    const auto found = std::ranges::find(m_facts->attachments, std::optional(id), &Attachment::id);
    return found == m_facts->attachments.end() ? nullptr : &*found;
}

QList<Attachment> AttachmentList::present() const
{
    QList<Attachment> present;
    if (!m_facts)
        return present;
    for (const Attachment &attachment : m_facts->attachments) {
        if (!attachment.removedAt)
            present.append(attachment);
    }
    return present;
}

QString AttachmentList::whyNotAdd() const
{
    if (m_session.isReadOnly())
        return tr("The case file is open for reading only.");
    if (!m_session.may(Command::Attach))
        return tr("Your role doesn't add attachments.");
    if (m_facts && m_facts->ticket.state == TicketState::Draft)
        return tr("A draft takes no attachments until it is accepted.");
    if (m_facts && !ruleOf(Command::Attach).allows(m_facts->ticket.state))
        return tr("A void ticket takes no attachments any more.");
    return {};
}

QString AttachmentList::whyNotRead() const
{
    if (m_session.isReadOnly())
        return tr("Looking at attachments leaves a record in the file, which is open for reading only.");
    if (!m_session.may(Command::RevealCitizen))
        return tr("Your role doesn't see citizens' data.");
    return {};
}

QString AttachmentList::whyNotChosen() const
{
    const Attachment *attachment = current();
    if (!attachment)
        return tr("There is no attachment.");
    return attachment->removedAt ? tr("It was removed.") : QString();
}

QString AttachmentList::whyNotRemove() const
{
    if (m_session.isReadOnly())
        return tr("The case file is open for reading only.");
    if (!m_session.may(Command::RemoveAttachment))
        return tr("Only a supervisor removes attachments.");
    if (m_facts && !ruleOf(Command::RemoveAttachment).allows(m_facts->ticket.state))
        return tr("A void ticket stays as it is.");
    return whyNotChosen();
}

void AttachmentList::showState()
{
    const auto set = [](QAction *action, const QString &why, const QString &tip) {
        action->setEnabled(why.isEmpty());
        action->setToolTip(why.isEmpty() ? tip : why);
    };
    const Attachment *attachment = current();
    const QString notAdd = m_facts ? whyNotAdd() : tr("No ticket chosen");
    const QString notRead = whyNotRead();
    const QString notSave = notRead.isEmpty() ? whyNotChosen() : notRead;
    QString notSee = notSave;
    if (notSee.isEmpty() && !mayBeOpened(attachment->kind))
        notSee = tr("It is not opened here, as it could do harm or is of a kind that is not known. It can be saved.");
    const QString notSaveAll = notRead.isEmpty() && present().isEmpty() ? tr("There is no attachment.") : notRead;
    set(m_add, notAdd, tr("Add files; they can be dropped on the ticket as well"));
    set(m_paste, notAdd, tr("Add the picture that was copied (Ctrl+V)"));
    set(m_see, notSee, tr("Look at the attachment (Enter); this is recorded"));
    set(m_save, notSave, tr("Save a copy outside of the case file; this is recorded"));
    set(m_saveAll, notSaveAll, tr("Save copies of all attachments in a folder; this is recorded"));
    set(m_remove, whyNotRemove(), tr("Remove it, with a ground; its line stays (Del)"));

    QString remark = m_adding->goingOn();
    if (remark.isEmpty() && !notAdd.isEmpty())
        remark = notAdd;
    else if (remark.isEmpty() && m_list->count() == 0)
        remark = tr("No attachments yet. Add photographs, letters or replies; drop files here, or paste a picture.");
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
}

void AttachmentList::tell(const Refusal &refusal)
{
    m_notice->showNotice(Tone::Warn, refusal.reason);
}

void AttachmentList::chooseFiles()
{
    m_adding->chooseFiles({.ticket = *m_facts->ticket.id, .about = about()});
}

bool AttachmentList::canTake(const QMimeData *mime) const
{
    return m_facts && m_add->isEnabled() && AttachmentAdding::canTake(mime);
}

void AttachmentList::take(const QMimeData *mime)
{
    if (canTake(mime))
        m_adding->take(mime, {.ticket = *m_facts->ticket.id, .about = about()});
}

void AttachmentList::paste()
{
    const QMimeData *mime = QGuiApplication::clipboard()->mimeData();
    if (mime && canTake(mime))
        take(mime);
    else {
        Q_EMIT wanted();
        m_notice->showNotice(Tone::Info, tr("There is no picture in the clipboard, and no file. Copy one first."));
    }
}

QString AttachmentList::about() const
{
    return QStringList{m_facts->ticket.number, maskedText(m_facts->ticket.title, citizenOf(m_facts->ticket))}.join(
        u" · "_s);
}

bool AttachmentList::isAdding() const
{
    return m_adding->isAdding();
}

void AttachmentList::leave(const std::function<void(bool)> &answer)
{
    m_adding->leave(answer);
}

void AttachmentList::tellFinished(TicketId ticket, int added, const QStringList &refused)
{
    if (!m_facts || m_facts->ticket.id != ticket) {
        // Another ticket is shown by now.
        if (!refused.isEmpty())
            m_session.messages().show({.level = Message::Level::Warning,
                                       .what = tr("Not every attachment was added."),
                                       .state = refused.join(u'\n')});
        return;
    }
    QStringList lines = refused;
    if (added > 0)
        lines.prepend(tr("%n attachment(s) added.", nullptr, added));
    if (!lines.isEmpty())
        m_notice->showNotice(refused.isEmpty() ? Tone::Ok : Tone::Warn, lines.join(u'\n'));
}

void AttachmentList::see()
{
    if (const Attachment *attachment = current())
        seeAttachment(*attachment->id);
}

// Shown only when it has been recorded.
void AttachmentList::seeAttachment(AttachmentId attachment)
{
    m_notice->clear();
    const auto show = [this](const ShownAttachment &shown) {
        if (!shown.fault.isEmpty()) {
            m_notice->showNotice(Tone::Warn, shown.fault);
        } else if (!shown.path.isEmpty()) {
            if (!QDesktopServices::openUrl(QUrl::fromLocalFile(shown.path)))
                m_notice->showNotice(Tone::Warn,
                                     tr("No program on this computer opens “%1”. Save it instead.").arg(shown.name));
        } else {
            auto *viewer = new AttachmentViewer(shown, window());
            viewer->mark(userMarkText(m_session));
            // It goes with whoever looked, and with the case file.
            connect(&m_session, &CaseSession::userChanged, viewer, &QWidget::close);
            connect(&m_session, &QObject::destroyed, viewer, &QWidget::close);
            viewer->show();
        }
    };
    m_session.command(
        this, [attachment](CaseBook &book) { return book.recordAttachmentUse(attachment, AttachmentUse::Seen); },
        [this, attachment, show](const Changes &) {
            m_session.read(
                this,
                [attachment, folder = AttachmentCopies::of(m_session).folder()](CaseFile &file) {
                    return AttachmentFiles::shown(file, attachment, folder);
                },
                show);
        },
        [this](const Refusal &refusal) { tell(refusal); });
}

void AttachmentList::chooseSaving()
{
    if (const Attachment *attachment = current())
        m_saving->choose(*attachment, shownName(*attachment));
}

void AttachmentList::chooseSavingAll()
{
    m_saving->chooseFolder(present());
}

void AttachmentList::saveAttachment(AttachmentId attachment, const QString &path)
{
    m_saving->save(attachment, path);
}

void AttachmentList::saveAllInto(const QString &folder, const QList<AttachmentId> &attachments)
{
    m_saving->saveAll(folder, attachments);
}

void AttachmentList::remove()
{
    const Attachment *attachment = current();
    if (!attachment)
        return;
    m_notice->clear();
    auto *dialog =
        new CommandDialog(m_session, Command::RemoveAttachment,
                          QStringList{m_facts->ticket.number, shownName(*attachment)}.join(u" · "_s), window());
    QPlainTextEdit *ground = dialog->addText(u"ground"_s, tr("&Ground"), tr("Why it doesn't belong to this ticket"));
    dialog->start([id = *attachment->id, ground]() -> CommandDialog::Act {
        return [id, words = ground->toPlainText()](CaseBook &book) { return book.removeAttachment(id, words); };
    });
}

} // namespace huiyin
