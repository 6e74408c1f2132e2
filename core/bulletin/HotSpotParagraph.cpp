// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/HotSpotParagraph.h"

#include "bulletin/CaseWords.h"
#include "bulletin/HeadingNumbers.h"
#include "domain/PersonalText.h"
#include "domain/Ticket.h"
#include "storage/CaseFile.h"
#include "storage/MatterSource.h"
#include "storage/StorageError.h"
#include "storage/TicketRepository.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int mostMatters = 3;
constexpr int mostNumber = 99;

struct Row
{
    const CategoryFigures *figures = nullptr;
    QString parent{}; // "" at the top
};

Row rowOf(const QList<CategoryFigures> &rows, CategoryId category, const QString &parent = {})
{
    for (const CategoryFigures &row : rows) {
        if (row.id == category)
            return {.figures = &row, .parent = parent};
        if (const Row below = rowOf(row.children, category, row.name); below.figures)
            return below;
    }
    return {};
}

QString withProblem(const QString &name)
{
    return name.endsWith(u"问题") ? name : QString(name + u"问题");
}

QString ordinal(int number)
{
    return u'（' + chineseNumber(number) + u'）';
}

QString timesTold(qint64 tickets)
{
    return QString::number(tickets) + u"件次";
}

QString matterSentence(const QStringList &matters)
{
    return matters.isEmpty() ? QString() : u"主要反映" + matters.join(u'、') + u"等问题。";
}

} // namespace

BulletinParagraph hotSpotParagraph(const GrowingSubject &subject, const HotSpotTelling &telling)
{
    const QString name = nameOf(telling.tables.categories, std::optional(subject.category));
    const Row row = rowOf(telling.figures.byCategory, subject.category);
    BulletinParagraph paragraph{.spans = {{.text = ordinal(telling.number) + withProblem(name) + u"。"}}};
    const auto add = [&paragraph](const QString &text) { paragraph.spans.append({.text = text}); };
    const auto addFigure = [&](const QString &form, const QString &text) {
        BulletinSpan span{.text = text,
                          .figure = FigureKey{.measure = Measure::ByCategory, .row = subject.category.value()},
                          .form = form};
        if (telling.printer)
            span.text = telling.printer(span).value_or(text);
        paragraph.spans.append(span);
    };
    QString compared = subject.area ? nameOf(telling.tables.areas, subject.area) : u"本期共反映"_s;
    // A category of which tickets were merged only is not among the bulletin's.
    if (row.figures && row.figures->count > 0) {
        addFigure(u"count"_s, QString::number(row.figures->count));
        add(row.parent.isEmpty() ? u"件，占比"_s : QString(u"件，占" + withProblem(row.parent)));
        addFigure(u"share"_s, percent(row.figures->share));
        compared.prepend(subject.area ? u"。其中"_s : u"。"_s);
    }
    compared += timesTold(subject.tickets);
    if (subject.previous)
        compared += u"，上期" + timesTold(subject.previous->tickets);
    if (subject.lastYear)
        compared += u"，去年同期" + timesTold(subject.lastYear->tickets);
    add(compared + u"。" + matterSentence(telling.matters));
    return paragraph;
}

BulletinParagraph hotSpotParagraph(const MatterCluster &cluster, const HotSpotTelling &telling)
{
    const QString matter =
        cluster.category ? nameOf(telling.tables.categories, cluster.category) : matterOf(cluster.title);
    return {.spans = {{.text = ordinal(telling.number) + cluster.place + withProblem(matter) + u"。共反映"
                               + timesTold(cluster.tickets) + u"。" + matterSentence(telling.matters)}}};
}

QStringList usualMatters(CaseFile &file, const QList<TicketId> &tickets, const Progress &progress)
{
    QStringList matters = MatterSource(file.database(), progress).usualTitles(tickets, mostMatters);
    const TicketRepository repository(file.database());
    for (const TicketId id : tickets) {
        stopIfCancelled(progress);
        const auto ticket = repository.byId(id);
        for (QString &matter : matters) {
            if (ticket)
                matter = maskedText(matter, citizenOf(*ticket));
        }
    }
    for (QString &matter : matters)
        matter = matterOf(matter);
    matters.removeAll(QString());
    matters.removeDuplicates();
    return matters;
}

int numberBehind(const QList<BulletinBlock> &blocks, qsizetype block)
{
    if (block < 0 || block >= blocks.size())
        return 1;
    QString text;
    if (const auto *paragraph = std::get_if<BulletinParagraph>(&blocks[block]))
        text = paragraph->text();
    else if (const auto *heading = std::get_if<BulletinHeading>(&blocks[block]))
        text = heading->text;
    const auto own = headingNumber(text);
    if (own && own->rank == 1 && own->number < mostNumber)
        return own->number + 1;
    return 1;
}

} // namespace huiyin
