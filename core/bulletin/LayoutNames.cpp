// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/LayoutNames.h"

#include <QCoreApplication>

#include <functional>
#include <span>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LayoutNames)
};

struct Name
{
    const char *word;
    const char *english;
};

std::span<const Name> wordNames()
{
    static constexpr Name names[] = {
        {"period", QT_TRANSLATE_NOOP("LayoutNames", "period")},
        {"year", QT_TRANSLATE_NOOP("LayoutNames", "year")},
        {"month", QT_TRANSLATE_NOOP("LayoutNames", "month")},
        {"month_part", QT_TRANSLATE_NOOP("LayoutNames", "month or stretch")},
        {"month_short", QT_TRANSLATE_NOOP("LayoutNames", "month in short")},
        {"quarter_title", QT_TRANSLATE_NOOP("LayoutNames", "quarter")},
        {"this_period", QT_TRANSLATE_NOOP("LayoutNames", "this quarter")},
        {"this_period_short", QT_TRANSLATE_NOOP("LayoutNames", "this quarter in short")},
        {"cut_off_day", QT_TRANSLATE_NOOP("LayoutNames", "cut-off day")},
        {"office", QT_TRANSLATE_NOOP("LayoutNames", "office")},
        {"hotline", QT_TRANSLATE_NOOP("LayoutNames", "hotline")},
        {"unit", QT_TRANSLATE_NOOP("LayoutNames", "unit word")},
        {"issue", QT_TRANSLATE_NOOP("LayoutNames", "issue number")},
        {"running", QT_TRANSLATE_NOOP("LayoutNames", "running number")},
        {"issued_on", QT_TRANSLATE_NOOP("LayoutNames", "day of issue")},
        {"per_day", QT_TRANSLATE_NOOP("LayoutNames", "accepted per day")},
        {"accepted", QT_TRANSLATE_NOOP("LayoutNames", "accepted")},
        {"closed", QT_TRANSLATE_NOOP("LayoutNames", "closed")},
        {"open", QT_TRANSLATE_NOOP("LayoutNames", "open")},
        {"requests", QT_TRANSLATE_NOOP("LayoutNames", "requests before merging")},
        {"merged", QT_TRANSLATE_NOOP("LayoutNames", "merged")},
        {"base", QT_TRANSLATE_NOOP("LayoutNames", "base of the category shares")},
        {"direct", QT_TRANSLATE_NOOP("LayoutNames", "answered directly")},
        {"calls", QT_TRANSLATE_NOOP("LayoutNames", "calls")},
        {"other_calls", QT_TRANSLATE_NOOP("LayoutNames", "calls of other matters")},
        {"valid_calls", QT_TRANSLATE_NOOP("LayoutNames", "valid calls")},
        {"invalid_calls", QT_TRANSLATE_NOOP("LayoutNames", "invalid calls")},
        {"sent", QT_TRANSLATE_NOOP("LayoutNames", "sent out")},
        {"dispatched", QT_TRANSLATE_NOOP("LayoutNames", "dispatched")},
        {"dispatched_closed", QT_TRANSLATE_NOOP("LayoutNames", "dispatched and closed")},
        {"dispatched_open", QT_TRANSLATE_NOOP("LayoutNames", "dispatched and open")},
        {"due", QT_TRANSLATE_NOOP("LayoutNames", "judged for timeliness")},
        {"on_time", QT_TRANSLATE_NOOP("LayoutNames", "closed on time")},
        {"overdue", QT_TRANSLATE_NOOP("LayoutNames", "overdue")},
        {"closed_late", QT_TRANSLATE_NOOP("LayoutNames", "closed late")},
        {"open_late", QT_TRANSLATE_NOOP("LayoutNames", "open and overdue")},
        {"open_in_time", QT_TRANSLATE_NOOP("LayoutNames", "open and in time")},
        {"returned", QT_TRANSLATE_NOOP("LayoutNames", "returned")},
        {"redone", QT_TRANSLATE_NOOP("LayoutNames", "redone")},
        {"extended", QT_TRANSLATE_NOOP("LayoutNames", "extended")},
        {"carried_over", QT_TRANSLATE_NOOP("LayoutNames", "carried over")},
        {"carried_over_closed", QT_TRANSLATE_NOOP("LayoutNames", "carried over and closed")},
        {"carried_over_open", QT_TRANSLATE_NOOP("LayoutNames", "carried over and open")},
        {"supervised", QT_TRANSLATE_NOOP("LayoutNames", "supervised")},
        {"supervised_closed", QT_TRANSLATE_NOOP("LayoutNames", "supervised and closed")},
        {"supervised_open", QT_TRANSLATE_NOOP("LayoutNames", "supervised and open")},
        {"not_accepted", QT_TRANSLATE_NOOP("LayoutNames", "not accepted")},
        {"valid", QT_TRANSLATE_NOOP("LayoutNames", "valid")},
        {"follow_up_due", QT_TRANSLATE_NOOP("LayoutNames", "due for follow-up")},
        {"tried", QT_TRANSLATE_NOOP("LayoutNames", "tried to reach")},
        {"reached", QT_TRANSLATE_NOOP("LayoutNames", "reached")},
        {"rated", QT_TRANSLATE_NOOP("LayoutNames", "rated")},
        {"satisfied", QT_TRANSLATE_NOOP("LayoutNames", "satisfied")},
        {"dissatisfied", QT_TRANSLATE_NOOP("LayoutNames", "dissatisfied")},
        {"solved", QT_TRANSLATE_NOOP("LayoutNames", "solved")},
        {"closure_rate", QT_TRANSLATE_NOOP("LayoutNames", "closure rate")},
        {"direct_rate", QT_TRANSLATE_NOOP("LayoutNames", "direct answer rate")},
        {"dispatched_rate", QT_TRANSLATE_NOOP("LayoutNames", "closure rate of the dispatched")},
        {"on_time_rate", QT_TRANSLATE_NOOP("LayoutNames", "on-time closure rate")},
        {"return_rate", QT_TRANSLATE_NOOP("LayoutNames", "return rate")},
        {"redo_rate", QT_TRANSLATE_NOOP("LayoutNames", "redo rate")},
        {"extension_rate", QT_TRANSLATE_NOOP("LayoutNames", "extension rate")},
        {"follow_up_rate", QT_TRANSLATE_NOOP("LayoutNames", "follow-up rate")},
        {"reached_rate", QT_TRANSLATE_NOOP("LayoutNames", "reached rate")},
        {"satisfaction_rate", QT_TRANSLATE_NOOP("LayoutNames", "satisfaction rate")},
        {"solved_rate", QT_TRANSLATE_NOOP("LayoutNames", "solved rate")},
        {"mean_days", QT_TRANSLATE_NOOP("LayoutNames", "mean days")},
        {"median_days", QT_TRANSLATE_NOOP("LayoutNames", "median days")},
        {"enterprise_mean_days", QT_TRANSLATE_NOOP("LayoutNames", "mean days of enterprises")},
        {"working_mean_days", QT_TRANSLATE_NOOP("LayoutNames", "mean working days")},
        {"working_median_days", QT_TRANSLATE_NOOP("LayoutNames", "median working days")},
        {"working_enterprise_mean_days", QT_TRANSLATE_NOOP("LayoutNames", "mean working days of enterprises")},
        {"name", QT_TRANSLATE_NOOP("LayoutNames", "name")},
        {"issue_name", QT_TRANSLATE_NOOP("LayoutNames", "name with 问题")},
        {"class_name", QT_TRANSLATE_NOOP("LayoutNames", "name with 类")},
        {"parent_plain", QT_TRANSLATE_NOOP("LayoutNames", "name of the category above")},
        {"topic", QT_TRANSLATE_NOOP("LayoutNames", "topic")},
        {"group", QT_TRANSLATE_NOOP("LayoutNames", "group")},
        {"count", QT_TRANSLATE_NOOP("LayoutNames", "count")},
        {"share", QT_TRANSLATE_NOOP("LayoutNames", "share")},
        {"received", QT_TRANSLATE_NOOP("LayoutNames", "received")},
        {"timely", QT_TRANSLATE_NOOP("LayoutNames", "replied in time")},
        {"timely_rate", QT_TRANSLATE_NOOP("LayoutNames", "timely reply rate")},
        {"led", QT_TRANSLATE_NOOP("LayoutNames", "led")},
        {"areas", QT_TRANSLATE_NOOP("LayoutNames", "areas")},
        {"area_count", QT_TRANSLATE_NOOP("LayoutNames", "number of areas")},
        {"matters", QT_TRANSLATE_NOOP("LayoutNames", "what people say")},
        {"matter_count", QT_TRANSLATE_NOOP("LayoutNames", "number of matters")},
        {"ordinal", QT_TRANSLATE_NOOP("LayoutNames", "一, 二, 三")},
        {"n", QT_TRANSLATE_NOOP("LayoutNames", "1, 2, 3")},
        {"children", QT_TRANSLATE_NOOP("LayoutNames", "of which")},
        {"types", QT_TRANSLATE_NOOP("LayoutNames", "by type")},
        {"also", QT_TRANSLATE_NOOP("LayoutNames", "additions")},
        {"status", QT_TRANSLATE_NOOP("LayoutNames", "state")},
        {"names", QT_TRANSLATE_NOOP("LayoutNames", "names")},
        {"plain_names", QT_TRANSLATE_NOOP("LayoutNames", "names without 问题")},
        {"kinds", QT_TRANSLATE_NOOP("LayoutNames", "how many kinds")},
        {"together", QT_TRANSLATE_NOOP("LayoutNames", "together")},
        {"items", QT_TRANSLATE_NOOP("LayoutNames", "how many are named")},
        {"listed", QT_TRANSLATE_NOOP("LayoutNames", "count of those named")},
        {"listed_share", QT_TRANSLATE_NOOP("LayoutNames", "share of those named")},
        {"all", QT_TRANSLATE_NOOP("LayoutNames", "count of all")},
        {"rank", QT_TRANSLATE_NOOP("LayoutNames", "rank")},
        {"grade", QT_TRANSLATE_NOOP("LayoutNames", "grade")},
        {"grade_reason", QT_TRANSLATE_NOOP("LayoutNames", "reason of the grade")},
        {"graded", QT_TRANSLATE_NOOP("LayoutNames", "units with a grade")},
        {"ungraded", QT_TRANSLATE_NOOP("LayoutNames", "units without a grade")},
        {"grade_least", QT_TRANSLATE_NOOP("LayoutNames", "least number for a grade")},
        {"units", QT_TRANSLATE_NOOP("LayoutNames", "units of the grade")},
        {"rule", QT_TRANSLATE_NOOP("LayoutNames", "what the grade takes")},
        {"issues", QT_TRANSLATE_NOOP("LayoutNames", "published issues of months")},
        {"issue_accepted", QT_TRANSLATE_NOOP("LayoutNames", "accepted by the issue of the month")},
        {"issue_closed", QT_TRANSLATE_NOOP("LayoutNames", "closed by the issue of the month")},
        {"issue_cut_off", QT_TRANSLATE_NOOP("LayoutNames", "cut-off of the issue of the month")},
        {"issue_closed_since", QT_TRANSLATE_NOOP("LayoutNames", "closed since that issue")},
        {"issue_added", QT_TRANSLATE_NOOP("LayoutNames", "accepted added since that issue")},
        {"issue_added_closed", QT_TRANSLATE_NOOP("LayoutNames", "closed among those added since that issue")},
        {"issue_gone", QT_TRANSLATE_NOOP("LayoutNames", "accepted gone since that issue")},
        {"issue_closed_gone", QT_TRANSLATE_NOOP("LayoutNames", "closed then, not now")},
        {"issue_differs", QT_TRANSLATE_NOOP("LayoutNames", "differences from that issue")},
        {"best_cases", QT_TRANSLATE_NOOP("LayoutNames", "best cases")},
        {"best_nominated", QT_TRANSLATE_NOOP("LayoutNames", "cases nominated")},
        {"best_voters", QT_TRANSLATE_NOOP("LayoutNames", "voters")},
        {"best_votes", QT_TRANSLATE_NOOP("LayoutNames", "votes given")},
        {"departments", QT_TRANSLATE_NOOP("LayoutNames", "all units of the case")},
        {"reason", QT_TRANSLATE_NOOP("LayoutNames", "reason of the nomination")},
        {"place", QT_TRANSLATE_NOOP("LayoutNames", "place of the case")},
        {"votes", QT_TRANSLATE_NOOP("LayoutNames", "votes of the case")},
        {"title", QT_TRANSLATE_NOOP("LayoutNames", "title of the case")},
        {"department", QT_TRANSLATE_NOOP("LayoutNames", "unit of the case")},
        {"result", QT_TRANSLATE_NOOP("LayoutNames", "result of the case")},
        {"answered", QT_TRANSLATE_NOOP("LayoutNames", "answered")},
        {"answer_rate", QT_TRANSLATE_NOOP("LayoutNames", "answer rate")},
        {"mean_wait", QT_TRANSLATE_NOOP("LayoutNames", "mean wait in seconds")},
        {"mean_talk", QT_TRANSLATE_NOOP("LayoutNames", "mean talk in seconds")},
    };
    return names;
}

