// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/PersonalNames.h"

#include "domain/PersonalText.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// The four hundred commonest surnames of one character.
const auto surnames = u"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程"
                      u"吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴"
                      "贾韦夏邱方侯邹熊孟秦白江阎闫薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戚莫孔向汤常温康施文牛樊葛邢安"
                      "齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧"
                      "耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房"
                      "滕屈饶解牟艾尤阳时穆农司卓古吉缪"
                      "简车项连芦麦褚娄窦戎岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎"
                      "甄丛仲虞敖巩明佘池查麻苑迟邝官封谈"
                      "匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖"
                      "漆巴丰支卿国狄平计索宣晋相初门云容敬"
                      "来扈晁芮普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅"
                      "利於呼居揭干尉冶斯元束檀衣信展阴昝"
                      "智幸奉植衡富尧"_s;

// Words that begin as a name may. In front of 反映 and behind 居民 they stand more often than a name does.
bool isWord(QStringView text)
{
    static const QStringList words{
        u"张贴"_s, u"高度"_s, u"高兴"_s, u"高层"_s, u"高考"_s, u"高速"_s, u"高中"_s, u"高龄"_s, u"高空"_s, u"安装"_s,
        u"安全"_s, u"安置"_s, u"安排"_s, u"安静"_s, u"成立"_s, u"成功"_s, u"成本"_s, u"成员"_s, u"常年"_s, u"常常"_s,
        u"常住"_s, u"和平"_s, u"和谐"_s, u"和物"_s, u"平时"_s, u"平安"_s, u"平台"_s, u"平均"_s, u"方面"_s, u"方便"_s,
        u"方式"_s, u"时间"_s, u"时常"_s, u"周边"_s, u"周围"_s, u"周末"_s, u"于是"_s, u"金额"_s, u"项目"_s, u"路灯"_s,
        u"路面"_s, u"路段"_s, u"路边"_s, u"石头"_s, u"石油"_s, u"江边"_s, u"温度"_s, u"明确"_s, u"明显"_s, u"计划"_s,
        u"计量"_s, u"马上"_s, u"马路"_s, u"白天"_s, u"白色"_s, u"黄金"_s, u"黄色"_s, u"管理"_s, u"管道"_s, u"管网"_s,
        u"万元"_s, u"万家"_s, u"段时"_s, u"单位"_s, u"单元"_s, u"单独"_s, u"党员"_s, u"党委"_s, u"房屋"_s, u"房产"_s,
        u"房子"_s, u"房租"_s, u"连续"_s, u"向上"_s, u"向市"_s, u"向县"_s, u"向有"_s, u"向热"_s, u"向社"_s, u"向物"_s,
        u"关于"_s, u"关注"_s, u"关心"_s, u"关闭"_s, u"费用"_s, u"车辆"_s, u"车主"_s, u"车位"_s, u"施工"_s, u"严重"_s,
        u"严格"_s, u"应当"_s, u"应该"_s, u"应急"_s, u"解决"_s, u"解释"_s, u"强烈"_s, u"强行"_s, u"何时"_s, u"何种"_s,
        u"全部"_s, u"全体"_s, u"全家"_s, u"任何"_s, u"任务"_s, u"田地"_s, u"古城"_s, u"华宇"_s, u"经常"_s, u"经过"_s,
        u"通过"_s, u"多次"_s, u"多名"_s, u"程度"_s, u"程序"_s, u"文明"_s, u"文化"_s, u"文件"_s, u"卫生"_s, u"边界"_s,
        u"容易"_s, u"都有"_s, u"都在"_s, u"来电"_s, u"来信"_s, u"来访"_s, u"来自"_s, u"相关"_s, u"相互"_s, u"公司"_s,
        u"公交"_s, u"公共"_s, u"公园"_s, u"公示"_s, u"居住"_s, u"居所"_s, u"居室"_s, u"居委"_s, u"居民"_s, u"利用"_s,
        u"利益"_s, u"由于"_s, u"由此"_s, u"信访"_s, u"信箱"_s, u"信息"_s, u"元旦"_s, u"印发"_s, u"展开"_s, u"智能"_s,
        u"商户"_s, u"商铺"_s, u"商家"_s, u"商场"_s, u"商业"_s, u"师傅"_s, u"师资"_s, u"景区"_s, u"农村"_s, u"农民"_s,
        u"农业"_s, u"司机"_s, u"游客"_s, u"阳台"_s, u"阳光"_s, u"时代"_s, u"水管"_s, u"谈到"_s, u"国家"_s, u"国道"_s,
        u"支付"_s, u"支持"_s, u"计算"_s, u"索要"_s, u"宣传"_s, u"门口"_s, u"门前"_s, u"海边"_s, u"满意"_s, u"区域"_s,
        u"区政"_s, u"花园"_s, u"权益"_s, u"楼上"_s, u"楼下"_s, u"楼道"_s, u"楼栋"_s, u"原因"_s, u"原来"_s, u"乐意"_s,
        u"官方"_s, u"封闭"_s, u"查询"_s, u"查处"_s, u"查看"_s, u"池塘"_s, u"明年"_s, u"荣获"_s, u"沙石"_s, u"易于"_s,
        u"尚未"_s, u"尚有"_s, u"包括"_s, u"包含"_s, u"左右"_s, u"申请"_s, u"申报"_s, u"章程"_s, u"武警"_s, u"万件"_s,
        u"史上"_s, u"江苏"_s, u"江西"_s, u"夏天"_s, u"夏季"_s, u"金融"_s, u"石家"_s, u"任意"_s, u"钟楼"_s, u"丁字"_s,
        u"苏州"_s, u"田间"_s, u"于家"_s, u"何处"_s, u"林业"_s, u"林场"_s, u"高铁"_s, u"孙子"_s, u"孙女"_s, u"朱红"_s,
        u"胡同"_s, u"胡乱"_s, u"曾经"_s, u"曾多"_s, u"曾向"_s, u"曾在"_s, u"曾于"_s, u"曾反"_s, u"许多"_s, u"许可"_s,
        u"程中"_s, u"严禁"_s, u"冷水"_s, u"暖气"_s, u"供暖"_s, u"温馨"_s, u"康复"_s, u"路过"_s, u"路口"_s, u"路人"_s,
        u"家住"_s, u"家中"_s, u"从事"_s, u"因为"_s, u"宁愿"_s, u"祝愿"_s, u"简单"_s, u"车站"_s, u"车牌"_s, u"连接"_s,
        u"代表"_s, u"全国"_s, u"边坡"_s, u"巴士"_s, u"丰收"_s, u"普遍"_s, u"普通"_s, u"伊通"_s, u"南湖"_s, u"南北"_s,
        u"南侧"_s, u"燕郊"_s, u"广场"_s, u"庄稼"_s, u"乔迁"_s, u"向政"_s, u"余名"_s, u"余人"_s, u"余户"_s, u"余件"_s,
        u"向12"_s, u"银行"_s, u"盖章"_s, u"来回"_s, u"来到"_s, u"来源"_s, u"来往"_s, u"安心"_s, u"安抚"_s, u"全靠"_s,
        u"全市"_s, u"全县"_s, u"全区"_s, u"全镇"_s, u"全村"_s, u"全程"_s, u"全面"_s, u"全年"_s, u"高温"_s, u"关切"_s,
        u"平日"_s, u"方向"_s, u"方案"_s, u"查明"_s, u"查找"_s, u"门诊"_s, u"门卫"_s, u"危险"_s, u"危房"_s, u"强制"_s,
        u"信任"_s, u"利息"_s, u"干部"_s, u"干活"_s, u"满足"_s, u"从未"_s, u"公寓"_s, u"公安"_s, u"公布"_s, u"公开"_s,
        u"公证"_s, u"车库"_s, u"车费"_s, u"车票"_s};
    return std::ranges::any_of(words, [text](const QString &word) { return text.startsWith(word); });
}

