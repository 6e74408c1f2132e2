// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/SheetMatchDialog.h"

#include "controls/NoticeBar.h"
#include "controls/Panel.h"
#include "controls/TableLook.h"
#include "exchange/Imports.h"
#include "exchange/TableSource.h"
#include "setup/ImportSection.h"
#include "storage/CaseFile.h"

#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

enum ColumnsShown : int { OursShown, TheirsShown, FixedShown, ExampleShown };
enum WordsShown : int { PlaceShown, WordShown, RowsShown, MeaningShown };

QString labelOf(const Table &table, int column)
{
    const Column &one = table.columns[static_cast<size_t>(column)];
    return QLocale().language() == QLocale::Chinese ? QString::fromUtf16(one.label) : table.columnName(column);
}

QStandardItem *fixedItem(const QString &text)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    return item;
}

QLabel *buddyLabel(const QString &text, QWidget *buddy, QWidget *parent)
{
    QLabel *label = textLabel(text, "soft", parent);
    label->setTextFormat(Qt::AutoText);
    label->setBuddy(buddy);
    return label;
}

} // namespace

SheetMatchDialog::SheetMatchDialog(const PageContext &context, const QString &path,
                                   const std::optional<ForeignSheet> &start, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_path(path)
    , m_start(start)
    , m_sheet(new QComboBox(this))
    , m_headingLine(new QSpinBox(this))
    , m_about(new QComboBox(this))
    , m_profile(new QComboBox(this))
    , m_drop(new QPushButton(tr("&Delete"), this))
    , m_notice(new NoticeBar(this))
    , m_summary(textLabel(QString(), "soft", this))
    , m_tabs(new QTabWidget(this))
    , m_columns(new QStandardItemModel(this))
    , m_columnView(new QTreeView(this))
    , m_wordModel(new QStandardItemModel(this))
    , m_wordView(new QTreeView(this))
    , m_wordRemark(textLabel(QString(), "soft", this))
    , m_name(new QLineEdit(this))
    , m_use(new QPushButton(tr("&Use this matching"), this))
{
    setObjectName(u"setup.match"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Match the columns of “%1”").arg(QFileInfo(path).fileName()));
    resize(1040, 640);
    build();

    connect(m_sheet, &QComboBox::activated, this, [this] { look(0); });
    connect(m_headingLine, &QSpinBox::valueChanged, this, [this](int line) { look(line); });
    connect(m_about, &QComboBox::activated, this, [this] {
        makeLines();
        SheetProfile guess;
        for (const TableKind kind : kinds())
            guess.tables.append(guessTable(m_glance, kind));
        showProfile(m_about->currentIndex() == 0 ? guessProfile(m_glance) : guess);
    });
    connect(m_profile, &QComboBox::activated, this, &SheetMatchDialog::pickProfile);
    connect(m_drop, &QPushButton::clicked, this, &SheetMatchDialog::dropProfile);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this](int tab) {
        if (tab == 1)
            readWords();
        else
            takeWords();
    });
    connect(m_use, &QPushButton::clicked, this, &SheetMatchDialog::submit);

    m_context.session.read(
        this, [path](CaseFile &file) { return std::pair(sheetProfiles(file), sheetNames(path)); },
        [this](const std::pair<QList<SheetProfile>, QStringList> &known) {
            m_kept = known.first;
            for (const SheetProfile &profile : m_kept)
                m_profile->addItem(profile.name);
            for (const QString &name : known.second)
                m_sheet->addItem(name.isEmpty() ? tr("The whole file") : name, name);
            m_sheet->setEnabled(known.second.size() > 1);
            if (m_start && !m_start->sheet.isEmpty())
                m_sheet->setCurrentIndex(m_sheet->findData(m_start->sheet));
            look(0);
        },
        {[this] { reject(); }});
}

