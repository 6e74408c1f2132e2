// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"

#include <QCoreApplication>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace huiyin {

class BulletinPages;
class CaseSession;
class FileSaver;
class NoticeBar;

// A bulletin on its way out of the house: printed, copied, or saved as a file. Each leaves an access record first.
class BulletinExport : public QObject
{
    Q_OBJECT

public:
    enum class Format { Pdf, Word, Workbook, Text, Html };

    struct Leaving
    {
        BulletinDocument document{};                  // as it goes out: masked
        QString name{};                               // of the file, without suffix
        QString record{};                             // what the access record calls it
        std::shared_ptr<const BulletinPages> pages{}; // nullptr: they are made when they are printed
    };

    // `leaving`: what there is to go out now; nullopt: nothing.
    BulletinExport(CaseSession &session, FileSaver *saver, NoticeBar *notice,
                   std::function<std::optional<Leaving>()> leaving, QWidget *page);

    void print();
    void printNote(const BulletinDocument &note); // a correction note
    void copyText();
    void chooseFile(Format format);
    // Asks before it replaces a file.
    void writeTo(const QString &path, Format format);

private:
    void record(const QString &details, std::function<void()> go);

    CaseSession &m_session;
    FileSaver *m_saver;
    NoticeBar *m_notice;
    std::function<std::optional<Leaving>()> m_leaving;
    QWidget *m_page;
};

} // namespace huiyin
