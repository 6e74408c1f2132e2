// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/Levels.h"

#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

using Role = Mention::Role;

struct Reached
{
    Mention::Way way = Mention::Way::None;
    qsizetype length = 0; // of 增至 and what stands behind it
};

// By the words before a number: 增至, 上升到本月的. 增长为 only where it was told from what.
std::optional<Reached> reachedIn(const QString &label, bool hasFrom)
{
    static const QRegularExpression form(
        u"(增加|增长|增多|上升|提高|提升|攀升|上涨|扩大|增|升|涨|提(?!到)|(减少|下降|降低|回落|压降|缩短|缩小|减|降))"
        "(到|至|(为))[^增减升降提]{0,8}$"_s);
    const auto match = form.match(label);
    if (!match.hasMatch() || (match.capturedLength(4) > 0 && !hasFrom))
        return std::nullopt;
    return Reached{.way = match.capturedLength(2) > 0 ? Mention::Way::Down : Mention::Way::Up,
                   .length = match.capturedLength()};
}

Role levelRole(const Mention &level, const QString &label)
{
    if (level.kind != Mention::Kind::Count)
        return label.contains(u'率') ? Role::Rate : Role::Share;
    return roleOfCount(label, level.behind);
}

} // namespace

void readLevels(QList<Mention> &mentions)
{
    // 由, 从 and 自 before a number and at most its time; in 自来水, 从业 and 理由 they are parts of words.
    static const QRegularExpression from(
        u"^(.*)(?:(?<![理缘自事案])由(?![于此来])|从(?![业事而轻速优])|自(?![来建行主治愿然动助家身费己由]))[^类题求项]{0,10}$"_s);
    // 由 left out: 上月812件，本月增至1036件, but not 上月受理900件，投诉增至300件.
    static const QRegularExpression now(
        u"^(本[月周季年期]度?|当月|现在?|目前|今年(同期)?|\\d{1,2}月份?|\\d{4}年)?(受理|诉求|来电|共)*(总?量)?$"_s);
    static const QRegularExpression compared(
        u"[较比与同跟](去年|前年|上年|上个?月|上期|上一?周|上一?季度?|上半年|前[一1]|\\d{4}年|\\d{1,2}月)[^增减升降多少]*$"_s);
    static const QRegularExpression rest(u"^(其余|其它|剩余|剩下|余下|剩|余|仍有|还剩)的?$"_s);
    for (qsizetype i = 0; i < mentions.size(); ++i) {
        Mention &mention = mentions[i];
        Mention *before = i > 0 ? &mentions[i - 1] : nullptr;
        if (mention.label.contains(compared) && mention.kind != Mention::Kind::Points)
            mention.role = Role::Before;
        if (mention.kind == Mention::Kind::Count && mention.label.contains(rest))
            mention.role = roleOfCount(u"还有"_s, mention.behind);
        static const QRegularExpression beginning(u"(月|期|季|年)初|(上个?月|上期|上季度?)末|\\d月份?未办结"_s);
        if (mention.role == Role::Open && mention.label.contains(beginning))
            mention.role = Role::CarriedOver;
        if (!before || mention.kind == Mention::Kind::Points)
            continue;
        const bool isPair = before->kind == mention.kind && before->ofCalls == mention.ofCalls
                            && before->sentence == mention.sentence && before->depth <= mention.depth;
        const auto told = from.match(before->label);
        const bool follows = before->role == Role::Before;
        const auto reached = reachedIn(mention.label, isPair && (told.hasMatch() || follows));
        if (!reached)
            continue;
        const bool hasFrom =
            isPair && (told.hasMatch() || (follows && mention.label.chopped(reached->length).contains(now)));
        if (follows && !hasFrom) {
            mention.role = levelRole(mention, mention.label.chopped(reached->length));
            continue;
        }
        mention.reached = reached->way;
        mention.reachedLength = reached->length;
        if (hasFrom) {
            mention.role = levelRole(mention, told.captured(1));
            before->role = Role::Before;
        } else {
            mention.role = levelRole(mention, mention.label.chopped(reached->length));
        }
    }
}

} // namespace huiyin
