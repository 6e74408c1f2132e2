// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/StorageError.h"

namespace huiyin {

StorageError::StorageError(Kind kind, const QString &message, const QString &technical, int nativeCode)
    : m_kind(kind)
    , m_message(message)
    , m_technical(technical)
    , m_nativeCode(nativeCode)
    , m_what((technical.isEmpty() ? message : QString(message + u" [" + technical + u']')).toUtf8())
{
}

} // namespace huiyin