// The place of a name that begins at `start`: its surname, and one or two characters. `most`: of the whole name.
QList<qsizetype> lengthsAt(const QString &text, qsizetype start, qsizetype most)
{
    const qsizetype surname = surnameLength(QStringView(text).mid(start));
    QList<qsizetype> lengths;
    if (surname == 0)
        return lengths;
    qsizetype length = surname;
    for (int given = 0; given < 2; ++given) {
        // A given name may be of characters beyond the first plane.
        const qsizetype at = start + length;
        if (at >= text.size())
            break;
        const bool pair = text[at].isHighSurrogate() && at + 1 < text.size();
        const char32_t point = pair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : text[at].unicode();
        if (QChar::script(point) != QChar::Script_Han || point == u'某' || point == u'的')
            break;
        length += pair ? 2 : 1;
        if (length > most)
            break;
        lengths.append(length);
    }
    return lengths;
}

// What a word that stands in front of 反映 or 受理 ends with when it is a place, an office, a thing or a group.
bool endsAsNoPerson(QStringView word)
{
    static const QRegularExpression form(
        u"[区县市镇乡村局委办处所站厅部院校厂馆店社组队司街巷路苑庭府厦车费款证税法房"
        u"地气热灯桥犬狗网楼坑墙票卡险货品器机件"
        u"人众员客户家主方]$|"
        "(?:委|协|商|工|学|业)会$|中心$|平台$|热线$|小区$|先生$|女士$|小姐$|同志$|老师$|师傅$|["
        "们的了在是不有也就又已还均再曾次等及或其该此每各名简统俗号自声宣"
        "据辩并通谎职别尊]"_s);
    return form.match(word.toString()).hasMatch();
}

