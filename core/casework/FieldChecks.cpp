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
    if (cleanText(text).fault != CleanText::Fault::None)
        return Refusal{Text::tr("The text holds characters that can't be stored. Type it again."), field};
    const int longest = lines.contains(field) ? longestLine : longestText;
    if (text.toUcs4().size() > longest)
        return Refusal{Text::tr("The text is too long: at most %n character(s) can be stored.", nullptr, longest),
                       field};
    return std::nullopt;
}

std::optional<Refusal> goneEntry()
{
    return Refusal{Text::tr("An entry that you chose is not in the office's lists any more. Choose it again.")};
}

} // namespace huiyin
