// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/SheetGlance.h"

#include "domain/Text.h"
#include "exchange/ForeignTable.h"
#include "exchange/TableSource.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int rowsShown = 20;

// What a column is called elsewhere, the most telling word first. Taken from the sheets that offices publish and from the
// exports of the hotline platforms of provinces and cities.
struct Synonyms
{
    TableKind kind;
    int column;
    std::u16string_view words; // parted by |
};

namespace T = TicketColumn;
namespace D = DispatchColumn;
namespace F = FollowUpColumn;
namespace C = CallColumn;
using enum TableKind;

// The same in every table that tells of a ticket.
constexpr std::u16string_view ticketNumber = u"工单编号|工单号|受理编号|受理单号|诉求编号|办件编号|事项编号|案件编号|"
                                             u"登记编号|信件编号|单号|编号|工单流水号|流水号|序号";

constexpr std::array allSynonyms{
    Synonyms{Tickets, T::Number, ticketNumber},
    Synonyms{Tickets, T::ReceivedAt,
             u"受理时间|受理日期|登记时间|登记日期|诉求时间|反映时间|来电时间|来电日期|来信时间|创建时间|提交时间|"
             u"接收时间|接件时间|时间|日期"},
    Synonyms{Tickets, T::Channel, u"来源渠道|诉求来源|受理渠道|渠道|来源|受理方式|反映方式|反映渠道|信息来源"},
    Synonyms{Tickets, T::ChannelReference, u"渠道编号|上级编号|原编号|省平台编号|市平台编号|上级工单号|外部编号"},
    Synonyms{Tickets, T::RequestType, u"诉求类型|工单类型|事项类型|反映类型|信件类型|诉求性质|性质|类型"},
    Synonyms{Tickets, T::Category,
             u"诉求类别|事项分类|问题分类|问题类别|内容分类|归口分类|诉求分类|一级分类|类别|分类"},
    Synonyms{Tickets, T::Topic, u"专题|热点专题|专项"},
    Synonyms{Tickets, T::Area, u"区域|所属区域|事发区域|所属乡镇|乡镇街道|行政区划|辖区|乡镇|街道|区县"},
    Synonyms{Tickets, T::Address, u"地址|事发地址|诉求地址|反映地址|详细地址|发生地点|地点|事发地点|联系地址|住址"},
    Synonyms{Tickets, T::Title, u"标题|诉求标题|工单标题|事项标题|主题|诉求主题|信件标题|事由"},
    Synonyms{Tickets, T::Content,
             u"内容|诉求内容|反映内容|工单内容|来电内容|事项内容|事项描述|反映问题|问题描述|诉求描述|信件内容|主要内容|"
             u"诉求事项|"
             u"反映事项|受理内容"},
    Synonyms{
        Tickets, T::Requester,
        u"反映人|诉求人|来电人|姓名|来电人姓名|反映人姓名|诉求人姓名|市民姓名|联系人|投诉人|申请人|来信人|群众姓名"},
    Synonyms{Tickets, T::Phone,
             u"联系电话|联系方式|电话|来电号码|电话号码|手机号|手机号码|手机|主叫号码|反映人电话|诉求人电话|回访电话"},
    Synonyms{Tickets, T::RequesterKind, u"反映人类型|诉求人类型|主体类型|诉求主体|反映主体"},
    Synonyms{Tickets, T::Confidentiality, u"保密要求|是否保密|信息保密|保密"},
    Synonyms{Tickets, T::Urgency, u"紧急程度|缓急程度|紧急度|优先级|是否紧急|等级"},
    Synonyms{Tickets, T::ReceivedBy, u"受理人|受理人员|话务员|坐席|接线员|登记人|受理员|座席|坐席工号|工号|经办人"},
    Synonyms{Tickets, T::DueAt,
             u"办理时限|办结时限|截止时间|到期时间|要求办结时间|处理时限|办理期限|限办时间|应办结时间"},
    Synonyms{Tickets, T::Resolution, u"办结方式|处理方式|办理方式|处置方式"},
    Synonyms{Tickets, T::Answer,
             u"答复|答复内容|回复内容|办结意见|处理结果|办结内容|最终答复|答复意见|办理情况|回复情况|处理情况"},
    Synonyms{Tickets, T::ClosedAt, u"办结时间|办结日期|结案时间|完成时间|归档时间|办毕时间|实际办结时间|结束时间"},
    Synonyms{Tickets, T::Ground, u"依据|不予受理原因|不受理理由|作废原因"},
    Synonyms{Tickets, T::MergedInto, u"并入工单|合并至|主工单编号|合并工单号"},
    Synonyms{Tickets, T::RepeatOf, u"重复工单|关联工单|原工单编号|关联工单号"},
    Synonyms{Tickets, T::Marks, u"标记|标签"},

    Synonyms{Dispatches, D::Ticket, ticketNumber},
    Synonyms{Dispatches, D::Department,
             u"承办单位|主办单位|办理单位|责任单位|承办部门|责任部门|处理部门|处置单位|转办单位|交办单位|承接单位|"
             u"处理单位|办理部门|派往单位|部门"},
    Synonyms{Dispatches, D::Round, u"轮次|办理轮次"},
    Synonyms{Dispatches, D::Role, u"主办协办|承办类型"},
    Synonyms{Dispatches, D::DispatchedAt,
             u"派单时间|派单日期|交办时间|交办日期|转办时间|转办日期|下派时间|派发时间|分派时间|转派时间|下发时间"},
    Synonyms{Dispatches, D::DueAt, u"承办时限|反馈时限|办理时限|回复时限|要求反馈时间|截止时间|到期时间|处理时限"},
    Synonyms{Dispatches, D::OriginalDueAt, u"原时限|原办理时限"},
    Synonyms{Dispatches, D::ExtendedAt, u"延期时间|延期批准时间"},
    Synonyms{Dispatches, D::SignedAt, u"签收时间|签收日期|接收时间|单位签收时间"},
    Synonyms{Dispatches, D::ReturnedAt, u"退单时间|退回时间|退件时间"},
    Synonyms{Dispatches, D::ReturnGround, u"退单理由|退回原因|退单原因|退回理由"},
    Synonyms{Dispatches, D::RepliedAt,
             u"反馈时间|反馈日期|回复时间|回复日期|单位反馈时间|答复时间|部门回复时间|处理时间"},
    Synonyms{Dispatches, D::Reply,
             u"反馈内容|反馈情况|单位反馈|回复内容|办理结果说明|部门回复|单位回复|办理情况|处理情况|处置情况|答复内容"},
    Synonyms{Dispatches, D::ClaimedResult, u"办理结果|处理结论|办理结论"},
    Synonyms{Dispatches, D::ClosedAt, u"办结时间|办结日期|完成时间|结案时间"},

    Synonyms{FollowUps, F::Ticket, ticketNumber},
    Synonyms{FollowUps, F::At, u"回访时间|回访日期|评价时间"},
    Synonyms{FollowUps, F::By, u"回访人|回访员|回访人员"},
    Synonyms{FollowUps, F::Method, u"回访方式"},
    Synonyms{FollowUps, F::Reached, u"是否接通|接通情况|回访是否接通|是否联系上"},
    Synonyms{FollowUps, F::Solved, u"是否解决|解决情况|是否办结解决|诉求解决情况"},
    Synonyms{FollowUps, F::Satisfaction, u"满意度|是否满意|回访结果|满意情况|评价|群众满意度|满意度评价|回访评价"},
    Synonyms{FollowUps, F::Comment, u"回访意见|回访内容|回访情况|回访备注|不满意原因"},

    Synonyms{Calls, C::Reference, u"来电编号|通话编号|话单编号|呼叫编号|录音编号|流水号|编号|序号"},
    Synonyms{Calls, C::StartedAt, u"来电时间|呼入时间|开始时间|通话时间|呼叫时间|通话开始时间|时间|日期"},
    Synonyms{Calls, C::AnsweredAt, u"接听时间|应答时间|接通时间"},
    Synonyms{Calls, C::EndedAt, u"挂机时间|结束时间|通话结束时间|挂断时间"},
    Synonyms{Calls, C::Direction, u"方向|呼叫方向|呼叫类型|通话类型"},
    Synonyms{Calls, C::Phone, u"电话号码|来电号码|主叫号码|主叫|电话|手机号|联系电话"},
    Synonyms{Calls, C::Caller, u"来电人|来电人姓名|姓名|联系人"},
    Synonyms{Calls, C::Operator, u"话务员|坐席|接线员|座席|坐席工号|工号|受理人"},
    Synonyms{Calls, C::Outcome, u"处理方式|处理结果|通话结果|来电结果"},
    Synonyms{Calls, C::Topic, u"专题|热点专题"},
    Synonyms{Calls, C::Ticket, u"工单编号|工单号|关联工单|受理编号"},
    Synonyms{Calls, C::Note, u"备注|通话内容|来电内容|内容|说明"},
};