// Words that stand at the beginning of a clause, in front of what only somebody does, and begin as a name may.
bool isOpeningWord(QStringView text)
{
    static const QStringList words{
        u"方可"_s, u"方能"_s, u"方才"_s, u"容缺"_s, u"符合"_s, u"高效"_s, u"常规"_s, u"常态"_s, u"司法"_s, u"卫健"_s,
        u"房东"_s, u"祖父"_s, u"祖母"_s, u"师生"_s, u"班长"_s, u"司长"_s, u"农林"_s, u"农机"_s, u"安保"_s, u"安检"_s,
        u"安监"_s, u"康养"_s, u"房管"_s, u"车管"_s, u"计生"_s, u"商贸"_s, u"商务"_s, u"商贩"_s, u"商城"_s, u"游人"_s,
        u"管家"_s, u"路政"_s, u"考生"_s, u"毕业"_s, u"申诉"_s, u"申办"_s, u"平稳"_s, u"和解"_s, u"华侨"_s, u"江湖"_s,
        u"金秋"_s, u"明日"_s, u"当日"_s, u"昨日"_s, u"安徽"_s, u"温州"_s, u"常州"_s, u"徐州"_s, u"沈阳"_s, u"郑州"_s,
        u"万达"_s, u"石油"_s, u"黄标"_s, u"燃气"_s, u"井盖"_s, u"盗窃"_s, u"强拆"_s, u"占道"_s, u"乱收"_s, u"空气"_s};
    return std::ranges::any_of(words, [text](const QString &word) { return text.startsWith(word); });
}

// 李红军反映，…: a name at the beginning of a clause, in front of what only somebody does. Characters that join words (和 向
// 由 于今年) begin no name here.
QList<FoundName> bareNames(const QString &text)
{
    static const QRegularExpression acts(
        u"(?:反映|来电|致电|来信|来访|投诉|举报|咨询|求助|自称|声称|诉称|称(?![为号作谓呼职赞])|表示)"_s);
    static const QRegularExpression handles(
        u"(?:受理|经办|承办|办理|处理|接听|接待|回访|答复|登记)(?:\\d|[，,。；;、\\s]|$)"_s);
    static const QString joining = u"和向由都那与来从因经相公居全应计时门位支利"_s;
    static const QRegularExpression when(u"^于[昨今近当本上去前年月日此是其我该\\d]"_s);
    QList<FoundName> names;
    for (qsizetype start = 0; start < text.size(); ++start) {
        const QChar before = start > 0 ? text[start - 1] : u'\n';
        // 供水、安全投诉 are no persons; 王*国 is masked already.
        if (before.isLetterOrNumber() || before.isSurrogate() || before == u'、' || before == u'*')
            continue;
        const QStringView rest = QStringView(text).mid(start);
        if (joining.contains(text[start]) || isWord(rest) || isOpeningWord(rest)
            || when.match(rest.first(qMin<qsizetype>(rest.size(), 2)).toString()).hasMatch())
            continue;
        for (const qsizetype length : lengthsAt(text, start, 4)) {
            const auto stands = [&](const QRegularExpression &form) {
                return form
                    .match(text, start + length, QRegularExpression::NormalMatch,
                           QRegularExpression::AnchorAtOffsetMatchOption)
                    .hasMatch();
            };
            // Of those who handle it only at the very beginning: 王建国受理, in a table.
            if (!stands(acts) && !(start == 0 && stands(handles)))
                continue;
            if (!endsAsNoPerson(rest.mid(surnameLength(rest), length - surnameLength(rest))))
                names.append({.start = start, .length = length, .certain = false});
            break;
        }
    }
    return names;
}

} // namespace

