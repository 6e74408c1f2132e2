// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/ReviewLine.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

using Kind = Mention::Kind;
using Role = Mention::Role;

// 排名前三位的, 居前五位: how many, and what they are the first by.
struct Top
{
    int number = 0;
    qsizetype start = 0;
    qsizetype length = 0;
    QString by{}; // the words of its clause before it

    [[nodiscard]] qsizetype end() const { return start + length; }
};

QList<Top> topsIn(const QString &text)
{
    static const QRegularExpression form(
        u"(?<![之以目空提当从年月日])前(两|[一二三四五六七八九十]|\\d{1,2})(?:大?类|位|名|项|个|(?=[的为是：:分依]))(?![月年天周季])"_s);
    static const QString digits = u"一二三四五六七八九十"_s;
    static const QRegularExpression clause(u"[，,。；;：:]"_s);
    QList<Top> tops;
    for (auto match = form.globalMatch(text); match.hasNext();) {
        const auto one = match.next();
        const QString number = one.captured(1);
        const qsizetype from = text.lastIndexOf(clause, one.capturedStart()) + 1;
        tops.append({.number = number == u"两"           ? 2
                               : digits.contains(number) ? static_cast<int>(digits.indexOf(number)) + 1
                                                         : number.toInt(),
                     .start = one.capturedStart(),
                     .length = one.capturedLength(),
                     .by = text.mid(from, one.capturedStart() - from)});
    }
    return tops;
}

// The numbers that are named: C（n件）、C（n件）, 分别为n件、n件. All of one kind, parted by one sign.
QList<const Mention *> listed(const ReviewLine &line, const Top &top)
{
    constexpr qsizetype atOnce = 40; // the names of 分别为 stand between
    QList<const Mention *> items;
    int parted = 0;
    for (const Mention &mention : line.mentions) {
        if (mention.start < top.end())
            continue;
        if (items.isEmpty()) {
            static const QRegularExpression stop(u"[。；;]"_s);
            const QString between = line.text.mid(top.end(), mention.start - top.end());
            const bool isFirst =
                mention.start - top.end() <= atOnce && !between.contains(stop)
                && (mention.kind == Kind::Count ? mention.role == Role::Item
                                                : mention.role == Role::Share || mention.role == Role::Rate);
            static const QRegularExpression together(u"[共计占]"_s);
            if (!isFirst || mention.label.contains(together))
                return {};
            items.append(&mention);
            continue;
        }
        const Mention &first = *items.first();
        if (mention.kind != first.kind || mention.level() > first.level()) // A（100件，占10%）、B
            continue;
        const bool goes = mention.parted > 0 && (parted == 0 || mention.parted == parted) && mention.parted < 4
                          && mention.role == first.role && mention.level() == first.level()
                          && mention.ofCalls == first.ofCalls && !mention.opensParts;
        if (!goes)
            break;
        parted = mention.parted;
        items.append(&mention);
    }
    // Only 、 is the sign of a list and of nothing else.
    return parted == 1 || items.size() == top.number ? items : QList<const Mention *>();
}

bool isLess(const Mention &a, const Mention &b)
{
    if (a.kind == Kind::Count)
        return a.count.most < b.count.least;
    const int decimals = std::max(a.decimal.decimals, b.decimal.decimals);
    return scaled(a.decimal, decimals) < scaled(b.decimal, decimals);
}

} // namespace

QList<Finding> checkTops(const ReviewLine &line)
{
    QList<Finding> findings;
    for (const Top &top : topsIn(line.text)) {
        const QList<const Mention *> items = listed(line, top);
        if (items.size() < 2)
            continue;
        const qsizetype stop = line.text.indexOf(u'。', items.last()->end());
        const QString told = line.text.mid(top.start, (stop < 0 ? line.text.size() : stop) - top.start);
        static const QRegularExpression open(u"等|并列|之外|其次|还有"_s); // some of them, or more
        if (items.size() != top.number && !told.contains(open)) {
            findings.append(line.finding(top.start, top.length, Finding::Kind::Arrangement,
                                         Text::tr("Behind it %1 are listed.").arg(items.size())));
        }
        // By a rate the counts need be in no order, and the last ones go up.
        static const QRegularExpression byRate(u"率|占比|比例|比重"_s);
        static const QRegularExpression another(
            u"时长|时间|速度|效率|增幅|降幅|增长|下降|上升|增加|减少|增速|得分|考核|综合|成绩|倒数|靠后|末|最低|最少|关注|重点"_s);
        if (top.by.contains(another) || top.by.contains(byRate) != (items.first()->kind == Kind::Percentage))
            continue;
        for (qsizetype i = 1; i < items.size(); ++i) {
            if (!isLess(*items[i - 1], *items[i]))
                continue;
            findings.append(line.finding(*items[i], Finding::Kind::Arrangement,
                                         Text::tr("It is more than the one before it, %1.").arg(items[i - 1]->text)));
            break;
        }
    }
    return findings;
}

} // namespace huiyin
