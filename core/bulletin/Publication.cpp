// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/Publication.h"

#include "bulletin/BulletinJson.h"
#include "casework/Recorder.h"
#include "statistics/StatisticsBuilder.h"
#include "storage/BulletinRepository.h"
#include "storage/CaseFile.h"
#include "storage/Database.h"
#include "storage/Transaction.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <tuple>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Bulletin)
};

// Frozen whether they are printed or not: those that are asked for years later.
constexpr std::array usual = {
    Measure::Calls,          Measure::Accepted,          Measure::Closed,          Measure::Open,
    Measure::Merged,         Measure::AnsweredDirectly,  Measure::Dispatched,      Measure::DispatchedClosed,
    Measure::DispatchedOpen, Measure::FollowUpDue,       Measure::FollowUpReached, Measure::FollowUpRated,
    Measure::CategoryBase,   Measure::FollowUpSatisfied, Measure::DispatchedOnTime};

QList<FrozenFigure> freeze(CaseFile &file, const Question &question, const QList<FigureKey> &figures,
                           const Progress &progress)
{
    const auto ids = idsBehind(file, question, figures, progress);
    QList<FrozenFigure> frozen;
    for (const FigureKey figure : figures) {
        const QList<qint64> &items = ids[figure];
        frozen.append({.figure = figureCode(figure), .value = items.size(), .items = items});
    }
    return frozen;
}

// What was composed goes on telling of cases that the editor has taken out, and says names that only he gives away.
BulletinDocument composedForOthers(CaseFile &file, const BulletinDraft &draft, const BulletinDocument &composed,
                                   const KnownCitizens &citizens)
{
    QList<TicketId> cases = toldIn(draft);
    const QList<TicketId> before = casesIn(composed);
    for (const TicketId ticket : before) {
        if (!cases.contains(ticket))
            cases.append(ticket);
    }
    KnownCitizens all = citizensOfCases(file, cases);
    const auto given = personalPlacesOf(draft.document, citizens, draft.decisions.masks);
    for (const DocumentPersonalPlace &one : given) {
        if (one.place.kind == PersonalPlace::Kind::Name)
            (one.place.certain ? all.names : all.doubtfulNames).append(one.place.text);
    }
    return published(composed, all, draft.decisions.masks);
}

// What must be mended, explained or decided first.
std::optional<Refusal> notReady(const BulletinDraft &draft, const FigurePrinter &printer, const KnownCitizens &citizens)
{
    const DocumentReview review = reviewDocument(draft.document, printer);
    const auto findings = stopping(review, draft.decisions);
    if (!findings.isEmpty()) {
        return Refusal{
            Text::tr("%n finding(s) are neither mended nor explained: %1", nullptr, static_cast<int>(findings.size()))
                .arg(findings.first().finding.message),
            u"findings"_s};
    }
    const auto open =
        undecided(personalPlacesOf(draft.document, citizens, draft.decisions.masks), draft.decisions.masks);
    if (!open.isEmpty()) {
        return Refusal{Text::tr("%n place(s) may be a citizen's data and are not decided yet: “%1”.", nullptr,
                                static_cast<int>(open.size()))
                           .arg(open.first().place.text),
                       u"masking"_s};
    }
    return std::nullopt;
}

// What the head and the foot of the pages say.
bool sameFrame(const BulletinDocument &a, const BulletinDocument &b)
{
    return a.masthead == b.masthead && a.issueLine == b.issueLine && a.office == b.office && a.date == b.date
           && a.title == b.title && a.imprint == b.imprint;
}

} // namespace

Question frozenQuestion(const Bulletin &record)
{
    return {.period = record.period,
            .cutOff = record.cutOff,
            .excludedTopics = record.excludedTopics.value_or(QList<TopicId>()),
            .withChange = false};
}

