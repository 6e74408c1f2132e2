// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Text.h"

#include <QList>
#include <QTextBoundaryFinder>

namespace huiyin {

namespace {

bool isBidiOverride(char16_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool isDroppedControl(char16_t c)
{
    return (c < 0x20 && c != u'\t' && c != u'\n') || (c >= 0x7F && c <= 0x9F) || c == 0xFEFF;
}

} // namespace

CleanText cleanText(const QString &raw)
{
    bool touched = false;
    for (const QChar c : raw) {
        const char16_t u = c.unicode();
        if (u < 0x20 || (u >= 0x7F && u <= 0x9F) || u == 0xFEFF || c.isSurrogate() || isBidiOverride(u)) {
            touched = true;
            break;
        }
    }
    if (!touched)
        return {.text = raw};

    CleanText result;
    result.text.reserve(raw.size());
    for (qsizetype i = 0; i < raw.size(); ++i) {
        const QChar c = raw[i];
        const char16_t u = c.unicode();
        if (c.isHighSurrogate() && i + 1 < raw.size() && raw[i + 1].isLowSurrogate()) {
            result.text += c;
            result.text += raw[++i];
        } else if (c.isSurrogate()) {
            result.fault = CleanText::Fault::LoneSurrogate;
        } else if (u == 0) {
            result.fault = CleanText::Fault::Nul;
        } else if (isBidiOverride(u)) {
            result.fault = CleanText::Fault::BidiOverride;
        } else if (u == u'\r') {
            if (i + 1 >= raw.size() || raw[i + 1] != u'\n')
                result.text += u'\n';
        } else if (!isDroppedControl(u)) {
            result.text += c;
        }
    }
    return result;
}

QString forceClean(const QString &raw)
{
    return cleanText(raw).text;
}

QString halfWidth(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        if (u >= 0xFF01 && u <= 0xFF5E)
            result += QChar(static_cast<char16_t>(u - 0xFEE0));
        else if (u == 0x2014 || u == 0x2013 || u == 0x2212) // dashes that input methods put for "-"
            result += u'-';
        else if (!c.isSpace())
            result += c;
    }
    return result;
}

QString shortened(const QString &text, int count)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    for (int i = 0; i < count; ++i) {
        if (finder.toNextBoundary() < 0)
            return text;
    }
    const qsizetype end = finder.position();
    return end >= text.size() ? text : text.first(end) + QChar(0x2026);
}

int displayWidth(QStringView text)
{
    int width = 0;
    for (const char32_t c : text.toUcs4()) {
        const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3)
                          || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F)
                          || (c >= 0xFF00 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) || c >= 0x1F300 || c == 0x2014
                          || c == 0x201C || c == 0x201D;
        width += wide ? 2 : 1;
    }
    return width;
}

} // namespace huiyin
