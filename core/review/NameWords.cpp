// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/NameWords.h"

#include "domain/PersonalText.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// The commonest surnames of one character.
const auto surnames =
    u"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈"
    "任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎闫薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戚莫"
    "孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌"
    "毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦"
    "褚娄窦戎岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘"
    "池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆"
    "朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮普阙浦戈伏鹿薄邸雍辜羊阿乌裘亓修邰赫杭况"
    "那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾勾茅利於呼居揭干尉冶斯元束檀衣信展阴昝幸奉植衡富尧付洪赖代丘习"
    "由占綦逄桓肇谯眭鄂随昌"_s;

// Few ordinary words begin with them.
const auto plainSurnames =
    u"王李张刘陈杨赵吴徐孙朱胡郭梁谢宋唐许邓冯韩曹彭萧肖蔡潘袁蒋杜魏吕沈姚卢傅钟姜崔谭廖范汪戴贾韦薛闫孟邹侯"
    "邱郝龚覃翟殷詹庞聂裴霍骆喻祁阮缪佟褚娄窦岑付"_s;

// Words of their own in front of what somebody does: 于今年, 曾多次, 应先, 和物业.
const auto wordSurnames = u"于曾应常向和由时连全相尤单来那计位居公门支利况代占随赖明强干"_s;

// What given names are made of.
const auto usual =
    u"殿绣俭铜宣一丁万三世业东丫中丰丹为丽义之乐乔书云五亚亦亨亮亲仁仓仕令以仪仲伊会伟传伦伯伶佐余佩佳依俊俐保信俪倩"
    "倪健偲傲儒儿允元兆先光克全兰兴兵其冉军农冠冬冰凌凝凡凤凯刚初利剑力功励勃勇勉勋勤勰化卉华卓南博占卫印"
    "卿厉厚原友双发叡可叶合吉同向君吟启和咏品哲唯善喜嗣嘉四囡园国圆圣在坚坤坦垒垚垣培基堂堃增墨士壮声夏大"
    "天奇奎奕奥好如妍妙妞妤妮妹姐姗姝姣姿威娅娆娇娘娜娟娣娥娴婉婕婧婵婷媚媛嫣嫦嫱嬿子存孙孜孝孟学宁宇守安"
    "宏宛宜宝宪家宸容寅富寒寓寰寿尉尊小少尚尧屏展山屹岚岩岭岳峥峰峻崇崎嵘嵩巍川巧巨帅帆希平年幸广庆庚庭康"
    "廉延廷建弘弛弟弦强彤彦彪彬彰征律徕德徽心忆志忠念忻怀思怡怿恒恩恬恭恺悠悦惜惠愉慈慎慕慧憬成才扬承拓振"
    "挺捧捷攀政敏敖敢敦敬文斌斐斯新方施旋旦旭旺旻昀昂昆昊昌明易昔昕星春昭昱昶显晋晏晓晔晖晗晟晨景晴晶智暄"
    "暖曙曦月有朋朔朗望朝木本朴朵权杉来杨杭杰松林果枝枫柏柔柯柱柳柴栋树栗栩根格桂桃桐桑桓桢桥梁梅梓梦梵棋"
    "棠森植楚楠榆榕槐槟樊樱欢欣欧歆歌止正武毅毓民水永汀汉汐汝江池汶沁沂沐沙沛沧河治泉泊泓波泰泳泽洁洋洛津"
    "洪济浦浩浪海涌涓涛润涯涵淇淑淞淮深淳添淼清渊渝温湖湘源溢溪滔满滢滨漪漫潇潭潮潼澄澈澍澜激濂瀚灏灵灿炎"
    "炜炫炬炯炳烁烈烨焕焘焰焱然煊煜煦照熙熠熹燊燕爱爵爽牡牧特犇猛献玄率玉王玖玥玮玲玺珂珉珊珍珏珑珠珩珮珺"
    "琛琢琦琨琪琬琮琰琳琴琼瑄瑕瑗瑙瑚瑛瑜瑞瑟瑢瑶瑾璇璋璎璐璞璟璠璧瓅甜生甫田畅疆登白百皎皓盈益盛相盼真睦"
    "睿知石砚硕碧磊磬礼祎祐祖祚祝神祥祯祺禄禅福禧禹禾秀秉秋科秦秧稷稼穆穗立章竣童端竹笑笙笛策筝筠筱简米粟"
    "精糖素紫红纪纬纯纲绅绍继绪绫绮维绶绽绿缘美羚群羲羽羿翀翊翎翔翠翥翰翱翼耀耕耘耿联聘聪肃育胜胤腾臣自致"
    "臻舒舜舟航良艳艺艾节芃芊芋芙芝芬芮芯花芳芷芸芹苇苏苒苓苗若英苹茂茉茗茜茵茹荃荔荟荣荷莉莎莘莞莫莱莲莹"
    "莺菀菁菊菡菱菲萃萌萍萤萧萱落葆葳葵葶蒂蒙蓁蓉蓓蓝蓬蔓蔚蕊蕙蕴蕾薇薛薪藜虎虬虹蛟蝶融衍衡袁裕裳观觉言誉"
    "诗诚诣诤语诺谊谐谦谨豆豪豫豹贝贞贡财贤贵赋赐赓赞赟赫超越趣跃身轩轲轶载辉辛辰达迅迈迎运进远连迪逊通逢"
    "逵逸遐道遥邓邦邵郁郊郎郦酉采野金鑫针钊钗钟钢钦钧钰铁铃铄铎铖铠铨铭铮银铸锁锋锐锟锡锦锴镕镜镭长闯闰"
    "闲闵闽阅阔阳陆陶隆隽雁雄雅雨雪雯雷霁霄霆震霏霓霖霜霞露青靓靖静鞠韬音韵韶顺颂颐颖颢风飒飙飞香馥馨驰驹"
    "骁骄骅骋骏骐骞骥高魁鱼鲁鲜鲲鸣鸥鸽鸾鸿鹃鹄鹊鹏鹤鹭鹰麒麟麦黎黛鼎齐龄龙"_s;

