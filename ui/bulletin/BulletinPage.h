// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"
#include "bulletin/Composer.h"
#include "shell/Page.h"

#include <memory>

class QComboBox;
class QDateEdit;
class QLabel;
class QSpinBox;
class QTimer;

namespace huiyin {

class ActionButton;
class BulletinOutline;
class BulletinPages;
class BulletinPreview;
class BusyMark;
class FigureOpener;
class FigureTable;
class FileSaver;
class NoticeBar;
class Panel;
class PickedCaseList;
class QuestionBar;

// 简报: a bulletin composed from the figures of a period, as it will be printed. Its figures open their tickets, its
// picked cases the ticket that they came from.
class BulletinPage : public Page
{
    Q_OBJECT

public:
    enum class Format { Pdf, Text, Html };

    explicit BulletinPage(const PageContext &context, QWidget *parent = nullptr);
    ~BulletinPage() override;

    QWidget *topBarWidget() override { return m_topBar; }
    void activated() override;
    [[nodiscard]] QList<QAction *> menuActions() const override { return m_actions; }

    [[nodiscard]] QuestionBar *questionBar() const { return m_question; }
    [[nodiscard]] const std::optional<BulletinDocument> &document() const { return m_document; }
    // Writes the bulletin to a file; asks before it replaces one.
    void exportTo(const QString &path, Format format);

Q_SIGNALS:
    void bulletinShown(); // what the page shows is what was asked for
    void exported(const QString &path);

private:
    struct Composed;

    void buildTopBar();
    void buildActions();
    Panel *makeIssuePanel();
    void buildPanels();
    QAction *addPageAction(const QString &name, const QString &icon, const QString &text, const QKeySequence &key);

    [[nodiscard]] BulletinRequest request() const;
    void suitLayout(); // to the kind of the period, until the user has chosen one
    void reload();
    void showBulletin(const Composed &composed);
    void showFigures();
    void print();
    void copyText();
    void chooseExport(Format format);
    [[nodiscard]] QByteArray bytesOf(Format format) const;
    [[nodiscard]] QString documentName() const;

    QWidget *m_topBar;
    QComboBox *m_layout;
    QuestionBar *m_question;
    NoticeBar *m_notice;
    BulletinOutline *m_outline;
    BulletinPreview *m_preview;
    FigureTable *m_figures;
    PickedCaseList *m_cases;
    Panel *m_casesPanel = nullptr;
    QLabel *m_noCases = nullptr;
    QSpinBox *m_issue = nullptr;
    QSpinBox *m_runningIssue = nullptr;
    QDateEdit *m_date = nullptr;
    BusyMark *m_busy;
    FigureOpener *m_opener;
    FileSaver *m_saver;
    QTimer *m_refresh;
    QList<QAction *> m_actions;

    PendingRead m_pending;
    int m_token = 0;
    bool m_stale = true;
    bool m_layoutChosen = false;
    std::optional<BulletinDocument> m_document;
    std::shared_ptr<const BulletinPages> m_pages;
};

} // namespace huiyin