qsizetype surnameLength(QStringView name)
{
    if (name.isEmpty())
        return 0;
    if (name.size() >= 2 && compoundSurnames().contains(name.first(2)))
        return 2;
    return surnames.contains(name.first()) ? 1 : 0;
}

bool isCommonWord(QStringView text)
{
    return isWord(text);
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
    static const QRegularExpression before(
        u"(?:反映人|来电人|诉求人|投诉人|举报人|当事人|联系人|申请人|信访人|负责人|受害人|户主|业主|姓名|村民|居民|"
        u"市民|网民|群众|"
        "租户|租客|住户|商户|店主|乘客|患者|病人|学生|家长|老人|男子|女子|职工|员工|工人|司机|老板|房东|车主|农户|"
        "残疾人|低保户|"
        "受理人|承办人|办理人|处理人|接线员|话务员|接听人|登记人|记录人|填报人|审核人|签发人|责任人|主办人|回访人|"
        "回访员|值班员|"
        "其父|其母|父亲|母亲|丈夫|妻子|儿子|女儿|哥哥|姐姐|弟弟|妹妹|邻居|来访人|经办人|收款人|承包人|法定代表人|法人)"
        "(?:[（(][^（()）]{1,6}[)）])?(?:[:：是为叫名]|名叫|姓名)?[ 　]?"_s);
    static const QRegularExpression after(u"(?:先生|女士|小姐|同志|老师|师傅|大爷|大妈|大叔|阿姨|老人|反映|来电|致电|"
                                          u"来信|来访|称|说[，,:：]|表示|投诉|举报|咨询|"
                                          "求助|建议|要求|拨打|打电话|打来|向(?:12345|热线|我|市长|县长)|家|一家|本人|"
                                          "夫妇|等(?:人|\\d)|[（(](?:男|女|身份证|电话|联系|"
                                          "手机|\\d)|[，, ]*(?:电话|手机|身份证|联系电话))"_s);
    static const QRegularExpression title(u"(?:先生|女士|小姐|同志|老师|师傅|大爷|大妈|大叔|阿姨)"_s);
    static const QRegularExpression handler(
        u"^(?:受理|承办|办理|处理|接听|登记|记录|填报|审核|签发|责任|主办|回访)人|[接话回值][线务访班]员"_s);
    QList<FoundName> names;
    const auto append = [&names](qsizetype start, qsizetype length, bool certain) {
        const auto same = std::ranges::find_if(names, [&](const FoundName &name) {
            return start < name.start + name.length && name.start < start + length;
        });
        if (same == names.end())
            names.append({.start = start, .length = length, .certain = certain});
        else if (certain && !same->certain)
            *same = {.start = start, .length = length, .certain = true};
    };

    // A sign or the end behind a name says little: 反映人居所，.
    static const QRegularExpression sign(u"[，,、。；;/／（(\\s]|$"_s);
    static const QRegularExpression alone(u"某|先生|女士|小姐|同志|老师|师傅|大爷|大妈|大叔|阿姨"_s);
    static const QRegularExpression withDot(u"\\p{Han}{1,8}(?:[·•]\\p{Han}{1,8})+"_s);
    const auto matchAt = [&text](const QRegularExpression &form, qsizetype at) {
        return form.match(text, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
    };
    const auto endsAt = [&](qsizetype at) { return matchAt(sign, at).hasMatch() || matchAt(after, at).hasMatch(); };
    static const QRegularExpression joint(u"(?:[（(][^（()）]{1,20}[)）])?[、和与及]"_s);
    // 王建国和李红军到场: what several do.
    static const QRegularExpression inRow(
        u"(?:[均都共两二三四五各等已]|分别|先后|到场|在场|多次|一同|一起|认为|希望)"_s);
    // The name that begins here, up to what ends one, or up to another: 0 where there is none.
    const auto lengthInRow = [&](qsizetype at, bool isFirst) -> qsizetype {
        const qsizetype surname = surnameLength(QStringView(text).mid(at));
        if (surname == 0 || isWord(QStringView(text).mid(at)) || matchAt(alone, at + surname).hasMatch())
            return 0;
        const QList<qsizetype> lengths = lengthsAt(text, at, 4);
        const auto end = std::ranges::find_if(lengths, [&](qsizetype length) {
            const auto joined = matchAt(joint, at + length);
            return endsAt(at + length) || (!isFirst && matchAt(inRow, at + length).hasMatch())
                   || (joined.hasMatch() && !lengthsAt(text, joined.capturedEnd(), 4).isEmpty()
                       && !isWord(QStringView(text).mid(joined.capturedEnd())));
        });
        return end == lengths.end() ? 0 : *end;
    };
    // 、李红和王五, behind a name; 李某 among them tells nothing, but those behind him may.
    const auto addRow = [&](qsizetype at, bool certain) {
        for (auto next = matchAt(joint, at); next.hasMatch(); next = matchAt(joint, at)) {
            const qsizetype start = next.capturedEnd();
            if (const qsizetype length = lengthInRow(start, false); length > 0) {
                append(start, length, certain);
                at = start + length;
                continue;
            }
            const qsizetype surname = surnameLength(QStringView(text).mid(start));
            const auto nobody = matchAt(alone, start + surname);
            if (surname == 0 || !nobody.hasMatch())
                break;
            for (at = nobody.capturedEnd(); at < text.size() && text[at] == u'某';)
                ++at;
        }
    };
    auto found = before.globalMatch(text);
    while (found.hasNext()) {
        const auto word = found.next();
        const qsizetype start = word.capturedEnd();
        if (const auto dotted = matchAt(withDot, start); dotted.hasMatch()) {
            append(start, dotted.capturedLength(), true);
            continue;
        }
        const bool named = word.captured().contains(u'：') || word.captured().contains(u':');
        const bool handles = handler.match(word.captured()).hasMatch(); // an official, as a rule
        // 老人和孩子反映: hardly anybody is called 和.
        if (!named && start < text.size() && text[start] == u'和')
            continue;
        const QList<qsizetype> lengths = lengthsAt(text, start, 4);
        if (lengths.isEmpty() || isWord(QStringView(text).mid(start))
            || matchAt(alone, start + surnameLength(QStringView(text).mid(start))).hasMatch())
            continue;
        const auto whole =
            std::ranges::find_if(lengths, [&](qsizetype length) { return matchAt(after, start + length).hasMatch(); });
        if (whole != lengths.end() && !handles) {
            append(start, *whole, true);
            addRow(start + *whole, named);
        } else if (const qsizetype upTo = lengthInRow(start, true); upTo > 0 && (named || !handles)) {
            append(start, upTo, named && !handles);
            addRow(start + upTo, named && !handles);
        }
    }

    // 王建国先生, whatever stands before it.
    found = title.globalMatch(text);
    while (found.hasNext()) {
        const qsizetype end = found.next().capturedStart();
        for (const qsizetype length : {4, 3, 2}) {
            const qsizetype start = end - length;
            if (start < 0 || isWord(QStringView(text).mid(start, length)))
                continue;
            if (!lengthsAt(text, start, 4).contains(length)
                || (length == 4 && surnameLength(QStringView(text).mid(start)) != 2))
                continue;
            static const QRegularExpression boundary(
                u"[^\\p{Han}]$|(?:市民|居民|村民|业主|群众|网民|人|的|由|与|和|向|为|给|对|是|叫)$"_s);
            const bool clear = start == 0 || boundary.match(text.first(start)).hasMatch();
            // 和李女士, 向王先生: the surname stands alone, what is before it is no name.
            static const QString joining = u"和向于同由为都那况连何应全计对与跟被让给"_s;
            if (length == 2 && surnameLength(QStringView(text).mid(start + 1)) > 0
                && (!clear || joining.contains(text[start])))
                break;
            append(start, length, clear);
            break;
        }
    }
    // 已联系业主费云，费云表示满意: one word in front of it, another behind it elsewhere.
    for (FoundName &name : names) {
        const QString word = text.mid(name.start, name.length);
        for (qsizetype at = text.indexOf(word); !name.certain && at >= 0; at = text.indexOf(word, at + 1))
            name.certain = matchAt(after, at + word.size()).hasMatch();
    }
    const QList<FoundName> bare = bareNames(text);
    for (const FoundName &name : bare) {
        const auto same = std::ranges::find_if(names, [&](const FoundName &one) {
            return QStringView(text).mid(one.start, one.length) == QStringView(text).mid(name.start, name.length);
        });
        append(name.start, name.length, same != names.end() && same->certain);
    }
    std::ranges::sort(names, {}, &FoundName::start);
    return names;
}

} // namespace huiyin
