// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulletin/DocumentReview.h"

#include "bulletin/Arrangement.h"
#include "bulletin/CellNames.h"
#include "review/Review.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DocumentReview)
};

// A printed figure, and where it stands.
struct PrintedFigure
{
    const BulletinSpan *span = nullptr;
    DocumentPlace place{};
};

QList<PrintedFigure> figuresOf(const BulletinDocument &document)
{
    QList<PrintedFigure> figures;
    for (qsizetype i = 0; i < document.blocks.size(); ++i) {
        if (const auto *paragraph = std::get_if<BulletinParagraph>(&document.blocks[i])) {
            qsizetype start = 0;
            for (const BulletinSpan &span : paragraph->spans) {
                if (span.figure)
                    figures.append({&span, {.block = i, .start = start, .length = span.text.size()}});
                start += span.text.size();
            }
        } else if (const auto *table = std::get_if<BulletinTable>(&document.blocks[i])) {
            for (qsizetype row = 0; row < table->rows.size(); ++row) {
                for (qsizetype column = 0; column < table->rows[row].size(); ++column) {
                    const BulletinSpan &cell = table->rows[row][column];
                    if (cell.figure)
                        figures.append({&cell, {.block = i, .row = row, .column = column, .length = cell.text.size()}});
                }
            }
        }
    }
    return figures;
}

// Where a place of the document stands in the lines that were checked.
Finding findingAt(const DocumentLines &lines, const DocumentPlace &place)
{
    Finding finding{.length = static_cast<int>(place.length), .kind = Finding::Kind::CaseFile};
    for (qsizetype i = 0; i < lines.lines.size(); ++i) {
        const DocumentPlace &own = lines.lines[i].place;
        if (own.part != place.part || own.block != place.block || own.row != place.row
            || (place.column >= 0) == lines.lines[i].cells.isEmpty())
            continue;
        finding.line = static_cast<int>(i) + 1;
        finding.column = static_cast<int>(place.start + lines.lines[i].cells.value(place.column)) + 1;
        break;
    }
    return finding;
}

bool isOver(const DocumentPlace &a, const DocumentPlace &b)
{
    return a.isBeside(b) && a.start < b.start + b.length && b.start < a.start + a.length;
}

// Puts what the case file says among what the text says against itself.
class CaseFileCheck
{
public:
    CaseFileCheck(const DocumentLines &lines, const FigurePrinter &printedNow, DocumentReview &review)
        : m_lines(lines)
        , m_printedNow(printedNow)
        , m_review(review)
    {
    }

    void check(const PrintedFigure &figure)
    {
        const auto printed = m_printedNow(*figure.span);
        if (!printed) {
            tellLeft(figure);
            return;
        }
        const QString &now = *printed;
        if (now == figure.span->text) {
            ++m_standing;
            return;
        }
        Finding finding = findingAt(m_lines, figure.place);
        finding.text = figure.span->text;
        finding.expected = now;
        finding.message = message(figure, now);
        m_review.findings.append({.finding = finding, .place = figure.place});
    }

    void tellStanding()
    {
        if (m_standing > 0)
            m_review.passed.prepend(
                {.text = Text::tr("%n figure(s) stand as the case file counts them", nullptr, m_standing)});
    }

private:
    // A row that isn't there any more, a sum of the rest that is another one: in a part that the editor has changed it
    // stands as it was.
    void tellLeft(const PrintedFigure &figure)
    {
        if (figure.span->overtyped || figure.span->form.isEmpty())
            return;
        Finding finding = findingAt(m_lines, figure.place);
        finding.text = figure.span->text;
        finding.message =
            Text::tr("The bulletin as it would be composed now doesn't have this figure any more; it stays "
                     "as it was counted last. Look whether its sentence still holds.");
        finding.doubtful = true;
        m_review.findings.append({.finding = finding, .place = figure.place});
    }

