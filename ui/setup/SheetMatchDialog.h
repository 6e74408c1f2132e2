// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/ForeignSheet.h"
#include "exchange/SheetGlance.h"
#include "shell/Page.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTabWidget;

namespace huiyin {

class ColumnMatchView;
class NoticeBar;
class WordMatchPage;

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
    void build();
    void look(qint64 headingLine); // at the sheet anew
    void showGlance(const SheetGlance &glance);
    void showProfile(const SheetProfile &profile);
    void showState();
    void pickProfile(int index);
    void dropProfile();
    void submit();
    [[nodiscard]] SheetProfile profile() const;
    [[nodiscard]] ForeignSheet foreign() const;
    [[nodiscard]] QList<TableKind> kinds() const; // that the rows are read as

    PageContext m_context;
    QString m_path;
    std::optional<ForeignSheet> m_start;
    SheetGlance m_glance;
    QList<SheetProfile> m_kept;
    QComboBox *m_sheet;
    QSpinBox *m_headingLine;
    QComboBox *m_about;
    QComboBox *m_profile;
    QPushButton *m_drop;
    NoticeBar *m_notice;
    QLabel *m_summary;
    QTabWidget *m_tabs;
    ColumnMatchView *m_columns;
    WordMatchPage *m_words;
    QLineEdit *m_name;
    QPushButton *m_use;
    bool m_looking = false;
};

} // namespace huiyin
