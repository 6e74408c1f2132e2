// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringView>

#include <optional>
#include <span>

namespace huiyin {

// One value of an enumeration with its stable code (written to the case file, CSV and JSON), its English name (the
// source of its translation) and its name in Chinese documents.
template <class E>
struct CodeEntry
{
    E value;
    const char *code;
    const char *english;
    const char16_t *chinese;
};

// The table of an enumeration; each is defined once, in the .cpp file of the header that declares the enumeration.
template <class E>
std::span<const CodeEntry<E>> codeTable();

template <class E>
const CodeEntry<E> &codeEntry(E value)
{
    for (const auto &entry : codeTable<E>()) {
        if (entry.value == value)
            return entry;
    }
    Q_UNREACHABLE();
}

// The stable code, such as "answered_directly".
template <class E>
QLatin1StringView code(E value)
{
    return QLatin1StringView(codeEntry(value).code);
}

// The name in Chinese documents, such as 直接解答, whatever the language of the window.
template <class E>
QString chineseName(E value)
{
    return QString::fromUtf16(codeEntry(value).chinese);
}

// The name on the screen, in the language of the window.
template <class E>
QString displayName(E value)
{
    return QCoreApplication::translate("Code", codeEntry(value).english);
}

// nullopt: no such code; the caller says where it stood.
template <class E>
std::optional<E> fromCode(QStringView text)
{
    for (const auto &entry : codeTable<E>()) {
        if (text == QLatin1StringView(entry.code))
            return entry.value;
    }
    return std::nullopt;
}

// As fromCode, but takes the Chinese name too.
template <class E>
std::optional<E> fromCodeOrName(QStringView text)
{
    if (const auto value = fromCode<E>(text))
        return value;
    for (const auto &entry : codeTable<E>()) {
        if (text == QStringView(entry.chinese))
            return entry.value;
    }
    return std::nullopt;
}

} // namespace huiyin
