// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/ForeignSheet.h"
#include "exchange/ForeignWords.h"

#include <QMap>
#include <QWidget>

#include <utility>

class QComboBox;
class QLabel;
class QStandardItemModel;
class QTreeView;

namespace huiyin {

class CaseSession;

// The words of another program's sheet that are not known here, and what each is called in the case file.
class WordMatchPage : public QWidget
{
    Q_OBJECT

public:
    WordMatchPage(CaseSession &session, const QString &path, QWidget *parent = nullptr);

    void setWords(const SheetProfile &profile); // that have a meaning by now
    // Looks for words in the sheet as it is matched so far, in a long reading.
    void read(const ForeignSheet &sheet);
    void take(); // what the user has said of them
    [[nodiscard]] QMap<QString, QString> wordsOf(TableKind kind, int column) const;

Q_SIGNALS:
    void readingChanged(bool reading); // one sheet at a time
    void failed();                     // the sheet could not be read; the user was told

private:
    // One word of the sheet.
    struct Line
    {
        ForeignWord word{};
        QComboBox *meaning = nullptr;
    };

    void showWords(const QList<ForeignWord> &words);

    CaseSession &m_session;
    QString m_path;
    QList<Line> m_lines;
    QMap<std::pair<int, int>, QMap<QString, QString>> m_words; // by table and column
    QStandardItemModel *m_model;
    QTreeView *m_view;
    QLabel *m_remark;
};

} // namespace huiyin
