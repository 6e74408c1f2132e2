// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/FieldChecks.h"

#include "domain/Text.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CaseBook)
};

constexpr int longestLine = 200;
constexpr int longestText = 20'000; // characters; a bulletin of that length would fill ten pages

} // namespace

std::optional<Refusal> textFault(const QString &text, const QString &field)
{
    static const QStringList lines{u"title"_s, u"address"_s,          u"requester"_s,
                                   u"phone"_s, u"channelReference"_s, u"subUnit"_s};
    return textFault(text, field, lines.contains(field) ? longestLine : longestText);
}

std::optional<Refusal> textFault(const QString &text, const QString &field, int longest)
{
    if (cleanText(text).fault != CleanText::Fault::None)
        return Refusal{Text::tr("The text holds characters that can't be stored. Type it again."), field};
    if (text.toUcs4().size() > longest)
        return Refusal{Text::tr("The text is too long: at most %n character(s) can be stored.", nullptr, longest),
                       field};
    return std::nullopt;
}

std::optional<Refusal> articleFault(const KnowledgeArticle &article, const CodeTables &tables)
{
    if (auto refusal = textFault(article.question, u"question"_s, longestLine))
        return refusal;
    if (auto refusal = textFault(article.answer, u"answer"_s, longestText))
        return refusal;
    if (auto refusal = textFault(article.keywords, u"keywords"_s, longestLine))
        return refusal;
    if (auto refusal = textFault(article.ground, u"ground"_s, longestLine))
        return refusal;
    if (article.question.trimmed().isEmpty())
        return Refusal{Text::tr("Write down the question as citizens ask it."), u"question"_s};
    if (article.answer.trimmed().isEmpty())
        return Refusal{Text::tr("Write down the answer that citizens are given."), u"answer"_s};
    if ((article.category && !findById(tables.categories, article.category))
        || (article.department && !findById(tables.departments, article.department)))
        return goneEntry();
    return std::nullopt;
}

std::optional<Refusal> goneEntry()
{
    return Refusal{Text::tr("An entry that you chose is not in the office's lists any more. Choose it again.")};
}

} // namespace huiyin