// 诉求内容（必填）*: what is of no matter in a heading.
QString bareHeading(const QString &heading)
{
    QString bare = halfWidth(heading);
    const qsizetype bracket = bare.indexOf(u'(');
    if (bracket > 0)
        bare.truncate(bracket);
    bare.removeIf(
        [](QChar c) { return c.isSpace() || c == u'*' || c == u':' || c == u'、' || c == u'_' || c == u'-'; });
    return bare;
}

// How telling a heading is for the column: the place of the word; -1 when it is none.
int rankOf(const Synonyms &synonyms, const QString &bare)
{
    int rank = 0;
    for (const auto word : QStringView(synonyms.words).split(u'|')) {
        if (word == bare)
            return rank;
        ++rank;
    }
    return -1;
}

int knownWords(const QStringList &headings)
{
    int known = 0;
    for (const QString &heading : headings) {
        const QString bare = bareHeading(heading);
        if (!bare.isEmpty()
            && std::ranges::any_of(allSynonyms, [&bare](const Synonyms &one) { return rankOf(one, bare) >= 0; }))
            ++known;
    }
    return known;
}

qsizetype filled(const QStringList &fields)
{
    return std::ranges::count_if(fields, [](const QString &field) { return !field.isEmpty(); });
}

// Of the rows that the words of the trade know best; of rows without such words the fullest.
qsizetype likelyHeadings(const QList<std::pair<qint64, QStringList>> &lines)
{
    qsizetype best = -1;
    std::pair<int, qsizetype> most{0, 0};
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const std::pair<int, qsizetype> score{knownWords(lines[i].second), filled(lines[i].second)};
        if (best < 0 || score > most) {
            best = i;
            most = score;
        }
    }
    return best;
}

} // namespace

