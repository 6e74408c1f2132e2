// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"
#include "bulletin/Composer.h"
#include "statistics/FigurePage.h"

#include <memory>

class QComboBox;
class QDateEdit;
class QSpinBox;

namespace huiyin {

class ActionButton;
class BulletinOutline;
class BulletinPages;
class BulletinPreview;
class FigureTable;
class MaterialPanel;
class Panel;

// 简报: a bulletin composed from the figures of a period, as it will be printed. Its figures open their tickets, its
// picked cases the ticket that they came from.
class BulletinPage : public FigurePage
{
    Q_OBJECT

public:
    enum class Format { Pdf, Word, Workbook, Text, Html };

    explicit BulletinPage(const PageContext &context, QWidget *parent = nullptr);
    ~BulletinPage() override;

    [[nodiscard]] const std::optional<BulletinDocument> &document() const { return m_document; }
    // Writes the bulletin to a file; asks before it replaces one.
    void exportTo(const QString &path, Format format);

Q_SIGNALS:
    void bulletinShown(); // what the page shows is what was asked for

private:
    struct Composed;

    void buildTopBar();
    void buildActions();
    Panel *makeIssuePanel();
    void buildPanels();

    [[nodiscard]] BulletinRequest request() const;
    void suitLayout(); // to the kind of the period, until the user has chosen one
    void reload() override;
    void questionChanged() override;
    [[nodiscard]] QString failure() const override;
    void showBulletin(const Composed &composed);
    void showFigures();
    void print();
    void copyText();
    // Leaves an access record, then goes on.
    void leave(const QString &how, std::function<void()> go);
    void chooseExport(Format format);
    [[nodiscard]] QByteArray bytesOf(Format format) const;
    [[nodiscard]] QString documentName() const;

    QComboBox *m_layout;
    BulletinOutline *m_outline;
    BulletinPreview *m_preview;
    FigureTable *m_figures;
    MaterialPanel *m_material;
    QSpinBox *m_issue = nullptr;
    QSpinBox *m_runningIssue = nullptr;
    QDateEdit *m_date = nullptr;
    bool m_layoutChosen = false;
    std::optional<BulletinDocument> m_document;
    std::shared_ptr<const BulletinPages> m_pages;
};

} // namespace huiyin
