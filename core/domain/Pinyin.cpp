// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Pinyin.h"

#include "domain/SearchText.h"

#include <QFile>
#include <QHash>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

using Letters = QHash<char32_t, QString>; // of a character, its first letters

Letters readLetters()
{
    Letters letters;
    QFile file(u":/huiyin/han/initials.txt"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the table of pinyin initials is missing from the program");
    const QString text = QString::fromUtf8(file.readAll());
    const auto lines = QStringView(text).split(u'\n', Qt::SkipEmptyParts);
    for (const QStringView line : lines) {
        if (line.startsWith(u'#'))
            continue;
        const auto characters = line.mid(2).toUcs4();
        for (const uint character : characters)
            letters[character].append(line.front());
    }
    return letters;
}

const Letters &letters()
{
    static const Letters table = readLetters();
    return table;
}

} // namespace

QStringList pinyinInitials(const QString &name, qsizetype most)
{
    QStringList readings{QString()};
    const auto characters = foldForSearch(name).toUcs4();
    for (const uint character : characters) {
        QString choices = letters().value(character);
        if (choices.isEmpty() && character < 0x80 && QChar::isLetterOrNumber(character))
            choices = QChar(static_cast<char16_t>(character));
        if (choices.isEmpty())
            continue;
        QStringList longer;
        for (const QChar choice : std::as_const(choices)) {
            for (const QString &reading : std::as_const(readings)) {
                if (longer.size() < most)
                    longer.append(QString(reading + choice));
            }
        }
        readings = longer;
    }
    readings.removeAll(QString());
    return readings;
}

} // namespace huiyin
