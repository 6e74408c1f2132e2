// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/LayoutCheck.h"
#include "bulletin/LayoutDraft.h"
#include "domain/Bulletin.h"
#include "domain/TypedWords.h"
#include "shell/Page.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QListWidget;
class QMenu;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace huiyin {

class KeptWords;
class LayoutForm;
class LayoutPreview;
class LayoutTree;
class NoticeBar;
class Panel;
class SegmentedButtons;
class Tag;

// 版式编辑: the sections of a layout on the left, the fields of what is chosen in the middle (or the whole as text), on the
// right how it prints. What is typed is kept in the case file until it is saved or given up.
class LayoutEditor : public QWidget
{
    Q_OBJECT

public:
    // A layout of the office's own, or (version 0) a shipped one that it makes its own.
    struct Opened
    {
        OfficeLayout stored{};
        QJsonObject layout{};
        bool isShipped = false; // there is a shipped one of this name
    };

    explicit LayoutEditor(const PageContext &context, QWidget *parent);
    ~LayoutEditor() override;

    void open(const Opened &opened);
    void close(); // asks nothing
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] bool isChanged() const; // something is not saved
    [[nodiscard]] bool isKept() const;    // which lies in the case file all the same
    // Answers true when nothing would be lost, or the user has given it up.
    void leave(const std::function<void(bool)> &answer);
    void save();

    // The preview gives way, so that a small screen has room for the rest.
    [[nodiscard]] QSize minimumSizeHint() const override { return {560, 300}; }

    [[nodiscard]] const LayoutDraft &draft() const { return m_draft; }
    [[nodiscard]] const QList<LayoutFault> &faults() const { return m_faults; }

Q_SIGNALS:
    void closed();
    void saved();
    void checked(); // the faults are those of the draft

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class View { Fields, Text };

    void buildTop();
    [[nodiscard]] Panel *makeTreePanel();
    [[nodiscard]] Panel *makeMiddle();
    void connectParts();
    void arrange();

    void choose(const QString &path, const QString &key = {});
    void stepDone(const QString &path); // sections, parts or columns are others now
    void edited();
    void refreshAll(const QString &path);
    void check();
    void showFaults();
    void goTo(const LayoutFault &fault);
    void showState();
    void showView(View view);
    void readText();
    void fillAddMenu(QMenu *menu);
    void undo();
    void redo();

    void begin(const Opened &opened);
    void keepWords();
    void keepTyped();
    [[nodiscard]] std::optional<TypedWords> typed() const;
    void fill(const TypedWords &words);
    void give(qint64 version);
    void saveInVain(const Refusal &refusal);
    void saveEnded();
    void takeTheirs(const std::optional<OfficeLayout> &theirs);
    void tellSaved(const QJsonObject &written, const OfficeLayout &given);
    [[nodiscard]] OfficeLayout toSave(qint64 version) const;
    [[nodiscard]] bool mayEdit() const;

    PageContext m_context;
    LayoutDraft m_draft;
    Opened m_opened;
    QList<LayoutFault> m_faults;
    QString m_brokenText; // why the text can't be read; "" mostly
    int m_brokenLine = 0;
    bool m_isOpen = false;
    bool m_saving = false;
    int m_opening = 0;                   // which layout an answer is about
    std::function<void(bool)> m_leaving; // to be answered when what is being saved is
    bool m_filling = false;              // the text is being written by the program
    KeptWords *m_words = nullptr;

    QPushButton *m_back;
    QLabel *m_title;
    Tag *m_tag;
    QPushButton *m_beside; // shows the preview where there is no room beside the fields
    QToolButton *m_undo;
    QToolButton *m_redo;
    QPushButton *m_save;
    NoticeBar *m_keptBar;
    NoticeBar *m_notice;
    QPushButton *m_add;
    QToolButton *m_up;
    QToolButton *m_down;
    QToolButton *m_copy;
    QToolButton *m_remove;
    LayoutTree *m_tree;
    Panel *m_middle;
    SegmentedButtons *m_view;
    QStackedWidget *m_stack;
    LayoutForm *m_form;
    QPlainTextEdit *m_text;
    QLabel *m_faultTitle;
    QListWidget *m_faultList;
    LayoutPreview *m_preview;
    QTimer m_checkRest;
    QTimer m_textRest;
};

} // namespace huiyin
