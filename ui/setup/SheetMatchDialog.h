// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/ForeignSheet.h"
#include "exchange/ForeignWords.h"
#include "exchange/SheetGlance.h"
#include "shell/Page.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QStandardItemModel;
class QTabWidget;
class QTreeView;

namespace huiyin {

class NoticeBar;

// Says which columns of another program's sheet stand for which of ours, and what its words are called here. What it
// guesses or knows from before is a proposal; a matching can be kept under a name.
class SheetMatchDialog : public QDialog
{
    Q_OBJECT

public:
    // `start` is what the user chose for this file before.
    SheetMatchDialog(const PageContext &context, const QString &path, const std::optional<ForeignSheet> &start,
                     QWidget *parent);

Q_SIGNALS:
    void chosen(const huiyin::ForeignSheet &sheet);

private:
    // One column of ours, and the widgets that say what fills it.
    struct Line
    {
        TableKind kind = TableKind::Tickets;
        int column = 0;
        QComboBox *headings = nullptr;
        QLineEdit *fixed = nullptr;
        QString example{};
    };
    // One word of the sheet.
    struct WordLine
    {
        ForeignWord word{};
        QComboBox *meaning = nullptr;
    };

    void build();
    void look(qint64 headingLine); // at the sheet anew
    void showGlance(const SheetGlance &glance);
    void showProfile(const SheetProfile &profile);
    void makeLines();
    void chooseSeveral(qsizetype line, const QStringList &chosen);
    void setHeadings(qsizetype line, const QStringList &headings);
    void showState();
    void readWords();
    void showWords(const QList<ForeignWord> &words);
    void takeWords();
    void pickProfile(int index);
    void dropProfile();
    void submit();
    [[nodiscard]] QStringList headingsOf(const Line &line) const;
    [[nodiscard]] SheetProfile profile() const;
    [[nodiscard]] ForeignSheet foreign() const;
    [[nodiscard]] QList<TableKind> kinds() const; // that the rows are read as

    PageContext m_context;
    QString m_path;
    std::optional<ForeignSheet> m_start;
    SheetGlance m_glance;
    QList<SheetProfile> m_kept;
    QList<Line> m_lines;
    QList<WordLine> m_wordLines;
    QMap<std::pair<int, int>, QMap<QString, QString>> m_words; // by table and column
    QComboBox *m_sheet;
    QSpinBox *m_headingLine;
    QComboBox *m_about;
    QComboBox *m_profile;
    QPushButton *m_drop;
    NoticeBar *m_notice;
    QLabel *m_summary;
    QTabWidget *m_tabs;
    QStandardItemModel *m_columns;
    QTreeView *m_columnView;
    QStandardItemModel *m_wordModel;
    QTreeView *m_wordView;
    QLabel *m_wordRemark;
    QLineEdit *m_name;
    QPushButton *m_use;
    bool m_looking = false;
};

} // namespace huiyin
