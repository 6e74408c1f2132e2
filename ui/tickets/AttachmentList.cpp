// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/AttachmentList.h"

#include "controls/NoticeBar.h"
#include "controls/Panel.h"
#include "domain/FileName.h"
#include "domain/PersonalText.h"
#include "handling/CommandDialog.h"
#include "shell/Icon.h"
#include "shell/Settings.h"
#include "storage/IncomingFile.h"
#include "tickets/AttachmentCopies.h"
#include "tickets/AttachmentFiles.h"
#include "tickets/AttachmentQueue.h"
#include "tickets/AttachmentViewer.h"
#include "tickets/RunningText.h"
#include "tickets/TicketText.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int IdRole = Qt::UserRole;
constexpr int RemarkRole = Qt::UserRole + 1;
constexpr int TagRole = Qt::UserRole + 2;
constexpr int ToneRole = Qt::UserRole + 3;
constexpr int RemovedRole = Qt::UserRole + 4;
constexpr int mostRows = 6; // in sight at once
constexpr auto openFolderKey = "attachments/openFolder";
constexpr auto saveFolderKey = "attachments/saveFolder";

// The name with its kind as a tag, and below it size, time, who and why. The name of a removed one is struck out.
class AttachmentDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint([[maybe_unused]] const QStyleOptionViewItem &option,
                                 [[maybe_unused]] const QModelIndex &index) const override
    {
        const Theme &theme = Theme::instance();
        return {60, QFontMetrics(theme.font(Theme::Text::Body)).height()
                        + QFontMetrics(theme.font(Theme::Text::Small)).height() + 16};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::instance();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF frame = QRectF(option.rect).adjusted(1, 1, -1, -1);
        const bool selected = option.state & QStyle::State_Selected;
        if (selected || option.state & QStyle::State_MouseOver) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(colour(selected ? ColourRole::AccentSoft : ColourRole::Hover));
            painter->drawRoundedRect(frame, 6, 6);
        }
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(colour(ColourRole::Accent));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        }
        const QRect room = option.rect.adjusted(8, 6, -8, -6);
        const QString tag = index.data(TagRole).toString();
        const QSize tagSize = Tag::sizeFor(tag);
        QFont name = theme.font(Theme::Text::Body);
        const bool removed = index.data(RemovedRole).toBool();
        name.setStrikeOut(removed);
        painter->setFont(name);
        painter->setPen(colour(removed ? ColourRole::TextWeak : ColourRole::Text));
        const int height = painter->fontMetrics().height();
        const int width = room.width() - tagSize.width() - 8;
        painter->drawText(QRect(room.left(), room.top(), width, height), Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, width));
        QRect tagPlace(QPoint(), tagSize);
        tagPlace.moveCenter(QPoint(room.right() - tagSize.width() / 2, room.top() + height / 2));
        Tag::paint(*painter, tagPlace, tag, static_cast<Tone>(index.data(ToneRole).toInt()));
        painter->setFont(theme.font(Theme::Text::Small));
        painter->setPen(colour(ColourRole::TextWeak));
        const int below = painter->fontMetrics().height();
        painter->drawText(
            QRect(room.left(), room.bottom() - below + 1, room.width(), below), Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data(RemarkRole).toString(), Qt::ElideRight, room.width()));
        painter->restore();
    }
};

QString folderOf(const char *key)
{
    const QString folder = settings().value(QLatin1StringView(key)).toString();
    if (!folder.isEmpty() && QDir(folder).exists())
        return folder;
    // A file dialog takes the last part of a folder that is not there for the name of a file.
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(documents).exists() ? documents : QDir::homePath();
}

