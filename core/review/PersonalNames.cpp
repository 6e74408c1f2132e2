// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/PersonalNames.h"

#include "review/NameReading.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

using Kind = NameRole::Kind;
using Place = NamePlace;

// Names of one text as they are found.
class Names
{
public:
    explicit Names(const QString &text)
        : m_text(text)
    {
        // Else every match would go over the whole text.
        if (text.isValidUtf16())
            m_anchored |= QRegularExpression::DontCheckSubjectStringMatchOption;
    }

    void findBehindRoles();
    void findBeforeCourtesies();
    void findBeforeTrades();
    void findCouples();
    void findElsewhere();
    void raiseKnown();

    [[nodiscard]] const QList<FoundName> &sorted() const { return m_names; }

private:
    void append(const FoundName &name)
    {
        auto same = std::ranges::lower_bound(m_names, name.start, {}, &FoundName::start);
        if (same != m_names.begin() && name.start < (same - 1)->start + (same - 1)->length)
            --same;
        if (same == m_names.end() || same->start >= name.start + name.length) {
            m_names.insert(same, name);
        } else if (name.certain && !same->certain && !same->official) {
            *same = name;
            for (++same; same != m_names.end() && same->start < name.start + name.length;)
                same = m_names.erase(same);
        }
    }

    [[nodiscard]] bool isBehindAnOffice(qsizetype at) const
    {
        static const QRegularExpression office(
            u"(?:[局委办院处科厅府署站所]|中心|政府|街道|热线|平台|部门|单位|[镇乡县市]|(?<![社小])区)$"_s);
        constexpr qsizetype near = 4;
        return office.match(m_text.mid(std::max<qsizetype>(at - near, 0), std::min(at, near))).hasMatch();
    }

    [[nodiscard]] QRegularExpressionMatch matchAt(const QRegularExpression &form, qsizetype at) const
    {
        return form.match(m_text, at, QRegularExpression::NormalMatch, m_anchored);
    }

    void findAt(qsizetype start, Place place, Kind kind, bool isNamed);
    void findRow(qsizetype at, bool inField);
    void findListAt(qsizetype start);
    void findHandledAt(qsizetype start);
    bool findOfOtherPeoplesAt(qsizetype start);
    [[nodiscard]] bool isUsualName(qsizetype start, qsizetype length) const;
    [[nodiscard]] Place placeOf(qsizetype start) const;

    QString m_text;
    QRegularExpression::MatchOptions m_anchored = QRegularExpression::AnchorAtOffsetMatchOption;
    QList<FoundName> m_names;      // by where they start, none over another
    QSet<qsizetype> m_behindRoles; // where a name may begin
};

// 、李红和王五, behind a name; 李某 among them tells nothing, but those behind him may. What a field has behind a comma or a
// blank may be anything: only what can hardly be but a name.
void Names::findRow(qsizetype at, bool inField)
{
    static const QRegularExpression joint(u"(?:[（(][^（()）]{1,20}[)）])?[、和与及]"_s);
    static const QRegularExpression looseJoint(u"[，,；;/／ 　]"_s);
    static const QRegularExpression nobody(u"[\\x{3400}-\\x{9FFF}]某+"_s);
    const auto isAtItsEnd = [this](qsizetype end) {
        return end == m_text.size() || u"，,；;/／ 　。）)（("_s.contains(m_text[end]);
    };
    while (at < m_text.size()) {
        auto next = matchAt(joint, at);
        const bool isLoose = !next.hasMatch();
        if (isLoose && inField)
            next = matchAt(looseJoint, at);
        if (!next.hasMatch())
            return;
        const qsizetype start = next.capturedEnd();
        if (const qsizetype dotted = dottedNameAt(m_text, start); dotted > 0) {
            append({.start = start, .length = dotted, .certain = inField && !isLoose});
            at = start + dotted;
            continue;
        }
        const NameReading reading = nameReadingAt(m_text, start, inField && !isLoose ? Place::Person : Place::Row);
        const qsizetype end = start + reading.length;
        const bool isUsual = reading.length > 0 && isUsualName(start, reading.length) && isPlainSurname(m_text[start]);
        if (reading.length > 0 && (!isLoose || (isUsual && isAtItsEnd(end)))) {
            append({.start = start, .length = reading.length, .certain = inField, .spreads = !reading.isWord});
            at = end;
        } else if (const auto masked = matchAt(nobody, start); masked.hasMatch()) {
            at = masked.capturedEnd();
        } else {
            return;
        }
    }
}