void SheetMatchDialog::build()
{
    m_sheet->setObjectName(u"setup.match.sheet"_s);
    m_sheet->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_headingLine->setObjectName(u"setup.match.headingLine"_s);
    m_headingLine->setRange(1, 999);
    m_headingLine->setKeyboardTracking(false);
    m_about->setObjectName(u"setup.match.about"_s);
    m_about->addItem(tr("Tickets, with dispatches and follow-ups"));
    m_about->addItem(tr("Calls"));
    m_profile->setObjectName(u"setup.match.profile"_s);
    m_profile->addItem(tr("As guessed from the headings"));
    m_profile->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_drop->setObjectName(u"setup.match.drop"_s);
    m_drop->setAutoDefault(false);
    m_notice->setObjectName(u"setup.match.notice"_s);
    m_summary->setObjectName(u"setup.match.summary"_s);
    m_summary->setWordWrap(true);
    m_tabs->setObjectName(u"setup.match.tabs"_s);
    m_columnView->setObjectName(u"setup.match.columns"_s);
    m_columnView->setAccessibleName(tr("Columns of the case file, and what fills them"));
    m_columnView->setModel(m_columns);
    m_columnView->setSelectionMode(QAbstractItemView::NoSelection);
    setUpTree(m_columnView);
    m_wordView->setObjectName(u"setup.match.words"_s);
    m_wordView->setAccessibleName(tr("Words of the sheet that are not known here"));
    m_wordView->setModel(m_wordModel);
    m_wordView->setRootIsDecorated(false);
    m_wordView->setSelectionMode(QAbstractItemView::NoSelection);
    setUpTree(m_wordView);
    m_wordRemark->setObjectName(u"setup.match.wordRemark"_s);
    m_wordRemark->setWordWrap(true);
    m_name->setObjectName(u"setup.match.name"_s);
    m_name->setPlaceholderText(tr("such as: the city's platform"));
    setLook(m_use, "primary");
    m_use->setObjectName(u"setup.match.use"_s);
    m_use->setAutoDefault(false);
    m_use->setEnabled(false); // until the sheet was looked at

    auto *sheetRow = new QHBoxLayout;
    sheetRow->setSpacing(8);
    sheetRow->addWidget(buddyLabel(tr("&Sheet"), m_sheet, this));
    sheetRow->addWidget(m_sheet);
    sheetRow->addSpacing(12);
    sheetRow->addWidget(buddyLabel(tr("&Headings in row"), m_headingLine, this));
    sheetRow->addWidget(m_headingLine);
    sheetRow->addSpacing(12);
    sheetRow->addWidget(buddyLabel(tr("Rows a&re"), m_about, this));
    sheetRow->addWidget(m_about);
    sheetRow->addStretch();
    auto *profileRow = new QHBoxLayout;
    profileRow->setSpacing(8);
    profileRow->addWidget(buddyLabel(tr("&Matching"), m_profile, this));
    profileRow->addWidget(m_profile);
    profileRow->addWidget(m_drop);
    profileRow->addSpacing(12);
    profileRow->addWidget(m_summary, 1);
    auto *columnPage = new QWidget(this);
    auto *columnLayout = new QVBoxLayout(columnPage);
    columnLayout->setContentsMargins(0, 8, 0, 0);
    columnLayout->addWidget(m_columnView);
    auto *wordPage = new QWidget(this);
    auto *wordLayout = new QVBoxLayout(wordPage);
    wordLayout->setContentsMargins(0, 8, 0, 0);
    wordLayout->setSpacing(8);
    wordLayout->addWidget(m_wordRemark);
    wordLayout->addWidget(m_wordView, 1);
    m_tabs->addTab(columnPage, tr("&Columns"));
    m_tabs->addTab(wordPage, tr("&Words"));
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"setup.match.cancel"_s);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &SheetMatchDialog::reject);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(buddyLabel(tr("&Keep it as"), m_name, this));
    foot->addWidget(m_name, 1);
    foot->addSpacing(24);
    foot->addWidget(m_use);
    foot->addWidget(cancel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(12);
    layout->addLayout(sheetRow);
    layout->addLayout(profileRow);
    layout->addWidget(m_notice);
    layout->addWidget(m_tabs, 1);
    layout->addLayout(foot);
    setTabChain({m_sheet, m_headingLine, m_about, m_profile, m_drop, m_tabs, m_name, m_use, cancel});
}

