// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/LayoutText.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qsizetype widest = 150; // characters of a line

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Bulletin)
};

// What comes first in an object; what isn't named here comes behind, by its name.
QStringList keyOrder()
{
    return {
        u"name"_s,       u"order"_s,      u"list_title"_s,  u"masthead"_s, u"heading"_s,        u"paragraph"_s,
        u"cases"_s,      u"table"_s,      u"chart"_s,       u"when"_s,     u"each"_s,           u"filter"_s,
        u"level"_s,      u"text"_s,       u"title"_s,       u"value"_s,    u"issue_line"_s,     u"extra_line"_s,
        u"series"_s,     u"imprint"_s,    u"numerator"_s,   u"grade"_s,    u"denominator"_s,    u"decimals"_s,
        u"drop_zeros"_s, u"rounding"_s,   u"balance"_s,     u"wan"_s,      u"small_change"_s,   u"unit"_s,
        u"by"_s,         u"ascending"_s,  u"limit"_s,       u"least"_s,    u"only"_s,           u"names"_s,
        u"of_groups"_s,  u"of_grades"_s,  u"group_order"_s, u"last"_s,     u"exclude_topics"_s, u"month_of_stretch"_s,
        u"groups"_s,     u"prefix"_s,     u"first"_s,       u"lead"_s,     u"item"_s,           u"detail"_s,
        u"also"_s,       u"children"_s,   u"types"_s,       u"status"_s,   u"separator"_s,      u"last_separator"_s,
        u"rest"_s,       u"rest_names"_s, u"suffix"_s,      u"count"_s,    u"from"_s,           u"to"_s,
        u"rates"_s,      u"total"_s,      u"total_name"_s,  u"subtotal"_s, u"rank"_s,           u"bands"_s,
        u"tables"_s,     u"columns"_s,    u"sections"_s};
}

QStringList orderedKeys(const QJsonObject &object)
{
    static const QStringList order = keyOrder();
    QStringList keys = object.keys();
    std::ranges::stable_sort(keys, {}, [](const QString &key) {
        const qsizetype place = order.indexOf(key);
        return place < 0 ? order.size() : place;
    });
    return keys;
}

QString scalar(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact)).sliced(1).chopped(1);
}

QString onOneLine(const QJsonValue &value)
{
    QStringList entries;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const auto &entry : array)
            entries.append(onOneLine(entry));
        return u'[' + entries.join(u", "_s) + u']';
    }
    if (!value.isObject())
        return scalar(value);
    const QJsonObject object = value.toObject();
    const QStringList keys = orderedKeys(object);
    for (const QString &key : keys)
        entries.append(scalar(key) + u": " + onOneLine(object[key]));
    return u'{' + entries.join(u", "_s) + u'}';
}

// `used`: what stands before it on its line.
QString written(const QJsonValue &value, qsizetype indent, qsizetype used)
{
    const QString line = onOneLine(value);
    if (!(value.isArray() || value.isObject()) || (indent > 0 && used + line.size() <= widest) || line.size() == 2)
        return line;
    const QString inner(indent + 2, u' ');
    QStringList entries;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const auto &entry : array)
            entries.append(inner + written(entry, indent + 2, inner.size()));
    } else {
        const QJsonObject object = value.toObject();
        const QStringList keys = orderedKeys(object);
        for (const QString &key : keys) {
            const QString before = inner + scalar(key) + u": ";
            // A list of objects is one of lines.
            const bool isLong = indent == 0 && object[key].isArray() && object[key].toArray().first().isObject();
            entries.append(before + written(object[key], indent + 2, isLong ? widest : before.size()));
        }
    }
    const QString outer(indent, u' ');
    const QString open = value.isArray() ? u"[\n"_s : u"{\n"_s;
    const QString close = value.isArray() ? u"]"_s : u"}"_s;
    return open + entries.join(u",\n"_s) + u'\n' + outer + close;
}

