// SPDX-License-Identifier: GPL-3.0-or-later
#include "layouts/LayoutLabels.h"

#include <QCoreApplication>

#include <span>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LayoutEditor)
};

struct Label
{
    const char *key;
    const char *english;
};

QString labelIn(std::span<const Label> labels, const QString &key)
{
    for (const Label &label : labels) {
        if (key == QLatin1StringView(label.key))
            return QCoreApplication::translate("LayoutEditor", label.english);
    }
    return {};
}

std::span<const Label> keyLabels()
{
    static constexpr Label labels[] = {
        {"name", QT_TRANSLATE_NOOP("LayoutEditor", "Name")},
        {"list_title", QT_TRANSLATE_NOOP("LayoutEditor", "Title in the list")},
        {"masthead", QT_TRANSLATE_NOOP("LayoutEditor", "Masthead")},
        {"title", QT_TRANSLATE_NOOP("LayoutEditor", "Title")},
        {"issue_line", QT_TRANSLATE_NOOP("LayoutEditor", "Issue line")},
        {"extra_line", QT_TRANSLATE_NOOP("LayoutEditor", "Line of an extra issue")},
        {"series", QT_TRANSLATE_NOOP("LayoutEditor", "Series it is numbered in")},
        {"month_of_stretch", QT_TRANSLATE_NOOP("LayoutEditor", "A stretch within a month is called by the month")},
        {"exclude_topics", QT_TRANSLATE_NOOP("LayoutEditor", "Topics told apart")},
        {"imprint", QT_TRANSLATE_NOOP("LayoutEditor", "Imprint")},
        {"when", QT_TRANSLATE_NOOP("LayoutEditor", "Printed")},
        {"heading", QT_TRANSLATE_NOOP("LayoutEditor", "Words of the heading")},
        {"level", QT_TRANSLATE_NOOP("LayoutEditor", "Level")},
        {"new_page", QT_TRANSLATE_NOOP("LayoutEditor", "On a new page")},
        {"cases", QT_TRANSLATE_NOOP("LayoutEditor", "Cases")},
        {"lead", QT_TRANSLATE_NOOP("LayoutEditor", "Line above the cases")},
        {"item", QT_TRANSLATE_NOOP("LayoutEditor", "Each entry")},
        {"detail", QT_TRANSLATE_NOOP("LayoutEditor", "Below each case")},
        {"text", QT_TRANSLATE_NOOP("LayoutEditor", "Words")},
        {"chart", QT_TRANSLATE_NOOP("LayoutEditor", "Chart of")},
        {"table", QT_TRANSLATE_NOOP("LayoutEditor", "Table of")},
        {"each", QT_TRANSLATE_NOOP("LayoutEditor", "List of")},
        {"prefix", QT_TRANSLATE_NOOP("LayoutEditor", "Before the list")},
        {"first", QT_TRANSLATE_NOOP("LayoutEditor", "The first entry")},
        {"separator", QT_TRANSLATE_NOOP("LayoutEditor", "Between entries")},
        {"last_separator", QT_TRANSLATE_NOOP("LayoutEditor", "Before the last entry")},
        {"suffix", QT_TRANSLATE_NOOP("LayoutEditor", "After the list")},
        {"rest", QT_TRANSLATE_NOOP("LayoutEditor", "The others together")},
        {"rest_names", QT_TRANSLATE_NOOP("LayoutEditor", "Others named at most")},
        {"filter", QT_TRANSLATE_NOOP("LayoutEditor", "Which channels")},
        {"order", QT_TRANSLATE_NOOP("LayoutEditor", "Order")},
        {"by", QT_TRANSLATE_NOOP("LayoutEditor", "Ordered by")},
        {"ascending", QT_TRANSLATE_NOOP("LayoutEditor", "Smallest first")},
        {"limit", QT_TRANSLATE_NOOP("LayoutEditor", "At most (first n)")},
        {"least", QT_TRANSLATE_NOOP("LayoutEditor", "With fewer: to the others")},
        {"only", QT_TRANSLATE_NOOP("LayoutEditor", "Only rows with")},
        {"names", QT_TRANSLATE_NOOP("LayoutEditor", "Only these")},
        {"of_groups", QT_TRANSLATE_NOOP("LayoutEditor", "Only units of these groups")},
        {"of_grades", QT_TRANSLATE_NOOP("LayoutEditor", "Only units of these grades")},
        {"group_order", QT_TRANSLATE_NOOP("LayoutEditor", "Groups that come first")},
        {"last", QT_TRANSLATE_NOOP("LayoutEditor", "Names near the end")},
        {"groups", QT_TRANSLATE_NOOP("LayoutEditor", "Columns side by side")},
        {"total", QT_TRANSLATE_NOOP("LayoutEditor", "Total row")},
        {"total_name", QT_TRANSLATE_NOOP("LayoutEditor", "Name of the total")},
        {"subtotal", QT_TRANSLATE_NOOP("LayoutEditor", "Row below each group")},
        {"children", QT_TRANSLATE_NOOP("LayoutEditor", "Rows below rows")},
        {"rank", QT_TRANSLATE_NOOP("LayoutEditor", "Ranked by")},
        {"value", QT_TRANSLATE_NOOP("LayoutEditor", "Cell")},
        {"count", QT_TRANSLATE_NOOP("LayoutEditor", "Judged by the count of")},
        {"grade", QT_TRANSLATE_NOOP("LayoutEditor", "Grade")},
        {"from", QT_TRANSLATE_NOOP("LayoutEditor", "At least (%)")},
        {"to", QT_TRANSLATE_NOOP("LayoutEditor", "At most (%)")},
        {"all", QT_TRANSLATE_NOOP("LayoutEditor", "All closed")},
        {"part", QT_TRANSLATE_NOOP("LayoutEditor", "Part closed")},
        {"all_single", QT_TRANSLATE_NOOP("LayoutEditor", "All closed, one channel")},
        {"all_one", QT_TRANSLATE_NOOP("LayoutEditor", "All closed, one ticket")},
        {"numerator", QT_TRANSLATE_NOOP("LayoutEditor", "Numerator")},
        {"denominator", QT_TRANSLATE_NOOP("LayoutEditor", "Denominator")},
        {"decimals", QT_TRANSLATE_NOOP("LayoutEditor", "Decimals of percentages")},
        {"drop_zeros", QT_TRANSLATE_NOOP("LayoutEditor", "Zeros at the end")},
        {"rounding", QT_TRANSLATE_NOOP("LayoutEditor", "Rounding")},
        {"balance", QT_TRANSLATE_NOOP("LayoutEditor", "Shares come to 100%")},
        {"wan", QT_TRANSLATE_NOOP("LayoutEditor", "Decimals of 万")},
        {"small_change", QT_TRANSLATE_NOOP("LayoutEditor", "Compared in tickets below")},
        {"unit", QT_TRANSLATE_NOOP("LayoutEditor", "Unit word")},
    };
    return labels;
}

