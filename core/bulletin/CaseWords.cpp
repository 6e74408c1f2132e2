// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/CaseWords.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// Mobile numbers in whatever groups, identity numbers, numbers of the fixed network with their area code.
const QString certainNumber = u"(?:(?<![0-9])(?:\\d{17}[0-9Xx]|\\d{15}|(?:\\+?86[- ]?)?1[3-9]\\d(?:[- ]?\\d){8}"
                              "|0\\d{2,3}[- ]?[2-8]\\d{6,7})(?![0-9]))"_s;
// One that is called so: without an area code too, and in the writings that nobody foresees.
const QString namedNumber =
    u"(?:(?:联系)?(?:电话|手机|座机|固话|联系方式|身份证)(?:号码?|证号)?(?:是|为|：|:)?\\s*[0-9+（(][0-9Xx+（）() -]{5,}[0-9Xx])"_s;

bool isStop(QChar one)
{
    return QStringView(u"。！？；：，、!?;:,.").contains(one);
}

// A line that is only folded goes on in the next one; one that is a line of its own gets a stop.
QString joinedLines(const QString &text)
{
    static const QRegularExpression ownLine(
        u"^\\s*(?:[一二三四五六七八九十]+、|[（(]?[0-9一二三四五六七八九十]{1,2}[）).、．])"_s);
    constexpr qsizetype folded = 30; // characters: a shorter line has ended by itself
    const QStringList lines = QString(text).replace(u'\r', u'\n').split(u'\n');
    QString joined;
    qsizetype before = 0;
    for (const QString &raw : lines) {
        const QString line = raw.trimmed();
        if (line.isEmpty()) {
            before = 0;
            continue;
        }
        const bool isOwn = before < folded || ownLine.match(line).hasMatch();
        if (!joined.isEmpty() && !isStop(joined.back()) && isOwn)
            joined += u'。';
        joined += line;
        before = line.size();
    }
    return joined;
}

QString tidied(QString text)
{
    static const QRegularExpression empty(u"[（(]\\s*[）)]"_s);
    static const QRegularExpression doubled(u"[，、；]+(?=[，、；。！？])"_s);
    static const QRegularExpression stops(u"。{2,}"_s);
    static const QRegularExpression first(u"^[，、；。：！？\\s]+"_s);
    text.remove(empty);
    text.remove(doubled);
    text.replace(stops, u"。"_s);
    text.remove(first);
    return text.trimmed();
}

QString withoutContacts(QString text)
{
    static const QRegularExpression bracketed(u"[（(][^（）()]*(?:"_s + certainNumber + u'|' + namedNumber
                                              + u")[^（）()]*[）)]"_s);
    static const QRegularExpression clause(u"[，；、]?[^，；、。！？]*?(?:"_s + certainNumber + u'|' + namedNumber
                                           + u")[^，；、。！？]*"_s);
    text.remove(bracketed);
    text.remove(clause);
    return tidied(text);
}

// Brackets and quotation marks belong to the sentence before them.
bool closes(QChar one)
{
    return QStringView(u"”’」』）)》\"").contains(one);
}

bool isAsking(const QString &sentence)
{
    static const QRegularExpression asking(
        u"^(?:现|故|因此|为此)?(?:反映人|其|来电人|市民|居民|村民|群众|业主)?(?:现|再次|强烈)?(?:要求|请求|希望|建议|恳请|请)"_s);
    return asking.match(sentence).hasMatch();
}

// Formulas around what a department has to say.
bool isFormula(const QString &sentence)
{
    static const QRegularExpression formula(
        u"^(?:(?:尊敬的)?[^，。：！]{0,10}(?:您好|你好)[！。]?"
        "|(?:特此|此复|专此|以上)[^，。]{0,16}(?:回复|答复|反馈|报告|说明|情况)?[。！]"
        "|(?:再次|最后|非常|衷心)?(?:感谢|谢谢)(?:您|你|反映人|广大|来电|理解|支持|对)[^。！]{0,40}[。！]"
        "|祝(?:您|你|反映人)?[^。！]{0,20}[。！]"
        "|(?:欢迎|如有|如您|若有|如果您?)[^。！]{0,10}(?:监督|疑问|异议|问题|需要|不明)[^。！]{0,40}[。！]"
        "|[^。]{0,8}(?:联系人|经办人|承办人|审核人|签发人|责任人|办理人)[：:][^。]{0,40}。"
        "|[^，。！？]{2,20}(?:局|公司|委|委员会|办|办公室|政府|中心|街道|街道办事处|镇|乡|院|处|站|所)?[，　 ]?"
        "\\d{4}年\\d{1,2}月\\d{1,2}日。"
        "|\\d{4}年\\d{1,2}月\\d{1,2}日。)$"_s);
    return formula.match(sentence).hasMatch();
}

bool isSignature(const QString &sentence, const QString &department)
{
    static const QRegularExpression office(
        u"^[^，。！？：请联到由向是为有在]{2,14}(?:局|公司|委|委员会|办公室|政府|中心|街道|办事处|镇|乡)。$"_s);
    return sentence == department + u"。" || office.match(sentence).hasMatch();
}

} // namespace

