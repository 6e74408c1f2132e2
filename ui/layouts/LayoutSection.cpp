// SPDX-License-Identifier: GPL-3.0-or-later
#include "layouts/LayoutSection.h"

#include "bulletin/Layout.h"
#include "bulletin/LayoutCheck.h"
#include "bulletin/LayoutText.h"
#include "bulletin/OfficeLayouts.h"
#include "controls/EntryDialog.h"
#include "controls/NoticeBar.h"
#include "controls/Panel.h"
#include "controls/TableLook.h"
#include "controls/Tag.h"
#include "layouts/LayoutEditor.h"
#include "shell/FileSaver.h"
#include "shell/Icon.h"
#include "storage/BulletinRepository.h"
#include "storage/IncomingFile.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qint64 largestFile = 1'000'000; // bytes
constexpr int toldFaults = 8;
constexpr int titleColumn = 0;
constexpr int stateColumn = 3;

QString ownName(const QString &name, const QStringList &taken)
{
    QString free = name;
    for (int n = 2; taken.contains(free); ++n)
        free = name + u'-' + QString::number(n);
    return free;
}

} // namespace

LayoutSection::LayoutSection(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_stack(new QStackedWidget(this))
    , m_notice(new NoticeBar(this))
    , m_edit(new QPushButton(tr("&Edit…"), this))
    , m_copy(new QPushButton(tr("&Copy…"), this))
    , m_remove(new QPushButton(this))
    , m_import(new QPushButton(tr("&Import…"), this))
    , m_export(new QPushButton(tr("E&xport…"), this))
    , m_model(new QStandardItemModel(this))
    , m_view(new QTreeView(this))
    , m_editor(new LayoutEditor(context, this))
    , m_saver(new FileSaver(context, this))
{
    setObjectName(u"setup.layouts"_s);
    const auto name = [](QWidget *widget, const QString &thing) { widget->setObjectName(u"setup.layouts."_s + thing); };
    name(m_notice, u"notice"_s);
    name(m_edit, u"edit"_s);
    name(m_copy, u"copy"_s);
    name(m_remove, u"remove"_s);
    name(m_import, u"import"_s);
    name(m_export, u"export"_s);
    name(m_view, u"table"_s);
    for (QPushButton *button : {m_edit, m_copy, m_remove, m_import, m_export})
        button->setAutoDefault(false);
    m_edit->setIcon(themedIcon(u"pencil"_s, ColourRole::OnAccent));
    setLook(m_edit, "primary");
    m_remove->setText(tr("Back to the &shipped one"));
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Layouts of bulletins"));
    m_view->setRootIsDecorated(false);
    setUpTree(m_view);
    m_view->ensurePolished();
    m_view->setItemDelegateForColumn(stateColumn, new TagDelegate(m_view));
    m_model->setHorizontalHeaderLabels({tr("Layout"), tr("Name"), tr("Changed"), tr("State")});

    auto *about =
        textLabel(tr("A layout says what a bulletin prints, in which order and in which words. A shipped one is "
                     "changed by an own one that stands in its place. Bulletins that were begun keep the copy "
                     "of the layout that they were begun with."),
                  "weak", this);
    about->setWordWrap(true);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(8);
    for (QPushButton *button : {m_edit, m_copy, m_remove})
        tools->addWidget(button);
    tools->addStretch();
    tools->addWidget(m_import);
    tools->addWidget(m_export);
    auto *list = new QWidget(m_stack);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(15, 0, 15, 12);
    top->setSpacing(12);
    top->addWidget(about);
    top->addLayout(tools);
    top->addWidget(m_notice);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_view, 1);
    m_stack->addWidget(list);
    m_stack->addWidget(m_editor);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    setTabChain({m_edit, m_copy, m_remove, m_import, m_export, m_view});

    connect(m_edit, &QPushButton::clicked, this, &LayoutSection::edit);
    connect(m_view, &QTreeView::activated, this, &LayoutSection::edit);
    connect(m_copy, &QPushButton::clicked, this, &LayoutSection::copy);
    connect(m_remove, &QPushButton::clicked, this, &LayoutSection::remove);
    connect(m_import, &QPushButton::clicked, this, &LayoutSection::chooseImport);
    connect(m_export, &QPushButton::clicked, this, &LayoutSection::chooseExport);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &LayoutSection::showState);
    connect(m_saver, &FileSaver::written, this,
            [this](const QString &path) { m_notice->showNotice(Tone::Ok, tr("Saved: %1").arg(path)); });
    connect(m_editor, &LayoutEditor::closed, this, [this] {
        m_stack->setCurrentIndex(0);
        Q_EMIT editing();
        m_view->setFocus();
    });
    connect(&context.session, &CaseSession::changed, this, [this](const Changes &changes) {
        if (changes.bulletins || changes.everything)
            read();
    });
    connect(&context.session, &CaseSession::userChanged, this, &LayoutSection::showState);
    connect(&Theme::instance(), &Theme::changed, this, [this] { showEntries(m_entries); }); // colours lie in the items
    read();
}

// ---- The list

