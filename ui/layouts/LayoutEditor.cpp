// SPDX-License-Identifier: GPL-3.0-or-later
#include "layouts/LayoutEditor.h"

#include "bulletin/LayoutBlocks.h"
#include "bulletin/LayoutText.h"
#include "controls/NoticeBar.h"
#include "controls/Panel.h"
#include "controls/SegmentedButtons.h"
#include "controls/Tag.h"
#include "layouts/LayoutForm.h"
#include "layouts/LayoutLabels.h"
#include "layouts/LayoutPreview.h"
#include "layouts/LayoutTree.h"
#include "shell/Icon.h"
#include "shell/KeptWords.h"
#include "shell/Theme.h"

#include <QAction>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTextBlock>
#include <QToolButton>
#include <QTransform>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int treeWidth = 264;
constexpr int threeColumns = 1040; // what they take
constexpr int widestPreview = 620;
constexpr int checkMs = 250;

QToolButton *iconButton(const QString &name, const QString &icon, const QString &text, const QKeySequence &key,
                        QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(u"layouts."_s + name);
    button->setIcon(themedIcon(icon));
    button->setAccessibleName(text);
    button->setToolTip(key.isEmpty() ? text : u"%1 (%2)"_s.arg(text, key.toString(QKeySequence::NativeText)));
    setLook(button, "framed");
    button->setFixedSize(32, 32);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

LayoutEditor::LayoutEditor(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_back(new QPushButton(tr("&Back to the layouts"), this))
    , m_title(textLabel(QString(), "title", this))
    , m_tag(new Tag(QString(), Tone::Neutral, this))
    , m_beside(new QPushButton(tr("&Preview"), this))
    , m_undo(iconButton(u"undo"_s, u"undo-2"_s, tr("Undo"), QKeySequence::Undo, this))
    , m_redo(iconButton(u"redo"_s, u"undo-2"_s, tr("Redo"), QKeySequence::Redo, this))
    , m_save(new QPushButton(tr("&Save"), this))
    , m_keptBar(new NoticeBar(this))
    , m_notice(new NoticeBar(this))
    , m_add(new QPushButton(tr("&Add"), this))
    , m_up(iconButton(u"up"_s, u"arrow-up"_s, tr("Move up"), QKeySequence(Qt::ALT | Qt::Key_Up), this))
    , m_down(iconButton(u"down"_s, u"arrow-down"_s, tr("Move down"), QKeySequence(Qt::ALT | Qt::Key_Down), this))
    , m_copy(iconButton(u"copy"_s, u"copy"_s, tr("Copy"), QKeySequence(Qt::CTRL | Qt::Key_D), this))
    , m_remove(iconButton(u"remove"_s, u"trash-2"_s, tr("Delete"), QKeySequence::Delete, this))
    , m_tree(new LayoutTree(m_draft, this))
    , m_middle(new Panel(u" "_s, this))
    , m_view(new SegmentedButtons(this))
    , m_stack(new QStackedWidget(this))
    , m_form(new LayoutForm(m_draft, this))
    , m_text(new QPlainTextEdit(this))
    , m_faultTitle(textLabel(QString(), "error", this))
    , m_faultList(new QListWidget(this))
    , m_preview(new LayoutPreview(context, this))
{
    setObjectName(u"layouts.editor"_s);
    m_keptBar->setObjectName(u"layouts.kept"_s);
    m_notice->setObjectName(u"layouts.notice"_s);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(12);
    columns->addWidget(makeTreePanel());
    columns->addWidget(makeMiddle(), 1);
    columns->addWidget(m_preview);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    buildTop();
    layout->addWidget(m_keptBar);
    layout->addWidget(m_notice);
    layout->addLayout(columns, 1);
    connectParts();
    QList<QWidget *> chain{m_back, m_beside, m_undo, m_redo, m_save, m_add, m_up, m_down, m_copy, m_remove, m_tree};
    setTabChain(chain);
}

LayoutEditor::~LayoutEditor() = default;

void LayoutEditor::buildTop()
{
    // The same arrow, the other way.
    const auto mirror = [this] {
        QIcon icon;
        for (const auto &[role, mode] :
             {std::pair(ColourRole::TextSoft, QIcon::Normal), std::pair(ColourRole::Placeholder, QIcon::Disabled)}) {
            const QPixmap back = themedPixmap(u"undo-2"_s, role, 16, devicePixelRatioF());
            icon.addPixmap(back.transformed(QTransform::fromScale(-1, 1)), mode);
        }
        m_redo->setIcon(icon);
    };
    mirror();
    connect(&Theme::instance(), &Theme::changed, this, mirror);
    m_back->setObjectName(u"layouts.back"_s);
    m_back->setIcon(themedIcon(u"chevron-left"_s));
    m_back->setAutoDefault(false);
    m_beside->setObjectName(u"layouts.beside"_s);
    m_beside->setCheckable(true);
    m_beside->setAutoDefault(false);
    connect(m_beside, &QPushButton::toggled, this, &LayoutEditor::arrange);
    m_title->setObjectName(u"layouts.title"_s);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_save->setObjectName(u"layouts.save"_s);
    m_save->setAutoDefault(false);
    m_save->setToolTip(QKeySequence(QKeySequence::Save).toString(QKeySequence::NativeText));
    setLook(m_save, "primary");
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_back);
    row->addWidget(m_title, 1);
    row->addWidget(m_tag);
    row->addWidget(m_beside);
    row->addWidget(m_undo);
    row->addWidget(m_redo);
    row->addWidget(m_save);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

void LayoutEditor::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void LayoutEditor::arrange()
{
    const bool isNarrow = width() < threeColumns;
    const bool inPlace = isNarrow && m_beside->isChecked();
    m_beside->setVisible(isNarrow);
    m_middle->setVisible(!inPlace);
    m_preview->setVisible(!isNarrow || inPlace);
    if (isNarrow) {
        m_preview->setMinimumWidth(0);
        m_preview->setMaximumWidth(QWIDGETSIZE_MAX);
    } else {
        m_preview->setFixedWidth(std::min(width() / 3, widestPreview));
    }
}

Panel *LayoutEditor::makeTreePanel()
{
    auto *panel = new Panel(tr("Sections"), this);
    panel->setObjectName(u"layouts.treePanel"_s);
    panel->setFixedWidth(treeWidth);
    m_tree->setObjectName(u"layouts.tree"_s);
    m_tree->setAccessibleName(tr("Sections of the layout"));
    m_add->setObjectName(u"layouts.add"_s);
    m_add->setAutoDefault(false);
    m_add->setIcon(themedIcon(u"plus"_s));
    auto *menu = new QMenu(m_add);
    menu->setObjectName(u"layouts.addMenu"_s);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillAddMenu(menu); });
    m_add->setMenu(menu);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(4);
    tools->addWidget(m_add, 1);
    for (QToolButton *button : {m_up, m_down, m_copy, m_remove})
        tools->addWidget(button);
    panel->body()->setContentsMargins(7, 0, 7, 7);
    panel->body()->addLayout(tools);
    panel->body()->addWidget(m_tree, 1);
    return panel;
}