// What they hardly ever have: words that join others, places, offices, things.
const auto never =
    u"的了着第备过是不也又已还均再曾次等及或该此每各都就被把让给从到往对跟与吗呢吧啊们我他她它你您谁什么这那哪"
    "但且很更最只仅后内外下左右多省区县市乡局委办处所站厅部院校厂馆店社组队司街巷款费证税房屋气热灯犬网坑"
    "墙票卡险货户员客称电话投诉反映咨询问题打拨接听受说讲未没无非别请两几个条名位号点类项级做用事情面域报"
    "复回访系协整收退缴交付卖售修设装车辆段管线排污堵漏渗破损停断供梯垃圾噪扰苑屯沟湾堡窝"_s;

QSet<QChar> setOf(const QString &characters)
{
    return {characters.cbegin(), characters.cend()};
}

// Words of the trade and others that begin as names may and that the table in resources/han does not have.
const auto tradeWords = u"安保 安监 常来 常到 和物 时有 于法 路怒 路权 黄标 段时 党支 房本 向市 "
                        "向县 向有 向热 向社 向物 向政 车内 施划 应先 应补 全覆 全勤 华宇 居委 "
                        "牟利 门头 楼栋 楼内 楼外 楼宇 乐业 封控 沙石 史上 丁字 于家 孙子 胡同 "
                        "曾在 曾于 曾反 温馨 康养 康居 巴士 伊通 燕郊 乔迁 余人 余户 盖章 全靠 "
                        "关怀 查清 查明 公摊 方能 容缺 卫健 师生 农保 路政 金秋 金点 万达 井盖 "
                        "井水 占道 严正 占比 柴垛 单亲 石岭 常德 白山 和龙 向阳街 平安社 文明社 "
                        "幸福感 安全感 满意率 满意度 高新区 高标准 云服 安静 文明 印发 阳光 曾多 "
                        "曾向 许可"_s;

// People are called so, too, and a bulletin seldom says them of anybody.
const auto wordsAndNames = u"方圆 高明 江山 周全 洪亮 高峰 成龙 高飞 高翔 夏雨 白雪 江涛 海洋 海涛 文静 高原 向阳 常青 "
                           u"和平 江海 金星 白云 白杨 田野 "
                           "田园 成功 康健 路遥 安静 安康 平安 马骏 钟楼 石磊 史诗 温柔 明亮 王家 高洁 高洋 高兴 高远 "
                           "方明 于家 全国 时光 任意 夏天 华强 "
                           "元旦 温馨 金凤"_s;

const auto courtesies =
    u"先生 女士 小姐 同志 老师 师傅 大爷 大妈 大叔 阿姨 大娘 大姐 大哥 大嫂 大伯 奶奶 爷爷 叔叔 伯伯"_s;

// 王主任 tells no more than a surname either; 王建国主任 is an official.
const auto posts =
    u"主任 经理 局长 科长 所长 书记 市长 县长 区长 镇长 乡长 村长 队长 组长 院长 校长 处长 站长 老板 医生 警官 律师 会计"_s;

