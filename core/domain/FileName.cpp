// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/FileName.h"

#include "domain/Text.h"

#include <QCoreApplication>
#include <QTextBoundaryFinder>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FileName)
};

constexpr int longestSuffix = 20; // characters

// The longest beginning of whole characters that fits.
QString beginning(const QString &text, qsizetype count, qsizetype bytes)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype end = 0;
    for (qsizetype next = finder.toNextBoundary(); next >= 0; next = finder.toNextBoundary()) {
        if (next > count || QStringView(text).first(next).toUtf8().size() > bytes)
            break;
        end = next;
    }
    return text.first(end);
}

// Cut in front of the suffix, which says what a file is.
QString cut(const QString &name, qsizetype count, qsizetype bytes)
{
    if (name.size() <= count && name.toUtf8().size() <= bytes)
        return name;
    const QString suffix = fileSuffix(name);
    if (suffix.isEmpty())
        return beginning(name, count, bytes);
    const QString end = u'.' + suffix;
    return beginning(name.chopped(end.size()), count - end.size(), bytes - end.toUtf8().size()) + end;
}

bool isBlankOrDot(QChar c)
{
    return c.isSpace() || c == u'.';
}

QString withoutEnds(const QString &name)
{
    qsizetype from = 0;
    qsizetype to = name.size();
    while (from < to && isBlankOrDot(name[from]))
        ++from;
    while (to > from && isBlankOrDot(name[to - 1]))
        --to;
    return name.mid(from, to - from);
}

// No blank or dot right before the suffix either: "CON .txt" is as good as "CON.txt" to Windows.
QString withoutGap(const QString &name)
{
    const QString suffix = fileSuffix(name);
    if (suffix.isEmpty())
        return name;
    const QString base = withoutEnds(name.chopped(suffix.size() + 1));
    return base.isEmpty() ? suffix : QString(base + u'.' + suffix);
}

// Windows takes these for devices, in any folder and with any suffix.
bool isDevice(const QString &name)
{
    const QString base = name.section(u'.', 0, 0).trimmed().toUpper();
    static const QStringList devices{u"CON"_s, u"PRN"_s, u"AUX"_s, u"NUL"_s, u"CONIN$"_s, u"CONOUT$"_s, u"CLOCK$"_s};
    if (devices.contains(base))
        return true;
    return base.size() == 4 && (base.startsWith(u"COM") || base.startsWith(u"LPT"))
           && u"0123456789\u00B9\u00B2\u00B3"_s.contains(base[3]);
}

bool isRefused(QChar c)
{
    return u"/\\:*?\"<>|"_s.contains(c);
}

// Nothing is seen of these, or they turn what stands beside them; the joiners are parts of emoji and of some scripts.
bool isUnseen(QChar c)
{
    if (c.unicode() == 0x200C || c.unicode() == 0x200D)
        return false;
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

} // namespace

QString fileSuffix(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    const qsizetype length = name.size() - dot - 1;
    return dot <= 0 || length > longestSuffix ? QString() : name.last(length);
}

QString keptFileName(const QString &raw)
{
    const QString name = forceClean(raw).replace(u'\n', u' ').replace(u'\t', u' ').trimmed();
    return name.isEmpty() ? Text::tr("attachment") : cut(name, longestKeptName, longestKeptName * qsizetype(4));
}

QString safeFileName(const QString &name)
{
    QString safe;
    safe.reserve(name.size());
    for (const QChar c : forceClean(name)) {
        if (!isUnseen(c))
            safe += isRefused(c) ? QChar(u'_') : c;
    }
    // What a cut ends with may be a blank or a dot again.
    const auto fitted = [](const QString &text) -> QString {
        return withoutGap(withoutEnds(cut(withoutGap(withoutEnds(text)), longestFileName, longestFileNameBytes)));
    };
    safe = fitted(safe);
    if (isDevice(safe))
        safe = fitted(u'_' + safe);
    return safe.isEmpty() ? Text::tr("attachment") : safe;
}

QString freeFileName(const QString &name, const std::function<bool(const QString &)> &isTaken)
{
    const QString safe = safeFileName(name);
    if (!isTaken(safe))
        return safe;
    const QString suffix = fileSuffix(safe);
    const QString base = suffix.isEmpty() ? safe : safe.chopped(suffix.size() + 1);
    for (int i = 2;; ++i) {
        QString next = base + u" (%1)"_s.arg(i);
        if (!suffix.isEmpty())
            next += u'.' + suffix;
        if (!isTaken(next))
            return next;
    }
}

} // namespace huiyin