std::span<const Label> choiceLabels()
{
    static constexpr Label labels[] = {
        {"cases/problem", QT_TRANSLATE_NOOP("LayoutEditor", "outstanding problems")},
        {"cases/suggestion", QT_TRANSLATE_NOOP("LayoutEditor", "suggestions")},
        {"cases/solved", QT_TRANSLATE_NOOP("LayoutEditor", "model cases")},
        {"cases/best", QT_TRANSLATE_NOOP("LayoutEditor", "best cases of the year")},
        {"chart/categories", QT_TRANSLATE_NOOP("LayoutEditor", "categories")},
        {"chart/departments", QT_TRANSLATE_NOOP("LayoutEditor", "units")},
        {"chart/types", QT_TRANSLATE_NOOP("LayoutEditor", "request types")},
        {"chart/channels", QT_TRANSLATE_NOOP("LayoutEditor", "channels")},
        {"chart/days", QT_TRANSLATE_NOOP("LayoutEditor", "days")},
        {"chart/months", QT_TRANSLATE_NOOP("LayoutEditor", "months")},
        {"table/departments", QT_TRANSLATE_NOOP("LayoutEditor", "units")},
        {"table/channels", QT_TRANSLATE_NOOP("LayoutEditor", "channels")},
        {"table/categories", QT_TRANSLATE_NOOP("LayoutEditor", "categories")},
        {"table/types", QT_TRANSLATE_NOOP("LayoutEditor", "request types")},
        {"table/topics", QT_TRANSLATE_NOOP("LayoutEditor", "topics told apart")},
        {"table/hot_topics", QT_TRANSLATE_NOOP("LayoutEditor", "hot topics")},
        {"table/calls", QT_TRANSLATE_NOOP("LayoutEditor", "call traffic")},
        {"table/months", QT_TRANSLATE_NOOP("LayoutEditor", "months")},
        {"table/grades", QT_TRANSLATE_NOOP("LayoutEditor", "grades of units")},
        {"table/beside", QT_TRANSLATE_NOOP("LayoutEditor", "two tables side by side")},
        {"each/channels", QT_TRANSLATE_NOOP("LayoutEditor", "channels")},
        {"each/categories", QT_TRANSLATE_NOOP("LayoutEditor", "categories")},
        {"each/topics", QT_TRANSLATE_NOOP("LayoutEditor", "topics told apart")},
        {"each/types", QT_TRANSLATE_NOOP("LayoutEditor", "request types")},
        {"each/departments", QT_TRANSLATE_NOOP("LayoutEditor", "units")},
        {"each/hot_topics", QT_TRANSLATE_NOOP("LayoutEditor", "hot topics")},
        {"each/months", QT_TRANSLATE_NOOP("LayoutEditor", "months")},
        {"each/grades", QT_TRANSLATE_NOOP("LayoutEditor", "grades of units")},
        {"filter/written", QT_TRANSLATE_NOOP("LayoutEditor", "outside the total")},
        {"filter/in_total", QT_TRANSLATE_NOOP("LayoutEditor", "counted in the total")},
        {"order/count", QT_TRANSLATE_NOOP("LayoutEditor", "by count")},
        {"order/catalogue", QT_TRANSLATE_NOOP("LayoutEditor", "as in the office's list")},
        {"order/grade", QT_TRANSLATE_NOOP("LayoutEditor", "by grade")},
        {"rounding/half_up", QT_TRANSLATE_NOOP("LayoutEditor", "half up")},
        {"rounding/truncate", QT_TRANSLATE_NOOP("LayoutEditor", "cut off")},
        {"balance/none", QT_TRANSLATE_NOOP("LayoutEditor", "not balanced")},
        {"balance/last_item", QT_TRANSLATE_NOOP("LayoutEditor", "the last takes the rest")},
        {"balance/largest_remainder", QT_TRANSLATE_NOOP("LayoutEditor", "largest remainder")},
        {"drop_zeros/true", QT_TRANSLATE_NOOP("LayoutEditor", "dropped (6%)")},
        {"drop_zeros/false", QT_TRANSLATE_NOOP("LayoutEditor", "kept (6.0%)")},
    };
    return labels;
}

