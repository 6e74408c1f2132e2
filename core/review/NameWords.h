// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

namespace huiyin {

// Words, found where a text has one.
class WordTable
{
public:
    explicit WordTable(const QString &words); // with blanks or line ends between them

    // The length of the longest one that a text begins with; 0: none.
    [[nodiscard]] qsizetype lengthAt(QStringView text) const;
    [[nodiscard]] bool isAt(QStringView text) const { return lengthAt(text) > 0; }

private:
    QHash<QChar, QStringList> m_words; // by their first character, the longest first
};

// How many characters of a name are its surname: two of 欧阳, one of 王, 0 when none is known.
qsizetype surnameLength(QStringView name);

// 王 李 张 begin few other words; 于 曾 应 are words themselves.
bool isPlainSurname(QChar surname);
bool isWordSurname(QChar surname);

// Characters that given names are made of, and those that they hardly ever have (了 区 费).
bool isUsualInNames(char32_t character);
bool isNeverInNames(char32_t character);

// The length of the ordinary word that a text begins with, of those that a surname begins: 2 of 高度重视, 3 of 高峰期堵车.
qsizetype ordinaryWordAt(QStringView text);

// A word that people are called, too: 方圆, 高明.
bool isWordAndName(QStringView word);

// What stands behind a name, at its end.
enum class NameEnding {
    None,      // nothing that tells
    Predicate, // 的 在 因 已 多次 名下 …: a sentence goes on
    Sign,      // a comma, a bracket, a blank, a digit, the end
    Act,       // 反映 来电 要求 家住 老人 …: only somebody does it
    Courtesy,  // 先生 女士 …
    Data       // （男 ，女， （电话 13804341234: what is told of somebody
};
struct NameEnd
{
    NameEnding kind = NameEnding::None;
    qsizetype length = 0; // of the word that tells it

    bool operator==(const NameEnd &) const = default;
};
NameEnd nameEndAt(QStringView rest);

// 先生 女士 大爷 …: its length, or 0.
qsizetype courtesyAt(QStringView text);

// 主任 经理 …, which makes an official of a name in front of it.
bool isPostAt(QStringView text);

// 医生 护士 …: whose name is his own all the same.
bool isTradeAt(QStringView text);

// What a name stands behind.
struct NameRole
{
    enum class Kind {
        Field,   // 姓名 户名 我叫: a name must follow
        Person,  // 反映人 其子 房东: one, who may be named
        Group,   // 居民 业主 工人: seldom named, and more often with an adverb behind it
        Staff,   // 负责人 工作人员: an official behind an office's name
        Handler, // 受理人 承办人: an official, as a rule
        Official // 市长 记者: named in public
    };
    Kind kind = Kind::Group;
    qsizetype length = 0; // 0: none

    bool operator==(const NameRole &) const = default;
};
NameRole nameRoleAt(QStringView text);

} // namespace huiyin