void SheetMatchDialog::look(qint64 headingLine)
{
    m_looking = true;
    showState();
    const QString sheet = m_sheet->currentData().toString();
    m_context.session.read(
        this,
        [path = m_path, sheet, headingLine](CaseFile &, const Progress &progress) {
            return glanceAt(path, sheet, progress, headingLine);
        },
        [this](const SheetGlance &glance) {
            m_looking = false;
            showGlance(glance);
        },
        {[this] {
            m_looking = false;
            showState();
        }});
}

// Of what is kept, what reads this sheet as it is; else what the headings say.
void SheetMatchDialog::showGlance(const SheetGlance &glance)
{
    m_glance = glance;
    const QSignalBlocker blocker(m_headingLine);
    m_headingLine->setValue(static_cast<int>(glance.headingLine));
    if (glance.headingLine == 0) {
        m_notice->showNotice(Tone::Bad, tr("The sheet is empty."));
        makeLines();
        showState();
        return;
    }
    m_notice->clear();
    if (m_start) {
        const SheetProfile start = m_start->profile;
        m_start.reset();
        m_profile->setCurrentIndex(std::max(0, m_profile->findText(start.name)));
        m_name->setText(start.name);
        m_about->setCurrentIndex(start.of(TableKind::Calls) ? 1 : 0);
        makeLines();
        showProfile(start);
        return;
    }
    const auto fitting =
        std::ranges::find_if(m_kept, [&glance](const SheetProfile &one) { return fitOf(one, glance) == 1; });
    m_profile->setCurrentIndex(fitting == m_kept.end() ? 0 : static_cast<int>(fitting - m_kept.begin()) + 1);
    pickProfile(m_profile->currentIndex());
}

void SheetMatchDialog::pickProfile(int index)
{
    m_words.clear();
    const SheetProfile profile = index > 0 ? m_kept[index - 1] : guessProfile(m_glance);
    m_name->setText(profile.name);
    m_about->setCurrentIndex(profile.of(TableKind::Calls) ? 1 : 0);
    makeLines();
    showProfile(profile);
}

QList<TableKind> SheetMatchDialog::kinds() const
{
    if (m_about->currentIndex() == 1)
        return {TableKind::Calls};
    return {TableKind::Tickets, TableKind::Dispatches, TableKind::FollowUps};
}