// Conditions that are no placeholders.
std::span<const Name> conditionNames()
{
    static constexpr Name names[] = {
        {"cut_off", QT_TRANSLATE_NOOP("LayoutNames", "a cut-off of its own")},
        {"topics", QT_TRANSLATE_NOOP("LayoutNames", "topics told apart")},
        {"followed_up", QT_TRANSLATE_NOOP("LayoutNames", "tickets due for follow-up")},
        {"handled", QT_TRANSLATE_NOOP("LayoutNames", "tickets that were closed")},
        {"enterprise", QT_TRANSLATE_NOOP("LayoutNames", "closed tickets of enterprises")},
        {"previous", QT_TRANSLATE_NOOP("LayoutNames", "tickets in the period before")},
        {"last_year", QT_TRANSLATE_NOOP("LayoutNames", "tickets a year ago")},
        {"hot_topics", QT_TRANSLATE_NOOP("LayoutNames", "hot topics")},
        {"year", QT_TRANSLATE_NOOP("LayoutNames", "a whole year")},
        {"months", QT_TRANSLATE_NOOP("LayoutNames", "several months")},
        {"issues", QT_TRANSLATE_NOOP("LayoutNames", "a month with a published issue")},
        {"issues_all", QT_TRANSLATE_NOOP("LayoutNames", "all months with published issues")},
        {"issues_differ", QT_TRANSLATE_NOOP("LayoutNames", "a month that differs from its issue")},
    };
    return names;
}

