// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/DemoOffice.h"
#include "shell/CaseSession.h"
#include "shell/DutyWatch.h"
#include "shell/Page.h"
#include "storage/AccessRepository.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace huiyin::test {

// Keeps what it is told and answers as it was told to.
class KeptMessages final : public Messages
{
public:
    void show(const Message &message) override { shown.append(message); }
    void put(const UserQuestion &question, std::function<void(int)> answered) override
    {
        asked.append(question.message);
        if (answer)
            answered(*answer);
    }

    QList<Message> shown;
    QList<Message> asked;
    std::optional<int> answer;
};

// A sample office in a folder of its own, open in a session.
class OpenSample
{
public:
    explicit OpenSample(const QString &name)
        : clock(OfficeZone().toUtcTime(QDate(2020, 3, 2), QTime(9, 0)))
        , session(messages, clock)
    {
        Progress quiet;
        createDemo(path(QStringLiteral("office.huiyin")), name, clock, quiet);
        QSignalSpy opened(&session, &CaseSession::opened);
        session.open(path(QStringLiteral("office.huiyin")), CaseFile::Mode::Write);
        isOpen = opened.wait(20'000);
    }

    [[nodiscard]] QString path(const QString &name) const { return folder.filePath(name); }
    [[nodiscard]] PageContext context()
    {
        if (!duties)
            duties.emplace(session);
        return {.session = session, .messages = messages, .duties = *duties};
    }

    // The access records with this action.
    [[nodiscard]] QList<AccessRecord> records(const QString &action)
    {
        CaseFile file(path(QStringLiteral("office.huiyin")), CaseFile::Mode::Read);
        QList<AccessRecord> all = AccessRepository(file.database()).newest(100);
        all.removeIf([&action](const AccessRecord &record) { return record.action != action; });
        return all;
    }

    QTemporaryDir folder;
    KeptMessages messages;
    FixedClock clock;
    CaseSession session;
    std::optional<DutyWatch> duties;
    bool isOpen = false;
};

// A page of figures on a sample office, shown and filled.
template <class P>
struct ShownPageOf
{
    // `filled`: the signal that tells it; `isFilled` whether it was there already.
    template <class Signal, class Filled>
    ShownPageOf(OpenSample &sample, Signal filled, Filled isFilled)
        : page(sample.context())
    {
        QSignalSpy shown(&page, filled);
        page.resize(1218, 660);
        page.show();
        ready = isFilled(page) || shown.wait(30'000);
        QTest::qWait(50); // the layout
    }

    template <class T>
    T *find(const QString &name)
    {
        auto *widget = page.template findChild<T *>(name);
        Q_ASSERT(widget);
        return widget;
    }

    P page;
    bool ready = false;
};

} // namespace huiyin::test
