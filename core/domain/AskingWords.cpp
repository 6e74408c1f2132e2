// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/AskingWords.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace huiyin {

QString withoutAskingWords(const QString &foldedText)
{
    // Of two words with the same beginning the longer one stands first.
    static const QRegularExpression words(
        u"来电咨询|咨询一下|想咨询|咨询|来电反映|来电|反映|市民|请问一下|请问|想问一下|想问|问一下|问下|麻烦|你好|您好|"
        "谢谢|什么时候|啥时候|什么时间|几点|几号|多长时间|多少天|多久|几天|什么样|什么|啥|怎么办理|怎么办|怎么样|怎样|"
        "怎么|咋办|咋|如何办理|如何|哪里|哪儿|哪些|哪个|哪种|哪|多少钱|多少|几个|几种|吗|呢|吧|啊|是否|是不是|有没有|"
        "能不能|能否|可不可以|可以|需不需要|需要|应该|必须|要不要|想要|想|办理|办|现在|今年|明年|去年|我们|我家|我|"
        "他们|"
        "他|她|你们|你|您|这个|那个|这种|一个|一下|还是|或者|如果|因为|所以|但是|不知道|知道|告诉|希望|帮忙|了解|关于|"
        "有关|相关|问题|情况|事情|手续|材料|流程|规定|政策|部门|单位|地方|时间|时候|今天|明天|昨天"_s);
    QString text = foldedText;
    text.replace(words, u"\n"_s);
    return text;
}

} // namespace huiyin
