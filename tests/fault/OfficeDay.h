// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fault/DiskTrace.h"
#include "fault/OfficeWork.h"

#include <QStringList>

namespace huiyin::test {

// A day's work under the eye of the shim: tickets are accepted, and each work of the office is done once.
class OfficeDay
{
public:
    OfficeDay();

    // Between two of its steps.
    struct Moment
    {
        size_t cut = 0;     // steps that were done
        QString underWay{}; // the work
        QStringList told{}; // numbers of tickets
        QStringList done{}; // works
    };
    // One of any work, each as likely.
    [[nodiscard]] Moment momentOf(QRandomGenerator &random) const;
    [[nodiscard]] size_t steps() const { return m_steps.size(); }
    [[nodiscard]] qsizetype works() const { return m_spans.size(); }

    // What is found in the folder after the current went then.
    void leave(const Moment &moment, const QString &folder, QRandomGenerator &random) const;
    // Nothing that was told is missing, and what bears its name is whole. Fails the test otherwise. Once a folder:
    // it is opened for work.
    void examine(const Moment &moment, const QString &folder) const;

private:
    struct Span
    {
        size_t first = 0;
        size_t last = 0;
    };

    StartingPoint m_start;
    QByteArray m_root;
    std::vector<Step> m_steps;
    QMap<QString, QList<Span>> m_spans; // by work
};

} // namespace huiyin::test
