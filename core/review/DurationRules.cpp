// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/PersonalText.h"
#include "review/ReviewLine.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

// In hundredths: no office tells a time more exactly.
qint64 hundredths(const QString &number)
{
    const qsizetype point = number.indexOf(u'.');
    const QString whole = number.first(point < 0 ? number.size() : point);
    const QString rest = point < 0 ? QString() : number.mid(point + 1);
    return whole.toLongLong() * 100 + QString(rest + u"00"_s).first(2).toLongLong();
}

QString printed(qint64 hundredths, const QString &like)
{
    const qsizetype point = like.indexOf(u'.');
    return quotient(hundredths, 100, point < 0 ? 0 : static_cast<int>(like.size() - point - 1));
}

} // namespace

// 平均办理时长由3.2天缩短至2.8天，缩短0.4天
QList<Finding> checkDurations(const ReviewLine &line)
{
    static const QRegularExpression form(
        u"[由从](?:[^，,。；;\\d由从]{0,8}的)?(?<from>\\d{1,6}(?:\\.\\d{1,2})?)(?<unit>个?工作日|天|小时|分钟|秒)"
        "(?<way>缩短|压缩|压减|减少|下降|降低|缩|降|延长|增加|上升|拉长)(?:至|到|为)(?:[^，,。；;\\d]{0,8}的)?"
        "(?<to>\\d{1,6}(?:\\.\\d{1,2})?)\\k<unit>"
        "(?:[，,](?:平均)?(?<again>缩短|压缩|压减|减少|下降|延长|增加|上升)了?(?<by>\\d{1,6}(?:\\.\\d{1,2})?)\\k<unit>)?"_s);
    static const QRegularExpression longer(u"延长|增加|上升|拉长"_s);
    QList<Finding> findings;
    for (auto match = form.globalMatch(asPlain(line.text)); match.hasNext();) {
        const auto one = match.next();
        const qint64 from = hundredths(one.captured(u"from"));
        const qint64 to = hundredths(one.captured(u"to"));
        const bool grows = one.captured(u"way").contains(longer);
        const QString unit = one.captured(u"unit");
        const QString before = one.captured(u"from") + unit;
        const QString now = one.captured(u"to") + unit;
        const auto tellWay = [&](const QString &word) {
            findings.append(line.finding(one.capturedStart(word), one.capturedLength(word), Finding::Kind::Change,
                                         Text::tr("From %1 to %2 goes the other way.").arg(before, now)));
        };
        if (from == to || (to > from) != grows) {
            tellWay(u"way"_s);
            continue;
        }
        if (!one.hasCaptured(u"by"))
            continue;
        if (one.captured(u"again").contains(longer) != grows) {
            tellWay(u"again"_s);
            continue;
        }
        const qint64 by = hundredths(one.captured(u"by"));
        const QString right = printed(std::abs(to - from), one.captured(u"by"));
        // Each of the three may have been rounded in its last digit.
        const qint64 slack = one.captured(u"from").contains(u'.') && !one.captured(u"by").contains(u'.') ? 50 : 0;
        if (right == one.captured(u"by") || (slack > 0 && std::abs(std::abs(to - from) - by) <= slack))
            continue;
        Finding finding =
            line.finding(one.capturedStart(u"by"), one.capturedLength(u"by") + unit.size(), Finding::Kind::Change,
                         Text::tr("From %1 to %2 it is %3.").arg(before, now, QString(right + unit)));
        finding.expected = right + unit;
        findings.append(finding);
    }
    return findings;
}

} // namespace huiyin
