// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/DepartmentSheet.h"

#include "domain/Text.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace huiyin {

QString standingOf(const Dispatch &dispatch)
{
    QStringList parts{QString::number(dispatch.round)};
    for (const std::optional<QDateTime> &at :
         {dispatch.returnAskedAt, dispatch.returnRefusedAt, dispatch.returnedAt, dispatch.extensionAskedAt,
          dispatch.extensionRefusedAt, dispatch.extendedAt, dispatch.repliedAt, dispatch.reviewedAt, dispatch.closedAt})
        parts.append(at ? QString::number(at->toMSecsSinceEpoch()) : QString());
    return parts.join(u'|');
}

QString checkCode(const QByteArray &sheetKey, const QString &ticketNumber, const Dispatch &dispatch)
{
    // Without I, O, 0 and 1, which are mixed up by hand.
    constexpr char signs[] = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    constexpr int bitsEach = 5;
    constexpr int count = 8;
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, sheetKey);
    code.addData(ticketNumber.toUtf8());
    code.addData(u"|%1|%2"_s.arg(dispatch.id ? dispatch.id->value() : 0).arg(dispatch.round).toUtf8());
    const QByteArray bytes = code.result();
    quint64 bits = 0;
    for (int i = 0; i < 8; ++i)
        bits = bits << 8 | static_cast<quint8>(bytes[i]);
    QString text;
    for (int i = 0; i < count; ++i) {
        if (i == count / 2)
            text += u'-';
        text += QLatin1Char(signs[bits & 31U]);
        bits >>= bitsEach;
    }
    return text;
}

QString plainCheckCode(const QString &code)
{
    QString plain = halfWidth(code).toUpper();
    plain.removeIf([](QChar c) { return c.isSpace() || c == u'-' || c == u'—' || c == u'–'; });
    return plain;
}

} // namespace huiyin