QList<LayoutSection::Entry> LayoutSection::entriesOf(CaseFile &file)
{
    QList<Entry> entries;
    const auto shipped = layouts();
    for (const LayoutInfo &layout : shipped)
        entries.append({.name = layout.name, .title = layout.title, .isShipped = true});
    const auto own = LayoutRepository(file.database()).all();
    for (const OfficeLayout &layout : own) {
        auto entry = std::ranges::find(entries, layout.name, &Entry::name);
        if (entry == entries.end())
            entry = entries.insert(entries.end(), Entry{.name = layout.name});
        entry->title = layout.title;
        entry->own = layout;
    }
    return entries;
}

void LayoutSection::read()
{
    m_pending.cancel();
    m_pending = m_context.session.read(
        this, [](CaseFile &file) { return entriesOf(file); },
        [this](const QList<Entry> &entries) { showEntries(entries); });
}

void LayoutSection::showEntries(const QList<Entry> &entries)
{
    const Entry *before = current();
    const QString wanted = !m_wanted.isEmpty() ? std::exchange(m_wanted, {}) : before ? before->name : QString();
    m_entries = entries;
    m_model->removeRows(0, m_model->rowCount());
    for (const Entry &entry : std::as_const(m_entries)) {
        const QString changed =
            entry.own ? m_context.session.zone().toLocal(entry.own->updatedAt).toString(u"yyyy-MM-dd H:mm"_s) + u' '
                            + entry.own->updatedBy
                      : QString();
        const QString state = !entry.own ? tr("shipped") : entry.isShipped ? tr("own, in its place") : tr("own");
        QList<QStandardItem *> cells;
        for (const QString &text : {entry.title, entry.name, changed, state})
            cells.append(new QStandardItem(text));
        cells.first()->setToolTip(plainToolTip(entry.title));
        cells.last()->setData(static_cast<int>(entry.own ? Tone::Info : Tone::Neutral), TagDelegate::ToneRole);
        m_model->appendRow(cells);
        if (entry.name == wanted)
            m_view->setCurrentIndex(cells.first()->index());
    }
    fitColumns(m_view, m_view->header(), titleColumn);
    if (!m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_model->index(0, 0));
    showState();
}

const LayoutSection::Entry *LayoutSection::current() const
{
    const int row = m_view->currentIndex().row();
    return row >= 0 && row < m_entries.size() ? &m_entries[row] : nullptr;
}

void LayoutSection::showState()
{
    const bool writable = m_context.session.may(Command::SetUp);
    const Entry *entry = current();
    m_edit->setText(writable ? tr("&Edit…") : tr("L&ook at it…"));
    m_edit->setEnabled(entry);
    m_copy->setEnabled(writable && entry);
    m_remove->setEnabled(writable && entry && entry->own);
    m_remove->setText(entry && entry->own && !entry->isShipped ? tr("&Remove") : tr("Back to the &shipped one"));
    m_import->setEnabled(writable);
    m_export->setEnabled(entry);
}

void LayoutSection::edit()
{
    const Entry *entry = current();
    if (!entry)
        return;
    m_pending.cancel();
    m_context.session.read(
        this,
        [chosen = *entry](CaseFile &file) {
            LayoutEditor::Opened opened{.layout = layoutOf(file, chosen.name), .isShipped = chosen.isShipped};
            const auto own = LayoutRepository(file.database()).byName(chosen.name);
            opened.stored = own.value_or(OfficeLayout{.name = chosen.name, .title = chosen.title});
            return opened;
        },
        [this](const LayoutEditor::Opened &opened) {
            m_notice->clear();
            m_stack->setCurrentWidget(m_editor);
            m_editor->open(opened);
            Q_EMIT editing();
        });
}

void LayoutSection::remove()
{
    const Entry *entry = current();
    if (!entry || !entry->own)
        return;
    const QString what = entry->isShipped
                             ? tr("The office's own layout “%1” goes, and the shipped one stands in its place again.")
                             : tr("The layout “%1” goes.");
    m_context.messages.ask(
        this,
        {.message = {.level = Message::Level::Warning,
                     .what = what.arg(entry->title),
                     .state =
                         tr("Bulletins that were begun with it keep their copy. The log of changes keeps its text.")},
         .answers = {entry->isShipped ? tr("Back to the shipped one") : tr("Remove"), tr("Leave it")},
         .standard = 0,
         .destructive = true},
        [this, name = entry->name, version = entry->own->version](int chosen) {
            if (chosen != 0)
                return;
            m_context.session.command(
                this, [name, version](CaseBook &book) { return removeLayout(book, name, version); },
                [this](const Changes &) { m_notice->showNotice(Tone::Ok, tr("Done.")); },
                [this](const Refusal &refusal) { m_notice->showNotice(Tone::Bad, refusal.reason); });
        });
}

// ---- Copies and files

void LayoutSection::copy()
{
    const Entry *entry = current();
    if (!entry)
        return;
    m_context.session.read(
        this, [name = entry->name](CaseFile &file) { return layoutOf(file, name); },
        [this, name = entry->name, title = entry->title](const QJsonObject &layout) {
            saveAs(tr("Copy the layout"), layout, name, tr("%1 (copy)").arg(title.section(u'（', 0, 0)));
        });
}