const auto trades = u"医生 大夫 护士 护工 律师 教练 老板 司机"_s;

const auto acts =
    u"反映 反应 反馈 的诉求 的父亲 的母亲 的妻子 的丈夫 的儿子 的女儿 的身份证 的低保 的补贴 的工资 来电 "
    u"来信 来函 来访 致电 去电 打电话 打来 打进 打入 打通 拨打 拨通 称 声称 诉称 "
    u"自称 说 讲 告诉 表示 投诉 举报 "
    "检举 控告 咨询 询问 求助 建议 要求 请求 希望 认为 觉得 质疑 怀疑 提出 留言 感谢 回忆 家住 现住 家属 "
    "家人 夫妇 夫妻 一家 一行 "
    "本人 老人 同学 老两口 之子 之女 之妻 之父 之母 诉求 所述 所称 所反映 撤诉 诉某 到场 在场 等人 等多人 "
    "向我 向12345 向热线 向市长 向县长 "
    "反复投诉 多次投诉 多次反映 多次来电 再次来电 就读"_s;

// Words that only begin as one of them does.
const auto noActs = u"称为 称号 称作 称谓 称呼 称职 称赞 称重 说话 说法 说服 讲座 讲台 讲解 要求书 建议书 投诉率 "
                    u"投诉量 投诉件 咨询类 咨询量 "
                    "求助类 举报类 建议类 投诉类 投诉占 反映率 家园 家庭 家长 家具 家电 家装 家政 家常 家禽 家教 家里 "
                    "家中 系统 系列 因素 因果 "
                    "将军 的确 自来 自动 自然 自建房 户口 户外 户型 户厕 已故 为何 "
                    "为什么 对象 对策 同志 同城 同意书 "
                    "没收 非法 无证 未成年 不动产 就业 就医 都市 和谐 和睦 向阳 从业 由来 经济 应急 可能 会议 会员 "
                    "将近 与会 以上 以下 以内 以外 及时 "
                    "被子 给水 到期 至今为止 所有权 所长 等级 等候 平方 自治"_s;

const auto predicates =
    u"的 取得 达成 作出 确 表达 遇到 前来 前往 发生 办过 丢了 驾车 骑车 乘车 被骗 摔倒 摔伤 在 对 与 和 同 及 以 因 由 "
    u"从 "
    u"自 到 至 向 将 把 被 给 为 是 系 已 未 不 没 无 非 并 也 还 均 都 就 即 便 仍 "
    u"又 再 所 之 家 户 等 于 "
    "可 应 会 能 要 只 仅 找 租 买 卖 请 说明 多次 再次 曾 继续 自行 擅自 私自 经常 长期 反复 先后 随后 立即 主动 拒不 "
    "拒绝 同意 "
    "承诺 提供 提交 购买 经营 驾驶 患 领取 获得 收到 接到 签订 参加 组织 帮助 拖欠 殴打 占用 侵占 强占 截留 带头 申报 "
    "申请 办理 卧病 "
    "住院 瘫痪 怀孕 借款 作证 走失 受伤 负责 上门 态度 限期 进行 解释 补充 享受 符合 退休 去世 死亡 失踪 名下 电话 "
    "手机 联系 身份证 性别 "
    "住址 地址 出生 年龄 丢失 发现 得知 了解 需要 起诉 报警 外出 务工 提前 租住 居住 住 骑 诉 昨 今年 当 户籍 承办 "
    "联络 一同 一起 共同 "
    "分别 两人 二人 三人 夜间 不慎 非常 并未 拿 带 捐款 捐赠 捐 资助 照顾 照料 护理 "
    "赡养 抚养 扶养 举办 张贴 种植 饲养 养殖 倒卖 撕毁 砍伐 堆放 停放 摆放 阻拦 阻挠 骚扰 威胁 "
    "缴纳 支付 赔偿 押金 拆除 整改 停业 优亲 侵害 拒载 占道 违规 违法 私搭 私建 高兴 激动 开具 未经 女儿 儿子 妻子 丈夫 父亲 母亲"_s;

struct RoleWords
{
    NameRole::Kind kind;
    QString words;
};

