// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/HolidayNotice.h"

#include "calendar/HolidayData.h"
#include "domain/OfficeZone.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qsizetype longestNotice = 64 * 1024; // characters; one has some thousand
constexpr int longestSpan = 15;                // days

// Full-width figures and half-width marks as the notice prints them; each character stays where it is.
QString evened(const QString &text)
{
    QString even = text;
    for (QChar &c : even) {
        if (c >= u'０' && c <= u'９')
            c = QChar(u'0' + (c.unicode() - u'０'));
        else if (c == u'(')
            c = u'（';
        else if (c == u')')
            c = u'）';
        else if (c == u':')
            c = u'：';
        else if (c == u',')
            c = u'，';
        else if (c == u';')
            c = u'；';
        else if (c == u'\r' || c == u'\u2028' || c == u'\u2029')
            c = u'\n';
        else if (c != u'\n' && c.isSpace())
            c = u' ';
    }
    return even;
}

QString weekdayName(QDate day)
{
    static constexpr char16_t names[] = u"一二三四五六日";
    return u"周"_s + QChar(names[day.dayOfWeek() - 1]);
}

} // namespace

// Gathers the days and what is wrong with them.
class NoticeReader
{
    Q_DECLARE_TR_FUNCTIONS(Notice)

public:
    NoticeReader(const QString &text, int year)
        : m_text(text)
    {
        m_reading.notice.year = year;
    }

    NoticeReading refuse()
    {
        fault(0, 0, tr("This is too long for a notice."));
        return m_reading;
    }

    NoticeReading readChinese()
    {
        m_even = evened(m_text);
        takeHead();
        static const QRegularExpression item(u"(?:^|[\\n。； ])[一二三四五六七八九十]{1,3}、([^：\\n。]{1,16})："_s);
        auto found = item.globalMatch(m_even);
        struct Item
        {
            QString name;
            qsizetype body;
            qsizetype start;
        };
        QList<Item> items;
        while (found.hasNext()) {
            const auto match = found.next();
            items.append({match.captured(1).remove(u' '), match.capturedEnd(), match.capturedStart()});
        }
        if (items.isEmpty()) {
            fault(
                0, 0,
                tr("No holiday is found in it. A notice tells them as “一、元旦：1月1日（周四）至3日（周六）放假 …”."));
            return m_reading;
        }
        for (qsizetype i = 0; i < items.size(); ++i) {
            m_name = items[i].name;
            m_anyFree = false;
            const qsizetype start = items[i].start + (i > 0 || items[i].start > 0 ? 1 : 0);
            readItem(items[i].body, i + 1 < items.size() ? items[i + 1].start + 1 : m_even.size());
            if (!m_anyFree)
                fault(start, items[i].body - start, tr("It names no free day."));
        }
        QString names;
        for (const Item &one : items)
            names += one.name;
        for (const auto &holiday : {u"元旦"_s, u"春节"_s, u"清明"_s, u"劳动节"_s, u"端午"_s, u"中秋"_s, u"国庆"_s}) {
            if (!names.contains(holiday))
                fault(0, 0, tr("“%1” is missing: the notice is not whole.").arg(holiday));
        }
        return m_reading;
    }

    NoticeReading readCsv()
    {
        qsizetype start = 0;
        bool isHeading = true;
        QList<std::pair<QDate, qsizetype>> places;
        while (start < m_text.size()) {
            qsizetype end = m_text.indexOf(u'\n', start);
            end = end < 0 ? m_text.size() : end;
            const QStringList fields = fieldsOf(m_text.mid(start, end - start));
            if (!isHeading && (fields.size() > 1 || !fields.first().isEmpty()))
                takeRow(fields, start, end, places);
            isHeading = isHeading && fields.size() < 2;
            start = end + 1;
        }
        if (places.isEmpty() && m_reading.faults.isEmpty())
            fault(0, 0, tr("There are no days in it."));
        int year = 0;
        for (const auto &[day, place] : std::as_const(places))
            year = std::max(year, day.year());
        m_reading.notice.year = places.isEmpty() ? m_reading.notice.year : year;
        for (const auto &[day, place] : std::as_const(places)) {
            if (!HolidayNotice::reaches(year, day))
                fault(place, 10, tr("This day doesn't belong to %1.").arg(year));
        }
        return m_reading;
    }

