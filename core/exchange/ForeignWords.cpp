// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ForeignWords.h"

#include "casework/CaseBook.h"
#include "domain/Code.h"
#include "domain/Text.h"
#include "exchange/ForeignTable.h"
#include "exchange/ImportContext.h"
#include "exchange/TableSource.h"
#include "storage/SafeFile.h"
#include "storage/StorageError.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <type_traits>
#include <vector>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qsizetype mostWords = 200; // of a column

namespace T = TicketColumn;
namespace D = DispatchColumn;
namespace F = FollowUpColumn;
namespace C = CallColumn;

// What other programs write for a code of ours.
struct Likely
{
    std::u16string_view ours;
    std::u16string_view others; // parted by |
};

constexpr std::array likelyWords{
    Likely{u"是", u"已解决|解决|已接通|接通|y|yes|有|√|已"},
    Likely{u"否", u"未解决|没解决|未接通|无法接通|无人接听|拒接|n|no|没有|×|未"},
    Likely{u"一般", u"普通|正常|平件|常规|普通件"},
    Likely{u"急", u"紧急|加急|急件|较急"},
    Likely{u"特急", u"特别紧急|非常紧急|特急件|突发"},
    Likely{u"公开", u"否|不保密|不需要保密"},
    Likely{u"对承办单位保密", u"是|保密|需保密|要求保密"},
    Likely{u"匿名", u"不愿透露|匿名反映"},
    Likely{u"市民", u"个人|群众|公民|居民|村民|自然人"},
    Likely{u"企业", u"法人|公司|市场主体|个体工商户|企业诉求"},
    Likely{u"单位", u"机关|机关单位|社会组织|组织"},
    Likely{u"非常满意", u"很满意|十分满意|5星|五星|5"},
    Likely{u"满意", u"4星|四星|4|比较满意|较满意"},
    Likely{u"基本满意", u"一般|3星|三星|3|基本"},
    Likely{u"不满意", u"2星|二星|2|较不满意"},
    Likely{u"非常不满意", u"很不满意|十分不满意|1星|一星|1"},
    Likely{u"电话", u"电话回访|人工回访|人工|语音|智能外呼"},
    Likely{u"短信", u"短信回访|短信评价"},
    Likely{u"上门", u"上门回访|走访|实地"},
    Likely{u"信函", u"信件|书信|邮件"},
    Likely{u"主办", u"主办单位|牵头|主责|主"},
    Likely{u"协办", u"协办单位|配合|会办|协"},
    Likely{u"实际解决", u"已解决|解决|办结|已办结|解决到位"},
    Likely{u"解释说明", u"解释|说明|解释答复|说明情况|疏导解释|无法解决"},
    Likely{u"拒绝办理", u"拒办|不予办理|不办理"},
    Likely{u"呼入", u"来电|呼入电话|in"},
    Likely{u"呼出", u"外呼|去电|呼出电话|out"},
    Likely{u"直接解答", u"直接答复|当场答复|即时答复|解答|在线答复|咨询解答|直办"},
    Likely{u"转工单", u"生成工单|派单|转办|建单|已建单|立单"},
    Likely{u"重复来电", u"重复|催单|追加"},
    Likely{u"转接", u"转接专家|转坐席|三方通话"},
    Likely{u"无效", u"无效来电|骚扰|骚扰电话|误拨|无声|挂断"},
    Likely{u"办理", u"转办|交办|派单|单位办理|已办结|承办"},
    Likely{u"不予受理", u"不受理|退件|未受理"},
    Likely{u"并单", u"合并|已合并|重复件"},
    Likely{u"作废", u"废件|撤销|撤单|无效"},
};

