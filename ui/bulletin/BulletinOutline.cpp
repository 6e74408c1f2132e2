// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/BulletinOutline.h"

#include "shell/Icon.h"

#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {
constexpr int BlockRole = Qt::UserRole;
}

BulletinOutline::BulletinOutline(QWidget *parent)
    : QListWidget(parent)
{
    setIconSize(QSize(16, 16));
    setUniformItemSizes(true);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item)
            Q_EMIT blockRequested(item->data(BlockRole).toLongLong());
    });
    // A second click on the part that is chosen goes back to its beginning.
    connect(this, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem *item) { Q_EMIT blockRequested(item->data(BlockRole).toLongLong()); });
}

void BulletinOutline::addPart(const QString &icon, const QString &text, qsizetype block)
{
    auto *item = new QListWidgetItem(themedIcon(icon), text, this);
    item->setData(BlockRole, static_cast<qlonglong>(block));
    item->setToolTip(text);
    item->setSizeHint(QSize(60, std::max(30, fontMetrics().height() + 10)));
}

void BulletinOutline::setDocument(const BulletinDocument &document)
{
    const QSignalBlocker quiet(this);
    const int row = currentRow();
    clear();
    addPart(u"newspaper"_s, tr("Masthead"), -1);
    bool inText = false; // paragraphs one after the other are one part, those below a heading are the heading's
    for (qsizetype i = 0; i < document.blocks.size(); ++i) {
        const BulletinBlock &block = document.blocks[i];
        if (const auto *heading = std::get_if<BulletinHeading>(&block)) {
            addPart(u"list"_s, heading->text, i);
            inText = true;
        } else if (std::holds_alternative<BulletinParagraph>(block)) {
            if (!inText)
                addPart(u"file-text"_s, i == 0 ? tr("Opening text") : tr("Text"), i);
            inText = true;
        } else if (const auto *table = std::get_if<BulletinTable>(&block)) {
            addPart(u"table"_s, table->title.isEmpty() ? tr("Table") : table->title, i);
            inText = false;
        } else if (const auto *chart = std::get_if<BulletinChart>(&block)) {
            addPart(u"chart-column"_s, chart->title.isEmpty() ? tr("Chart") : chart->title, i);
            inText = false;
        }
    }
    setCurrentRow(std::clamp(row, 0, count() - 1));
}

void BulletinOutline::markBlock(qsizetype block)
{
    const QSignalBlocker quiet(this);
    int found = 0;
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(BlockRole).toLongLong() <= block)
            found = row;
    }
    setCurrentRow(found);
}

} // namespace huiyin
