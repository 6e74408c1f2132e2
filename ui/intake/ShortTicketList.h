// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/Tag.h"
#include "domain/Id.h"

#include <QTableView>

#include <optional>

class QStandardItemModel;

namespace huiyin {

// A row of a short list: a ticket, or a call that became none.
struct ShortTicketRow
{
    std::optional<TicketId> ticket{};
    QString number{}; // or the time of a call
    QString title{};
    QString tag{};
    Tone tone = Tone::Neutral;
    QString toolTip{};
};

// Some tickets beside what is being written: number, title and a tag. Enter, a double click, or a click on the number
// asks to see the ticket. In little room the tags are left out.
class ShortTicketList : public QTableView
{
    Q_OBJECT

public:
    // `tagWidth`: pixels that the tags may take.
    explicit ShortTicketList(int tagWidth, QWidget *parent = nullptr);

    void setRows(const QList<ShortTicketRow> &rows); // what is chosen stays so, wherever it stands now
    [[nodiscard]] qsizetype rowCount() const { return m_rows.size(); }
    [[nodiscard]] int ticketCount() const;
    // nullopt: no such row, or a call.
    [[nodiscard]] std::optional<TicketId> ticketAt(qsizetype row) const;
    [[nodiscard]] std::optional<TicketId> chosen() const;
    [[nodiscard]] bool isAnyChosen() const { return chosenRow() >= 0; } // a ticket or a call
    [[nodiscard]] QString chosenNumber() const;
    [[nodiscard]] bool showsTags() const;

Q_SIGNALS:
    void ticketRequested(huiyin::TicketId ticket);
    void chosenChanged();
    void tagsShown(bool shown);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] qsizetype chosenRow() const; // -1: none
    void showRows(qsizetype chosen);

    QList<ShortTicketRow> m_rows;
    QStandardItemModel *m_model;
    int m_tagWidth;
};

} // namespace huiyin