QList<FigureKey> frozenFigures(const BulletinDocument &document)
{
    QSet<FigureKey> keys;
    const auto add = [&keys](const std::optional<FigureKey> &figure) {
        if (figure)
            keys.insert(*figure);
    };
    for (const Measure measure : usual)
        keys.insert({.measure = measure});
    for (const BulletinBlock &block : document.blocks) {
        if (const auto *paragraph = std::get_if<BulletinParagraph>(&block)) {
            for (const BulletinSpan &span : paragraph->spans)
                add(span.figure);
        } else if (const auto *table = std::get_if<BulletinTable>(&block)) {
            for (const auto &row : table->rows) {
                for (const BulletinSpan &cell : row)
                    add(cell.figure);
            }
        } else if (const auto *chart = std::get_if<BulletinChart>(&block)) {
            for (const ChartBar &bar : chart->bars.bars)
                add(bar.figure);
        }
    }
    QList<FigureKey> figures(keys.cbegin(), keys.cend());
    std::ranges::sort(figures, [](FigureKey a, FigureKey b) {
        return std::tuple(a.measure, a.row, a.sub) < std::tuple(b.measure, b.row, b.sub);
    });
    return figures;
}

Outcome<SavedBulletin> publishBulletin(CaseBook &book, BulletinId id, qint64 version, const Progress &progress)
{
    if (auto refusal = book.checkRight(Command::PublishBulletin))
        return *refusal;
    CaseFile &file = book.file();
    const BulletinRepository bulletins(file.database());
    Transaction transaction(file.database());
    const auto draft = bulletinOf(file, id);
    if (!draft)
        return Refusal{Text::tr("This bulletin is not there any more.")};
    Bulletin record = draft->record;
    if (record.state == BulletinState::Published)
        return Refusal{Text::tr("This bulletin has been published; it doesn't change any more.")};
    if (record.version != version) {
        return Refusal{.reason = Text::tr("Somebody has changed this bulletin since you opened it. Read it once more "
                                          "before you publish it."),
                       .kind = Refusal::Kind::Outdated};
    }
    if (record.issue && bulletins.published(record.series, record.year(), record.isExtra, *record.issue)) {
        return Refusal{Text::tr("Issue %1 of this year has been published already. Give this one another number.")
                           .arg(*record.issue),
                       u"issue"_s};
    }
    const Recomposed now = recomposed(file, *draft, progress);
    if (now.changedFigures > 0 || now.draft.document.blocks != draft->document.blocks) {
        return Refusal{.reason = Text::tr("The figures have changed since the bulletin was last shown. Take in the new "
                                          "ones and read it once more before you publish it."),
                       .kind = Refusal::Kind::Outdated};
    }
    if (!sameFrame(now.draft.document, draft->document)) {
        return Refusal{.reason = Text::tr("The number, the date or a name in the head of the bulletin isn't the one of "
                                          "now. Compose it anew and read it once more before you publish it."),
                       .kind = Refusal::Kind::Outdated};
    }

    const KnownCitizens citizens = citizensOfCases(file, toldIn(*draft));
    if (auto refusal = notReady(*draft, printerOf(now.draft.composed), citizens))
        return *refusal;

    const Question &asked = now.draft.composed.figures.question;
    record.cutOff = now.draft.composed.figures.cutOff;
    record.excludedTopics = asked.excludedTopics;
    // What is kept is what goes out: nobody's data are in it.
    const BulletinDocument goingOut = published(draft->document, citizens, draft->decisions.masks);
    record.title = goingOut.title;
    record.document = toJson(goingOut);
    record.composed = toJson(composedForOthers(file, *draft, now.draft.composed, citizens));
    record.decisions = toJson(BulletinDecisions{.explained = draft->decisions.explained});
    record.publishedAt = book.clock().now();
    record.publishedBy = book.user();
    const QList<FrozenFigure> figures = freeze(file, frozenQuestion(record), frozenFigures(draft->document), progress);
    for (const FrozenFigure &figure : figures)
        bulletins.putFigure(id, figure);
    bulletins.putCases(id, casesIn(draft->document));
    if (!bulletins.publish(record))
        return Refusal{Text::tr("The bulletin could not be published.")};
    QJsonObject details{{u"layout"_s, record.layout},
                        {u"period"_s, record.period.label()},
                        {u"figures"_s, figures.size()},
                        {u"explained"_s, draft->decisions.explained.size()},
                        {u"digest"_s, bulletins.frozenDigest(id)}};
    if (record.issue)
        details.insert(u"issue"_s, *record.issue);
    Recorder(file.database(), record.publishedAt, book.user())
        .record(u"bulletin"_s, id.value(), QString::fromLatin1(ruleOf(Command::PublishBulletin).action), details);
    stopIfCancelled(progress);
    transaction.commit();
    return SavedBulletin{.id = id, .version = version + 1, .changes = {.bulletins = true}};
}

} // namespace huiyin
