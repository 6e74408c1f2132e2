// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catch2/catch.hpp>

#include <QDate>
#include <QDateTime>
#include <QString>

// How Catch2 shows Qt's values in a failed check.
namespace Catch {

template <>
struct StringMaker<QString>
{
    static std::string convert(const QString &text) { return '"' + text.toStdString() + '"'; }
};

template <>
struct StringMaker<QDate>
{
    static std::string convert(QDate date) { return date.toString(Qt::ISODate).toStdString(); }
};

template <>
struct StringMaker<QDateTime>
{
    static std::string convert(const QDateTime &at) { return at.toString(Qt::ISODateWithMs).toStdString(); }
};

} // namespace Catch
