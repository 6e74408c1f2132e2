// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/FileInstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int patience = 500; // milliseconds

// The same for every way of writing the path, different for every user of the computer.
QString serverName(const QString &path)
{
    const QFileInfo info(path);
    const QString canonical = info.canonicalFilePath();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData((canonical.isEmpty() ? info.absoluteFilePath() : canonical).toUtf8());
    hash.addData(QDir::homePath().toUtf8());
    return u"huiyin-"_s + QString::fromLatin1(hash.result().toHex().left(24));
}

} // namespace

FileInstance::FileInstance(QObject *parent)
    : QObject(parent)
{
}

bool FileInstance::activateOther(const QString &path)
{
    QLocalSocket socket;
    socket.connectToServer(serverName(path));
    if (!socket.waitForConnected(patience))
        return false;
    // The answer tells a window that lives from a socket that a crash has left behind.
    socket.write("activate\n");
    return socket.waitForBytesWritten(patience) && socket.waitForReadyRead(patience);
}

void FileInstance::claim(const QString &path)
{
    delete m_server;
    m_server = nullptr;
    if (path.isEmpty())
        return;
    const QString name = serverName(path);
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server->nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QLocalSocket::readyRead, socket, [this, socket] {
                socket->readAll();
                socket->write("ok\n");
                socket->flush();
                Q_EMIT activationRequested();
            });
        }
    });
    if (!m_server->listen(name) && m_server->serverError() == QAbstractSocket::AddressInUseError) {
        // Nobody answered at start, or this is a reading window beside a writing one: leave a living one alone.
        QLocalSocket probe;
        probe.connectToServer(name);
        if (!probe.waitForConnected(patience)) {
            QLocalServer::removeServer(name);
            m_server->listen(name);
        }
    }
}

} // namespace huiyin