// Calls visit(E{}) with the enumeration of a column of codes; false for any other column.
template <class Visit>
bool withCodesOf(TableKind kind, int column, const Visit &visit)
{
    const auto of = [&]<class E>(std::type_identity<E> type) {
        visit(type);
        return true;
    };
    if (kind == TableKind::Tickets) {
        switch (column) {
        case T::RequesterKind:
            return of(std::type_identity<RequesterKind>());
        case T::Confidentiality:
            return of(std::type_identity<Confidentiality>());
        case T::Urgency:
            return of(std::type_identity<Urgency>());
        case T::Resolution:
            return of(std::type_identity<Resolution>());
        default:
            return false;
        }
    }
    if (kind == TableKind::Dispatches) {
        if (column == D::Role)
            return of(std::type_identity<DispatchRole>());
        return column == D::ClaimedResult && of(std::type_identity<ClaimedResult>());
    }
    if (kind == TableKind::FollowUps) {
        if (column == F::Method)
            return of(std::type_identity<FollowUpMethod>());
        return column == F::Satisfaction && of(std::type_identity<Satisfaction>());
    }
    if (kind == TableKind::Calls) {
        if (column == C::Direction)
            return of(std::type_identity<CallDirection>());
        return column == C::Outcome && of(std::type_identity<CallOutcome>());
    }
    return false;
}

bool isBoolean(TableKind kind, int column)
{
    return kind == TableKind::FollowUps && (column == F::Reached || column == F::Solved);
}

// Calls visit(list) with the list of the office's names that a column takes; false for any other column.
template <class Context, class Visit>
bool withNamesOf(TableKind kind, int column, Context &lists, const Visit &visit)
{
    const auto of = [&](auto &list) {
        visit(list);
        return true;
    };
    if (kind == TableKind::Tickets) {
        switch (column) {
        case T::Channel:
            return of(lists.channels);
        case T::RequestType:
            return of(lists.requestTypes);
        case T::Category:
            return of(lists.categories);
        case T::Topic:
            return of(lists.topics);
        case T::Area:
            return of(lists.areas);
        default:
            return false;
        }
    }
    if (kind == TableKind::Calls && column == C::Topic)
        return of(lists.topics);
    return kind == TableKind::Dispatches && column == D::Department && of(lists.departments);
}

template <class Entry>
QStringList namesIn(const QList<Entry> &entries)
{
    QStringList names;
    for (const Entry &entry : entries) {
        if (entry.retired)
            continue;
        if constexpr (isTree<Entry>)
            names.append(pathOf(entries, entry.id));
        else
            names.append(entry.name);
    }
    return names;
}

// Whether a column takes a word as it is. Asks the lists of an import as the import itself would.
bool isKnown(ImportContext &context, TableKind kind, int column, const QString &word)
{
    bool known = true;
    const auto byCode = [&]<class E>(std::type_identity<E>) {
        known = fromCodeOrName<E>(word).has_value() || fromCode<E>(word.toLower()).has_value();
    };
    if (withCodesOf(kind, column, byCode))
        return known;
    if (isBoolean(kind, column)) {
        const QStringList words{u"1"_s, u"0"_s, u"true"_s, u"false"_s, u"是"_s, u"否"_s};
        return words.contains(halfWidth(word).toLower());
    }
    withNamesOf(kind, column, context, [&]<class Entry>(const CodeIndex<Entry> &index) {
        const QString key = entryKey<Entry>(word);
        known = !key.isEmpty() && index.find(key).match == CodeIndex<Entry>::Match::Found;
    });
    return known;
}

QString likelyCode(const QStringList &words, const QString &word)
{
    const QString bare = halfWidth(word).toLower();
    for (const Likely &likely : likelyWords) {
        const QString ours = QString::fromUtf16(likely.ours.data(), static_cast<qsizetype>(likely.ours.size()));
        if (words.contains(ours) && QStringView(likely.others).split(u'|').contains(QStringView(bare)))
            return ours;
    }
    return {};
}

// The only name of which the word is the last level, a part, or that is a part of it.
QString likelyName(const QStringList &names, const QString &word)
{
    const auto only = [&names](const auto &isNear) -> QString {
        QString found;
        for (const QString &name : names) {
            if (!isNear(name))
                continue;
            if (!found.isEmpty())
                return {};
            found = name;
        }
        return found;
    };
    constexpr qsizetype least = 2; // characters
    if (word.size() < least)
        return {};
    QString found = only([&word](const QString &name) { return name.endsWith(u'/' + word); });
    if (found.isEmpty())
        found = only([&word](const QString &name) { return name.contains(word); });
    if (found.isEmpty())
        found = only([&word](const QString &name) { return name.size() >= least && word.contains(name); });
    return found;
}

