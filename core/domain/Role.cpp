// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Role.h"

#include <QStringList>

namespace huiyin {

template <>
std::span<const CodeEntry<Role>> codeTable<Role>()
{
    static constexpr CodeEntry<Role> table[] = {
        {Role::Operator, "operator", QT_TRANSLATE_NOOP("Code", "Operator"), u"话务员"},
        {Role::Dispatcher, "dispatcher", QT_TRANSLATE_NOOP("Code", "Dispatcher"), u"派单员"},
        {Role::FollowUp, "follow_up", QT_TRANSLATE_NOOP("Code", "Follow-up"), u"回访员"},
        {Role::Editor, "editor", QT_TRANSLATE_NOOP("Code", "Editor"), u"统计员"},
        {Role::Supervisor, "supervisor", QT_TRANSLATE_NOOP("Code", "Supervisor"), u"主任"},
        {Role::Administrator, "administrator", QT_TRANSLATE_NOOP("Code", "Administrator"), u"系统管理员"},
        {Role::Auditor, "auditor", QT_TRANSLATE_NOOP("Code", "Auditor"), u"审计员"},
    };
    return table;
}

QString joinedCodes(Roles roles)
{
    QStringList codes;
    for (const auto &entry : codeTable<Role>()) {
        if (roles.testFlag(entry.value))
            codes.append(QString::fromLatin1(entry.code));
    }
    return codes.join(u';');
}

std::optional<Roles> rolesOf(const QString &joinedCodes)
{
    Roles roles;
    const QStringList codes = joinedCodes.split(u';', Qt::SkipEmptyParts);
    for (const QString &code : codes) {
        const auto role = fromCode<Role>(code);
        if (!role)
            return std::nullopt;
        roles |= *role;
    }
    return roles;
}

} // namespace huiyin