QStringList SheetGlance::samplesOf(const QString &heading, int most) const
{
    QStringList samples;
    const qsizetype column = headings.indexOf(heading);
    for (const QStringList &row : rows) {
        const QString text = column < 0 ? QString() : row.value(column).simplified();
        if (!text.isEmpty() && !samples.contains(text) && samples.size() < most)
            samples.append(text);
    }
    return samples;
}

SheetGlance glanceAt(const QString &path, const QString &sheet, const Progress &progress, qint64 headingLine)
{
    const TableSource source = sheetSource(path, sheet);
    const auto rows = openRows(source, progress);
    SheetGlance glance{.sheet = source.sheetName()};
    while (glance.lines.size() < rowsBeforeData + rowsShown && rows->next()) {
        if (rows->isBlank())
            continue;
        glance.lines.append({rows->line(), fieldsOf(*rows)});
    }
    const auto top = glance.lines.first(std::min<qsizetype>(glance.lines.size(), rowsBeforeData));
    qsizetype heading = likelyHeadings(top);
    for (qsizetype i = 0; i < top.size(); ++i) {
        if (top[i].first == headingLine)
            heading = i;
    }
    if (heading < 0)
        return glance;
    glance.headingLine = glance.lines[heading].first;
    glance.headings = foreignHeadings(glance.lines[heading].second);
    for (qsizetype i = heading + 1; i < glance.lines.size() && glance.rows.size() < rowsShown; ++i)
        glance.rows.append(glance.lines[i].second);
    return glance;
}

