// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/LayoutNames.h"
#include "bulletin/LayoutScope.h"

#include <QPlainTextEdit>

#include <functional>
#include <memory>

class QCompleter;
class QMenu;
class QStringListModel;
class QToolButton;

namespace huiyin {

// A sentence of a layout, its placeholders coloured and in the office's words: 受理{受理}件 for 受理{accepted}件. "{" offers
// what can stand there; so does the menu of its button, which also says how the one at the cursor is printed.
class SentenceField : public QPlainTextEdit
{
    Q_OBJECT

public:
    using Words = std::function<QList<LayoutWord>()>; // what can be said here, asked when it is needed

    SentenceField(const LayoutNames &names, Words words, QWidget *parent);

    void setLines(bool several); // a list of lines, in which a tab is shown as ⇥
    void setSentence(const QString &stored);
    [[nodiscard]] QString sentence() const; // as it is kept in the layout
    void fillMenu(QMenu *menu);
    // A button beside it, in one row; the row is what goes into a form.
    QWidget *withButton(const QString &accessibleName);
    void insertWord(const QString &word);

Q_SIGNALS:
    void edited(); // by the user

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QString typedName() const; // between "{" and the cursor; null where there is none
    void offer();
    void complete(const QString &name);
    void fitHeight();
    void printAs(const QString &how);
    [[nodiscard]] QString wordAtCursor() const;

    LayoutNames m_names;
    Words m_words;
    bool m_several = false;
    bool m_filling = false;
    QCompleter *m_completer;
    QStringListModel *m_offered;
};

} // namespace huiyin
