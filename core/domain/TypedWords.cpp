// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/TypedWords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {
constexpr int version = 1;
} // namespace

QString TypedWords::text() const
{
    QStringList texts;
    for (const QJsonValue value : words) {
        if (const QString text = value.toString().trimmed(); !text.isEmpty())
            texts.append(text);
    }
    return texts.join(u'\n');
}

QByteArray contentOf(const QList<TypedWords> &words)
{
    QJsonArray all;
    for (const TypedWords &one : words)
        all.append(
            QJsonObject{{u"at"_s, one.at.toMSecsSinceEpoch()}, {u"words"_s, one.words}, {u"choices"_s, one.choices}});
    return QJsonDocument(QJsonObject{{u"version"_s, version}, {u"typed"_s, all}}).toJson(QJsonDocument::Compact);
}

QList<TypedWords> typedWordsOf(const QByteArray &content)
{
    QList<TypedWords> words;
    const QJsonObject stored = QJsonDocument::fromJson(content).object();
    if (stored[u"version"].toInt() != version)
        return words;
    const QJsonArray all = stored[u"typed"].toArray();
    for (const QJsonValue value : all) {
        const QJsonObject one = value.toObject();
        words.append({.at = QDateTime::fromMSecsSinceEpoch(one[u"at"].toInteger(), Qt::UTC),
                      .words = one[u"words"].toObject(),
                      .choices = one[u"choices"].toObject()});
    }
    return words;
}

} // namespace huiyin