void Names::findAt(qsizetype start, Place place, Kind kind, bool isNamed)
{
    const bool handles = kind == Kind::Handler;
    if (const qsizetype dotted = dottedNameAt(m_text, start); dotted > 0) {
        const NameEnding ending = nameEndAt(QStringView(m_text).mid(start + dotted)).kind;
        const bool tells = kind != Kind::Group || (ending != NameEnding::None && ending != NameEnding::Sign);
        append({.start = start, .length = dotted, .certain = !handles && tells});
        findRow(start + dotted, isNamed && !handles);
        return;
    }
    static const WordTable between(u"反映 投诉 举报 来电 电话 联系"_s); // 村民反映艾力·买买提占道
    const qsizetype word = between.lengthAt(QStringView(m_text).mid(start));
    if (const qsizetype dotted = word > 0 ? dottedNameAt(m_text, start + word) : 0; dotted > 0) {
        append({.start = start + word, .length = dotted, .certain = false});
        return;
    }
    const NameReading reading = nameReadingAt(m_text, start, place);
    if (reading.length == 0) {
        if (const qsizetype part = partNameAt(QStringView(m_text).mid(start)); part > 0)
            append({.start = start, .length = part});
        return;
    }
    const bool official = kind == Kind::Official;
    const bool certain = reading.weight >= NameReading::certain && kind != Kind::Staff && !handles && !official;
    const bool spreads =
        certain || (!reading.isWord && (reading.ending > NameEnding::Sign || handles || place == Place::Person));
    append({.start = start, .length = reading.length, .certain = certain, .spreads = spreads, .official = official});
    if (!official)
        findRow(start + reading.length, isNamed && !handles);
}

void Names::findBehindRoles()
{
    static const QRegularExpression betweenBoth(
        u"(?:代表)?(?:[（(][^（()）]{1,6}[)）])?(?:的?(?:姓名|名字|名)?[:：为是叫系]|自称|名叫|叫做|姓名|名字)?[ 　]?[“\"「【（(]?"_s);
    static const QRegularExpression inBrackets(u"[（(]"_s);
    for (qsizetype at = 0; at < m_text.size();) {
        const NameRole role = nameRoleAt(QStringView(m_text).mid(at));
        if (role.length == 0) {
            ++at;
            continue;
        }
        const qsizetype end = at + role.length;
        const auto between = matchAt(betweenBoth, end);
        const QString words = between.captured();
        const bool hasColon = words.contains(u'：') || words.contains(u':');
        Place place = Place::Group;
        bool isNamed = false;
        switch (role.kind) {
        case Kind::Field:
            place = Place::Field;
            isNamed = true;
            break;
        case Kind::Person:
        case Kind::Handler:
            isNamed = hasColon || words.contains(u"名"_s) || words.contains(u'叫');
            place = isNamed ? Place::Field : Place::Person;
            break;
        case Kind::Staff:
        case Kind::Official:
            place = Place::Person;
            break;
        case Kind::Group:
            if (words.contains(u"名"_s) || words.contains(u'叫'))
                place = Place::Person;
        }
        Kind kind = role.kind;
        if (kind == Kind::Staff && isBehindAnOffice(at))
            kind = Kind::Official;
        if (kind != Kind::Handler || hasColon || words.contains(u'（')) {
            m_behindRoles.insert(between.capturedEnd());
            const qsizetype known = m_names.size();
            findAt(between.capturedEnd(), place, kind, isNamed);
            if (const auto inside = matchAt(inBrackets, end); inside.hasMatch() && m_names.size() == known)
                findAt(inside.capturedEnd(), place, kind, isNamed); // 反映人（孙丽）称
        }
        at = end;
    }
}