void LayoutSection::saveAs(const QString &dialogTitle, const QJsonObject &layout, const QString &name,
                           const QString &title)
{
    QStringList taken;
    for (const Entry &entry : std::as_const(m_entries))
        taken.append(entry.name);
    auto *dialog = new EntryDialog(u"setup.layout"_s, dialogTitle, this);
    auto *titleLine = new QLineEdit(title, dialog);
    auto *nameLine = new QLineEdit(ownName(name, taken), dialog);
    dialog->addField(u"title"_s, tr("&Title"), titleLine);
    dialog->addField(u"name"_s, tr("&Name"), nameLine);
    dialog->addRemark(tr("The title stands in the list of layouts; the name is used on the command line and for files: "
                         "letters, digits and hyphens."));
    dialog->setMessages(m_context.messages);
    connect(dialog, &EntryDialog::submitted, this, [this, dialog, layout, titleLine, nameLine, taken] {
        const QString chosen = nameLine->text().trimmed();
        static const QRegularExpression plain(u"^[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]*$"_s);
        if (!plain.match(chosen).hasMatch()) {
            dialog->showRefusal({tr("Letters, digits and hyphens, please."), u"name"_s});
        } else if (taken.contains(chosen)) {
            dialog->showRefusal({tr("There is a layout of this name already."), u"name"_s});
        } else {
            give(dialog, layout, chosen, titleLine->text());
        }
    });
    dialog->open();
}

void LayoutSection::give(EntryDialog *dialog, const QJsonObject &layout, const QString &name, const QString &title)
{
    QJsonObject named = layout;
    named[u"name"] = name;
    named[u"list_title"] = title.simplified();
    dialog->setBusy(true);
    m_context.session.command(
        dialog,
        [own = OfficeLayout{.name = name, .title = title, .content = layoutText(named)}](CaseBook &book) {
            return saveLayout(book, own);
        },
        [this, dialog, name](const Changes &) {
            m_wanted = name;
            m_notice->showNotice(Tone::Ok, tr("Saved. Edit it to make it your own."));
            dialog->accept();
            m_view->setFocus(); // Enter edits it
            read();
        },
        [dialog](const Refusal &refusal) {
            dialog->setBusy(false);
            dialog->showRefusal(refusal);
        },
        [dialog] { dialog->setBusy(false); });
}

void LayoutSection::chooseExport()
{
    if (const Entry *entry = current())
        m_saver->choosePlace(tr("Save the layout"), entry->name, u"json"_s,
                             [this](const QString &path) { exportTo(path); });
}

void LayoutSection::exportTo(const QString &path)
{
    const Entry *entry = current();
    if (!entry)
        return;
    m_context.session.read(
        this, [name = entry->name](CaseFile &file) { return layoutOf(file, name); },
        [this, path](const QJsonObject &layout) { m_saver->write(path, layoutPage(layout).toUtf8()); });
}

void LayoutSection::chooseImport()
{
    auto *dialog = new QFileDialog(this, tr("Take in a layout"), QString(), tr("Layouts of bulletins (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &LayoutSection::importFrom);
    dialog->open();
}

void LayoutSection::importFrom(const QString &path)
{
    struct Taken
    {
        QString refusal{};
        LayoutReading reading{};
    };
    m_context.session.read(
        this,
        [path, caseFile = m_context.session.path()](CaseFile &) {
            Progress quiet;
            const auto file = readIncomingFile(path, largestFile, caseFile, quiet);
            if (!file)
                return Taken{.refusal = file.error().reason};
            return Taken{.reading = readLayout(QString::fromUtf8(file->content))};
        },
        [this, path](const Taken &taken) {
            if (!taken.refusal.isEmpty())
                m_notice->showNotice(Tone::Bad, taken.refusal);
            else if (!taken.reading.layout)
                m_notice->showNotice(Tone::Bad, tr("Line %1: %2").arg(taken.reading.line).arg(taken.reading.fault));
            else
                takeIn(*taken.reading.layout, QFileInfo(path).completeBaseName());
        });
}

void LayoutSection::takeIn(const QJsonObject &layout, const QString &name)
{
    const auto faults = checkLayout(layout);
    if (faults.isEmpty()) {
        const QString own = layout[u"name"].toString(name);
        saveAs(tr("Take in a layout"), layout, own, layout[u"list_title"].toString(own));
        return;
    }
    QStringList told;
    for (const LayoutFault &fault : faults.first(std::min<qsizetype>(toldFaults, faults.size())))
        told.append(fault.path.isEmpty() ? fault.message : QString(fault.path + u": " + fault.message));
    m_context.messages.show({.level = Message::Level::Warning,
                             .what = tr("The file holds a layout with %n fault(s). It was not taken in.", nullptr,
                                        static_cast<int>(faults.size())),
                             .state = told.join(u'\n')});
}

} // namespace huiyin
