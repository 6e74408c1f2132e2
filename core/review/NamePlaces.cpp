// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/NamePlaces.h"

#include "domain/PersonalText.h"

#include <QRegularExpression>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

bool isHan(QChar sign)
{
    return sign.isSurrogate() || sign.script() == QChar::Script_Han;
}

// 文明 is a name, and a word; what a company is called may be told.
bool isSurelyPerson(const QString &name)
{
    return organisationIn(name).isEmpty() && (name.size() > 2 || !isCommonWord(name));
}

// A text without the blanks that make a name as wide as others: 王　丽, 王 建 国.
class Tight
{
public:
    explicit Tight(const QString &text)
    {
        constexpr qsizetype widest = 2; // more parts columns
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i].isSpace() && !m_text.isEmpty() && isHan(m_text.back())) {
                qsizetype end = i;
                while (end < text.size() && text[end].isSpace())
                    ++end;
                if (end - i <= widest && end < text.size() && isHan(text[end])) {
                    i = end - 1;
                    continue;
                }
            }
            m_text += text[i];
            m_at.append(i);
        }
    }

    [[nodiscard]] const QString &text() const { return m_text; }

    // A place of the tight text, in the text as it is.
    [[nodiscard]] FoundName wide(qsizetype start, qsizetype length, bool certain) const
    {
        const qsizetype from = m_at[start];
        return {.start = from, .length = m_at[start + length - 1] + 1 - from, .certain = certain};
    }

private:
    QString m_text;
    QList<qsizetype> m_at; // of each sign, in the text as it is
};

} // namespace

NameSearch::NameSearch(const QStringList &known, const QStringList &doubtful, const QStringList &offices)
    : m_offices(offices)
{
    static const QRegularExpression several(u"[、，,;；/／（(]"_s); // the field as it was typed
    m_offices.removeAll(QString());
    // 向阳 may live beside 向阳街道办事处: its own name is left alone where it stands, his is asked about elsewhere.
    const auto isWithinAnOffice = [this](const QString &name) {
        return std::ranges::any_of(m_offices, [&](const QString &office) { return office.contains(name); });
    };
    for (const QString &field : known) {
        for (const QString &name : namesIn(Tight(field).text())) {
            const bool tellsNothing = maskedName(name) == name; // 肖先生, 李某
            if (name.contains(several) || m_offices.contains(name) || tellsNothing)
                continue;
            if (isWithinAnOffice(name)) {
                add(name, false);
                continue;
            }
            add(name, isSurelyPerson(name));
            if (organisationIn(name).isEmpty())
                add(maskedName(name), true); // 王*国, as a case's title has it
        }
    }
    for (const QString &name : doubtful) {
        if (!m_offices.contains(name))
            add(name, false);
    }
}

void NameSearch::add(const QString &name, bool certain)
{
    bool &known = m_certain[name];
    known = known || certain;
    m_words.clear();
}

void NameSearch::learn(const QString &text)
{
    const Tight tight(text);
    const QList<FoundName> found = namesByContext(tight.text());
    for (const FoundName &name : found)
        add(tight.text().mid(name.start, name.length), name.certain);
}

QList<FoundName> NameSearch::placesIn(const QString &text)
{
    if (m_words.isEmpty()) {
        for (auto word = m_certain.cbegin(); word != m_certain.cend(); ++word)
            m_words.append({word.key(), word.value()});
        // 王建国栋 is another: the longest first, and what is certain before what is not.
        std::ranges::sort(m_words, [](const Word &a, const Word &b) {
            return std::tuple(-a.name.size(), !a.certain, a.name) < std::tuple(-b.name.size(), !b.certain, b.name);
        });
    }
    const Tight tight(text);
    QList<std::pair<qsizetype, qsizetype>> ofOffices; // from, before
    for (const QString &office : std::as_const(m_offices)) {
        for (qsizetype at = tight.text().indexOf(office); at >= 0; at = tight.text().indexOf(office, at + 1))
            ofOffices.append({at, at + office.size()});
    }
    QList<FoundName> places;
    for (const Word &word : std::as_const(m_words)) {
        for (qsizetype at = tight.text().indexOf(word.name); at >= 0; at = tight.text().indexOf(word.name, at + 1)) {
            const bool within = std::ranges::any_of(ofOffices, [&](const auto &office) {
                return office.first <= at && at + word.name.size() <= office.second;
            });
            if (!within)
                places.append(tight.wide(at, word.name.size(), word.certain));
        }
    }
    return places;
}

} // namespace huiyin