const std::vector<RoleWords> &roles()
{
    using enum NameRole::Kind;
    static const std::vector<RoleWords> all{
        {Field, u"姓名 户名 名字 我叫 一名叫 一位叫 有位叫 名叫 收件人 收货人 寄件人"_s},
        {Person, u"反映人 来电人 来访人 来信人 诉求人 投诉人 举报人 当事人 联系人 申请人 信访人 受害人 被害人 户主 "
                 u"机主 收款人 经办人 承包人 承租人 "
                 "出租人 租赁人 房主 房东 监护人 委托人 代理人 法定代表人 法人代表 法人 产权人 所有权人 嫌疑人 行为人 "
                 "肇事者 死者 逝者 伤者 原告 "
                 "被告 其父 其母 其子 其女 其妻 其夫 其弟 其兄 其姐 其妹 其孙 其孙女 父亲 母亲 丈夫 妻子 儿子 女儿 "
                 "哥哥 姐姐 弟弟 妹妹 爷爷 奶奶 外公 "
                 "外婆 姥姥 姥爷 岳父 岳母 公公 婆婆 儿媳 女婿 孙子 孙女 外孙 外孙女 侄子 侄女 老伴 爱人 前夫 前妻 "
                 "邻居 朋友 同事 包工头 工头 老板 "
                 "老板娘 店主 店长 车主 经营者 物业经理 项目经理 班主任 村民组长 小组长 组长 村支书 村书记 村会计 "
                 "村主任 村长 楼长 中介 驾驶员 "
                 "个体户 村霸 该户"_s},
        {Group, u"市民 居民 村民 业主 网民 网友 群众 租户 租客 住户 用户 商户 乘客 游客 旅客 顾客 消费者 患者 病人 "
                u"学生 家长 老人 男子 女子 "
                "职工 员工 工人 农民 农民工 农户 牧民 渔民 储户 经营户 种植户 养殖户 种粮大户 贫困户 脱贫户 五保户 "
                "低保户 低保对象 残疾人 "
                "退役军人 退伍军人 军人 退休职工 退休工人 退休人员 教师 医生 护士 保安 保洁员 快递员 外卖员 骑手 司机 "
                "服务员 营业员 收银员 "
                "志愿者 党员 孩子 男孩 "
                "女孩 男童 女童 患儿 会员 客户 考生 会计 经理 本人 我是 业主代表 村民代表 居民代表 职工代表"_s},
        {Staff, u"负责人 项目负责人 工作人员 网格员 网格长"_s},
        {Handler, u"受理人 承办人 办理人 处理人 接线员 话务员 接听人 登记人 记录人 填报人 审核人 签发人 责任人 主办人 "
                  u"回访人 回访员 值班员 "
                  "回复人 接待人 经手人"_s},
        {Official, u"市长 副市长 县长 副县长 区长 副区长 镇长 乡长 局长 副局长 处长 科长 所长 部长 院长 校长 秘书长 "
                   u"书记 主任 副主任 主席 "
                   "记者 通讯员 编辑 摄影 校对 主编 常委 调研员"_s}};
    return all;
}

class Roles
{
public:
    Roles()
    {
        for (const RoleWords &one : roles()) {
            for (const QString &word : one.words.split(u' '))
                m_roles[word.front()].append({word, one.kind});
        }
        for (auto &words : m_roles)
            std::ranges::sort(words, [](const auto &a, const auto &b) { return a.first.size() > b.first.size(); });
    }

    [[nodiscard]] NameRole at(QStringView text) const
    {
        if (text.isEmpty())
            return {};
        const auto words = m_roles.constFind(text.front());
        if (words == m_roles.cend())
            return {};
        for (const auto &[word, kind] : *words) {
            if (text.startsWith(word))
                return {.kind = kind, .length = word.size()};
        }
        return {};
    }

private:
    QHash<QChar, QList<std::pair<QString, NameRole::Kind>>> m_roles; // by their first character, the longest first
};

// See resources/han/words.txt: the words of a line have its first character in common.
QString ordinaryWords()
{
    QFile file(u":/huiyin/han/words.txt"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the table of words that begin as names is missing from the program");
    QString words = tradeWords;
    const QString text = QString::fromUtf8(file.readAll());
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#'))
            continue;
        const QStringList parts = line.split(u' ');
        for (qsizetype i = 1; i < parts.size(); ++i)
            words += u' ' + parts.first() + parts[i];
    }
    return words;
}

} // namespace

WordTable::WordTable(const QString &words)
{
    for (const QString &word : words.simplified().split(u' ', Qt::SkipEmptyParts))
        m_words[word.front()].append(word);
    for (QStringList &list : m_words)
        std::ranges::sort(list, [](const QString &a, const QString &b) { return a.size() > b.size(); });
}

qsizetype WordTable::lengthAt(QStringView text) const
{
    if (text.isEmpty())
        return 0;
    const auto words = m_words.constFind(text.front());
    if (words == m_words.cend())
        return 0;
    const auto found = std::ranges::find_if(*words, [text](const QString &word) { return text.startsWith(word); });
    return found == words->cend() ? 0 : found->size();
}