Panel *LayoutEditor::makeMiddle()
{
    m_view->setObjectName(u"layouts.view"_s);
    m_view->setAccessibleName(tr("Fields or text"));
    m_view->setDense(true);
    m_view->addOption(tr("Fields"), static_cast<int>(View::Fields), u"layouts.viewFields"_s);
    m_view->addOption(tr("As text"), static_cast<int>(View::Text), u"layouts.viewText"_s);
    m_view->setValue(static_cast<int>(View::Fields));
    m_form->setObjectName(u"layouts.form"_s);
    m_text->setObjectName(u"layouts.text"_s);
    m_text->setAccessibleName(tr("The layout as text (JSON)"));
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setTabChangesFocus(true);
    m_faultTitle->setObjectName(u"layouts.faultTitle"_s);
    m_faultList->setObjectName(u"layouts.faults"_s);
    m_faultList->setAccessibleName(tr("Faults of the layout"));
    m_faultList->setIconSize(QSize(16, 16));
    m_faultList->setTextElideMode(Qt::ElideRight);
    m_faultList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_stack->addWidget(m_form);
    m_stack->addWidget(m_text);
    m_middle->addTrailing(m_view);
    m_middle->setFlush(true);
    m_middle->body()->addWidget(m_stack, 1);
    auto *below = new QVBoxLayout;
    below->setContentsMargins(12, 0, 12, 8);
    below->setSpacing(4);
    below->addWidget(m_faultTitle);
    below->addWidget(m_faultList);
    m_middle->body()->addLayout(below);
    return m_middle;
}