std::span<const Label> partLabels()
{
    static constexpr Label labels[] = {
        {"Head", QT_TRANSLATE_NOOP("LayoutEditor", "Head of the layout")},
        {"Rates", QT_TRANSLATE_NOOP("LayoutEditor", "Rates")},
        {"Rate", QT_TRANSLATE_NOOP("LayoutEditor", "Rate")},
        {"Heading", QT_TRANSLATE_NOOP("LayoutEditor", "Heading")},
        {"Paragraph", QT_TRANSLATE_NOOP("LayoutEditor", "Paragraph")},
        {"Cases", QT_TRANSLATE_NOOP("LayoutEditor", "Cases")},
        {"Chart", QT_TRANSLATE_NOOP("LayoutEditor", "Chart")},
        {"Table", QT_TRANSLATE_NOOP("LayoutEditor", "Table")},
        {"Beside", QT_TRANSLATE_NOOP("LayoutEditor", "Two tables")},
        {"Text", QT_TRANSLATE_NOOP("LayoutEditor", "Words")},
        {"List", QT_TRANSLATE_NOOP("LayoutEditor", "List")},
        {"Nested", QT_TRANSLATE_NOOP("LayoutEditor", "Of which")},
        {"Boards", QT_TRANSLATE_NOOP("LayoutEditor", "Boards of a channel")},
        {"Also", QT_TRANSLATE_NOOP("LayoutEditor", "Additional words")},
        {"Status", QT_TRANSLATE_NOOP("LayoutEditor", "Words for the state")},
        {"Group", QT_TRANSLATE_NOOP("LayoutEditor", "Channels in one sentence")},
        {"Column", QT_TRANSLATE_NOOP("LayoutEditor", "Column")},
        {"Grade", QT_TRANSLATE_NOOP("LayoutEditor", "Grades")},
        {"Band", QT_TRANSLATE_NOOP("LayoutEditor", "Grade")},
        {"Unknown", QT_TRANSLATE_NOOP("LayoutEditor", "Something else")},
    };
    return labels;
}

// The beginning of a text, in the office's words and without braces.
QString brief(const QString &text, const LayoutNames &names)
{
    QString shown = names.shown(text).simplified();
    return shown.replace(u'{', u'〔').replace(u'}', u'〕');
}

QString firstOf(const QStringList &texts)
{
    for (const QString &text : texts) {
        if (!text.isEmpty())
            return text;
    }
    return {};
}

} // namespace