// 王建国先生; of 房东李先生 and 祥和苑李女士 the one character in front of it is the surname.
void Names::findBeforeCourtesies()
{
    static const QString links = u"的由为是叫人及据经找替请让因应"_s;
    for (qsizetype end = 2; end < m_text.size(); ++end) {
        if (courtesyAt(QStringView(m_text).mid(end)) == 0)
            continue;
        const bool mayBeSurname = surnameLength(QStringView(m_text).mid(end - 1, 1)) > 0;
        for (const qsizetype length : {4, 3, 2}) {
            const qsizetype start = end - length;
            if (start < 0)
                continue;
            const QStringView name = QStringView(m_text).mid(start, length);
            const qsizetype surname = surnameLength(name);
            if (surname == 0 || length - surname > 2 || length == surname)
                continue;
            const QStringView given = name.mid(surname);
            const bool isUsual = std::ranges::all_of(
                given, [](QChar sign) { return isUsualInNames(sign.unicode()) && !isJoiningInNames(sign); });
            const bool isNever = std::ranges::any_of(given, [](QChar sign) { return isNeverInNames(sign.unicode()); });
            const bool isWhole = given.size() == 2 && isUsual && isPlainSurname(name.front()); // 刘海燕, whatever 燕 is
            const Place place = placeOf(start);
            const bool clear = m_behindRoles.contains(start) || place == Place::Beginning || place == Place::Link
                               || place == Place::Told || place == Place::Living
                               || (start > 0 && links.contains(m_text[start - 1]));
            // What begins as a word does is one, unless its characters are a name's.
            if (isNever || (!isWhole && !clear) || (!isWhole && !isUsual && mayBeSurname)
                || (surname == 1 && !isRatherAName(name, mayBeSurname)))
                continue;
            append({.start = start, .length = length, .certain = clear});
            break;
        }
    }
}

// 县医院王建国医生: whole names only, as what else is in front of 医生 tells what sort of one he is (全科医生).
void Names::findBeforeTrades()
{
    constexpr qsizetype length = 3;
    for (qsizetype start = 0; start + length < m_text.size(); ++start) {
        if (isTradeAt(QStringView(m_text).mid(start + length)) && isPlainSurname(m_text[start])
            && isUsualName(start, length) && ordinaryWordAt(QStringView(m_text).mid(start)) == 0)
            append({.start = start, .length = length, .certain = false});
    }
}

// 王建国李秀英夫妇: two names side by side.
void Names::findCouples()
{
    static const QRegularExpression couple(
        u"(?:夫妇|夫妻|两口子|老两口|母子|母女|父子|父女|兄弟|姐妹|姐弟|兄妹|二人|两人|两家|双方)"_s);
    constexpr qsizetype whole = 3;
    auto found = couple.globalMatch(m_text);
    while (found.hasNext()) {
        const qsizetype end = found.next().capturedStart();
        for (const auto &[first, second] : {std::pair(whole, whole), {whole, whole - 1}, {whole - 1, whole}}) {
            const qsizetype start = end - first - second;
            if (start < 0 || !isUsualName(start, first) || !isUsualName(start + first, second)
                || !isPlainSurname(m_text[start]) || !isPlainSurname(m_text[start + first])
                || (first != second && placeOf(start) == Place::Inside))
                continue;
            append({.start = start, .length = first, .certain = false});
            append({.start = start + first, .length = second, .certain = false});
            break;
        }
    }
}