void LayoutEditor::connectParts()
{
    m_checkRest.setSingleShot(true);
    m_checkRest.setInterval(checkMs);
    m_textRest.setSingleShot(true);
    m_textRest.setInterval(checkMs);
    connect(&m_checkRest, &QTimer::timeout, this, &LayoutEditor::check);
    connect(&m_textRest, &QTimer::timeout, this, &LayoutEditor::readText);
    connect(m_back, &QPushButton::clicked, this, [this] {
        leave([this](bool leaves) {
            if (leaves)
                close();
        });
    });
    connect(m_save, &QPushButton::clicked, this, &LayoutEditor::save);
    connect(m_undo, &QToolButton::clicked, this, &LayoutEditor::undo);
    connect(m_redo, &QToolButton::clicked, this, &LayoutEditor::redo);
    const auto key = [this](const QKeySequence &keys, QWidget *where, auto act) {
        auto *shortcut = new QShortcut(keys, where);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(QKeySequence::Save, this, [this] { save(); });
    key(QKeySequence::Undo, m_tree, [this] { undo(); });
    key(QKeySequence::Redo, m_tree, [this] { redo(); });
    key(QKeySequence(Qt::ALT | Qt::Key_Up), m_tree, [this] { m_up->click(); });
    key(QKeySequence(Qt::ALT | Qt::Key_Down), m_tree, [this] { m_down->click(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_D), m_tree, [this] { m_copy->click(); });
    key(QKeySequence::Delete, m_tree, [this] { m_remove->click(); });
    const auto step = [this](std::optional<QString> done) {
        if (done)
            stepDone(*done);
    };
    connect(m_up, &QToolButton::clicked, this, [this, step] { step(m_draft.move(m_tree->chosen(), -1)); });
    connect(m_down, &QToolButton::clicked, this, [this, step] { step(m_draft.move(m_tree->chosen(), 1)); });
    connect(m_copy, &QToolButton::clicked, this, [this, step] { step(m_draft.copy(m_tree->chosen())); });
    connect(m_remove, &QToolButton::clicked, this, [this] {
        const QString path = m_tree->chosen();
        if (m_draft.remove(path))
            stepDone(m_draft.value(path).isUndefined() ? pathAbove(path) : path);
    });
    connect(m_tree, &LayoutTree::placeChosen, this, [this](const QString &path) { choose(path); });
    connect(m_tree, &LayoutTree::moved, this, &LayoutEditor::stepDone);
    connect(m_form, &LayoutForm::edited, this, [this] {
        m_tree->relabel();
        edited();
    });
    // The field that has said so goes with its form.
    connect(m_form, &LayoutForm::kindChanged, this, &LayoutEditor::stepDone, Qt::QueuedConnection);
    connect(
        m_form, &LayoutForm::placeRequested, this, [this](const QString &path) { choose(path); }, Qt::QueuedConnection);
    connect(
        m_form, &LayoutForm::addRateRequested, this,
        [this, step] {
            step(insertRate(m_draft));
            m_form->focusKey(u"name"_s);
        },
        Qt::QueuedConnection);
    connect(m_view, &SegmentedButtons::valueChosen, this, [this](int view) { showView(static_cast<View>(view)); });
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_filling && m_stack->currentWidget() == m_text) {
            m_textRest.start();
            keepTyped();
        }
    });
    const auto open = [this](const QListWidgetItem *item) {
        const int row = m_faultList->row(item);
        if (row >= 0 && row < m_faults.size())
            goTo(m_faults[row]);
    };
    connect(m_faultList, &QListWidget::itemClicked, this, open);
    connect(m_faultList, &QListWidget::itemActivated, this, open);
    connect(&m_context.session, &CaseSession::userChanged, this, &LayoutEditor::showState);
}

// ---- What is chosen