    // What the sentence itself makes of it says more: 407件 of 4460件 is 9.1%.
    QString message(const PrintedFigure &figure, const QString &now)
    {
        if (!figure.span->overtyped)
            return Text::tr("The case file counts %1 now.").arg(now);
        const auto same = std::ranges::find_if(m_review.findings, [&](const DocumentFinding &one) {
            return one.finding.kind != Finding::Kind::CaseFile && one.finding.expected == now
                   && isOver(one.place, figure.place);
        });
        if (same == m_review.findings.end())
            return Text::tr("The case file counts %1; this figure was typed by hand.").arg(now);
        const QString reason = same->finding.message;
        m_review.findings.erase(same);
        return Text::tr("%1 This figure was typed by hand.").arg(reason);
    }

    const DocumentLines &m_lines;
    const FigurePrinter &m_printedNow;
    DocumentReview &m_review;
    int m_standing = 0;
};

// The sentence that a finding stands in, and where that begins.
struct Sentence
{
    QString text{};
    qsizetype start = 0;
};

Sentence sentenceAt(const QString &text, qsizetype at)
{
    static const QRegularExpression end(u"[。！？!?\\n]"_s);
    const qsizetype start = at > 0 ? text.lastIndexOf(end, at - 1) + 1 : 0;
    const qsizetype stop = text.indexOf(end, at);
    return {.text = text.mid(start, stop < 0 ? -1 : stop + 1 - start), .start = start};
}

QString fingerprintOf(const BulletinDocument &document, const DocumentFinding &found)
{
    const DocumentPlace &place = found.place;
    const Sentence sentence = sentenceAt(textAt(document, place), place.start);
    const QString &wrong = found.finding.text;
    // Of a table what the cell tells of and the column's heading stand for the sentence.
    QString beside;
    if (place.column >= 0 && place.row >= 0 && place.block >= 0) {
        if (const auto *table = std::get_if<BulletinTable>(&document.blocks[place.block])) {
            const QStringList names{table->origin.isEmpty() ? table->title : table->origin,
                                    cellKey(*table, place.row, place.column), table->header.value(place.column)};
            beside = names.join(u'\t');
        }
    }
    const auto before = QStringView(sentence.text).left(place.start - sentence.start);
    const QStringList parts{QString(code(found.finding.kind)),
                            beside,
                            sentence.text.trimmed(),
                            wrong,
                            QString::number(wrong.isEmpty() ? 0 : before.count(wrong)),
                            found.finding.kind == Finding::Kind::CaseFile ? found.finding.expected : QString()};
    constexpr qsizetype enough = 32; // hexadecimal digits
    const QByteArray hash = QCryptographicHash::hash(parts.join(QChar(u'\x1f')).toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().first(enough));
}

} // namespace

DocumentReview reviewDocument(const BulletinDocument &document, const FigurePrinter &printedNow)
{
    const DocumentLines lines = reviewTextOf(document);
    const ReviewedFigures figures = reviewFigures(lines.text);
    DocumentReview review;
    const auto append = [&](const Finding &finding) {
        review.findings.append(
            {.finding = finding, .place = lines.placeOf(finding.line, finding.column, finding.length)});
    };
    for (const Finding &finding : figures.findings)
        append(finding);
    for (const Passed &passed : figures.passed)
        review.passed.append({.text = passed.text, .place = lines.placeOf(passed.line, 1, 0)});
    const QList<Finding> arrangement = checkArrangement(document, lines);
    for (const Finding &finding : arrangement)
        append(finding);
    if (printedNow) {
        CaseFileCheck check(lines, printedNow, review);
        const QList<PrintedFigure> printed = figuresOf(document);
        for (const PrintedFigure &figure : printed)
            check.check(figure);
        check.tellStanding();
    }
    std::ranges::stable_sort(review.findings, {}, [](const DocumentFinding &found) {
        return std::tuple(found.finding.line, found.finding.column);
    });
    for (DocumentFinding &found : review.findings)
        found.fingerprint = fingerprintOf(document, found);
    return review;
}

} // namespace huiyin