// What is in front of somebody of whom nothing is said.
Place Names::placeOf(qsizetype start) const
{
    constexpr qsizetype clause = 30;
    static const QRegularExpression told(
        u"(?:责令|联系|告知|回访|答复|回复|发放给|退还|赔偿|赔付|补偿|通知|约谈|见到|找到)$"_s);
    static const QRegularExpression link(u"[与和向给对由被户]$"_s);
    static const QRegularExpression area(u"[区县镇乡村屯街道苑园号室楼组社院店]$"_s);
    static const QRegularExpression living(u"(?:住|室|号|楼|单元|小区|社区|村|屯|街道|镇)[^，。；]*的$"_s);
    static const QRegularExpression behindNumber(u"(?<!\\d)(?:1[3-9]\\d{9}|[2-8]\\d{6,7}|0\\d{2,3}-\\d{7,8})$"_s);
    const QChar before = start > 0 ? m_text[start - 1] : u'\n';
    // 供水、安全投诉 are no persons; 王*国 is masked already.
    if (before == u'、' || before == u'*' || before == u'·' || before == u'•')
        return Place::Inside;
    if (!before.isLetterOrNumber() && !before.isSurrogate())
        return Place::Beginning;
    const QString ahead = m_text.mid(std::max<qsizetype>(start - clause, 0), std::min(start, clause));
    if (before.isDigit()) // 13804341234李红军
        return behindNumber.match(ahead).hasMatch() ? Place::Row : Place::Inside;
    if (before == u'的')
        return living.match(ahead).hasMatch() ? Place::Living : Place::Inside;
    if (told.match(ahead).hasMatch())
        return Place::Told;
    if (link.match(ahead).hasMatch())
        return Place::Link;
    return area.match(ahead).hasMatch() ? Place::Area : Place::Inside;
}

// A name of characters that names are made of, and no word.
bool Names::isUsualName(qsizetype start, qsizetype length) const
{
    const QStringView rest = QStringView(m_text).mid(start);
    return rest.size() >= length && surnameLength(rest) == 1 && !isWordSurname(rest.front())
           && ordinaryWordAt(rest) == 0 && !isJoiningInNames(rest[length - 1])
           && std::ranges::all_of(rest.mid(1, length - 1), [](QChar sign) { return isUsualInNames(sign.unicode()); });
}

// 李红军、赵德海等12名农民工, 李红与王伟达成和解: several at the beginning of a clause.
void Names::findListAt(qsizetype start)
{
    for (const qsizetype first : {3, 2}) {
        const qsizetype next = start + first + 1;
        if (next >= m_text.size() || !u"、和与及"_s.contains(m_text[next - 1]) || !isUsualName(start, first))
            continue;
        for (const qsizetype second : {3, 2}) {
            if (!isUsualName(next, second) || !(isPlainSurname(m_text[start]) || isPlainSurname(m_text[next])))
                continue;
            const NameEnd end = nameEndAt(QStringView(m_text).mid(next + second));
            const bool isLong = first == 3 && second == 3;
            if (end.kind == NameEnding::None || (!isLong && (end.length < 2 || m_text[next - 1] == u'、')))
                continue;
            append({.start = start, .length = first, .certain = false, .spreads = isLong});
            append({.start = next, .length = second, .certain = false, .spreads = isLong});
            findRow(next + second, false);
            return;
        }
    }
}

// 王建国受理, in a table: a text, or a cell behind its heading.
void Names::findHandledAt(qsizetype start)
{
    static const QRegularExpression handled(
        u"(?:受理|经办|承办|办理|处理|接听|接待|回访|答复|登记)(?:\\d|[，,。；;、\\s]|$)"_s);
    for (const qsizetype length : {3, 2}) {
        if (matchAt(handled, start + length).hasMatch() && isUsualName(start, length))
            append({.start = start, .length = length, .certain = false});
    }
}

// 买买提·吐尔逊反映, 扎西次仁反映: no surname begins them.
bool Names::findOfOtherPeoplesAt(qsizetype start)
{
    qsizetype length = dottedNameAt(m_text, start);
    if (length == 0)
        length = partNameAt(QStringView(m_text).mid(start));
    if (length == 0)
        return false;
    const QStringView behind = QStringView(m_text).mid(start + length);
    const bool isOneOfTwo =
        !behind.isEmpty() && u"、和与及"_s.contains(behind.front()) && dottedNameAt(m_text, start + length + 1) > 0;
    if (!isOneOfTwo && nameEndAt(behind).kind != NameEnding::Act)
        return false;
    append({.start = start, .length = length, .certain = false});
    findRow(start + length, false);
    return true;
}

