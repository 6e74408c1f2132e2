// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/SessionLock.h"

#include <QCoreApplication>
#include <QWidget>

#ifdef HUIYIN_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#endif

#ifdef Q_OS_WIN
#include <qt_windows.h>
#include <wtsapi32.h>
#endif

using namespace Qt::StringLiterals;

namespace huiyin {

#ifdef HUIYIN_DBUS

namespace {

const auto service = u"org.freedesktop.login1"_s;
const auto managerPath = u"/org/freedesktop/login1"_s;
const auto manager = u"org.freedesktop.login1.Manager"_s;
const auto session = u"org.freedesktop.login1.Session"_s;

QDBusConnection connectionOf(const QString &name)
{
    return name.isEmpty() ? QDBusConnection::systemBus() : QDBusConnection(name);
}

} // namespace

SessionLock::SessionLock(QWidget *window, const QString &bus)
    : QObject(window)
    , m_window(window)
    , m_connection(bus)
{
    QDBusConnection connection =
        bus.isEmpty() ? QDBusConnection::systemBus() : QDBusConnection::connectToBus(bus, m_connection);
    if (!connection.isConnected())
        return; // no such desktop
    connection.connect(service, managerPath, manager, u"PrepareForSleep"_s, this, SLOT(prepareForSleep(bool)));
    askForSession(u"GetSessionByPID"_s, static_cast<quint32>(QCoreApplication::applicationPid()), false);
}

SessionLock::~SessionLock()
{
    if (!m_connection.isEmpty())
        QDBusConnection::disconnectFromBus(m_connection);
}

// A program that the desktop starts as a service of its own is in no session: its environment tells which one.
void SessionLock::askForSession(const QString &method, const QVariant &argument, bool last)
{
    QDBusMessage question = QDBusMessage::createMethodCall(service, managerPath, manager, method);
    question << argument;
    auto *watcher = new QDBusPendingCallWatcher(connectionOf(m_connection).asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, last](QDBusPendingCallWatcher *call) {
        call->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> reply = *call;
        if (!reply.isError())
            listenTo(reply.value().path());
        else if (const QString id = qEnvironmentVariable("XDG_SESSION_ID"); !last && !id.isEmpty())
            askForSession(u"GetSession"_s, id, true);
    });
}

// Some desktops send the signal, some only set the hint.
void SessionLock::listenTo(const QString &path)
{
    QDBusConnection connection = connectionOf(m_connection);
    m_listening = connection.connect(service, path, session, u"Lock"_s, this, SLOT(sessionLocked()));
    connection.connect(service, path, u"org.freedesktop.DBus.Properties"_s, u"PropertiesChanged"_s, this,
                       SLOT(propertiesChanged(QString, QVariantMap, QStringList)));
}

bool SessionLock::nativeEventFilter(const QByteArray & /*type*/, void * /*message*/, qintptr * /*result*/)
{
    return false;
}

#elif defined(Q_OS_WIN)

SessionLock::SessionLock(QWidget *window, const QString & /*bus*/)
    : QObject(window)
    , m_window(window)
{
    m_listening =
        WTSRegisterSessionNotification(reinterpret_cast<HWND>(window->winId()), NOTIFY_FOR_THIS_SESSION) != FALSE;
    QCoreApplication::instance()->installNativeEventFilter(this);
}

SessionLock::~SessionLock()
{
    QCoreApplication::instance()->removeNativeEventFilter(this);
    if (m_listening)
        WTSUnRegisterSessionNotification(reinterpret_cast<HWND>(m_window->winId()));
}

bool SessionLock::nativeEventFilter(const QByteArray & /*type*/, void *message, qintptr * /*result*/)
{
    const auto *what = static_cast<const MSG *>(message);
    if (what->message == WM_WTSSESSION_CHANGE && what->wParam == WTS_SESSION_LOCK)
        sessionLocked();
    else if (what->message == WM_POWERBROADCAST && what->wParam == PBT_APMSUSPEND)
        prepareForSleep(true);
    return false;
}

void SessionLock::askForSession(const QString & /*method*/, const QVariant & /*argument*/, bool /*last*/) {}
void SessionLock::listenTo(const QString & /*session*/) {}

#else

SessionLock::SessionLock(QWidget *window, const QString & /*bus*/)
    : QObject(window)
    , m_window(window)
{
}

SessionLock::~SessionLock() = default;

bool SessionLock::nativeEventFilter(const QByteArray & /*type*/, void * /*message*/, qintptr * /*result*/)
{
    return false;
}

void SessionLock::askForSession(const QString & /*method*/, const QVariant & /*argument*/, bool /*last*/) {}
void SessionLock::listenTo(const QString & /*session*/) {}

#endif

void SessionLock::sessionLocked()
{
    Q_EMIT locked();
}

void SessionLock::prepareForSleep(bool begins)
{
    if (begins)
        Q_EMIT locked();
}

void SessionLock::propertiesChanged(const QString &interface, const QVariantMap &changed,
                                    const QStringList & /*invalidated*/)
{
    if (interface == u"org.freedesktop.login1.Session" && changed.value(u"LockedHint"_s).toBool())
        Q_EMIT locked();
}

} // namespace huiyin
