// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Page.h"

#include <QByteArray>
#include <QObject>

#include <functional>

class QFileDialog;

namespace huiyin {

// Writes what a page exports: asks where to, asks before a file is replaced, writes in the background.
class FileSaver : public QObject
{
    Q_OBJECT

public:
    FileSaver(const PageContext &context, QWidget *page);

    // Suffixes: pdf png svg csv xlsx docx txt html json. `make` is called once the place is known.
    void choose(const QString &title, const QString &suggestedName, const QString &suffix,
                std::function<QByteArray()> make);
    void choosePlace(const QString &title, const QString &suggestedName, const QString &suffix,
                     std::function<void(const QString &path)> go);
    void write(const QString &path, const QByteArray &bytes);
    // `store` writes the file, in a reading thread.
    void writeWith(const QString &path, std::function<void(bool overwrite)> store);

Q_SIGNALS:
    void written(const QString &path);

private:
    PageContext m_context;
    QWidget *m_page;
};

// Asks where a file is to be written to, in the folder of the last one. Whether there is one already isn't asked here:
// only the name with its suffix tells. Of several suffixes the first is suggested.
QFileDialog *askForPlace(QWidget *parent, const QString &title, const QString &suggestedName,
                         const QStringList &suffixes, std::function<void(const QString &path)> go);
// The same; before a file is replaced that is asked, and `go` is told.
QFileDialog *askForPlace(QWidget *parent, const QString &title, const QString &suggestedName,
                         const QStringList &suffixes, Messages &messages,
                         std::function<void(const QString &path, bool overwrite)> go);
// Asks before a file is replaced; `go` is told whether one is.
void askToReplace(Messages &messages, QObject *asker, const QString &path, std::function<void(bool overwrite)> go);

// A name for a file out of a title: without the characters that a system refuses.
QString fileNameOf(const QString &title);

} // namespace huiyin
