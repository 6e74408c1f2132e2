// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"

#include <QList>
#include <QSharedData>

#include <algorithm>
#include <deque>
#include <limits>

namespace huiyin {

// The ids of a list of any length, in its order. Four bytes each, and it grows without being copied: a list of ten
// million tickets takes 40 MB. Copies share what they hold until one of them is changed.
template <class IdType>
class IdList
{
public:
    static constexpr qint64 largest = std::numeric_limits<quint32>::max();

    IdList() = default;
    IdList(const QList<IdType> &ids) // NOLINT(google-explicit-constructor): a short list is one too
    {
        for (const IdType id : ids)
            append(id);
    }

    void append(IdType id) // not above `largest`
    {
        Q_ASSERT(id.value() >= 0 && id.value() <= largest);
        m_data->ids.push_back(static_cast<quint32>(id.value()));
    }
    void prepend(IdType id) { m_data->ids.push_front(static_cast<quint32>(id.value())); }

    [[nodiscard]] bool isEmpty() const { return ids().empty(); }
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(ids().size()); }
    [[nodiscard]] IdType operator[](qsizetype i) const { return IdType(ids()[static_cast<size_t>(i)]); }
    [[nodiscard]] qsizetype indexOf(IdType id) const // -1: not in it
    {
        const auto found = std::ranges::find(ids(), static_cast<quint32>(id.value()));
        return found == ids().end() ? -1 : static_cast<qsizetype>(found - ids().begin());
    }
    // Up to `count` ids from place `from` on.
    [[nodiscard]] QList<IdType> mid(qsizetype from, qsizetype count) const
    {
        QList<IdType> ids;
        for (qsizetype i = from; i < std::min(size(), from + count); ++i)
            ids.append((*this)[i]);
        return ids;
    }
    [[nodiscard]] bool startsWith(const IdList &other) const
    {
        return other.size() <= size() && std::equal(other.ids().begin(), other.ids().end(), ids().begin());
    }

    bool operator==(const IdList &other) const { return m_data == other.m_data || ids() == other.ids(); }

private:
    struct Data : QSharedData
    {
        std::deque<quint32> ids;
    };
    [[nodiscard]] const std::deque<quint32> &ids() const { return m_data.constData()->ids; }

    QSharedDataPointer<Data> m_data{new Data};
};

using TicketIds = IdList<TicketId>;
using CallIds = IdList<CallId>;

} // namespace huiyin