    NoticeReading readJson()
    {
        try {
            const HolidayData data = HolidayData::parse(m_text.toUtf8());
            auto found = data.years.constFind(m_reading.notice.year);
            if (found == data.years.cend() && data.years.size() == 1)
                found = data.years.cbegin();
            if (found == data.years.cend()) {
                fault(0, 0, tr("The year %1 is not in it.").arg(m_reading.notice.year));
                return m_reading;
            }
            m_reading.notice.year = found.key();
            m_reading.notice.source = data.source;
            for (auto day = found->begin(); day != found->end(); ++day)
                take(day.key(), *day, 0, 0);
            if (found->isEmpty())
                fault(0, 0, tr("There are no days in it."));
        } catch (const std::runtime_error &error) {
            fault(0, 0, tr("It is not of the form of the calendar file: %1.").arg(QString::fromUtf8(error.what())));
        }
        return m_reading;
    }

private:
    // The year and the number of the notice stand before its items.
    void takeHead()
    {
        static const QRegularExpression year(u"(?:关于|现将|现就) *(\\d{4}) *年"_s);
        static const QRegularExpression number(u"国办发[^〔\\[（\\n]{0,4}[〔\\[（]\\d{4}[〕\\]）] *\\d+ *号"_s);
        if (const auto match = year.match(m_even); match.hasMatch())
            m_reading.notice.year = match.captured(1).toInt();
        if (const auto match = number.match(m_even); match.hasMatch())
            m_reading.notice.source = match.captured().remove(u' ');
    }

    void readItem(qsizetype from, qsizetype to)
    {
        while (from < to) {
            qsizetype end = from;
            while (end < to && m_even[end] != u'。' && m_even[end] != u'；' && m_even[end] != u'\n')
                ++end;
            readSentence(from, end);
            from = end + 1;
        }
    }

