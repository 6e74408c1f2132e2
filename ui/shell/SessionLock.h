// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractNativeEventFilter>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariantMap>

class QWidget;

namespace huiyin {

// Tells when the desktop locks its session, or the computer is about to sleep: whoever comes back is not known. On Linux
// systemd's logind tells it, on Windows the window's own messages; without either it is silent.
class SessionLock : public QObject, public QAbstractNativeEventFilter
{
    Q_OBJECT

public:
    // `bus`: the address of another bus than the system's.
    explicit SessionLock(QWidget *window, const QString &bus = {});
    ~SessionLock() override;

    [[nodiscard]] bool isListening() const { return m_listening; } // to the desktop's session

Q_SIGNALS:
    void locked();

protected:
    bool nativeEventFilter(const QByteArray &type, void *message, qintptr *result) override;

private Q_SLOTS:
    // Called by the bus.
    void sessionLocked();
    void prepareForSleep(bool begins);
    void propertiesChanged(const QString &interface, const QVariantMap &changed, const QStringList &invalidated);

private:
    void listenTo(const QString &session); // logind's path of it
    void askForSession(const QString &method, const QVariant &argument, bool last);

    QWidget *m_window;
    QString m_connection; // its name; "": the system's
    bool m_listening = false;
};

} // namespace huiyin