qsizetype surnameLength(QStringView name)
{
    static const QSet<QChar> known = setOf(surnames);
    if (name.isEmpty())
        return 0;
    if (name.size() >= 2 && compoundSurnames().contains(name.first(2)))
        return 2;
    return known.contains(name.front()) ? 1 : 0;
}

bool isPlainSurname(QChar surname)
{
    static const QSet<QChar> plain = setOf(plainSurnames);
    return plain.contains(surname);
}

bool isWordSurname(QChar surname)
{
    static const QSet<QChar> words = setOf(wordSurnames);
    return words.contains(surname);
}

bool isUsualInNames(char32_t character)
{
    static const QSet<QChar> known = setOf(usual);
    return character <= 0xFFFF && known.contains(QChar(static_cast<char16_t>(character)));
}

bool isNeverInNames(char32_t character)
{
    static const QSet<QChar> known = setOf(never);
    return character <= 0xFFFF && known.contains(QChar(static_cast<char16_t>(character)));
}

qsizetype ordinaryWordAt(QStringView text)
{
    static const WordTable words(ordinaryWords());
    return words.lengthAt(text);
}

bool isWordAndName(QStringView word)
{
    static const WordTable words(wordsAndNames);
    return words.lengthAt(word) == word.size();
}

qsizetype courtesyAt(QStringView text)
{
    static const WordTable words(courtesies);
    return words.lengthAt(text);
}

bool isPostAt(QStringView text)
{
    static const WordTable words(posts);
    return words.isAt(text);
}

bool isTradeAt(QStringView text)
{
    static const WordTable words(trades);
    return words.isAt(text) && !text.startsWith(u"律师事务");
}

NameEnd nameEndAt(QStringView rest)
{
    static const WordTable act(acts);
    static const WordTable noAct(noActs);
    static const WordTable predicate(predicates);
    static const QRegularExpression data(
        u"^[（(，,：: ]{0,2}(?:(?:男|女)(?:性)?[，,。；;）)、 "
        u"\\d]|(?:联系)?(?:电话|手机|方式)号?码?[：: （(是为]{0,2}[\\d\\*+]|"
        "身份证|(?:\\+?86)?1[3-9]\\d{9}(?!\\d|[.,万亿]*元(?!旦))|"
        u"\\d{17}[\\dXx]|[2-8]\\d{6,7}(?![\\d.,万亿元件个吨])|\\d{3,4}[- ]\\d{4}|男$|女$)"_s);
    static const QRegularExpression quoted(u"^[”」』）)](?=[^，。；\\s])"_s);
    static const QRegularExpression speaks(u"^[：:][“我]"_s);
    if (rest.isEmpty())
        return {.kind = NameEnding::Sign};
    const QChar next = rest.front();
    const bool isHan = next.isSurrogate() || next.script() == QChar::Script_Han;
    if (!isHan || u"男女电手身联"_s.contains(next)) {
        constexpr qsizetype told = 24; // characters that tell of somebody: （电话：0434-3251234
        const QString beginning = asPlain(rest.first(std::min(rest.size(), told)).toString());
        if (const auto match = data.match(beginning); match.hasMatch())
            return {.kind = NameEnding::Data, .length = match.capturedLength()};
        if (!isHan && speaks.match(beginning).hasMatch())
            return {.kind = NameEnding::Act, .length = 1};
        if (!isHan && quoted.match(beginning).hasMatch()) {
            const qsizetype length = act.lengthAt(rest.mid(1));
            return {.kind = length > 0 ? NameEnding::Act : NameEnding::Sign, .length = length};
        }
    }
    if (!isHan)
        return {.kind = u"*·•"_s.contains(next) ? NameEnding::None : NameEnding::Sign};
    if (const qsizetype length = courtesyAt(rest); length > 0)
        return {.kind = NameEnding::Courtesy, .length = length};
    if (noAct.isAt(rest))
        return {};
    if (next == u'等' && rest.size() > 1 && rest[1].isDigit()) // 李红军等12名
        return {.kind = NameEnding::Act, .length = 1};
    if (const qsizetype length = act.lengthAt(rest); length > 0)
        return {.kind = NameEnding::Act, .length = length};
    const qsizetype length = predicate.lengthAt(rest);
    return {.kind = length > 0 ? NameEnding::Predicate : NameEnding::None, .length = length};
}

NameRole nameRoleAt(QStringView text)
{
    static const Roles known;
    return known.at(text);
}

} // namespace huiyin
