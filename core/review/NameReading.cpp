// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/NameReading.h"

#include "domain/PersonalText.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

int weightOf(NamePlace place)
{
    switch (place) {
    case NamePlace::Field:
        return 6;
    case NamePlace::Person:
        return 4;
    case NamePlace::Group:
    case NamePlace::Row:
    case NamePlace::Told:
        return 2;
    case NamePlace::Link:
        return 1;
    case NamePlace::Living:
    case NamePlace::Area:
    case NamePlace::Beginning:
    case NamePlace::Inside:
        break;
    }
    return 0;
}

int weightOf(NameEnding ending, NamePlace place, bool isPlain)
{
    const bool isOne = place == NamePlace::Field || place == NamePlace::Person;
    const bool isAround = place == NamePlace::Area || place == NamePlace::Beginning || place == NamePlace::Inside;
    switch (ending) {
    case NameEnding::Data:
    case NameEnding::Courtesy:
        return 6;
    case NameEnding::Act:
        return 4;
    case NameEnding::Sign:
        if (isOne || place == NamePlace::Row || place == NamePlace::Link || place == NamePlace::Told)
            return 2;
        return isAround ? -6 : 0;
    case NameEnding::Predicate:
        if (isOne || place == NamePlace::Row || place == NamePlace::Told)
            return 2;
        if (place == NamePlace::Group)
            return isPlain ? 2 : 1;
        return place == NamePlace::Area || place == NamePlace::Inside ? -6 : 1;
    case NameEnding::None:
        return isOne ? -2 : -8;
    }
    return 0;
}

// 于年初, 于五月, 业主于当日.
bool beginsATime(QStringView rest)
{
    static const QString times =
        u"年月日周晚今昨当去上本早午次前此近先现网群同夜凌傍一二三四五六七八九十元腊春夏秋冬其我该是"_s;
    static const WordTable words(u"清晨 凌晨 子夜 平时 端午 中秋 国庆 元旦 之前 之后 中午 正午 入夜"_s);
    return rest.isEmpty() || times.contains(rest.front()) || words.isAt(rest);
}

// 万科城 is a place more often than somebody.
bool isOfPlaces(QChar sign)
{
    return u"城庄府厦坡岗镇"_s.contains(sign);
}

int weightOfWord(QStringView rest, qsizetype length, NamePlace place, NameEnding ending)
{
    const QChar surname = rest.front();
    const qsizetype word = ordinaryWordAt(rest);
    if (isWordSurname(surname)) {
        const bool oftenAName = surname == u'于' || surname == u'曾';
        if (surname == u'于' && beginsATime(rest.mid(1)))
            return -12;
        if (word == 0)
            return oftenAName ? -1 : (length == 2 && ending != NameEnding::Data ? -6 : -2);
        if (length == 2)
            return -6;
    }
    if (word == 0)
        return 0;
    if (word > length)
        return -12;
    // 工作人员安慰李先生: the surname is his alone.
    if (word < length && ending == NameEnding::Courtesy && surnameLength(rest.mid(length - 1, 1)) > 0)
        return -12;
    if (word < length) {
        if (place == NamePlace::Field || isPlainSurname(surname))
            return -1;
        // 申请人符合廉租房条件: with a word in front, what goes on tells little.
        return place == NamePlace::Beginning || ending <= NameEnding::Predicate ? -5 : -2;
    }
    if (isWordAndName(rest.first(length)))
        return -2;
    return place == NamePlace::Field || ending == NameEnding::Data ? -4 : (ending == NameEnding::Courtesy ? -2 : -8);
}

} // namespace

bool isJoiningInNames(QChar sign)
{
    static const QString joining = u"自有其家在为以之向同从将能可会来去和与因由所正想"_s;
    return joining.contains(sign);
}

