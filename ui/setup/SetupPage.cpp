// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/SetupPage.h"

#include "controls/Panel.h"
#include "layouts/LayoutEditor.h"
#include "layouts/LayoutSection.h"
#include "setup/BackupSection.h"
#include "setup/CalendarSection.h"
#include "setup/CodeTableEditor.h"
#include "setup/DeadlineSection.h"
#include "setup/ExportSection.h"
#include "setup/ImportSection.h"
#include "setup/OfficeEditor.h"
#include "setup/RecordsSection.h"
#include "setup/UsersSection.h"
#include "shell/ClipboardGuard.h"
#include "shell/Icon.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QMimeData>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

SetupPage::SetupPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_left(new Panel({}, this))
    , m_sections(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_panel(new Panel(u" "_s, this))
    , m_office(new OfficeEditor(context, this))
    , m_import(new ImportSection(context, this))
    , m_layouts(new LayoutSection(context, this))
{
    setObjectName(u"setup"_s);
    setCopiesLasting(this);
    setCopiesLasting(m_import, false); // what is wrong with a table tells what stands in it
    m_sections->setObjectName(u"setup.sections"_s);
    m_sections->setAccessibleName(tr("Sections"));
    m_sections->setIconSize(QSize(16, 16));
    m_sections->setUniformItemSizes(true);

    m_left->setFixedWidth(176);
    m_left->body()->setContentsMargins(7, 7, 7, 7);
    m_left->body()->addWidget(m_sections);
    m_panel->setFlush(true);
    m_panel->body()->addWidget(m_stack);
    auto *layout = pageLayout(new QHBoxLayout(this));
    layout->addWidget(m_left);
    layout->addWidget(m_panel, 1);

    using Kept = CodeTableEditor::Table;
    const auto table = [this, &context](Kept which) { return CodeTableEditor::create(which, context, this); };
    addSection(u"office"_s, u"building-2"_s, tr("Office"), m_office);
    addSection(u"channels"_s, u"radio"_s, tr("Channels"), table(Kept::Channels));
    addSection(u"requestTypes"_s, u"tags"_s, tr("Request types"), table(Kept::RequestTypes));
    addSection(u"categories"_s, u"layers"_s, tr("Categories"), table(Kept::Categories));
    addSection(u"topics"_s, u"star"_s, tr("Topics"), table(Kept::Topics));
    addSection(u"areas"_s, u"map-pin"_s, tr("Areas"), table(Kept::Areas));
    addSection(u"departments"_s, u"send"_s, tr("Departments"), table(Kept::Departments));
    addSection(u"calendar"_s, u"calendar"_s, tr("Calendar"), new CalendarSection(context, this));
    addSection(u"deadlines"_s, u"clock"_s, tr("Deadlines"), new DeadlineSection(context, this));
    addSection(u"layouts"_s, u"newspaper"_s, tr("Bulletin layouts"), m_layouts);
    // The editor of a layout takes the whole page.
    connect(m_layouts, &LayoutSection::editing, this, &SetupPage::giveRoom);
    addSection(u"users"_s, u"user"_s, tr("Users"), new UsersSection(context, this));
    addSection(u"records"_s, u"eye"_s, tr("Access records"), new RecordsSection(context, this));
    auto *backups = new BackupSection(context, this);
    connect(backups, &BackupSection::restoreRequested, this, &Page::restoreRequested);
    addSection(u"backups"_s, u"save"_s, tr("Backups"), backups);
    addSection(u"import"_s, u"upload"_s, tr("Import"), m_import);
    addSection(u"export"_s, u"download"_s, tr("Export"), new ExportSection(context, this));
    setAcceptDrops(true);

    connect(m_sections, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row < 0)
            return;
        if (m_stack->currentWidget() == m_office && m_stack->widget(row) != m_office)
            tellUnsaved();
        m_stack->setCurrentIndex(row);
        giveRoom();
    });
    m_sections->setCurrentRow(0);
}

void SetupPage::giveRoom()
{
    const bool isEditing = m_stack->currentWidget() == m_layouts && m_layouts->editor()->isOpen();
    const QListWidgetItem *item = m_sections->currentItem();
    m_left->setVisible(!isEditing);
    m_panel->setTitle(isEditing || !item ? QString() : item->text());
    setLook(m_panel, isEditing ? "bare" : "");
}

void SetupPage::addSection(const QString &name, const QString &icon, const QString &title, QWidget *content)
{
    auto *item = new QListWidgetItem(themedIcon(icon), title, m_sections);
    item->setData(Qt::UserRole, name);
    item->setSizeHint(QSize(100, std::max(32, fontMetrics().height() + 12)));
    m_stack->addWidget(content);
}

void SetupPage::showPart(const QString &part)
{
    for (int row = 0; row < m_sections->count(); ++row) {
        if (m_sections->item(row)->data(Qt::UserRole) == part)
            m_sections->setCurrentRow(row);
    }
}

void SetupPage::dragEnterEvent(QDragEnterEvent *event)
{
    // A case file is the window's.
    if (!session().isReadOnly() && !ImportSection::tablesIn(event->mimeData()).isEmpty())
        event->acceptProposedAction();
    else
        event->ignore();
}

void SetupPage::dropEvent(QDropEvent *event)
{
    const QString path = ImportSection::tablesIn(event->mimeData());
    if (path.isEmpty()) {
        event->ignore();
        return;
    }
    event->acceptProposedAction();
    showPart(u"import"_s);
    m_import->setPath(path);
}

bool SetupPage::wouldLose() const
{
    return m_office->isChanged() || m_layouts->editor()->isChanged();
}

bool SetupPage::isKept() const
{
    return !m_office->isChanged() && (!m_layouts->editor()->isChanged() || m_layouts->editor()->isKept());
}

// What was typed stays where it is; whoever goes elsewhere is told.
void SetupPage::tellUnsaved()
{
    if (m_office->isChanged())
        Q_EMIT session().told(tr("The office's record was changed and not saved."));
}

void SetupPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    if (!event->spontaneous() && session().isLoggedIn())
        tellUnsaved();
}

void SetupPage::leave(const std::function<void(bool)> &answer)
{
    if (!m_layouts->editor()->isChanged()) {
        leaveOffice(answer);
        return;
    }
    Q_EMIT pageRequested(u"setup"_s);
    showPart(u"layouts"_s);
    m_layouts->editor()->leave([this, answer](bool leaves) {
        if (leaves)
            leaveOffice(answer);
        else
            answer(false);
    });
}

void SetupPage::leaveOffice(const std::function<void(bool)> &answer)
{
    if (!m_office->isChanged()) {
        answer(true);
        return;
    }
    Q_EMIT pageRequested(u"setup"_s);
    showPart(u"office"_s);
    messages().ask(
        this,
        {.message = {.level = Message::Level::Warning, .what = tr("The office's record was changed and not saved.")},
         .answers = {tr("Give up the change"), tr("Go back")},
         .standard = 0,
         .destructive = true},
        [answer](int chosen) { answer(chosen == 0); });
}

} // namespace huiyin