QStringList filesIn(const QMimeData *mime)
{
    QStringList paths;
    for (const QUrl &url : mime->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace

AttachmentList::AttachmentList(CaseSession &session, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_name(name + u".attachments")
    , m_queue(new AttachmentQueue(session, this))
    , m_add(action(u"add"_s, tr("Add…"), &AttachmentList::chooseFiles))
    , m_paste(action(u"paste"_s, tr("Paste a picture"), &AttachmentList::paste))
    , m_see(action(u"see"_s, tr("See"), &AttachmentList::see))
    , m_save(action(u"save"_s, tr("Save as…"), &AttachmentList::chooseSaving))
    , m_saveAll(action(u"saveAll"_s, tr("Save all…"), &AttachmentList::chooseSavingAll))
    , m_remove(action(u"remove"_s, tr("Remove…"), &AttachmentList::remove))
    , m_notice(new NoticeBar(this))
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
    connect(m_queue, &AttachmentQueue::progressed, this, [this](int number, int total, const QString &file) {
        m_going =
            total == 1 ? tr("Adding “%1”…").arg(file) : tr("Adding %1 of %2: “%3”…").arg(number).arg(total).arg(file);
        showState();
    });
    connect(m_queue, &AttachmentQueue::finished, this, &AttachmentList::tellFinished);
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
        item->setData(IdRole, attachment.id->value());
        item->setData(RemarkRole, remark);
        item->setData(TagRole, tag);
        item->setData(ToneRole, static_cast<int>(attachment.kind == AttachmentKind::Dangerous && !attachment.removedAt
                                                     ? Tone::Bad
                                                     : Tone::Neutral));
        item->setData(RemovedRole, attachment.removedAt.has_value());
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
    const AttachmentId id(item->data(IdRole).toLongLong());
    const auto found = std::ranges::find(m_facts->attachments, std::optional(id), &Attachment::id);
    return found == m_facts->attachments.end() ? nullptr : &*found;
}

QList<AttachmentId> AttachmentList::present() const
{
    QList<AttachmentId> ids;
    if (!m_facts)
        return ids;
    for (const Attachment &attachment : m_facts->attachments) {
        if (!attachment.removedAt)
            ids.append(*attachment.id);
    }
    return ids;
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

    QString remark = m_going;
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
    auto *dialog = new QFileDialog(this, tr("Add attachments"), folderOf(openFolderKey));
    dialog->setObjectName(m_name + u".addDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    const TicketId ticket = *m_facts->ticket.id;
    connect(dialog, &QFileDialog::filesSelected, this, [this, ticket, about = about()](const QStringList &paths) {
        settings().setValue(QLatin1StringView(openFolderKey), QFileInfo(paths.first()).absolutePath());
        QList<IncomingAttachment> files;
        for (const QString &path : paths)
            files.append({.ticket = ticket, .path = path, .name = QFileInfo(path).fileName()});
        ask(about, files);
    });
    dialog->open();
}

bool AttachmentList::canTake(const QMimeData *mime) const
{
    if (!m_facts || !m_add->isEnabled())
        return false;
    const QStringList paths = filesIn(mime);
    if (paths.size() == 1 && paths.first().endsWith(u".huiyin"))
        return false;
    return !paths.isEmpty() || mime->hasImage();
}

void AttachmentList::take(const QMimeData *mime)
{
    if (!canTake(mime))
        return;
    const TicketId ticket = *m_facts->ticket.id;
    QList<IncomingAttachment> files;
    for (const QString &path : filesIn(mime))
        files.append({.ticket = ticket, .path = path, .name = QFileInfo(path).fileName()});
    if (files.isEmpty()) {
        const auto picture = qvariant_cast<QImage>(mime->imageData());
        if (picture.isNull())
            return;
        const QString time = m_session.zone().toLocal(m_session.clock().now()).toString(u"yyyyMMdd-HHmmss"_s);
        files.append({.ticket = ticket, .name = tr("Picture %1").arg(time) + u".png", .picture = picture});
    }
    Q_EMIT wanted();
    ask(about(), files);
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

// What is about to be added, with a note for all of it. `about`: the ticket that it was chosen for, which need not be
// the one in front any more.
void AttachmentList::ask(const QString &about, QList<IncomingAttachment> files)
{
    constexpr qsizetype most = 8;
    m_notice->clear();
    QStringList names;
    for (const IncomingAttachment &file : std::as_const(files).first(std::min(files.size(), most)))
        names.append(keptFileName(file.name));
    if (files.size() > most)
        names.append(tr("and %n more", nullptr, static_cast<int>(files.size() - most)));
    auto *dialog = new EntryDialog(m_name + u".adding"_s, tr("Add attachments"), window());
    dialog->addRemark(about);
    dialog->addRemark(names.join(u'\n'));
    auto *note = new QLineEdit(dialog);
    note->setPlaceholderText(tr("What it shows, or where it comes from; may stay empty"));
    dialog->addField(u"note"_s, tr("&Note"), note);
    dialog->setSubmitText(tr("Add %n file(s)", nullptr, static_cast<int>(files.size())));
    connect(dialog, &EntryDialog::submitted, this, [this, dialog, note, files]() mutable {
        for (IncomingAttachment &file : files)
            file.note = note->text();
        dialog->accept();
        m_queue->add(files);
    });
    dialog->open();
}

bool AttachmentList::isAdding() const
{
    return m_queue->isRunning();
}

void AttachmentList::leave(const std::function<void(bool)> &answer)
{
    if (!isAdding()) {
        answer(true);
        return;
    }
    m_session.messages().ask(this,
                             {.message = {.level = Message::Level::Warning,
                                          .what = tr("Files are still being added to a ticket."),
                                          .state = tr("Those that are not in the case file yet would not be added.")},
                              .answers = {tr("Leave without the rest"), tr("Wait for them")},
                              .standard = 0,
                              .destructive = true},
                             [answer](int chosen) { answer(chosen == 0); });
}

void AttachmentList::tellFinished(TicketId ticket, int added, const QStringList &refused)
{
    m_going.clear();
    showState();
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

void AttachmentList::warnFirst(const QString &what, bool needed, const std::function<void()> &go)
{
    if (!needed) {
        go();
        return;
    }
    m_session.messages().ask(
        this,
        {.message = {.level = Message::Level::Warning,
                     .what = what,
                     .state = tr("It may be a program, or hold one, or its name may say something else than its "
                                 "content. Opened on this computer it could do harm."),
                     .todo = tr("Save it only when you know where it comes from.")},
         .answers = {tr("Save it all the same"), tr("Don't save it")},
         .standard = 0,
         .destructive = true},
        [go](int answer) {
            if (answer == 0)
                go();
        });
}

void AttachmentList::chooseSaving()
{
    const Attachment *attachment = current();
    if (!attachment)
        return;
    const AttachmentId id = *attachment->id;
    const QString name = attachment->name;
    warnFirst(tr("“%1” is not safe to open.").arg(shownName(*attachment)), !mayBeOpened(attachment->kind),
              [this, id, name] {
                  auto *dialog = new QFileDialog(this, tr("Save the attachment"),
                                                 QDir(folderOf(saveFolderKey)).filePath(safeFileName(name)));
                  dialog->setObjectName(m_name + u".saveDialog"_s);
                  dialog->setAttribute(Qt::WA_DeleteOnClose);
                  dialog->setAcceptMode(QFileDialog::AcceptSave);
                  dialog->setOption(QFileDialog::DontConfirmOverwrite); // saveAttachment() asks
                  connect(dialog, &QFileDialog::fileSelected, this, [this, id](const QString &path) {
                      settings().setValue(QLatin1StringView(saveFolderKey), QFileInfo(path).absolutePath());
                      saveAttachment(id, path);
                  });
                  dialog->open();
              });
}

void AttachmentList::saveAttachment(AttachmentId attachment, const QString &path)
{
    m_notice->clear();
    if (!QFileInfo::exists(path)) {
        write(attachment, path, false);
        return;
    }
    m_session.messages().ask(
        this,
        {.message = {.level = Message::Level::Warning,
                     .what = tr("There is already a file “%1”.").arg(QDir::toNativeSeparators(path)),
                     .state = tr("Nothing has been written yet.")},
         .answers = {tr("Replace it"), tr("Keep it")},
         .standard = 0,
         .destructive = true},
        [this, attachment, path](int answer) {
            if (answer == 0)
                write(attachment, path, true);
        });
}

// The record of it first: what leaves the file is known before it leaves.
void AttachmentList::write(AttachmentId attachment, const QString &path, bool overwrite)
{
    m_session.command(
        this, [attachment](CaseBook &book) { return book.recordAttachmentUse(attachment, AttachmentUse::Saved); },
        [this, attachment, path, overwrite](const Changes &) {
            m_session.read(
                this,
                [attachment, path, overwrite](CaseFile &file) {
                    AttachmentFiles::save(file, attachment, path, overwrite);
                },
                [this, path] {
                    m_notice->showNotice(Tone::Ok, tr("Saved as “%1”.").arg(QDir::toNativeSeparators(path)));
                });
        },
        [this](const Refusal &refusal) { tell(refusal); });
}

void AttachmentList::chooseSavingAll()
{
    const auto harmful = std::ranges::count_if(m_facts->attachments, [](const Attachment &attachment) {
        return !attachment.removedAt && !mayBeOpened(attachment.kind);
    });
    // Those of the ticket that was in front when they were asked for.
    warnFirst(tr("%n attachment(s) are not safe to open.", nullptr, static_cast<int>(harmful)), harmful > 0,
              [this, ids = present()] {
                  auto *dialog =
                      new QFileDialog(this, tr("Save all attachments in this folder"), folderOf(saveFolderKey));
                  dialog->setObjectName(m_name + u".saveAllDialog"_s);
                  dialog->setAttribute(Qt::WA_DeleteOnClose);
                  dialog->setFileMode(QFileDialog::Directory);
                  dialog->setOption(QFileDialog::ShowDirsOnly);
                  connect(dialog, &QFileDialog::fileSelected, this, [this, ids](const QString &folder) {
                      settings().setValue(QLatin1StringView(saveFolderKey), folder);
                      saveAllInto(folder, ids);
                  });
                  dialog->open();
              });
}

void AttachmentList::saveAllInto(const QString &folder, const QList<AttachmentId> &attachments)
{
    m_notice->clear();
    m_session.command(
        this, [attachments](CaseBook &book) { return book.recordAttachmentUse(attachments, AttachmentUse::Saved); },
        [this, attachments, folder](const Changes &) {
            m_session.longRead(
                this, tr("Saving the attachments"),
                [attachments, folder](CaseFile &file, Progress &progress) {
                    return AttachmentFiles::saveAll(file, attachments, folder, progress);
                },
                [this, folder, wanted = attachments.size()](const SavedCopies &saved) {
                    tellSaved(saved, folder, wanted);
                });
        },
        [this](const Refusal &refusal) { tell(refusal); });
}

void AttachmentList::tellSaved(const SavedCopies &saved, const QString &folder, qsizetype wanted)
{
    QString words = tr("%n attachment(s) saved.", nullptr, static_cast<int>(saved.paths.size()));
    const bool isAll = saved.paths.size() == wanted;
    if (!isAll) {
        QStringList names;
        for (const QString &path : saved.paths)
            names.append(QFileInfo(path).fileName());
        words = tr("Only %1 of %2 attachments were saved.").arg(saved.paths.size()).arg(wanted);
        if (!names.isEmpty())
            words += u' ' + tr("They are in the folder: %1.").arg(names.join(u" · "_s));
        if (!saved.fault.isEmpty())
            words += u'\n' + saved.fault;
    }
    m_notice->showNotice(isAll ? Tone::Ok : Tone::Warn, words, tr("Show the folder"),
                         [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
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