void SheetMatchDialog::makeLines()
{
    m_lines.clear();
    m_columns->clear();
    m_columns->setHorizontalHeaderLabels({tr("In the case file"), tr("Column of the sheet"),
                                          tr("The same in every row, or before it"), tr("For example")});
    QStringList headings = m_glance.headings;
    headings.removeAll(QString());
    for (const TableKind kind : kinds()) {
        const Table &table = tableOf(kind);
        auto *group = fixedItem(tableLabel(table.nameText()));
        QFont bold = group->font();
        bold.setBold(true);
        group->setFont(bold);
        QList<QStandardItem *> groupRow{group};
        for (int i = 1; i < 4; ++i)
            groupRow.append(fixedItem(QString()));
        m_columns->appendRow(groupRow);
        for (int column = 0; column < static_cast<int>(table.columns.size()); ++column) {
            const Column &one = table.columns[static_cast<size_t>(column)];
            if (one.use == Column::Use::IfAny)
                continue;
            const qsizetype line = m_lines.size();
            const QString label = labelOf(table, column);
            QList<QStandardItem *> row{fixedItem(one.use == Column::Use::Required ? QString(label + u" *") : label)};
            for (int i = 1; i < 4; ++i)
                row.append(fixedItem(QString()));
            group->appendRow(row);
            const QString name = u"setup.match.%1.%2"_s.arg(table.nameText(), table.columnName(column));
            auto *combo = new QComboBox(m_columnView);
            combo->setObjectName(name);
            combo->setAccessibleName(label);
            combo->addItem(u"—"_s, QStringList());
            for (const QString &heading : headings)
                combo->addItem(heading, QStringList{heading});
            combo->addItem(tr("Several columns…"));
            auto *fixed = new QLineEdit(m_columnView);
            fixed->setObjectName(name + u".fixed"_s);
            fixed->setAccessibleName(tr("The same in every row: %1").arg(label));
            fixed->setFrame(false);
            m_columnView->setIndexWidget(row[TheirsShown]->index(), combo);
            m_columnView->setIndexWidget(row[FixedShown]->index(), fixed);
            m_lines.append({.kind = kind, .column = column, .headings = combo, .fixed = fixed});
            connect(combo, &QComboBox::activated, this, [this, line](int index) {
                if (index == m_lines[line].headings->count() - 1)
                    chooseSeveral(line, {});
                showState();
            });
            connect(fixed, &QLineEdit::textChanged, this, &SheetMatchDialog::showState);
        }
    }
    m_columnView->expandAll();
    const int widths[] = {180, 240, 230};
    for (int i = 0; i < 3; ++i)
        m_columnView->header()->resizeSection(i, widths[i]);
}

QStringList SheetMatchDialog::headingsOf(const Line &line) const
{
    return line.headings->currentData().toStringList();
}

void SheetMatchDialog::setHeadings(qsizetype line, const QStringList &headings)
{
    QComboBox *combo = m_lines[line].headings;
    int place = -1;
    for (int i = 0; i < combo->count() - 1; ++i) {
        if (combo->itemData(i).toStringList() == headings)
            place = i;
    }
    if (place < 0) {
        place = combo->count() - 1;
        combo->insertItem(place, headings.join(u" + "_s), headings);
    }
    combo->setCurrentIndex(place);
}