    void readSentence(qsizetype from, qsizetype to)
    {
        static const QRegularExpression someDay(u"\\d+ *日"_s);
        static const QRegularExpression signature(u"^ *\\d{4} *年 *\\d+ *月 *\\d+ *日 *$"_s);
        const QString sentence = m_even.mid(from, to - from);
        const QString trimmed = sentence.trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith(u"鼓励"_s) || signature.match(sentence).hasMatch())
            return;
        if (!someDay.match(sentence).hasMatch()) {
            // Duties in the holidays and the signature; but nothing that sets a day may be passed over.
            if (trimmed.contains(u"放假"_s) || trimmed.contains(u"上班"_s) || trimmed.contains(u"补休"_s)
                || trimmed.contains(u"休息"_s) || trimmed.contains(u"调休"_s))
                fault(from, to - from, tr("It doesn't say which day."));
            return;
        }
        m_at = from;
        m_end = to;
        m_head = m_even.first(to);
        m_pending.clear();
        m_lastFree = 0;
        m_month = 0;
        while (skipSpace(), m_at < m_end) {
            if (!readWord())
                return;
        }
        if (!m_pending.isEmpty())
            fault(m_pending.first().place, to - m_pending.first().place,
                  tr("It doesn't say whether this is free or worked."));
    }

    // One word of a sentence; false after a fault behind which nothing can be told.
    bool readWord()
    {
        if (m_even[m_at].isDigit())
            return readCount(false) || readSpan();
        if (accept(u"放假"_s)) {
            accept(u"调休"_s);
            takePending(false);
            return true;
        }
        if (accept(u"不调休"_s) || accept(u"与周末连休"_s) || accept(u"与双休日连休"_s) || accept(u"，"_s)
            || accept(u"、"_s) || accept(u"和"_s) || accept(u"及"_s))
            return true;
        if (accept(u"补休"_s) || accept(u"调休"_s) || accept(u"休息"_s)) {
            takePending(false);
            return true;
        }
        if (accept(u"正常上班"_s) || accept(u"照常上班"_s) || accept(u"上班"_s)) {
            takePending(true);
            return true;
        }
        if (m_even[m_at] == u'共' && readCount(true))
            return true;
        fault(m_at, m_end - m_at, tr("This can't be read."));
        return false;
    }

    // 共3天
    bool readCount(bool together)
    {
        static const QRegularExpression count(u"共? *(\\d{1,2}) *天"_s);
        const auto match = matchHere(count);
        if (!match.hasMatch())
            return false;
        const int told = match.captured(1).toInt();
        if (m_lastFree == 0 && together)
            fault(m_at, match.capturedLength(), tr("There are no free days before it."));
        else if (m_lastFree != told)
            fault(m_at, match.capturedLength(), tr("The days before it are %1.").arg(m_lastFree));
        m_at = match.capturedEnd();
        return true;
    }

    bool readSpan()
    {
        const qsizetype place = m_at;
        const auto first = readDay();
        if (!first)
            return false;
        skipSpace();
        QDate last = *first;
        if (accept(u"至"_s) || accept(u"到"_s) || accept(u"—"_s) || accept(u"－"_s) || accept(u"-"_s)) {
            skipSpace();
            const auto end = readDay();
            if (!end)
                return false;
            last = *end;
            if (last < *first || first->daysTo(last) >= longestSpan) {
                fault(place, m_at - place, tr("The span doesn't end after its start, or is too long."));
                return false;
            }
        }
        m_pending.append({.first = *first, .last = last, .place = place, .length = m_at - place});
        return true;
    }

    // 2022年12月31日（周六）; the month may be left out behind another day.
    std::optional<QDate> readDay()
    {
        static const QRegularExpression form(
            u"(?:(\\d{4}) *年 *)?(?:(\\d{1,2}) *月 *)?(\\d{1,2}) *日(?: *（([^）\\n]*)）)?"_s);
        const auto match = matchHere(form);
        const qsizetype place = m_at;
        if (!match.hasMatch() || (match.captured(2).isEmpty() && m_month == 0)) {
            fault(m_at, m_end - m_at, tr("This is no day."));
            return std::nullopt;
        }
        if (!match.captured(2).isEmpty())
            m_month = match.captured(2).toInt();
        const int year = match.captured(1).isEmpty() ? m_reading.notice.year : match.captured(1).toInt();
        const QDate day(year, m_month, match.captured(3).toInt());
        m_at = match.capturedEnd();
        if (!day.isValid()) {
            fault(place, m_at - place, tr("There is no such day in %1.").arg(year));
            return std::nullopt;
        }
        if (!HolidayNotice::reaches(m_reading.notice.year, day)) {
            fault(place, m_at - place, tr("This day doesn't belong to %1.").arg(m_reading.notice.year));
            return std::nullopt;
        }
        static const QRegularExpression weekday(u"(?:周|星期)([一二三四五六日天])"_s);
        if (const auto told = weekday.match(match.captured(4)); told.hasMatch()) {
            const int number = static_cast<int>(u"一二三四五六日"_s.indexOf(told.captured(1))) + 1;
            if ((number == 0 ? 7 : number) != day.dayOfWeek())
                fault(place, m_at - place,
                      tr("%1 is a %2, not a %3. Is this the right year?")
                          .arg(day.toString(Qt::ISODate), weekdayName(day), told.captured()));
        }
        return day;
    }

    void takePending(bool working)
    {
        m_lastFree = working ? m_lastFree : 0;
        if (m_pending.isEmpty())
            fault(m_at - 2, 2, tr("It doesn't say which day."));
        for (const Span &span : std::as_const(m_pending)) {
            for (QDate day = span.first; day <= span.last; day = day.addDays(1)) {
                take(day, {.name = m_name, .working = working}, span.place, span.length);
                m_lastFree += working ? 0 : 1;
                m_anyFree = m_anyFree || !working;
            }
        }
        m_pending.clear();
    }

    void take(QDate day, const SpecialDay &special, qsizetype place, qsizetype length)
    {
        const auto before = m_reading.notice.days.constFind(day);
        if (before != m_reading.notice.days.cend()) {
            if (*before == special && length > 0)
                fault(place, length, tr("%1 stands there twice.").arg(day.toString(Qt::ISODate)));
            else if (before->working != special.working)
                fault(place, length, tr("%1 would be both free and worked.").arg(day.toString(Qt::ISODate)));
        } else if (special.working && day.dayOfWeek() <= Qt::Friday) {
            fault(place, length,
                  tr("%1 is a %2, which is worked anyway.").arg(day.toString(Qt::ISODate), weekdayName(day)));
        }
        m_reading.notice.days.insert(day, special);
    }

    static QStringList fieldsOf(const QString &line)
    {
        QStringList fields{QString()};
        bool quoted = false;
        for (const QChar c : line) {
            if (c == u'"')
                quoted = !quoted;
            else if (!quoted && (c == u',' || c == u'，'))
                fields.append(QString());
            else
                fields.last() += c;
        }
        for (QString &field : fields)
            field = field.trimmed();
        return fields;
    }

    void takeRow(const QStringList &fields, qsizetype start, qsizetype end, QList<std::pair<QDate, qsizetype>> &places)
    {
        const qsizetype length = end - start;
        if (fields.size() != 3) {
            fault(start, length, tr("A row has three fields: date, name, working."));
            return;
        }
        const auto when = parseWallTime(fields[0]);
        if (!when || when->hasTime) {
            fault(start, length, tr("“%1” is no day. Write it as 2027-01-01.").arg(fields[0]));
            return;
        }
        if (fields[1].isEmpty()) {
            fault(start, length, tr("The name is empty."));
            return;
        }
        static const QStringList yes{u"1"_s, u"true"_s, u"yes"_s, u"是"_s, u"上班"_s};
        static const QStringList no{u"0"_s, u"false"_s, u"no"_s, u"否"_s, u"放假"_s, u"休"_s};
        const bool working = yes.contains(fields[2], Qt::CaseInsensitive);
        if (!working && !no.contains(fields[2], Qt::CaseInsensitive)) {
            fault(start, length, tr("“%1” is neither 1 (worked) nor 0 (free).").arg(fields[2]));
            return;
        }
        take(when->date, {.name = fields[1], .working = working}, start, length);
        places.append({when->date, start});
    }

    void fault(qsizetype place, qsizetype length, const QString &why)
    {
        NoticeFault one{.why = why};
        if (length > 0) {
            const QStringView before = QStringView(m_text).first(place);
            one.line = static_cast<int>(before.count(u'\n')) + 1;
            one.column = static_cast<int>(place - (before.lastIndexOf(u'\n') + 1)) + 1;
            one.words = m_text.mid(place, std::min<qsizetype>(length, 40)).trimmed();
        }
        m_reading.faults.append(one);
    }

    void skipSpace()
    {
        while (m_at < m_end && m_even[m_at].isSpace())
            ++m_at;
    }
    bool accept(const QString &word)
    {
        if (QStringView(m_even).sliced(m_at, m_end - m_at).startsWith(word)) {
            m_at += word.size();
            return true;
        }
        return false;
    }
    [[nodiscard]] QRegularExpressionMatch matchHere(const QRegularExpression &form) const
    {
        return form.match(m_head, m_at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
    }

    struct Span
    {
        QDate first;
        QDate last;
        qsizetype place;
        qsizetype length;
    };

    const QString &m_text;
    QString m_even;
    QString m_head; // up to the end of the sentence
    NoticeReading m_reading;
    QString m_name;         // of the holiday
    qsizetype m_at = 0;     // in a sentence
    qsizetype m_end = 0;    // of the sentence
    int m_month = 0;        // of the day before in the sentence
    int m_lastFree = 0;     // days
    bool m_anyFree = false; // in the item
    QList<Span> m_pending;  // days whose verb is still to come
};

