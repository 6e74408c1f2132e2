// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/WordMatchPage.h"

#include "controls/Panel.h"
#include "controls/TableLook.h"
#include "setup/ColumnMatchView.h"
#include "setup/ImportSection.h"
#include "shell/CaseSession.h"

#include <QComboBox>
#include <QCompleter>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

enum WordsShown { PlaceShown, WordShown, RowsShown, MeaningShown };

} // namespace

WordMatchPage::WordMatchPage(CaseSession &session, const QString &path, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_path(path)
    , m_model(new QStandardItemModel(this))
    , m_view(new QTreeView(this))
    , m_remark(textLabel(QString(), "soft", this))
{
    m_view->setObjectName(u"setup.match.words"_s);
    m_view->setAccessibleName(tr("Words of the sheet that are not known here"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setSelectionMode(QAbstractItemView::NoSelection);
    setUpTree(m_view);
    m_remark->setObjectName(u"setup.match.wordRemark"_s);
    m_remark->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_remark);
    layout->addWidget(m_view, 1);
}

void WordMatchPage::setWords(const SheetProfile &profile)
{
    // What stands here was said of another matching.
    m_lines.clear();
    m_model->clear();
    m_words.clear();
    for (const TableMatch &table : profile.tables) {
        for (const ColumnMatch &match : table.columns) {
            if (!match.words.isEmpty())
                m_words.insert({static_cast<int>(table.kind), match.column}, match.words);
        }
    }
}

QMap<QString, QString> WordMatchPage::wordsOf(TableKind kind, int column) const
{
    return m_words.value({static_cast<int>(kind), column});
}

void WordMatchPage::read(const ForeignSheet &sheet)
{
    m_lines.clear();
    m_model->clear();
    if (const QStringList faults = faultsOf(sheet.profile); !faults.isEmpty()) {
        m_remark->setText(faults.join(u'\n'));
        return;
    }
    m_remark->setText(tr("Reading the sheet…"));
    // All of them are asked for, and those that have a meaning by now are shown with it.
    ForeignSheet bare = sheet;
    for (TableMatch &table : bare.profile.tables) {
        for (ColumnMatch &match : table.columns)
            match.words.clear();
    }
    Q_EMIT readingChanged(true);
    m_session.longRead(
        this, tr("Reading the words of the sheet"),
        [path = m_path, bare](CaseFile &file, Progress &progress) { return unknownWords(file, path, bare, progress); },
        [this](const QList<ForeignWord> &words) {
            Q_EMIT readingChanged(false);
            showWords(words);
        },
        {[this] {
            Q_EMIT readingChanged(false);
            Q_EMIT failed();
        }});
}

void WordMatchPage::showWords(const QList<ForeignWord> &words)
{
    m_model->setHorizontalHeaderLabels({tr("Column"), tr("Word in the sheet"), tr("Rows"), tr("Here it is called")});
    const CodeTables &tables = m_session.codeTables();
    for (const ForeignWord &word : words) {
        const Table &table = tableOf(word.kind);
        auto *rows = new QStandardItem(QLocale().toString(word.rows));
        rows->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        const QList<QStandardItem *> row{
            new QStandardItem(tableLabel(table.nameText()) + u" · " + columnLabel(table, word.column)),
            new QStandardItem(word.word), rows, new QStandardItem(QString())};
        m_model->appendRow(row);
        auto *meaning = new QComboBox(m_view);
        meaning->setObjectName(u"setup.match.word%1"_s.arg(m_lines.size()));
        meaning->setAccessibleName(word.word);
        meaning->setEditable(true);
        meaning->setInsertPolicy(QComboBox::NoInsert);
        meaning->completer()->setFilterMode(Qt::MatchContains);
        meaning->completer()->setCompletionMode(QCompleter::PopupCompletion);
        meaning->addItem(QString());
        meaning->addItems(wordsFor(word.kind, word.column, tables));
        const QString known = m_words.value({static_cast<int>(word.kind), word.column}).value(word.word);
        meaning->setCurrentText(known.isEmpty() ? word.likely : known);
        m_view->setIndexWidget(row[MeaningShown]->index(), meaning);
        m_lines.append({.word = word, .meaning = meaning});
    }
    m_remark->setText(words.isEmpty()
                          ? tr("Every word of the sheet is known here.")
                          : tr("These words are not known here. Say what each is called; what is left empty is an "
                               "error at the check, or is added to the list where the import may add names."));
    const int widths[] = {220, 260, 64};
    for (int i = 0; i < 3; ++i)
        m_view->header()->resizeSection(i, widths[i]);
}

void WordMatchPage::take()
{
    for (const Line &line : std::as_const(m_lines)) {
        auto &words = m_words[{static_cast<int>(line.word.kind), line.word.column}];
        const QString meaning = line.meaning->currentText().simplified();
        if (meaning.isEmpty())
            words.remove(line.word.word);
        else
            words.insert(line.word.word, meaning);
    }
}

} // namespace huiyin