// Columns that are joined, in the order of the sheet.
void SheetMatchDialog::chooseSeveral(qsizetype line, const QStringList &chosen)
{
    auto *dialog = new QDialog(this);
    dialog->setObjectName(u"setup.match.several"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Columns that are joined"));
    auto *list = new QListWidget(dialog);
    list->setObjectName(u"setup.match.several.list"_s);
    list->setAccessibleName(dialog->windowTitle());
    for (const QString &heading : std::as_const(m_glance.headings)) {
        if (heading.isEmpty())
            continue;
        auto *item = new QListWidgetItem(heading, list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(chosen.contains(heading) ? Qt::Checked : Qt::Unchecked);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, dialog);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(list);
    layout->addWidget(buttons);
    dialog->resize(360, 420);
    connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(dialog, &QDialog::finished, this, [this, list, line](int result) {
        QStringList headings;
        for (int i = 0; i < list->count() && result == QDialog::Accepted; ++i) {
            if (list->item(i)->checkState() == Qt::Checked)
                headings.append(list->item(i)->text());
        }
        setHeadings(line, headings);
        showState();
    });
    dialog->open();
}

void SheetMatchDialog::showProfile(const SheetProfile &profile)
{
    m_words.clear();
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines[i];
        const TableMatch *table = profile.of(line.kind);
        const ColumnMatch *match = table ? table->of(line.column) : nullptr;
        QStringList headings = match ? match->headings : QStringList();
        headings.removeIf([this](const QString &heading) { return !m_glance.headings.contains(heading); });
        setHeadings(i, headings);
        const QSignalBlocker blocker(line.fixed);
        line.fixed->setText(match ? match->fixed : QString());
        if (match && !match->words.isEmpty())
            m_words.insert({static_cast<int>(line.kind), line.column}, match->words);
    }
    m_tabs->setCurrentIndex(0);
    showState();
}

SheetProfile SheetMatchDialog::profile() const
{
    SheetProfile profile{.name = m_name->text().simplified(), .headings = m_glance.headings, .tables = {}};
    profile.headings.removeAll(QString());
    for (const TableKind kind : kinds()) {
        TableMatch table{.kind = kind, .columns = {}};
        for (const Line &line : m_lines) {
            const QStringList headings = headingsOf(line);
            if (line.kind != kind || (headings.isEmpty() && line.fixed->text().isEmpty()))
                continue;
            ColumnMatch &match = table.at(line.column);
            match.headings = headings;
            match.fixed = line.fixed->text();
            match.words = m_words.value({static_cast<int>(kind), line.column});
        }
        // Dispatches and follow-ups are there when the sheet tells the one thing that makes them.
        const bool tells = kind == TableKind::Dispatches  ? table.of(DispatchColumn::Department) != nullptr
                           : kind == TableKind::FollowUps ? table.of(FollowUpColumn::At) != nullptr
                                                          : true;
        if (tells)
            profile.tables.append(table);
    }
    return profile;
}

ForeignSheet SheetMatchDialog::foreign() const
{
    return {.profile = profile(), .sheet = m_sheet->currentData().toString()};
}

void SheetMatchDialog::showState()
{
    QStringList unused = m_glance.headings;
    unused.removeAll(QString());
    const qsizetype all = unused.size();
    for (Line &line : m_lines) {
        const QStringList headings = headingsOf(line);
        QStringList examples;
        for (const QString &heading : headings) {
            unused.removeAll(heading);
            examples.append(m_glance.samplesOf(heading).join(u" · "_s));
        }
        line.example = examples.join(u" + "_s);
    }
    int line = 0;
    for (int group = 0; group < m_columns->rowCount(); ++group) {
        for (int row = 0; row < m_columns->item(group)->rowCount(); ++row) {
            QStandardItem *item = m_columns->item(group)->child(row, ExampleShown);
            item->setText(m_lines[line].example);
            item->setToolTip(plainToolTip(m_lines[line].example));
            ++line;
        }
    }
    QString summary = tr("%1 of %2 columns of the sheet are used.").arg(all - unused.size()).arg(all);
    if (!unused.isEmpty())
        summary += u' ' + tr("Not used: %1").arg(unused.join(tr(", ", "between columns of a sheet")));
    m_summary->setText(summary);
    m_summary->setToolTip(plainToolTip(summary));
    m_drop->setEnabled(m_profile->currentIndex() > 0);
    m_use->setEnabled(!m_looking && m_glance.headingLine > 0);
}

void SheetMatchDialog::readWords()
{
    const ForeignSheet sheet = foreign();
    m_wordLines.clear();
    m_wordModel->clear();
    if (const QStringList faults = faultsOf(sheet.profile); !faults.isEmpty()) {
        m_wordRemark->setText(faults.join(u'\n'));
        return;
    }
    m_wordRemark->setText(tr("Reading the sheet…"));
    // All of them are asked for, and those that have a meaning by now are shown with it.
    ForeignSheet bare = sheet;
    for (TableMatch &table : bare.profile.tables) {
        for (ColumnMatch &match : table.columns)
            match.words.clear();
    }
    m_tabs->setEnabled(false); // one at a time
    m_context.session.longRead(
        this, tr("Reading the words of the sheet"),
        [path = m_path, bare](CaseFile &file, Progress &progress) { return unknownWords(file, path, bare, progress); },
        [this](const QList<ForeignWord> &words) {
            m_tabs->setEnabled(true);
            showWords(words);
        },
        {[this] {
            m_tabs->setEnabled(true);
            m_tabs->setCurrentIndex(0);
        }});
}

void SheetMatchDialog::showWords(const QList<ForeignWord> &words)
{
    m_wordModel->setHorizontalHeaderLabels(
        {tr("Column"), tr("Word in the sheet"), tr("Rows"), tr("Here it is called")});
    const CodeTables &tables = m_context.session.codeTables();
    for (const ForeignWord &word : words) {
        const Table &table = tableOf(word.kind);
        auto *rows = fixedItem(QLocale().toString(word.rows));
        rows->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        const QList<QStandardItem *> row{fixedItem(tableLabel(table.nameText()) + u" · " + labelOf(table, word.column)),
                                         fixedItem(word.word), rows, fixedItem(QString())};
        m_wordModel->appendRow(row);
        auto *meaning = new QComboBox(m_wordView);
        meaning->setObjectName(u"setup.match.word%1"_s.arg(m_wordLines.size()));
        meaning->setAccessibleName(word.word);
        meaning->setEditable(true);
        meaning->setInsertPolicy(QComboBox::NoInsert);
        meaning->completer()->setFilterMode(Qt::MatchContains);
        meaning->completer()->setCompletionMode(QCompleter::PopupCompletion);
        meaning->addItem(QString());
        meaning->addItems(wordsFor(word.kind, word.column, tables));
        const QString known = m_words.value({static_cast<int>(word.kind), word.column}).value(word.word);
        meaning->setCurrentText(known.isEmpty() ? word.likely : known);
        m_wordView->setIndexWidget(row[MeaningShown]->index(), meaning);
        m_wordLines.append({.word = word, .meaning = meaning});
    }
    m_wordRemark->setText(words.isEmpty()
                              ? tr("Every word of the sheet is known here.")
                              : tr("These words are not known here. Say what each is called; what is left empty is an "
                                   "error at the check, or is added to the list where the import may add names."));
    const int widths[] = {220, 260, 64};
    for (int i = 0; i < 3; ++i)
        m_wordView->header()->resizeSection(i, widths[i]);
}

void SheetMatchDialog::takeWords()
{
    for (const WordLine &line : std::as_const(m_wordLines)) {
        auto &words = m_words[{static_cast<int>(line.word.kind), line.word.column}];
        const QString meaning = line.meaning->currentText().simplified();
        if (meaning.isEmpty())
            words.remove(line.word.word);
        else
            words.insert(line.word.word, meaning);
    }
}

void SheetMatchDialog::dropProfile()
{
    const QString name = m_profile->currentText();
    m_context.session.command(
        this, [name](CaseBook &book) { return dropSheetProfile(book, name); },
        [this, name](const Changes &) {
            m_kept.removeIf([&name](const SheetProfile &one) { return one.name == name; });
            m_profile->removeItem(m_profile->currentIndex());
            m_profile->setCurrentIndex(0);
            m_name->clear();
            showState();
        },
        [this](const Refusal &refusal) { m_notice->showNotice(Tone::Bad, refusal.reason); });
}

void SheetMatchDialog::submit()
{
    takeWords();
    const ForeignSheet sheet = foreign();
    if (const QStringList faults = faultsOf(sheet.profile); !faults.isEmpty()) {
        m_tabs->setCurrentIndex(0);
        m_notice->showNotice(Tone::Bad, faults.join(u'\n'));
        return;
    }
    const auto finish = [this, sheet] {
        Q_EMIT chosen(sheet);
        accept();
    };
    if (sheet.profile.name.isEmpty())
        return finish();
    m_use->setEnabled(false);
    m_context.session.command(
        this, [profile = sheet.profile](CaseBook &book) { return keepSheetProfile(book, profile); },
        [finish](const Changes &) { finish(); },
        [this](const Refusal &refusal) {
            m_use->setEnabled(true);
            m_notice->showNotice(Tone::Bad, refusal.reason);
        },
        {[this] { m_use->setEnabled(true); }});
}

} // namespace huiyin