// How a value is printed: what stands behind the colon.
std::span<const Name> formNames()
{
    static constexpr Name names[] = {
        {"wan", QT_TRANSLATE_NOOP("LayoutNames", "in 10,000s")},
        {"signed", QT_TRANSLATE_NOOP("LayoutNames", "with sign")},
        {"count", QT_TRANSLATE_NOOP("LayoutNames", "in tickets")},
        {"signed_count", QT_TRANSLATE_NOOP("LayoutNames", "in tickets with sign")},
    };
    return names;
}

QString translated(const Name &name)
{
    return QCoreApplication::translate("LayoutNames", name.english);
}

// The inside of each pair of braces through `change`; what stands outside, and a brace without counterpart, stays.
QString throughBraces(const QString &text, const std::function<QString(const QString &)> &change)
{
    QString result;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype open = text.indexOf(u'{', at);
        const qsizetype close = open < 0 ? -1 : text.indexOf(u'}', open);
        if (close < 0)
            break;
        result += text.sliced(at, open - at) + u'{' + change(text.sliced(open + 1, close - open - 1)) + u'}';
        at = close + 1;
    }
    return result + text.sliced(at);
}

} // namespace

LayoutNames::LayoutNames(const QJsonObject &layout)
{
    const QJsonObject rates = layout[u"rates"].toObject();
    const auto add = [this](const QString &word, const QString &name) {
        // A name that could not be read back, or that another word has, is none.
        if (name.isEmpty() || name.contains(u'{') || name.contains(u'}') || name.contains(u':')
            || m_words.contains(name) || m_names.contains(name))
            return;
        m_names.insert(word, name);
        m_words.insert(name, word);
    };
    const QString previous = u"_previous"_s;
    const QString lastYear = u"_last_year"_s;
    const auto addAll = [&](const QString &word, const QString &name) {
        add(word, name);
        add(word + previous, Text::tr("%1, change against the period before").arg(name));
        add(word + lastYear, Text::tr("%1, change against last year").arg(name));
    };
    // A rate of the layout's own takes the place of the program's.
    for (const Name &name : wordNames()) {
        const QString word = QLatin1StringView(name.word);
        if (!rates.contains(word))
            addAll(word, translated(name));
    }
    for (auto it = rates.begin(); it != rates.end(); ++it) {
        const QString name = it.value()[u"name"_s].toString().simplified();
        addAll(it.key(), m_words.contains(name) ? Text::tr("%1 (own)").arg(name) : name);
        if (!m_names.contains(it.key()))
            addAll(it.key(), u"%1 %2"_s.arg(name, it.key())); // two of one name
    }
}

