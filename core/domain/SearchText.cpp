// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/SearchText.h"

#include "domain/CodePoints.h"

#include <QFile>
#include <QHash>

#include <vector>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// Traditional characters and their simplified ones; see resources/han/simplified.txt.
class Simplified
{
public:
    static const Simplified &table()
    {
        static const Simplified one;
        return one;
    }

    [[nodiscard]] char32_t of(char32_t c) const
    {
        if (c >= first && c < first + m_common.size())
            return m_common[c - first];
        return c < 0x3400 ? c : m_rare.value(c, c);
    }

private:
    static constexpr char32_t first = 0x4E00; // the block that texts are written in
    static constexpr char32_t last = 0x9FFF;

    Simplified()
        : m_common(last - first + 1)
    {
        for (char32_t c = first; c <= last; ++c)
            m_common[c - first] = c;
        QFile file(u":/huiyin/han/simplified.txt"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the table of simplified characters is missing from the program");
        const QString text = QString::fromUtf8(file.readAll());
        const auto lines = QStringView(text).split(u'\n', Qt::SkipEmptyParts);
        for (const QStringView line : lines) {
            if (line.startsWith(u'#'))
                continue;
            const auto characters = line.toUcs4();
            for (qsizetype i = 1; i < characters.size(); ++i) {
                const char32_t c = characters[i];
                if (c >= first && c <= last)
                    m_common[c - first] = characters[0];
                else
                    m_rare.insert(c, characters[0]);
            }
        }
    }

    std::vector<char32_t> m_common;
    QHash<char32_t, char32_t> m_rare;
};

bool isLatinWord(char32_t c)
{
    return c < 0x2E80 && QChar::isLetterOrNumber(c);
}

bool isLeftOut(char32_t c)
{
    return QChar::category(c) == QChar::Other_Format || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

// Takes the characters of a text one by one; writes folded ones to `emit(character, place in the source)`.
template <class Emit>
class Folder
{
public:
    explicit Folder(Emit emit)
        : m_emit(std::move(emit))
        , m_simplified(Simplified::table())
    {
    }

    void take(char32_t c, qsizetype place)
    {
        if (c >= 0x4E00 && c <= 0x9FFF) { // most of every text
            put(m_simplified.of(c), place);
        } else if (c < 0x80) {
            if (c == ' ' || (c >= '\t' && c <= '\r'))
                noteSpace(place);
            else
                put(c >= 'A' && c <= 'Z' ? c + 0x20 : c, place);
        } else if (QChar::isSpace(c)) {
            noteSpace(place);
        } else if (c >= 0xFF01 && c <= 0xFF5E) {
            take(c - 0xFEE0, place);
        } else if (isLeftOut(c)) {
            return;
        } else if (QChar::decompositionTag(c) == QChar::NoDecomposition && !(c >= 0xAC00 && c <= 0xD7A3)) {
            put(m_simplified.of(QChar::toCaseFolded(c)), place);
        } else {
            const QString parts = QString::fromUcs4(&c, 1).normalized(QString::NormalizationForm_KD);
            CodePoints each(parts);
            while (each.hasNext()) {
                const char32_t part = each.next();
                if (QChar::isSpace(part))
                    noteSpace(place);
                else
                    put(m_simplified.of(QChar::toCaseFolded(part)), place);
            }
        }
    }

private:
    void noteSpace(qsizetype place)
    {
        if (!m_space)
            m_spacePlace = place;
        m_space = true;
    }
    void put(char32_t c, qsizetype place)
    {
        if (m_space) {
            m_space = false;
            if (isLatinWord(m_before) && isLatinWord(c))
                m_emit(U' ', m_spacePlace);
        }
        m_before = c;
        m_emit(c, place);
    }

    Emit m_emit;
    const Simplified &m_simplified;
    char32_t m_before = 0;
    bool m_space = false;
    qsizetype m_spacePlace = 0;
};

} // namespace

QString foldForSearch(QStringView text)
{
    QString folded;
    folded.reserve(text.size());
    Folder folder([&folded](char32_t c, qsizetype) { appendCodePoint(folded, c); });
    CodePoints each(text);
    while (each.hasNext())
        folder.take(each.next(), 0);
    return folded;
}

FoldedText foldWithOrigins(QStringView text)
{
    FoldedText folded;
    folded.text.reserve(text.size());
    folded.origins.reserve(text.size() + 1);
    Folder folder([&folded](char32_t c, qsizetype place) {
        appendCodePoint(folded.text, c);
        while (folded.origins.size() < folded.text.size())
            folded.origins.append(place);
    });
    CodePoints each(text);
    while (each.hasNext()) {
        const qsizetype place = each.place();
        folder.take(each.next(), place);
    }
    folded.origins.append(text.size());
    return folded;
}

bool isIndexed(char32_t c)
{
    if (c >= 0x4E00 && c <= 0x9FFF)
        return true;
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (c >= 0xF0000) // private planes: terms of the index
        return false;
    switch (QChar::category(c)) {
    case QChar::Punctuation_Connector:
    case QChar::Punctuation_Dash:
    case QChar::Punctuation_Open:
    case QChar::Punctuation_Close:
    case QChar::Punctuation_InitialQuote:
    case QChar::Punctuation_FinalQuote:
    case QChar::Punctuation_Other:
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
        return false;
    default:
        return true;
    }
}

} // namespace huiyin
