// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/SampleTexts.h"

#include "domain/Json.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

QHash<QString, QStringList> lists(const QJsonValue &value)
{
    QHash<QString, QStringList> result;
    const QJsonObject object = value.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        result.insert(entry.key(), stringList(entry.value()));
    return result;
}

} // namespace

QString SampleTexts::Setting::address() const
{
    if (!enterprise.isEmpty())
        return area + road + enterprise;
    return building.isEmpty() ? QString(area + village) : QString(area + community + building + unit);
}

SampleTexts SampleTexts::shipped()
{
    QFile file(u":/huiyin/demo/texts.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("the sample texts are missing from the program");
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();

    SampleTexts texts;
    const QJsonObject subjects = root[u"subjects"].toObject();
    for (auto subject = subjects.begin(); subject != subjects.end(); ++subject) {
        const QJsonArray cases = subject.value().toArray();
        for (const auto &entry : cases) {
            texts.m_matters[subject.key()].append({.type = entry[u"type"].toString(),
                                                   .subject = entry[u"subject"].toString(subject.key()),
                                                   .title = entry[u"title"].toString(),
                                                   .content = entry[u"content"].toString(),
                                                   .answer = entry[u"answer"].toString(),
                                                   .reply = entry[u"reply"].toString()});
        }
    }
    texts.m_surnames = stringList(root[u"surnames"]);
    texts.m_given = stringList(root[u"given"]);
    texts.m_communities = stringList(root[u"communities"]);
    texts.m_roads = stringList(root[u"roads"]);
    texts.m_villages = stringList(root[u"villages"]);
    texts.m_enterprises = stringList(root[u"enterprises"]);
    texts.m_details = stringList(root[u"details"]);
    texts.m_comments = lists(root[u"comments"]);
    texts.m_callNotes = lists(root[u"call_notes"]);
    if (texts.m_matters.isEmpty() || texts.m_surnames.isEmpty() || texts.m_communities.isEmpty())
        throw std::runtime_error("the sample texts can't be read");
    return texts;
}

void SampleTexts::leaveOut(const QStringList &titles)
{
    for (QList<Matter> &list : m_matters) {
        if (std::any_of(list.begin(), list.end(), [&](const Matter &m) { return !titles.contains(m.title); }))
            list.removeIf([&](const Matter &m) { return titles.contains(m.title); });
    }
}

const QList<SampleTexts::Matter> &SampleTexts::matters(const QString &subject) const
{
    const auto found = m_matters.constFind(subject);
    if (found == m_matters.cend())
        throw std::runtime_error("no sample texts for the subject " + subject.toStdString());
    return *found;
}

const SampleTexts::Matter &SampleTexts::pick(Random &random, const QString &subject, const QString &type) const
{
    const QList<Matter> &all = matters(subject);
    QList<qsizetype> fitting;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i].type == type)
            fitting.append(i);
    }
    return fitting.isEmpty() ? random.pick(all) : all[random.pick(fitting)];
}

SampleTexts::Setting SampleTexts::setting(Random &random, const QString &area, QDate day) const
{
    static const QStringList prefixes{u"130"_s, u"131"_s, u"132"_s, u"135"_s, u"136"_s, u"138"_s, u"139"_s,
                                      u"150"_s, u"152"_s, u"158"_s, u"177"_s, u"180"_s, u"186"_s, u"187"_s};
    const qint64 given = random.below(m_given.size());
    Setting setting{.requester = random.pick(m_surnames) + m_given[given],
                    .woman = given >= 60 && (given < 96 || given % 2 == 0),
                    // 0000 in the middle: numbers of this kind are not given to anybody.
                    .phone = random.pick(prefixes) + u"0000%1"_s.arg(random.below(10'000), 4, 10, QChar(u'0')),
                    .area = area,
                    .community = random.pick(m_communities),
                    .road = random.pick(m_roads),
                    .village = random.pick(m_villages),
                    .day = day.addDays(-random.between(1, 20)),
                    .days = random.between(2, 20),
                    .money = random.between(6, 480) * 10};
    if (random.chance(750)) {
        setting.building = u"%1号楼"_s.arg(random.between(1, 32));
        setting.unit = u"%1单元"_s.arg(random.between(1, 5));
    }
    return setting;
}

QString SampleTexts::fill(const QString &text, const Setting &setting)
{
    QString filled = text;
    const QString place = setting.building.isEmpty() ? QString(setting.area + setting.village)
                                                     : QString(setting.area + setting.community + setting.building);
    const QString title = setting.woman ? u"女士"_s : u"先生"_s;
    const QString surname = setting.requester.left(setting.requester.size() > 3 ? 2 : 1);
    filled.replace(u"{place}"_s, place)
        .replace(u"{community}"_s, setting.community)
        .replace(u"{building}"_s, setting.building.isEmpty() ? u"5号楼"_s : setting.building)
        .replace(u"{unit}"_s, setting.unit.isEmpty() ? u"2单元"_s : setting.unit)
        .replace(u"{road}"_s, setting.road)
        .replace(u"{village}"_s, setting.village)
        .replace(u"{area}"_s, setting.area)
        .replace(u"{surname}"_s, surname)
        .replace(u"{caller}"_s, surname + title)
        .replace(u"{date}"_s, u"%1月%2日"_s.arg(setting.day.month()).arg(setting.day.day()))
        .replace(u"{days}"_s, QString::number(setting.days))
        .replace(u"{money}"_s, QString::number(setting.money) + u"元")
        .replace(u"{enterprise}"_s, setting.enterprise.isEmpty() ? u"该企业"_s : setting.enterprise)
        .replace(u"{dept}"_s, setting.department.isEmpty() ? u"承办单位"_s : setting.department);
    return filled;
}

const QString &SampleTexts::comment(Random &random, const QString &satisfaction) const
{
    return random.pick(*m_comments.constFind(satisfaction));
}

const QString &SampleTexts::callNote(Random &random, const QString &outcome) const
{
    return random.pick(*m_callNotes.constFind(outcome));
}

const QString &SampleTexts::enterprise(Random &random) const
{
    return random.pick(m_enterprises);
}

QString SampleTexts::details(Random &random, qint64 count) const
{
    // One after another from some place on: none comes twice.
    QString text;
    const qint64 start = random.below(m_details.size());
    const qint64 step = 1 + 2 * random.below(8); // odd: the bank has an even number
    for (qint64 i = 0; i < qMin<qint64>(count, m_details.size()); ++i)
        text += m_details[(start + i * step) % m_details.size()];
    return text;
}

} // namespace huiyin