QString LayoutNames::of(const QString &word) const
{
    return m_names.value(word, word);
}

bool LayoutNames::knows(const QString &word) const
{
    return m_names.contains(word);
}

QString LayoutNames::ofCondition(const QString &condition) const
{
    for (const Name &name : conditionNames()) {
        if (condition == QLatin1StringView(name.word))
            return translated(name);
    }
    return of(condition);
}

QString LayoutNames::ofConditions(const QString &when) const
{
    QStringList held;
    QStringList missing;
    const QStringList names = when.split(u',', Qt::SkipEmptyParts);
    for (const QString &entry : names) {
        const QString name = entry.trimmed();
        if (name.startsWith(u'!'))
            missing.append(ofCondition(name.sliced(1)));
        else
            held.append(ofCondition(name));
    }
    QStringList parts;
    if (!held.isEmpty())
        parts.append(Text::tr("if: %1").arg(held.join(Text::tr(", ", "between conditions"))));
    if (!missing.isEmpty())
        parts.append(Text::tr("if not: %1").arg(missing.join(Text::tr(", ", "between conditions"))));
    return parts.isEmpty() ? Text::tr("always") : parts.join(Text::tr("; ", "between conditions"));
}

QString LayoutNames::ofTerms(const QString &terms) const
{
    QString text;
    QString word;
    const auto end = [&] {
        text += of(word.trimmed());
        word.clear();
    };
    for (const QChar mark : terms) {
        if (mark == u'+' || mark == u'-') {
            end();
            text += mark == u'+' ? u" + "_s : u" − "_s;
        } else {
            word += mark;
        }
    }
    end();
    return text;
}

QString LayoutNames::ofForm(const QString &how)
{
    for (const Name &name : formNames()) {
        if (how == QLatin1StringView(name.word))
            return translated(name);
    }
    return how;
}

QString LayoutNames::shown(const QString &text) const
{
    return throughBraces(text, [this](const QString &inside) -> QString {
        const QString how = inside.section(u':', 1);
        const QString name = of(inside.section(u':', 0, 0));
        return how.isEmpty() ? name : name + u':' + ofForm(how);
    });
}

QString LayoutNames::stored(const QString &shown) const
{
    return throughBraces(shown, [this](const QString &inside) -> QString {
        QString plain = inside;
        plain.replace(u'：', u':'); // as an input method types it
        const QString name = plain.section(u':', 0, 0).trimmed();
        const QString how = plain.section(u':', 1).trimmed();
        const QString word = m_words.value(name, name);
        if (how.isEmpty())
            return word;
        for (const Name &form : formNames()) {
            if (how == translated(form))
                return word + u':' + QLatin1StringView(form.word);
        }
        return word + u':' + how;
    });
}

} // namespace huiyin
