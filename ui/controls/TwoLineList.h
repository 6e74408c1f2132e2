// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QListWidget>
#include <QString>

#include <optional>

namespace huiyin {

// Entries of two lines, a title and a paler remark, under a heading.
struct TwoLineGroup
{
    struct Entry
    {
        qint64 key = 0; // what it stands for
        QString title{};
        QString remark{};
        QString toolTip{}; // both lines when it is empty
    };
    QString title{};
    QList<Entry> entries{};
};

class TwoLineList : public QListWidget
{
    Q_OBJECT

public:
    explicit TwoLineList(QWidget *parent = nullptr);

    // In place of what stood in it; it stays scrolled as far as it was, and nothing is current.
    void setGroups(const QList<TwoLineGroup> &groups);
    [[nodiscard]] std::optional<qint64> currentKey() const; // nullopt: none is current
    bool setCurrentKey(qint64 key);                         // false: there is no such entry
    [[nodiscard]] QList<qint64> chosenKeys() const;         // in their order, each once; the current one where none is

    // Entries can be dragged, several too: what is dropped has their keys in decimals, parted by commas, in this MIME type.
    // Then a click with Ctrl or Shift chooses and doesn't open.
    void setDragFormat(const QString &mimeType);
    // False: a click chooses, a double click opens; Enter opens in any case.
    void setOpensByClick(bool opens) { m_opensByClick = opens; }

Q_SIGNALS:
    void entryRequested(qint64 key); // by a click or Enter

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QList<QListWidgetItem *> &dragged) const override;

private:
    bool m_opensByClick = true;
    QString m_dragFormat;
};

} // namespace huiyin
