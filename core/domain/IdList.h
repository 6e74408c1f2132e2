// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"

#include <QList>

#include <algorithm>
#include <deque>
#include <limits>

namespace huiyin {

// The ids of a list of any length, in its order. Four bytes each, and it grows without being copied: a list of ten
// million tickets takes 40 MB.
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
        m_ids.push_back(static_cast<quint32>(id.value()));
    }
    void prepend(IdType id) { m_ids.push_front(static_cast<quint32>(id.value())); }

    [[nodiscard]] bool isEmpty() const { return m_ids.empty(); }
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_ids.size()); }
    [[nodiscard]] IdType operator[](qsizetype i) const { return IdType(m_ids[static_cast<size_t>(i)]); }
    [[nodiscard]] qsizetype indexOf(IdType id) const // -1: not in it
    {
        const auto found = std::ranges::find(m_ids, static_cast<quint32>(id.value()));
        return found == m_ids.end() ? -1 : static_cast<qsizetype>(found - m_ids.begin());
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
        return other.size() <= size() && std::equal(other.m_ids.begin(), other.m_ids.end(), m_ids.begin());
    }

    bool operator==(const IdList &) const = default;

private:
    std::deque<quint32> m_ids;
};

using TicketIds = IdList<TicketId>;
using CallIds = IdList<CallId>;

} // namespace huiyin
