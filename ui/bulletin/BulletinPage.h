// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"
#include "bulletin/BulletinExport.h"
#include "bulletin/Composer.h"
#include "bulletin/Drafting.h"
#include "statistics/FigurePage.h"

#include <memory>

class QComboBox;
class QStackedWidget;

namespace huiyin {

class ActionButton;
class BulletinComposer;
class BulletinOutline;
class BulletinPages;
class BulletinPreview;
class FigureTable;
class IssueFields;
class IssuesPanel;
class MaterialPanel;

// 简报: the issues, and a bulletin composed from the figures of a period, as it would be printed; one of the issues is
// written, checked and published in the composer. Figures open their tickets, picked cases the ticket that they came from.
class BulletinPage : public FigurePage
{
    Q_OBJECT

public:
    using Format = BulletinExport::Format;

    explicit BulletinPage(const PageContext &context, QWidget *parent = nullptr);
    ~BulletinPage() override;

    [[nodiscard]] const std::optional<BulletinDocument> &document() const { return m_document; }
    [[nodiscard]] BulletinComposer *composer() const { return m_composer; }
    [[nodiscard]] bool isComposing() const;
    void openIssue(BulletinId id);
    void leave(const std::function<void(bool)> &answer) override;
    bool keep() override;
    // Writes the bulletin to a file; asks before it replaces one.
    void exportTo(const QString &path, Format format);

Q_SIGNALS:
    void bulletinShown(); // what the page shows is what was asked for

private:
    struct Composed;

    void buildTopBar();
    void buildActions();
    void openBestCases();
    void showLayouts(const QList<LayoutInfo> &layouts);
    void beginDraft();
    void backToIssues();
    void connectComposer();
    [[nodiscard]] std::optional<BulletinExport::Leaving> leaving() const;
    void buildPanels();

    [[nodiscard]] BulletinRequest request() const;
    void suitLayout(); // to the kind of the period, until the user has chosen one
    void reload() override;
    void questionChanged() override;
    [[nodiscard]] QString failure() const override;
    void showBulletin(const Composed &composed);
    void showFigures();

    IssuesPanel *m_issues;
    QComboBox *m_layout;
    BulletinOutline *m_outline;
    BulletinPreview *m_preview;
    FigureTable *m_figures;
    MaterialPanel *m_material;
    IssueFields *m_issue;
    BulletinComposer *m_composer;
    BulletinExport *m_export;
    QStackedWidget *m_stack;
    QWidget *m_questionSide; // what the top bar shows beside the preview
    QString m_keptLayout;    // chosen in an earlier run
    bool m_layoutChosen = false;
    bool m_beginning = false; // a draft is on its way
    std::optional<BulletinDocument> m_document;
    std::shared_ptr<const BulletinPages> m_pages;
};

} // namespace huiyin
