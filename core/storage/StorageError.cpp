// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/StorageError.h"

#include "domain/Progress.h"

#include <QCoreApplication>

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

} // namespace

StorageError::StorageError(Kind kind, const QString &message, const QString &technical, int nativeCode)
    : m_kind(kind)
    , m_message(message)
    , m_technical(technical)
    , m_nativeCode(nativeCode)
    , m_what((technical.isEmpty() ? message : QString(message + u" [" + technical + u']')).toUtf8())
{
}

void stopIfCancelled(const Progress &progress)
{
    if (progress.cancelled())
        throw StorageError(StorageError::Kind::Cancelled, Text::tr("The work was stopped. Nothing was stored."));
}

} // namespace huiyin