// A column that takes certain words only, and those that nobody has translated.
struct CountedColumn
{
    int place = 0;
    const ColumnMatch *match = nullptr;
    bool isName = false;
    QStringList words{}; // that it takes
    std::map<QString, qint64> counts{};

    void count(const QString &word)
    {
        if (!word.isEmpty() && !match->words.contains(word))
            ++counts[word];
    }
};

struct CountedTable
{
    TableKind kind = TableKind::Tickets;
    QList<CountedColumn> columns{};
};

QList<CountedColumn> columnsToCount(const SheetProfile &profile, TableKind kind, const CodeTables &tables)
{
    QList<CountedColumn> columns;
    const QList<ColumnMatch> &matches = profile.of(kind)->columns;
    for (qsizetype i = 0; i < matches.size(); ++i) {
        CountedColumn column{.place = static_cast<int>(i), .match = &matches[i]};
        withNamesOf(kind, matches[i].column, tables, [&column](const auto &) { column.isName = true; });
        column.words = wordsFor(kind, matches[i].column, tables);
        if (column.isName || !column.words.isEmpty())
            columns.append(column);
    }
    return columns;
}

// All tables of the profile look at each row of the sheet, which is read once.
std::vector<CountedTable> countedWords(const TableSources &sources, const CodeTables &tables, const Progress &progress)
{
    std::vector<CountedTable> counted;
    if (sources.empty())
        return counted;
    const TableSource &sheet = sources.begin()->second;
    const auto rows = openFile(sheet, progress);
    const QStringList headings = findForeignHeadings(*rows, *sheet.profile);
    std::vector<ForeignTable> readers;
    for (const auto &[kind, source] : sources) {
        counted.push_back({.kind = kind, .columns = columnsToCount(*source.profile, kind, tables)});
        readers.emplace_back(*rows, *source.profile, kind, headings);
    }
    while (rows->next()) {
        stopIfCancelled(progress);
        for (size_t i = 0; i < readers.size(); ++i) {
            for (bool any = readers[i].takeRow(); any; any = readers[i].takeNext()) {
                for (CountedColumn &column : counted[i].columns)
                    column.count(readers[i].wordOf(column.place));
            }
        }
    }
    return counted;
}

} // namespace

QStringList wordsFor(TableKind kind, int column, const CodeTables &tables)
{
    QStringList words;
    const auto codes = [&words]<class E>(std::type_identity<E>) {
        for (const auto &entry : codeTable<E>())
            words.append(QString::fromUtf16(entry.chinese));
    };
    if (withCodesOf(kind, column, codes))
        return words;
    if (isBoolean(kind, column))
        return {u"是"_s, u"否"_s};
    withNamesOf(kind, column, tables, [&words](const auto &entries) { words = namesIn(entries); });
    return words;
}

QList<ForeignWord> unknownWords(CaseFile &file, const QString &path, const ForeignSheet &foreign, Progress &progress)
{
    ImportContext context(file, {.createMissing = false, .update = false, .checkOnly = true, .foreign = foreign},
                          progress);
    const CodeTables tables = context.codeTables.load();
    const TableSources sources = foreignTables(context, path, foreign);
    if (!context.report.errors.isEmpty())
        throw FileError(context.report.errors.first().message);
    QList<ForeignWord> found;
    for (const auto &[kind, columns] : countedWords(sources, tables, progress)) {
        for (const CountedColumn &column : columns) {
            QList<ForeignWord> words;
            for (const auto &[word, count] : column.counts) {
                if (isKnown(context, kind, column.match->column, word))
                    continue;
                words.append({.kind = kind,
                              .column = column.match->column,
                              .word = word,
                              .rows = count,
                              .likely = column.isName ? likelyName(column.words, word) : likelyCode(column.words, word),
                              .isName = column.isName});
            }
            std::ranges::stable_sort(words, std::greater(), &ForeignWord::rows);
            found += words.first(std::min(words.size(), mostWords));
        }
    }
    return found;
}

} // namespace huiyin
