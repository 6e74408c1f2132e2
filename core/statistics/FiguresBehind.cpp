// SPDX-License-Identifier: GPL-3.0-or-later
// The tickets and calls behind a figure: counted by the same rules as the figure itself.
#include "statistics/FigurePass.h"
#include "statistics/StatisticsBuilder.h"
#include "storage/CaseFile.h"
#include "storage/CodeTableRepository.h"
#include "storage/Transaction.h"

#include <algorithm>

namespace huiyin {

namespace {

// Keeps the ids behind several figures.
class ManyListingSink final : public FigureSink
{
public:
    explicit ManyListingSink(const QList<FigureKey> &figures)
    {
        for (const FigureKey figure : figures)
            ids.insert(figure, {});
    }

    void add(Measure measure, qint64 id, qint64 row, qint64 sub) override
    {
        const auto found = ids.find({.measure = measure, .row = row, .sub = sub});
        if (found != ids.end())
            found->append(id);
    }

    QHash<FigureKey, QList<qint64>> ids;
};

class ListingSink final : public FigureSink
{
public:
    explicit ListingSink(FigureKey wanted)
        : m_wanted(wanted)
    {
    }
    void add(Measure measure, qint64 id, qint64 row, qint64 sub) override
    {
        if (measure == m_wanted.measure && row == m_wanted.row && sub == m_wanted.sub)
            ids.append(id);
    }
    QList<qint64> ids;

private:
    FigureKey m_wanted;
};

QList<qint64> behind(CaseFile &file, const Question &question, FigureKey figure, const Progress &progress)
{
    const ReadTransaction oneState(file.database());
    const CodeTables tables = CodeTableRepository(file.database()).load();
    const FigureScan scan(tables, question, file.zone());
    ListingSink sink(figure);
    FigurePass pass;
    pass.include(figure.measure);
    pass.go(FigureSource(file.database(), progress), scan, sink);
    return sink.ids;
}

} // namespace

QList<TicketId> ticketsBehind(CaseFile &file, const Question &question, FigureKey figure, const Progress &progress)
{
    QList<TicketId> ids;
    if (countsCalls(figure.measure))
        return ids;
    const auto found = behind(file, question, figure, progress);
    for (const qint64 id : found)
        ids.append(TicketId(id));
    return ids;
}

QList<CallId> callsBehind(CaseFile &file, const Question &question, FigureKey figure, const Progress &progress)
{
    QList<CallId> ids;
    if (!countsCalls(figure.measure))
        return ids;
    const auto found = behind(file, question, figure, progress);
    for (const qint64 id : found)
        ids.append(CallId(id));
    return ids;
}

QHash<FigureKey, QList<qint64>> idsBehind(CaseFile &file, const Question &question, const QList<FigureKey> &figures,
                                          const Progress &progress)
{
    const ReadTransaction oneState(file.database());
    const CodeTables tables = CodeTableRepository(file.database()).load();
    const FigureScan scan(tables, question, file.zone());
    ManyListingSink sink(figures);
    FigurePass pass;
    for (const FigureKey figure : figures)
        pass.include(figure.measure);
    pass.go(FigureSource(file.database(), progress), scan, sink);
    for (QList<qint64> &ids : sink.ids)
        std::ranges::sort(ids);
    return sink.ids;
}

} // namespace huiyin