// The readings of a name that begins at `start`, the best of them.
NameReading nameReadingAt(const QString &text, qsizetype start, NamePlace place)
{
    const QStringView rest = QStringView(text).mid(start);
    const qsizetype surname = surnameLength(rest);
    NameReading best;
    if (surname == 0)
        return best;
    // 李某 and 李女士 tell nothing of anybody.
    const QStringView behind = rest.mid(surname);
    if (behind.startsWith(u'某') || courtesyAt(behind) > 0 || isPostAt(behind))
        return best;
    const qsizetype word = ordinaryWordAt(rest);
    // 老人和孩子: hardly anybody is called 和.
    if (place != NamePlace::Field && (rest.front() == u'和' || rest.front() == u'与'))
        return best;
    const bool isPlain = surname == 2 || isPlainSurname(rest.front());
    int given = 0; // weight of its characters
    qsizetype length = surname;
    NameEnd shorter; // of the name without its last character
    for (int count = 1; count <= 3 && length < rest.size(); ++count) {
        const bool pair = rest[length].isHighSurrogate() && length + 1 < rest.size();
        const char32_t point = pair ? QChar::surrogateToUcs4(rest[length], rest[length + 1]) : rest[length].unicode();
        if (QChar::script(point) != QChar::Script_Han || isNeverInNames(point) || point == u'某')
            break;
        // Both parents' surnames: 陈王思涵.
        const bool hasName = best.weight >= NameReading::doubtful && best.ending != NameEnding::None;
        if (count == 3 && (surname > 1 || surnameLength(rest.mid(1)) == 0 || hasName))
            break;
        const QChar last = rest[length];
        const bool joins = !pair && isJoiningInNames(last);
        given += isUsualInNames(point) ? 0 : -2;
        length += pair ? 2 : 1;
        const NameEnd end = nameEndAt(rest.mid(length));
        int weight = weightOf(place) + weightOf(end.kind, place, isPlain) + given + (given == 0 ? 2 : 0);
        if (joins && count == 1)
            weight -= end.kind == NameEnding::None ? 8 : 2;
        else if (joins && shorter.kind != NameEnding::None)
            weight -= end.kind == NameEnding::Act && last != u'家' ? 2 : 8;
        if (surname == 1)
            weight += weightOfWord(rest, length, place, end.kind);
        if (count == 2 && isPlain && given == 0 && (place == NamePlace::Beginning || place == NamePlace::Link))
            ++weight;
        if (count == 2 && isOfPlaces(last))
            --weight;
        if (count == 3)
            weight -= 2;
        // 商户李红军砸锁: what somebody does may be anything.
        if (end.kind == NameEnding::None && place == NamePlace::Group && isPlain && count == 2 && given == 0)
            weight += 8;
        if (end.kind == NameEnding::None)
            weight = std::min(weight - (word > 0 ? 8 : 0), NameReading::certain - 1);
        // 赵强联系: what begins behind the shorter one is a word.
        const bool takesAWord = hasName && shorter.kind >= NameEnding::Predicate && shorter.length > 1;
        if (best.length == 0 || weight > best.weight || (weight == best.weight && !takesAWord))
            best = {.length = length, .weight = weight, .ending = end.kind, .isWord = word > 0};
        shorter = end;
    }
    return best.weight >= NameReading::doubtful ? best : NameReading();
}