TableMatch guessTable(const SheetGlance &glance, TableKind kind)
{
    struct Candidate
    {
        int column;
        int rank;
        QString heading;
    };
    QList<Candidate> candidates;
    const Table &table = tableOf(kind);
    for (const QString &heading : glance.headings) {
        const QString bare = bareHeading(heading);
        if (bare.isEmpty())
            continue;
        if (const auto column = table.columnOf(bare))
            candidates.append({.column = *column, .rank = -1, .heading = heading});
        for (const Synonyms &synonyms : allSynonyms) {
            if (const int rank = synonyms.kind == kind ? rankOf(synonyms, bare) : -1; rank >= 0)
                candidates.append({.column = synonyms.column, .rank = rank, .heading = heading});
        }
    }
    std::ranges::stable_sort(candidates, {}, &Candidate::rank);
    TableMatch match{.kind = kind, .columns = {}};
    QStringList taken;
    for (const Candidate &candidate : candidates) {
        if (match.of(candidate.column) || taken.contains(candidate.heading))
            continue;
        match.at(candidate.column).headings = {candidate.heading};
        taken.append(candidate.heading);
    }
    std::ranges::sort(match.columns, {}, &ColumnMatch::column);
    return match;
}

SheetProfile guessProfile(const SheetGlance &glance)
{
    SheetProfile profile{.name = {}, .headings = glance.headings, .tables = {}};
    profile.headings.removeAll(QString());
    const auto hasRequired = [](const TableMatch &match) {
        const auto columns = tableOf(match.kind).columns;
        for (size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].use == Column::Use::Required && !match.of(static_cast<int>(i)))
                return false;
        }
        return true;
    };
    TableMatch tickets = guessTable(glance, Tickets);
    const TableMatch calls = guessTable(glance, Calls);
    if (hasRequired(calls) && (!hasRequired(tickets) || calls.columns.size() > tickets.columns.size())) {
        profile.tables.append(calls);
        return profile;
    }
    if (tickets.columns.isEmpty())
        return profile;

    TableMatch dispatches = guessTable(glance, Dispatches);
    const auto heading = [](const TableMatch &match, int column) {
        const ColumnMatch *found = match.of(column);
        return found ? found->headings : QStringList();
    };
    // A register that doesn't tell when a matter was handed on: at once.
    if (!dispatches.of(D::DispatchedAt) && tickets.of(T::ReceivedAt))
        dispatches.at(D::DispatchedAt).headings = heading(tickets, T::ReceivedAt);
    TableMatch followUps = guessTable(glance, FollowUps);
    if (!followUps.of(F::At) && followUps.of(F::Satisfaction) && tickets.of(T::ClosedAt))
        followUps.at(F::At).headings = heading(tickets, T::ClosedAt);
    if (!followUps.of(F::Reached) && (followUps.of(F::Satisfaction) || followUps.of(F::Solved)))
        followUps.at(F::Reached).fixed = u"是"_s; // who rates was reached

    profile.tables.append(tickets);
    if (hasRequired(dispatches))
        profile.tables.append(dispatches);
    if (hasRequired(followUps))
        profile.tables.append(followUps);
    return profile;
}

double fitOf(const SheetProfile &profile, const SheetGlance &glance)
{
    const QStringList needed = profile.neededHeadings();
    if (needed.isEmpty())
        return 0;
    const auto there =
        std::ranges::count_if(needed, [&glance](const QString &one) { return glance.headings.contains(one); });
    return there == needed.size() ? 1 : 0.99 * static_cast<double>(there) / static_cast<double>(needed.size());
}

} // namespace huiyin