void LayoutEditor::choose(const QString &path, const QString &key)
{
    m_tree->choose(path);
    const QString chosen = m_tree->chosen();
    const LayoutPart part = partAt(m_draft.layout(), chosen);
    m_middle->setTitle(partLabel(part));
    m_form->showPlace(chosen);
    // The fields are new; Tab goes through them where they stand.
    QList<QWidget *> chain{m_tree};
    const auto fields = m_middle->findChildren<QWidget *>();
    std::ranges::copy_if(fields, std::back_inserter(chain), [this](const QWidget *field) {
        return (field->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !field->focusProxy()
               && field->window() == window(); // not the lists of fields
    });
    setTabChain(chain + m_preview->fields());
    if (!key.isEmpty())
        m_form->focusKey(key);
    m_preview->showSection(chosen.startsWith(u"sections/") ? chosen.section(u'/', 1, 1).toInt() : -1);
    if (m_stack->currentWidget() == m_text && m_brokenText.isEmpty()) {
        const int line = lineOfPlace(m_text->toPlainText(), chosen);
        m_text->setTextCursor(QTextCursor(m_text->document()->findBlockByNumber(std::max(0, line - 1))));
        m_text->ensureCursorVisible();
    }
    showState();
}

void LayoutEditor::stepDone(const QString &path)
{
    refreshAll(path);
    edited();
}

void LayoutEditor::refreshAll(const QString &path)
{
    m_tree->refresh();
    if (m_stack->currentWidget() == m_text) {
        m_filling = true;
        m_text->setPlainText(layoutPage(m_draft.layout()));
        m_filling = false;
        m_brokenText.clear();
    }
    choose(path);
}

void LayoutEditor::edited()
{
    m_checkRest.start();
    keepTyped();
    showState();
}

void LayoutEditor::undo()
{
    if (m_draft.canUndo() && mayEdit())
        stepDone(m_draft.undo());
}

void LayoutEditor::redo()
{
    if (m_draft.canRedo() && mayEdit())
        stepDone(m_draft.redo());
}

void LayoutEditor::showState()
{
    const bool may = mayEdit() && m_brokenText.isEmpty() && !m_saving;
    const QString path = m_tree->chosen();
    const int index = indexIn(path);
    const auto size = m_draft.value(pathAbove(path)).toArray().size();
    m_add->setEnabled(may);
    m_up->setEnabled(may && index > 0);
    m_down->setEnabled(may && index >= 0 && index + 1 < size);
    m_copy->setEnabled(may && index >= 0);
    m_remove->setEnabled(may && !path.isEmpty() && path != u"rates");
    m_undo->setEnabled(may && m_draft.canUndo());
    m_redo->setEnabled(may && m_draft.canRedo());
    m_save->setEnabled(mayEdit() && !m_saving && isChanged());
    m_form->setEditable(mayEdit() && !m_saving);
    m_text->setReadOnly(!mayEdit() || m_saving);
    m_tree->setMovable(may);
}

void LayoutEditor::fillAddMenu(QMenu *menu)
{
    menu->clear();
    const QString place = m_tree->chosen();
    const auto add = [this](QMenu *into, const QString &text, auto step) {
        connect(into->addAction(text), &QAction::triggered, this, [this, step] {
            if (const auto done = step(m_draft))
                stepDone(*done);
        });
    };
    const auto blocks = layoutBlocks();
    QString group;
    QMenu *sub = nullptr;
    for (const LayoutBlock &block : blocks) {
        if (block.group != group)
            sub = menu->addMenu(tr("New section: %1").arg(blockGroupName(block.group)));
        group = block.group;
        add(sub, displayName(block), [place, block](LayoutDraft &draft) { return insertBlock(draft, place, block); });
    }
    const QStringList additions = additionsAt(m_draft.layout(), place);
    const bool isParagraph = additions.contains(u"text"_s);
    if (isParagraph) {
        menu->addSeparator();
        sub = menu->addMenu(tr("Into this paragraph: ready-made"));
        for (const LayoutBlock &block : blocks) {
            if (block.group == u"sentences" && !block.parts().isEmpty())
                add(sub, displayName(block),
                    [place, block](LayoutDraft &draft) { return insertParts(draft, place, block); });
        }
    }
    if (!additions.isEmpty()) {
        menu->addSeparator();
        for (const QString &addition : additions)
            add(menu, additionName(addition),
                [place, addition](LayoutDraft &draft) { return insertAddition(draft, place, addition); });
    }
    const QString table = place.section(u'/', 0, place.contains(u"/tables/") ? 3 : 1);
    if (partAt(m_draft.layout(), table) == LayoutPart::Table) {
        const auto words = LayoutScope(m_draft.layout()).wordsAt(table + u"/columns/0/value");
        const LayoutNames names(m_draft.layout());
        sub = menu->addMenu(tr("Column"));
        QMenu *changes = nullptr;
        for (const LayoutWord &word : words) {
            if (!word.isOfRow)
                continue;
            if (word.kind == LayoutWord::Kind::Change && !changes)
                changes = sub->addMenu(tr("Changes"));
            add(word.kind == LayoutWord::Kind::Change ? changes : sub, names.of(word.name),
                [place, name = word.name](LayoutDraft &draft) { return insertColumn(draft, place, name); });
        }
    }
    if (place.startsWith(u"rates")) {
        menu->addSeparator();
        add(menu, tr("A rate"), [](LayoutDraft &draft) { return insertRate(draft); });
    }
}

} // namespace huiyin