// 李红军反映，…: nothing in front of it says what it is.
void Names::findElsewhere()
{
    static const QRegularExpression counted( // 咨询12件, 投诉占比 are no persons' acts
        u"(?:投诉|咨询|举报|求助|建议|要求|反映|表示)(?:[\\d、占较增降均类量率]|问题|事项|工单|电话|办结|渠道|热线)"_s);
    for (qsizetype start = 0; start < m_text.size(); ++start) {
        const QStringView rest = QStringView(m_text).mid(start);
        const QChar before = start > 0 ? m_text[start - 1] : u'\n';
        if (rest.front().isLetter() && !before.isLetterOrNumber() && !before.isSurrogate()
            && placeOf(start) == Place::Beginning && findOfOtherPeoplesAt(start))
            continue;
        if (surnameLength(rest) == 0)
            continue;
        const Place place = placeOf(start);
        if (start == 0 || before == u'：')
            findHandledAt(start);
        if (place == Place::Beginning)
            findListAt(start);
        const NameReading reading = nameReadingAt(m_text, start, place);
        if (reading.length == 0 || reading.ending == NameEnding::Courtesy)
            continue;
        const bool hasData = reading.ending == NameEnding::Data;
        if (place == Place::Inside && (!hasData || reading.length < 3 || !isPlainSurname(rest.front())))
            continue;
        if (place == Place::Link && !hasData && reading.ending != NameEnding::Act
            && (reading.length < 3 || !isPlainSurname(rest.front())))
            continue;
        if (matchAt(counted, start + reading.length).hasMatch())
            continue;
        const bool certain = reading.weight >= NameReading::certain
                             && (place == Place::Living || place == Place::Row || (hasData && place != Place::Inside));
        append({.start = start, .length = reading.length, .certain = certain, .spreads = !reading.isWord || certain});
    }
}

// What is said elsewhere of somebody whom too little tells.
void Names::raiseKnown()
{
    // 已联系业主费云，费云表示满意: something in front of it, and elsewhere something behind it.
    QHash<QString, bool> acting;
    const auto acts = [this](const QString &word) {
        for (qsizetype at = m_text.indexOf(word); at >= 0; at = m_text.indexOf(word, at + 1)) {
            if (nameEndAt(QStringView(m_text).mid(at + word.size())).kind == NameEnding::Act)
                return true;
        }
        return false;
    };
    for (FoundName &name : m_names) {
        if (name.certain || name.spreads || name.official || !m_behindRoles.contains(name.start))
            continue;
        const QString word = m_text.mid(name.start, name.length);
        auto known = acting.constFind(word);
        if (known == acting.cend())
            known = acting.insert(word, acts(word));
        name.certain = *known;
        name.spreads = *known;
    }
    // 李红军反映 is doubtful by itself; what is certain elsewhere is certain here.
    QSet<QString> certain;
    for (const FoundName &name : std::as_const(m_names)) {
        if (name.certain)
            certain.insert(m_text.mid(name.start, name.length));
    }
    for (FoundName &name : m_names)
        name.certain = name.certain || (!name.official && certain.contains(m_text.mid(name.start, name.length)));
}

} // namespace

bool isCommonWord(QStringView text)
{
    return ordinaryWordAt(text) > 0 || isWordAndName(text);
}

QString organisationIn(const QString &name)
{
    static const QRegularExpression form(
        u"(公司|集团|工厂|[厂店馆]|超市|酒店|饭店|学校|[中小]学|幼儿园|大学|学院|医院|诊所|药房|银行|合作社|"
        "委员会|居委会|村委会|业委会|协会|商会|中心|办公室|事务所|[局所站社])$"_s);
    constexpr qsizetype longest = 3; // 王小店 may be somebody
    return name.size() > longest ? form.match(name).captured() : QString();
}

QList<FoundName> namesByContext(const QString &text)
{
    Names names(text);
    names.findBehindRoles();
    names.findBeforeCourtesies();
    names.findBeforeTrades();
    names.findCouples();
    names.findElsewhere();
    names.raiseKnown();
    return names.sorted();
}

} // namespace huiyin
