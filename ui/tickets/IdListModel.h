// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/IdList.h"
#include "shell/CaseSession.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QItemSelection>
#include <QList>
#include <QSet>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <limits>
#include <optional>

namespace huiyin {

// A list of any length: the ids of all its rows, and of those that are looked at the rows themselves, which are read
// in another thread when a view asks for them. A row that is on its way shows nothing.
template <class IdType, class RowType>
class IdListModel : public QAbstractTableModel
{
public:
    explicit IdListModel(QObject *parent = nullptr)
        : QAbstractTableModel(parent)
    {
        m_gather.setSingleShot(true);
        m_gather.setInterval(0);
        connect(&m_gather, &QTimer::timeout, this, [this] { askForWanted(); });
    }

    // A new list; rows that are known already stay so.
    void setIds(IdList<IdType> ids)
    {
        beginResetModel();
        m_ids = std::move(ids);
        endResetModel();
    }
    // The list as it is with more behind it, or more before it. Whoever looks at it keeps his place.
    void extendTo(IdList<IdType> ids)
    {
        Q_ASSERT(ids.startsWith(m_ids));
        if (ids.size() == m_ids.size())
            return;
        beginInsertRows({}, static_cast<int>(m_ids.size()), static_cast<int>(ids.size()) - 1);
        m_ids = std::move(ids);
        endInsertRows();
    }
    void prepend(const QList<IdType> &ids)
    {
        if (ids.isEmpty())
            return;
        beginInsertRows({}, 0, static_cast<int>(ids.size()) - 1);
        for (auto id = ids.crbegin(); id != ids.crend(); ++id)
            m_ids.prepend(*id);
        m_prepended += static_cast<int>(ids.size());
        endInsertRows();
    }
    [[nodiscard]] const IdList<IdType> &ids() const { return m_ids; }
    [[nodiscard]] std::optional<IdType> idAt(int row) const
    {
        return row >= 0 && row < m_ids.size() ? std::optional(m_ids[row]) : std::nullopt;
    }
    [[nodiscard]] int rowOf(IdType id) const { return static_cast<int>(m_ids.indexOf(id)); } // -1: not in the list

    // The ids of what is chosen in a view of this list, in its order.
    [[nodiscard]] IdList<IdType> idsOf(const QItemSelection &selection) const
    {
        QList<std::pair<int, int>> ranges;
        for (const QItemSelectionRange &range : selection)
            ranges.append({range.top(), range.bottom()});
        std::ranges::sort(ranges);
        IdList<IdType> ids;
        for (const auto &[top, bottom] : std::as_const(ranges)) {
            for (int row = top; row <= bottom; ++row)
                ids.append(m_ids[row]);
        }
        return ids;
    }

    // The row as far as it has been read; asks for it otherwise.
    [[nodiscard]] const RowType *rowAt(int row) const
    {
        if (row < 0 || row >= m_ids.size())
            return nullptr;
        const auto found = m_rows.constFind(m_ids[row]);
        if (found != m_rows.cend())
            return &*found;
        m_firstWanted = std::min(m_firstWanted, row);
        m_lastWanted = std::max(m_lastWanted, row);
        m_gather.start();
        return nullptr;
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
    }

protected:
    // Reads rows and hands them to `done` in this thread, or calls `failed`.
    virtual void read(const QList<IdType> &ids, std::function<void(const QList<RowType> &)> done,
                      std::function<void()> failed) = 0;
    [[nodiscard]] virtual IdType idOf(const RowType &row) const = 0;

    void forget()
    {
        m_rows.clear();
        m_asked.clear();
        ++m_token;
    }
    void tellAllChanged()
    {
        if (!m_ids.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }

private:
    static constexpr int block = 64;          // rows read together
    static constexpr int retryAfter = 30'000; // ms
    static constexpr qsizetype kept = 4'000;  // rows; a screen shows some forty

    void askForWanted() const
    {
        if (m_lastWanted < 0)
            return;
        // A view that jumps leaves wishes behind that nobody looks at any more: the last ones count.
        const int last = std::min(static_cast<int>(m_ids.size()) - 1, m_lastWanted + block / 2);
        const int first = std::max({0, m_firstWanted - block / 2, last - 8 * block});
        m_firstWanted = std::numeric_limits<int>::max();
        m_lastWanted = -1;
        QList<IdType> wanted;
        QHash<IdType, int> places;
        for (int row = first; row <= last; ++row) {
            if (!m_rows.contains(m_ids[row]) && !m_asked.contains(m_ids[row]))
                wanted.append(m_ids[row]);
            places.insert(m_ids[row], row);
        }
        if (wanted.isEmpty())
            return;
        for (const IdType id : std::as_const(wanted))
            m_asked.insert(id);
        // What is asked here changes no value of the list, only how much of it is known.
        auto *self = const_cast<IdListModel *>(this);
        self->read(
            wanted,
            [self, token = m_token, places, prepended = m_prepended](const QList<RowType> &rows) {
                if (token == self->m_token)
                    self->take(rows, places, self->m_prepended - prepended);
            },
            [self, wanted, token = m_token] {
                // Asked again when it is looked at again, but not at once: the window that tells of the trouble makes
                // the list paint itself.
                QTimer::singleShot(retryAfter, self, [self, wanted, token] {
                    for (const IdType id : wanted) {
                        if (token == self->m_token)
                            self->m_asked.remove(id);
                    }
                });
            });
    }

    // `places`: where the rows stood when they were asked for; `moved`: how much further down they stand since.
    void take(const QList<RowType> &rows, const QHash<IdType, int> &places, int moved)
    {
        if (m_rows.size() + rows.size() > kept)
            m_rows.clear();
        int first = std::numeric_limits<int>::max();
        int last = -1;
        bool elsewhere = false;
        for (const RowType &row : rows) {
            const IdType id = idOf(row);
            m_asked.remove(id);
            m_rows.insert(id, row);
            const int place = places.value(id, -1) + moved;
            elsewhere = elsewhere || idAt(place) != id;
            first = std::min(first, place);
            last = std::max(last, place);
        }
        // The list may be another one by now, and to look for each row in all of it would take too long.
        if (elsewhere)
            tellAllChanged();
        else if (last >= 0)
            Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
    }

    IdList<IdType> m_ids;
    QHash<IdType, RowType> m_rows;
    mutable QSet<IdType> m_asked;
    mutable QTimer m_gather;
    mutable int m_firstWanted = std::numeric_limits<int>::max();
    mutable int m_lastWanted = -1;
    int m_prepended = 0; // rows, since the model was made
    quint64 m_token = 0;
};

} // namespace huiyin