QString keyLabel(const QString &key)
{
    const QString label = labelIn(keyLabels(), key);
    return label.isEmpty() ? key : label;
}

QString choiceLabel(const QString &key, const QString &choice)
{
    QString label = labelIn(choiceLabels(), key + u'/' + choice);
    if (label.isEmpty() && (choice == u"true" || choice == u"false"))
        label = choice == u"true" ? Text::tr("yes") : Text::tr("no");
    return label.isEmpty() ? choice : label;
}

QString partLabel(LayoutPart part)
{
    static const QHash<LayoutPart, QString> keys{
        {LayoutPart::Head, u"Head"_s},       {LayoutPart::Rates, u"Rates"_s},         {LayoutPart::Rate, u"Rate"_s},
        {LayoutPart::Heading, u"Heading"_s}, {LayoutPart::Paragraph, u"Paragraph"_s}, {LayoutPart::Cases, u"Cases"_s},
        {LayoutPart::Chart, u"Chart"_s},     {LayoutPart::Table, u"Table"_s},         {LayoutPart::Beside, u"Beside"_s},
        {LayoutPart::Text, u"Text"_s},       {LayoutPart::List, u"List"_s},           {LayoutPart::Nested, u"Nested"_s},
        {LayoutPart::Boards, u"Boards"_s},   {LayoutPart::Also, u"Also"_s},           {LayoutPart::Status, u"Status"_s},
        {LayoutPart::Group, u"Group"_s},     {LayoutPart::Column, u"Column"_s},       {LayoutPart::Grade, u"Grade"_s},
        {LayoutPart::Band, u"Band"_s},       {LayoutPart::Unknown, u"Unknown"_s},
    };
    return labelIn(partLabels(), keys.value(part));
}

QString nodeLabel(const QJsonObject &layout, const LayoutNode &node, const LayoutNames &names)
{
    const QJsonObject object = valueAt(layout, node.path).toObject();
    const auto text = [&](const QString &key) { return brief(object[key].toString(), names); };
    const auto of = [&](const QString &what) -> QString {
        return what.isEmpty() ? partLabel(node.part) : partLabel(node.part) + u": " + what;
    };
    switch (node.part) {
    case LayoutPart::Heading:
        return text(u"heading"_s);
    case LayoutPart::Paragraph: {
        QStringList words;
        const QJsonArray parts = object[u"paragraph"].toArray();
        for (const auto &value : parts)
            words.append(brief(value[u"text"_s].toString() + value[u"prefix"_s].toString(), names));
        const QString joined = words.join(QString());
        return joined.isEmpty() ? partLabel(node.part) : joined;
    }
    case LayoutPart::Cases:
        return firstOf({text(u"heading"_s), text(u"lead"_s), of(choiceLabel(u"cases"_s, object[u"cases"].toString()))});
    case LayoutPart::Chart:
        return of(choiceLabel(u"chart"_s, object[u"chart"].toString()));
    case LayoutPart::Table:
    case LayoutPart::Beside:
        return firstOf({text(u"title"_s), of(choiceLabel(u"table"_s, object[u"table"].toString()))});
    case LayoutPart::Text:
    case LayoutPart::Also:
        return firstOf({text(u"text"_s), partLabel(node.part)});
    case LayoutPart::List:
        return of(choiceLabel(u"each"_s, object[u"each"].toString()));
    case LayoutPart::Column:
        return firstOf({text(u"title"_s), text(u"value"_s)});
    case LayoutPart::Band:
        return of(object[u"grade"].toString());
    case LayoutPart::Rate:
        return firstOf({text(u"name"_s), node.path.section(u'/', -1)});
    default:
        return partLabel(node.part);
    }
}

QString iconOf(LayoutPart part)
{
    switch (part) {
    case LayoutPart::Head:
        return u"newspaper"_s;
    case LayoutPart::Rates:
    case LayoutPart::Rate:
    case LayoutPart::Grade:
    case LayoutPart::Band:
        return u"layers"_s;
    case LayoutPart::Heading:
        return u"tags"_s;
    case LayoutPart::Table:
    case LayoutPart::Beside:
    case LayoutPart::Column:
        return u"table"_s;
    case LayoutPart::Chart:
        return u"chart-column"_s;
    case LayoutPart::List:
    case LayoutPart::Nested:
    case LayoutPart::Boards:
    case LayoutPart::Group:
        return u"list"_s;
    case LayoutPart::Cases:
        return u"star"_s;
    default:
        return u"file-text"_s;
    }
}

} // namespace huiyin