// 艾力·买买提: how much of what is behind the last dot is the name. Words that programmes and columns are called by
// (热线·直通车) are none.
qsizetype dottedNameAt(const QString &all, qsizetype start)
{
    constexpr qsizetype longestOfAll = 64;
    QString text = all.mid(start, longestOfAll);
    if (!text.isEmpty() && text.back().isHighSurrogate())
        text.chop(1);
    // Not \\p{Han}: of some versions of PCRE2 it takes 。、《 too.
    static const QRegularExpression form(u"[\\x{3400}-\\x{9FFF}\\x{20000}-\\x{3FFFF}〇]{1,8}"
                                         "(?:[·•][\\x{3400}-\\x{9FFF}\\x{20000}-\\x{3FFFF}〇]{1,8})+"_s);
    static const WordTable titles(u"热线 关切 反映 问题 呼声 诉求 来电 投诉 咨询 服务 生活 学习 之声 之家 心声 曝光 "
                                  "直通 民生 云 政务 办理 回音 答复 时间 直播 访谈 故事 联系 电话 代表"_s);
    const auto match =
        form.match(text, 0, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
    if (!match.hasMatch() || titles.isAt(text))
        return 0;
    qsizetype dot = 0;
    qsizetype before = match.capturedEnd(); // where the name ends at the latest
    for (qsizetype at = 0; at < before; ++at) {
        if (text[at] == u'·' || text[at] == u'•') {
            if (titles.isAt(QStringView(text).mid(at + 1)))
                return 0;
            dot = at;
        } else if (u"和与及"_s.contains(text[at]) && dot > 0 && at > dot + 1 && at + 1 < before) {
            // 艾力·买买提和古丽·阿不都 are two.
            const QStringView rest = QStringView(text).mid(at + 1, match.capturedEnd() - at - 1);
            if (rest.contains(u'·') || rest.contains(u'•'))
                before = at;
        }
    }
    // Much of what goes on behind other names is a syllable of these: 都 不 尔.
    static const QString goesOn = u"家的在与和因被系等，"_s;
    for (qsizetype end = dot + 3; end < before; ++end) {
        const NameEnd found = nameEndAt(QStringView(text).mid(end));
        if (found.kind > NameEnding::Sign || found.length > 1 || goesOn.contains(text[end]))
            return end;
    }
    constexpr qsizetype longest = 6; // characters of one part
    return std::min(before, dot + 1 + longest);
}

// Names of Tibetans, Mongols and Uighurs of one part have no surname; most are made of these.
qsizetype partNameAt(QStringView rest)
{
    static const QRegularExpression form(u"^(?:扎西|次仁|卓玛|尼玛|多吉|旺堆|格桑|央金|拉姆|德吉|达瓦|平措|索朗|洛桑|"
                                         u"巴桑|其其格|其木格|图雅|巴特尔|巴图|乌兰|乌云|斯琴|"
                                         "娜仁|萨仁|高娃|托娅|阿依|古丽|买买提|艾买提|艾力|努尔|迪丽|吐尔|热合曼|"
                                         "阿不都|阿卜杜|帕提|木拉提|艾山|玉素甫|卡德尔|江|别克|提拉|"
                                         "娜孜|哈斯|苏日|朝鲁|图娅|格日|勒图|孟和|额尔|敦|青格|高勒){1,4}"_s);
    const auto match = form.match(rest.first(std::min<qsizetype>(rest.size(), 12)).toString());
    return match.capturedLength() >= 3 && nameEndAt(rest.mid(match.capturedLength())).kind >= NameEnding::Predicate
               ? match.capturedLength()
               : 0;
}

bool isRatherAName(QStringView name, bool endsInSurname)
{
    const qsizetype word = ordinaryWordAt(name);
    const QStringView given = name.mid(1);
    const bool isUsual = std::ranges::all_of(
        given, [](QChar sign) { return isUsualInNames(sign.unicode()) && !isJoiningInNames(sign); });
    if (word == name.size())
        return isWordAndName(name);
    if (word > 0 && (endsInSurname || !isUsual || given.size() < 2))
        return false;
    if (!isWordSurname(name.front()))
        return true;
    const bool oftenAName = name.front() == u'于' || name.front() == u'曾';
    return isUsual && !isPlainSurname(given.front()) && (given.size() == 2 || (oftenAName && word == 0));
}

qsizetype longerNameAt(const QString &text, qsizetype start, qsizetype length)
{
    const QStringView rest = QStringView(text).mid(start);
    if (length != 2 || rest.size() < 3 || surnameLength(rest) != 1)
        return 0;
    const bool isLonger = isUsualInNames(rest[2].unicode()) && !isJoiningInNames(rest[2])
                          && nameEndAt(rest.mid(2)).kind == NameEnding::None
                          && nameEndAt(rest.mid(3)).kind != NameEnding::None;
    return isLonger ? 3 : 0;
}

} // namespace huiyin