QString cleanedText(const QString &text)
{
    static const QRegularExpression spaces(u"\\s+"_s);
    static const QRegularExpression besideHan(u" (?=[^\\x{21}-\\x{7e}])|(?<=[^\\x{21}-\\x{7e}]) "_s);
    static const QRegularExpression halfStop(
        u"(?<=[\\x{4e00}-\\x{9fff}”’）》])([,;:?!])|([,;:?!])(?=[\\x{4e00}-\\x{9fff}])"_s);
    static const QRegularExpression fullPoint(u"(?<=[\\x{4e00}-\\x{9fff}”’）》])\\.(?![0-9.])"_s);
    QString cleaned = joinedLines(text).replace(spaces, u" "_s).remove(besideHan);
    QString stopped;
    qsizetype at = 0;
    for (auto found = halfStop.globalMatch(cleaned); found.hasNext();) {
        const auto match = found.next();
        stopped += QStringView(cleaned).mid(at, match.capturedStart() - at);
        const QChar sign = match.captured(0).front();
        stopped += QStringView(u"，；：？！").at(QStringView(u",;:?!").indexOf(sign));
        at = match.capturedEnd();
    }
    stopped += QStringView(cleaned).mid(at);
    stopped.replace(fullPoint, u"。"_s);
    return withoutContacts(stopped);
}

QStringList sentencesOf(const QString &cleaned)
{
    QStringList sentences;
    QString sentence;
    int quoted = 0; // a stop within a quotation ends no sentence of ours
    for (qsizetype i = 0; i < cleaned.size(); ++i) {
        const QChar one = cleaned[i];
        sentence += one;
        quoted += one == u'“' ? 1 : one == u'”' && quoted > 0 ? -1 : 0;
        if (!QStringView(u"。！？!?").contains(one) || quoted > 0)
            continue;
        while (i + 1 < cleaned.size() && closes(cleaned[i + 1]))
            sentence += cleaned[++i];
        sentences.append(sentence.trimmed());
        sentence.clear();
    }
    sentence = sentence.trimmed();
    while (!sentence.isEmpty() && isStop(sentence.back()))
        sentence.chop(1);
    if (!sentence.isEmpty())
        sentences.append(sentence + u'。');
    return sentences;
}

QString shortened(const QStringList &sentences, qsizetype most)
{
    qsizetype whole = 0;
    for (const QString &sentence : sentences)
        whole += sentence.size();
    if (whole <= most || sentences.size() < 2)
        return sentences.join(QString());
    const QString asked = isAsking(sentences.last()) ? sentences.last() : QString();
    QString text = sentences.first();
    for (qsizetype i = 1; i < sentences.size() - (asked.isEmpty() ? 0 : 1); ++i) {
        if (text.size() + sentences[i].size() + asked.size() > most)
            break;
        text += sentences[i];
    }
    return text.size() + asked.size() <= most ? QString(text + asked) : text;
}

QStringList replySentences(const QString &reply, const QString &department, bool withoutRating)
{
    static const QRegularExpression head(
        u"^(?:[^。]{0,60}(?:如下|收悉)[：:，。])+|^(?:回复内容|办理情况|办理结果|处理结果|处理情况|答复内容|回复|答复)[：:]"_s);
    static const QRegularExpression salutation(u"^(?:尊敬的[^，。：！]{1,12}[，：！]?)?(?:[^，。：！]{0,8}(?:市民|网友|"
                                               u"先生|女士|同志|反映人|来电人)[，：！]?)?(?:您好|你好)[！。，：]*"
                                               "|^尊敬的[^，。：！]{1,12}[，：！]"_s);
    static const QRegularExpression us(
        u"我(?:们)?(?:单位|公司|部门|中心|街道|支队|大队|局|镇|乡|院|队|委(?!托|派|屈)|办(?!理|公|事|结|法|好|完)"
        "|处(?!理|于|在|置)|站(?!在|着|出)|所(?!有|以|说|在|反|需|提|知|诉))"_s);
    static const QRegularExpression rating(
        u"[，；]?(?:反映人|来电人|诉求人|投诉人|当事人|市民|群众|居民|村民|业主|其)(?:本人)?"
        "(?:对(?:(?![不没未])[^，。；！？]){0,24}?)?(?:表示)?"
        "(?:非常|十分|比较|基本|很)?(?:满意|感谢|认可)(?=[。！？]$)"_s);
    QString text = cleanedText(reply);
    for (qsizetype before = -1; before != text.size();) { // 您好！您反映的问题收悉，现答复如下：
        before = text.size();
        text.remove(salutation);
        text.remove(head);
        text = tidied(text);
    }
    text.replace(us, department);
    text.replace(u"您"_s, u"反映人"_s);
    text.replace(u"反映人反映人"_s, u"反映人"_s);
    QStringList sentences = sentencesOf(text);
    sentences.removeIf(isFormula);
    while (!sentences.isEmpty() && isSignature(sentences.last(), department))
        sentences.removeLast();
    if (withoutRating) {
        for (QString &sentence : sentences)
            sentence = tidied(sentence.remove(rating));
        sentences.removeIf([](const QString &sentence) { return sentence.isEmpty(); });
    }
    return sentences;
}

QString matterOf(const QString &title)
{
    static const QRegularExpression before(u"^(?:关于|咨询|反映|投诉|举报|求助|请求|要求)(?=.{2})"_s);
    static const QRegularExpression behind(u"(?:的?问题)?[。．.，！？]*$"_s);
    static const QRegularExpression asked(u"(?<=.{4})(?:请求|要求|希望)[^，。、；]{2,6}$"_s);
    QString matter = cleanedText(title);
    matter.remove(behind);
    matter.remove(asked);
    const QString bare = QString(matter).remove(before);
    return bare.isEmpty() ? matter : bare;
}

} // namespace huiyin
