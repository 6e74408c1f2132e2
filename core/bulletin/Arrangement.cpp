// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/Arrangement.h"

#include "bulletin/HeadingNumbers.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DocumentReview)
};

constexpr int ranks = HeadingNumber::ranks;

Finding doubt(const DocumentLines &lines, qsizetype block, qsizetype start, const QString &text, const QString &message)
{
    return {.line = lines.lineOf(block),
            .column = static_cast<int>(start) + 1,
            .length = static_cast<int>(text.size()),
            .kind = Finding::Kind::Arrangement,
            .text = text,
            .message = message,
            .doubtful = true};
}

// Headings, and paragraphs that begin with a number, go on counting below the next higher ones.
class NumberCheck
{
public:
    explicit NumberCheck(const DocumentLines &lines)
        : m_lines(lines)
    {
    }

    void check(qsizetype block, const QString &text, bool isHeading, QList<Finding> &findings)
    {
        const auto own = headingNumber(text);
        if (!own || own->rank >= ranks) {
            if (isHeading)
                m_last.fill(0); // another list may begin below it
            return;
        }
        int &last = m_last[static_cast<std::size_t>(own->rank)];
        const bool beginsAnew = own->number == 1 && !(isHeading && own->rank == 0 && last > 0);
        if (own->number != last + 1 && !beginsAnew) {
            const QString right = writtenNumber(*own, last + 1);
            Finding finding = doubt(m_lines, block, 0, text.first(own->end),
                                    last == 0 ? Text::tr("The numbers begin with %1.").arg(right)
                                              : Text::tr("After %1 comes %2.").arg(writtenNumber(*own, last), right));
            finding.expected = right;
            findings.append(finding);
        }
        last = own->number;
        for (int below = own->rank + 1; below < ranks; ++below)
            m_last[static_cast<std::size_t>(below)] = 0;
    }

private:
    const DocumentLines &m_lines;
    std::array<int, ranks> m_last{}; // of each rank
};

void checkEmptySection(const BulletinDocument &document, qsizetype block, const DocumentLines &lines,
                       QList<Finding> &findings)
{
    const auto *heading = std::get_if<BulletinHeading>(&document.blocks[block]);
    if (!heading || heading->text.isEmpty())
        return;
    const auto *next =
        block + 1 < document.blocks.size() ? std::get_if<BulletinHeading>(&document.blocks[block + 1]) : nullptr;
    if (block + 1 == document.blocks.size() || (next && next->level <= heading->level))
        findings.append(doubt(lines, block, 0, heading->text, Text::tr("Nothing stands below this heading.")));
}

template <class Kind>
int countOf(const BulletinDocument &document)
{
    return static_cast<int>(std::ranges::count_if(
        document.blocks, [](const BulletinBlock &block) { return std::holds_alternative<Kind>(block); }));
}

// 附表, 附表2, 见下图 where there is none.
void checkAnnexes(const BulletinDocument &document, qsizetype block, const QString &text, const DocumentLines &lines,
                  QList<Finding> &findings)
{
    static const QRegularExpression form(u"(?:附|下)(表|图)([一二三四五六七八九]|\\d{1,2})?(?![示明达彰扬面书])"_s);
    auto match = form.globalMatch(text);
    while (match.hasNext()) {
        const auto one = match.next();
        const bool isTable = one.captured(1) == u"表";
        const int there = isTable ? countOf<BulletinTable>(document) : countOf<BulletinChart>(document);
        const int number = one.captured(2).toInt() > 0 ? one.captured(2).toInt()
                           : one.captured(2).isEmpty() ? 1
                                                       : headingNumber(one.captured(2) + u'、')->number;
        if (number <= there)
            continue;
        const QString message = isTable ? Text::tr("There is no such table in the bulletin.")
                                        : Text::tr("There is no such chart in the bulletin.");
        findings.append(doubt(lines, block, one.capturedStart(), one.captured(), message));
    }
}

} // namespace

QList<Finding> checkArrangement(const BulletinDocument &document, const DocumentLines &lines)
{
    QList<Finding> findings;
    NumberCheck numbers(lines);
    for (qsizetype block = 0; block < document.blocks.size(); ++block) {
        const auto *heading = std::get_if<BulletinHeading>(&document.blocks[block]);
        const auto *paragraph = std::get_if<BulletinParagraph>(&document.blocks[block]);
        if (!heading && !paragraph)
            continue;
        const QString text = heading ? heading->text : paragraph->text();
        numbers.check(block, text, heading != nullptr, findings);
        checkEmptySection(document, block, lines, findings);
        checkAnnexes(document, block, text, lines, findings);
    }
    return findings;
}

} // namespace huiyin