bool HolidayNotice::reaches(int year, QDate day)
{
    return day >= QDate(year, 1, 1).addDays(-noticeReach) && day.year() <= year;
}

int HolidayNotice::workingDays() const
{
    WorkCalendar calendar;
    for (auto day = days.begin(); day != days.end(); ++day)
        calendar.setSpecialDay(day.key(), *day);
    return calendar.workingDays(QDate(year, 1, 1), QDate(year, 12, 31));
}

QString NoticeFault::text() const
{
    if (line == 0)
        return why;
    return NoticeReader::tr("Line %1, column %2: “%3”: %4").arg(line).arg(column).arg(words, why);
}

NoticeReading readNotice(const QString &text, int year)
{
    // The lines of any system.
    QString plain = text;
    plain.replace(u"\r\n"_s, u"\n"_s).remove(QChar::ByteOrderMark);
    NoticeReader reader(plain, year);
    if (plain.size() > longestNotice)
        return reader.refuse();
    const QString start = plain.trimmed();
    if (start.startsWith(u'{'))
        return reader.readJson();
    const QString heading = start.section(u'\n', 0, 0).toLower();
    static const QRegularExpression csv(
        u"^\"?(?:date|日期)\"? *[,，] *\"?(?:name|名称)\"? *[,，] *\"?(?:working|上班|是否上班)\"? *$"_s);
    if (csv.match(heading).hasMatch())
        return reader.readCsv();
    return reader.readChinese();
}

} // namespace huiyin