// Goes along a text of JSON to the place of a path. What isn't JSON ends it.
class Finder
{
public:
    explicit Finder(const QString &text)
        : m_text(text)
    {
    }

    // Where the value at the end of the steps begins; as far as the way goes.
    qsizetype find(const QStringList &steps)
    {
        space();
        qsizetype found = m_at;
        for (const QString &step : steps) {
            const QChar open = at();
            const bool isThere = open == u'{' ? enterObject(step) : open == u'[' && enterArray(step);
            if (!isThere)
                break;
            found = m_at;
            space();
        }
        return m_broken ? -1 : found;
    }

private:
    [[nodiscard]] QChar at() const { return m_at < m_text.size() ? m_text[m_at] : QChar(); }
    void space()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }
    bool take(QChar mark)
    {
        space();
        if (at() != mark)
            return false;
        ++m_at;
        return true;
    }
    QString string()
    {
        space();
        const qsizetype from = m_at;
        if (at() != u'"') {
            m_broken = true;
            return {};
        }
        for (++m_at; m_at < m_text.size() && m_text[m_at] != u'"'; ++m_at) {
            if (m_text[m_at] == u'\\')
                ++m_at;
        }
        m_at = std::min(m_at + 1, m_text.size());
        const QByteArray list = (u'[' + m_text.sliced(from, m_at - from) + u']').toUtf8();
        return QJsonDocument::fromJson(list).array().first().toString();
    }
    void skip()
    {
        space();
        int depth = 0;
        while (m_at < m_text.size()) {
            const QChar mark = at();
            if (mark == u'"') {
                (void)string();
                continue;
            }
            if (mark == u'{' || mark == u'[')
                ++depth;
            else if ((mark == u'}' || mark == u']') && --depth < 0)
                return;
            else if (mark == u',' && depth == 0)
                return;
            ++m_at;
        }
    }
    // At the value of a key; its line is where the key stands.
    bool enterObject(const QString &key)
    {
        ++m_at;
        while (!m_broken && m_at < m_text.size()) {
            space();
            const qsizetype from = m_at;
            const QString name = string();
            if (m_broken || !take(u':')) {
                m_broken = false; // an empty object, or one that breaks off
                m_at = from;
                return false;
            }
            if (name == key) {
                space();
                return true;
            }
            skip();
            if (!take(u','))
                return false;
        }
        return false;
    }
    bool enterArray(const QString &step)
    {
        bool isNumber = false;
        const int index = step.toInt(&isNumber);
        if (!isNumber)
            return false;
        ++m_at;
        for (int i = 0; i < index; ++i) {
            skip();
            if (!take(u','))
                return false;
        }
        space();
        return at() != u']';
    }

    const QString &m_text;
    qsizetype m_at = 0;
    bool m_broken = false;
};

int lineAt(QStringView text, qsizetype offset)
{
    return static_cast<int>(text.first(std::clamp<qsizetype>(offset, 0, text.size())).count(u'\n')) + 1;
}

} // namespace

QString layoutPage(const QJsonObject &layout)
{
    return written(layout, 0, 0) + u'\n';
}

LayoutReading readLayout(const QString &text)
{
    QJsonParseError error{};
    const QByteArray bytes = text.toUtf8();
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) {
        const QString before = QString::fromUtf8(bytes.first(std::clamp<qsizetype>(error.offset, 0, bytes.size())));
        return {.fault = Text::tr("This is no JSON: %1.").arg(error.errorString()),
                .line = lineAt(before, before.size())};
    }
    if (!document.isObject())
        return {.fault = Text::tr("A layout is an object in braces."), .line = 1};
    return {.layout = document.object()};
}

int lineOfPlace(const QString &text, const QString &path)
{
    const qsizetype found = Finder(text).find(path.split(u'/', Qt::SkipEmptyParts));
    return found < 0 ? 0 : lineAt(text, found);
}

} // namespace huiyin
