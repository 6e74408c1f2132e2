// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/PaperFlow.h"
#include "paper/PrintedPages.h"

#include <QList>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include <vector>

namespace huiyin {

// One form or list of an office, on as many pages as it needs.
struct PaperSheet
{
    QList<PaperPiece> head{}; // at the top of every page
    QList<PaperPiece> flow{};
    QString foot{}; // printed by whom and when
    QString mark{}; // by which a page that names a citizen is known: in the foot, and faintly across the page
};

// Sheets one after another, each beginning on a page of its own and with page numbers of its own: 第1页 共2页.
class SheetPages final : public PrintedPages
{
public:
    enum class Format { Portrait, Landscape };

    explicit SheetPages(QList<PaperSheet> sheets, Format format = Format::Portrait);

    [[nodiscard]] int count() const override { return static_cast<int>(m_pages.size()); }
    void paint(int page, QPainter *painter, const QRectF &target) const override;
    [[nodiscard]] bool isLandscape() const override { return m_format == Format::Landscape; }
    [[nodiscard]] bool beginsLeaf(int page) const override;

    static QSizeF textSize(Format format); // pixels of 1/96 inch
    // How much of its last page a sheet leaves empty: room to write in.
    static qreal roomLeft(const PaperSheet &sheet, Format format = Format::Portrait);

    void mark(qsizetype sheet, const QString &text) { m_sheets[sheet].mark = text; }
    static int pageCount(const PaperSheet &sheet, Format format = Format::Portrait);

    // The text of a page line by line, a cell being a line, with head and foot.
    [[nodiscard]] QStringList linesOf(int page) const;

private:
    struct PrintedPage
    {
        qsizetype sheet = 0;
        std::vector<PlacedPage>::size_type page = 0;
    };
    [[nodiscard]] QString pageNumber(int page) const;
    [[nodiscard]] qreal footRoom(const QString &number) const;

    QList<PaperSheet> m_sheets;
    Format m_format;
    std::vector<std::vector<PlacedPage>> m_laid; // by sheet
    std::vector<PrintedPage> m_pages;
};

} // namespace huiyin
