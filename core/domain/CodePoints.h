// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace huiyin {

// Reads a text by code point, without a copy of it. A lone surrogate is read as it is.
class CodePoints
{
public:
    explicit CodePoints(QStringView text)
        : m_text(text)
    {
    }

    [[nodiscard]] bool hasNext() const { return m_at < m_text.size(); }
    [[nodiscard]] qsizetype place() const { return m_at; } // of the next one, in UTF-16 units
    char32_t next()
    {
        const QChar unit = m_text[m_at++];
        if (unit.isHighSurrogate() && m_at < m_text.size() && m_text[m_at].isLowSurrogate())
            return QChar::surrogateToUcs4(unit, m_text[m_at++]);
        return unit.unicode();
    }

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

inline void appendCodePoint(QString &text, char32_t c)
{
    if (QChar::requiresSurrogates(c)) {
        text += QChar(QChar::highSurrogate(c));
        text += QChar(QChar::lowSurrogate(c));
    } else {
        text += QChar(static_cast<char16_t>(c));
    }
}

} // namespace huiyin
