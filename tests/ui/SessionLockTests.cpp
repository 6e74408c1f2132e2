// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop locks its session: a logind of the test's own on a bus of the test's own.
#include "shell/SessionLock.h"
#include "support/Patience.h"

#include <catch2/catch.hpp>

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QWidget>

using namespace huiyin;
using huiyin::test::patience;
using namespace Qt::StringLiterals;

namespace {

const auto sessionPath = u"/org/freedesktop/login1/session/_37"_s;
const auto sessionInterface = u"org.freedesktop.login1.Session"_s;

class Logind : public QDBusVirtualObject
{
public:
    quint32 askedFor = 0;

    [[nodiscard]] QString introspect(const QString & /*path*/) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        if (message.member() != u"GetSessionByPID")
            return false;
        askedFor = message.arguments().constFirst().toUInt();
        return connection.send(message.createReply(QVariant::fromValue(QDBusObjectPath(sessionPath))));
    }
};

// A bus that is there for one test.
class PrivateBus
{
public:
    PrivateBus()
    {
        m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        REQUIRE(m_daemon.waitForStarted());
        REQUIRE(QTest::qWaitFor([this] { return m_daemon.canReadLine(); }, patience));
        address = QString::fromLatin1(m_daemon.readLine()).trimmed();
    }
    ~PrivateBus()
    {
        m_daemon.terminate();
        m_daemon.waitForFinished();
    }
    PrivateBus(const PrivateBus &) = delete;
    PrivateBus &operator=(const PrivateBus &) = delete;
    QString address;

private:
    QProcess m_daemon;
};

} // namespace

TEST_CASE("the desktop's lock and the computer's sleep are heard, those of others are not", "[window][sessionlock]")
{
    if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty()) {
        WARN("dbus-daemon is not installed: not tried");
        return;
    }
    const PrivateBus bus;
    QDBusConnection desktop = QDBusConnection::connectToBus(bus.address, u"test-logind"_s);
    REQUIRE(desktop.isConnected());
    Logind logind;
    REQUIRE(desktop.registerService(u"org.freedesktop.login1"_s));
    REQUIRE(desktop.registerVirtualObject(u"/org/freedesktop/login1"_s, &logind));
    {
        QWidget window;
        SessionLock lock(&window, bus.address);
        QSignalSpy locked(&lock, &SessionLock::locked);
        REQUIRE(QTest::qWaitFor([&lock] { return lock.isListening(); }, patience));
        CHECK(logind.askedFor == static_cast<quint32>(QCoreApplication::applicationPid()));
        const auto send = [&desktop](const QString &path, const QString &interface, const QString &name,
                                     const QVariantList &arguments = {}) {
            QDBusMessage signal = QDBusMessage::createSignal(path, interface, name);
            signal.setArguments(arguments);
            REQUIRE(desktop.send(signal));
        };
        const auto heard = [&locked](qsizetype count) {
            return QTest::qWaitFor([&locked, count] { return locked.size() == count; }, patience);
        };
        const auto manager = u"org.freedesktop.login1.Manager"_s;
        const auto managerPath = u"/org/freedesktop/login1"_s;
        send(sessionPath, sessionInterface, u"Lock"_s);
        CHECK(heard(1));
        send(managerPath, manager, u"PrepareForSleep"_s, {true});
        CHECK(heard(2));
        send(sessionPath, u"org.freedesktop.DBus.Properties"_s, u"PropertiesChanged"_s,
             {sessionInterface, QVariantMap{{u"LockedHint"_s, true}}, QStringList()});
        CHECK(heard(3));
        // It wakes up, is unlocked, and another's session is locked.
        send(managerPath, manager, u"PrepareForSleep"_s, {false});
        send(sessionPath, u"org.freedesktop.DBus.Properties"_s, u"PropertiesChanged"_s,
             {sessionInterface, QVariantMap{{u"LockedHint"_s, false}}, QStringList()});
        send(u"/org/freedesktop/login1/session/_38"_s, sessionInterface, u"Lock"_s);
        send(sessionPath, sessionInterface, u"Lock"_s); // what comes last has all others behind it
        CHECK(heard(4));
        QTest::qWait(100);
        CHECK(locked.size() == 4);
    }
    QDBusConnection::disconnectFromBus(u"test-logind"_s);
}

TEST_CASE("without a bus the lock of the desktop is not heard, and nothing is said", "[window][sessionlock]")
{
    QWidget window;
    const SessionLock lock(&window, u"unix:path=/nonexistent/bus"_s);
    QTest::qWait(50);
    CHECK_FALSE(lock.isListening());
}
